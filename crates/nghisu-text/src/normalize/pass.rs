//! One pass over one text, from suspect to suspect.

use super::builder::{Lossless, Lossy, Steps};
use super::joining::joins;
use super::{Buffer, cluster, lookalike, scan};

/// The state of one pass over one text.
pub(super) struct Pass<'t, 'b> {
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
    pub(super) fn new(steps: Steps, text: &'t str, buffer: &'b mut Buffer) -> Self {
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
    pub(super) fn run(&mut self) -> bool {
        let mut suspect = scan::next_suspect(self.text, 0);
        loop {
            let at = match (self.hyphen, suspect) {
                (Some(hyphen), suspect) if suspect.is_none_or(|suspect| hyphen < suspect) => {
                    self.join_line(hyphen)
                }
                (_, Some(suspect)) => self.resolve(suspect),
                (_, None) => break,
            };
            if suspect.is_some_and(|suspect| suspect < at) {
                suspect = scan::next_suspect(self.text, at);
            }
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
