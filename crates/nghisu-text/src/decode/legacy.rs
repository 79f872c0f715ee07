//! The encodings of before Unicode.

use super::tables::{TCVN3, VISCII, WINDOWS_1252, viscii_control};
use super::{Decoded, Encoding, capital_font, vni};
use std::borrow::Cow;
use std::sync::LazyLock;

pub(super) fn decode(bytes: &[u8], encoding: Encoding) -> Decoded<'_> {
    // ASCII is the same in all of them, but for the six control characters of VISCII.
    if bytes.is_ascii()
        && (encoding != Encoding::Viscii
            || bytes.iter().all(|byte| viscii_control(*byte).is_none()))
    {
        let text = core::str::from_utf8(bytes).unwrap_or_default();
        return Decoded::known(Cow::Borrowed(text), encoding, 0);
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let replaced = append(bytes, encoding, &mut text);
    if encoding == Encoding::Tcvn3 && capital_font::may_show(bytes) {
        capital_font::restore(&mut text);
    }
    Decoded::known(Cow::Owned(text), encoding, replaced)
}

/// Appends the text of `bytes`, with the capital fonts of TCVN3 still in small letters; returns how many could not be decoded.
pub(super) fn append(bytes: &[u8], encoding: Encoding, into: &mut String) -> usize {
    match encoding {
        Encoding::Windows1258 => {
            let (text, _) = encoding_rs::WINDOWS_1258.decode_without_bom_handling(bytes);
            into.push_str(&text);
            text.matches(char::REPLACEMENT_CHARACTER).count()
        }
        Encoding::Vni => vni::decode(bytes, into),
        Encoding::Viscii => table(bytes, &VISCII_LETTERS, into),
        _ => table(bytes, &TCVN3_LETTERS, into),
    }
}

type Letters = [char; 256];

static VISCII_LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    letters(|byte| match byte {
        0x80.. => VISCII.get(usize::from(byte - 0x80)).copied(),
        _ => viscii_control(byte),
    })
});

static TCVN3_LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    letters(|byte| match byte {
        0xA0.. => TCVN3.get(usize::from(byte - 0xA0)).copied(),
        0x80.. => WINDOWS_1252.get(usize::from(byte - 0x80)).copied(),
        _ => None,
    })
});

fn letters(letter: impl Fn(u8) -> Option<char>) -> Letters {
    let mut letters = ['\0'; 256];
    letters
        .iter_mut()
        .zip(0..=255)
        .for_each(|(place, byte)| *place = letter(byte).unwrap_or(char::from(byte)));
    letters
}

fn table(bytes: &[u8], letters: &Letters, into: &mut String) -> usize {
    let mut replaced = 0;
    into.extend(bytes.iter().map(|byte| {
        let letter = letters.get(usize::from(*byte)).copied().unwrap_or_default();
        replaced += usize::from(letter == char::REPLACEMENT_CHARACTER);
        letter
    }));
    replaced
}
