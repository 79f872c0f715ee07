//! The output contract: every record, as serde types with their JSON Schema.
//!
//! A line of output is one [`Record`]: a [`Document`], an [`Event`], a [`MergedEvent`], an
//! [`ErrorRecord`] or a [`SkippedRecord`]. Offsets (`start`, `end`) are half-open and count Unicode code points of the
//! article's text, unless the user asked for bytes or UTF-16 units.
//!
//! Reading is more lenient than writing: keys that are missing are empty, keys that are unknown
//! are skipped, so a gold file that leaves empty slots out reads with the same types. What is
//! written is exact, and [`schema`] describes what is written.
//!
//! ```
//! use nghisu_document::record::{Event, Record, Slots};
//!
//! let line = r#"{"schema":"nghisu/1","record":"event","id":"a#e1","type":"directive","doc_id":"a",
//!     "issuer":{"text":"Thủ tướng","start":0,"end":9},
//!     "action":{"text":"rà soát quy hoạch","start":18,"end":35}}"#;
//! let Record::Event(event) = Record::from_json(line)? else { panic!("an event") };
//! let Slots::Directive(directive) = &event.slots else { panic!("a directive") };
//! assert_eq!(directive.action.as_ref().map(|a| a.text.as_str()), Some("rà soát quy hoạch"));
//! assert!(directive.addressees.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod contract;
mod document;
mod edtf;
mod error;
mod event;
mod filler;
mod mention;
mod merged;
mod number;
mod series;
mod slots;
mod terms;
mod time;
mod value;

pub use contract::{
    DocumentTag, ErrorTag, EventTag, MergedTag, Record, SCHEMA, SchemaTag, SkippedTag, schema,
};
pub use document::{Chain, Chunk, Document, PublishedFrom, Section, SectionKind, Sentence, Source};
pub use edtf::Edtf;
pub use error::{ErrorRecord, RecordError, SkippedRecord};
pub use event::Event;
pub use filler::{Evidence, Filler, Participant};
pub use mention::{Mention, MentionType};
pub use merged::{Conflict, ConflictingValue, MergedEvent};
pub use number::{Confidence, Number};
pub use series::series_key;
pub use slots::{
    Appointment, Change, Directive, EventType, LegalAct, Meeting, Slots, Statement, Statistic,
};
pub use terms::{
    AppointmentAct, Bound, Direction, LegalActKind, Mode, PartOfDay, StatementAct, Status,
};
pub use time::{ClockTime, Duration};
pub use value::Value;
