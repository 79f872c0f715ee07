//! The event record, one type after another.

use super::View;
use super::document::mention_id;
use super::json::{Json, Key, key};
use nghisu_document::layers::{
    Amount, Appointment, Change, Directive, Event, EventData, Filler, FillerValue, LegalAct, List,
    Meeting, MentionData, MentionId, Participant, Statement, Statistic,
};
use nghisu_document::record::series_key;
use nghisu_text::NormSpan;

/// Appends one event record and a line feed; `number` counts the article's events from 1.
pub(crate) fn write_event(view: &View<'_>, number: usize, event: &Event, out: &mut Vec<u8>) {
    let mut json = Json::new(out);
    json.object(|json| {
        json.key(key!("schema")).string("nghisu/1");
        json.key(key!("record")).string("event");
        json.key(key!("id")).numbered(view.input.id, "#e", number as u32);
        json.key(key!("type")).string(match event.data {
            EventData::Meeting(_) => "meeting",
            EventData::Statistic(_) => "statistic",
            EventData::Statement(_) => "statement",
            EventData::Directive(_) => "directive",
            EventData::LegalAct(_) => "legal_act",
            EventData::Appointment(_) => "appointment",
        });
        json.key(key!("doc_id")).string(view.input.id);
        json.key(key!("published"));
        view.published(json);
        json.key(key!("evidence")).object(|json| view.span(json, event.evidence));
        View::confidence(json, event.confidence);
        json.key(key!("rule")).string(view.rules.name(event.rule));
        match &event.data {
            EventData::Meeting(slots) => meeting(view, json, slots),
            EventData::Statistic(slots) => statistic(view, json, slots),
            EventData::Statement(slots) => statement(view, json, slots),
            EventData::Directive(slots) => directive(view, json, slots),
            EventData::LegalAct(slots) => legal_act(view, json, slots),
            EventData::Appointment(slots) => appointment(view, json, slots),
        }
    });
    out.push(b'\n');
}

fn meeting(view: &View<'_>, json: &mut Json<'_>, slots: &Meeting) {
    slot(view, json, key!("name"), slots.name);
    slot(view, json, key!("kind"), slots.kind);
    slot(view, json, key!("ordinal"), slots.ordinal);
    slot(view, json, key!("date"), slots.date);
    json.key(key!("part_of_day")).optional(slots.part_of_day.map(|p| p.as_str()));
    json.key(key!("mode")).optional(slots.mode.map(|m| m.as_str()));
    slot(view, json, key!("venue"), slots.venue);
    list(view, json, key!("sites"), slots.sites);
    list(view, json, key!("organizers"), slots.organizers);
    participants(view, json, key!("chairs"), slots.chairs);
    participants(view, json, key!("attendees"), slots.attendees);
    slot(view, json, key!("topic"), slots.topic);
    list(view, json, key!("programs"), slots.programs);
}

fn statistic(view: &View<'_>, json: &mut Json<'_>, slots: &Statistic) {
    json.key(key!("indicator"));
    match slots.indicator {
        None => json.null(),
        Some(filler) => json.object(|json| {
            fill(view, json, &filler);
            json.key(key!("key")).string(&indicator_key(view, slots, filler.span));
        }),
    }
    slot(view, json, key!("subject"), slots.subject);
    json.key(key!("value"));
    match slots.value {
        None => json.null(),
        Some(filler) => json.object(|json| {
            fill(view, json, &filler);
            if let Some(amount) = slots.amount
                && let Some(to) = amount.value_to
            {
                json.key(key!("value_to"));
                View::decimal(json, to);
            }
            if slots.rank {
                json.key(key!("kind")).string("rank");
            }
        }),
    }
    slot(view, json, key!("unit"), slots.unit);
    json.key(key!("bound")).optional(slots.bound.map(|b| b.as_str()));
    json.key(key!("approx"));
    true_or_null(json, slots.amount.is_some_and(|a| a.approx));
    slot(view, json, key!("period"), slots.period);
    json.key(key!("status")).string(slots.status.as_str());
    json.key(key!("change"));
    match slots.change {
        None => json.null(),
        Some(change) => json.object(|json| write_change(view, json, &change)),
    }
    slot(view, json, key!("reported_by"), slots.reported_by);
}

fn write_change(view: &View<'_>, json: &mut Json<'_>, change: &Change) {
    json.key(key!("direction")).optional(change.direction.map(|d| d.as_str()));
    slot(view, json, key!("value"), change.value);
    slot(view, json, key!("unit"), change.unit);
    slot(view, json, key!("multiplier"), change.multiplier);
    let amount = change.value.or(change.multiplier).and_then(|f| amount_of(view, f.mention?));
    json.key(key!("bound")).optional(amount.and_then(|a| a.bound).map(|b| b.as_str()));
    json.key(key!("approx"));
    true_or_null(json, amount.is_some_and(|a| a.approx));
    slot(view, json, key!("baseline"), change.baseline);
}

/// The figure of a mention that has one.
fn amount_of(view: &View<'_>, id: MentionId) -> Option<Amount> {
    match view.layers.mentions.get(id.0 as usize)?.data {
        MentionData::Percent(amount)
        | MentionData::Quantity(amount)
        | MentionData::Multiplier(amount)
        | MentionData::Money { amount, .. } => Some(amount),
        _ => None,
    }
}

fn true_or_null(json: &mut Json<'_>, set: bool) {
    if set {
        json.boolean(true);
    } else {
        json.null();
    }
}

fn statement(view: &View<'_>, json: &mut Json<'_>, slots: &Statement) {
    slot(view, json, key!("speaker"), slots.speaker);
    json.key(key!("act")).optional(slots.act.map(|a| a.as_str()));
    slot(view, json, key!("verb"), slots.verb);
    slot(view, json, key!("content"), slots.content);
    json.key(key!("direct")).boolean(slots.direct);
    slot(view, json, key!("content_continued"), slots.content_continued.map(Filler::span));
}

fn directive(view: &View<'_>, json: &mut Json<'_>, slots: &Directive) {
    slot(view, json, key!("issuer"), slots.issuer);
    list(view, json, key!("addressees"), slots.addressees);
    slot(view, json, key!("action"), slots.action);
    slot(view, json, key!("deadline"), slots.deadline);
}

fn legal_act(view: &View<'_>, json: &mut Json<'_>, slots: &LegalAct) {
    json.key(key!("act")).optional(slots.act.map(|a| a.as_str()));
    slot(view, json, key!("issuer"), slots.issuer);
    slot(view, json, key!("document"), slots.document);
    slot(view, json, key!("doc_type"), slots.doc_type);
    slot(view, json, key!("count"), slots.count);
    slot(view, json, key!("date"), slots.date);
}

fn appointment(view: &View<'_>, json: &mut Json<'_>, slots: &Appointment) {
    slot(view, json, key!("person"), slots.person);
    slot(view, json, key!("position"), slots.position);
    slot(view, json, key!("organization"), slots.organization);
    json.key(key!("act")).optional(slots.act.map(|a| a.as_str()));
}

fn slot(view: &View<'_>, json: &mut Json<'_>, name: Key, filler: Option<Filler>) {
    json.key(name);
    match filler {
        Some(filler) => json.object(|json| fill(view, json, &filler)),
        None => json.null(),
    }
}

fn list(view: &View<'_>, json: &mut Json<'_>, name: Key, fillers: List<Filler>) {
    json.key(name).array(|json| {
        for filler in fillers.of(&view.layers.fillers) {
            json.object(|json| fill(view, json, filler));
        }
    });
}

fn participants(view: &View<'_>, json: &mut Json<'_>, name: Key, members: List<Participant>) {
    json.key(name).array(|json| {
        for member in members.of(&view.layers.participants) {
            json.object(|json| {
                if let Some(person) = member.person {
                    slot(view, json, key!("person"), Some(person));
                    list(view, json, key!("roles"), member.roles);
                }
                for (name, filler) in [(key!("role"), member.role), (key!("body"), member.body)] {
                    if filler.is_some() {
                        slot(view, json, name, filler);
                    }
                }
                if member.site.is_some() {
                    slot(view, json, key!("site"), member.site);
                }
            });
        }
    });
}

fn fill(view: &View<'_>, json: &mut Json<'_>, filler: &Filler) {
    let (start, end, text) = view.projection.locate(filler.span);
    json.key(key!("text")).string(text);
    json.key(key!("start")).unsigned(start);
    json.key(key!("end")).unsigned(end);
    let mention = filler.mention.and_then(|id| view.layers.mentions.get(id.0 as usize));
    if let Some(id) = filler.mention {
        json.key(key!("mention"));
        mention_id(json, id);
    }
    let named = mention.and_then(|m| m.data.entity());
    let entity = filler.entity.or(named);
    // Words found by coreference (`Thủ tướng`) say whom they mean, not what they are.
    let norm = match filler.entity {
        Some(other) if named != Some(other) => Some(view.knowledge.canonical(other)),
        _ => mention.and_then(|m| view.norm(m.norm, m.span, named)),
    };
    if let Some(norm) = norm {
        json.key(key!("norm")).string(norm);
    }
    if let Some(entity) = entity {
        json.key(key!("entity")).string(view.slug(entity));
    }
    match filler.value {
        FillerValue::None => {}
        FillerValue::Number(value) => {
            json.key(key!("value"));
            View::decimal(json, value);
        }
        FillerValue::Ratio(numerator, denominator) => json.key(key!("value")).object(|json| {
            json.key(key!("numerator"));
            View::decimal(json, numerator);
            json.key(key!("denominator"));
            View::decimal(json, denominator);
        }),
        FillerValue::Date(date) => json.key(key!("value")).display(date),
        FillerValue::Word(span) => json.key(key!("value")).display(Lower(span.slice(view.text))),
    }
    if filler.inherited {
        json.key(key!("inherited")).boolean(true);
    }
    if let Some(via) = filler.via {
        json.key(key!("via")).object(|json| view.span(json, via));
    }
}

/// A text in lower case.
struct Lower<'a>(&'a str);

impl std::fmt::Display for Lower<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use std::fmt::Write as _;
        self.0.chars().flat_map(char::to_lowercase).try_for_each(|c| f.write_char(c))
    }
}

/// The canonical name of an indicator's series, without the subject and the period that stand in it.
fn indicator_key(view: &View<'_>, slots: &Statistic, indicator: NormSpan) -> String {
    let inside = |slot: Option<Filler>| {
        slot.map(|f| f.span).filter(|&s| indicator.contains(s) && s != indicator)
    };
    let mut cuts = [inside(slots.subject), inside(slots.period)];
    cuts.sort_by_key(|cut| cut.map(NormSpan::start));
    let mut at = indicator.start();
    let mut pieces = [NormSpan::default(); 3];
    let mut left = pieces.iter_mut();
    for cut in cuts.into_iter().flatten().filter(|cut| !cut.is_empty()) {
        if let Some(piece) = left.next() {
            *piece = NormSpan::new(at, cut.start().max(at));
        }
        at = at.max(cut.end());
    }
    if let Some(piece) = left.next() {
        *piece = NormSpan::new(at, indicator.end());
    }
    let mut key = String::with_capacity(2 * indicator.len() as usize); // abbreviations grow
    let expand = |word: &str| view.gazetteer.expansion_of_word(word);
    series_key(pieces.iter().map(|piece| piece.slice(view.text)), expand, &mut key);
    key
}
