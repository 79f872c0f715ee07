//! `nghisu extract`: the main job.

use crate::args::{EmitOption, Extract};
use crate::exit::Exit;
use anyhow::Result;
use nghisu_batch::{Batch, Emit, Output, Progress, Summary};
use nghisu_ingest::Source;
use std::io::{IsTerminal as _, stdout};
use std::path::Path;

pub(crate) fn run(options: &Extract, quiet: bool) -> Result<Exit> {
    let pipeline = options.pipeline.pipeline()?;
    let source = Source::open(&options.inputs, &options.reading.options()?)?;
    let to_stream = options.output == "-";
    let output = if to_stream {
        let emit = match options.emit {
            None => Emit::All,
            Some(EmitOption::Events) => Emit::Events,
            Some(EmitOption::Documents) => Emit::Documents,
        };
        Output::stream(stdout(), emit)
    } else {
        Output::directory(Path::new(&options.output))?
    };
    let mut batch = Batch::new(&pipeline);
    if let Some(jobs) = options.jobs {
        batch = batch.jobs(usize::from(jobs));
    }
    let records_on_terminal = to_stream && stdout().is_terminal();
    if !quiet && !records_on_terminal {
        batch = batch.progress(Progress::on_terminal(None));
    }
    if let Some(date) = &options.reading.published {
        batch = batch.published(date);
    }
    let summary = batch.run(source, output)?;
    if !quiet && !to_stream {
        report(&summary, &options.output);
    }
    Ok(if summary.failed == 0 { Exit::Done } else { Exit::WithErrors })
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
