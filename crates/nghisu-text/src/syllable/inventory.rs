//! Which onsets and rhymes written Vietnamese has, and which go together.
//!
//! Sources: Đoàn Thiện Thuật, «Ngữ âm tiếng Việt» (1977), for onset, medial, nucleus and coda and what each admits; Laurence C.
//! Thompson, "A Vietnamese Reference Grammar" (1987), for the spelling rules `c/k`, `g/gh`, `ng/ngh`, `i/y`; Hoàng Phê,
//! «Từ điển tiếng Việt», for rhymes of loans and sound words (`oong`, `ooc`, `êng`, `ec`).

use super::Syllable;
use crate::letter::Tone;

/// Longest first, so that the first prefix is the right one.
const ONSETS: [&str; 28] = [
    "ngh", "ng", "nh", "gh", "gi", "qu", "ch", "kh", "ph", "th", "tr", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];

/// Medial, nucleus, and the codas that may follow; the empty coda is an open syllable.
type Rhymes = (&'static str, &'static str, &'static [&'static str]);

const RHYMES: [Rhymes; 36] = [
    ("", "a", &["", "i", "o", "u", "y", "c", "ch", "m", "n", "ng", "nh", "p", "t"]),
    ("", "ă", &["c", "m", "n", "ng", "p", "t"]),
    ("", "â", &["u", "y", "c", "m", "n", "ng", "p", "t"]),
    ("", "e", &["", "o", "c", "m", "n", "ng", "p", "t"]),
    ("", "ê", &["", "u", "ch", "m", "n", "ng", "nh", "p", "t"]),
    ("", "i", &["", "u", "ch", "m", "n", "nh", "p", "t"]),
    ("", "y", &[""]),
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
    // After `qu` alone, whose `u` is the medial.
    ("qu", "yê", &["n", "t"]),
    ("qu", "y", &["", "ch", "n", "nh", "t"]),
    ("qu", "ô", &["c"]),
    ("qu", "ơ", &["", "n", "t"]),
    ("qu", "e", &["", "o", "n", "ng", "t"]),
    ("qu", "ă", &["c", "m", "n", "ng", "p", "t", "y"]),
];

/// The syllable that toneless lower-case `letters` write, without its tone.
pub(super) fn analyse(letters: &str) -> Option<Syllable> {
    let (onset, rest) =
        ONSETS.iter().find_map(|onset| letters.strip_prefix(onset).map(|rest| (*onset, rest)))?;
    // `gi` may lend its `i` to the rhyme: `gì`, `gìn`, `giếng`.
    let shared = letters.strip_prefix('g').filter(|_| onset == "gi");
    let whole = Some(rest).filter(|rest| onset != "gi" || !rest.starts_with('i'));
    let rhyme = |letters: Option<&str>| find_rhyme(onset, letters?);
    let (medial, nucleus, coda) = rhyme(shared).or_else(|| rhyme(whole))?;
    Some(Syllable { onset, medial, nucleus, coda, tone: Tone::Ngang })
}

fn find_rhyme(onset: &str, rhyme: &str) -> Option<(&'static str, &'static str, &'static str)> {
    RHYMES.iter().find_map(|(medial, nucleus, codas)| {
        let written = if *medial == "qu" { "" } else { *medial };
        let end = rhyme.strip_prefix(written)?.strip_prefix(nucleus)?;
        let coda = codas.iter().find(|coda| **coda == end)?;
        go_together(onset, medial, nucleus, coda).then_some((written, *nucleus, *coda))
    })
}

/// The spelling rules between an onset and what follows it.
fn go_together(onset: &str, medial: &str, nucleus: &str, coda: &str) -> bool {
    let front = medial.is_empty() && nucleus.starts_with(['i', 'e', 'ê', 'y']);
    match onset {
        "qu" => {
            return match medial {
                "qu" => true,
                "" => matches!(nucleus, "a" | "â" | "ê" | "i" | "ia"),
                // `quoàng`, `quoắt`: spellings of `quàng`, `quắt` that dictionaries list.
                "o" => matches!((nucleus, coda), ("a", "ng") | ("ă", "t")),
                _ => false,
            };
        }
        _ if medial == "qu" => return false,
        "c" | "g" | "ng" if front => return false,
        "k" | "gh" | "ngh" if !front => return false,
        _ => {}
    }
    match (medial, nucleus) {
        // `y` for /i/: alone, or in an open syllable after these onsets; `yê` only where no consonant stands before.
        ("", "y") => {
            matches!(onset, "" | "h" | "k" | "l" | "m" | "n" | "s" | "t" | "th" | "v")
                && coda.is_empty()
        }
        ("", "yê") => onset.is_empty(),
        ("", "iê") => !onset.is_empty(),
        // A lent `i` stands before a consonant or begins `iê`: `gia`, `giu` are gi + a, gi + u. `giê` is gi + ê only when open.
        ("", "ia") => onset != "gi",
        ("", "i") if onset == "gi" => coda != "u",
        ("", "ê") if onset == "gi" => coda.is_empty(),
        // The glide does not follow a glide-like onset.
        ("o" | "u", _) => onset != "gi",
        _ => true,
    }
}
