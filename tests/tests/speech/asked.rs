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
