//! Reads articles: files, directories, globs or standard input in, one iterator of articles out.
//!
//! ```
//! # let dir = tempfile::tempdir()?;
//! # let path = dir.path().join("tin.jsonl");
//! # std::fs::write(&path, "{\"id\": \"a\", \"text\": \"Chính phủ họp.\"}\nnot JSON\n{\"html\": \"<p>Quốc hội<br>họp.</p>\"}\n")?;
//! # let path = path.to_str().unwrap();
//! use nghisu_ingest::{Options, Source};
//!
//! let mut ids = Vec::new();
//! for article in Source::open([path], &Options::default())? {
//!     match article {
//!         Ok(article) => ids.push(format!("{} {:?}", article.id, article.text)),
//!         Err(failure) => ids.push(failure.stage.as_str().to_owned()),
//!     }
//! }
//! assert_eq!(ids, ["a \"Chính phủ họp.\"", "json", "tin.jsonl#3 \"Quốc hội\\nhọp.\""]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What a fault costs: one record where the file can be read on, the rest of one file where it can't (a broken
//! archive), never the run. Memory holds one article at a time, whatever the size of a file.
//!
//! A page that is only a list of links is a [`Failure`] of stage `html` and not an article made of boilerplate: it has
//! no event to find, and the user learns which addresses of a crawl to leave out. Related links and share bars that stand in an
//! article's body stay in its text, under a [`BlockKind::Boilerplate`] hint; menus around the article do not.
//!
//! **A new format** is a variant of [`Format`], the names that tell it (in the same file), and one file with its reader.

mod archive;
mod article;
mod bounded;
mod compression;
mod csv;
mod decoding;
mod directory;
mod expansion;
mod failure;
mod fields;
mod format;
mod html;
mod ids;
mod json;
mod opening;
mod options;
mod origin;
mod parquet;
mod published;
mod source;
mod text;

pub use article::{Article, BlockHint, BlockKind, Draft, PublishedFrom};
pub use directory::Skipped;
pub use failure::{Error, Failure, Stage};
pub use format::Format;
pub use options::{Fields, Options};
pub use source::Source;
