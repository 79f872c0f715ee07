//! Which onsets and rhymes written Vietnamese has, and which go together.
//!
//! Sources: Đoàn Thiện Thuật, «Ngữ âm tiếng Việt» (1977), for onset, medial, nucleus and coda and what each admits; Laurence C.
//! Thompson, "A Vietnamese Reference Grammar" (1987), for the spelling rules `c/k`, `g/gh`, `ng/ngh`, `i/y`; Hoàng Phê,
//! «Từ điển tiếng Việt», for rhymes of loans and sound words (`oong`, `ooc`, `êng`, `ec`).

use super::spelling::{self, Spelling};
use super::{Syllable, ToneStyle};
use crate::letter::Tone;
use std::sync::LazyLock;

/// The onsets as written; their places here are the bits of [`Rhyme::onsets`].
const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
];

/// Medial, nucleus, and the codas that may follow; the empty coda is an open syllable.
type Rhymes = (&'static str, &'static str, &'static [&'static str]);

const RHYMES: [Rhymes; 30] = [
    ("", "a", &["", "i", "o", "u", "y", "c", "ch", "m", "n", "ng", "nh", "p", "t"]),
    ("", "ă", &["c", "m", "n", "ng", "p", "t"]),
    ("", "â", &["u", "y", "c", "m", "n", "ng", "p", "t"]),
    ("", "e", &["", "o", "c", "m", "n", "ng", "p", "t"]),
    ("", "ê", &["", "u", "ch", "m", "n", "ng", "nh", "p", "t"]),
    ("", "i", &["", "u", "ch", "m", "n", "nh", "p", "t"]),
    // Closed `y` stands after `qu` alone: `quỵt`, `quýnh`.
    ("", "y", &["", "ch", "n", "nh", "t"]),
    ("", "o", &["", "i", "c", "m", "n", "ng", "p", "t"]),
    ("", "ô", &["", "i", "c", "m", "n", "ng", "p", "t"]),
    ("", "ơ", &["", "i", "m", "n", "p", "t"]),
    ("", "u", &["", "i", "c", "m", "n", "ng", "p", "t"]),
    ("", "ư", &["", "i", "u", "c", "m", "n", "ng", "t"]),
    ("", "ia", &[""]),
    ("", "ua", &[""]),
    ("", "ưa", &[""]),
    ("", "iê", &["u", "c", "m", "n", "ng", "p", "t"]),
    ("", "yê", &["u", "m", "n", "ng", "t"]),
    ("", "uô", &["i", "c", "m", "n", "ng", "t"]),
    ("", "ươ", &["i", "u", "c", "m", "n", "ng", "p", "t"]),
    ("", "oo", &["c", "ng"]),
    ("", "ôô", &["ng"]),
    ("o", "a", &["", "i", "o", "y", "c", "ch", "m", "n", "ng", "nh", "p", "t"]),
    ("o", "ă", &["c", "m", "n", "ng", "t"]),
    ("o", "e", &["", "o", "m", "n", "t"]),
    ("u", "â", &["y", "n", "ng", "t"]),
    ("u", "ê", &["", "u", "ch", "n", "nh"]),
    ("u", "ơ", &[""]),
    ("u", "y", &["", "u", "ch", "n", "nh", "p", "t"]),
    ("u", "yê", &["n", "t"]),
    ("u", "ya", &[""]),
];

/// A rhyme and what may stand before it.
#[derive(Clone, Copy)]
struct Rhyme {
    key: Key,
    medial: &'static str,
    nucleus: &'static str,
    coda: &'static str,
    /// A bit for each onset.
    onsets: u32,
    /// Which of its letters bears the tone mark in the old and in the new style.
    marked: [u8; 2],
}

/// No rhyme has more than four letters, so it is one number.
type Key = [u8; 4];

/// All rhymes, about 190, in slots by a hash of the key. Made at first use in a third of a millisecond.
struct Inventory {
    slots: [Option<Rhyme>; SLOTS],
}

const SLOTS: usize = 1024;

static INVENTORY: LazyLock<Inventory> = LazyLock::new(Inventory::new);

impl Inventory {
    fn new() -> Self {
        let mut inventory = Self { slots: [None; SLOTS] };
        for (medial, nucleus, codas) in RHYMES {
            for coda in codas {
                inventory.insert(Rhyme::new(medial, nucleus, coda));
            }
        }
        inventory
    }

    fn insert(&mut self, rhyme: Rhyme) {
        if let Some(slot) =
            places(rhyme.key).find(|slot| self.slots.get(*slot).is_some_and(Option::is_none))
            && let Some(free) = self.slots.get_mut(slot)
        {
            *free = Some(rhyme);
        }
    }

    fn find(&self, letters: &[u8]) -> Option<&Rhyme> {
        let key = key(letters)?;
        let slots = places(key).map_while(|slot| self.slots.get(slot)?.as_ref());
        slots.take(SLOTS).find(|rhyme| rhyme.key == key)
    }
}

/// The slots to look at for a key, in order.
fn places(key: Key) -> impl Iterator<Item = usize> {
    // Fibonacci hashing: the upper bits of the product are well mixed.
    let hash = u32::from_le_bytes(key).wrapping_mul(0x9E37_79B9) >> 22;
    (hash as usize..).map(|slot| slot % SLOTS)
}

fn key(letters: &[u8]) -> Option<Key> {
    let mut key = [0; 4];
    key.get_mut(..letters.len())?.copy_from_slice(letters);
    Some(key)
}

impl Rhyme {
    fn new(medial: &'static str, nucleus: &'static str, coda: &'static str) -> Self {
        let mut key = [0; 4];
        let letters =
            [medial, nucleus, coda].into_iter().flat_map(str::chars).filter_map(spelling::code);
        key.iter_mut().zip(letters).for_each(|(place, (code, _))| *place = code);
        let admits = |onset: &&str| go_together(onset, medial, nucleus, coda);
        let onsets = ONSETS
            .iter()
            .zip(0..)
            .filter(|(onset, _)| admits(onset))
            .fold(0, |bits, (_, bit)| bits | 1 << bit);
        let marked = [ToneStyle::Old, ToneStyle::New]
            .map(|style| marked_letter(medial, nucleus, coda, style));
        Self { key, medial, nucleus, coda, onsets, marked }
    }
}

/// The syllable that the letters write, without its tone.
pub(super) fn analyse(spelling: &Spelling) -> Option<Syllable> {
    let letters = spelling.letters();
    let (onset, length) = onset(letters);
    let whole = letters.get(length..)?;
    if onset == GI {
        // `gi` may lend its `i` to the rhyme: `gì`, `gìn`, `giếng`.
        let lent = letters.get(1..)?;
        return syllable(onset, 1, lent).or_else(|| {
            if whole.first() == Some(&spelling::I) { None } else { syllable(onset, length, whole) }
        });
    }
    syllable(onset, length, whole)
}

fn syllable(onset: usize, rhyme_at: usize, rhyme: &[u8]) -> Option<Syllable> {
    let rhyme = INVENTORY.find(rhyme).filter(|rhyme| rhyme.onsets >> onset & 1 == 1)?;
    Some(Syllable {
        onset: ONSETS.get(onset)?,
        medial: rhyme.medial,
        nucleus: rhyme.nucleus,
        coda: rhyme.coda,
        tone: Tone::Ngang,
        marked: rhyme.marked.map(|letter| letter + rhyme_at as u8),
    })
}

const GI: usize = 8;

/// The onset at the start of the letters, as its place in `ONSETS` and its length.
fn onset(letters: &[u8]) -> (usize, usize) {
    match *letters {
        [b'n', b'g', b'h', ..] => (16, 3),
        [b'n', b'g', ..] => (15, 2),
        [b'n', b'h', ..] => (17, 2),
        [b'n', ..] => (14, 1),
        [b'c', b'h', ..] => (3, 2),
        [b'c', ..] => (2, 1),
        [b'g', b'h', ..] => (7, 2),
        [b'g', spelling::I, ..] => (GI, 2),
        [b'g', ..] => (6, 1),
        [b'k', b'h', ..] => (11, 2),
        [b'k', ..] => (10, 1),
        [b'p', b'h', ..] => (19, 2),
        [b'p', ..] => (18, 1),
        [b'q', spelling::U, ..] => (20, 2),
        [b't', b'h', ..] => (24, 2),
        [b't', b'r', ..] => (25, 2),
        [b't', ..] => (23, 1),
        [b'b', ..] => (1, 1),
        [b'd', ..] => (4, 1),
        [spelling::D_STROKE, ..] => (5, 1),
        [b'h', ..] => (9, 1),
        [b'l', ..] => (12, 1),
        [b'm', ..] => (13, 1),
        [b'r', ..] => (21, 1),
        [b's', ..] => (22, 1),
        [b'v', ..] => (26, 1),
        [b'x', ..] => (27, 1),
        _ => (0, 0),
    }
}

/// Which letter of a rhyme, counted from 0, bears the tone mark.
fn marked_letter(medial: &str, nucleus: &str, coda: &str, style: ToneStyle) -> u8 {
    let at = medial.len() as u8;
    match nucleus {
        // Before a coda the diphthong's second letter, in an open syllable (ia, ua, ưa, ya) its first.
        "iê" | "yê" | "uô" | "ươ" | "oo" | "ôô" => at + 1,
        "a" | "e" | "y" if style == ToneStyle::Old && coda.is_empty() && !medial.is_empty() => 0,
        _ => at,
    }
}

/// The spelling rules between an onset and what follows it.
fn go_together(onset: &str, medial: &str, nucleus: &str, coda: &str) -> bool {
    let front = medial.is_empty() && nucleus.starts_with(['i', 'e', 'ê', 'y']);
    match (onset, medial, nucleus) {
        // `qu` has the medial in it. `quoàng`, `quoắt` are spellings of `quàng`, `quắt` that dictionaries list.
        ("qu", "", "a" | "ă" | "â" | "e" | "ê" | "i" | "ia" | "y") => true,
        ("qu", "", "yê") => matches!(coda, "n" | "t"),
        ("qu", "", "ơ") => matches!(coda, "" | "n" | "t"),
        ("qu", "", "ô") => coda == "c",
        ("qu", "o", "a") => coda == "ng",
        ("qu", "o", "ă") => coda == "t",
        ("qu", ..) => false,
        ("c" | "g" | "ng", ..) if front => false,
        ("k" | "gh" | "ngh", ..) => front && y_stands(onset, medial, nucleus, coda),
        // A lent `i` stands before a consonant or begins `iê`: `gia`, `giu` are gi + a, gi + u. `giê` is gi + ê only when open.
        ("gi", "", "ia") => false,
        ("gi", "", "i") => coda != "u",
        ("gi", "", "ê") => coda.is_empty(),
        // The glide does not follow a glide-like onset.
        ("gi", "o" | "u", _) => false,
        _ => y_stands(onset, medial, nucleus, coda),
    }
}

/// `y` for /i/: alone, or in an open syllable after some onsets; `yê` where no consonant stands before, `iê` where one does.
fn y_stands(onset: &str, medial: &str, nucleus: &str, coda: &str) -> bool {
    match (medial, nucleus) {
        ("", "y") => {
            coda.is_empty()
                && matches!(onset, "" | "h" | "k" | "l" | "m" | "n" | "s" | "t" | "th" | "v")
        }
        ("", "yê") => onset.is_empty(),
        ("", "iê") => !onset.is_empty(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{INVENTORY, ONSETS, RHYMES, onset};
    use crate::syllable::spelling::Spelling;

    #[test]
    fn every_rhyme_has_its_own_key() {
        let rhymes: usize = RHYMES.iter().map(|(_, _, codas)| codas.len()).sum();
        assert_eq!(INVENTORY.slots.iter().flatten().count(), rhymes);
        for (medial, nucleus, codas) in RHYMES {
            for coda in codas {
                let spelling = Spelling::of(&[medial, nucleus, coda].concat()).unwrap();
                let rhyme = INVENTORY.find(spelling.letters()).unwrap();
                assert_eq!((rhyme.medial, rhyme.nucleus, rhyme.coda), (medial, nucleus, *coda));
            }
        }
    }

    #[test]
    fn every_onset_is_read_whole() {
        for (place, written) in ONSETS.iter().enumerate() {
            let spelling = Spelling::of(&format!("{written}a")).unwrap();
            assert_eq!(onset(spelling.letters()), (place, written.chars().count()), "{written}");
        }
    }
}
