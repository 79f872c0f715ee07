//! What a batch did: shown at its end, and kept beside its output.

use crate::checkpoint::Identity;
use crate::extraction::Counts;
use crate::output::Written;
use nghisu_ingest::Source;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// The name of the file in the output folder. Where it is, all is whole.
pub(crate) const MANIFEST: &str = "manifest.json";

/// What a batch did.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Summary {
    /// Articles extracted.
    pub articles: u64,
    /// Articles that are in `errors.jsonl` instead.
    pub failed: u64,
    /// Articles that are in `skipped.jsonl` because they are not Vietnamese.
    pub foreign: u64,
    /// Articles that are in `skipped.jsonl` because the same text came before.
    pub duplicates: u64,
    /// Bytes of their text.
    pub text_bytes: u64,
    /// Mentions found.
    pub mentions: u64,
    /// Events found.
    pub events: u64,
    /// Files passed over, as `path: reason`.
    pub skipped: Vec<String>,
    /// What a user should know although every article was read.
    pub warnings: Vec<String>,
    /// Wall time, of all legs where a run was resumed.
    pub elapsed: Duration,
    /// Threads that extracted.
    pub jobs: usize,
}

/// The manifest. All but `run` is the same for the same input, models and configuration.
#[derive(Serialize, Deserialize)]
pub(crate) struct Manifest {
    schema: String,
    record: String,
    #[serde(flatten)]
    pub(crate) identity: Identity,
    #[serde(flatten)]
    counts: Counts,
    files: Vec<Written>,
    skipped: Vec<String>,
    warnings: Vec<String>,
    run: Run,
}

/// What differs from run to run.
#[derive(Serialize, Deserialize)]
struct Run {
    jobs: usize,
    seconds: f64,
}

impl Summary {
    pub(crate) fn new(counts: Counts, source: &Source, jobs: usize, elapsed: Duration) -> Self {
        let mut skipped: Vec<String> =
            source.skipped().iter().map(|s| format!("{}: {}", s.path, s.reason)).collect();
        let unnamed = source.passed_over() - skipped.len() as u64;
        if unnamed > 0 {
            skipped.push(format!("and {unnamed} more"));
        }
        let warnings = source.warnings().to_vec();
        Self::of(counts, skipped, warnings, jobs, elapsed)
    }

    fn of(
        counts: Counts,
        skipped: Vec<String>,
        warnings: Vec<String>,
        jobs: usize,
        elapsed: Duration,
    ) -> Self {
        let Counts { articles, failed, foreign, duplicates, text_bytes, mentions, events } = counts;
        Self {
            articles,
            failed,
            foreign,
            duplicates,
            text_bytes,
            mentions,
            events,
            skipped,
            warnings,
            elapsed,
            jobs,
        }
    }
}

impl Manifest {
    pub(crate) fn new(summary: &Summary, identity: Identity, files: Vec<Written>) -> Self {
        let Summary { articles, failed, foreign, duplicates, text_bytes, mentions, events, .. } =
            *summary;
        Self {
            schema: "nghisu/1".to_owned(),
            record: "manifest".to_owned(),
            identity,
            counts: Counts { articles, failed, foreign, duplicates, text_bytes, mentions, events },
            files,
            skipped: summary.skipped.clone(),
            warnings: summary.warnings.clone(),
            run: Run { jobs: summary.jobs, seconds: summary.elapsed.as_secs_f64() },
        }
    }

    /// The manifest of a folder, if it holds one of this version.
    pub(crate) fn read(folder: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(folder.join(MANIFEST)).ok()?).ok()
    }

    pub(crate) fn to_json(&self) -> Vec<u8> {
        // Strings and numbers always serialize.
        let mut json = serde_json::to_vec_pretty(self).unwrap_or_default();
        json.push(b'\n');
        json
    }

    /// The files it speaks of.
    pub(crate) fn names(self) -> Vec<String> {
        self.files.into_iter().map(|file| file.name).collect()
    }

    pub(crate) fn into_summary(self) -> Summary {
        let Run { jobs, seconds } = self.run;
        let elapsed = Duration::try_from_secs_f64(seconds).unwrap_or_default();
        Summary::of(self.counts, self.skipped, self.warnings, jobs, elapsed)
    }
}
