//! Where one token ends and the next begins.

use crate::address;
use crate::class::{Class, char_at, class};
use unicode_segmentation::UnicodeSegmentation;

/// What a piece was cut as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Latin letters, perhaps with digits among them.
    Word,
    /// Digits, perhaps with points and commas between them.
    Number,
    /// Punctuation.
    Mark,
    /// An address, another script, a symbol.
    Other,
}

/// A token before it has a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    /// First byte.
    pub(crate) start: usize,
    /// One after the last byte.
    pub(crate) end: usize,
    /// What it was cut as.
    pub(crate) form: Form,
    /// White space stands before it, or nothing at all.
    pub(crate) space_before: bool,
    /// It is the first of its line.
    pub(crate) line_start: bool,
}

/// The pieces of a text, from left to right; between them lies white space only.
pub(crate) struct Pieces<'a> {
    text: &'a str,
    at: usize,
    /// The last piece was a number that ends at `at`.
    after_number: bool,
    /// Where the run of [`Class::Other`] ends that `at` lies in; it is measured once a run.
    other_end: usize,
}

impl<'a> Pieces<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, at: 0, after_number: false, other_end: 0 }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn class_at(&self, at: usize) -> Option<Class> {
        match self.byte(at)? {
            b'a'..=b'z' | b'A'..=b'Z' => Some(Class::Letter),
            b'0'..=b'9' => Some(Class::Digit),
            b' ' => Some(Class::Space),
            _ => char_at(self.text, at).map(class),
        }
    }

    /// The end of the letters that begin at `at`.
    fn letters(&self, mut at: usize) -> usize {
        while let Some(byte) = self.byte(at) {
            // Vietnamese letters by their first bytes: U+0100 to U+023F, U+1E00 to U+1EFF, and
            // U+00C0 to U+00FF but for the signs × and ÷.
            at += match (byte, self.byte(at + 1)) {
                (b'a'..=b'z' | b'A'..=b'Z', _) => 1,
                (..0x80, _) => break,
                (0xC4..=0xC8, _) => 2,
                (0xC3, Some(next)) if next != 0x97 && next != 0xB7 => 2,
                (0xE1, Some(0xB8..=0xBB)) => 3,
                _ => match char_at(self.text, at) {
                    Some(c) if class(c) == Class::Letter => c.len_utf8(),
                    _ => break,
                },
            };
        }
        at
    }

    fn digits(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        at + rest.iter().take_while(|b| b.is_ascii_digit()).count()
    }

    fn is_letter(&self, at: usize) -> bool {
        self.class_at(at) == Some(Class::Letter)
    }

    fn is_digit(&self, at: usize) -> bool {
        self.byte(at).is_some_and(|b| b.is_ascii_digit())
    }

    /// Whether the byte at `at` may join the parts of an address.
    fn joins(&self, at: usize) -> bool {
        matches!(self.byte(at), Some(b'.' | b'@' | b':' | b'-' | b'_' | b'+'))
    }

    /// The end of the address that begins at `start`, if what follows its first part allows one.
    fn address(&self, start: usize, part_end: usize) -> Option<usize> {
        let goes_on =
            self.byte(part_end + 1).is_some_and(|b| b.is_ascii_alphanumeric() || b == b'/');
        if !self.joins(part_end) || !goes_on {
            return None;
        }
        let end = start + address::length(self.text.get(start..)?)?;
        // `a.vnă` is no address: the last label is cut from a longer word.
        (!self.is_letter(end) && !self.is_digit(end)).then_some(end)
    }

    fn word(&self, start: usize) -> (usize, Form) {
        let mut end = self.letters(start);
        if self.joins(end)
            && self.text.get(start..end).is_some_and(str::is_ascii)
            && let Some(end) = self.address(start, end)
        {
            return (end, Form::Other);
        }
        while self.byte(end) == Some(b'\'') && self.is_letter(end + 1) {
            let next = self.letters(end + 1);
            // `H'Mông`, `M'gar`, `don't`: one side is short; otherwise it is a quotation mark.
            if next - (end + 1) > 2 && end - start > 2 {
                break;
            }
            end = next;
        }
        if self.is_digit(end) && self.takes_digits(start, end) {
            end = self.digits(end);
            // `QL1A`, `H5N1`: capitals and digits in turn.
            while self.byte(end).is_some_and(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) {
                end += 1;
            }
        }
        while let Some(c @ ('²' | '³')) = char_at(self.text, end) {
            end += c.len_utf8();
        }
        (end, Form::Word)
    }

    /// Whether the letters of `start..end` and the digits after them are one token.
    fn takes_digits(&self, start: usize, end: usize) -> bool {
        let Some(letters) = self.text.get(start..end) else { return false };
        // `8h30`, `7g15`: a clock time, three tokens.
        if self.after_number && matches!(letters, "h" | "H" | "g") {
            return false;
        }
        // `km2`, `m3`, `U23`, `KH2021`; but `năm2023`, `Điều5` lack a space.
        letters.chars().nth(2).is_none() || letters.chars().all(char::is_uppercase)
    }

    fn number(&self, start: usize) -> (usize, Form) {
        let mut end = self.digits(start);
        if self.is_letter(end)
            && let Some(end) = self.address_after_digits(start, end)
        {
            return (end, Form::Other);
        }
        // `4G`, `3D`, `5A`: one capital after at most two digits.
        if end - start <= 2
            && self.byte(end).is_some_and(|b| b.is_ascii_uppercase())
            && !self.is_letter(end + 1)
            && !self.is_digit(end + 1)
        {
            return (end + 1, Form::Word);
        }
        while matches!(self.byte(end), Some(b'.' | b',')) && self.is_digit(end + 1) {
            end = self.digits(end + 1);
        }
        (end, Form::Number)
    }

    /// `24h.com.vn`, `2030net@mail.vn`.
    fn address_after_digits(&self, start: usize, end: usize) -> Option<usize> {
        let mut part = end;
        while self.byte(part).is_some_and(|b| b.is_ascii_alphanumeric()) {
            part += 1;
        }
        self.address(start, part)
    }

    fn mark(&self, start: usize, first: char) -> usize {
        let mut end = start + first.len_utf8();
        let run =
            self.text.get(start..).unwrap_or_default().chars().take_while(|&c| c == first).count();
        // Two points or more are an ellipsis; three of anything else are a rule across the page.
        if run >= 3 || (run == 2 && first == '.') {
            end = start + run * first.len_utf8();
        }
        end
    }

    fn other(&mut self, start: usize, first: char) -> usize {
        if self.other_end <= start {
            self.other_end = self
                .text
                .get(start..)
                .and_then(|rest| rest.find(|c| class(c) != Class::Other))
                .map_or(self.text.len(), |n| start + n);
        }
        let run = self.text.get(start..self.other_end).unwrap_or_default();
        start + run.split_word_bounds().next().map_or(first.len_utf8(), str::len)
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let from = self.at;
        let mut line_start = from == 0;
        let first = loop {
            match self.class_at(self.at)? {
                Class::Space => {}
                Class::Break => line_start = true,
                class => break class,
            }
            self.at += char_at(self.text, self.at)?.len_utf8();
        };
        let start = self.at;
        let space_before = start > from || start == 0;
        self.after_number &= !space_before;
        let (end, form) = match first {
            Class::Letter => self.word(start),
            Class::Digit => self.number(start),
            Class::Mark => (self.mark(start, char_at(self.text, start)?), Form::Mark),
            _ => (self.other(start, char_at(self.text, start)?), Form::Other),
        };
        self.after_number = form == Form::Number;
        self.at = end;
        Some(Piece { start, end, form, space_before, line_start })
    }
}
