//! Telling HTML from text, and pages from bodies.

use dom_query::Document;

/// A whole page, with menus around its article, rather than an article's body.
pub(crate) fn is_page(markup: &str) -> bool {
    tags(markup).take(200).any(|(name, _)| {
        ["html", "head", "body"].iter().any(|known| name.eq_ignore_ascii_case(known))
    })
}

/// Whether the text of a record's field is HTML: it holds a tag that bodies of articles are made of.
pub(crate) fn is_markup(text: &str) -> bool {
    const BODY: [&str; 34] = [
        "p",
        "div",
        "br",
        "span",
        "a",
        "b",
        "i",
        "u",
        "strong",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "img",
        "html",
        "body",
        "head",
        "section",
        "article",
        "figure",
        "figcaption",
        "blockquote",
        "center",
        "sup",
    ];
    tags(text).any(|(name, after)| {
        // `a <b và c> d` is no tag: what follows the name is its end, or attributes.
        let inside = after.split_once('>').map(|(inside, _)| inside);
        let ends = inside.is_some_and(|inside| {
            matches!(inside.trim(), "" | "/")
                || (inside.starts_with(char::is_whitespace) && inside.contains('='))
        });
        ends && BODY.iter().any(|known| name.eq_ignore_ascii_case(known))
    })
}

/// The names of the tags of a text, each with what follows it.
fn tags(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split('<').skip(1).map(|inside| {
        let inside = inside.strip_prefix('/').unwrap_or(inside);
        inside.split_at(inside.bytes().take_while(u8::is_ascii_alphanumeric).count())
    })
}

/// Whether a text without tags holds references such as `&agrave;` or `&#7897;`.
pub(crate) fn has_entities(text: &str) -> bool {
    text.split('&').skip(1).any(|after| reference(after).is_some())
}

/// Resolves the references of a text without tags; all else stays as it is.
pub(crate) fn unescape(text: &str) -> String {
    let mut resolved = String::with_capacity(text.len());
    let mut parts = text.split('&');
    resolved.push_str(parts.next().unwrap_or_default());
    for after in parts {
        match reference(after) {
            Some(name) => {
                resolved.push_str(&Document::from(format!("<pre>&{name};</pre>")).text());
                resolved.push_str(after.get(name.len() + 1..).unwrap_or_default());
            }
            None => {
                resolved.push('&');
                resolved.push_str(after);
            }
        }
    }
    resolved
}

/// The name of the character reference, `agrave` or `#7897`, whose `&` stands before `after`. Names in capitals alone are abbreviations
/// (`Sở TN&MT;`), but for the one that old pages write Đ with.
fn reference(after: &str) -> Option<&str> {
    let (name, _) = after.split_once(';')?;
    let word = name.strip_prefix('#').unwrap_or(name);
    let is_name = (2..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_alphanumeric());
    let is_abbreviation = word.bytes().all(|b| b.is_ascii_uppercase()) && word != "ETH";
    (is_name && !is_abbreviation).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_told_from_text() {
        for text in
            ["<p>Tin</p>", "Một<br/>hai", "a <STRONG class='x'>b</STRONG>", "<a href=x>y</a>"]
        {
            assert!(is_markup(text), "{text}");
        }
        for text in ["Tăng < 5%", "a<b và c>d", "<3", "tin <vinh@example.vn>", ""] {
            assert!(!is_markup(text), "{text}");
        }
    }

    #[test]
    fn references_are_resolved_and_lines_kept() {
        for text in ["ng&agrave;y", "H&#7897;i", "&ETH;&agrave;"] {
            assert!(has_entities(text), "{text}");
        }
        for text in ["R&D; AT&T", "Sở TN&MT;", "a & b; c", "&;"] {
            assert!(!has_entities(text), "{text}");
        }
        let resolved = unescape("ng&agrave;y  1 <b\n Sở XD&GTVT; H&#7897;i ngh&unknown;");
        assert_eq!(resolved, "ngày  1 <b\n Sở XD&GTVT; Hội ngh&unknown;");
    }
}
