//! What each figure measures, of whom, when, and whether it was reached: a table of kinds.

use super::{events, text};
use nghisu::Pipeline;

/// A row: the figure, its indicator, its subject, its period and its status.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// A case: its name, the article, its rows.
const ROWS: &[(&str, &str, &[Row])] = &[
    (
        "a predicate behind a conjunction",
        "Giám đốc Sở Y tế giải thích việc để hơn 30 cán bộ nghỉ trực.",
        &[("30", "nghỉ trực", "cán bộ", "", "actual")],
    ),
    (
        "what a holder has underwent something",
        "Huyện Sơn Dương có 120 ha lúa bị ngập.",
        &[("120 ha", "lúa bị ngập", "Huyện Sơn Dương", "", "actual")],
    ),
    (
        "an indicator without a verb",
        "Dự án có tổng vốn đầu tư hơn 900 tỷ đồng.",
        &[("900 tỷ đồng", "tổng vốn đầu tư", "Dự án", "", "actual")],
    ),
    (
        "a list within an indicator",
        "Năm 2022, kim ngạch xuất khẩu chè, cà phê, hạt tiêu đạt 5 tỷ USD.",
        &[("5 tỷ USD", "kim ngạch xuất khẩu chè, cà phê, hạt tiêu", "", "Năm 2022", "actual")],
    ),
    (
        "names with their figures in brackets",
        "Hai tỉnh có tỷ lệ hộ nghèo cao nhất là Hà Giang (21,5%) và Điện Biên (20,4%).",
        &[
            ("21,5%", "Hai tỉnh có tỷ lệ hộ nghèo cao nhất", "Hà Giang", "", "actual"),
            ("20,4%", "Hai tỉnh có tỷ lệ hộ nghèo cao nhất", "Điện Biên", "", "actual"),
        ],
    ),
    (
        "what a sum is reckoned by is no indicator",
        "Giá gạo tẻ đầu vụ là 14.000 đồng/kg, nay lên tới 16.500 đồng/kg.",
        &[
            ("14.000 đồng", "Giá gạo tẻ đầu vụ", "", "", "actual"),
            ("16.500 đồng", "Giá gạo tẻ đầu vụ", "", "", "actual"),
        ],
    ),
    (
        "both ends of a rise",
        "Tỷ lệ hộ có nước sạch tăng từ 60% lên 75%.",
        &[
            ("60%", "Tỷ lệ hộ có nước sạch", "", "", "actual"),
            ("75%", "Tỷ lệ hộ có nước sạch", "", "", "actual"),
        ],
    ),
    (
        "one target for each year",
        "Tỉnh phấn đấu tỷ lệ che phủ rừng đạt 45% vào năm 2025 và 50% vào năm 2030.",
        &[
            ("45%", "tỷ lệ che phủ rừng", "", "năm 2025", "target"),
            ("50%", "tỷ lệ che phủ rừng", "", "năm 2030", "target"),
        ],
    ),
    (
        "what will be is guessed",
        "Hai bên sẽ ký hơn 20 văn kiện hợp tác.",
        &[("20", "ký", "Hai bên", "", "estimate")],
    ),
    (
        "the verb after an adverb",
        "Bảo tàng cũng lưu giữ khoảng 4.500 hiện vật.",
        &[("4.500", "lưu giữ", "Bảo tàng", "", "actual")],
    ),
    (
        "a day of telling is no period",
        "Ngày 13/2, ông Nguyễn Văn Bình cho biết việc 22 công nhân bỏ việc là sai.",
        &[("22", "bỏ việc", "công nhân", "", "actual")],
    ),
    (
        "what a disaster did",
        "Mưa lũ làm 12 người chết, 4 người mất tích.",
        &[("12", "chết", "người", "", "actual"), ("4", "người mất tích", "", "", "actual")],
    ),
    (
        "each count has its own noun",
        "Cả nước có 705 huyện và 10.599 xã vùng cao.",
        &[
            ("705", "huyện", "Cả nước", "", "actual"),
            ("10.599", "xã vùng cao", "Cả nước", "", "actual"),
        ],
    ),
    (
        "whoever counts",
        "Bộ Y tế ghi nhận 2.159 ca mắc mới.",
        &[("2.159", "ca mắc mới", "Bộ Y tế", "", "actual")],
    ),
    (
        "places of one whole",
        "Số phương tiện của hai hãng đã khoảng 9.000 xe, trong đó tại Hà Nội khoảng 4.000 xe.",
        &[
            ("9.000", "Số phương tiện của hai hãng", "", "", "actual"),
            ("4.000", "Số phương tiện của hai hãng", "Hà Nội", "", "actual"),
        ],
    ),
    (
        "a verb and the sum of it",
        "Cán bộ phường đã chi sai các khoản thu với số tiền trên 1,2 tỷ đồng.",
        &[("1,2 tỷ đồng", "chi sai các khoản thu với số tiền", "Cán bộ phường", "", "actual")],
    ),
    (
        "foreseen for all",
        "Cơ quan khí tượng dự đoán lượng mưa đạt 200 mm, mực nước đạt 3 m.",
        &[("200 mm", "lượng mưa", "", "", "estimate"), ("3 m", "mực nước", "", "", "estimate")],
    ),
    (
        "by the unit of time",
        "Phí kiểm tra lên tới 15.000 tỷ đồng/năm.",
        &[("15.000 tỷ đồng", "Phí kiểm tra", "", "", "actual")],
    ),
];

#[test]
fn a_figure_gives_a_row() {
    let pipeline = Pipeline::new().unwrap();
    for (name, article, rows) in ROWS {
        let found = events(&pipeline, article, "statistic");
        let got: Vec<_> = found
            .iter()
            .map(|e| {
                let period = text(e, "period");
                let status = e["status"].as_str().unwrap();
                (text(e, "value"), text(e, "indicator"), text(e, "subject"), period, status)
            })
            .collect();
        assert_eq!(got, *rows, "{name}");
    }
}

/// Numbers that tell nothing of the world: a case's name and an article.
const NONE: &[(&str, &str)] = &[
    ("a ship's name", "Tàu Hải Minh 45 rời cảng lúc sáng sớm."),
    ("a thing in a row", "Nhóm 1 bao gồm các xã vùng cao."),
    ("what is asked for", "Giám đốc Sở vẫn xin 10 tỷ đồng để sửa trụ sở."),
    ("a rule", "Phạt tiền từ 2 triệu đồng đến 4 triệu đồng với vi phạm từ 11 đến 50 lao động."),
    ("a condition", "Nếu nước biển dâng 80 cm, nhiều xã phải di dời."),
];

#[test]
fn a_number_that_measures_nothing_gives_none() {
    let pipeline = Pipeline::new().unwrap();
    for (name, article) in NONE {
        let found = events(&pipeline, article, "statistic");
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}
