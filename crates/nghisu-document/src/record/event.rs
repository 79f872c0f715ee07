//! The event record.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

use super::contract::{EventTag, SchemaTag};
use super::edtf::Edtf;
use super::filler::Evidence;
use super::number::Confidence;
use super::slots::{EventType, Slots};

/// An event of one article.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Event {
    /// The version of the contract.
    #[serde(default)]
    pub schema: SchemaTag,
    /// Says that this is an event.
    #[serde(default)]
    pub record: EventTag,
    /// The document's id, `#e` and a number.
    pub id: String,
    /// The document it was read from.
    #[serde(default)]
    pub doc_id: String,
    /// When the article was published.
    #[serde(default)]
    pub published: Option<Edtf>,
    /// What it was read from.
    #[serde(default)]
    pub evidence: Evidence,
    /// How sure the program is.
    #[serde(default)]
    pub confidence: Confidence,
    /// The rule or feature that made it.
    #[serde(default)]
    pub rule: Option<String>,
    /// Its type and slots.
    #[serde(flatten)]
    pub slots: Slots,
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The derived form would write `type` where the slots are flattened, far behind the id.
        #[derive(Serialize)]
        struct Written<'a> {
            schema: SchemaTag,
            record: EventTag,
            id: &'a str,
            r#type: EventType,
            doc_id: &'a str,
            published: &'a Option<Edtf>,
            evidence: &'a Evidence,
            confidence: Confidence,
            rule: &'a Option<String>,
            #[serde(flatten)]
            slots: Untagged<'a>,
        }
        Written {
            schema: self.schema,
            record: self.record,
            id: &self.id,
            r#type: self.slots.event_type(),
            doc_id: &self.doc_id,
            published: &self.published,
            evidence: &self.evidence,
            confidence: self.confidence,
            rule: &self.rule,
            slots: Untagged(&self.slots),
        }
        .serialize(serializer)
    }
}

/// The slots without their tag.
pub(super) struct Untagged<'a>(pub(super) &'a Slots);

impl Serialize for Untagged<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Slots::Meeting(slots) => slots.serialize(serializer),
            Slots::Statistic(slots) => slots.serialize(serializer),
            Slots::Statement(slots) => slots.serialize(serializer),
            Slots::Directive(slots) => slots.serialize(serializer),
            Slots::LegalAct(slots) => slots.serialize(serializer),
            Slots::Appointment(slots) => slots.serialize(serializer),
        }
    }
}
