//! What the stage makes of dates, and when it says an article was published.

use crate::pipeline::Pipeline;
use nghisu_document::layers::PublishedFrom;

/// The day of every article here: a Wednesday.
const TODAY: &str = "2023-07-12";

#[test]
fn dates_mean_what_news_means() {
    let mut pipeline = Pipeline::new();
    let mut failures = Vec::new();
    for (text, expected) in [
        // Whole.
        ("Sáng ngày 19/7/2024", "2024-07-19 MO"),
        ("Thứ Hai, 08 /08/2022", "2022-08-08"),
        ("ngày 15 tháng 6 năm 2021", "2021-06-15"),
        ("ngày 15-6-2021", "2021-06-15"),
        ("ngày 2.9.2023", "2023-09-02"),
        ("tháng 6/2023", "2023-06"),
        ("cuối tháng 6/2023", "2023-06"),
        ("tháng 9 năm 2021", "2021-09"),
        ("quý II/2022", "2022-04/2022-06"),
        ("năm 2020", "2020"),
        ("hết năm 2025", "2025"),
        ("giai đoạn 2021-2025", "2021/2025"),
        ("6 tháng đầu năm 2023", "2023-01/2023-06"),
        ("7 tháng năm 2022", "2022-01/2022-07"),
        ("nửa cuối năm 2023", "2023-07/2023-12"),
        ("thế kỷ XXI", "2001/2100"),
        ("những năm 1990", "1990/1999"),
        ("ngày 10/10 hằng năm", "XXXX-10-10"),
        ("ngày 25 hằng tháng", "XXXX-XX-25"),
        // Spans.
        ("từ ngày 18 đến 20/7", "2023-07-18/2023-07-20"),
        ("từ ngày 15/6 đến 30/9", "2023-06-15/2023-09-30"),
        ("từ tháng 1 đến tháng 6/2023", "2023-01/2023-06"),
        ("từ năm 2020 đến nay", "2020/.. now"),
        ("năm 2024 đến nay", "2024/.. now"),
        ("từ đầu năm đến nay", "2023/.. now"),
        ("đến nay", "2023-07-12 now"),
        // The year left open.
        ("chiều ngày 12/7", "2023-07-12 AF"),
        ("ngày 30/11", "2022-11-30"),
        ("tháng 6", "2023-06"),
        ("quý IV", "2022-10/2022-12"),
        ("6 tháng cuối năm", "2023-07/2023-12"),
        ("6 tháng đầu năm nay", "2023-01/2023-06"),
        ("nửa đầu năm nay", "2023-01/2023-06"),
        ("mùng 3 Tết", "2023-01-24"),
        // Relative.
        ("hôm qua", "2023-07-11"),
        ("sáng nay", "2023-07-12 MO"),
        ("tối qua", "2023-07-11 EV"),
        ("tuần trước", "2023-07-03/2023-07-09"),
        ("tháng trước", "2023-06"),
        ("quý trước", "2023-04/2023-06"),
        ("năm ngoái", "2022"),
        ("năm tới", "2024"),
        ("5 năm qua", "2018/2023"),
        ("3 tháng tới", "2023-08/2023-10"),
        ("tháng 8 tới", "2023-08"),
    ] {
        let sentence = format!("Việc ấy diễn ra {text}.");
        let shown = pipeline.shown(&sentence, Some(TODAY));
        if shown != [format!("date {text} = {expected}")] {
            failures.push(format!("{text}: {shown:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn a_plan_looks_ahead_and_a_report_back() {
    let mut pipeline = Pipeline::new();
    for (text, expected) in [
        ("Tỉnh đã nộp báo cáo ngày 30/11.", "date ngày 30/11 = 2022-11-30"),
        ("Tỉnh sẽ nộp báo cáo ngày 30/11.", "date ngày 30/11 = 2023-11-30"),
        ("Tỉnh nộp báo cáo trước ngày 30/11.", "date ngày 30/11 = 2023-11-30"),
        ("Chậm nhất 15/1, tỉnh nộp báo cáo.", "date 15/1 = 2024-01-15"),
    ] {
        assert_eq!(pipeline.shown(text, Some(TODAY)), [expected], "{text}");
    }
}

#[test]
fn the_same_period_is_that_of_the_report() {
    let mut pipeline = Pipeline::new();
    for (text, expected) in [
        (
            "Trong 6 tháng đầu năm 2022, thu tăng 5% so với cùng kỳ năm 2021.",
            "date cùng kỳ năm 2021 = 2021-01/2021-06",
        ),
        (
            "Quý II/2022, thu tăng 5% so với cùng kỳ năm trước.",
            "date cùng kỳ năm trước = 2021-04/2021-06",
        ),
        ("Thu tăng 5% so với cùng kỳ năm 2021.", "date cùng kỳ năm 2021 = 2021"),
        ("Năm 2017 đạt 5 tỷ đồng, tăng 2% so với năm trước.", "date năm trước = 2016"),
    ] {
        let shown = pipeline.shown(text, Some(TODAY));
        assert_eq!(shown.last().map(String::as_str), Some(expected), "{text}");
    }
}

#[test]
fn articles_tell_their_own_day() {
    use PublishedFrom::{Dateline, Text, Url};
    let mut pipeline = Pipeline::new();
    for (name, text, url, expected) in [
        (
            "dateline",
            "Thứ Hai, 08/08/2022 13:42\nBộ trưởng chủ trì cuộc họp.",
            None,
            Some(("2022-08-08", Dateline)),
        ),
        (
            "full day",
            "Sáng ngày 19/7/2024, Bộ trưởng chủ trì cuộc họp.",
            None,
            Some(("2024-07-19", Text)),
        ),
        (
            "year of the sentence",
            "Chiều 12/7, Bộ trưởng dự hội nghị sơ kết 6 tháng đầu năm 2023.",
            None,
            Some(("2023-07-12", Text)),
        ),
        (
            "the year that begins",
            "Sáng 8/1, Bộ tổng kết năm 2024, triển khai nhiệm vụ năm 2025.",
            None,
            Some(("2025-01-08", Text)),
        ),
        (
            "the year that ends",
            "Sáng 19/12, Bộ tổng kết năm 2024, triển khai nhiệm vụ năm 2025.",
            None,
            Some(("2024-12-19", Text)),
        ),
        (
            "after the latest day named",
            "Sáng 6/2, thanh tra làm việc với xã. Vụ việc xảy ra ngày 27/12/2016.",
            None,
            Some(("2017-02-06", Text)),
        ),
        (
            "address",
            "Bộ trưởng chủ trì cuộc họp.",
            Some("https://bao.example/2023/07/12/a"),
            Some(("2023-07-12", Url)),
        ),
        ("nothing", "Bộ trưởng chủ trì cuộc họp.", None, None),
        ("history", "Ông sinh ngày 10/9/1960 tại Huế.", None, None),
    ] {
        pipeline.run_at(text, None, url);
        let published = pipeline.layers.published.map(|p| (p.date.to_string(), p.from));
        let expected = expected.map(|(date, from)| (date.to_owned(), from));
        assert_eq!(published, expected, "{name}");
    }
}
