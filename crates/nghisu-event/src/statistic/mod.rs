//! Figures about the world: what was measured, of whom, how much, when, and against what.

mod change;
mod count;
mod figure;
mod governor;
mod indicator;
mod period;
mod phrase;
mod status;

use crate::cues::Tag;
use crate::output::{Context, Output};
use crate::reading::Reading;
use figure::Figure;
use governor::Governor;
use nghisu_document::layers::{
    Amount, Event, EventData, Filler, FillerValue, Mention, MentionData, MentionKind, RuleId,
    RuleNames, SectionKind, Sentence, Statistic, Status,
};

/// The names of the rules that make statistics.
#[derive(Debug)]
pub(crate) struct Rules {
    level: RuleId,
    counted: RuleId,
    action: RuleId,
    growth: RuleId,
    rank: RuleId,
}

impl Rules {
    pub(crate) fn new(names: &mut RuleNames) -> Self {
        Self {
            level: names.intern("statistic.level"),
            counted: names.intern("statistic.counted"),
            action: names.intern("statistic.action"),
            growth: names.intern("statistic.growth"),
            rank: names.intern("statistic.rank"),
        }
    }
}

/// Reads the statistics of a sentence.
pub(crate) fn read(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    rules: &Rules,
    context: &mut Context,
    out: &mut Output,
) {
    let first = out.events.len();
    open_list(r, sentence, context);
    context.last = None;
    let mut floor = r.item_start(sentence.tokens.start);
    for (id, mention) in r.mentions_in(sentence.tokens) {
        if r.over(mention.tokens.start).is_none_or(|(over, _)| over != id) {
            continue;
        }
        let Some(figure) = figure::read(r, sentence.tokens, floor, id, mention) else { continue };
        if let Some(before) = coordinated(r, &figure, floor, first, out) {
            let mut statistic = before;
            statistic.value = Some(r.filler_of(id));
            statistic.amount = figure.amount.filter(|a| a.value_to.is_some() || a.approx);
            statistic.bound = figure.amount.and_then(|a| a.bound);
            statistic.unit = figure::unit(r, &figure);
            let confidence = confidence(&statistic);
            let data = EventData::Statistic(statistic);
            out.events.push(Event {
                evidence: sentence.span,
                rule: rules.action,
                confidence,
                data,
            });
            floor = figure.tokens.end;
            continue;
        }
        if fills_growth(r, &figure, first, out) {
            floor = past_baseline(r, figure.tokens.end, sentence.tokens.end);
            continue;
        }
        let is_change = matches!(figure.governor, Governor::Growth(_))
            && change::attach(r, &figure, sentence.tokens, first, out);
        if !is_change
            && let Some((rule, mut statistic)) = row(r, index, sentence, &figure, rules, context)
            && !(heads(r, sentence) && rule == rules.counted && is_few(&statistic))
        {
            if statistic.subject.is_none()
                && matches!(figure.governor, Governor::None)
                && let Some(EventData::Statistic(before)) =
                    out.events.get(first..).and_then(|e| e.last()).map(|e| e.data)
                && (rule == rules.action || is_listed(r, &figure, &before))
            {
                statistic.subject = before.subject;
            }
            statistic.reported_by = reporter(index, context);
            context.last = Some(statistic);
            if let Some(period) = statistic.period.filter(|p| !p.inherited) {
                context.told = Some((period, index));
            }
            if let Some(indicator) = statistic.indicator {
                context.indicator = Some(indicator);
            }
            out.events.push(Event {
                evidence: sentence.span,
                rule,
                confidence: confidence(&statistic),
                data: EventData::Statistic(statistic),
            });
        }
        floor = past_baseline(r, figure.tokens.end, sentence.tokens.end);
    }
}

/// Whether a count goes on with what a holder has: `có 705 huyện và 10.599 xã`.
fn is_listed(r: &Reading<'_>, figure: &Figure, before: &Statistic) -> bool {
    let w = r.words;
    let joined = figure.tokens.start.checked_sub(1).is_some_and(|t| r.any(t, &[w.comma, w.và]));
    let holder =
        before.subject.zip(before.value).is_some_and(|(s, v)| s.span.end() <= v.span.start());
    joined && holder
}

fn is_few(statistic: &Statistic) -> bool {
    let FillerValue::Number(value) = statistic.value.map_or(FillerValue::None, |v| v.value) else {
        return false;
    };
    value.to_i64().is_some_and(|n| n < 20)
}

/// Whether a sentence heads a part of the article: `4 kiến nghị của Đoàn` only announces it.
fn heads(r: &Reading<'_>, sentence: &Sentence) -> bool {
    let section = r.layers.sections.get(sentence.section as usize);
    section.is_some_and(|s| s.kind == SectionKind::Heading)
}

/// `Kế hoạch đặt mục tiêu đến hết năm 2025:` opens a list of targets; each item passes it on.
fn open_list(r: &Reading<'_>, sentence: &Sentence, context: &mut Context) {
    let w = r.words;
    let tokens = sentence.tokens;
    let opens = tokens.end > tokens.start && r.is(tokens.end - 1, w.colon);
    let target = |t: u32| r.cue(t, Tag::STATUS).is_some_and(|c| c.code == 1);
    if opens && (tokens.start..tokens.end).any(target) {
        let date = r
            .mentions_in(tokens)
            .find(|(_, m)| m.data.kind() == MentionKind::Date)
            .map(|(id, _)| r.filler_of(id));
        context.list = Some(date);
        return;
    }
    if r.item_start(tokens.start) > tokens.start {
        context.targets = context.list.map(|period| (period, sentence.span.start()));
    } else {
        context.list = None;
        context.targets = None;
    }
}

/// The end of `so với cùng kỳ …`, `vào năm 2025` where that follows a figure: it is no part of what
/// comes next.
fn past_baseline(r: &Reading<'_>, end: u32, limit: u32) -> u32 {
    let w = r.words;
    // `50% vào năm 2025 và 100% vào năm 2030`
    if r.any(end, &[w.vào, w.trong, w.đến, w.tới, w.năm])
        && let Some((_, date)) = r.starting(end).or_else(|| r.starting(end + 1))
        && date.data.kind() == MentionKind::Date
        && date.tokens.end < limit
    {
        return date.tokens.end;
    }
    let Some(so) = (end..limit.min(end + 5)).find(|t| r.is(*t, w.so) && !r.in_name(*t)) else {
        return end;
    };
    if (end..so).any(|t| r.is_mark(t)) {
        return end;
    }
    (so..limit).find(|t| r.any(*t, &[w.comma, w.semicolon]) && !r.in_name(*t)).unwrap_or(end)
}

/// `tăng 28,9% so với năm 2017, đạt 5,8 triệu`: the level of a growth that was told first.
fn fills_growth(r: &Reading<'_>, figure: &Figure, first: usize, out: &mut Output) -> bool {
    let Governor::Level(verb) = figure.governor else { return false };
    let gap = figure.floor..verb.start;
    if gap.clone().any(|t| !r.is_mark(t) && !r.is_aspect(t) && !r.any(t, &[r.words.và])) {
        return false;
    }
    let Some(EventData::Statistic(before)) =
        out.events.get_mut(first..).and_then(|e| e.last_mut()).map(|e| &mut e.data)
    else {
        return false;
    };
    if before.value.is_some() || before.change.is_none() {
        return false;
    }
    before.value = Some(r.filler_of(figure.id));
    before.amount = figure.amount.filter(|a| a.value_to.is_some() || a.approx);
    before.bound = figure.amount.and_then(|a| a.bound);
    before.unit = figure::unit(r, figure);
    true
}

/// The statistic whose verb this figure shares: `kết nối với 13 bộ, 4 doanh nghiệp và 63 tỉnh`.
fn coordinated(
    r: &Reading<'_>,
    figure: &Figure,
    floor: u32,
    first: usize,
    out: &Output,
) -> Option<Statistic> {
    let w = r.words;
    let EventData::Statistic(before) = out.events.get(first..)?.last()?.data else { return None };
    let end = r.mention(before.value?.mention?)?.tokens.end;
    let start = figure.tokens.start;
    let close = end == floor && start > end && start - end <= 8;
    let joined = start > 0 && r.any(start - 1, &[w.comma, w.và]);
    let nouns = (end..start).all(|t| {
        !r.tags(t).intersects(Tag::STATUS | Tag::DIRECTION | Tag::NEGATION)
            && !r.is_action(t)
            && !r.is_aspect(t)
            && !r.any(t, &[w.semicolon, w.colon, w.được, w.bị, w.có, w.với])
    });
    let shares = figure.governor == Governor::None
        && figure.kind != MentionKind::Percent
        && before.change.is_none()
        && !before.rank;
    let (_, noun_end) = phrase::counted_noun(r, figure);
    let own =
        phrase::predicate(r, noun_end, figure.limit).is_some() && !r.any(noun_end, &[w.để, w.nhằm]);
    // What a light verb counts is each figure's own: `có 705 huyện và 10.599 xã`.
    let verb = before.indicator?.span.end() <= before.value?.span.start();
    (close && joined && nouns && shares && verb && !own).then_some(before)
}

fn row(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    figure: &Figure,
    rules: &Rules,
    context: &mut Context,
) -> Option<(RuleId, Statistic)> {
    let w = r.words;
    let value = r.filler_of(figure.id);
    let mut statistic = Statistic {
        value: Some(value),
        amount: figure.amount.filter(|a| a.value_to.is_some() || a.approx),
        bound: figure.amount.and_then(|a| a.bound),
        status: status::of(r, sentence, figure, context),
        ..Statistic::default()
    };
    let rule = match figure.governor {
        Governor::Rank(verb) => {
            statistic.rank = true;
            indicator::rank(r, figure, verb, &mut statistic);
            if statistic.indicator.is_none() && statistic.subject.is_none() {
                return None;
            }
            rules.rank
        }
        Governor::Growth(verb) => {
            indicator::before(r, figure, verb.start, context, &mut statistic);
            if statistic.indicator.is_none() {
                // `Giảm 0,3% tỷ lệ hộ nghèo`
                let (from, to) = phrase::counted_noun(r, figure);
                statistic.indicator = r.filler(from, to);
            }
            // `giảm 0,2% so với tháng trước, tăng 3% so với cùng kỳ`
            if statistic.indicator.is_none() && context.last.is_some() {
                indicator::inherit(context, &mut statistic);
                statistic.period = context.last.and_then(|last| last.period);
            }
            statistic.indicator?;
            statistic.value = None;
            statistic.amount = None;
            statistic.bound = None;
            statistic.change = Some(change::of(r, figure, verb, sentence.tokens));
            rules.growth
        }
        Governor::Level(verb) => {
            indicator::before(r, figure, verb.start, context, &mut statistic);
            // `Bộ Y tế ghi nhận 2.159 ca mắc`: what was counted.
            if statistic.indicator.is_none() && r.any(verb.start, &[w.ghi, w.thu, w.hoàn]) {
                let (from, to) = phrase::counted_noun(r, figure);
                statistic.indicator = r.filler(from, to).filter(|_| to > from);
            }
            // `nâng tổng số doanh nghiệp lên 115.000`
            let raised = (verb.end..figure.tokens.start).find(|t| r.any(*t, &[w.lên, w.xuống]));
            if let Some(up) =
                raised.filter(|up| r.any(verb.start, &[w.nâng, w.đưa]) && *up > verb.end + 1)
            {
                statistic.indicator = r.filler(verb.end, up);
                statistic.subject = None;
            }
            if !figure.base {
                statistic.change = change::from_to(r, figure, verb, sentence.tokens);
            }
            statistic.unit = figure::unit(r, figure);
            rules.level
        }
        Governor::None => {
            let rule = if count::counted(r, figure, &mut statistic) {
                rules.counted
            } else {
                count::action(r, figure, context, &mut statistic);
                rules.action
            };
            statistic.unit = figure::unit(r, figure);
            rule
        }
    };
    if statistic.indicator.is_none() {
        indicator::inherit(context, &mut statistic);
        if let Some(last) = context.last.filter(|_| figure.floor > sentence.tokens.start) {
            if statistic.status == Status::Actual {
                statistic.status = last.status;
                let own = period::own(r, figure);
                statistic.period = statistic.period.or(own).or(last.period);
            }
            // `tăng 50% vào năm 2025 và 100% vào năm 2030`
            let alone = (figure.floor..figure.tokens.start).all(|t| {
                r.is_mark(t) || r.is(t, w.và) || r.tags(t).intersects(Tag::BOUND | Tag::APPROX)
            });
            if let Some(change) = last.change.filter(|_| last.value.is_none() && alone) {
                let value = statistic.value.take();
                statistic.unit = None;
                statistic.amount = None;
                statistic.bound = None;
                statistic.change = Some(change::repeated(r, figure, value, change));
            }
        }
    }
    statistic.indicator?;
    if statistic.period.is_none() {
        statistic.period = period::of(r, index, sentence, figure, context);
    }
    if statistic.rank
        && let Some(period) = statistic.period
    {
        context.rank_period = Some(Filler { inherited: true, ..period });
    }
    Some((rule, statistic))
}

/// Whose figure it is: the report that is being told; inherited where another sentence named it.
fn reporter(index: usize, context: &Context) -> Option<Filler> {
    let (filler, named) = context.reporter?;
    Some(Filler { inherited: named != index, ..filler })
}

/// Rows with all that makes them comparable are surer.
fn confidence(statistic: &Statistic) -> u8 {
    let mut sure = 60;
    if statistic.period.is_some() {
        sure += 10;
    }
    if statistic.indicator.is_some_and(|i| !i.inherited && i.via.is_none()) {
        sure += 10;
    }
    if statistic.unit.is_some() || statistic.change.is_some() {
        sure += 5;
    }
    sure
}

/// The amount of a figure, where its type has one.
pub(crate) fn amount(data: &MentionData) -> Option<Amount> {
    match *data {
        MentionData::Percent(amount)
        | MentionData::Quantity(amount)
        | MentionData::Multiplier(amount)
        | MentionData::Money { amount, .. } => Some(amount),
        _ => None,
    }
}

/// The words of a figure's unit, where its mention knows them.
pub(crate) fn unit_of(r: &Reading<'_>, mention: &Mention) -> Option<Filler> {
    let tokens = mention.tokens;
    match mention.data {
        MentionData::Percent(_) => {
            let sign = (tokens.start..tokens.end).find(|t| r.is(*t, r.words.percent))?;
            r.span(sign, sign + 1).map(Filler::span)
        }
        MentionData::Money { .. } => {
            r.span(tokens.end.saturating_sub(1), tokens.end).map(Filler::span)
        }
        _ => amount(&mention.data).and_then(|a| a.unit).map(Filler::span),
    }
}

/// Whether a mention is a figure.
pub(crate) fn is_figure(kind: MentionKind) -> bool {
    matches!(
        kind,
        MentionKind::Percent
            | MentionKind::Ratio
            | MentionKind::Quantity
            | MentionKind::Money
            | MentionKind::Multiplier
    )
}
