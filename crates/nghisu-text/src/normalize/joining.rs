//! Which characters may join the one before them in a canonical composition.

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

const CLASSES: CanonicalCombiningClassMapBorrowed<'static> =
    CanonicalCombiningClassMapBorrowed::new();

/// Whether `letter` belongs to the cluster of the character before it: a combining mark, or a starter that composes backward.
pub(crate) fn joins(letter: char) -> bool {
    match letter {
        '\0'..='\u{2FF}' | '\u{1E00}'..='\u{1FFF}' => false,
        '\u{300}'..='\u{34E}' | '\u{350}'..='\u{36F}' => true,
        _ => CLASSES.get_u8(letter) != 0 || composes_backward(letter),
    }
}

/// Starters that combine with the character before, or whose own decomposition begins with a mark. Unicode gives them
/// `NFC_Quick_Check=Maybe` or `No`; a test holds the list against the data of the normalizer.
fn composes_backward(letter: char) -> bool {
    matches!(
        letter,
        '\u{9BE}' | '\u{9D7}' | '\u{B3E}' | '\u{B56}' | '\u{B57}' | '\u{BBE}' | '\u{BD7}' | '\u{CC2}' | '\u{CD5}' | '\u{CD6}' | '\u{D3E}' | '\u{D57}' | '\u{DCF}' | '\u{DDF}'
            | '\u{F73}' | '\u{F75}' | '\u{F81}' | '\u{102E}' | '\u{1161}'..='\u{1175}' | '\u{11A8}'..='\u{11C2}' | '\u{1B35}'
            | '\u{11127}'
            | '\u{1133E}' | '\u{11357}'
            | '\u{113B8}' | '\u{113BB}' | '\u{113C2}' | '\u{113C5}' | '\u{113C7}'..='\u{113C9}'
            | '\u{114B0}' | '\u{114BA}' | '\u{114BD}' | '\u{115AF}' | '\u{11930}'
            | '\u{1611E}'..='\u{16129}' | '\u{16D67}' | '\u{16D68}'
    )
}

#[cfg(test)]
mod tests {
    use super::joins;
    use icu_normalizer::properties::{
        CanonicalCombiningClassMapBorrowed, CanonicalDecompositionBorrowed, Decomposed,
    };
    use std::collections::BTreeSet;

    #[test]
    fn the_list_is_what_the_unicode_data_says() {
        let (data, classes) =
            (CanonicalDecompositionBorrowed::new(), CanonicalCombiningClassMapBorrowed::new());
        let all = || (0..=0x10FFFF).filter_map(char::from_u32);
        let mut expected: BTreeSet<char> =
            all().filter(|letter| classes.get_u8(*letter) != 0).collect();
        let composition = icu_normalizer::properties::CanonicalCompositionBorrowed::new();
        for letter in all() {
            if let Decomposed::Expansion(first, second) = data.decompose(letter)
                && composition.compose(first, second) == Some(letter)
            {
                expected.insert(second);
            }
        }
        // Through decomposition: whatever begins with a joining character joins.
        for letter in all() {
            let first = match data.decompose(letter) {
                Decomposed::Expansion(first, _) | Decomposed::Singleton(first) => first,
                Decomposed::Default => continue,
            };
            if expected.contains(&first) {
                expected.insert(letter);
            }
        }
        let found: BTreeSet<char> = all().filter(|letter| joins(*letter)).collect();
        let names = |set: BTreeSet<char>| {
            set.into_iter().map(|letter| format!("{:X}", letter as u32)).collect::<Vec<_>>()
        };
        assert_eq!(names(expected.difference(&found).copied().collect()), [""; 0], "missing");
        assert_eq!(names(found.difference(&expected).copied().collect()), [""; 0], "superfluous");
    }
}
