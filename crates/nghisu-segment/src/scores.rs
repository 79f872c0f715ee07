//! Captions, headings and leads: what only a weighing of signs can tell.
//!
//! Each sign adds to a score; the numbers were set by reading some hundred articles. A caption
//! needs more than a heading, since what it says makes no event.

use crate::cues::Cue;
use crate::joined::ARTICLE;
use crate::kinds::{Block, Page};
use crate::lines::{End, LONGEST_BYLINE};
use crate::portraits::{Likeness, likeness};
use nghisu_document::layers::{SectionKind, Shape};

const CAPTION: f32 = 3.0;
const HEADING: f32 = 2.0;
const LEAD: f32 = 1.5;
/// A caption of fewer words is a credit alone.
const SHORTEST_CAPTION: usize = 6;
/// The longest lead in words.
const LONGEST_LEAD: usize = 90;

/// Tells captions and headings between the first paragraph and the last.
pub(crate) fn fragments(page: Page<'_>, blocks: &mut [Block], first: usize, last: usize) {
    for i in 0..blocks.len() {
        let Some(block) = blocks.get(i).copied() else { return };
        if block.kind.is_some() {
            continue;
        }
        let around = Around::of(page, blocks, i, first, last);
        let caption = caption(page, &block, around);
        let heading = heading(page, &block, around);
        let kind = if caption >= CAPTION && caption >= heading {
            Some(SectionKind::Caption)
        } else if heading >= HEADING {
            Some(SectionKind::Heading)
        } else {
            None
        };
        if let Some(block) = blocks.get_mut(i) {
            block.kind = kind;
        }
    }
}

/// Where a block stands.
#[derive(Debug, Clone, Copy)]
struct Around {
    /// Between the first paragraph and the last.
    inside: bool,
    /// Right behind the first paragraph, where the first picture stands.
    behind_first: bool,
    /// The block above is `Ảnh:` and nothing else.
    behind_credit: bool,
    /// The block below is `Ảnh: …` and nothing else.
    before_credit: bool,
    /// The block above is an item of a list or of a table, or announces one.
    in_list: bool,
    /// What follows, captions and the page's own words aside, is a paragraph, or begins a list.
    before_paragraph: bool,
    /// The next block is no paragraph either.
    before_fragment: bool,
    /// The next block begins with the time of what it reports.
    before_opening: bool,
    /// The next block is a rule as long as this line: Markdown's sign of a heading.
    underlined: bool,
}

impl Around {
    fn of(page: Page<'_>, blocks: &[Block], i: usize, first: usize, last: usize) -> Self {
        let apart =
            |b: &&Block| !matches!(b.kind, Some(SectionKind::Caption | SectionKind::Boilerplate));
        let before = i.checked_sub(1).and_then(|n| blocks.get(n));
        let above = blocks.get(..i).unwrap_or_default().iter().rev().take(8).find(apart);
        let next = blocks.get(i + 1);
        let below = blocks.iter().skip(i + 1).find(apart);
        let length = |b: &Block| {
            page.of(b).iter().map(|t| t.span.end()).max().unwrap_or(0)
                - page.of(b).first().map_or(0, |t| t.span.start())
        };
        let characters = |b: &Block| {
            let start = page.of(b).first().map_or(0, |t| t.span.start() as usize);
            page.article
                .text
                .get(start..start + length(b) as usize)
                .map_or(0, |s| s.chars().count())
        };
        Self {
            inside: i > first && i < last,
            behind_first: i == first + 1,
            behind_credit: before
                .is_some_and(|b| b.kind == Some(SectionKind::Caption) && b.line.end == End::Colon),
            before_credit: next.is_some_and(|b| {
                b.kind == Some(SectionKind::Caption) && b.line.words <= SHORTEST_CAPTION
            }),
            in_list: above.is_some_and(|b| {
                b.line.item
                    || b.line.end == End::Colon
                    || (b.kind.is_none() && b.line.is_fragment())
            }),
            before_paragraph: i < last
                && below.is_some_and(|b| {
                    b.kind.is_none() && (!b.line.is_fragment() || b.line.item || b.line.words > 12)
                }),
            before_fragment: next
                .is_some_and(|b| b.kind.is_none() && b.line.is_fragment() && !b.line.item),
            before_opening: next.is_some_and(|b| page.begins(b, Cue::Opening)),
            underlined: next.is_some_and(|b| {
                b.line.words == 0
                    && page.of(b).len() == 1
                    && length(b) > 3
                    && blocks
                        .get(i)
                        .is_some_and(|line| characters(line).abs_diff(length(b) as usize) <= 2)
            }),
        }
    }
}

/// How much a block looks like the words under a picture.
fn caption(page: Page<'_>, block: &Block, around: Around) -> f32 {
    let (tokens, line) = (page.of(block), &block.line);
    let fragment = line.is_fragment();
    let credit = page.credit(block);
    // A paragraph of several sentences is none; nor is a line of a list.
    // A headline in capitals, or one with a speaker (`Bộ trưởng: …`), is no picture's.
    let headline = line.upper
        || (line.end == End::Open && tokens.iter().any(|t| t.span.slice(page.article.text) == ":"));
    if headline && !credit {
        return 0.0;
    }
    let long = !fragment && (line.words > 32 || line.sentences > if credit { 3 } else { 1 });
    if long || line.item || line.numbered || line.end == End::Colon {
        return 0.0;
    }
    let mut score = 0.0;
    if credit {
        score += 6.0;
    }
    if page.begins(block, Cue::Scene) {
        score += if fragment { 2.5 } else { 2.0 };
    }
    if page.cues.within(tokens, Cue::Picture) {
        score += 1.5;
    }
    // `Thủ tướng Phạm Minh Chính …`, `Ông Lê Văn An …`: someone's name is near the head.
    let head = tokens.iter().skip(1).take(5);
    if head.filter(|t| t.shape.contains(Shape::CAPITAL | Shape::SYLLABLE)).count() >= 2 {
        score += 1.0;
    }
    if line.end == End::Bar {
        score += 2.5;
    }
    if around.behind_credit {
        score += 2.5;
    }
    // Behind the first paragraph stands the first picture.
    if around.behind_first && line.words >= 8 {
        score += 1.0;
    }
    if around.behind_first && around.before_opening {
        score += 1.0;
    }
    if fragment {
        score += if line.words > 12 { 1.0 } else { 0.5 };
        // A heading follows it, so this is none.
        if around.before_fragment && !around.in_list {
            score += 1.0;
        }
    } else {
        let end = tokens.len().saturating_sub(7);
        if line.words <= LONGEST_BYLINE
            && page.cues.within(tokens.get(end..).unwrap_or_default(), Cue::PictureEnd)
        {
            score += 1.5;
        }
        if line.sentences == 1 && !around.in_list {
            score += match likeness(page.article.text, tokens, page.cues) {
                Likeness::Portrait => 3.5,
                Likeness::Bare if around.behind_first || around.before_credit => 2.5,
                Likeness::Bare => 1.5,
                Likeness::None => 0.0,
            };
        }
        score -= if line.words > 20 { 1.5 } else { 0.5 };
        if !around.inside {
            score -= 1.0;
        }
    }
    score
}

/// How much a block looks like a sub-heading.
fn heading(page: Page<'_>, block: &Block, around: Around) -> f32 {
    let (tokens, line) = (page.of(block), &block.line);
    let first = tokens.first().map_or("", |t| t.span.slice(page.article.text));
    if line.words <= 25 && (first.starts_with('#') || around.underlined) {
        return HEADING + CAPTION;
    }
    let open = line.end == End::Open || (line.end == End::Question && line.sentences == 1);
    if !open || line.item || line.words > 25 || line.words < 2 || !around.before_paragraph {
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
    } else if around.in_list {
        score -= 1.0;
    }
    if line.end == End::Question {
        score -= 0.5;
    }
    let word = tokens.iter().find(|t| !t.shape.contains(Shape::PUNCTUATION));
    if first == "(" || !word.is_some_and(|t| t.shape.intersects(Shape::CAPITAL | Shape::NUMBER)) {
        score -= 1.5;
    }
    score
}

/// Tells the lead: a first paragraph that is set apart from the report and sums it up.
pub(crate) fn lead(page: Page<'_>, blocks: &mut [Block]) {
    if blocks.iter().any(|b| b.kind == Some(SectionKind::Lead)) {
        return;
    }
    let mut paragraphs = blocks.iter().enumerate().filter(|(_, b)| b.kind.is_none());
    let Some((first, lead)) = paragraphs.next() else { return };
    if lead.line.words > LONGEST_LEAD
        || lead.line.is_fragment()
        || lead.line.item
        || lead.line.numbered
    {
        return;
    }
    let above = blocks.get(..first).unwrap_or_default();
    let titled = above.iter().any(|b| b.kind == Some(SectionKind::Title));
    // A collection that keeps its titles apart from its texts begins these with the lead.
    let beside = page.article.title.is_some() && !titled;
    let Some((next, rest)) = paragraphs.next() else {
        if beside
            && lead.line.words >= 8
            && let Some(block) = blocks.get_mut(first)
        {
            block.kind = Some(SectionKind::Lead);
        }
        return;
    };
    let mut between = blocks.iter().take(next).skip(first + 1);
    let mut score = 0.0;
    if beside {
        score += 1.0;
    }
    // The page shows it a second time, as its own description.
    if lead.repeated {
        score += 2.0;
    }
    // By-line above it, a picture or a heading below it.
    if above.last().is_some_and(|b| b.kind == Some(SectionKind::Byline)) {
        score += 1.0;
    }
    if between.any(|b| matches!(b.kind, Some(SectionKind::Caption | SectionKind::Heading))) {
        score += 1.0;
    }
    // The report begins anew, with the time of what it reports.
    if page.begins(rest, Cue::Opening) {
        score += 1.0;
    }
    // All the rest is one paragraph: the first was kept in a field of its own.
    let whole = rest.tokens.len() as usize > ARTICLE;
    if page.begins(lead, Cue::Opening) && !whole {
        score -= 1.0;
    }
    if page.begins(rest, Cue::Leaning) && !whole {
        score -= 1.0;
    }
    // One sentence or two, and a report that is much longer.
    if lead.line.words <= 60 && lead.line.sentences <= 2 {
        score += 0.5;
    }
    if rest.line.words > 5 * lead.line.words {
        score += 1.0;
    }
    if score >= LEAD
        && let Some(block) = blocks.get_mut(first)
    {
        block.kind = Some(SectionKind::Lead);
    }
}
