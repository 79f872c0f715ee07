//! Captions and headings inside a paragraph, where a scraper joined them to the text.

use crate::credits::{LONGEST_CREDIT, is_credit, starts};
use crate::cues::{Cue, Cues};
use crate::lines::LONGEST_FRAGMENT;
use crate::marks::{Mark, mark};
use crate::portraits::{Likeness, likeness};
use crate::sentences::sentence;
use nghisu_document::layers::{SectionKind, Shape, Token};

/// A paragraph of more tokens is a whole article, its paragraphs' borders lost.
pub(crate) const ARTICLE: usize = 250;
/// The longest line that lost its border to the sentence behind it, in tokens.
const LONGEST_LINE: usize = 24;

/// Calls `found` with each caption that was joined to a paragraph, as a range of its tokens: the
/// credit, and the sentence before it where the credit stands alone; where the paragraph is a
/// whole article, the sentences too that could stand under a picture only, and a first line that
/// has no mark before the sentence behind it.
pub(crate) fn joined(
    text: &str,
    tokens: &[Token],
    cues: &Cues,
    mut found: impl FnMut(usize, usize, SectionKind),
) {
    let colon = |i: &usize| {
        tokens.get(*i).is_some_and(|t| mark(text, t) == Some(Mark::Colon))
            && is_credit(text, tokens, *i)
    };
    let whole = tokens.len() > ARTICLE;
    let mut credits = (1..tokens.len()).filter(colon).peekable();
    let (mut previous, mut start) = (None, 0);
    while let Some(rest) = tokens.get(start..).filter(|rest| !rest.is_empty()) {
        let credit = match credits.peek() {
            Some(&credit) => credit,
            None if whole => tokens.len(),
            None => return,
        };
        if whole
            && let Some((length, kind)) = link(text, rest).or_else(|| unmarked(text, rest))
            && start + length <= credit
        {
            found(start, start + length, kind);
            (previous, start) = (None, start + length);
            continue;
        }
        let length = sentence(text, rest);
        let end = start + if whole { before_link(text, rest, length) } else { length };
        if end <= credit {
            let words = tokens.get(start..end).unwrap_or_default();
            // The sentence before a credit goes with it, whatever it says.
            let before_credit = end + 4 >= credit && credit < tokens.len();
            if whole && !before_credit && is_caption(text, words, cues) {
                found(start, end, SectionKind::Caption);
                (previous, start) = (None, end);
            } else {
                (previous, start) = (Some(start), end);
            }
            continue;
        }
        let alone = credit - start <= 4;
        let from = if alone { previous.unwrap_or(start) } else { start };
        // What is longer than a caption is a paragraph whose credit has no known end.
        if end - credit <= LONGEST_CREDIT && end - from <= LONGEST_FRAGMENT + LONGEST_CREDIT {
            found(from, end, SectionKind::Caption);
        }
        (previous, start) = (None, end);
        while credits.next_if(|&c| c < end).is_some() {}
    }
}

/// Whether a sentence could stand under a picture only.
fn is_caption(text: &str, tokens: &[Token], cues: &Cues) -> bool {
    match likeness(text, tokens, cues) {
        Likeness::Portrait => true,
        Likeness::Bare => {
            let end = tokens.len().saturating_sub(9);
            cues.within(tokens.get(end..).unwrap_or_default(), Cue::PictureEnd)
                || (cues.at(tokens, Cue::Scene).is_some() && cues.within(tokens, Cue::Picture))
        }
        Likeness::None => false,
    }
}

/// The length of a sentence, less the link in square brackets behind its full stop.
fn before_link(text: &str, tokens: &[Token], length: usize) -> usize {
    let sentence = tokens.get(..length).unwrap_or_default();
    let opens = |pair: &[Token]| {
        matches!(pair, [stop, bracket] if bracket.span.slice(text) == "["
            && matches!(mark(text, stop), Some(Mark::Stop | Mark::Final)))
    };
    sentence.windows(2).position(opens).map_or(length, |at| at + 1)
}

/// Where the title of another article ends that stands in square brackets.
fn link(text: &str, tokens: &[Token]) -> Option<(usize, SectionKind)> {
    let is = |t: &Token, bracket: &str| t.span.slice(text) == bracket;
    tokens.first().filter(|t| is(t, "["))?;
    let end = tokens.iter().take(LONGEST_FRAGMENT).position(|t| is(t, "]"))?;
    (end > 4).then_some((end + 1, SectionKind::Boilerplate))
}

/// Where a first line ends that lost its border: behind a small word, before one that begins
/// sentences. A line that names someone or a place is a caption, another a heading.
fn unmarked(text: &str, tokens: &[Token]) -> Option<(usize, SectionKind)> {
    let small = |t: &Token| {
        t.shape.contains(Shape::SYLLABLE) && !t.shape.contains(Shape::CAPITAL) && t.span.len() > 1
    };
    let capital = |t: &Token| t.shape.contains(Shape::CAPITAL);
    for (at, token) in tokens.iter().enumerate().take(LONGEST_LINE) {
        if let Some(Mark::Stop | Mark::Final | Mark::Colon | Mark::Quote | Mark::QuoteOpen) =
            mark(text, token)
        {
            return None;
        }
        // Behind a name only what no name goes on with: `Từ`, `Tuy`, `Như` and `Ông` do.
        let next = tokens.get(at + 1)?.span.slice(text);
        let fits = if capital(token) {
            !matches!(next, "Từ" | "Tuy" | "Như" | "Ông" | "Hiện" | "Bên" | "Còn")
        } else {
            small(token) && !goes_on_behind(text, token)
        };
        if at >= 3 && fits && starts(text, tokens, at + 1) {
            let line = tokens.get(1..=at)?;
            let named = line.windows(2).any(|pair| pair.iter().all(capital));
            let kind = if named { SectionKind::Caption } else { SectionKind::Heading };
            return Some((at + 1, kind));
        }
    }
    None
}

/// Words that no line ends with.
fn goes_on_behind(text: &str, token: &Token) -> bool {
    matches!(
        token.span.slice(text),
        "và" | "của"
            | "với"
            | "tại"
            | "cho"
            | "về"
            | "là"
            | "trong"
            | "theo"
            | "từ"
            | "đến"
            | "ở"
            | "do"
            | "bởi"
            | "để"
            | "rằng"
            | "các"
            | "những"
            | "như"
            | "đó"
            | "luật"
            | "số"
            | "ngày"
            | "năm"
            | "tháng"
    )
}
