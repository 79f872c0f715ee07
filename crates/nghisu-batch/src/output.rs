//! Where records go: three files in a folder, or one stream.

use crate::error::Error;
use crate::extraction::Records;
use crate::manifest::Summary;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::Xxh3;

/// Which records leave the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Emit {
    /// Documents and events.
    #[default]
    All,
    /// Documents alone.
    Documents,
    /// Events alone.
    Events,
}

/// A folder of files, or a stream.
pub struct Output {
    emit: Emit,
    target: Target,
}

#[allow(clippy::large_enum_variant)] // there is one
enum Target {
    Directory { path: PathBuf, documents: Sink, events: Sink, errors: Sink },
    Stream(Box<dyn Write + Send>),
}

impl Output {
    /// `documents.jsonl`, `events.jsonl`, `errors.jsonl` and `manifest.json` in a folder, which
    /// is made where it is missing. Files are written aside (`.part`) and renamed when whole.
    ///
    /// # Errors
    /// When the folder or a file in it can't be made.
    pub fn directory(path: &Path) -> Result<Self, Error> {
        fs::create_dir_all(path).map_err(|e| Error::write(path, e))?;
        let open = |name: &str| Sink::create(path.join(name));
        Ok(Self {
            emit: Emit::All,
            target: Target::Directory {
                path: path.to_owned(),
                documents: open("documents.jsonl")?,
                events: open("events.jsonl")?,
                errors: open("errors.jsonl")?,
            },
        })
    }

    /// One stream: of an article first the document, then its events. Error records are not
    /// part of it.
    pub fn stream(writer: impl Write + Send + 'static, emit: Emit) -> Self {
        Self { emit, target: Target::Stream(Box::new(writer)) }
    }

    pub(crate) fn emit(&self) -> Emit {
        self.emit
    }

    pub(crate) fn write(&mut self, records: &Records) -> Result<(), Error> {
        match &mut self.target {
            Target::Directory { documents, events, errors, .. } => {
                documents.write(&records.documents)?;
                events.write(&records.events)?;
                errors.write(&records.errors)
            }
            Target::Stream(writer) => writer
                .write_all(&records.documents)
                .and_then(|()| writer.write_all(&records.events))
                .map_err(|e| Error::write("standard output", e)),
        }
    }

    /// Renames the files, writes the manifest.
    pub(crate) fn finish(self, mut summary: Summary) -> Result<Summary, Error> {
        match self.target {
            Target::Stream(mut writer) => {
                writer.flush().map_err(|e| Error::write("standard output", e))?;
            }
            Target::Directory { path, documents, events, errors } => {
                for sink in [documents, events, errors] {
                    summary.files.push(sink.finish()?);
                }
                let manifest = path.join("manifest.json");
                let mut sink = Sink::create(manifest)?;
                sink.write(&summary.to_json())?;
                sink.finish()?;
            }
        }
        Ok(summary)
    }
}

/// What is said of one output file in the manifest.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub(crate) struct Written {
    pub(crate) name: String,
    pub(crate) bytes: u64,
    pub(crate) digest: String,
}

/// A file that appears under its name only when it is whole.
struct Sink {
    path: PathBuf,
    part: PathBuf,
    file: BufWriter<File>,
    bytes: u64,
    digest: Xxh3,
}

impl Sink {
    fn create(path: PathBuf) -> Result<Self, Error> {
        let mut part = path.clone().into_os_string();
        part.push(".part");
        let part = PathBuf::from(part);
        let file = File::create(&part).map_err(|e| Error::write(&part, e))?;
        Ok(Self { path, part, file: BufWriter::new(file), bytes: 0, digest: Xxh3::new() })
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.file.write_all(bytes).map_err(|e| Error::write(&self.part, e))?;
        self.bytes += bytes.len() as u64;
        self.digest.update(bytes);
        Ok(())
    }

    fn finish(self) -> Result<Written, Error> {
        let Self { path, part, file, bytes, digest } = self;
        file.into_inner()
            .map_err(|e| e.into_error())
            .and_then(|file| file.sync_all())
            .and_then(|()| fs::rename(&part, &path))
            .map_err(|e| Error::write(&part, e))?;
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Written { name, bytes, digest: format!("xxh3:{:016x}", digest.digest()) })
    }
}
