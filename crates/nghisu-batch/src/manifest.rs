//! What a batch did: shown at its end, and kept beside its output.

use crate::extraction::Counts;
use crate::output::Written;
use nghisu::Pipeline;
use nghisu_ingest::Source;
use serde::Serialize;
use std::time::Duration;

/// What a batch did.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Summary {
    /// Articles extracted.
    pub articles: u64,
    /// Articles that are in `errors.jsonl` instead.
    pub failed: u64,
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
    /// Wall time.
    pub elapsed: Duration,
    /// Threads that extracted.
    pub jobs: usize,
    pub(crate) files: Vec<Written>,
    models: String,
    config: String,
}

/// The manifest. All but `run` is the same for the same input, models and configuration.
#[derive(Serialize)]
struct Manifest<'a> {
    schema: &'static str,
    record: &'static str,
    program: &'static str,
    models: &'a str,
    config: &'a str,
    articles: u64,
    failed: u64,
    text_bytes: u64,
    mentions: u64,
    events: u64,
    files: &'a [Written],
    skipped: &'a [String],
    warnings: &'a [String],
    run: Run,
}

/// What differs from run to run.
#[derive(Serialize)]
struct Run {
    jobs: usize,
    seconds: f64,
}

impl Summary {
    pub(crate) fn new(
        counts: Counts,
        source: &Source,
        pipeline: &Pipeline,
        jobs: usize,
        elapsed: Duration,
    ) -> Self {
        Self {
            articles: counts.articles,
            failed: counts.failed,
            text_bytes: counts.text_bytes,
            mentions: counts.mentions,
            events: counts.events,
            skipped: source.skipped().iter().map(|s| format!("{}: {}", s.path, s.reason)).collect(),
            warnings: source.warnings().to_vec(),
            elapsed,
            jobs,
            files: Vec::new(),
            models: format!("xxh3:{:016x}", pipeline.models_digest()),
            config: format!("xxh3:{:016x}", pipeline.config_digest()),
        }
    }

    pub(crate) fn to_json(&self) -> Vec<u8> {
        let manifest = Manifest {
            schema: "nghisu/1",
            record: "manifest",
            program: concat!("nghisu ", env!("CARGO_PKG_VERSION")),
            models: &self.models,
            config: &self.config,
            articles: self.articles,
            failed: self.failed,
            text_bytes: self.text_bytes,
            mentions: self.mentions,
            events: self.events,
            files: &self.files,
            skipped: &self.skipped,
            warnings: &self.warnings,
            run: Run { jobs: self.jobs, seconds: self.elapsed.as_secs_f64() },
        };
        // Strings and numbers always serialize.
        let mut json = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
        json.push(b'\n');
        json
    }
}
