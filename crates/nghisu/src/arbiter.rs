//! From candidates that cross and contradict each other to mentions that nest.
//!
//! Candidates are taken in the order of their type's declared precedence, then the longer, then
//! the rule's name, then the earlier; each is kept unless a mention already kept forbids it.

use nghisu_document::layers::{Article, LayerSet, Layers, Mention, MentionKind, RuleNames, Stage};

/// The declared precedence: the smaller goes first. Names go before figures, so that a number
/// inside a name loses to the name; among figures, the more particular reading goes first.
fn precedence(kind: MentionKind) -> u8 {
    match kind {
        MentionKind::LegalDocument => 0,
        MentionKind::Program => 1,
        MentionKind::Role => 2,
        MentionKind::Organization => 3,
        MentionKind::Person => 4,
        MentionKind::Place => 5,
        MentionKind::Percent => 10,
        MentionKind::Money => 11,
        MentionKind::Date => 12,
        MentionKind::Time => 13,
        MentionKind::Ratio => 14,
        MentionKind::Multiplier => 15,
        MentionKind::Duration => 16,
        MentionKind::Ordinal => 17,
        MentionKind::Quantity => 18,
    }
}

/// Whether a mention may stand inside a longer one.
fn may_nest(inner: MentionKind, outer: MentionKind) -> bool {
    use MentionKind::{LegalDocument, Organization, Person, Place, Program, Role};
    match (inner, outer) {
        // Organizations, places and programmes named inside a longer name are mentions too.
        (Organization | Place | Program, Role | Organization | Place | Program | LegalDocument) => {
            true
        }
        (LegalDocument, Role | Organization | Program) => true,
        // A person's name inside a school's or a street's is part of that name.
        (Person, Role) => true,
        _ => false,
    }
}

/// Chooses the mentions among the candidates.
#[derive(Debug)]
pub(crate) struct Arbiter {
    /// The order of rule names, by rule id.
    rule_order: Vec<u16>,
}

/// What the arbiter keeps from article to article.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    order: Vec<u32>,
}

impl Arbiter {
    pub(crate) fn new(rules: &RuleNames) -> Self {
        let mut ids: Vec<u16> = (0..rules.len() as u16).collect();
        ids.sort_by_key(|&id| rules.name(nghisu_document::layers::RuleId(id)));
        let mut rule_order = vec![0; ids.len()];
        for (order, id) in ids.into_iter().enumerate() {
            if let Some(slot) = rule_order.get_mut(usize::from(id)) {
                *slot = order as u16;
            }
        }
        Self { rule_order }
    }

    fn key(&self, m: &Mention) -> impl Ord + use<> {
        let rule = self.rule_order.get(usize::from(m.rule.0)).copied();
        let kind = m.data.kind();
        (precedence(kind), std::cmp::Reverse(m.tokens.len()), rule, m.span.start())
    }
}

impl Stage for Arbiter {
    type Scratch = Scratch;
    const NAME: &'static str = "arbitration";
    const READS: LayerSet = LayerSet::CANDIDATES;
    const WRITES: LayerSet = LayerSet::MENTIONS;

    fn run(&self, _: &Article<'_>, layers: &mut Layers, scratch: &mut Scratch) {
        let Layers { candidates, mentions, .. } = layers;
        let order = &mut scratch.order;
        order.clear();
        order.extend(0..candidates.len() as u32);
        // Unstable, so that nothing is allocated; the index makes it total.
        order.sort_unstable_by_key(|&i| (candidates.get(i as usize).map(|m| self.key(m)), i));
        mentions.clear();
        let mut longest = 0;
        for &index in order.iter() {
            let Some(candidate) = candidates.get(index as usize) else { continue };
            if candidate.span.is_empty() || !allowed(candidate, mentions, longest) {
                continue;
            }
            longest = longest.max(candidate.span.len());
            let at = mentions.partition_point(|m| place(m) < place(candidate));
            mentions.insert(at, *candidate);
        }
    }
}

/// The order of the mention layer: by start, the longer first.
fn place(m: &Mention) -> (u32, std::cmp::Reverse<u32>, u8) {
    (m.span.start(), std::cmp::Reverse(m.span.end()), precedence(m.data.kind()))
}

/// Whether no kept mention forbids the candidate. No kept mention is longer than `longest`.
fn allowed(candidate: &Mention, kept: &[Mention], longest: u32) -> bool {
    let span = candidate.span;
    let earliest = span.start().saturating_sub(longest);
    let from = kept.partition_point(|m| m.span.start() < earliest);
    kept.get(from..)
        .unwrap_or_default()
        .iter()
        .take_while(|m| m.span.start() < span.end())
        .filter(|m| m.span.overlaps(span))
        .all(|m| {
            let (mine, theirs) = (candidate.data.kind(), m.data.kind());
            if m.span == span {
                false
            } else if m.span.contains(span) {
                may_nest(mine, theirs)
            } else if span.contains(m.span) {
                may_nest(theirs, mine)
            } else {
                false
            }
        })
}
