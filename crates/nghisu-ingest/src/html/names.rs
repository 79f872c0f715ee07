//! What the class and id of an element say of its content.
//!
//! The words are those that Vietnamese government portals and newspapers use, English and Vietnamese: `tin-lien-quan`
//! (related news), `cung-chuyen-muc` (same section), `chia-se` (share), `binh-luan` (comments), `chu-thich` (caption).

use dom_query::Element;

/// What a name promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Promise {
    /// The words under a picture.
    Caption,
    /// Something around the article: related links, share bar, comments.
    Around,
    /// The article's title.
    Title,
    /// Its lead: `sapo` to Vietnamese newsrooms, from French chapeau.
    Lead,
}

/// Reads class and id of an element.
pub(crate) fn promise(element: &Element) -> Option<Promise> {
    let mut said = None;
    for attribute in &element.attrs {
        if matches!(attribute.name.local.as_ref(), "class" | "id") {
            // A name around outweighs the others: `related-title` is no title.
            match (of_names(&attribute.value), said) {
                (Some(Promise::Around), _) => return Some(Promise::Around),
                (found @ Some(_), None) => said = found,
                _ => {}
            }
        }
    }
    said
}

fn of_names(names: &str) -> Option<Promise> {
    let mut said = None;
    for name in names.split_ascii_whitespace() {
        let name = name.to_ascii_lowercase().replace('_', "-");
        let words = || name.split('-').filter(|word| !word.is_empty());
        if words().any(is_around) || AROUND_PARTS.iter().any(|part| name.contains(part)) {
            return Some(Promise::Around);
        }
        let of_picture =
            words().any(|word| matches!(word, "img" | "image" | "photo" | "pic" | "picture"));
        let is_words =
            words().any(|word| matches!(word, "desc" | "description" | "note" | "text" | "title"));
        if name.contains("caption")
            || name.contains("chu-thich")
            || name.contains("chuthich")
            || name == "fig"
            || (of_picture && is_words)
        {
            said = Some(Promise::Caption);
        } else if said.is_none()
            && words()
                .any(|word| matches!(word, "sapo" | "lead" | "summary" | "chapeau" | "abstract"))
        {
            said = Some(Promise::Lead);
        } else if said.is_none() && words().next_back() == Some("title") {
            said = Some(Promise::Title);
        }
    }
    said
}

/// Parts of names, where the words are often written together.
const AROUND_PARTS: [&str; 16] = [
    "related",
    "lien-quan",
    "lienquan",
    "cung-chuyen-muc",
    "cungchuyenmuc",
    "tin-khac",
    "tinkhac",
    "tin-moi",
    "breadcrumb",
    "chia-se",
    "binh-luan",
    "binhluan",
    "comment",
    "doc-them",
    "docthem",
    "social",
];

fn is_around(word: &str) -> bool {
    matches!(
        word,
        "share"
            | "sharing"
            | "nav"
            | "navbar"
            | "navigation"
            | "menu"
            | "footer"
            | "sidebar"
            | "tags"
            | "tag"
            | "toolbar"
            | "tools"
            | "print"
            | "rating"
            | "vote"
            | "poll"
            | "pager"
            | "pagination"
            | "banner"
            | "ads"
            | "qc"
            | "cookie"
            | "login"
            | "modal"
            | "popup"
            | "btn"
            | "button"
            | "indicators"
            | "weather"
            | "keyword"
            | "keywords"
            | "subscribe"
            | "widget"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_promise_what_their_words_say() {
        for (names, expected) in [
            ("img-description", Some(Promise::Caption)),
            ("PhotoCMS_Caption", Some(Promise::Caption)),
            ("fig", Some(Promise::Caption)),
            ("figure", None),
            ("detail-title", Some(Promise::Title)),
            ("box tin-lien-quan", Some(Promise::Around)),
            ("relatedNews", Some(Promise::Around)),
            ("related-title", Some(Promise::Around)),
            ("detail-content afcbc-body", None),
            ("detail-sapo", Some(Promise::Lead)),
            ("leader", None),
            ("stage", None),
            ("", None),
        ] {
            assert_eq!(of_names(names), expected, "{names}");
        }
    }
}
