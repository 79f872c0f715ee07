//! The steps by name, and which of them run.

use super::Normalizer;

/// Steps that no reader of the printed text could notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Lossless {
    /// Canonical composition (NFC) of every cluster. Without it clusters are left as they are, and so is their mark order.
    Compose,
    /// Tone mark typed before the mark of the letter: `e` + acute + circumflex is `ế`. Unicode keeps the two orders apart.
    MarkOrder,
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
}

impl Default for NormalizerBuilder {
    fn default() -> Self {
        let none = Self { steps: Steps(0) };
        none.with(Lossless::Compose)
            .with(Lossless::MarkOrder)
            .with(Lossless::Invisible)
            .with(Lossless::LineEnds)
            .with(Lossy::Spaces)
            .with(Lossy::Quotes)
            .with(Lossy::Dashes)
            .with(Lossy::Ellipsis)
    }
}

impl NormalizerBuilder {
    /// Starts with canonical composition alone: Unicode's NFC.
    #[must_use]
    pub fn nfc() -> Self {
        Self { steps: Steps(0) }.with(Lossless::Compose)
    }

    /// Adds a step.
    #[must_use]
    pub fn with(self, step: impl Into<Step>) -> Self {
        Self { steps: Steps(self.steps.0 | step.into().bit()) }
    }

    /// Leaves a step out.
    #[must_use]
    pub fn without(self, step: impl Into<Step>) -> Self {
        Self { steps: Steps(self.steps.0 & !step.into().bit()) }
    }

    /// Freezes the choice.
    #[must_use]
    pub fn build(self) -> Normalizer {
        Normalizer { steps: self.steps }
    }
}
