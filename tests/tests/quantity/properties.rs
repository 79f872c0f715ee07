//! What holds for any text.

use crate::pipeline::Pipeline;
use icu_normalizer::DecomposingNormalizerBorrowed;
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

/// What stands for a text after normalization.
fn shown(text: &str) -> Vec<String> {
    let mut buffer = Buffer::new();
    let text = Normalizer::default().normalize(text, &mut buffer).unwrap().text.to_owned();
    PIPELINE.with_borrow_mut(|pipeline| pipeline.shown(&text, Some("2023-07-12")))
}

fn decompose(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
}

#[test]
fn decomposed_text_means_the_same() {
    let text =
        "Trong 6 tháng đầu năm 2022, tỉnh thu hai nghìn tỷ đồng, gấp 1,6 lần cùng kỳ năm 2021.";
    assert_ne!(text, decompose(text));
    assert_eq!(shown(text).len(), 4);
    assert_eq!(shown(text), shown(&decompose(text)));
}

proptest! {
    #[test]
    fn decomposed_words_of_numbers_mean_the_same(text in soup()) {
        prop_assert_eq!(shown(&text), shown(&decompose(&text)));
    }

    #[test]
    fn the_same_days_are_the_same_however_written(
        day in 1u8..=28, month in 1u8..=12, year in 1990u16..2100,
    ) {
        let value = |text: String| {
            let shown = shown(&format!("Hội nghị họp {text}."));
            prop_assert_eq!(shown.len(), 1, "{}", text);
            Ok(shown[0].rsplit(" = ").next().unwrap_or_default().to_owned())
        };
        let expected = format!("{year}-{month:02}-{day:02}");
        for text in [
            format!("ngày {day}/{month}/{year}"),
            format!("ngày {day:02}/{month:02}/{year}"),
            format!("ngày {day}-{month}-{year}"),
            format!("ngày {day}.{month}.{year}"),
            format!("ngày {day} tháng {month} năm {year}"),
        ] {
            prop_assert_eq!(value(text)?, expected.clone());
        }
    }
}
