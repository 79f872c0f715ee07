//! The cue phrases of `cues.txt`, by word number.

use crate::tokens::cut;
use nghisu_document::layers::{Shape, Token, Vocabulary, WordId};
use rustc_hash::FxHashMap;

/// What a phrase tells of the line it stands in; `cues.txt` describes each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    Navigation,
    Related,
    Page,
    Glued,
    Byline,
    Author,
    Scene,
    Picture,
    PictureEnd,
    Credit,
    Photo,
    Date,
    Opening,
    Leaning,
    Wire,
    Office,
    Predicate,
}

const NAMES: [(&str, Cue); 17] = [
    ("navigation", Cue::Navigation),
    ("related", Cue::Related),
    ("page", Cue::Page),
    ("glued", Cue::Glued),
    ("byline", Cue::Byline),
    ("author", Cue::Author),
    ("scene", Cue::Scene),
    ("picture", Cue::Picture),
    ("picture-end", Cue::PictureEnd),
    ("credit", Cue::Credit),
    ("photo", Cue::Photo),
    ("date", Cue::Date),
    ("opening", Cue::Opening),
    ("leaning", Cue::Leaning),
    ("wire", Cue::Wire),
    ("office", Cue::Office),
    ("predicate", Cue::Predicate),
];

const TABLE: &str = include_str!("cues.txt");

/// A phrase without its first word.
#[derive(Debug)]
struct Phrase {
    cue: Cue,
    rest: Box<[WordId]>,
}

/// All cue phrases, found by their first word.
#[derive(Debug, Default)]
pub(crate) struct Cues {
    phrases: FxHashMap<WordId, Vec<Phrase>>,
}

impl Cues {
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        let mut phrases: FxHashMap<WordId, Vec<Phrase>> = FxHashMap::default();
        let mut tokens: Vec<Token> = Vec::new();
        let mut kind = None;
        for line in TABLE.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                kind = NAMES.iter().find(|(n, _)| *n == name).map(|(_, cue)| *cue);
                continue;
            }
            tokens.clear();
            cut(line, vocabulary, &mut tokens);
            if let (Some(cue), Some(first)) = (kind, tokens.first()) {
                let rest = tokens.iter().skip(1).map(|t| t.word).collect();
                phrases.entry(first.word).or_default().push(Phrase { cue, rest });
            }
        }
        Self { phrases }
    }

    /// The length in tokens of the longest phrase of a kind that begins `tokens`.
    pub(crate) fn at(&self, tokens: &[Token], cue: Cue) -> Option<usize> {
        let (first, rest) = tokens.split_first()?;
        let phrases = self.phrases.get(&first.word)?;
        let fits = |words: &[WordId]| {
            rest.len() >= words.len() && rest.iter().zip(words).all(|(t, w)| t.word == *w)
        };
        let found = phrases.iter().filter(|p| p.cue == cue && fits(&p.rest));
        found.map(|p| 1 + p.rest.len()).max()
    }

    /// Whether a phrase of a kind stands anywhere in `tokens`.
    pub(crate) fn within(&self, tokens: &[Token], cue: Cue) -> bool {
        (0..tokens.len()).any(|i| tokens.get(i..).is_some_and(|rest| self.at(rest, cue).is_some()))
    }

    /// Whether a phrase of a kind is all there is in `tokens`, less punctuation at both ends.
    pub(crate) fn is_all(&self, tokens: &[Token], cue: Cue) -> bool {
        let mark = |t: &Token| t.shape.contains(Shape::PUNCTUATION);
        let start = tokens.iter().position(|t| !mark(t)).unwrap_or(tokens.len());
        let end = tokens.iter().rposition(|t| !mark(t)).map_or(start, |last| last + 1);
        let inner = tokens.get(start..end).unwrap_or_default();
        self.at(inner, cue) == Some(inner.len()) && !inner.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{NAMES, TABLE};

    #[test]
    fn every_kind_of_the_table_is_known_and_used() {
        let named: Vec<&str> =
            TABLE.lines().filter_map(|l| l.trim().strip_prefix('[')?.strip_suffix(']')).collect();
        let known: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
        assert_eq!(named, known);
    }
}
