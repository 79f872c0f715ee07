//! What a token looks like, from its letters alone.

use crate::pieces::Form;
use nghisu_document::layers::Shape;

/// The shape of a token, without the bits that its neighbours decide.
///
/// `vietnamese` is asked at most once, whether the word is a valid written syllable.
pub(crate) fn shape(text: &str, form: Form, vietnamese: impl FnOnce() -> bool) -> Shape {
    match form {
        Form::Number => Shape::NUMBER,
        Form::Mark => Shape::PUNCTUATION,
        Form::Other => Shape::OTHER | capital(text),
        Form::Word => word(text, vietnamese),
    }
}

fn capital(text: &str) -> Shape {
    let first = text.chars().find(|c| c.is_alphabetic());
    if first.is_some_and(char::is_uppercase) { Shape::CAPITAL } else { Shape::empty() }
}

fn word(text: &str, vietnamese: impl FnOnce() -> bool) -> Shape {
    let (mut letters, mut capitals, mut others) = (0, 0, 0);
    for c in text.chars() {
        if c.is_alphabetic() {
            letters += 1;
            capitals += usize::from(c.is_uppercase());
        } else if c.is_ascii_digit() || matches!(c, '²' | '³') {
            others += 1;
        }
    }
    if letters == 0 {
        // Combining marks over nothing.
        return Shape::OTHER;
    }
    let mut shape = capital(text);
    let vietnamese = others == 0 && vietnamese();
    if vietnamese {
        shape |= Shape::VIETNAMESE;
    }
    if capitals == letters && letters > 1 {
        shape |= Shape::UPPER;
    }
    if others == 0 && is_roman(text) {
        shape |= Shape::ROMAN;
    }
    // `TTg`, `ThS` are abbreviations, `YouTube` is a word; so is `HỘI` of a headline in capitals.
    let several = capitals > 1 && capitals * 2 >= letters;
    if others > 0 || (several && !vietnamese) {
        shape | Shape::ABBREVIATION
    } else {
        shape | Shape::SYLLABLE
    }
}

/// `I` to `LXXXIX` as they are written; a lone `L` is a letter.
fn is_roman(text: &str) -> bool {
    let tens = ["LXXX", "LXX", "LX", "XL", "XXX", "XX", "L", "X", ""];
    let ones = ["VIII", "VII", "III", "IV", "VI", "IX", "II", "V", "I", ""];
    text.len() <= 8
        && !text.is_empty()
        && text != "L"
        && tens.iter().any(|t| text.strip_prefix(t).is_some_and(|rest| ones.contains(&rest)))
}

#[cfg(test)]
mod tests {
    use super::shape;
    use crate::pieces::Form;
    use nghisu_document::layers::Shape;

    #[test]
    fn words_abbreviations_and_roman_numerals() {
        let (s, a) = (Shape::SYLLABLE, Shape::ABBREVIATION);
        let (c, u, v, r) = (Shape::CAPITAL, Shape::UPPER, Shape::VIETNAMESE, Shape::ROMAN);
        let cases = [
            ("nghị", s | v),
            ("Nghị", s | v | c),
            ("NGHỊ", s | v | c | u),
            ("Ủy", s | v | c),
            ("UBND", a | c | u),
            ("QĐ", a | c | u),
            ("TTg", a | c),
            ("YouTube", s | c),
            ("km2", a),
            ("m²", a),
            ("KH2021", a | c | u),
            ("4G", a | c),
            ("II", a | c | u | r),
            ("XXI", a | c | u | r),
            ("IIII", a | c | u),
            ("Mbps", s | c),
        ];
        for (text, expected) in cases {
            assert_eq!(
                shape(text, Form::Word, || nghisu_text::is_syllable(text)),
                expected,
                "{text}"
            );
        }
    }
}
