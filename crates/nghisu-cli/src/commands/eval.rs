//! `nghisu eval`

use crate::args::Eval;
use crate::exit::Exit;
use anyhow::Result;
use nghisu_eval::Options;
use std::io::{Write as _, stdout};

pub(crate) fn run(options: &Eval) -> Result<Exit> {
    let pipeline = nghisu::Pipeline::new()?;
    let known = |slug: &str| pipeline.knowledge().find(slug).is_some();
    let scoring = Options { known_entity: Some(&known), ..Options::default() };
    let report = nghisu_eval::run(&options.gold, &options.predicted, &scoring)?;
    let mut out = stdout().lock();
    if options.json {
        serde_json::to_writer_pretty(&mut out, &report)?;
        writeln!(out)?;
    } else if options.confidence {
        write!(out, "{}", report.confidence())?;
    } else if options.markdown {
        write!(out, "{}", report.to_markdown())?;
    } else if options.errors {
        for fault in report.faults_of(None) {
            serde_json::to_writer(&mut out, fault)?;
            writeln!(out)?;
        }
    } else {
        write!(out, "{report}")?;
    }
    Ok(Exit::Done)
}
