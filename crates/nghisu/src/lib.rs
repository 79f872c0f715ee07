//! Vietnamese government news as data: the pipeline.
//!
//! An article's text goes in; sections, sentences, mentions and events come out, every one of
//! them pointing at the words it was read in.
//!
//! ```
//! use nghisu::{Input, Pipeline};
//!
//! let pipeline = Pipeline::new()?; // once
//! let mut worker = pipeline.worker(); // once a thread
//! let article = worker.run(&Input {
//!     id: "a1",
//!     text: "Sáng 8/8/2022, Bộ trưởng Bộ Tài chính Hồ Đức Phớc dự hội nghị tại Hà Nội.",
//!     ..Input::default()
//! });
//! for mention in article.document().mentions {
//!     println!("{}..{} {}", mention.start, mention.end, mention.text);
//! }
//! # Ok::<(), nghisu::Error>(())
//! ```
//!
//! [`Pipeline`] is built once, frozen and shared; a [`Worker`] a thread owns all scratch memory.
//! The order of the stages, arbitration between their candidates and the projection of spans to
//! the original text are here; what the stages do is on the floors below.

mod arbiter;
mod config;
mod error;
mod input;
mod models;
mod pipeline;
mod project;
mod timing;
mod write;

pub use config::{Config, DEFAULT_CONFIG};
pub use error::Error;
pub use input::{Block, Input, read_date};
pub use models::compile_models;
pub use pipeline::{Annotated, Pipeline, Worker};
pub use project::OffsetUnit;
pub use timing::Timings;
