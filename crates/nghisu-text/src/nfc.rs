//! Unicode's canonical forms.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();

/// Brings `text` to NFC; nothing is written when it is there already.
pub(crate) fn compose(text: &mut String) {
    let normal = NFC.split_normalized(text).0.len();
    if normal == text.len() {
        return;
    }
    let tail = NFC.normalize(text.get(normal..).unwrap_or_default()).into_owned();
    text.truncate(normal);
    text.push_str(&tail);
}

/// Writes `text` in Unicode's decomposed form, NFD, to `into`, which is cleared first.
///
/// ```
/// let mut decomposed = String::new();
/// nghisu_text::decompose("Huế", &mut decomposed);
/// assert_eq!(decomposed, "Hue\u{302}\u{301}");
/// ```
pub fn decompose(text: &str, into: &mut String) {
    into.clear();
    // Writing to a String does not fail.
    let _ = DecomposingNormalizerBorrowed::new_nfd().normalize_to(text, into);
}
