//! Which figures are statistics, and the word that governs each.

use crate::cues::Tag;
use crate::reading::Reading;
use nghisu_document::layers::{
    Amount, Filler, Mention, MentionData, MentionId, MentionKind, Shape, TokenRange,
};

/// A figure of a sentence with what stands before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    pub(super) id: MentionId,
    pub(super) kind: MentionKind,
    pub(super) tokens: TokenRange,
    pub(super) amount: Option<Amount>,
    pub(super) governor: Governor,
    /// Where the figure's clause begins at the earliest: after the figure before it, after `;`.
    pub(super) floor: u32,
    /// The end of the sentence.
    pub(super) limit: u32,
}

/// The word that ties the figure to what it measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Governor {
    /// đạt, là, chiếm, tăng lên: the figure is the level.
    Level(TokenRange),
    /// tăng, giảm: the figure is the change.
    Growth(TokenRange),
    /// xếp thứ
    Rank(TokenRange),
    /// None: the figure counts what follows it.
    None,
}

pub(super) fn read(
    r: &Reading<'_>,
    sentence: TokenRange,
    floor: u32,
    id: MentionId,
    mention: &Mention,
) -> Option<Figure> {
    let kind = mention.data.kind();
    let tokens = mention.tokens;
    let w = r.words;
    let closed = |open: u32| (open..tokens.start).any(|t| r.is(t, w.close));
    let floor = (floor..tokens.start)
        .rev()
        .find(|t| {
            !r.in_name(*t)
                && (r.any(*t, &[w.semicolon, w.colon]) || r.is(*t, w.open) && !closed(*t))
        })
        .map_or(floor, |t| t + 1);
    // What was said begins behind the verb of speech: `ông X cho biết 99% …`.
    let said = (floor..tokens.start).rev().find_map(|t| {
        let verb = r.cue(t, Tag::SPEECH).filter(|_| !r.in_name(t) && !r.is(t, w.theo))?;
        let weak = r.tags(t).contains(Tag::WEAK_SPEECH);
        (!weak && verb.tokens.end <= tokens.start).then_some(verb.tokens.end)
    });
    let mut floor = said.unwrap_or(floor);
    while floor < tokens.start && r.any(floor, &[w.comma, w.colon, w.rằng, w.là]) {
        floor += 1;
    }
    let mut governor = governor(r, floor, tokens.start);
    // `gấp 1,6 lần`, `gấp đôi`
    if kind == MentionKind::Multiplier && !matches!(governor, Governor::Growth(_)) {
        let from = tokens.start.saturating_sub(2).max(floor);
        if let Some(times) = (from..tokens.end).find(|t| r.is(*t, w.gấp)) {
            governor = Governor::Growth(TokenRange::new(times, times + 1));
        }
    }
    let figure = Figure {
        id,
        kind,
        tokens,
        amount: super::amount(&mention.data),
        governor,
        floor,
        limit: sentence.end,
    };
    let usable = match kind {
        MentionKind::Ordinal | MentionKind::Quantity | MentionKind::Ratio
            if matches!(governor, Governor::Rank(_)) =>
        {
            true
        }
        MentionKind::Percent | MentionKind::Ratio | MentionKind::Money => true,
        MentionKind::Quantity => counts_something(r, &figure, mention),
        MentionKind::Multiplier => matches!(governor, Governor::Growth(_)),
        MentionKind::Ordinal => matches!(governor, Governor::Rank(_)),
        _ => false,
    };
    usable.then_some(figure)
}

/// Whether a count is of something that is measured: no legal documents (their counts are acts),
/// no ages, no parts of a plan.
fn counts_something(r: &Reading<'_>, figure: &Figure, mention: &Mention) -> bool {
    let w = r.words;
    let after = figure.tokens.end;
    let MentionData::Quantity(amount) = mention.data else { return false };
    // `số 43`, `khóa 13`, `Điều 5`: a name's number; `43, 48, 50`: a list of such.
    let before = figure.tokens.start.checked_sub(1);
    let listed =
        before.is_some_and(|t| r.is(t, w.comma)) && figure.floor + 1 == figure.tokens.start;
    if before.is_some_and(|t| r.any(t, &[w.số, w.khóa, w.khoá, w.mẫu, w.điều, w.quận, w.bậc]))
        && !before.is_some_and(|t| r.is(t.saturating_sub(1), w.tổng))
        || listed && amount.unit.is_none()
    {
        return false;
    }
    // A few, in words, is a way of speaking: `hai nước`, `ba địa phương`.
    let written =
        !(figure.tokens.start..figure.tokens.end).any(|t| r.shape(t).contains(Shape::NUMBER));
    let few = amount.value.to_i64().is_some_and(|n| (0..10).contains(&n)) && !amount.approx;
    if written && few && figure.governor == Governor::None {
        return false;
    }
    if matches!(figure.governor, Governor::Level(_) | Governor::Growth(_)) && amount.unit.is_none()
    {
        return !r.tags(after).intersects(Tag::NO_FIGURE | Tag::DOCUMENT);
    }
    let last = figure.tokens.end.saturating_sub(1);
    let counted = [after, last];
    // Parts of a plan are few; 214 nhiệm vụ were counted.
    let many = amount.value.to_i64().is_some_and(|n| n >= 20);
    if counted.iter().any(|t| r.tags(*t).intersects(Tag::NO_FIGURE) && (!many || r.is(*t, w.tuổi)))
    {
        return false;
    }
    if r.tags(after).contains(Tag::DOCUMENT) && !r.in_name(after) {
        return false;
    }
    // A number that counts nothing: a list's mark, a part of an address.
    !(r.is_mark(after) || after >= figure.limit) || figure.tokens.len() > 1 || amount.unit.is_some()
}

/// The verb that ends before the figure and the words that bound it.
fn governor(r: &Reading<'_>, floor: u32, figure: u32) -> Governor {
    let w = r.words;
    // `xếp thứ 2`: the cue takes in the first word of the ordinal.
    for start in figure.saturating_sub(4).max(floor)..figure {
        if let Some(cue) = r.cue(start, Tag::RANK)
            && (cue.tokens.end == figure
                || cue.tokens.end == figure + 1 && r.any(figure, &[w.thứ, w.hạng]))
            && !r.in_name(start)
        {
            return Governor::Rank(TokenRange::new(start, cue.tokens.end.min(figure)));
        }
    }
    let mut at = figure;
    for _ in 0..5 {
        for start in at.saturating_sub(5).max(floor)..at {
            if r.in_name(start) {
                continue;
            }
            if let Some(cue) = r.cue(start, Tag::RANK).filter(|c| c.tokens.end == at) {
                return Governor::Rank(cue.tokens);
            }
            if let Some(cue) = r.cue(start, Tag::DIRECTION).filter(|c| c.tokens.end == at) {
                return direction(r, floor, cue.tokens, figure);
            }
            if let Some(cue) = ends_at(r, start, at, Tag::STATUS) {
                if r.is(cue.end - 1, w.có)
                    || r.tags(cue.start).contains(Tag::LIGHT_VERB) && cue.len() == 1
                {
                    return Governor::None;
                }
                if r.any(start, &[w.kế, w.phấn, w.dự]) && cue.len() <= 2 {
                    continue;
                }
                return Governor::Level(cue);
            }
        }
        if let Some(start) = r.cue_before(at, Tag::BOUND | Tag::APPROX).filter(|s| *s >= floor) {
            at = start;
            continue;
        }
        let before = at.saturating_sub(1);
        let skip = before >= floor
            && (r.tags(before).intersects(Tag::BOUND | Tag::APPROX)
                || r.any(
                    before,
                    &[
                        w.còn, w.chỉ, w.mức, w.thêm, w.tới, w.đến, w.lên, w.từ, w.khoảng, w.lần,
                        w.lượt,
                    ],
                ));
        if !skip {
            break;
        }
        at = before;
    }
    Governor::None
}

fn ends_at(r: &Reading<'_>, start: u32, end: u32, tag: Tag) -> Option<TokenRange> {
    r.cue(start, tag).map(|c| c.tokens).filter(|t| t.end == end)
}

/// `tăng 5%` is a change; `tăng lên 55%`, `giảm còn 3%`, `tăng từ 50% lên 55%` say the level.
fn direction(r: &Reading<'_>, floor: u32, verb: TokenRange, figure: u32) -> Governor {
    let w = r.words;
    let levels = [w.lên, w.còn, w.xuống, w.tới, w.đến];
    let level = (verb.start + 1..figure).any(|t| r.any(t, &levels))
        || verb.len() == 1 && r.any(verb.start, &[w.lên, w.xuống]);
    if !level {
        return Governor::Growth(verb);
    }
    // The verb of `tăng từ A lên B` stands before A.
    let first = (floor.saturating_sub(8)..verb.start)
        .rev()
        .find_map(|t| r.cue(t, Tag::DIRECTION).filter(|c| c.tokens.end <= verb.start));
    Governor::Level(first.filter(|_| verb.len() == 1).map_or(verb, |c| c.tokens))
}

/// What the figure is counted in.
pub(super) fn unit(r: &Reading<'_>, figure: &Figure) -> Option<Filler> {
    let w = r.words;
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    let mention = r.mention(figure.id)?;
    match mention.data {
        MentionData::Percent(_) => {
            let sign = (start..end).rev().find(|t| r.is(*t, w.percent));
            return sign
                .and_then(|t| r.span(t, t + 1))
                .map(Filler::span)
                .or_else(|| r.span(end.saturating_sub(2).max(start), end).map(Filler::span));
        }
        MentionData::Money { .. } => {
            return r.span(end.saturating_sub(1), end).map(Filler::span);
        }
        MentionData::Quantity(Amount { unit: Some(unit), .. })
        | MentionData::Ratio { unit: Some(unit), .. } => return Some(Filler::span(unit)),
        _ => {}
    }
    // The figure's mention may hold its unit of measure: `71,79 Mbps`.
    let last = end.saturating_sub(1);
    if last > start
        && !r.shape(last).contains(Shape::NUMBER)
        && !r.tags(end).contains(Tag::COLLECTIVE)
        && r.is_mark(end)
    {
        return r.span(last, end).map(Filler::span);
    }
    let (from, to) = super::indicator::counted_noun(r, figure);
    let listed = (from..to).any(|t| r.is(t, r.words.comma));
    let (from, to) = r.trim(from, to.min(from + if listed { 12 } else { 4 }));
    (to > from).then(|| r.span(from, to)).flatten().map(Filler::span)
}
