//! Who and what a name means on a day: the gazetteer of nghisu.
//!
//! ```
//! use nghisu_document::layers::{PartialDate, Vocabulary};
//! use nghisu_knowledge::Tables;
//! use nghisu_text::NormSpan;
//!
//! let mut tables = Tables::default();
//! tables.add("agencies.tsv", "\
//! id\tcanonical\tkind\taliases\tfrom\tto\tsuccessors
//! org/bo-x\tBộ X\tministry\tBộ XX&X\t\t2025-02-28\torg/bo-y
//! org/bo-y\tBộ Y\tministry\t\t\t\t
//! ")?;
//! // Names are cut as articles are; here at spaces.
//! let cut = |text: &str, spans: &mut Vec<NormSpan>| {
//!     let at = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
//!     let words = text.split(' ').map(|w| NormSpan::new(at(w) as u32, (at(w) + w.len()) as u32));
//!     spans.extend(words);
//! };
//! let gazetteer = tables.compile(&mut Vocabulary::default(), &cut)?;
//!
//! let knowledge = &gazetteer.knowledge;
//! let meanings = knowledge.lookup("bộ xx&x", Some(PartialDate::day(2023, 7, 12)));
//! assert_eq!(&*meanings[0].entity.slug, "org/bo-x");
//! assert_eq!(knowledge.slug(knowledge.became(meanings[0].id)), "org/bo-y");
//! # Ok::<(), nghisu_knowledge::Error>(())
//! ```
//!
//! [`Tables`] are read from tab-separated files and compiled to a [`Gazetteer`]: a trie of names that is walked once over
//! an article's tokens and writes hits, the attributes of words that name no entity, and the [`KnowledgeBase`]. A user's own
//! files are an overlay: [`Tables::add_dir`]. [`check`] says what the tables contradict themselves in.
//!
//! Dates are days, months or years; a stretch of time includes both its ends. Names and dates are facts of public record;
//! each row of the tables names its source.

mod bytes;
mod check;
mod compile;
mod day;
mod entities;
mod entity;
mod error;
mod gazetteer;
mod knowledge;
mod names;
mod slug;
mod stored;
mod table;
mod tables;
mod text;
mod trie;
mod word;

pub use check::{Problem, check};
pub use entity::{Entity, EntityKind, Holding, State, Tenure};
pub use error::Error;
pub use gazetteer::{Gazetteer, class};
pub use knowledge::{KnowledgeBase, Meaning, local_body_name};
pub use names::Match;
pub use slug::slug;
pub use tables::Tables;
pub use text::Text;
pub use word::{
    Abbreviation, Cue, DocumentType, Issuer, Local, NamePart, OrgHead, PlaceType, Takes, Title,
    Unit,
};
