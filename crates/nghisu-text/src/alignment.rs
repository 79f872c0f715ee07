//! Which bytes of the original a piece of normalized text stands for.

use crate::{NormSpan, OrigSpan};

/// One place where the normalized text and the original differ in length, or where several characters stand for several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// First byte in the normalized text.
    pub norm_start: u32,
    /// First byte in the original.
    pub orig_start: u32,
    /// Bytes in the normalized text; 0 where the original was deleted.
    pub norm_len: u32,
    /// Bytes in the original.
    pub orig_len: u32,
}

impl Edit {
    const fn norm_end(self) -> u32 {
        self.norm_start.saturating_add(self.norm_len)
    }

    const fn orig_end(self) -> u32 {
        self.orig_start.saturating_add(self.orig_len)
    }
}

/// The edits that lead from an original text to its normalized form, and the only way between their offsets.
///
/// Three rules make every span well defined:
/// - a span that touches part of an edit widens to the whole of it, so that a letter is never cut from its marks;
/// - what was deleted between two characters belongs to neither: it stays outside a span that ends or starts there;
/// - an empty span stays empty.
///
/// Without edits the two texts have the same offsets, and nothing is allocated.
///
/// ```
/// use nghisu_text::{Buffer, NormSpan, Normalizer};
///
/// let original = "Hội nghi\u{323} trực tuyến"; // one decomposed letter: i + dot below
/// let mut buffer = Buffer::new();
/// let normalized = Normalizer::default().normalize(original, &mut buffer)?;
/// let start = normalized.text.find("nghị").unwrap() as u32;
/// let there = normalized.alignment.to_original(NormSpan::new(start, start + "nghị".len() as u32));
/// assert_eq!(there.slice(original), "nghi\u{323}");
/// # Ok::<(), nghisu_text::TextError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    edits: Vec<Edit>,
}

impl Alignment {
    /// The alignment of a text with itself.
    #[must_use]
    pub const fn identity() -> Self {
        Self { edits: Vec::new() }
    }

    /// Whether both texts have the same offsets throughout.
    #[must_use]
    pub fn is_identity(&self) -> bool {
        self.edits.is_empty()
    }

    /// The edits, sorted by where they start, without overlaps in either text.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    pub(crate) fn clear(&mut self) {
        self.edits.clear();
    }

    /// Appends an edit that starts at or after the end of the last one, in both texts.
    pub(crate) fn push(&mut self, edit: Edit) {
        debug_assert!(self.edits.last().is_none_or(|last| {
            last.norm_end() <= edit.norm_start && last.orig_end() <= edit.orig_start
        }));
        self.edits.push(edit);
    }

    /// The bytes of the original that a span of the normalized text stands for.
    #[must_use]
    pub fn to_original(&self, span: NormSpan) -> OrigSpan {
        let (start, end) = project(&self.edits, span.start(), span.end(), |edit| {
            (edit.norm_start, edit.norm_len, edit.orig_start, edit.orig_len)
        });
        OrigSpan::new(start, end)
    }

    /// The bytes of the normalized text that stand for a span of the original. A span of deleted characters is empty there.
    #[must_use]
    pub fn to_normalized(&self, span: OrigSpan) -> NormSpan {
        let (start, end) = project(&self.edits, span.start(), span.end(), |edit| {
            (edit.orig_start, edit.orig_len, edit.norm_start, edit.norm_len)
        });
        NormSpan::new(start, end)
    }
}

/// Carries `start..end` over; `sides` gives an edit as (start here, length here, start there, length there).
fn project(
    edits: &[Edit],
    start: u32,
    end: u32,
    sides: impl Fn(Edit) -> (u32, u32, u32, u32),
) -> (u32, u32) {
    // The last edit that starts at or before `offset` decides where the byte at `offset` lies.
    let last_before = |offset: u32| {
        let count = edits.partition_point(|edit| sides(*edit).0 <= offset);
        count.checked_sub(1).and_then(|index| edits.get(index)).map(|edit| sides(*edit))
    };
    let first = match last_before(start) {
        None => start,
        Some((here, here_len, there, there_len)) => {
            let into = start - here;
            if into < here_len {
                there
            } else {
                there.saturating_add(there_len).saturating_add(into - here_len)
            }
        }
    };
    if start == end {
        return (first, first);
    }
    let last = end - 1;
    let past = match last_before(last) {
        None => end,
        Some((here, here_len, there, there_len)) => {
            let into = last - here;
            let there_end = there.saturating_add(there_len);
            if into < here_len {
                there_end
            } else {
                there_end.saturating_add(into - here_len).saturating_add(1)
            }
        }
    };
    (first, past)
}

#[cfg(test)]
mod tests {
    use super::{Alignment, Edit};
    use crate::{NormSpan, OrigSpan};

    /// `a“b` + zero width space + `c` became `a"bc`.
    fn quoted() -> Alignment {
        let mut alignment = Alignment::identity();
        alignment.push(Edit { norm_start: 1, orig_start: 1, norm_len: 1, orig_len: 3 });
        alignment.push(Edit { norm_start: 3, orig_start: 5, norm_len: 0, orig_len: 3 });
        alignment
    }

    #[test]
    fn deleted_characters_stay_outside_unless_surrounded() {
        let alignment = quoted();
        for (norm, orig) in [
            ((0, 1), (0, 1)),
            ((1, 2), (1, 4)),
            ((2, 3), (4, 5)),
            ((3, 4), (8, 9)),
            ((2, 4), (4, 9)),
            ((0, 4), (0, 9)),
        ] {
            let (norm, orig) = (NormSpan::new(norm.0, norm.1), OrigSpan::new(orig.0, orig.1));
            assert_eq!(alignment.to_original(norm), orig, "{norm:?}");
            assert_eq!(alignment.to_normalized(orig), norm, "{orig:?}");
        }
        assert_eq!(alignment.to_normalized(OrigSpan::new(5, 8)), NormSpan::new(3, 3));
        assert_eq!(alignment.to_normalized(OrigSpan::new(4, 7)), NormSpan::new(2, 3));
    }

    #[test]
    fn part_of_an_edit_widens_to_the_whole() {
        assert_eq!(quoted().to_normalized(OrigSpan::new(2, 3)), NormSpan::new(1, 2));
        let mut dots = Alignment::identity();
        dots.push(Edit { norm_start: 2, orig_start: 2, norm_len: 3, orig_len: 3 });
        assert_eq!(dots.to_original(NormSpan::new(3, 4)), OrigSpan::new(2, 5));
    }

    #[test]
    fn without_edits_offsets_are_the_same_even_past_the_end() {
        let span = Alignment::identity().to_original(NormSpan::new(3, u32::MAX));
        assert_eq!(span, OrigSpan::new(3, u32::MAX));
    }
}
