//! The date in an article's address.

use super::calendar::Day;
use nghisu_document::layers::PartialDate;

/// Addresses that number a site's articles as they appear: the site, and numbers with the day on
/// which they were given. Between two days the numbers rise evenly enough to tell the day but one.
const SERIALS: &[(&str, &[Numbered])] = &[(
    "baomoi.com/",
    &[
        (21_460_000, (2017, 2, 4)),
        (21_475_000, (2017, 2, 6)),
        (21_515_000, (2017, 2, 10)),
        (21_755_000, (2017, 3, 13)),
        (21_865_000, (2017, 3, 26)),
        (22_225_000, (2017, 5, 9)),
        (22_325_000, (2017, 5, 20)),
        (22_405_000, (2017, 5, 29)),
        (22_475_000, (2017, 6, 6)),
        (22_525_000, (2017, 6, 13)),
        (22_575_000, (2017, 6, 20)),
        (22_645_000, (2017, 6, 29)),
        (22_705_000, (2017, 7, 8)),
        (22_755_000, (2017, 7, 14)),
        (22_765_000, (2017, 7, 15)),
    ],
)];

/// The number of an article, and the year, month and day on which it was given.
type Numbered = (u32, (u16, u8, u8));

/// Reads `/2023/07/12/`, `-12-07-2023`, `/20230712`, and the number of an article that begins with
/// the moment it was made: the last whole date of an address.
pub(super) fn date(url: &str) -> Option<PartialDate> {
    let mut runs: [&str; 3] = [""; 3];
    let mut found = None;
    for run in url.split(|c: char| !c.is_ascii_alphanumeric()) {
        if run.is_empty() {
            continue;
        }
        let digits = run.bytes().all(|b| b.is_ascii_digit());
        let [_, second, third] = runs;
        runs = [second, third, if digits { run } else { "" }];
        let [first, second, third] = runs;
        found = valid(first, second, third)
            .or_else(|| valid(third, second, first))
            .or_else(|| compact(run))
            .or(found);
    }
    found
}

/// The day, give or take one, on which a site gave an article its number.
pub(super) fn about(url: &str) -> Option<Day> {
    let (site, days) = SERIALS.iter().find(|(site, _)| url.contains(site))?;
    let path = url.split_once(site)?.1;
    let number = path
        .split(|c: char| !c.is_ascii_alphanumeric())
        .find(|run| run.len() == 8 && run.bytes().all(|b| b.is_ascii_digit()))?;
    let number: u32 = number.parse().ok()?;
    days.windows(2).find_map(|pair| {
        let [(low, first), (high, last)] = pair else { return None };
        if !(*low..*high).contains(&number) {
            return None;
        }
        let day = |(year, month, day): (u16, u8, u8)| Day::new(PartialDate::day(year, month, day));
        day(*first)?.between(day(*last)?, number - low, high - low)
    })
}

/// `20230712`, perhaps with the time behind it; the digits may follow letters: `post20230712`, or
/// the three digits of a channel: `102` `230712` `101112345`.
fn compact(run: &str) -> Option<PartialDate> {
    let digits = run.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let whole = || valid(digits.get(0..4)?, digits.get(4..6)?, digits.get(6..8)?);
    match digits.len() {
        8 | 12 | 14 => whole(),
        17 | 18 => whole().filter(|_| is_time(digits.get(8..12))).or_else(|| of_channel(digits)),
        _ => None,
    }
}

fn of_channel(digits: &str) -> Option<PartialDate> {
    let (year, month, day) = (digits.get(3..5)?, digits.get(5..7)?, digits.get(7..9)?);
    let date =
        PartialDate::day(2000 + year.parse::<u16>().ok()?, month.parse().ok()?, day.parse().ok()?);
    let made = Day::new(date).is_some() && is_time(digits.get(9..13));
    made.then_some(date)
}

fn is_time(digits: Option<&str>) -> bool {
    let part = |range: std::ops::Range<usize>| {
        digits.and_then(|d| d.get(range)).and_then(|d| d.parse::<u8>().ok())
    };
    part(0..2).is_some_and(|hour| hour < 24) && part(2..4).is_some_and(|minute| minute < 60)
}

fn valid(year: &str, month: &str, day: &str) -> Option<PartialDate> {
    if year.len() != 4 || month.is_empty() || month.len() > 2 || day.is_empty() || day.len() > 2 {
        return None;
    }
    let date = PartialDate::day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    (Day::new(date).is_some() && (1990..=2100).contains(&date.year)).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::{about, date};

    #[test]
    fn dates_of_addresses() {
        for (url, expected) in [
            ("https://bao.example/2023/07/12/ten-bai.html", Some("2023-07-12")),
            ("https://bao.example/ten-bai-20230712101112.htm", Some("2023-07-12")),
            ("https://bao.example/tin/12-07-2023/ten-bai", Some("2023-07-12")),
            ("https://bao.example/ten-bai-post20230712.html", Some("2023-07-12")),
            ("https://bao.example/ten-bai-20230712101112345.htm", Some("2023-07-12")),
            ("https://bao.example/ten-bai-102230712101112345.htm", Some("2023-07-12")),
            ("https://bao.example/ten-bai-10223071210111234.htm", Some("2023-07-12")),
            ("https://bao.example/ten-bai-102231312101112345.htm", None),
            ("https://bao.example/ten-bai-102230712991112345.htm", None),
            ("https://bao.example/ten-bai-119230712.htm", None),
            ("https://bao.example/2023/13/45/ten-bai", None),
            ("https://bao.example/a/c/21469065.epi", None),
            ("", None),
        ] {
            assert_eq!(date(url).map(|d| d.to_string()).as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn days_of_numbered_articles() {
        for (url, expected) in [
            ("http://www.baomoi.com/a/c/22500000.epi", Some("2017-06-09")),
            ("http://www.baomoi.com/ten-bai/c/21475000.epi", Some("2017-02-06")),
            ("http://www.baomoi.com/a/c/90000000.epi", None),
            ("http://www.baomoi.com/", None),
            ("http://bao.example/a/c/22500000.epi", None),
        ] {
            assert_eq!(about(url).map(|d| d.date().to_string()).as_deref(), expected, "{url}");
        }
    }
}
