//! Letter case, for text in NFC or not.

use crate::letter::Vowel;
use crate::normalize::joins;

/// Appends `letter` in lower case: the Vietnamese and ASCII letters by table, others as Unicode has them.
pub(crate) fn push_lower(letter: char, into: &mut String) {
    match letter {
        '\0'..='\x7F' => into.push(letter.to_ascii_lowercase()),
        'Đ' => into.push('đ'),
        _ => match Vowel::of(letter) {
            Some(vowel) => into.push(vowel.lower().letter()),
            None => into.extend(letter.to_lowercase()),
        },
    }
}

fn push_upper(letter: char, into: &mut String) {
    match letter {
        '\0'..='\x7F' => into.push(letter.to_ascii_uppercase()),
        'đ' => into.push('Đ'),
        _ => match Vowel::of(letter) {
            Some(vowel) => into.push(vowel.upper().letter()),
            None => into.extend(letter.to_uppercase()),
        },
    }
}

/// Writes `text` in lower case to `into`, which is cleared first. Nothing is allocated once `into` has room.
///
/// ```
/// let mut lower = String::new();
/// nghisu_text::to_lower("HỘI ĐỒNG NHÂN DÂN", &mut lower);
/// assert_eq!(lower, "hội đồng nhân dân");
/// ```
pub fn to_lower(text: &str, into: &mut String) {
    into.clear();
    text.chars().for_each(|letter| push_lower(letter, into));
}

/// Writes `text` in upper case to `into`, which is cleared first.
pub fn to_upper(text: &str, into: &mut String) {
    into.clear();
    text.chars().for_each(|letter| push_upper(letter, into));
}

/// Writes `text` to `into`, which is cleared first, with each word's first letter in upper case and the others in lower case:
/// the way names of persons and places are written. A digit or an apostrophe inside a word begins no new one.
///
/// ```
/// let mut name = String::new();
/// nghisu_text::title_case("NGUYỄN THỊ ÁNH, ĐẮK LẮK", &mut name);
/// assert_eq!(name, "Nguyễn Thị Ánh, Đắk Lắk");
/// ```
pub fn title_case(text: &str, into: &mut String) {
    into.clear();
    let mut inside = false;
    for letter in text.chars() {
        if inside {
            push_lower(letter, into);
        } else {
            push_upper(letter, into);
        }
        inside =
            letter.is_alphanumeric() || joins(letter) || (inside && matches!(letter, '\'' | '’'));
    }
}

#[cfg(test)]
mod tests {
    use super::{title_case, to_lower, to_upper};
    use proptest::prelude::*;

    fn written(write: fn(&str, &mut String), text: &str) -> String {
        let mut into = String::from("before");
        write(text, &mut into);
        into
    }

    #[test]
    fn names() {
        for (text, expected) in [
            ("TRẦN VĂN Ơn", "Trần Văn Ơn"),
            ("y tế đà nẵng", "Y Tế Đà Nẵng"),
            ("buôn ma-thuột", "Buôn Ma-Thuột"),
            ("Y'BLÔ kso̱r", "Y'blô Kso̱r"),
            ("quý 3a", "Quý 3a"),
            ("e\u{302}\u{301}", "E\u{302}\u{301}"),
        ] {
            assert_eq!(written(title_case, text), expected);
        }
    }

    proptest! {
        #[test]
        fn cases_are_those_of_unicode(text in "[\\PCđĐạẠơƠứỨ]*") {
            let letters = |case: fn(char) -> String| text.chars().map(case).collect::<String>();
            prop_assert_eq!(written(to_lower, &text), letters(|letter| letter.to_lowercase().collect()));
            prop_assert_eq!(written(to_upper, &text), letters(|letter| letter.to_uppercase().collect()));
        }
    }
}
