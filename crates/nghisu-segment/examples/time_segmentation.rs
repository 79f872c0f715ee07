//! Times the three stages: `cargo run --release --example time_segmentation -- FILE`.
//!
//! FILE holds JSON lines with `text`. The vocabulary is what the articles' words make, so that
//! most tokens are known, as with a compiled vocabulary. Prints nanoseconds a token for each
//! stage, the best of five rounds, and a checksum of what was found.

use nghisu_document::layers::{Article, Layers, Stage, Vocabulary};
use nghisu_segment::{Sectioner, SentenceSplitter, Tokenizer, cut};
use nghisu_text::{Buffer, Normalizer};
use std::hash::{Hash, Hasher};
use std::io::{BufRead, BufReader, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("give the path of a file of JSON lines")?;
    let normalizer = Normalizer::default();
    let mut buffer = Buffer::new();
    let mut texts = Vec::new();
    for line in BufReader::new(std::fs::File::open(path)?).lines() {
        let value: serde_json::Value = serde_json::from_str(&line?)?;
        let text = value.get("text").and_then(|v| v.as_str()).unwrap_or_default();
        texts.push(normalizer.normalize(text, &mut buffer)?.text.to_owned());
    }
    let mut vocabulary = Vocabulary::default();
    let sectioner = Sectioner::new(&mut vocabulary);
    let mut tokens = Vec::new();
    // Every other article, so that some words are unknown.
    for text in texts.iter().step_by(2) {
        tokens.clear();
        cut(text, &mut vocabulary, &mut tokens);
    }
    let tokenizer = Tokenizer::new(Arc::new(vocabulary));
    let mut layers = Layers::default();
    let (mut words, mut lines) = Default::default();
    let mut best = [Duration::MAX; 3];
    let (mut count, mut bytes, mut checksum) = (0, 0, 0);
    for _ in 0..5 {
        let mut took = [Duration::ZERO; 3];
        let mut hasher = rustc_hash::FxHasher::default();
        (count, bytes) = (0, 0);
        for text in &texts {
            let article = Article { text, title: None, url: None, published: None, hints: &[] };
            let start = Instant::now();
            tokenizer.run(&article, &mut layers, &mut words);
            let cut = Instant::now();
            sectioner.run(&article, &mut layers, &mut lines);
            let sectioned = Instant::now();
            SentenceSplitter.run(&article, &mut layers, &mut ());
            let spans = [cut - start, sectioned - cut, sectioned.elapsed()];
            for (took, span) in took.iter_mut().zip(spans) {
                *took += span;
            }
            count += layers.tokens.len();
            bytes += text.len();
            for token in &layers.tokens {
                (token.word, token.bare, token.shape).hash(&mut hasher);
            }
            for section in &layers.sections {
                (section.span, section.kind).hash(&mut hasher);
            }
            for sentence in &layers.sentences {
                (sentence.span, sentence.section).hash(&mut hasher);
            }
        }
        for (best, took) in best.iter_mut().zip(took) {
            *best = took.min(*best);
        }
        checksum = hasher.finish();
    }
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{} articles, {bytes} bytes, {count} tokens, checksum {checksum:016x}",
        texts.len()
    )?;
    let mut all = Duration::ZERO;
    for (name, best) in ["tokens", "sections", "sentences"].iter().zip(best) {
        all += best;
        writeln!(out, "{name:<10} {:6.1} ns a token", best.as_secs_f64() * 1e9 / count as f64)?;
    }
    writeln!(
        out,
        "{:<10} {:6.1} ns a token, {:.0} MB/s",
        "all",
        all.as_secs_f64() * 1e9 / count as f64,
        bytes as f64 / 1e6 / all.as_secs_f64()
    )?;
    Ok(())
}
