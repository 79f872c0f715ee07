//! Half-open byte ranges, one type for each text they may point into.

macro_rules! span {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            start: u32,
            end: u32,
        }

        impl $name {
            /// The bytes from `start` up to, not including, `end`. An `end` before `start` gives the empty span at `start`.
            #[must_use]
            pub const fn new(start: u32, end: u32) -> Self {
                Self { start, end: if end < start { start } else { end } }
            }

            /// First byte of the span.
            #[must_use]
            pub const fn start(self) -> u32 {
                self.start
            }

            /// First byte after the span.
            #[must_use]
            pub const fn end(self) -> u32 {
                self.end
            }

            /// Length in bytes.
            #[must_use]
            pub const fn len(self) -> u32 {
                self.end - self.start
            }

            /// Whether the span holds no byte.
            #[must_use]
            pub const fn is_empty(self) -> bool {
                self.start == self.end
            }

            /// Whether every byte of `other` is in this span, and its ends too: the empty span at either border is inside.
            #[must_use]
            pub const fn contains(self, other: Self) -> bool {
                self.start <= other.start && other.end <= self.end
            }

            /// Whether the byte at `offset` is in this span.
            #[must_use]
            pub const fn contains_offset(self, offset: u32) -> bool {
                self.start <= offset && offset < self.end
            }

            /// Whether the two spans share a byte. Neighbours don't, and an empty span shares none.
            #[must_use]
            pub const fn overlaps(self, other: Self) -> bool {
                let start = if self.start > other.start { self.start } else { other.start };
                let end = if self.end < other.end { self.end } else { other.end };
                start < end
            }

            /// The smallest span that contains both.
            #[must_use]
            pub const fn cover(self, other: Self) -> Self {
                Self {
                    start: if self.start < other.start { self.start } else { other.start },
                    end: if self.end > other.end { self.end } else { other.end },
                }
            }

            /// The piece of `text` under the span; `""` when the span lies off the text or cuts a character.
            #[must_use]
            pub fn slice(self, text: &str) -> &str {
                text.get(self.start as usize..self.end as usize).unwrap_or_default()
            }
        }
    };
}

span! {
    /// A half-open range of bytes of the normalized text. Only [`Alignment`](crate::Alignment) turns it into an [`OrigSpan`].
    NormSpan
}

span! {
    /// A half-open range of bytes of the original text: what the caller gave, after decoding and before any normalization.
    OrigSpan
}

#[cfg(test)]
mod tests {
    use super::NormSpan;

    #[test]
    fn slice_is_empty_when_off_the_text_or_inside_a_character() {
        let text = "Bộ Y tế";
        assert_eq!(NormSpan::new(0, 4).slice(text), "Bộ");
        assert_eq!(NormSpan::new(0, 2).slice(text), "");
        assert_eq!(NormSpan::new(5, 900).slice(text), "");
    }

    #[test]
    fn neighbours_do_not_overlap_but_are_covered() {
        let (left, right) = (NormSpan::new(2, 5), NormSpan::new(5, 9));
        assert!(!left.overlaps(right) && left.overlaps(NormSpan::new(4, 6)));
        assert!(!left.overlaps(NormSpan::new(3, 3)));
        assert_eq!(left.cover(right), NormSpan::new(2, 9));
        assert!(left.cover(right).contains(right) && !right.contains(left));
        assert!(left.contains_offset(2) && !left.contains_offset(5));
    }

    #[test]
    fn a_backward_range_is_empty() {
        assert!(NormSpan::new(7, 3).is_empty());
        assert_eq!(NormSpan::new(7, 3).len(), 0);
    }
}
