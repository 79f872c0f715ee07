//! Bytes to text.

mod utf;

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
}

/// A decoded text. A byte order mark at its start belongs to the encoding and is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text; borrowed when the bytes were good UTF-8.
    pub text: Cow<'a, str>,
    /// What the bytes were read as; never [`Encoding::Auto`] nor [`Encoding::Utf16`].
    pub encoding: Encoding,
    /// How many U+FFFD stand for bytes that could not be decoded.
    pub replaced: usize,
}

/// Decodes `bytes`. What can't be decoded becomes U+FFFD, as the WHATWG encoding standard counts them; it never fails.
///
/// ```
/// use nghisu_text::{Encoding, decode};
///
/// let utf16 = [0xFF, 0xFE, 0x10, 0x01, 0xD1, 0x1E]; // byte order mark, Đ, ố
/// let decoded = decode(&utf16, Encoding::Auto);
/// assert_eq!((decoded.text.as_ref(), decoded.encoding, decoded.replaced), ("Đố", Encoding::Utf16Le, 0));
/// assert_eq!(decode(b"x\xFFy", Encoding::Utf8).replaced, 1);
/// ```
#[must_use]
pub fn decode(bytes: &[u8], encoding: Encoding) -> Decoded<'_> {
    match encoding {
        Encoding::Auto => match utf::utf16_order(bytes) {
            Some(order) => decode(bytes, order),
            None => utf::utf8(bytes),
        },
        Encoding::Utf16 => decode(bytes, utf::utf16_order(bytes).unwrap_or(Encoding::Utf16Le)),
        Encoding::Utf16Le => utf::utf16(bytes, Encoding::Utf16Le, u16::from_le_bytes),
        Encoding::Utf16Be => utf::utf16(bytes, Encoding::Utf16Be, u16::from_be_bytes),
        Encoding::Utf8 => utf::utf8(bytes),
    }
}
