//! What single characters become.

use super::builder::{Lossless, Lossy, Steps};

/// What a character becomes before composition.
pub(super) enum Mapped {
    /// One character, perhaps the same.
    One(char),
    /// Several.
    Many(&'static str),
}

impl Steps {
    /// Whether a character is invisible and goes.
    pub(super) fn deletes(self, letter: char) -> bool {
        self.has(Lossless::Invisible)
            && matches!(
                letter,
                '\u{AD}' // soft hyphen
                    | '\u{180E}' // Mongolian vowel separator
                    | '\u{200B}'..='\u{200F}' // zero-width space and joiners, direction marks
                    | '\u{202A}'..='\u{202E}' // directional embeddings
                    | '\u{2060}'..='\u{2064}' // word joiner, invisible operators
                    | '\u{2066}'..='\u{2069}' // directional isolates
                    | '\u{FEFF}' // byte order mark
            )
    }

    pub(super) fn map(self, letter: char) -> Mapped {
        let (step, mapped): (super::Step, char) = match letter {
            '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                (Lossless::LineEnds.into(), '\n')
            }
            '\t'
            | '\u{A0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200A}'
            | '\u{202F}'
            | '\u{205F}'
            | '\u{3000}' => (Lossy::Spaces.into(), ' '),
            '\u{201C}'..='\u{201F}' | '«' | '»' => (Lossy::Quotes.into(), '"'),
            '\u{2018}'..='\u{201B}' | '‹' | '›' => (Lossy::Quotes.into(), '\''),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => (Lossy::Dashes.into(), '-'),
            'ð' | 'ɖ' => (Lossy::Lookalikes.into(), 'đ'),
            'Ð' | 'Ɖ' => (Lossy::Lookalikes.into(), 'Đ'),
            '\u{FF01}'..='\u{FF5E}' => (Lossy::Presentation.into(), full_width(letter)),
            '\u{FB00}'..='\u{FB06}' if self.has(Lossy::Presentation) => {
                return Mapped::Many(ligature(letter));
            }
            '…' if self.has(Lossy::Ellipsis) => return Mapped::Many("..."),
            same => return Mapped::One(same),
        };
        Mapped::One(if self.has(step) { mapped } else { letter })
    }
}

/// Full-width forms stand in the order of ASCII.
fn full_width(letter: char) -> char {
    char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter)
}

const fn ligature(letter: char) -> &'static str {
    match letter {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        _ => "st",
    }
}
