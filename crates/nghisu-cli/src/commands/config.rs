//! `nghisu config`

use crate::exit::Exit;
use anyhow::Result;
use std::io::{Write as _, stdout};

pub(crate) fn run() -> Result<Exit> {
    stdout().write_all(nghisu::DEFAULT_CONFIG.as_bytes())?;
    Ok(Exit::Done)
}
