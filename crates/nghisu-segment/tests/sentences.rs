//! Sentences: one row for each way a full stop can mislead.

use nghisu_document::layers::{Article, Layers, Shape, Stage, Vocabulary};
use nghisu_segment::{Sectioner, SentenceSplitter, Tokenizer};
use std::sync::Arc;

fn layers(text: &str) -> Layers {
    let mut layers = Layers::default();
    let mut vocabulary = Vocabulary::default();
    let sectioner = Sectioner::new(&mut vocabulary);
    let article = Article { text, title: None, url: None, published: None, hints: &[] };
    Tokenizer::new(Arc::new(vocabulary)).run(&article, &mut layers, &mut Default::default());
    sectioner.run(&article, &mut layers, &mut Default::default());
    SentenceSplitter.run(&article, &mut layers, &mut ());
    layers
}

#[test]
fn ends_of_sentences() {
    // (name, sentences joined by `¦`)
    let cases = [
        ("plain", "Hội nghị bàn hai việc. ¦Một là vốn."),
        ("before a digit", "Tỉnh đã có kế hoạch. ¦52/63 tỉnh đã làm."),
        ("before a quotation", "Ông nói tiếp. ¦\"Việc này khó\", ông nói."),
        ("lower case goes on", "Sở Y tế. v.v. và các cơ quan"),
        ("city", "Họp tại TP. Đà Nẵng. ¦Có 3 đoàn."),
        ("city without a space", "Họp tại Tp.HCM và TP.Huế hôm qua"),
        ("degrees", "Có GS.TS. Lê Văn An, Th.S Trần Bình và ThS. Vũ Chi. ¦Họp kín."),
        ("initials", "Ảnh của N. Linh, Q.Hùng. ¦Tin khác."),
        ("numeral at the end", "Kết quả quý I. ¦Các đơn vị đã nộp."),
        ("item of a list", "1. Các bộ báo cáo. ¦Sau đó họp."),
        ("lettered item", "a. Các bộ báo cáo"),
        ("article of a law", "Điều 5. Phạm vi áp dụng"),
        (
            "number before a stop in running text",
            "Kế hoạch đó làm từ năm 2021. ¦Theo đó, vốn tăng.",
        ),
        ("ellipsis and capital", "Nhanh, mạnh, bền vững... ¦Người dân vui."),
        ("ellipsis and lower case", "Nhanh, mạnh... và bền vững"),
        ("question in quotation", "\"Vì sao chậm?\". ¦Không ai đáp."),
        ("question, comma", "\"Vì sao chậm?\", ông hỏi"),
        ("quotation of two sentences", "\"Việc này khó. ¦Phải làm ngay\", ông nói."),
        ("stop inside quotation", "\"Việc này khó.\" ¦Ông nói vậy."),
        ("stop in brackets", "Ông đã đi (theo báo.) ¦Hôm nay về."),
        ("credit in brackets", "Quang cảnh hội nghị. (Ảnh: An Bình)"),
        ("end of report", "Mở rộng dần./. ¦An Bình"),
        ("missing space", "Không làm được.Ông nói vậy."),
        ("semicolon and colon", "Gồm: Vốn; Đất; Người"),
        ("hosts", "Theo Chinhphu.vn thì đúng. ¦Xem baochinhphu.vn. ¦Hết."),
        ("stray stop", "Họp tại Hà Nội. . ¦Có 3 đoàn."),
        ("item inside a line", "Có hai việc. ¦- Việc thứ nhất."),
        ("two marks", "Sao lại thế?! ¦Không ai rõ."),
    ];
    for (name, marked) in cases {
        let marked = marked.replace("được.Ông", "được.¦Ông");
        let text = marked.replace('¦', "");
        let found = layers(&text);
        let found: Vec<&str> = found.sentences.iter().map(|s| s.span.slice(&text)).collect();
        let expected: Vec<&str> = marked.split('¦').map(str::trim).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn a_line_break_ends_a_sentence_unless_the_line_was_wrapped() {
    let text = "Sở Tài chính đã gửi\nbáo cáo về\nquý II.\nSở Y tế\n\na) chưa gửi\nb) đã gửi";
    let found = layers(text);
    let found: Vec<&str> = found.sentences.iter().map(|s| s.span.slice(text)).collect();
    assert_eq!(
        found,
        ["Sở Tài chính đã gửi\nbáo cáo về\nquý II.", "Sở Y tế", "a) chưa gửi", "b) đã gửi"]
    );
}

#[test]
fn the_word_that_begins_a_sentence_is_marked() {
    let text = "\"Bộ đã họp. 2. Tỉnh đã họp";
    let found = layers(text);
    let marked: Vec<&str> = found
        .tokens
        .iter()
        .filter(|t| t.shape.contains(Shape::SENTENCE_START))
        .map(|t| t.span.slice(text))
        .collect();
    assert_eq!(marked, ["\"", "Bộ", "2", ".", "Tỉnh"]);
}
