//! What a figure measures, and whose figure it is.

use super::figure::Figure;
use crate::cues::Tag;
use crate::output::Context;
use crate::reading::Reading;
use nghisu_document::layers::{Filler, MentionKind, Shape, Statistic, TokenRange};

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
        r.any(*t - 1, &[w.với, w.có, w.đó, w.cùng]) && opens_indicator(r, *t) && !r.in_name(*t)
    });
    if let Some(inner) = inner {
        if r.is(inner - 1, w.có) {
            statistic.subject = r.filler(from, inner - 1);
        }
        from = inner;
    }
    // A body or a place alone is whose figure it is; what is measured was said before.
    if let Some((id, mention)) = r.starting(from)
        && mention.tokens.end == to
        && matches!(mention.data.kind(), MentionKind::Organization | MentionKind::Place)
    {
        statistic.subject = Some(r.filler_of(id));
        statistic.indicator = topic(r, figure.floor, from);
        return;
    }
    statistic.indicator = r.filler(from, to);
    statistic.subject = owner(r, from, to);
}

/// Words that only open a clause: `trong đó`, `và`, `riêng`, `hiện`.
fn opens_clause(r: &Reading<'_>, token: u32, to: u32) -> bool {
    let w = r.words;
    if r.in_name(token) {
        return false;
    }
    let next_date = r.starting(token + 1).is_some_and(|(_, m)| m.data.kind() == MentionKind::Date);
    if r.any(token, &[w.trong, w.vào, w.từ, w.đến, w.tính, w.tới]) {
        return next_date || r.is(token + 1, w.đó) || r.any(token + 1, &[w.đến, w.từ]);
    }
    r.any(
        token,
        &[
            w.và, w.còn, w.riêng, w.đó, w.hiện, w.nay, w.thì, w.với, w.cùng, w.như, w.comma,
            w.nhưng, w.cụ, w.thể, w.gồm, w.theo, w.đồng, w.thời,
        ],
    ) && (r.any(token, &[w.và, w.đó, w.comma, w.hiện, w.riêng, w.còn, w.nhưng, w.thì, w.nay])
        || r.phrase(token, &[w.đồng, w.thời])
        || r.phrase(token.saturating_sub(1), &[w.đồng, w.thời])
        || r.phrase(token, &[w.cụ, w.thể])
        || r.phrase(token.saturating_sub(1), &[w.cụ, w.thể])
        || r.phrase(token, &[w.theo, w.đó]))
        && token < to
}

/// The noun phrase that ends at a token: back to the clause's beginning, over commas inside it.
fn noun_phrase(r: &Reading<'_>, floor: u32, end: u32) -> (u32, u32) {
    let w = r.words;
    let mut end = end;
    while end > floor && r.any(end - 1, &[w.comma]) {
        end -= 1;
    }
    let mut start = end;
    while start > floor {
        let before = start - 1;
        if r.in_name(before) {
            start = before;
            continue;
        }
        if r.any(before, &[w.semicolon, w.colon, w.open, w.stop]) {
            break;
        }
        if super::is_figure(r.kind_at(before).unwrap_or(MentionKind::Date)) {
            break;
        }
        if r.is(before, w.comma) {
            let only_date = r
                .starting(start)
                .is_some_and(|(_, m)| m.data.kind() == MentionKind::Date && m.tokens.end >= end);
            if !only_date && !joined(r, floor, before, start) {
                break;
            }
        }
        start = before;
    }
    // `2,8 tỷ người, chiếm 40%`: what is left of the figure before is its unit, no noun phrase.
    let after_figure = floor > 0 && r.kind_at(floor - 1).is_some_and(super::is_figure);
    if start == floor && after_figure && r.is(end, w.comma) {
        return (end, end);
    }
    (start, end)
}

/// Whether a noun phrase that can be measured begins at a token: `tỷ lệ`, `số`, `tổng`, `GDP`.
fn opens_indicator(r: &Reading<'_>, token: u32) -> bool {
    let w = r.words;
    r.tags(token).intersects(Tag::INDICATOR | Tag::SHARE)
        || r.any(token, &[w.số, w.tổng, w.lượng, w.mức, w.giá, w.tốc])
}

/// Whether a comma lies within one noun phrase: what precedes it begins with an indicator and
/// what follows it is a verb or no indicator.
fn joined(r: &Reading<'_>, floor: u32, comma: u32, after: u32) -> bool {
    // `mức độ 3, 4`
    let number = |t: u32| r.shape(t).contains(Shape::NUMBER) && r.over(t).is_none();
    if comma > 0 && number(comma - 1) && number(after) {
        return true;
    }
    if opens_indicator(r, after) && !r.tags(after).contains(Tag::ACTION_VERB) {
        return false;
    }
    let start = r.clause_start(floor, comma);
    let dated = r.kind_at(start) == Some(MentionKind::Date);
    let short = (after..after + 5).any(|t| r.tags(t).contains(Tag::STATUS));
    !dated
        && opens_indicator(r, start)
        && (r.tags(after).contains(Tag::ACTION_VERB) || short)
        && !r.in_name(after)
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

/// The body or place that closes a noun phrase after `của`, `tại`.
fn owner(r: &Reading<'_>, from: u32, to: u32) -> Option<Filler> {
    let w = r.words;
    let (id, mention) = r.ending(to)?;
    let start = mention.tokens.start;
    let named = matches!(mention.data.kind(), MentionKind::Organization | MentionKind::Place);
    (named && start > from && r.any(start - 1, &[w.của, w.tại, w.ở])).then(|| r.filler_of(id))
}

/// `47/63 tỉnh đã triển khai …`, `có 28 triệu dữ liệu`: the figure counts what follows it.
/// False where what stands before is a verb phrase that the figure completes.
pub(super) fn counted(r: &Reading<'_>, figure: &Figure, statistic: &mut Statistic) -> bool {
    let w = r.words;
    let mut at = before_bounds(r, figure);
    while at > figure.floor
        && (r.tags(at - 1).intersects(Tag::BOUND | Tag::APPROX)
            || r.is_aspect(at - 1)
            || r.any(at - 1, &[w.chỉ, w.tới, w.đến, w.cả, w.còn, w.hiện]))
        && !r.in_name(at - 1)
        && r.kind_at(at - 1).is_none()
    {
        at -= 1;
    }
    // `với 13 bộ` completes a verb (`kết nối với`); after a comma it only has what it counts.
    let with = at > figure.floor && r.is(at - 1, w.với);
    let opens = at < figure.floor + 2 || r.is_mark(at - 2) || r.kind_at(at - 2).is_some();
    let light = at > figure.floor
        && (r.any(at - 1, &[w.có, w.gồm])
            || with && (opens || follows_noun(r, figure.floor, at - 1))
            || ends_light(r, figure.floor, at));
    let fresh = at <= figure.floor
        || r.any(at - 1, &[w.comma, w.semicolon, w.colon, w.open, w.và, w.đó])
        || r.kind_at(at - 1) == Some(MentionKind::Date);
    if !light && !fresh {
        return false;
    }
    // `dẫn đầu về số doanh nghiệp (30.512 doanh nghiệp)`: what the brackets count stands before.
    if at > 0 && r.is(at - 1, w.open) && !r.in_name(at - 1) {
        let start = r.clause_start(sentence_start(r, at), at - 1);
        let about = (start..at - 1).rev().find(|t| r.is(*t, w.về) && !r.in_name(*t));
        let (first, last) = r.trim(about.map_or(start, |t| t + 1), at - 1);
        if last > first && last - first <= 12 && opens_indicator(r, first) {
            statistic.indicator = r.filler(first, last);
            return true;
        }
    }
    let (from, to) = counted_noun(r, figure);
    let predicate = predicate(r, to, figure.limit).or_else(|| shared(r, to, figure));
    if from >= to
        && let Some((first, last)) = predicate
    {
        // `trong đó có 87,4% được đánh giá …`
        statistic.indicator = r.filler(first, last);
        return true;
    }
    if from < to
        && let Some((first, last)) = predicate
    {
        statistic.subject = r.filler(from, to);
        statistic.indicator = r.filler(first, last);
        return true;
    }
    if from >= to {
        return false;
    }
    statistic.indicator = r.filler(from, to);
    if light {
        let mut verb = at;
        while verb > figure.floor
            && (r.any(verb - 1, &[w.có, w.với, w.gồm])
                || r.tags(verb - 1).intersects(Tag::ASPECT | Tag::LIGHT_VERB))
        {
            verb -= 1;
        }
        let (first, last) = noun_phrase(r, figure.floor, verb);
        let (first, last) = r.trim(first, last);
        let clean = (first..last).all(|t| r.kind_at(t) != Some(MentionKind::Date));
        if last > first && last - first <= 14 && clean {
            statistic.subject = r.filler(first, last);
        }
    }
    true
}

/// The predicate that a coordinated count has for both: `5 bộ và 9 địa phương chậm kết nối`.
fn shared(r: &Reading<'_>, noun_end: u32, figure: &Figure) -> Option<(u32, u32)> {
    let w = r.words;
    if !r.any(noun_end, &[w.và, w.comma]) {
        return None;
    }
    let (id, mention) = r.starting(noun_end + 1)?;
    let kind = mention.data.kind();
    if !super::is_figure(kind) {
        return None;
    }
    let next = Figure { id, kind, tokens: mention.tokens, ..*figure };
    let (_, to) = counted_noun(r, &next);
    predicate(r, to, figure.limit)
}

fn sentence_start(r: &Reading<'_>, token: u32) -> u32 {
    r.sentence_of(token).map_or(0, |s| s.tokens.start)
}

/// Whether no verb stands in the clause before `với`: `… thôn, xóm với hơn 200.000 thành viên`.
fn follows_noun(r: &Reading<'_>, floor: u32, with: u32) -> bool {
    let clause = r.clause_start(floor, with);
    !(clause..with).any(|t| r.is_aspect(t) || r.is_action(t))
}

fn ends_light(r: &Reading<'_>, floor: u32, at: u32) -> bool {
    (at.saturating_sub(3).max(floor)..at)
        .any(|t| r.cue(t, Tag::LIGHT_VERB).is_some_and(|c| c.tokens.end == at) && !r.in_name(t))
}

/// The noun that a figure counts, with its modifiers.
pub(super) fn counted_noun(r: &Reading<'_>, figure: &Figure) -> (u32, u32) {
    let w = r.words;
    let from = figure.tokens.end;
    let mut at = from;
    while at < figure.limit {
        if let Some((_, mention)) = r.starting(at) {
            let kind = mention.data.kind();
            if super::is_figure(kind) || kind == MentionKind::Date && at > from {
                break;
            }
            at = mention.tokens.end;
            continue;
        }
        if r.is(at, w.comma) {
            if !r.tags(at + 1).contains(Tag::COLLECTIVE) || at == from {
                break;
            }
            at += 1;
            continue;
        }
        let mark = r.is_mark(at) && !r.any(at, &[w.hyphen, w.slash, w.quote, w.left, w.right]);
        let verb = r.any(at, &[w.so, w.trong, w.để, w.theo, w.tại, w.được, w.bị, w.đã])
            || at > from
                && (r.tags(at).intersects(Tag::NEGATION | Tag::STATUS)
                    || r.is_aspect(at)
                    || r.is_action(at) && !modifies(r, at, figure.limit)
                    || r.any(
                        at,
                        &[
                            w.được, w.bị, w.so, w.trong, w.để, w.nhằm, w.theo, w.do_, w.nhờ, w.khi,
                            w.tại, w.ở, w.thì, w.mà, w.nhưng, w.nên, w.vì, w.phải, w.cần, w.cho,
                            w.vào, w.gặp,
                        ],
                    ));
        let mark = mark || r.any(at, &[w.left, w.right, w.quote]) && r.quoted(from) != r.quoted(at);
        if mark || verb || r.is(at, w.với) && at + 1 < figure.limit {
            break;
        }
        at += 1;
    }
    let (from, mut to) = r.trim(from, at);
    while to > from && r.any(to - 1, &[w.và, w.comma]) {
        to -= 1;
    }
    (from, to)
}

/// Whether a verb belongs to the noun before it, the clause's own verb coming later:
/// `100% hệ thống quản lý văn bản … đã được kết nối`.
fn modifies(r: &Reading<'_>, verb: u32, limit: u32) -> bool {
    let w = r.words;
    for token in verb + 1..limit.min(verb + 16) {
        if r.any(token, &[w.semicolon, w.stop, w.để, w.nhằm, w.mà])
            || r.is(token, w.comma)
                && !r.tags(token + 1).contains(Tag::COLLECTIVE)
                && !r.in_name(token)
            || r.kind_at(token).is_some_and(super::is_figure)
        {
            return false;
        }
        if r.is_aspect(token) && r.any(token, &[w.đã, w.đang, w.sẽ]) {
            return true;
        }
    }
    false
}

/// The predicate of a counted noun: without `đã`, with `được`.
pub(super) fn predicate(r: &Reading<'_>, from: u32, limit: u32) -> Option<(u32, u32)> {
    let w = r.words;
    let mut first = from;
    while first < limit && r.is_aspect(first) {
        first += 1;
    }
    let verb = first > from
        || r.any(first, &[w.được, w.bị])
        || r.is_action(first)
        || r.tags(first).contains(Tag::NEGATION)
        || r.tags(first).contains(Tag::STATUS) && !r.in_name(first) && !r.is_mark(first);
    if !verb || first >= limit {
        return None;
    }
    let mut at = first;
    while at < limit {
        if let Some((_, mention)) = r.starting(at)
            && mention.data.kind().is_name()
        {
            at = mention.tokens.end;
            continue;
        }
        let stop = r.any(
            at,
            &[
                w.semicolon,
                w.colon,
                w.stop,
                w.dots,
                w.ellipsis,
                w.nhờ,
                w.để,
                w.nhằm,
                w.so,
                w.theo,
                w.gồm,
            ],
        ) || r.is(at, w.comma)
            && !r.tags(at + 1).intersects(Tag::COLLECTIVE | Tag::DOCUMENT)
            || r.is(at, w.với)
                && (at + 1..limit.min(at + 3)).any(|t| r.kind_at(t).is_some_and(super::is_figure));
        if stop {
            break;
        }
        at += 1;
    }
    let (first, last) = r.trim(first, at);
    (last > first).then_some((first, last))
}

/// The first of the words that bound a figure: `không dưới`, `xấp xỉ`; the figure's own first
/// token where there is none.
fn before_bounds(r: &Reading<'_>, figure: &Figure) -> u32 {
    let mut at = figure.tokens.start;
    while let Some(start) = r.cue_before(at, Tag::BOUND | Tag::APPROX)
        && start >= figure.floor
    {
        at = start;
    }
    at
}

/// Subject + verb phrase + figure: `… đã phủ sóng được 477/832 thôn`.
pub(super) fn action(r: &Reading<'_>, figure: &Figure, statistic: &mut Statistic) {
    let w = r.words;
    let mut end = before_bounds(r, figure);
    while end > figure.floor
        && (r.tags(end - 1).intersects(Tag::BOUND | Tag::APPROX)
            || r.any(
                end - 1,
                &[w.được, w.với, w.tại, w.cho, w.của, w.tới, w.đến, w.trên, w.ở, w.trong, w.các],
            ))
        && !r.in_name(end - 1)
    {
        end -= 1;
    }
    let mut start = r.clause_start(figure.floor, end);
    if let Some((_, mention)) = r.starting(start)
        && mention.data.kind() == MentionKind::Date
    {
        start = mention.tokens.end;
    }
    while start < end
        && r.any(
            start,
            &[w.và, w.nhưng, w.để, w.đó, w.riêng, w.còn, w.như, w.thì, w.là, w.cả, w.thời, w.đồng],
        )
        || r.phrase(start, &[w.trong, w.đó])
        || r.phrase(start, &[w.đặc, w.biệt])
        || r.phrase(start.saturating_sub(1), &[w.đặc, w.biệt])
    {
        start += 1;
    }
    let aspect = (start..end).rev().find(|t| r.is_aspect(*t));
    let verb =
        aspect.map(|t| t + 1).or_else(|| (start..end).find(|t| *t > start && r.is_action(*t)));
    // `tổng vốn đầu tư không dưới …`, `thu ngân sách thực hiện …`: what is measured stands first.
    if opens_indicator(r, start) && aspect.is_none() {
        let last = r.cue_before(end, Tag::ACTION_VERB).filter(|v| *v > start + 1);
        let (from, to) = r.trim(start, last.unwrap_or(end));
        if to > from && to - from <= 25 {
            statistic.indicator = r.filler(from, to);
        }
        return;
    }
    let (from, subject_end) = match (verb, aspect) {
        (Some(verb), Some(aspect)) => (verb, aspect),
        (Some(verb), None) => (verb, verb),
        _ => (start, start),
    };
    let (from, to) = r.trim(from, end);
    let date = |t: u32| r.kind_at(t) == Some(MentionKind::Date);
    if to > from && to - from <= 25 {
        statistic.indicator = r.filler(from, to);
    }
    let (first, mut last) = r.trim(start, subject_end);
    while last > first && (date(last - 1) || r.any(last - 1, &[w.trong, w.từ, w.đến, w.vào]))
    {
        last -= 1;
    }
    if last > first && last - first <= 20 {
        statistic.subject = r.filler(first, last);
    }
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
