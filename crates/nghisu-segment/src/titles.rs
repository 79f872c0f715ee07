//! Whether a block is the title that stands beside the text.

use nghisu_document::layers::Token;

/// How a block and the given title agree, by their letters and digits, without regard to case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Match {
    /// They differ.
    None,
    /// They are the same, or one adds a little (`… | Báo Chính phủ`) behind the other.
    Whole,
}

/// Compares a title with a block's text.
pub(crate) fn compare(title: &str, block: &str) -> Match {
    let (mut left, mut right) = (letters(title), letters(block));
    let mut same = 0usize;
    let (mut left_rest, mut right_rest) = (0, 0);
    loop {
        match (left.next(), right.next()) {
            (Some(a), Some(b)) if a == b => same += 1,
            (Some(_), Some(_)) => return Match::None,
            (Some(_), None) => {
                left_rest = 1 + left.count();
                break;
            }
            (None, Some(_)) => {
                right_rest = 1 + right.count();
                break;
            }
            (None, None) => break,
        }
    }
    // A site's name has some 20 letters; a block that goes on is no title.
    let close = left_rest <= 30 && right_rest <= 3 && same >= 8;
    if close { Match::Whole } else { Match::None }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// The text from a block's first token to its last.
pub(crate) fn surface<'a>(text: &'a str, tokens: &[Token]) -> &'a str {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return "" };
    text.get(first.span.start() as usize..last.span.end() as usize).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Match, compare};

    #[test]
    fn a_site_name_behind_the_title_is_forgiven() {
        let title = "Thủ tướng dự hội nghị chuyển đổi số";
        assert_eq!(compare(title, "THỦ TƯỚNG DỰ HỘI NGHỊ CHUYỂN ĐỔI SỐ"), Match::Whole);
        assert_eq!(
            compare("Thủ tướng dự hội nghị chuyển đổi số | Báo An Bình", title),
            Match::Whole
        );
        assert_eq!(
            compare(title, "Thủ tướng dự hội nghị chuyển đổi số. Sáng 8/8, tại Hà Nội"),
            Match::None
        );
        assert_eq!(compare(title, "Thủ tướng thăm Huế"), Match::None);
    }
}
