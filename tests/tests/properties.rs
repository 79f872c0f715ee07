//! What holds of any text whatever.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone
use nghisu::{Input, Pipeline};
use proptest::prelude::*;
use std::sync::LazyLock;

static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| Pipeline::new().unwrap());

/// Arbitrary Unicode, and words of the genre in any order: the second reaches the rules.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Sáng ",
        "ngày ",
        "19/7/2024",
        "12/7",
        ", ",
        ". ",
        "\n",
        "Thủ tướng ",
        "Phạm Minh Chính ",
        "chủ trì ",
        "Hội nghị ",
        "Bộ ",
        "UBND ",
        "tỉnh ",
        "Long An ",
        "đạt ",
        "17,5%",
        "63/63 ",
        "tỷ đồng ",
        "năm ",
        "2023 ",
        "từ ",
        "đến nay ",
        "\"",
        "(",
        ")",
        "số ",
        "468/QĐ-TTg ",
        "của ",
        "về ",
        "yêu cầu ",
        "cho biết, ",
        "tăng ",
        "so với ",
        "cùng kỳ ",
        "các ",
        "– ",
        "ông ",
        "\u{301}",
        "😀",
        "1.250 ",
    ]);
    prop_oneof![any::<String>(), prop::collection::vec(pieces, 0..60).prop_map(|p| p.concat())]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn records_point_at_what_they_say_and_cover_the_text(text in text()) {
        let mut worker = PIPELINE.worker();
        let input = Input { id: "a", text: &text, ..Input::default() };
        let document = worker.run(&input).document();
        let chars: Vec<char> = text.chars().collect();

        for mention in &document.mentions {
            let words: String = chars[mention.start as usize..mention.end as usize].iter().collect();
            prop_assert_eq!(&words, &mention.text);
        }
        for (i, a) in document.mentions.iter().enumerate() {
            for b in &document.mentions[i + 1..] {
                let crosses = a.start < b.start && b.start < a.end && a.end < b.end;
                prop_assert!(!crosses, "{:?} crosses {:?}", a.text, b.text);
            }
        }
        let mut covered = vec![0; chars.len()];
        for sentence in &document.sentences {
            for at in sentence.start..sentence.end {
                covered[at as usize] += 1;
            }
        }
        for (at, c) in chars.iter().enumerate() {
            // What normalization removes (zero-width characters) or a space belongs to nobody.
            if c.is_alphanumeric() {
                prop_assert_eq!(covered[at], 1, "{:?} at {}", c, at);
            }
        }
    }

    #[test]
    fn a_worker_is_no_wiser_for_what_it_read_before(first in text(), second in text()) {
        let mut used = PIPELINE.worker();
        used.run(&Input { id: "a", text: &first, ..Input::default() });
        let input = Input { id: "b", text: &second, ..Input::default() };
        let mut again = Vec::new();
        used.run(&input).write_document(&mut again);
        let mut fresh = Vec::new();
        PIPELINE.worker().run(&input).write_document(&mut fresh);
        prop_assert_eq!(again, fresh);
    }
}
