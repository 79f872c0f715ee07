//! `nghisu lookup`

use crate::args::Lookup;
use crate::exit::Exit;
use anyhow::{Context as _, Result};
use nghisu::Pipeline;
use nghisu_document::layers::PartialDate;
use std::io::{Write as _, stdout};

pub(crate) fn run(options: &Lookup) -> Result<Exit> {
    let at = match &options.at {
        Some(date) => Some(nghisu::read_date(date).with_context(|| {
            format!("--at {date}: write a day, a month or a year: 2023-07-12, 2023-07, 2023")
        })?),
        None => None,
    };
    let pipeline = Pipeline::new()?;
    let knowledge = pipeline.knowledge();
    let mut out = stdout().lock();
    let meanings = knowledge.lookup(&options.name, at);
    if meanings.is_empty() {
        writeln!(out, "{}: not in the knowledge base", options.name)?;
    }
    for meaning in meanings {
        let entity = meaning.entity;
        let state = entity.state_on(at).or(entity.states.last());
        let canonical = state.map_or(entity.canonical(), |s| &s.canonical);
        write!(out, "{}  {canonical}", entity.slug)?;
        if let Some(state) = state {
            let (from, to) = (shown(state.from()), shown(state.to()));
            if !(from.is_empty() && to.is_empty()) {
                write!(out, "  [{from}..{to}]")?;
            }
        }
        let now = knowledge.became(meaning.id);
        if now != meaning.id {
            write!(out, "  became {} ({})", knowledge.slug(now), knowledge.canonical(now))?;
        }
        writeln!(out)?;
        for tenure in knowledge.offices_of(meaning.id, at) {
            let organization = knowledge.canonical(tenure.organization());
            let (from, to) = (shown(tenure.from()), shown(tenure.to()));
            writeln!(out, "    {} {organization}  [{from}..{to}]", tenure.title)?;
        }
    }
    Ok(Exit::Done)
}

fn shown(date: Option<PartialDate>) -> String {
    date.map(|d| d.to_string()).unwrap_or_default()
}
