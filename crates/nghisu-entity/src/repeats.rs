//! Names that the article gives again in a shorter form, or where nothing announces them.

use crate::lexis::{Lexis, Marks};
use nghisu_document::layers::{Layers, Mention, MentionData, Norm, Shape, TokenRange, WordId};
use nghisu_knowledge::class;
use rustc_hash::FxHashMap;

/// Finds full names again where their form alone was not enough.
pub(crate) fn again(
    lexis: &Lexis,
    layers: &Layers,
    names: &mut FxHashMap<WordId, Vec<TokenRange>>,
    found: &mut Vec<Mention>,
) {
    for list in names.values_mut() {
        list.clear();
    }
    for m in found.iter() {
        if matches!(m.data, MentionData::Person { .. })
            && m.tokens.len() > 1
            && m.confidence >= 75
            && let Some(first) = layers.tokens.get(m.tokens.start as usize)
        {
            names.entry(first.word).or_default().push(m.tokens);
            // `Esper` after `Mark Esper`
            let last = m.tokens.end - 1;
            if let Some(token) = layers.tokens.get(last as usize)
                && token.shape.contains(Shape::SYLLABLE)
                && !token.shape.contains(Shape::VIETNAMESE)
                && token.span.len() > 2
            {
                names.entry(token.word).or_default().push(TokenRange::new(last, m.tokens.end));
            }
        }
    }
    let known = found.len();
    for (at, token) in (0u32..).zip(&layers.tokens) {
        if !token.shape.contains(Shape::CAPITAL) {
            continue;
        }
        let Some(list) = names.get(&token.word) else { continue };
        let longest = list
            .iter()
            .filter(|name| name.start != at && same(layers, **name, at))
            .max_by_key(|n| n.len());
        let Some(name) = longest else { continue };
        let tokens = TokenRange::new(at, at + name.len());
        let taken = found
            .get(..known)
            .unwrap_or_default()
            .iter()
            .any(|m| m.tokens.contains(tokens) && !matches!(m.data, MentionData::Role { .. }));
        let longer = layers.tokens.get(tokens.end as usize).is_some_and(|t| {
            t.shape.contains(Shape::CAPITAL | Shape::SYLLABLE)
                && !t.shape.contains(Shape::SENTENCE_START)
                && !layers
                    .hits
                    .at(tokens.end)
                    .iter()
                    .any(|h| lexis.is_title(*h) || h.class == class::ORG_HEAD)
        });
        let inside = tokens.len() == 1
            && !token.shape.contains(Shape::SENTENCE_START)
            && at.checked_sub(1).and_then(|before| layers.tokens.get(before as usize)).is_some_and(
                |t| {
                    t.shape.contains(Shape::CAPITAL | Shape::SYLLABLE)
                        && !t.shape.contains(Shape::VIETNAMESE)
                },
            );
        if taken || longer || inside {
            continue;
        }
        let Some(span) = layers.span_of(tokens) else { continue };
        found.push(Mention {
            span,
            tokens,
            data: MentionData::Person { entity: None },
            norm: Norm::Written,
            inferred_from: None,
            rule: lexis.rules.person_again,
            confidence: 80,
        });
    }
}

fn same(layers: &Layers, name: TokenRange, at: u32) -> bool {
    let there = layers.tokens_of(TokenRange::new(at, at + name.len()));
    let here = layers.tokens_of(name);
    there.len() == here.len()
        && here.iter().zip(there).all(|(a, b)| {
            a.word == b.word && b.shape.contains(Shape::CAPITAL) == a.shape.contains(Shape::CAPITAL)
        })
}

/// Finds heads alone that stand for a body the article names in full: `Trung tâm`, `Bộ`, with a
/// capital in the middle of a sentence.
pub(crate) fn anaphors(lexis: &Lexis, layers: &Layers, found: &mut Vec<Mention>) {
    let known = found.len();
    let bodies = found.iter().any(|m| matches!(m.data, MentionData::Organization { .. }));
    if !bodies {
        return;
    }
    for (at, token) in (0u32..).zip(&layers.tokens) {
        if !token.shape.contains(Shape::CAPITAL)
            || token.shape.intersects(Shape::SENTENCE_START | Shape::UPPER)
        {
            continue;
        }
        if token.word == lexis.league {
            league(lexis, layers, at, known, found);
            continue;
        }
        let Some(head) = layers.hits.of(at, class::ORG_HEAD).next() else { continue };
        let before = at.checked_sub(1).and_then(|b| layers.tokens.get(b as usize));
        let term = layers.hits.of(at, lexis.classes.term).next().is_some();
        // `ngành Hải quan`: a field as much as a body.
        let field = lexis.gazetteer.org_head(*head).is_some_and(|h| &*h.kind == "customs");
        if term || field || before.is_some_and(|t| lexis.has(t.word, Marks::MANY)) {
            continue;
        }
        let next = layers.tokens.get(head.tokens.end as usize);
        if next.is_some_and(|t| t.shape.contains(Shape::CAPITAL)) {
            continue;
        }
        let named = found.get(..known).unwrap_or_default();
        let covered = named.iter().any(|m| m.tokens.overlaps(head.tokens));
        let full = named.iter().find(|m| {
            matches!(m.data, MentionData::Organization { plural: false, .. })
                && m.tokens.end <= at
                && m.tokens.len() > head.tokens.len()
                && same(
                    layers,
                    TokenRange::new(m.tokens.start, m.tokens.start + head.tokens.len()),
                    at,
                )
        });
        let (Some(full), false, Some(span)) = (full, covered, layers.span_of(head.tokens)) else {
            continue;
        };
        let MentionData::Organization { kind, .. } = full.data else { continue };
        found.push(Mention {
            span,
            tokens: head.tokens,
            data: MentionData::Organization { entity: None, kind, plural: false },
            norm: Norm::Written,
            inferred_from: None,
            rule: lexis.rules.organization_short,
            confidence: 70,
        });
    }
}

/// `Đoàn` alone, in an article of the Youth Union.
fn league(lexis: &Lexis, layers: &Layers, at: u32, known: usize, found: &mut Vec<Mention>) {
    let named = found.get(..known).unwrap_or_default();
    // `Đoàn thành phố`
    let level = layers.hits.of(at + 1, class::PLACE_TYPE).next();
    let follows = |end: u32| layers.tokens.get(end as usize);
    let small = |t: &nghisu_document::layers::Token| !t.shape.contains(Shape::CAPITAL);
    let level = level
        .filter(|h| follows(at + 1).is_some_and(small) && follows(h.tokens.end).is_none_or(small));
    let tokens = TokenRange::new(at, level.map_or(at + 1, |h| h.tokens.end));
    let next = layers.tokens.get(at as usize + 1);
    let longer = next.is_some_and(|t| t.shape.contains(Shape::CAPITAL))
        || named.iter().any(|m| m.tokens.overlaps(tokens));
    let youth = named.iter().find(|m| {
        matches!(m.data, MentionData::Organization { kind: Some("mass_organization"), .. })
            && layers.tokens_of(m.tokens).iter().any(|t| t.word == lexis.league)
    });
    let (Some(youth), false, Some(span)) = (youth, longer, layers.span_of(tokens)) else { return };
    let MentionData::Organization { kind, .. } = youth.data else { return };
    found.push(Mention {
        span,
        tokens,
        data: MentionData::Organization { entity: None, kind, plural: false },
        norm: Norm::Written,
        inferred_from: None,
        rule: lexis.rules.organization_short,
        confidence: 70,
    });
}

/// Finds the short names that an article gives a body in brackets: `Tập đoàn Điện lực Việt Nam (EVN)`.
pub(crate) fn abbreviated(
    lexis: &Lexis,
    layers: &Layers,
    names: &mut FxHashMap<WordId, usize>,
    found: &mut Vec<Mention>,
) {
    names.clear();
    let opens = |t: Option<&nghisu_document::layers::Token>| {
        t.is_some_and(|t| t.shape.contains(Shape::PUNCTUATION) && lexis.has(t.word, Marks::BRACKET))
    };
    for (index, m) in found.iter().enumerate() {
        let MentionData::Organization { plural: false, .. } = m.data else { continue };
        let end = m.tokens.end as usize;
        let Some(short) = layers.tokens.get(end + 1) else { continue };
        let closed = layers.tokens.get(end + 2).is_some_and(|t| lexis.has(t.word, Marks::CLOSING));
        if opens(layers.tokens.get(end))
            && closed
            && short.shape.contains(Shape::ABBREVIATION | Shape::CAPITAL)
            && m.tokens.len() > 1
        {
            // The longest body that ends there is the one that is shortened.
            let kept = names.entry(short.word).or_insert(index);
            let standing = found.get(*kept).map_or(0, |k| k.tokens.len());
            if m.tokens.len() > standing {
                *kept = index;
            }
        }
    }
    if names.is_empty() {
        return;
    }
    let known = found.len();
    for (at, token) in (0u32..).zip(&layers.tokens) {
        if !token.shape.contains(Shape::ABBREVIATION)
            || layers.hits.at(at).iter().any(|h| h.class == class::PLACE_TYPE)
        {
            continue;
        }
        let Some(full) = names.get(&token.word).and_then(|&i| found.get(i)).copied() else {
            continue;
        };
        let tokens = TokenRange::new(at, at + 1);
        let taken =
            found.get(..known).unwrap_or_default().iter().any(|m| m.tokens.contains(tokens));
        if taken {
            continue;
        }
        found.push(Mention {
            span: token.span,
            tokens,
            data: full.data,
            norm: if full.data.entity().is_some() { Norm::Entity } else { Norm::Span(full.span) },
            inferred_from: None,
            rule: lexis.rules.organization_short,
            confidence: 85,
        });
    }
}
