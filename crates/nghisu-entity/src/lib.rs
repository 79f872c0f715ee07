//! Persons, roles, organizations, places, legal documents and programmes in Vietnamese government news.
//!
//! Two stages: [`Recognizer`] proposes names, [`Linker`] says who and what the kept ones are.
//!
//! ```
//! use nghisu_document::layers::{RuleNames, Vocabulary};
//! use nghisu_entity::{Linker, Recognizer};
//! use nghisu_knowledge::Gazetteer;
//! use nghisu_rules::Compiler;
//!
//! let (mut vocabulary, mut names) = (Vocabulary::default(), RuleNames::default());
//! let gazetteer = Gazetteer::default();
//! let rules = Compiler::new(&mut vocabulary, &|_| None, &mut names).finish()?;
//! let recognizer = Recognizer::new(&mut vocabulary, &gazetteer, &rules, &mut names)?;
//! let linker = Linker::new(&mut vocabulary, &gazetteer, &rules, &mut names)?;
//! assert!(names.get("person.form").is_some());
//! # let _ = (recognizer, linker);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How names are found
//!
//! A sentence is read from its end to its beginning, and a chart remembers what name begins at each
//! token: so when `Giám đốc Sở Y tế tỉnh Long An` is reached from the right, the place, then the
//! department that ends in the place, then the office that ends in the department are each known when
//! the next is tried. Known names come from the gazetteer's hits; unknown ones from their form: a head
//! word and its complement, a type word and a capital, a surname and capitals, a title or an honorific
//! and capitals. All readings are proposed; arbitration chooses.

mod chart;
mod growth;
mod kinds;
mod legal;
mod lexis;
mod linker;
mod marks;
mod organization;
mod person;
mod place;
mod program;
mod recognizer;
mod repeats;
mod role;
mod view;

pub use linker::Linker;
pub use recognizer::Recognizer;

/// Why a stage can't be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A rule that the stage can't use: it names a production that the stage does not know.
    #[error("{0}")]
    Rule(String),
}
