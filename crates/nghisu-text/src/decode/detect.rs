//! Which encoding is it? The one in which the words are Vietnamese.

use super::tables::windows_1252_byte;
use super::{Decoded, Encoding, Source, legacy, utf};
use crate::{nfc, syllable::is_syllable};

/// How much of a text decides whether it has letters that only Vietnamese has. Articles show them in their first line.
const HEAD: usize = 4096;
/// How many words with a byte above ASCII are read. At 100 a wrong encoding has no chance; more costs time.
const TELLING_WORDS: usize = 200;
/// The share of telling words that must be syllables. Foreign names and slips of the pen make up to a fifth; in a wrong encoding
/// syllables are under a third.
const SHARE: f32 = 0.6;
/// A misreading is undone only on stronger evidence, since the bytes are good UTF-8 as they are.
const MISREAD_SHARE: f32 = 0.8;
const MISREAD_WORDS: u32 = 4;

const LEGACY: [Encoding; 4] =
    [Encoding::Tcvn3, Encoding::Vni, Encoding::Viscii, Encoding::Windows1258];

pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some(order) = utf::utf16_order(bytes) {
        return super::decode(bytes, order);
    }
    let unmarked = bytes.strip_prefix(utf::MARK).unwrap_or(bytes);
    match simdutf8::compat::from_utf8(unmarked) {
        Ok(text) => {
            undo_misreading(text).unwrap_or_else(|| Decoded::known(text.into(), Encoding::Utf8, 0))
        }
        // Only the last character is cut off: what a limit on bytes leaves of good UTF-8.
        Err(error) if error.error_len().is_none() && has_vietnamese(bytes) => {
            utf::utf8(bytes, true)
        }
        Err(_) => choose(bytes),
    }
}

fn choose(bytes: &[u8]) -> Decoded<'_> {
    let sample = Sample::of_bytes(bytes);
    let as_utf8 = sample.count(Encoding::Utf8);
    let (best, count, confidence) = sample.best(as_utf8);
    if count.lead() <= as_utf8.lead() || count.share() < SHARE {
        let confidence = (as_utf8.share() - count.share()).clamp(0.0, 1.0);
        return Decoded { confidence, ..utf::utf8(bytes, true) };
    }
    Decoded { confidence, ..legacy::decode(bytes, best) }
}

/// Text in good UTF-8 that makes sense only once its characters are taken for the bytes of another encoding.
fn undo_misreading(text: &str) -> Option<Decoded<'static>> {
    if text.is_ascii() || has_vietnamese(text.as_bytes()) {
        return None;
    }
    let sample = Sample::of_misread(text)?;
    let as_it_is = Sample::of_bytes(text.as_bytes()).count(Encoding::Utf8);
    let twice_utf8 = sample.count(Encoding::Utf8);
    let (mut best, mut count, mut confidence) = sample.best(as_it_is);
    if twice_utf8.lead() > count.lead() {
        (best, count, confidence) = (Encoding::Utf8, twice_utf8, twice_utf8.confidence(as_it_is));
    }
    if count.lead() <= as_it_is.lead()
        || count.share() < MISREAD_SHARE
        || count.good < MISREAD_WORDS
    {
        return None;
    }
    Some(Decoded { confidence, ..undo(text, best) })
}

/// Takes `text` for a misreading as windows-1252 of bytes in `encoding`.
pub(super) fn undo(text: &str, encoding: Encoding) -> Decoded<'static> {
    // A character that windows-1252 does not have was put in after the misreading: nothing tells what its byte was.
    let bytes: Vec<u8> =
        text.chars().map(|letter| windows_1252_byte(letter).unwrap_or(b'?')).collect();
    let decoded = Source::of(&[], encoding).decode(&bytes, true);
    let text = decoded.text.into_owned().into();
    Decoded { text, misread: true, ..Decoded::known("".into(), encoding, decoded.replaced) }
}

/// Whether the head of UTF-8 `bytes` has a letter, or a decomposed tone mark, that other languages hardly use.
fn has_vietnamese(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let following = head.iter().skip(1);
    head.iter().zip(following).any(|pair| {
        matches!(
            pair,
            (0xE1, 0xBA | 0xBB) // ạ to ỹ
                | (0xC4, 0x82 | 0x83 | 0x90 | 0x91) // Ă ă Đ đ
                | (0xC6, 0xA0 | 0xA1 | 0xAF | 0xB0) // Ơ ơ Ư ư
                | (0xCC, 0x80 | 0x81 | 0x83 | 0x89 | 0xA3 | 0x9B)
        )
    })
}

/// How many telling words are syllables in some encoding, and how many are not.
#[derive(Clone, Copy, Default)]
struct Count {
    good: u32,
    bad: u32,
}

impl Count {
    const fn lead(self) -> i64 {
        self.good as i64 - self.bad as i64
    }

    #[expect(clippy::cast_precision_loss, reason = "at most a few hundred words")]
    fn share(self) -> f32 {
        self.good as f32 / (self.good + self.bad).max(1) as f32
    }

    fn confidence(self, next: Self) -> f32 {
        (self.share() - next.share()).clamp(0.0, 1.0)
    }
}

/// The telling words of a text: those of two bytes or more with one above ASCII, one space after each. A single byte is a letter
/// that could stand alone in too many encodings.
struct Sample(Vec<u8>);

impl Sample {
    fn of_bytes(bytes: &[u8]) -> Self {
        let words = bytes.split(|byte| !(byte.is_ascii_alphabetic() || *byte >= 0x80));
        Self::of_words(words.filter(|word| word.len() > 1 && !word.is_ascii()).take(TELLING_WORDS))
    }

    /// The words as they were before a misreading; `None` when the text has other characters than windows-1252 in more than a few words.
    fn of_misread(text: &str) -> Option<Self> {
        let words = text.split(|letter: char| letter.is_ascii() && !letter.is_ascii_alphabetic());
        let mut unlike = 0;
        let mut bytes = Vec::new();
        for word in words
            .filter(|word| !word.is_ascii() && word.chars().nth(1).is_some())
            .take(TELLING_WORDS)
        {
            let before = bytes.len();
            for letter in word.chars() {
                match windows_1252_byte(letter) {
                    Some(byte) => bytes.push(byte),
                    None => {
                        bytes.truncate(before);
                        unlike += 1;
                        break;
                    }
                }
            }
            bytes.push(b' ');
        }
        (unlike < TELLING_WORDS / 10).then_some(Self(bytes))
    }

    fn of_words<'a>(words: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut bytes = Vec::new();
        for word in words {
            bytes.extend_from_slice(word);
            bytes.push(b' ');
        }
        Self(bytes)
    }

    /// The best of the old encodings, with how sure it is against the others and `rival`.
    fn best(&self, rival: Count) -> (Encoding, Count, f32) {
        let mut counts = LEGACY.map(|encoding| (encoding, self.count(encoding)));
        counts.sort_by_key(|(_, count)| -count.lead());
        let [(best, count), (_, second), ..] = counts;
        let next = if rival.share() > second.share() { rival } else { second };
        (best, count, count.confidence(next))
    }

    fn count(&self, encoding: Encoding) -> Count {
        let mut text = String::new();
        match encoding {
            Encoding::Utf8 => text.push_str(&utf::utf8(&self.0, false).text),
            other => {
                legacy::append(&self.0, other, &mut text);
            }
        }
        nfc::compose(&mut text);
        let mut count = Count::default();
        for word in text.split(' ').map(|word| word.trim_matches(is_punctuation)) {
            if word.is_ascii() {
                continue;
            }
            if is_syllable(word) { count.good += 1 } else { count.bad += 1 }
        }
        count
    }
}

/// What may touch a word in any encoding without being a letter of it.
fn is_punctuation(letter: char) -> bool {
    matches!(letter, '\u{A0}' | '«' | '»' | '°' | '\u{2010}'..='\u{2026}' | '\u{FEFF}')
}
