//! Papers and offices.

use super::{events, text};
use nghisu::Pipeline;

/// A case by its name: an article, and of its legal acts the act, the issuer and what was made.
type Case = (&'static str, &'static str, &'static [(&'static str, &'static str, &'static str)]);

const ACTS: &[Case] = &[
    (
        "a paper written small",
        "Ngày 5/4, Thanh tra tỉnh Long An ra quyết định thanh tra đất đai tại huyện.",
        &[("issue", "Thanh tra tỉnh Long An", "quyết định")],
    ),
    (
        "having a numbered paper",
        "UBND tỉnh Long An vừa có Công văn số 12/UBND-VX gửi các sở.",
        &[("issue", "UBND tỉnh Long An", "Công văn số 12/UBND-VX")],
    ),
    (
        "an apposition",
        "Ông Trần Văn Bảo, Giám đốc Sở Y tế, ký Công văn số 15/SYT-VP xin thêm kinh phí.",
        &[("sign", "Trần Văn Bảo", "Công văn số 15/SYT-VP")],
    ),
    (
        "made public for its owner",
        "Vụ Tổ chức công bố Quyết định số 15/QĐ-BTC ngày 4/4 của Bộ trưởng Hồ Đức Phớc.",
        &[("issue", "Hồ Đức Phớc", "Quyết định số 15/QĐ-BTC")],
    ),
    ("having a plan", "UBND tỉnh Long An có kế hoạch làm đường.", &[]),
];

#[test]
fn papers_have_their_issuer() {
    let pipeline = Pipeline::new().unwrap();
    for (name, article, expected) in ACTS {
        let found = events(&pipeline, article, "legal_act");
        let made = |e| {
            if text(e, "document").is_empty() { text(e, "doc_type") } else { text(e, "document") }
        };
        let slots: Vec<_> = found
            .iter()
            .map(|e| (e["act"].as_str().unwrap_or(""), text(e, "issuer"), made(e)))
            .collect();
        assert_eq!(slots, *expected, "{name}");
    }
}

#[test]
fn offices_have_their_holder() {
    let pipeline = Pipeline::new().unwrap();
    let cases: &[Case] = &[
        (
            "a pronoun",
            "Ông Trần Văn Bảo vào ngành năm 1990. Năm 2010, ông được bổ nhiệm làm Giám đốc Sở Y tế.",
            &[("appoint", "Trần Văn Bảo", "Giám đốc Sở Y tế")],
        ),
        ("a candidate", "Ông Trần Văn Bảo được đề cử vào Hội đồng nhân dân.", &[]),
    ];
    for (name, article, expected) in cases {
        let found = events(&pipeline, article, "appointment");
        let slots: Vec<_> = found
            .iter()
            .map(|e| (e["act"].as_str().unwrap_or(""), text(e, "person"), text(e, "position")))
            .collect();
        assert_eq!(slots, *expected, "{name}");
    }
}

#[test]
fn who_signs_is_not_who_is_relieved() {
    let pipeline = Pipeline::new().unwrap();
    let article = "Ông Trương Minh Tuấn bị tạm đình chỉ chức vụ Bộ trưởng Bộ Thông tin và Truyền thông \
                   theo quyết định do Chủ tịch nước Trần Đại Quang ký.";
    let found = events(&pipeline, article, "appointment");
    assert_eq!(text(&found[0], "person"), "Trương Minh Tuấn");
}
