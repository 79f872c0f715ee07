//! One chain a person, a body, a place, a programme, a document.

use nghisu_document::layers::{Chain, EntityId, Layers, Mention, MentionData, MentionId, Norm};
use nghisu_text::NormSpan;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// What is kept from article to article.
#[derive(Debug, Default)]
pub(crate) struct Buffers {
    /// By key: the number of the chain.
    numbers: FxHashMap<u64, u32>,
    /// Chain and member, to be sorted by chain.
    members: Vec<(u32, MentionId)>,
}

/// Groups the mentions that name the same.
pub(crate) fn build(layers: &mut Layers, buffers: &mut Buffers) {
    let Buffers { numbers, members } = buffers;
    numbers.clear();
    members.clear();
    for (id, m) in super::mentions(layers) {
        let Some(key) = key(layers, m) else { continue };
        let next = numbers.len() as u32;
        let number = *numbers.entry(key).or_insert(next);
        members.push((number, id));
    }
    members.sort_unstable();
    layers.chains.clear();
    layers.chain_members.clear();
    for group in members.chunk_by(|a, b| a.0 == b.0) {
        let from = layers.chain_members.len() as u32;
        layers.chain_members.extend(group.iter().map(|&(_, id)| id));
        let to = layers.chain_members.len() as u32;
        // The fullest name stands for the chain.
        let width = |id: &MentionId| super::mention(layers, *id).map_or(0, |m| m.tokens.len());
        let ids = group.iter().map(|&(_, id)| id);
        let head = ids.max_by_key(|id| (width(id), std::cmp::Reverse(*id)));
        let Some(head) = head else { continue };
        let entity = super::mention(layers, head).and_then(|m| m.data.entity());
        layers.chains.push(Chain { members: (from, to), entity, head });
    }
}

/// What mentions of one chain have in common.
fn key(layers: &Layers, m: &Mention) -> Option<u64> {
    let mut hasher = FxHasher::default();
    let kind = m.data.kind();
    match m.data {
        MentionData::Person { entity }
        | MentionData::Organization { entity, plural: false, .. }
        | MentionData::Place { entity, .. }
        | MentionData::Program { entity } => {
            kind.hash(&mut hasher);
            if let Some(EntityId(entity)) = entity {
                entity.hash(&mut hasher);
                return Some(hasher.finish());
            }
        }
        MentionData::LegalDocument { number, .. } => {
            kind.hash(&mut hasher);
            if let Some(number) = number {
                words(layers, number, &mut hasher);
                return Some(hasher.finish());
            }
        }
        _ => return None,
    }
    let span = match m.norm {
        Norm::Span(span) => span,
        Norm::Made(from, to) => {
            layers.made.get(from as usize..to as usize)?.hash(&mut hasher);
            return Some(hasher.finish());
        }
        _ => m.span,
    };
    words(layers, span, &mut hasher);
    Some(hasher.finish())
}

fn words(layers: &Layers, span: NormSpan, hasher: &mut FxHasher) {
    for token in layers.tokens_of(layers.tokens_in(span)) {
        token.word.hash(hasher);
    }
}
