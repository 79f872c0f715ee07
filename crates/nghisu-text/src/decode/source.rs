//! A decided encoding, for texts that come in pieces.

use super::{Decoded, Encoding, detect, legacy, utf};

/// How the pieces of one text are decoded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source {
    encoding: Encoding,
    misread: bool,
}

impl Source {
    /// Decides by the first piece when `encoding` does not say all.
    pub(crate) fn of(first: &[u8], encoding: Encoding) -> Self {
        match encoding {
            Encoding::Auto => {
                let decoded = detect::decode(first);
                Self { encoding: decoded.encoding, misread: decoded.misread }
            }
            Encoding::Utf16 => Self {
                encoding: utf::utf16_order(first).unwrap_or(Encoding::Utf16Le),
                misread: false,
            },
            known => Self { encoding: known, misread: false },
        }
    }

    pub(crate) const fn encoding(self) -> Encoding {
        self.encoding
    }

    pub(crate) const fn misread(self) -> bool {
        self.misread
    }

    /// Decodes one piece; a byte order mark is one only in the first.
    pub(crate) fn decode(self, bytes: &[u8], first: bool) -> Decoded<'_> {
        if self.misread {
            return detect::undo(&utf::utf8(bytes, first).text, self.encoding);
        }
        match self.encoding {
            Encoding::Utf16Le => utf::utf16(bytes, Encoding::Utf16Le, u16::from_le_bytes, first),
            Encoding::Utf16Be => utf::utf16(bytes, Encoding::Utf16Be, u16::from_be_bytes, first),
            Encoding::Windows1258 | Encoding::Tcvn3 | Encoding::Vni | Encoding::Viscii => {
                legacy::decode(bytes, self.encoding)
            }
            _ => utf::utf8(bytes, first),
        }
    }

    /// First byte after the last line feed.
    pub(crate) fn after_last_line(self, bytes: &[u8]) -> Option<usize> {
        self.last_unit(bytes, |unit, _| unit == u16::from(b'\n'))
    }

    /// First byte after the last space that an ASCII letter or digit follows: no mark joins those to what stands before.
    pub(crate) fn after_last_space(self, bytes: &[u8]) -> Option<usize> {
        self.last_unit(bytes, |unit, next| {
            unit == u16::from(b' ')
                && u8::try_from(next).is_ok_and(|next| next.is_ascii_alphanumeric())
        })
    }

    /// Start of the last character, so that none is cut: a sequence of UTF-8, a surrogate pair, a letter with its second byte.
    pub(crate) fn last_border(self, bytes: &[u8]) -> usize {
        let inside = |at: &usize| match self.encoding {
            Encoding::Utf16Le | Encoding::Utf16Be => {
                at % 2 == 1
                    || self.unit(bytes, at / 2).is_some_and(|unit| (0xDC00..0xE000).contains(&unit))
            }
            Encoding::Utf8 => bytes.get(*at).is_some_and(|byte| byte & 0xC0 == 0x80),
            _ if self.misread => bytes.get(*at).is_some_and(|byte| byte & 0xC0 == 0x80),
            Encoding::Vni | Encoding::Windows1258 => {
                bytes.get(*at).is_some_and(|byte| *byte >= 0x80)
            }
            _ => false,
        };
        let last = bytes.len().saturating_sub(1);
        (1..=last).rev().find(|at| !inside(at)).unwrap_or(bytes.len())
    }

    fn last_unit(self, bytes: &[u8], is: impl Fn(u16, u16) -> bool) -> Option<usize> {
        let width =
            if matches!(self.encoding, Encoding::Utf16Le | Encoding::Utf16Be) { 2 } else { 1 };
        let count = bytes.len() / width;
        let unit = |index: usize| self.unit(bytes, index).unwrap_or(0);
        (0..count)
            .rev()
            .find(|index| is(unit(*index), unit(index + 1)))
            .map(|index| (index + 1) * width)
    }

    /// A UTF-16 unit, or a byte of the other encodings.
    fn unit(self, bytes: &[u8], index: usize) -> Option<u16> {
        match self.encoding {
            Encoding::Utf16Le => {
                bytes.as_chunks().0.get(index).map(|pair| u16::from_le_bytes(*pair))
            }
            Encoding::Utf16Be => {
                bytes.as_chunks().0.get(index).map(|pair| u16::from_be_bytes(*pair))
            }
            _ => bytes.get(index).map(|byte| u16::from(*byte)),
        }
    }
}
