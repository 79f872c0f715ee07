//! The stage that proposes names.

use crate::Error;
use crate::chart::{Chart, Name, Sorts, TitleKind};
use crate::legal::{self, Candidates, Captures};
use crate::lexis::{Lexis, Marks};
use crate::repeats::{abbreviated, again, anaphors};
use crate::view::View;
use crate::{organization, person, place, program, role};
use nghisu_document::layers::{
    Article, EntityId, LayerSet, Layers, Mention, MentionData, Norm, RoleKind, RuleNames,
    SectionKind, Shape, Stage, TokenRange, Vocabulary, WordId,
};
use nghisu_knowledge::Gazetteer;
use nghisu_rules::{Matcher, Over, RuleSet};
use rustc_hash::FxHashMap;

/// Writes candidates for persons, roles, organizations, places, legal documents and programmes.
#[derive(Debug)]
pub struct Recognizer {
    lexis: Lexis,
    matcher: Matcher,
    captures: Captures,
}

/// The buffers of [`Recognizer`].
#[derive(Debug, Default)]
pub struct Scratch {
    chart: Chart,
    rules: nghisu_rules::Scratch,
    /// By first word: full names found (their tokens), to find them again where nothing announces them.
    full_names: FxHashMap<WordId, Vec<TokenRange>>,
    /// Short names that the article gives in brackets: `(EVN)`, with the candidate they stand for.
    short_names: FxHashMap<WordId, usize>,
    found: Vec<Mention>,
    covers: Vec<Cover>,
}

impl Recognizer {
    /// Builds the stage.
    ///
    /// # Errors
    /// A rule that names an unknown production.
    pub fn new(
        vocabulary: &mut Vocabulary,
        gazetteer: &Gazetteer,
        rules: &RuleSet,
        names: &mut RuleNames,
    ) -> Result<Self, Error> {
        let lexis = Lexis::new(vocabulary, gazetteer, names);
        let matcher = rules.stage("entity");
        matcher
            .bind(|rule| match rule.production() {
                "numbered_document" => Ok(()),
                other => Err(format!(
                    "the production `{other}` is none of this stage's: use `numbered_document`"
                )),
            })
            .map_err(|e| Error::Rule(e.to_string()))?;
        let captures =
            Captures { kind: matcher.capture_id("type"), number: matcher.capture_id("number") };
        Ok(Self { lexis, matcher, captures })
    }
}

impl Stage for Recognizer {
    type Scratch = Scratch;
    const NAME: &'static str = "entities";
    const READS: LayerSet = LayerSet::TOKENS.union(LayerSet::HITS).union(LayerSet::SENTENCES);
    const WRITES: LayerSet = LayerSet::CANDIDATES;

    fn run(&self, article: &Article<'_>, layers: &mut Layers, scratch: &mut Scratch) {
        let Scratch { chart, rules, full_names, short_names, found, covers } = scratch;
        chart.clear(layers.tokens.len());
        found.clear();
        for sentence in &layers.sentences {
            let view = View::new(&self.lexis, layers, sentence.tokens);
            let section = layers.sections.get(sentence.section as usize).map(|s| s.kind);
            read(&view, chart);
            if section == Some(SectionKind::Byline) {
                credits(&view, chart, true);
            } else {
                credits(&view, chart, false);
            }
            for at in sentence.tokens.start..sentence.tokens.end {
                if view.word(at).is_some_and(|w| self.lexis.heads_list(w)) {
                    organization::headless(&view, chart, at);
                }
                let sorts = chart.sorts.get(at as usize).copied().unwrap_or_default();
                if sorts.contains(Sorts::DOCUMENT) {
                    legal::named(&view, chart, at, &mut Candidates { out: found });
                }
                propose(&view, chart, at, found);
            }
        }
        self.matcher.run(layers, Over::Candidates, rules, |m| {
            found.extend(legal::numbered(&self.lexis, article.text, layers, self.captures, m));
        });
        uncovered(found, covers);
        again(&self.lexis, layers, full_names, found);
        abbreviated(&self.lexis, layers, short_names, found);
        anaphors(&self.lexis, layers, found);
        layers.candidates.append(found);
    }
}

/// Fills the chart of a sentence, from its end to its beginning.
fn read(view: &View<'_>, chart: &mut Chart) {
    for at in (view.start..view.end).rev() {
        let capital = view.capital(at);
        let sorts = view.sorts(at);
        if let Some(slot) = chart.sorts.get_mut(at as usize) {
            *slot = sorts;
        }
        if !capital && sorts.is_empty() {
            if let Some(place) = place::address(view, chart, at) {
                Chart::put(&mut chart.places, at, place);
            }
            continue;
        }
        if sorts.contains(Sorts::PLACE)
            && let Some(place) = place::at(view, chart, at)
        {
            Chart::put(&mut chart.places, at, place);
        }
        if capital
            && view.named(&chart.places, at).is_none()
            && let Some(place) = place::abroad(view, chart, at)
        {
            Chart::put(&mut chart.places, at, place);
        }
        if sorts.contains(Sorts::ORGANIZATION)
            && let Some(organization) = organization::at(view, chart, at)
        {
            Chart::put(&mut chart.organizations, at, organization);
        }
        if capital
            && view.named(&chart.organizations, at).is_none()
            && let Some(press) = organization::press(view, at)
        {
            Chart::put(&mut chart.organizations, at, press);
        }
        if (capital || sorts.contains(Sorts::PROGRAM))
            && let Some(program) = program::at(view, chart, at)
        {
            Chart::put(&mut chart.programs, at, program);
        }
        if sorts.contains(Sorts::ROLE)
            && let Some(role) = role::at(view, chart, at)
        {
            Chart::put(&mut chart.roles, at, role);
            announce(view, chart, role.end, role.title != TitleKind::Office);
        } else if sorts.contains(Sorts::ADDRESS)
            && let Some(hit) = view.hits(at).find(|h| view.lexis.sort(h.class) == Sorts::ADDRESS)
        {
            announce(view, chart, hit.tokens.end, hit.class == view.lexis.classes.honorific);
        }
        if capital && let Some(person) = person::at(view, chart, at) {
            Chart::put(&mut chart.persons, at, person);
        }
    }
}

/// Notes the person that a title or an honorific announces.
fn announce(view: &View<'_>, chart: &mut Chart, at: u32, honorific: bool) {
    let at = if view.is(at, Shape::PUNCTUATION)
        && view.token(at).is_some_and(|t| t.span.len() == 1)
        && view.has(at, Marks::COLON)
    {
        at + 1
    } else {
        at
    };
    if let Some(person) = person::announced(view, chart, at, honorific)
        && view.named(&chart.persons, at).is_none_or(|p| p.entity.is_none() && p.end <= person.end)
    {
        Chart::put(&mut chart.persons, at, person);
    }
}

/// Names in by-lines, and after `Ảnh:`, `Nguồn:`.
fn credits(view: &View<'_>, chart: &mut Chart, byline: bool) {
    let mut credit = byline;
    for at in view.start..view.end {
        if view.has(at, Marks::CREDIT) && view.has(at + 1, Marks::COLON) {
            credit = true;
        }
        if !credit {
            continue;
        }
        if view.named(&chart.persons, at).is_none()
            && let Some(person) = person::credited(view, chart, at)
        {
            Chart::put(&mut chart.persons, at, person);
        }
    }
}

/// Makes candidates of what the chart has at a token.
fn propose(view: &View<'_>, chart: &Chart, at: u32, found: &mut Vec<Mention>) {
    let mut push = |name: Name, data: MentionData, norm: Norm| {
        let tokens = TokenRange::new(at, name.end);
        let (Some(first), Some(last)) = (view.token(at), view.token(name.end.wrapping_sub(1)))
        else {
            return;
        };
        let Some(rule) = name.rule else { return };
        let span = nghisu_text::NormSpan::new(first.span.start(), last.span.end());
        let confidence = name.confidence;
        found.push(Mention { span, tokens, data, norm, inferred_from: None, rule, confidence });
    };
    let norm = |name: &Name| if name.entity.is_some() { Norm::Entity } else { Norm::Written };
    if let Some(n) = Chart::at(&chart.persons, at) {
        push(n, MentionData::Person { entity: n.entity }, norm(&n));
    }
    if let Some(n) = Chart::at(&chart.organizations, at) {
        let data = MentionData::Organization { entity: n.entity, kind: n.kind, plural: n.plural };
        push(n, data, norm(&n));
    }
    if let Some(n) = Chart::at(&chart.places, at) {
        let norm = place::bare_name(view, at, &n).map_or_else(|| norm(&n), Norm::Span);
        push(n, MentionData::Place { entity: n.entity, kind: n.kind }, norm);
    }
    if let Some(n) = Chart::at(&chart.programs, at) {
        push(n, MentionData::Program { entity: n.entity }, norm(&n));
    }
    if let Some(n) = Chart::at(&chart.roles, at) {
        let kind = match n.title {
            TitleKind::Rank => RoleKind::Rank,
            TitleKind::Academic => RoleKind::Academic,
            _ => RoleKind::Office,
        };
        let title = TokenRange::new(at, n.title_end);
        let plural = n.plural || many_before(view, at);
        let data = MentionData::Role { title, kind, organization: None, holder: None, plural };
        push(n, data, Norm::Written);
    }
}

/// Whether `các`, `các đồng chí` stands before a token.
fn many_before(view: &View<'_>, at: u32) -> bool {
    let mut at = at;
    for _ in 0..3 {
        let Some(before) = at.checked_sub(1) else { return false };
        if view.small(before) && view.has(before, Marks::MANY) {
            return true;
        }
        // `các đồng chí Bộ trưởng`
        let skipped = (1..=2u32).find_map(|back| {
            let from = at.checked_sub(back)?;
            let honorific = view
                .hits(from)
                .any(|h| h.tokens.end == at && h.class == view.lexis.classes.honorific);
            honorific.then_some(from)
        });
        match skipped {
            Some(from) => at = from,
            None => return false,
        }
    }
    false
}

/// Takes out what is part of a longer name: persons and offices in bodies and places (`Ban Bí thư`,
/// `đường Lê Lợi`), since the arbiter prefers persons and roles, which is right only where neither
/// holds the other; names in the number of a document; a place in the same place with its type.
fn uncovered(found: &mut Vec<Mention>, covers: &mut Vec<Cover>) {
    covers.clear();
    covers.extend(found.iter().filter_map(|m| {
        let by = match m.data {
            MentionData::Place {
                kind: Some("district" | "commune" | "province" | "village"),
                entity: None,
            } => By::Typed,
            MentionData::Place { entity, .. } if m.tokens.len() > 1 => By::Place(entity),
            MentionData::Organization { .. } if m.tokens.len() > 1 => By::Body,
            MentionData::LegalDocument { number: Some(_), .. } => By::Document,
            MentionData::Person { .. } if m.tokens.len() > 2 => By::Person,
            _ => return None,
        };
        Some(Cover { tokens: m.tokens, by })
    }));
    covers.sort_unstable_by_key(|c| c.tokens);
    found.retain(|m| {
        let after = covers.partition_point(|c| c.tokens.start <= m.tokens.start);
        let near = covers.get(after.saturating_sub(12)..after).unwrap_or_default();
        let inside = |c: &&Cover| c.tokens.contains(m.tokens) && c.tokens != m.tokens;
        !near.iter().filter(inside).any(|c| match (m.data, c.by) {
            (MentionData::Person { .. }, By::Person) => false,
            (MentionData::Person { .. }, _) => true,
            (MentionData::Role { .. }, By::Body | By::Place(_)) => true,
            (MentionData::Organization { .. } | MentionData::Place { .. }, By::Document) => true,
            // `Kiều Trường Sơn`: a given name that looks like a school.
            (MentionData::Organization { entity: None, .. }, By::Person) => true,
            (MentionData::Place { entity: Some(inner), .. }, By::Place(Some(outer))) => {
                inner == outer
            }
            // `quận Sơn Trà`: the bare name is another place's.
            (MentionData::Place { .. }, By::Typed) => c.tokens.end == m.tokens.end,
            _ => false,
        })
    });
}

/// A name that may hold others.
#[derive(Debug, Clone, Copy)]
struct Cover {
    tokens: TokenRange,
    by: By,
}

#[derive(Debug, Clone, Copy)]
enum By {
    Place(Option<EntityId>),
    /// A place of a known sort that no table holds.
    Typed,
    Body,
    Document,
    Person,
}
