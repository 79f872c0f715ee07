//! The door through which bytes become Unicode.

use nghisu_text::{Encoding, decode};
use std::borrow::Cow;

/// Bytes as text; what cannot be decoded becomes U+FFFD. Good UTF-8 is taken over without a copy.
pub(crate) fn into_string(bytes: Vec<u8>, encoding: Encoding) -> String {
    match decode(&bytes, encoding).text {
        Cow::Owned(text) => return text,
        // Without its byte order mark.
        Cow::Borrowed(text) if text.len() < bytes.len() => return text.to_owned(),
        Cow::Borrowed(_) => {}
    }
    String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned())
}
