//! One cluster: a character and all that joins it.

use super::builder::{Lossless, Steps};
use super::joining::joins;
use super::mapping::Mapped;
use crate::letter::{BREVE, CIRCUMFLEX, Vowel};
use crate::nfc;

/// Writes the normalized form of the cluster at the start of `text` to `into`, which is cleared first; returns the cluster's length in bytes.
///
/// Deleted characters between the parts belong to the cluster, those after its last part don't.
pub(super) fn normalize(steps: Steps, text: &str, into: &mut String) -> usize {
    into.clear();
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return 0;
    };
    if !steps.has(Lossless::Compose) {
        if !steps.deletes(first) {
            push(steps, first, into);
        }
        return first.len_utf8();
    }
    if let Some(len) = vowel_with_marks(steps, text, into) {
        return len;
    }
    let mut len = 0;
    let mut alone = true;
    if !steps.deletes(first) {
        len = first.len_utf8();
        push(steps, first, into);
    }
    for (at, letter) in text.char_indices().skip(usize::from(len > 0)) {
        if steps.deletes(letter) {
            continue;
        }
        if !joins(letter) {
            break;
        }
        alone = false;
        into.push(letter);
        len = at + letter.len_utf8();
    }
    if alone && first.is_ascii() {
        return len;
    }
    if steps.has(Lossless::MarkOrder) {
        order_marks(into);
    }
    nfc::compose(into);
    len
}

fn push(steps: Steps, letter: char, into: &mut String) {
    match steps.map(letter) {
        Mapped::One(one) => into.push(one),
        Mapped::Many(many) => into.push_str(many),
    }
}

/// The common case, without tables: a Vietnamese vowel and marks that all find a place on it.
fn vowel_with_marks(steps: Steps, text: &str, into: &mut String) -> Option<usize> {
    let mut letters = text.char_indices();
    let mut vowel = Vowel::of(letters.next()?.1)?;
    let mut len = text.len();
    for (at, letter) in letters {
        if !joins(letter) {
            // A deleted character may hide a further mark: leave that to the general way.
            if steps.deletes(letter) {
                return None;
            }
            len = at;
            break;
        }
        if misordered(vowel, letter) && !steps.has(Lossless::MarkOrder) {
            return None;
        }
        vowel = vowel.add(letter)?;
    }
    into.push(vowel.letter());
    Some(len)
}

/// Whether a tone mark above the letter stands before a mark of its own combining class: Unicode does not compose across it.
fn misordered(vowel: Vowel, mark: char) -> bool {
    use crate::Tone;
    matches!(mark, CIRCUMFLEX | BREVE) && !matches!(vowel.tone(), Tone::Ngang | Tone::Nang)
}

/// Moves a circumflex or breve that follows a tone mark before it, by composing the leading marks one by one.
fn order_marks(cluster: &mut String) {
    let mut letters = cluster.char_indices();
    let Some(mut vowel) = letters.next().and_then(|(_, letter)| Vowel::of(letter)) else {
        return;
    };
    let mut taken = None;
    for (at, letter) in letters {
        let Some(sum) = vowel.add(letter) else { break };
        vowel = sum;
        taken = Some(at + letter.len_utf8());
    }
    if let Some(end) = taken {
        let mut encoded = [0; 4];
        cluster.replace_range(..end, vowel.letter().encode_utf8(&mut encoded));
    }
}
