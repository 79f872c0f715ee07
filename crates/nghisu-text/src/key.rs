//! The forms by which words are looked up.

use crate::casing::push_lower;
use crate::error::TextError;
use crate::letter::{Tone, Vowel};
use crate::nfc;
use crate::normalize::{Buffer, Normalized, within_limit};
use crate::syllable::{Syllable, ToneStyle, move_of_mark, next_letters};
use icu_normalizer::properties::{CanonicalDecompositionBorrowed, Decomposed};

/// Writes the form that the vocabulary is keyed by: lower-cased, NFC, each syllable's tone mark where [`ToneStyle::Old`] puts it.
///
/// A misplaced mark is put right too (`hòan` has the key `hoàn`), since it cannot be another word. What is no Vietnamese
/// syllable is only lower-cased. `into` is cleared first; text in NFC costs no allocation once `into` has room.
///
/// ```
/// let mut key = String::new();
/// nghisu_text::word_key("Uỷ", &mut key);
/// assert_eq!(key, "ủy");
/// ```
pub fn word_key(word: &str, into: &mut String) {
    into.clear();
    push_word_key(word, into);
}

/// Appends the [`word_key`] of a word to a text of such keys.
pub fn push_word_key(word: &str, into: &mut String) {
    if word.is_ascii() {
        let start = into.len();
        into.push_str(word);
        if let Some(word) = into.get_mut(start..) {
            word.make_ascii_lowercase();
        }
        return;
    }
    // Letters of other languages, marks, and what lower case makes of them may not be in NFC.
    let mut composed = true;
    // Before a consonant a tone mark always stands right, and it moves only between vowel letters.
    let (mut vowels, mut after_tone, mut doubtful) = (0_u32, false, false);
    for letter in word.chars() {
        match Vowel::of(letter) {
            Some(vowel) => {
                vowels += 1;
                doubtful |= after_tone;
                after_tone = vowel.tone() != Tone::Ngang;
                into.push(vowel.lower().letter());
            }
            None => {
                doubtful |= after_tone && !letter.is_ascii_alphabetic();
                after_tone = false;
                composed &= letter.is_ascii() || matches!(letter, 'đ' | 'Đ');
                push_lower(letter, into);
            }
        }
    }
    if !composed {
        nfc::compose(into);
    }
    if ((doubtful || after_tone) && vowels > 1) || !composed {
        settle_tones(into);
    }
}

/// Rewrites each syllable of lower-case `text` in the old style.
fn settle_tones(text: &mut String) {
    let mut at = 0;
    while let Some((start, end)) = next_letters(text, at) {
        at = end;
        let letters = text.get(start..end).unwrap_or_default();
        if move_of_mark(letters, ToneStyle::Old, true).is_none() {
            continue;
        }
        let Some(syllable) = Syllable::parse_misplaced(letters) else { continue };
        let written = syllable.written(ToneStyle::Old);
        text.replace_range(start..end, written.as_str());
        at = start + written.as_str().len();
    }
}

/// Writes `text` lower-cased and without diacritics, `đ` as `d`: the form that a careless typist writes. `into` is cleared first.
///
/// Works on composed and decomposed text alike. Latin letters of other languages lose their marks too; other scripts keep theirs.
///
/// ```
/// let mut folded = String::new();
/// nghisu_text::fold("Đồng Tháp, Curaçao", &mut folded);
/// assert_eq!(folded, "dong thap, curacao");
/// ```
pub fn fold(text: &str, into: &mut String) {
    into.clear();
    if text.is_ascii() {
        into.push_str(text);
        into.make_ascii_lowercase();
        return;
    }
    for letter in text.chars() {
        fold_letter(letter, into);
    }
}

/// Like [`fold`], keeping the way back: a span of the folded text covers each letter with its marks.
///
/// ```
/// use nghisu_text::{Buffer, NormSpan, fold_aligned};
///
/// let original = "Đo\u{302}\u{300}ng Tháp";
/// let mut buffer = Buffer::new();
/// let folded = fold_aligned(original, &mut buffer)?;
/// assert_eq!(folded.text, "dong thap");
/// assert_eq!(folded.alignment.to_original(NormSpan::new(0, 2)).slice(original), "Đo\u{302}\u{300}");
/// # Ok::<(), nghisu_text::TextError>(())
/// ```
///
/// # Errors
/// [`TextError::TooLong`] when the text has more than `u32::MAX` bytes.
pub fn fold_aligned<'a>(text: &'a str, into: &'a mut Buffer) -> Result<Normalized<'a>, TextError> {
    within_limit(text.len())?;
    let (output, folded) = into.output_and_scratch();
    output.clear();
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let mut end = start + letter.len_utf8();
        while let Some((at, mark)) = letters.next_if(|(_, letter)| is_mark(*letter)) {
            end = at + mark.len_utf8();
        }
        folded.clear();
        fold_letter(letter, folded);
        output.replace(start, text.get(start..end).unwrap_or_default(), folded);
    }
    output.finished()
}

const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}')
}

const DECOMPOSITION: CanonicalDecompositionBorrowed<'static> =
    CanonicalDecompositionBorrowed::new();

/// Appends what one character folds to; nothing for a mark.
fn fold_letter(letter: char, into: &mut String) {
    match letter {
        '\0'..='\x7F' => into.push(letter.to_ascii_lowercase()),
        _ if is_mark(letter) => {}
        'đ' | 'Đ' => into.push('d'),
        _ => match Vowel::of(letter) {
            Some(vowel) => into.push(vowel.base()),
            // In lower case first: the Ångström sign becomes a Latin letter, `İ` one with a mark.
            None => into.extend(letter.to_lowercase().filter(|low| !is_mark(*low)).map(latin_base)),
        },
    }
}

/// The letter under the marks of a Latin letter; other letters as they are.
fn latin_base(letter: char) -> char {
    if !matches!(letter, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}') {
        return letter;
    }
    let mut base = letter;
    while let Decomposed::Expansion(first, _) = DECOMPOSITION.decompose(base) {
        base = first;
    }
    base
}

#[cfg(test)]
mod tests {
    use super::{fold, word_key};
    use proptest::prelude::*;

    fn key(word: &str) -> String {
        let mut into = String::new();
        word_key(word, &mut into);
        into
    }

    fn folded(text: &str) -> String {
        let mut into = String::new();
        fold(text, &mut into);
        into
    }

    #[test]
    fn keys() {
        let cases = [
            ("UBND", "ubnd"),
            ("Đảng", "đảng"),
            ("HOÀ", "hòa"),
            ("Hòa", "hòa"),
            ("hoàn", "hoàn"),
            ("hòan", "hoàn"),
            ("quý", "quý"),
            ("Qúy", "quý"),
            ("gía", "giá"),
            ("Uỷ ban", "ủy ban"),
            ("Khánh Hoà-Thuý", "khánh hòa-thúy"),
            ("Hoa\u{300}", "hòa"),
            ("tỷ", "tỷ"),
            ("25/NQ-CP", "25/nq-cp"),
            ("İzmir", "i\u{307}zmir"),
            ("\u{F901}İ", "更i\u{307}"),
            ("doãngmaò", "doãngmaò"),
        ];
        for (word, expected) in cases {
            assert_eq!(key(word), expected, "{word}");
        }
    }

    #[test]
    fn folds() {
        for (text, expected) in [
            ("Thừa Thiên Huế", "thua thien hue"),
            ("ĐẮK LẮK", "dak lak"),
            ("Vie\u{302}\u{323}t", "viet"),
            ("Ångström ñ", "angstrom n"),
            ("\u{212B} İ \u{212A}", "a i k"),
            ("한국 Й", "한국 й"),
        ] {
            assert_eq!(folded(text), expected);
        }
    }

    proptest! {
        #[test]
        fn keys_and_folds_are_stable(text in "(\\PC|[ạếđĐoaòàuyùỳ\u{300}\u{323}])*") {
            prop_assert_eq!(key(&key(&text)), key(&text));
            prop_assert_eq!(folded(&folded(&text)), folded(&text));
        }
    }
}
