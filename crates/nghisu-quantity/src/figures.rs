//! Figures from what the rules captured: percentages, money, measures, ratios, ranks, durations.

use crate::captures::{Name, Reading};
use crate::dates;
use crate::numeral::Numeral;
use crate::production::{Make, RatioForm};
use nghisu_document::layers::{Amount, Decimal, Length, MentionData, Shape, TokenRange};
use nghisu_text::NormSpan;

/// The figure of a match; `None` where its numbers can't mean that.
pub(crate) fn figure(make: Make, reading: &Reading<'_>) -> Option<MentionData> {
    Some(match make {
        Make::Percent { permille } => {
            let mut amount = amount(reading)?;
            if permille {
                let tenth = Decimal::new(1, 1);
                amount.value = amount.value.times(tenth)?;
                amount.value_to = amount.value_to.and_then(|to| to.times(tenth));
            }
            MentionData::Percent(amount)
        }
        Make::Money(currency) => MentionData::Money { amount: amount(reading)?, currency },
        Make::Measure | Make::Age | Make::Count => {
            // `một` before a noun is the article far more often than the number.
            if make == Make::Count && reading.numeral(Name::Value).is_some_and(is_one_in_words) {
                return None;
            }
            // `Một điểm đáng chú ý là …`
            if make == Make::Measure && begins_sentence_with_one(reading) {
                return None;
            }
            if make == Make::Count && is_name(reading) {
                return None;
            }
            let mut amount = amount(reading)?;
            let unit = reading.range(Name::Unit).map(|range| before_name(reading, range));
            amount.unit = unit.and_then(|range| span_of(reading, range));
            MentionData::Quantity(amount)
        }
        Make::Ratio(form) => ratio(form, reading)?,
        Make::Multiplier(Some(value)) => MentionData::Multiplier(Amount::plain(value)),
        Make::Multiplier(None) => MentionData::Multiplier(amount(reading)?),
        Make::Ordinal => {
            if is_weekday(reading) {
                return None;
            }
            MentionData::Ordinal(reading.value(Name::Value)?)
        }
        Make::Duration { unit, times, one } => {
            let count = reading.numeral(Name::Value)?;
            if is_one_in_words(count) && !one && !half_behind(reading) {
                return None;
            }
            let approx = count.approx;
            let mut count = count.value.times(Decimal::whole(times))?;
            if half_behind(reading) {
                count = count.plus(Decimal::new(5, 1))?;
            }
            let mut length = Length { approx, ..Length::plain(count, unit) };
            if let Some(first) = reading.numeral(Name::First) {
                let first = first.value.times(Decimal::whole(times))?;
                if !at_most(first, count) {
                    return None;
                }
                length.count = first;
                length.count_to = Some(count);
            }
            MentionData::Duration(length)
        }
        Make::Time => time(reading)?,
        Make::Date(form) => MentionData::Date(dates::date(form, reading)?),
        Make::Bound { .. } | Make::BoundBehind(_) | Make::Nothing { .. } => return None,
    })
}

/// `102 Trường Chinh`: a capital noun of one syllable before another capital names a street.
fn is_name(reading: &Reading<'_>) -> bool {
    let Some(unit) = reading.range(Name::Unit) else { return false };
    let capital =
        |at: u32| reading.tokens.get(at as usize).is_some_and(|t| t.shape.contains(Shape::CAPITAL));
    unit.len() == 1 && capital(unit.start) && capital(unit.end)
}

/// `21 người, Bộ Công an 3`: what is counted ends before the name that the list goes on with.
fn before_name(reading: &Reading<'_>, unit: TokenRange) -> TokenRange {
    let token = |at: u32| reading.tokens.get(at as usize);
    let capital = |at: u32| token(at).is_some_and(|t| t.shape.contains(Shape::CAPITAL));
    let comma = |at: u32| token(at).is_some_and(|t| t.span.slice(reading.text) == ",");
    let last = unit.end.saturating_sub(1);
    if unit.len() > 2 && capital(last) && capital(unit.end) && comma(last.saturating_sub(1)) {
        return TokenRange::new(unit.start, last - 1);
    }
    unit
}

fn begins_sentence_with_one(reading: &Reading<'_>) -> bool {
    reading.numeral(Name::Value).is_some_and(|numeral| {
        let first = reading.tokens.get(numeral.tokens.start as usize);
        is_one_in_words(numeral) && first.is_some_and(|t| t.shape.contains(Shape::SENTENCE_START))
    })
}

fn is_one_in_words(numeral: &Numeral) -> bool {
    numeral.is_small_word() && numeral.value == Decimal::whole(1)
}

fn span_of(reading: &Reading<'_>, range: TokenRange) -> Option<NormSpan> {
    let tokens = reading.tokens.get(range.start as usize..range.end as usize)?;
    Some(NormSpan::new(tokens.first()?.span.start(), tokens.last()?.span.end()))
}

/// The value, and its upper end: in `5-7 triệu` both are millions.
fn amount(reading: &Reading<'_>) -> Option<Amount> {
    let from = reading.numeral(Name::Value)?;
    let mut amount = Amount::plain(from.value);
    amount.approx = from.approx;
    if reading.has(Name::To) {
        let to = reading.numeral(Name::To)?;
        if from.power == 0
            && to.power > 0
            && let Some(scaled) = from.value.times_power_of_ten(u32::from(to.power))
            && at_most(scaled, to.value)
        {
            amount.value = scaled;
        }
        if !at_most(amount.value, to.value) {
            return None;
        }
        amount.value_to = Some(to.value);
    }
    Some(amount)
}

/// Whether `left <= right`.
pub(crate) fn at_most(left: Decimal, right: Decimal) -> bool {
    right.plus(left.negated()).is_some_and(|difference| difference.parts().0 >= 0)
}

fn ratio(form: RatioForm, reading: &Reading<'_>) -> Option<MentionData> {
    let (num, den) = match form {
        RatioForm::Over => (reading.value(Name::Num)?, reading.value(Name::Den)?),
        _ => {
            let (num, den) = (reading.numeral(Name::Num)?, reading.numeral(Name::Den)?);
            if form == RatioForm::Slash && (num.power > 0 || den.power > 0) {
                return None;
            }
            (num.value, den.value)
        }
    };
    if !at_most(num, den) || !at_most(Decimal::whole(1), den) {
        return None;
    }
    let unit = reading.range(Name::Unit).and_then(|range| span_of(reading, range));
    Some(MentionData::Ratio { numerator: num, denominator: den, unit })
}

/// `thứ Hai`, `Thứ Ba`, `chiều thứ ba`: a day of the week.
fn is_weekday(reading: &Reading<'_>) -> bool {
    let Some(value) = reading.range(Name::Value) else { return false };
    let number = reading.value(Name::Value).and_then(Decimal::to_i64).unwrap_or_default();
    let token = |at: u32| reading.tokens.get(at as usize);
    let Some(word) = token(value.start).filter(|_| value.len() == 1) else { return false };
    let digits = word.shape.contains(Shape::NUMBER);
    if !(2..=7).contains(&number) {
        return false;
    }
    let Some(before) = value.start.checked_sub(2).and_then(token) else {
        return word.shape.contains(Shape::CAPITAL);
    };
    let part = reading.captures.part_of(before).is_some();
    part || !digits && word.shape.contains(Shape::CAPITAL)
}

/// `một năm rưỡi`: the half stands behind the unit.
fn half_behind(reading: &Reading<'_>) -> bool {
    let Some(value) = reading.range(Name::Value) else { return false };
    let all = reading.found.tokens;
    all.len() > value.len() + 1
        && reading
            .tokens
            .get(all.end as usize - 1)
            .is_some_and(|t| matches!(t.span.slice(reading.text), "rưỡi" | "rưởi"))
}

fn time(reading: &Reading<'_>) -> Option<MentionData> {
    let token = |at: u32| reading.tokens.get(at as usize).map(|t| t.span.slice(reading.text));
    let hour = reading.small(Name::Hour).filter(|hour| *hour <= 24)?;
    let minute = match reading.has(Name::Minute) {
        true => reading.small(Name::Minute).filter(|minute| *minute < 60)?,
        false => 0,
    };
    let span = reading.found.span();
    // `24h` is the name of many a page.
    if hour == 24 && (minute > 0 || token(span.start + 1) != Some("giờ")) {
        return None;
    }
    let after = |at: u32| matches!(token(at), Some("chiều" | "tối"));
    let afternoon = after(span.end) || span.end.checked_sub(1).is_some_and(after);
    let hour = if afternoon && hour < 12 { hour + 12 } else { hour };
    Some(MentionData::Time(hour % 24 * 60 + minute))
}
