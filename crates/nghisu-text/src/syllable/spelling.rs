//! A word's letters without tone, in lower case, on the stack.

use crate::letter::{Tone, Vowel};

/// `nghiêng` is the longest syllable: 7 letters, at most 3 bytes each.
const MAX_BYTES: usize = 21;

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

/// A word taken apart into letters and tone.
pub(super) struct Spelling {
    letters: Written,
    pub(super) tone: Tone,
    /// Which letter, counted from 0, bears the tone mark; 0 without one.
    pub(super) marked: usize,
}

impl Spelling {
    /// `None` for words that are too long, have another letter than the Vietnamese ones, or two tone marks.
    pub(super) fn of(word: &str) -> Option<Self> {
        let mut spelling = Self { letters: Written::default(), tone: Tone::Ngang, marked: 0 };
        for (index, letter) in word.chars().enumerate() {
            let plain = match letter {
                'đ' | 'Đ' => 'đ',
                'a'..='z' => letter,
                'A'..='Z' => letter.to_ascii_lowercase(),
                _ => {
                    let vowel = Vowel::of(letter)?.lower();
                    if vowel.tone() != Tone::Ngang {
                        if spelling.tone != Tone::Ngang {
                            return None;
                        }
                        spelling.tone = vowel.tone();
                        spelling.marked = index;
                    }
                    vowel.with_tone(Tone::Ngang).letter()
                }
            };
            spelling.letters.push(plain)?;
        }
        Some(spelling)
    }

    pub(super) fn letters(&self) -> &str {
        self.letters.as_str()
    }
}
