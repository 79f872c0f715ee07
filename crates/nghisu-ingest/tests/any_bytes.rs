//! Whatever the bytes, reading ends, does not panic, and keeps its promises.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a helper of tests fails as a test does"
)]

use nghisu_ingest::{Format, Options, Source};
use proptest::prelude::*;
use std::fs;

/// Pieces that HTML, JSON and archives are made of, so that chance meets the parsers' corners.
fn soup() -> impl Strategy<Value = Vec<u8>> {
    let pieces: Vec<&'static [u8]> = vec![
        b"<p>",
        b"</p>",
        b"<div class='tin-lien-quan'>",
        b"</div>",
        b"<table>",
        b"<tr>",
        b"<td>",
        b"</table>",
        b"<h1>",
        b"</h1>",
        b"<br>",
        b"<a href=x>",
        b"</a>",
        b"<img>",
        b"<sup>2</sup>",
        b"<html>",
        b"<body>",
        b"<head>",
        b"<title>",
        b"<time datetime=''>",
        b"<?php ",
        b"?>",
        b"{{",
        b"}}",
        b"&agrave;",
        b"&#55;",
        b"<!--",
        b"-->",
        b"<script>",
        b"<p style='text-align:center'>",
        b"{\"text\":",
        b"\"",
        b"\\",
        b"}",
        b"[",
        b"]",
        b",",
        b"\n",
        b"\r\n",
        b" ",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\x1f\x8b",
        b"\x28\xb5\x2f\xfd",
        b"\0",
        "Chính phủ họp. ".as_bytes(),
        "Tin liên quan".as_bytes(),
        "19/7/2024".as_bytes(),
        "\u{200b}".as_bytes(),
    ];
    let piece = prop_oneof![8 => proptest::sample::select(pieces).prop_map(<[u8]>::to_vec), 1 => proptest::collection::vec(any::<u8>(), 1..4)];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_read_to_the_end(bytes in soup(), name in proptest::sample::select(vec!["a.txt", "a.html", "a.jsonl", "a.json", "a"]), limit in 0_usize..400) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(name);
        fs::write(&path, &bytes).unwrap();
        let mut options = Options::default();
        options.limit = limit;
        let mut ids = std::collections::HashSet::new();
        // A record takes at least a byte, so reading ends.
        for (read, _) in Source::open([path.to_str().unwrap()], &options).unwrap().zip(0..=bytes.len() + 1) {
            let Ok(article) = read else { continue };
            prop_assert!(ids.insert(article.id.clone()), "{} came twice", article.id);
            prop_assert!(!article.text.trim().is_empty());
            let mut end = 0;
            for hint in &article.hints {
                prop_assert!(end <= hint.start && hint.start < hint.end, "hints overlap or are empty: {:?}", article.hints);
                prop_assert!(article.text.get(hint.start..hint.end).is_some_and(|text| !text.trim().is_empty()));
                end = hint.end;
            }
        }
    }

    #[test]
    fn text_comes_out_as_it_went_in(text in "[ -~àằẻỗựđ\n\r\t]{0,200}[a-zđ]") {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.txt");
        fs::write(&path, &text).unwrap();
        let mut options = Options::default();
        options.format = Some(Format::Text);
        let article = Source::open([path.to_str().unwrap()], &options).unwrap().next().unwrap().unwrap();
        prop_assert_eq!(article.text, text);
    }

    #[test]
    fn no_word_of_a_body_is_lost_or_glued(words in proptest::collection::vec("[a-z]{1,8}", 1..30), tags in proptest::collection::vec(0_usize..6, 30)) {
        let html: String = words.iter().zip(&tags).map(|(word, tag)| match tag {
            0 => format!("<p>{word}</p>"),
            1 => format!("<div>{word}"),
            2 => format!("<li>{word}</li>"),
            3 => format!("{word}<br>"),
            4 => format!("<td>{word}</td>"),
            _ => format!("<h2>{word}</h2>"),
        }).collect();
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.html");
        fs::write(&path, html).unwrap();
        let article = Source::open([path.to_str().unwrap()], &Options::default()).unwrap().next().unwrap().unwrap();
        // Cells outside a table are no cells (HTML, 13.2.6.4.7), so their words are set as one.
        let mut expected: Vec<String> = Vec::new();
        let mut glue = false;
        for (word, tag) in words.iter().zip(&tags) {
            match expected.last_mut() {
                Some(last) if glue && matches!(*tag, 3 | 4) => last.push_str(word),
                _ => expected.push(word.clone()),
            }
            glue = matches!(*tag, 1 | 4);
        }
        prop_assert_eq!(article.text.split_whitespace().collect::<Vec<_>>(), expected);
    }
}
