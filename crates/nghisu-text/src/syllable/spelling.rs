//! A word's letters without tone, in lower case, on the stack.

use crate::letter::{Tone, Vowel};

/// `nghiêng` is the longest syllable.
const MAX_LETTERS: usize = 7;
/// At most 3 bytes of UTF-8 a letter.
const MAX_BYTES: usize = 3 * MAX_LETTERS;

/// A few letters on the stack.
#[derive(Clone, Copy, Default)]
pub(crate) struct Written {
    bytes: [u8; MAX_BYTES],
    len: usize,
}

impl Written {
    /// `None` when the letter has no room.
    pub(super) fn push(&mut self, letter: char) -> Option<()> {
        let end = self.len + letter.len_utf8();
        letter.encode_utf8(self.bytes.get_mut(self.len..end)?);
        self.len = end;
        Some(())
    }

    pub(crate) fn as_str(&self) -> &str {
        self.bytes
            .get(..self.len)
            .and_then(|bytes| core::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }
}

/// The code of the letter `đ`; consonants of ASCII are their own codes.
pub(super) const D_STROKE: u8 = 0x7F;
/// The code of `i`: a vowel's is 0x80 and its row.
pub(super) const I: u8 = 0x80 + 5;
/// The code of `u`.
pub(super) const U: u8 = 0x80 + 9;

/// The code and the tone of a letter of either case; `None` for what is no letter of Vietnamese nor of ASCII.
pub(super) fn code(letter: char) -> Option<(u8, Tone)> {
    match Vowel::of(letter) {
        Some(vowel) => Some((0x80 + vowel.lower_row(), vowel.tone())),
        None if letter.is_ascii_alphabetic() => {
            Some((letter.to_ascii_lowercase() as u8, Tone::Ngang))
        }
        None => matches!(letter, 'đ' | 'Đ').then_some((D_STROKE, Tone::Ngang)),
    }
}

/// A word taken apart into letters and tone.
pub(super) struct Spelling {
    codes: [u8; MAX_LETTERS],
    len: usize,
    pub(super) tone: Tone,
    /// Which letter, counted from 0, bears the tone mark; 0 without one.
    pub(super) marked: usize,
}

impl Spelling {
    /// `None` for words that are too long, have another letter than the Vietnamese ones, or two tone marks.
    pub(super) fn of(word: &str) -> Option<Self> {
        let mut spelling = Self { codes: [0; MAX_LETTERS], len: 0, tone: Tone::Ngang, marked: 0 };
        for letter in word.chars() {
            let (code, tone) = code(letter)?;
            *spelling.codes.get_mut(spelling.len)? = code;
            if tone != Tone::Ngang {
                if spelling.tone != Tone::Ngang {
                    return None;
                }
                spelling.tone = tone;
                spelling.marked = spelling.len;
            }
            spelling.len += 1;
        }
        Some(spelling)
    }

    /// The letters' codes.
    pub(super) fn letters(&self) -> &[u8] {
        self.codes.get(..self.len).unwrap_or_default()
    }
}
