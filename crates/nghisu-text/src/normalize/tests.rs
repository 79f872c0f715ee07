use super::{Buffer, Lossless, Lossy, Normalizer, NormalizerBuilder, ToneMarks};
use crate::{NormSpan, OrigSpan, ToneStyle};
use proptest::prelude::*;

fn normalize(text: &str) -> String {
    Normalizer::default().normalize(text, &mut Buffer::new()).unwrap().text.to_owned()
}

#[test]
fn named_cases() {
    let cases = [
        ("nothing", "Bộ trưởng Đặng nói: không.\n", "Bộ trưởng Đặng nói: không.\n"),
        ("empty", "", ""),
        ("decomposed", "Vie\u{302}\u{323}t", "Việt"),
        ("decomposed, dot first", "Vie\u{323}\u{302}t", "Việt"),
        ("half composed", "Vi\u{EA}\u{323}t", "Việt"),
        ("horn", "Thu\u{31B}\u{301}", "Thứ"),
        ("tone before circumflex", "e\u{301}\u{302}", "ế"),
        ("composed tone before breve", "á\u{306}n", "ắn"),
        ("mark across a zero-width space", "a\u{200B}\u{300}", "à"),
        ("mark at the start", "\u{301}a", "\u{301}a"),
        ("mark after a deletion at the start", "\u{FEFF}\u{301}a", "\u{301}a"),
        ("deprecated mark", "a\u{340}", "à"),
        ("no-break space with a mark", "\u{A0}\u{301}", " \u{301}"),
        ("quotes", "“a” ‘b’ «c»", "\"a\" 'b' \"c\""),
        ("dashes", "a – b — c − d", "a - b - c - d"),
        ("ellipsis", "vân vân…", "vân vân..."),
        ("invisible", "tỉnh\u{200B}Bình\u{AD} Định\u{FEFF}", "tỉnhBình Định"),
        ("spaces", "10\u{A0}tỷ\u{202F}đồng\t\u{3000}x", "10 tỷ đồng  x"),
        ("a numeral sign is no Latin letter", "C\u{455}\u{374}", "C\u{455}\u{2B9}"),
        ("line ends", "a\r\nb\rc\u{2028}d\u{B}e", "a\nb\nc\nd\ne"),
        ("carriage return and a zero-width space", "a\r\u{200B}\nb", "a\n\nb"),
        ("other scripts", "中文 हिन्दी ไทย 😀", "中文 हिन्दी ไทย 😀"),
        ("conjoining jamo", "\u{1112}\u{1161}\u{11AB}", "한"),
        ("canonical singleton", "\u{212B}", "Å"),
        ("doubled tone", "gia\u{301}\u{301}", "giá"),
        ("doubled tone on a composed letter", "giá\u{301}", "giá"),
        ("doubled circumflex before a tone", "ê\u{302}\u{301}", "ế"),
        ("doubled foreign mark", "a\u{308}\u{308}", "ä\u{308}"),
        ("doubled mark behind others", "ơ\u{308}\u{31B}", "ơ\u{308}"),
        ("eth", "Ðại hội, ðồng, QÐ-TTg, UBNÐ, Ɖà", "Đại hội, đồng, QĐ-TTg, UBNĐ, Đà"),
        ("Cyrillic and Greek doubles", "UВND, Τhủ tướng, bộ рhận", "UBND, Thủ tướng, bộ phận"),
        ("Cyrillic double with a mark", "Vе\u{302}\u{323}t", "Vệt"),
        ("Cyrillic words stay", "Москва и ТАСС, Ελλάδα, μm, Ωm", "Москва и ТАСС, Ελλάδα, μm, Ωm"),
        ("a word with a letter that has no double stays", "aжо", "aжо"),
        ("full-width", "ＵＢＮＤ（２０２２）", "UBND(2022)"),
        ("ligatures", "ﬁle, oﬃce", "file, office"),
        ("line-end hyphens stay", "Bà Rịa-\nVũng Tàu, vi-\nrút", "Bà Rịa-\nVũng Tàu, vi-\nrút"),
        ("misplaced marks stay", "hòan thành qúy", "hòan thành qúy"),
        ("foreign diaeresis before a tone", "a\u{308}\u{301}", "ä\u{301}"),
    ];
    for (name, text, expected) in cases {
        assert_eq!(normalize(text), expected, "{name}");
    }
}

#[test]
fn clean_text_is_borrowed_without_edits() {
    let text = "Thủ tướng Chính phủ chủ trì phiên họp thường kỳ, ngày 5/8 (25 °C).\nẢnh: TTXVN";
    let mut buffer = Buffer::new();
    let normalized = Normalizer::default().normalize(text, &mut buffer).unwrap();
    assert!(core::ptr::eq(normalized.text, text) && normalized.alignment.is_identity());
}

#[test]
fn one_normalizer_serves_many_threads() {
    fn shared<T: Send + Sync>(value: T) -> T {
        value
    }
    let normalizer = shared(Normalizer::default());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut buffer = Buffer::new();
                assert_eq!(normalizer.normalize("a\u{301}", &mut buffer).unwrap().text, "á");
            });
        }
    });
}

#[test]
fn a_buffer_forgets_the_text_before() {
    let mut buffer = Buffer::new();
    let normalizer = Normalizer::builder().with(Lossy::MisplacedMarks).build();
    for text in ["“qúy”…", "sạch", "e\u{302}", "", "“"] {
        let fresh = normalizer
            .normalize(text, &mut Buffer::new())
            .map(|normalized| (normalized.text.to_owned(), normalized.alignment.clone()));
        let reused = normalizer
            .normalize(text, &mut buffer)
            .map(|normalized| (normalized.text.to_owned(), normalized.alignment.clone()));
        assert_eq!(reused, fresh, "{text}");
    }
}

#[test]
fn a_tab_changes_the_text_and_no_offset() {
    let mut buffer = Buffer::new();
    let normalized = Normalizer::default().normalize("a\tb", &mut buffer).unwrap();
    assert_eq!(normalized.text, "a b");
    assert!(normalized.alignment.is_identity());
}

#[test]
fn each_step_can_be_left_out() {
    for (step, text) in [
        (super::Step::from(Lossless::Compose), "e\u{302}"),
        (Lossless::MarkOrder.into(), "é\u{302}"),
        (Lossless::Invisible.into(), "a\u{200B}b"),
        (Lossless::LineEnds.into(), "a\r\nb"),
        (Lossy::Spaces.into(), "a\u{A0}b"),
        (Lossy::Quotes.into(), "“a”"),
        (Lossy::Dashes.into(), "a – b"),
        (Lossy::Ellipsis.into(), "a…"),
        (Lossless::DoubledMarks.into(), "á\u{301}"),
        (Lossy::Lookalikes.into(), "ðВa"),
        (Lossy::Presentation.into(), "ﬁＡ"),
    ] {
        let mut buffer = Buffer::new();
        let without = NormalizerBuilder::default().without(step).build();
        assert_eq!(without.normalize(text, &mut buffer).unwrap().text, text, "{step:?}");
        assert_ne!(normalize(text), text, "{step:?}");
    }
}

#[test]
fn spans_of_decomposed_text_take_their_marks() {
    let original = "xa\u{303} Y\u{301} Ye\u{302}n";
    let mut buffer = Buffer::new();
    let normalized = Normalizer::default().normalize(original, &mut buffer).unwrap();
    for word in ["xã", "Ý", "Yên", "ã", "ê"] {
        let start = normalized.text.find(word).unwrap() as u32;
        let there =
            normalized.alignment.to_original(NormSpan::new(start, start + word.len() as u32));
        assert_eq!(normalize(there.slice(original)), word);
    }
}

#[test]
fn words_broken_at_line_ends() {
    let normalizer = Normalizer::builder().with(Lossy::LineEndHyphens).build();
    for (text, expected) in [
        ("vi-\nrút và vi-\r\nrút", "virút và virút"),
        ("Rịa-\nVũng, 2020-\n2025, -\na, a -\nb", "Rịa-\nVũng, 2020-\n2025, -\na, a -\nb"),
        ("nghi\u{323}-\nquyết", "nghịquyết"),
        ("a-", "a-"),
    ] {
        assert_eq!(normalizer.normalize(text, &mut Buffer::new()).unwrap().text, expected);
    }
}

fn placed(marks: ToneMarks, repair: bool, text: &str) -> String {
    let mut builder = Normalizer::builder().tone_marks(marks);
    if repair {
        builder = builder.with(Lossy::MisplacedMarks);
    }
    builder.build().normalize(text, &mut Buffer::new()).unwrap().text.to_owned()
}

#[test]
fn tone_marks_in_one_style() {
    let both = "Hòa Hoà HOÀ, thúy thuý, khỏe khoẻ; hoàn huỳnh buýt quý giá thuở; hòan gía; Hoa\u{300}, OpenÁI";
    assert_eq!(
        placed(ToneMarks::In(ToneStyle::Old), false, both),
        "Hòa Hòa HÒA, thúy thúy, khỏe khỏe; hoàn huỳnh buýt quý giá thuở; hòan gía; Hòa, OpenÁI"
    );
    assert_eq!(
        placed(ToneMarks::In(ToneStyle::New), false, both),
        "Hoà Hoà HOÀ, thuý thuý, khoẻ khoẻ; hoàn huỳnh buýt quý giá thuở; hòan gía; Hoà, OpenÁI"
    );
}

#[test]
fn misplaced_marks_are_repaired_and_nothing_else() {
    let wrong = "Hòan thành qúy I: gía, thừơng, ngừơi, QỦA, hoà hòa; Garcìa";
    assert_eq!(
        placed(ToneMarks::Keep, true, wrong),
        "Hoàn thành quý I: giá, thường, người, QUẢ, hoà hòa; Garcìa"
    );
}

#[test]
fn moved_marks_keep_the_way_back() {
    let original = "“Hoa\u{300}” bi\u{300}nh, qu\u{309}a";
    let normalizer = Normalizer::builder()
        .tone_marks(ToneMarks::In(ToneStyle::Old))
        .with(Lossy::MisplacedMarks)
        .build();
    let mut buffer = Buffer::new();
    let normalized = normalizer.normalize(original, &mut buffer).unwrap();
    assert_eq!(normalized.text, "\"Hòa\" bình, quả");
    for (here, there) in [
        ("Hòa", "Hoa\u{300}"),
        ("òa", "oa\u{300}"),
        ("ò", "oa\u{300}"),
        ("bình", "bi\u{300}nh"),
        ("quả", "qu\u{309}a"),
        ("q", "q"),
    ] {
        let start = normalized.text.find(here).unwrap() as u32;
        let span =
            normalized.alignment.to_original(NormSpan::new(start, start + here.len() as u32));
        assert_eq!(span.slice(original), there, "{here}");
    }
}

/// Text that is rich in what normalization touches.
fn touchy() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[aAeiouyăâêôơưđ bcnt]",
        3 => proptest::sample::select(vec!['\u{300}', '\u{301}', '\u{302}', '\u{303}', '\u{306}', '\u{309}', '\u{31B}', '\u{323}', '\u{327}', '\u{308}', '\u{338}']).prop_map(String::from),
        2 => proptest::sample::select(vec!["\u{200B}", "\u{AD}", "\u{FEFF}", "\r", "\n", "\r\n", "\t", "\u{A0}", "…", "“", "»", "–", "ế", "ạ", "ó", "<"]).prop_map(String::from),
        1 => proptest::sample::select(vec!["\u{1100}", "\u{1161}", "\u{11A8}", "\u{9C7}", "\u{9BE}", "\u{F71}", "\u{F73}", "\u{1D157}\u{1D165}", "\u{110B9}", "\u{110BA}", "\u{344}"]).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Words whose normal form hangs on more than a cluster: mixed scripts, tone marks to move.
fn wordy() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(vec!["hoà", "hòan", "qúy", "thuý", "gía", "Uỷ", "oa\u{300}", "ho", "a", "ng", " ", "-\n"]).prop_map(String::from),
        2 => proptest::sample::select(vec!["а", "В", "Ο", "ж", "\u{301}", "\u{306}", "\u{200B}", "ð", "ﬁ", "Ａ", "“", "…", "\u{2126}", "\u{AD}"]).prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

fn everything() -> [Normalizer; 3] {
    let repairing = Normalizer::builder().with(Lossy::MisplacedMarks);
    [
        repairing.clone().build(),
        repairing.clone().tone_marks(ToneMarks::In(ToneStyle::New)).build(),
        repairing.tone_marks(ToneMarks::In(ToneStyle::Old)).build(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn idempotent(text in touchy()) {
        let once = normalize(&text);
        prop_assert_eq!(normalize(&once), once);
    }

    #[test]
    fn composition_alone_is_unicode_nfc(text in touchy()) {
        let mut buffer = Buffer::new();
        let ours = NormalizerBuilder::nfc().build();
        let theirs = icu_normalizer::ComposingNormalizerBorrowed::new_nfc();
        prop_assert_eq!(ours.normalize(&text, &mut buffer).unwrap().text, theirs.normalize(&text));
    }

    /// Every edit says the truth: the text between edits is equal (but for one-to-one changes), and the original of any span
    /// normalizes to what contains the span.
    #[test]
    fn alignment_is_exact_both_ways(text in touchy()) {
        let mut buffer = Buffer::new();
        let normalized = Normalizer::default().normalize(&text, &mut buffer).unwrap();
        let (mut norm_at, mut orig_at) = (0, 0);
        let sentinel = crate::Edit { norm_start: normalized.text.len() as u32, orig_start: text.len() as u32, norm_len: 0, orig_len: 0 };
        for edit in normalized.alignment.edits().iter().chain([&sentinel]) {
            let kept = NormSpan::new(norm_at, edit.norm_start);
            let there = OrigSpan::new(orig_at, edit.orig_start);
            prop_assert_eq!(kept.len(), there.len());
            prop_assert_eq!(kept.slice(normalized.text).chars().map(char::len_utf8).collect::<Vec<_>>(), there.slice(&text).chars().map(char::len_utf8).collect::<Vec<_>>());
            prop_assert_eq!(normalize(there.slice(&text)), kept.slice(normalized.text));
            let changed = OrigSpan::new(edit.orig_start, edit.orig_start + edit.orig_len);
            prop_assert_eq!(normalize(changed.slice(&text)), NormSpan::new(edit.norm_start, edit.norm_start + edit.norm_len).slice(normalized.text));
            norm_at = edit.norm_start + edit.norm_len;
            orig_at = edit.orig_start + edit.orig_len;
        }
        let borders: Vec<u32> = normalized.text.char_indices().map(|(at, _)| at as u32).chain([normalized.text.len() as u32]).collect();
        for (index, start) in borders.iter().enumerate() {
            for end in borders.iter().skip(index + 1) {
                let span = NormSpan::new(*start, *end);
                let there = normalized.alignment.to_original(span);
                prop_assert!(!there.slice(&text).is_empty());
                prop_assert!(normalized.alignment.to_normalized(there).contains(span));
                prop_assert_eq!(normalized.alignment.to_original(normalized.alignment.to_normalized(there)), there);
            }
        }
        let borders: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
        for (index, start) in borders.iter().enumerate() {
            for end in borders.iter().skip(index) {
                let here = normalized.alignment.to_normalized(OrigSpan::new(*start, *end));
                prop_assert!(normalized.text.is_char_boundary(here.start() as usize) && normalized.text.is_char_boundary(here.end() as usize));
            }
        }
    }

    #[test]
    fn steps_on_words_are_idempotent_and_aligned(text in prop_oneof![wordy(), touchy()]) {
        for normalizer in everything() {
            let mut buffer = Buffer::new();
            let normalized = normalizer.normalize(&text, &mut buffer).unwrap();
            let once = normalized.text.to_owned();
            let borders: Vec<u32> = once.char_indices().map(|(at, _)| at as u32).chain([once.len() as u32]).collect();
            for (index, start) in borders.iter().enumerate() {
                for end in borders.iter().skip(index + 1) {
                    let span = NormSpan::new(*start, *end);
                    let there = normalized.alignment.to_original(span);
                    prop_assert!(!there.slice(&text).is_empty());
                    prop_assert!(normalized.alignment.to_normalized(there).contains(span));
                }
            }
            let mut again = Buffer::new();
            prop_assert_eq!(normalizer.normalize(&once, &mut again).unwrap().text, &once);
        }
    }

    /// Text between edits has the same lengths on both sides, and both ends meet.
    #[test]
    fn edits_account_for_every_byte(text in prop_oneof![wordy(), touchy()]) {
        for normalizer in everything() {
            let mut buffer = Buffer::new();
            let normalized = normalizer.normalize(&text, &mut buffer).unwrap();
            let (mut norm_at, mut orig_at) = (0, 0);
            for edit in normalized.alignment.edits() {
                prop_assert_eq!(edit.norm_start.checked_sub(norm_at), edit.orig_start.checked_sub(orig_at));
                norm_at = edit.norm_start + edit.norm_len;
                orig_at = edit.orig_start + edit.orig_len;
            }
            prop_assert_eq!(normalized.text.len() as u32 - norm_at, text.len() as u32 - orig_at);
        }
    }
}
