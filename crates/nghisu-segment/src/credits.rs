//! Photographers' credits inside a paragraph, where a scraper joined a caption to the text.

use crate::lines::LONGEST_FRAGMENT;
use crate::marks::{Mark, mark};
use crate::sentences::sentence;
use nghisu_document::layers::{Shape, Token};

/// The longest credit in tokens: `(Ảnh minh họa: Nguyễn Văn An/Báo Điện tử Chính phủ)`.
const LONGEST_CREDIT: usize = 18;

/// Whether the colon at `i` stands behind `Ảnh`, `Ảnh minh họa`, `Ảnh tư liệu`.
pub(crate) fn is_credit(text: &str, tokens: &[Token], i: usize) -> bool {
    let before = tokens.get(i.saturating_sub(3)..i).unwrap_or_default();
    before.iter().any(|t| matches!(t.span.slice(text), "Ảnh" | "ảnh" | "ẢNH"))
}

/// Where a credit ends whose colon is at `i`: behind the first agency (`TTXVN`, `VGP`,
/// `Chinhphu.vn`) with a capitalized word behind it, since a new sentence begins there. A
/// photographer's name alone can't be told from the words that follow it.
pub(crate) fn credit_end(text: &str, tokens: &[Token], i: usize) -> Option<usize> {
    if !is_credit(text, tokens, i) {
        return None;
    }
    for at in i + 1..(i + LONGEST_CREDIT).min(tokens.len()) {
        let (token, next) = (tokens.get(at)?, tokens.get(at + 1)?);
        let agency = token.shape.intersects(Shape::ABBREVIATION | Shape::OTHER)
            || (token.shape.contains(Shape::UPPER) && token.span.len() > 2);
        let fresh = next.shape.contains(Shape::SPACE_BEFORE | Shape::CAPITAL | Shape::SYLLABLE)
            && !next.shape.contains(Shape::UPPER);
        if agency && fresh {
            return Some(at + 1);
        }
        let name = token.shape.contains(Shape::CAPITAL) || mark(text, token).is_some();
        if !name || mark(text, token) == Some(Mark::Final) {
            return None;
        }
    }
    None
}

/// Calls `found` with each caption that was joined to a paragraph, as a range of its tokens: the
/// credit, and the sentence before it where the credit stands alone.
pub(crate) fn joined_captions(text: &str, tokens: &[Token], mut found: impl FnMut(usize, usize)) {
    let colon = |i: &usize| {
        tokens.get(*i).is_some_and(|t| mark(text, t) == Some(Mark::Colon))
            && is_credit(text, tokens, *i)
    };
    let mut credits = (1..tokens.len()).filter(colon).peekable();
    let (mut previous, mut start) = (None, 0);
    while let (Some(&credit), Some(rest)) = (credits.peek(), tokens.get(start..)) {
        let end = start + sentence(text, rest);
        if end <= credit {
            previous = Some(start);
            start = end;
            continue;
        }
        let alone = credit - start <= 4;
        let from = if alone { previous.unwrap_or(start) } else { start };
        // What is longer than a caption is a paragraph whose credit has no known end.
        if end - credit <= LONGEST_CREDIT && end - from <= LONGEST_FRAGMENT + LONGEST_CREDIT {
            found(from, end);
        }
        (previous, start) = (None, end);
        while credits.next_if(|&c| c < end).is_some() {}
    }
}
