//! Why there is no score.

use std::path::PathBuf;

use thiserror::Error;

/// Why there is no score, and what the user must mend.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or directory cannot be read.
    #[error("cannot read {path}: {message}")]
    Read {
        /// The file or directory.
        path: PathBuf,
        /// What the system says.
        message: String,
    },
    /// A line is no record of the schema.
    #[error("{place}: {message}")]
    Line {
        /// The file and the line's number.
        place: String,
        /// What is wrong with it.
        message: String,
    },
    /// Two documents have the same id.
    #[error("{place}: a second document `{doc_id}`; give each its own doc_id")]
    Duplicate {
        /// The file and the line's number.
        place: String,
        /// The id.
        doc_id: String,
    },
    /// An event stands beside no document.
    #[error(
        "{name}: event `{event}` is of document `{doc_id}`, which is not there; put the documents \
         beside the events, as `documents.jsonl`"
    )]
    NoDocument {
        /// The file or directory.
        name: String,
        /// The document.
        doc_id: String,
        /// The event.
        event: String,
    },
    /// There is nothing to score against.
    #[error(
        "no gold: {0} holds no document record; gold is JSON Lines (.jsonl), one annotated document \
         a line"
    )]
    NoGold(String),
    /// Gold has documents that were not predicted.
    #[error(
        "{count} of {of} gold documents were not predicted, among them {first}: extract them too, or \
         allow them to be missing (they are left out then)"
    )]
    Missing {
        /// How many.
        count: usize,
        /// Of how many.
        of: usize,
        /// Some of their ids.
        first: String,
    },
    /// Offsets over different texts cannot be compared.
    #[error(
        "`{doc_id}`: the texts of gold and predicted differ from code point {at} on, so their offsets \
         mean different things; extract from the very text that was annotated"
    )]
    TextDiffers {
        /// The document in gold.
        doc_id: String,
        /// Where they begin to differ.
        at: usize,
    },
}
