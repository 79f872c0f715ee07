//! Moving tone marks, over text that is composed already.

use super::Output;
use super::builder::ToneMarks;
use crate::NormSpan;
use crate::alignment::{Alignment, Edit};
use crate::letter::{Tone, Vowel};
use crate::syllable::{self, ToneStyle};

/// Writes `text` with its marks in place, and the alignment with the original, to `into`; `false` when no mark moves.
pub(super) fn place(
    marks: ToneMarks,
    repair: bool,
    text: &str,
    alignment: &Alignment,
    into: &mut Output,
) -> bool {
    into.clear();
    let mut merge = Merge { text, alignment, next_edit: 0, copied: 0 };
    let mut at = 0;
    while let Some((start, end)) = syllable::next_letters(text, at) {
        at = end;
        let Some(word) = text.get(start..end).filter(|word| !word.is_ascii()) else { continue };
        let style = match marks {
            ToneMarks::In(style) => style,
            ToneMarks::Keep if syllable::is_syllable(word) => continue,
            ToneMarks::Keep => ToneStyle::Old,
        };
        let Some((from, to)) = syllable::move_of_mark(word, style, repair) else { continue };
        merge.move_mark(start, word, from, to, into);
    }
    if merge.copied == 0 {
        return false;
    }
    merge.finish(into);
    true
}

/// Carries the edits of the first pass over, one list into one list.
struct Merge<'a> {
    text: &'a str,
    alignment: &'a Alignment,
    next_edit: usize,
    /// How much of `text` stands in the output.
    copied: usize,
}

impl Merge<'_> {
    /// Moves the mark of `word`, which starts at the byte `start`, from its letter number `from` to number `to`.
    fn move_mark(&mut self, start: usize, word: &str, from: usize, to: usize, into: &mut Output) {
        let mut offsets = word.char_indices().map(|(at, letter)| (at, at + letter.len_utf8()));
        let first = offsets.nth(from.min(to)).map_or(0, |(at, _)| at);
        let last = offsets.nth(from.abs_diff(to) - 1).map_or(word.len(), |(_, end)| end);
        // Letters that came out of one edit stay in one edit.
        let moved = NormSpan::new((start + first) as u32, (start + last) as u32);
        let original = self.alignment.to_original(moved);
        let whole = self.alignment.to_normalized(original);
        let (whole_start, whole_end) =
            ((whole.start() as usize).max(self.copied), whole.end() as usize);
        self.keep_until(whole_start, original.start(), into);

        let norm_start = into.text.len() as u32;
        into.keep(self.text.get(whole_start..moved.start() as usize).unwrap_or_default());
        let tone = word.chars().nth(from).and_then(Vowel::of).map_or(Tone::Ngang, Vowel::tone);
        let shift = from.min(to);
        let letters = word.get(first..last).unwrap_or_default().chars().enumerate();
        into.text.extend(letters.map(|(index, letter)| match index + shift {
            index if index == from => toned(letter, Tone::Ngang),
            index if index == to => toned(letter, tone),
            _ => letter,
        }));
        into.keep(self.text.get(moved.end() as usize..whole_end).unwrap_or_default());
        let edits = self.alignment.edits().iter().skip(self.next_edit);
        self.next_edit += edits.take_while(|edit| edit.orig_start < original.end()).count();
        into.alignment.push(Edit {
            norm_start,
            orig_start: original.start(),
            norm_len: into.text.len() as u32 - norm_start,
            orig_len: original.len(),
        });
        self.copied = whole_end;
    }

    /// Copies text up to `until`, with the edits that end before `original`.
    fn keep_until(&mut self, until: usize, original: u32, into: &mut Output) {
        let (here, there) = (self.copied as u32, into.text.len() as u32);
        into.keep(self.text.get(self.copied..until).unwrap_or_default());
        for edit in self.alignment.edits().iter().skip(self.next_edit) {
            if edit.orig_start >= original {
                break;
            }
            into.alignment.push(Edit { norm_start: edit.norm_start - here + there, ..*edit });
            self.next_edit += 1;
        }
        self.copied = until;
    }

    fn finish(mut self, into: &mut Output) {
        self.keep_until(self.text.len(), u32::MAX, into);
    }
}

fn toned(letter: char, tone: Tone) -> char {
    Vowel::of(letter).map_or(letter, |vowel| vowel.with_tone(tone).letter())
}
