//! Agreement of sections and sentences: same span, and same kind.

use crate::context::Context;
use crate::fault::FaultKind;
use crate::span::Span;
use crate::tally::{Measure, Tally};

pub(crate) fn score(context: &mut Context<'_>) {
    // A text without any section or sentence was not annotated for them.
    if let Some(gold) = context.gold.sections.as_ref().filter(|s| !s.is_empty()) {
        let named = |sections: &[nghisu_document::record::Section]| {
            sections.iter().map(|s| (format!("section {}", s.kind), s.start, s.end)).collect()
        };
        let gold = named(gold);
        let predicted = context.predicted.sections.as_deref().map(named).unwrap_or_default();
        compare(context, "section", &gold, &predicted);
    }
    if let Some(gold) = context.gold.sentences.as_ref().filter(|s| !s.is_empty()) {
        let named = |sentences: &[nghisu_document::record::Sentence]| {
            sentences.iter().map(|s| ("sentence".to_owned(), s.start, s.end)).collect()
        };
        let gold = named(gold);
        let predicted = context.predicted.sentences.as_deref().map(named).unwrap_or_default();
        compare(context, "sentence", &gold, &predicted);
    }
}

type Named = Vec<(String, u32, u32)>;

fn compare(context: &mut Context<'_>, layer: &str, gold: &Named, predicted: &Named) {
    let text = context.text();
    let trimmed = |spans: &Named| -> Vec<(String, Span)> {
        spans.iter().map(|(name, start, end)| (name.clone(), trim(text, *start, *end))).collect()
    };
    let (gold, predicted) = (trimmed(gold), trimmed(predicted));
    let shown = |side: &[(String, Span)], span: Span| {
        side.iter().find(|(_, other)| other.overlaps(span)).map(|(name, _)| name.clone())
    };
    for one in &gold {
        let found = predicted.contains(one);
        add(context, layer, &one.0, Tally::answer(found));
        if !found {
            let instead = shown(&predicted, one.1);
            context.fault(FaultKind::Miss, &one.0, one.1, Some(one.0.clone()), instead);
        }
    }
    for one in predicted.iter().filter(|one| !gold.contains(one)) {
        add(context, layer, &one.0, Tally::FALSE_ALARM);
        let instead = shown(&gold, one.1);
        context.fault(FaultKind::FalseAlarm, &one.0, one.1, instead, Some(one.0.clone()));
    }
}

fn add(context: &mut Context<'_>, layer: &str, name: &str, tally: Tally) {
    context.tallies.add(Measure::Layout, name, tally);
    if name != layer {
        context.tallies.add(Measure::Layout, layer, tally);
    }
}

/// White space at the edges belongs to nobody.
fn trim(text: &[char], start: u32, end: u32) -> Span {
    let blank = |at: u32| text.get(at as usize).is_some_and(|c| c.is_whitespace());
    let (mut start, mut end) = (start, end);
    while start < end && blank(start) {
        start += 1;
    }
    while start < end && blank(end - 1) {
        end -= 1;
    }
    Span::new(start, end)
}
