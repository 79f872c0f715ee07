//! Every format, compressed in every way, mixed in one run.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone

mod common;

use common::files::{
    TEXT, bzip2, gzip, lines, member, member_of, page, parquet, record, response, tar, xz, zstd,
};
use common::{command, nghisu, text};
use std::fs;
use std::process::Stdio;

#[test]
fn every_format_in_every_wrapping_gives_its_articles() {
    let long = format!("{}/dai.txt", "thu-muc/".repeat(20));
    let pax = format!("{} path={long}\n", long.len() + 10);
    let warc = [
        record("warcinfo", "", "application/warc-fields", b"software: x\r\n"),
        record(
            "request",
            "http://a.vn/1",
            "application/http; msgtype=request",
            b"GET / HTTP/1.1\r\n\r\n",
        ),
        response("http://a.vn/1", "", &page()),
        response("http://a.vn/2", "Content-Encoding: gzip\r\n", &gzip(&page())),
        record("response", "http://a.vn/3", "application/http", b"HTTP/1.1 301 Moved\r\n\r\n"),
        record("conversion", "http://a.vn/4", "text/plain", TEXT.as_bytes()),
    ];
    let members = tar(&[
        member_of(b'5', "d/", b""),
        member("d/1.txt", TEXT.as_bytes()),
        member("./d/2.jsonl.gz", &gzip(&lines(2))),
        member("d/anh.png", b"\x89PNG"),
        member_of(b'L', "././@LongLink", format!("{long}\0").as_bytes()),
        member("cut", TEXT.as_bytes()),
        member_of(b'x', "pax", pax.as_bytes()),
        member("cut", TEXT.as_bytes()),
        member("tar-in-tar.tar", &tar(&[member("3.txt", TEXT.as_bytes())])),
    ]);
    let csv = format!(
        "id,text,date\r\nc1,\"{TEXT}\r\nSố \"\"hai\"\".\",2024-07-19\r\n\r\nc2,{},\r\n",
        TEXT.replace(',', "")
    );
    let cases: Vec<(&str, Vec<u8>, Vec<&str>)> = vec![
        (
            "01.jsonl.bz2",
            [bzip2(&lines(1)), bzip2(&lines(1))].concat(),
            vec!["01.jsonl.bz2#1", "01.jsonl.bz2#2"],
        ),
        (
            "02.jsonl.xz",
            [xz(&lines(1)), xz(&lines(1))].concat(),
            vec!["02.jsonl.xz#1", "02.jsonl.xz#2"],
        ),
        ("03.txt.zst", zstd(TEXT.as_bytes()), vec!["03.txt.zst"]),
        ("04.csv", csv.into_bytes(), vec!["c1", "c2"]),
        ("05.csv", format!("text;n\n\"{TEXT}\";1\n").into_bytes(), vec!["05.csv#1"]),
        (
            "06.warc.gz",
            warc.iter().flat_map(|record| gzip(record)).collect(),
            vec!["http://a.vn/1", "http://a.vn/2", "http://a.vn/4"],
        ),
        ("07.warc", warc.concat(), vec!["http://a.vn/1~2", "http://a.vn/2~2", "http://a.vn/4~2"]),
        (
            "08.tar.xz",
            xz(&members),
            vec!["08.tar.xz/d/1.txt", "08.tar.xz/d/2.jsonl.gz#1", "08.tar.xz/d/2.jsonl.gz#2"],
        ),
        ("09.parquet", parquet("content", &[TEXT, TEXT]), vec!["09.parquet#1", "09.parquet#2"]),
        ("10-ten-la", parquet("text", &[TEXT]), vec!["10-ten-la#1"]),
        ("11-warc", gzip(&warc[2]), vec!["http://a.vn/1~3"]),
        ("12-tar", tar(&[member("a.txt", TEXT.as_bytes())]), vec!["12-tar/a.txt"]),
        ("13-lengths.csv", b"file,bytes\na,1\n".to_vec(), vec![]),
        ("14-lengths.parquet", parquet("bytes", &["1"]), vec![]),
    ];
    let folder = tempfile::tempdir().unwrap();
    for (name, content, _) in &cases {
        fs::write(folder.path().join(name), content).unwrap();
    }
    let out = folder.path().join("out");
    let result = nghisu(&[
        "extract",
        folder.path().join("[0-9]*").to_str().unwrap(),
        folder.path().to_str().unwrap(),
        "-o",
        out.to_str().unwrap(),
        "--quiet",
    ]);
    // Named by the glob, the last two are errors; in the folder they accompany.
    assert_eq!(result.status.code(), Some(3), "{}", text(&result.stderr));
    let errors = fs::read_to_string(out.join("errors.jsonl")).unwrap();
    assert_eq!(errors.lines().count(), 2, "{errors}");
    let mut expected: Vec<String> = Vec::new();
    for (_, _, ids) in &cases {
        expected.extend(ids.iter().map(|id| (*id).to_owned()));
    }
    let at = expected.iter().position(|id| id.starts_with("09")).unwrap();
    let more = [
        format!("08.tar.xz/{long}"),
        format!("08.tar.xz/{long}~2"),
        "08.tar.xz/tar-in-tar.tar/3.txt".into(),
    ];
    expected.splice(at..at, more);
    let ids: Vec<String> = fs::read_to_string(out.join("documents.jsonl"))
        .unwrap()
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["doc_id"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(ids[..expected.len()], expected);
    assert_eq!(ids.len(), 2 * expected.len(), "the folder gives them once more, with other ids");
    let manifest = fs::read_to_string(out.join("manifest.json")).unwrap();
    for named in ["anh.png", "3 records that are no pages", "13-lengths.csv", "14-lengths.parquet"]
    {
        assert!(manifest.contains(named), "{named}: {manifest}");
    }
}

#[test]
fn standard_input_may_be_an_archive() {
    let archive = gzip(&tar(&[member("a.txt", TEXT.as_bytes())]));
    let mut child = command(&["extract", "-", "--emit", "documents"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), &archive).unwrap();
    let result = child.wait_with_output().unwrap();
    let document: serde_json::Value = serde_json::from_slice(&result.stdout).unwrap();
    assert_eq!(
        (document["doc_id"].as_str(), document["text"].as_str()),
        (Some("-/a.txt"), Some(TEXT))
    );
}

#[test]
fn duplicates_and_other_languages_are_passed_over_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let english = "The prime minister chaired a cabinet meeting on economic development on Monday, where ministers reported on the results of their work. ".repeat(3);
    let input = folder.path().join("a.jsonl");
    let mut content = Vec::new();
    for (id, text) in
        [("a", TEXT), ("b", &english), ("c", TEXT), ("d", "Chính phủ họp."), ("e", TEXT)]
    {
        content.extend(serde_json::json!({"id": id, "text": text}).to_string().into_bytes());
        content.push(b'\n');
    }
    fs::write(&input, content).unwrap();
    let run = |options: &[&str]| {
        let out = tempfile::tempdir_in(folder.path()).unwrap();
        let mut arguments =
            vec!["extract", input.to_str().unwrap(), "-o", out.path().to_str().unwrap()];
        arguments.extend(options);
        assert_eq!(nghisu(&arguments).status.code(), Some(0));
        let manifest: serde_json::Value =
            serde_json::from_slice(&fs::read(out.path().join("manifest.json")).unwrap()).unwrap();
        let counts =
            ["articles", "foreign", "duplicates"].map(|key| manifest[key].as_u64().unwrap());
        (counts, fs::read_to_string(out.path().join("skipped.jsonl")).unwrap())
    };
    assert_eq!(run(&["--any-language"]), ([5, 0, 0], String::new()));
    let (counts, skipped) = run(&["--dedup"]);
    assert_eq!(counts, [2, 1, 2]);
    let skipped: Vec<serde_json::Value> =
        skipped.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let said: Vec<[&str; 2]> = skipped
        .iter()
        .map(|record| ["doc_id", "reason"].map(|key| record[key].as_str().unwrap()))
        .collect();
    assert_eq!(said, [["b", "not_vietnamese"], ["c", "duplicate"], ["e", "duplicate"]]);
    assert_eq!(skipped[2]["duplicate_of"], "a");
}
