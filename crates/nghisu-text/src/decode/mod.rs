//! Bytes to text.

mod capital_font;
mod detect;
mod legacy;
mod source;
mod tables;
mod utf;
mod vni;

pub(crate) use source::Source;
use std::borrow::Cow;

/// How bytes write text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// Find out from the bytes.
    #[default]
    Auto,
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 whose byte order mark tells the order; without one the order is guessed, little-endian when nothing speaks for either.
    Utf16,
    /// UTF-16, little-endian.
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
    /// Microsoft's Vietnamese code page. Its tone marks are combining characters, and stay so until normalization.
    Windows1258,
    /// TCVN3, also called ABC: the encoding of the `.Vn` fonts in which the administration wrote until about 2005.
    ///
    /// Its capital letters with tone marks exist in capital fonts (`.VnTimeH`) only, which have the bytes of small letters. Words
    /// whose ASCII letters show that they were set in such a font become upper-case.
    Tcvn3,
    /// VNI for Windows: a letter and, in a second byte, its marks.
    Vni,
    /// VISCII 1.1, RFC 1456.
    Viscii,
}

impl Encoding {
    /// All that can be asked for, [`Auto`](Self::Auto) first.
    pub const ALL: [Self; 9] = [
        Self::Auto,
        Self::Utf8,
        Self::Utf16,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1258,
        Self::Tcvn3,
        Self::Vni,
        Self::Viscii,
    ];

    /// The name that the command line and records use; [`named`](Self::named) reads it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1258 => "windows-1258",
            Self::Tcvn3 => "tcvn3",
            Self::Vni => "vni",
            Self::Viscii => "viscii",
        }
    }

    /// The encoding of a name, in any case.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.name().eq_ignore_ascii_case(name))
    }
}

/// A decoded text. A byte order mark at its start belongs to the encoding and is not in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded<'a> {
    /// The text; borrowed when the bytes were good UTF-8.
    pub text: Cow<'a, str>,
    /// What the bytes were read as; never [`Encoding::Auto`] nor [`Encoding::Utf16`].
    pub encoding: Encoding,
    /// Whether the bytes were UTF-8 of a text that some tool had read as windows-1252 though it was in `encoding`
    /// (`Thñ t­íng` for `Thủ tướng`), and that misreading was undone. Only [`Encoding::Auto`] does it.
    pub misread: bool,
    /// How sure the choice of encoding is, from 0 to 1: the share of telling words that are Vietnamese syllables, less that of the
    /// next best encoding. 1 when the encoding was asked for or the bytes are good UTF-8; 0 when nothing fits and U+FFFD had to stand in.
    pub confidence: f32,
    /// How many U+FFFD stand for bytes that could not be decoded.
    pub replaced: usize,
}

/// Decodes `bytes`. What can't be decoded becomes U+FFFD, counted as the WHATWG encoding standard does; it never fails.
///
/// [`Encoding::Auto`] takes good UTF-8 as it is. Other bytes are read in every encoding, and the one wins in which most words
/// with a letter outside ASCII are syllables of Vietnamese.
///
/// ```
/// use nghisu_text::{Encoding, decode};
///
/// let tcvn3 = b"Th\xF1 t\xAD\xEDng ch\xF1 tr\xD7 phi\xAAn h\xE4p"; // as older files have it
/// let decoded = decode(tcvn3, Encoding::Auto);
/// assert_eq!((decoded.text.as_ref(), decoded.encoding), ("Thủ tướng chủ trì phiên họp", Encoding::Tcvn3));
///
/// let utf16 = [0xFF, 0xFE, 0x10, 0x01, 0xD1, 0x1E]; // byte order mark, Đ, ố
/// assert_eq!(decode(&utf16, Encoding::Auto).text, "Đố");
/// assert_eq!(decode(b"x\xFFy", Encoding::Utf8).replaced, 1);
/// ```
#[must_use]
pub fn decode(bytes: &[u8], encoding: Encoding) -> Decoded<'_> {
    match encoding {
        Encoding::Auto => detect::decode(bytes),
        known => Source::of(bytes, known).decode(bytes, true),
    }
}

impl<'a> Decoded<'a> {
    /// A text whose encoding was known.
    fn known(text: Cow<'a, str>, encoding: Encoding, replaced: usize) -> Self {
        Self { text, encoding, misread: false, confidence: 1.0, replaced }
    }
}

#[cfg(test)]
mod tests;
