//! Scores the stage on gold: exact spans and values by type, and the differences.
//!
//! `cargo run -p nghisu-quantity --example score < gold.jsonl`. Figures inside gold's names are
//! left out, as arbitration would; the article's date is given where gold says that it was.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout)]

#[path = "../tests/pipeline/mod.rs"]
mod pipeline;

use nghisu_document::layers::MentionKind;
use nghisu_text::{Buffer, Normalizer};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::BufRead;

fn main() {
    let mut pipeline = pipeline::Pipeline::with_names();
    let normalizer = Normalizer::default();
    let mut buffer = Buffer::new();
    // Hits, misses, false alarms, right values.
    let mut tallies: BTreeMap<&str, [u32; 4]> = BTreeMap::new();
    let mut differences = Vec::new();
    for line in std::io::stdin().lock().lines() {
        let gold: Value = serde_json::from_str(&line.unwrap()).unwrap();
        let original = gold["text"].as_str().unwrap();
        let normalized = normalizer.normalize(original, &mut buffer).unwrap();
        let text = normalized.text;
        let bytes: Vec<usize> =
            original.char_indices().map(|(i, _)| i).chain([original.len()]).collect();
        let source = &gold["source"];
        let told = matches!(source["published_from"].as_str(), Some("given" | "meta"));
        pipeline.run(text, source["published"].as_str().filter(|_| told));
        let mentions = gold["mentions"].as_array().unwrap();
        let span = |m: &Value| {
            let at = |key: &str| bytes[m[key].as_u64().unwrap() as usize] as u32;
            (at("start"), at("end"))
        };
        let is_figure =
            |kind: &str| MentionKind::ALL.iter().any(|k| !k.is_name() && k.as_str() == kind);
        let mut wanted: BTreeMap<(u32, u32), &Value> = BTreeMap::new();
        let mut names = Vec::new();
        for mention in mentions {
            if is_figure(mention["type"].as_str().unwrap()) {
                wanted.insert(span(mention), mention);
            } else {
                names.push(span(mention));
            }
        }
        for mention in &pipeline.layers.mentions {
            let at = normalized.alignment.to_original(mention.span);
            let at = (at.start(), at.end());
            if names.iter().any(|n| n.0 < at.1 && at.0 < n.1) {
                continue;
            }
            let kind = mention.data.kind().as_str();
            let shown = pipeline::show(text, mention);
            match wanted.remove(&at) {
                Some(gold) if gold["type"] == kind => {
                    let tally = tallies.entry(kind).or_default();
                    tally[0] += 1;
                    let value = pipeline::value(text, mention);
                    let expected = expected(gold);
                    if value == expected {
                        tally[3] += 1;
                    } else {
                        differences.push(format!("value {shown}: wanted {expected}"));
                    }
                }
                other => {
                    if let Some(gold) = other {
                        wanted.insert(at, gold);
                    }
                    tallies.entry(kind).or_default()[2] += 1;
                    let from = at.0.saturating_sub(40) as usize;
                    let from = (from..).find(|i| original.is_char_boundary(*i)).unwrap();
                    differences.push(format!(
                        "false {shown}\t{}",
                        original[from..at.1 as usize].replace('\n', "|")
                    ));
                }
            }
        }
        for gold in wanted.values().filter(|gold| gold["optional"] != true) {
            let kind = MentionKind::ALL.iter().find(|k| gold["type"] == k.as_str()).unwrap();
            tallies.entry(kind.as_str()).or_default()[1] += 1;
            differences.push(format!(
                "missed {} {} = {}",
                gold["type"],
                gold["text"],
                expected(gold)
            ));
        }
    }
    for difference in &differences {
        println!("{difference}");
    }
    for (kind, [hits, misses, alarms, values]) in tallies {
        let f1 = 200.0 * f64::from(hits) / f64::from(2 * hits + misses + alarms);
        println!(
            "{kind:<11} {hits:>5} hits {misses:>4} missed {alarms:>4} false  F1 {f1:.1}  values {values}"
        );
    }
}

/// Gold in the form of `pipeline::value`.
fn expected(gold: &Value) -> String {
    let text = |key: &str| gold[key].as_str().unwrap_or_default();
    let number = |key: &str| match &gold[key] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    match text("type") {
        "ratio" => format!("{}/{} [{}]", number("numerator"), number("denominator"), text("unit")),
        "date" => {
            let now = if gold["until_now"] == true { "now" } else { "" };
            format!("{} {}{now}", text("value"), text("part_of_day")).trim().to_owned()
        }
        "ordinal" => number("value"),
        "time" => text("value").to_owned(),
        kind => {
            let mut shown = String::new();
            if let Some(bound) = gold["bound"].as_str() {
                shown += &format!("{bound} ");
            }
            if gold["approx"] == true {
                shown += "~";
            }
            shown += &number("value");
            if !gold["value_to"].is_null() {
                shown += &format!("..{}", number("value_to"));
            }
            if kind == "money" {
                shown += &format!(" {}", text("currency"));
            }
            if let Some(unit) = gold["unit"].as_str() {
                shown += &format!(" [{unit}]");
            }
            shown
        }
    }
}
