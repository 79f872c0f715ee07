//! Times of day and durations, in ISO 8601.

use std::fmt;

use super::error::RecordError;
use super::value::text_newtype;

/// A time of day: `T13:42`, `T08`, `T08:30:15`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(String);

impl ClockTime {
    /// Checks `T` and an hour from 00 to 24, with minutes and seconds from 00 to 59 where given.
    ///
    /// # Errors
    /// When `text` is anything else.
    pub fn parse(text: &str) -> Result<Self, RecordError> {
        let valid = text.strip_prefix('T').is_some_and(|time| {
            let fields: Vec<&str> = time.split(':').collect();
            fields.len() <= 3
                && fields.iter().zip([24, 59, 59]).all(|(field, most)| {
                    field.len() == 2
                        && field.bytes().all(|b| b.is_ascii_digit())
                        && field.parse().is_ok_and(|n: u32| n <= most)
                })
        });
        if valid { Ok(Self(text.to_owned())) } else { Err(RecordError::Time(text.to_owned())) }
    }

    /// The form itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

text_newtype!(ClockTime, "A time of day: `T13:42`.", "^T[0-2][0-9](:[0-5][0-9]){0,2}$");

/// A length of time: `P6M`, `P5Y`, `P92D`, `P1Y6M`, `PT45M`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Duration(String);

impl Duration {
    /// Checks `P`, counts of years, months, weeks, days, then `T` and hours, minutes, seconds;
    /// each at most once, in this order, the smallest with decimals if need be (`PT2.5H`).
    ///
    /// # Errors
    /// When `text` is anything else.
    pub fn parse(text: &str) -> Result<Self, RecordError> {
        if is_duration(text) {
            Ok(Self(text.to_owned()))
        } else {
            Err(RecordError::Duration(text.to_owned()))
        }
    }

    /// The form itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_duration(text: &str) -> bool {
    let Some(body) = text.strip_prefix('P') else {
        return false;
    };
    let (days, time) = match body.split_once('T') {
        Some((days, time)) => (days, Some(time)),
        None => (body, None),
    };
    let counts = |text, units| counts(text, units, time.is_none_or(|time| text == time));
    match time {
        None => !days.is_empty() && counts(days, "YMWD"),
        Some(time) => counts(days, "YMWD") && !time.is_empty() && counts(time, "HMS"),
    }
}

/// Whether `text` is counts with `units` in their order; decimals only in the very last count.
fn counts(text: &str, units: &str, decimals: bool) -> bool {
    let mut left = units;
    let mut rest = text;
    while !rest.is_empty() {
        let Some(at) = rest.find(|c: char| c.is_ascii_uppercase()) else {
            return false;
        };
        let (count, tail) = rest.split_at(at);
        let mut tail = tail.chars();
        let Some((_, later)) = tail.next().and_then(|unit| left.split_once(unit)) else {
            return false;
        };
        left = later;
        rest = tail.as_str();
        let (whole, fraction) = match count.split_once('.') {
            Some((whole, fraction)) if decimals && rest.is_empty() => (whole, fraction),
            Some(_) => return false,
            None => (count, "0"),
        };
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(fraction) {
            return false;
        }
    }
    true
}

text_newtype!(
    Duration,
    "A duration (ISO 8601): `P6M`, `P5Y`, `P92D`.",
    "^P(?=.)([0-9.]+Y)?([0-9.]+M)?([0-9.]+W)?([0-9.]+D)?(T(?=.)([0-9.]+H)?([0-9.]+M)?([0-9.]+S)?)?$"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        for text in
            ["P6M", "P5Y", "P92D", "P2W", "PT45M", "P1Y6M", "PT2.5H", "P1DT12H", "P0D", "P1.5Y"]
        {
            assert!(Duration::parse(text).is_ok(), "{text}");
        }
        for text in [
            "", "P", "5Y", "PT", "P5", "PY", "P6M1Y", "P1Y1Y", "P5H", "P1.5Y6M", "P1.5DT1H",
            "P-1D", "P1.D",
        ] {
            assert!(Duration::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn times_of_day() {
        for text in ["T13:42", "T08", "T00:00", "T23:59:59"] {
            assert!(ClockTime::parse(text).is_ok(), "{text}");
        }
        for text in ["13:42", "T8:30", "T25:00", "T13:60", "T13:42:00:00", "T", "T1342"] {
            assert!(ClockTime::parse(text).is_err(), "{text}");
        }
    }
}
