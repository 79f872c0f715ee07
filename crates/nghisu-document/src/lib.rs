//! The document of nghisu: layers over normalized text, and the records that come of them.
//!
//! [`layers`] is what the stages of the pipeline read and write: arrays over spans of the
//! normalized text. [`record`] is what leaves the program: the output contract, over the
//! original text. Nothing above the facade sees layers.

pub mod layers;
pub mod record;
