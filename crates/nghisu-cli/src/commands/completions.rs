//! `nghisu completions`

use crate::args::{Arguments, Completions};
use crate::exit::Exit;
use anyhow::Result;
use clap::CommandFactory as _;
use std::io::{Write as _, stdout};

pub(crate) fn run(options: &Completions) -> Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Arguments::command(), "nghisu", &mut script);
    stdout().write_all(&script)?;
    Ok(Exit::Done)
}
