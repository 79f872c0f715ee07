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
        ("sáng 24/7", "2023-07-24 MO"),
        ("tháng 6", "2023-06"),
        ("quý IV", "2022-10/2022-12"),
        ("6 tháng cuối năm", "2023-07/2023-12"),
        ("6 tháng đầu năm nay", "2023-01/2023-06"),
        ("nửa đầu năm nay", "2023-01/2023-06"),
        ("mùng 3 Tết", "2023-01-24"),
        ("ngày 10/3 âm lịch", "2023-04-29"),
        ("ngày 15 tháng 7 âm lịch", "2023-08-30"),
        ("tháng Giêng", "2023-01-22/2023-02-19"),
        ("tháng Chạp", "2022-12-23/2023-01-21"),
        // Relative.
        ("hôm qua", "2023-07-11"),
        ("sáng nay", "2023-07-12 MO"),
        ("sáng nay (12/7)", "2023-07-12 MO"),
        ("hôm nay, thứ tư 12/7", "2023-07-12"),
        ("chiều nay 12-7", "2023-07-12 AF"),
        ("sáng nay (12.7)", "2023-07-12 MO"),
        ("hôm qua (11/7)", "2023-07-11"),
        ("nhiệm kỳ 2021-2026", "2021/2026"),
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
        (
            "Ngày 17/8/2015, xã lập biên bản. Biên bản ngày 17/8 ghi rõ.",
            "date ngày 17/8 = 2015-08-17",
        ),
    ] {
        let shown = pipeline.shown(text, Some(TODAY));
        assert_eq!(shown.last().map(String::as_str), Some(expected), "{text}");
    }
}

#[test]
fn who_holds_an_office_tells_the_year() {
    let mut pipeline = Pipeline::with_names();
    for (name, text, expected) in [
        (
            "one year alone",
            "Chiều 25/8, Chủ tịch nước Võ Văn Thưởng tiếp khách.",
            Some("2023-08-25"),
        ),
        ("two years", "Chiều 10/3, Chủ tịch nước Võ Văn Thưởng tiếp khách.", None),
        ("no more in office", "Chiều 25/8, nguyên Chủ tịch nước Võ Văn Thưởng tiếp khách.", None),
        (
            "not the year named",
            "Sáng 6/9, Chủ tịch nước Trần Đại Quang tiếp khách. Quan hệ lập năm 2009, năm 2009.",
            None,
        ),
        (
            "months in office",
            "Sáng 6/9, Chủ tịch nước Nguyễn Xuân Phúc tiếp khách. Quan hệ lập tháng 5/2022.",
            Some("2022-09-06"),
        ),
    ] {
        pipeline.run(text, None);
        let published = pipeline.layers.published.map(|p| p.date.to_string());
        assert_eq!(published.as_deref(), expected, "{name}");
    }
}

#[test]
fn what_tells_no_year_and_days_that_never_were_have_none() {
    let mut pipeline = Pipeline::new();
    for (text, expected) in [
        ("Ngày 9/7, đoàn thăm xã.", "date Ngày 9/7 = ?"),
        ("Tháng 7, đoàn thăm xã.", "date Tháng 7 = ?"),
        ("Chiều nay, đoàn thăm xã.", "date Chiều nay = ? AF"),
        ("Nghị định ngày 29/2/2006 còn hiệu lực.", "date ngày 29/2/2006 = ?"),
        ("Năm ngoái, đoàn thăm xã.", "date Năm ngoái = ?"),
    ] {
        assert_eq!(pipeline.shown(text, None), [expected], "{text}");
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
        (
            "the address before a document's date",
            "Xã làm theo Quyết định số 12/QĐ-UBND ngày 5/5/2017.",
            Some("https://bao.example/tin-102230712101112345.htm"),
            Some(("2023-07-12", Url)),
        ),
        (
            "the address's number and the day that opens",
            "Ngày 9/6, tỉnh khánh thành cầu. Cầu khởi công năm 2015, ngày 3/4/2015.",
            Some("http://www.baomoi.com/a/c/22500000.epi"),
            Some(("2017-06-09", Url)),
        ),
        (
            "the address's number",
            "Tỉnh khánh thành cầu.",
            Some("http://www.baomoi.com/a/c/22500000.epi"),
            Some(("2017-06", Url)),
        ),
        (
            "numbers of documents",
            "Ngày 4/6, Cục giới thiệu Nghị định số 59/2018/NĐ-CP và Thông tư số 39/2018/TT-BTC.",
            None,
            Some(("2018-06-04", Text)),
        ),
        (
            "no aims",
            "Ngày 20/8, tỉnh công bố đề án đến năm 2030. Thu sẽ gấp đôi vào năm 2030. Tháng 3/2018, thu đạt 5 tỷ đồng.",
            None,
            Some(("2018-08-20", Text)),
        ),
        (
            "the day of the week",
            "Hôm nay thứ tư 24/10, hội đồng họp. Kỳ trước họp ngày 15/11/2017.",
            None,
            Some(("2018-10-24", Text)),
        ),
        (
            "an anniversary",
            "Ngày 31/1, huyện gặp mặt nhân ngày thành lập (3/2/1930 - 3/2/2024).",
            None,
            Some(("2024-01-31", Text)),
        ),
        (
            "today with its figures",
            "Ngày 5/6, xã bị phạt. Sáng nay (9/6), tháng 6/2023, xã nhận lỗi.",
            None,
            Some(("2023-06-09", Text)),
        ),
        (
            "a month that is past",
            "Hôm 23/7, ông nhậm chức. Người trước từ chức hồi tháng 12/2018.",
            None,
            Some(("2019-07-23", Text)),
        ),
        (
            "a stretch told to the month",
            "Ngày 3/6, xã bị kiểm tra về thu chi từ năm 2017 đến tháng 2/2019.",
            None,
            Some(("2019-06-03", Text)),
        ),
        ("a year in passing", "Ngày 31/1, xã họp. Cầu xây từ năm 2009.", None, None),
        ("nothing", "Bộ trưởng chủ trì cuộc họp.", None, None),
        ("history", "Ông sinh ngày 10/9/1960 tại Huế.", None, None),
    ] {
        pipeline.run_at(text, None, url);
        let published = pipeline.layers.published.map(|p| (p.date.to_string(), p.from));
        let expected = expected.map(|(date, from)| (date.to_owned(), from));
        assert_eq!(published, expected, "{name}");
    }
}
