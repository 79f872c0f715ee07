//! `nghisu extract`: the main job.

use crate::args::{CompressOption, EmitOption, Extract, Writing};
use crate::exit::Exit;
use crate::stop::Stop;
use anyhow::{Context as _, Result};
use nghisu_batch::{Batch, Compression, Emit, Error, Output, Progress, Summary};
use nghisu_ingest::Source;
use std::io::{IsTerminal as _, stdout};
use std::path::Path;
use std::time::Duration;

pub(crate) fn run(options: &Extract, quiet: bool) -> Result<Exit> {
    let pipeline = options.pipeline.pipeline()?;
    let source = Source::open(&options.inputs, &options.reading.options()?)?;
    let writing = &options.writing;
    let output = writing.output()?;
    let stop = Stop::on_signals().context("signals can't be caught")?;
    let mut batch = Batch::new(&pipeline)
        .dedup(options.dedup)
        .any_language(options.any_language)
        .stop_when(stop.flag());
    if let Some(jobs) = options.jobs {
        batch = batch.jobs(usize::from(jobs));
    }
    let records_on_terminal = writing.to_stream() && stdout().is_terminal();
    if !quiet && !records_on_terminal {
        batch = batch.progress(Progress::on_terminal(None));
    }
    if let Some(date) = &options.reading.published {
        batch = batch.published(date);
    }
    let summary = match batch.run(source, output) {
        Ok(summary) => summary,
        Err(Error::Stopped) => {
            writing.say_how_to_go_on("stopped; what is done is kept");
            return Ok(Exit::Stopped(stop.status()));
        }
        Err(error @ Error::Write { .. }) => {
            anstream::eprintln!("nghisu: {error}");
            writing.say_how_to_go_on("what is done is kept; mend that");
            return Ok(Exit::Failed);
        }
        Err(error) => return Err(error.into()),
    };
    if !quiet && !writing.to_stream() {
        report(&summary, &writing.output);
    }
    Ok(if summary.failed == 0 { Exit::Done } else { Exit::WithErrors })
}

impl Writing {
    fn to_stream(&self) -> bool {
        self.output == "-"
    }

    fn output(&self) -> Result<Output> {
        let mut output = if self.to_stream() {
            Output::stream(stdout())
        } else {
            Output::directory(Path::new(&self.output))?
        };
        output = output
            .emit(match self.emit {
                None => Emit::All,
                Some(EmitOption::Events) => Emit::Events,
                Some(EmitOption::Documents) => Emit::Documents,
            })
            .resume(self.resume)
            .checkpoint_every(Duration::from_secs(self.checkpoint));
        if let Some(compress) = self.compress {
            output = output.compress(match compress {
                CompressOption::Gzip => Compression::Gzip,
                CompressOption::Zstd => Compression::Zstd,
            });
        }
        if let Some(bytes) = self.shard {
            output = output.shard(bytes);
        }
        Ok(output)
    }

    fn say_how_to_go_on(&self, what: &str) {
        // A checkpoint may not have been reached; the same command then begins anew.
        if !self.to_stream() {
            anstream::eprintln!("nghisu: {what}, and the same command with --resume goes on");
        }
    }
}

/// What was done, on standard error.
fn report(summary: &Summary, output: &str) {
    let seconds = summary.elapsed.as_secs_f64().max(1e-3);
    let megabytes = summary.text_bytes as f64 / 1e6;
    anstream::eprintln!(
        "{} articles ({megabytes:.1} MB of text): {} mentions, {} events in {seconds:.1} s ({:.0} articles/s, {:.1} MB/s, {} threads)",
        summary.articles,
        summary.mentions,
        summary.events,
        summary.articles as f64 / seconds,
        megabytes / seconds,
        summary.jobs,
    );
    if !summary.skipped.is_empty() {
        anstream::eprintln!("{} files passed over; the manifest names them", summary.skipped.len());
    }
    for (count, what) in [(summary.foreign, "not Vietnamese"), (summary.duplicates, "given before")]
    {
        if count > 0 {
            anstream::eprintln!("{count} articles passed over as {what}: see skipped.jsonl");
        }
    }
    if !summary.warnings.is_empty() {
        anstream::eprintln!("{} warnings; the manifest has them", summary.warnings.len());
    }
    if summary.failed > 0 {
        anstream::eprintln!(
            "{} could not be processed: see {}",
            summary.failed,
            Path::new(output).join("errors.jsonl").display()
        );
    }
    anstream::eprintln!("records are in {output}");
}
