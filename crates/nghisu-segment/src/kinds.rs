//! What kind of section each block of an article is.

use crate::cues::{Cue, Cues};
use crate::lines::{End, Line, has_credit, is_byline, is_dateline};
use crate::marks::{Mark, mark};
use crate::scores::{fragments, lead};
use crate::titles::{is_title, surface};
use nghisu_document::layers::{Article, SectionKind, Token, TokenRange};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// How many blocks at the top of a page may be its teaser.
const FIRST: usize = 4;
/// How far below the last paragraph an author or a date still stands.
const BELOW: usize = 3;

/// The longest title in tokens.
const LONGEST_TITLE: usize = 40;

/// A block on its way to be a section.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Block {
    pub(crate) tokens: TokenRange,
    pub(crate) line: Line,
    pub(crate) kind: Option<SectionKind>,
    /// A later block says the same, word for word.
    pub(crate) repeated: bool,
}

impl Block {
    pub(crate) fn new(tokens: TokenRange, line: Line) -> Self {
        Self { tokens, line, kind: None, repeated: false }
    }
}

/// What the blocks are part of.
#[derive(Clone, Copy)]
pub(crate) struct Page<'a> {
    pub(crate) article: &'a Article<'a>,
    pub(crate) tokens: &'a [Token],
    pub(crate) cues: &'a Cues,
}

impl<'a> Page<'a> {
    pub(crate) fn of(&self, block: &Block) -> &'a [Token] {
        self.slice(block.tokens)
    }

    pub(crate) fn slice(&self, range: TokenRange) -> &'a [Token] {
        self.tokens.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    fn byline(&self, block: &Block) -> bool {
        is_byline(self.article.text, self.of(block), self.cues)
    }

    fn dateline(&self, block: &Block) -> bool {
        is_dateline(self.article.text, self.of(block), self.cues)
    }

    pub(crate) fn credit(&self, block: &Block) -> bool {
        has_credit(self.article.text, self.of(block), self.cues)
    }

    pub(crate) fn begins(&self, block: &Block, cue: Cue) -> bool {
        self.cues.at(self.of(block), cue).is_some()
    }

    /// Whether the line is another article's title and lead: a paper's sign stands in it, and no
    /// sentence ends before that.
    fn is_link(&self, block: &Block) -> bool {
        let tokens = self.of(block);
        let ends = |t: &Token| matches!(mark(self.article.text, t), Some(Mark::Stop));
        let title = tokens.iter().take(LONGEST_TITLE).position(ends).unwrap_or(LONGEST_TITLE);
        block.line.words <= 2 * LONGEST_TITLE
            && (4..title.min(tokens.len()))
                .any(|i| self.cues.at(tokens.get(i..).unwrap_or_default(), Cue::Wire).is_some())
    }

    /// Whether `tokens` are the beginning of `whole` and three points.
    fn is_cut_from(&self, tokens: &[Token], whole: &[Token]) -> bool {
        let Some((last, head)) = tokens.split_last() else { return false };
        mark(self.article.text, last) == Some(Mark::Final)
            && whole.len() > tokens.len()
            && head.iter().zip(whole).all(|(a, b)| a.word == b.word)
    }
}

/// Decides the kinds of blocks, from what is sure to what is only likely; the rest is body.
pub(crate) fn decide(page: Page<'_>, blocks: &mut [Block], seen: &mut FxHashMap<u64, u32>) {
    by_hint(page, blocks);
    by_cue(page, blocks);
    repeated(page, blocks, seen);
    title(page, blocks);
    let Some((first, last)) = body(blocks) else {
        // No paragraph at all: a list, a table, a line.
        return;
    };
    edges(page, blocks, first, last);
    fragments(page, blocks, first, last);
    lead(page, blocks);
}

/// What the reader of a page knew. That a block is body says little: editors set captions and
/// by-lines as paragraphs.
fn by_hint(page: Page<'_>, blocks: &mut [Block]) {
    for block in blocks {
        let Some(token) = page.of(block).first() else { continue };
        let after = page.article.hints.partition_point(|h| h.span.start() <= token.span.start());
        let hint = after.checked_sub(1).and_then(|n| page.article.hints.get(n));
        block.kind = hint
            .filter(|h| h.span.contains_offset(token.span.start()) && h.kind != SectionKind::Body)
            .map(|h| h.kind)
            .or(block.kind);
    }
}

/// Menus, share bars, lists of related titles; lines without a word.
fn by_cue(page: Page<'_>, blocks: &mut [Block]) {
    let mut related = false;
    let top = blocks.first().map_or(0, |b| b.tokens.start);
    for block in blocks.iter_mut().filter(|b| b.kind.is_none()) {
        let heads = page.cues.is_all(page.of(block), Cue::Related);
        // Related titles go on until a paragraph.
        related = heads || (related && (block.line.words <= 30 && block.line.end != End::Sentence));
        let of_page = block.line.words == 0
            || page.cues.is_all(page.of(block), Cue::Navigation)
            || (block.line.words <= 30 && page.begins(block, Cue::Page))
            || (block.tokens.start > top && page.is_link(block));
        if related || of_page {
            block.kind = Some(SectionKind::Boilerplate);
        } else if (block.line.is_fragment()
            || block.line.end == End::Colon && block.line.words <= 3)
            && page.credit(block)
            && !page.byline(block)
        {
            block.kind = Some(SectionKind::Caption);
        }
    }
}

/// A paragraph that says again what one of the first did is a teaser: the page's own description of
/// the article. (Forms and laws repeat lines too, further down, and mean it.) A first line that the
/// next begins with, cut with three points, is the page's excerpt, and its lead.
fn repeated(page: Page<'_>, blocks: &mut [Block], seen: &mut FxHashMap<u64, u32>) {
    seen.clear();
    for i in 0..blocks.len() {
        let Some(block) = blocks.get(i).copied() else { return };
        let paragraph = matches!(block.line.end, End::Sentence | End::Question) && !block.line.item;
        if block.kind.is_some() || block.line.words < 8 || !paragraph {
            continue;
        }
        let tokens = page.of(&block);
        let mut hasher = FxHasher::default();
        for token in tokens {
            token.word.hash(&mut hasher);
        }
        let earlier = *seen.entry(hasher.finish()).or_insert(i as u32) as usize;
        if (FIRST..i).contains(&earlier) {
            continue;
        }
        let cut =
            blocks.get(i + 1).is_some_and(|next| i == 0 && page.is_cut_from(tokens, page.of(next)));
        if earlier < i
            && let Some(first) = blocks.get_mut(earlier)
        {
            first.repeated = true;
        }
        // Deep inside the text the report only quotes its lead.
        let edge = i <= FIRST || blocks.len() - i <= BELOW;
        let again = earlier < i && edge;
        if (again || cut)
            && let Some(block) = blocks.get_mut(i)
        {
            // The page's excerpt stands in the lead's place.
            let kind = if again { SectionKind::Boilerplate } else { SectionKind::Lead };
            block.kind = Some(kind);
        }
    }
}

/// The title: what equals the one beside the text, or the first line that is no paragraph.
fn title(page: Page<'_>, blocks: &mut [Block]) {
    if blocks.iter().any(|b| b.kind == Some(SectionKind::Title)) {
        return;
    }
    let text = page.article.text;
    let open = |b: &Block| b.kind.is_none();
    if let Some(given) = page.article.title {
        // The title stands near the top, under the page's menu at most.
        let found = blocks
            .iter_mut()
            .filter(|b| open(b))
            .take(8)
            .find(|b| is_title(given, surface(text, page.of(b))));
        if let Some(block) = found {
            block.kind = Some(SectionKind::Title);
        }
        return;
    }
    // Above the title stand datelines and the names of columns; one line alone is a text of its own.
    let mut candidates = blocks.iter_mut().filter(|b| open(b) && !page.dateline(b));
    let Some(block) = candidates.next() else { return };
    let titled = match block.line.end {
        End::Open => block.line.words <= 40,
        End::Question => block.line.words <= 25 && block.line.sentences == 1,
        End::Sentence | End::Colon | End::Bar => false,
    };
    if titled && block.line.words >= 3 && !block.line.item && candidates.next().is_some() {
        block.kind = Some(SectionKind::Title);
    }
}

/// The first and the last paragraph.
fn body(blocks: &[Block]) -> Option<(usize, usize)> {
    let paragraph = |b: &Block| b.kind.is_none() && !b.line.is_fragment() && b.line.words >= 8;
    Some((blocks.iter().position(paragraph)?, blocks.iter().rposition(paragraph)?))
}

/// Datelines and by-lines, above the first paragraph or below the last.
fn edges(page: Page<'_>, blocks: &mut [Block], first: usize, last: usize) {
    let titled = blocks.iter().position(|b| b.kind == Some(SectionKind::Title));
    let mut signed = false;
    for (i, block) in blocks.iter_mut().enumerate() {
        // The reader of a page takes its time stamp for the page's.
        let stamp = i < first && block.kind == Some(SectionKind::Boilerplate);
        if stamp && block.line.words <= 12 && page.dateline(block) {
            block.kind = Some(SectionKind::Dateline);
        }
        if block.kind.is_some() || (first..=last).contains(&i) {
            continue;
        }
        let near = i < first || i <= last + BELOW;
        if near && block.line.words <= 12 && page.dateline(block) {
            block.kind = Some(SectionKind::Dateline);
        } else if near && page.byline(block) && !block.line.item {
            // Above the title stands the column's name.
            let above = i < first && titled.is_some_and(|t| i < t);
            block.kind = Some(if above { SectionKind::Boilerplate } else { SectionKind::Byline });
            signed |= i > last;
        } else if (i > last && signed && block.line.is_fragment()) || titled.is_some_and(|t| i < t)
        {
            // What stands under the author's name, or above the title, is the page's.
            block.kind = Some(SectionKind::Boilerplate);
        } else if i < first && block.line.end == End::Bar {
            block.kind = Some(SectionKind::Boilerplate);
        }
    }
}
