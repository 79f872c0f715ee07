//! What stops a batch. What goes wrong with one article is a record, not an error.

use std::io;
use std::path::PathBuf;

/// Why a batch could not run, or could not write.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The output can't be written: a full disk, a read-only folder.
    #[error("{path}: {source}; what was written so far is in files that end in .part", path = path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The reader of the output went away. A command line stays quiet about it.
    #[error("nobody reads the output any more")]
    Closed,
    /// Threads can't be started.
    #[error("{0} threads can't be started: try fewer with --jobs")]
    Threads(usize),
}

impl Error {
    pub(crate) fn write(path: impl Into<PathBuf>, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Write { path: path.into(), source },
        }
    }
}
