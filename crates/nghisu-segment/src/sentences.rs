//! Sentences: where a full stop ends one, and where it doesn't.

use crate::credits::credit_end;
use crate::marks::{Mark, mark};
use nghisu_document::layers::{
    Article, LayerSet, Layers, Sentence, Shape, Stage, Token, TokenRange,
};
use nghisu_text::NormSpan;

/// Abbreviations after which a full stop goes on, compared without regard to case.
///
/// Degrees and professions as newspapers write them (tiến sĩ, thạc sĩ, giáo sư, bác sĩ, kỹ sư, luật
/// sư, nghệ sĩ, kiến trúc sư, huấn luyện viên), foreign titles, kinds of places (thành phố, thị xã,
/// thị trấn, đường, khu phố), công ty, số, trang. Those that stand as often for something else at a
/// sentence's end (NS, CN, DS) are left out.
const ABBREVIATIONS: [&str; 30] = [
    "TS", "ThS", "Th", "GS", "PGS", "BS", "KS", "LS", "NSND", "NSUT", "NSƯT", "KTS", "HLV", "TSKH",
    "BSCK", "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "TP", "Tx", "TT", "Đ", "KP", "Cty", "No", "tr",
    "vs",
];

/// The stage that writes `Layers::sentences` and marks the tokens that begin them.
///
/// A sentence ends after `.` `...` `?` `!` and the quotation marks and brackets that close behind
/// them, before a capital, a digit or a quotation; always after `./.`; and where its section ends.
/// Not after abbreviations (`TP.`, `PGS.TS.`), initials (`N. Linh`), numbers of lists and articles
/// (`1.`, `Điều 5.`), nor before a lower-case word. Where the space after a full stop is missing,
/// a whole Vietnamese word must stand before it and a capitalized one behind. A photo credit ends
/// behind its agency (`Ảnh: Lê An/TTXVN`). `;` and `:` end none.
///
/// [`Shape::SENTENCE_START`] is set on a sentence's first word and on the marks before it, and
/// on the word behind the number of a list item.
#[derive(Debug, Clone, Copy, Default)]
pub struct SentenceSplitter;

impl Stage for SentenceSplitter {
    type Scratch = ();
    const NAME: &'static str = "sentences";
    const READS: LayerSet = LayerSet::TOKENS.union(LayerSet::SECTIONS);
    const WRITES: LayerSet = LayerSet::SENTENCES;

    fn run(&self, article: &Article<'_>, layers: &mut Layers, _: &mut ()) {
        let Layers { sections, tokens, sentences, .. } = layers;
        sentences.clear();
        let mut from = 0;
        for (index, section) in sections.iter().enumerate() {
            let to = from
                + tokens
                    .get(from..)
                    .unwrap_or_default()
                    .partition_point(|t| t.span.end() <= section.span.end());
            let mut at = from;
            while at < to {
                let Some(rest) = tokens.get_mut(at..to) else { break };
                let length = sentence(article.text, rest);
                let Some(words) = rest.get_mut(..length) else { break };
                mark_start(article.text, words);
                let (Some(first), Some(last)) = (words.first(), words.last()) else { break };
                sentences.push(Sentence {
                    span: NormSpan::new(first.span.start(), last.span.end()),
                    tokens: TokenRange::new(at as u32, (at + length) as u32),
                    section: index as u32,
                });
                at += length;
            }
            from = to;
        }
    }
}

/// How many of the tokens are the first sentence; `tokens` run to the section's end.
pub(crate) fn sentence(text: &str, tokens: &[Token]) -> usize {
    let mut quotes = 0;
    for (i, token) in tokens.iter().enumerate() {
        match mark(text, token) {
            Some(Mark::Quote) => quotes += 1,
            Some(Mark::Stop | Mark::Final) => {
                if let Some(end) = ends(text, tokens, i, quotes % 2 == 1) {
                    return end;
                }
            }
            Some(Mark::Colon) => {
                if let Some(end) = credit_end(text, tokens, i) {
                    return end;
                }
            }
            _ => {}
        }
    }
    tokens.len()
}

/// One after the last token of the sentence, if the mark at `i` ends it.
fn ends(text: &str, tokens: &[Token], i: usize, quoted: bool) -> Option<usize> {
    let role = |n: usize| tokens.get(n).and_then(|t| mark(text, t));
    let glued = |n: usize| tokens.get(n).is_some_and(|t| !t.shape.contains(Shape::SPACE_BEFORE));
    // A mark that begins the text belongs to what follows.
    i.checked_sub(1)?;

    let mut end = i + 1;
    let period = role(end) == Some(Mark::Slash)
        && glued(end)
        && role(end + 1) == Some(Mark::Stop)
        && glued(end + 1);
    if period {
        end += 2;
    }
    let mut quoted = quoted;
    // No sentence closes with more marks; without a bound, rows of points would cost their square.
    while end < i + 16 {
        let spaced_behind = tokens.get(end + 1).is_none_or(|t| {
            t.shape.contains(Shape::SPACE_BEFORE) || t.shape.contains(Shape::PUNCTUATION)
        });
        let belongs = match role(end) {
            Some(Mark::Stop | Mark::Close) => true,
            Some(Mark::Final) => glued(end),
            Some(Mark::Quote) => {
                let closes =
                    if glued(end) { spaced_behind || quoted } else { quoted && spaced_behind };
                quoted &= !closes;
                closes
            }
            _ => false,
        };
        if !belongs {
            break;
        }
        end += 1;
    }
    let Some(next) = tokens.get(end) else { return Some(tokens.len()) };
    if period {
        return Some(end);
    }
    let bare_stop = end == i + 1 && role(i) == Some(Mark::Stop);
    if !begins(text, tokens, end) || (bare_stop && goes_on(text, tokens, i)) {
        return None;
    }
    if next.shape.contains(Shape::SPACE_BEFORE) || space_is_missing(text, tokens, i, next) {
        return Some(end);
    }
    None
}

/// Whether a sentence may begin at a token: with a capital, a digit, a quotation, or a list item.
fn begins(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return true };
    match mark(text, token) {
        Some(Mark::Quote | Mark::QuoteOpen) => true,
        Some(Mark::Bullet) => tokens.get(at + 1).is_some_and(|t| {
            token.shape.contains(Shape::SPACE_BEFORE) && t.shape.intersects(Shape::CAPITAL)
        }),
        Some(_) => false,
        None => {
            let script = token.shape.contains(Shape::OTHER)
                && !token.span.slice(text).starts_with(|c: char| c.is_lowercase());
            token.shape.intersects(Shape::CAPITAL | Shape::NUMBER) || script
        }
    }
}

/// Whether the full stop at `i` is that of an abbreviation, an initial or a list's number.
pub(crate) fn goes_on(text: &str, tokens: &[Token], i: usize) -> bool {
    let Some(before) = i.checked_sub(1).and_then(|n| tokens.get(n)) else { return true };
    if tokens.get(i).is_some_and(|t| t.shape.contains(Shape::SPACE_BEFORE)) {
        return false;
    }
    let word = before.span.slice(text);
    let one_letter = before.span.len() == 1 && word.starts_with(|c: char| c.is_ascii_alphabetic());
    let mut earlier = tokens
        .get(..i - 1)
        .unwrap_or_default()
        .iter()
        .filter(|t| !t.shape.contains(Shape::PUNCTUATION));
    let last = earlier.next_back();
    // `1.`, `a.`, `IV.` at the head of an item; `Điều 5.`, `Chương II.`
    let counts = before.shape.intersects(Shape::NUMBER | Shape::ROMAN);
    if (counts || one_letter) && last.is_none() {
        return true;
    }
    if counts
        && earlier.next_back().is_none()
        && last.is_some_and(|t| t.shape.contains(Shape::CAPITAL | Shape::SYLLABLE))
    {
        return true;
    }
    if ABBREVIATIONS.iter().any(|a| a.eq_ignore_ascii_case(word)) {
        return before.shape.contains(Shape::CAPITAL) || matches!(word, "tr" | "vs");
    }
    // `quý I.`, `khóa X.` end a sentence; `V. Putin` does not.
    let numeral = before.shape.contains(Shape::ROMAN)
        && last.is_some_and(|t| !t.shape.contains(Shape::CAPITAL));
    one_letter && before.shape.contains(Shape::CAPITAL) && !numeral
}

/// Whether a full stop without a space behind it (`được.Ông`) ends a sentence all the same.
fn space_is_missing(text: &str, tokens: &[Token], i: usize, next: &Token) -> bool {
    let Some(before) = i.checked_sub(1).and_then(|n| tokens.get(n)) else { return false };
    let next_word = next.span.slice(text);
    let begins = match mark(text, next) {
        Some(_) => true,
        None => {
            next.shape.contains(Shape::CAPITAL | Shape::SYLLABLE)
                && !(next_word.len() == 1 && next_word.is_ascii())
        }
    };
    // `Tp.`, `Ths.`, `St.` are no Vietnamese words, `Q.` is an initial, `TT.` an abbreviation.
    let whole = before.shape.contains(Shape::VIETNAMESE) && before.span.len() > 1
        || before.shape.intersects(Shape::NUMBER | Shape::PUNCTUATION);
    begins && whole
}

fn mark_start(text: &str, words: &mut [Token]) {
    let mut item = false;
    for i in 0..words.len() {
        let next = words.get(i + 1).and_then(|t| mark(text, t));
        let Some(token) = words.get_mut(i) else { return };
        token.shape |= Shape::SENTENCE_START;
        if token.shape.contains(Shape::PUNCTUATION) {
            continue;
        }
        // `1.`, `a)`: the next word begins the item.
        let one = token.shape.intersects(Shape::NUMBER | Shape::ROMAN) || token.span.len() == 1;
        if item || !one || !matches!(next, Some(Mark::Stop | Mark::Close)) {
            return;
        }
        item = true;
    }
}
