//! Reckoning with days around the article's own.

use super::lunar;
use jiff::ToSpan;
use jiff::civil::Date;
use nghisu_document::layers::{DateRef, Edtf, PartialDate};

/// Which way a sentence looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
}

/// How much farther the side seems that the sentence does not look to.
const OTHER_SIDE: i32 = 3;

/// A day that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day(Date);

impl Day {
    /// The day of a date; `None` where it is less than a day, or none.
    pub(super) fn new(date: PartialDate) -> Option<Self> {
        let (month, day) = (date.month as i8, date.day as i8);
        Date::new(i16::try_from(date.year).ok()?, month, day).ok().map(Self)
    }

    /// The date of the day.
    pub(super) fn date(self) -> PartialDate {
        Self::partial(self.0)
    }

    /// The day that lies `part` of `whole` of the way to another.
    pub(super) fn between(self, to: Self, part: u32, whole: u32) -> Option<Self> {
        let days = i64::from(self.days_to(to)) * i64::from(part) / i64::from(whole.max(1));
        self.0.checked_add(days.days()).ok().map(Self)
    }

    /// How many days lie between this one and another; less than none where that is before.
    pub(super) fn days_to(self, to: Self) -> i32 {
        self.0.until(to.0).map_or(i32::MAX / 8, |span| span.get_days())
    }

    /// Monday is 1, Sunday 7.
    pub(super) fn weekday(self) -> u8 {
        self.0.weekday().to_monday_one_offset().unsigned_abs()
    }

    fn partial(date: Date) -> PartialDate {
        PartialDate::day(date.year().unsigned_abs(), date.month() as u8, date.day() as u8)
    }

    fn year(self) -> u16 {
        self.0.year().unsigned_abs()
    }

    /// Days from this one to another, weighed by which way the sentence looks.
    fn cost(self, to: Date, tense: Tense) -> i32 {
        let days = self.0.until(to).map_or(i32::MAX / 8, |span| span.get_days());
        match (days < 0, tense) {
            (true, Tense::Past) | (false, Tense::Future) => days.abs(),
            _ => days.abs().saturating_mul(OTHER_SIDE),
        }
    }

    /// The year that a day and month without one mean.
    pub(super) fn year_of(self, day: u8, month: u8, tense: Tense) -> Option<u16> {
        let year = self.0.year();
        [year, year - 1, year + 1]
            .into_iter()
            .filter_map(|year| Date::new(year, month as i8, day as i8).ok())
            .min_by_key(|date| self.cost(*date, tense))
            .map(|date| date.year().unsigned_abs())
    }

    /// The year that months without one mean; nothing is nearer than what lasts today.
    pub(super) fn year_of_months(self, first: u8, last: u8, tense: Tense) -> Option<u16> {
        let year = self.0.year();
        [year, year - 1, year + 1]
            .into_iter()
            .filter_map(|year| {
                let from = Date::new(year, first as i8, 1).ok()?;
                let to = Date::new(year, last as i8, 1).ok()?.last_of_month();
                let cost = if self.0 < from {
                    self.cost(from, tense)
                } else if self.0 > to {
                    self.cost(to, tense)
                } else {
                    0
                };
                Some((cost, year))
            })
            .min_by_key(|(cost, _)| *cost)
            .map(|(_, year)| year.unsigned_abs())
    }

    /// The day that a mere day of the month means.
    pub(super) fn month_of(self, day: u8, tense: Tense) -> Option<PartialDate> {
        let this = self.0.first_of_month();
        [this.checked_sub(1.month()), Ok(this), this.checked_add(1.month())]
            .into_iter()
            .flatten()
            .filter_map(|month| Date::new(month.year(), month.month(), day as i8).ok())
            .min_by_key(|date| self.cost(*date, tense))
            .map(Self::partial)
    }

    /// The nearest day of the lunar year; with no day, the whole month.
    pub(super) fn lunar(self, day: u8, month: u8, tense: Tense) -> Option<Edtf> {
        let year = self.0.year();
        let (first, end) = [year, year - 1, year + 1]
            .into_iter()
            .filter_map(|year| lunar::month(year, month))
            .min_by_key(|(first, _)| {
                let named = first.checked_add((i32::from(day.max(1)) - 1).days());
                self.cost(named.unwrap_or(*first), tense)
            })?;
        if day == 0 {
            let last = end.yesterday().ok()?;
            return Some(Edtf::Interval(Self::partial(first), Self::partial(last)));
        }
        let date = first.checked_add((i32::from(day) - 1).days()).ok()?;
        (date < end).then(|| Edtf::Point(Self::partial(date)))
    }

    /// What a date told from this day means.
    pub(super) fn relative(self, reference: DateRef) -> Option<Edtf> {
        let day = self.0;
        let month = |date: Date| PartialDate::month(date.year().unsigned_abs(), date.month() as u8);
        let months_on = |by: i16| day.first_of_month().checked_add(i32::from(by).months()).ok();
        let days_on = |by: i16| day.checked_add(i32::from(by).days()).ok();
        Some(match reference {
            DateRef::Now => Edtf::Point(Self::partial(day)),
            DateRef::Day(offset) => Edtf::Point(Self::partial(days_on(offset)?)),
            DateRef::Week(offset) => {
                let monday = 1 - i16::from(day.weekday().to_monday_one_offset());
                let by = offset.checked_mul(7)?.checked_add(monday)?;
                Edtf::Interval(
                    Self::partial(days_on(by)?),
                    Self::partial(days_on(by.checked_add(6)?)?),
                )
            }
            DateRef::Month(offset) => Edtf::Point(month(months_on(offset)?)),
            DateRef::Quarter(offset) => {
                let into = i16::from((day.month() - 1) % 3);
                let first = months_on(offset.checked_mul(3)?.checked_sub(into)?)?;
                let last = first.checked_add(2.months()).ok()?;
                Edtf::Interval(month(first), month(last))
            }
            DateRef::Months(count) if count < 0 => {
                Edtf::Interval(month(months_on(count)?), month(months_on(-1)?))
            }
            DateRef::Months(count) => {
                Edtf::Interval(month(months_on(1)?), month(months_on(count)?))
            }
            DateRef::Days(count) if count < 0 => {
                Edtf::Interval(Self::partial(days_on(count)?), Self::partial(day))
            }
            DateRef::Days(count) => {
                Edtf::Interval(Self::partial(days_on(1)?), Self::partial(days_on(count)?))
            }
            DateRef::Year(offset) => {
                Edtf::Point(PartialDate::year(self.year().checked_add_signed(offset)?))
            }
            DateRef::YearMonths(..) | DateRef::Years(_) => return None,
        })
    }
}
