//! One file that appears under its name only when it is whole.

use crate::error::Error;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::Xxh3;

/// What a file's name ends with until it is whole.
const ASIDE: &str = ".part";

/// What is said of one output file in the manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Written {
    pub(crate) name: String,
    pub(crate) bytes: u64,
    pub(crate) digest: String,
}

/// A file under way: how much of it is known to be on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Begun {
    pub(crate) name: String,
    pub(crate) bytes: u64,
}

pub(super) struct Sink {
    name: String,
    path: PathBuf,
    part: PathBuf,
    file: BufWriter<File>,
    bytes: u64,
    digest: Xxh3,
}

impl Sink {
    /// Begins a file.
    pub(super) fn create(folder: &Path, name: String) -> Result<Self, Error> {
        let (path, part) = paths(folder, &name);
        let file = File::create(&part).map_err(|e| Error::write(&part, e))?;
        Ok(Self { name, path, part, file: BufWriter::new(file), bytes: 0, digest: Xxh3::new() })
    }

    /// Goes on with a file, after the bytes that are known to be whole; what stands behind them is cut off.
    pub(super) fn reopen(folder: &Path, begun: &Begun) -> Result<Self, Error> {
        let (path, part) = paths(folder, &begun.name);
        let failed = |e| Error::write(&part, e);
        // It was renamed, and then the run ended before it could say so.
        if !part.exists() && path.exists() {
            fs::rename(&path, &part).map_err(failed)?;
        }
        if !part.exists() && begun.bytes > 0 {
            return Err(Error::Torn(part));
        }
        let mut file = OpenOptions::new()
            .create(begun.bytes == 0)
            .read(true)
            .write(true)
            .truncate(false)
            .open(&part)
            .map_err(failed)?;
        if file.metadata().map_err(failed)?.len() < begun.bytes {
            return Err(Error::Torn(part));
        }
        file.set_len(begun.bytes).map_err(failed)?;
        let mut digest = Xxh3::new();
        let mut buffer = vec![0; 1 << 20];
        loop {
            match file.read(&mut buffer).map_err(failed)? {
                0 => break,
                read => digest.update(buffer.get(..read).unwrap_or_default()),
            }
        }
        file.seek(SeekFrom::End(0)).map_err(failed)?;
        let name = begun.name.clone();
        Ok(Self { name, path, part, file: BufWriter::new(file), bytes: begun.bytes, digest })
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.file.write_all(bytes).map_err(|e| Error::write(&self.part, e))?;
        self.bytes += bytes.len() as u64;
        self.digest.update(bytes);
        Ok(())
    }

    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Sees that all of it is on the disk, so that a power cut can't take it back.
    pub(super) fn sync(&mut self) -> Result<Begun, Error> {
        self.file
            .flush()
            .and_then(|()| self.file.get_ref().sync_data())
            .map_err(|e| Error::write(&self.part, e))?;
        Ok(Begun { name: self.name.clone(), bytes: self.bytes })
    }

    /// Gives it its name.
    pub(super) fn finish(mut self) -> Result<Written, Error> {
        self.sync()?;
        let Self { name, path, part, bytes, digest, .. } = self;
        fs::rename(&part, &path).map_err(|e| Error::write(&part, e))?;
        Ok(Written { name, bytes, digest: format!("xxh3:{:016x}", digest.digest()) })
    }
}

/// Writes a small file whole: it has the old content or the new one, at any moment.
pub(super) fn replace(folder: &Path, name: &str, content: &[u8]) -> Result<(), Error> {
    let mut sink = Sink::create(folder, name.to_owned())?;
    sink.write(content)?;
    sink.finish()?;
    sync_folder(folder);
    Ok(())
}

/// Sees that renamings are on the disk. Not every system can, and then it is left to the system.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Removes a file, and what there may be of it.
pub(super) fn remove(folder: &Path, name: &str) -> Result<(), Error> {
    let (path, part) = paths(folder, name);
    for path in [path, part] {
        match fs::remove_file(&path) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                return Err(Error::write(path, e));
            }
            _ => {}
        }
    }
    Ok(())
}

fn paths(folder: &Path, name: &str) -> (PathBuf, PathBuf) {
    (folder.join(name), folder.join(format!("{name}{ASIDE}")))
}
