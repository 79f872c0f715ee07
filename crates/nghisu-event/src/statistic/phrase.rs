//! Noun phrases and predicates around a figure.

use super::figure::Figure;
use crate::cues::Tag;
use crate::reading::Reading;
use nghisu_document::layers::{Filler, MentionKind, Shape};

/// The noun phrase that ends at a token: back to the clause's beginning, over commas inside it.
pub(super) fn noun_phrase(r: &Reading<'_>, floor: u32, end: u32) -> (u32, u32) {
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
        // What stands in brackets belongs to the noun before them.
        if let Some(open) = opening(r, floor, before) {
            start = open;
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

/// The bracket that a closing one at a token belongs to, not before `floor`.
fn opening(r: &Reading<'_>, floor: u32, close: u32) -> Option<u32> {
    let w = r.words;
    if !r.is(close, w.close) {
        return None;
    }
    (floor..close).rev().find(|t| r.is(*t, w.open))
}

/// The first token of the clause before a token: after a comma, `;` or `:` outside brackets.
pub(super) fn clause_start(r: &Reading<'_>, floor: u32, token: u32) -> u32 {
    let w = r.words;
    let mut start = token;
    while start > floor {
        let before = start - 1;
        if let Some(open) = opening(r, floor, before) {
            start = open;
            continue;
        }
        if r.any(before, &[w.semicolon, w.colon, w.comma, w.open]) && !r.in_name(before) {
            break;
        }
        start = before;
    }
    start
}

/// A name with nothing but words of place and order around it: `tại Hà Nội`, `riêng Bộ Công an`,
/// `toàn tỉnh`. It says whose figure it is, not what was measured.
pub(super) fn owner_alone(r: &Reading<'_>, from: u32, to: u32) -> Option<Filler> {
    let w = r.words;
    let mut first = from;
    let honorific = [w.ông, w.bà, w.anh, w.chị, w.em];
    while first < to
        && (r.any(first, &honorific)
            || r.any(
                first,
                &[w.tại, w.ở, w.riêng, w.của, w.cho, w.còn, w.và, w.trong, w.đó, w.hiện],
            ))
        && !r.in_name(first)
    {
        first += 1;
    }
    let (first, last) = r.trim(first, to);
    if first >= last {
        return None;
    }
    if r.any(first, &[w.cả, w.toàn]) && last - first <= 3 && !r.in_name(first) {
        return r.filler(first, last);
    }
    let (id, mention) = r.starting(first)?;
    let named = matches!(
        mention.data.kind(),
        MentionKind::Organization | MentionKind::Place | MentionKind::Person | MentionKind::Role
    );
    (named && mention.tokens.end == last).then(|| r.filler_of(id))
}

/// A subject without the words that only join its clause to others.
pub(super) fn subject(r: &Reading<'_>, from: u32, to: u32) -> Option<Filler> {
    let w = r.words;
    let (mut first, mut last) = r.trim(from, to);
    let joins = [
        w.và, w.nhưng, w.nếu, w.khi, w.thì, w.do_, w.vì, w.việc, w.hiện, w.nay, w.cùng, w.với,
        w.như, w.còn, w.riêng, w.đó, w.trong, w.tại, w.ở, w.là, w.quote, w.left,
    ];
    while first < last && r.any(first, &joins) && !r.in_name(first) {
        first += 1;
    }
    let trails = [
        w.cũng, w.đều, w.còn, w.chỉ, w.lại, w.đang, w.vẫn, w.phải, w.sẽ, w.đã, w.mới, w.hiện,
        w.trong, w.từ, w.đến, w.vào, w.ngày, w.quote, w.right,
    ];
    while last > first {
        let date = r.ending(last).filter(|(_, m)| m.data.kind() == MentionKind::Date);
        if let Some((_, date)) = date.filter(|(_, m)| m.tokens.start >= first) {
            last = date.tokens.start;
        } else if r.any(last - 1, &trails) && !r.in_name(last - 1) {
            last -= 1;
        } else {
            break;
        }
    }
    let (first, last) = r.trim(first, last);
    (last > first && last - first <= 20).then(|| r.filler(first, last)).flatten()
}

/// Whether a noun phrase that can be measured begins at a token: `tỷ lệ`, `số`, `tổng`, `GDP`.
pub(super) fn opens_indicator(r: &Reading<'_>, token: u32) -> bool {
    let w = r.words;
    r.tags(token).intersects(Tag::INDICATOR | Tag::SHARE)
        || r.any(token, &[w.số, w.tổng, w.lượng, w.mức, w.giá])
}

/// Whether a comma lies in a list that an indicator governs: `kim ngạch xuất khẩu nông, lâm, thủy
/// sản`. Nothing between the indicator and the comma says how much it was.
pub(super) fn lists(r: &Reading<'_>, floor: u32, comma: u32, after: u32) -> bool {
    let w = r.words;
    if r.kind_at(after) == Some(MentionKind::Date) {
        return false;
    }
    for token in (floor..comma).rev() {
        if r.in_name(token) {
            continue;
        }
        if r.any(token, &[w.semicolon, w.colon, w.open])
            || r.kind_at(token).is_some_and(|k| super::is_figure(k) || k == MentionKind::Date)
            || r.tags(token).intersects(Tag::STATUS | Tag::DIRECTION)
                && !r.tags(token).contains(Tag::ACTION_VERB)
            || r.is_aspect(token)
        {
            return false;
        }
        if opens_indicator(r, token) {
            return comma - token >= 2;
        }
    }
    false
}

/// Words that only open a clause: `trong đó`, `và`, `riêng`, `hiện`.
pub(super) fn opens_clause(r: &Reading<'_>, token: u32, to: u32) -> bool {
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

/// Whether a comma lies within one noun phrase: what precedes it begins with an indicator and
/// what follows it is a verb or no indicator.
pub(super) fn joined(r: &Reading<'_>, floor: u32, comma: u32, after: u32) -> bool {
    // `mức độ 3, 4`
    let number = |t: u32| r.shape(t).contains(Shape::NUMBER) && r.over(t).is_none();
    if comma > 0 && number(comma - 1) && number(after) {
        return true;
    }
    if opens_indicator(r, after) && !r.tags(after).contains(Tag::ACTION_VERB) {
        return false;
    }
    if lists(r, floor, comma, after) {
        return true;
    }
    let start = r.clause_start(floor, comma);
    let dated = r.kind_at(start) == Some(MentionKind::Date);
    let short = (after..after + 5).any(|t| r.tags(t).contains(Tag::STATUS));
    !dated
        && opens_indicator(r, start)
        && (r.tags(after).contains(Tag::ACTION_VERB) || short)
        && !r.in_name(after)
}

/// The body or place that closes a noun phrase after `của`, `tại`.
pub(super) fn owner(r: &Reading<'_>, from: u32, to: u32) -> Option<Filler> {
    let w = r.words;
    let (id, mention) = r.ending(to)?;
    let start = mention.tokens.start;
    let named = matches!(mention.data.kind(), MentionKind::Organization | MentionKind::Place);
    (named && start > from && r.any(start - 1, &[w.của, w.tại, w.ở])).then(|| r.filler_of(id))
}

/// The noun that a figure counts, with its modifiers.
pub(super) fn counted_noun(r: &Reading<'_>, figure: &Figure) -> (u32, u32) {
    let w = r.words;
    let from = figure.tokens.end;
    // `4 triệu đồng/tháng`: no noun, but the measure's other half.
    if r.is(from, w.slash) {
        return (from, from);
    }
    // The unit may be a list: `3 cán bộ, đảng viên`.
    let unit = figure.amount.and_then(|a| a.unit).map(|unit| r.layers.tokens_in(unit));
    let unit = unit.filter(|u| u.start == from && u.end <= figure.limit);
    let mut at = unit.map_or(from, |u| u.end);
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
        let verb = r.any(
            at,
            &[
                w.so, w.trong, w.để, w.theo, w.tại, w.được, w.bị, w.đã, w.cho, w.vào, w.là, w.thì,
                w.và, w.ở, w.do_, w.nhằm, w.của,
            ],
        ) && (at == from || !r.any(at, &[w.và, w.của]))
            || at > from
                && (r.tags(at).intersects(Tag::NEGATION | Tag::STATUS)
                    || r.is_aspect(at)
                    || r.any(at, &[w.là, w.cũng, w.đều])
                    || speaks(r, at)
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

/// Whether a verb of speech stands at a token: `64% doanh nghiệp cho rằng …`.
fn speaks(r: &Reading<'_>, token: u32) -> bool {
    let tags = r.tags(token);
    tags.contains(Tag::SPEECH) && !tags.contains(Tag::WEAK_SPEECH) && !r.in_name(token)
}

/// Whether a verb belongs to the noun before it, the clause's own verb coming later:
/// `100% hệ thống quản lý văn bản … đã được kết nối`.
pub(super) fn modifies(r: &Reading<'_>, verb: u32, limit: u32) -> bool {
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
        first = r.aspect_end(first);
    }
    while first < limit && r.any(first, &[w.cũng, w.đều, w.chỉ, w.vẫn]) {
        first += 1;
    }
    let verb = first > from
        || r.any(first, &[w.được, w.bị, w.là, w.phải, w.chậm])
        || speaks(r, first)
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
                && (opens_indicator(r, at + 1)
                    || (at + 1..limit.min(at + 3))
                        .any(|t| r.kind_at(t).is_some_and(super::is_figure)));
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
pub(super) fn before_bounds(r: &Reading<'_>, figure: &Figure) -> u32 {
    let mut at = figure.tokens.start;
    while let Some(start) = r.cue_before(at, Tag::BOUND | Tag::APPROX)
        && start >= figure.floor
    {
        at = start;
    }
    at
}
