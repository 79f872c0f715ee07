//! Cases gathered from other libraries. `NGHISU_NORMALIZATION_CASES` is the path of a JSON Lines file with `op`, `input`, `expected`, `source` each.
//! Run with `cargo test -p nghisu-text --test conformance -- --ignored --nocapture`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test, whole file"
)]

use nghisu_text::{Buffer, Lossy, Normalizer, NormalizerBuilder, ToneMarks, ToneStyle};
use serde_json::Value;
use std::collections::BTreeMap;

fn normalized(builder: NormalizerBuilder, text: &str) -> String {
    builder.build().normalize(text, &mut Buffer::new()).unwrap().text.to_owned()
}

fn written(write: fn(&str, &mut String), text: &str) -> String {
    let mut into = String::new();
    write(text, &mut into);
    into
}

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What this crate makes of a case; `None` for operations that it does not have.
fn ours(op: &str, input: &Value) -> Option<Value> {
    let text = input.as_str().unwrap_or_default();
    let standard = Normalizer::builder;
    let repaired = |style| standard().tone_marks(ToneMarks::In(style)).with(Lossy::MisplacedMarks);
    Some(Value::String(match op {
        "tone_old" => normalized(repaired(ToneStyle::Old), text),
        "tone_new" => normalized(repaired(ToneStyle::New), text),
        "tone_fix" => normalized(standard().with(Lossy::MisplacedMarks), text),
        "text_fix" => normalized(repaired(ToneStyle::Old), text),
        "nfc" => normalized(NormalizerBuilder::nfc(), text),
        "nfd" => written(nghisu_text::decompose, text),
        "repair_eth" => normalized(standard(), text),
        "whitespace" => collapsed(&normalized(standard(), text)),
        "casefold" => collapsed(&written(nghisu_text::to_lower, &normalized(standard(), text))),
        "normalize_all" => {
            collapsed(&written(nghisu_text::word_key, &normalized(standard(), text)))
        }
        // Theirs keep case; ours folds to lower case.
        "ascii" | "fold" => collapsed(&written(nghisu_text::fold, text)),
        "equal" | "not_equal" => {
            let pair = input.as_array()?.iter().filter_map(Value::as_str);
            let keys: Vec<String> = pair
                .map(|text| {
                    collapsed(&written(nghisu_text::word_key, &normalized(standard(), text)))
                })
                .collect();
            return Some(Value::Bool((keys[0] == keys[1]) == (op == "equal")));
        }
        _ => return None,
    }))
}

#[test]
#[ignore = "needs the cases"]
fn cases_of_other_libraries() {
    let path = std::env::var("NGHISU_NORMALIZATION_CASES")
        .expect("set NGHISU_NORMALIZATION_CASES to the path of the cases");
    let file = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut counts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let mut skipped: BTreeMap<String, u32> = BTreeMap::new();
    for line in file.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let op = case["op"].as_str().unwrap().to_owned();
        let Some(ours) = ours(&op, &case["input"]) else {
            *skipped.entry(op).or_default() += 1;
            continue;
        };
        let mut expected = case["expected"].clone();
        if matches!(op.as_str(), "ascii" | "fold") {
            expected = Value::String(expected.as_str().unwrap().to_lowercase());
        }
        let count = counts.entry(op.clone()).or_default();
        if ours == expected {
            count.0 += 1;
        } else {
            count.1 += 1;
            println!("{op} {} -> {ours}, not {expected} as in {}", case["input"], case["source"]);
        }
    }
    for (op, (same, different)) in &counts {
        println!("{op}: {same} the same, {different} different");
    }
    println!("operations that this crate does not have: {skipped:?}");
    let different: u32 = counts.values().map(|(_, different)| different).sum();
    let all: u32 = counts.values().map(|(same, different)| same + different).sum();
    // Where sources contradict each other or themselves not all can be met.
    assert!(all > 2000 && different * 100 < all);
}
