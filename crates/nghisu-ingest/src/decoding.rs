//! The door through which bytes become Unicode.

/// How text is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// auto
    Auto,
    /// utf-8
    Utf8,
}

/// Bytes as text; what cannot be decoded becomes U+FFFD. UTF-8 is taken over without a copy.
pub(crate) fn into_string(bytes: Vec<u8>, _encoding: Encoding) -> String {
    match String::from_utf8(bytes) {
        Ok(text) => match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        },
        Err(e) => String::from_utf8_lossy(e.as_bytes()).into_owned(),
    }
}
