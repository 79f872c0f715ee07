//! Mentions: found or not, and what is said about those found.

use nghisu_document::record::MentionType;
use serde_json::{Map, Value as Json};

use crate::context::Context;
use crate::corpus::{Article, Marked};
use crate::fault::FaultKind;
use crate::fill::plural_marker;
use crate::pairing::{pairs, unpaired};
use crate::span::Span;
use crate::tally::{Measure, Tally};

/// What a figure or a date means.
const VALUES: [&str; 10] = [
    "value",
    "value_to",
    "bound",
    "approx",
    "unit",
    "currency",
    "numerator",
    "denominator",
    "part_of_day",
    "until_now",
];

/// What else is said of a mention.
const ATTRIBUTES: [&str; 9] =
    ["norm", "kind", "plural", "title", "doc_type", "number", "issuer", "date", "name"];

pub(crate) fn score(context: &mut Context<'_>) {
    let (gold_side, predicted_side) = (context.gold, context.predicted);
    let Some(gold) = &gold_side.mentions else { return };
    let predicted = predicted_side.mentions.as_deref().unwrap_or_default();
    let gold_spans: Vec<Span> = gold.iter().map(|m| bare_span(m, context.text())).collect();
    let spans: Vec<Span> = predicted.iter().map(|m| bare_span(m, context.text())).collect();
    let paired = pairs(&indexed(&gold_spans), &indexed(&spans), |(g, span), (p, other)| {
        let same_type = gold.get(*g)?.mention.r#type == predicted.get(*p)?.mention.r#type;
        (same_type && span == other).then_some(1.0)
    });

    for (g, p) in &paired {
        let (Some(one), Some(other)) = (gold.get(*g), predicted.get(*p)) else { continue };
        if is_optional(one, gold) || is_optional(other, predicted) {
            continue;
        }
        let name = one.mention.r#type.name();
        context.tallies.add_with_all(Measure::Mentions, name, Tally::HIT);
        fields(context, one, other);
        entity(context, one, other);
        links(context, one, other);
    }
    for index in unpaired(gold.len(), &paired, |pair| pair.0) {
        let Some(one) = gold.get(index).filter(|one| !is_optional(one, gold)) else { continue };
        let name = one.mention.r#type.name();
        context.tallies.add_with_all(Measure::Mentions, name, Tally::MISS);
        let instead = overlapping(one, predicted);
        context.fault(FaultKind::Miss, name, one.span(), Some(shown(one)), instead);
    }
    for index in unpaired(predicted.len(), &paired, |pair| pair.1) {
        let one = predicted.get(index).filter(|one| !is_optional(one, predicted));
        let Some(one) = one else { continue };
        let name = one.mention.r#type.name();
        context.tallies.add_with_all(Measure::Mentions, name, Tally::FALSE_ALARM);
        let instead = overlapping(one, gold);
        context.fault(FaultKind::FalseAlarm, name, one.span(), instead, Some(shown(one)));
    }
}

fn indexed(spans: &[Span]) -> Vec<(usize, Span)> {
    spans.iter().copied().enumerate().collect()
}

/// The span, without the leading `các ` (plural marker) of a role.
fn bare_span(marked: &Marked, text: &[char]) -> Span {
    let span = marked.span();
    if !marked.is(MentionType::Role) {
        return span;
    }
    let marker = if marked.mention.text.is_empty() {
        let start: String = text.iter().skip(span.start as usize).take(4).collect();
        plural_marker(&start)
    } else {
        plural_marker(&marked.mention.text)
    };
    Span::new(span.start + marker, span.end)
}

/// Marked so, or an organization or place nested in a longer name of the same side.
fn is_optional(marked: &Marked, side: &[Marked]) -> bool {
    let nests = matches!(marked.mention.r#type, MentionType::Organization | MentionType::Place);
    marked.optional
        || nests
            && side.iter().any(|other| {
                matches!(
                    other.mention.r#type,
                    MentionType::Organization
                        | MentionType::Place
                        | MentionType::Program
                        | MentionType::LegalDocument
                ) && other.span().properly_contains(marked.span())
            })
}

fn shown(marked: &Marked) -> String {
    marked.mention.text.clone()
}

/// What the other side has there, with its type: a wrong edge or a wrong type.
fn overlapping(marked: &Marked, side: &[Marked]) -> Option<String> {
    let common = |other: &&Marked| {
        (marked.span().common(other.span()), other.mention.r#type == marked.mention.r#type)
    };
    let best = side.iter().filter(|other| common(other).0 > 0).max_by_key(common)?;
    Some(format!("{}: {}", best.mention.r#type, best.mention.text))
}

fn fields(context: &mut Context<'_>, gold: &Marked, predicted: &Marked) {
    // Records write numbers and dates in one form only, so equal JSON is equal meaning.
    let json = |marked: &Marked| match serde_json::to_value(&marked.mention) {
        Ok(Json::Object(object)) => object,
        _ => Map::new(),
    };
    let (gold_fields, fields) = (json(gold), json(predicted));
    let r#type = gold.mention.r#type.name();
    for (measure, names) in [(Measure::Values, &VALUES[..]), (Measure::Attributes, &ATTRIBUTES)] {
        let mut answers = Vec::new();
        for name in names {
            let (one, other) = (gold_fields.get(*name), fields.get(*name));
            let place = format!("{type}.{name}");
            let text = |json: Option<&Json>| match json {
                Some(Json::String(text)) => Some(text.clone()),
                json => json.map(Json::to_string),
            };
            let kind = match one {
                Some(_) => {
                    let right = one == other;
                    answers.push(right);
                    context.tallies.add(measure, &place, Tally::answer(right));
                    if right {
                        continue;
                    }
                    FaultKind::Wrong
                }
                // `norm` is always given by the program; gold gives it where it matters.
                None if other.is_some() && measure == Measure::Values => FaultKind::Surplus,
                None => continue,
            };
            context.fault(kind, &place, gold.span(), text(one), text(other));
        }
        if !answers.is_empty() {
            let right = answers.iter().all(|right| *right);
            context.tallies.add_with_all(measure, r#type, Tally::answer(right));
        }
    }
}

fn entity(context: &mut Context<'_>, gold: &Marked, predicted: &Marked) {
    let r#type = gold.mention.r#type.name();
    let place = format!("{type}.entity");
    let (one, other) = (gold.mention.entity.clone(), predicted.mention.entity.clone());
    match &one {
        Some(entity) if (context.known)(entity) => {
            let right = one == other;
            context.tallies.add_with_all(Measure::Entities, r#type, Tally::answer(right));
            if !right {
                context.fault(FaultKind::Wrong, &place, gold.span(), one, other);
            }
        }
        None if other.is_some() => {
            context.fault(FaultKind::Surplus, &place, gold.span(), one, other);
        }
        _ => {}
    }
}

fn links(context: &mut Context<'_>, gold: &Marked, predicted: &Marked) {
    let (gold_side, predicted_side, known) = (context.gold, context.predicted, context.known);
    let mut answer = |name: &str, right: bool, one: String, other: Option<String>| {
        context.tallies.add_with_all(Measure::Links, name, Tally::answer(right));
        if !right {
            context.fault(FaultKind::Wrong, name, gold.span(), Some(one), other);
        }
    };
    for (name, one, other) in [
        ("role.organization", &gold.mention.organization, &predicted.mention.organization),
        ("role.holder", &gold.mention.holder, &predicted.mention.holder),
    ] {
        let Some(id) = one else { continue };
        let mut target = Target::new(gold_side, id);
        if name == "role.holder" && target.entity.is_none() {
            target.entity.clone_from(&gold.holder_entity);
        }
        // Nobody can name an entity that only the annotator knows.
        if target.span.is_none() && !target.entity.as_deref().is_some_and(known) {
            continue;
        }
        let found = other.as_ref().map(|id| Target::new(predicted_side, id));
        let right = found.as_ref().is_some_and(|found| target.is(found));
        answer(name, right, target.shown(), found.map(|found| found.shown()));
    }
    if let Some(roles) = gold.mention.roles.as_ref().filter(|roles| !roles.is_empty()) {
        let targets = |side: &Article, roles: &[String]| -> Vec<Target> {
            roles.iter().map(|id| Target::new(side, id)).collect()
        };
        let one = targets(gold_side, roles);
        let other = targets(predicted_side, predicted.mention.roles.as_deref().unwrap_or_default());
        let right = one.len() == other.len()
            && one.iter().all(|target| other.iter().any(|found| target.is(found)));
        let shown = |side: &[Target]| side.iter().map(Target::shown).collect::<Vec<_>>().join("; ");
        answer("person.roles", right, shown(&one), Some(shown(&other)));
    }
}

/// What an id points at: a mention of the document, or an entity.
struct Target {
    span: Option<Span>,
    entity: Option<String>,
    text: String,
}

impl Target {
    fn new(article: &Article, id: &str) -> Self {
        let mentions = article.mentions.as_deref().unwrap_or_default();
        match mentions.iter().find(|marked| marked.mention.id == id) {
            Some(marked) => Self {
                span: Some(bare_span(marked, article.text.as_deref().unwrap_or_default())),
                entity: marked.mention.entity.clone(),
                text: marked.mention.text.clone(),
            },
            None => Self { span: None, entity: Some(id.to_owned()), text: String::new() },
        }
    }

    fn is(&self, other: &Self) -> bool {
        self.span.is_some() && self.span == other.span
            || self.entity.is_some() && self.entity == other.entity
    }

    fn shown(&self) -> String {
        if self.text.is_empty() {
            self.entity.clone().unwrap_or_default()
        } else {
            self.text.clone()
        }
    }
}
