use std::fmt;

/// A day, a month or a year: `2022-08-08`, `2022-08`, `2022`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The year.
    pub year: u16,
    /// 1 to 12, or 0 where only the year is known.
    pub month: u8,
    /// 1 to 31, or 0 where no day is known.
    pub day: u8,
}

impl PartialDate {
    /// A year.
    pub fn year(year: u16) -> Self {
        Self { year, month: 0, day: 0 }
    }

    /// A month of a year.
    pub fn month(year: u16, month: u8) -> Self {
        Self { year, month, day: 0 }
    }

    /// A day.
    pub fn day(year: u16, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digit = |number: u16, power: u16| b'0' + (number / power % 10) as u8;
        let (year, month, day) = (self.year, u16::from(self.month), u16::from(self.day));
        let written = [
            digit(year, 1000),
            digit(year, 100),
            digit(year, 10),
            digit(year, 1),
            b'-',
            digit(month, 10),
            digit(month, 1),
            b'-',
            digit(day, 10),
            digit(day, 1),
        ];
        let length = match (month, day) {
            (0, _) => 4,
            (_, 0) => 7,
            _ => 10,
        };
        let written = written.get(..length).unwrap_or_default();
        f.write_str(std::str::from_utf8(written).unwrap_or_default())
    }
}

/// A date of the output contract, in the forms of EDTF (ISO 8601-2) that it uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One day, month or year.
    Point(PartialDate),
    /// From the first to the last, both included: `2022-01/2022-06`.
    Interval(PartialDate, PartialDate),
    /// From a date on: `2020/..`.
    From(PartialDate),
    /// Up to a date: `../2025`.
    Until(PartialDate),
    /// Every year on a day (or in a month, with day 0): `XXXX-10-10`; on a day of every month,
    /// with month 0: `XXXX-XX-25`.
    Yearly {
        /// 1 to 12, or 0.
        month: u8,
        /// 1 to 31, or 0.
        day: u8,
    },
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(date) => date.fmt(f),
            Self::Interval(from, to) => write!(f, "{from}/{to}"),
            Self::From(from) => write!(f, "{from}/.."),
            Self::Until(to) => write!(f, "../{to}"),
            Self::Yearly { month: 0, day } => write!(f, "XXXX-XX-{day:02}"),
            Self::Yearly { month, day: 0 } => write!(f, "XXXX-{month:02}"),
            Self::Yearly { month, day } => write!(f, "XXXX-{month:02}-{day:02}"),
        }
    }
}

/// A part of the day, as EDTF's neighbours write them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartOfDay {
    /// sáng
    Morning,
    /// trưa
    Noon,
    /// chiều
    Afternoon,
    /// tối
    Evening,
    /// đêm
    Night,
}

impl PartOfDay {
    /// The code of the output contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Noon => "NO",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }
}

/// What a date expression says before anything is known of the article's own date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateShape {
    /// Nothing is open: the text gives it whole.
    Whole(Edtf),
    /// A day and month without a year: `12/7`.
    DayMonth {
        /// 1 to 31.
        day: u8,
        /// 1 to 12.
        month: u8,
    },
    /// A month without a year: `tháng 6`.
    Month(u8),
    /// A range of days without a year: `từ ngày 18 đến 20/6`.
    DayRange {
        /// Day and month of the first.
        from: (u8, u8),
        /// Day and month of the last.
        to: (u8, u8),
    },
    /// Months of a year that is not named: `6 tháng đầu năm` is (1, 6), `quý II` is (4, 6).
    Months(u8, u8),
    /// Only a day: `ngày 15`.
    Day(u8),
    /// A day of a month of the lunar year: `mùng 3 Tết` is (3, 1); day 0 is the month itself.
    Lunar {
        /// 1 to 30, or 0.
        day: u8,
        /// 1 to 12.
        month: u8,
    },
    /// Relative to the article's date.
    Relative(DateRef),
    /// The same period of a year, or of the year before where none is named: `cùng kỳ năm 2021`.
    SamePeriod(Option<u16>),
}

/// A date told from the day of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateRef {
    /// `hôm nay` 0, `hôm qua` -1, `ngày mai` 1.
    Day(i16),
    /// `tuần này` 0, `tuần trước` -1, `tuần tới` 1.
    Week(i16),
    /// `tháng này` 0, `tháng trước` -1.
    Month(i16),
    /// `quý này` 0, `quý trước` -1.
    Quarter(i16),
    /// `năm nay` 0, `năm ngoái` -1, `năm tới` 1.
    Year(i16),
    /// Months from the first to the last of the year so many years away: `nửa đầu năm nay`.
    YearMonths(i16, u8, u8),
    /// `đến nay`: the article's day itself.
    Now,
    /// The last so many years (negative) or the next so many: `5 năm qua`.
    Years(i16),
    /// The last or next so many months.
    Months(i16),
    /// The last or next so many days.
    Days(i16),
}

/// A date as recognized, and as resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateValue {
    /// What the words say.
    pub shape: DateShape,
    /// What they mean, once resolved.
    pub value: Option<Edtf>,
    /// sáng, chiều …
    pub part_of_day: Option<PartOfDay>,
    /// `… đến nay`.
    pub until_now: bool,
}

/// What a duration is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DurationUnit {
    /// năm
    Years,
    /// tháng
    Months,
    /// tuần
    Weeks,
    /// ngày
    Days,
    /// giờ, tiếng
    Hours,
    /// phút
    Minutes,
    /// giây
    Seconds,
}

/// The length of a duration: a number of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// How many; of a range, the lower end.
    pub count: super::Decimal,
    /// The upper end of a range: `2 đến 3 ngày`.
    pub count_to: Option<super::Decimal>,
    /// Of what.
    pub unit: DurationUnit,
    /// trên, dưới, không quá …
    pub bound: Option<super::Bound>,
    /// khoảng, gần …
    pub approx: bool,
}

impl Length {
    /// A plain length.
    pub fn plain(count: super::Decimal, unit: DurationUnit) -> Self {
        Self { count, count_to: None, unit, bound: None, approx: false }
    }

    /// The upper end of a range, as a length of its own.
    pub fn upper(&self) -> Option<Self> {
        self.count_to.map(|count| Self::plain(count, self.unit))
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) = match self.unit {
            DurationUnit::Years => ("P", "Y"),
            DurationUnit::Months => ("P", "M"),
            DurationUnit::Weeks => ("P", "W"),
            DurationUnit::Days => ("P", "D"),
            DurationUnit::Hours => ("PT", "H"),
            DurationUnit::Minutes => ("PT", "M"),
            DurationUnit::Seconds => ("PT", "S"),
        };
        write!(f, "{before}{}{after}", self.count)
    }
}
