//! The same article in other Unicode gives the same records.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone
use icu_normalizer::DecomposingNormalizerBorrowed;
use nghisu::{Input, Pipeline};
use nghisu_document::record::{Document, Event};

const ARTICLE: &str = "Hội nghị sơ kết 6 tháng đầu năm về cải cách hành chính
Chiều 12/7/2023, tại Hà Nội, Bộ trưởng Bộ Nội vụ Phạm Thị Thanh Trà chủ trì Hội nghị sơ kết công tác cải cách hành chính 6 tháng đầu năm 2023.
Báo cáo tại hội nghị cho biết, tỷ lệ hồ sơ giải quyết đúng hạn đạt 97,3%, tăng 2,1% so với cùng kỳ năm 2022; 58/63 địa phương đã ban hành kế hoạch với tổng kinh phí 1.250 tỷ đồng.
Bộ trưởng yêu cầu các đơn vị hoàn thành trước ngày 30/9/2023 việc rà soát theo Quyết định số 468/QĐ-TTg của Thủ tướng Chính phủ.";

fn annotate(pipeline: &Pipeline, text: &str) -> (Document, Vec<Event>) {
    let mut worker = pipeline.worker();
    let input = Input { id: "a", text, ..Input::default() };
    let annotated = worker.run(&input);
    (annotated.document(), annotated.events())
}

/// The NFC form of a stretch of text with ordinary spaces.
fn plain(text: &str) -> String {
    let composed = icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(text);
    composed.replace('\u{a0}', " ")
}

/// What must not differ: types, words, norms, entities, values.
fn essence(document: &Document) -> Vec<String> {
    let mut essence = Vec::new();
    for mention in &document.mentions {
        let mut value = serde_json::to_value(mention).unwrap();
        for key in ["start", "end"] {
            value.as_object_mut().unwrap().remove(key);
        }
        essence.push(plain(&value.to_string()));
    }
    essence
}

/// Every span says what it says.
fn assert_spans(document: &Document, events: &[Event]) {
    let text: Vec<char> = document.text.chars().collect();
    let slice =
        |start: u32, end: u32| text[start as usize..end as usize].iter().collect::<String>();
    for mention in &document.mentions {
        assert_eq!(slice(mention.start, mention.end), mention.text);
    }
    fn fillers(value: &serde_json::Value, check: &mut impl FnMut(u32, u32, &str)) {
        match value {
            serde_json::Value::Object(fields) => {
                if let (Some(start), Some(end), Some(text)) = (
                    fields.get("start").and_then(serde_json::Value::as_u64),
                    fields.get("end").and_then(serde_json::Value::as_u64),
                    fields.get("text").and_then(serde_json::Value::as_str),
                ) {
                    check(start as u32, end as u32, text);
                }
                fields.values().for_each(|v| fillers(v, check));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|v| fillers(v, check)),
            _ => {}
        }
    }
    for event in events {
        let value = serde_json::to_value(event).unwrap();
        fillers(&value, &mut |start, end, text| assert_eq!(slice(start, end), text));
    }
}

#[test]
fn composed_decomposed_and_no_break_spaces_give_the_same_records() {
    let pipeline = Pipeline::new().unwrap();
    let (document, events) = annotate(&pipeline, ARTICLE);
    assert!(document.mentions.len() > 15, "{} mentions", document.mentions.len());
    assert!(!events.is_empty());
    assert_spans(&document, &events);

    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(ARTICLE).into_owned();
    assert_ne!(decomposed, ARTICLE);
    let hard_spaces = ARTICLE.replace(' ', "\u{a0}");
    let byte_order_mark = format!("\u{feff}{ARTICLE}");
    for (name, variant) in [("NFD", decomposed), ("NBSP", hard_spaces), ("BOM", byte_order_mark)] {
        let (other, other_events) = annotate(&pipeline, &variant);
        assert_eq!(essence(&other), essence(&document), "{name}");
        assert_eq!(other_events.len(), events.len(), "{name}");
        assert_spans(&other, &other_events);
        for (theirs, ours) in other.mentions.iter().zip(&document.mentions) {
            assert_eq!(plain(&theirs.text), ours.text, "{name}");
        }
    }
}
