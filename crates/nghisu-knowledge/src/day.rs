use nghisu_document::layers::PartialDate;
use serde::{Deserialize, Serialize};

/// A date packed so that dates compare as numbers: year, month, day in decimal digits.
/// A month or day that is not known is 00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct Day(u32);

impl Day {
    pub(crate) fn new(date: PartialDate) -> Self {
        Self(u32::from(date.year) * 10_000 + u32::from(date.month) * 100 + u32::from(date.day))
    }

    /// `2025`, `2025-03`, `2025-03-01`; `None` for what is no date of the calendar.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year: i16 = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
        let mut two = || match parts.next() {
            None => Some(0i8),
            Some(p) if p.len() == 2 => p.parse().ok().filter(|n: &i8| *n > 0),
            Some(_) => None,
        };
        let (month, day) = (two()?, two()?);
        if parts.next().is_some() {
            return None;
        }
        jiff::civil::Date::new(year, month.max(1), day.max(1)).ok()?;
        Some(Self(year as u32 * 10_000 + month as u32 * 100 + day as u32))
    }

    pub(crate) fn date(self) -> PartialDate {
        let Self(n) = self;
        PartialDate {
            year: (n / 10_000) as u16,
            month: (n / 100 % 100) as u8,
            day: (n % 100) as u8,
        }
    }

    /// The first day that it may mean.
    pub(crate) fn earliest(self) -> u32 {
        let date = self.date();
        self.0 + if date.month == 0 { 101 } else { u32::from(date.day == 0) }
    }

    /// A day no earlier than the last that it may mean.
    pub(crate) fn latest(self) -> u32 {
        let date = self.date();
        self.0
            + if date.month == 0 {
                1231
            } else if date.day == 0 {
                31
            } else {
                0
            }
    }
}

/// A stretch of time of a table: both ends included, each perhaps open or known only in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Period {
    pub(crate) from: Option<Day>,
    pub(crate) to: Option<Day>,
}

impl Period {
    /// Whether some day of `date` may lie in the period.
    pub(crate) fn touches(self, date: PartialDate) -> bool {
        let date = Day::new(date);
        self.from.is_none_or(|from| from.earliest() <= date.latest())
            && self.to.is_none_or(|to| date.earliest() <= to.latest())
    }

    /// Whether two periods must share more than the one day of a handing over.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        let before = |a: Option<Day>, b: Option<Day>| match (a, b) {
            (Some(from), Some(to)) => from.latest() < to.earliest(),
            _ => true,
        };
        before(self.from, other.to) && before(other.from, self.to)
    }

    pub(crate) fn dates(self) -> (Option<PartialDate>, Option<PartialDate>) {
        (self.from.map(Day::date), self.to.map(Day::date))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: &str) -> Period {
        Period { from: Day::parse(from), to: Day::parse(to) }
    }

    #[test]
    fn dates_that_exist() {
        for good in ["2025", "2025-03", "2024-02-29"] {
            assert_eq!(Day::parse(good).unwrap().date().to_string(), good);
        }
        for bad in ["2025-02-29", "2025-13", "25-01-01", "2025-00", "2025-3-1", "", "unknown"] {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_partial_date_touches_what_it_may_mean() {
        let march = period("2025-03-01", "");
        assert!(!march.touches(PartialDate::day(2025, 2, 28)));
        assert!(march.touches(PartialDate::day(2025, 3, 1)));
        assert!(march.touches(PartialDate::year(2025)));
        assert!(!march.touches(PartialDate::month(2025, 2)));
        assert!(period("", "2025-03").touches(PartialDate::day(2025, 3, 31)));
    }

    #[test]
    fn the_day_of_a_handing_over_is_no_overlap() {
        assert!(!period("2021-04-05", "").overlaps(period("2016", "2021-04-05")));
        assert!(period("2021-04-04", "").overlaps(period("2016", "2021-04-05")));
        assert!(!period("2026-04", "").overlaps(period("2024", "2026-04-20")));
    }
}
