//! Across articles: the figures as one table, and one record of what several articles tell.
//!
//! ```
//! use nghisu_collect::{Events, merge, write_facts};
//!
//! let told = |doc: &str| format!(r#"{{"schema":"nghisu/1","record":"event","id":"{doc}#e1",
//!     "type":"statistic","doc_id":"{doc}","evidence":{{"start":0,"end":40,"text":""}},
//!     "indicator":{{"text":"Tỷ lệ hồ sơ trực tuyến","start":0,"end":22,"key":"tỷ lệ hồ sơ trực tuyến"}},
//!     "value":{{"text":"45,7%","start":30,"end":35,"value":45.7}},
//!     "period":{{"text":"năm 2023","start":23,"end":31,"value":"2023"}},"status":"actual"}}"#)
//!     .replace('\n', " ");
//! let mut events = Events::default();
//! events.read_lines(format!("{}\n{}\n", told("a"), told("b")).as_bytes(), "example")?;
//!
//! let events = events.sorted();
//! let merged = merge(&events);
//! assert_eq!(merged[0].documents, ["a", "b"]);
//!
//! let mut table = Vec::new();
//! write_facts(&events, &mut table)?;
//! assert_eq!(String::from_utf8(table).unwrap().lines().count(), 3); // a header and two figures
//! # Ok::<(), nghisu_collect::Error>(())
//! ```
//!
//! # When two records tell one thing
//! A false merge is worse than a missed one: it puts words into an article's mouth. So two records
//! become one only when nothing speaks against it and something beyond the day speaks for it;
//! [`merge`] states the rule of meetings and that of figures.
//!
//! No pair of records is compared unless both lie in one block (meetings: the day and the kind;
//! figures: series, subject, period), and the result does not depend on the order of the input.

mod error;
mod facts;
mod figure;
mod fold;
mod gather;
mod meeting;
mod merge;
mod same;
#[cfg(test)]
mod told;

pub use error::Error;
pub use facts::write_facts;
pub use gather::Events;
pub use merge::merge;
