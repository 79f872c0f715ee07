//! The steps by name, and which of them run.

use super::Normalizer;
use crate::syllable::ToneStyle;

/// Steps that no reader of the printed text could notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Lossless {
    /// Canonical composition (NFC) of every cluster. Without it clusters are left as they are, and so is their mark order.
    Compose,
    /// Tone mark typed before the mark of the letter: `e` + acute + circumflex is `ế`. Unicode keeps the two orders apart.
    MarkOrder,
    /// The same mark typed twice on a Vietnamese vowel: once. Done while composing.
    DoubledMarks,
    /// Soft hyphens, zero-width spaces and joiners, byte order marks, directional controls: removed.
    Invisible,
    /// CR LF, CR, NEL, line and paragraph separators, form feeds, vertical tabs: one line feed each.
    LineEnds,
}

/// Steps that take away a distinction which print shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Lossy {
    /// Tabs, no-break spaces and spaces of other widths: one space each.
    Spaces,
    /// `“ ” „ ‟ « »` become `"`; `‘ ’ ‚ ‛ ‹ ›` become `'`.
    Quotes,
    /// `– — ― − ‐ ‑ ‒` become `-`.
    Dashes,
    /// `…` becomes `...`.
    Ellipsis,
    /// Letters that look like Vietnamese ones: `ð Ð Ɖ ɖ` become `đ Đ`; Cyrillic and Greek letters with a Latin double become Latin
    /// inside a word that has Latin letters, if all of the word's have one.
    Lookalikes,
    /// Full-width forms become ASCII, the ligatures `ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ` separate letters.
    Presentation,
    /// A hyphen that ends a line between letters, the second small, goes with the line's end. Not among the standard steps: it
    /// can join what its author had hyphenated.
    LineEndHyphens,
    /// A tone mark on the wrong letter moves: `hòan` to `hoàn`, `qúy` to `quý`, `gía` to `giá`. What is a syllable as it stands is not
    /// touched, nor what would be none afterwards. Not among the standard steps: [`word_key`](crate::word_key) understands such words as they are.
    MisplacedMarks,
}

/// What becomes of the tone marks of open `oa`, `oe`, `uy`, which two styles place differently.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ToneMarks {
    /// They stay where they are.
    #[default]
    Keep,
    /// All in one style.
    In(ToneStyle),
}

/// Any step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// No reader could notice it.
    Lossless(Lossless),
    /// It takes something away.
    Lossy(Lossy),
}

impl From<Lossless> for Step {
    fn from(step: Lossless) -> Self {
        Self::Lossless(step)
    }
}

impl From<Lossy> for Step {
    fn from(step: Lossy) -> Self {
        Self::Lossy(step)
    }
}

impl Step {
    const fn bit(self) -> u16 {
        1 << match self {
            Self::Lossless(step) => step as u16,
            Self::Lossy(step) => 8 + step as u16,
        }
    }
}

/// A set of steps, a bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Steps(u16);

impl Steps {
    pub(super) fn has(self, step: impl Into<Step>) -> bool {
        self.0 & step.into().bit() != 0
    }
}

/// Chooses the steps of a [`Normalizer`]. Starts with all the standard ones.
#[derive(Clone, Debug)]
pub struct NormalizerBuilder {
    steps: Steps,
    tone_marks: ToneMarks,
}

impl Default for NormalizerBuilder {
    fn default() -> Self {
        Self::nothing()
            .with(Lossless::Compose)
            .with(Lossless::MarkOrder)
            .with(Lossless::DoubledMarks)
            .with(Lossless::Invisible)
            .with(Lossless::LineEnds)
            .with(Lossy::Spaces)
            .with(Lossy::Quotes)
            .with(Lossy::Dashes)
            .with(Lossy::Ellipsis)
            .with(Lossy::Lookalikes)
            .with(Lossy::Presentation)
    }
}

impl NormalizerBuilder {
    const fn nothing() -> Self {
        Self { steps: Steps(0), tone_marks: ToneMarks::Keep }
    }

    /// Starts with canonical composition alone: Unicode's NFC.
    #[must_use]
    pub fn nfc() -> Self {
        Self::nothing().with(Lossless::Compose)
    }

    /// Adds a step.
    #[must_use]
    pub fn with(self, step: impl Into<Step>) -> Self {
        Self { steps: Steps(self.steps.0 | step.into().bit()), ..self }
    }

    /// Leaves a step out.
    #[must_use]
    pub fn without(self, step: impl Into<Step>) -> Self {
        Self { steps: Steps(self.steps.0 & !step.into().bit()), ..self }
    }

    /// Chooses the style of tone marks.
    #[must_use]
    pub fn tone_marks(self, tone_marks: ToneMarks) -> Self {
        Self { tone_marks, ..self }
    }

    /// Freezes the choice.
    #[must_use]
    pub fn build(self) -> Normalizer {
        Normalizer { steps: self.steps, tone_marks: self.tone_marks }
    }
}
