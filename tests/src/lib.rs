//! Tests that cross crates: the command line, golden records, properties.
