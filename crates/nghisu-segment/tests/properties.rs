//! What holds for every text.

use nghisu_document::layers::{
    Article, BlockHint, LayerSet, Layers, SectionKind, Stage, Vocabulary,
};
use nghisu_segment::{Sectioner, SentenceSplitter, Tokenizer};
use nghisu_text::NormSpan;
use proptest::prelude::*;
use std::sync::{Arc, OnceLock};

fn stages() -> &'static (Tokenizer, Sectioner) {
    static STAGES: OnceLock<(Tokenizer, Sectioner)> = OnceLock::new();
    STAGES.get_or_init(|| {
        let mut vocabulary = Vocabulary::default();
        let sectioner = Sectioner::new(&mut vocabulary);
        (Tokenizer::new(Arc::new(vocabulary)), sectioner)
    })
}

fn segment(text: &str, title: Option<&str>, hints: &[BlockHint]) -> Layers {
    let (tokenizer, sectioner) = stages();
    let article = Article { text, title, url: None, published: None, hints };
    let mut layers = Layers::default();
    tokenizer.run(&article, &mut layers, &mut Default::default());
    sectioner.run(&article, &mut layers, &mut Default::default());
    SentenceSplitter.run(&article, &mut layers, &mut ());
    layers
}

/// Every character that is not white space lies in exactly one of the spans, which are in order.
fn covered_once(text: &str, spans: impl Iterator<Item = NormSpan>) -> Result<(), TestCaseError> {
    let mut at = 0;
    for span in spans {
        let (start, end) = (span.start() as usize, span.end() as usize);
        let gap = text.get(at..start);
        prop_assert!(gap.is_some_and(|g| g.trim().is_empty()), "{span:?} after {at}");
        let inside = text.get(start..end);
        prop_assert!(inside.is_some_and(|s| !s.is_empty() && s.trim() == s), "{span:?}");
        at = end;
    }
    prop_assert!(text.get(at..).is_some_and(|g| g.trim().is_empty()), "after {at}");
    Ok(())
}

fn check(text: &str, title: Option<&str>, hints: &[BlockHint]) -> Result<(), TestCaseError> {
    let layers = segment(text, title, hints);
    covered_once(text, layers.tokens.iter().map(|t| t.span))?;
    covered_once(text, layers.sentences.iter().map(|s| s.span))?;
    covered_once(text, layers.sections.iter().map(|s| s.span))?;
    let mut next = 0;
    for sentence in &layers.sentences {
        prop_assert_eq!(sentence.tokens.start, next);
        prop_assert_eq!(layers.span_of(sentence.tokens), Some(sentence.span));
        let section = layers.sections.get(sentence.section as usize);
        prop_assert!(section.is_some_and(|s| s.span.contains(sentence.span)));
        next = sentence.tokens.end;
    }
    prop_assert_eq!(next as usize, layers.tokens.len());
    let again = segment(text, title, hints);
    prop_assert_eq!(&layers.tokens, &again.tokens);
    prop_assert_eq!(&layers.sections, &again.sections);
    prop_assert_eq!(&layers.sentences, &again.sentences);
    Ok(())
}

/// Text made of what the rules look at, so that they meet in every order.
fn news() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "Hội nghị",
        "ông",
        "Lê Văn An",
        "tại",
        "TP",
        "PGS",
        "TTg",
        "4G",
        "km2",
        "19",
        "7,5",
        "2024",
        ".",
        "...",
        "?",
        "!",
        ",",
        ":",
        ";",
        "/",
        "-",
        "./.",
        "\"",
        "'",
        "(",
        ")",
        "“",
        "”",
        "|",
        "%",
        "&",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\t",
        "\u{a0}",
        "\u{200b}",
        "Ảnh",
        "ảnh:",
        "Nguồn",
        "Theo",
        "Print",
        "Tin liên quan",
        "Đọc thêm",
        "Thứ Hai",
        "13:42",
        "Chinhphu.vn",
        "a@b.vn",
        "http://",
        "北京",
        "🙂",
        "\u{301}",
        "²",
        "v.v",
        "1.",
        "a)",
        "I",
        "Quang cảnh",
        "Cập nhật",
        "# ",
        "----",
    ]);
    prop::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn arbitrary_text_is_covered_once(text in any::<String>()) {
        check(&text, None, &[])?;
    }

    #[test]
    fn news_is_covered_once(text in news(), title in prop::option::of(news())) {
        check(&text, title.as_deref(), &[])?;
    }

    #[test]
    fn hints_never_break_the_cover(text in news(), borders in prop::collection::vec((0u32..300, 0u32..300), 0..6), sorted in any::<bool>()) {
        let mut hints: Vec<BlockHint> = borders
            .into_iter()
            .zip([SectionKind::Heading, SectionKind::Body, SectionKind::Caption].into_iter().cycle())
            .map(|((a, b), kind)| BlockHint { span: NormSpan::new(a.min(b), a.max(b)), kind })
            .collect();
        if sorted {
            hints.sort_by_key(|h| h.span);
        }
        check(&text, None, &hints)?;
    }
}

#[test]
fn the_order_of_the_stages_is_declared() {
    assert!(Tokenizer::WRITES.contains(Sectioner::READS));
    let before = Tokenizer::WRITES | Sectioner::WRITES;
    assert!(before.contains(SentenceSplitter::READS));
    assert_eq!(
        before | SentenceSplitter::WRITES,
        LayerSet::TOKENS | LayerSet::SECTIONS | LayerSet::SENTENCES
    );
}
