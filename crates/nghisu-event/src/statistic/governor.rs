//! The word that ties a figure to what it measures.

use crate::cues::Tag;
use crate::reading::Reading;
use nghisu_document::layers::{MentionKind, TokenRange};

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

/// Whether a figure is where something rose or fell from: `tăng từ 20% lên 30%`.
pub(super) fn is_base(r: &Reading<'_>, figure: TokenRange, limit: u32) -> bool {
    let w = r.words;
    let from = (figure.start.saturating_sub(3)..figure.start).any(|t| r.any(t, &[w.từ]));
    let end = limit.min(figure.end + 12);
    from && (figure.end..end).take_while(|t| !r.any(*t, &[w.semicolon, w.dots])).any(|t| {
        r.any(t, &[w.lên, w.xuống, w.còn])
            && (t + 1..end.min(t + 5)).any(|n| r.kind_at(n).is_some_and(super::is_figure))
    })
}

/// The verb that ends before the figure and the words that bound it.
pub(super) fn governor(r: &Reading<'_>, floor: u32, figure: u32, kind: MentionKind) -> Governor {
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
                return direction(r, floor, cue.tokens, figure, kind);
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
        // `hộ nghèo còn 3%`, `giảm 0,5 điểm phần trăm, còn 5,5%`
        let share = matches!(kind, MentionKind::Percent | MentionKind::Money);
        let moved = at > floor + 1
            && (at.saturating_sub(4).max(floor)..at - 1)
                .any(|t| r.tags(t).contains(Tag::DIRECTION) && !r.in_name(t));
        if share && !moved && at > floor && r.is(at - 1, w.còn) && !r.in_name(at - 1) {
            return Governor::Level(TokenRange::new(at - 1, at));
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

/// `tăng 5%`, `giảm tới 60%` are changes; `tăng lên 55%`, `giảm còn 3%`, `tăng từ 50% lên 55%` say
/// the level.
fn direction(
    r: &Reading<'_>,
    floor: u32,
    verb: TokenRange,
    figure: u32,
    kind: MentionKind,
) -> Governor {
    let w = r.words;
    // `giảm tới 60%` stresses how much; `tăng tới 50.000 xe` says how many there are.
    let reaches = kind != MentionKind::Percent && kind != MentionKind::Multiplier;
    let level = (verb.start + 1..figure)
        .any(|t| r.any(t, &[w.lên, w.còn, w.xuống]) || reaches && r.any(t, &[w.tới, w.đến]))
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
