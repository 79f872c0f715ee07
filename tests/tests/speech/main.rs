//! Statements, directives, legal acts and appointments, read through the whole pipeline. The
//! sentences are written for these tests; what they tell did not happen.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone

mod acts;
mod asked;
mod said;

use nghisu::{Input, Pipeline};
use serde_json::Value;

/// The events of one type that an article gives, published on 20 April 2023.
pub(crate) fn events(pipeline: &Pipeline, text: &str, kind: &str) -> Vec<Value> {
    let mut worker = pipeline.worker();
    let input = Input { id: "a", text, published: Some("2023-04-20"), ..Input::default() };
    let article = worker.run(&input);
    let all = article.events();
    let all = all.iter().map(|e| serde_json::to_value(e).unwrap());
    all.filter(|e| e["type"] == kind).collect()
}

/// The words that fill a slot, or nothing.
pub(crate) fn text<'a>(event: &'a Value, slot: &str) -> &'a str {
    event[slot]["text"].as_str().unwrap_or("")
}

/// The words of the fillers of a list.
pub(crate) fn list<'a>(event: &'a Value, slot: &str) -> Vec<&'a str> {
    event[slot].as_array().unwrap().iter().map(|f| f["text"].as_str().unwrap_or("")).collect()
}
