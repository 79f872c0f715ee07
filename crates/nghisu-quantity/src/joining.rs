//! From readings that contradict each other to one reading a token, and from two dates to a span.

use crate::dates;
use crate::numeral::Literal;
use crate::recognizer::Found;
use nghisu_document::layers::{
    DateRef, DateShape, DateValue, Edtf, Layers, MentionData, PartialDate, RuleId, RuleNames,
    Shape, TokenRange, Vocabulary, WordId,
};
use std::cmp::Reverse;

/// Chooses readings that share no token: by priority, then the longer, then the earlier rule.
pub(crate) fn choose(
    found: &mut [Found],
    taken: &mut Vec<bool>,
    tokens: usize,
    chosen: &mut Vec<Found>,
) {
    taken.clear();
    taken.resize(tokens, false);
    found.sort_unstable_by_key(|f| {
        (Reverse(f.priority), Reverse(f.tokens.len()), f.tokens.start, f.rule)
    });
    for reading in found.iter() {
        let range = reading.tokens.start as usize..reading.tokens.end as usize;
        let Some(slots) = taken.get_mut(range) else { continue };
        if slots.iter().any(|slot| *slot) {
            continue;
        }
        slots.fill(true);
        if reading.data.is_some() {
            chosen.push(*reading);
        }
    }
}

/// Joins dates to spans.
#[derive(Debug)]
pub(crate) struct Joiner {
    from: WordId,
    since: WordId,
    to: [WordId; 3],
    full: WordId,
    and: [WordId; 4],
    rule: RuleId,
    year_rule: RuleId,
}

impl Joiner {
    pub(crate) fn new(vocabulary: &mut Vocabulary, names: &mut RuleNames) -> Self {
        Self {
            from: vocabulary.add("từ"),
            since: vocabulary.add("kể"),
            to: ["đến", "tới", "-"].map(|form| vocabulary.add(form)),
            full: vocabulary.add("hết"),
            and: [",", "và", "hoặc", "hay"].map(|form| vocabulary.add(form)),
            rule: names.intern("date.joined"),
            year_rule: names.intern("date.year.listed"),
        }
    }

    /// `năm 2021, 2022 và 2023`: years that share the word before the first.
    pub(crate) fn listed_years(
        &self,
        text: &str,
        layers: &Layers,
        taken: &mut [bool],
        chosen: &mut Vec<Found>,
    ) {
        let mut at = 0;
        while let Some(figure) = chosen.get(at) {
            at += 1;
            let Some(MentionData::Date(date)) = figure.data else { continue };
            let DateShape::Whole(Edtf::Point(point)) = date.shape else { continue };
            if point.day > 0 {
                continue;
            }
            let first = figure.tokens.end + 1;
            let token = |at: u32| layers.tokens.get(at as usize);
            let joined = token(figure.tokens.end).is_some_and(|t| self.and.contains(&t.word));
            let Some(year) = token(first).filter(|t| t.shape.contains(Shape::NUMBER)) else {
                continue;
            };
            let free = taken.get(first as usize).is_some_and(|taken| !taken);
            let value = Literal::read(year.span.slice(text)).and_then(|l| l.small());
            let Some(value) = value.filter(|y| (1900..=2100).contains(y)) else { continue };
            let ends = token(first + 1).is_none_or(|t| {
                !matches!(t.span.slice(text), "/" | "%" | "." | "-") || t.span.slice(text) == "."
            });
            if !joined || !free || !ends {
                continue;
            }
            if let Some(slot) = taken.get_mut(first as usize) {
                *slot = true;
            }
            let shape = DateShape::Whole(Edtf::Point(PartialDate::year(value)));
            let date = DateValue { shape, value: None, part_of_day: None, until_now: false };
            chosen.push(Found {
                tokens: TokenRange::new(first, first + 1),
                data: Some(MentionData::Date(date)),
                rule: self.year_rule,
                priority: 0,
                age: false,
                range: false,
                confidence: 90,
            });
        }
    }

    /// Joins neighbours in place: `từ năm 2020 đến nay`, `từ ngày 5 đến ngày 10/6`.
    pub(crate) fn join(&self, layers: &Layers, figures: &mut Vec<Found>) {
        let mut kept: usize = 0;
        for next in 0..figures.len() {
            let Some(&second) = figures.get(next) else { break };
            let first = kept.checked_sub(1).and_then(|i| figures.get(i)).copied();
            if let Some(joined) = first.and_then(|first| self.joined(layers, &first, &second)) {
                if let Some(slot) = figures.get_mut(kept - 1) {
                    *slot = joined;
                }
            } else {
                if let Some(slot) = figures.get_mut(kept) {
                    *slot = second;
                }
                kept += 1;
            }
        }
        figures.truncate(kept);
    }

    /// Takes in `từ` or `kể từ` before a stretch.
    pub(crate) fn widen(&self, layers: &Layers, tokens: &mut TokenRange) {
        let begins = |at: u32| {
            layers.tokens.get(at as usize).is_none_or(|t| t.shape.contains(Shape::SENTENCE_START))
        };
        for word in [self.from, self.since] {
            let Some(before) = tokens.start.checked_sub(1).filter(|_| !begins(tokens.start)) else {
                return;
            };
            if layers.tokens.get(before as usize).is_none_or(|t| t.word != word) {
                return;
            }
            tokens.start = before;
        }
    }

    fn joined(&self, layers: &Layers, first: &Found, second: &Found) -> Option<Found> {
        let (Some(MentionData::Date(from)), Some(MentionData::Date(to))) =
            (first.data, second.data)
        else {
            return None;
        };
        let token = |at: u32| layers.tokens.get(at as usize);
        let is = |at: u32, words: &[WordId]| token(at).is_some_and(|t| words.contains(&t.word));
        let gap = second.tokens.start.checked_sub(first.tokens.end)?;
        let now = to.shape == DateShape::Relative(DateRef::Now);
        let connected = match gap {
            0 => now,
            1 => is(first.tokens.end, &self.to) && !now,
            2 => is(first.tokens.end, &self.to) && is(first.tokens.end + 1, &[self.full]) && !now,
            _ => return None,
        };
        let same =
            layers.sentence_at(first.tokens.start) == layers.sentence_at(second.tokens.start);
        if !connected || !same || from.until_now {
            return None;
        }
        let mut value = DateValue { value: None, ..from };
        if now {
            if matches!(from.shape, DateShape::Relative(DateRef::Now)) {
                return None;
            }
            value.until_now = true;
        } else {
            value.shape = dates::span(from.shape, to.shape)?;
        }
        let mut tokens = first.tokens.cover(second.tokens);
        self.widen(layers, &mut tokens);
        Some(Found {
            tokens,
            range: false,
            data: Some(MentionData::Date(value)),
            rule: self.rule,
            ..*first
        })
    }
}
