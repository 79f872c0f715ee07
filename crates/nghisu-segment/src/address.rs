//! Web and mail addresses, which are one token each.

/// The longest host or mailbox that is looked for, in bytes: what RFC 1035 and RFC 5321 allow.
const LONGEST: usize = 255;

/// Last labels of host names that stand alone in Vietnamese news.
///
/// Other country codes count only under one of [`SECOND_LEVEL`] (`bbc.co.uk`): a full stop with
/// its space missing would make addresses of ordinary words.
const TOP_LEVEL: [&str; 11] =
    ["vn", "com", "net", "org", "edu", "gov", "info", "biz", "int", "asia", "news"];
const SECOND_LEVEL: [&str; 6] = ["com", "co", "gov", "org", "ac", "edu"];
const SCHEMES: [&str; 3] = ["http", "https", "ftp"];

/// The length in bytes of the address that begins `text`: a URL, a host name or a mail address.
pub(crate) fn length(text: &str) -> Option<usize> {
    let run = text
        .bytes()
        .take(LONGEST)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'+' | b'@' | b'-'))
        .count();
    let head = text.get(..run)?;
    let rest = text.get(run..)?;
    if rest.starts_with("://") {
        let scheme = SCHEMES.iter().any(|s| head.eq_ignore_ascii_case(s));
        return scheme.then(|| run + url_rest(rest)).filter(|&end| end > run + 3);
    }
    let head = head.trim_end_matches(['.', '-', '_', '+', '@']);
    if let Some((mailbox, host)) = head.split_once('@') {
        let valid = !mailbox.is_empty() && is_host(host, |_| true);
        return valid.then_some(head.len());
    }
    if !is_host(head, is_known) {
        return None;
    }
    let glued = text.get(head.len()..)?;
    let path =
        glued.strip_prefix('/').is_some_and(|r| r.starts_with(|c: char| c.is_ascii_alphanumeric()));
    Some(head.len() + if path { url_rest(glued) } else { 0 })
}

/// The bytes of an address up to white space, quotation marks or brackets, less what punctuates the sentence.
fn url_rest(text: &str) -> usize {
    let stop = |c: char| {
        c.is_whitespace() || matches!(c, '"' | '<' | '>' | '“' | '”' | '‘' | '’' | '«' | '»')
    };
    let mut url = text.get(..text.find(stop).unwrap_or(text.len())).unwrap_or_default();
    loop {
        let shorter = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ']', '}']);
        let shorter = match shorter.strip_suffix(')') {
            Some(inside) if !inside.contains('(') => inside,
            _ => shorter,
        };
        if shorter.len() == url.len() {
            return url.len();
        }
        url = shorter;
    }
}

fn is_host(host: &str, known: impl Fn(&str) -> bool) -> bool {
    host.contains('.')
        && host.split('.').all(|label| {
            !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        })
        && host.rsplit('.').next().is_some_and(|last| last.bytes().all(|b| b.is_ascii_alphabetic()))
        && known(host)
}

fn is_known(host: &str) -> bool {
    let mut labels = host.rsplit('.');
    let last = labels.next().unwrap_or_default();
    let listed = |list: &[&str], label: &str| list.iter().any(|l| label.eq_ignore_ascii_case(l));
    listed(&TOP_LEVEL, last)
        || (last.len() == 2
            && labels.next().is_some_and(|second| listed(&SECOND_LEVEL, second))
            && labels.next().is_some())
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        let cases = [
            ("Chinhphu.vn, ngày", Some("Chinhphu.vn")),
            ("baochinhphu.vn/abc-1.htm.", Some("baochinhphu.vn/abc-1.htm")),
            ("24h.com.vn", Some("24h.com.vn")),
            ("VOV.VN", Some("VOV.VN")),
            ("http://mic.gov.vn).", Some("http://mic.gov.vn")),
            ("https://vi.wikipedia.org/wiki/A_(B) và", Some("https://vi.wikipedia.org/wiki/A_(B)")),
            ("vanthu@mard.gov.vn .", Some("vanthu@mard.gov.vn")),
            ("bbc.co.uk", Some("bbc.co.uk")),
            ("TP.HCM", None),
            ("PGS.TS", None),
            ("v.v", None),
            ("co.Theo", None),
            ("http://", None),
            ("http", None),
            ("a@b", None),
        ];
        for (text, expected) in cases {
            assert_eq!(length(text).map(|n| &text[..n]), expected, "{text}");
        }
    }
}
