//! Sections of short articles, each line with the kind that a reader would give it.

use nghisu_document::layers::{Article, BlockHint, Layers, SectionKind, Stage, Vocabulary};
use nghisu_segment::{Sectioner, Tokenizer};
use nghisu_text::NormSpan;
use std::sync::Arc;

fn sections(article: &Article<'_>) -> Layers {
    let mut vocabulary = Vocabulary::default();
    let sectioner = Sectioner::new(&mut vocabulary);
    let mut layers = Layers::default();
    Tokenizer::new(Arc::new(vocabulary)).run(article, &mut layers, &mut Default::default());
    sectioner.run(article, &mut layers, &mut Default::default());
    layers
}

fn article(text: &str) -> Article<'_> {
    Article { text, title: None, url: None, published: None, hints: &[] }
}

/// Lines of the form `kind: text`; the kinds found must be the kinds given.
fn check(name: &str, title: Option<&str>, lines: &[(&str, &str)]) {
    let text = lines.iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n");
    let layers = sections(&Article { title, ..article(&text) });
    let found: Vec<(&str, &str)> =
        layers.sections.iter().map(|s| (s.kind.as_str(), s.span.slice(&text))).collect();
    assert_eq!(found, lines, "{name}");
}

const FIRST: &str = "Chiều 3/4, tại Hà Nội, Bộ trưởng Bộ Y tế Lê Văn An chủ trì cuộc họp về thuốc, với đại diện của các sở y tế phía bắc.";
const SECOND: &str =
    "Theo báo cáo, 40 tỉnh đã mua đủ thuốc cho cả năm, và 12 tỉnh còn thiếu vì chưa đấu thầu xong.";
const THIRD: &str =
    "Bộ trưởng đề nghị các tỉnh làm nhanh hơn, đồng thời bảo đảm giá mua không cao hơn năm ngoái.";

#[test]
fn a_report_with_all_its_parts() {
    check(
        "page",
        None,
        &[
            ("boilerplate", "In trang"),
            ("title", "Bộ Y tế họp về thuốc cho các tỉnh phía bắc"),
            ("dateline", "Thứ Tư, 03/04/2024 17:05"),
            ("body", FIRST),
            ("caption", "Quang cảnh cuộc họp. Ảnh: Trần Bình"),
            ("body", SECOND),
            ("heading", "Làm nhanh hơn, giá không cao hơn"),
            ("body", THIRD),
            ("caption", "Các đại biểu dự cuộc họp"),
            ("body", "Cuộc họp sau sẽ diễn ra vào tháng 6 năm nay, khi các tỉnh đã có số liệu."),
            ("byline", "Trần Bình - Vũ Chi"),
            ("boilerplate", "Tin liên quan"),
            ("boilerplate", "Ba bệnh viện được xây mới"),
            ("boilerplate", "Đọc thêm"),
        ],
    );
}

#[test]
fn a_lead_is_set_apart_from_the_report() {
    let lead = "Thuốc phải đủ cho mọi tỉnh trước mùa hè, Bộ Y tế yêu cầu.";
    check(
        "author above it, report begins with a time",
        None,
        &[
            ("title", "Bộ Y tế họp về thuốc"),
            ("byline", "Trần Bình"),
            ("lead", lead),
            ("body", FIRST),
            ("body", SECOND),
        ],
    );
    check("none", None, &[("title", "Bộ Y tế họp về thuốc"), ("body", FIRST), ("body", SECOND)]);
    check(
        "repeated by the page",
        Some("Bộ Y tế họp về thuốc"),
        &[("lead", lead), ("body", SECOND), ("body", THIRD), ("boilerplate", lead)],
    );
}

#[test]
fn a_title_beside_the_text_is_found_in_it_or_not_at_all() {
    let title = Some("Bộ Y tế họp về thuốc | Báo An Bình");
    check("found", title, &[("title", "BỘ Y TẾ HỌP VỀ THUỐC"), ("body", FIRST), ("body", SECOND)]);
    check(
        "absent",
        title,
        &[("lead", FIRST), ("heading", "Giá thuốc không tăng"), ("body", SECOND)],
    );
}

#[test]
fn a_text_whose_title_is_kept_beside_it_begins_with_its_lead() {
    let title = Some("Bộ Y tế họp về thuốc");
    let lead = "Sáng 3/4, Bộ Y tế đã họp với các tỉnh phía bắc về thuốc cho mùa hè năm nay.";
    check("alone", title, &[("lead", lead)]);
    let more: Vec<String> = (4..9)
        .map(|day| format!("Ngày {day}/4, tỉnh thứ {day} đã mua đủ thuốc cho cả năm nay."))
        .collect();
    let mut lines = vec![("lead", lead), ("body", SECOND), ("body", THIRD)];
    lines.extend(more.iter().take(2).map(|line| ("body", line.as_str())));
    lines.push(("body", lead));
    lines.extend(more.iter().skip(2).map(|line| ("body", line.as_str())));
    check("repeated deep inside", title, &lines);
    let whole = [FIRST, SECOND, THIRD].repeat(6).join(" ");
    let glued = format!("Theo đó, {whole}");
    check("all the rest is one paragraph", title, &[("lead", lead), ("body", &glued)]);
    let cut = format!("{}…", SECOND.split(", và").next().unwrap());
    check("the page's excerpt", title, &[("lead", &cut), ("body", SECOND), ("body", THIRD)]);
    check("a long report", title, &[("body", &whole), ("body", SECOND)]);
}

#[test]
fn bylines_and_sources_below_the_text() {
    for line in [
        "Trần Bình",
        "N.Linh",
        "Hương Lan (TTXVN)",
        "TTXVN/Tin Tức",
        "Theo Chinhphu.vn",
        "Nguồn: Cổng thông tin điện tử Chính phủ",
        "Bài và ảnh: VŨ CHI",
        "Nhóm PV",
        "Thu Hà (tổng hợp)",
        "PV (T/h)",
        "Theo Cổng TTĐT tỉnh Đắk Nông",
    ] {
        check(
            line,
            None,
            &[("title", "Bộ Y tế họp"), ("body", FIRST), ("body", SECOND), ("byline", line)],
        );
    }
}

#[test]
fn datelines_say_when_and_nothing_else() {
    for line in [
        "Cập nhật lúc 17:05, 03/04/2024",
        "03/04/2024",
        "Chủ nhật, ngày 7 tháng 4 năm 2024",
        "17h05 3.4.2024",
    ] {
        check(
            line,
            None,
            &[("title", "Bộ Y tế họp"), ("dateline", line), ("body", FIRST), ("body", SECOND)],
        );
    }
}

#[test]
fn captions_and_headings_between_paragraphs() {
    let cases = [
        ("caption", "Bộ trưởng Lê Văn An phát biểu tại cuộc họp"),
        ("caption", "Bộ trưởng Lê Văn An phát biểu tại cuộc họp."),
        ("caption", "Toàn cảnh cuộc họp chiều 3/4"),
        ("caption", "Người dân nhận thuốc ở trạm y tế xã. (Ảnh: Trần Bình)"),
        ("caption", "Người dân nhận thuốc ở trạm y tế xã |"),
        ("caption", "Ảnh minh họa"),
        ("heading", "Giá thuốc không được tăng"),
        ("heading", "GIÁ THUỐC KHÔNG TĂNG"),
        ("heading", "Vì sao còn thiếu thuốc?"),
        ("heading", "2. Việc của các tỉnh"),
        ("heading", "## Việc của các tỉnh"),
        ("body", "- Các tỉnh đấu thầu xong trước tháng 6"),
        ("body", "Ông nói vậy."),
        ("body", "Cụ thể như sau:"),
    ];
    for (kind, line) in cases {
        check(
            line,
            None,
            &[
                ("title", "Bộ Y tế họp"),
                ("body", FIRST),
                ("body", SECOND),
                (kind, line),
                ("body", THIRD),
            ],
        );
    }
}

#[test]
fn one_line_and_lists_are_body() {
    check("one line", None, &[("body", "Bộ Y tế họp về thuốc")]);
    check("one paragraph", None, &[("body", FIRST)]);
    check(
        "list",
        None,
        &[("body", "- Một bản đơn"), ("body", "- Hai ảnh"), ("body", "- Một bản sao")],
    );
    check("empty", None, &[]);
}

#[test]
fn what_was_glued_to_a_paragraph_is_cut_off() {
    let caption = "Bộ trưởng Lê Văn An phát biểu. Ảnh: Trần Bình/TTXVN";
    let text = format!("{FIRST} {SECOND} {SECOND} {SECOND} {caption} {THIRD} Vũ Chi");
    let layers = sections(&article(&text));
    let found: Vec<(&str, &str)> =
        layers.sections.iter().map(|s| (s.kind.as_str(), s.span.slice(&text))).collect();
    let before = format!("{FIRST} {SECOND} {SECOND} {SECOND}");
    assert_eq!(
        found,
        [("body", before.as_str()), ("caption", caption), ("body", THIRD), ("byline", "Vũ Chi")]
    );
}

/// The kinds and surfaces of an article whose paragraphs were joined: a lead, then all the rest.
fn check_glued(name: &str, pieces: &[(&str, &str)]) {
    let lead = "Thuốc phải đủ cho mọi tỉnh trước mùa hè, Bộ Y tế yêu cầu.";
    let whole = [FIRST, SECOND, THIRD].repeat(6).join(" ");
    let rest: Vec<&str> = pieces
        .iter()
        .map(|(_, text)| if text.is_empty() { whole.as_str() } else { text })
        .collect();
    let text = format!("{lead}\n{}", rest.join(" "));
    let layers =
        sections(&Article { title: Some("Bộ Y tế họp về thuốc"), ..article(&text) });
    let found: Vec<(&str, &str)> =
        layers.sections.iter().skip(1).map(|s| (s.kind.as_str(), s.span.slice(&text))).collect();
    let expected: Vec<(&str, &str)> =
        pieces.iter().zip(&rest).map(|((kind, _), text)| (*kind, *text)).collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn captions_and_headings_joined_to_a_whole_article() {
    let body = ("body", "");
    for caption in [
        "Bộ trưởng Bộ Y tế Lê Văn An.",
        "Ông Lê Văn An, Bộ trưởng Bộ Y tế.",
        "Bộ trưởng Lê Văn An phát biểu tại cuộc họp.",
        "Người dân xã Bình Minh nhận thuốc. Ảnh: Trần Bình.",
        "Người dân xã Bình Minh nhận thuốc. Ảnh: Trần Bình/TTXVN",
        "Người dân xã Bình Minh nhận thuốc. (nguồn: TTXVN)",
    ] {
        check_glued(caption, &[("caption", caption), body]);
    }
    for (caption, rest) in [
        ("Người dân nhận thuốc. Ảnh: Trần Bình", "Theo báo cáo, 40 tỉnh đã mua đủ thuốc."),
        ("Người dân nhận thuốc. Ảnh: Trần Bình", "Thuốc cho mùa hè đã đủ."),
        ("Người dân nhận thuốc. Ảnh: Internet", "Phó Thủ tướng yêu cầu các tỉnh mua đủ thuốc."),
        ("Người dân nhận thuốc (Ảnh: Trần Bình)", "Bộ Y tế ngày 4/4 ra thông cáo về thuốc."),
    ] {
        let first = [FIRST, SECOND, THIRD].repeat(6).join(" ");
        let rest = format!("{rest} {first}");
        check_glued(caption, &[("caption", caption), ("body", &rest)]);
    }
    let rest = format!("Theo báo cáo, {}", [FIRST, SECOND, THIRD].repeat(6).join(" "));
    check_glued("a heading", &[("heading", "Giá thuốc không được tăng"), ("body", &rest)]);
    check_glued(
        "a caption without its mark",
        &[("caption", "Người dân xã Bình Minh nhận thuốc"), ("body", &rest)],
    );
    check_glued(
        "no border",
        &[("body", &format!("Kết luận thanh tra vụ Đồng Tâm cho biết, {rest}"))],
    );
}

#[test]
fn lines_under_pictures_are_told_by_their_grammar() {
    for (kind, line) in [
        ("caption", "Nguyên Bộ trưởng Bộ Y tế Lê Văn An."),
        ("caption", "Ông Lê Văn An (bên trái) và ông Trần Bình."),
        ("caption", "Chủ tịch nước Lê Văn An bắt tay các đại biểu."),
        ("body", "Ông Lê Văn An đã nghỉ hưu."),
        ("body", "Ngày 4/4, ông Lê Văn An thăm Huế."),
    ] {
        check(
            line,
            None,
            &[
                ("title", "Bộ Y tế họp"),
                ("body", FIRST),
                ("body", SECOND),
                (kind, line),
                ("body", THIRD),
            ],
        );
    }
}

#[test]
fn links_to_other_articles_are_the_pages() {
    let link = "Thuốc về đến đảo xa sau bão số 3 TTO - Sáng 4/4, một chuyến tàu chở thuốc đã đến đảo, sau ba ngày bị bão giữ lại ở cảng.";
    for line in [link, "Xem thêm ảnh cuộc họp", ">> Vì sao thuốc thiếu ở miền núi?"]
    {
        check(
            line,
            None,
            &[("title", "Bộ Y tế họp"), ("body", FIRST), ("body", SECOND), ("boilerplate", line)],
        );
    }
}

#[test]
fn a_time_stamp_under_the_title_is_the_dateline() {
    let text = format!("Bộ Y tế họp\nThứ Tư, 03/04/2024 | 17:05\n{FIRST}\n{SECOND}");
    let start = text.find("Thứ Tư").unwrap() as u32;
    let hints = [BlockHint {
        span: NormSpan::new(start, start + "Thứ Tư, 03/04/2024 | 17:05".len() as u32),
        kind: SectionKind::Boilerplate,
    }];
    let layers = sections(&Article { hints: &hints, ..article(&text) });
    let kinds: Vec<&str> = layers.sections.iter().map(|s| s.kind.as_str()).collect();
    assert_eq!(kinds, ["title", "dateline", "body", "body"]);
}

#[test]
fn the_reader_of_a_page_knows_better_but_body_says_little() {
    let text = format!("Bộ Y tế họp\n{FIRST}\nNgười dân nhận thuốc\n{SECOND}\nVũ Chi");
    let hint = |part: &str, kind| {
        let start = text.find(part).unwrap() as u32;
        BlockHint { span: NormSpan::new(start, start + part.len() as u32), kind }
    };
    let hints = [
        hint("Bộ Y tế họp", SectionKind::Heading),
        hint("Người dân nhận thuốc", SectionKind::Caption),
        hint("Vũ Chi", SectionKind::Body),
    ];
    let layers = sections(&Article { hints: &hints, ..article(&text) });
    let kinds: Vec<&str> = layers.sections.iter().map(|s| s.kind.as_str()).collect();
    assert_eq!(kinds, ["heading", "body", "caption", "body", "byline"]);
}
