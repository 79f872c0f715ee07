//! Where records go: files in a folder, or one stream.

mod compression;
mod folder;
mod sink;

pub use compression::Compression;
pub(crate) use sink::{Begun, Written};

use crate::checkpoint::Identity;
use crate::error::Error;
use crate::extraction::{Counts, Records};
use crate::manifest::Summary;
use crate::portion::Mark;
use folder::Folder;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

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

impl Emit {
    pub(crate) fn documents(self) -> bool {
        self != Self::Events
    }

    pub(crate) fn events(self) -> bool {
        self != Self::Documents
    }
}

/// A folder of files, or a stream.
pub struct Output {
    layout: Layout,
    target: Target,
}

/// What a user may choose about writing.
#[derive(Debug, Clone)]
struct Layout {
    emit: Emit,
    compression: Option<Compression>,
    /// Bytes after which a new file is begun.
    shard: Option<u64>,
    /// Between two checkpoints.
    every: Duration,
    resume: bool,
}

impl Default for Layout {
    fn default() -> Self {
        let every = Duration::from_secs(5);
        Self { emit: Emit::All, compression: None, shard: None, every, resume: false }
    }
}

enum Target {
    Directory(PathBuf),
    Stream(Box<dyn Write + Send>),
}

impl Output {
    /// `documents.jsonl`, `events.jsonl`, `errors.jsonl`, `skipped.jsonl` and `manifest.json` in a
    /// folder, which is made where it is missing. Files are written aside (`.part`) and renamed
    /// when whole; `checkpoint.json` says how far they are.
    ///
    /// # Errors
    /// When the folder can't be made.
    pub fn directory(path: &Path) -> Result<Self, Error> {
        fs::create_dir_all(path).map_err(|e| Error::write(path, e))?;
        Ok(Self { layout: Layout::default(), target: Target::Directory(path.to_owned()) })
    }

    /// One stream: of a portion of articles first the documents, then their events. Records of
    /// errors and of what was skipped are not part of it.
    pub fn stream(writer: impl Write + Send + 'static) -> Self {
        Self { layout: Layout::default(), target: Target::Stream(Box::new(writer)) }
    }

    /// Which records are written.
    #[must_use]
    pub fn emit(mut self, emit: Emit) -> Self {
        self.layout.emit = emit;
        self
    }

    /// Compresses documents and events.
    #[must_use]
    pub fn compress(mut self, compression: Compression) -> Self {
        self.layout.compression = Some(compression);
        self
    }

    /// Begins new files when one has reached so many bytes: `documents-00000.jsonl` and on. What
    /// belongs to one article stands in shards of one number. Streams are not cut.
    #[must_use]
    pub fn shard(mut self, bytes: u64) -> Self {
        self.layout.shard = Some(bytes.max(1));
        self
    }

    /// The time between two checkpoints: how much work a crash costs.
    #[must_use]
    pub fn checkpoint_every(mut self, every: Duration) -> Self {
        self.layout.every = every;
        self
    }

    /// Goes on with the unfinished run of the folder, if there is one.
    #[must_use]
    pub fn resume(mut self, resume: bool) -> Self {
        self.layout.resume = resume;
        self
    }

    pub(crate) fn emitted(&self) -> Emit {
        self.layout.emit
    }

    pub(crate) fn compression(&self) -> Option<Compression> {
        self.layout.compression
    }

    /// What of the output's options shapes its bytes.
    pub(crate) fn described(&self) -> String {
        let Layout { emit, compression, shard, .. } = &self.layout;
        format!("{emit:?} {compression:?} {shard:?}").to_lowercase()
    }

    pub(crate) fn open(self, identity: Identity) -> Result<Opened, Error> {
        match self.target {
            Target::Stream(stream) => Ok(Opened::Begun(Open::Stream(stream))),
            Target::Directory(path) => folder::open(path, self.layout, identity),
        }
    }
}

/// What opening an output found.
pub(crate) enum Opened {
    /// Nothing is written yet.
    Begun(Open),
    /// So much is.
    Resumed(Open, Mark, Counts),
    /// All is.
    Whole(Summary),
}

/// An output that takes records.
#[expect(clippy::large_enum_variant, reason = "there is one")]
pub(crate) enum Open {
    Folder(Folder),
    Stream(Box<dyn Write + Send>),
}

impl Open {
    /// Writes the records of a portion. `counts` and `mark` say where the run is after it.
    pub(crate) fn write(
        &mut self,
        records: &Records,
        counts: Counts,
        mark: Mark,
    ) -> Result<(), Error> {
        match self {
            Self::Folder(folder) => folder.write(records, counts, mark),
            Self::Stream(writer) => writer
                .write_all(&records.documents)
                .and_then(|()| writer.write_all(&records.events))
                .map_err(|e| Error::write("standard output", e)),
        }
    }

    /// Keeps what is written, unfinished.
    pub(crate) fn suspend(mut self) -> Result<(), Error> {
        match &mut self {
            Self::Folder(folder) => folder.save(),
            Self::Stream(writer) => writer.flush().map_err(|e| Error::write("standard output", e)),
        }
    }

    /// Gives the files their names, writes the manifest.
    pub(crate) fn finish(self, summary: Summary) -> Result<Summary, Error> {
        match self {
            Self::Folder(folder) => folder.finish(summary),
            Self::Stream(mut writer) => {
                writer.flush().map_err(|e| Error::write("standard output", e))?;
                Ok(summary)
            }
        }
    }
}
