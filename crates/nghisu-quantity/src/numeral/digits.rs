//! One token of digits, points and commas.

use nghisu_document::layers::Decimal;

/// How the separators of a token of digits are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Separators {
    /// `2021`, `08`: none.
    None,
    /// `40.590`, `1.234.567`: points that part thousands.
    PointThousands,
    /// `71,79`, `1.234,5`: the Vietnamese way beyond doubt.
    CommaDecimal,
    /// `6.8`, `1,234.5`: the foreign way beyond doubt.
    PointDecimal,
    /// `1,234,567`: the foreign way beyond doubt.
    CommaThousands,
    /// `1,234`: a decimal in Vietnamese, thousands the foreign way.
    CommaThree,
}

/// What a token of digits says by its form alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Literal {
    /// How its separators are read.
    pub(crate) separators: Separators,
    /// All digits in a row.
    digits: i128,
    /// How many of them stand behind the last separator.
    after: u8,
    /// How many digits there are.
    pub(crate) count: u8,
    /// It begins with a zero.
    pub(crate) leading_zero: bool,
}

/// How the article at hand writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Habit {
    vietnamese: u32,
    foreign: u32,
}

impl Habit {
    /// Counts one number's evidence.
    pub(crate) fn note(&mut self, literal: &Literal) {
        match literal.separators {
            Separators::CommaDecimal => self.vietnamese += 1,
            Separators::PointThousands if literal.after == 3 && literal.count > 6 => {
                self.vietnamese += 1;
            }
            Separators::PointDecimal | Separators::CommaThousands => self.foreign += 1,
            _ => {}
        }
    }

    /// Whether the article writes `1,234.5`.
    pub(crate) fn is_foreign(self) -> bool {
        self.foreign > 0 && self.vietnamese == 0
    }
}

/// More digits than any figure of the news has; what is longer is a code.
const MOST_DIGITS: usize = 30;

impl Literal {
    /// Reads a token of digits; `None` for what is no number: `19.7.2024`, `1.5.2`, a code.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut digits: i128 = 0;
        let (mut count, mut after) = (0usize, 0usize);
        // The groups behind the first, by separator, and whether all hold three digits.
        let (mut points, mut commas, mut last) = (0u32, 0u32, 0u8);
        let mut threes = true;
        let mut first = 0usize;
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => {
                    digits = digits.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
                    count += 1;
                    after += 1;
                }
                b'.' | b',' => {
                    if points + commas == 0 {
                        first = after;
                    } else {
                        threes &= after == 3;
                    }
                    if byte == b'.' {
                        points += 1
                    } else {
                        commas += 1
                    }
                    last = byte;
                    after = 0;
                }
                _ => return None,
            }
        }
        if count == 0 || count > MOST_DIGITS {
            return None;
        }
        let leading_zero = text.starts_with('0');
        let may_group = (1..=3).contains(&first) && !leading_zero;
        let separators = match (points, commas) {
            (0, 0) => {
                after = 0;
                Separators::None
            }
            (1, 0) if may_group && after == 3 => Separators::PointThousands,
            (1, 0) => Separators::PointDecimal,
            (_, 0) if may_group && threes && after == 3 => Separators::PointThousands,
            (0, 1) if may_group && after == 3 => Separators::CommaThree,
            (0, 1) => Separators::CommaDecimal,
            (0, _) if may_group && threes && after == 3 => Separators::CommaThousands,
            (_, 1) if last == b',' && may_group && threes => Separators::CommaDecimal,
            (1, _) if last == b'.' && may_group && threes => Separators::PointDecimal,
            _ => return None,
        };
        let (after, count) = (after as u8, count as u8);
        Some(Self { separators, digits, after, count, leading_zero })
    }

    /// The value, where the ambiguous forms have been decided.
    pub(crate) fn value(&self, thousands: bool) -> Decimal {
        match self.separators {
            Separators::None | Separators::CommaThousands => Decimal::new(self.digits, 0),
            Separators::PointThousands | Separators::CommaThree if thousands => {
                Decimal::new(self.digits, 0)
            }
            _ => Decimal::new(self.digits, self.after),
        }
    }

    /// The value as a small whole number: a day, a month, a year.
    pub(crate) fn small(&self) -> Option<u16> {
        if self.separators == Separators::None { u16::try_from(self.digits).ok() } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_read_by_their_form() {
        for (text, separators, thousands, decimal) in [
            ("2021", Separators::None, "2021", "2021"),
            ("08", Separators::None, "8", "8"),
            ("40.590", Separators::PointThousands, "40590", "40.59"),
            ("1.234.567", Separators::PointThousands, "1234567", "1234.567"),
            ("71,79", Separators::CommaDecimal, "71.79", "71.79"),
            ("0,725", Separators::CommaDecimal, "0.725", "0.725"),
            ("1.234,5", Separators::CommaDecimal, "1234.5", "1234.5"),
            ("6.8", Separators::PointDecimal, "6.8", "6.8"),
            ("1,234.5", Separators::PointDecimal, "1234.5", "1234.5"),
            ("1,234,567", Separators::CommaThousands, "1234567", "1234567"),
            ("1,234", Separators::CommaThree, "1234", "1.234"),
        ] {
            let literal = Literal::read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(literal.separators, separators, "{text}");
            assert_eq!(literal.value(true).to_string(), thousands, "{text}");
            assert_eq!(literal.value(false).to_string(), decimal, "{text}");
        }
        for text in ["", "19.7.2024", "1.5.2", "1,2,3", "4.0.", &"9".repeat(31)] {
            assert_eq!(Literal::read(text), None, "{text}");
        }
    }
}
