//! One article in seven encodings gives the same records, each span over what it says.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use nghisu::{Input, Pipeline};
use nghisu_document::record::{Document, Event};
use nghisu_text::{Encoding, decode};
use serde_json::Value;
use std::collections::HashMap;

/// An article of the corpus whose capitals carry no tone marks: TCVN3 has no code for those. The
/// old sets have straight quotation marks alone.
fn article() -> String {
    include_str!("../../corpus/text/03-pho-thu-tuong-lam-viec-quang-ninh.txt")
        .replace(['“', '”'], "\"")
}

fn nfc(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// The inverse of the decoder, from every sequence of one and two bytes.
fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    let mut inverse: HashMap<char, Vec<u8>> = HashMap::new();
    let single = (0..=255).map(|byte| vec![byte]);
    let double =
        (0x41..=0xFF_u8).flat_map(|first| (0x80..=0xFF_u8).map(move |second| vec![first, second]));
    for bytes in single.chain(double) {
        let decoded = nfc(&decode(&bytes, encoding).text);
        let mut letters = decoded.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            inverse.entry(letter).or_insert(bytes);
        }
    }
    text.chars().flat_map(|letter| inverse[&letter].clone()).collect()
}

fn annotate(pipeline: &Pipeline, text: &str) -> (Document, Vec<Event>) {
    let mut worker = pipeline.worker();
    let annotated = worker.run(&Input { id: "a", text, ..Input::default() });
    (annotated.document(), annotated.events())
}

/// A record without what the encoding of its text moves: offsets, and the text's digest.
fn essence(value: &mut Value, check: &mut impl FnMut(usize, usize, &str)) {
    match value {
        Value::Object(fields) => {
            let place = |fields: &serde_json::Map<String, Value>, key: &str| {
                fields.get(key).and_then(Value::as_u64).map(|at| at as usize)
            };
            if let (Some(start), Some(end), Some(text)) = (
                place(fields, "start"),
                place(fields, "end"),
                fields.get("text").and_then(Value::as_str),
            ) {
                check(start, end, text);
            }
            for key in ["start", "end", "digest"] {
                fields.remove(key);
            }
            fields.values_mut().for_each(|value| essence(value, check));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| essence(value, check)),
        Value::String(text) => *text = nfc(text),
        _ => {}
    }
}

#[test]
fn seven_encodings_give_the_same_records() {
    let pipeline = Pipeline::new().unwrap();
    let article = article();
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(article.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&article).into_owned();
    let mut expected: Option<(Value, Value)> = None;
    for (name, encoding, bytes) in [
        ("NFC", Encoding::Utf8, article.clone().into_bytes()),
        ("NFD", Encoding::Utf8, decomposed.into_bytes()),
        ("TCVN3", Encoding::Tcvn3, encode(&article, Encoding::Tcvn3)),
        ("VNI", Encoding::Vni, encode(&article, Encoding::Vni)),
        ("VISCII", Encoding::Viscii, encode(&article, Encoding::Viscii)),
        ("windows-1258", Encoding::Windows1258, encode(&article, Encoding::Windows1258)),
        ("UTF-16", Encoding::Utf16Le, utf16),
    ] {
        let decoded = decode(&bytes, Encoding::Auto);
        assert_eq!(decoded.encoding, encoding, "{name}");
        assert_eq!(decoded.replaced, 0, "{name}");
        let (document, events) = annotate(&pipeline, &decoded.text);
        assert!(document.mentions.len() > 20 && events.len() > 3, "{name}");
        let letters: Vec<char> = document.text.chars().collect();
        let mut spans = 0;
        let mut check = |start: usize, end: usize, text: &str| {
            spans += 1;
            assert_eq!(letters[start..end].iter().collect::<String>(), text, "{name}");
        };
        let mut document = serde_json::to_value(&document).unwrap();
        let mut events = serde_json::to_value(&events).unwrap();
        essence(&mut document, &mut check);
        essence(&mut events, &mut check);
        assert!(spans > 40, "{name}: {spans}");
        match &expected {
            None => expected = Some((document, events)),
            Some((first_document, first_events)) => {
                assert_eq!(&document, first_document, "{name}");
                assert_eq!(&events, first_events, "{name}");
            }
        }
    }
}
