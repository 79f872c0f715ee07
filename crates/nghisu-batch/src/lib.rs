//! Many articles at once: bounded parallelism, ordered writing, failure records.
//!
//! One thread reads drafts, a pool extracts, one thread writes in input order. What is in flight
//! is bounded in bytes, so memory is flat however large the input; and because order is restored
//! before writing, the output is the same bytes at any number of threads, and of a run that was
//! ended and resumed ([`Output::resume`]).
//!
//! ```
//! # let dir = tempfile::tempdir()?;
//! # let input = dir.path().join("tin.txt");
//! # std::fs::write(&input, "Sáng 8/8/2022, Bộ Tài chính họp.")?;
//! use nghisu_batch::{Batch, Output};
//! use nghisu_ingest::Source;
//!
//! let source = Source::open([input.to_str().unwrap()], &Default::default())?;
//! let out = dir.path().join("out");
//! let summary = Batch::new(&nghisu::Pipeline::new()?).jobs(2).run(source, Output::directory(&out)?)?;
//! assert_eq!(summary.articles, 1);
//! assert!(out.join("documents.jsonl").exists());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod checkpoint;
mod duplicates;
mod engine;
mod error;
mod extraction;
mod gate;
mod manifest;
mod output;
mod portion;
mod progress;

pub use engine::Batch;
pub use error::Error;
pub use manifest::Summary;
pub use output::{Compression, Emit, Output};
pub use progress::Progress;
