//! Tests that cross crates: golden records, properties, the corpus, and the guards of the house.
//! The tests are in `tests/tests`; here is only what several of them need. (The command line's
//! own tests lie beside it: Cargo hands the binary to nobody else.)
