//! Scores predicted records against gold: `eval GOLD PREDICTED [--json | --markdown | --errors [TYPE]]
//! [--allow-missing] [--agreement]`.
//!
//! GOLD and PREDICTED are files of JSON Lines or directories of them.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use nghisu_eval::{Options, run};

fn main() -> ExitCode {
    let mut paths = Vec::new();
    let mut options = Options::default();
    let mut format = None;
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--allow-missing" => options.allow_missing = true,
            "--agreement" => options.agreement = true,
            "--json" | "--markdown" | "--errors" => format = Some(argument),
            _ => paths.push(argument),
        }
    }
    let [gold, predicted, rest @ ..] = paths.as_slice() else {
        eprintln!("usage: eval GOLD PREDICTED [--json | --markdown | --errors [TYPE]]");
        return ExitCode::from(2);
    };
    let report = match run(Path::new(gold), Path::new(predicted), &options) {
        Ok(report) => report,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let mut out = std::io::stdout().lock();
    let written = match format.as_deref() {
        Some("--json") => serde_json::to_string_pretty(&report)
            .map_err(Into::into)
            .and_then(|json| writeln!(out, "{json}")),
        Some("--markdown") => write!(out, "{}", report.to_markdown()),
        Some(_) => report.faults_of(rest.first().map(String::as_str)).try_for_each(|fault| {
            let json = serde_json::to_string(fault)?;
            writeln!(out, "{json}")
        }),
        None => write!(out, "{report}"),
    };
    match written {
        // A reader that has seen enough (`| head`) is no fault.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            eprintln!("cannot write the report: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
