use std::ops::Range;

/// Cuts a literal of a pattern or a set into tokens: at white space, and around every mark.
///
/// What segmentation does with an article decides; [`Compiler::cut`](crate::Compiler::cut) takes
/// its function in the place of this one, which knows words, numbers, marks and the ellipsis.
pub(crate) fn cut(text: &str) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if is_word(c) {
            while let Some(&(at, next)) = chars.peek() {
                let digits = || {
                    let before = text.get(..at).and_then(|t| t.chars().next_back());
                    let after = text.get(at + 1..).and_then(|t| t.chars().next());
                    before.is_some_and(|c| c.is_ascii_digit())
                        && after.is_some_and(|c| c.is_ascii_digit())
                };
                if !(is_word(next) || matches!(next, '.' | ',') && digits()) {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
        } else if c == '.' {
            while let Some(&(at, '.')) = chars.peek() {
                end = at + 1;
                chars.next();
            }
        }
        pieces.push(start..end);
    }
    pieces
}

/// Letters, digits, and the combining marks of decomposed letters.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn literals_are_cut_like_articles() {
        for (text, pieces) in [
            ("phần trăm", &["phần", "trăm"][..]),
            ("TT&TT", &["TT", "&", "TT"]),
            ("19,5%", &["19,5", "%"]),
            ("v.v...", &["v", ".", "v", "..."]),
            ("./.", &[".", "/", "."]),
            ("  ", &[]),
        ] {
            let cut: Vec<&str> = cut(text).into_iter().map(|r| &text[r]).collect();
            assert_eq!(cut, pieces, "{text}");
        }
    }
}
