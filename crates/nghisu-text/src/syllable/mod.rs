//! The written syllable: onset, medial, nucleus, coda, tone.

mod inventory;
mod spelling;

use crate::letter::{Tone, Vowel};
use crate::normalize::joins;
use spelling::{Spelling, Written};

/// Where the tone mark of an open `oa`, `oe`, `uy` stands. All other syllables are written one way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ToneStyle {
    /// On the first vowel letter: `hòa`, `khỏe`, `thúy`. What most newspapers and the vocabulary's keys use.
    #[default]
    Old,
    /// On the second, which is the nucleus: `hoà`, `khoẻ`, `thuý`. What school books use.
    New,
}

/// A written Vietnamese syllable, taken apart. Letters are lower-case and without tone.
///
/// ```
/// use nghisu_text::{Syllable, Tone, ToneStyle};
///
/// let syllable = Syllable::parse("Nguyễn").unwrap();
/// assert_eq!((syllable.onset(), syllable.medial(), syllable.nucleus(), syllable.coda()), ("ng", "u", "yê", "n"));
/// assert_eq!(syllable.tone(), Tone::Nga);
///
/// let mut written = String::new();
/// Syllable::parse("hoà").unwrap().write(ToneStyle::Old, &mut written);
/// assert_eq!(written, "hòa");
/// assert!(Syllable::parse("hòan").is_none()); // the mark stands on the wrong letter
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Syllable {
    onset: &'static str,
    medial: &'static str,
    nucleus: &'static str,
    coda: &'static str,
    tone: Tone,
    /// Which letter bears the tone mark in the old and in the new style.
    marked: [u8; 2],
}

impl Syllable {
    /// Reads one syllable in NFC, of any case; the tone mark may stand as in either [`ToneStyle`]. `None` when it is not a
    /// possible syllable of Vietnamese, or not written as one.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let spelling = Spelling::of(word)?;
        let syllable = Self::resolve(&spelling)?;
        let places = ToneStyle::BOTH.map(|style| syllable.marked_letter(style));
        (spelling.tone == Tone::Ngang || places.contains(&spelling.marked)).then_some(syllable)
    }

    /// Like [`parse`](Self::parse), but the tone mark may stand on any vowel letter: `hòan`, `qúy`, `gía` are read as `hoàn`, `quý`, `giá`.
    #[must_use]
    pub fn parse_misplaced(word: &str) -> Option<Self> {
        Self::resolve(&Spelling::of(word)?)
    }

    fn resolve(spelling: &Spelling) -> Option<Self> {
        let found = inventory::analyse(spelling)?;
        let syllable = Self { tone: spelling.tone, ..found };
        // Syllables closed by a stop have two tones only.
        let stopped = matches!(syllable.coda, "c" | "ch" | "p" | "t");
        (!stopped || matches!(syllable.tone, Tone::Sac | Tone::Nang)).then_some(syllable)
    }

    /// The consonant that begins the syllable as it is written, `gi` and `qu` whole (the `u` of `qu` is the medial in speech); may be empty.
    #[must_use]
    pub const fn onset(&self) -> &'static str {
        self.onset
    }

    /// The glide between onset and nucleus, `o` or `u`; mostly empty.
    #[must_use]
    pub const fn medial(&self) -> &'static str {
        self.medial
    }

    /// The vowel: one letter, or two for a diphthong. An `i` that the onset `gi` swallows in writing is given: `gìn` has the nucleus `i`.
    #[must_use]
    pub const fn nucleus(&self) -> &'static str {
        self.nucleus
    }

    /// The consonant or glide that closes the syllable; may be empty.
    #[must_use]
    pub const fn coda(&self) -> &'static str {
        self.coda
    }

    /// The tone.
    #[must_use]
    pub const fn tone(&self) -> Tone {
        self.tone
    }

    /// Appends the syllable in lower case.
    pub fn write(&self, style: ToneStyle, into: &mut String) {
        into.push_str(self.written(style).as_str());
    }

    /// The syllable in lower case, without a heap.
    pub(crate) fn written(&self, style: ToneStyle) -> Written {
        let marked = self.marked_letter(style);
        let nucleus = if self.shares_i() {
            self.nucleus.strip_prefix('i').unwrap_or(self.nucleus)
        } else {
            self.nucleus
        };
        let letters =
            [self.onset, self.medial, nucleus, self.coda].into_iter().flat_map(str::chars);
        let mut written = Written::default();
        for (index, letter) in letters.enumerate() {
            let toned = Vowel::of(letter).filter(|_| index == marked);
            // All syllables of the inventory fit.
            let _ = written.push(toned.map_or(letter, |vowel| vowel.with_tone(self.tone).letter()));
        }
        written
    }

    /// Whether the `i` of the onset `gi` is the nucleus' first letter too.
    fn shares_i(&self) -> bool {
        self.onset == "gi" && self.nucleus.starts_with('i')
    }

    /// Which letter, counted from 0, bears the tone mark.
    fn marked_letter(&self, style: ToneStyle) -> usize {
        let [old, new] = self.marked;
        usize::from(if style == ToneStyle::Old { old } else { new })
    }
}

/// From which letter, counted from 0, to which the tone mark of `word` moves in `style`; `None` when it stands right, or the word is
/// no syllable. With `repair` a mark that neither style allows moves too.
pub(crate) fn move_of_mark(word: &str, style: ToneStyle, repair: bool) -> Option<(usize, usize)> {
    let spelling = Spelling::of(word)?;
    if spelling.tone == Tone::Ngang {
        return None;
    }
    let syllable = Syllable::resolve(&spelling)?;
    let to = syllable.marked_letter(style);
    let allowed =
        ToneStyle::BOTH.map(|style| syllable.marked_letter(style)).contains(&spelling.marked);
    (spelling.marked != to && (allowed || repair)).then_some((spelling.marked, to))
}

/// [`char::is_alphabetic`], quick for the letters of Vietnamese.
pub(crate) fn is_letter(letter: char) -> bool {
    if letter.is_ascii() {
        letter.is_ascii_alphabetic()
    } else {
        letter == 'đ' || Vowel::of(letter).is_some() || letter.is_alphabetic()
    }
}

/// Start and end of the next run of letters, with the marks that did not compose, at or after `from`.
pub(crate) fn next_letters(text: &str, from: usize) -> Option<(usize, usize)> {
    let rest = text.get(from..)?;
    let start = rest.find(is_letter)?;
    let run = rest.get(start..)?;
    let len = run.find(|letter: char| !is_letter(letter) && !joins(letter)).unwrap_or(run.len());
    Some((from + start, from + start + len))
}

impl ToneStyle {
    const BOTH: [Self; 2] = [Self::Old, Self::New];
}

/// Whether `word`, in NFC and any case, is a possible written syllable of Vietnamese: [`Syllable::parse`] reads it.
#[must_use]
pub fn is_syllable(word: &str) -> bool {
    Syllable::parse(word).is_some()
}

#[cfg(test)]
mod tests;
