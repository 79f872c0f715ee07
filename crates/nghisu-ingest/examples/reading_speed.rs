//! Times reading: inputs named on the command line, or named by `NGHISU_ARTICLES`.
//!
//! `cargo run --release -p nghisu-ingest --example reading_speed -- INPUT…`
//!
//! Prints articles, megabytes of text (1 MB is 1,000,000 bytes), the rate, and a checksum of ids and texts.
#![allow(clippy::print_stdout)]

use nghisu_ingest::{Options, Source};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut inputs: Vec<String> = std::env::args().skip(1).collect();
    if inputs.is_empty() {
        inputs.push(
            std::env::var("NGHISU_ARTICLES").map_err(|_| "name inputs, or set NGHISU_ARTICLES")?,
        );
    }
    for input in inputs {
        let mut source = Source::open([&input], &Options::default())?;
        let (mut articles, mut failures, mut bytes, mut checksum) =
            (0_u64, 0_u64, 0_usize, DefaultHasher::new());
        let start = Instant::now();
        for read in source.by_ref() {
            let Ok(article) = read else {
                failures += 1;
                continue;
            };
            articles += 1;
            bytes += article.text.len();
            (article.id, article.text).hash(&mut checksum);
        }
        let seconds = start.elapsed().as_secs_f64();
        let megabytes = bytes as f64 / 1e6;
        println!(
            "{input}: {articles} articles, {failures} failures, {} skipped, {megabytes:.1} MB of text, {:.1} MB/s, {:.3} ms an article, checksum {:016x}",
            source.skipped().len(),
            megabytes / seconds,
            seconds * 1e3 / (articles + failures).max(1) as f64,
            checksum.finish()
        );
    }
    Ok(())
}
