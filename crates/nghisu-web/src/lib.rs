//! The local page where extracted records are read, filtered and seen.
//!
//! This room is marked out and empty.
