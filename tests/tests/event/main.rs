//! Events, read through the whole pipeline. The sentences are written for these tests; what they
//! tell did not happen.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone

mod acts;
mod articles;
mod asked;
mod meetings;
mod said;
mod statistics;

use nghisu::{Input, Pipeline};
use serde_json::Value;

/// The events of an article published on 20 April 2023.
fn all(pipeline: &Pipeline, text: &str) -> Vec<Value> {
    let mut worker = pipeline.worker();
    let input = Input { id: "a", text, published: Some("2023-04-20"), ..Input::default() };
    let article = worker.run(&input);
    article.events().iter().map(|e| serde_json::to_value(e).unwrap()).collect()
}

/// Those of one type.
fn events(pipeline: &Pipeline, text: &str, kind: &str) -> Vec<Value> {
    let mut found = all(pipeline, text);
    found.retain(|e| e["type"] == kind);
    found
}

/// The words that fill a slot, or nothing.
fn text<'a>(event: &'a Value, slot: &str) -> &'a str {
    event[slot]["text"].as_str().unwrap_or("")
}

/// The words of a list of fillers, persons, titles or bodies.
fn list<'a>(event: &'a Value, slot: &str) -> Vec<&'a str> {
    let name = |p: &'a Value| {
        let of = |k: &&str| p[*k]["text"].as_str();
        ["person", "role", "body"].iter().find_map(of).or(p["text"].as_str()).unwrap_or("")
    };
    event[slot].as_array().unwrap().iter().map(name).collect()
}
