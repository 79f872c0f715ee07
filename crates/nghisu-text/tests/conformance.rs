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
        "ascii" => collapsed(&written(nghisu_text::fold, text)),
        // Their fold makes keys of addresses: punctuation becomes space, which no search wants of ours.
        "fold" => {
            let folded = written(nghisu_text::fold, text);
            collapsed(&folded.replace(|letter: char| !letter.is_alphanumeric(), " "))
        }
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
    assert!(all > 2000);
    assert_eq!(different, 0);
    // Half a folding each (marks without the stroke, the stroke without marks), and a guess at a language.
    assert!(
        skipped
            .keys()
            .all(|op| ["deaccent", "strip_stroke", "is_vietnamese"].contains(&op.as_str()))
    );
}

/// Where libraries give one input different outputs: `NGHISU_NORMALIZATION_DISAGREEMENTS`, JSON Lines with `input` and `outputs`
/// by library. Ours is one of the outputs of the two that repair misplaced marks, or the input is listed here with the reason.
#[test]
#[ignore = "needs the cases"]
fn where_other_libraries_disagree() {
    let path = std::env::var("NGHISU_NORMALIZATION_DISAGREEMENTS")
        .expect("set NGHISU_NORMALIZATION_DISAGREEMENTS to the path of the cases");
    let file = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let repaired = |style, text: &str| {
        let builder = Normalizer::builder().tone_marks(ToneMarks::In(style));
        normalized(builder.with(Lossy::MisplacedMarks), text)
    };
    let (mut agree, mut alone) = (0, Vec::new());
    let mut by_library: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for line in file.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let input = case["input"].as_str().unwrap();
        let ours = [repaired(ToneStyle::Old, input), repaired(ToneStyle::New, input)];
        let mut met = [false; 2];
        for (library, output) in case["outputs"].as_object().unwrap() {
            let output = output.as_str().unwrap_or_default();
            let count = by_library.entry(library.clone()).or_default();
            let same = [ours[0] == output, ours[1] == output];
            *(if same[0] || same[1] { &mut count.0 } else { &mut count.1 }) += 1;
            met = [met[0] || same[0], met[1] || same[1]];
        }
        if met[0] || met[1] {
            agree += 1
        } else {
            alone.push(format!("{input} -> {ours:?}, {}", case["outputs"]))
        }
    }
    println!(
        "{agree} inputs with an output of ours among theirs; by library (same, different): {by_library:?}"
    );
    assert!(alone.is_empty(), "{} alone:\n{}", alone.len(), alone.join("\n"));
}
