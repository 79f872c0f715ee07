//! Numerals that no rule took: counts of things that no list holds, bare figures, and what is none.

use crate::dates;
use crate::numeral::{Numeral, Separators};
use crate::production::{DateForm, Make, RatioForm};
use crate::recognizer::Found;
use crate::sums::Sums;
use nghisu_document::layers::{
    Amount, DateShape, Decimal, Layers, MentionData, RuleId, RuleNames, Shape, Token, TokenRange,
    Vocabulary, WordId,
};
use nghisu_knowledge::{Gazetteer, class};
use nghisu_text::NormSpan;

/// Decides on figures that stand alone.
#[derive(Debug)]
pub(crate) struct Plain {
    /// Words that do not name what is counted: the counted noun is left out or stands before.
    not_counted: Vec<WordId>,
    /// Words before a figure that is one: `là 12`, `đạt 12`.
    cue: Vec<WordId>,
    /// Words before a number that numbers something.
    label: Vec<WordId>,
    /// Words before a date: `từ 2/3`.
    dated: Vec<WordId>,
    from: WordId,
    /// `này` of `hai xã này`.
    definite: Vec<WordId>,
    sums: Sums,
    counted_rule: RuleId,
    bare_rule: RuleId,
}

const NOT_COUNTED: &[&str] = &[
    "đã", "đang", "sẽ", "là", "và", "của", "tại", "trong", "với", "ở", "về", "cho", "từ", "đến",
    "được", "bị", "có", "không", "cũng", "còn", "vẫn", "thì", "mà", "để", "do", "vì", "nên", "nếu",
    "khi", "sau", "trước", "trên", "dưới", "theo", "này", "đó", "kia", "ấy", "như", "hay", "hoặc",
    "nhưng", "rồi", "lại", "vào", "ra", "lên", "xuống", "qua", "tới", "năm", "ngày", "tháng",
    "hiện", "nhằm", "gồm", "đạt", "tăng", "giảm", "xếp", "mới", "cùng", "hơn", "so", "bằng",
    "thuộc", "bởi", "tức", "trở", "nữa", "nay", "chưa", "phải", "cần", "đều", "chỉ", "ngoài",
    "giữa", "đối", "đầu", "cuối", "nhờ", "dự", "quy", "cả", "các", "những", "rất", "khoảng", "gần",
    "đúng", "vừa", "hiện", "trị", "bao", "kể", "tính", "ước", "mỗi", "một", "rõ",
];

const CUE: &[&str] = &[
    "là", "đạt", "còn", "lên", "xuống", "có", "gồm", "khoảng", "gần", "hơn", "trên", "dưới",
    "tăng", "giảm", "được", "thêm", "tới", "chiếm", "với", "mức",
];

const LABEL: &[&str] =
    &["số", "ngõ", "hẻm", "ngách", "kiệt", "lô", "đường", "phố", "mã", "km", "nhà"];

const DATED: &[&str] = &[
    "ngày", "từ", "đến", "tới", "trước", "sau", "hồi", "vào", "dịp", "nay", "qua", "mai", "(",
    "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "lễ", "hai", "ba", "tư", "năm", "sáu", "bảy",
    "nhật", ",",
];

impl Plain {
    pub(crate) fn new(
        vocabulary: &mut Vocabulary,
        _gazetteer: &Gazetteer,
        names: &mut RuleNames,
    ) -> Self {
        let mut list = |forms: &[&str]| forms.iter().map(|f| vocabulary.add(f)).collect::<Vec<_>>();
        Self {
            not_counted: list(NOT_COUNTED),
            cue: list(CUE),
            label: list(LABEL),
            dated: list(DATED),
            from: vocabulary.add("từ"),
            definite: ["này", "đó", "ấy", "kia"].map(|f| vocabulary.add(f)).to_vec(),
            sums: Sums::new(vocabulary, names),
            counted_rule: names.intern("quantity.counted"),
            bare_rule: names.intern("quantity.bare"),
        }
    }

    /// Whether `từ` stands before, so that an age is the least: `từ 15 tuổi`.
    pub(crate) fn follows_from(&self, layers: &Layers, tokens: TokenRange) -> bool {
        before(layers, tokens).is_some_and(|t| t.word == self.from)
    }

    /// Whether what a figure counts is left out, so that it counts what the one before does.
    pub(crate) fn elides(&self, layers: &Layers, figure: &Found) -> bool {
        figure.rule == self.bare_rule
            && before(layers, figure.tokens).is_some_and(|t| self.cue.contains(&t.word))
    }

    /// Whether what stands before a figure lets a rule's reading stand.
    pub(crate) fn allows(
        &self,
        make: Make,
        data: &MentionData,
        tokens: TokenRange,
        text: &str,
        layers: &Layers,
    ) -> bool {
        if make == Make::Count && is_tied_before(text, layers, tokens) {
            return false;
        }
        if make == Make::Count && self.is_definite(data, tokens, layers) {
            return false;
        }
        if !self.decides(make, data, tokens, layers) {
            return false;
        }
        let Some(before) = before(layers, tokens) else { return true };
        let bare = match (make, data) {
            (Make::Ratio(_), _) => true,
            (_, MentionData::Date(_)) => {
                let token = |at: u32| layers.tokens.get(at as usize);
                token(tokens.start).is_some_and(is_number)
                    && token(tokens.start + 1).is_some_and(|t| t.span.slice(text) == "/")
            }
            _ => false,
        };
        if !bare {
            return true;
        }
        let glued = layers
            .tokens
            .get(tokens.start as usize)
            .is_some_and(|t| !t.shape.contains(Shape::SPACE_BEFORE))
            && matches!(before.span.slice(text), "/" | "-" | ".");
        !glued && !self.label.contains(&before.word) && !follows_document(layers, tokens.start)
    }

    /// `hai xã này`: a number in words that points at what was named, and counts nothing.
    fn is_definite(&self, data: &MentionData, tokens: TokenRange, layers: &Layers) -> bool {
        let MentionData::Quantity(Amount { unit: Some(unit), value_to: None, .. }) = data else {
            return false;
        };
        let word = layers.tokens.get(tokens.start as usize).is_some_and(|t| !is_number(t));
        let behind = || {
            let rest = layers.tokens.get(tokens.end as usize..).unwrap_or_default();
            rest.iter().find(|t| t.span.start() >= unit.end()).filter(|t| same_sentence(t))
        };
        word && tokens.len() == 1 && behind().is_some_and(|t| self.definite.contains(&t.word))
    }

    /// `2/3 nhu cầu` or `2/3, tỉnh …`: what could be both is a ratio where a noun follows and
    /// nothing before asks for a date.
    fn decides(&self, make: Make, data: &MentionData, tokens: TokenRange, layers: &Layers) -> bool {
        let next = layers.tokens.get(tokens.end as usize).filter(|t| same_sentence(t));
        let counted = || {
            let dated = before(layers, tokens).is_some_and(|t| self.dated.contains(&t.word));
            !dated && next.is_some_and(|t| self.is_counted(t))
        };
        match (make, data) {
            (Make::Date(DateForm::DayMonth), MentionData::Date(date)) => {
                !matches!(date.shape, DateShape::DayMonth { .. }) || !counted()
            }
            (
                Make::Ratio(RatioForm::Slash),
                MentionData::Ratio { numerator, denominator, unit: None },
            ) => {
                let small = |n: Decimal| n.to_i64().and_then(|n| u16::try_from(n).ok());
                match (small(*numerator), small(*denominator)) {
                    (Some(day), Some(month)) => !dates::is_day(day, month) || counted(),
                    _ => true,
                }
            }
            _ => true,
        }
    }

    /// Reads the numerals that the rules left.
    pub(crate) fn run(
        &self,
        text: &str,
        layers: &Layers,
        numerals: &[Numeral],
        found: &mut Vec<Found>,
    ) {
        for numeral in numerals {
            let end = numeral.tokens.end as usize;
            let next = layers.tokens.get(end).filter(|t| same_sentence(t));
            let named = number_of_name(layers, numeral);
            let counted =
                next.is_some_and(|t| self.is_counted(t)) && !numeral.is_small_word() && !named;
            let number = numeral.separators.is_some();
            let year = numeral.separators == Some(Separators::None)
                && numeral.value.to_i64().is_some_and(|n| (1900..2100).contains(&n));
            let grouped = matches!(
                numeral.separators,
                Some(Separators::PointThousands | Separators::CommaDecimal)
            );
            let cue = before(layers, numeral.tokens).is_some_and(|t| self.cue.contains(&t.word));
            let tied = next.is_some_and(|t| {
                !t.shape.contains(Shape::SPACE_BEFORE)
                    && matches!(t.span.slice(text), "/" | "-" | ":" | "." | "%")
                    && layers.tokens.get(end + 1).is_some_and(|t| {
                        !t.shape.intersects(Shape::SPACE_BEFORE.union(Shape::PUNCTUATION))
                    })
            }) || next.is_some_and(|t| is_suffix(text, t))
                || is_tied_before(text, layers, numeral.tokens);
            let magnitude = numeral.power >= 2 || numeral.tokens.len() > 1;
            let stands = if tied && numeral.power < 6 {
                false
            } else if magnitude || grouped {
                true
            } else if number && !year {
                counted || cue && next.is_none_or(|t| !t.shape.contains(Shape::CAPITAL))
            } else {
                false
            };
            if !stands {
                continue;
            }
            let mut amount = Amount::plain(numeral.value);
            amount.approx = numeral.approx;
            // Milliards without a noun are dong: what follows says what they are for.
            if counted && numeral.power < 9 {
                amount.unit = self.unit(layers, end);
            }
            let sum = self.sums.currency(layers, numeral, counted, found);
            let (data, rule) = match sum {
                Some(currency) => {
                    amount.unit = None;
                    (MentionData::Money { amount, currency }, self.sums.rule)
                }
                None if counted => (MentionData::Quantity(amount), self.counted_rule),
                None => (MentionData::Quantity(amount), self.bare_rule),
            };
            found.push(Found {
                tokens: numeral.tokens,
                data: Some(data),
                rule,
                priority: -4,
                age: false,
                range: false,
                confidence: if counted { 80 } else { 70 },
            });
        }
    }

    fn is_counted(&self, token: &Token) -> bool {
        let abbreviation = Shape::ABBREVIATION.union(Shape::UPPER);
        if token.shape.contains(abbreviation) {
            return token.shape.contains(Shape::SPACE_BEFORE);
        }
        token.shape.contains(Shape::SYLLABLE)
            && !token.shape.intersects(Shape::CAPITAL)
            && !self.not_counted.contains(&token.word)
    }

    /// Most nouns have two syllables.
    fn unit(&self, layers: &Layers, start: usize) -> Option<NormSpan> {
        let first = layers.tokens.get(start)?;
        let syllable = |t: &Token| t.shape.contains(Shape::SYLLABLE);
        let second = layers
            .tokens
            .get(start + 1)
            .filter(|t| same_sentence(t) && syllable(first) && syllable(t) && self.is_counted(t));
        Some(NormSpan::new(first.span.start(), second.unwrap_or(first).span.end()))
    }
}

fn is_number(token: &Token) -> bool {
    token.shape.contains(Shape::NUMBER)
}

fn same_sentence(token: &Token) -> bool {
    !token.shape.contains(Shape::SENTENCE_START)
}

/// `Tổng công ty 319 quản lý`: a plain number behind a name belongs to it.
fn number_of_name(layers: &Layers, numeral: &Numeral) -> bool {
    numeral.separators == Some(Separators::None)
        && numeral.tokens.len() == 1
        && before(layers, numeral.tokens).is_some_and(|t| {
            t.shape.contains(Shape::CAPITAL.union(Shape::SYLLABLE))
                && !t.shape.contains(Shape::SENTENCE_START)
        })
}

/// The token before, of the same sentence.
fn before(layers: &Layers, tokens: TokenRange) -> Option<&Token> {
    let first = layers.tokens.get(tokens.start as usize)?;
    if first.shape.contains(Shape::SENTENCE_START) {
        return None;
    }
    layers.tokens.get(tokens.start.checked_sub(1)? as usize)
}

/// `411b`: a letter tied to the number, though no unit.
fn is_suffix(text: &str, token: &Token) -> bool {
    !token.shape.contains(Shape::SPACE_BEFORE)
        && token.shape.contains(Shape::SYLLABLE)
        && token.span.slice(text).len() == 1
}

/// `A-50`, `B/12`, `H5`: letters or marks tied to the number.
fn is_tied_before(text: &str, layers: &Layers, tokens: TokenRange) -> bool {
    let start = tokens.start as usize;
    let glued =
        |at: usize| layers.tokens.get(at).is_some_and(|t| !t.shape.contains(Shape::SPACE_BEFORE));
    let Some(mark) = start.checked_sub(1).and_then(|i| layers.tokens.get(i)) else { return false };
    if !glued(start) {
        return false;
    }
    let word = mark.shape.intersects(Shape::SYLLABLE.union(Shape::ABBREVIATION));
    let mark = mark.span.slice(text);
    word || matches!(mark, "-" | "+") || matches!(mark, "/" | "." | ":") && glued(start - 1)
}

/// Whether the name of a kind of document ends just before a token: `Nghị quyết 02/2023`.
fn follows_document(layers: &Layers, start: u32) -> bool {
    (1..=3).any(|len| {
        start.checked_sub(len).is_some_and(|at| {
            layers.hits.of(at, class::DOCUMENT_TYPE).any(|hit| hit.tokens.end == start)
        })
    })
}
