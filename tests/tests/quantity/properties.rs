//! What holds for any text.

use crate::pipeline::Pipeline;
use nghisu_text::{Buffer, Normalizer};
use proptest::prelude::*;
use std::cell::RefCell;

/// Digits in Vietnamese groups of three.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// Words and marks that numbers and dates are made of, in any order.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "ngày",
        "tháng",
        "năm",
        "quý",
        "từ",
        "đến",
        "nay",
        "hai",
        "mươi",
        "trăm",
        "tỷ",
        "triệu",
        "linh",
        "rưỡi",
        "hàng",
        "phần",
        "thứ",
        "lần",
        "gấp",
        "giờ",
        "đầu",
        "cuối",
        "cùng kỳ",
        "%",
        "/",
        "-",
        ".",
        ",",
        ":",
        "đồng",
        "km",
        "2021",
        "31",
        "12",
        "7",
        "0",
        "1.234",
        "5,6",
        "II",
        "bộ",
        "Tết",
        "sáng",
        "qua",
        "trở lên",
        "99999999999999999999999999999999",
        "\n",
    ]);
    prop::collection::vec((piece, any::<bool>()), 0..40).prop_map(|pieces| {
        pieces
            .into_iter()
            .map(|(p, space)| format!("{p}{}", if space { " " } else { "" }))
            .collect()
    })
}

proptest! {
    #[test]
    fn grouping_digits_changes_no_value(number in 1_000u64..10_000_000_000_000) {
        let shown = |figure: &str| {
            PIPELINE.with_borrow_mut(|p| p.shown(&format!("Tỉnh thu {figure} đồng."), None))
        };
        let (plain, grouped) = (shown(&number.to_string()), shown(&grouped(number)));
        let value = |shown: &[String]| shown[0].split(" = ").nth(1).unwrap().to_owned();
        prop_assert_eq!(value(&plain), value(&grouped));
        prop_assert_eq!(value(&plain), format!("{number} VND"));
    }
}

thread_local! {
    static PIPELINE: RefCell<Pipeline> = RefCell::new(Pipeline::new());
}

/// Spans lie on characters, in order, and share nothing.
fn check(text: &str) -> Result<(), TestCaseError> {
    PIPELINE.with_borrow_mut(|pipeline| {
        let mut last = 0;
        for mention in pipeline.run(text, Some("2023-07-12")) {
            prop_assert!(mention.span.start() >= last, "{text:?}");
            prop_assert!(!mention.span.slice(text).is_empty(), "{text:?}");
            last = mention.span.end();
        }
        Ok(())
    })
}

proptest! {
    #[test]
    fn any_text_survives(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_order_of_number_words_survives(text in soup()) {
        check(&text)?;
    }
}

#[test]
fn decomposed_text_means_the_same() {
    let composed =
        "Trong 6 tháng đầu năm 2022, tỉnh thu hai nghìn tỷ đồng, gấp 1,6 lần cùng kỳ năm 2021.";
    // é of `tỷ` and the rest as base letters and combining marks.
    let decomposed: String = decompose(composed);
    assert_ne!(composed, decomposed);
    let mut pipeline = Pipeline::new();
    let mut buffer = Buffer::new();
    let normalizer = Normalizer::default();
    let normalized = normalizer.normalize(&decomposed, &mut buffer).unwrap().text.to_owned();
    assert_eq!(pipeline.shown(composed, None), pipeline.shown(&normalized, None));
}

/// The letters of the test's text as base letters and combining marks.
fn decompose(text: &str) -> String {
    let pairs = [
        ("á", "a\u{301}"),
        ("ầ", "a\u{302}\u{300}"),
        ("ă", "a\u{306}"),
        ("ỉ", "i\u{309}"),
        ("ỷ", "y\u{309}"),
        ("ồ", "o\u{302}\u{300}"),
        ("ấ", "a\u{302}\u{301}"),
        ("ì", "i\u{300}"),
        ("ù", "u\u{300}"),
        ("ỳ", "y\u{300}"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
