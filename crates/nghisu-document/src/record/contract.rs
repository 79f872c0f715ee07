//! One line of output, told apart by its `record` key, and the JSON Schema of all of them.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::document::Document;
use super::error::{ErrorRecord, RecordError, SkippedRecord};
use super::event::Event;
use super::merged::MergedEvent;

/// The version of the contract, as the `schema` key of every record says it.
pub const SCHEMA: &str = "nghisu/1";

/// Any record: what one line of a JSON Lines output holds.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
#[expect(
    clippy::large_enum_variant,
    reason = "one record lives at a time, and a box would only move it"
)]
pub enum Record {
    /// An annotated article.
    Document(Document),
    /// An event of one article.
    Event(Event),
    /// An event that several articles tell.
    Merged(MergedEvent),
    /// An article that could not be processed.
    Error(ErrorRecord),
    /// An article that was passed over.
    Skipped(SkippedRecord),
}

impl Record {
    /// Reads one line of output.
    ///
    /// # Errors
    /// When the line is not JSON, names another schema or kind of record, or has a field of the
    /// wrong type; the message says which.
    pub fn from_json(line: &str) -> Result<Self, RecordError> {
        // Read the kind first: serde's untagged enums answer every fault with "no variant matched".
        #[derive(Deserialize)]
        struct Kind<'a> {
            #[serde(borrow)]
            schema: Option<Cow<'a, str>>,
            #[serde(borrow)]
            record: Option<Cow<'a, str>>,
        }
        let kind: Kind<'_> = serde_json::from_str(line).map_err(json)?;
        match kind.schema.as_deref() {
            None | Some(SCHEMA) => {}
            Some(found) => {
                return Err(RecordError::Schema { found: found.to_owned(), expected: SCHEMA });
            }
        }
        match kind.record.as_deref() {
            Some("document") => serde_json::from_str(line).map(Self::Document),
            Some("event") => serde_json::from_str(line).map(Self::Event),
            Some("merged") => serde_json::from_str(line).map(Self::Merged),
            Some("error") => serde_json::from_str(line).map(Self::Error),
            Some("skipped") => serde_json::from_str(line).map(Self::Skipped),
            other => return Err(RecordError::Record(other.unwrap_or("none").to_owned())),
        }
        .map_err(json)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
fn json(error: serde_json::Error) -> RecordError {
    RecordError::Json(error.to_string())
}

/// The JSON Schema (draft 2020-12) that every record written validates against.
///
/// Unknown keys are denied, and every key that is always written is required.
///
/// ```
/// let schema = nghisu_document::record::schema();
/// assert!(schema.pointer("/$defs/Mention/properties/start").is_some());
/// ```
#[must_use]
pub fn schema() -> Schema {
    let mut schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Record>();
    schema.insert("title".to_owned(), format!("{SCHEMA}: records of nghisu").into());
    schema
}

/// A key that always says the same word, as a type, so that no record can say another.
macro_rules! constant {
    ($name:ident, $word:expr, $doc:literal) => {
        #[doc = $doc]
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
        pub struct $name;

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($word)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = Cow::<'de, str>::deserialize(deserializer)?;
                if word == $word {
                    Ok(Self)
                } else {
                    Err(serde::de::Error::custom(format_args!("`{}` expected, not `{word}`", $word)))
                }
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "const": $word })
            }
        }
    };
}

constant!(SchemaTag, SCHEMA, "The `schema` key: always [`SCHEMA`].");
constant!(DocumentTag, "document", "The `record` key of a document.");
constant!(EventTag, "event", "The `record` key of an event.");
constant!(MergedTag, "merged", "The `record` key of a merged event.");
constant!(ErrorTag, "error", "The `record` key of an error.");
constant!(SkippedTag, "skipped", "The `record` key of what was passed over.");

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// One record of each kind, with as few keys as a reader accepts.
    fn sparse() -> Vec<Value> {
        let filler = json!({ "text": "Hà Nội", "start": 3, "end": 9, "value": "2022-08" });
        let mut records = vec![
            json!({ "record": "document", "doc_id": "a", "source": { "published": "2022-08-08" },
                "text": "Ở Hà Nội, 17/63", "sections": [{ "kind": "body", "start": 0, "end": 15 }],
                "sentences": [{ "start": 0, "end": 15 }], "events": ["a#e1"],
                "mentions": [
                    { "id": "m1", "type": "place", "start": 2, "end": 8, "entity": "place/ha-noi" },
                    { "id": "m2", "type": "ratio", "start": 10, "end": 15, "confidence": 0.5,
                        "numerator": 17, "denominator": 63 },
                    { "id": "m3", "type": "money", "start": 10, "end": 12, "value": 2.5, "bound": "gte",
                        "approx": true, "currency": "USD" }],
                "chains": [{ "type": "place", "mentions": ["m1"] }],
                "chunks": [{ "start": 0, "end": 15, "tokens": 4 }] }),
            json!({ "record": "error", "source": "a.txt", "stage": "decode", "message": "empty" }),
            json!({ "record": "merged", "id": "g1", "type": "meeting", "members": ["a#e1", "b#e1"],
                "documents": ["a", "b"], "name": filler, "mode": "in_person",
                "conflicts": [{ "slot": "date", "values": [{ "value": null, "events": ["a#e1"] }] }] }),
        ];
        for (kind, slots) in [
            (
                "meeting",
                json!({ "date": filler, "part_of_day": "MO", "sites": [filler],
                "chairs": [{ "person": filler, "roles": [filler], "site": filler }],
                "attendees": [{ "role": filler }, { "body": filler }, { "person": filler }] }),
            ),
            (
                "statistic",
                json!({ "indicator": { "text": "GDP", "start": 0, "end": 3, "key": "gdp" },
                "value": { "text": "17/63", "start": 4, "end": 9, "inherited": true,
                    "value": { "numerator": 17, "denominator": 63 } },
                "status": "target", "change": { "direction": "up", "multiplier": filler } }),
            ),
            ("statement", json!({ "speaker": filler, "act": "emphasis", "direct": true })),
            ("directive", json!({ "addressees": [filler], "deadline": filler })),
            ("legal_act", json!({ "act": "issue", "count": filler })),
            ("appointment", json!({ "act": "appoint", "person": filler })),
        ] {
            let mut event = json!({ "record": "event", "id": "a#e1", "type": kind, "doc_id": "a" });
            event.as_object_mut().unwrap().extend(slots.as_object().unwrap().clone());
            records.push(event);
        }
        records
    }

    #[test]
    fn what_is_read_sparse_is_written_whole_and_validates() {
        let validator = jsonschema::validator_for(schema().as_value()).unwrap();
        for record in sparse() {
            let read =
                Record::from_json(&record.to_string()).unwrap_or_else(|e| panic!("{record}: {e}"));
            let written = serde_json::to_value(&read).unwrap();
            assert!(validator.is_valid(&written), "{written:#}");
            assert_eq!(Record::from_json(&written.to_string()).unwrap(), read);
            // Nothing that was read is lost.
            for (key, value) in record.as_object().unwrap() {
                if value.is_string() {
                    assert_eq!(&written[key], value);
                }
            }
        }
    }

    #[test]
    fn the_schema_denies_unknown_and_missing_keys() {
        let validator = jsonschema::validator_for(schema().as_value()).unwrap();
        for record in sparse() {
            let whole =
                serde_json::to_value(Record::from_json(&record.to_string()).unwrap()).unwrap();
            let mut more = whole.clone();
            more["surplus"] = json!(1);
            assert!(!validator.is_valid(&more), "a surplus key in {record}");
            for key in whole.as_object().unwrap().keys().filter(|key| *key != "chunks") {
                let mut less = whole.clone();
                less.as_object_mut().unwrap().remove(key);
                assert!(!validator.is_valid(&less), "{record} without {key}");
            }
        }
    }

    #[test]
    fn every_slot_is_always_written() {
        let line = r#"{"record":"event","id":"e","type":"meeting","doc_id":"a"}"#;
        let written = serde_json::to_string(&Record::from_json(line).unwrap()).unwrap();
        assert!(written.starts_with(
            r#"{"schema":"nghisu/1","record":"event","id":"e","type":"meeting","doc_id":"a","published":null,"#
        ));
        assert!(written.ends_with(
            r#""venue":null,"sites":[],"organizers":[],"chairs":[],"attendees":[],"topic":null,"programs":[]}"#
        ));
    }

    #[test]
    fn faults_are_named() {
        for (line, fault) in [
            ("{", "EOF"),
            (r#"{"record":"event","id":"e","type":"rumour"}"#, "rumour"),
            (r#"{"record":"letter"}"#, "letter"),
            (r#"{"doc_id":"a"}"#, "none"),
            (r#"{"schema":"nghisu/9","record":"document","doc_id":"a"}"#, "nghisu/9"),
            (
                r#"{"record":"event","id":"e","type":"directive","published":"8/8/2022"}"#,
                "8/8/2022",
            ),
            (
                r#"{"record":"document","doc_id":"a","mentions":[{"id":"m","type":"date","start":0,"end":1,"value":"hôm qua"}]}"#,
                "hôm qua",
            ),
        ] {
            let message = Record::from_json(line).unwrap_err().to_string();
            assert!(message.contains(fault), "{line}: {message}");
        }
    }

    #[test]
    fn words_of_other_annotators_are_kept() {
        let line = r#"{"record":"event","id":"e","type":"statement","act":"regret","via":1}"#;
        let written = serde_json::to_value(Record::from_json(line).unwrap()).unwrap();
        assert_eq!(written["act"], "regret");
        assert_eq!(written.get("via"), None);
    }
}
