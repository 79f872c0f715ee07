//! `nghisu manual`

use crate::args::{Arguments, Manual};
use crate::exit::Exit;
use anyhow::{Context as _, Result};
use clap::CommandFactory as _;
use std::io::stdout;

pub(crate) fn run(options: &Manual) -> Result<Exit> {
    let mut program = Arguments::command();
    program.build();
    let command = match &options.of {
        None => program,
        Some(name) => {
            let found = program.find_subcommand(name);
            let found = found.with_context(|| format!("{name}: there is no such command"))?;
            // Pages are named as `man nghisu-extract` looks for them.
            found.clone().display_name(format!("nghisu-{name}"))
        }
    };
    clap_mangen::Man::new(command).render(&mut stdout().lock())?;
    Ok(Exit::Done)
}
