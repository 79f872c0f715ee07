//! The record of an article that failed, and what a record that cannot be read says.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::contract::{ErrorTag, SchemaTag, SkippedTag};

/// An article that could not be processed; the batch went on without it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ErrorRecord {
    /// The version of the contract.
    #[serde(default)]
    pub schema: SchemaTag,
    /// Says that this is an error.
    #[serde(default)]
    pub record: ErrorTag,
    /// The article: its path under the input root, with `#n` for the nth record of a file.
    pub source: String,
    /// The stage that gave up, such as `read`, `decode` or `segment`.
    pub stage: String,
    /// What the user must mend.
    pub message: String,
}

/// An article that was read and passed over, because there is nothing in it for this program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SkippedRecord {
    /// The version of the contract.
    #[serde(default)]
    pub schema: SchemaTag,
    /// Says that it was passed over.
    #[serde(default)]
    pub record: SkippedTag,
    /// The id that the article would have.
    pub doc_id: String,
    /// Why: `not_vietnamese`, `duplicate`, `near_duplicate`.
    pub reason: String,
    /// The article that it repeats.
    #[serde(default)]
    pub duplicate_of: Option<String>,
}

/// Why a record, or a value inside one, cannot be read.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum RecordError {
    /// Not a decimal number such as `71.79`.
    #[error(
        "`{0}` is not a decimal number: write digits with at most one `.`, no exponent, and above \
         15 significant digits a string"
    )]
    Number(String),
    /// Not between 0 and 1.
    #[error("a confidence lies between 0 and 1, not at {0}")]
    Confidence(f64),
    /// Not a date of the contract's EDTF forms.
    #[error(
        "`{0}` is not a date: write `2022-08-08`, `2022-08`, `2022`, an interval `2022-01/2022-06` \
         in order, an open one `2020/..`, or a recurring one `XXXX-10-10`"
    )]
    Date(String),
    /// Not a time of day.
    #[error("`{0}` is not a time of day: write `T13:42`")]
    Time(String),
    /// Not an ISO 8601 duration.
    #[error("`{0}` is not a duration: write `P6M`, `P5Y`, `P92D` or `PT45M`")]
    Duration(String),
    /// Another version of the contract, or none.
    #[error("`{found}` is not a schema this program reads; it reads `{expected}`")]
    Schema {
        /// What the record says.
        found: String,
        /// What this program reads.
        expected: &'static str,
    },
    /// Neither a document nor an event, a merged event or an error.
    #[error("`{0}` is not a kind of record: `document`, `event`, `merged` and `error` are")]
    Record(String),
    /// Not JSON, or a field of the wrong type.
    #[error("the record does not follow the schema: {0}")]
    Json(String),
}
