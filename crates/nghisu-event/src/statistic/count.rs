//! Figures without a verb of measuring: what they count, or complete.

use super::figure::Figure;
use super::phrase::{
    before_bounds, clause_start, counted_noun, lists, noun_phrase, opens_indicator, owner_alone,
    predicate, subject,
};
use crate::cues::Tag;
use crate::output::Context;
use crate::reading::Reading;
use nghisu_document::layers::{Filler, MentionKind, Statistic};

/// The longest indicator that no verb cuts short, in tokens.
const LONGEST: u32 = 25;

/// `47/63 tỉnh đã triển khai …`, `có 28 triệu dữ liệu`: the figure counts what follows it.
/// False where what stands before is a verb phrase that the figure completes.
pub(super) fn counted(r: &Reading<'_>, figure: &Figure, statistic: &mut Statistic) -> bool {
    let w = r.words;
    let mut at = before_bounds(r, figure);
    let mut still = false;
    while at > figure.floor
        && (r.tags(at - 1).intersects(Tag::BOUND | Tag::APPROX)
            || r.is_aspect(at - 1)
            || r.any(at - 1, &[w.chỉ, w.tới, w.đến, w.cả, w.còn, w.hiện, w.tất, w.thảy])
            || r.phrase(at.saturating_sub(2), &[w.hiện, w.tại])
            || r.phrase(at.saturating_sub(2), &[w.hiện, w.nay])
            || r.any(at - 1, &[w.cũng, w.đều])
            || r.phrase(at.saturating_sub(2), &[w.tổng, w.cộng])
            || r.phrase(at - 1, &[w.tổng, w.cộng])
            || r.phrase(at.saturating_sub(2), &[w.toàn, w.bộ])
            || r.phrase(at - 1, &[w.toàn, w.bộ]))
        && !r.in_name(at - 1)
        && r.kind_at(at - 1).is_none()
    {
        at -= 1;
        still |= r.is(at, w.còn);
    }
    if bracketed(r, figure, at, statistic) || labelled(r, figure, at, statistic) {
        return true;
    }
    // `với 13 bộ` completes a verb (`kết nối với`); after a comma it only has what it counts.
    let with = at > figure.floor && r.is(at - 1, w.với);
    let opens = at < figure.floor + 2 || r.is_mark(at - 2) || r.kind_at(at - 2).is_some();
    // `trên địa bàn huyện vẫn còn 140 dự án`
    let light = at > figure.floor
        && (r.any(at - 1, &[w.có, w.gồm])
            || still && figure.kind != MentionKind::Percent
            || with && (opens || follows_noun(r, figure.floor, at - 1))
            || ends_light(r, figure.floor, at));
    let marks = [w.comma, w.semicolon, w.colon, w.open, w.và, w.đó, w.left, w.quote];
    let fresh =
        at <= figure.floor || r.any(at - 1, &marks) || r.kind_at(at - 1) == Some(MentionKind::Date);
    // `để hơn 20 cán bộ nghỉ làm`, `thì 5 xã chưa có đường`: a clause of its own.
    let joins = [
        w.để, w.việc, w.khi, w.vì, w.nếu, w.rằng, w.thì, w.cho, w.bởi, w.nhằm, w.do_, w.là, w.làm,
        w.khiến,
    ];
    let clause = at > figure.floor && r.any(at - 1, &joins);
    if !light && !fresh && !clause {
        return false;
    }
    let (from, to) = counted_noun(r, figure);
    // `việc 22 công nhân bỏ việc là sai`: the clause's own verb comes first.
    if clause
        && r.any(at - 1, &[w.việc, w.để, w.làm, w.khiến])
        && acts(r, figure, from, to, statistic)
    {
        return true;
    }
    let unit = figure.amount.and_then(|a| a.unit).map(|u| r.layers.tokens_in(u).end);
    let bare = unit.is_none_or(|unit| unit >= to);
    let predicate =
        predicate(r, to, figure.limit).or_else(|| if bare { shared(r, to, figure) } else { None });
    let whose = if light { holder(r, figure, at) } else { None };
    match predicate {
        // `trong đó có 87,4% được đánh giá …`
        Some((first, last)) if from >= to => {
            statistic.indicator = r.filler(first, last);
            return true;
        }
        // `huyện X có 1.000 ha lúa bị ngập`: what the holder has is the noun with all it underwent.
        Some((_, last)) if whose.is_some() => {
            statistic.subject = whose;
            statistic.indicator = r.filler(from, last);
            return true;
        }
        Some((first, last)) => {
            statistic.subject = r.filler(from, to);
            statistic.indicator = r.filler(first, last);
            return true;
        }
        None => {}
    }
    if from >= to {
        return false;
    }
    if clause && !fresh && !light {
        return acts(r, figure, from, to, statistic);
    }
    statistic.indicator = r.filler(from, to);
    statistic.subject = whose;
    true
}

/// `để hơn 20 cán bộ nghỉ làm`: behind a conjunction the noun has a predicate, though no verb of it
/// is known: what follows the noun that was counted.
fn acts(r: &Reading<'_>, figure: &Figure, from: u32, to: u32, statistic: &mut Statistic) -> bool {
    let w = r.words;
    let Some(unit) = figure.amount.and_then(|a| a.unit) else { return false };
    let mut at = r.layers.tokens_in(unit).end;
    // `cán bộ của đơn vị`, `cán bộ đơn vị này`
    if r.is(at, w.của) {
        at = (r.starting(at + 1).map_or(at + 2, |(_, m)| m.tokens.end)).min(to);
    }
    if let Some(this) = (at..to.min(at + 3)).find(|t| r.any(*t, &[w.này, w.đó])) {
        at = this + 1;
    }
    if at <= from || at >= to {
        return false;
    }
    statistic.subject = r.filler(from, at);
    statistic.indicator = r.filler(at, to);
    true
}

/// Who has what a light verb before a count says is there: `CSDL hộ tịch có khoảng 28 triệu …`.
fn holder(r: &Reading<'_>, figure: &Figure, at: u32) -> Option<Filler> {
    let w = r.words;
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
    (last > first && last - first <= 14 && clean).then(|| subject(r, first, last)).flatten()
}

/// `dẫn đầu về số doanh nghiệp (30.512 doanh nghiệp)`, `cao nhất là Hậu Giang (80,62%)`: what the
/// brackets count stands before them.
fn bracketed(r: &Reading<'_>, figure: &Figure, at: u32, statistic: &mut Statistic) -> bool {
    let w = r.words;
    let Some(open) = at.checked_sub(1).filter(|t| r.is(*t, w.open) && !r.in_name(*t)) else {
        return false;
    };
    let start = clause_start(r, sentence_start(r, at), open);
    let about = (start..open).rev().find(|t| r.is(*t, w.về) && !r.in_name(*t));
    let (first, last) = r.trim(about.map_or(start, |t| t + 1), open);
    if last > first && last - first <= 12 && opens_indicator(r, first) {
        statistic.indicator = r.filler(first, last);
        return true;
    }
    // A name alone has the figure; what it is of is said before the list of names.
    let closes =
        (figure.tokens.end..figure.limit.min(figure.tokens.end + 4)).find(|t| r.is(*t, w.close));
    let Some((id, mention)) = r.ending(open) else { return false };
    let named = matches!(mention.data.kind(), MentionKind::Organization | MentionKind::Place);
    if closes.is_none() || !named {
        return false;
    }
    statistic.subject = Some(r.filler_of(id));
    let listed = (sentence_start(r, at)..mention.tokens.start)
        .rev()
        .find(|t| r.any(*t, &[w.là, w.gồm, w.như, w.colon]) && !r.in_name(*t));
    if let Some(verb) = listed {
        let (first, last) = r.trim(clause_start(r, sentence_start(r, at), verb), verb);
        if last > first && last - first <= 16 {
            statistic.indicator = r.filler(first, last);
        }
    }
    true
}

/// `Vùng I: 4,18 triệu đồng`: a label, a colon, the figure.
fn labelled(r: &Reading<'_>, figure: &Figure, at: u32, statistic: &mut Statistic) -> bool {
    let w = r.words;
    let Some(colon) = at.checked_sub(1).filter(|t| r.is(*t, w.colon) && !r.in_name(*t)) else {
        return false;
    };
    let from = clause_start(r, sentence_start(r, at), colon);
    let (first, last) = r.trim(r.item_start(from), colon);
    let opens = last > first && r.any(last - 1, &[w.sau, w.thể, w.đó, w.gồm, w.là, w.như]);
    // `Thị phần tại các nước lần lượt là: 1,6% tại Úc`
    let mut end = last;
    while end > first
        && r.any(end - 1, &[w.là, w.lượt, w.lần, w.như, w.sau, w.gồm, w.cụ, w.thể, w.với])
    {
        end -= 1;
    }
    if opens && end > first && end - first <= 16 && opens_indicator(r, first) {
        statistic.indicator = r.filler(first, end);
        statistic.subject = place_after(r, figure);
        return true;
    }
    let figures = (first..last).any(|t| r.kind_at(t).is_some_and(super::is_figure));
    if last <= first || last - first > 14 || opens || figures {
        return false;
    }
    if let Some(owner) = owner_alone(r, first, last) {
        statistic.subject = Some(owner);
        let (from, to) = counted_noun(r, figure);
        statistic.indicator = r.filler(from, to).filter(|_| to > from);
    } else if r.any(first, &[w.vùng, w.nhóm, w.loại]) {
        statistic.subject = r.filler(first, last);
    } else {
        statistic.indicator = r.filler(first, last);
    }
    true
}

/// `1,6% tại Úc`: whose figure it is stands behind it.
fn place_after(r: &Reading<'_>, figure: &Figure) -> Option<Filler> {
    let w = r.words;
    let at = figure.tokens.end;
    let (id, mention) = r.starting(at + 1).filter(|_| r.any(at, &[w.tại, w.ở]))?;
    let named = matches!(mention.data.kind(), MentionKind::Organization | MentionKind::Place);
    named.then(|| r.filler_of(id))
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

/// Subject + verb phrase + figure: `… đã phủ sóng được 477/832 thôn`; or a noun phrase that says
/// what was measured, without a verb: `tổng vốn đầu tư hơn 5 tỷ đồng`.
pub(super) fn action(
    r: &Reading<'_>,
    figure: &Figure,
    context: &Context,
    statistic: &mut Statistic,
) {
    let w = r.words;
    let mut end = before_bounds(r, figure);
    while end > figure.floor
        && (r.tags(end - 1).intersects(Tag::BOUND | Tag::APPROX)
            || r.any(
                end - 1,
                &[
                    w.được, w.với, w.tại, w.cho, w.của, w.tới, w.đến, w.trên, w.ở, w.trong, w.các,
                    w.chỉ, w.còn, w.là, w.cả, w.từ, w.mức,
                ],
            )
            || r.is(end - 1, w.hiện) && r.is_aspect(end - 1))
        && !r.in_name(end - 1)
    {
        end -= 1;
    }
    let mut start = clause_start(r, figure.floor, end);
    // `số phương tiện của Uber, Grab`: a comma within what is measured.
    while start > figure.floor && lists(r, figure.floor, start - 1, start) {
        start = clause_start(r, figure.floor, start - 1);
    }
    let start = opening(r, start, end);
    let marks_verb = |t: u32| {
        r.is_aspect(t) || r.any(t, &[w.cũng, w.đều, w.chỉ, w.lại]) && !r.in_name(t) && t > start
    };
    // `tỷ lệ nợ xấu đều dưới 1,5%`: an adverb with no verb behind it.
    while let Some(last) = (start..end).rev().find(|t| marks_verb(*t))
        && r.aspect_end(last) >= end
    {
        end = last;
    }
    if is_unit_before(r, figure, start, end) {
        return;
    }
    if let Some(owner) = owner_alone(r, start, end) {
        statistic.subject = Some(owner);
        let (from, to) = counted_noun(r, figure);
        if to > from && !goes_on(r, figure, context) {
            // `tại xã X 30 hộ phải di dời`
            let last = predicate(r, to, figure.limit).map_or(to, |p| p.1);
            statistic.indicator = r.filler(from, last);
        }
        return;
    }
    let aspect = (start..end).rev().find(|t| marks_verb(*t));
    // `tổng vốn đầu tư không dưới …`, `thu ngân sách thực hiện …`: what is measured stands before
    // the figure, no verb between.
    let measured = (aspect.map_or(start, |t| r.aspect_end(t))..end)
        .find(|t| opens_indicator(r, *t) && !r.in_name(*t) && !r.is(*t, w.mức));
    let verb = aspect
        .map(|t| r.aspect_end(t))
        .or_else(|| (start..end).find(|t| *t > start && r.is_action(*t)))
        .or_else(|| (start..end).find(|t| *t > start && r.any(*t, &[w.được, w.bị])));
    if let Some(first) = measured {
        let with = first > start && r.is(first - 1, w.với);
        let last = end.checked_sub(2).filter(|v| *v > first + 1 && r.phrase(*v, &[w.thực, w.hiện]));
        // `bòn rút các khoản thu với số tiền …`: what was done is what was measured.
        let counted = start == figure.floor
            && start.checked_sub(1).and_then(|t| r.kind_at(t)).is_some_and(super::is_figure);
        let done = verb.filter(|v| with && *v + 1 < first && !counted);
        // `vốn ngân sách trung ương 2.000 tỷ`: the noun may begin before the word that is known.
        let short = first - start <= 4
            && !r.tags(start).contains(Tag::STATUS)
            && verb.is_none()
            && !r.any(start, &[w.với, w.có, w.tại]);
        let has = first > start && r.any(first - 1, &[w.có, w.với, w.đạt]);
        let head = if short && !has { start } else { first };
        let (from, to) = r.trim(done.unwrap_or(head), last.unwrap_or(end));
        if to > from && to - from <= LONGEST {
            statistic.indicator = r.filler(from, to);
            statistic.subject = if has {
                let verb = done.unwrap_or(first - 1);
                subject(r, start, aspect.unwrap_or(verb).min(verb))
            } else {
                super::phrase::owner(r, from, to)
            };
        }
        return;
    }
    let verb = verb.or_else(|| after_name(r, start, end));
    let (from, subject_end) = match (verb, aspect) {
        (Some(verb), Some(aspect)) => (verb, aspect),
        (Some(verb), None) => (verb, verb),
        _ => (start, start),
    };
    let (from, to) = r.trim(from, end);
    if to > from {
        statistic.indicator = r.filler(from.max(to.saturating_sub(LONGEST)), to);
    } else {
        // Nothing stands before it but who or when.
        let (from, to) = counted_noun(r, figure);
        statistic.indicator = r.filler(from, to).filter(|_| to > from);
    }
    statistic.subject = subject(r, start, subject_end);
}

/// Whether what stands before a figure is no more than the unit of the one before it: `chi cho 75 hộ
/// nghèo 22,5 triệu đồng`.
fn is_unit_before(r: &Reading<'_>, figure: &Figure, start: u32, end: u32) -> bool {
    let before = start.checked_sub(1).and_then(|t| r.over(t));
    start == figure.floor
        && before.is_some_and(|(_, m)| {
            let unit = super::amount(&m.data).and_then(|a| a.unit);
            unit.is_some_and(|unit| {
                let unit = r.layers.tokens_in(unit);
                end > start && unit.start <= start && end <= unit.end
            })
        })
}

/// Whether a figure counts the same things as the sentence's last one: `50.000 xe, trong đó Hà Nội
/// 18.000 xe`.
fn goes_on(r: &Reading<'_>, figure: &Figure, context: &Context) -> bool {
    let last = context.last.and_then(|s| s.value?.mention).and_then(|id| r.mention(id));
    let unit = |data| super::amount(data).and_then(|a| a.unit).map(|u| r.layers.tokens_in(u).start);
    let own = r.mention(figure.id).and_then(|m| unit(&m.data));
    match (last.and_then(|m| unit(&m.data)), own) {
        (Some(one), Some(other)) => r.word(one) == r.word(other),
        _ => false,
    }
}

/// The end of the names that open a clause, where a predicate begins: `Bảo tàng X lưu trữ`.
fn after_name(r: &Reading<'_>, start: u32, end: u32) -> Option<u32> {
    let w = r.words;
    let mut at = start;
    // `cả nước xảy ra`, `toàn tỉnh trồng`
    if r.any(at, &[w.cả, w.toàn]) && at + 2 < end {
        at += 2;
    }
    while at < end {
        let Some((_, mention)) = r.starting(at) else { break };
        if !mention.data.kind().is_name() {
            break;
        }
        at = mention.tokens.end;
    }
    let named = at > start;
    while named && at < end && r.any(at, &[w.cũng, w.đều, w.còn, w.chỉ, w.lại, w.vẫn]) {
        at += 1;
    }
    (named && at < end).then_some(at)
}

/// The first token of a clause that says something: past its date, its conjunctions, and the
/// subordinate clause that the figure does not stand in.
fn opening(r: &Reading<'_>, start: u32, end: u32) -> u32 {
    let w = r.words;
    let joins = [w.để, w.nếu, w.vì, w.rằng, w.thì, w.nhằm, w.khi];
    let last = (start..end).rev().find(|t| r.any(*t, &joins) && !r.in_name(*t) && t + 1 < end);
    let mut start = last.map_or(start, |t| t + 1);
    loop {
        if let Some((_, mention)) = r.starting(start)
            && mention.data.kind() == MentionKind::Date
        {
            start = mention.tokens.end;
        } else if start < end
            && (r.any(
                start,
                &[
                    w.và, w.nhưng, w.để, w.đó, w.riêng, w.còn, w.như, w.thì, w.là, w.thời, w.đồng,
                    w.left, w.quote, w.close, w.comma, w.hyphen, w.dash,
                ],
            ) || r.phrase(start, &[w.hiện, w.nay])
                || r.phrase(start.saturating_sub(1), &[w.hiện, w.nay])
                || r.phrase(start, &[w.trong, w.đó])
                || r.phrase(start, &[w.đặc, w.biệt])
                || r.phrase(start.saturating_sub(1), &[w.đặc, w.biệt]))
            && !r.in_name(start)
        {
            start += 1;
        } else {
            return start.min(end);
        }
    }
}
