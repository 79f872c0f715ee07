//! One pass from any text to the one form that recognizers read.

mod builder;
mod cluster;
mod joining;
mod lookalike;
mod mapping;
mod pass;
mod scan;
mod stream;
mod tone;

pub use builder::{Lossless, Lossy, NormalizerBuilder, Step, ToneMarks};
pub(crate) use joining::joins;
pub use stream::Streamed;

use crate::alignment::{Alignment, Edit};
use crate::error::TextError;
use builder::Steps;
use pass::Pass;

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
    tone_marks: ToneMarks,
}

impl Default for Normalizer {
    fn default() -> Self {
        NormalizerBuilder::default().build()
    }
}

/// Scratch memory of one thread: cleared by each text, never freed.
#[derive(Clone, Debug, Default)]
pub struct Buffer {
    output: Output,
    /// The output once tone marks have moved.
    moved: Output,
    cluster: String,
}

/// A text in the making and its edits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Output {
    text: String,
    alignment: Alignment,
}

impl Buffer {
    /// An empty buffer; it allocates with the first text that changes.
    #[must_use]
    pub const fn new() -> Self {
        Self { output: Output::new(), moved: Output::new(), cluster: String::new() }
    }

    pub(crate) fn output_and_scratch(&mut self) -> (&mut Output, &mut String) {
        (&mut self.output, &mut self.cluster)
    }
}

impl Output {
    const fn new() -> Self {
        Self { text: String::new(), alignment: Alignment::identity() }
    }

    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.alignment.clear();
    }

    /// Appends what stays as it was.
    pub(crate) fn keep(&mut self, unchanged: &str) {
        self.text.push_str(unchanged);
    }

    /// Appends what stands for `original`, which starts at the byte `start` there.
    pub(crate) fn replace(&mut self, start: usize, original: &str, with: &str) {
        // One character for one of the same length moves no offset and cannot be cut in two.
        let aligned = original.len() == with.len() && is_one_char(original) && is_one_char(with);
        if !aligned {
            // The casts hold: the door refused longer originals, and a longer output is refused at the end.
            self.alignment.push(Edit {
                norm_start: self.text.len() as u32,
                orig_start: start as u32,
                norm_len: with.len() as u32,
                orig_len: original.len() as u32,
            });
        }
        self.text.push_str(with);
    }

    pub(crate) fn finished(&self) -> Result<Normalized<'_>, TextError> {
        within_limit(self.text.len())?;
        Ok(Normalized { text: &self.text, alignment: &self.alignment })
    }
}

fn is_one_char(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some() && chars.next().is_none()
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
        into.output.clear();
        let mut pass = Pass::new(self.steps, text, into);
        let changed = pass.run();
        within_limit(into.output.text.len())?;
        let here = if changed { into.output.text.as_str() } else { text };
        let repair = self.steps.has(Lossy::MisplacedMarks);
        if (repair || self.tone_marks != ToneMarks::Keep)
            && tone::place(self.tone_marks, repair, here, &into.output.alignment, &mut into.moved)
        {
            return into.moved.finished();
        }
        Ok(Normalized { text: here, alignment: &into.output.alignment })
    }
}

pub(crate) fn within_limit(bytes: usize) -> Result<(), TextError> {
    if u32::try_from(bytes).is_ok() { Ok(()) } else { Err(TextError::TooLong { bytes }) }
}

#[cfg(test)]
mod tests;
