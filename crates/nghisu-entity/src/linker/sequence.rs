//! Roles and persons of a sentence in a row, and what stands between them.

use super::Work;
use nghisu_document::layers::{Layers, Mention, MentionData, MentionId, Shape};
use nghisu_knowledge::class;

/// A role or a person, and what separates it from the one before.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item {
    pub(crate) id: MentionId,
    pub(crate) person: bool,
    pub(crate) plural: bool,
    pub(crate) gap: Gap,
    /// A role without a body of its own that is followed by a word: the subject of a clause, and so
    /// no apposition to the person before.
    pub(crate) subject: bool,
}

/// What stands between two neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing, or an honorific.
    None,
    /// A dash, a colon, a bracket, `là`.
    Dash,
    /// A comma.
    Comma,
    /// A comma, then an honorific.
    CommaTitle,
    /// `và`, `kiêm`
    And,
    /// Anything else: they are not of one group.
    Break,
}

/// Lists the outermost roles and persons of the article, in text order.
pub(crate) fn read(work: &Work<'_>, layers: &Layers, items: &mut Vec<Item>) {
    items.clear();
    let (mut covered, mut last_end, mut last_sentence) = (0, 0, usize::MAX);
    for (id, m) in super::mentions(layers) {
        let (person, plural) = match m.data {
            MentionData::Person { .. } => (true, false),
            MentionData::Role { plural, .. } => (false, plural),
            _ => continue,
        };
        if m.tokens.start < covered {
            continue;
        }
        covered = m.tokens.end;
        let sentence = layers.sentence_at(m.tokens.start).unwrap_or(usize::MAX);
        let gap = if sentence == last_sentence && !items.is_empty() {
            between(work, layers, last_end, m.tokens.start)
        } else {
            Gap::Break
        };
        let subject = !person && subject(work, layers, m);
        items.push(Item { id, person, plural, gap, subject });
        last_end = m.tokens.end;
        last_sentence = sentence;
    }
}

fn subject(work: &Work<'_>, layers: &Layers, role: &Mention) -> bool {
    let MentionData::Role { title, organization, .. } = role.data else { return false };
    let hit = layers
        .hits
        .at(title.start)
        .iter()
        .find(|h| h.class == class::TITLE && h.tokens.end == title.end);
    let sole = hit.and_then(|h| work.gazetteer.title(*h)).is_some_and(|t| t.organization.is_some());
    if organization.is_some() && !sole {
        return false;
    }
    let next = layers.tokens.get(role.tokens.end as usize);
    next.is_some_and(|t| {
        t.shape.contains(Shape::SYLLABLE)
            && !t.shape.intersects(Shape::SENTENCE_START | Shape::CAPITAL)
            && t.word != work.words.and
            && t.word != work.words.also
    })
}

fn between(work: &Work<'_>, layers: &Layers, from: u32, to: u32) -> Gap {
    let words = work.words;
    let mut gap = Gap::None;
    let mut at = from;
    while at < to {
        let honorific = layers
            .hits
            .at(at)
            .iter()
            .find(|h| Some(h.class) == words.honorific && h.tokens.end <= to);
        if let Some(hit) = honorific {
            at = hit.tokens.end;
            if gap == Gap::Comma {
                gap = Gap::CommaTitle;
            }
            continue;
        }
        let Some(token) = layers.tokens.get(at as usize) else { return Gap::Break };
        let here = if token.word == words.comma {
            Gap::Comma
        } else if token.word == words.and || token.word == words.also {
            Gap::And
        } else if words.marks.contains(&token.word) {
            Gap::Dash
        } else {
            return Gap::Break;
        };
        gap = match (gap, here) {
            (Gap::None, here) => here,
            (Gap::Comma | Gap::CommaTitle, Gap::And) => Gap::And,
            (gap, Gap::Dash) => gap,
            _ => return Gap::Break,
        };
        at += 1;
    }
    gap
}
