//! How often the encoding is found. `NGHISU_ARTICLES` is the path of a JSON Lines file of Vietnamese articles with a `text` each, in UTF-8.
//! Run with `cargo test -p nghisu-text --release --test detection -- --ignored --nocapture`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test, whole file"
)]

use nghisu_text::{Encoding, Normalizer, NormalizerBuilder, decode};
use std::collections::HashMap;

const OLD: [Encoding; 4] =
    [Encoding::Tcvn3, Encoding::Vni, Encoding::Viscii, Encoding::Windows1258];

fn nfc(text: &str) -> String {
    let normalizer: Normalizer = NormalizerBuilder::nfc().build();
    normalizer.normalize(text, &mut nghisu_text::Buffer::new()).unwrap().text.to_owned()
}

fn articles(count: usize) -> Vec<String> {
    let path = std::env::var("NGHISU_ARTICLES")
        .expect("set NGHISU_ARTICLES to the path of a JSON Lines file");
    let lines = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let texts = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let texts = texts.filter_map(|article| article["text"].as_str().map(nfc));
    // Cut to 200 bytes an article must still say something.
    let texts: Vec<String> = texts.filter(|text| text.len() > 1500).take(count).collect();
    assert_eq!(texts.len(), count, "{path} has too few articles");
    texts
}

/// The inverse of the decoder, from every sequence of one and two bytes.
fn encoder(encoding: Encoding) -> HashMap<char, Vec<u8>> {
    let mut inverse = HashMap::new();
    let single = (0..=255).map(|byte| vec![byte]);
    let double =
        (0x41..=0xFF_u8).flat_map(|first| (0x80..=0xFF_u8).map(move |second| vec![first, second]));
    for bytes in single.chain(double) {
        let text = nfc(&decode(&bytes, encoding).text);
        let mut letters = text.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            // The capitals with tones that TCVN 5712 has are not in the fonts of TCVN3.
            let absent = encoding == Encoding::Tcvn3 && letter.is_uppercase() && bytes[0] > 0xA7;
            if letter != char::REPLACEMENT_CHARACTER && !absent {
                inverse.entry(letter).or_insert(bytes);
            }
        }
    }
    inverse
}

fn encode(text: &str, inverse: &HashMap<char, Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for letter in text.chars() {
        let small = letter.to_lowercase().next().unwrap();
        let plain = match letter {
            '“' | '”' => '"',
            '‘' | '’' => '\'',
            '–' | '—' => '-',
            _ => '?',
        };
        let code = inverse
            .get(&letter)
            .or_else(|| inverse.get(&small))
            .or_else(|| inverse.get(&plain))
            .unwrap();
        bytes.extend_from_slice(code);
    }
    bytes
}

fn cut(bytes: &[u8], length: usize) -> &[u8] {
    &bytes[..bytes.len().min(length)]
}

#[test]
#[ignore = "needs articles"]
fn old_encodings_are_found() {
    let articles = articles(500);
    let mut wrong = Vec::new();
    for encoding in OLD {
        let inverse = encoder(encoding);
        for length in [200, 1024, usize::MAX] {
            let (mut right, mut misread_right, mut least) = (0, 0, 1.0_f32);
            for article in &articles {
                let bytes = encode(article, &inverse);
                let bytes = cut(&bytes, length);
                let found = decode(bytes, Encoding::Auto);
                least = least.min(found.confidence);
                let expected = decode(bytes, encoding);
                if found.encoding == encoding && found.text == expected.text && !found.misread {
                    right += 1;
                } else {
                    wrong.push(format!(
                        "{encoding:?} {length} as {:?}: {}",
                        found.encoding,
                        expected.text.chars().take(150).collect::<String>()
                    ));
                }
                let (misread, ..) = encoding_rs::WINDOWS_1252.decode(bytes);
                let found = decode(misread.as_bytes(), Encoding::Auto);
                if found.encoding == encoding && found.misread && found.text == expected.text {
                    misread_right += 1;
                } else {
                    wrong.push(format!(
                        "{encoding:?} {length} misread as {:?}: {}",
                        found.encoding,
                        expected.text.chars().take(150).collect::<String>()
                    ));
                }
            }
            println!(
                "{:13} {length:20} bytes: {right} of {}, misread as windows-1252: {misread_right}; least confidence {least:.2}",
                encoding.name(),
                articles.len()
            );
        }
    }
    for (encoding, bytes) in [
        (Encoding::Utf16Le, u16::to_le_bytes as fn(u16) -> [u8; 2]),
        (Encoding::Utf16Be, u16::to_be_bytes),
    ] {
        for length in [200, 1024, usize::MAX] {
            let all = articles
                .iter()
                .map(|article| article.encode_utf16().flat_map(bytes).collect::<Vec<u8>>());
            let right = all
                .filter(|bytes| decode(cut(bytes, length), Encoding::Auto).encoding == encoding)
                .count();
            println!("{:13} {length:20} bytes: {right} of {}", encoding.name(), articles.len());
            assert_eq!(right, articles.len());
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
#[ignore = "needs articles"]
fn what_was_encoded_comes_back() {
    for encoding in OLD {
        let inverse = encoder(encoding);
        for article in articles(500) {
            let bytes = encode(&article, &inverse);
            let mut expected = String::new();
            for letter in article.chars() {
                let code = encode(&letter.to_string(), &inverse);
                expected.push_str(&decode(&code, encoding).text);
            }
            // Letter case of TCVN3 is in its fonts.
            assert_eq!(
                nfc(&decode(&bytes, encoding).text).to_lowercase(),
                nfc(&expected).to_lowercase(),
                "{encoding:?}"
            );
        }
    }
}

#[test]
#[ignore = "needs articles"]
fn utf8_raises_no_alarm() {
    for length in [200, 1024, usize::MAX] {
        let mut wrong = Vec::new();
        for article in articles(1000) {
            let found = decode(cut(article.as_bytes(), length), Encoding::Auto);
            if found.encoding != Encoding::Utf8 || found.misread {
                wrong.push(article);
            }
        }
        println!("utf-8 {length} bytes: {} false alarms of 1000", wrong.len());
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
