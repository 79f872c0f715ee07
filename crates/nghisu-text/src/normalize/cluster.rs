//! One cluster: a character and all that joins it.

use super::builder::{Lossless, Steps};
use super::joining::joins;
use super::lookalike;
use super::mapping::Mapped;
use crate::letter::{BREVE, CIRCUMFLEX, Vowel};
use crate::nfc;

/// Writes the normalized form of the cluster at the start of `text` to `into`, which is cleared first; returns the cluster's length in bytes.
///
/// Deleted characters between the parts belong to the cluster, those after its last part don't.
/// With `latin` a Cyrillic or Greek letter becomes its Latin double.
pub(super) fn normalize(steps: Steps, latin: bool, text: &str, into: &mut String) -> usize {
    into.clear();
    let mut letters = text.chars();
    let Some(written) = letters.next() else {
        return 0;
    };
    let first = if latin { lookalike::latin(written).unwrap_or(written) } else { written };
    if !steps.has(Lossless::Compose) {
        if !steps.deletes(first) {
            push(steps, first, into);
        }
        return written.len_utf8();
    }
    let mut len = 0;
    let mut alone = true;
    if !steps.deletes(first) {
        len = written.len_utf8();
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
    // Canonical order first: it can bring a doubled mark to the front.
    nfc::compose(into);
    if settle_marks(steps, into) {
        nfc::compose(into);
    }
    len
}

fn push(steps: Steps, letter: char, into: &mut String) {
    match steps.map(letter) {
        Mapped::One(one) => into.push(one),
        Mapped::Many(many) => into.push_str(many),
    }
}

/// The common case, without tables: a Vietnamese vowel and marks that all find a place on it. Gives the letter and the cluster's length.
#[inline]
pub(super) fn vowel_with_marks(steps: Steps, text: &str) -> Option<(char, usize)> {
    let mut letters = text.char_indices();
    let mut vowel = Vowel::of(letters.next()?.1)?;
    for (at, letter) in letters {
        if !joins(letter) {
            // A deleted character may hide a further mark: leave that to the general way.
            return (!steps.deletes(letter)).then_some((vowel.letter(), at));
        }
        if misordered(vowel, letter) && !steps.has(Lossless::MarkOrder) {
            return None;
        }
        if !(vowel.has(letter) && steps.has(Lossless::DoubledMarks)) {
            vowel = vowel.add(letter)?;
        }
    }
    Some((vowel.letter(), text.len()))
}

/// Whether a tone mark above the letter stands before a mark of its own combining class: Unicode does not compose across it.
fn misordered(vowel: Vowel, mark: char) -> bool {
    use crate::Tone;
    matches!(mark, CIRCUMFLEX | BREVE) && !matches!(vowel.tone(), Tone::Ngang | Tone::Nang)
}

/// Composes the leading marks one by one: so a circumflex or breve after a tone mark finds its place, and a repeated mark is noticed.
/// Returns whether any was.
fn settle_marks(steps: Steps, cluster: &mut String) -> bool {
    // The marks belong to the last letter, should the first character have become several.
    let start = cluster.rfind(|letter| !joins(letter)).unwrap_or(0);
    let mut letters = cluster.get(start..).unwrap_or_default().char_indices();
    let Some(mut vowel) = letters.next().and_then(|(_, letter)| Vowel::of(letter)) else {
        return false;
    };
    let mut taken = None;
    for (at, letter) in letters {
        if misordered(vowel, letter) && !steps.has(Lossless::MarkOrder) {
            break;
        }
        match vowel.add(letter) {
            Some(sum) => vowel = sum,
            None if vowel.has(letter) && steps.has(Lossless::DoubledMarks) => {}
            None => break,
        }
        taken = Some(start + at + letter.len_utf8());
    }
    let Some(end) = taken else {
        return false;
    };
    let mut encoded = [0; 4];
    cluster.replace_range(start..end, vowel.letter().encode_utf8(&mut encoded));
    true
}
