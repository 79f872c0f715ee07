//! One pass from any text to the one form that recognizers read.

mod builder;
mod cluster;
mod joining;
mod mapping;
mod scan;

pub use builder::{Lossless, Lossy, NormalizerBuilder, Step};
pub(crate) use joining::joins;

use crate::alignment::{Alignment, Edit};
use crate::error::TextError;
use builder::Steps;

/// Brings texts to the form that recognizers read, and keeps the way back to the original.
///
/// Built once, shared by threads; each thread brings its own [`Buffer`]. What is done, and what can be left out, is
/// listed at [`Lossless`] and [`Lossy`].
///
/// ```
/// use nghisu_text::{Buffer, Lossy, Normalizer};
///
/// let mut buffer = Buffer::new();
/// let all = Normalizer::default();
/// assert_eq!(all.normalize("“Đề án 06” – 2022\u{a0}…", &mut buffer)?.text, "\"Đề án 06\" - 2022 ...");
///
/// let dashes_kept = Normalizer::builder().without(Lossy::Dashes).build();
/// assert_eq!(dashes_kept.normalize("2021 – 2025", &mut buffer)?.text, "2021 – 2025");
/// # Ok::<(), nghisu_text::TextError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Normalizer {
    steps: Steps,
}

impl Default for Normalizer {
    fn default() -> Self {
        NormalizerBuilder::default().build()
    }
}

/// Scratch memory of one thread: cleared by each text, never freed.
#[derive(Clone, Debug, Default)]
pub struct Buffer {
    text: String,
    alignment: Alignment,
    cluster: String,
}

impl Buffer {
    /// An empty buffer; it allocates with the first text that changes.
    #[must_use]
    pub const fn new() -> Self {
        Self { text: String::new(), alignment: Alignment::identity(), cluster: String::new() }
    }
}

/// A normalized text and its way back.
#[derive(Clone, Copy, Debug)]
pub struct Normalized<'a> {
    /// The original itself when nothing was to be done, else text in the buffer.
    pub text: &'a str,
    /// Empty when both texts have the same offsets throughout.
    pub alignment: &'a Alignment,
}

impl Normalizer {
    /// All the standard steps, to take from or add to.
    #[must_use]
    pub fn builder() -> NormalizerBuilder {
        NormalizerBuilder::default()
    }

    /// Normalizes `text`. The result lives as long as `text` and the next use of `into`.
    ///
    /// # Errors
    /// [`TextError::TooLong`] when the text, or its normalized form, has more than `u32::MAX` bytes.
    pub fn normalize<'a>(
        &self,
        text: &'a str,
        into: &'a mut Buffer,
    ) -> Result<Normalized<'a>, TextError> {
        within_limit(text.len())?;
        into.text.clear();
        into.alignment.clear();
        let mut pass = Pass { steps: self.steps, text, copied: 0, buffer: into };
        let changed = pass.run();
        within_limit(into.text.len())?;
        let text = if changed { into.text.as_str() } else { text };
        Ok(Normalized { text, alignment: &into.alignment })
    }
}

fn within_limit(bytes: usize) -> Result<(), TextError> {
    if u32::try_from(bytes).is_ok() { Ok(()) } else { Err(TextError::TooLong { bytes }) }
}

/// The state of one pass over one text.
struct Pass<'t, 'b> {
    steps: Steps,
    text: &'t str,
    /// How much of `text` already stands in the buffer.
    copied: usize,
    buffer: &'b mut Buffer,
}

impl Pass<'_, '_> {
    /// Returns whether anything changed.
    fn run(&mut self) -> bool {
        let mut at = 0;
        while let Some(suspect) = scan::next_suspect(self.text, at) {
            at = self.resolve(suspect);
        }
        if self.copied == 0 && self.buffer.alignment.is_identity() {
            return false;
        }
        self.buffer.text.push_str(self.text.get(self.copied..).unwrap_or_default());
        true
    }

    /// Handles the character at `at`, which may need a change; returns where to go on.
    fn resolve(&mut self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let Some(first) = rest.chars().next() else {
            return self.text.len();
        };
        let composes = self.steps.has(Lossless::Compose);
        if composes && joins(first) {
            return self.cluster(self.before(at));
        }
        if self.steps.deletes(first) {
            let deleted = rest.find(|other| !self.steps.deletes(other)).unwrap_or(rest.len());
            let next = rest.get(deleted..).and_then(|rest| rest.chars().next());
            if composes && next.is_some_and(joins) {
                return self.cluster(self.before(at));
            }
            self.replace(at, at + deleted, "");
            return at + deleted;
        }
        if rest.starts_with("\r\n") && self.steps.has(Lossless::LineEnds) {
            self.replace(at, at + 2, "\n");
            return at + 2;
        }
        self.cluster(at)
    }

    /// Start of the character before `at`, unless what stands before is settled: then `at` itself.
    fn before(&self, at: usize) -> usize {
        let unsettled = self.text.get(self.copied..at).unwrap_or_default();
        at - unsettled.chars().next_back().map_or(0, char::len_utf8)
    }

    /// Maps and composes the cluster that starts at `start`; returns its end.
    fn cluster(&mut self, start: usize) -> usize {
        let mut scratch = core::mem::take(&mut self.buffer.cluster);
        let original = self.text.get(start..).unwrap_or_default();
        let len = cluster::normalize(self.steps, original, &mut scratch);
        let end = start + len;
        if original.get(..len) != Some(scratch.as_str()) {
            self.replace(start, end, &scratch);
        }
        self.buffer.cluster = scratch;
        end
    }

    fn replace(&mut self, start: usize, end: usize, with: &str) {
        let unchanged = self.text.get(self.copied..start).unwrap_or_default();
        self.buffer.text.push_str(unchanged);
        let original = self.text.get(start..end).unwrap_or_default();
        // One character for one of the same length moves no offset and cannot be cut in two.
        let aligned = original.len() == with.len() && is_one_char(original) && is_one_char(with);
        if !aligned {
            // The casts hold: the door refused longer originals, and a longer output is refused at the end.
            self.buffer.alignment.push(Edit {
                norm_start: self.buffer.text.len() as u32,
                orig_start: start as u32,
                norm_len: with.len() as u32,
                orig_len: (end - start) as u32,
            });
        }
        self.buffer.text.push_str(with);
        self.copied = end;
    }
}

fn is_one_char(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some() && chars.next().is_none()
}

#[cfg(test)]
mod tests;
