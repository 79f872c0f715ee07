//! The vowel letters of Vietnamese: twelve letters, six tones, two cases.
//!
//! Source: the alphabet of the Ministry of Education's decision 240/QĐ of 5 March 1984; Unicode chart U1EA0 to U1EF9.

/// The six tones, in the order of Vietnamese school grammars and dictionaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// `ngang`, unmarked: `ma`.
    #[default]
    Ngang,
    /// `huyền`, grave: `mà`.
    Huyen,
    /// `sắc`, acute: `má`.
    Sac,
    /// `hỏi`, hook above: `mả`.
    Hoi,
    /// `ngã`, tilde: `mã`.
    Nga,
    /// `nặng`, dot below: `mạ`.
    Nang,
}

impl Tone {
    /// All six, in dictionary order.
    pub const ALL: [Self; 6] =
        [Self::Ngang, Self::Huyen, Self::Sac, Self::Hoi, Self::Nga, Self::Nang];

    /// The combining mark that writes the tone; none for `ngang`.
    #[must_use]
    pub const fn mark(self) -> Option<char> {
        match self {
            Self::Ngang => None,
            Self::Huyen => Some('\u{300}'),
            Self::Sac => Some('\u{301}'),
            Self::Hoi => Some('\u{309}'),
            Self::Nga => Some('\u{303}'),
            Self::Nang => Some('\u{323}'),
        }
    }

    const fn of_mark(mark: char) -> Option<Self> {
        Some(match mark {
            '\u{300}' => Self::Huyen,
            '\u{301}' => Self::Sac,
            '\u{309}' => Self::Hoi,
            '\u{303}' => Self::Nga,
            '\u{323}' => Self::Nang,
            _ => return None,
        })
    }
}

/// Rows: a letter in its six tones, lower case then upper case.
const ROWS: [[char; 6]; 24] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'],
    ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
    ['A', 'À', 'Á', 'Ả', 'Ã', 'Ạ'],
    ['Ă', 'Ằ', 'Ắ', 'Ẳ', 'Ẵ', 'Ặ'],
    ['Â', 'Ầ', 'Ấ', 'Ẩ', 'Ẫ', 'Ậ'],
    ['E', 'È', 'É', 'Ẻ', 'Ẽ', 'Ẹ'],
    ['Ê', 'Ề', 'Ế', 'Ể', 'Ễ', 'Ệ'],
    ['I', 'Ì', 'Í', 'Ỉ', 'Ĩ', 'Ị'],
    ['O', 'Ò', 'Ó', 'Ỏ', 'Õ', 'Ọ'],
    ['Ô', 'Ồ', 'Ố', 'Ổ', 'Ỗ', 'Ộ'],
    ['Ơ', 'Ờ', 'Ớ', 'Ở', 'Ỡ', 'Ợ'],
    ['U', 'Ù', 'Ú', 'Ủ', 'Ũ', 'Ụ'],
    ['Ư', 'Ừ', 'Ứ', 'Ử', 'Ữ', 'Ự'],
    ['Y', 'Ỳ', 'Ý', 'Ỷ', 'Ỹ', 'Ỵ'],
];

/// The letter without diacritics, a row each.
const BASES: [char; 12] = ['a', 'a', 'a', 'e', 'e', 'i', 'o', 'o', 'o', 'u', 'u', 'y'];

const LOW: usize = 0x1B1;
const HIGH_START: usize = 0x1EA0;
const HIGH: usize = 0x5A;

/// For each code point its place in `ROWS`, 8 + 8 * row + tone; 0 is not a vowel.
struct Places {
    low: [u8; LOW],
    high: [u8; HIGH],
}

#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler: a wrong index does not build"
)]
const fn places() -> Places {
    let mut places = Places { low: [0; LOW], high: [0; HIGH] };
    let mut index = 0;
    while index < 24 * 6 {
        let code = ROWS[index / 6][index % 6] as usize;
        let place = (8 + 8 * (index / 6) + index % 6) as u8;
        if code < LOW {
            places.low[code] = place;
        } else {
            places.high[code - HIGH_START] = place;
        }
        index += 1;
    }
    places
}

static PLACES: Places = places();

/// A vowel letter taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Vowel {
    row: u8,
    tone: Tone,
}

impl Vowel {
    /// `None` when `letter` is no vowel letter of Vietnamese.
    #[inline]
    pub(crate) fn of(letter: char) -> Option<Self> {
        let code = letter as usize;
        let place = match PLACES.low.get(code) {
            Some(place) => *place,
            None => *PLACES.high.get(code.checked_sub(HIGH_START)?)?,
        };
        let row = (place >> 3).checked_sub(1)?;
        Some(Self { row, tone: *Tone::ALL.get(usize::from(place & 7))? })
    }

    #[inline]
    pub(crate) fn letter(self) -> char {
        let row = ROWS.get(usize::from(self.row));
        row.and_then(|row| row.get(self.tone as usize)).copied().unwrap_or_default()
    }

    pub(crate) const fn tone(self) -> Tone {
        self.tone
    }

    pub(crate) const fn with_tone(self, tone: Tone) -> Self {
        Self { row: self.row, tone }
    }

    /// The row of the letter in lower case, from 0 to 11 in the order of the alphabet.
    pub(crate) const fn lower_row(self) -> u8 {
        self.row % 12
    }

    pub(crate) const fn lower(self) -> Self {
        Self { row: self.row % 12, tone: self.tone }
    }

    pub(crate) const fn upper(self) -> Self {
        Self { row: 12 + self.row % 12, tone: self.tone }
    }

    /// Whether the letter has this combining mark.
    pub(crate) fn has(self, mark: char) -> bool {
        match mark {
            BREVE => self.row % 12 == 1,
            CIRCUMFLEX => matches!(self.row % 12, 2 | 4 | 7),
            HORN => matches!(self.row % 12, 8 | 10),
            _ => self.tone.mark() == Some(mark),
        }
    }

    /// The ASCII letter under the marks, in lower case.
    pub(crate) fn base(self) -> char {
        BASES.get(usize::from(self.row % 12)).copied().unwrap_or_default()
    }

    /// The letter with one more combining mark; `None` when it has that kind of mark already, or the mark is not Vietnamese.
    #[inline]
    pub(crate) fn add(self, mark: char) -> Option<Self> {
        if let Some(tone) = Tone::of_mark(mark) {
            return (self.tone == Tone::Ngang).then_some(self.with_tone(tone));
        }
        let step = match (self.row % 12, mark) {
            (0, BREVE) => 1,
            (0, CIRCUMFLEX) => 2,
            (3 | 6, CIRCUMFLEX) => 1,
            (6, HORN) => 2,
            (9, HORN) => 1,
            _ => return None,
        };
        Some(Self { row: self.row + step, tone: self.tone })
    }
}

pub(crate) const CIRCUMFLEX: char = '\u{302}';
pub(crate) const BREVE: char = '\u{306}';
pub(crate) const HORN: char = '\u{31B}';

#[cfg(test)]
mod tests {
    use super::{ROWS, Tone, Vowel};

    #[test]
    fn every_vowel_comes_apart_and_together_again() {
        for letters in ROWS {
            for (tone, letter) in Tone::ALL.iter().zip(&letters) {
                let vowel = Vowel::of(*letter).unwrap();
                assert_eq!((vowel.letter(), vowel.tone()), (*letter, *tone));
                assert_eq!(letter.to_lowercase().to_string(), vowel.lower().letter().to_string());
                assert_eq!(letter.to_uppercase().to_string(), vowel.upper().letter().to_string());
            }
        }
    }

    #[test]
    fn other_letters_are_no_vowels() {
        for letter in ['b', 'đ', 'Đ', 'ä', 'ė', '\0', 'ỻ', '\u{1E9F}', 'ש', '\u{10FFFF}'] {
            assert_eq!(Vowel::of(letter), None, "{letter}");
        }
    }

    #[test]
    fn marks_are_added_as_unicode_composes_them() {
        let nfc = icu_normalizer::ComposingNormalizerBorrowed::new_nfc();
        for letter in ROWS.iter().flatten() {
            for mark in [
                '\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}', '\u{302}', '\u{306}',
                '\u{31B}',
            ] {
                if let Some(sum) = Vowel::of(*letter).unwrap().add(mark) {
                    // A quality mark after a tone mark of its own class is the misordering that Unicode keeps.
                    let spelled: String = if Vowel::of(*letter).unwrap().tone() == Tone::Ngang {
                        [*letter, mark].iter().collect()
                    } else {
                        let vowel = Vowel::of(*letter).unwrap();
                        [vowel.with_tone(Tone::Ngang).letter(), mark, vowel.tone().mark().unwrap()]
                            .iter()
                            .collect()
                    };
                    assert_eq!(nfc.normalize(&spelled), sum.letter().to_string());
                }
            }
        }
    }
}
