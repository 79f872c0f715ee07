//! `nghisu-train compile MODELS [--check]`: see [`nghisu_train::compile`].

use anyhow::{Result, bail};
use nghisu_train::{Mode, compile};
use std::path::Path;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (models, mode) = match arguments[..] {
        ["compile", models] => (models, Mode::Write),
        ["compile", models, "--check"] => (models, Mode::Check),
        _ => bail!("usage: nghisu-train compile MODELS [--check]"),
    };
    let bytes = compile(Path::new(models), mode)?;
    eprintln!("{models}/compiled/nghisu.bin: {bytes} bytes");
    Ok(())
}
