//! Normalization is idempotent, its alignment exact, and what hangs on it does not panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nghisu_text::{
    Buffer, Lossy, NormSpan, Normalizer, NormalizerBuilder, OrigSpan, Sweep, ToneMarks, ToneStyle, fold, fold_aligned, is_syllable,
    title_case, word_key,
};

fn check(normalizer: &Normalizer, text: &str) {
    let (mut first, mut second) = (Buffer::new(), Buffer::new());
    let once = normalizer.normalize(text, &mut first).unwrap();
    let twice = normalizer.normalize(once.text, &mut second).unwrap();
    assert_eq!(once.text, twice.text);
    let (mut norm_at, mut orig_at) = (0, 0);
    for edit in once.alignment.edits() {
        assert_eq!(edit.norm_start - norm_at, edit.orig_start - orig_at);
        (norm_at, orig_at) = (edit.norm_start + edit.norm_len, edit.orig_start + edit.orig_len);
    }
    assert_eq!(once.text.len() as u32 - norm_at, text.len() as u32 - orig_at);
    let mut previous = 0;
    for (at, letter) in once.text.char_indices() {
        let span = NormSpan::new(at as u32, (at + letter.len_utf8()) as u32);
        let there = once.alignment.to_original(span);
        assert!(!there.slice(text).is_empty() && there.start() >= previous);
        assert!(once.alignment.to_normalized(there).contains(span));
        previous = there.start();
    }
    for (at, letter) in text.char_indices() {
        let here = once.alignment.to_normalized(OrigSpan::new(at as u32, (at + letter.len_utf8()) as u32));
        assert!(here.is_empty() || !here.slice(once.text).is_empty());
    }
}

fuzz_target!(|text: &str| {
    let with_repair = Normalizer::builder().with(Lossy::MisplacedMarks);
    for normalizer in [
        Normalizer::default(),
        NormalizerBuilder::nfc().build(),
        with_repair.clone().build(),
        with_repair.clone().tone_marks(ToneMarks::In(ToneStyle::New)).build(),
        with_repair.tone_marks(ToneMarks::In(ToneStyle::Old)).build(),
    ] {
        check(&normalizer, text);
    }
    let (mut out, mut again) = (String::new(), String::new());
    word_key(text, &mut out);
    word_key(&out, &mut again);
    assert_eq!(out, again);
    fold(text, &mut out);
    assert_eq!(fold_aligned(text, &mut Buffer::new()).unwrap().text, out);
    fold(&out, &mut again);
    assert_eq!(out, again);
    title_case(text, &mut out);
    assert!(!is_syllable(text) || text.chars().count() <= 7);
    assert_eq!(Sweep::new(text).utf16(text.len()), text.encode_utf16().count());
});
