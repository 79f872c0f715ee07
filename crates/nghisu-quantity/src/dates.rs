//! Dates from what the rules captured: shapes that say only what the words say.

use crate::captures::{Name, Reading};
use crate::production::{DateForm, RelativeUnit};
use nghisu_document::layers::{DateRef, DateShape, DateValue, Edtf, PartialDate};

/// The date of a match; `None` where the figures are none of a date.
pub(crate) fn date(form: DateForm, reading: &Reading<'_>) -> Option<DateValue> {
    let shape = shape(form, reading)?;
    Some(DateValue {
        shape,
        value: None,
        part_of_day: reading.part(),
        until_now: form == DateForm::Now,
    })
}

fn shape(form: DateForm, reading: &Reading<'_>) -> Option<DateShape> {
    match form {
        DateForm::Lunar => {
            let month = match reading.has(Name::Month) {
                true => u8_of(reading.small(Name::Month)?, 1, 12)?,
                false => 1,
            };
            Some(DateShape::Lunar { day: u8_of(reading.small(Name::Day)?, 1, 30)?, month })
        }
        DateForm::Day if reading.has_lunar_month() => {
            let day = u8_of(reading.small(Name::Day)?, 1, 30)?;
            Some(DateShape::Lunar { day, month: u8_of(reading.small(Name::Month)?, 1, 12)? })
        }
        DateForm::Month if reading.has_lunar_month() => {
            Some(DateShape::Lunar { day: 0, month: u8_of(reading.small(Name::Month)?, 1, 12)? })
        }
        DateForm::Day | DateForm::DayMonth => {
            let (day, month) = (reading.small(Name::Day)?, reading.small(Name::Month)?);
            day_month(day, month, given_year(reading)?)
        }
        DateForm::Points => match reading.dotted()? {
            [Some(day), Some(month), Some(year)] if (1000..=2999).contains(&year) => {
                day_month(day, month, Some(year))
            }
            _ => None,
        },
        DateForm::PointsMonth => match reading.dotted()? {
            [Some(day), Some(month), None] => day_month(day, month, None),
            _ => None,
        },
        DateForm::Days => {
            let (first, day) = (reading.small(Name::First)?, reading.small(Name::Day)?);
            let month = reading.small(Name::Month)?;
            let year = given_year(reading)?;
            if first >= day {
                return None;
            }
            let from = day_month(first, month, year)?;
            span(from, day_month(day, month, year)?)
        }
        DateForm::Span => {
            let (day, month) = (reading.small(Name::Day)?, reading.small(Name::Month)?);
            let year = given_year(reading)?;
            let last = day_month(day, month, year)?;
            let (day, month) = (reading.small(Name::First)?, reading.small(Name::FirstMonth)?);
            let first_year = match reading.has(Name::FirstYear) {
                true => Some(reading.year(Name::FirstYear)?),
                false => year,
            };
            span(day_month(day, month, first_year)?, last)
        }
        DateForm::Yearly => {
            let month = u8_of(reading.small(Name::Month)?, 1, 12)?;
            let day = match reading.has(Name::Day) {
                true => u8_of(reading.small(Name::Day)?, 1, 31)?,
                false => 0,
            };
            Some(DateShape::Whole(Edtf::Yearly { month, day }))
        }
        DateForm::Monthly => {
            let day = u8_of(reading.small(Name::Day)?, 1, 31)?;
            Some(DateShape::Whole(Edtf::Yearly { month: 0, day }))
        }
        DateForm::OnlyDay => Some(DateShape::Day(u8_of(reading.small(Name::Day)?, 1, 31)?)),
        DateForm::Month => {
            let month = u8_of(reading.small(Name::Month)?, 1, 12)?;
            months(month, month, reading)
        }
        DateForm::MonthPoint => match reading.dotted()? {
            [Some(month), Some(year), None] if (1000..=2999).contains(&year) => {
                let month = u8_of(month, 1, 12)?;
                Some(DateShape::Whole(Edtf::Point(PartialDate::month(year, month))))
            }
            _ => None,
        },
        DateForm::Months => {
            let first = u8_of(reading.small(Name::First)?, 1, 12)?;
            let last = u8_of(reading.small(Name::Month)?, 1, 12)?;
            (first < last).then(|| months(first, last, reading))?
        }
        DateForm::Quarter => {
            let quarter = u8_of(reading.small(Name::Value)?, 1, 4)?;
            months(quarter * 3 - 2, quarter * 3, reading)
        }
        DateForm::Quarters => {
            let first = u8_of(reading.small(Name::First)?, 1, 4)?;
            let last = u8_of(reading.small(Name::Value)?, 1, 4)?;
            (first < last).then(|| months(first * 3 - 2, last * 3, reading))?
        }
        DateForm::FirstMonths(given) => months(1, count(given, reading)?, reading),
        DateForm::LastMonths(given) => months(13 - count(given, reading)?, 12, reading),
        DateForm::FirstQuarters => {
            months(1, u8_of(reading.small(Name::Value)?, 1, 4)? * 3, reading)
        }
        DateForm::Year => {
            Some(DateShape::Whole(Edtf::Point(PartialDate::year(reading.year(Name::Year)?))))
        }
        DateForm::BareYear => {
            let year = reading.small(Name::Year).filter(|y| (1900..=2100).contains(y))?;
            Some(DateShape::Whole(Edtf::Point(PartialDate::year(year))))
        }
        DateForm::Years => {
            let from = reading.year(Name::Year)?;
            let mut to = reading.small(Name::To)?;
            if (10..100).contains(&to) {
                to += from / 100 * 100;
            }
            if !(from < to && to <= 2999 && to - from <= 200) {
                return None;
            }
            let (from, to) = (PartialDate::year(from), PartialDate::year(to));
            Some(DateShape::Whole(Edtf::Interval(from, to)))
        }
        DateForm::Decade => {
            let mut from = reading.small(Name::Year)?;
            if (10..100).contains(&from) {
                from += 1900;
            }
            if from % 10 != 0 || !(1000..=2999).contains(&from) {
                return None;
            }
            let (from, to) = (PartialDate::year(from), PartialDate::year(from + 9));
            Some(DateShape::Whole(Edtf::Interval(from, to)))
        }
        DateForm::Century => {
            let century = reading.small(Name::Value).filter(|c| (1..=29).contains(c))?;
            let from = PartialDate::year((century - 1) * 100 + 1);
            Some(DateShape::Whole(Edtf::Interval(from, PartialDate::year(century * 100))))
        }
        DateForm::SamePeriod => Some(DateShape::SamePeriod(match reading.has(Name::Year) {
            true => Some(reading.year(Name::Year)?),
            false => None,
        })),
        DateForm::SameDay => Some(DateShape::Relative(DateRef::Day(0))),
        DateForm::Relative(unit, offset) => Some(DateShape::Relative(match unit {
            RelativeUnit::Day => DateRef::Day(offset),
            RelativeUnit::Week => DateRef::Week(offset),
            RelativeUnit::Month => DateRef::Month(offset),
            RelativeUnit::Quarter => DateRef::Quarter(offset),
            RelativeUnit::Year => DateRef::Year(offset),
        })),
        DateForm::Stretch(unit, direction) => {
            let count = i16::try_from(reading.small(Name::Value)?).ok()?;
            let count = count.checked_mul(direction)?;
            Some(DateShape::Relative(match unit {
                RelativeUnit::Day => DateRef::Days(count),
                RelativeUnit::Week => DateRef::Days(count.checked_mul(7)?),
                RelativeUnit::Month => DateRef::Months(count),
                RelativeUnit::Quarter => DateRef::Months(count.checked_mul(3)?),
                RelativeUnit::Year => DateRef::Years(count),
            }))
        }
        DateForm::Now => Some(DateShape::Relative(DateRef::Now)),
    }
}

/// The year of a match: `Some(None)` where none is given, `None` where what stands there is none.
fn given_year(reading: &Reading<'_>) -> Option<Option<u16>> {
    match reading.has(Name::Year) {
        true => reading.year(Name::Year).map(Some),
        false => Some(None),
    }
}

fn u8_of(value: u16, least: u8, most: u8) -> Option<u8> {
    u8::try_from(value).ok().filter(|v| (least..=most).contains(v))
}

/// The months counted from the start or the end of a year.
fn count(given: u8, reading: &Reading<'_>) -> Option<u8> {
    if given > 0 { Some(given) } else { u8_of(reading.small(Name::Value)?, 1, 12) }
}

/// The months of the year that the match names, if it does.
fn months(first: u8, last: u8, reading: &Reading<'_>) -> Option<DateShape> {
    if let Some(year) = given_year(reading)? {
        let (from, to) = (PartialDate::month(year, first), PartialDate::month(year, last));
        let value = if first == last { Edtf::Point(from) } else { Edtf::Interval(from, to) };
        return Some(DateShape::Whole(value));
    }
    let offset = if reading.has(Name::This) {
        0
    } else if reading.has(Name::Last) {
        -1
    } else if reading.has(Name::Next) {
        1
    } else {
        return Some(match first == last {
            true => DateShape::Month(first),
            false => DateShape::Months(first, last),
        });
    };
    Some(DateShape::Relative(DateRef::YearMonths(offset, first, last)))
}

/// Days of each month; February has 29, since the year may not be known.
const DAYS: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// Whether there is such a day in some year.
pub(crate) fn is_day(day: u16, month: u16) -> bool {
    let most = usize::from(month).checked_sub(1).and_then(|m| DAYS.get(m));
    day > 0 && most.is_some_and(|&most| day <= u16::from(most))
}

fn day_month(day: u16, month: u16, year: Option<u16>) -> Option<DateShape> {
    if !is_day(day, month) {
        return None;
    }
    let (day, month) = (day as u8, month as u8);
    Some(match year {
        Some(year) => DateShape::Whole(Edtf::Point(PartialDate::day(year, month, day))),
        None => DateShape::DayMonth { day, month },
    })
}

/// From one date to another; what the first leaves open, the second tells.
pub(crate) fn span(from: DateShape, to: DateShape) -> Option<DateShape> {
    use DateShape::{Day, DayMonth, DayRange, Month, Months, Whole};
    Some(match (from, to) {
        (Whole(Edtf::Point(from)), Whole(Edtf::Point(to))) if from <= to => {
            Whole(Edtf::Interval(from, to))
        }
        (DayMonth { day, month }, Whole(Edtf::Point(to))) if to.day > 0 => {
            let from = PartialDate::day(to.year, month, day);
            let from = if from <= to { from } else { PartialDate { year: to.year - 1, ..from } };
            Whole(Edtf::Interval(from, to))
        }
        (Day(day), Whole(Edtf::Point(to))) if to.day > day => {
            Whole(Edtf::Interval(PartialDate { day, ..to }, to))
        }
        (Month(month), Whole(Edtf::Point(to))) if to.month > month && to.day == 0 => {
            Whole(Edtf::Interval(PartialDate { month, ..to }, to))
        }
        (DayMonth { day, month }, DayMonth { day: last_day, month: last_month }) => {
            DayRange { from: (day, month), to: (last_day, last_month) }
        }
        (Day(first), DayMonth { day, month }) if first < day => {
            DayRange { from: (first, month), to: (day, month) }
        }
        (Month(first), Month(last)) if first < last => Months(first, last),
        _ => return None,
    })
}
