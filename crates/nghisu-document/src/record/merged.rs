//! The record of an event that several articles tell.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

use super::contract::{MergedTag, SchemaTag};
use super::event::Untagged;
use super::slots::{EventType, Slots};

/// One event, as all the articles that tell it tell it.
///
/// The fillers keep the spans of the first member that gave them.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MergedEvent {
    /// The version of the contract.
    #[serde(default)]
    pub schema: SchemaTag,
    /// Says that this is a merged event.
    #[serde(default)]
    pub record: MergedTag,
    /// The id.
    pub id: String,
    /// The ids of the events that became one.
    #[serde(default)]
    pub members: Vec<String>,
    /// The documents that tell it.
    #[serde(default)]
    pub documents: Vec<String>,
    /// Its type and slots.
    #[serde(flatten)]
    pub slots: Slots,
    /// Where the members disagree.
    #[serde(default)]
    pub conflicts: Vec<Conflict>,
}

/// A slot that members fill differently.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Conflict {
    /// The slot.
    pub slot: String,
    /// Each value, with the events that say it.
    pub values: Vec<ConflictingValue>,
}

/// One of several values of a slot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ConflictingValue {
    /// The value, in the form the slot has.
    pub value: serde_json::Value,
    /// The ids of the events that say it.
    pub events: Vec<String>,
}

impl Serialize for MergedEvent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'a> {
            schema: SchemaTag,
            record: MergedTag,
            id: &'a str,
            r#type: EventType,
            members: &'a [String],
            documents: &'a [String],
            #[serde(flatten)]
            slots: Untagged<'a>,
            conflicts: &'a [Conflict],
        }
        Written {
            schema: self.schema,
            record: self.record,
            id: &self.id,
            r#type: self.slots.event_type(),
            members: &self.members,
            documents: &self.documents,
            slots: Untagged(&self.slots),
            conflicts: &self.conflicts,
        }
        .serialize(serializer)
    }
}
