//! `nghisu schema`

use crate::exit::Exit;
use anyhow::Result;
use std::io::{Write as _, stdout};

pub(crate) fn run() -> Result<Exit> {
    let schema = serde_json::to_string_pretty(&nghisu_document::record::schema())?;
    writeln!(stdout(), "{schema}")?;
    Ok(Exit::Done)
}
