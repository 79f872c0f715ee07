//! The grammar of numerals: groups below a thousand, each with its magnitude words.
//!
//! Where spoken Vietnamese leaves a reading open, the one that speakers mean is taken: a single
//! digit behind a magnitude counts the next power (`một triệu hai` is 1,200,000, `trăm hai` 120),
//! while whole groups are added as they stand (`một triệu một trăm` is 1,000,100), as formal
//! writing has it. `năm` is five only inside a number, never alone: alone it is the year.

use super::{Habit, Literal, NumberWords, Numeral, Separators, words::NumberWord};
use nghisu_document::layers::{Decimal, Layers, Shape, Token, TokenRange};

/// Finds the numerals of an article.
#[derive(Debug, Clone)]
pub(crate) struct Scanner {
    words: NumberWords,
}

/// A group below a thousand, or a token of digits.
#[derive(Debug, Clone, Copy)]
struct Group {
    value: Decimal,
    len: usize,
    /// One digit's word alone, without `linh`: behind a magnitude it counts the next power.
    lone_digit: bool,
    /// It ends in `trăm`.
    hundreds: bool,
    literal: Option<Literal>,
}

/// The sum so far: what stands below `tỷ` apart, since `tỷ` takes all of it.
#[derive(Debug, Default)]
struct Sum {
    above: Option<Decimal>,
    below: Option<Decimal>,
    /// The power of the last term below `tỷ`.
    last_below: u32,
    /// The power of the last term that `tỷ` closed.
    last_above: u32,
}

impl Sum {
    /// Adds `value × 10^powers`; `None` where the text can't mean that.
    fn add(&mut self, value: Decimal, powers: Powers) -> Option<()> {
        let zero = Decimal::whole(0);
        let term = value.times_power_of_ten(powers.below)?;
        if powers.above == 0 {
            if self.below.is_some() && powers.below >= self.last_below {
                return None;
            }
            self.below = Some(self.below.unwrap_or(zero).plus(term)?);
            self.last_below = powers.below;
            return Some(());
        }
        if self.below.is_some() && powers.below >= self.last_below {
            return None;
        }
        let power = powers.below + powers.above;
        if self.above.is_some() && power >= self.last_above {
            return None;
        }
        let block = self.below.take().unwrap_or(zero).plus(term)?;
        let block = block.times_power_of_ten(powers.above)?;
        self.above = Some(self.above.unwrap_or(zero).plus(block)?);
        self.last_above = power;
        Some(())
    }

    fn total(&self) -> Option<Decimal> {
        match (self.above, self.below) {
            (Some(above), Some(below)) => above.plus(below),
            (above, below) => above.or(below),
        }
    }
}

/// Magnitude words in a row: the powers before the first `tỷ`, and from it on.
#[derive(Debug, Clone, Copy, Default)]
struct Powers {
    below: u32,
    above: u32,
    len: usize,
}

impl Powers {
    fn sum(self) -> u32 {
        self.below + self.above
    }
}

/// A sentence never has more; it keeps a hostile text of `tỷ tỷ tỷ …` from a quadratic walk.
const MOST_GROUPS: usize = 16;

impl Scanner {
    pub(crate) fn new(words: NumberWords) -> Self {
        Self { words }
    }

    /// Appends the article's numerals in text order; none crosses a sentence or another.
    pub(crate) fn run(&self, text: &str, layers: &Layers, into: &mut Vec<Numeral>) -> Habit {
        let mut habit = Habit::default();
        for token in &layers.tokens {
            if token.shape.contains(Shape::NUMBER)
                && let Some(literal) = Literal::read(token.span.slice(text))
            {
                habit.note(&literal);
            }
        }
        for sentence in &layers.sentences {
            let tokens = layers.tokens_of(sentence.tokens);
            let mut at = 0;
            while let Some(token) = tokens.get(at) {
                let may_begin =
                    token.shape.contains(Shape::NUMBER) || self.words.of(token) != NumberWord::No;
                if may_begin && let Some(mut numeral) = self.numeral(text, tokens, at, habit) {
                    let len = numeral.tokens.len() as usize;
                    let shift = sentence.tokens.start;
                    let mut start = at;
                    if is_negative(text, tokens, at) {
                        numeral.value = numeral.value.negated();
                        start -= 1;
                    }
                    numeral.tokens =
                        TokenRange::new(shift + start as u32, shift + (at + len) as u32);
                    into.push(numeral);
                    at += len;
                } else {
                    at += 1;
                }
            }
        }
        habit
    }

    /// The numeral that begins at a token, its range counted from the slice's start.
    pub(crate) fn numeral(
        &self,
        text: &str,
        tokens: &[Token],
        start: usize,
        habit: Habit,
    ) -> Option<Numeral> {
        let rest = tokens.get(start..)?;
        let mut sum = Sum::default();
        let (mut at, mut power, mut groups) = (0, 0, 0);
        let mut approx = false;
        let mut words = true;
        let mut separators = None;
        while let Some(group) = self.group(text, tokens, start, at, groups > 0, habit) {
            let first = groups == 0;
            if !first && group.literal.is_some() == words {
                break;
            }
            let behind = at + group.len;
            let powers = self.powers(rest, behind, group.literal.is_some() || group.len == 0);
            if first {
                words = group.literal.is_none();
                approx = group.len > 0
                    && rest.get(at).is_some_and(|t| self.words.of(t) == NumberWord::Some);
                separators = group.literal.filter(|_| powers.len == 0).map(|l| l.separators);
                if (approx || group.len == 0) && powers.len == 0 {
                    return None;
                }
            } else if group.literal.is_some() && powers.len == 0 {
                break;
            }
            let spoken = !first && group.lone_digit && powers.len == 0 && power >= 2;
            let (value, powers) = if spoken {
                (group.value, Powers { below: power - 1, ..powers })
            } else {
                (group.value, powers)
            };
            if sum.add(value, powers).is_none() {
                if first {
                    return None;
                }
                break;
            }
            at = behind + powers.len;
            groups += 1;
            let last = if powers.len == 0 && group.hundreds { 2 } else { powers.sum() };
            power = last;
            if last >= 2
                && rest.get(at).is_some_and(|t| self.words.of(t) == NumberWord::Half)
                && let Some(half) = Decimal::whole(5).times_power_of_ten(last - 1)
            {
                sum.below = Some(sum.below.map_or(Some(half), |b| b.plus(half))?);
                at += 1;
                break;
            }
            if powers.len == 0 || groups == MOST_GROUPS {
                break;
            }
        }
        if groups == 0 {
            return None;
        }
        let power = if groups == 1 { power.min(36) as u8 } else { 0 };
        Some(Numeral {
            tokens: TokenRange::new(0, at as u32),
            value: sum.total()?,
            power,
            approx,
            words,
            separators,
        })
    }

    /// The number word of a token of a sentence; a capital belongs to a name, but at its start.
    fn word(&self, tokens: &[Token], at: usize) -> NumberWord {
        let Some(token) = tokens.get(at) else { return NumberWord::No };
        let word = self.words.of(token);
        if word == NumberWord::No || !token.shape.contains(Shape::CAPITAL) {
            return word;
        }
        let capital = |t: &Token| t.shape.contains(Shape::CAPITAL);
        let upper = token.shape.contains(Shape::UPPER);
        let begins =
            token.shape.contains(Shape::SENTENCE_START) && !tokens.get(at + 1).is_some_and(capital);
        if upper || begins { word } else { NumberWord::No }
    }

    /// The group at `start + at`; behind another one it may begin with `linh`.
    fn group(
        &self,
        text: &str,
        tokens: &[Token],
        start: usize,
        at: usize,
        behind_another: bool,
        habit: Habit,
    ) -> Option<Group> {
        let index = start + at;
        let token = tokens.get(index)?;
        let one = Group {
            value: Decimal::whole(1),
            len: 0,
            lone_digit: false,
            hundreds: false,
            literal: None,
        };
        if token.shape.contains(Shape::NUMBER) {
            return self.literal(text, tokens, index, habit);
        }
        match self.word(tokens, index) {
            NumberWord::Some if !behind_another => Some(Group { len: 1, ..one }),
            NumberWord::HalfOf if !behind_another => {
                let magnitude = matches!(self.word(tokens, index + 1), NumberWord::Power(3..));
                magnitude.then_some(Group { value: Decimal::new(5, 1), len: 1, ..one })
            }
            NumberWord::Power(_) | NumberWord::Hundred if !behind_another => {
                let before = index.checked_sub(1).and_then(|i| tokens.get(i))?;
                self.words.leads_magnitude(before).then_some(one)
            }
            _ => self.word_group(tokens, index, behind_another),
        }
    }

    fn word_group(&self, tokens: &[Token], index: usize, behind_another: bool) -> Option<Group> {
        let mut at = index;
        let mut value = 0;
        let mut hundreds = false;
        if let Some(digit) = self.digit(tokens, at)
            && self.word(tokens, at + 1) == NumberWord::Hundred
        {
            value = digit * 100;
            hundreds = true;
            at += 2;
        }
        let and = self.word(tokens, at) == NumberWord::And && (hundreds || behind_another);
        let from = at + usize::from(and);
        let mut lone_digit = false;
        if let Some((tens, len)) = self.tens(tokens, from) {
            value += tens;
            at = from + len;
            hundreds = false;
        } else if let Some(digit) = self.unit(tokens, from, and) {
            at = from + 1;
            if hundreds && !and && digit > 0 {
                value += digit * 10;
            } else {
                value += digit;
            }
            lone_digit = !hundreds && !and && digit > 0;
            hundreds = false;
        }
        let zero_alone = value == 0 && at == index + 1;
        if at == index || zero_alone && !behind_another && !self.is_power(tokens, at) {
            return None;
        }
        let value = Decimal::whole(value);
        Some(Group { value, len: at - index, lone_digit, hundreds, literal: None })
    }

    /// `mười hai`, `hai mươi mốt`, `ba lăm`: the value and how many tokens.
    fn tens(&self, tokens: &[Token], at: usize) -> Option<(i64, usize)> {
        if self.word(tokens, at) == NumberWord::Ten {
            return Some(match self.unit(tokens, at + 1, true) {
                Some(unit) if unit > 0 && self.is_plain_digit(tokens, at + 1) => (10 + unit, 2),
                _ => (10, 1),
            });
        }
        let digit = self.digit(tokens, at).filter(|d| *d > 0)?;
        match self.word(tokens, at + 1) {
            NumberWord::Tens => Some(match self.unit(tokens, at + 2, true) {
                Some(unit) if unit > 0 && self.is_plain_digit(tokens, at + 2) => {
                    (digit * 10 + unit, 3)
                }
                _ => (digit * 10, 2),
            }),
            NumberWord::Unit(unit) if digit > 1 => Some((digit * 10 + i64::from(unit), 2)),
            _ => None,
        }
    }

    /// Not `năm`, which behind tens is the year: `hai mươi năm`.
    fn is_plain_digit(&self, tokens: &[Token], at: usize) -> bool {
        self.word(tokens, at) != NumberWord::Five
    }

    /// A digit's word that other number words must follow, if it is `năm`.
    fn digit(&self, tokens: &[Token], at: usize) -> Option<i64> {
        match self.word(tokens, at) {
            NumberWord::Digit(digit) => Some(i64::from(digit)),
            NumberWord::Five => {
                let next = self.word(tokens, at + 1);
                let counts = matches!(next, NumberWord::Tens | NumberWord::Hundred)
                    || self.is_power(tokens, at + 1);
                counts.then_some(5)
            }
            _ => None,
        }
    }

    /// A digit's word behind tens, hundreds or `linh`.
    fn unit(&self, tokens: &[Token], at: usize, closed: bool) -> Option<i64> {
        match self.word(tokens, at) {
            NumberWord::Unit(unit) if closed => Some(i64::from(unit)),
            NumberWord::Five if closed => Some(5),
            _ => self.digit(tokens, at),
        }
    }

    fn is_power(&self, tokens: &[Token], at: usize) -> bool {
        matches!(self.word(tokens, at), NumberWord::Power(_))
            && !tokens.get(at).is_some_and(|t| self.words.is_ratio(t, tokens.get(at + 1)))
    }

    /// The magnitude words at `at`; `trăm` is one behind digits and `hàng`.
    fn powers(&self, tokens: &[Token], at: usize, hundred: bool) -> Powers {
        let mut powers = Powers::default();
        while powers.len < MOST_GROUPS {
            let index = at + powers.len;
            let some = index.checked_sub(1).is_some_and(|i| {
                tokens.get(i).is_some_and(|t| self.words.of(t) == NumberWord::Some)
            });
            let power = match self.word(tokens, index) {
                NumberWord::Power(power) if self.is_power(tokens, index) => u32::from(power),
                NumberWord::Hundred if powers.len == 0 && (hundred || some) => 2,
                _ => break,
            };
            if power == 9 || powers.above > 0 {
                powers.above += power;
            } else {
                powers.below += power;
            }
            powers.len += 1;
        }
        powers
    }

    /// A token of digits, or several that spaces part by thousands.
    fn literal(&self, text: &str, tokens: &[Token], index: usize, habit: Habit) -> Option<Group> {
        let read = |at: usize| {
            let token = tokens.get(at).filter(|t| t.shape.contains(Shape::NUMBER))?;
            Literal::read(token.span.slice(text))
        };
        let literal = read(index)?;
        let mut len = 1;
        let next = tokens.get(index + 1);
        let thousands = match literal.separators {
            Separators::PointThousands => !is_percent(text, next),
            Separators::CommaThree => {
                habit.is_foreign()
                    || habit == Habit::default()
                        && !is_percent(text, next)
                        && !self.is_power(tokens, index + 1)
            }
            _ => true,
        };
        let mut value = literal.value(thousands);
        let slash = |at: Option<usize>| {
            at.and_then(|i| tokens.get(i)).is_some_and(|t| matches!(t.span.slice(text), "/" | "-"))
        };
        if literal.separators == Separators::None
            && (1..=3).contains(&literal.count)
            && !literal.leading_zero
            && !slash(index.checked_sub(1))
        {
            while let Some(more) = read(index + len)
                && more.separators == Separators::None
                && more.count == 3
                && let Some(shifted) = value.times_power_of_ten(3)
                && let Some(sum) = shifted.plus(more.value(true))
                && !slash(Some(index + len + 1))
            {
                value = sum;
                len += 1;
            }
        }
        Some(Group { value, len, lone_digit: false, hundreds: false, literal: Some(literal) })
    }
}

fn is_percent(text: &str, token: Option<&Token>) -> bool {
    token.is_some_and(|t| matches!(t.span.slice(text), "%" | "‰"))
}

/// Whether a minus sign stands before the digits: white space before it, none behind, and no
/// number before it, which would make it a range.
fn is_negative(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(sign) = at.checked_sub(1).and_then(|i| tokens.get(i)) else { return false };
    let number = tokens
        .get(at)
        .is_some_and(|t| t.shape.contains(Shape::NUMBER) && !t.shape.contains(Shape::SPACE_BEFORE));
    let before = at.checked_sub(2).and_then(|i| tokens.get(i));
    number
        && sign.span.slice(text) == "-"
        && sign.shape.contains(Shape::SPACE_BEFORE)
        && !sign.shape.contains(Shape::LINE_START)
        && before.is_some_and(|t| {
            t.shape.contains(Shape::SYLLABLE) && !t.shape.intersects(Shape::CAPITAL)
        })
}
