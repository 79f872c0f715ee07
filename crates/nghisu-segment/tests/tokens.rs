//! Tokens as recognizers will meet them.

use nghisu_document::layers::{Article, Layers, Shape, Stage, Token, Vocabulary};
use nghisu_segment::{Tokenizer, cut};
use std::sync::Arc;

fn article(text: &str) -> Article<'_> {
    Article { text, title: None, url: None, published: None, hints: &[] }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut layers = Layers::default();
    Tokenizer::new(Arc::new(Vocabulary::default())).run(
        &article(text),
        &mut layers,
        &mut Default::default(),
    );
    layers.tokens
}

fn surfaces(text: &str) -> Vec<&str> {
    tokens(text).iter().map(|t| t.span.slice(text)).collect()
}

#[test]
fn cut_as_documented() {
    // (name, text, its tokens with `_` between)
    let cases = [
        ("thousands", "có 40.590 tổ", "có_40.590_tổ"),
        ("decimals", "đạt 71,79%", "đạt_71,79_%"),
        ("dotted date", "ngày 19.7.2024.", "ngày_19.7.2024_."),
        ("slashed date", "19/7/2024", "19_/_7_/_2024"),
        ("ratio", "63/63 địa phương", "63_/_63_địa_phương"),
        ("ministry", "Bộ TT&TT", "Bộ_TT_&_TT"),
        ("document number", "942/QĐ-TTg", "942_/_QĐ_-_TTg"),
        ("document number with year", "46/2026/NĐ-CP", "46_/_2026_/_NĐ_-_CP"),
        ("range", "2021-2025", "2021_-_2025"),
        ("clock with a colon", "13:42", "13_:_42"),
        ("clock with a letter", "8h30, 7g15", "8_h_30_,_7_g_15"),
        ("unit after a number", "20km và 98.366m2", "20_km_và_98.366_m2"),
        ("unit with a raised digit", "3 m²", "3_m²"),
        ("generation of a network", "mạng 4G, 5G", "mạng_4G_,_5G"),
        ("unit of two capitals", "16GB", "16_GB"),
        ("code of letters and digits", "U23 QL1A H5N1 KH2021", "U23_QL1A_H5N1_KH2021"),
        ("space missing before digits", "năm2023 Điều5", "năm_2023_Điều_5"),
        ("space missing after a stop", "hành động.Hành", "hành_động_._Hành"),
        ("abbreviated city", "TP.HCM", "TP_._HCM"),
        ("degrees", "PGS.TS. Lê", "PGS_._TS_._Lê"),
        ("ellipsis", "doanh nghiệp... và", "doanh_nghiệp_..._và"),
        ("end of report", "mạnh mẽ./.", "mạnh_mẽ_._/_."),
        ("rule across the page", "-----", "-----"),
        ("two hyphens", "a -- b", "a_-_-_b"),
        ("host name", "Theo Chinhphu.vn, ngày", "Theo_Chinhphu.vn_,_ngày"),
        ("host name that begins with digits", "24h.com.vn", "24h.com.vn"),
        ("mail address", "gửi van.thu@mard.gov.vn .", "gửi_van.thu@mard.gov.vn_."),
        ("address in brackets", "(http://mic.gov.vn/a?b=1)", "(_http://mic.gov.vn/a?b=1_)"),
        ("name with an apostrophe", "người H'Mông ở Cư M'gar", "người_H'Mông_ở_Cư_M'gar"),
        ("quotation in apostrophes", "'Nâng cao'", "'_Nâng_cao_'"),
        ("slash between words", "TTXVN/Tin Tức", "TTXVN_/_Tin_Tức"),
        ("decomposed letters", "Vie\u{323}\u{302}t Nam", "Vie\u{323}\u{302}t_Nam"),
        ("other scripts", "Москва 北京", "Москва_北_京"),
        ("money", "$5 5€", "$_5_5_€"),
        ("temperature", "38°C", "38_°_C"),
    ];
    for (name, text, expected) in cases {
        assert_eq!(surfaces(text).join("_"), expected, "{name}");
    }
}

#[test]
fn spaces_and_lines_are_marked() {
    let found = tokens("Bộ TT&TT\nvà");
    let spaced: Vec<bool> = found.iter().map(|t| t.shape.contains(Shape::SPACE_BEFORE)).collect();
    let lines: Vec<bool> = found.iter().map(|t| t.shape.contains(Shape::LINE_START)).collect();
    assert_eq!(spaced, [true, true, false, false, true]);
    assert_eq!(lines, [true, false, false, false, true]);
}

#[test]
fn a_name_and_an_article_are_cut_to_the_same_numbers() {
    let mut vocabulary = Vocabulary::default();
    let mut name = Vec::new();
    cut("Ủy ban nhân dân", &mut vocabulary, &mut name);
    let mut layers = Layers::default();
    // The other tone style, other case.
    Tokenizer::new(Arc::new(vocabulary)).run(
        &article("UỶ BAN NHÂN DÂN"),
        &mut layers,
        &mut Default::default(),
    );
    let ids = |tokens: &[Token]| tokens.iter().map(|t| (t.word, t.bare)).collect::<Vec<_>>();
    assert_eq!(ids(&name), ids(&layers.tokens));
}

#[test]
fn unknown_words_are_numbered_anew_in_every_article() {
    let mut vocabulary = Vocabulary::default();
    vocabulary.add("tỉnh");
    let known = vocabulary.len() as u32;
    let tokenizer = Tokenizer::new(Arc::new(vocabulary));
    let (mut layers, mut scratch) = (Layers::default(), Default::default());
    let mut words = |text: &str| {
        tokenizer.run(&article(text), &mut layers, &mut scratch);
        layers.tokens.iter().map(|t| (t.word.0, t.bare.0)).collect::<Vec<_>>()
    };
    let first = words("tỉnh Xiêm Xiem Xiêm");
    assert_eq!(first, [(0, 1), (known, known + 1), (known + 1, known + 1), (known, known + 1)]);
    // The cache of the first article must not leak its numbers into the second.
    assert_eq!(words("Xiem Xiêm tỉnh"), [(known, known), (known + 1, known), (0, 1)]);
}

#[test]
fn scratch_memory_moves_between_vocabularies() {
    let mut small = Vocabulary::default();
    small.add("bộ");
    let mut large = Vocabulary::default();
    large.add("tỉnh");
    large.add("bộ");
    let (mut layers, mut scratch) = (Layers::default(), Default::default());
    for vocabulary in [small, large] {
        let expected = vocabulary.get("bộ");
        Tokenizer::new(Arc::new(vocabulary)).run(&article("Bộ"), &mut layers, &mut scratch);
        assert_eq!(layers.tokens.first().map(|t| t.word), expected);
    }
}
