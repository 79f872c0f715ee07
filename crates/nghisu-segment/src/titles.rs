//! Whether a block is the title that stands beside the text.

use nghisu_document::layers::Token;

/// Whether a block is the given title, by their letters and digits, without regard to case. The
/// title may add a site's name behind a separator (`… | Báo Chính phủ`).
pub(crate) fn is_title(title: &str, block: &str) -> bool {
    let mut right = letters(block).peekable();
    let mut same = 0;
    for (at, c) in title.char_indices() {
        if right.peek().is_none() {
            let rest = title.get(at..).unwrap_or_default().trim_start();
            return same >= 4
                && (letters(rest).next().is_none() || rest.starts_with(['|', '-', '–', '—', '.']));
        }
        for left in letters(c.encode_utf8(&mut [0; 4])) {
            if right.next() != Some(left) {
                return false;
            }
            same += 1;
        }
    }
    same >= 4 && right.next().is_none()
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
    use super::is_title;

    #[test]
    fn a_site_name_behind_the_title_is_forgiven() {
        let title = "Thủ tướng dự hội nghị chuyển đổi số";
        assert!(is_title(title, "THỦ TƯỚNG DỰ HỘI NGHỊ CHUYỂN ĐỔI SỐ"));
        assert!(is_title("Thủ tướng dự hội nghị chuyển đổi số | Báo An Bình", title));
        assert!(!is_title(title, "Thủ tướng dự hội nghị chuyển đổi số. Sáng 8/8, tại Hà Nội"));
        assert!(!is_title(title, "Thủ tướng dự hội nghị"));
        assert!(!is_title(title, "Thủ tướng thăm Huế"));
        assert!(is_title("Thuốc có đủ không?", "Thuốc có đủ không"));
        assert!(!is_title("", ""));
    }
}
