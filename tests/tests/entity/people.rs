//! Persons and their offices.

use crate::{Case, run};

const CASES: &[Case] = &[
    (
        "a city's abbreviation, then a name",
        "Bí thư Thành ủy TP. HCM Trần Văn Bình phát biểu.",
        "person",
        &["Trần Văn Bình"],
    ),
    (
        "the office ends before the name",
        "Bí thư Thành ủy TP. HCM Trần Văn Bình phát biểu.",
        "role",
        &["Bí thư Thành ủy TP. HCM"],
    ),
    (
        "a foreign minister by the last name",
        "Ông Mark Kessler nhậm chức hôm qua. Bộ trưởng Kessler từng học ở Boston. Hôm nay Kessler gặp báo chí.",
        "person",
        &["Mark Kessler", "Kessler", "Kessler"],
    ),
    (
        "a country that is also a given name, after an office",
        "Thủ tướng Anh Theresa Doyle và Tổng thống Pháp Jean Moreau hội đàm.",
        "role",
        &["Thủ tướng Anh", "Tổng thống Pháp"],
    ),
    (
        "and the persons behind",
        "Thủ tướng Anh Theresa Doyle và Tổng thống Pháp Jean Moreau hội đàm.",
        "person",
        &["Theresa Doyle", "Jean Moreau"],
    ),
    (
        "titles written small",
        "Ông Hải, chủ tịch phường, cho biết bí thư Huyện ủy đã đồng ý; một số bộ trưởng sẽ trả lời.",
        "role",
        &["chủ tịch phường", "bí thư Huyện ủy", "bộ trưởng"],
    ),
    ("members of the assembly are many", "Các đại biểu Quốc hội thảo luận ở tổ.", "role", &[]),
    (
        "a member of the assembly",
        "Đại biểu Quốc hội Trần Thị Hoa nêu ý kiến.",
        "role",
        &["Đại biểu Quốc hội"],
    ),
];

#[test]
fn people() {
    run(CASES);
}
