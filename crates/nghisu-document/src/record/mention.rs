//! Mentions: the spans of a text that mean something.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::edtf::Edtf;
use super::number::{Confidence, Number};
use super::terms::{Bound, PartOfDay};
use super::value::{Value, measured};

/// A span of the text that means something. Mentions may nest; they never cross.
///
/// It carries only the fields of its type that it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Mention {
    /// Unique in the document.
    pub id: String,
    /// The type.
    pub r#type: MentionType,
    /// Where it starts, in code points.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
    /// What stands there.
    #[serde(default)]
    pub text: String,
    /// The canonical name, with its diacritics.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub norm: Option<String>,
    /// The id in the knowledge base, where it knows the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// Of a place or an organization, what kind; `rank` for a role that is a rank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Whether it names several: `các Phó Thủ tướng`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub plural: bool,
    /// Of a person: the ids of the role mentions that describe the person here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<String>>,
    /// Of a role: the title without the organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Of a role: the id of the organization's mention.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// Of a role: the id of the holder's mention, or the holder's entity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// Of a legal document: its type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc_type: Option<String>,
    /// Of a legal document: its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Of a legal document: the body that issued it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Of a legal document: its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Edtf>,
    /// Of a legal document: its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Of figures, dates, times and durations: the meaning.
    #[serde(default, deserialize_with = "measured", skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// The upper end of a range.
    #[serde(default, deserialize_with = "measured", skip_serializing_if = "Option::is_none")]
    pub value_to: Option<Value>,
    /// Of a ratio: the number before the stroke.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<Number>,
    /// Of a ratio: the number after the stroke.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Number>,
    /// What is counted or measured in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The currency (ISO 4217).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Which side of the figure the truth lies on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// Whether the figure is approximate.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub approx: bool,
    /// Of a date: the part of the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of_day: Option<PartOfDay>,
    /// Of a date: whether it runs to the article's own time (đến nay).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub until_now: bool,
    /// What an inferred value or entity was inferred from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inferred_from: Option<String>,
    /// How sure the program is.
    #[serde(default)]
    pub confidence: Confidence,
    /// The rule or feature that made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
}

impl Mention {
    /// A mention with nothing but its place; `start` and `end` in code points.
    #[must_use]
    pub fn new(id: String, r#type: MentionType, start: u32, end: u32, text: String) -> Self {
        Self {
            id,
            r#type,
            start,
            end,
            text,
            norm: None,
            entity: None,
            kind: None,
            plural: false,
            roles: None,
            title: None,
            organization: None,
            holder: None,
            doc_type: None,
            number: None,
            issuer: None,
            date: None,
            name: None,
            value: None,
            value_to: None,
            numerator: None,
            denominator: None,
            unit: None,
            currency: None,
            bound: None,
            approx: false,
            part_of_day: None,
            until_now: false,
            inferred_from: None,
            confidence: Confidence::ONE,
            rule: None,
        }
    }
}

/// The types of mentions.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum MentionType {
    /// The name alone, without title, rank or honorific.
    Person,
    /// The whole title with its organization.
    Role,
    /// A named body, or a named collective of bodies.
    Organization,
    /// A place with its type word; buildings and addresses too.
    Place,
    /// A legal document without its date.
    LegalDocument,
    /// A named programme, project or strategy.
    Program,
    /// A number and `%`.
    Percent,
    /// So many of so many.
    Ratio,
    /// A number, with its unit where that is one of measure.
    Quantity,
    /// An amount with its currency.
    Money,
    /// So many times.
    Multiplier,
    /// A place in an order.
    Ordinal,
    /// A date or a period.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
}

impl MentionType {
    /// All types, in the order of the contract.
    pub const ALL: [Self; 15] = [
        Self::Person,
        Self::Role,
        Self::Organization,
        Self::Place,
        Self::LegalDocument,
        Self::Program,
        Self::Percent,
        Self::Ratio,
        Self::Quantity,
        Self::Money,
        Self::Multiplier,
        Self::Ordinal,
        Self::Date,
        Self::Time,
        Self::Duration,
    ];

    /// The word of the `type` key.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Role => "role",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::LegalDocument => "legal_document",
            Self::Program => "program",
            Self::Percent => "percent",
            Self::Ratio => "ratio",
            Self::Quantity => "quantity",
            Self::Money => "money",
            Self::Multiplier => "multiplier",
            Self::Ordinal => "ordinal",
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
        }
    }
}

impl fmt::Display for MentionType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
