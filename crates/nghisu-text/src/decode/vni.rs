//! VNI for Windows: an ASCII letter followed by a byte that carries its marks, and a few letters of their own.
//!
//! Source: VNI Software Company's character set as reproduced in Ken Lunde, "CJKV Information Processing" (2009), appendix L.

use super::tables::WINDOWS_1252;
use crate::letter::Vowel;

/// The letters that one byte writes.
const fn letter(byte: u8) -> Option<char> {
    Some(match byte {
        0xC6 => 'Ỉ',
        0xCC => 'Ì',
        0xCD => 'Í',
        0xCE => 'Ỵ',
        0xD1 => 'Đ',
        0xD2 => 'Ị',
        0xD3 => 'Ĩ',
        0xD4 => 'Ơ',
        0xD6 => 'Ư',
        0xE6 => 'ỉ',
        0xEC => 'ì',
        0xED => 'í',
        0xEE => 'ỵ',
        0xF1 => 'đ',
        0xF2 => 'ị',
        0xF3 => 'ĩ',
        0xF4 => 'ơ',
        0xF6 => 'ư',
        _ => return None,
    })
}

/// The marks that the second byte adds; capital letters have theirs 0x20 lower.
const fn marks(byte: u8) -> Option<&'static [char]> {
    Some(match byte | 0x20 {
        0xF9 => &['\u{301}'],
        0xF8 => &['\u{300}'],
        0xFB => &['\u{309}'],
        0xF5 => &['\u{303}'],
        0xEF => &['\u{323}'],
        0xE2 => &['\u{302}'],
        0xE1 => &['\u{302}', '\u{301}'],
        0xE0 => &['\u{302}', '\u{300}'],
        0xE5 => &['\u{302}', '\u{309}'],
        0xE3 => &['\u{302}', '\u{303}'],
        0xE4 => &['\u{302}', '\u{323}'],
        0xEA => &['\u{306}'],
        0xE9 => &['\u{306}', '\u{301}'],
        0xE8 => &['\u{306}', '\u{300}'],
        0xFA => &['\u{306}', '\u{309}'],
        0xFC => &['\u{306}', '\u{303}'],
        0xEB => &['\u{306}', '\u{323}'],
        _ => return None,
    })
}

/// Appends the text of `bytes`; returns how many could not be decoded.
pub(super) fn decode(bytes: &[u8], into: &mut String) -> usize {
    let mut replaced = 0;
    let mut rest = bytes.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        let first = match byte {
            0x00..=0x7F => char::from(byte),
            0x80..=0x9F => WINDOWS_1252
                .get(usize::from(byte - 0x80))
                .copied()
                .unwrap_or(char::REPLACEMENT_CHARACTER),
            0xA0..=0xBF => char::from(byte),
            _ => letter(byte).unwrap_or(char::REPLACEMENT_CHARACTER),
        };
        replaced += usize::from(first == char::REPLACEMENT_CHARACTER);
        let marked = rest.peek().copied().and_then(marks).and_then(|marks| {
            marks.iter().try_fold(Vowel::of(first)?, |vowel, mark| vowel.add(*mark))
        });
        match marked {
            Some(vowel) => {
                into.push(vowel.letter());
                rest.next();
            }
            None => into.push(first),
        }
    }
    replaced
}
