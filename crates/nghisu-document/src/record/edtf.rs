//! Dates in the forms of EDTF (ISO 8601-2) that the contract uses.

use std::fmt;

use super::error::RecordError;
use super::value::text_newtype;

/// A date: a day, a month, a year, an interval of them, open at an end, or one that recurs.
///
/// | form | means |
/// |---|---|
/// | `2022-08-08`, `2022-08`, `2022` | a day, a month, a year |
/// | `202X`, `2022-XX` | some year of the 2020s, some month of 2022 |
/// | `2022-01/2022-06` | from one through the other |
/// | `2020/..`, `../2025` | open at an end |
/// | `XXXX-10-10` | every 10 October |
///
/// Days are checked against the calendar (`2023-02-29` is refused), and an interval runs forward.
/// The forms are those of the Extended Date/Time Format of the Library of Congress, levels 0
/// to 2, without its qualifiers `?`, `~` and `%`.
///
/// ```
/// use nghisu_document::record::Edtf;
///
/// let half_year = Edtf::parse("2022-01/2022-06").unwrap();
/// assert_eq!(half_year.interval(), Some(("2022-01", "2022-06")));
/// assert!(Edtf::parse("2022-13").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edtf(String);

impl Edtf {
    /// Checks that `text` is one of the forms.
    ///
    /// # Errors
    /// When it is none of them, names a day that does not exist, or an interval that runs backward.
    pub fn parse(text: &str) -> Result<Self, RecordError> {
        let valid = match text.split_once('/') {
            None => is_date(text),
            Some((start, "..")) => is_date(start),
            Some(("..", end)) => is_date(end),
            Some((start, end)) => is_date(start) && is_date(end) && runs_forward(start, end),
        };
        if valid { Ok(Self(text.to_owned())) } else { Err(RecordError::Date(text.to_owned())) }
    }

    /// The form itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first and the last day that the date covers, as `YYYY-MM-DD`; `None` at an open end, and at both of a date that recurs.
    ///
    /// ```
    /// use nghisu_document::record::Edtf;
    ///
    /// let (first, last) = Edtf::parse("2024-01/2024-02").unwrap().days();
    /// assert_eq!((first.as_deref(), last.as_deref()), (Some("2024-01-01"), Some("2024-02-29")));
    /// ```
    #[must_use]
    pub fn days(&self) -> (Option<String>, Option<String>) {
        let (start, end) = self.interval().unwrap_or((&self.0, &self.0));
        (first_day(start), last_day(end))
    }

    /// The two ends of an interval, `..` for an open one; `None` for a single date.
    #[must_use]
    pub fn interval(&self) -> Option<(&str, &str)> {
        self.0.split_once('/')
    }
}

/// The first day that a date may mean; `None` where every year has one.
fn first_day(date: &str) -> Option<String> {
    let mut parts = date.split('-');
    let year = parts.next().filter(|year| *year != "XXXX" && *year != "..")?.replace('X', "0");
    let mut field = || parts.next().filter(|field| *field != "XX").unwrap_or("01");
    Some(format!("{year}-{}-{}", field(), field()))
}

/// The last day that a date may mean.
fn last_day(date: &str) -> Option<String> {
    let mut parts = date.split('-');
    let year = parts.next().filter(|year| *year != "XXXX" && *year != "..")?.replace('X', "9");
    let month = parts.next().filter(|month| *month != "XX").unwrap_or("12");
    Some(match parts.next().filter(|day| *day != "XX") {
        Some(day) => format!("{year}-{month}-{day}"),
        None => format!("{year}-{month}-{:02}", days_in(&year, month)),
    })
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, with `X` for digits that are not said.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let (Some(year), month, day, None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let known = year.trim_end_matches('X');
    if year.len() != 4 || !known.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    match (month, day) {
        (None, _) => !known.is_empty(),
        (Some(month), None) => is_field(month, 12),
        (Some(month), Some(day)) => is_field(month, 12) && is_field(day, days_in(year, month)),
    }
}

/// Two digits from 01 to `most`, or `XX`.
fn is_field(text: &str, most: u32) -> bool {
    text == "XX"
        || (text.len() == 2
            && text.bytes().all(|b| b.is_ascii_digit())
            && text.parse().is_ok_and(|n: u32| (1..=most).contains(&n)))
}

/// The length of a month of the Gregorian calendar; the longest possible where it is not known.
fn days_in(year: &str, month: &str) -> u32 {
    match month {
        "02" => {
            let leap = year.parse::<u32>().is_ok_and(|y| {
                y.is_multiple_of(4) && (!y.is_multiple_of(100) || y.is_multiple_of(400))
            });
            if leap || year.contains('X') { 29 } else { 28 }
        }
        "04" | "06" | "09" | "11" => 30,
        _ => 31,
    }
}

/// Compared at the precision both have; an unsaid digit proves nothing.
fn runs_forward(start: &str, end: &str) -> bool {
    for (s, e) in start.bytes().zip(end.bytes()) {
        if s == b'X' || e == b'X' || s < e {
            return true;
        }
        if s > e {
            return false;
        }
    }
    true
}

text_newtype!(
    Edtf,
    "A date (EDTF): `2022-08-08`, `2022-08`, `2022`, `2022-01/2022-06`, `2020/..`, `XXXX-10-10`.",
    "^([0-9]{4}|[0-9]{1,3}X{1,3}|XXXX|\\.\\.)(-([0-9]{2}|XX)){0,2}(/([0-9X]{4}(-([0-9]{2}|XX)){0,2}|\\.\\.))?$"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_the_contract_are_dates() {
        for text in [
            "2022-08-08",
            "2022-08",
            "2022",
            "2024-02-29",
            "2022-01/2022-06",
            "2021/2025",
            "2020/..",
            "../2025",
            "XXXX-10-10",
            "XXXX-XX-15",
            "XXXX-02-29",
            "202X",
            "2022-XX",
            "2022-08-08/2022-08-10",
            "2022/2022-06",
            "2022-06/2022",
        ] {
            let date = Edtf::parse(text).unwrap_or_else(|e| panic!("{e}"));
            assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn dates_cover_days() {
        for (text, first, last) in [
            ("2022-08-08", Some("2022-08-08"), Some("2022-08-08")),
            ("2023-02", Some("2023-02-01"), Some("2023-02-28")),
            ("2022", Some("2022-01-01"), Some("2022-12-31")),
            ("202X", Some("2020-01-01"), Some("2029-12-31")),
            ("2022-XX", Some("2022-01-01"), Some("2022-12-31")),
            ("2021/2025", Some("2021-01-01"), Some("2025-12-31")),
            ("2020/..", Some("2020-01-01"), None),
            ("../2025", None, Some("2025-12-31")),
            ("XXXX-10-10", None, None),
        ] {
            let (from, to) = Edtf::parse(text).unwrap().days();
            assert_eq!((from.as_deref(), to.as_deref()), (first, last), "{text}");
        }
    }

    #[test]
    fn other_texts_are_not() {
        for text in [
            "",
            "22",
            "2022-8-8",
            "2022-13",
            "2022-00",
            "2022-04-31",
            "2023-02-29",
            "1900-02-29",
            "XXXX",
            "2X22",
            "2022-08-08-01",
            "2022/",
            "/2022",
            "../..",
            "2022-06/2022-01",
            "2022/2021",
            "2022/2023/2024",
            "8/8/2022",
            "2022-08-08T10:00",
            "2022?",
            "20 2",
        ] {
            assert!(Edtf::parse(text).is_err(), "{text}");
        }
    }
}
