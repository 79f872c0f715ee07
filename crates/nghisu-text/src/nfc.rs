//! Unicode's canonical composition, in place.

use icu_normalizer::ComposingNormalizerBorrowed;

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
