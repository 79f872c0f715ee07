//! Which figures are statistics, and the word that governs each.

use super::governor::{Governor, governor, is_base};
use super::phrase::counted_noun;
use crate::cues::Tag;
use crate::reading::Reading;
use nghisu_document::layers::{
    Amount, Bound, Filler, Mention, MentionData, MentionId, MentionKind, Shape, TokenRange,
};

/// A figure of a sentence with what stands before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    pub(super) id: MentionId,
    pub(super) kind: MentionKind,
    pub(super) tokens: TokenRange,
    pub(super) amount: Option<Amount>,
    pub(super) governor: Governor,
    /// Where something rose or fell from: `từ 20%`.
    pub(super) base: bool,
    /// Where the figure's clause begins at the earliest: after the figure before it, after `;`.
    pub(super) floor: u32,
    /// The end of the sentence.
    pub(super) limit: u32,
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
    let floor = past_rate(r, floor).min(tokens.start);
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
    if is_supposed(r, sentence.start, tokens.start) || is_norm(r, sentence, mention) {
        return None;
    }
    let mut governor = governor(r, floor, tokens.start, kind);
    // `tăng từ 20% lên 30%`: both are levels, the second moved from the first.
    let base = is_base(r, tokens, sentence.end);
    if base && let Governor::Growth(verb) = governor {
        governor = Governor::Level(verb);
    }
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
        base,
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

/// Whether a figure belongs to a condition, not to the world: `Trường hợp có từ hai phần ba …`,
/// `nếu nước biển dâng 1 m`.
fn is_supposed(r: &Reading<'_>, sentence: u32, figure: u32) -> bool {
    let w = r.words;
    let clause = r.clause_start(sentence, figure);
    let first = if r.any(clause, &[w.left, w.quote]) { clause + 1 } else { clause };
    r.is(first, w.nếu) && !(first..figure).any(|t| r.is(t, w.thì))
        || r.phrase(first, &[w.trường, w.hợp]) && r.is(figure.saturating_sub(1), w.từ)
}

/// Whether a figure says what a rule provides (`phạt tiền từ 2 đến 4 triệu đồng`), what somebody
/// asks for (`xin 10 tỷ đồng`), or names a thing (`gói 100 nghìn tỷ`).
fn is_norm(r: &Reading<'_>, sentence: TokenRange, mention: &Mention) -> bool {
    let w = r.words;
    let start = mention.tokens.start;
    let back = start.saturating_sub(3).max(sentence.start);
    if (back..start).any(|t| r.is(t, w.gói) && !r.in_name(t)) {
        return true;
    }
    if start > sentence.start
        && (r.is(start - 1, w.xin)
            || (sentence.start..start).any(|t| {
                r.is(t, w.xin)
                    && !r.in_name(t)
                    && (t + 1..start).all(|n| r.in_name(n) || r.is(n, w.tỉnh))
            }))
    {
        return true;
    }
    let limits =
        super::amount(&mention.data).is_some_and(|a| a.value_to.is_some() || a.bound.is_some());
    let item = r.item_start(sentence.start);
    let from = r.is(start.saturating_sub(1), w.từ) || r.is(start, w.từ);
    let rules = (sentence.start..sentence.end)
        .any(|t| r.phrase(t, &[w.phạt, w.tiền]) || r.phrase(t, &[w.vi, w.phạm]));
    let done = (sentence.start..start).any(|t| r.any(t, &[w.đã, w.vừa]));
    let most = super::amount(&mention.data).is_some_and(|a| a.bound == Some(Bound::AtMost));
    limits
        && rules
        && !done
        && (from || most || item > sentence.start || r.is(sentence.start, w.từ))
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
    if numbers_a_name(r, figure, amount) {
        return false;
    }
    // `điểm 8 Nghị quyết …`
    let part = [w.điểm, w.khoản, w.điều, w.mục, w.chương];
    if before.is_some_and(|t| r.any(t, &part))
        && (r.in_name(after) || r.tags(after).contains(Tag::DOCUMENT))
    {
        return false;
    }
    // `xây 1 khu nhà`: one is as good as none, but in `thu 3 xe, 1 súng`.
    let one = amount.value.to_i64() == Some(1) && figure.tokens.len() == 1 && !amount.approx;
    let counts = |(_, m): (MentionId, &Mention)| {
        super::amount(&m.data).is_some_and(|a| a.value.to_i64() != Some(1))
    };
    if one
        && figure.governor == Governor::None
        && !r
            .mentions_in(TokenRange::new(figure.tokens.start.saturating_sub(16), after + 16))
            .any(counts)
        && !r.any(after, &[w.ca, w.vụ, w.người, w.trường])
        && !before.is_some_and(|t| r.any(t, &[w.chỉ, w.mới, w.còn, w.có]))
    {
        return false;
    }
    // A few, in words, is a way of speaking: `hai nước`, `ba địa phương`; `Ba cán bộ … bị kỷ luật`
    // are counted.
    let written =
        !(figure.tokens.start..figure.tokens.end).any(|t| r.shape(t).contains(Shape::NUMBER));
    let few = amount.value.to_i64().is_some_and(|n| (0..10).contains(&n)) && !amount.approx;
    let opens = figure.tokens.start <= figure.floor && !r.tags(after).contains(Tag::NO_FIGURE);
    let suffered = opens
        && amount.value.to_i64().is_some_and(|n| n >= 3)
        && amount.unit.is_some()
        && (after..figure.limit)
            .take_while(|t| !r.any(*t, &[w.comma, w.semicolon]))
            .any(|t| r.is(t, w.bị));
    let said = match figure.governor {
        Governor::None => true,
        Governor::Level(verb) => r.is(verb.start, w.là),
        _ => false,
    };
    if written && few && said && !suffered {
        return false;
    }
    if matches!(figure.governor, Governor::Level(_) | Governor::Growth(_)) && amount.unit.is_none()
    {
        return !r.tags(after).intersects(Tag::NO_FIGURE | Tag::DOCUMENT);
    }
    let last = figure.tokens.end.saturating_sub(1);
    let counted = [after, last];
    // Parts of a plan are few; 214 nhiệm vụ, hơn 15 mẫu were counted.
    let many = amount.value.to_i64().is_some_and(|n| n >= 20) || amount.bound.is_some();
    let never = |t: u32| r.any(t, &[w.tuổi, w.chỗ, w.năm, w.ngày, w.tháng, w.giờ, w.phút, w.lần]);
    if counted.iter().any(|t| r.tags(*t).intersects(Tag::NO_FIGURE) && (!many || never(*t))) {
        return false;
    }
    // Counts of rules are legal acts; `hơn 20 văn kiện hợp tác`, `5 giấy phép` are figures.
    let rules =
        [w.nghị, w.quyết, w.thông, w.chỉ, w.luật, w.pháp, w.lệnh, w.sắc, w.hiến, w.công, w.bộ];
    if r.tags(after).contains(Tag::DOCUMENT) && r.any(after, &rules) && !r.in_name(after) {
        return false;
    }
    // A number that counts nothing: a list's mark, a part of an address.
    !(r.is_mark(after) || after >= figure.limit) || figure.tokens.len() > 1 || amount.unit.is_some()
}

/// `tàu Hùng Long 66`, `CASA 212`, `Nhóm 1 bao gồm`: the number of a name, or of a thing in a row.
fn numbers_a_name(r: &Reading<'_>, figure: &Figure, amount: Amount) -> bool {
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    // A unit that no list knows was guessed from what follows.
    let known = amount.unit.is_some()
        && r.mention(figure.id).is_some_and(|m| m.confidence >= 90)
        && !r.phrase(end, &[r.words.bao, r.words.gồm]);
    if known || end - start > 1 || start == 0 || figure.governor != Governor::None {
        return false;
    }
    let few = amount.value.to_i64().is_some_and(|n| (0..10_000).contains(&n));
    let before = r.shape(start - 1);
    let named = before.contains(Shape::CAPITAL) && !before.contains(Shape::SENTENCE_START)
        || r.tags(start - 1).contains(Tag::NUMBERED);
    few && named && !r.tags(end).contains(Tag::COLLECTIVE)
}

/// The first token after what a sum is reckoned by: `15 nghìn tỷ đồng[/năm]`.
fn past_rate(r: &Reading<'_>, end: u32) -> u32 {
    let mut last = end;
    while r.is(last, r.words.slash) && r.over(last + 1).is_none() {
        last += 2;
    }
    last
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
            return r.span(end.saturating_sub(1), past_rate(r, end)).map(Filler::span);
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
    let (from, to) = counted_noun(r, figure);
    let listed = (from..to).any(|t| r.is(t, r.words.comma));
    let (from, to) = r.trim(from, to.min(from + if listed { 12 } else { 4 }));
    (to > from).then(|| r.span(from, to)).flatten().map(Filler::span)
}
