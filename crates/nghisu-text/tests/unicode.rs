//! Unicode's own conformance test. `NGHISU_UNICODE_DATA` is a folder with `NormalizationTest.txt` and
//! `UnicodeData.txt` of one version (Debian's `unicode-data`, unpacked).
//! Run with `cargo test -p nghisu-text --test unicode -- --ignored --nocapture`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test, whole file"
)]

use nghisu_text::{Buffer, NormalizerBuilder, decompose};
use std::collections::HashSet;

fn text(field: &str) -> String {
    field
        .split(' ')
        .map(|code| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap())
        .collect()
}

fn unicode_file(name: &str) -> String {
    let folder = std::env::var("NGHISU_UNICODE_DATA")
        .expect("set NGHISU_UNICODE_DATA to the folder of NormalizationTest.txt");
    let path = std::path::Path::new(&folder).join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
#[ignore = "needs Unicode's NormalizationTest.txt"]
fn both_canonical_forms_conform() {
    let (file, data) = (unicode_file("NormalizationTest.txt"), unicode_file("UnicodeData.txt"));
    let normalizer = NormalizerBuilder::nfc().build();
    let (mut composed, mut decomposed) = (Buffer::new(), String::new());
    let mut check = |source: &str, nfc: &str, nfd: &str| {
        assert_eq!(
            normalizer.normalize(source, &mut composed).unwrap().text,
            nfc,
            "NFC of {source:?}"
        );
        decompose(source, &mut decomposed);
        assert_eq!(decomposed, nfd, "NFD of {source:?}");
    };
    let (mut rows, mut singles) = (0, HashSet::new());
    for line in file.lines() {
        let line = line.split('#').next().unwrap();
        let fields: Vec<String> = match line.split(';').collect::<Vec<_>>()[..] {
            [source, nfc, nfd, nfkc, nfkd, _] => [source, nfc, nfd, nfkc, nfkd].map(text).into(),
            _ => continue,
        };
        let [source, nfc, nfd, nfkc, nfkd] = &fields[..] else { panic!("{line}") };
        // The invariants at the head of the file.
        for same in [source, nfc, nfd] {
            check(same, nfc, nfd);
        }
        for compatible in [nfkc, nfkd] {
            check(compatible, nfkc, nfkd);
        }
        // In running text too, where neighbours could join.
        check(
            &format!("Việt {source} Nam"),
            &format!("Việt {nfc} Nam"),
            &format!("Vie\u{323}\u{302}t {nfd} Nam"),
        );
        let mut letters = source.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            singles.insert(letter);
        }
        rows += 1;
    }
    // Characters that the file does not list alone are their own normal forms; newer ones the normalizer may know better.
    let codes = data.lines().filter_map(|line| line.split(';').next());
    let assigned = codes.filter_map(|code| char::from_u32(u32::from_str_radix(code, 16).unwrap()));
    let mut own = 0;
    for letter in assigned.filter(|letter| !singles.contains(letter)) {
        let letter = letter.to_string();
        check(&letter, &letter, &letter);
        own += 1;
    }
    println!("{rows} rows, {own} characters that are their own normal form");
    assert!(rows > 18_000);
}
