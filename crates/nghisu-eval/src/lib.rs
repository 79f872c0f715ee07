//! Scores of extracted records against gold: precision, recall and F1 of mentions, events and
//! slots, the accuracy of values and entities, and 95 % intervals.
//!
//! ```
//! use nghisu_eval::{Corpus, Options, score};
//!
//! let gold = Corpus::from_jsonl(r#"{"record":"document","doc_id":"a","text":"Đạt 17% ở Huế",
//!     "mentions":[{"id":"m1","type":"percent","start":4,"end":7,"value":17},
//!                 {"id":"m2","type":"place","start":10,"end":13}]}"#.replace('\n', " ").as_str())?;
//! let predicted = Corpus::from_jsonl(r#"{"record":"document","doc_id":"a","text":"Đạt 17% ở Huế",
//!     "mentions":[{"id":"x","type":"percent","start":4,"end":7,"value":1.7}]}"#.replace('\n', " ").as_str())?;
//!
//! let report = score(&gold, &predicted, &Options::default())?;
//! let all = report.row("mentions", "all").unwrap();
//! assert_eq!((all.precision, all.recall), (Some(1.0), Some(0.5)));
//! assert_eq!(report.row("values", "percent.value").unwrap().accuracy, Some(0.0));
//! # Ok::<(), nghisu_eval::Error>(())
//! ```
//!
//! # What counts
//! - **Mentions**: type, start and end are equal; a leading `các ` (plural marker) of a role is
//!   ignored on both sides. Marked `optional` or `short`, or an organization or place nested in a
//!   longer organization, place, programme or document: neither a hit, a miss nor a false alarm.
//! - **Values, attributes**: among mentions found, each field that gold has; a field that only the
//!   prediction has is noted as surplus. **Entities**: the same, over the entities that the knowledge
//!   base has ([`Options::known_entity`]). **Links**: a role's organization and holder, a person's
//!   roles; by span or by entity.
//! - **Layout**: sections and sentences whose spans are equal up to white space, and whose kinds are.
//! - **Events** are paired one to one: a meeting by overlap of name or evidence; a statistic by the
//!   span of its value (of its change where it has none), and its *row* is right when besides the
//!   indicators overlap and the periods mean the same and the statuses are equal; a statement when
//!   evidence overlaps, contents overlap by half of their union, and the speakers have the same span
//!   or entity (*lenient*: contents overlap at all); a directive by overlap of actions; a legal act
//!   of document, type or count of documents; an appointment by the person. What lies in the `content_continued`
//!   of a gold statement is no false alarm.
//! - **Slots**: a filler is right when its value is equal; else when its entity is equal; else, if
//!   neither speaks against it, when the spans overlap by half of their union, or overlap so with the
//!   `via` of gold. `exact` counts those whose spans are equal. The fillers of an event that is missed
//!   are missed; *matched slots* leaves such events out. `false` is as good as an empty slot. An `inherited` filler that is missing is
//!   half a miss.
//! - **Confidence**: predicted events by the tenth that their confidence lies in and by their rule,
//!   with the share of right ones ([`Report::reliability`]); of statistics the value counts.
//! - **Intervals**: the middle 95 % of 1,000 resamples of the documents, the same on every run.

mod align;
mod bootstrap;
mod context;
mod corpus;
mod error;
mod event;
mod fault;
mod fill;
mod layout;
mod mention;
mod open;
mod pairing;
mod read;
mod reliability;
mod report;
mod score;
mod slot;
mod span;
mod table;
mod tally;

pub use corpus::Corpus;
pub use error::Error;
pub use fault::{Fault, FaultKind};
pub use reliability::{Reliability, Verdict};
pub use report::{Group, Report, Row};
pub use score::{Options, run, score};
