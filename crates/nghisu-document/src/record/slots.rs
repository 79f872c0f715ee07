//! What each type of event holds. All slots are always written: `null` or `[]` where unknown.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::filler::{Filler, Participant};
use super::terms::{
    AppointmentAct, Bound, Direction, LegalActKind, Mode, PartOfDay, StatementAct, Status,
};

/// The slots of an event, by its type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Slots {
    /// A meeting.
    Meeting(Box<Meeting>),
    /// A figure.
    Statistic(Box<Statistic>),
    /// What someone said.
    Statement(Box<Statement>),
    /// What someone was told to do.
    Directive(Box<Directive>),
    /// What happened to a legal document.
    LegalAct(Box<LegalAct>),
    /// Who came to an office, or left it.
    Appointment(Box<Appointment>),
}

impl Slots {
    /// The type of the event.
    #[must_use]
    pub fn event_type(&self) -> EventType {
        match self {
            Self::Meeting(_) => EventType::Meeting,
            Self::Statistic(_) => EventType::Statistic,
            Self::Statement(_) => EventType::Statement,
            Self::Directive(_) => EventType::Directive,
            Self::LegalAct(_) => EventType::LegalAct,
            Self::Appointment(_) => EventType::Appointment,
        }
    }
}

/// The types of events.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum EventType {
    /// A meeting.
    Meeting,
    /// A figure.
    Statistic,
    /// What someone said.
    Statement,
    /// What someone was told to do.
    Directive,
    /// What happened to a legal document.
    LegalAct,
    /// Who came to an office, or left it.
    Appointment,
}

impl EventType {
    /// All types, in the order of the contract.
    pub const ALL: [Self; 6] = [
        Self::Meeting,
        Self::Statistic,
        Self::Statement,
        Self::Directive,
        Self::LegalAct,
        Self::Appointment,
    ];

    /// The word of the `type` key.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Statistic => "statistic",
            Self::Statement => "statement",
            Self::Directive => "directive",
            Self::LegalAct => "legal_act",
            Self::Appointment => "appointment",
        }
    }
}

impl fmt::Display for EventType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A meeting; its slots are gathered from the whole article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct Meeting {
    /// The whole name.
    pub name: Option<Filler>,
    /// hội nghị, phiên họp, cuộc họp, hội thảo, lễ, diễn đàn, buổi làm việc …
    pub kind: Option<Filler>,
    /// The place in a series: `lần thứ 8`.
    pub ordinal: Option<Filler>,
    /// The day.
    pub date: Option<Filler>,
    /// The part of the day.
    pub part_of_day: Option<PartOfDay>,
    /// How those who meet are together.
    pub mode: Option<Mode>,
    /// Where the main room is.
    pub venue: Option<Filler>,
    /// The điểm cầu (sites) that it was relayed to.
    pub sites: Vec<Filler>,
    /// The bodies whose meeting it is.
    pub organizers: Vec<Filler>,
    /// Those who chair (chủ trì).
    pub chairs: Vec<Participant>,
    /// Those who attend.
    pub attendees: Vec<Participant>,
    /// What it is about.
    pub topic: Option<Filler>,
    /// The programmes it deals with.
    pub programs: Vec<Filler>,
}

/// A figure: one indicator, one subject, one period.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct Statistic {
    /// What is measured, with the `key` of its series.
    pub indicator: Option<Filler>,
    /// Whose figure it is.
    pub subject: Option<Filler>,
    /// The number, ratio or rank; `null` where only a growth is told.
    pub value: Option<Filler>,
    /// What the number counts or measures in.
    pub unit: Option<Filler>,
    /// Which side of the figure the truth lies on.
    pub bound: Option<Bound>,
    /// Whether the figure is approximate.
    pub approx: Option<bool>,
    /// The time it holds for.
    pub period: Option<Filler>,
    /// Reached, aimed at, or estimated.
    pub status: Option<Status>,
    /// Against another time.
    pub change: Option<Change>,
    /// Who tells it.
    pub reported_by: Option<Filler>,
}

/// How a figure moved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct Change {
    /// Which way.
    pub direction: Option<Direction>,
    /// By how much.
    pub value: Option<Filler>,
    /// Of what.
    pub unit: Option<Filler>,
    /// How many times the baseline.
    pub multiplier: Option<Filler>,
    /// Which side of the figure the truth lies on.
    pub bound: Option<Bound>,
    /// Whether the change is approximate.
    pub approx: Option<bool>,
    /// The time compared with.
    pub baseline: Option<Filler>,
}

/// What someone said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct Statement {
    /// Who speaks.
    pub speaker: Option<Filler>,
    /// What the speaker does with words.
    pub act: Option<StatementAct>,
    /// The verb of saying.
    pub verb: Option<Filler>,
    /// What is said.
    pub content: Option<Filler>,
    /// Whether it is a quotation.
    pub direct: Option<bool>,
    /// Later sentences of the same speech.
    pub content_continued: Option<Filler>,
}

/// What someone was told to do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct Directive {
    /// Who tells.
    pub issuer: Option<Filler>,
    /// Who is told; empty where none is stated.
    pub addressees: Vec<Filler>,
    /// What is to be done.
    pub action: Option<Filler>,
    /// By when.
    pub deadline: Option<Filler>,
}

/// What happened to a legal document, or to a counted number of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct LegalAct {
    /// What happened.
    pub act: Option<LegalActKind>,
    /// Who did it.
    pub issuer: Option<Filler>,
    /// The document.
    pub document: Option<Filler>,
    /// The type of counted documents.
    pub doc_type: Option<Filler>,
    /// How many.
    pub count: Option<Filler>,
    /// When.
    pub date: Option<Filler>,
}

/// Who came to an office, or left it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct Appointment {
    /// Who.
    pub person: Option<Filler>,
    /// The office.
    pub position: Option<Filler>,
    /// The body the office belongs to.
    pub organization: Option<Filler>,
    /// What happened.
    pub act: Option<AppointmentAct>,
}
