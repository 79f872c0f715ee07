//! The date in an article's address.

use nghisu_document::layers::PartialDate;

/// Reads `/2023/07/12/`, `-12-07-2023`, `/20230712`: the last whole date of an address.
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

/// `20230712`, perhaps with the time behind it; the digits may follow letters: `post20230712`.
fn compact(run: &str) -> Option<PartialDate> {
    let digits = run.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    if !matches!(digits.len(), 8 | 12 | 14) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    valid(digits.get(0..4)?, digits.get(4..6)?, digits.get(6..8)?)
}

fn valid(year: &str, month: &str, day: &str) -> Option<PartialDate> {
    if year.len() != 4 || month.is_empty() || month.len() > 2 || day.is_empty() || day.len() > 2 {
        return None;
    }
    let date = PartialDate::day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let exists = super::calendar::Day::new(date).is_some();
    (exists && (1990..=2100).contains(&date.year)).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates_of_addresses() {
        for (url, expected) in [
            ("https://bao.example/2023/07/12/ten-bai.html", Some("2023-07-12")),
            ("https://bao.example/ten-bai-20230712101112.htm", Some("2023-07-12")),
            ("https://bao.example/tin/12-07-2023/ten-bai", Some("2023-07-12")),
            ("https://bao.example/ten-bai-post20230712.html", Some("2023-07-12")),
            ("https://bao.example/ten-bai-119230712.htm", None),
            ("https://bao.example/2023/13/45/ten-bai", None),
            ("https://bao.example/a/c/21469065.epi", None),
            ("", None),
        ] {
            assert_eq!(date(url).map(|d| d.to_string()).as_deref(), expected, "{url}");
        }
    }
}
