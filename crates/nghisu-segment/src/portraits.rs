//! What is said under a picture, told from a sentence of the text by its grammar alone.

use crate::cues::{Cue, Cues};
use crate::marks::{Mark, mark};
use nghisu_document::layers::{Shape, Token};

/// The longest line that is weighed, in tokens.
const LONGEST: usize = 28;

/// How much the grammar of one sentence is that of a caption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    /// A sentence like any other.
    None,
    /// It says something of no one, or of someone without any word of tense or report: `Thủ tướng
    /// Nguyễn Văn An bắt tay các đại biểu.`
    Bare,
    /// It is nothing but offices and names: `Bộ trưởng Bộ Tài chính Lê Văn Bình.`
    Portrait,
}

/// The likeness of one sentence, final mark and all.
pub(crate) fn likeness(text: &str, tokens: &[Token], cues: &Cues) -> Likeness {
    let first = tokens.first().is_some_and(|t| t.shape.contains(Shape::CAPITAL));
    if tokens.len() > LONGEST || !first || cues.at(tokens, Cue::Opening).is_some() {
        return Likeness::None;
    }
    let quotes = |t: &Token| {
        matches!(mark(text, t), Some(Mark::Quote | Mark::QuoteOpen))
            || t.span.slice(text).starts_with(['”', '’'])
    };
    if tokens.iter().any(quotes) || cues.within(tokens, Cue::Predicate) {
        return Likeness::None;
    }
    let (mut at, mut run, mut name, mut bracket, mut offices) = (0, 0, false, false, true);
    let mut office_seen = false;
    while let Some(token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        let word = token.shape.contains(Shape::SYLLABLE | Shape::CAPITAL);
        let office = cues.at(rest, Cue::Office);
        // `Lê Văn An`, not `Bộ Tài chính`: two capitals in a row, no office between.
        office_seen |= office.is_some();
        run = if word && office.is_none() { run + 1 } else { 0 };
        name |= run >= 2;
        offices &= match mark(text, token) {
            Some(role) => {
                bracket = token.span.slice(text) == "(" || (bracket && role != Mark::Close);
                role != Mark::Final && role != Mark::Colon
            }
            None => office.is_some() || token.shape.contains(Shape::CAPITAL) || bracket,
        };
        at += office.unwrap_or(1);
    }
    match (name, offices) {
        (true, true) if office_seen && tokens.len() <= LONGEST - 6 => Likeness::Portrait,
        (true, _) => Likeness::Bare,
        _ => Likeness::None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Likeness, likeness};
    use crate::cues::Cues;
    use crate::tokens::cut;
    use nghisu_document::layers::Vocabulary;

    #[test]
    fn portraits_are_offices_and_names() {
        let mut vocabulary = Vocabulary::default();
        let cues = Cues::new(&mut vocabulary);
        let mut tokens = Vec::new();
        for (expected, line) in [
            (Likeness::Portrait, "Bộ trưởng Bộ Tài chính Lê Văn Bình."),
            (Likeness::Portrait, "Nguyên phó Ban Tổ chức Trung ương Vũ Thị Chi."),
            (Likeness::Portrait, "Ông Lê Văn Bình, phó tổng Thanh tra Chính phủ."),
            (Likeness::Portrait, "Ông Lê Văn Bình (bên trái)."),
            (Likeness::Bare, "Chủ tịch nước Lê Văn Bình bắt tay các đại biểu."),
            (Likeness::Bare, "Bà Vũ Thị Chi trong buổi làm việc sáng 4/9."),
            // The rest of a line that was broken behind `TP.`.
            (Likeness::Bare, "Hồ Chí Minh."),
            (Likeness::None, "Ông Lê Văn Bình đã nghỉ hưu."),
            (Likeness::None, "Ông Lê Văn Bình là bộ trưởng."),
            (Likeness::None, "Ngày 4/9, ông Lê Văn Bình thăm Huế."),
            (Likeness::None, "Tổng vốn khoảng 40 tỷ đồng."),
            (Likeness::None, "“Việc ấy, ông Lê Văn Bình lo”."),
        ] {
            tokens.clear();
            cut(line, &mut vocabulary, &mut tokens);
            assert_eq!(likeness(line, &tokens, &cues), expected, "{line}");
        }
    }
}
