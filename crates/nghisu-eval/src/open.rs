//! Files of JSON Lines, compressed or not, in the order of their names.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// What `nghisu extract --compress` puts behind the name.
const COMPRESSED: [&str; 2] = ["gz", "zst"];

/// The file itself, or the `.jsonl` files under a directory, with `.gz` or `.zst` behind or without.
///
/// In the order of names, so that the report is the same on every machine.
pub(crate) fn list(path: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    if path.is_dir() {
        walk(path, &mut files)?;
    } else {
        files.push(path.to_owned());
    }
    Ok(files)
}

fn walk(directory: &Path, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    let mut entries = fs::read_dir(directory)
        .and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>())
        .map_err(|e| fault(directory, &e))?;
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            walk(&entry, files)?;
        } else if is_json_lines(&entry) {
            files.push(entry);
        }
    }
    Ok(())
}

fn is_json_lines(path: &Path) -> bool {
    let plain = match compression(path) {
        Some(_) => path.with_extension(""),
        None => path.to_owned(),
    };
    plain.extension().is_some_and(|ending| ending == "jsonl" || ending == "ndjson")
}

fn compression(path: &Path) -> Option<&'static str> {
    let ending = path.extension()?;
    COMPRESSED.into_iter().find(|compressed| ending == *compressed)
}

/// The whole text of a file.
pub(crate) fn read(path: &Path) -> Result<String, Error> {
    let mut text = String::new();
    let read = || -> io::Result<Box<dyn Read>> {
        let file = File::open(path)?;
        Ok(match compression(path) {
            // Of several members, as parallel writers make them.
            Some("gz") => Box::new(flate2::read::MultiGzDecoder::new(file)),
            Some(_) => Box::new(zstd::stream::read::Decoder::new(file)?),
            None => Box::new(file),
        })
    };
    read().and_then(|mut file| file.read_to_string(&mut text)).map_err(|e| fault(path, &e))?;
    Ok(text)
}

fn fault(path: &Path, error: &io::Error) -> Error {
    Error::Read { path: path.to_owned(), message: error.to_string() }
}
