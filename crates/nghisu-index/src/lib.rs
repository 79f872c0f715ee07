//! The embedded search index of extracted records, and bulk files for other engines.
//!
//! This room is marked out and empty.
