//! Nanoseconds a syllable by stage, and megabytes of text a CPU second, on one thread.
//!
//! `cargo run --release -p nghisu-batch --example bench -- FILES` (without files: the corpus of
//! the repository). Prints a checksum of all records: two builds that print the same checksum
//! did the same work.

#![allow(clippy::print_stdout)] // the report is what it is for

use nghisu::{Input, Pipeline, Timings};
use nghisu_ingest::{Article, Source};
use std::time::Instant;
use xxhash_rust::xxh3::Xxh3;

/// Enough passes for about this much text, so that a small corpus is timed too.
const TEXT_BYTES: usize = 16 << 20;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        files.push(concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus/text").to_owned());
    }
    let started = Instant::now();
    let pipeline = Pipeline::new()?;
    let startup = started.elapsed();
    let articles: Vec<Article> =
        Source::open(&files, &Default::default())?.filter_map(Result::ok).collect();
    let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    if bytes == 0 {
        return Err("there is no text in these files".into());
    }
    let passes = TEXT_BYTES.div_ceil(bytes);

    let mut worker = pipeline.worker();
    let mut out = Vec::new();
    let mut timings = Timings::default();
    let mut writing = std::time::Duration::ZERO;
    let (mut tokens, mut written, mut mentions, mut events) = (0, 0, 0, 0);
    let mut checksum = Xxh3::new();
    let (started, cpu) = (Instant::now(), cpu_time::ThreadTime::now());
    for pass in 0..passes {
        for article in &articles {
            let input = Input {
                id: &article.id,
                text: &article.text,
                title: article.title.as_deref(),
                url: article.url.as_deref(),
                published: article.published.as_deref(),
                ..Input::default()
            };
            let annotated = worker.run_timed(&input, &mut timings);
            let since = Instant::now();
            out.clear();
            annotated.write_document(&mut out);
            annotated.write_events(&mut out);
            writing += since.elapsed();
            if pass == 0 {
                tokens += annotated.token_count();
                mentions += annotated.mention_count();
                events += annotated.event_count();
                written += out.len();
                checksum.update(&out);
            }
        }
    }
    let (elapsed, cpu) = (started.elapsed(), cpu.elapsed());

    // Stages are timed by the clock on the wall; what other programs took of it is spread evenly.
    let own = cpu.as_secs_f64() / elapsed.as_secs_f64();
    let per_token =
        |time: std::time::Duration| time.as_nanos() as f64 * own / (tokens * passes) as f64;
    println!("{:<16} {:>10}", "stage", "ns/token");
    for (stage, time) in timings.stages() {
        println!("{stage:<16} {:>10.1}", per_token(*time));
    }
    println!("{:<16} {:>10.1}", "writing", per_token(writing));
    println!("{:<16} {:>10.1}", "all", per_token(elapsed));
    println!(
        "{:.2} MB a CPU second; {} articles, {bytes} bytes, {tokens} tokens, {mentions} mentions, {events} events; {written} bytes written",
        (bytes * passes) as f64 / 1e6 / cpu.as_secs_f64(),
        articles.len(),
    );
    println!("start-up {:.1} ms; checksum {:016x}", startup.as_secs_f64() * 1e3, checksum.digest());
    Ok(())
}
