//! Places: weak names, types of places, words that only look like types.

use crate::{Case, run};

const P: &str = "place";

const CASES: &[Case] = &[
    ("a country after a noun", "Sinh viên Lào học tập tốt.", P, &["Lào"]),
    ("a language", "Anh ấy nói tiếng Pháp rất giỏi.", P, &[]),
    ("a compound", "Ủy ban Pháp luật họp phiên toàn thể.", P, &[]),
    ("a person's given name", "Gia đình anh Đức rất vui.", P, &[]),
    ("a commune after a preposition", "Vụ việc xảy ra ở xã Nghi Hải.", P, &["xã Nghi Hải"]),
    ("no bridge", "Ông yêu cầu Sở Xây dựng báo cáo.", P, &[]),
    (
        "a republic",
        "Phái đoàn thăm Cộng hòa Belarus và LB Nga.",
        P,
        &["Cộng hòa Belarus", "LB Nga"],
    ),
    (
        "a district named after a person",
        "Cán bộ huyện Trần Văn Thời ra quân.",
        P,
        &["huyện Trần Văn Thời"],
    ),
    (
        "a pagoda and a market",
        "Du khách thăm chùa Hương rồi ghé chợ Đồng Xuân.",
        P,
        &["chùa Hương", "chợ Đồng Xuân"],
    ),
];

#[test]
fn places() {
    run(CASES);
}
