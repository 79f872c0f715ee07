//! The lunar calendar of Viet Nam: months begin on the day of the new moon at 105° east, and the
//! month of the winter solstice is the eleventh.
//!
//! After Hồ Ngọc Đức, *Computing the Vietnamese lunar calendar*, which follows Meeus, *Astronomical
//! Algorithms* (1998): right for the years 1900 to 2100, to which it is held here.

use jiff::ToSpan;
use jiff::civil::Date;
use std::f64::consts::{PI, TAU};

/// Mean length of a lunar month, in days.
const MONTH: f64 = 29.530_588_853;

/// The Julian day of the new moon that months are counted from: 1 January 1900.
const FIRST: f64 = 2_415_021.076_998_695;

/// Of a day, that Viet Nam is ahead of Greenwich.
const ZONE: f64 = 7.0 / 24.0;

/// The Julian day number of 1 January 2000, and that day.
const EPOCH: (i64, (i16, i8, i8)) = (2_451_545, (2000, 1, 1));

/// A month of the lunar year as days of the common calendar: its first, and the next one's first.
pub(super) fn month(year: i16, month: u8) -> Option<(Date, Date)> {
    if !(1900..=2100).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let (winter, next) = match month {
        11 | 12 => (eleventh(year)?, eleventh(year + 1)?),
        _ => (eleventh(year - 1)?, eleventh(year)?),
    };
    let first = ((winter as f64 - FIRST) / MONTH + 0.5).floor() as i64;
    let mut offset = i64::from(month) - 11;
    if offset < 0 {
        offset += 12;
    }
    // Thirteen months: the first without a change of the sun's sign is a leap month.
    if next - winter > 365 && offset >= leap(first) {
        offset += 1;
    }
    Some((day(new_moon(first + offset))?, day(new_moon(first + offset + 1))?))
}

fn julian(date: Date) -> Option<i64> {
    let (number, (year, month, day)) = EPOCH;
    let days = Date::new(year, month, day).ok()?.until(date).ok()?.get_days();
    Some(number + i64::from(days))
}

fn day(julian: i64) -> Option<Date> {
    let (number, (year, month, day)) = EPOCH;
    Date::new(year, month, day).ok()?.checked_add((julian - number).days()).ok()
}

/// The first day of the month in which the sun stands at the winter solstice of a year.
fn eleventh(year: i16) -> Option<i64> {
    let end = julian(Date::new(year, 12, 31).ok()?)?;
    let month = ((end as f64 - 2_415_021.0) / MONTH).floor() as i64;
    let start = new_moon(month);
    Some(if sign(start) >= 9 { new_moon(month - 1) } else { start })
}

/// How many months after the eleventh the leap month stands.
fn leap(first: i64) -> i64 {
    let at = |offset: i64| sign(new_moon(first + offset));
    (1..14).find(|offset| at(*offset) == at(offset + 1)).unwrap_or(14)
}

/// The day of the nth new moon.
fn new_moon(n: i64) -> i64 {
    let k = n as f64;
    let t = k / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let rad = PI / 180.0;
    let mean = 2_415_020.759_33 + 29.530_588_68 * k + 0.000_117_8 * t2 - 0.000_000_155 * t3
        + 0.000_33 * ((166.56 + 132.87 * t - 0.009_173 * t2) * rad).sin();
    let sun = (359.2242 + 29.105_356_08 * k - 0.000_033_3 * t2 - 0.000_003_47 * t3) * rad;
    let moon = (306.0253 + 385.816_918_06 * k + 0.010_730_6 * t2 + 0.000_012_36 * t3) * rad;
    let node = (21.2964 + 390.670_506_46 * k - 0.001_652_8 * t2 - 0.000_002_39 * t3) * rad;
    let shift = (0.1734 - 0.000_393 * t) * sun.sin() + 0.0021 * (2.0 * sun).sin()
        - 0.4068 * moon.sin()
        + 0.0161 * (2.0 * moon).sin()
        - 0.0004 * (3.0 * moon).sin()
        + 0.0104 * (2.0 * node).sin()
        - 0.0051 * (sun + moon).sin()
        - 0.0074 * (sun - moon).sin()
        + 0.0004 * (2.0 * node + sun).sin()
        - 0.0004 * (2.0 * node - sun).sin()
        - 0.0006 * (2.0 * node + moon).sin()
        + 0.0010 * (2.0 * node - moon).sin()
        + 0.0005 * (2.0 * moon + sun).sin();
    // What the earth's turning has lost against uniform time.
    let lost = if t < -11.0 {
        0.001 + 0.000_839 * t + 0.000_226_1 * t2 - 0.000_008_45 * t3 - 0.000_000_081 * t * t3
    } else {
        -0.000_278 + 0.000_265 * t + 0.000_262 * t2
    };
    (mean + shift - lost + 0.5 + ZONE).floor() as i64
}

/// Twelfths of the sun's way around, at the beginning of a day.
fn sign(julian: i64) -> i64 {
    let t = (julian as f64 - 2_451_545.5 - ZONE) / 36_525.0;
    let t2 = t * t;
    let rad = PI / 180.0;
    let m = (357.5291 + 35_999.050_3 * t - 0.000_155_9 * t2 - 0.000_000_48 * t * t2) * rad;
    let mean = 280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t2;
    let centre = (1.9146 - 0.004_817 * t - 0.000_014 * t2) * m.sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * m).sin()
        + 0.000_29 * (3.0 * m).sin();
    let longitude = ((mean + centre) * rad).rem_euclid(TAU);
    (longitude / PI * 6.0).floor() as i64
}

#[cfg(test)]
mod tests {
    use super::month;

    /// Holidays as proclaimed, and days of almanacs.
    #[test]
    fn months_of_the_lunar_year() {
        for (year, lunar, first) in [
            (2000, 1, "2000-02-05"),
            (2001, 1, "2001-01-24"),
            (2004, 1, "2004-01-22"),
            (2006, 8, "2006-09-22"),
            // One day before the Chinese one.
            (2007, 1, "2007-02-17"),
            (2014, 10, "2014-11-22"),
            (2017, 7, "2017-08-22"),
            (2020, 5, "2020-06-21"),
            (2023, 1, "2023-01-22"),
            (2023, 3, "2023-04-20"),
            (2024, 1, "2024-02-10"),
            (2024, 3, "2024-04-09"),
            (2024, 8, "2024-09-03"),
            (2025, 1, "2025-01-29"),
            (2025, 3, "2025-03-29"),
            (2025, 7, "2025-08-23"),
            (2026, 1, "2026-02-17"),
            (2030, 1, "2030-02-02"),
        ] {
            let found = month(year, lunar).map(|(first, _)| first.to_string());
            assert_eq!(found.as_deref(), Some(first), "{lunar}/{year}");
        }
        assert_eq!(month(2024, 13), None);
        assert_eq!(month(1024, 1), None);
    }

    #[test]
    fn a_month_has_29_or_30_days_and_the_next_one_follows() {
        for year in 1901..2100 {
            for lunar in 1..12 {
                let (first, end) = month(year, lunar).unwrap();
                let days = first.until(end).unwrap().get_days();
                assert!((29..=30).contains(&days), "{lunar}/{year}: {days}");
                let (next, _) = month(year, lunar + 1).unwrap();
                // Or a leap month lies between.
                assert!(next == end || end.until(next).unwrap().get_days() <= 30, "{lunar}/{year}");
            }
        }
    }
}
