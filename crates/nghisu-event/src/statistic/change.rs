//! How a figure moved, and against what.

use super::figure::Figure;
use crate::cues::Tag;
use crate::output::Output;
use crate::reading::Reading;
use nghisu_document::layers::{Change, Direction, EventData, Filler, MentionKind, TokenRange};

/// Adds a change to the statistic before it: `đạt 71 Mbps, tăng 32,7%`. False where there is none
/// that it can belong to.
pub(super) fn attach(
    r: &Reading<'_>,
    figure: &Figure,
    sentence: TokenRange,
    first: usize,
    out: &mut Output,
) -> bool {
    let super::governor::Governor::Growth(verb) = figure.governor else { return false };
    let w = r.words;
    let Some(events) = out.events.get_mut(first..) else { return false };
    // `đạt 807 tỷ, bằng 104% dự toán và tăng 11,8%`: of what was measured, not of its share.
    let indicator = |event: &nghisu_document::layers::Event| match event.data {
        EventData::Statistic(s) => s.indicator.map(|i| i.span),
        _ => None,
    };
    let measured = events.last().and_then(indicator);
    let head = events.iter().position(|e| measured.is_some() && indicator(e) == measured);
    let near_end = events.last().and_then(|e| match e.data {
        EventData::Statistic(s) => s.value.and_then(|v| v.mention).and_then(|id| r.mention(id)),
        _ => None,
    });
    let joined = r.is(verb.start.saturating_sub(1), w.và);
    let Some(last) =
        (if joined { head.and_then(|h| events.get_mut(h)) } else { events.last_mut() })
    else {
        return false;
    };
    let EventData::Statistic(statistic) = &mut last.data else { return false };
    let Some(end) = near_end.map(|m| m.tokens.end) else { return false };
    // Between the two only the unit, a comma, a word of joining.
    let between = verb.start.saturating_sub(end);
    let crosses = (end..verb.start).any(|t| {
        r.any(t, &[w.semicolon, w.đạt, w.chiếm]) || r.kind_at(t).is_some_and(super::is_figure)
    });
    let near = between <= 7
        || !(end..verb.start).any(|t| r.tags(t).intersects(Tag::INDICATOR | Tag::SHARE));
    if crosses || !near || statistic.change.is_some() || between > 14 {
        return false;
    }
    statistic.change = Some(of(r, figure, verb, sentence));
    true
}

/// The change that a growth verb and its figure say.
pub(super) fn of(
    r: &Reading<'_>,
    figure: &Figure,
    verb: TokenRange,
    sentence: TokenRange,
) -> Change {
    let w = r.words;
    let value = Some(r.filler_of(figure.id));
    let multiplier = figure.kind == MentionKind::Multiplier;
    Change {
        direction: direction(r, verb).or(multiplier.then_some(Direction::Up)),
        value: value.filter(|_| !multiplier),
        unit: super::figure::unit(r, figure).filter(|_| !multiplier),
        multiplier: value.filter(|_| multiplier),
        baseline: baseline(r, figure.tokens.end, sentence.end.min(figure.tokens.end + 14), w.với)
            .or_else(|| {
                // `So với cùng kỳ, số vụ giảm 5%`
                let head = r.is(sentence.start, w.so);
                let end = sentence.end.min(sentence.start + 14);
                if head { baseline(r, sentence.start, end, w.với) } else { None }
            }),
    }
}

/// The change of a second figure that shares the verb of the first.
pub(super) fn repeated(
    r: &Reading<'_>,
    figure: &Figure,
    value: Option<Filler>,
    first: Change,
) -> Change {
    let multiplier = figure.kind == MentionKind::Multiplier;
    Change {
        value: value.filter(|_| !multiplier),
        unit: super::figure::unit(r, figure).filter(|_| !multiplier),
        multiplier: value.filter(|_| multiplier),
        ..first
    }
}

fn direction(r: &Reading<'_>, verb: TokenRange) -> Option<Direction> {
    match r.cue(verb.start, Tag::DIRECTION)?.code {
        0 => Some(Direction::Up),
        1 => Some(Direction::Down),
        _ => None,
    }
}

/// What stands after `so với`: a date, else the words.
fn baseline(
    r: &Reading<'_>,
    from: u32,
    to: u32,
    with: nghisu_document::layers::WordId,
) -> Option<Filler> {
    let w = r.words;
    let so = (from..to).find(|t| r.is(*t, w.so) && !r.in_name(*t))?;
    let first = if r.is(so + 1, with) { so + 2 } else { so + 1 };
    let date = (first..to.min(first + 6))
        .find(|t| r.starting(*t).is_some_and(|(_, m)| m.data.kind() == MentionKind::Date));
    if let Some((id, _)) = date.and_then(|t| r.starting(t)) {
        return Some(r.filler_of(id));
    }
    let end = (first..to + 6).find(|t| r.is_mark(*t) && !r.in_name(*t)).unwrap_or(to);
    let (first, end) = r.trim(first, end);
    (end > first).then(|| r.filler(first, end)).flatten()
}

/// `tăng từ 65,8% lên 89,35%`: the first figure is the baseline of the second.
pub(super) fn from_to(
    r: &Reading<'_>,
    figure: &Figure,
    verb: TokenRange,
    sentence: TokenRange,
) -> Option<Change> {
    let direction = direction(r, verb)?;
    let w = r.words;
    let start = figure.floor.saturating_sub(6).max(sentence.start);
    let before = (start..figure.tokens.start).rev().find_map(|t| {
        r.starting(t).filter(|(id, m)| {
            *id != figure.id
                && super::is_figure(m.data.kind())
                && t > 0
                && r.any(t - 1, &[w.từ, w.mức])
        })
    });
    Some(Change {
        direction: Some(direction),
        baseline: before.map(|(id, _)| r.filler_of(id)).or_else(|| {
            baseline(r, figure.tokens.end, sentence.end.min(figure.tokens.end + 14), w.với)
        }),
        ..Change::default()
    })
}
