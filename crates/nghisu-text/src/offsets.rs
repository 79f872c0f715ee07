//! Byte offsets to code points and UTF-16 units, many in one sweep.

/// A cursor over a text that counts as it goes: ask for offsets in rising order and the text is read once.
///
/// An offset before the last one is answered too, by counting back or from the start, whichever is nearer.
/// Nothing is allocated. An offset inside a character counts that character; one past the end counts the whole text.
///
/// ```
/// use nghisu_text::Sweep;
///
/// let text = "Bộ 🇻🇳";
/// let mut sweep = Sweep::new(text);
/// assert_eq!(sweep.code_points("Bộ".len()), 2);
/// assert_eq!(sweep.code_points(text.len()), 5);
/// assert_eq!(sweep.utf16(text.len()), 7); // each flag letter is a surrogate pair
/// ```
#[derive(Clone, Debug)]
pub struct Sweep<'a> {
    bytes: &'a [u8],
    at: usize,
    code_points: usize,
    /// Code points outside the Basic Multilingual Plane: one UTF-16 unit more each.
    astral: usize,
}

impl<'a> Sweep<'a> {
    /// A cursor at the start of `text`.
    #[must_use]
    pub const fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, code_points: 0, astral: 0 }
    }

    /// How many code points start before the byte `offset`.
    pub fn code_points(&mut self, offset: usize) -> usize {
        self.move_to(offset);
        self.code_points
    }

    /// How many UTF-16 units the code points that start before the byte `offset` take.
    pub fn utf16(&mut self, offset: usize) -> usize {
        self.move_to(offset);
        self.code_points + self.astral
    }

    fn move_to(&mut self, offset: usize) {
        let offset = offset.min(self.bytes.len());
        if offset < self.at {
            if offset < self.at - offset {
                *self = Self { bytes: self.bytes, at: 0, code_points: 0, astral: 0 };
            } else {
                let (code_points, astral) =
                    count(self.bytes.get(offset..self.at).unwrap_or_default());
                self.code_points -= code_points;
                self.astral -= astral;
                self.at = offset;
                return;
            }
        }
        let (code_points, astral) = count(self.bytes.get(self.at..offset).unwrap_or_default());
        self.code_points += code_points;
        self.astral += astral;
        self.at = offset;
    }
}

/// Code points, and those of them outside the BMP, by their first bytes.
fn count(bytes: &[u8]) -> (usize, usize) {
    let (mut code_points, mut astral) = (0, 0);
    // Chunks of at most 255 let the sums stay in bytes, which the compiler turns into vector code.
    for chunk in bytes.chunks(192) {
        let (mut first, mut wide) = (0_u8, 0_u8);
        for byte in chunk {
            first += u8::from(byte & 0xC0 != 0x80);
            wide += u8::from(*byte >= 0xF0);
        }
        code_points += usize::from(first);
        astral += usize::from(wide);
    }
    (code_points, astral)
}

#[cfg(test)]
mod tests {
    use super::Sweep;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_what_the_standard_library_counts(text in "(\\PC|[ạếđ🇻])*", order in proptest::collection::vec(any::<prop::sample::Index>(), 0..20)) {
            let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let mut sweep = Sweep::new(&text);
            for index in order {
                let at = borders[index.index(borders.len())];
                prop_assert_eq!(sweep.code_points(at), text[..at].chars().count());
                prop_assert_eq!(sweep.utf16(at), text[..at].encode_utf16().count());
            }
        }
    }

    #[test]
    fn long_texts_and_offsets_past_the_end() {
        let text = "Ủy ban nhân dân 😀 ".repeat(500);
        let mut sweep = Sweep::new(&text);
        assert_eq!(sweep.code_points(usize::MAX), 18 * 500);
        assert_eq!(sweep.utf16(usize::MAX), 19 * 500);
        assert_eq!(sweep.code_points(0), 0);
    }
}
