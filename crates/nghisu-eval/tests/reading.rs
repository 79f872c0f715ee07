//! Sides as users have them: folders, stand-off gold, ids with and without the file's ending.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::io::Write as _;

use nghisu_eval::{Corpus, Error, Options, run, score};

const GOLD: &str = r#"{"schema":"nghisu/1","record":"document","doc_id":"bai-1","source":{"path":"bai-1.txt"},"mentions":[{"id":"m1","type":"place","start":2,"end":5}],"events":[{"record":"event","id":"e1","type":"legal_act","act":"issue","count":{"text":"3","start":7,"end":8}}]}"#;
const DOCUMENT: &str = r#"{"schema":"nghisu/1","record":"document","doc_id":"tin/bai-1.txt","source":{"path":"tin/bai-1.txt"},"text":"Ở Huế, 3 nghị định","mentions":[{"id":"x","type":"place","start":2,"end":5}],"events":["e"]}"#;
const EVENT: &str = r#"{"schema":"nghisu/1","record":"event","id":"e","type":"legal_act","doc_id":"tin/bai-1.txt","act":"issue","issuer":null,"count":{"text":"3","start":7,"end":8}}"#;

fn read(lines: &[&str]) -> Corpus {
    Corpus::from_jsonl(&lines.join("\n")).unwrap()
}

#[test]
fn a_folder_of_output_is_scored_against_stand_off_gold() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("out");
    fs::create_dir(&out).unwrap();
    fs::write(root.path().join("gold.jsonl"), GOLD).unwrap();
    // Events come first by name or not at all in order: the reader waits for all.
    fs::write(out.join("a-events.jsonl"), EVENT).unwrap();
    fs::write(out.join("documents.jsonl"), DOCUMENT).unwrap();
    fs::write(
        out.join("errors.jsonl"),
        r#"{"record":"error","source":"b","stage":"read","message":"empty"}"#,
    )
    .unwrap();
    fs::write(out.join("manifest.json"), "not a line of records").unwrap();
    let report = run(&root.path().join("gold.jsonl"), &out, &Options::default()).unwrap();
    for (group, row) in
        [("mentions", "place"), ("events", "legal_act"), ("slots", "legal_act.count")]
    {
        assert_eq!(report.row(group, row).unwrap().f1, Some(1.0), "{group} {row}");
    }
    // Gold has no sentences: nothing is said about them.
    assert_eq!(report.row("layout", "sentence"), None);
}

#[test]
fn compressed_output_is_read() {
    let root = tempfile::tempdir().unwrap();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(EVENT.as_bytes()).unwrap();
    fs::write(root.path().join("events.jsonl.gz"), gzip.finish().unwrap()).unwrap();
    let zstd = zstd::encode_all(DOCUMENT.as_bytes(), 1).unwrap();
    fs::write(root.path().join("documents.jsonl.zst"), zstd).unwrap();
    let predicted = Corpus::read(root.path()).unwrap();
    let report = score(&read(&[GOLD]), &predicted, &Options::default()).unwrap();
    assert_eq!(report.row("events", "legal_act").unwrap().f1, Some(1.0));
}

#[test]
fn nothing_passes_silently() {
    let options = Options::default();
    let gold = read(&[GOLD]);
    let nothing = read(&[]);
    assert!(matches!(score(&nothing, &gold, &options), Err(Error::NoGold(_))));
    assert!(matches!(
        score(&gold, &nothing, &options),
        Err(Error::Missing { count: 1, of: 1, .. })
    ));

    let two = read(&[GOLD, r#"{"doc_id":"bai-2","mentions":[]}"#]);
    let one = read(&[DOCUMENT, EVENT]);
    assert!(matches!(score(&two, &one, &options), Err(Error::Missing { count: 1, of: 2, .. })));
    let lenient = Options { allow_missing: true, ..options };
    let report = score(&two, &one, &lenient).unwrap();
    assert_eq!((report.documents, report.missing), (1, 1));
    assert!(report.to_string().contains("1 of gold not predicted"));
    // Allowed or not, a score of no document at all is none.
    assert!(score(&gold, &nothing, &lenient).is_err());
}

#[test]
fn a_document_that_gold_lacks_is_ignored() {
    let more = r#"{"record":"document","doc_id":"z","mentions":[{"id":"m","type":"date","start":0,"end":1}]}"#;
    let report =
        score(&read(&[GOLD]), &read(&[DOCUMENT, more, EVENT]), &Options::default()).unwrap();
    assert_eq!(report.row("mentions", "all").unwrap().false_alarms, 0.0);
}

#[test]
fn offsets_over_different_texts_are_refused() {
    let text = |text: &str| read(&[&format!(r#"{{"doc_id":"a","text":{text:?}}}"#)]);
    let options = Options::default();
    let fault = score(&text("Huế mưa"), &text("Huế nắng"), &options).unwrap_err();
    assert!(matches!(fault, Error::TextDiffers { at: 4, .. }), "{fault}");
    assert!(score(&text("Huế mưa"), &text("Huế mưa\n"), &options).is_ok());
}

#[test]
fn two_files_of_one_name_need_their_ids() {
    let gold = read(&[r#"{"doc_id":"bai"}"#]);
    let both = read(&[r#"{"doc_id":"x/bai.txt"}"#, r#"{"doc_id":"y/bai.txt"}"#]);
    assert!(matches!(score(&gold, &both, &Options::default()), Err(Error::Missing { .. })));
    let first = read(&[r#"{"doc_id":"bai#1","mentions":[]}"#]);
    assert!(score(&gold, &first, &Options::default()).is_err());
}

#[test]
fn faulty_lines_are_named() {
    for (lines, fault) in [
        ("{}", "doc_id"),
        ("[]", "object"),
        ("{\"doc_id\":\"a\"}\n\n{\"doc_id\":\"a\"}", "line:3: a second document `a`"),
        (r#"{"doc_id":"a","schema":"nghisu/9"}"#, "nghisu/9"),
        (r#"{"doc_id":"a","events":[{"id":"e7","type":"gossip"}]}"#, "e7"),
        (r#"{"record":"event","id":"e","type":"meeting"}"#, "doc_id"),
    ] {
        let message = Corpus::from_jsonl(lines).unwrap_err().to_string();
        assert!(message.contains(fault), "{lines}: {message}");
    }
    let alone = Corpus::from_jsonl(EVENT).unwrap_err();
    assert!(alone.to_string().contains("`tin/bai-1.txt`"), "{alone}");
    let missing = Corpus::read("no such file".as_ref()).unwrap_err();
    assert!(missing.to_string().contains("no such file"));
}
