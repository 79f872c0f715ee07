//! Prints what is read: each article with its hints, each failure, each file left out.
//!
//! `cargo run -p nghisu-ingest --example show_articles -- INPUT…`
#![allow(clippy::print_stdout)]

use nghisu_ingest::{Options, Source};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut source = Source::open(std::env::args().skip(1), &Options::default())?;
    for read in source.by_ref() {
        let article = match read {
            Ok(article) => article,
            Err(failure) => {
                println!("!!! {failure}\n");
                continue;
            }
        };
        println!("=== {}", article.id);
        let published = (&article.published, article.published_from.map(|from| from.as_str()));
        println!(
            "title {:?}\nauthor {:?} site {:?}\nurl {:?}\npublished {published:?}",
            article.title, article.author, article.site, article.url
        );
        let mut at = 0;
        for line in article.text.split('\n') {
            let kind = article
                .hints
                .iter()
                .find(|hint| hint.start <= at && at < hint.end)
                .map_or("", |hint| hint.kind.as_str());
            println!("{kind:>12} | {line}");
            at += line.len() + 1;
        }
        println!();
    }
    for skipped in source.skipped() {
        println!("--- {}: {}", skipped.path, skipped.reason);
    }
    Ok(())
}
