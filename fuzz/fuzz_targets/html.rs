//! Any bytes read as a page: an article or a failure, hints in order and inside the text, the same each time.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nghisu_ingest::{Article, Failure, Format, Options, Source};
use std::io::Write;

fn read(path: &str, format: Format) -> Vec<Result<Article, Failure>> {
    let mut options = Options::default();
    options.format = Some(format);
    Source::open([path], &options).unwrap().collect()
}

fn check(bytes: &[u8], name: &str, format: Format) {
    let path = std::env::temp_dir().join(format!("nghisu-fuzz-{}-{name}", std::process::id()));
    std::fs::File::create(&path).unwrap().write_all(bytes).unwrap();
    let path = path.to_str().unwrap();
    let once = read(path, format);
    for article in once.iter().flatten() {
        let mut at = 0;
        for hint in &article.hints {
            assert!(at <= hint.start && hint.start < hint.end);
            let block = article.text.get(hint.start..hint.end).unwrap();
            // A hint is a whole block: a line, or several where it has a `<br>`.
            assert!(!block.trim().is_empty());
            assert!(hint.start == 0 || article.text.as_bytes()[hint.start - 1] == b'\n');
            assert!(hint.end == article.text.len() || article.text.as_bytes()[hint.end] == b'\n');
            at = hint.end;
        }
    }
    let again = read(path, format);
    assert_eq!(format!("{once:?}"), format!("{again:?}"));
}

fuzz_target!(|bytes: &[u8]| {
    check(bytes, "page.html", Format::Html);
    if let Ok(html) = std::str::from_utf8(bytes) {
        let record = format!("{{\"html\":{}}}\n", serde_json::to_string(html).unwrap());
        check(record.as_bytes(), "record.jsonl", Format::Json);
    }
});
