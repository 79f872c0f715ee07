//! Makes an input of a wanted size out of a folder of articles, over and over with fresh ids.
//!
//! `cargo run --release -p nghisu-batch --example grow -- FOLDER MEGABYTES > articles.jsonl`. A
//! megabyte is a million bytes of text; every round of the articles begins elsewhere in each of
//! them, so that no two texts are the same and no cache can help.

#![allow(clippy::print_stderr, reason = "an example may say how it is used")]

use nghisu_ingest::{Article, Source};
use std::io::{BufWriter, Write as _, stdout};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, megabytes] = arguments.as_slice() else {
        return Err("give a folder of articles and how many megabytes".into());
    };
    let wanted = megabytes.parse::<u64>()? * 1_000_000;
    let articles: Vec<Article> =
        Source::open([folder], &Default::default())?.filter_map(Result::ok).collect();
    if articles.is_empty() {
        return Err("there are no articles in this folder".into());
    }
    let mut out = BufWriter::new(stdout().lock());
    let (mut written, mut number) = (0, 0_usize);
    'all: for round in 0.. {
        for article in &articles {
            // The sentences of later rounds stand in another order.
            let lines: Vec<&str> = article.text.split_inclusive('\n').collect();
            let (first, last) = lines.split_at(round % lines.len().max(1));
            let text = format!("{}\n{}", last.concat().trim_end(), first.concat());
            number += 1;
            let record = serde_json::json!({
                "id": format!("{round}/{number}"),
                "title": article.title,
                "url": article.url,
                "published": article.published,
                "text": text.trim(),
            });
            serde_json::to_writer(&mut out, &record)?;
            out.write_all(b"\n")?;
            written += text.trim().len() as u64;
            if written >= wanted {
                break 'all;
            }
        }
    }
    out.flush()?;
    eprintln!("{number} articles, {written} bytes of text");
    Ok(())
}
