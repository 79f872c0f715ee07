//! Prints the sections and sentences of articles: `cargo run --example print_sections -- FILE`.
//!
//! FILE holds JSON lines with `text` and perhaps `id` and `title`. One JSON line an article comes
//! out, with spans in bytes of the normalized text, which is printed too.

use nghisu_document::layers::{Article, Layers, Stage, Vocabulary};
use nghisu_segment::{Sectioner, SentenceSplitter, Tokenizer};
use nghisu_text::{Buffer, Normalizer};
use std::io::{BufRead, BufReader, Write};
use std::sync::Arc;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("give the path of a file of JSON lines")?;
    let mut vocabulary = Vocabulary::default();
    let sectioner = Sectioner::new(&mut vocabulary);
    let tokenizer = Tokenizer::new(Arc::new(vocabulary));
    let normalizer = Normalizer::default();
    let mut layers = Layers::default();
    let (mut words, mut lines) = Default::default();
    let (mut text, mut title) = (Buffer::new(), Buffer::new());
    let mut out = std::io::stdout().lock();
    for line in BufReader::new(std::fs::File::open(path)?).lines() {
        let value: serde_json::Value = serde_json::from_str(&line?)?;
        let normalized = normalizer
            .normalize(value.get("text").and_then(|v| v.as_str()).unwrap_or_default(), &mut text)?;
        let title = match value.get("title").and_then(|v| v.as_str()) {
            Some(title_text) => Some(normalizer.normalize(title_text, &mut title)?.text),
            None => None,
        };
        let article =
            Article { text: normalized.text, title, url: None, published: None, hints: &[] };
        tokenizer.run(&article, &mut layers, &mut words);
        sectioner.run(&article, &mut layers, &mut lines);
        SentenceSplitter.run(&article, &mut layers, &mut ());
        let sections: Vec<_> = layers
            .sections
            .iter()
            .map(|s| serde_json::json!([s.kind.as_str(), s.span.slice(article.text)]))
            .collect();
        let sentences: Vec<_> =
            layers.sentences.iter().map(|s| s.span.slice(article.text)).collect();
        let tokens: Vec<_> = layers.tokens.iter().map(|t| t.span.slice(article.text)).collect();
        let record = serde_json::json!({"id": value.get("id"), "title": title, "sections": sections, "sentences": sentences, "tokens": tokens});
        writeln!(out, "{record}")?;
    }
    Ok(())
}
