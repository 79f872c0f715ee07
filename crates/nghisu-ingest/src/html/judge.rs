//! What each block is, told from its neighbours and its words where markup alone does not say.

use super::blocks::Block;
use super::elements::Align;
use crate::article::BlockKind;

/// A caption, a heading, a related link are short: more than this many characters is text.
const SHORT: usize = 250;

/// Settles the kind of every block.
pub(crate) fn judge(blocks: &mut [Block]) {
    let mut after_cue = false;
    for block in blocks.iter_mut() {
        let cue = cue(&block.text);
        if block.kind == Some(BlockKind::Heading)
            && is_sentence(&block.text)
            && is_long(&block.text, 120)
        {
            // Leads are often set as a second heading.
            block.kind = None;
        }
        if cue == Some(Cue::Alone) || cue == Some(Cue::Opens) || is_link(block) {
            block.kind = Some(BlockKind::Boilerplate);
        } else if is_caption(block) && block.kind.is_none() {
            block.kind = Some(BlockKind::Caption);
        } else if after_cue && block.kind != Some(BlockKind::Boilerplate) {
            // `Tin liên quan` and a list whose items carry a date beside the link.
            let listed = block.linked * 2 >= block.solid || block.item;
            if listed && !is_long(&block.text, SHORT) {
                block.kind = Some(BlockKind::Boilerplate);
            }
        }
        after_cue =
            cue == Some(Cue::Opens) || (after_cue && block.kind == Some(BlockKind::Boilerplate));
    }
    title(blocks);
    bold_headings(blocks);
}

/// The title is the first block that an `h1` or a name says is one, before any body text.
fn title(blocks: &mut [Block]) {
    for block in blocks.iter_mut() {
        match block.kind {
            Some(BlockKind::Boilerplate | BlockKind::Caption) => {}
            _ if block.titled && !is_long(&block.text, SHORT) => {
                block.kind = Some(BlockKind::Title);
                return;
            }
            // A breadcrumb, a date.
            None if is_long(&block.text, 80) => return,
            _ => {}
        }
    }
}

/// A short bold line between paragraphs heads what follows; before any of them it is the lead, after them a signature.
fn bold_headings(blocks: &mut [Block]) {
    let body = |block: &Block| block.kind.is_none();
    let first = blocks.iter().position(body).unwrap_or(blocks.len());
    let last = blocks.iter().rposition(body).unwrap_or(0);
    for block in blocks.iter_mut().take(last).skip(first + 1) {
        let bold = block.bold == block.solid && block.align != Align::Right;
        if bold
            && block.kind.is_none()
            && !is_long(&block.text, 120)
            && !block.text.contains('\t')
            && !ends_like_text(&block.text)
        {
            block.kind = Some(BlockKind::Heading);
        }
    }
}

/// Whether the body text among `blocks` is that of teasers: under as many linked headings, or among more linked text
/// than there is body.
pub(crate) fn is_list(blocks: &[Block]) -> bool {
    let body = |block: &Block| block.kind.is_none();
    let Some(last) = blocks.iter().rposition(body) else {
        return blocks.iter().any(|block| block.linked > 0);
    };
    let (mut paragraphs, mut teasers, mut links, mut plain, mut linked) = (0, 0, 0, 0, 0);
    for block in blocks.iter().take(last + 1) {
        linked += block.linked;
        if body(block) {
            paragraphs += 1;
            plain += block.solid - block.linked.min(block.solid);
        } else if is_link(block) {
            links += 1;
            teasers += usize::from(block.headed);
        }
    }
    (teasers >= 3 && teasers * 2 >= paragraphs) || (links >= 5 && linked > plain)
}

fn is_link(block: &Block) -> bool {
    let linked = block.linked * 5 >= block.solid * 4;
    linked && !block.titled && (!is_long(&block.text, SHORT) || !is_sentence(&block.text))
}

fn is_caption(block: &Block) -> bool {
    let set_apart = block.align == Align::Center
        || block.italic * 5 >= block.solid * 4
        || block.in_picture_table();
    (block.after_picture || block.in_picture_table()) && set_apart && !is_long(&block.text, SHORT)
}

pub(crate) fn is_long(text: &str, characters: usize) -> bool {
    text.chars().nth(characters).is_some()
}

fn is_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '»', ')', '/']).ends_with(['.', '!', '?', '…'])
}

fn ends_like_text(text: &str) -> bool {
    text.ends_with(['.', ',', ';', '/', '…', ')'])
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// The block is nothing but the words of a button or a counter.
    Alone,
    /// It opens a list of other articles.
    Opens,
}

/// Headings of lists of other articles, lower case.
const OPENS: [&str; 18] = [
    "tin liên quan",
    "tin bài liên quan",
    "bài liên quan",
    "bài viết liên quan",
    "tin, bài liên quan",
    "các tin khác",
    "các tin liên quan",
    "tin khác",
    "tin mới",
    "tin mới nhất",
    "tin cùng chuyên mục",
    "cùng chuyên mục",
    "bài cùng chuyên mục",
    "các bài viết khác",
    "có thể bạn quan tâm",
    "đọc thêm",
    "xem thêm",
    "tin đọc nhiều",
];

/// Words of buttons, counters and forms, lower case.
const ALONE: [&str; 25] = [
    "chia sẻ",
    "in bài",
    "in bài viết",
    "in tin",
    "gửi",
    "gửi email",
    "gửi bình luận",
    "bình luận",
    "ý kiến bạn đọc",
    "độc giả bình luận",
    "xem với cỡ chữ",
    "cỡ chữ",
    "từ khóa",
    "từ khoá",
    "tags",
    "quay lại",
    "trở về",
    "về đầu trang",
    "lượt xem",
    "số lượt xem",
    "theo dõi",
    "nghe bài viết",
    "facebook",
    "zalo",
    "đánh giá",
];

fn cue(text: &str) -> Option<Cue> {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    // No cue is longer; most blocks end here.
    let head: String = text.chars().take(40).flat_map(char::to_lowercase).collect();
    let bare = head.trim_end_matches(|c: char| !c.is_alphabetic());
    let whole = !is_long(text, 40);
    if whole && OPENS.contains(&bare) {
        return Some(Cue::Opens);
    }
    if whole && ALONE.contains(&bare) {
        return Some(Cue::Alone);
    }
    // `Đọc thêm: …`, `Từ khóa: …`: one block with its links, or with their words alone.
    let (label, _) = head.split_once(':')?;
    let label = label.trim();
    (!is_sentence(text) && (OPENS.contains(&label) || ALONE.contains(&label))).then_some(Cue::Alone)
}

/// Whether a block is nothing but a time stamp: a day with its year, perhaps weekday, clock and the words around them.
pub(crate) fn is_time_stamp(text: &str) -> bool {
    if is_long(text, 80) {
        return false;
    }
    let lower = text.to_lowercase();
    let mut day = false;
    for word in lower.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '(' | ')' | ';'))
    {
        let word = word.trim_matches(|c: char| matches!(c, ':' | '-' | '–' | '.'));
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            day |= is_day(word);
        } else if !word.is_empty() && !STAMP_WORDS.contains(&word) {
            return false;
        }
    }
    day
}

const STAMP_WORDS: [&str; 30] = [
    "thứ",
    "hai",
    "ba",
    "tư",
    "năm",
    "sáu",
    "bảy",
    "chủ",
    "nhật",
    "ngày",
    "tháng",
    "giờ",
    "phút",
    "lúc",
    "đăng",
    "xuất",
    "bản",
    "cập",
    "cập nhật",
    "gửi",
    "am",
    "pm",
    "sa",
    "ch",
    "gmt+7",
    "gmt",
    "(gmt+7)",
    "/",
    "h",
    "bài",
];

fn is_day(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
    let [day, month, year] = parts.as_slice() else { return false };
    let number = |part: &str, most: usize| {
        part.len() <= most && part.bytes().all(|b| b.is_ascii_digit()) && !part.is_empty()
    };
    number(day, 2) && number(month, 2) && year.len() == 4 && number(year, 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_whole_blocks() {
        for (text, expected) in [
            (">>> Tin liên quan", Some(Cue::Opens)),
            ("Các tin khác:", Some(Cue::Opens)),
            ("Bình luận (3)", Some(Cue::Alone)),
            ("Đọc thêm: Hà Nội mưa lớn", Some(Cue::Alone)),
            ("Từ khóa: Hà Nội, mưa", Some(Cue::Alone)),
            ("Bình luận về dự thảo, ông nói chưa đủ.", None),
            ("Gửi: Ủy ban nhân dân tỉnh cùng các sở để thực hiện.", None),
            ("", None),
        ] {
            assert_eq!(cue(text), expected, "{text}");
        }
    }

    #[test]
    fn time_stamps_are_nothing_else() {
        for text in [
            "Thứ 6, 21/03/2025 | 15:45",
            "Đăng ngày 28-08-2017 15:40",
            "19/7/2024 08:30 (GMT+7)",
            "Chủ nhật, 1.2.2024",
        ] {
            assert!(is_time_stamp(text), "{text}");
        }
        for text in
            ["Sáng 19/7/2024, Chính phủ họp", "15:45", "Thứ sáu", "", "Quyết định 12/2021/QĐ-TTg"]
        {
            assert!(!is_time_stamp(text), "{text}");
        }
    }
}
