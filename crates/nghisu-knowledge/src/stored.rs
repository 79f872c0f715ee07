//! Entities as the compiled form holds them: one string of all their texts, and numbers.

use crate::day::Period;
use crate::entity::{Entity, EntityKind, State};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Lengths of texts that follow one another in the one string, in the order of the fields.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredEntity {
    slug: u32,
    note: u32,
    kind: EntityKind,
    states: Vec<StoredState>,
}

#[derive(Serialize, Deserialize)]
struct StoredState {
    canonical: u32,
    kind: u32,
    codes: Vec<u32>,
    period: Period,
    links: Box<[u32]>,
    splits: (u16, u16),
}

/// Takes entities apart.
pub(crate) fn pack(entities: &[Entity]) -> (String, Vec<StoredEntity>) {
    let mut text = String::new();
    let mut put = |part: &str| {
        text.push_str(part);
        part.len() as u32
    };
    let stored = entities.iter().map(|entity| StoredEntity {
        slug: put(&entity.slug),
        note: put(&entity.note),
        kind: entity.kind,
        states: entity
            .states
            .iter()
            .map(|state| StoredState {
                canonical: put(&state.canonical),
                kind: put(&state.kind),
                codes: state.codes.iter().map(|code| put(code)).collect(),
                period: state.period,
                links: state.links.clone(),
                splits: state.splits,
            })
            .collect(),
    });
    let stored = stored.collect();
    (text, stored)
}

/// Puts entities together again. Lengths that don't fit give empty texts.
pub(crate) fn unpack(text: &str, stored: Vec<StoredEntity>) -> Vec<Entity> {
    let arena: Arc<str> = text.into();
    let mut at = 0u32;
    let mut take = |len: u32| {
        let start = at;
        at = at.saturating_add(len);
        Text::part(&arena, start, at)
    };
    let entities = stored.into_iter().map(|entity| Entity {
        slug: take(entity.slug),
        note: take(entity.note),
        kind: entity.kind,
        states: entity
            .states
            .into_iter()
            .map(|state| State {
                canonical: take(state.canonical),
                kind: take(state.kind),
                codes: state.codes.into_iter().map(&mut take).collect(),
                period: state.period,
                links: state.links,
                splits: state.splits,
            })
            .collect(),
    });
    entities.collect()
}
