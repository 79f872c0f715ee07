//! What stands in a slot: a filler, a participant, the evidence.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::value::Value;

/// The sentence or sentences that an event was read from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Evidence {
    /// Where it starts, in code points.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
    /// What stands there.
    #[serde(default)]
    pub text: String,
}

/// What fills a slot of an event: always a span of the text, with what is known about it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Filler {
    /// What stands in the text.
    #[serde(default)]
    pub text: String,
    /// Where it starts, in code points.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
    /// The id of the mention that the filler is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mention: Option<String>,
    /// The canonical name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub norm: Option<String>,
    /// The id in the knowledge base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// The meaning of a figure, a date or a word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// The upper end of a range of figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_to: Option<Value>,
    /// The canonical name of a series of figures; of indicators only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// `rank` for a statistic's value that is a place in an order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Whether the filler lies outside the evidence.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inherited: bool,
    /// The anaphor in the evidence that stands for it: `tỷ lệ này`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Evidence>,
    /// What an inferred filler was inferred from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inferred_from: Option<String>,
}

/// Someone at a meeting: a named person, an unnamed holder of a role, or a body.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(deny_unknown_fields)]
#[expect(clippy::large_enum_variant, reason = "most participants are persons")]
pub enum Participant {
    /// A person by name.
    Person {
        /// The name.
        person: Filler,
        /// The roles that the text gives this person.
        #[serde(default)]
        roles: Vec<Filler>,
        /// The điểm cầu (site of a relayed meeting) where this person sat.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<Filler>,
    },
    /// The holder or holders of a role, not named.
    Role {
        /// The role.
        role: Filler,
    },
    /// An organization or group.
    Body {
        /// The group.
        body: Filler,
    },
}
