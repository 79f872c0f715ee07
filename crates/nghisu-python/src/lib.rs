//! The Python module of nghisu.
//!
//! This room is marked out and empty.
