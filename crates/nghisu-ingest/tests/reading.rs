//! What comes out of files, directories, archives and broken data.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a helper of tests fails as a test does"
)]

use nghisu_ingest::{Error, Fields, Format, Options, Source};
use std::fs;
use std::io::Write as _;
use std::path::Path;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 3).unwrap()
}

/// Reads `inputs` inside `dir`; every article as `id: text`, every failure as `place stage`.
fn read(dir: &Path, inputs: &[&str], options: &Options) -> Vec<String> {
    let mut source = Source::open(
        inputs.iter().map(|name| dir.join(name).to_str().unwrap().to_owned()),
        options,
    )
    .unwrap();
    lines(dir, &mut source)
}

fn lines(dir: &Path, source: &mut Source) -> Vec<String> {
    let prefix = format!("{}/", dir.to_str().unwrap());
    source
        .map(|read| match read {
            Ok(article) => format!("{}: {}", article.id, article.text),
            Err(failure) => {
                format!("{} {}", failure.source.replace(&prefix, ""), failure.stage.as_str())
            }
        })
        .collect()
}

/// One file of that name and content, read by itself.
fn one(name: &str, content: &[u8]) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(name), content).unwrap();
    read(dir.path(), &[name], &Options::default())
}

#[test]
fn files_give_the_articles_that_are_in_them() {
    let cases: &[(&str, &str, &[u8], &[&str])] = &[
        (
            "text as it stands",
            "a.txt",
            "Chính phủ\r\nhọp.\n".as_bytes(),
            &["a.txt: Chính phủ\r\nhọp.\n"],
        ),
        ("a mark before the text", "a.txt", "\u{feff}Họp.".as_bytes(), &["a.txt: Họp."]),
        ("an unknown name", "tin.bai", b"Tin.", &["tin.bai: Tin."]),
        ("an empty file", "a.txt", b" \n", &["a.txt empty"]),
        ("a page", "a.html", "<p>Một</p><p>Hai</p>".as_bytes(), &["a.html: Một\nHai"]),
        (
            "ids given and made",
            "a.jsonl",
            br#"{"id":"x","text":"1"}
{"text":"2"}

{"doc_id":7,"text":"3"}
{"url":"http://u/","text":"4"}"#,
            &["x: 1", "a.jsonl#2: 2", "7: 3", "http://u/: 4"],
        ),
        (
            "repeated ids",
            "a.jsonl",
            b"{\"id\":\"x\",\"text\":\"1\"}\n{\"id\":\"x\",\"text\":\"2\"}",
            &["x: 1", "x~2: 2"],
        ),
        (
            "the best text key, whatever the order",
            "a.jsonl",
            br#"{"html":"<p>4</p>","body":"3","content":"2","text":"1"}"#,
            &["a.jsonl#1: 1"],
        ),
        ("an empty best key", "a.jsonl", br#"{"text":"","body":"3"}"#, &["a.jsonl#1: 3"]),
        (
            "paragraphs in an array",
            "a.jsonl",
            br#"{"content":["1",null,"2"]}"#,
            &["a.jsonl#1: 1\n2"],
        ),
        (
            "HTML in a field",
            "a.jsonl",
            br#"{"content":"<p>1</p><p>a<br>b</p>"}"#,
            &["a.jsonl#1: 1\na\nb"],
        ),
        (
            "an array",
            "a.json",
            br#"[{"text":"1"}, {"text":"[2]\"}"} ,
 {"text":"3"}]"#,
            &["a.json#1: 1", "a.json#2: [2]\"}", "a.json#3: 3"],
        ),
        (
            "an array after a mark",
            "a.json",
            "\u{feff}[{\"text\":\"1\"}]".as_bytes(),
            &["a.json#1: 1"],
        ),
        ("an array of nothing", "a.json", b"[]", &[]),
        (
            "a spread-out object",
            "a.json",
            b"{\n \"text\":\n \"1\"\n}\n{\n\"text\":\"2\"}\n",
            &["a.json#1: 1", "a.json#2: 2"],
        ),
    ];
    for (case, name, content, expected) in cases {
        assert_eq!(one(name, content), *expected, "{case}");
    }
}

#[test]
fn a_fault_costs_one_record_and_names_its_line() {
    let cases: &[(&str, &str, &[u8], &[&str])] = &[
        (
            "not JSON",
            "a.jsonl",
            b"{\"text\":\"1\"}\n{\"text\":\n{\"text\":\"3\"}\n",
            &["a.jsonl#1: 1", "a.jsonl:2 json", "a.jsonl#3: 3"],
        ),
        (
            "words after the record",
            "a.jsonl",
            b"{\"text\":\"1\"} x\n{\"text\":\"2\"}\n",
            &["a.jsonl:1 json", "a.jsonl#2: 2"],
        ),
        (
            "not an object",
            "a.jsonl",
            b"12\n{\"text\":\"2\"}\n",
            &["a.jsonl:1 json", "a.jsonl#2: 2"],
        ),
        (
            "not UTF-8",
            "a.jsonl",
            b"{\"text\":\"\xff\"}\n{\"text\":\"2\"}\n",
            &["a.jsonl:1 decode", "a.jsonl#2: 2"],
        ),
        (
            "no text",
            "a.jsonl",
            b"{\"title\":\"1\"}\n{\"text\":\"2\"}\n",
            &["a.jsonl:1 fields", "a.jsonl#2: 2"],
        ),
        (
            "empty text",
            "a.jsonl",
            b"{\"text\":\" \"}\n{\"text\":\"2\"}\n",
            &["a.jsonl:1 empty", "a.jsonl#2: 2"],
        ),
        (
            "nested too deep",
            "a.jsonl",
            &[b"{\"a\":".as_slice(), &[b'['; 9000], b"\n{\"text\":\"2\"}\n"].concat(),
            &["a.jsonl:1 json", "a.jsonl#2: 2"],
        ),
        (
            "a bad element",
            "a.json",
            b"[{\"text\":\"1\"},\n{\"text\" \"2\"},\nnull,{\"text\":\"4\"}]",
            &["a.json#1: 1", "a.json:2 json", "a.json:3 json", "a.json#4: 4"],
        ),
        (
            "an array without end",
            "a.json",
            b"[{\"text\":\"1\"},\n{\"text\":\"2",
            &["a.json#1: 1", "a.json:2 json"],
        ),
        ("no text file at all", "a.bin", b"\0\x01\x02", &["a.bin format"]),
    ];
    for (case, name, content, expected) in cases {
        assert_eq!(one(name, content), *expected, "{case}");
    }
}

#[test]
fn archives_are_told_by_their_bytes_and_may_have_many_members() {
    let (first, second) = (b"{\"text\":\"1\"}\n{\"te".as_slice(), b"xt\":\"2\"}\n".as_slice());
    let expected = ["a.jsonl#1: 1", "a.jsonl#2: 2"];
    assert_eq!(one("a.jsonl", &[gzip(first), gzip(second)].concat()), expected);
    assert_eq!(one("a.jsonl", &[zstd(first), zstd(second)].concat()), expected);
    let skippable = [0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 9, 9];
    assert_eq!(one("a.jsonl", &[skippable.to_vec(), zstd(first), zstd(second)].concat()), expected);
    assert_eq!(one("a.txt.gz", &gzip(b"Tin.")), ["a.txt.gz: Tin."]);
    assert_eq!(one("a.txt.gz", b"Tin."), ["a.txt.gz: Tin."]);
}

#[test]
fn a_broken_archive_gives_what_comes_before_the_break() {
    let line = |n: usize| {
        format!("{{\"id\":\"{n}\",\"text\":\"{:x}\"}}\n", n.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    };
    let content: String = (0..200_000).map(line).collect();
    for archive in [gzip(content.as_bytes()), zstd(content.as_bytes())] {
        let read = one("a.jsonl", &archive[..archive.len() / 2]);
        let whole = read.len() - 1;
        assert!(whole > 10_000 && whole < 200_000, "{whole}");
        assert_eq!(read[whole], format!("a.jsonl:{} read", whole + 1));
        assert!(read[whole - 1].starts_with(&format!("{}: ", whole - 1)));
    }
}

#[test]
fn a_record_over_the_limit_is_a_failure_and_the_next_is_read() {
    let dir = tempfile::tempdir().unwrap();
    let long = format!("{{\"text\":\"{}\"}}", "x".repeat(100));
    fs::write(dir.path().join("a.jsonl"), format!("{long}\n{{\"text\":\"2\"}}\n")).unwrap();
    fs::write(dir.path().join("a.json"), format!("[{long},{{\"text\":\"2\"}}]")).unwrap();
    fs::write(dir.path().join("a.txt"), &long).unwrap();
    let mut options = Options::default();
    options.limit = 50;
    assert_eq!(
        read(dir.path(), &["a.jsonl", "a.json", "a.txt"], &options),
        ["a.jsonl:1 read", "a.jsonl#2: 2", "a.json:1 read", "a.json#2: 2", "a.txt read"]
    );
}

#[test]
fn a_directory_is_read_in_order_and_says_what_it_left_out() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    fs::create_dir_all(root.join("b/c")).unwrap();
    for (name, content) in [
        ("z.txt", "z"),
        ("b/c/2.txt", "2"),
        ("b/c/10.txt", "10"),
        ("a.jsonl", "{\"text\":\"a\"}\n"),
        ("notes", "n"),
        ("README.md", "-"),
        ("b/README.txt", "-"),
        ("b/table.tsv", "-"),
        ("b/seed-SIDECAR.jsonl", "{\"text\":\"-\"}"),
        ("b/lengths.jsonl", "{\"file\":\"z.txt\",\"bytes\":1}\n{\"file\":\"a\",\"bytes\":1}\n"),
        ("b/.hidden.txt", "-"),
        ("b/photo", "\u{0}\u{1}"),
    ] {
        fs::write(root.join(name), content).unwrap();
    }
    let mut source = Source::open([root.to_str().unwrap()], &Options::default()).unwrap();
    assert_eq!(
        lines(root, &mut source),
        ["a.jsonl#1: a", "b/c/10.txt: 10", "b/c/2.txt: 2", "notes: n", "z.txt: z"]
    );
    let mut skipped: Vec<_> =
        source.skipped().iter().map(|s| s.path.rsplit('/').next().unwrap()).collect();
    skipped.sort_unstable();
    assert_eq!(
        skipped,
        [
            ".hidden.txt",
            "README.md",
            "README.txt",
            "lengths.jsonl",
            "photo",
            "seed-SIDECAR.jsonl",
            "table.tsv"
        ]
    );
}

#[test]
fn a_file_that_the_user_names_is_read_whatever_its_name() {
    assert_eq!(one("README.txt", b"Tin."), ["README.txt: Tin."]);
    assert_eq!(one("sidecar.jsonl", b"{\"x\":1}"), ["sidecar.jsonl:1 fields"]);
}

#[test]
fn globs_stand_for_what_they_match_and_ids_do_not_depend_on_it() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("d")).unwrap();
    for name in ["d/2.txt", "d/1.txt", "d/x.html", "d/[a].txt"] {
        fs::write(dir.path().join(name), "t").unwrap();
    }
    let all = ["d/1.txt: t", "d/2.txt: t", "d/[a].txt: t"];
    assert_eq!(read(dir.path(), &["*/*.txt"], &Options::default()), all);
    assert_eq!(read(dir.path(), &["d/[12].txt"], &Options::default()), ["1.txt: t", "2.txt: t"]);
    assert_eq!(
        read(dir.path(), &["d/[a].txt"], &Options::default()),
        ["[a].txt: t"],
        "an existing name is no pattern"
    );
    let none = Source::open([dir.path().join("*.none").to_str().unwrap()], &Options::default());
    assert!(matches!(none.err(), Some(Error::Missing(_))));
}

#[test]
fn fields_are_mapped_and_kept() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.jsonl");
    fs::write(&path, r#"{"noi_dung":"Tin.","text":"-","ma":5,"tieu_de":"T","date":"2024-07-19","url":"u","author":"A","site":"S"}"#).unwrap();
    let mut fields = Fields::default();
    for mapping in ["text=noi_dung", "id=ma", "title=tieu_de"] {
        fields.map(mapping).unwrap();
    }
    let mut options = Options::default();
    options.fields = fields;
    let article =
        Source::open([path.to_str().unwrap()], &options).unwrap().next().unwrap().unwrap();
    assert_eq!((article.id.as_str(), article.text.as_str()), ("5", "Tin."));
    assert_eq!(article.title.as_deref(), Some("T"));
    assert_eq!(
        (article.url.as_deref(), article.site.as_deref(), article.author.as_deref()),
        (Some("u"), Some("S"), Some("A"))
    );
    assert_eq!(
        (article.published.as_deref(), article.published_from.unwrap().as_str()),
        (Some("2024-07-19"), "given")
    );
}

#[test]
fn the_day_in_an_address_stands_in_for_a_missing_time() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.jsonl");
    fs::write(&path, r#"{"text":"Tin.","url":"https://example.vn/2024/07/19/tin"}"#).unwrap();
    let article = Source::open([path.to_str().unwrap()], &Options::default())
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    assert_eq!(
        (article.published.as_deref(), article.published_from.unwrap().as_str()),
        (Some("2024-07-19"), "url")
    );
}

#[test]
fn a_chosen_format_overrules_names() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.html"), "<p>x</p>").unwrap();
    let mut options = Options::default();
    options.format = Some(Format::Text);
    assert_eq!(read(dir.path(), &["a.html"], &options), ["a.html: <p>x</p>"]);
}
