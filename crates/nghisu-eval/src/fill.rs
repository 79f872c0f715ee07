//! What fills a slot, and when two fillers agree.

use nghisu_document::record::Value;
use serde_json::Value as Json;

use crate::span::Span;

/// How much of their union two spans must share to name the same thing.
pub(crate) const HALF: f64 = 0.5;

/// A filler, or a word such as `hybrid` where the slot holds no span.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fill {
    pub(crate) text: String,
    /// `None` for a word.
    pub(crate) span: Option<Span>,
    /// The anaphor, where gold points at the antecedent.
    pub(crate) via: Option<Span>,
    pub(crate) entity: Option<String>,
    pub(crate) value: Option<Value>,
    pub(crate) inherited: bool,
    /// Of a participant: `roles` and `site`.
    pub(crate) parts: Vec<(String, Fill)>,
}

impl Fill {
    /// The span without its leading `các ` (plural marker).
    fn bare_span(&self) -> Option<Span> {
        let span = self.span?;
        Some(Span::new(span.start + plural_marker(&self.text), span.end))
    }

    /// Whether both stand at the very same place, or are the same word.
    pub(crate) fn is_exactly(&self, other: &Self) -> bool {
        match (self.bare_span(), other.bare_span()) {
            (Some(a), Some(b)) => a == b,
            (None, None) => self.text == other.text,
            _ => false,
        }
    }

    /// Whether both were read at the same place: one may point at the pronoun, the other at whom it
    /// means with the pronoun beside it.
    pub(crate) fn is_read_at(&self, other: &Self) -> bool {
        let meets = |via: Option<Span>, span: Option<Span>| via.is_some() && via == span;
        self.is_exactly(other)
            || meets(self.via, other.span)
            || meets(other.via, self.span)
            || meets(self.via, other.via)
    }

    /// How well `predicted` answers `self`: `None` when wrong; the more the better.
    pub(crate) fn agreement(&self, predicted: &Self, known: &dyn Fn(&str) -> bool) -> Option<f64> {
        let (Some(gold_span), Some(span)) = (self.span, predicted.span) else {
            let words = self.span.is_none() && predicted.span.is_none();
            return (words && self.text == predicted.text).then_some(1.0);
        };
        let iou = gold_span
            .iou(span)
            .max(self.via.map_or(0.0, |via| via.iou(span)))
            .max(predicted.via.map_or(0.0, |via| via.iou(gold_span)));
        let place = if self.is_exactly(predicted) { 1.0 } else { iou };
        if let (Some(gold), Some(value)) = (&self.value, &predicted.value) {
            return (gold == value).then_some(1.0 + place);
        }
        if let (Some(gold), Some(entity)) = (&self.entity, &predicted.entity) {
            if gold == entity {
                return Some(1.0 + place);
            }
            if known(gold) {
                return None;
            }
        }
        (place >= HALF).then_some(place)
    }
}

/// How many code points of `text` are a leading `các ` (plural marker).
pub(crate) fn plural_marker(text: &str) -> u32 {
    let mut chars = text.chars();
    let found = "các"
        .chars()
        .all(|c| chars.next().is_some_and(|first| first.to_lowercase().eq(c.to_lowercase())));
    if found && chars.next().is_some_and(char::is_whitespace) { 4 } else { 0 }
}

/// Adds what the JSON of a slot says; nothing for `null`, `[]` and `false`.
pub(crate) fn read_fills(slot: &str, json: &Json, fills: &mut Vec<(String, Fill)>) {
    match json {
        Json::Null | Json::Bool(false) => {}
        Json::Bool(true) | Json::Number(_) => fills.push((slot.to_owned(), word(json.to_string()))),
        Json::String(text) => fills.push((slot.to_owned(), word(text.clone()))),
        Json::Array(items) => items.iter().for_each(|item| read_fills(slot, item, fills)),
        Json::Object(object) => {
            let participant = ["person", "role", "body"].iter().find_map(|key| object.get(*key));
            if let Some(filler) = filler(json) {
                fills.push((slot.to_owned(), filler));
            } else if let Some(mut filler) = participant.and_then(filler) {
                for part in ["roles", "site"] {
                    if let Some(json) = object.get(part) {
                        read_fills(part, json, &mut filler.parts);
                    }
                }
                fills.push((slot.to_owned(), filler));
            } else {
                // `change`: an object of slots.
                for (key, json) in object {
                    read_fills(&format!("{slot}.{key}"), json, fills);
                }
            }
        }
    }
}

fn word(text: String) -> Fill {
    Fill { text, ..Fill::default() }
}

fn filler(json: &Json) -> Option<Fill> {
    let text = |key| json.get(key).and_then(Json::as_str);
    Some(Fill {
        text: text("text").unwrap_or_default().to_owned(),
        span: Some(read_span(json)?),
        via: json.get("via").and_then(read_span),
        entity: text("entity").map(str::to_owned),
        value: json.get("value").and_then(|v| serde_json::from_value(v.clone()).ok()),
        inherited: json.get("inherited").and_then(Json::as_bool).unwrap_or_default(),
        parts: Vec::new(),
    })
}

/// The `start` and `end` of an object.
pub(crate) fn read_span(json: &Json) -> Option<Span> {
    let offset = |key| json.get(key)?.as_u64()?.try_into().ok();
    Some(Span::new(offset("start")?, offset("end")?))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn one(json: &Json) -> Fill {
        let mut fills = Vec::new();
        read_fills("slot", json, &mut fills);
        assert_eq!(fills.len(), 1, "{json}");
        fills.remove(0).1
    }

    #[test]
    fn fillers_agree_by_value_then_entity_then_place() {
        let at = |start, end| json!({ "text": "", "start": start, "end": end });
        let with = |start, end, key: &str, value: Json| {
            let mut filler = at(start, end);
            filler[key] = value;
            filler
        };
        for (name, gold, predicted, agree) in [
            ("same span", at(0, 4), at(0, 4), true),
            ("half of the union", at(0, 4), at(0, 8), true),
            ("less than half", at(0, 4), at(0, 9), false),
            (
                "value elsewhere",
                with(0, 4, "value", json!("2022")),
                with(50, 58, "value", json!("2022")),
                true,
            ),
            (
                "other value here",
                with(0, 4, "value", json!(3)),
                with(0, 4, "value", json!(4)),
                false,
            ),
            ("only gold has a value", with(0, 4, "value", json!(3)), at(0, 4), true),
            (
                "entity elsewhere",
                with(0, 4, "entity", json!("org/x")),
                with(9, 12, "entity", json!("org/x")),
                true,
            ),
            (
                "other entity here",
                with(0, 4, "entity", json!("org/x")),
                with(0, 4, "entity", json!("org/y")),
                false,
            ),
            (
                "unknown entity here",
                with(0, 4, "entity", json!("org/new")),
                with(0, 4, "entity", json!("org/y")),
                true,
            ),
            ("the anaphor", with(0, 4, "via", at(30, 36)), at(30, 36), true),
            ("the other's anaphor", at(30, 36), with(0, 4, "via", at(30, 36)), true),
            ("a word", json!("hybrid"), json!("hybrid"), true),
            ("another word", json!("hybrid"), json!("online"), false),
            ("a word is no span", json!("hybrid"), at(0, 4), false),
        ] {
            let found = one(&gold).agreement(&one(&predicted), &|entity| entity != "org/new");
            assert_eq!(found.is_some(), agree, "{name}");
        }
    }

    #[test]
    fn empty_slots_have_no_fillers_and_nested_ones_have_names() {
        let mut fills = Vec::new();
        for json in [json!(null), json!([]), json!(false)] {
            read_fills("slot", &json, &mut fills);
        }
        assert!(fills.is_empty());
        read_fills("change", &json!({ "direction": "up", "value": null }), &mut fills);
        assert_eq!(fills[0].0, "change.direction");
        let chair = one(
            &json!({ "person": { "start": 0, "end": 3 }, "roles": [{ "start": 5, "end": 9 }] }),
        );
        assert_eq!(chair.parts[0].0, "roles");
    }

    #[test]
    fn the_plural_marker_is_a_word() {
        for (text, length) in
            [("các Bộ trưởng", 4), ("Các\u{a0}Bộ trưởng", 4), ("cách", 0), ("các", 0), ("", 0)]
        {
            assert_eq!(plural_marker(text), length, "{text}");
        }
    }
}
