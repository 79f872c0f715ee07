//! What holds for any two annotations of a text.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use nghisu_eval::{Corpus, Options, Report, score};
use proptest::prelude::*;
use serde_json::{Value, json};

const TYPES: [&str; 5] = ["organization", "place", "program", "role", "date"];

/// Any spans of any types, nested, crossing and doubled, some of them optional.
fn mentions() -> impl Strategy<Value = Vec<Value>> {
    let mention = (0..TYPES.len(), 0_u32..20, 1_u32..8, prop::bool::weighted(0.2));
    prop::collection::vec(mention, 0..12).prop_map(|mentions| {
        let numbered = mentions.into_iter().enumerate();
        numbered
            .map(|(id, (r#type, start, length, optional))| {
                json!({ "id": id.to_string(), "type": TYPES[r#type], "start": start,
                    "end": start + length, "optional": optional })
            })
            .collect()
    })
}

fn statements() -> impl Strategy<Value = Vec<Value>> {
    let filler = |length| {
        (0_u32..30, 1_u32..length).prop_map(|(start, length)| {
            json!({ "start": start, "end": start + length, "inherited": start % 3 == 0 })
        })
    };
    let statement = (filler(20), filler(4), filler(12), prop::option::of(filler(8)));
    prop::collection::vec(statement, 0..6).prop_map(|statements| {
        let one = |(evidence, speaker, content, continued)| {
            json!({ "id": "e", "type": "statement", "evidence": evidence, "speaker": speaker,
                "content": content, "content_continued": continued })
        };
        statements.into_iter().map(one).collect()
    })
}

fn corpus(documents: &[(Vec<Value>, Vec<Value>)]) -> Corpus {
    let lines = documents.iter().enumerate().map(|(id, (mentions, events))| {
        json!({ "doc_id": id.to_string(), "mentions": mentions, "events": events }).to_string()
    });
    Corpus::from_jsonl(&lines.collect::<Vec<_>>().join("\n")).unwrap()
}

fn figures(report: &Report) -> Vec<(&str, &str, Option<f64>)> {
    let rows =
        report.groups.iter().flat_map(|group| group.rows.iter().map(|row| (group.name, row)));
    rows.map(|(group, row)| (group, row.name.as_str(), row.f1)).collect()
}

proptest! {
    #[test]
    fn a_side_agrees_with_itself(documents in prop::collection::vec((mentions(), statements()), 1..4)) {
        let side = corpus(&documents);
        let report = score(&side, &side, &Options::default()).unwrap();
        for (group, row, f1) in figures(&report) {
            prop_assert_eq!(f1, Some(1.0), "{} {}", group, row);
        }
    }

    #[test]
    fn agreement_does_not_ask_who_is_gold(
        one in (mentions(), statements()),
        other in (mentions(), statements()),
    ) {
        let (one, other) = (corpus(&[one]), corpus(&[other]));
        let options = Options { agreement: true, ..Options::default() };
        let there = score(&one, &other, &options).unwrap();
        let back = score(&other, &one, &options).unwrap();
        let f1 = |report: &Report| report.row("mentions", "all").map(|row| row.f1);
        prop_assert_eq!(f1(&there), f1(&back));
    }

    #[test]
    fn the_same_sides_give_the_same_report(
        one in prop::collection::vec((mentions(), statements()), 2..4),
    ) {
        let side = corpus(&one);
        let empty: Vec<_> = one.iter().map(|_| (Vec::new(), Vec::new())).collect();
        let report = || score(&side, &corpus(&empty), &Options { resamples: 100, ..Options::default() }).unwrap();
        prop_assert_eq!(report(), report());
        prop_assert_eq!(report().to_markdown(), report().to_markdown());
    }
}
