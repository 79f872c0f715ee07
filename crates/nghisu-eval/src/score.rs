//! The way from two corpora to a report.

use std::path::Path;

use crate::align::align;
use crate::bootstrap::intervals;
use crate::context::Context;
use crate::corpus::Corpus;
use crate::error::Error;
use crate::report::Report;
use crate::tally::Tallies;
use crate::{event, layout, mention, reliability};

/// How to score.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Whether the knowledge base has an entity: others are not counted. `None` counts all.
    pub known_entity: Option<&'a dyn Fn(&str) -> bool>,
    /// Leave gold documents out that were not predicted, instead of refusing to score.
    pub allow_missing: bool,
    /// Both sides are annotators: what is marked on either side weighs the same, so that F1 does
    /// not depend on which is called gold.
    pub agreement: bool,
    /// How many resamples of the documents make an interval; 0 for none.
    pub resamples: u32,
    /// Where the resampling starts: the same seed gives the same intervals.
    pub seed: u64,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            known_entity: None,
            allow_missing: false,
            agreement: false,
            resamples: 1000,
            seed: 1,
        }
    }
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("known_entity", &self.known_entity.map(|_| "…"))
            .field("allow_missing", &self.allow_missing)
            .field("agreement", &self.agreement)
            .field("resamples", &self.resamples)
            .field("seed", &self.seed)
            .finish()
    }
}

/// Scores what was predicted against gold. Predicted documents that gold lacks are ignored.
///
/// # Errors
/// When there is no gold, a gold document was not predicted (unless allowed), or the two sides
/// are over different texts.
pub fn score(gold: &Corpus, predicted: &Corpus, options: &Options<'_>) -> Result<Report, Error> {
    let pairs = align(gold, predicted, options.allow_missing)?;
    let known = options.known_entity.unwrap_or(&|_| true);
    let mut documents = Vec::with_capacity(pairs.len());
    let mut faults = Vec::new();
    let mut judged = Vec::new();
    for (gold, predicted) in pairs {
        let mut context = Context {
            gold,
            predicted,
            known,
            agreement: options.agreement,
            tallies: Tallies::default(),
            faults: Vec::new(),
            judged: Vec::new(),
        };
        layout::score(&mut context);
        mention::score(&mut context);
        event::score(&mut context);
        documents.push(context.tallies);
        faults.append(&mut context.faults);
        judged.append(&mut context.judged);
    }
    let mut total = Tallies::default();
    for document in &documents {
        for ((measure, name), tally) in &document.0 {
            total.add(*measure, name, *tally);
        }
    }
    let intervals = intervals(&total, &documents, options.resamples, options.seed);
    let mut report =
        Report::new(documents.len(), gold.len() - documents.len(), &total, &intervals, faults);
    (report.reliability, report.rules) = reliability::rows(&judged);
    Ok(report)
}

/// Reads both sides, each a file of JSON Lines or a directory of them, and scores.
///
/// # Errors
/// As [`Corpus::read`] and [`score()`].
pub fn run(gold: &Path, predicted: &Path, options: &Options<'_>) -> Result<Report, Error> {
    score(&Corpus::read(gold)?, &Corpus::read(predicted)?, options)
}
