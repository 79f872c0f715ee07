//! What stops a batch. What goes wrong with one article is a record, not an error.

use std::io;
use std::path::PathBuf;

/// Why a batch could not run, or could not write.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The output can't be written: a full disk, a read-only folder.
    #[error("{path}: {source}", path = path.display())]
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
    /// Somebody asked to stop. All that was read is written; a folder holds its checkpoint.
    #[error("stopped before the end of the input")]
    Stopped,
    /// The folder holds an unfinished run of the same inputs, and resuming was not asked for.
    #[error(
        "{folder} holds an unfinished run, {articles} articles far: --resume goes on with it; \
         to begin anew, remove {folder}/checkpoint.json", folder = folder.display()
    )]
    Unfinished {
        /// The output folder.
        folder: PathBuf,
        /// How many articles are written.
        articles: u64,
    },
    /// What is to be resumed is another run.
    #[error(
        "{folder} can't be resumed: {what} changed since; undo that, or begin anew without \
         --resume in another folder", folder = folder.display()
    )]
    OtherRun {
        /// The output folder.
        folder: PathBuf,
        /// What differs.
        what: &'static str,
    },
    /// The input is not what the run to be resumed has read.
    #[error(
        "can't be resumed: the input is not what it was, so the records would not be those of one \
         run; begin anew in another folder"
    )]
    OtherInput,
    /// A file holds less than the checkpoint says.
    #[error(
        "{path}: shorter than the checkpoint says, so it can't be resumed; begin anew",
        path = .0.display()
    )]
    Torn(PathBuf),
    /// The checkpoint can't be read.
    #[error("{path}: no checkpoint: {message}", path = path.display())]
    Checkpoint {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        message: String,
    },
}

impl Error {
    pub(crate) fn write(path: impl Into<PathBuf>, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Write { path: path.into(), source },
        }
    }
}
