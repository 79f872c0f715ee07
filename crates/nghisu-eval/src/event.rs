//! Events: which were found, which rows of statistics are right, and their slots.

use nghisu_document::record::EventType;

use crate::context::Context;
use crate::corpus::Happening;
use crate::fault::FaultKind;
use crate::fill::{Fill, HALF};
use crate::pairing::{pairs, unpaired};
use crate::reliability::Judged;
use crate::slot::{self, Place};
use crate::span::Span;
use crate::tally::{ALL, Measure, Tally};

/// A pair that is right outright goes before any that is not.
const RIGHT: f64 = 10.0;

pub(crate) fn score(context: &mut Context<'_>) {
    let (gold_side, predicted_side) = (context.gold, context.predicted);
    let Some(gold) = &gold_side.events else { return };
    let predicted = predicted_side.events.as_deref().unwrap_or_default();
    for r#type in EventType::ALL {
        let of = |events: &'_ [Happening]| -> Vec<Happening> {
            events.iter().filter(|event| event.r#type == r#type).cloned().collect()
        };
        one_type(context, r#type, &of(gold), &of(predicted));
    }
}

fn one_type(
    context: &mut Context<'_>,
    r#type: EventType,
    gold: &[Happening],
    predicted: &[Happening],
) {
    let paired = pairs(gold, predicted, similarity);
    for (g, p) in &paired {
        let (Some(one), Some(other)) = (gold.get(*g), predicted.get(*p)) else { continue };
        if one.optional || other.optional {
            continue;
        }
        found(context, r#type, one, other);
        let place = Place { r#type: r#type.name(), matched: true, span: one.evidence };
        slot::score(context, place, "", &one.fills, &other.fills);
    }
    for index in unpaired(gold.len(), &paired, |pair| pair.0) {
        let Some(one) = gold.get(index).filter(|one| !one.optional) else { continue };
        if context.agreement && continues(one, predicted) {
            continue;
        }
        for row in rows(r#type) {
            context.tallies.add(Measure::Events, row, Tally::MISS);
        }
        let place = Place { r#type: r#type.name(), matched: false, span: one.evidence };
        slot::score(context, place, "", &one.fills, &[]);
        let (span, text) = head(one);
        context.fault(FaultKind::Miss, r#type.name(), span, Some(text), None);
    }
    for index in unpaired(predicted.len(), &paired, |pair| pair.1) {
        let Some(one) = predicted.get(index).filter(|one| !one.optional) else { continue };
        if continues(one, gold) {
            continue;
        }
        for row in rows(r#type) {
            context.tallies.add(Measure::Events, row, Tally::FALSE_ALARM);
        }
        let place = Place { r#type: r#type.name(), matched: false, span: one.evidence };
        slot::score(context, place, "", &[], &one.fills);
        let (span, text) = head(one);
        context.fault(FaultKind::FalseAlarm, r#type.name(), span, None, Some(text));
        judge(context, one, false);
    }
}

/// The rows that an event of a type counts in.
fn rows(r#type: EventType) -> Vec<&'static str> {
    let mut rows = vec![ALL, r#type.name()];
    rows.extend(second_row(r#type));
    rows
}

fn second_row(r#type: EventType) -> Option<&'static str> {
    match r#type {
        EventType::Statement => Some("statement (lenient)"),
        EventType::Statistic => Some("statistic (row)"),
        _ => None,
    }
}

fn found(context: &mut Context<'_>, r#type: EventType, gold: &Happening, predicted: &Happening) {
    let wrong = Tally { false_alarms: 1.0, ..Tally::MISS };
    let tally = |right: bool| if right { Tally::HIT } else { wrong };
    let (main, second) = match r#type {
        EventType::Statement => (is_same_statement(gold, predicted), true),
        EventType::Statistic => (true, is_same_row(gold, predicted)),
        _ => (true, true),
    };
    context.tallies.add_with_all(Measure::Events, r#type.name(), tally(main));
    judge(context, predicted, main);
    let Some(row) = second_row(r#type) else { return };
    context.tallies.add(Measure::Events, row, tally(second));
    if !(main && second) {
        let ((span, one), (_, other)) = (head(gold), head(predicted));
        context.fault(FaultKind::Wrong, row, span, Some(one), Some(other));
    }
}

/// Notes whether a predicted event was right, for the reliability of confidences.
fn judge(context: &mut Context<'_>, predicted: &Happening, right: bool) {
    context.judged.push(Judged {
        r#type: predicted.r#type.name(),
        rule: predicted.rule.clone(),
        confidence: predicted.confidence,
        right,
    });
}

/// How alike two events of one type are; `None` when they are not the same event.
fn similarity(gold: &Happening, predicted: &Happening) -> Option<f64> {
    let evidence = gold.evidence.iou(predicted.evidence);
    let overlap = |slots: &[&str]| match (gold.first_span(slots), predicted.first_span(slots)) {
        (Some(one), Some(other)) => one.iou(other),
        _ => 0.0,
    };
    let similarity = match gold.r#type {
        EventType::Meeting => 2.0 * overlap(&["name"]) + evidence,
        EventType::Statistic => {
            let figure = ["value", "change.multiplier", "change.value"];
            if gold.first_span(&figure)? != predicted.first_span(&figure)? {
                return None;
            }
            1.0 + overlap(&["indicator"]) + evidence
        }
        EventType::Statement => {
            let content = content_overlap(gold, predicted);
            if content > 0.0 && is_same_statement(gold, predicted) {
                content + RIGHT
            } else {
                content
            }
        }
        EventType::Directive => overlap(&["action"]),
        EventType::LegalAct => {
            let named = ["document", "doc_type", "count"];
            // An act that names no document at all is known by its sentence.
            let nameless =
                gold.first_span(&named).is_none() && predicted.first_span(&named).is_none();
            if nameless { evidence } else { overlap(&named) }
        }
        EventType::Appointment => {
            let (one, other) = (gold.fill("person")?, predicted.fill("person")?);
            if same_entity(one, other) { 1.0 + evidence } else { overlap(&["person"]) }
        }
    };
    (similarity > 0.0).then_some(similarity)
}

/// Of the content in its own sentence, or with the sentences that continue it.
fn content_overlap(gold: &Happening, predicted: &Happening) -> f64 {
    let whole = |event: &Happening| {
        let content = event.fill("content")?.span?;
        let end = event.continued.map_or(content.end, |more| more.end.max(content.end));
        Some([content, Span::new(content.start, end)])
    };
    let (Some(gold), Some(predicted)) = (whole(gold), whole(predicted)) else { return 0.0 };
    let all = gold.iter().flat_map(|one| predicted.iter().map(|other| one.iou(*other)));
    all.fold(0.0, f64::max)
}

fn is_same_statement(gold: &Happening, predicted: &Happening) -> bool {
    let speaker = match (gold.fill("speaker"), predicted.fill("speaker")) {
        (Some(one), Some(other)) => one.is_read_at(other) || same_entity(one, other),
        (None, None) => true,
        _ => false,
    };
    speaker
        && gold.evidence.overlaps(predicted.evidence)
        && content_overlap(gold, predicted) >= HALF
}

fn same_entity(one: &Fill, other: &Fill) -> bool {
    one.entity.is_some() && one.entity == other.entity
}

/// The figure is told of the right thing, for the right time, as what it is.
fn is_same_row(gold: &Happening, predicted: &Happening) -> bool {
    let indicator = match (gold.fill("indicator"), predicted.fill("indicator")) {
        (Some(one), Some(other)) => {
            let spans = [one.span, one.via];
            other.span.is_some_and(|span| spans.iter().flatten().any(|one| one.overlaps(span)))
        }
        (None, None) => true,
        _ => false,
    };
    let period = match (gold.fill("period"), predicted.fill("period")) {
        (Some(one), Some(other)) => one.value == other.value,
        (None, None) => true,
        _ => false,
    };
    let word = |event: &Happening| event.fill("status").map(|fill| fill.text.clone());
    // Gold that does not say the status does not ask for it.
    let status = word(gold).is_none_or(|status| word(predicted) == Some(status));
    indicator && period && status
}

/// Whether a statement lies, by most of it, in the later sentences of one that the other side has.
fn continues(event: &Happening, side: &[Happening]) -> bool {
    let Some(content) = event.fill("content").and_then(|fill| fill.span) else { return false };
    let continued = side.iter().filter_map(|other| other.continued);
    event.r#type == EventType::Statement
        && continued.into_iter().any(|more| 2 * more.common(content) >= content.len())
}

/// What stands for an event in the list of faults.
fn head(event: &Happening) -> (Span, String) {
    let slots: &[&str] = match event.r#type {
        EventType::Meeting => &["name"],
        EventType::Statistic => &["value", "change.multiplier", "change.value"],
        EventType::Statement => &["content"],
        EventType::Directive => &["action"],
        EventType::LegalAct => &["document", "doc_type", "count"],
        EventType::Appointment => &["person"],
    };
    match slots.iter().find_map(|slot| event.fill(slot)) {
        Some(fill) => (fill.span.unwrap_or(event.evidence), fill.text.clone()),
        None => (event.evidence, format!("{}: {}", event.id, event.evidence_text)),
    }
}
