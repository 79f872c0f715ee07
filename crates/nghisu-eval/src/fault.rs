//! What went wrong, one by one.

use std::fmt;

use serde::Serialize;

/// One difference between gold and predicted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The document, by its id in gold.
    pub doc_id: String,
    /// What kind of difference.
    pub kind: FaultKind,
    /// What differs: a type of mention (`percent`), a field (`percent.value`), a type of event
    /// (`statistic`), a slot (`statistic.period`), or a layer (`sentence`).
    pub r#type: String,
    /// What gold says; of a false alarm, what gold has at that place.
    pub gold: Option<String>,
    /// What was predicted; of a miss, what was predicted at that place.
    pub predicted: Option<String>,
    /// Where, in code points.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
    /// About 60 code points around it, the span in `⟦⟧`.
    pub context: String,
}

/// The kinds of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// Gold has it, predicted does not.
    Miss,
    /// Predicted has it, gold does not.
    FalseAlarm,
    /// Both have it, and differ in what it means.
    Wrong,
    /// Predicted says more about it than gold does; not scored.
    Surplus,
}

impl Fault {
    /// Whether the fault is of `type`, or of a field or slot of it.
    #[must_use]
    pub fn is_of(&self, r#type: &str) -> bool {
        self.r#type
            .strip_prefix(r#type)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', ' ']))
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Miss => "miss",
            Self::FalseAlarm => "false alarm",
            Self::Wrong => "wrong",
            Self::Surplus => "surplus",
        })
    }
}
