//! Number words read back: a table of named cases, and the pairs that other writers made.

use crate::pipeline::Pipeline;
use nghisu_document::layers::{Article, MentionData};

/// The one numeral that is the whole text.
fn read(pipeline: &mut Pipeline, text: &str) -> Option<String> {
    let article = Article { text, title: None, url: None, published: None, hints: &[] };
    pipeline.segment(&article);
    pipeline.recognizer.offer_numerals(text, &mut pipeline.layers);
    let [mention] = pipeline.layers.candidates.as_slice() else { return None };
    let MentionData::Quantity(amount) = mention.data else { return None };
    (mention.span.len() as usize == text.len()).then(|| amount.value.to_string())
}

#[test]
fn numerals_are_read_in_all_their_forms() {
    let mut pipeline = Pipeline::new();
    for (name, text, value) in [
        ("digit", "bảy", "7"),
        ("another spelling", "bẩy", "7"),
        ("ten", "mười", "10"),
        ("teen", "mười lăm", "15"),
        ("tens", "hai mươi", "20"),
        ("mốt", "hai mươi mốt", "21"),
        ("tư", "hai mươi tư", "24"),
        ("bốn", "hai mươi bốn", "24"),
        ("nhăm", "ba mươi nhăm", "35"),
        ("mươi left out", "ba lăm", "35"),
        ("linh", "một trăm linh năm", "105"),
        ("lẻ", "một trăm lẻ năm", "105"),
        ("hundreds", "năm trăm năm mươi lăm", "555"),
        ("trăm hai", "trăm hai", ""),
        ("một trăm hai", "một trăm hai", "120"),
        ("trăm rưỡi", "hai trăm rưỡi", "250"),
        ("ngàn", "hai ngàn", "2000"),
        ("nghìn", "hai nghìn không trăm hai mươi", "2020"),
        ("vạn", "ba vạn", "30000"),
        ("triệu rưỡi", "hai triệu rưỡi", "2500000"),
        ("spoken", "một triệu hai", "1200000"),
        ("skipped group", "một triệu một trăm", "1000100"),
        ("tỉ", "năm tỉ", "5000000000"),
        ("nghìn tỷ", "một nghìn hai trăm tỷ", "1200000000000"),
        ("tỷ twice", "hai mươi chín nghìn tỷ năm trăm tỷ", "29500000000000"),
        ("tỷ tỷ", "một tỷ tỷ", "1000000000000000000"),
        ("digits and magnitude", "2,5 triệu", "2500000"),
        ("chained magnitudes", "1.200 nghìn tỷ", "1200000000000000"),
        ("two groups of digits", "1 tỷ 200 triệu", "1200000000"),
        ("digits in hundreds", "5 trăm", "500"),
        ("spaces", "1 234 567", "1234567"),
        ("vague tens", "hàng chục", "10"),
        ("vague", "hàng nghìn tỷ", "1000000000000"),
        ("vague and chained", "hàng trăm nghìn", "100000"),
        ("vài", "vài trăm", "100"),
        ("half", "nửa triệu", "500000"),
        ("a year", "năm", ""),
        ("twenty years", "hai mươi năm", ""),
        ("a hundred years", "một trăm năm", ""),
        ("not", "không", ""),
        ("a rate", "hai tỷ lệ", ""),
    ] {
        assert_eq!(read(&mut pipeline, text).unwrap_or_default(), value, "{name}: {text}");
    }
}

#[test]
fn the_article_says_how_numbers_are_written() {
    let mut pipeline = Pipeline::new();
    for (name, text, expected) in [
        (
            "vietnamese",
            "Xã có 1.234 hộ, 71,5% có nước.",
            ["quantity 1.234 = 1234 [hộ]", "percent 71,5% = 71.5"],
        ),
        (
            "foreign",
            "Xã có 1,234 hộ, 71.5% có nước.",
            ["quantity 1,234 = 1234 [hộ]", "percent 71.5% = 71.5"],
        ),
        (
            "one slip",
            "Sản lượng 1,234 triệu tấn, tăng 6.8%, kém mức 7,2% năm ngoái.",
            ["quantity 1,234 triệu tấn = 1234000 [tấn]", "percent 6.8% = 6.8"],
        ),
        (
            "foreign thousands alone",
            "Xã có 1,234 hộ, 5% nghèo.",
            ["quantity 1,234 = 1234 [hộ]", "percent 5% = 5"],
        ),
        (
            "no thousands of percent",
            "Độ phủ 98,125%, kém 98.625%.",
            ["percent 98,125% = 98.125", "percent 98.625% = 98.625"],
        ),
    ] {
        let shown = pipeline.shown(text, None);
        assert_eq!(shown[..2], expected, "{name}");
    }
}

/// Reads `{"text":…,"expect":{"value":…},"ok":…,"flags":[…]}` of every `*.jsonl` of a folder, and
/// expects all but the rows that are marked wrong or ambiguous.
#[test]
#[ignore = "needs a folder of pairs in NGHISU_NUMBERS"]
fn pairs_of_other_writers_are_read_back() {
    let folder = std::env::var("NGHISU_NUMBERS").expect("NGHISU_NUMBERS names a folder");
    let mut pipeline = Pipeline::new();
    let (mut right, mut wrong) = (0, Vec::new());
    for entry in std::fs::read_dir(folder).unwrap() {
        for line in std::fs::read_to_string(entry.unwrap().path()).unwrap().lines() {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = row["text"].as_str().unwrap();
            let ambiguous = row["flags"]
                .as_array()
                .unwrap()
                .iter()
                .any(|f| f.as_str().unwrap().starts_with("ambiguous"));
            // Alone, these two are `not` and `year`.
            if row["ok"] != true || ambiguous || matches!(text, "không" | "năm") {
                continue;
            }
            let value = read(&mut pipeline, text);
            if value.as_deref() == Some(row["expect"]["value"].to_string().as_str()) {
                right += 1;
            } else {
                wrong.push(format!("{text}: {value:?}, not {}", row["expect"]["value"]));
            }
        }
    }
    assert!(right > 0 && wrong.is_empty(), "{right} right; {}", wrong.join("\n"));
}
