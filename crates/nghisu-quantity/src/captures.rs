//! What a rule's captures say: figures, small numbers, parts of the day.

use crate::numeral::{Literal, Numeral};
use nghisu_document::layers::{Decimal, PartOfDay, Shape, Token, TokenRange, Vocabulary, WordId};
use nghisu_rules::{CaptureId, Match, RuleSet};

/// The names that the rules of the stage give to what they capture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Name {
    Value,
    To,
    Unit,
    Num,
    Den,
    Day,
    Month,
    Year,
    First,
    FirstMonth,
    FirstYear,
    Part,
    This,
    Last,
    Next,
    Dotted,
    Hour,
    Minute,
}

const NAMES: [&str; 18] = [
    "value",
    "to",
    "unit",
    "num",
    "den",
    "day",
    "month",
    "year",
    "first",
    "first_month",
    "first_year",
    "part",
    "this",
    "last",
    "next",
    "dotted",
    "hour",
    "minute",
];

/// The ids of the captures, and of the few words that stand for numbers or parts of the day.
#[derive(Debug, Clone)]
pub(crate) struct Captures {
    ids: [Option<CaptureId>; NAMES.len()],
    parts: Vec<(WordId, PartOfDay)>,
    numbers: Vec<(WordId, i64)>,
}

const PARTS: [(&str, PartOfDay); 8] = [
    ("rạng", PartOfDay::Morning),
    ("sáng", PartOfDay::Morning),
    ("trưa", PartOfDay::Noon),
    ("chiều", PartOfDay::Afternoon),
    ("tối", PartOfDay::Evening),
    ("đêm", PartOfDay::Night),
    ("khuya", PartOfDay::Night),
    ("nửa", PartOfDay::Night),
];

/// Words that number months and ranks only; the first two are months of the lunar year.
const NUMBERS: [(&str, i64); 5] = [("giêng", 1), ("chạp", 12), ("tư", 4), ("nhất", 1), ("nhì", 2)];

impl Captures {
    pub(crate) fn new(vocabulary: &mut Vocabulary, rules: &RuleSet) -> Self {
        Self {
            ids: NAMES.map(|name| rules.capture_id(name)),
            parts: PARTS.map(|(form, part)| (vocabulary.add(form), part)).to_vec(),
            numbers: NUMBERS.map(|(form, n)| (vocabulary.add(form), n)).to_vec(),
        }
    }

    /// The part of the day that a word names.
    pub(crate) fn part_of(&self, token: &Token) -> Option<PartOfDay> {
        self.parts.iter().find(|(word, _)| *word == token.word).map(|(_, part)| *part)
    }
}

/// One match, read.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) numerals: &'a [Numeral],
    /// The candidate that stands for the first numeral.
    pub(crate) first_candidate: u32,
    pub(crate) captures: &'a Captures,
    pub(crate) found: &'a Match<'a>,
}

impl Reading<'_> {
    /// The tokens of a capture.
    pub(crate) fn range(&self, name: Name) -> Option<TokenRange> {
        let id = (*self.captures.ids.get(name as usize)?)?;
        self.found.capture(id).map(|capture| capture.tokens)
    }

    /// Whether there is such a capture.
    pub(crate) fn has(&self, name: Name) -> bool {
        self.range(name).is_some()
    }

    /// The numeral of a capture.
    pub(crate) fn numeral(&self, name: Name) -> Option<&Numeral> {
        let id = (*self.captures.ids.get(name as usize)?)?;
        let index = self.found.capture(id)?.mention?.checked_sub(self.first_candidate)?;
        self.numerals.get(index as usize)
    }

    /// A capture as a small whole number: of digits, of Roman digits, of a word.
    pub(crate) fn small(&self, name: Name) -> Option<u16> {
        if let Some(numeral) = self.numeral(name) {
            return u16::try_from(numeral.value.to_i64()?).ok();
        }
        let range = self.range(name)?;
        let token = self.tokens.get(range.start as usize)?;
        let text = token.span.slice(self.text);
        if token.shape.contains(Shape::NUMBER) {
            return Literal::read(text)?.small();
        }
        if let Some(number) = roman(text).filter(|_| token.shape.contains(Shape::ROMAN)) {
            return Some(number);
        }
        let (_, number) = self.captures.numbers.iter().find(|(word, _)| *word == token.word)?;
        u16::try_from(*number).ok()
    }

    /// A capture as a year of four digits.
    pub(crate) fn year(&self, name: Name) -> Option<u16> {
        self.small(name).filter(|year| (1000..=2999).contains(year))
    }

    /// A capture as a number of any size.
    pub(crate) fn value(&self, name: Name) -> Option<Decimal> {
        match self.numeral(name) {
            Some(numeral) => Some(numeral.value),
            None => self.small(name).map(|n| Decimal::whole(i64::from(n))),
        }
    }

    /// Whether the month is one of the lunar year: `tháng Giêng`.
    pub(crate) fn has_lunar_month(&self) -> bool {
        let Some(range) = self.range(Name::Month) else { return false };
        let word = self.tokens.get(range.start as usize).map(|t| t.word);
        self.captures.numbers.iter().take(2).any(|(lunar, _)| Some(*lunar) == word)
    }

    /// The part of the day that was captured.
    pub(crate) fn part(&self) -> Option<PartOfDay> {
        let range = self.range(Name::Part)?;
        let tokens = self.tokens.get(range.start as usize..range.end as usize)?;
        tokens.iter().find_map(|token| self.captures.part_of(token))
    }

    /// The numbers between the points of one token.
    pub(crate) fn dotted(&self) -> Option<[Option<u16>; 3]> {
        let range = self.range(Name::Dotted)?;
        let text = self.tokens.get(range.start as usize)?.span.slice(self.text);
        let mut parts = text.split('.');
        let mut numbers = [None; 3];
        for number in &mut numbers {
            let Some(part) = parts.next() else { break };
            if part.len() > 4 || !part.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            *number = part.parse().ok();
        }
        parts.next().is_none().then_some(numbers)
    }
}

/// The value of a Roman numeral in capitals.
pub(crate) fn roman(text: &str) -> Option<u16> {
    let mut total = 0u16;
    let mut largest = 0;
    for byte in text.bytes().rev() {
        let digit = match byte {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            b'L' => 50,
            b'C' => 100,
            _ => return None,
        };
        if digit < largest {
            total = total.checked_sub(digit)?;
        } else {
            total = total.checked_add(digit)?;
            largest = digit;
        }
    }
    (total > 0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn roman_numerals() {
        for (text, value) in [("I", 1), ("IV", 4), ("IX", 9), ("XIII", 13), ("XXI", 21)] {
            assert_eq!(roman(text), Some(value), "{text}");
        }
        assert_eq!(roman("A"), None);
        assert_eq!(roman(""), None);
    }
}
