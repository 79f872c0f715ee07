//! Nanoseconds a token of the two stages: JSON lines with a `text` on standard input.
//!
//! `cargo run --release -p nghisu-quantity --example time < articles.jsonl`

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout)]

#[path = "../tests/pipeline/mod.rs"]
mod pipeline;

use nghisu_document::layers::Article;
use nghisu_text::{Buffer, Normalizer};
use std::io::BufRead;
use std::time::{Duration, Instant};

fn main() {
    let mut pipeline = pipeline::Pipeline::with_names();
    let normalizer = Normalizer::default();
    let mut buffer = Buffer::new();
    let mut texts = Vec::new();
    for line in std::io::stdin().lock().lines() {
        let article: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let text = article["text"].as_str().unwrap_or_default();
        texts.push(normalizer.normalize(text, &mut buffer).unwrap().text.to_owned());
    }
    for round in 0..3 {
        let (mut recognized, mut resolved) = (Duration::ZERO, Duration::ZERO);
        let (mut tokens, mut mentions) = (0, 0);
        for text in &texts {
            let article = Article { text, title: None, url: None, published: None, hints: &[] };
            pipeline.segment(&article);
            let start = Instant::now();
            pipeline.recognize(&article);
            let middle = Instant::now();
            mentions += pipeline.resolve(&article).len();
            recognized += middle - start;
            resolved += middle.elapsed();
            tokens += pipeline.layers.tokens.len();
        }
        let each = |time: Duration| time.as_nanos() as f64 / tokens as f64;
        let (quantity, dates) = (each(recognized), each(resolved));
        println!(
            "round {round}: {tokens} tokens, {mentions} mentions; recognizer {quantity:.1} ns, \
             resolver {dates:.1} ns a token"
        );
    }
}
