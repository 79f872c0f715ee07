//! What `nghisu facts` and `nghisu merge` make of what `nghisu extract` wrote.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn nghisu(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_nghisu")).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Two articles that tell one session, extracted.
fn extracted(folder: &Path) -> String {
    let articles = folder.join("articles.jsonl");
    let session = "Sáng 4/3/2024, tại Hà Nội, Thủ tướng Phạm Minh Chính chủ trì phiên họp lần thứ 8 của Ủy ban Quốc gia về chuyển đổi số.";
    let line = |id: &str, rest: &str| {
        serde_json::json!({ "id": id, "published": "2024-03-05", "text": format!("{session} {rest}") }).to_string()
    };
    let figure = "Năm 2023, tỉ lệ hồ sơ trực tuyến của tỉnh Long An đạt 45,7%.";
    fs::write(
        &articles,
        [line("a", figure), line("b", "Phiên họp kết thúc trong ngày.")].join("\n"),
    )
    .unwrap();
    let out = folder.join("out").to_str().unwrap().to_owned();
    let result = nghisu(&["extract", articles.to_str().unwrap(), "-o", &out]);
    assert!(result.status.success(), "{}", text(&result.stderr));
    out
}

#[test]
fn facts_writes_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let result = nghisu(&["facts", &extracted(folder.path())]);
    assert!(result.status.success(), "{}", text(&result.stderr));
    let table = text(&result.stdout);
    let mut lines = table.lines();
    assert!(lines.next().unwrap().starts_with("series,indicator,subject,"));
    let row = lines.find(|line| line.contains("45.7")).unwrap();
    assert!(row.starts_with("tỷ lệ hồ sơ trực tuyến,"), "{row}");
    assert!(row.contains(",2023,2023-01-01,2023-12-31,actual,"), "{row}");
}

#[test]
fn merge_joins_a_meeting_told_twice() {
    let folder = tempfile::tempdir().unwrap();
    let out = extracted(folder.path());
    let result = nghisu(&["merge", &out]);
    assert!(result.status.success(), "{}", text(&result.stderr));
    let merged: serde_json::Value = serde_json::from_str(text(&result.stdout).trim()).unwrap();
    assert_eq!(merged["record"], "merged");
    assert_eq!(merged["type"], "meeting");
    assert_eq!(merged["documents"], serde_json::json!(["a", "b"]));
    assert!(text(&result.stderr).contains("1 meetings"));
    let events = Path::new(&out).join("events.jsonl");
    let again = nghisu(&["--quiet", "merge", &out, events.to_str().unwrap()]);
    assert_eq!(again.stdout, result.stdout, "what is read twice counts once");
    assert!(again.stderr.is_empty());
}

#[test]
fn what_is_no_output_folder_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let result = nghisu(&["merge", folder.path().to_str().unwrap()]);
    assert_eq!(result.status.code(), Some(1));
    assert!(text(&result.stderr).contains("no events.jsonl"), "{}", text(&result.stderr));
}
