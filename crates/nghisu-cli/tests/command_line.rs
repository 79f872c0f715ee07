//! What a user of the command line sees: output, messages, exit statuses.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn nghisu(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_nghisu")).args(arguments).output().unwrap()
}

fn with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_nghisu"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Two articles and a line that is none, in a folder with a file that is none either.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("a.jsonl"),
        concat!(
            r#"{"id":"a1","published":"2024-03-05","text":"Sáng 4/3, Bộ Tài chính họp. Thu ngân sách đạt 17,5%."}"#,
            "\nnot a record\n",
            r#"{"id":"a2","text":"Thủ tướng Phạm Minh Chính chủ trì phiên họp."}"#,
            "\n",
        ),
    )
    .unwrap();
    fs::write(folder.path().join("README.md"), "not an article").unwrap();
    folder
}

#[test]
fn extract_writes_four_files_and_says_that_some_articles_failed() {
    let folder = folder();
    let out = folder.path().join("out");
    let result = nghisu(&[
        "extract",
        folder.path().join("a.jsonl").to_str().unwrap(),
        "-o",
        out.to_str().unwrap(),
    ]);
    assert_eq!(result.status.code(), Some(3), "{}", text(&result.stderr));
    assert!(text(&result.stdout).is_empty());
    let read = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    let documents = read("documents.jsonl");
    let ids: Vec<serde_json::Value> = documents
        .lines()
        .map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap()["doc_id"].clone())
        .collect();
    assert_eq!(ids, ["a1", "a2"]);
    let error: serde_json::Value = serde_json::from_str(read("errors.jsonl").trim()).unwrap();
    assert!(error["source"].as_str().unwrap().ends_with("a.jsonl:2"), "{error}");
    let manifest: serde_json::Value = serde_json::from_str(&read("manifest.json")).unwrap();
    assert_eq!((manifest["articles"].as_u64(), manifest["failed"].as_u64()), (Some(2), Some(1)));
    assert!(read_dir(&out).iter().all(|name| !name.ends_with(".part")), "{:?}", read_dir(&out));
}

fn read_dir(path: &Path) -> Vec<String> {
    fs::read_dir(path).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_directory_passes_over_what_is_no_article_and_names_it() {
    let folder = folder();
    let out = tempfile::tempdir().unwrap();
    nghisu(&["extract", folder.path().to_str().unwrap(), "-o", out.path().to_str().unwrap()]);
    let manifest = fs::read_to_string(out.path().join("manifest.json")).unwrap();
    assert!(manifest.contains("README.md"), "{manifest}");
}

#[test]
fn the_same_bytes_come_out_at_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("many.jsonl");
    let mut file = fs::File::create(&input).unwrap();
    for n in 0..500 {
        let text = format!("Ngày {}/3/2024, UBND tỉnh Long An họp. Tỷ lệ đạt {n},5%.", n % 28 + 1);
        writeln!(file, "{}", serde_json::json!({"id": format!("n{n}"), "text": text})).unwrap();
    }
    let run = |jobs: &str| {
        let out = folder.path().join(jobs);
        let result = nghisu(&[
            "extract",
            input.to_str().unwrap(),
            "-o",
            out.to_str().unwrap(),
            "--jobs",
            jobs,
        ]);
        assert_eq!(result.status.code(), Some(0), "{}", text(&result.stderr));
        (
            fs::read(out.join("documents.jsonl")).unwrap(),
            fs::read(out.join("events.jsonl")).unwrap(),
        )
    };
    let one = run("1");
    assert!(!one.0.is_empty());
    assert!(one == run("2") && one == run("7"));
}

#[test]
fn standard_input_and_output_make_a_pipe_without_noise() {
    let result = with_input(
        &["extract", "-", "-o", "-", "--emit", "documents"],
        "Tỷ lệ đạt 17,5%.".as_bytes(),
    );
    assert_eq!(result.status.code(), Some(0));
    assert_eq!(text(&result.stderr), "");
    let document: serde_json::Value = serde_json::from_slice(&result.stdout).unwrap();
    assert_eq!(document["record"], "document");
}

#[test]
fn a_missing_file_is_an_error_that_names_it() {
    let result = nghisu(&["extract", "no-such-file.jsonl", "-o", "-"]);
    assert_eq!(result.status.code(), Some(1));
    assert!(text(&result.stderr).contains("no-such-file.jsonl"), "{}", text(&result.stderr));
}

#[test]
fn wrong_usage_exits_with_2_and_help_with_0() {
    assert_eq!(nghisu(&["extract", "a", "--jobs", "0"]).status.code(), Some(2));
    assert_eq!(nghisu(&["extrat"]).status.code(), Some(2));
    for command in
        ["extract", "inspect", "normalize", "lookup", "eval", "config", "schema", "completions"]
    {
        let help = nghisu(&[command, "--help"]);
        assert_eq!(help.status.code(), Some(0));
        assert!(text(&help.stdout).contains("nghisu "), "{command} --help shows an example");
    }
}

#[test]
fn offsets_count_in_the_unit_asked_for() {
    let article = "😀 Tỷ lệ đạt 17%.".as_bytes();
    for (unit, start) in [("codepoint", 12), ("utf16", 13), ("byte", 22)] {
        let result = with_input(
            &["extract", "-", "-o", "-", "--emit", "documents", "--offsets", unit],
            article,
        );
        let document: serde_json::Value = serde_json::from_slice(&result.stdout).unwrap();
        let percent =
            document["mentions"].as_array().unwrap().iter().find(|m| m["type"] == "percent");
        assert_eq!(percent.unwrap()["start"], start, "{unit}");
    }
}

#[test]
fn the_schema_is_json_and_names_every_record() {
    let schema: serde_json::Value = serde_json::from_slice(&nghisu(&["schema"]).stdout).unwrap();
    let schema = schema.to_string();
    for record in ["document", "event", "merged", "error"] {
        assert!(schema.contains(record), "{record}");
    }
}

#[test]
fn text_is_folded_for_search() {
    let result = with_input(&["normalize", "--fold"], "Chuyển Đổi Số\n".as_bytes());
    assert_eq!(text(&result.stdout), "chuyen doi so\n");
}

#[test]
fn scoring_without_gold_fails_loudly() {
    let empty = tempfile::tempdir().unwrap();
    let path = empty.path().to_str().unwrap();
    let result = nghisu(&["eval", path, path]);
    assert_eq!(result.status.code(), Some(1));
    assert!(text(&result.stderr).contains("gold"), "{}", text(&result.stderr));
}

#[test]
fn manual_pages_name_what_they_are_of() {
    for (arguments, title) in
        [(&["manual"][..], ".TH nghisu 1"), (&["manual", "extract"], ".TH nghisu-extract 1")]
    {
        let page = nghisu(arguments);
        assert_eq!(page.status.code(), Some(0));
        assert!(text(&page.stdout).contains(title), "{}", text(&page.stdout));
    }
    assert_eq!(nghisu(&["manual", "extrat"]).status.code(), Some(1));
}
