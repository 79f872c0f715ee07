//! What the recognizers look at: a sentence's tokens and hits, with bounds checked in one place.

use crate::chart::{Chart, Name, Row, Sorts};
use crate::lexis::{Lexis, Marks};
use nghisu_document::layers::{ClassId, Hit, Hits, Layers, Shape, Token, TokenRange, WordId};
use nghisu_knowledge::class;

/// A sentence of an article.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) lexis: &'a Lexis,
    pub(crate) tokens: &'a [Token],
    pub(crate) hits: &'a Hits,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl<'a> View<'a> {
    pub(crate) fn new(lexis: &'a Lexis, layers: &'a Layers, sentence: TokenRange) -> Self {
        let (start, end) = (sentence.start, sentence.end);
        Self { lexis, tokens: &layers.tokens, hits: &layers.hits, start, end }
    }

    /// A token of the sentence.
    #[inline]
    pub(crate) fn token(&self, at: u32) -> Option<&'a Token> {
        if at < self.start || at >= self.end {
            return None;
        }
        self.tokens.get(at as usize)
    }

    #[inline]
    pub(crate) fn word(&self, at: u32) -> Option<WordId> {
        self.token(at).map(|t| t.word)
    }

    #[inline]
    pub(crate) fn before(&self, at: u32) -> Option<WordId> {
        self.word(at.checked_sub(1)?)
    }

    #[inline]
    pub(crate) fn is(&self, at: u32, shape: Shape) -> bool {
        self.token(at).is_some_and(|t| t.shape.contains(shape))
    }

    /// A word or an abbreviation that begins with a capital.
    #[inline]
    pub(crate) fn capital(&self, at: u32) -> bool {
        self.token(at).is_some_and(|t| {
            t.shape.contains(Shape::CAPITAL)
                && t.shape.intersects(Shape::SYLLABLE | Shape::ABBREVIATION)
        })
    }

    /// A word without capital.
    #[inline]
    pub(crate) fn small(&self, at: u32) -> bool {
        self.token(at)
            .is_some_and(|t| t.shape.contains(Shape::SYLLABLE) && !t.shape.contains(Shape::CAPITAL))
    }

    /// A word of more than one letter, all capitals.
    #[inline]
    pub(crate) fn upper(&self, at: u32) -> bool {
        self.is(at, Shape::SYLLABLE.union(Shape::UPPER))
    }

    /// Whether a token begins the sentence, or follows an opening mark: a capital says little.
    pub(crate) fn opens(&self, at: u32) -> bool {
        at == self.start
            || self.is(at, Shape::SENTENCE_START)
            || self.before(at).is_some_and(|w| self.lexis.has(w, Marks::OPENING))
    }

    #[inline]
    pub(crate) fn has(&self, at: u32, marks: Marks) -> bool {
        self.word(at).is_some_and(|w| self.lexis.has(w, marks))
    }

    /// The hits that begin at a token and end in the sentence, longest first.
    pub(crate) fn hits(&self, at: u32) -> impl Iterator<Item = Hit> + use<'a> {
        let end = self.end;
        let hits = if at < self.start || at >= end { &[] } else { self.hits.at(at) };
        hits.iter().copied().filter(move |h| h.tokens.end <= end)
    }

    /// What sorts of names begin at a token.
    pub(crate) fn sorts(&self, at: u32) -> Sorts {
        self.hits(at).fold(Sorts::empty(), |sorts, hit| sorts | self.lexis.sort(hit.class))
    }

    /// The longest hit of a class.
    pub(crate) fn hit(&self, at: u32, class: ClassId) -> Option<Hit> {
        self.hits(at).find(|h| h.class == class)
    }

    /// The hits that end right before a token.
    pub(crate) fn hits_before(&self, at: u32) -> impl Iterator<Item = Hit> + use<'a> {
        let view = *self;
        (1..=6u32)
            .filter_map(move |back| at.checked_sub(back))
            .filter(move |&from| from >= view.start)
            .flat_map(move |from| view.hits(from))
            .filter(move |h| h.tokens.end == at)
    }

    /// The hits that began before a token and go on over it.
    pub(crate) fn hits_over(&self, at: u32) -> impl Iterator<Item = Hit> + use<'a> {
        let view = *self;
        (1..=4u32)
            .filter_map(move |back| at.checked_sub(back))
            .filter(move |&from| from >= view.start)
            .flat_map(move |from| view.hits(from))
            .filter(move |h| h.tokens.end > at)
    }

    /// Whether a known name that began before goes on over a token.
    pub(crate) fn inside_known(&self, at: u32) -> bool {
        (1..=4u32).filter_map(|back| at.checked_sub(back)).filter(|&from| from >= self.start).any(
            |from| {
                self.hits(from).any(|h| {
                    h.tokens.end > at
                        && (h.class == class::PLACE
                            || h.class == class::ORGANIZATION
                            || h.class == class::PERSON)
                })
            },
        )
    }

    /// Whether a known place ends right before a token.
    pub(crate) fn place_before(&self, at: u32) -> bool {
        (1..=4u32)
            .filter_map(|back| at.checked_sub(back))
            .any(|from| self.hits(from).any(|h| h.class == class::PLACE && h.tokens.end == at))
    }

    /// The chart's name at a token, where it lies in the sentence.
    pub(crate) fn named(&self, row: &Row, at: u32) -> Option<Name> {
        if at < self.start || at >= self.end {
            return None;
        }
        Chart::at(row, at)
    }
}
