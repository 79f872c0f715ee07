//! Numerals: digits and number words, chained with magnitude words, and what they are worth.

mod digits;
mod scan;
mod words;

pub(crate) use digits::{Habit, Literal, Separators};
pub(crate) use scan::Scanner;
pub(crate) use words::NumberWords;

use nghisu_document::layers::{Decimal, TokenRange};

/// A number as it stands in the text, whatever it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Numeral {
    /// Its tokens.
    pub(crate) tokens: TokenRange,
    /// Its value.
    pub(crate) value: Decimal,
    /// The power of ten of its last magnitude words: 6 for `2,5 triệu`.
    pub(crate) power: u8,
    /// `hàng chục`, `vài trăm`.
    pub(crate) approx: bool,
    /// Written in words throughout.
    pub(crate) words: bool,
    /// The separators of its digits, where it is of digits alone.
    pub(crate) separators: Option<Separators>,
}

impl Numeral {
    /// Whether it is one word for a number below ten or ten itself: a determiner as often as a count.
    pub(crate) fn is_small_word(&self) -> bool {
        self.words && self.tokens.len() == 1
    }
}
