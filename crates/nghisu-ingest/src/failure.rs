//! What can go wrong: at the door (nothing is read), or with one article (the others follow).

use std::fmt;

/// Why nothing could be read at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file, directory or glob that names nothing.
    #[error("{0}: no such file or directory, and as a glob it matches nothing")]
    Missing(String),
    /// A glob that cannot be read as one.
    #[error("{pattern}: not a glob: {message}")]
    Glob {
        /// What the user wrote.
        pattern: String,
        /// What is wrong with it, and where.
        message: String,
    },
    /// A field mapping that is not `NAME=KEY`, or whose name is none of ours.
    #[error(
        "--field {0}: write NAME=KEY, where NAME is one of text, html, id, title, url, site, author, published"
    )]
    Field(String),
}

/// The step at which one article, or one file, was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// Opening the file or listing the directory.
    Open,
    /// Reading or decompressing its bytes.
    Read,
    /// Recognizing what kind of file it is.
    Format,
    /// Turning bytes into Unicode.
    Decode,
    /// Parsing JSON.
    Json,
    /// Parsing CSV.
    Csv,
    /// Parsing Parquet.
    Parquet,
    /// Finding the fields of a record.
    Fields,
    /// Finding the main text of a page.
    Html,
    /// An article without a character that is not white space.
    Empty,
}

impl Stage {
    /// The name that error records use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Read => "read",
            Self::Format => "format",
            Self::Decode => "decode",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Parquet => "parquet",
            Self::Fields => "fields",
            Self::Html => "html",
            Self::Empty => "empty",
        }
    }
}

/// One article, or the rest of one file, that could not be read. Reading goes on with what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Failure {
    /// The file, with `:line` (from 1) where it has lines; `-` for standard input.
    pub source: String,
    /// The step that failed.
    pub stage: Stage,
    /// What is wrong, and what to mend.
    pub message: String,
}

impl Failure {
    pub(crate) fn new(source: impl Into<String>, stage: Stage, message: impl Into<String>) -> Self {
        Self { source: source.into(), stage, message: message.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.source, self.stage.as_str(), self.message)
    }
}

impl std::error::Error for Failure {}
