//! Tests that cross crates: the command line, golden records, properties, and the guards of the
//! house. There is no code here; look in `tests/tests`.
