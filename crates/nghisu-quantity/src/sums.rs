//! Sums of money whose currency is left out.

use crate::numeral::{Numeral, Separators};
use crate::recognizer::Found;
use nghisu_document::layers::{Layers, MentionData, RuleId, RuleNames, Shape, Vocabulary, WordId};

/// How many tokens before a figure may say that it is a sum.
const REACH: u32 = 6;

/// How many tokens may lie between a sum with its currency and one that leaves it out.
const SPOKEN: u32 = 40;

/// Decides which figures are sums of dong though they do not say so: `phạt 4.000.000`, `hơn 3 tỷ
/// đồng, trong đó 1 tỷ là nợ`.
#[derive(Debug)]
pub(crate) struct Sums {
    /// What is measured in money.
    cue: Vec<WordId>,
    /// Words behind a figure that say so.
    behind: [WordId; 1],
    /// What milliards may count besides: `7 tỷ người`, `dân số 7 tỷ`.
    people: Vec<WordId>,
    pub(crate) rule: RuleId,
}

const CUE: &[&str] = &[
    "tiền",
    "vốn",
    "nợ",
    "giá",
    "phí",
    "phạt",
    "lương",
    "thưởng",
    "thuế",
    "nộp",
    "chi",
    "thu",
    "vay",
    "vé",
    "lãi",
    "lỗ",
    "đầu",
    "tư",
    "quỹ",
    "kinh",
];

const PEOPLE: &[&str] = &["dân", "người", "lượt", "khách", "cổ", "liều", "cây", "con"];

impl Sums {
    pub(crate) fn new(vocabulary: &mut Vocabulary, names: &mut RuleNames) -> Self {
        let mut list = |forms: &[&str]| forms.iter().map(|f| vocabulary.add(f)).collect::<Vec<_>>();
        let (cue, people) = (list(CUE), list(PEOPLE));
        Self { cue, behind: [vocabulary.add("tiền")], people, rule: names.intern("money.elided") }
    }

    /// The currency of a figure without one, if it is a sum: a sum stands shortly before it, or a
    /// word for what money measures, or nothing else is counted in milliards.
    pub(crate) fn currency(
        &self,
        layers: &Layers,
        numeral: &Numeral,
        counted: bool,
        found: &[Found],
    ) -> Option<&'static str> {
        let grouped = numeral.separators == Some(Separators::PointThousands);
        if numeral.power < 6 && !grouped {
            return None;
        }
        let token = |at: u32| layers.tokens.get(at as usize);
        let end = numeral.tokens.end;
        if counted {
            let money = token(end).is_some_and(|t| self.behind.contains(&t.word));
            return money.then_some("VND");
        }
        let start = numeral.tokens.start;
        let spoken = found.iter().rev().find_map(|f| match f.data {
            Some(MentionData::Money { currency, .. })
                if f.tokens.end <= start && f.tokens.end + SPOKEN > start =>
            {
                Some(currency)
            }
            _ => None,
        });
        let begin = layers
            .sentence_at(start)
            .and_then(|index| layers.sentences.get(index))
            .map_or(0, |sentence| sentence.tokens.start);
        let near = layers
            .tokens
            .get(begin.max(start.saturating_sub(REACH)) as usize..start as usize)
            .unwrap_or_default();
        let said = |words: &[WordId]| near.iter().any(|t| words.contains(&t.word));
        if said(&self.people) {
            return None;
        }
        // A cause for doubt: digits alone are money only where a word says so.
        let cued = said(&self.cue);
        match (grouped && numeral.power == 0, cued, spoken) {
            (true, true, spoken) => Some(spoken.unwrap_or("VND")),
            (true, false, _) => None,
            (false, _, Some(currency)) => Some(currency),
            (false, cued, None) => (cued || numeral.power >= 9).then_some("VND"),
        }
        .filter(|_| !token(end).is_some_and(|t| t.shape.contains(Shape::NUMBER)))
    }
}
