//! The time that a figure speaks of.

use super::figure::Figure;
use crate::output::Context;
use crate::reading::Reading;
use nghisu_document::layers::{DateValue, Filler, MentionData, MentionId, Sentence, TokenRange};

/// The nearest date before the figure in its sentence, else one close behind it, else the
/// report's own where the figure is compared with a like period.
pub(super) fn of(
    r: &Reading<'_>,
    sentence: &Sentence,
    figure: &Figure,
    context: &Context,
) -> Option<Filler> {
    let w = r.words;
    let start = sentence.tokens.start;
    let dates = |from: u32, to: u32| {
        r.mentions_in(TokenRange::new(from, to)).filter_map(|(id, m)| match m.data {
            MentionData::Date(date)
                if is_period(r, id, date, m.tokens) && r.over(m.tokens.start)?.0 == id =>
            {
                Some((id, m.tokens))
            }
            _ => None,
        })
    };
    if let Some((id, _)) = dates(figure.floor, figure.tokens.start).last() {
        return Some(r.filler_of(id));
    }
    let end = figure.limit.min(figure.tokens.end + 10);
    let stop = (figure.tokens.end..end)
        .find(|t| {
            r.any(*t, &[w.comma, w.semicolon, w.so, w.dots])
                || r.kind_at(*t).is_some_and(super::is_figure)
        })
        .unwrap_or(end);
    if let Some((id, tokens)) = dates(figure.tokens.end, stop).next()
        && r.any(tokens.start.saturating_sub(1), &[w.trong, w.vào, w.đến, w.của, w.từ])
            | (tokens.start <= figure.tokens.end + 3)
    {
        return Some(r.filler_of(id));
    }
    if let Some((id, _)) = dates(start, figure.floor).last() {
        return Some(r.filler_of(id));
    }
    if matches!(figure.governor, super::Governor::Rank(_)) {
        return context.rank_period;
    }
    let compared = (start..sentence.tokens.end).any(|t| r.phrase(t, &[w.cùng, w.kỳ]));
    if compared { context.period.map(|p| Filler { inherited: true, ..p }) } else { None }
}

/// Whether a date says when something was measured: no baseline of a comparison, no day on which
/// something was said, no year that names a plan.
fn is_period(r: &Reading<'_>, _: MentionId, date: DateValue, tokens: TokenRange) -> bool {
    let w = r.words;
    if date.part_of_day.is_some() || tokens.start == 0 {
        return date.part_of_day.is_none();
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
