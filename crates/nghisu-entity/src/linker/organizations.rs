//! Which body a name means: by the day, by the province in it, by the province of the article.

use super::{Work, mentions};
use nghisu_document::layers::{
    Article, EntityId, Hit, InferredFrom, Layers, Mention, MentionData, Norm, Token, TokenRange,
};
use nghisu_knowledge::class;
use nghisu_text::NormSpan;

/// Gives organizations and places their entities.
pub(crate) fn link(work: &Work<'_>, article: &Article<'_>, layers: &mut Layers) {
    let home = home(work, layers);
    for index in 0..layers.mentions.len() {
        let Some(&m) = layers.mentions.get(index) else { continue };
        match m.data {
            MentionData::Organization { plural: false, entity, .. } => {
                let found = match entity {
                    Some(entity) => on_day(work, layers, m.tokens, entity, class::ORGANIZATION)
                        .map(|e| (e, None)),
                    None => unknown(work, article, layers, index, &m, home),
                };
                if let Some((who, from)) = found {
                    set(layers, index, who, from);
                }
            }
            MentionData::Place { entity: Some(entity), .. } => {
                if let Some(entity) = on_day(work, layers, m.tokens, entity, class::PLACE) {
                    set(layers, index, entity, None);
                }
                sort(work, layers, index);
            }
            MentionData::Place { entity: None, .. } => {
                let text = text(article, m.span);
                let known = work.gazetteer.knowledge.lookup(text, work.date);
                if let Some(known) = known.first()
                    && known.entity.kind == nghisu_knowledge::EntityKind::Place
                {
                    let id = known.id;
                    set(layers, index, id, None);
                }
            }
            _ => {}
        }
    }
    copies(layers);
}

/// Says what sort of place it was on the day: Huế was a provincial city until 2025.
fn sort(work: &Work<'_>, layers: &mut Layers, index: usize) {
    if let Some(m) = layers.mentions.get_mut(index)
        && let MentionData::Place { entity: Some(entity), kind } = &mut m.data
        && let Some(state) =
            work.gazetteer.knowledge.get(*entity).and_then(|e| e.state_on(work.date))
    {
        *kind = crate::kinds::place(&state.kind);
    }
}

fn set(layers: &mut Layers, index: usize, who: EntityId, from: Option<InferredFrom>) {
    if let Some(m) = layers.mentions.get_mut(index) {
        match &mut m.data {
            MentionData::Organization { entity, .. } | MentionData::Place { entity, .. } => {
                *entity = Some(who);
            }
            _ => return,
        }
        m.norm = Norm::Entity;
        m.inferred_from = from;
    }
}

fn text<'a>(article: &Article<'a>, span: NormSpan) -> &'a str {
    article.text.get(span.start() as usize..span.end() as usize).unwrap_or_default()
}

/// Among those of one name the one that bore it on the day.
fn on_day(
    work: &Work<'_>,
    layers: &Layers,
    tokens: TokenRange,
    first: EntityId,
    class: nghisu_document::layers::ClassId,
) -> Option<EntityId> {
    let date = work.date?;
    let mut same = layers.hits.of(tokens.start, class).filter(|h| h.tokens == tokens);
    let holds = |hit: &&Hit| {
        let entity = work.gazetteer.knowledge.get(EntityId(hit.entry));
        entity.is_some_and(|e| e.states.iter().any(|s| s.holds_on(date)))
    };
    let found = same.find(holds).map(|h| EntityId(h.entry))?;
    (found != first).then_some(found)
}

/// The article's province: the one it names first, and where.
fn home(work: &Work<'_>, layers: &Layers) -> Option<(EntityId, NormSpan)> {
    let provinces = mentions(layers).filter_map(|(_, m)| {
        let entity = province(work, m)?;
        Some((entity, m.span))
    });
    provinces.min_by_key(|(_, span)| span.start())
}

/// The province that a place mention names.
fn province(work: &Work<'_>, m: &Mention) -> Option<EntityId> {
    let MentionData::Place { entity: Some(entity), .. } = m.data else { return None };
    let place = work.gazetteer.knowledge.get(entity)?;
    let state = place.state_on(work.date).or(place.states.last())?;
    matches!(&*state.kind, "province" | "central_city").then_some(entity)
}

/// A body that no hit knows as a whole.
fn unknown(
    work: &Work<'_>,
    article: &Article<'_>,
    layers: &Layers,
    index: usize,
    m: &Mention,
    home: Option<(EntityId, NormSpan)>,
) -> Option<(EntityId, Option<InferredFrom>)> {
    let knowledge = &work.gazetteer.knowledge;
    let heads = || {
        let hits = layers.hits.of(m.tokens.start, class::ORG_HEAD);
        hits.filter(|h| m.tokens.contains(h.tokens))
    };
    let last = m.tokens.end.checked_sub(1)?;
    // `Sở Y tế tỉnh Long An`: head and place.
    for head in heads() {
        let place = layers
            .mentions
            .iter()
            .skip(index)
            .take_while(|p| p.span.start() < m.span.end())
            .find(|p| p.tokens.end == m.tokens.end && p.tokens.start == head.tokens.end);
        if let Some(entity) = place.and_then(|p| province(work, p))
            && let Some(body) = knowledge.local_body(head.entry, entity, work.date)
        {
            return Some((body, None));
        }
    }
    // A spelling that differs in marks, case or dashes.
    let known = knowledge.lookup(text(article, m.span), work.date);
    if let Some(known) = known.first()
        && known.entity.kind == nghisu_knowledge::EntityKind::Organization
    {
        return Some((known.id, None));
    }
    // `UBND tỉnh`, `Sở Y tế`, `Tỉnh ủy`: the article's province, or the one named last.
    for head in heads() {
        let rest = m.tokens.end - head.tokens.end;
        let level = rest == 0
            || layers
                .tokens_of(TokenRange::new(head.tokens.end, m.tokens.end))
                .iter()
                .all(|t: &Token| work.words.levels.contains(&t.word));
        if !level || last < head.tokens.end.saturating_sub(1) {
            continue;
        }
        let near = mentions(layers)
            .take(index)
            .filter_map(|(_, p)| Some((province(work, p)?, p.span)))
            .last();
        let Some((place, span)) = near.or(home) else { continue };
        if let Some(body) = knowledge.local_body(head.entry, place, work.date) {
            return Some((body, Some(InferredFrom::Span(span))));
        }
    }
    None
}

/// Gives `Ủy ban`, `Ban Chỉ đạo` the body that the article names in full before.
fn copies(layers: &mut Layers) {
    for index in 0..layers.mentions.len() {
        let Some(&m) = layers.mentions.get(index) else { continue };
        let MentionData::Organization { entity: None, plural: false, .. } = m.data else {
            continue;
        };
        let short = layers.tokens_of(m.tokens);
        let full = mentions(layers).take(index).filter(|(_, other)| {
            let MentionData::Organization { plural: false, .. } = other.data else { return false };
            let long = layers.tokens_of(other.tokens);
            long.len() > short.len() && short.iter().zip(long).all(|(a, b)| a.word == b.word)
        });
        let Some((_, full)) = full.last() else { continue };
        let (who, span) = (full.data.entity(), full.span);
        if let Some(m) = layers.mentions.get_mut(index) {
            if let MentionData::Organization { entity, .. } = &mut m.data {
                *entity = who;
            }
            m.norm = if who.is_some() { Norm::Entity } else { Norm::Span(span) };
            m.inferred_from = Some(InferredFrom::Span(span));
        }
    }
}
