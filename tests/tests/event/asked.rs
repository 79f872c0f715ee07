//! Who asks whom to do what.

use super::{events, list, text};
use nghisu::Pipeline;

/// A case by its name: an article, and of its directives the issuer, the addressees and the task.
type Case =
    (&'static str, &'static str, &'static [(&'static str, &'static [&'static str], &'static str)]);

const CASES: &[Case] = &[
    (
        "an obligation late in what is said",
        "Bộ trưởng Nguyễn Mạnh Hùng nhấn mạnh năm nay khó hơn, Sở Y tế cần rà soát lại kế hoạch.",
        &[("Nguyễn Mạnh Hùng", &["Sở Y tế"], "rà soát lại kế hoạch")],
    ),
    (
        "what must be borne is no task",
        "Ông Trần Văn Bảo cho rằng doanh nghiệp phải chờ lâu mới có giấy phép.",
        &[],
    ),
    (
        "a proposal put to somebody",
        "Hiệp hội Vận tải Hà Nội kiến nghị Bộ Tài chính giảm thuế nhập khẩu linh kiện.",
        &[("Hiệp hội Vận tải Hà Nội", &["Bộ Tài chính"], "giảm thuế nhập khẩu linh kiện")],
    ),
    (
        "a paper that asks",
        "UBND tỉnh Long An vừa có văn bản yêu cầu Sở Y tế kiểm tra các phòng khám.",
        &[("UBND tỉnh Long An", &["Sở Y tế"], "kiểm tra các phòng khám")],
    ),
    (
        "sentences that go on, each with its addressee",
        "UBND tỉnh Long An yêu cầu Sở Y tế kiểm tra các phòng khám. Sở Tài chính bố trí kinh phí. \
         Theo đó, các địa phương công khai đường dây nóng.",
        &[
            ("UBND tỉnh Long An", &["Sở Y tế"], "kiểm tra các phòng khám"),
            ("UBND tỉnh Long An", &["Sở Tài chính"], "bố trí kinh phí"),
            ("UBND tỉnh Long An", &["các địa phương"], "công khai đường dây nóng"),
        ],
    ),
    (
        "what was done goes on with no task",
        "UBND tỉnh Long An yêu cầu Sở Y tế kiểm tra các phòng khám. Sở Tài chính đã bố trí kinh phí.",
        &[("UBND tỉnh Long An", &["Sở Y tế"], "kiểm tra các phòng khám")],
    ),
    (
        "a wish",
        "Bộ trưởng Nguyễn Mạnh Hùng lưu ý các địa phương rà soát hạ tầng số.",
        &[("Nguyễn Mạnh Hùng", &["các địa phương"], "rà soát hạ tầng số")],
    ),
    (
        "a list of lines",
        "Thủ tướng Chính phủ yêu cầu:\n- Bộ Công an chủ trì điều tra vụ việc.\n- Các địa phương: bố trí \
         kinh phí phòng dịch.",
        &[
            ("Thủ tướng Chính phủ", &["Bộ Công an"], "chủ trì điều tra vụ việc"),
            ("Thủ tướng Chính phủ", &["Các địa phương"], "bố trí kinh phí phòng dịch"),
        ],
    ),
    (
        "addressees in front, counted tasks, directing others",
        "Bộ trưởng Nguyễn Mạnh Hùng yêu cầu Sở Y tế rà soát hạ tầng số. Đối với các địa phương, phải \
         công khai quy hoạch. Cụ thể, Sở Tài chính chỉ đạo các đơn vị bố trí vốn. Hai là, đẩy mạnh \
         đào tạo.",
        &[
            ("Nguyễn Mạnh Hùng", &["Sở Y tế"], "rà soát hạ tầng số"),
            ("Nguyễn Mạnh Hùng", &["các địa phương"], "công khai quy hoạch"),
            ("Nguyễn Mạnh Hùng", &["Sở Tài chính"], "chỉ đạo các đơn vị bố trí vốn"),
            ("Nguyễn Mạnh Hùng", &["Sở Tài chính"], "đẩy mạnh đào tạo"),
        ],
    ),
    (
        "to nobody in particular",
        "Bộ trưởng Nguyễn Mạnh Hùng nhấn mạnh cần đẩy mạnh chuyển đổi số ở xã.",
        &[("Nguyễn Mạnh Hùng", &[], "đẩy mạnh chuyển đổi số ở xã")],
    ),
    (
        "a numbered paper that asks",
        "Thủ tướng Chính phủ vừa ký Công điện số 12/CĐ-TTg yêu cầu các bộ, ngành chống bão.",
        &[("Thủ tướng Chính phủ", &["các bộ, ngành"], "chống bão")],
    ),
    (
        "names after a colon",
        "Chính phủ yêu cầu các bộ: Tài chính, Công an khẩn trương sửa đổi quy định về tờ khai.",
        &[("Chính phủ", &["Tài chính", "Công an"], "khẩn trương sửa đổi quy định về tờ khai")],
    ),
];

#[test]
fn directives_have_their_issuer_addressees_and_task() {
    let pipeline = Pipeline::new().unwrap();
    for (name, article, expected) in CASES {
        let found = events(&pipeline, article, "directive");
        let slots: Vec<_> = found
            .iter()
            .map(|e| (text(e, "issuer"), list(e, "addressees"), text(e, "action")))
            .collect();
        let wanted: Vec<_> = expected.iter().map(|(i, a, t)| (*i, a.to_vec(), *t)).collect();
        assert_eq!(slots, wanted, "{name}");
    }
}
