//! The Unicode encodings.

use super::{Decoded, Encoding};
use std::borrow::Cow;

/// The byte order mark of UTF-8.
pub(super) const MARK: &[u8] = b"\xEF\xBB\xBF";

/// UTF-8, when `at_start` without its byte order mark; borrowed when nothing had to be replaced.
pub(super) fn utf8(bytes: &[u8], at_start: bool) -> Decoded<'_> {
    let unmarked = bytes.strip_prefix(MARK).filter(|_| at_start);
    let bytes = unmarked.unwrap_or(bytes);
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return Decoded::known(Cow::Borrowed(text), Encoding::Utf8, 0);
    }
    let mut text = String::with_capacity(bytes.len());
    let mut replaced = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            replaced += 1;
        }
    }
    Decoded::known(Cow::Owned(text), Encoding::Utf8, replaced)
}

pub(super) fn utf16(
    bytes: &[u8],
    encoding: Encoding,
    unit: fn([u8; 2]) -> u16,
    at_start: bool,
) -> Decoded<'static> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut replaced = 0;
    let marked = at_start && pairs.first().is_some_and(|pair| unit(*pair) == 0xFEFF);
    let units = pairs.iter().skip(usize::from(marked)).map(|pair| unit(*pair));
    let lost = odd.first().map(|_| char::REPLACEMENT_CHARACTER);
    for letter in char::decode_utf16(units) {
        text.push(letter.unwrap_or_else(|_| {
            replaced += 1;
            char::REPLACEMENT_CHARACTER
        }));
    }
    text.extend(lost);
    replaced += usize::from(lost.is_some());
    Decoded::known(Cow::Owned(text), encoding, replaced)
}

/// The byte order when the bytes are UTF-16: by the mark, else by where the zero bytes of ASCII letters and the U+1Exx of toned ones lie.
pub(super) fn utf16_order(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    // No text in another encoding has a zero byte: without one there is nothing to guess.
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    if !head.contains(&0) {
        return None;
    }
    let (pairs, _) = head.as_chunks::<2>();
    let count = |is: fn(&[u8; 2]) -> bool| pairs.iter().filter(|pair| is(pair)).count();
    let little = count(|[low, high]| *low != 0 && matches!(high, 0 | 1 | 0x1E | 0x20));
    let big = count(|[high, low]| *low != 0 && matches!(high, 0 | 1 | 0x1E | 0x20));
    let most = pairs.len() * 3 / 4;
    match (little > most, big > most) {
        (true, false) => Some(Encoding::Utf16Le),
        (false, true) => Some(Encoding::Utf16Be),
        (true, true) => Some(if little >= big { Encoding::Utf16Le } else { Encoding::Utf16Be }),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Encoding, decode};
    use proptest::prelude::*;

    const TEXT: &str = "Sáng 5/8, Thủ tướng chủ trì cuộc họp. 😀";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf16_is_found_with_and_without_its_mark() {
        for (mark, order, bytes) in [
            ("", Encoding::Utf16Le, u16::to_le_bytes as fn(u16) -> [u8; 2]),
            ("\u{FEFF}", Encoding::Utf16Le, u16::to_le_bytes),
            ("", Encoding::Utf16Be, u16::to_be_bytes),
            ("\u{FEFF}", Encoding::Utf16Be, u16::to_be_bytes),
        ] {
            let bytes = utf16(&format!("{mark}{TEXT}"), bytes);
            for asked in [Encoding::Auto, Encoding::Utf16, order] {
                let decoded = decode(&bytes, asked);
                assert_eq!(
                    (decoded.text.as_ref(), decoded.encoding, decoded.replaced),
                    (TEXT, order, 0),
                    "{mark:?} {asked:?}"
                );
            }
        }
    }

    #[test]
    fn what_cannot_be_decoded_is_replaced_and_counted() {
        let decoded = decode(b"B\xE1\xBB y\xFF", Encoding::Auto);
        assert_eq!((decoded.text.as_ref(), decoded.replaced), ("B\u{FFFD} y\u{FFFD}", 2));
        let odd = decode(&[b'a', 0, 0x00, 0xD8, b'b', 0, 7], Encoding::Utf16Le);
        assert_eq!((odd.text.as_ref(), odd.replaced), ("a\u{FFFD}b\u{FFFD}", 2));
    }

    #[test]
    fn the_mark_of_utf8_is_no_text() {
        assert_eq!(decode(b"\xEF\xBB\xBFabc", Encoding::Auto).text, "abc");
    }

    proptest! {
        #[test]
        fn good_utf8_with_a_vietnamese_letter_stays_and_is_borrowed(text in "[đẠơƯ]\\PC*") {
            let decoded = decode(text.as_bytes(), Encoding::Auto);
            prop_assert!(matches!(&decoded.text, std::borrow::Cow::Borrowed(same) if *same == text));
        }
    }
}
