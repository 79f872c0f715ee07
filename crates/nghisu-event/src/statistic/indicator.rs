//! What a figure measures, and whose figure it is.

use super::figure::Figure;
use super::phrase::{
    counted_noun, noun_phrase, opens_clause, opens_indicator, owner, owner_alone, subject,
};
use crate::cues::Tag;
use crate::output::Context;
use crate::reading::Reading;
use nghisu_document::layers::{Filler, MentionKind, Statistic, TokenRange};

/// `NP đạt 5%`: the noun phrase before the verb, its dates taken out.
pub(super) fn before(
    r: &Reading<'_>,
    figure: &Figure,
    verb: u32,
    context: &Context,
    statistic: &mut Statistic,
) {
    let w = r.words;
    // `so với mục tiêu 70%`: a target of what was told before.
    if r.phrase(verb, &[w.mục, w.tiêu]) {
        return;
    }
    let mut end = verb;
    while end > figure.floor
        && (r.tags(end - 1).intersects(Tag::STATUS | Tag::APPROX)
            || r.is_aspect(end - 1)
            || end > figure.floor + 1 && r.phrase(end - 2, &[w.có, w.thể])
            || r.any(end - 1, &[w.chỉ, w.cũng, w.đều, w.tiếp, w.tục, w.ước, w.phấn, w.đấu]))
        && !r.in_name(end - 1)
    {
        end -= 1;
    }
    let (mut from, mut to) = noun_phrase(r, figure.floor, end);
    // Dates at either end are the period.
    loop {
        if let Some((id, mention)) = r.starting(from)
            && mention.data.kind() == MentionKind::Date
            && mention.tokens.end <= to
        {
            statistic.period = Some(r.filler_of(id));
            from = mention.tokens.end;
        } else if from < to && opens_clause(r, from, to) {
            from += 1;
        } else {
            break;
        }
    }
    while to > from {
        if let Some((id, mention)) = r.ending(to)
            && mention.data.kind() == MentionKind::Date
            && mention.tokens.start >= from
        {
            statistic.period = Some(r.filler_of(id));
            to = mention.tokens.start;
        } else if (r.any(
            to - 1,
            &[w.trong, w.tính, w.vào, w.từ, w.đến, w.của, w.comma, w.và, w.cũng, w.đã],
        ) || r.is(to - 1, w.là))
            && !r.in_name(to - 1)
        {
            to -= 1;
        } else {
            break;
        }
    }
    if let Some((anaphor, rest)) = anaphor(r, from, to) {
        if let Some(filler) = antecedent(r, figure, context) {
            let via = r.span(anaphor.start, anaphor.end);
            statistic.indicator = Some(Filler { via, ..filler });
        }
        if rest.start < rest.end {
            statistic.subject = r.filler(rest.start, rest.end);
        }
        return;
    }
    // `mục tiêu Quốc hội đề ra là 4%` is of what was told before.
    let aim = (from..to.min(from + 4)).any(|t| r.phrase(t, &[w.mục, w.tiêu]));
    if from >= to || aim && context.indicator.is_some() {
        return;
    }
    // `Việt Nam có tổng số bến cảng là 272`, `1.600 tàu với tổng trọng tải 7,8 triệu tấn`.
    let inner = (from + 1..to).rev().find(|t| {
        opens_indicator(r, *t)
            && !r.in_name(*t)
            && (r.any(*t - 1, &[w.với, w.có, w.đó, w.cùng])
                || r.is(*t - 1, w.và) && !opens_indicator(r, from)
                || r.cue_before(*t, Tag::STATUS).is_some_and(|s| s >= from))
    });
    if let Some(inner) = inner {
        // `Tỉnh phấn đấu tỷ lệ che phủ rừng đạt 45%`
        let aim = r.cue_before(inner, Tag::STATUS).filter(|s| *s > from);
        if r.is(inner - 1, w.có) {
            statistic.subject = subject(r, from, inner - 1);
        } else if let Some(aim) = aim {
            statistic.subject = owner_alone(r, from, aim);
        }
        from = inner;
    }
    // `Đây là 5 dự án …`: what is counted comes after.
    if to == from + 1 && r.any(from, &[w.đây, w.đó, w.này]) {
        let (first, last) = counted_noun(r, figure);
        statistic.indicator = r.filler(first, last).filter(|_| last > first);
        return;
    }
    // A body or a place alone is whose figure it is; what is measured was said before.
    if let Some(owner) = owner_alone(r, from, to) {
        statistic.subject = Some(owner);
        statistic.indicator = topic(r, figure.floor, from);
        return;
    }
    statistic.indicator = r.filler(from, to);
    statistic.subject = owner(r, from, to);
}

/// `tỷ lệ này`, `con số này`, and what follows it.
fn anaphor(r: &Reading<'_>, from: u32, to: u32) -> Option<(TokenRange, TokenRange)> {
    let w = r.words;
    let this = (from..to.min(from + 4)).find(|t| r.any(*t, &[w.này, w.đó]))?;
    let counts = (from..this).all(|t| {
        r.any(
            t,
            &[
                w.tỷ, w.tỉ, w.lệ, w.con, w.số, w.mức, w.tổng, w.kết, w.quả, w.chỉ, w.trọng, w.tốc,
                w.độ,
            ],
        )
    });
    (counts && this > from)
        .then(|| (TokenRange::new(from, this + 1), TokenRange::new(this + 1, to)))
}

/// What an anaphor stands for: the topic at the head of the sentence, else the last indicator.
fn antecedent(r: &Reading<'_>, figure: &Figure, context: &Context) -> Option<Filler> {
    let sentence = r.sentence_of(figure.tokens.start)?;
    let first = (sentence.tokens.start..figure.tokens.start)
        .any(|t| r.kind_at(t).is_some_and(super::is_figure));
    if !first && let Some(topic) = topic(r, sentence.tokens.start, figure.tokens.start) {
        return Some(topic);
    }
    context.indicator.map(|filler| Filler {
        inherited: !sentence.span.contains(filler.span),
        via: None,
        ..filler
    })
}

/// `Về nhân lực số, …`: what the clause is about.
fn topic(r: &Reading<'_>, from: u32, to: u32) -> Option<Filler> {
    let w = r.words;
    let start = (from..to).rev().find(|t| {
        r.is(*t, w.về) && !r.in_name(*t) && (*t == from || r.is_mark(*t - 1) || r.is(*t - 1, w.như))
    })?;
    let date = (start..to).find(|t| r.kind_at(*t) == Some(MentionKind::Date)).unwrap_or(to);
    let comma = (start..date).rev().find(|t| r.any(*t, &[w.comma, w.colon])).unwrap_or(date);
    let (first, last) = r.trim(start + 1, comma);
    (last > first).then(|| r.filler(first, last)).flatten()
}

/// A figure without an indicator of its own continues the last one.
pub(super) fn inherit(context: &Context, statistic: &mut Statistic) {
    statistic.indicator =
        context.indicator.map(|filler| Filler { inherited: false, via: None, ..filler });
}

/// `Bộ X xếp thứ 2`, with what it is a rank in.
pub(super) fn rank(r: &Reading<'_>, figure: &Figure, verb: TokenRange, statistic: &mut Statistic) {
    let w = r.words;
    let (from, to) = noun_phrase(r, figure.floor, verb.start);
    let (mut from, to) = r.trim(from, to);
    while from < to && r.is(from, w.và) {
        from += 1;
    }
    if to > from {
        statistic.subject = r.filler(from, to);
    }
    let after = (figure.tokens.end..figure.limit.min(figure.tokens.end + 6))
        .take_while(|t| !r.is_mark(*t))
        .find(|t| r.is(*t, w.về) && !r.in_name(*t));
    if let Some(about) = after {
        let end =
            (about..figure.limit).find(|t| r.is_mark(*t) && !r.in_name(*t)).unwrap_or(figure.limit);
        statistic.indicator = r.filler(about + 1, end);
        return;
    }
    let sentence = r.sentence_of(verb.start).map_or(figure.floor, |s| s.tokens.start);
    statistic.indicator = topic(r, figure.floor, from).or_else(|| {
        // `Theo xếp hạng X, …` at the head of the sentence.
        let cue = (sentence..verb.start).find(|t| {
            r.tags(*t).intersects(Tag::RANK | Tag::REPORT) && !r.in_name(*t) && *t < from
        })?;
        let end = (cue..verb.start)
            .find(|t| r.any(*t, &[w.của, w.comma, w.này]) && !r.in_name(*t))
            .unwrap_or(cue + 3);
        r.filler(cue, end)
    });
}
