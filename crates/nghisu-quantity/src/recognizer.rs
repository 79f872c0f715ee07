//! The stage that writes candidates: numerals first, then what the rules make of them.

use crate::captures::{Captures, Reading};
use crate::error::Error;
use crate::figures::{at_most, figure};
use crate::joining::{self, Joiner};
use crate::numeral::{NumberWords, Numeral, Scanner};
use crate::plain::Plain;
use crate::production::{Make, Production};
use nghisu_document::layers::{
    Amount, Article, Bound, Decimal, InferredFrom, LayerSet, Layers, Mention, MentionData, Norm,
    RuleId, RuleNames, Stage, TokenRange, Vocabulary,
};
use nghisu_knowledge::Gazetteer;
use nghisu_rules::{Bindings, Matcher, Over, RuleSet};
use nghisu_text::NormSpan;

/// Writes the candidates for every number, percentage, ratio, sum of money, multiplier, rank,
/// date, time and duration; the values of dates are left to the [`Resolver`](crate::Resolver).
#[derive(Debug)]
pub struct Recognizer {
    scanner: Scanner,
    matcher: Matcher,
    productions: Bindings<Production>,
    captures: Captures,
    plain: Plain,
    joiner: Joiner,
    numeral_rule: RuleId,
}

/// What a [`Recognizer`] keeps from article to article.
#[derive(Debug, Default)]
pub struct RecognizerScratch {
    numerals: Vec<Numeral>,
    matcher: nghisu_rules::Scratch,
    found: Vec<Found>,
    chosen: Vec<Found>,
    bounds: Vec<Beside>,
    taken: Vec<bool>,
}

/// A reading of some tokens, before it is known whether it holds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub(crate) tokens: TokenRange,
    /// `None`: the tokens are no figure.
    pub(crate) data: Option<MentionData>,
    pub(crate) rule: RuleId,
    pub(crate) priority: i32,
    pub(crate) age: bool,
    /// `từ` before it belongs to it: `từ ngày 5 đến 7/6`.
    pub(crate) range: bool,
    pub(crate) confidence: u8,
}

/// A word that bounds the figure that ends or begins at a token.
#[derive(Debug, Clone, Copy)]
struct Beside {
    /// The token after a bound before a figure; the token of a bound behind one.
    at: u32,
    behind: bool,
    bound: Option<Bound>,
    approx: bool,
    round: bool,
}

/// How many tokens may stand between a figure and `trở lên`: a unit of a few syllables.
const REACH: u32 = 4;

impl Recognizer {
    /// Compiles what the stage needs; the rules are those of the stage `quantity`.
    ///
    /// # Errors
    /// A rule that asks for what the stage does not make.
    pub fn new(
        vocabulary: &mut Vocabulary,
        gazetteer: &Gazetteer,
        rules: &RuleSet,
        names: &mut RuleNames,
    ) -> Result<Self, Error> {
        let matcher = rules.stage("quantity");
        let productions = matcher.bind(Production::read)?;
        Ok(Self {
            scanner: Scanner::new(NumberWords::new(vocabulary)),
            productions,
            matcher,
            captures: Captures::new(vocabulary, rules),
            plain: Plain::new(vocabulary, gazetteer, names),
            joiner: Joiner::new(vocabulary, names),
            numeral_rule: names.intern("quantity.numeral"),
        })
    }

    /// Writes the article's numerals as candidates, as the rules see them while they run: for
    /// tools that try rules out.
    pub fn offer_numerals(&self, text: &str, layers: &mut Layers) {
        let mut numerals = Vec::new();
        self.scanner.run(text, layers, &mut numerals);
        self.offer(layers, &numerals);
    }

    /// What stands beside a figure: the side on which the truth lies, and whether it is about.
    fn beside(
        &self,
        layers: &Layers,
        figure: &Found,
        bounds: &[Beside],
        exact: bool,
    ) -> (Option<Bound>, bool) {
        let TokenRange { start, end } = figure.tokens;
        let (mut bound, mut approx) = (None, false);
        // Bounds are in the order of the text, so the ones near a figure are found by search.
        let from = bounds.partition_point(|b| b.at < start);
        for beside in bounds.get(from..).unwrap_or_default() {
            if beside.at >= end + REACH {
                break;
            }
            let there = match beside.behind {
                false => beside.at == start,
                true => beside.at >= end,
            };
            if there && !(beside.round && exact) {
                bound = bound.or(beside.bound);
                approx |= beside.approx;
            }
        }
        if figure.age && self.plain.follows_from(layers, figure.tokens) {
            bound = bound.or(Some(Bound::AtLeast));
        }
        (bound, approx)
    }

    /// Puts the numerals where the rules look for them.
    fn offer(&self, layers: &mut Layers, numerals: &[Numeral]) {
        for numeral in numerals {
            let Some(span) = layers.span_of(numeral.tokens) else { continue };
            layers.candidates.push(Mention {
                span,
                tokens: numeral.tokens,
                data: MentionData::Quantity(Amount::plain(numeral.value)),
                norm: Norm::None,
                inferred_from: None,
                rule: self.numeral_rule,
                confidence: 0,
            });
        }
    }
}

impl Stage for Recognizer {
    type Scratch = RecognizerScratch;
    const NAME: &'static str = "quantity";
    const READS: LayerSet = LayerSet::TOKENS.union(LayerSet::SENTENCES).union(LayerSet::HITS);
    const WRITES: LayerSet = LayerSet::CANDIDATES;

    fn run(&self, article: &Article<'_>, layers: &mut Layers, scratch: &mut Self::Scratch) {
        let RecognizerScratch { numerals, matcher, found, chosen, bounds, taken } = scratch;
        numerals.clear();
        found.clear();
        bounds.clear();
        chosen.clear();
        let text = article.text;
        self.scanner.run(text, layers, numerals);
        let first_candidate = layers.candidates.len();
        self.offer(layers, numerals);
        self.matcher.run(layers, Over::Candidates, matcher, |m| {
            let Some(&Production { make, priority }) = self.productions.of(m) else { return };
            let tokens = m.span();
            let reading = Reading {
                text,
                tokens: &layers.tokens,
                numerals,
                first_candidate: first_candidate as u32,
                captures: &self.captures,
                found: m,
            };
            let nothing = Found {
                tokens,
                data: None,
                rule: m.rule,
                priority,
                age: make == Make::Age,
                range: make.is_range(),
                confidence: 95,
            };
            match make {
                Make::Bound { bound, approx, round } => {
                    bounds.push(Beside { at: tokens.end, behind: false, bound, approx, round });
                }
                Make::BoundBehind(bound) => {
                    let (approx, round) = (false, false);
                    bounds.push(Beside { at: tokens.start, behind: true, bound, approx, round });
                }
                Make::Nothing { code } => {
                    if !code || is_code(text, layers, tokens) {
                        found.push(nothing);
                    }
                }
                _ => {
                    if let Some(data) = figure(make, &reading)
                        && self.plain.allows(make, &data, tokens, text, layers)
                    {
                        found.push(Found { data: Some(data), ..nothing });
                    }
                }
            }
        });
        layers.candidates.truncate(first_candidate);
        bounds.sort_by_key(|b| b.at);
        self.plain.run(text, layers, numerals, found);
        joining::choose(found, taken, layers.tokens.len(), chosen);
        self.joiner.listed_years(text, layers, taken, chosen);
        chosen.sort_unstable_by_key(|f| f.tokens);
        self.joiner.join(layers, chosen);
        for figure in chosen.iter_mut() {
            if figure.range {
                self.joiner.widen(layers, &mut figure.tokens);
            }
        }
        // The last thing counted in the sentence, and the first token of that sentence.
        let mut counted: Option<(NormSpan, u32)> = None;
        for figure in chosen.iter() {
            let Some(mut data) = figure.data else { continue };
            let mut inferred_from = None;
            if let MentionData::Quantity(amount) = &mut data {
                let sentence = layers.sentence_at(figure.tokens.start);
                let first = sentence.and_then(|i| layers.sentences.get(i)).map(|s| s.tokens.start);
                let inside = amount.unit.is_some_and(|unit| {
                    layers.span_of(figure.tokens).is_some_and(|span| span.contains(unit))
                });
                match (amount.unit, counted) {
                    // A unit of measure or a sum of milliards is not what the next figure counts.
                    _ if inside => counted = None,
                    (None, _) if !at_most(amount.value, Decimal::whole(999_999_999)) => {}
                    (Some(unit), _) => counted = first.map(|first| (unit, first)),
                    (None, Some((unit, at)))
                        if self.plain.elides(layers, figure) && first == Some(at) =>
                    {
                        amount.unit = Some(unit);
                        inferred_from = Some(InferredFrom::Span(unit));
                    }
                    _ => {}
                }
            }
            match &mut data {
                MentionData::Duration(length) => {
                    let (side, about) = self.beside(layers, figure, bounds, false);
                    length.bound = side;
                    length.approx |= about;
                }
                data => {
                    let count = matches!(data, MentionData::Quantity(_));
                    if let Some(amount) = amount_of(data) {
                        let exact = count && !is_round(amount);
                        let (side, about) = self.beside(layers, figure, bounds, exact);
                        amount.bound = side;
                        amount.approx |= about;
                    }
                }
            }
            let Some(span) = layers.span_of(figure.tokens) else { continue };
            layers.candidates.push(Mention {
                span,
                tokens: figure.tokens,
                data,
                norm: Norm::None,
                inferred_from,
                rule: figure.rule,
                confidence: figure.confidence,
            });
        }
    }
}

fn amount_of(data: &mut MentionData) -> Option<&mut Amount> {
    match data {
        MentionData::Percent(amount)
        | MentionData::Quantity(amount)
        | MentionData::Multiplier(amount)
        | MentionData::Money { amount, .. } => Some(amount),
        _ => None,
    }
}

/// Whether a count is a multiple of ten, or of measure: then `trên` before it is a bound.
fn is_round(amount: &Amount) -> bool {
    amount.value.to_i64().is_none_or(|value| value % 10 == 0)
}

/// Letters tied to a number make a code where one of them is a capital: `35/2021/NĐ-CP`; not
/// `6/2023-nay`, `5/xã`.
fn is_code(text: &str, layers: &Layers, tokens: TokenRange) -> bool {
    layers
        .tokens_of(tokens)
        .iter()
        .any(|t| t.span.slice(text).chars().next().is_some_and(char::is_uppercase))
}
