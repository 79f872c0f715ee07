//! The figures, for programs and for readers.

use serde::Serialize;

use crate::fault::Fault;
use crate::reliability::{self, Reliability};
use crate::tally::{ALL, Measure, Tallies, Tally};

/// All scores of one comparison.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// How many documents were scored.
    pub documents: usize,
    /// How many gold documents were left out because they were not predicted.
    pub missing: usize,
    /// The groups that have anything to say.
    pub groups: Vec<Group>,
    /// Confidence against how often it was right, by type and tenth.
    pub reliability: Vec<Reliability>,
    /// The same by rule.
    pub rules: Vec<Reliability>,
    /// Every difference, in the order of the documents; not part of the JSON of the report.
    #[serde(skip)]
    pub faults: Vec<Fault>,
}

/// Measures of one kind: `layout`, `mentions`, `values`, `attributes`, `entities`, `links`,
/// `events`, `slots`, `matched slots`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// The name.
    pub name: &'static str,
    /// The rows: `all` first, then by name.
    pub rows: Vec<Row>,
}

/// One measure. Where only the share of right answers is asked (`values`, `attributes`,
/// `entities`, `links`), `accuracy` has it; elsewhere `precision`, `recall` and `f1`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// The type, `type.field` or `type.slot`.
    pub name: String,
    /// Right ones.
    pub hits: f64,
    /// Missed ones, or wrong answers; halves for inherited fillers.
    pub misses: f64,
    /// Made up ones.
    pub false_alarms: f64,
    /// Of the right ones, those at the very same span; elsewhere than in slots, all.
    pub exact: f64,
    /// Right of those asked.
    pub accuracy: Option<f64>,
    /// Right of those predicted.
    pub precision: Option<f64>,
    /// Right of those in gold.
    pub recall: Option<f64>,
    /// The harmonic mean of both.
    pub f1: Option<f64>,
    /// The 95 % interval of F1 or accuracy, over documents; of one document there is none.
    pub interval: Option<[f64; 2]>,
}

impl Row {
    fn new(measure: Measure, name: &str, tally: Tally, interval: Option<[f64; 2]>) -> Self {
        let accuracy = measure.is_accuracy();
        let other = |share: Option<f64>| share.filter(|_| !accuracy);
        Self {
            name: name.to_owned(),
            hits: tally.hits,
            misses: tally.misses,
            false_alarms: tally.false_alarms,
            exact: tally.exact,
            accuracy: tally.recall().filter(|_| accuracy),
            precision: other(tally.precision()),
            recall: other(tally.recall()),
            f1: other(tally.f1()),
            interval,
        }
    }
}

impl Report {
    pub(crate) fn new(
        documents: usize,
        missing: usize,
        total: &Tallies,
        intervals: &[Option<[f64; 2]>],
        faults: Vec<Fault>,
    ) -> Self {
        let mut groups = Vec::new();
        for measure in Measure::ALL {
            let rows = total.0.iter().zip(intervals).filter(|((key, _), _)| key.0 == measure);
            let mut rows: Vec<Row> = rows
                .map(|(((_, name), tally), interval)| Row::new(measure, name, *tally, *interval))
                .collect();
            rows.sort_by_key(|row| row.name != ALL);
            if !rows.is_empty() {
                groups.push(Group { name: measure.name(), rows });
            }
        }
        let (reliability, rules) = (Vec::new(), Vec::new());
        Self { documents, missing, groups, reliability, rules, faults }
    }

    /// A row by its group and name.
    #[must_use]
    pub fn row(&self, group: &str, name: &str) -> Option<&Row> {
        let group = self.groups.iter().find(|found| found.name == group)?;
        group.rows.iter().find(|row| row.name == name)
    }

    /// The reliability tables as aligned text.
    #[must_use]
    pub fn confidence(&self) -> String {
        reliability::text(&self.reliability, &self.rules)
    }

    /// The faults of a type, with those of its fields and slots; of all types for `None`.
    pub fn faults_of<'a>(&'a self, r#type: Option<&'a str>) -> impl Iterator<Item = &'a Fault> {
        self.faults.iter().filter(move |fault| r#type.is_none_or(|r#type| fault.is_of(r#type)))
    }
}
