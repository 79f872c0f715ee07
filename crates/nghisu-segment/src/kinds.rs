//! What kind of section each block of an article is.

use crate::cues::{Cue, Cues};
use crate::lines::{End, Line, has_credit, is_byline, is_dateline};
use crate::titles::{self, Match};
use nghisu_document::layers::{Article, SectionKind, Shape, Token, TokenRange};
use rustc_hash::{FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};

/// A block on its way to be a section.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Block {
    pub(crate) tokens: TokenRange,
    pub(crate) line: Line,
    pub(crate) kind: Option<SectionKind>,
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

    fn credit(&self, block: &Block) -> bool {
        has_credit(self.of(block), self.cues)
    }

    fn begins(&self, block: &Block, cue: Cue) -> bool {
        self.cues.at(self.of(block), cue).is_some()
    }
}

/// Decides the kinds of blocks, from what is sure to what is only likely; the rest is body.
pub(crate) fn decide(page: Page<'_>, blocks: &mut [Block], seen: &mut FxHashSet<u64>) {
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
            .map(|h| h.kind);
    }
}

/// Menus, share bars, lists of related titles; lines without a word.
fn by_cue(page: Page<'_>, blocks: &mut [Block]) {
    let mut related = false;
    for block in blocks.iter_mut().filter(|b| b.kind.is_none()) {
        let heads = page.cues.is_all(page.of(block), Cue::Related);
        // Related titles go on until a paragraph.
        related = heads || (related && (block.line.words <= 30 && block.line.end != End::Sentence));
        let of_page = block.line.words == 0
            || page.cues.is_all(page.of(block), Cue::Navigation)
            || (block.line.words <= 30 && page.begins(block, Cue::Page));
        if related || of_page {
            block.kind = Some(SectionKind::Boilerplate);
        } else if block.line.is_fragment() && page.credit(block) && !page.byline(block) {
            block.kind = Some(SectionKind::Caption);
        }
    }
}

/// A line that stood above already is a teaser that the page repeats.
fn repeated(page: Page<'_>, blocks: &mut [Block], seen: &mut FxHashSet<u64>) {
    seen.clear();
    for block in blocks.iter_mut().filter(|b| b.line.words >= 8) {
        let mut hasher = FxHasher::default();
        for token in page.of(block) {
            token.word.hash(&mut hasher);
        }
        if !seen.insert(hasher.finish()) && block.kind.is_none() {
            block.kind = Some(SectionKind::Boilerplate);
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
        let found =
            blocks.iter_mut().filter(|b| open(b)).take(8).find(|b| {
                titles::compare(given, titles::surface(text, page.of(b))) == Match::Whole
            });
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
        End::Sentence | End::Bar => false,
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
        if block.kind.is_some() || (first..=last).contains(&i) {
            continue;
        }
        let short = block.line.words <= 12;
        if short && page.dateline(block) {
            block.kind = Some(SectionKind::Dateline);
        } else if page.byline(block) && !block.line.item {
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

/// Captions and headings between paragraphs: the higher score wins, if it is high enough.
fn fragments(page: Page<'_>, blocks: &mut [Block], first: usize, last: usize) {
    for i in 0..blocks.len() {
        let next_is_paragraph = |blocks: &[Block]| {
            // A caption between a heading and its paragraph takes nothing from the heading.
            blocks
                .iter()
                .skip(i + 1)
                .find(|b| !matches!(b.kind, Some(SectionKind::Caption | SectionKind::Boilerplate)))
                .is_some_and(|b| {
                    b.kind.is_none() && (!b.line.is_fragment() || b.line.item || b.line.words > 12)
                })
        };
        let Some(block) = blocks.get(i).copied() else { return };
        if block.kind.is_some() {
            continue;
        }
        let inside = i > first && i < last;
        let mut caption = caption_score(page, &block, inside);
        // The first picture stands between the lead and the report, which begins with a time.
        let opens = blocks.get(i + 1).is_some_and(|b| page.begins(b, Cue::Opening));
        if i == first + 1 && opens && caption >= 2.0 {
            caption += 1.0;
        }
        let heading =
            if i < last && next_is_paragraph(blocks) { heading_score(page, &block) } else { 0.0 };
        let kind = if caption >= 3.0 && caption >= heading {
            Some(SectionKind::Caption)
        } else if heading >= 2.0 {
            Some(SectionKind::Heading)
        } else {
            None
        };
        if let Some(block) = blocks.get_mut(i) {
            block.kind = kind;
        }
    }
}

/// How much a block looks like the words under a picture; from 3 on it is believed.
fn caption_score(page: Page<'_>, block: &Block, inside: bool) -> f32 {
    let (tokens, line) = (page.of(block), &block.line);
    let fragment = line.is_fragment();
    // With a final mark, only one short sentence can be a caption.
    if !fragment && (line.words > 32 || line.sentences > 2) || line.item || line.numbered {
        return 0.0;
    }
    let mut score = 0.0;
    if page.credit(block) {
        score += 4.0;
    }
    if page.begins(block, Cue::Scene) {
        score += if fragment { 2.5 } else { 2.0 };
    }
    if page.cues.within(tokens, Cue::Picture) {
        score += 1.5;
    }
    // `Thủ tướng Phạm Minh Chính …`, `Ông Lê Văn An …`: someone's name is near the head.
    let named = tokens
        .iter()
        .skip(1)
        .take(5)
        .filter(|t| t.shape.contains(Shape::CAPITAL | Shape::SYLLABLE))
        .count();
    if named >= 2 {
        score += 1.0;
    }
    if line.end == End::Bar {
        score += 2.5;
    }
    if fragment {
        score += 0.5;
        if line.words > 12 {
            score += 0.5;
        }
    } else {
        // Quotations and clauses are a paragraph's.
        score -= 0.5;
        if line.words > 20 {
            score -= 1.0;
        }
        if !inside {
            score -= 1.0;
        }
    }
    score
}

/// How much a block looks like a sub-heading; from 2 on it is believed.
fn heading_score(page: Page<'_>, block: &Block) -> f32 {
    let (tokens, line) = (page.of(block), &block.line);
    let open = line.end == End::Open || (line.end == End::Question && line.sentences == 1);
    let hash = tokens.first().is_some_and(|t| t.span.slice(page.article.text).starts_with('#'));
    if hash {
        return 4.0;
    }
    if !open || line.item || line.words > 25 || line.words == 0 {
        return 0.0;
    }
    let mut score = 1.5;
    if line.words <= 14 {
        score += 1.0;
    } else if line.words <= 22 {
        score += 0.5;
    }
    if line.upper || line.numbered {
        score += 1.0;
    }
    if line.end == End::Question {
        score -= 0.5;
    }
    let capital = tokens.iter().find(|t| !t.shape.contains(Shape::PUNCTUATION));
    if !capital.is_some_and(|t| t.shape.intersects(Shape::CAPITAL | Shape::NUMBER)) {
        score -= 1.5;
    }
    score
}

/// The lead: a first paragraph that is set apart from the report and sums it up.
fn lead(page: Page<'_>, blocks: &mut [Block]) {
    let mut paragraphs = blocks.iter().enumerate().filter(|(_, b)| b.kind.is_none());
    let Some((first, lead)) = paragraphs.next() else { return };
    let second = paragraphs.next();
    let Some((next, rest)) = second else { return };
    if lead.line.words > 90 || lead.line.is_fragment() || lead.line.item || lead.line.numbered {
        return;
    }
    let mut score = 0.0;
    let kind_before = first.checked_sub(1).and_then(|i| blocks.get(i)).and_then(|b| b.kind);
    let between = || blocks.iter().take(next).skip(first + 1);
    // By-line above it, a picture or a heading below it.
    if kind_before == Some(SectionKind::Byline) {
        score += 1.0;
    }
    if between().any(|b| matches!(b.kind, Some(SectionKind::Caption | SectionKind::Heading))) {
        score += 1.0;
    }
    // The report begins anew, with the time of what it reports.
    let opens = |b: &Block| page.begins(b, Cue::Opening);
    if opens(rest) {
        score += 1.0;
    }
    if opens(lead) {
        score -= 1.0;
    }
    // One sentence or two, and a report that is much longer.
    if lead.line.words <= 60 && lead.line.sentences <= 2 {
        score += 0.5;
    }
    if rest.line.words > 5 * lead.line.words {
        score += 1.0;
    }
    if score >= 1.5
        && let Some(block) = blocks.get_mut(first)
    {
        block.kind = Some(SectionKind::Lead);
    }
}
