//! `nghisu merge`

use super::facts::gather;
use crate::args::Merge;
use crate::exit::Exit;
use anyhow::Result;
use nghisu_document::record::EventType;
use std::io::{BufWriter, Write as _, stdout};

pub(crate) fn run(options: &Merge, quiet: bool) -> Result<Exit> {
    let events = gather(&options.inputs)?.sorted();
    let merged = nghisu_collect::merge(&events);
    let mut out = BufWriter::new(stdout().lock());
    for record in &merged {
        serde_json::to_writer(&mut out, record)?;
        writeln!(out)?;
    }
    out.flush()?;
    if !quiet {
        let meetings = merged.iter().filter(|r| r.slots.event_type() == EventType::Meeting).count();
        let figures = merged.len() - meetings;
        anstream::eprintln!(
            "{} meetings and figures read; {meetings} meetings and {figures} figures told more than once",
            events.len()
        );
    }
    Ok(Exit::Done)
}
