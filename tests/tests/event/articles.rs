//! Whole articles: what one reports, together.

use super::{all, list, text};
use nghisu::Pipeline;
use serde_json::Value;

fn of<'a>(events: &'a [Value], kind: &str) -> Vec<&'a Value> {
    events.iter().filter(|e| e["type"] == kind).collect()
}

#[test]
fn a_meeting_is_one_record_with_who_chaired_and_who_came() {
    let pipeline = Pipeline::new().unwrap();
    let article = "Sáng 19/4, tại Trụ sở Chính phủ, Thủ tướng Phạm Minh Chính chủ trì Hội nghị toàn \
                   quốc về phát triển cây chè. Cùng dự có Phó Thủ tướng Trần Hồng Hà; lãnh đạo các bộ, \
                   ngành.\nPhát biểu tại hội nghị, Thủ tướng nhấn mạnh, chè phải đi bằng chất lượng.";
    let found = all(&pipeline, article);
    let meetings = of(&found, "meeting");
    assert_eq!(meetings.len(), 1);
    let meeting = meetings[0];
    assert_eq!(text(meeting, "name"), "Hội nghị toàn quốc về phát triển cây chè");
    assert_eq!(meeting["date"]["value"], "2023-04-19");
    assert_eq!(meeting["part_of_day"], "MO");
    assert_eq!(text(meeting, "venue"), "Trụ sở Chính phủ");
    assert_eq!(list(meeting, "chairs"), ["Phạm Minh Chính"]);
    assert_eq!(list(meeting, "attendees"), ["Trần Hồng Hà", "lãnh đạo các bộ, ngành"]);
}

#[test]
fn what_is_no_meeting_makes_none() {
    let pipeline = Pipeline::new().unwrap();
    for (name, article) in [
        (
            "background",
            "Nhân dịp Hội nghị cấp cao, ngày 19/4, Thủ tướng Phạm Minh Chính gửi điện chúc mừng.",
        ),
        ("task", "Bộ Y tế chủ trì, phối hợp với Bộ Tài chính xây dựng khung giá khám bệnh."),
        ("weather", "Ngày 19/4, mưa lớn làm ngập nhiều tuyến đường ở Hà Nội."),
    ] {
        let found = all(&pipeline, article);
        assert!(of(&found, "meeting").is_empty(), "{name}: {found:#?}");
    }
}

/// An article; of its statistics the indicator, the value's words, the period's and the status.
type Rows = &'static [(&'static str, &'static str, &'static str, &'static str)];

const STATISTICS: &[(&str, Rows)] = &[
    (
        "Tỷ lệ hộ có nước sạch năm 2021 đạt 81,5%, năm 2022 đạt 84%.",
        &[
            ("Tỷ lệ hộ có nước sạch", "81,5%", "năm 2021", "actual"),
            ("Tỷ lệ hộ có nước sạch", "84%", "năm 2022", "actual"),
        ],
    ),
    (
        "Năm 2022, 18/24 xã đã hoàn thành hồ sơ điện tử.",
        &[("hoàn thành hồ sơ điện tử", "18/24", "Năm 2022", "actual")],
    ),
    (
        "Tỉnh phấn đấu đến năm 2030, tỷ lệ che phủ rừng đạt 46%.",
        &[("tỷ lệ che phủ rừng", "46%", "đến năm 2030", "target")],
    ),
    (
        "Sản lượng chè quý I/2023 ước đạt 12 nghìn tấn.",
        &[("Sản lượng chè", "12 nghìn tấn", "quý I/2023", "estimate")],
    ),
];

#[test]
fn figures_are_rows() {
    let pipeline = Pipeline::new().unwrap();
    for (article, rows) in STATISTICS {
        let found = all(&pipeline, article);
        let got: Vec<_> = of(&found, "statistic")
            .iter()
            .map(|e| {
                (
                    text(e, "indicator"),
                    text(e, "value"),
                    text(e, "period"),
                    e["status"].as_str().unwrap(),
                )
            })
            .collect();
        let same = |got: &(&str, &str, &str, &str), want: &(&str, &str, &str, &str)| {
            // A lone preposition may stand outside the date.
            (got.0, got.1, got.3) == (want.0, want.1, want.3) && want.2.ends_with(got.2)
        };
        let all = got.len() == rows.len() && got.iter().zip(*rows).all(|(g, w)| same(g, w));
        assert!(all, "{article}\n{got:#?}");
    }
}

#[test]
fn a_growth_belongs_to_the_figure_before_it() {
    let pipeline = Pipeline::new().unwrap();
    let found = all(
        &pipeline,
        "Doanh thu du lịch năm 2022 đạt 15 nghìn tỷ đồng, tăng 12,4% so với năm 2021.",
    );
    let rows = of(&found, "statistic");
    assert_eq!(rows.len(), 1, "{rows:#?}");
    assert_eq!(rows[0]["change"]["direction"], "up");
    assert_eq!(text(&rows[0]["change"], "value"), "12,4%");
    assert_eq!(text(&rows[0]["change"], "baseline"), "năm 2021");
}

#[test]
fn counts_of_documents_are_legal_acts_and_no_statistics() {
    let pipeline = Pipeline::new().unwrap();
    let found =
        all(&pipeline, "Năm 2022, Chính phủ đã ban hành 14 nghị định và 3 nghị quyết về đất đai.");
    let acts = of(&found, "legal_act");
    let counts: Vec<_> = acts.iter().map(|e| (text(e, "count"), text(e, "doc_type"))).collect();
    assert_eq!(counts, [("14", "nghị định"), ("3", "nghị quyết")]);
    assert!(of(&found, "statistic").is_empty(), "{found:#?}");
}

#[test]
fn a_request_gives_directives_with_addressee_and_deadline() {
    let pipeline = Pipeline::new().unwrap();
    let article = "Thủ tướng Phạm Minh Chính yêu cầu Bộ Y tế rà soát giá thuốc trước ngày 30/6/2023; đồng \
                   thời công khai kết quả. Đẩy mạnh kiểm tra các cơ sở bán lẻ.";
    let found = all(&pipeline, article);
    let directives = of(&found, "directive");
    let actions: Vec<_> = directives.iter().map(|e| text(e, "action")).collect();
    assert_eq!(
        actions,
        [
            "rà soát giá thuốc trước ngày 30/6/2023",
            "công khai kết quả",
            "Đẩy mạnh kiểm tra các cơ sở bán lẻ"
        ]
    );
    assert_eq!(directives[0]["deadline"]["value"], "2023-06-30");
    for directive in &directives {
        assert_eq!(directive["addressees"][0]["text"], "Bộ Y tế");
    }
    assert_eq!(directives[2]["issuer"]["inherited"], true);
}

/// An article; the speaker, the verb, what was said, and whether it is quoted.
const STATEMENTS: &[(&str, &str, &str, &str, bool)] = &[
    (
        "Bộ Công Thương cho biết, nguồn điện mùa khô được bảo đảm.",
        "Bộ Công Thương",
        "cho biết",
        "nguồn điện mùa khô được bảo đảm",
        false,
    ),
    (
        "“Rừng là của chung”, ông Nguyễn Văn Bách nói.",
        "Nguyễn Văn Bách",
        "nói",
        "Rừng là của chung",
        true,
    ),
    (
        "Theo Bộ Công Thương, giá than đang giảm dần.",
        "Bộ Công Thương",
        "Theo",
        "giá than đang giảm dần",
        false,
    ),
];

#[test]
fn statements_have_their_speaker() {
    let pipeline = Pipeline::new().unwrap();
    for (article, speaker, verb, content, direct) in STATEMENTS {
        let found = all(&pipeline, article);
        let said = of(&found, "statement");
        assert_eq!(said.len(), 1, "{article}\n{said:#?}");
        let got = (text(said[0], "speaker"), text(said[0], "verb"), text(said[0], "content"));
        assert_eq!(got, (*speaker, *verb, *content), "{article}");
        assert_eq!(said[0]["direct"], *direct, "{article}");
    }
}

#[test]
fn an_appointment_names_person_and_office() {
    let pipeline = Pipeline::new().unwrap();
    let found = all(
        &pipeline,
        "Chủ tịch UBND tỉnh Long An bổ nhiệm ông Nguyễn Văn Bách giữ chức Giám đốc Sở Xây dựng.",
    );
    let made = of(&found, "appointment");
    assert_eq!(made.len(), 1, "{found:#?}");
    assert_eq!(text(made[0], "person"), "Nguyễn Văn Bách");
    assert!(text(made[0], "position").starts_with("Giám đốc Sở Xây dựng"));
    // A title beside a name is no appointment.
    let found = all(&pipeline, "Bộ trưởng Bộ Y tế Đào Hồng Lan dự lễ phát động.");
    assert!(of(&found, "appointment").is_empty());
}
