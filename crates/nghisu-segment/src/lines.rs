//! What can be seen of a block without its neighbours.

use crate::cues::{Cue, Cues};
use crate::marks::{Mark, mark};
use nghisu_document::layers::{Shape, Token};

/// The longest by-line in tokens: `Bài và ảnh: Nguyễn Văn An - Trần Thị Bình (TTXVN)` has 16.
pub(crate) const LONGEST_BYLINE: usize = 20;
/// A line without a final mark that is longer than this lacks it by mistake. The longest captions
/// and titles of the articles that were read have 40 words.
pub(crate) const LONGEST_FRAGMENT: usize = 45;

/// How a block ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum End {
    /// As a sentence does.
    #[default]
    Sentence,
    /// With `:` or `;`: more follows.
    Colon,
    /// With `?` or `!`, as sentences and titles do.
    Question,
    /// Without a mark, as titles, headings and by-lines do.
    Open,
    /// With `|`, as captions do where a table cell held the picture.
    Bar,
}

/// A block's features.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Line {
    /// Tokens that are no punctuation.
    pub(crate) words: usize,
    /// Words that begin with a capital, the first excepted.
    pub(crate) capitals: usize,
    /// Every word is in capitals.
    pub(crate) upper: bool,
    pub(crate) end: End,
    /// It begins like an item of a list: `-`, `a)`.
    pub(crate) item: bool,
    /// It begins with the number of a section: `1.`, `II.`, `Điều 5.`, `##`.
    pub(crate) numbered: bool,
    /// More than one sentence, as far as a full stop before a capital tells.
    pub(crate) sentences: usize,
}

impl Line {
    pub(crate) fn of(text: &str, tokens: &[Token]) -> Self {
        let words = || tokens.iter().filter(|t| !t.shape.contains(Shape::PUNCTUATION));
        let count = words().count();
        let mut line = Self { words: count, end: end(text, tokens), ..Self::default() };
        line.item = is_item(text, tokens);
        line.numbered = is_numbered(text, tokens);
        // Nothing below matters for a paragraph.
        if count <= 2 * LONGEST_FRAGMENT {
            line.capitals = words().skip(1).filter(|t| t.shape.contains(Shape::CAPITAL)).count();
            let lettered = || words().filter(|t| !t.shape.contains(Shape::NUMBER));
            line.upper = lettered().count() > 1
                && lettered().all(|t| t.shape.intersects(Shape::UPPER) || t.span.len() < 3);
            line.sentences = 1 + inner_stops(text, tokens);
        }
        line
    }

    /// A title, a heading, a caption, a by-line or the like, as opposed to a paragraph.
    pub(crate) fn is_fragment(&self) -> bool {
        match self.end {
            End::Open => self.words <= LONGEST_FRAGMENT,
            End::Bar => true,
            End::Sentence | End::Colon | End::Question => false,
        }
    }
}

fn end(text: &str, tokens: &[Token]) -> End {
    for token in tokens.iter().rev() {
        return match mark(text, token) {
            Some(Mark::Close | Mark::Quote) => continue,
            Some(Mark::Stop) => End::Sentence,
            Some(Mark::Colon) => End::Colon,
            Some(Mark::Final) if token.span.slice(text).starts_with(['?', '!']) => End::Question,
            Some(Mark::Final) => End::Sentence,
            Some(Mark::Plain) if token.span.slice(text) == "|" => End::Bar,
            _ => End::Open,
        };
    }
    End::Open
}

fn is_item(text: &str, tokens: &[Token]) -> bool {
    let Some((first, rest)) = tokens.split_first() else { return false };
    let next = rest.first().and_then(|t| mark(text, t));
    match mark(text, first) {
        Some(role) => role == Mark::Bullet && first.span.len() <= 3,
        None => next == Some(Mark::Close) && first.span.len() <= 2,
    }
}

fn is_numbered(text: &str, tokens: &[Token]) -> bool {
    if tokens.first().is_some_and(|t| t.span.slice(text).starts_with('#')) {
        return true;
    }
    let number = |at: usize| {
        tokens.get(at).is_some_and(|t| t.shape.intersects(Shape::NUMBER | Shape::ROMAN))
    };
    // `I/ Việc của tỉnh`, but `9/7` is a day.
    let stop = |at: usize| {
        tokens.get(at).is_some_and(|t| {
            matches!(mark(text, t), Some(Mark::Stop | Mark::Colon))
                || (t.span.slice(text) == "/" && !number(at + 1))
        })
    };
    (number(0) && (stop(1) || tokens.first().is_some_and(|t| t.span.slice(text).contains('.'))))
        || (number(1)
            && stop(2)
            && tokens.first().is_some_and(|t| t.shape.contains(Shape::CAPITAL)))
}

fn inner_stops(text: &str, tokens: &[Token]) -> usize {
    tokens
        .windows(2)
        .filter(|pair| {
            matches!(pair, [stop, next]
                if matches!(mark(text, stop), Some(Mark::Stop | Mark::Final))
                    && !stop.shape.contains(Shape::SPACE_BEFORE)
                    && next.shape.contains(Shape::CAPITAL | Shape::SPACE_BEFORE))
        })
        .count()
}

/// Whether the tokens read like an author, a paper, or both: capitalized names, the few words that
/// may stand between, and no figures.
pub(crate) fn is_byline(text: &str, tokens: &[Token], cues: &Cues) -> bool {
    if tokens.len() > LONGEST_BYLINE {
        return false;
    }
    let opened = tokens.first().is_some_and(|t| t.span.slice(text) == "(");
    let inner = tokens.get(usize::from(opened)..).unwrap_or_default();
    let introduced = cues.at(inner, Cue::Byline);
    // `Nguồn: …`, `Bài và ảnh: …`: whatever follows is a name, however it is written.
    let labelled = introduced.is_some_and(|n| {
        inner.get(n - 1..=n).unwrap_or_default().iter().any(|t| t.span.slice(text) == ":")
    });
    let introduced = introduced.is_some();
    // `(Theo Dân trí)`, `(TTXVN)`; but what else stands in brackets is a remark.
    if opened && !introduced && tokens.len() > 3 {
        return false;
    }
    let mut upper = true;
    let (mut names, mut at, mut bracketed) = (0, 0, false);
    while let Some(token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        if let Some(length) = cues.at(rest, Cue::Author).or_else(|| cues.at(rest, Cue::Byline)) {
            at += length;
            continue;
        }
        at += 1;
        match mark(text, token) {
            // `N.Linh`, `H. An`; a sentence's full stop ends no by-line.
            Some(Mark::Stop) => {
                if at == tokens.len() && !introduced {
                    return false;
                }
            }
            Some(Mark::Final | Mark::Quote | Mark::QuoteOpen) => return false,
            Some(_) => match token.span.slice(text) {
                "(" => bracketed = names > 0,
                ")" => bracketed = false,
                "%" | "=" => return false,
                run if run.starts_with('#') => return false,
                _ => {}
            },
            None if token.shape.contains(Shape::ABBREVIATION)
                && token.span.slice(text).contains(|c: char| c.is_ascii_digit()) =>
            {
                return false;
            }
            None if token.shape.intersects(Shape::CAPITAL | Shape::OTHER) => {
                names += 1;
                upper &= token.shape.contains(Shape::UPPER);
            }
            // `Theo Lê An (Khám phá)`: papers write their names like words.
            None if (bracketed || labelled) && token.shape.contains(Shape::SYLLABLE) => {}
            None => return false,
        }
    }
    // A name has two syllables or more; one alone is a pen name, and not rare.
    (introduced || names > 0) && names <= if upper { 6 } else { 12 }
}

/// Whether the line says when the article appeared: a date or an hour, and no words but those
/// around dates and a place or a paper's name.
pub(crate) fn is_dateline(text: &str, tokens: &[Token], cues: &Cues) -> bool {
    if tokens.len() > 30 {
        return false;
    }
    let (mut named, mut at) = (0, 0);
    while let Some(token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        if let Some(length) = cues.at(rest, Cue::Date) {
            at += length;
            continue;
        }
        at += 1;
        let plain = token.shape.intersects(Shape::NUMBER | Shape::PUNCTUATION);
        if token.shape.contains(Shape::CAPITAL | Shape::SYLLABLE) {
            named += 1;
        } else if !plain || matches!(token.span.slice(text), "=" | "%" | "?" | "!" | "...") {
            return false;
        }
    }
    named <= 6 && (0..tokens.len()).any(|at| tells_time(text, tokens.get(at..).unwrap_or_default()))
}

/// Whether a day (`8/8/2022`, `8.8.2022`, `tháng 8 năm 2022`) or an hour (`13:42`, `8h30`) begins the tokens.
fn tells_time(text: &str, tokens: &[Token]) -> bool {
    let number = |at: usize| tokens.get(at).is_some_and(|t| t.shape.contains(Shape::NUMBER));
    let surface = |at: usize| tokens.get(at).map_or("", |t| t.span.slice(text));
    if !number(0) {
        return matches!(surface(0), "tháng" | "Tháng" | "THÁNG") && number(1) && number(3);
    }
    let mut parts = surface(0).split('.');
    if let (Some(day), Some(month), Some(year)) = (parts.next(), parts.next(), parts.next()) {
        // `1.000.000` is no day.
        return day.len() <= 2 && month.len() <= 2 && year.len() == 4;
    }
    match surface(1) {
        "/" | "-" => surface(3) == surface(1) && number(2) && number(4),
        ":" | "h" | "g" => number(2),
        _ => false,
    }
}

/// Whether a photographer's credit ends the line: a phrase of the table, or `Ảnh` with names behind it.
pub(crate) fn has_credit(text: &str, tokens: &[Token], cues: &Cues) -> bool {
    if tokens.len() >= 2 * LONGEST_FRAGMENT {
        return false;
    }
    // `Ảnh: Nguyễn Văn An/Báo Điện tử Chính phủ` has 12 tokens behind the cue.
    let from = tokens.len().saturating_sub(16);
    (from..tokens.len()).any(|i| {
        let rest = tokens.get(i..).unwrap_or_default();
        if cues.at(rest, Cue::Credit).is_some() {
            return true;
        }
        let apart =
            i.checked_sub(1).and_then(|n| tokens.get(n)).is_some_and(|t| mark(text, t).is_some());
        apart
            && cues.at(rest, Cue::Photo).is_some_and(|n| {
                // `Ảnh Lê An`, `Ảnh 2.`
                let numbered = rest.get(n).is_some_and(|t| t.shape.contains(Shape::NUMBER))
                    && rest.len() <= n + 2;
                let names = rest.get(n..).unwrap_or_default();
                numbered || (!names.is_empty() && is_byline(text, names, cues))
            })
    })
}
