use std::path::PathBuf;
use thiserror::Error;

/// What keeps a gazetteer from being built, and what the user must mend.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// A row of a table says something that can't be.
    #[error("{file}, line {line}: {message}")]
    Row {
        /// The table's file name.
        file: String,
        /// The line, counted from 1.
        line: u32,
        /// What is wrong with it.
        message: String,
    },
    /// A table lacks a column.
    #[error("{file}: the column {column:?} is missing from the header")]
    Column {
        /// The table's file name.
        file: String,
        /// The missing column.
        column: &'static str,
    },
    /// A file is none of the gazetteer's tables.
    #[error("{0}: no such table; the tables are {1}")]
    UnknownTable(String, String),
    /// A file can't be read.
    #[error("{0}: {1}")]
    Read(PathBuf, String),
    /// Compiled bytes of another version, or damaged ones: compile the tables again.
    #[error("compiled gazetteer: {0}")]
    Compiled(&'static str),
}
