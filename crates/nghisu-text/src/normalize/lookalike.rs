//! Cyrillic and Greek letters typed for Latin ones.

use super::builder::Steps;
use super::joining::joins;

/// Whether a letter is of a script that has doubles of Latin letters.
pub(super) const fn is_suspect(letter: char) -> bool {
    matches!(letter, '\u{370}'..='\u{3FF}' | '\u{400}'..='\u{52F}' | '\u{1F00}'..='\u{1FFF}')
}

/// The Latin letter that looks the same.
pub(super) const fn latin(letter: char) -> Option<char> {
    Some(match letter {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        'У' | 'Υ' => 'Y',
        'Ζ' => 'Z',
        'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'і' => 'i',
        'ј' => 'j',
        'о' | 'ο' => 'o',
        'р' => 'p',
        'ѕ' => 's',
        'х' => 'x',
        'у' => 'y',
        _ => return None,
    })
}

/// What was decided for the word that ends at `end`.
#[derive(Clone, Copy, Default)]
pub(super) struct Decision {
    /// First byte after the word.
    pub(super) end: usize,
    /// Its Cyrillic and Greek letters are meant as Latin ones.
    pub(super) latin: bool,
}

/// Judges the word around the first suspect letter in it, at `at`.
pub(super) fn judge(steps: Steps, text: &str, at: usize) -> Decision {
    let before = text.get(..at).unwrap_or_default().chars().rev();
    let left = before.take_while(|letter| belongs(steps, *letter));
    // To the left stand letters without a suspect among them.
    let (mut has_latin, mut all_latin) = (false, true);
    for letter in left.filter(|letter| letter.is_alphabetic() && !joins(*letter)) {
        has_latin = true;
        all_latin &= is_latin(letter);
    }
    let mut end = text.len();
    for (index, letter) in text.get(at..).unwrap_or_default().char_indices() {
        if !belongs(steps, letter) {
            end = at + index;
            break;
        }
        if is_suspect(letter) {
            all_latin &= latin(letter).is_some();
        } else if is_latin(letter) {
            has_latin = true;
        } else if letter.is_alphabetic() && !joins(letter) {
            // Of another script, or a sign that is a letter to Unicode: the numeral sign U+0374
            // composes to such a one.
            all_latin = false;
        }
    }
    Decision { end, latin: has_latin && all_latin }
}

/// What a word consists of; invisible characters will be gone.
fn belongs(steps: Steps, letter: char) -> bool {
    letter.is_alphabetic() || joins(letter) || steps.deletes(letter)
}

fn is_latin(letter: char) -> bool {
    matches!(letter, 'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{256}' | '\u{1E00}'..='\u{1EFF}' | '\u{212A}' | '\u{212B}' | '\u{FB00}'..='\u{FB06}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}')
}
