use super::{Amount, Bound, Decimal, Edtf, EntityId, MentionId, PartOfDay, RuleId};
use nghisu_text::NormSpan;
use std::marker::PhantomData;

/// What the article says was done, said or measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Event {
    /// The sentence (or sentences) that say so.
    pub evidence: NormSpan,
    /// What made it.
    pub rule: RuleId,
    /// How sure, in percent: 0 to 100.
    pub confidence: u8,
    /// The slots of its type.
    pub data: EventData,
}

/// The slots of each type of event; the output contract says what each holds.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs)] // one variant a type of the output contract
#[allow(clippy::large_enum_variant)] // a few dozen an article; a box would allocate each
pub enum EventData {
    Meeting(Meeting),
    Statistic(Statistic),
    Statement(Statement),
    Directive(Directive),
    LegalAct(LegalAct),
    Appointment(Appointment),
}

/// What fills a slot: a place in the text and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Filler {
    /// Bytes of the normalized text.
    pub span: NormSpan,
    /// The mention that stands there.
    pub mention: Option<MentionId>,
    /// What it names, where known.
    pub entity: Option<EntityId>,
    /// What it means, where it has a value.
    pub value: FillerValue,
    /// It lies outside the evidence.
    pub inherited: bool,
    /// The anaphor through which it was found: `tỷ lệ này`.
    pub via: Option<NormSpan>,
}

impl Filler {
    /// A filler that is only its words.
    pub fn span(span: NormSpan) -> Self {
        Self { span, ..Self::default() }
    }
}

/// The value of a filler.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum FillerValue {
    /// Only its words.
    #[default]
    None,
    /// A number, percentage, amount of money, rank or count.
    Number(Decimal),
    /// `19/22`
    Ratio(Decimal, Decimal),
    /// A date.
    Date(Edtf),
    /// A lower-cased word of the text: a meeting's kind.
    Word(NormSpan),
}

/// A list of fillers or participants, kept in the pools of `Layers`.
#[derive(Debug)]
pub struct List<T> {
    start: u32,
    end: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> List<T> {
    /// Appends members to the pool they lie in.
    pub fn push(pool: &mut Vec<T>, items: impl IntoIterator<Item = T>) -> Self {
        let start = pool.len() as u32;
        pool.extend(items);
        Self { start, end: pool.len() as u32, of: PhantomData }
    }

    /// The members, given the pool they lie in.
    pub fn of(self, pool: &[T]) -> &[T] {
        pool.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Whether it has no members.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

impl<T> Copy for List<T> {}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { start: 0, end: 0, of: PhantomData }
    }
}

impl<T> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}

/// A chair or attendee: a person with roles, or a role or body without a name.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Participant {
    /// The person, where one is named.
    pub person: Option<Filler>,
    /// The roles that describe the person here.
    pub roles: List<Filler>,
    /// The điểm cầu where the person sat.
    pub site: Option<Filler>,
    /// The role, where no person is named.
    pub role: Option<Filler>,
    /// The body, where neither is named.
    pub body: Option<Filler>,
}

/// How a meeting was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// trực tuyến
    Online,
    /// trực tiếp
    InPerson,
    /// A physical session relayed to others.
    Hybrid,
}

impl Mode {
    /// The word of the output contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::InPerson => "in_person",
            Self::Hybrid => "hybrid",
        }
    }
}

/// A meeting, session, conference, ceremony, working visit …
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[allow(missing_docs)] // the slots of the output contract
pub struct Meeting {
    pub name: Option<Filler>,
    pub kind: Option<Filler>,
    pub ordinal: Option<Filler>,
    pub date: Option<Filler>,
    pub part_of_day: Option<PartOfDay>,
    pub mode: Option<Mode>,
    pub venue: Option<Filler>,
    pub sites: List<Filler>,
    pub organizers: List<Filler>,
    pub chairs: List<Participant>,
    pub attendees: List<Participant>,
    pub topic: Option<Filler>,
    pub programs: List<Filler>,
}

/// Whether a figure was reached, is aimed at, or is guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Status {
    /// Reached.
    #[default]
    Actual,
    /// Aimed at: mục tiêu, phấn đấu.
    Target,
    /// ước đạt
    Estimate,
}

impl Status {
    /// The word of the output contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Target => "target",
            Self::Estimate => "estimate",
        }
    }
}

/// Which way a figure moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// tăng
    Up,
    /// giảm
    Down,
}

impl Direction {
    /// The word of the output contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

/// A change against a baseline.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[allow(missing_docs)] // the slots of the output contract
pub struct Change {
    pub direction: Option<Direction>,
    pub value: Option<Filler>,
    pub unit: Option<Filler>,
    pub multiplier: Option<Filler>,
    pub baseline: Option<Filler>,
}

/// A figure about the world.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[allow(missing_docs)] // the slots of the output contract
pub struct Statistic {
    pub indicator: Option<Filler>,
    pub subject: Option<Filler>,
    pub value: Option<Filler>,
    /// The value's figure, for a range or an approximation.
    pub amount: Option<Amount>,
    /// The value is a rank.
    pub rank: bool,
    pub unit: Option<Filler>,
    pub bound: Option<Bound>,
    pub period: Option<Filler>,
    pub status: Status,
    pub change: Option<Change>,
    pub reported_by: Option<Filler>,
}

/// What kind of speech a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the words of the output contract
pub enum Act {
    Emphasis,
    Assessment,
    Request,
    Announcement,
    Warning,
    Thanks,
    Report,
    Praise,
    Proposal,
}

impl Act {
    /// Every act, in the order of the output contract.
    pub const ALL: [Self; 9] = [
        Self::Emphasis,
        Self::Assessment,
        Self::Request,
        Self::Announcement,
        Self::Warning,
        Self::Thanks,
        Self::Report,
        Self::Praise,
        Self::Proposal,
    ];

    /// The word of the output contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Emphasis => "emphasis",
            Self::Assessment => "assessment",
            Self::Request => "request",
            Self::Announcement => "announcement",
            Self::Warning => "warning",
            Self::Thanks => "thanks",
            Self::Report => "report",
            Self::Praise => "praise",
            Self::Proposal => "proposal",
        }
    }

    /// The act a gazetteer cell names.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "emphasis" => Self::Emphasis,
            "assessment" => Self::Assessment,
            "request" => Self::Request,
            "announcement" => Self::Announcement,
            "warning" => Self::Warning,
            "thanks" => Self::Thanks,
            "report" => Self::Report,
            "praise" => Self::Praise,
            "proposal" => Self::Proposal,
            _ => return None,
        })
    }
}

/// What somebody said.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[allow(missing_docs)] // the slots of the output contract
pub struct Statement {
    pub speaker: Option<Filler>,
    pub act: Option<Act>,
    pub verb: Option<Filler>,
    pub content: Option<Filler>,
    pub direct: bool,
    /// Later sentences of the same speech.
    pub content_continued: Option<NormSpan>,
}

/// What somebody asked somebody to do.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[allow(missing_docs)] // the slots of the output contract
pub struct Directive {
    pub issuer: Option<Filler>,
    pub addressees: List<Filler>,
    pub action: Option<Filler>,
    pub deadline: Option<Filler>,
}

/// What was done to a legal document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the words of the output contract
pub enum LegalActKind {
    Issue,
    Sign,
    Approve,
    Amend,
    Submit,
    Effective,
}

impl LegalActKind {
    /// The word of the output contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::Sign => "sign",
            Self::Approve => "approve",
            Self::Amend => "amend",
            Self::Submit => "submit",
            Self::Effective => "effective",
        }
    }
}

/// A legal document issued, signed, approved, amended, submitted, or coming into force.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[allow(missing_docs)] // the slots of the output contract
pub struct LegalAct {
    pub act: Option<LegalActKind>,
    pub issuer: Option<Filler>,
    pub document: Option<Filler>,
    pub doc_type: Option<Filler>,
    pub count: Option<Filler>,
    pub date: Option<Filler>,
}

/// What happened to an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the words of the output contract
pub enum AppointmentAct {
    Appoint,
    Dismiss,
    Hold,
}

impl AppointmentAct {
    /// The word of the output contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Appoint => "appoint",
            Self::Dismiss => "dismiss",
            Self::Hold => "hold",
        }
    }
}

/// Somebody given, or relieved of, an office.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[allow(missing_docs)] // the slots of the output contract
pub struct Appointment {
    pub person: Option<Filler>,
    pub position: Option<Filler>,
    pub organization: Option<Filler>,
    pub act: Option<AppointmentAct>,
}
