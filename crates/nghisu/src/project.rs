//! From spans of the normalized text to offsets of the original, in the unit the user asked for.

use nghisu_document::layers::Published;
use nghisu_text::{Alignment, NormSpan, OrigSpan};

/// The unit of every offset that leaves the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// Unicode code points: Python, BRAT, spaCy. The contract's default.
    #[default]
    CodePoint,
    /// Bytes of UTF-8: Rust, `tokenizers`.
    Byte,
    /// UTF-16 code units: Lucene, JavaScript.
    Utf16,
}

/// How often the running count is noted down. Between two notes at most this many bytes are
/// counted at a look-up; one cache line.
const STRIDE: usize = 64;

/// Counts of code points or UTF-16 units up to every [`STRIDE`]th byte of one text, made in one
/// sweep; a look-up then counts within one stride.
#[derive(Debug, Default)]
pub(crate) struct Units {
    unit: OffsetUnit,
    counts: Vec<u32>,
}

impl Units {
    /// Sweeps a text. Pure ASCII and byte offsets need no table.
    pub(crate) fn measure(&mut self, text: &str, unit: OffsetUnit) {
        self.unit = if text.is_ascii() { OffsetUnit::Byte } else { unit };
        self.counts.clear();
        if self.unit == OffsetUnit::Byte {
            return;
        }
        let mut total = 0;
        for stride in text.as_bytes().chunks(STRIDE) {
            self.counts.push(total);
            total += self.count(stride);
        }
        self.counts.push(total);
    }

    fn count(&self, bytes: &[u8]) -> u32 {
        // A code point begins at every byte that is no continuation byte (the two high bits 10);
        // one beyond the basic plane (a lead byte of 0xF0 or more) is two UTF-16 units.
        let (words, rest) = bytes.as_chunks::<8>();
        let continued = words.iter().map(|word| {
            let word = u64::from_le_bytes(*word);
            (word & !(word << 1) & ((u64::MAX / 255) << 7)).count_ones()
        });
        let continued: u32 = continued.sum();
        let points = 8 * words.len() as u32 - continued
            + rest.iter().filter(|&&b| (b as i8) >= -0x40).count() as u32;
        let pairs = match self.unit {
            OffsetUnit::Utf16 => bytes.iter().filter(|&&b| b >= 0xF0).count(),
            _ => 0,
        };
        points + pairs as u32
    }

    /// The offset of a byte of the text that was measured.
    pub(crate) fn at(&self, text: &str, byte: u32) -> u32 {
        if self.unit == OffsetUnit::Byte {
            return byte;
        }
        let byte = byte as usize;
        let from = byte / STRIDE;
        let noted = self.counts.get(from).copied().unwrap_or_default();
        noted + self.count(text.as_bytes().get(from * STRIDE..byte).unwrap_or_default())
    }
}

/// What the writers need to point into the original text.
#[derive(Clone, Copy)]
pub(crate) struct Projection<'a> {
    pub(crate) original: &'a str,
    pub(crate) alignment: &'a Alignment,
    pub(crate) units: &'a Units,
    pub(crate) published: Option<Published>,
}

impl<'a> Projection<'a> {
    /// The start and end offsets of a span, and its words in the original text.
    pub(crate) fn locate(&self, span: NormSpan) -> (u32, u32, &'a str) {
        let original: OrigSpan = self.alignment.to_original(span);
        let start = self.units.at(self.original, original.start());
        let end = self.units.at(self.original, original.end());
        (start, end, original.slice(self.original))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_what_each_unit_counts() {
        let text = "Nghị 😀 sự ".repeat(40);
        let mut units = Units::default();
        for (byte, _) in text.char_indices() {
            let before = text.get(..byte).unwrap();
            for (unit, expected) in [
                (OffsetUnit::CodePoint, before.chars().count()),
                (OffsetUnit::Utf16, before.encode_utf16().count()),
                (OffsetUnit::Byte, byte),
            ] {
                units.measure(&text, unit);
                assert_eq!(units.at(&text, byte as u32), expected as u32, "{unit:?} at {byte}");
            }
        }
    }
}
