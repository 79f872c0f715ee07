//! Number words in all regional forms, as word ids.

use nghisu_document::layers::{Token, Vocabulary, WordId};

/// What a word says in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum NumberWord {
    /// Nothing.
    #[default]
    No,
    /// `không` … `chín`
    Digit(u8),
    /// `mốt`, `tư`, `lăm`, `nhăm`: only behind tens, or behind `linh`
    Unit(u8),
    /// `năm`: five, and far more often year
    Five,
    /// `mười`
    Ten,
    /// `mươi`
    Tens,
    /// `trăm`
    Hundred,
    /// `chục`, `nghìn`, `vạn`, `triệu`, `tỷ`: a power of ten
    Power(u8),
    /// `linh`, `lẻ`
    And,
    /// `rưỡi`
    Half,
    /// `nửa`
    HalfOf,
    /// `hàng`, `vài`, `mấy`: some of the magnitude that follows
    Some,
}

/// The number words of a vocabulary.
#[derive(Debug, Clone)]
pub(crate) struct NumberWords {
    by_word: Vec<NumberWord>,
    /// Words that make `tỷ` no magnitude: `tỷ lệ`.
    after_ratio: Vec<WordId>,
    /// Words behind which a bare magnitude is a number: `hơn trăm người`.
    before_magnitude: Vec<WordId>,
    ratio: [WordId; 2],
}

const WORDS: [(&str, NumberWord); 36] = [
    ("không", NumberWord::Digit(0)),
    ("một", NumberWord::Digit(1)),
    ("hai", NumberWord::Digit(2)),
    ("ba", NumberWord::Digit(3)),
    ("bốn", NumberWord::Digit(4)),
    ("sáu", NumberWord::Digit(6)),
    ("bảy", NumberWord::Digit(7)),
    ("bẩy", NumberWord::Digit(7)),
    ("tám", NumberWord::Digit(8)),
    ("chín", NumberWord::Digit(9)),
    ("mốt", NumberWord::Unit(1)),
    ("tư", NumberWord::Unit(4)),
    ("lăm", NumberWord::Unit(5)),
    ("nhăm", NumberWord::Unit(5)),
    ("năm", NumberWord::Five),
    ("mười", NumberWord::Ten),
    ("mươi", NumberWord::Tens),
    ("trăm", NumberWord::Hundred),
    ("chục", NumberWord::Power(1)),
    ("nghìn", NumberWord::Power(3)),
    ("ngàn", NumberWord::Power(3)),
    ("vạn", NumberWord::Power(4)),
    ("triệu", NumberWord::Power(6)),
    ("tỷ", NumberWord::Power(9)),
    ("tỉ", NumberWord::Power(9)),
    ("linh", NumberWord::And),
    ("lẻ", NumberWord::And),
    ("rưỡi", NumberWord::Half),
    ("rưởi", NumberWord::Half),
    ("nửa", NumberWord::HalfOf),
    ("hàng", NumberWord::Some),
    ("vài", NumberWord::Some),
    ("mấy", NumberWord::Some),
    ("dăm", NumberWord::Some),
    ("ngót", NumberWord::No),
    ("dư", NumberWord::No),
];

impl NumberWords {
    /// Numbers the words in a vocabulary, adding those it lacks.
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        let ids: Vec<_> = WORDS.iter().map(|(form, word)| (vocabulary.add(form), *word)).collect();
        let mut list = |forms: &[&str]| forms.iter().map(|f| vocabulary.add(f)).collect::<Vec<_>>();
        let after_ratio = list(&["lệ", "trọng", "giá", "suất", "phú", "số", "mỉ", "lượng"]);
        let before_magnitude = list(&["hơn", "gần", "cả", "chừng", "ngót", "trên", "nửa"]);
        let ratio = [vocabulary.add("tỷ"), vocabulary.add("tỉ")];
        let mut by_word = vec![NumberWord::No; vocabulary.len()];
        for (id, word) in ids {
            if let Some(slot) = by_word.get_mut(id.0 as usize) {
                *slot = word;
            }
        }
        Self { by_word, after_ratio, before_magnitude, ratio }
    }

    /// What a token says in a number, its neighbours left aside.
    #[inline]
    pub(crate) fn of(&self, token: &Token) -> NumberWord {
        self.by_word.get(token.word.0 as usize).copied().unwrap_or_default()
    }

    /// Whether the word is `tỷ` of `tỷ lệ`, `tỷ trọng`.
    pub(crate) fn is_ratio(&self, token: &Token, next: Option<&Token>) -> bool {
        self.ratio.contains(&token.word) && next.is_some_and(|n| self.after_ratio.contains(&n.word))
    }

    /// Whether a magnitude without a number may follow the word: `gần trăm`, `hơn chục`.
    pub(crate) fn leads_magnitude(&self, token: &Token) -> bool {
        self.before_magnitude.contains(&token.word)
    }
}
