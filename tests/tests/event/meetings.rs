//! Which meeting an article reports, and that one which reports none yields none.

use super::{events, list, text};
use nghisu::Pipeline;

/// A case: its name, the article, the meeting's kind and the value of its date.
const FOUND: &[(&str, &str, &str, &str)] = &[
    (
        "a host organizes",
        "Sáng 19/4, UBND tỉnh Hà Giang tổ chức Hội nghị sơ kết công tác trồng rừng.",
        "Hội nghị",
        "2023-04-19",
    ),
    (
        "a verb of meeting",
        "Chiều 19/4, tại Phủ Chủ tịch, Chủ tịch nước Võ Văn Thưởng đã tiếp Đại sứ Lào.",
        "tiếp",
        "2023-04-19",
    ),
    (
        "the verb organized",
        "Sáng 19/4, UBND tỉnh Hà Giang tổ chức họp về việc di dời chợ.",
        "họp",
        "2023-04-19",
    ),
    (
        "who speaks there",
        "Phát biểu tại cuộc họp báo chiều 19/4, Thứ trưởng Nguyễn Thị Hương cho biết giá đã giảm.",
        "cuộc họp báo",
        "2023-04-19",
    ),
    (
        "who holds it comes after",
        "Giá đã giảm, ông Nguyễn Văn Bình nói tại hội thảo do Bộ Công Thương tổ chức ngày 19/4.",
        "hội thảo",
        "2023-04-19",
    ),
    (
        "the subject comes after",
        "Chiều 19/4, làm việc với lãnh đạo tỉnh Hà Giang, Phó Thủ tướng Trần Hồng Hà đề nghị trồng rừng.",
        "làm việc với",
        "2023-04-19",
    ),
    (
        "a dash before",
        "(Chinhphu.vn) – Phiên họp thứ 22 của Ủy ban Thường vụ Quốc hội khai mạc sáng nay (20/4).",
        "Phiên họp",
        "2023-04-20",
    ),
    (
        "a second verb of one subject",
        "Sáng 19/4, Phó Thủ tướng Trần Hồng Hà đã thị sát đê biển và làm việc với tỉnh Cà Mau.",
        "làm việc với",
        "2023-04-19",
    ),
    (
        "a date between who meets and the verb",
        "Phó Thủ tướng Trần Hồng Hà chiều 19/4 tiếp Đại sứ Lào tại Trụ sở Chính phủ.",
        "tiếp",
        "2023-04-19",
    ),
    (
        "a name in quotes",
        "Tối 19/4, UBND tỉnh Hà Giang đã tổ chức “Lễ tôn vinh nghệ nhân năm 2023”.",
        "Lễ",
        "2023-04-19",
    ),
    (
        "one that is announced",
        "Sáng 21/4, UBND tỉnh Hà Giang sẽ tổ chức Hội nghị sơ kết công tác trồng rừng.",
        "Hội nghị",
        "2023-04-21",
    ),
    (
        "where somebody spoke",
        "Ngày 19/4, giá chè tăng. Phát biểu tại một phiên họp của Bộ Công Thương, ông Nguyễn Văn \
         Bình cho biết chè đã đủ.",
        "phiên họp",
        "2023-04-19",
    ),
    (
        "a ceremony",
        "Ngày 19/4, tại Huế, Bộ Y tế tổ chức lễ khánh thành bệnh viện.",
        "lễ",
        "2023-04-19",
    ),
];

#[test]
fn a_meeting_is_found_in_each_of_its_forms() {
    let pipeline = Pipeline::new().unwrap();
    for (name, article, kind, date) in FOUND {
        let meetings = events(&pipeline, article, "meeting");
        assert_eq!(meetings.len(), 1, "{name}");
        assert_eq!(text(&meetings[0], "kind"), *kind, "{name}");
        assert_eq!(meetings[0]["date"]["value"], *date, "{name}");
    }
}

#[test]
fn no_meeting_is_made_of_plans_papers_and_festivals() {
    let pipeline = Pipeline::new().unwrap();
    for (name, article) in [
        (
            "to come",
            "Thủ tướng Phạm Minh Chính sẽ thăm Nhật Bản, dự Hội nghị Cấp cao từ ngày 20 đến 22/5.",
        ),
        ("a plan", "Kế hoạch nêu rõ mục đích, nội dung, phương thức tổ chức đại hội các cấp."),
        (
            "a festival",
            "Sáng 19/4, Sở Văn hóa báo cáo về công tác tổ chức lễ hội chọi trâu năm 2023.",
        ),
        ("in general", "Các cuộc họp kéo dài làm mất thời gian của doanh nghiệp."),
        ("a journey", "Ngày 19/4, Thủ tướng Phạm Minh Chính lên đường thực hiện chuyến thăm Lào."),
    ] {
        let meetings = events(&pipeline, article, "meeting");
        assert!(meetings.is_empty(), "{name}: {meetings:#?}");
    }
}

#[test]
fn the_occasion_of_a_meeting_is_not_the_meeting() {
    let pipeline = Pipeline::new().unwrap();
    let article = "Ngày 19/4, nhân dịp thăm Malaysia, dự Hội nghị Cấp cao ASEAN lần thứ 42, Thủ tướng \
                   Chính phủ Phạm Minh Chính đã gặp Quốc vương Brunei.";
    let meetings = events(&pipeline, article, "meeting");
    assert_eq!(meetings.len(), 1);
    assert_eq!(text(&meetings[0], "kind"), "gặp");
}

#[test]
fn everybody_who_holds_a_meeting_is_its_organizer() {
    let pipeline = Pipeline::new().unwrap();
    for (name, article, organizers) in [
        (
            "together",
            "Sáng 19/4, tại Hà Nội, Bộ Y tế phối hợp với Bộ Tài chính tổ chức hội thảo về bảo hiểm.",
            &["Bộ Y tế", "Bộ Tài chính"][..],
        ),
        (
            "a province",
            "Chiều 19/4, tại Hà Nội, tỉnh Quảng Ninh tổ chức lễ ký hợp tác.",
            &["tỉnh Quảng Ninh"],
        ),
        (
            "after it",
            "Tại hội nghị do Thanh tra Chính phủ tổ chức chiều 19/4, ông Lê Văn An cho biết như vậy.",
            &["Thanh tra Chính phủ"],
        ),
    ] {
        let meetings = events(&pipeline, article, "meeting");
        assert_eq!(meetings.len(), 1, "{name}");
        assert_eq!(list(&meetings[0], "organizers"), organizers, "{name}");
    }
}

#[test]
fn a_chair_is_told_by_verb_or_noun() {
    let pipeline = Pipeline::new().unwrap();
    for (name, article) in [
        (
            "noun",
            "Chiều 19/4, Bộ Y tế tổ chức buổi họp báo dưới sự chủ trì của Bộ trưởng Đào Hồng Lan.",
        ),
        (
            "by whom",
            "Chiều 19/4, tại cuộc họp về giá thuốc do Bộ trưởng Đào Hồng Lan chủ trì, nhiều ý kiến tán thành.",
        ),
        (
            "next sentence",
            "Chiều 19/4, Bộ Y tế tổ chức Hội nghị về giá thuốc. Bộ trưởng Đào Hồng Lan chủ trì hội nghị.",
        ),
    ] {
        let meetings = events(&pipeline, article, "meeting");
        assert_eq!(meetings.len(), 1, "{name}");
        assert_eq!(list(&meetings[0], "chairs"), ["Đào Hồng Lan"], "{name}");
    }
}
