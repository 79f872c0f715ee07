//! Bodies: where their names begin and end.

use crate::{Case, run};

const O: &str = "organization";

const CASES: &[Case] = &[
    (
        "a head written small",
        "Theo bộ Công Thương và sở Y tế Long An, giá thuốc đã giảm.",
        O,
        &["bộ Công Thương", "sở Y tế Long An"],
    ),
    ("no head", "Ông gặp cán bộ Trần Văn Nam tại trụ sở.", O, &[]),
    ("the rest of a longer head", "Đại diện Tổng cục Hải quan trả lời.", O, &["Tổng cục Hải quan"]),
    (
        "a committee of the assembly",
        "Chủ nhiệm Ủy ban Tài chính, Ngân sách của Quốc hội trình bày báo cáo.",
        O,
        &["Ủy ban Tài chính, Ngân sách của Quốc hội", "Quốc hội"],
    ),
    ("a parliament's term", "Kỳ họp thứ 6 Quốc hội khóa XIV khai mạc.", O, &["Quốc hội khóa XIV"]),
    (
        "what a body does is not its name",
        "Nghị quyết của Bộ Chính trị về công tác cán bộ được quán triệt.",
        O,
        &["Bộ Chính trị"],
    ),
    (
        "a delegation of a body",
        "Đoàn công tác của Bộ Chính trị đã làm việc tại tỉnh.",
        O,
        &["Đoàn công tác của Bộ Chính trị", "Bộ Chính trị"],
    ),
    (
        "a delegation of a country",
        "Đoàn đại biểu cấp cao Việt Nam rời Hà Nội.",
        O,
        &["Đoàn đại biểu cấp cao Việt Nam"],
    ),
    (
        "bodies of other countries",
        "Dự luật được thượng viện Mỹ thông qua, còn quân đội Iraq chưa lên tiếng.",
        O,
        &["thượng viện Mỹ", "quân đội Iraq"],
    ),
    (
        "a parliament and its speaker's name",
        "Chủ tịch Hạ viện Tadao Ito tới thăm.",
        O,
        &["Hạ viện"],
    ),
    (
        "a company's proper name",
        "Giám đốc Công ty TNHH Đại Hải Dương vắng mặt tại buổi làm việc.",
        O,
        &["Công ty TNHH Đại Hải Dương"],
    ),
    ("a department's field ends", "Do vợ Giám đốc Sở TN&MT đứng tên.", O, &["Sở TN&MT"]),
    ("a newspaper", "Theo báo Người Đưa Tin, cầu đã thông xe.", O, &["Người Đưa Tin"]),
    ("no newspaper", "Hội Nhà báo Việt Nam thông báo kết quả.", O, &["Hội Nhà báo Việt Nam"]),
    ("a member of the party", "Ông là Đảng viên lâu năm.", O, &[]),
    (
        "the Youth Union alone",
        "Bí thư Thành đoàn Lê Văn Hải nói hoạt động của Đoàn sẽ đổi mới.",
        O,
        &["Thành đoàn", "Đoàn"],
    ),
    (
        "departments of all provinces",
        "Tổng cục Hải quan đề nghị cục hải quan các tỉnh, thành phố rà soát.",
        O,
        &["Tổng cục Hải quan", "cục hải quan các tỉnh, thành phố"],
    ),
];

#[test]
fn bodies() {
    run(CASES);
}
