//! Which person a name means.

use super::{Work, mention, mentions};
use nghisu_document::layers::{
    EntityId, Hit, Holder, Layers, MentionData, MentionId, Norm, RoleKind,
};
use nghisu_knowledge::class;

/// Gives persons whose name the gazetteer knows the entity, where the recognizer had no hit of the whole.
pub(crate) fn by_name(layers: &mut Layers, _: &Work<'_>) {
    for index in 0..layers.mentions.len() {
        let Some(&m) = layers.mentions.get(index) else { continue };
        let MentionData::Person { entity: None } = m.data else { continue };
        let hit = layers.hits.of(m.tokens.start, class::PERSON).find(|h| h.tokens == m.tokens);
        if let Some(&Hit { entry, .. }) = hit {
            set(layers, index, Some(EntityId(entry)), Norm::Entity);
        }
    }
}

fn set(layers: &mut Layers, index: usize, who: Option<EntityId>, norm: Norm) {
    if let Some(m) = layers.mentions.get_mut(index)
        && let MentionData::Person { entity } = &mut m.data
    {
        *entity = who;
        m.norm = norm;
    }
}

/// Among persons of one name takes the one whose offices are those that the article gives; gives up a
/// known person where the article gives the name only to offices that he or she never held.
pub(crate) fn choose(layers: &mut Layers, work: &Work<'_>) {
    for index in 0..layers.mentions.len() {
        let Some(&m) = layers.mentions.get(index) else { continue };
        let MentionData::Person { entity: Some(first) } = m.data else { continue };
        let mut best: Option<(i32, EntityId)> = None;
        let candidates =
            layers.hits.of(m.tokens.start, class::PERSON).filter(|h| h.tokens == m.tokens);
        let mut several = 0;
        for hit in candidates {
            several += 1;
            let entity = EntityId(hit.entry);
            let score = weigh(layers, work, m.tokens, entity);
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, entity));
            }
        }
        let Some((score, entity)) = best else { continue };
        if score < 0 {
            set(layers, index, None, Norm::Written);
        } else if several > 1 && entity != first {
            set(layers, index, Some(entity), Norm::Entity);
        }
    }
}

/// How well a person's offices fit the roles that the article gives the name: below zero where it
/// gives some and none fits.
fn weigh(
    layers: &Layers,
    work: &Work<'_>,
    name: nghisu_document::layers::TokenRange,
    person: EntityId,
) -> i32 {
    let knowledge = &work.gazetteer.knowledge;
    if knowledge.offices_of(person, None).next().is_none() {
        return 0;
    }
    let (mut given, mut fitting) = (0, 0);
    for (_, role) in mentions(layers) {
        let MentionData::Role {
            title,
            kind: RoleKind::Office,
            organization,
            holder: Some(Holder::Mention(id)),
            ..
        } = role.data
        else {
            continue;
        };
        if !mention(layers, id).is_some_and(|p| super::same_words(layers, p.tokens, name)) {
            continue;
        }
        given += 1;
        let body = organization.and_then(|o| mention(layers, o)).and_then(|o| o.data.entity());
        let hit = layers
            .hits
            .at(title.start)
            .iter()
            .find(|h| h.class == class::TITLE && h.tokens.end == title.end);
        let words = hit.and_then(|h| work.gazetteer.title(*h));
        let fits = knowledge.offices_of(person, None).any(|t| {
            let title = words.is_some_and(|w| *w.title == *t.title || *w.head == *t.title);
            let body = body.is_some_and(|b| {
                b == t.organization() || knowledge.became(b) == knowledge.became(t.organization())
            });
            title || body
        });
        fitting += i32::from(fits);
        // Party offices are held beside many others and say nothing against.
        if words.is_some_and(|w| w.organization.is_some()) && !fits {
            given -= 1;
        }
    }
    if given > 0 && fitting == 0 { -1 } else { fitting }
}

/// Ties given names and family names alone (`ông Thành`, `Putin`) to the full name in the article.
pub(crate) fn given(layers: &mut Layers) {
    for index in 0..layers.mentions.len() {
        let Some(&m) = layers.mentions.get(index) else { continue };
        let MentionData::Person { entity: None } = m.data else { continue };
        if m.tokens.len() > 1 {
            continue;
        }
        let Some(short) = layers.tokens.get(m.tokens.start as usize).map(|t| t.word) else {
            continue;
        };
        let full = |(id, other): &(MentionId, &nghisu_document::layers::Mention)| {
            matches!(other.data, MentionData::Person { .. })
                && other.tokens.len() > 1
                && id.0 as usize != index
                && layers.tokens_of(other.tokens).last().is_some_and(|t| t.word == short)
        };
        let before = mentions(layers).take(index).filter(full).last();
        let known = before.or_else(|| mentions(layers).skip(index + 1).find(full));
        let Some((_, full)) = known else { continue };
        let (entity, span) = (full.data.entity(), full.span);
        let norm = if entity.is_some() { Norm::Entity } else { Norm::Span(span) };
        set(layers, index, entity, norm);
        if let Some(m) = layers.mentions.get_mut(index) {
            m.inferred_from = Some(nghisu_document::layers::InferredFrom::Span(span));
        }
    }
}
