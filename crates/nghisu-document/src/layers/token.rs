use bitflags::bitflags;
use nghisu_text::NormSpan;

/// A frozen number for a word form: lower-cased, NFC, one tone-mark style (see
/// [`nghisu_text::word_key`]). Ids below the vocabulary's length are the same in every article;
/// those above belong to one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct WordId(pub u32);

bitflags! {
    /// What a token looks like. Exactly one of `SYLLABLE`, `NUMBER`, `ABBREVIATION`,
    /// `PUNCTUATION`, `OTHER` is set.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
    pub struct Shape: u16 {
        /// Letters that form one written word: a Vietnamese syllable or a foreign word.
        const SYLLABLE = 1;
        /// Digits, with the points and commas between them: `40.590`, `71,79`, `08`.
        const NUMBER = 1 << 1;
        /// Several capitals, or letters mixed with digits: `UBND`, `QĐ`, `TTg`, `4G`.
        const ABBREVIATION = 1 << 2;
        /// One mark: `,` `%` `/` `-`; `...` is one token.
        const PUNCTUATION = 1 << 3;
        /// Anything else: symbols, other scripts.
        const OTHER = 1 << 4;
        /// The first letter is a capital.
        const CAPITAL = 1 << 5;
        /// Every letter is a capital, and there are at least two.
        const UPPER = 1 << 6;
        /// White space stands before the token (or it begins the text).
        const SPACE_BEFORE = 1 << 7;
        /// The first token of a line.
        const LINE_START = 1 << 8;
        /// The first token of a sentence: a capital here says little.
        const SENTENCE_START = 1 << 9;
        /// A valid written Vietnamese syllable.
        const VIETNAMESE = 1 << 10;
        /// A Roman numeral in capitals: `II`, `XXI` (also `I`, `V`, `X`).
        const ROMAN = 1 << 11;
    }
}

/// The smallest unit of every recognizer: cut once, compared by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the normalized text.
    pub span: NormSpan,
    /// The word form.
    pub word: WordId,
    /// The same form without diacritics.
    pub bare: WordId,
    /// What it looks like.
    pub shape: Shape,
}

/// A half-open range of token numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TokenRange {
    /// The first token.
    pub start: u32,
    /// One after the last token.
    pub end: u32,
}

impl TokenRange {
    /// The range from `start` up to, not including, `end`.
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// How many tokens it holds.
    pub fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds none.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a token.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The least range that holds both.
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}
