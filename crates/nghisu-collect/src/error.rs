//! What can go wrong.

use std::path::PathBuf;

/// Why records could not be collected.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or a directory can't be read.
    #[error("{}: {source}", path.display())]
    Read {
        /// The file or directory.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A line is no record.
    #[error("{origin}, line {line}: {message}")]
    Line {
        /// The file.
        origin: String,
        /// The line, from 1.
        line: u64,
        /// What is wrong with it.
        message: String,
    },
    /// A directory holds no `events.jsonl`.
    #[error("{}: no events.jsonl there; give an output folder of `nghisu extract -o`", .0.display())]
    Empty(PathBuf),
    /// The table can't be written.
    #[error("the table can't be written: {0}")]
    Write(#[from] std::io::Error),
}
