//! `nghisu normalize`

use crate::args::Normalize;
use crate::exit::Exit;
use anyhow::Result;
use nghisu_text::{Buffer, Normalizer, decode, fold};
use std::io::{Read as _, Write as _, stdin, stdout};

pub(crate) fn run(options: &Normalize) -> Result<Exit> {
    let mut bytes = Vec::new();
    stdin().read_to_end(&mut bytes)?;
    let decoded = decode(&bytes, options.encoding.encoding());
    let mut buffer = Buffer::new();
    let normalized = Normalizer::default().normalize(&decoded.text, &mut buffer)?;
    if options.fold {
        let mut folded = String::new();
        fold(normalized.text, &mut folded);
        stdout().write_all(folded.as_bytes())?;
    } else {
        stdout().write_all(normalized.text.as_bytes())?;
    }
    Ok(Exit::Done)
}
