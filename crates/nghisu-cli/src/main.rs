//! The `nghisu` command: flags and exit codes. The work is done in the crates below.

mod args;
mod commands;
mod exit;
mod size;
mod stop;

use args::{Arguments, Command};
use clap::Parser as _;
use exit::Exit;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let quiet = arguments.quiet;
    let result = match arguments.command {
        Command::Extract(options) => commands::extract::run(&options, quiet),
        Command::Inspect(options) => commands::inspect::run(&options),
        Command::Normalize(options) => commands::normalize::run(&options),
        Command::Lookup(options) => commands::lookup::run(&options),
        Command::Facts(options) => commands::facts::run(&options),
        Command::Merge(options) => commands::merge::run(&options, quiet),
        Command::Eval(options) => commands::eval::run(&options),
        Command::Config => commands::config::run(),
        Command::Schema => commands::schema::run(),
        Command::Completions(options) => commands::completions::run(&options),
        Command::Manual(options) => commands::manual::run(&options),
    };
    match result {
        Ok(exit) => exit.into(),
        Err(error) if exit::is_closed_pipe(&error) => Exit::Done.into(),
        Err(error) => {
            anstream::eprintln!("nghisu: {error:#}");
            Exit::Failed.into()
        }
    }
}
