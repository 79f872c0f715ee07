//! What is written is what the contract says: every record of the corpus against the JSON
//! Schema, and against the record types.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone
use nghisu::{Input, Pipeline};
use nghisu_document::record::{Record, schema};
use nghisu_ingest::Source;
use std::io::BufRead as _;

#[test]
fn every_record_of_the_corpus_follows_the_schema() {
    let schema = serde_json::to_value(schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let pipeline = Pipeline::new().unwrap();
    let mut worker = pipeline.worker();
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../corpus");
    let (mut articles, mut records) = (0, 0);
    for folder in ["text", "html"] {
        for article in Source::open([format!("{corpus}/{folder}")], &Default::default()).unwrap() {
            let article = article.unwrap();
            articles += 1;
            let mut lines = Vec::new();
            let input = Input {
                id: &article.id,
                text: &article.text,
                title: article.title.as_deref(),
                published: article.published.as_deref(),
                ..Input::default()
            };
            let annotated = worker.run(&input);
            annotated.write_document(&mut lines);
            annotated.write_events(&mut lines);
            for line in std::str::from_utf8(&lines).unwrap().lines() {
                let value: serde_json::Value = serde_json::from_str(line).unwrap();
                let problems: Vec<String> = validator
                    .iter_errors(&value)
                    .map(|e| format!("{e} at {}", e.instance_path()))
                    .collect();
                assert!(problems.is_empty(), "{}: {problems:#?}\n{line}", article.id);
                let read = Record::from_json(line).unwrap();
                assert_eq!(serde_json::to_value(&read).unwrap(), value, "{}", article.id);
                records += 1;
            }
        }
    }
    assert!(articles >= 12, "the corpus was not found: {articles} articles");
    assert!(records > articles);
}

/// The same over an output folder of `nghisu extract` that the user names in NGHISU_OUTPUT.
#[test]
#[ignore = "reads the output folder that NGHISU_OUTPUT names"]
fn every_record_of_an_output_folder_follows_the_schema() {
    let folder = std::env::var("NGHISU_OUTPUT").expect("NGHISU_OUTPUT names an output folder");
    let schema = serde_json::to_value(schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut records = 0;
    for name in ["documents", "events", "errors"] {
        let file = std::fs::File::open(format!("{folder}/{name}.jsonl")).unwrap();
        for line in std::io::BufReader::new(file).lines() {
            let line = line.unwrap();
            let value: serde_json::Value = serde_json::from_str(&line).unwrap();
            assert!(validator.is_valid(&value), "{name}: {line}");
            records += 1;
        }
    }
    assert!(records > 0, "{folder} holds no records");
    eprintln!("{records} records follow the schema");
}
