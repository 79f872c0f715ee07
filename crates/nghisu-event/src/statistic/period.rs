//! The time that a figure speaks of.

use super::figure::Figure;
use crate::cues::Tag;
use crate::output::Context;
use crate::reading::Reading;
use nghisu_document::layers::{Filler, MentionData, MentionId, Sentence, TokenRange};

/// The nearest date before the figure in its sentence, else one close behind it, else the
/// report's own where the figure is compared with a like period.
pub(super) fn of(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    figure: &Figure,
    context: &Context,
) -> Option<Filler> {
    let w = r.words;
    let start = sentence.tokens.start;
    // `bình quân mỗi năm thu 200 triệu đồng`: each year, not that one.
    let clause = r.clause_start(start, figure.tokens.start);
    let each = [w.mỗi, w.hằng, w.hàng];
    if (clause..figure.tokens.start)
        .any(|t| r.any(t, &each) && r.any(t + 1, &[w.năm, w.tháng, w.ngày]) && !r.in_name(t))
    {
        return None;
    }
    if let Some(own) = own(r, figure) {
        return Some(own);
    }
    // The date at the sentence's head holds for its clauses.
    let head = dates(r, start, figure.floor).filter(|(id, tokens)| {
        let opens = tokens.start <= start + 4 || r.is(tokens.start - 1, w.comma);
        !is_day(r, *id) || opens && !is_told(r, tokens.end, figure.tokens.start)
    });
    if let Some((id, _)) = head.last() {
        return Some(r.filler_of(id));
    }
    if matches!(figure.governor, super::governor::Governor::Rank(_)) {
        return context.rank_period;
    }
    let compared = (start..sentence.tokens.end).any(|t| r.phrase(t, &[w.cùng, w.kỳ]));
    let told = context.told.map(|(period, at)| (Filler { inherited: true, ..period }, at));
    if compared {
        return context
            .period
            .map(|p| Filler { inherited: true, ..p })
            .or(told.map(|(period, _)| period));
    }
    // `Trong đó, …`: a part of what the sentence before told.
    let first = if r.any(start, &[w.trong, w.riêng, w.cụ]) { start } else { return None };
    let part = r.phrase(first, &[w.trong, w.đó])
        || r.phrase(first, &[w.trong, w.số])
        || r.phrase(first, &[w.cụ, w.thể])
        || r.is(first, w.riêng);
    told.filter(|(_, at)| part && at + 1 == index).map(|(period, _)| period)
}

/// The date of the figure's own clause: the nearest before it, else one close behind it.
pub(super) fn own(r: &Reading<'_>, figure: &Figure) -> Option<Filler> {
    let w = r.words;
    let before = dates(r, figure.floor, figure.tokens.start)
        .filter(|(id, t)| !is_day(r, *id) || !is_told(r, t.end, figure.tokens.start));
    if let Some((id, _)) = before.last() {
        return Some(r.filler_of(id));
    }
    let end = figure.limit.min(figure.tokens.end + 10);
    let stop = (figure.tokens.end..end)
        .find(|t| {
            r.any(*t, &[w.comma, w.semicolon, w.so, w.dots])
                || r.kind_at(*t).is_some_and(super::is_figure)
        })
        .unwrap_or(end);
    if let Some((id, tokens)) = dates(r, figure.tokens.end, stop).next()
        && r.any(tokens.start.saturating_sub(1), &[w.trong, w.vào, w.đến, w.của, w.từ])
            | (tokens.start <= figure.tokens.end + 3)
    {
        return Some(r.filler_of(id));
    }
    None
}

fn is_day(r: &Reading<'_>, id: MentionId) -> bool {
    r.mention(id).is_some_and(|m| match m.data {
        MentionData::Date(date) => crate::meeting::is_day(date),
        _ => false,
    })
}

/// Whether a day is when something was told, not when it was so: `Ngày 13/2, ông X giải trình việc
/// để 20 cán bộ nghỉ`.
fn is_told(r: &Reading<'_>, from: u32, to: u32) -> bool {
    let w = r.words;
    (from..to)
        .any(|t| !r.in_name(t) && (r.tags(t).contains(Tag::SPEECH) || r.any(t, &[w.việc, w.rằng])))
}

/// The dates of a stretch that can be periods.
fn dates<'a>(
    r: &Reading<'a>,
    from: u32,
    to: u32,
) -> impl Iterator<Item = (MentionId, TokenRange)> + use<'a> {
    let r = *r;
    r.mentions_in(TokenRange::new(from, to)).filter_map(move |(id, m)| match m.data {
        MentionData::Date(_) if is_period(&r, m.tokens) && r.over(m.tokens.start)?.0 == id => {
            Some((id, m.tokens))
        }
        _ => None,
    })
}

/// Whether a date says when something was measured: no baseline of a comparison, no day on which
/// something was said, no year that names a plan.
fn is_period(r: &Reading<'_>, tokens: TokenRange) -> bool {
    let w = r.words;
    // `gần một tháng trước khi …`
    if r.is(tokens.end, w.khi) {
        return false;
    }
    if tokens.start == 0 {
        return true;
    }
    let before = tokens.start - 1;
    let back = before.saturating_sub(2);
    let compared = (back..=before).any(|t| r.phrase(t, &[w.so, w.với]))
        || r.phrase(tokens.start, &[w.cùng, w.kỳ]);
    if r.is(before, w.trước) {
        return false;
    }
    let plan = (back..=before).any(|t| r.any(t, &[w.hoạch, w.trình, w.án, w.dự]))
        && !r.any(before, &[w.trong, w.đến, w.vào]);
    !compared && !plan
}
