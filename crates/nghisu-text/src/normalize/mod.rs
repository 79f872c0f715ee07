//! One pass from any text to the one form that recognizers read.

mod builder;
mod cluster;
mod joining;
mod lookalike;
mod mapping;
mod scan;
mod stream;
mod tone;

pub use builder::{Lossless, Lossy, NormalizerBuilder, Step, ToneMarks};
pub(crate) use joining::joins;
pub use stream::Streamed;

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

/// The state of one pass over one text.
struct Pass<'t, 'b> {
    steps: Steps,
    text: &'t str,
    /// How much of `text` already stands in the buffer.
    copied: usize,
    /// Whether anything changed.
    changed: bool,
    /// The last word with Cyrillic or Greek letters.
    word: lookalike::Decision,
    /// Where the next hyphen at a line's end may be; `None` when there is no further one or nobody asks.
    hyphen: Option<usize>,
    buffer: &'b mut Buffer,
}

impl<'t, 'b> Pass<'t, 'b> {
    fn new(steps: Steps, text: &'t str, buffer: &'b mut Buffer) -> Self {
        let hyphen = if steps.has(Lossy::LineEndHyphens) { line_end_hyphen(text, 0) } else { None };
        Self {
            steps,
            text,
            copied: 0,
            changed: false,
            word: lookalike::Decision::default(),
            hyphen,
            buffer,
        }
    }

    /// Returns whether anything changed.
    fn run(&mut self) -> bool {
        let mut at = 0;
        loop {
            let suspect = scan::next_suspect(self.text, at);
            at = match (self.hyphen, suspect) {
                (Some(hyphen), suspect) if suspect.is_none_or(|suspect| hyphen < suspect) => {
                    self.join_line(hyphen)
                }
                (_, Some(suspect)) => self.resolve(suspect),
                (_, None) => break,
            };
        }
        if self.changed {
            self.buffer.output.keep(self.text.get(self.copied..).unwrap_or_default());
        }
        self.changed
    }

    /// Removes the hyphen at `at` with the line end after it, when it parts a word; returns where to go on.
    fn join_line(&mut self, at: usize) -> usize {
        self.hyphen = line_end_hyphen(self.text, at + 1);
        let shown = |letter: &char| !self.steps.deletes(*letter);
        let before = self.text.get(..at).unwrap_or_default().chars().rev().find(shown);
        let after = self.text.get(at + 1..).unwrap_or_default();
        let line_end = if after.starts_with('\r') { 2 } else { 1 };
        let next = after.get(line_end..).unwrap_or_default().chars().find(shown);
        let parts_word = before.is_some_and(|letter| letter.is_alphabetic() || joins(letter))
            && next.is_some_and(|letter| letter.is_lowercase() && !joins(letter));
        if at < self.copied || !parts_word {
            return at.max(self.copied) + usize::from(at >= self.copied);
        }
        let end = at + 1 + line_end;
        self.replace(at, end, "");
        end
    }

    /// Handles the character at `at`, which may need a change; returns where to go on.
    fn resolve(&mut self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let Some(first) = rest.chars().next() else {
            return self.text.len();
        };
        let composes = self.steps.has(Lossless::Compose);
        if composes && joins(first) {
            return self.marked(self.before(at));
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
        if lookalike::is_suspect(first) && at >= self.word.end && self.steps.has(Lossy::Lookalikes)
        {
            self.word = lookalike::judge(self.steps, self.text, at);
        }
        self.cluster(at)
    }

    /// Start of the character before `at`, unless what stands before is settled: then `at` itself.
    fn before(&self, at: usize) -> usize {
        let unsettled = self.text.get(self.copied..at).unwrap_or_default();
        at - unsettled.chars().next_back().map_or(0, char::len_utf8)
    }

    /// Composes the cluster that starts at `start` and has a mark; returns its end.
    fn marked(&mut self, start: usize) -> usize {
        match cluster::vowel_with_marks(self.steps, self.text.get(start..).unwrap_or_default()) {
            Some((letter, len)) => {
                self.replace(start, start + len, letter.encode_utf8(&mut [0; 4]));
                start + len
            }
            None => self.cluster(start),
        }
    }

    /// Maps and composes the cluster that starts at `start`; returns its end.
    fn cluster(&mut self, start: usize) -> usize {
        let mut scratch = core::mem::take(&mut self.buffer.cluster);
        let original = self.text.get(start..).unwrap_or_default();
        let latin = self.word.latin && start < self.word.end;
        let len = cluster::normalize(self.steps, latin, original, &mut scratch);
        let end = start + len;
        if original.get(..len) != Some(scratch.as_str()) {
            self.replace(start, end, &scratch);
        }
        self.buffer.cluster = scratch;
        end
    }

    fn replace(&mut self, start: usize, end: usize, with: &str) {
        let output = &mut self.buffer.output;
        output.keep(self.text.get(self.copied..start).unwrap_or_default());
        output.replace(start, self.text.get(start..end).unwrap_or_default(), with);
        self.copied = end;
        self.changed = true;
    }
}

/// The first hyphen at or after `from` that a line end follows.
fn line_end_hyphen(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let mut hyphens = rest.match_indices('-').map(|(at, _)| at);
    let ends_line = |at: &usize| {
        let after = rest.get(at + 1..).unwrap_or_default();
        after.starts_with('\n') || after.starts_with("\r\n")
    };
    hyphens.find(ends_line).map(|at| from + at)
}

#[cfg(test)]
mod tests;
