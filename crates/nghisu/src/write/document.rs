//! The document record.

use super::View;
use super::json::{Json, Key, key};
use nghisu_document::layers::{
    Amount, Decimal, Holder, Mention, MentionData, MentionId, MentionKind, RoleKind,
};

/// Appends one document record and a line feed.
pub(crate) fn write_document(view: &View<'_>, out: &mut Vec<u8>) {
    let layers = view.layers;
    let mut json = Json::new(out);
    json.object(|json| {
        json.key(key!("schema")).string("nghisu/1");
        json.key(key!("record")).string("document");
        json.key(key!("doc_id")).string(view.input.id);
        json.key(key!("source")).object(|json| source(view, json));
        json.key(key!("text")).string(view.projection.original);
        json.key(key!("sections")).array(|json| {
            for section in &layers.sections {
                let (start, end, _) = view.projection.locate(section.span);
                json.object(|json| {
                    json.key(key!("kind")).string(section.kind.as_str());
                    json.key(key!("start")).unsigned(start);
                    json.key(key!("end")).unsigned(end);
                });
            }
        });
        json.key(key!("sentences")).array(|json| {
            for sentence in &layers.sentences {
                let (start, end, _) = view.projection.locate(sentence.span);
                json.object(|json| {
                    json.key(key!("start")).unsigned(start);
                    json.key(key!("end")).unsigned(end);
                });
            }
        });
        json.key(key!("mentions")).array(|json| {
            for (index, mention) in layers.mentions.iter().enumerate() {
                json.object(|json| write_mention(view, json, MentionId(index as u32), mention));
            }
        });
        json.key(key!("chains")).array(|json| {
            for chain in &layers.chains {
                let (from, to) = chain.members;
                let members =
                    layers.chain_members.get(from as usize..to as usize).unwrap_or_default();
                let Some(head) = layers.mentions.get(chain.head.0 as usize) else { continue };
                json.object(|json| {
                    json.key(key!("entity")).optional(chain.entity.map(|e| view.slug(e)));
                    let entity = chain.entity.or(head.data.entity());
                    json.key(key!("norm")).optional(view.norm(head.norm, head.span, entity));
                    json.key(key!("type")).string(head.data.kind().as_str());
                    json.key(key!("mentions")).array(|json| {
                        for &member in members {
                            mention_id(json, member);
                        }
                    });
                });
            }
        });
        json.key(key!("events")).array(|json| {
            for index in 0..layers.events.len() {
                json.numbered(view.input.id, "#e", index as u32 + 1);
            }
        });
        json.key(key!("chunks")).array(|_| {});
    });
    out.push(b'\n');
}

fn source(view: &View<'_>, json: &mut Json<'_>) {
    let input = view.input;
    json.key(key!("path")).optional(input.path);
    json.key(key!("url")).optional(input.url);
    json.key(key!("site")).optional(input.site);
    json.key(key!("title")).optional(input.title);
    json.key(key!("author")).optional(input.author);
    json.key(key!("published"));
    view.published(json);
    json.key(key!("published_from")).optional(view.projection.published.map(|p| p.from.as_str()));
    json.key(key!("digest")).display(format_args!(
        "xxh3:{:016x}",
        xxhash_rust::xxh3::xxh3_64(view.projection.original.as_bytes())
    ));
}

/// `"m7"` for the mention with index 6.
pub(super) fn mention_id(json: &mut Json<'_>, id: MentionId) {
    json.numbered("", "m", id.0 + 1);
}

fn write_mention(view: &View<'_>, json: &mut Json<'_>, id: MentionId, mention: &Mention) {
    let kind = mention.data.kind();
    json.key(key!("id"));
    mention_id(json, id);
    json.key(key!("type")).string(kind.as_str());
    view.span(json, mention.span);
    let entity = mention.data.entity();
    if let Some(norm) = view.norm(mention.norm, mention.span, entity) {
        json.key(key!("norm")).string(norm);
    }
    if let Some(entity) = entity {
        json.key(key!("entity")).string(view.slug(entity));
    }
    View::confidence(json, mention.confidence);
    json.key(key!("rule")).string(view.rules.name(mention.rule));
    own_fields(view, json, id, mention);
    if let Some(from) = mention.inferred_from {
        json.key(key!("inferred_from"));
        view.inferred_from(json, from);
    }
}

/// The fields that only this type of mention has.
fn own_fields(view: &View<'_>, json: &mut Json<'_>, id: MentionId, mention: &Mention) {
    match mention.data {
        MentionData::Person { .. } => roles(view, json, id),
        MentionData::Role { title, kind, organization, holder, plural } => {
            if let Some(span) = view.layers.span_of(title) {
                json.key(key!("title")).string(view.projection.locate(span).2);
            }
            match kind {
                RoleKind::Office => {}
                RoleKind::Rank => json.key(key!("kind")).string("rank"),
                RoleKind::Academic => json.key(key!("kind")).string("academic"),
            }
            if let Some(organization) = organization {
                json.key(key!("organization"));
                mention_id(json, organization);
            }
            match holder {
                Some(Holder::Mention(person)) => {
                    json.key(key!("holder"));
                    mention_id(json, person);
                }
                Some(Holder::Entity(person)) => json.key(key!("holder")).string(view.slug(person)),
                None => {}
            }
            flag(json, key!("plural"), plural);
        }
        MentionData::Organization { kind, plural, .. } => {
            if let Some(kind) = kind {
                json.key(key!("kind")).string(kind);
            }
            flag(json, key!("plural"), plural);
        }
        MentionData::Place { kind, .. } => {
            if let Some(kind) = kind {
                json.key(key!("kind")).string(kind);
            }
        }
        MentionData::LegalDocument { doc_type, number, issuer, date, name } => {
            if let Some(span) = doc_type.and_then(|range| view.layers.span_of(range)) {
                json.key(key!("doc_type")).string(view.projection.locate(span).2);
            }
            if let Some(number) = number {
                json.key(key!("number")).string(view.projection.locate(number).2);
            }
            if let Some(issuer) = issuer {
                json.key(key!("issuer")).string(view.slug(issuer));
            }
            if let Some(date) = date {
                json.key(key!("date")).display(date);
            }
            if let Some(name) = name {
                json.key(key!("name")).string(view.projection.locate(name).2);
            }
        }
        MentionData::Program { .. } => {}
        MentionData::Percent(amount) => write_amount(view, json, &amount, true),
        MentionData::Quantity(amount) | MentionData::Multiplier(amount) => {
            write_amount(view, json, &amount, false);
        }
        MentionData::Money { amount, currency } => {
            write_amount(view, json, &amount, true);
            json.key(key!("currency")).string(currency);
        }
        MentionData::Ratio { numerator, denominator, unit } => {
            number(json, key!("numerator"), numerator);
            number(json, key!("denominator"), denominator);
            if let Some(unit) = unit {
                json.key(key!("unit")).string(view.projection.locate(unit).2);
            }
        }
        MentionData::Ordinal(value) => number(json, key!("value"), value),
        MentionData::Date(date) => {
            if let Some(value) = date.value {
                json.key(key!("value")).display(value);
            }
            if let Some(part) = date.part_of_day {
                json.key(key!("part_of_day")).string(part.as_str());
            }
            flag(json, key!("until_now"), date.until_now);
        }
        MentionData::Time(minutes) => {
            json.key(key!("value")).display(format_args!(
                "T{:02}:{:02}",
                minutes / 60,
                minutes % 60
            ));
        }
        MentionData::Duration(length) => {
            json.key(key!("value")).display(length);
            if let Some(to) = length.upper() {
                json.key(key!("value_to")).display(to);
            }
            if let Some(bound) = length.bound {
                json.key(key!("bound")).string(bound.as_str());
            }
            flag(json, key!("approx"), length.approx);
        }
    }
}

/// The roles that describe a person here: those whose holder it is and that stand beside it, in
/// text order. A bare title that the article ties to the person elsewhere describes nobody here.
fn roles(view: &View<'_>, json: &mut Json<'_>, person: MentionId) {
    json.key(key!("roles")).array(|json| {
        for (index, mention) in view.layers.mentions.iter().enumerate() {
            if mention.data.kind() == MentionKind::Role
                && let MentionData::Role { holder: Some(Holder::Mention(holder)), .. } =
                    mention.data
                && holder == person
                && mention.inferred_from.is_none()
            {
                mention_id(json, MentionId(index as u32));
            }
        }
    });
}

fn number(json: &mut Json<'_>, key: Key, value: Decimal) {
    json.key(key);
    View::decimal(json, value);
}

fn flag(json: &mut Json<'_>, key: Key, set: bool) {
    if set {
        json.key(key).boolean(true);
    }
}

fn write_amount(view: &View<'_>, json: &mut Json<'_>, amount: &Amount, unit_in_type: bool) {
    number(json, key!("value"), amount.value);
    if let Some(to) = amount.value_to {
        number(json, key!("value_to"), to);
    }
    if let Some(unit) = amount.unit
        && !unit_in_type
    {
        json.key(key!("unit")).string(view.projection.locate(unit).2);
    }
    if let Some(bound) = amount.bound {
        json.key(key!("bound")).string(bound.as_str());
    }
    flag(json, key!("approx"), amount.approx);
}
