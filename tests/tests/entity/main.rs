//! What names are found and what they mean, in sentences written for these tests.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone

mod bodies;
mod documents;
mod examples;
mod people;
mod places;

use nghisu::{Input, Pipeline};
use nghisu_document::record::Document;

/// A case: its name, a text, a type of mention, and all mentions of that type that the text has.
pub type Case = (&'static str, &'static str, &'static str, &'static [&'static str]);

/// The record of a text.
pub fn read(pipeline: &Pipeline, text: &str) -> Document {
    let mut worker = pipeline.worker();
    let input = Input { id: "case", text, ..Input::default() };
    worker.run(&input).document()
}

/// The mentions of a type, as written.
pub fn of_type(document: &Document, kind: &str) -> Vec<String> {
    let of_kind = |m: &&nghisu_document::record::Mention| m.r#type.name() == kind;
    document.mentions.iter().filter(of_kind).map(|m| m.text.to_string()).collect()
}

/// Runs a table of cases and tells all that fail.
pub fn run(cases: &[Case]) {
    let pipeline = Pipeline::new().unwrap();
    let mut failures = Vec::new();
    for (name, text, kind, expected) in cases {
        let document = read(&pipeline, text);
        let found = of_type(&document, kind);
        if found != *expected {
            failures.push(format!("{name}: {text:?} gives {found:?}, not {expected:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
