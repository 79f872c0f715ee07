//! Photographers' credits: where one ends that a scraper joined to the text.

use crate::marks::{Mark, mark};
use nghisu_document::layers::{Shape, Token};

/// The longest credit in tokens: `(Ảnh minh họa: Nguyễn Văn An/Báo Điện tử Chính phủ)`.
pub(crate) const LONGEST_CREDIT: usize = 18;

/// Whether the colon at `i` stands behind `Ảnh`, `Ảnh minh họa`, `Ảnh tư liệu`, `(Nguồn`.
pub(crate) fn is_credit(text: &str, tokens: &[Token], i: usize) -> bool {
    let before = tokens.get(i.saturating_sub(3)..i).unwrap_or_default();
    let surface = |t: &Token| t.span.slice(text);
    before.iter().any(|t| matches!(surface(t), "Ảnh" | "ảnh" | "ẢNH"))
        || matches!(before, [.., bracket, source]
            if surface(bracket) == "(" && matches!(surface(source), "Nguồn" | "nguồn"))
}

/// Words that begin a sentence, and are written small within one and in names.
const STARTERS: [&str; 31] = [
    "Theo", "Buổi", "Cuộc", "Tại", "Trong", "Trước", "Sau", "Hôm", "Tuy", "Như", "Đây", "Bên",
    "Được", "Đến", "Từ", "Với", "Để", "Khi", "Nếu", "Nhưng", "Việc", "Những", "Các", "Hiện",
    "Cũng", "Cùng", "Ngoài", "Còn", "Vừa", "Ông", "Nhiều",
];
/// Words that begin a sentence where a number stands behind them (`Ngày 9/7`, `Ngày Quốc tế`).
const DAYS: [&str; 6] = ["Ngày", "Sáng", "Trưa", "Chiều", "Tối", "Đêm"];
/// The longest name of a photographer, in tokens.
const LONGEST_NAME: usize = 6;

/// Whether a sentence begins at `at` though no mark stands before it.
pub(crate) fn starts(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    if !token.shape.contains(Shape::CAPITAL | Shape::SYLLABLE | Shape::SPACE_BEFORE) {
        return false;
    }
    let word = token.span.slice(text);
    let next = tokens.get(at + 1);
    let number = next.is_some_and(|t| t.shape.contains(Shape::NUMBER));
    if word == "Chính" {
        return next.is_some_and(|t| t.span.slice(text) == "vì");
    }
    if word == "Về" {
        return next.is_some_and(|t| !t.shape.contains(Shape::CAPITAL));
    }
    STARTERS.contains(&word) || (number && DAYS.contains(&word))
}

/// Where a credit ends whose colon is at `i`, and the text goes on without a mark: behind the
/// first agency (`TTXVN`, `VGP`, `Chinhphu.vn`) with a capitalized word behind it, before a word
/// that begins sentences, or before the last capital of the photographer's name, since what
/// follows it is written small (`Ảnh: Lê An Giá thuốc không tăng`).
pub(crate) fn credit_end(text: &str, tokens: &[Token], i: usize) -> Option<usize> {
    if !is_credit(text, tokens, i) {
        return None;
    }
    for at in i + 1..(i + LONGEST_CREDIT).min(tokens.len()) {
        let (token, next) = (tokens.get(at)?, tokens.get(at + 1)?);
        let agency = token.shape.intersects(Shape::ABBREVIATION | Shape::OTHER)
            || (token.shape.contains(Shape::UPPER) && token.span.len() > 2);
        let fresh = next.shape.contains(Shape::SPACE_BEFORE | Shape::CAPITAL | Shape::SYLLABLE)
            && !next.shape.contains(Shape::UPPER);
        if agency && fresh {
            return Some(at + 1);
        }
        let name = token.shape.contains(Shape::CAPITAL) || mark(text, token).is_some();
        if mark(text, token) == Some(Mark::Close) {
            return fresh.then_some(at + 1);
        }
        if name && starts(text, tokens, at + 1) {
            return Some(at + 1);
        }
        if !name && at > i + 2 && at <= i + LONGEST_NAME {
            let mut split = at - 1;
            // `Ảnh: Internet Phó Thủ tướng yêu cầu`
            split -= usize::from(split > i + 2 && tokens.get(split - 1)?.span.slice(text) == "Phó");
            let begins = tokens.get(split)?.shape;
            // `Ảnh: Báo Giao thông` is a paper's name.
            let paper = matches!(tokens.get(i + 1)?.span.slice(text), "Báo" | "báo" | "BÁO");
            let cut = begins.contains(Shape::SPACE_BEFORE | Shape::CAPITAL | Shape::SYLLABLE);
            return (cut && !paper).then_some(split);
        }
        if !name || mark(text, token) == Some(Mark::Final) {
            return None;
        }
    }
    None
}
