//! Sections: blocks with their kinds, and what was glued to them cut off.

use crate::blocks::blocks;
use crate::cues::{Cue, Cues};
use crate::joined::joined;
use crate::kinds::{Block, Page, decide};
use crate::lines::{LONGEST_BYLINE, Line, is_byline};
use crate::marks::{Mark, mark};
use crate::sentences::goes_on;
use nghisu_document::layers::{
    Article, LayerSet, Layers, Section, SectionKind, Shape, Stage, TokenRange, Vocabulary,
};
use nghisu_text::NormSpan;
use rustc_hash::FxHashMap;

/// A block of more tokens holds more than a caption.
const PARAGRAPH: usize = 80;

/// The stage that writes `Layers::sections`: one a paragraph, in text order.
///
/// Kinds are told by the hints of the article's reader where there are any, by the cue phrases of
/// `cues.txt`, and by a score of a line's length, final mark, capitals and place. An author's name
/// that was glued to the last paragraph, a caption with its credit in the midst of one, and a page's
/// words at the head of one become sections
/// of their own.
#[derive(Debug)]
pub struct Sectioner {
    cues: Cues,
}

/// What a [`Sectioner`] keeps from article to article.
#[derive(Debug, Default)]
pub struct SectionerScratch {
    ranges: Vec<TokenRange>,
    blocks: Vec<Block>,
    seen: FxHashMap<u64, u32>,
}

impl Sectioner {
    /// A sectioner whose cue words have numbers of this vocabulary, which it adds to.
    ///
    /// The [`Tokenizer`](crate::Tokenizer) must use the same vocabulary; words added to it later change nothing.
    pub fn new(vocabulary: &mut Vocabulary) -> Self {
        Self { cues: Cues::new(vocabulary) }
    }
}

impl Stage for Sectioner {
    type Scratch = SectionerScratch;
    const NAME: &'static str = "sections";
    const READS: LayerSet = LayerSet::TOKENS;
    const WRITES: LayerSet = LayerSet::SECTIONS;

    fn run(&self, article: &Article<'_>, layers: &mut Layers, scratch: &mut Self::Scratch) {
        let Layers { sections, tokens, .. } = layers;
        sections.clear();
        blocks(article, tokens, &mut scratch.ranges);
        let page = Page { article, tokens, cues: &self.cues };
        scratch.blocks.clear();
        let last = scratch.ranges.iter().rposition(|r| r.len() as usize > LONGEST_BYLINE);
        for (i, &range) in scratch.ranges.iter().enumerate() {
            let head = range.start + self.glued_head(page, range);
            let tail =
                if Some(i) == last { range.end - self.glued_tail(page, range) } else { range.end };
            let mut push = |start: u32, end: u32, kind: Option<SectionKind>| {
                let tokens = TokenRange::new(start, end);
                if !tokens.is_empty() {
                    let line = Line::of(article.text, page.slice(tokens));
                    scratch.blocks.push(Block { kind, ..Block::new(tokens, line) });
                }
            };
            push(range.start, head, None);
            let mut at = head;
            if (tail - head) as usize > PARAGRAPH {
                let inner = page.slice(TokenRange::new(head, tail));
                joined(article.text, inner, &self.cues, |from, to, kind| {
                    push(at, head + from as u32, None);
                    push(head + from as u32, head + to as u32, Some(kind));
                    at = head + to as u32;
                });
            }
            push(at, tail, None);
            push(tail, range.end, None);
        }
        decide(page, &mut scratch.blocks, &mut scratch.seen);
        for block in &scratch.blocks {
            let words = page.of(block);
            let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
            let span = NormSpan::new(first.span.start(), last.span.end());
            sections.push(Section { span, kind: block.kind.unwrap_or(SectionKind::Body) });
        }
    }
}

impl Sectioner {
    /// How many tokens at the head of a block are the page's.
    fn glued_head(&self, page: Page<'_>, range: TokenRange) -> u32 {
        let tokens = page.slice(range);
        let length = self.cues.at(tokens, Cue::Glued).unwrap_or(0);
        if length < tokens.len() { length as u32 } else { 0 }
    }

    /// How many tokens at the end of the last paragraph are a by-line or the page's: what follows
    /// its last sentence, if it reads so.
    fn glued_tail(&self, page: Page<'_>, range: TokenRange) -> u32 {
        let (text, tokens) = (page.article.text, page.slice(range));
        for length in 1..=LONGEST_BYLINE.min(tokens.len()) {
            let Some((body, tail)) = tokens.split_at_checked(tokens.len() - length) else { break };
            let (Some(last), Some(next)) = (body.last(), tail.first()) else { break };
            if !next.shape.contains(Shape::SPACE_BEFORE) {
                continue;
            }
            let ended = match mark(text, last) {
                Some(Mark::Stop) => !goes_on(text, body, body.len() - 1),
                Some(Mark::Final) => true,
                Some(Mark::Close | Mark::Quote) => body
                    .iter()
                    .rev()
                    .nth(1)
                    .is_some_and(|t| matches!(mark(text, t), Some(Mark::Stop | Mark::Final))),
                _ => false,
            };
            if ended {
                let apart = is_byline(text, tail, &self.cues)
                    || self.cues.is_all(tail, Cue::Related)
                    || self.cues.is_all(tail, Cue::Navigation);
                return if apart { length as u32 } else { 0 };
            }
        }
        0
    }
}
