//! Who says what.

use super::{events, text};
use nghisu::Pipeline;

/// A case by its name: an article, and of its statements the speaker, the verb and the content.
type Case = (&'static str, &'static str, &'static [(&'static str, &'static str, &'static str)]);

const CASES: &[Case] = &[
    (
        "an apposition between the name and the verb",
        "Ông Trần Văn Bảo, trưởng phòng kỹ thuật của nhà máy, cho biết dây chuyền đã chạy lại.",
        &[("Trần Văn Bảo", "cho biết", "dây chuyền đã chạy lại")],
    ),
    (
        "an office in a dash's apposition",
        "Bà Lê Thị Mận - Giám đốc Hợp tác xã Bình Minh từng chia sẻ: “Chúng tôi bán hết chè.”",
        &[("Lê Thị Mận", "chia sẻ", "Chúng tôi bán hết chè")],
    ),
    (
        "a noun phrase with a body's name",
        "Đoàn kiểm tra của Bộ Y tế đánh giá, bệnh viện đã chuẩn bị kỹ.",
        &[("Đoàn kiểm tra của Bộ Y tế", "đánh giá", "bệnh viện đã chuẩn bị kỹ")],
    ),
    (
        "a plural without a name",
        "Các sở cho rằng thành phố nên bổ sung kinh phí sửa cầu.",
        &[("Các sở", "cho rằng", "thành phố nên bổ sung kinh phí sửa cầu")],
    ),
    (
        "a verb that is often none of speech, with a named speaker",
        "Ông Trần Văn Bảo thừa nhận đã ký nhầm hồ sơ.",
        &[("Trần Văn Bảo", "thừa nhận", "đã ký nhầm hồ sơ")],
    ),
    ("the same verb with no content", "Ông Trần Văn Bảo trao đổi với cử tri phường.", &[]),
    (
        "what is said before, and something else after the verb",
        "“Năm nay chúng tôi trồng thêm rừng ngập mặn”, ông Trần Văn Bảo phát biểu trong lễ ra quân.",
        &[("Trần Văn Bảo", "phát biểu", "Năm nay chúng tôi trồng thêm rừng ngập mặn")],
    ),
    (
        "a quotation within a quotation",
        "“Phải tạo được “cú hích” cho chuyển đổi số ở xã” - ông Trần Văn Bảo nói.",
        &[("Trần Văn Bảo", "nói", "Phải tạo được “cú hích” cho chuyển đổi số ở xã")],
    ),
    (
        "two verbs that share their content",
        "Bộ trưởng Nguyễn Mạnh Hùng hoan nghênh và cho rằng cách làm của tỉnh nên được nhân rộng.",
        &[("Nguyễn Mạnh Hùng", "hoan nghênh và cho rằng", "cách làm của tỉnh nên được nhân rộng")],
    ),
    (
        "a later verb of the same subject",
        "Bộ trưởng Nguyễn Mạnh Hùng đã thăm trung tâm dữ liệu và khẳng định nơi đây sẽ mở rộng.",
        &[("Nguyễn Mạnh Hùng", "khẳng định", "nơi đây sẽ mở rộng")],
    ),
    (
        "a verb at the head, whose speaker does something else",
        "Khẳng định cây cầu là cấp thiết, Bộ trưởng Nguyễn Văn Thắng xuống tận nơi kiểm tra.",
        &[("Nguyễn Văn Thắng", "Khẳng định", "cây cầu là cấp thiết")],
    ),
    (
        "a source within a source",
        "Theo Thông tấn xã Việt Nam, ông Trần Văn Bảo cho biết cầu sẽ thông xe.",
        &[
            ("Thông tấn xã Việt Nam", "Theo", "ông Trần Văn Bảo cho biết cầu sẽ thông xe"),
            ("Trần Văn Bảo", "cho biết", "cầu sẽ thông xe"),
        ],
    ),
    (
        "a source of experts",
        "Theo các chuyên gia, giá gạo còn tăng.",
        &[("các chuyên gia", "Theo", "giá gạo còn tăng")],
    ),
    ("what a rule says is no source", "Theo đó, giá gạo còn tăng trong quý tới.", &[]),
    (
        "a name and a colon",
        "Thứ trưởng Phan Tâm: “Nền tảng số phải dễ dùng. Người dân là thước đo.”",
        &[("Phan Tâm", "", "Nền tảng số phải dễ dùng. Người dân là thước đo")],
    ),
    (
        "a space before the mark that closes",
        "\"Nếu không làm thì xã sẽ dừng các hạng mục sai phép \", bà Thi nói.",
        &[("Thi", "nói", "Nếu không làm thì xã sẽ dừng các hạng mục sai phép")],
    ),
    (
        "a body known from before",
        "Sở này cũng cho hay, dịch đã lắng xuống.",
        &[("Sở này", "cho hay", "dịch đã lắng xuống")],
    ),
    ("said elsewhere", "Ông Trần Văn Bảo cho biết như vậy tại buổi họp báo.", &[]),
    ("a question to somebody", "Xin Thứ trưởng cho biết kết quả của chuyến thăm?", &[]),
    (
        "the name of a meeting",
        "Thủ tướng Phạm Minh Chính dự Hội nghị biểu dương điển hình tiên tiến năm 2024.",
        &[],
    ),
    (
        "a source with an office and a verb of its own",
        "Theo bà Lê Thị Mận, Hiệu trưởng trường Hoa Sen, cho biết lớp học đã mở lại.",
        &[("Lê Thị Mận", "Theo", "lớp học đã mở lại")],
    ),
    (
        "a source with its body in brackets",
        "Theo ông Trần Văn Bảo (Hội Nông dân xã) cho rằng giá phân bón còn tăng.",
        &[("Trần Văn Bảo", "Theo", "giá phân bón còn tăng")],
    ),
    (
        "an address says nothing",
        "Anh Trần Văn Bảo, chủ vườn tại huyện Cai Lậy, tỉnh Tiền Giang khẳng định, sầu riêng được mùa.",
        &[],
    ),
    ("a noun", "Xã đã làm theo chỉ đạo của Thủ tướng về phòng bão.", &[]),
    ("work, not words", "Sở Y tế đã tập trung lãnh đạo, chỉ đạo triển khai tiêm chủng.", &[]),
];

#[test]
fn statements_have_their_speaker_and_content() {
    let pipeline = Pipeline::new().unwrap();
    for (name, article, expected) in CASES {
        let found = events(&pipeline, article, "statement");
        let slots: Vec<_> = found
            .iter()
            .map(|e| (text(e, "speaker"), text(e, "verb"), text(e, "content")))
            .collect();
        assert_eq!(slots, *expected, "{name}");
    }
}

#[test]
fn a_pronoun_is_whom_the_last_sentence_was_about() {
    let pipeline = Pipeline::new().unwrap();
    for (name, article, speaker) in [
        (
            "not who stands at the end",
            "Ông Trần Văn Bảo đã gặp bà Lê Thị Mận. Ông cho biết đường sẽ mở rộng.",
            "Trần Văn Bảo",
        ),
        (
            "not a woman",
            "Bà Lê Thị Mận cho biết đường đã xong. Ông Trần Văn Bảo dự lễ. Bà cho biết xã sẽ làm tiếp.",
            "Lê Thị Mận",
        ),
    ] {
        let found = events(&pipeline, article, "statement");
        let last = found.last().unwrap();
        assert_eq!(text(last, "speaker"), speaker, "{name}");
        assert!(last["speaker"]["via"].is_object(), "{name}");
    }
}

#[test]
fn speech_runs_on_until_news_begins() {
    let pipeline = Pipeline::new().unwrap();
    for (name, article, continued) in [
        (
            "what is said next",
            "Ông Trần Văn Bảo cho biết cầu đã xong. Mặt cầu rộng mười mét, có lối đi bộ.",
            "Mặt cầu rộng mười mét, có lối đi bộ",
        ),
        (
            "somebody who does something",
            "Ông Trần Văn Bảo cho biết cầu đã xong. Bà Lê Thị Mận đã cắt băng khánh thành cầu.",
            "",
        ),
        (
            "a day",
            "Ông Trần Văn Bảo cho biết cầu đã xong. Ngày 3/4, xe đầu tiên chạy qua cây cầu này.",
            "",
        ),
        (
            "the rest of a quotation",
            "Ông Trần Văn Bảo cho biết: “Cầu đã xong. Mặt cầu rộng mười mét, có lối đi bộ.”",
            "",
        ),
    ] {
        let found = events(&pipeline, article, "statement");
        assert_eq!(text(&found[0], "content_continued"), continued, "{name}");
    }
}
