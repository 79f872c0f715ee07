//! Shows what the stage finds in articles: JSON lines with a `text` on standard input.
//!
//! `cargo run -p nghisu-quantity --example show < articles.jsonl`

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout)]

#[path = "../tests/pipeline/mod.rs"]
mod pipeline;

use nghisu_text::{Buffer, Normalizer};
use std::io::{BufRead, Write};

fn main() {
    let mut pipeline = pipeline::Pipeline::with_names();
    let normalizer = Normalizer::default();
    let mut buffer = Buffer::new();
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let article: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let Ok(normalized) =
            normalizer.normalize(article["text"].as_str().unwrap_or_default(), &mut buffer)
        else {
            continue;
        };
        let text = normalized.text;
        pipeline.run(text, article["published"].as_str().and_then(|p| p.get(..10)));
        let published = pipeline.layers.published.map(|p| p.date.to_string());
        writeln!(out, "== {} {published:?}", article["id"].as_str().unwrap_or_default()).unwrap();
        for mention in &pipeline.layers.mentions {
            let (start, end) = (mention.span.start() as usize, mention.span.end() as usize);
            let before: String = text[..start]
                .chars()
                .rev()
                .take(30)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect();
            let after: String = text[end..].chars().take(30).collect();
            let (before, after) = (before.replace('\n', "|"), after.replace('\n', "|"));
            let rule = pipeline.names.name(mention.rule);
            let shown = pipeline::value(text, mention);
            let words = mention.span.slice(text).replace('\n', "|");
            let kind = mention.data.kind().as_str();
            writeln!(out, "{kind}\t{before}[{words}]{after}\t{shown}\t{rule}").unwrap();
        }
    }
}
