//! Slots: which fillers of an event are right.

use crate::context::Context;
use crate::fault::FaultKind;
use crate::fill::Fill;
use crate::pairing::{pairs, unpaired};
use crate::span::Span;
use crate::tally::{ALL, Measure, Tally};

/// An event's fillers by slot, or a participant's parts.
pub(crate) type Fills = [(String, Fill)];

/// What is being compared.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The type of the event.
    pub(crate) r#type: &'a str,
    /// Whether the event was found: else its fillers are counted, but not noted one by one.
    pub(crate) matched: bool,
    /// The event, for fillers that are words.
    pub(crate) span: Span,
}

/// Counts the fillers of both sides; `prefix` is empty, or the slot of a participant and a dot.
pub(crate) fn score(
    context: &mut Context<'_>,
    place: Place<'_>,
    prefix: &str,
    gold: &Fills,
    predicted: &Fills,
) {
    let mut slots: Vec<&str> =
        gold.iter().chain(predicted).map(|(slot, _)| slot.as_str()).collect();
    slots.sort_unstable();
    slots.dedup();
    for slot in slots {
        let of = |fills: &'_ Fills| -> Vec<Fill> {
            fills.iter().filter(|(name, _)| name == slot).map(|(_, fill)| fill.clone()).collect()
        };
        one_slot(context, place, &format!("{prefix}{slot}"), &of(gold), &of(predicted));
    }
}

fn one_slot(
    context: &mut Context<'_>,
    place: Place<'_>,
    slot: &str,
    gold: &[Fill],
    predicted: &[Fill],
) {
    let known = context.known;
    let paired = pairs(gold, predicted, |one, other| one.agreement(other, known));
    let within = format!("{slot}.");
    for (g, p) in &paired {
        let (Some(one), Some(other)) = (gold.get(*g), predicted.get(*p)) else { continue };
        let exact = if one.is_exactly(other) { 1.0 } else { 0.0 };
        add(context, place, slot, Tally { exact, ..Tally::HIT });
        score(context, place, &within, &one.parts, &other.parts);
    }
    let missed = unpaired(gold.len(), &paired, |pair| pair.0);
    let made_up = unpaired(predicted.len(), &paired, |pair| pair.1);
    let missed: Vec<&Fill> = missed.iter().filter_map(|index| gold.get(*index)).collect();
    let made_up: Vec<&Fill> = made_up.iter().filter_map(|index| predicted.get(*index)).collect();
    for one in &missed {
        let misses = if one.inherited { 0.5 } else { 1.0 };
        add(context, place, slot, Tally { misses, ..Tally::MISS });
        score(context, place, &within, &one.parts, &[]);
    }
    for one in &made_up {
        let halved = context.agreement && one.inherited;
        let false_alarms = if halved { 0.5 } else { 1.0 };
        add(context, place, slot, Tally { false_alarms, ..Tally::FALSE_ALARM });
        score(context, place, &within, &[], &one.parts);
    }
    if !place.matched {
        return;
    }
    let name = format!("{}.{slot}", place.r#type);
    let at = |fill: &Fill| fill.span.unwrap_or(place.span);
    if let ([one], [other]) = (missed.as_slice(), made_up.as_slice()) {
        context.fault(FaultKind::Wrong, &name, at(one), Some(shown(one)), Some(shown(other)));
        return;
    }
    for one in missed {
        context.fault(FaultKind::Miss, &name, at(one), Some(shown(one)), None);
    }
    for one in made_up {
        context.fault(FaultKind::FalseAlarm, &name, at(one), None, Some(shown(one)));
    }
}

fn add(context: &mut Context<'_>, place: Place<'_>, slot: &str, tally: Tally) {
    let name = format!("{}.{slot}", place.r#type);
    let measures: &[Measure] =
        if place.matched { &[Measure::Slots, Measure::MatchedSlots] } else { &[Measure::Slots] };
    for measure in measures {
        for row in [ALL, place.r#type, &name] {
            context.tallies.add(*measure, row, tally);
        }
    }
}

fn shown(fill: &Fill) -> String {
    match (&fill.value, &fill.entity) {
        (Some(value), _) => format!("{} = {value}", fill.text),
        (None, Some(entity)) => format!("{} = {entity}", fill.text),
        (None, None) => fill.text.clone(),
    }
}
