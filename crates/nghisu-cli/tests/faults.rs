//! Broken inputs: each costs what it must and no more, and says what is wrong with it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone

mod common;

use common::files::{
    TEXT, bzip2, cut, gzip, hurt, lines, member, noisy_lines, page, parquet, record, response, tar,
    xz, zstd,
};
use common::{command, nghisu, text};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;

/// A file, how many articles are found in it all the same, and its errors: stage and a part of the message.
struct Case(&'static str, Vec<u8>, Found, &'static [[&'static str; 2]]);

/// How many articles.
#[derive(Clone, Copy)]
enum Found {
    Exactly(usize),
    /// Some but not all: how many come before a break depends on the compressor.
    Some,
}

use Found::Exactly;

fn text_and_json() -> Vec<Case> {
    let long = format!("{{\"text\":\"{}\"}}\n", "họp ".repeat(60_000));
    let with = |line: &str| [lines(1), line.as_bytes().to_vec(), b"\n".to_vec(), lines(1)].concat();
    let deep = "[".repeat(50_000);
    vec![
        Case("empty.txt", vec![], Exactly(0), &[["empty", "no text"]]),
        Case("spaces.txt", b" \r\n\t\n".to_vec(), Exactly(0), &[["empty", "no text"]]),
        Case("mark-alone.txt", b"\xef\xbb\xbf".to_vec(), Exactly(0), &[["empty", "no text"]]),
        Case(
            "not-utf8.txt",
            b"B\xe1\xbb h\xe1\xbb\x8dp \xff\xfe. Ch\xc3\xadnh ph\xe1\xbb\xa7 h\xe1\xbb\x8dp."
                .to_vec(),
            Exactly(1),
            &[],
        ),
        Case("half-utf16.txt", b"\xff\xfeB\x00\xd9".to_vec(), Exactly(1), &[]),
        Case("zeros.txt", vec![0; 4096], Exactly(1), &[]),
        Case(
            "long.txt",
            long.clone().into_bytes(),
            Exactly(0),
            &[["read", "longer than the limit"]],
        ),
        Case("blank.jsonl", b"\n\n \n".to_vec(), Exactly(0), &[]),
        Case(
            "no-json.jsonl",
            with("khong phai JSON"),
            Exactly(2),
            &[["json", "not a JSON object"]],
        ),
        Case("cut.jsonl", cut(&lines(2), lines(2).len() - 4), Exactly(1), &[["json", "EOF"]]),
        Case("number.jsonl", with("12"), Exactly(2), &[["json", "not a JSON object"]]),
        Case("string.jsonl", with("\"Tin\""), Exactly(2), &[["json", "not a JSON object"]]),
        Case("null.jsonl", with("null"), Exactly(2), &[["json", "not a JSON object"]]),
        Case("array.jsonl", with("[1,2]"), Exactly(2), &[["json", "not a JSON object"]]),
        Case("after.jsonl", with("{\"text\":\"a\"} b"), Exactly(2), &[["json", "trailing"]]),
        Case(
            "comma.jsonl",
            with("{\"text\":\"a\",}"),
            Exactly(2),
            &[["json", "not a JSON object"]],
        ),
        Case("quote.jsonl", with("{'text':'a'}"), Exactly(2), &[["json", "not a JSON object"]]),
        Case("escape.jsonl", with(r#"{"text":"\q"}"#), Exactly(2), &[["json", "escape"]]),
        Case(
            "surrogate.jsonl",
            with(r#"{"text":"\ud800 a"}"#),
            Exactly(2),
            &[["json", "not a JSON object"]],
        ),
        Case(
            "control.jsonl",
            with("{\"text\":\"a\u{1}b\"}"),
            Exactly(2),
            &[["json", "control character"]],
        ),
        Case("no-text.jsonl", with("{\"title\":\"a\"}"), Exactly(2), &[["fields", "text=KEY"]]),
        Case("empty-text.jsonl", with("{\"text\":\"  \"}"), Exactly(2), &[["empty", "holds none"]]),
        Case("null-text.jsonl", with("{\"text\":null}"), Exactly(2), &[["empty", "holds none"]]),
        Case(
            "object-text.jsonl",
            with("{\"text\":{\"vi\":\"a\"}}"),
            Exactly(2),
            &[["empty", "holds none"]],
        ),
        Case(
            "not-utf8.jsonl",
            [lines(1), b"{\"text\":\"\xff\"}\n".to_vec(), lines(1)].concat(),
            Exactly(2),
            &[["decode", "not UTF-8 at byte 9"]],
        ),
        Case(
            "long.jsonl",
            [lines(1), long.clone().into_bytes(), lines(1)].concat(),
            Exactly(2),
            &[["read", "longer than the limit"]],
        ),
        Case(
            "long-without-end.jsonl",
            [lines(1), cut(long.as_bytes(), 150_000)].concat(),
            Exactly(1),
            &[["read", "longer than the limit"]],
        ),
        Case("deep.jsonl", with(&format!("{{\"a\":{deep}")), Exactly(2), &[["json", "EOF"]]),
        Case(
            "zeros.jsonl",
            [lines(1), vec![0; 100], b"\n".to_vec(), lines(1)].concat(),
            Exactly(2),
            &[["json", "not a JSON object"]],
        ),
        Case(
            "open.json",
            format!("[{{\"text\":\"{TEXT}\"}},\n{{\"text\":\"a").into_bytes(),
            Exactly(1),
            &[["json", "never ends"]],
        ),
        Case(
            "missing-comma.json",
            format!("[{{\"text\":\"{TEXT}\"}} {{\"text\" 1}}, 7]").into_bytes(),
            Exactly(1),
            &[["json", "not a JSON object"], ["json", "not a JSON object"]],
        ),
        Case(
            "long.json",
            format!("[{long},{{\"text\":\"{TEXT}\"}}]").into_bytes(),
            Exactly(1),
            &[["read", "longer than the limit"]],
        ),
    ]
}

fn pages() -> Vec<Case> {
    let nested =
        |tag: &str| format!("<html><body>{}{TEXT}", format!("<{tag}>").repeat(50_000)).into_bytes();
    let links = "<li><a href=x>Tin về cuộc họp</a></li>".repeat(40);
    let in_field = format!("{{\"html\":\"{}{TEXT}\"}}\n", "<div>".repeat(15_000)).into_bytes();
    vec![
        Case("empty.html", vec![], Exactly(0), &[["empty", "no text"]]),
        Case(
            "tags-alone.html",
            b"<html><body><div></div></body></html>".to_vec(),
            Exactly(0),
            &[["empty", "no text"]],
        ),
        Case(
            "links.html",
            format!("<html><body><ul>{links}</ul></body></html>").into_bytes(),
            Exactly(0),
            &[["html", "list of"]],
        ),
        Case("nested-div.html", cut(&nested("div"), 99_000), Exactly(0), &[["empty", "no text"]]),
        Case("nested.html", nested("i"), Exactly(0), &[["read", "longer than the limit"]]),
        Case("nested-field.jsonl", in_field, Exactly(1), &[]),
        Case(
            "never-closed.html",
            format!("<html><body><p>{TEXT}<table><tr><td>{TEXT}<!-- ").into_bytes(),
            Exactly(1),
            &[],
        ),
        Case(
            "script-alone.html",
            b"<html><script>var a = '</p>'".to_vec(),
            Exactly(0),
            &[["empty", "no text"]],
        ),
    ]
}

fn compressed() -> Vec<Case> {
    let noisy = noisy_lines(1500);
    let half = |bytes: Vec<u8>| cut(&bytes, bytes.len() / 2);
    let middle = |bytes: Vec<u8>| hurt(&bytes, bytes.len() / 2);
    let bomb = vec![b'\n'; 36 << 20];
    vec![
        Case("cut.jsonl.gz", half(gzip(&noisy)), Found::Some, &[["read", "lost"]]),
        Case("cut.jsonl.zst", half(zstd(&noisy)), Found::Some, &[["read", "lost"]]),
        Case("cut.jsonl.bz2", half(bzip2(&noisy)), Found::Some, &[["read", "lost"]]),
        Case("cut.jsonl.xz", half(xz(&noisy)), Found::Some, &[["read", "lost"]]),
        Case("hurt.jsonl.bz2", middle(bzip2(&noisy)), Found::Some, &[["read", "lost"]]),
        Case(
            "second-hurt.jsonl.gz",
            [gzip(&lines(2)), hurt(&gzip(&lines(2)), 4), cut(&gzip(&lines(1)), 7)].concat(),
            Exactly(4),
            &[["read", "lost"]],
        ),
        Case(
            "sum.jsonl.gz",
            {
                let file = gzip(&lines(2));
                hurt(&file, file.len() - 6)
            },
            Exactly(2),
            &[["read", "lost"]],
        ),
        Case("header-alone.txt.gz", cut(&gzip(b"Tin."), 8), Exactly(0), &[["read", ""]]),
        Case("magic-alone.txt.xz", cut(&xz(b"Tin."), 6), Exactly(0), &[["read", ""]]),
        Case("magic-alone.txt.zst", cut(&zstd(b"Tin."), 4), Exactly(0), &[["read", ""]]),
        Case("bomb.jsonl.gz", gzip(&bomb), Exactly(0), &[["read", "bomb"]]),
        Case("bomb.jsonl.zst", zstd(&bomb), Exactly(0), &[["read", "bomb"]]),
        Case("bomb.jsonl.bz2", bzip2(&bomb), Exactly(0), &[["read", "bomb"]]),
        Case("bomb.jsonl.xz", xz(&bomb), Exactly(0), &[["read", "bomb"]]),
    ]
}

fn archives() -> Vec<Case> {
    let two = [response("http://w/1", "", &page()), response("http://w/2", "", &page())].concat();
    let no_length = "WARC/1.0\r\nWARC-Type: response\r\n\r\nx".as_bytes().to_vec();
    let big = vec![b'a'; 150_000];
    let packed = response("http://w/3", "Content-Encoding: gzip\r\n", &cut(&gzip(&page()), 40));
    let bomb = response("http://w/4", "Content-Encoding: gzip\r\n", &gzip(&vec![b' '; 1 << 20]));
    let members = || [member("a.txt", TEXT.as_bytes()), member("b.txt", TEXT.as_bytes())];
    let nested = (0..6).fold(tar(&members()[..1]), |inner, _| tar(&[member("t.tar", &inner)]));
    vec![
        Case("cut.warc", cut(&two, two.len() - 60), Exactly(1), &[["read", "truncated"]]),
        Case(
            "cut-headers.warc",
            cut(&two, two.len() / 2 + 30),
            Exactly(1),
            &[["read", "inside a record's headers"]],
        ),
        Case(
            "cut.warc.gz",
            cut(&gzip(&two), gzip(&two).len() - 20),
            Found::Exactly(1),
            &[["read", "lost"]],
        ),
        Case("no-length.warc", no_length, Exactly(0), &[["read", "how long"]]),
        Case(
            "wrong-length.warc",
            String::from_utf8(two.clone())
                .unwrap()
                .replacen("Content-Length: ", "Content-Length: 1", 1)
                .into_bytes(),
            Exactly(0),
            &[["read", "truncated"]],
        ),
        Case(
            "no-warc.warc",
            b"Khong phai WARC\n".to_vec(),
            Exactly(0),
            &[["read", "no record of WARC"]],
        ),
        Case(
            "big.warc",
            [record("response", "http://w/b", "application/http", &big), two.clone()].concat(),
            Exactly(2),
            &[["read", "longer than the limit"]],
        ),
        Case(
            "no-http.warc",
            [record("response", "http://w/n", "application/http", b"x"), two.clone()].concat(),
            Exactly(2),
            &[["read", "no status of HTTP"]],
        ),
        Case(
            "packed.warc",
            [packed, two.clone()].concat(),
            Exactly(2),
            &[["read", "gzip is broken"]],
        ),
        Case("bomb.warc", [bomb, two].concat(), Exactly(2), &[["read", "unpacks to more"]]),
        Case("cut.tar", cut(&members().concat(), 1100), Exactly(1), &[["read", "inside a header"]]),
        Case(
            "cut-member.tar",
            cut(&members().concat(), 1560),
            Exactly(1),
            &[["read", "before it does"]],
        ),
        Case("hurt.tar", hurt(&tar(&members()), 1030), Exactly(1), &[["read", "no header of tar"]]),
        Case(
            "hurt-member.tar",
            tar(&[
                member("x.jsonl.gz", &cut(&gzip(&noisy_lines(1500)), 30_000)),
                member("b.txt", TEXT.as_bytes()),
            ]),
            Found::Some,
            &[["read", "lost"]],
        ),
        Case("no-tar.tar", vec![b'x'; 600], Exactly(0), &[["read", "no header of tar"]]),
        Case("nested.tar", nested, Exactly(0), &[["format", "too deep"]]),
        Case(
            "in-tar.tar",
            tar(&[member("p.parquet", &parquet("text", &[TEXT]))]),
            Exactly(0),
            &[["parquet", "from its end"]],
        ),
    ]
}

fn tables() -> Vec<Case> {
    let row = format!("\"{TEXT}\",1\n");
    let csv = |middle: &str| format!("text,n\n{row}{middle}\n{row}").into_bytes();
    let whole = parquet("text", &[TEXT; 50]);
    let mut footer = whole.clone();
    let end = footer.len() - 8;
    footer[end - 60..end].fill(0xff);
    vec![
        Case(
            "few.csv",
            csv("\"Bộ họp.\""),
            Exactly(2),
            &[["csv", "1 fields where the header has 2"]],
        ),
        Case("many.csv", csv("a,1,2"), Exactly(2), &[["csv", "3 fields"]]),
        Case(
            "open-quote.csv",
            csv("\"Bộ họp,1").into_iter().chain(*b"\n\"a\",1\n").collect(),
            Exactly(1),
            &[["csv", ""]],
        ),
        Case("empty-text.csv", csv(",2"), Exactly(2), &[["empty", "holds none"]]),
        Case(
            "long.csv",
            csv(&format!("\"{}\",1", "a ".repeat(60_000))),
            Exactly(2),
            &[["read", "longer than the limit"]],
        ),
        Case("cut.parquet", cut(&whole, whole.len() / 2), Exactly(0), &[["parquet", ""]]),
        Case("magic-alone.parquet", b"PAR1".to_vec(), Exactly(0), &[["parquet", ""]]),
        Case("footer.parquet", footer, Exactly(0), &[["parquet", ""]]),
        Case("length.parquet", hurt(&whole, whole.len() - 6), Exactly(0), &[["parquet", ""]]),
        Case("page.parquet", hurt(&whole, 6), Exactly(0), &[["parquet", ""]]),
        Case(
            "no-parquet.parquet",
            TEXT.as_bytes().to_vec(),
            Exactly(0),
            &[["parquet", "from its end"]],
        ),
    ]
}

fn records(path: &Path) -> Vec<serde_json::Value> {
    fs::read_to_string(path).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

#[test]
fn broken_inputs_cost_what_they_must_and_say_why() {
    let cases: Vec<Case> = [text_and_json(), pages(), compressed(), archives(), tables()]
        .into_iter()
        .flatten()
        .collect();
    assert!(cases.len() >= 60, "{}", cases.len());
    let folder = tempfile::tempdir().unwrap();
    let (input, out) = (folder.path().join("in"), folder.path().join("out"));
    fs::create_dir(&input).unwrap();
    for Case(name, content, ..) in &cases {
        assert!(!input.join(name).exists(), "{name} twice");
        fs::write(input.join(name), content).unwrap();
    }
    let result = nghisu(&[
        "extract",
        input.to_str().unwrap(),
        "-o",
        out.to_str().unwrap(),
        "--max-article",
        "100K",
        "--any-language",
    ]);
    assert_eq!(result.status.code(), Some(3), "{}", text(&result.stderr));
    let shown = format!("{}/", input.to_str().unwrap());
    let of = |path: &str| {
        let path = path.strip_prefix(&shown).unwrap_or(path);
        path.split(['/', ':', '#']).next().unwrap().to_owned()
    };
    let mut errors: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for error in records(&out.join("errors.jsonl")) {
        let said = ["stage", "message"].map(|key| error[key].as_str().unwrap().to_owned());
        errors.entry(of(error["source"].as_str().unwrap())).or_default().push(said.into());
    }
    let mut articles: BTreeMap<String, usize> = BTreeMap::new();
    for document in records(&out.join("documents.jsonl")) {
        *articles.entry(of(document["source"]["path"].as_str().unwrap())).or_default() += 1;
    }
    let mut wrong = Vec::new();
    for Case(name, _, expected, expected_errors) in &cases {
        let found = articles.get(*name).copied().unwrap_or_default();
        let right = match expected {
            Exactly(count) => found == *count,
            Found::Some => found > 0 && found < 1500,
        };
        let said = errors.remove(*name).unwrap_or_default();
        let right = right
            && said.len() == expected_errors.len()
            && said.iter().zip(*expected_errors).all(|((stage, message), [wanted, part])| {
                stage == wanted && message.contains(part) && !message.is_empty()
            });
        if !right {
            wrong.push(format!("{name}: {found} articles, {said:?}"));
        }
    }
    assert!(wrong.is_empty() && errors.is_empty(), "{wrong:#?} {errors:?}");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_said_and_loops_end() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let (input, out) = (folder.path().join("in"), folder.path().join("out"));
    fs::create_dir_all(input.join("a/b")).unwrap();
    symlink(&input, input.join("a/b/back")).unwrap();
    symlink("itself.txt", input.join("itself.txt")).unwrap();
    symlink("nowhere.txt", input.join("dangling.txt")).unwrap();
    fs::write(input.join("a/b/tin.txt"), TEXT).unwrap();
    let result = nghisu(&["extract", input.to_str().unwrap(), "-o", out.to_str().unwrap()]);
    assert_eq!(result.status.code(), Some(0), "{}", text(&result.stderr));
    assert_eq!(records(&out.join("documents.jsonl")).len(), 1);
    let manifest = fs::read_to_string(out.join("manifest.json")).unwrap();
    for named in ["a symbolic link to a directory", "itself.txt", "dangling.txt"] {
        assert!(manifest.contains(named), "{named}: {manifest}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_clearly_and_leaves_nothing_half_written() {
    let folder = tempfile::tempdir().unwrap();
    let (input, out) = (folder.path().join("in.jsonl"), folder.path().join("out"));
    fs::write(&input, lines(300)).unwrap();
    fs::create_dir(&out).unwrap();
    // What is written aside goes to a device that is always full.
    std::os::unix::fs::symlink("/dev/full", out.join("documents.jsonl.part")).unwrap();
    let result = nghisu(&["extract", input.to_str().unwrap(), "-o", out.to_str().unwrap()]);
    assert_eq!(result.status.code(), Some(1));
    let said = text(&result.stderr);
    assert!(said.contains("No space left") && said.contains("documents.jsonl.part"), "{said}");
    assert!(!out.join("documents.jsonl").exists() && !out.join("manifest.json").exists());
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let status =
        command(&["extract", input.to_str().unwrap()]).stdout(full).stderr(Stdio::null()).status();
    assert_eq!(status.unwrap().code(), Some(1));
}

#[test]
fn a_closed_pipe_is_nobodys_fault() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("in.jsonl");
    fs::write(&input, lines(300)).unwrap();
    let mut child = command(&["extract", input.to_str().unwrap()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let result = child.wait_with_output().unwrap();
    assert_eq!((result.status.code(), text(&result.stderr)), (Some(0), ""));
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("in.txt");
    fs::write(&input, TEXT).unwrap();
    let out = input.join("out");
    let result = nghisu(&["extract", input.to_str().unwrap(), "-o", out.to_str().unwrap()]);
    assert_eq!(result.status.code(), Some(1));
    assert!(text(&result.stderr).contains("in.txt/out"), "{}", text(&result.stderr));
}
