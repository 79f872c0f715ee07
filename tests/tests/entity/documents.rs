//! Legal documents: forms of numbers, names of laws, treaties.

use crate::{Case, run};

const CASES: &[Case] = &[
    (
        "a law with its number",
        "Điều 5 Luật Thuế GTGT số 13/2008/QH12 quy định đối tượng không chịu thuế.",
        "legal_document",
        &["Luật Thuế GTGT số 13/2008/QH12"],
    ),
    (
        "a law that amends",
        "Quốc hội thông qua Luật sửa đổi, bổ sung một số điều của Luật Lý lịch tư pháp vào sáng nay.",
        "legal_document",
        &["Luật sửa đổi, bổ sung một số điều của Luật Lý lịch tư pháp"],
    ),
    (
        "a law that amends several",
        "Dự án Luật sửa đổi, bổ sung một số điều của Luật Đầu tư và Luật Doanh nghiệp được thảo luận.",
        "legal_document",
        &["Luật sửa đổi, bổ sung một số điều của Luật Đầu tư và Luật Doanh nghiệp"],
    ),
    (
        "a code written small",
        "Hành vi này vi phạm bộ luật Hình sự và luật Đất đai.",
        "legal_document",
        &["bộ luật Hình sự", "luật Đất đai"],
    ),
    (
        "a treaty, and no law in its name",
        "Các bên tuân thủ Công ước của Liên hợp quốc về Luật Biển 1982 và Tuyên bố về ứng xử của các bên ở Biển Đông.",
        "legal_document",
        &[
            "Công ước của Liên hợp quốc về Luật Biển 1982",
            "Tuyên bố về ứng xử của các bên ở Biển Đông",
        ],
    ),
    (
        "an agreement of two countries",
        "Hiệp định Thương mại tự do Việt Nam - Ấn Độ sẽ được ký trong năm nay.",
        "legal_document",
        &["Hiệp định Thương mại tự do Việt Nam - Ấn Độ"],
    ),
    ("no law", "Ông là giảng viên Trường Đại học Luật Hà Nội.", "legal_document", &[]),
    ("a profession", "Đoàn Luật sư TP Hà Nội cử người bào chữa.", "legal_document", &[]),
];

#[test]
fn documents() {
    run(CASES);
}
