//! `nghisu facts`

use crate::args::{Facts, FactsFormat};
use crate::exit::Exit;
use anyhow::Result;
use nghisu_collect::Events;
use std::io::{BufWriter, stdin, stdout};
use std::path::{Path, PathBuf};

pub(crate) fn run(options: &Facts) -> Result<Exit> {
    let events = gather(&options.inputs)?.sorted();
    match options.format {
        FactsFormat::Csv => {
            nghisu_collect::write_facts(&events, BufWriter::new(stdout().lock()))?;
        }
    }
    Ok(Exit::Done)
}

pub(super) fn gather(inputs: &[PathBuf]) -> Result<Events> {
    let mut events = Events::default();
    for input in inputs {
        if input == Path::new("-") {
            events.read_lines(stdin().lock(), "standard input")?;
        } else {
            events.read(input)?;
        }
    }
    Ok(events)
}
