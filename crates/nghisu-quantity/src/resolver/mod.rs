//! The stage that gives dates their values: the article's own date first, then all others from it.

mod calendar;
mod holders;
mod lunar;
mod published;
mod url;
mod years;

use crate::error::Error;
use calendar::{Day, Tense};
use holders::Holders;
use nghisu_document::layers::{
    Article, DateRef, DateShape, DateValue, Edtf, InferredFrom, LayerSet, Layers, Mention,
    MentionData, PartialDate, Published, RuleId, RuleNames, Shape, Stage, Token, Vocabulary,
    WordId,
};
use nghisu_knowledge::Gazetteer;
use nghisu_text::NormSpan;
use published::Told;
use years::Years;

/// Finds when the article was published, and resolves its dates against that day.
///
/// A date that leaves its year open means the nearest one, where the past is nearer than the
/// future by a factor of three: news tells what happened. Words for the future in the sentence
/// (`sẽ`, `dự kiến`, `chậm nhất`, `trước`) turn that round.
#[derive(Debug)]
pub struct Resolver {
    will: WordId,
    /// Pairs of words: `dự kiến`, `chậm nhất`.
    expected: [(WordId, WordId); 4],
    before: WordId,
    /// `đến năm 2030`.
    until: [WordId; 2],
    /// `tới` of `tháng 8 tới`, `sắp`.
    next: [WordId; 2],
    /// `qua` of `tháng 8 vừa qua`.
    last: WordId,
    /// `hồi` of `hồi tháng 8`.
    ago: WordId,
    same_day: RuleId,
    /// The article's day with its figures: `sáng nay (8/8)`.
    today: [RuleId; 2],
    weekdays: Weekdays,
    holders: Holders,
}

/// `thứ hai`, `thứ 2` … `chủ nhật`.
#[derive(Debug)]
struct Weekdays {
    ordinal: WordId,
    /// From Monday on.
    days: [WordId; 6],
    sunday: (WordId, WordId),
}

impl Weekdays {
    fn new(vocabulary: &mut Vocabulary) -> Self {
        Self {
            ordinal: vocabulary.add("thứ"),
            days: ["hai", "ba", "tư", "năm", "sáu", "bảy"].map(|form| vocabulary.add(form)),
            sunday: (vocabulary.add("chủ"), vocabulary.add("nhật")),
        }
    }

    /// The day of the week that a date names; Monday is 1.
    fn of(&self, text: &str, tokens: &[Token]) -> Option<u8> {
        tokens.windows(2).find_map(|pair| {
            let [first, second] = pair else { return None };
            if (first.word, second.word) == self.sunday {
                return Some(7);
            }
            if first.word != self.ordinal {
                return None;
            }
            if second.shape.contains(Shape::NUMBER) {
                let number: u8 = second.span.slice(text).parse().ok()?;
                return number.checked_sub(1).filter(|day| (1..=6).contains(day));
            }
            (1..).zip(self.days).find(|(_, word)| *word == second.word).map(|(day, _)| day)
        })
    }
}

/// What a [`Resolver`] keeps from article to article.
#[derive(Debug, Default)]
pub struct ResolverScratch {
    dates: Vec<Looked>,
    years: Years,
}

/// A date, and which way it looks.
#[derive(Debug, Clone, Copy)]
struct Looked {
    /// Its place among the mentions.
    index: u32,
    tense: Tense,
    /// An aim: `đến năm 2030`.
    aim: bool,
    /// The day of the week that it names; Monday is 1.
    weekday: Option<u8>,
    /// The text says that it is the article's own day.
    today: bool,
    /// The text says that it is past: `hồi tháng 12`.
    past: bool,
}

/// The dates of an article, in its order.
fn dates_of<'a>(
    layers: &'a Layers,
    looked: &'a [Looked],
) -> impl Iterator<Item = (&'a Mention, DateValue, &'a Looked)> {
    looked.iter().filter_map(move |looked| {
        let mention = layers.mentions.get(looked.index as usize)?;
        match mention.data {
            MentionData::Date(date) => Some((mention, date, looked)),
            _ => None,
        }
    })
}

/// What the dates read so far say about those that follow.
#[derive(Debug, Clone, Copy, Default)]
struct Context {
    published: Option<Day>,
    /// The article's date, if it is less than a day.
    year: Option<u16>,
    /// What told the year, where the article's date does not.
    year_from: Option<InferredFrom>,
    /// The day is a guess: it tells years and months, no days.
    about: bool,
    /// The last year that was named, and where: what `năm trước` of its sentence refers to.
    last_year: Option<(u16, NormSpan)>,
    /// The last day that was named.
    last_day: Option<PartialDate>,
    /// The last day that was named with its year.
    last_full: Option<PartialDate>,
    /// The last stretch of months, with its words: what a `cùng kỳ` refers to.
    period: Option<(PartialDate, PartialDate, NormSpan)>,
}

impl Resolver {
    /// Numbers the words that the stage looks for.
    ///
    /// # Errors
    /// None at present.
    pub fn new(
        vocabulary: &mut Vocabulary,
        gazetteer: &Gazetteer,
        names: &mut RuleNames,
    ) -> Result<Self, Error> {
        let mut pair = |first: &str, second: &str| (vocabulary.add(first), vocabulary.add(second));
        let expected =
            [pair("dự", "kiến"), pair("chậm", "nhất"), pair("kế", "hoạch"), pair("phấn", "đấu")];
        Ok(Self {
            will: vocabulary.add("sẽ"),
            expected,
            before: vocabulary.add("trước"),
            until: ["đến", "tới"].map(|form| vocabulary.add(form)),
            next: ["tới", "sắp"].map(|form| vocabulary.add(form)),
            last: vocabulary.add("qua"),
            ago: vocabulary.add("hồi"),
            same_day: names.intern("date.same_day"),
            today: ["date.today.day", "date.today.day.point"].map(|name| names.intern(name)),
            weekdays: Weekdays::new(vocabulary),
            holders: Holders::new(vocabulary, gazetteer),
        })
    }

    /// Whether the sentence of a mention, or the word before it, speaks of the future.
    fn tense(&self, layers: &Layers, mention: &Mention) -> Tense {
        let start = mention.tokens.start;
        let Some(sentence) = layers.sentence_at(start).and_then(|i| layers.sentences.get(i)) else {
            return Tense::Past;
        };
        let tokens = layers.tokens_of(sentence.tokens);
        let inside = layers.tokens_of(mention.tokens);
        if inside.iter().any(|t| self.next.contains(&t.word)) {
            return Tense::Future;
        }
        if inside.iter().any(|t| t.word == self.last) {
            return Tense::Past;
        }
        let near = start.checked_sub(1).and_then(|at| layers.tokens.get(at as usize));
        let future = tokens.iter().any(|t| t.word == self.will)
            || near.is_some_and(|t| t.word == self.before)
            || tokens.windows(2).any(|pair| {
                let [first, second] = pair else { return false };
                self.expected.contains(&(first.word, second.word))
            });
        if future { Tense::Future } else { Tense::Past }
    }

    /// Whether a date is an aim: its sentence looks ahead, or a word before it does.
    fn is_aim(&self, layers: &Layers, mention: &Mention, tense: Tense) -> bool {
        let before = mention.tokens.start.checked_sub(1);
        let word = before.and_then(|at| layers.tokens.get(at as usize)).map(|t| t.word);
        tense == Tense::Future || word.is_some_and(|word| self.until.contains(&word))
    }

    fn resolve(
        &self,
        layers: &Layers,
        mention: &Mention,
        date: &DateValue,
        tense: Tense,
        context: &Context,
    ) -> Option<(Edtf, Option<InferredFrom>)> {
        let from_year = context.year_from.unwrap_or(InferredFrom::Published);
        let (value, from) = match date.shape {
            DateShape::Whole(value) => (value, None),
            DateShape::DayMonth { day, month } => {
                if let Some(full) = context.last_full
                    && (full.day, full.month) == (day, month)
                {
                    return Some((Edtf::Point(full), Some(from_year)));
                }
                let year = match context.published {
                    Some(published) => published.year_of(day, month, tense)?,
                    None => context.year?,
                };
                let date = PartialDate::day(year, month, day);
                Day::new(date)?;
                (Edtf::Point(date), Some(from_year))
            }
            DateShape::DayRange { from, to } => {
                let year = match context.published {
                    Some(published) => published.year_of(to.0, to.1, tense)?,
                    None => context.year?,
                };
                let first_year = if (from.1, from.0) <= (to.1, to.0) { year } else { year - 1 };
                let first = PartialDate::day(first_year, from.1, from.0);
                (Edtf::Interval(first, PartialDate::day(year, to.1, to.0)), Some(from_year))
            }
            DateShape::Month(month) => {
                let year = context.year_of_months(month, month, tense)?;
                (Edtf::Point(PartialDate::month(year, month)), Some(from_year))
            }
            DateShape::Months(first, last) => {
                let year = context.year_of_months(first, last, tense)?;
                (months(year, first, last), Some(from_year))
            }
            DateShape::Day(day) => {
                let value = match (context.last_day, context.published) {
                    (_, Some(published)) => published.month_of(day, tense)?,
                    (Some(last), None) => PartialDate { day, ..last },
                    _ => return None,
                };
                (Edtf::Point(value), Some(InferredFrom::Published))
            }
            DateShape::Lunar { day, month } => {
                let value = context.published?.lunar(day, month, tense)?;
                (value, Some(InferredFrom::Published))
            }
            DateShape::Relative(reference) => {
                if mention.rule == self.same_day
                    && let Some(day) = context.last_day
                {
                    return Some((Edtf::Point(day), Some(InferredFrom::Published)));
                }
                if reference == DateRef::Year(-1)
                    && let Some((year, span)) = context.last_year
                    && layers.tokens_of(mention.tokens).iter().any(|t| t.word == self.before)
                    && same_sentence(layers, mention, span)
                {
                    let value = Edtf::Point(PartialDate::year(year.checked_sub(1)?));
                    return Some((value, Some(InferredFrom::Span(span))));
                }
                (context.relative(reference)?, Some(from_year))
            }
            DateShape::SamePeriod(year) => context.same_period(year)?,
        };
        let value = if date.until_now && date.shape != DateShape::Relative(DateRef::Now) {
            Edtf::From(match value {
                Edtf::Point(from) | Edtf::Interval(from, _) | Edtf::From(from) => from,
                Edtf::Until(_) | Edtf::Yearly { .. } => return Some((value, from)),
            })
        } else {
            value
        };
        Some((value, from))
    }
}

/// Whether words stand before a mention in its own sentence.
fn same_sentence(layers: &Layers, mention: &Mention, words: NormSpan) -> bool {
    let sentence = layers.sentence_at(mention.tokens.start).and_then(|i| layers.sentences.get(i));
    sentence.is_some_and(|s| s.span.contains(words)) && words.end() <= mention.span.start()
}

/// Whether the days of a value exist, and its ends are in order.
fn on_calendar(value: Edtf) -> bool {
    let exists = |date: PartialDate| date.day == 0 || Day::new(date).is_some();
    match value {
        Edtf::Point(date) | Edtf::From(date) | Edtf::Until(date) => exists(date),
        Edtf::Interval(from, to) => {
            let or = |field, last| if field == 0 { last } else { field };
            let end = PartialDate { month: or(to.month, 12), day: or(to.day, 31), ..to };
            exists(from) && exists(to) && from <= end
        }
        Edtf::Yearly { month, day } => {
            let leap = PartialDate::day(2000, month.max(1), day); // a leap year has them all
            day == 0 || Day::new(leap).is_some()
        }
    }
}

fn months(year: u16, first: u8, last: u8) -> Edtf {
    Edtf::Interval(PartialDate::month(year, first), PartialDate::month(year, last))
}

fn shifted(year: u16, by: i16) -> Option<u16> {
    year.checked_add_signed(by)
}

impl Context {
    fn year_of_months(&self, first: u8, last: u8, tense: Tense) -> Option<u16> {
        match self.published {
            Some(published) => published.year_of_months(first, last, tense),
            None => self.year,
        }
    }

    fn relative(&self, reference: DateRef) -> Option<Edtf> {
        let year = self.year?;
        let point = |year: u16| Edtf::Point(PartialDate::year(year));
        Some(match reference {
            DateRef::Year(offset) => point(shifted(year, offset)?),
            DateRef::YearMonths(offset, first, last) => {
                let year = shifted(year, offset)?;
                match first == last {
                    true => Edtf::Point(PartialDate::month(year, first)),
                    false => months(year, first, last),
                }
            }
            DateRef::Years(count) if count < 0 => {
                Edtf::Interval(PartialDate::year(shifted(year, count)?), PartialDate::year(year))
            }
            DateRef::Years(count) => Edtf::Interval(
                PartialDate::year(year + 1),
                PartialDate::year(shifted(year, count)?),
            ),
            DateRef::Day(_)
            | DateRef::Week(_)
            | DateRef::Month(_)
            | DateRef::Quarter(_)
            | DateRef::Months(_)
            | DateRef::Days(_)
            | DateRef::Now => {
                let whole = matches!(
                    reference,
                    DateRef::Month(_) | DateRef::Quarter(_) | DateRef::Months(_)
                );
                self.published.filter(|_| whole || !self.about)?.relative(reference)?
            }
        })
    }

    /// The report's period in another year; that year itself, where no period was named.
    fn same_period(&self, year: Option<u16>) -> Option<(Edtf, Option<InferredFrom>)> {
        if let Some((from, to, span)) = self.period {
            let end = year.or_else(|| to.year.checked_sub(1))?;
            let start = end.checked_sub(to.year - from.year)?;
            let from = PartialDate { year: start, ..from };
            let to = PartialDate { year: end, ..to };
            let value = if from == to { Edtf::Point(from) } else { Edtf::Interval(from, to) };
            return Some((value, Some(InferredFrom::Span(span))));
        }
        match year {
            Some(year) => Some((Edtf::Point(PartialDate::year(year)), None)),
            None => {
                let year = self.year?.checked_sub(1)?;
                Some((Edtf::Point(PartialDate::year(year)), Some(InferredFrom::Published)))
            }
        }
    }

    /// Remembers what a resolved date says about those that follow.
    fn note(&mut self, date: &DateValue, value: Edtf, span: NormSpan) {
        match value {
            Edtf::Point(from) | Edtf::Interval(from, _)
                if matches!(date.shape, DateShape::Whole(_)) =>
            {
                self.last_year = Some((from.year, span));
            }
            _ => {}
        }
        if let DateShape::Whole(Edtf::Point(day)) = date.shape
            && day.day > 0
        {
            self.last_full = Some(day);
        }
        match value {
            Edtf::Point(day) if day.day > 0 => self.last_day = Some(day),
            Edtf::Point(month) if month.month > 0 && self.period.is_none() => {
                self.period = Some((month, month, span));
            }
            Edtf::Interval(from, to)
                if from.month > 0
                    && from.day == 0
                    && !matches!(date.shape, DateShape::SamePeriod(_)) =>
            {
                self.period = Some((from, to, span));
            }
            _ => {}
        }
    }
}

impl Stage for Resolver {
    type Scratch = ResolverScratch;
    const NAME: &'static str = "dates";
    const READS: LayerSet = LayerSet::TOKENS.union(LayerSet::SENTENCES).union(LayerSet::MENTIONS);
    const WRITES: LayerSet = LayerSet::DATES;

    fn run(&self, article: &Article<'_>, layers: &mut Layers, scratch: &mut Self::Scratch) {
        let ResolverScratch { dates: looked, years } = scratch;
        looked.clear();
        for (mention, index) in layers.mentions.iter().zip(0..) {
            if matches!(mention.data, MentionData::Date(_)) {
                let tense = self.tense(layers, mention);
                let aim = self.is_aim(layers, mention, tense);
                let weekday = self.weekdays.of(article.text, layers.tokens_of(mention.tokens));
                let today = self.today.contains(&mention.rule);
                let before = mention.tokens.start.checked_sub(1);
                let before = before.and_then(|at| layers.tokens.get(at as usize));
                let past = before.is_some_and(|t| t.word == self.ago);
                looked.push(Looked { index, tense, aim, weekday, today, past });
            }
        }
        let mut context = Context::default();
        if article.published.is_none() {
            years.read(article.text, article.title, layers, looked);
            years.bounds = self.holders.bounds(layers);
        }
        let own = Told { layers, looked, years }.own(article);
        if let Some(Published { date, .. }) = own.published {
            context.published = own.day;
            context.about = date.day == 0 && own.day.is_some();
            context.year = Some(date.year);
        } else if let Some((year, from)) = years.of(None) {
            context.year = Some(year);
            context.year_from = Some(from);
        }
        layers.published = own.published;
        for &Looked { index, tense, .. } in looked.iter() {
            let Some(mention) = layers.mentions.get(index as usize).copied() else { break };
            let MentionData::Date(date) = mention.data else { continue };
            let resolved = self.resolve(layers, &mention, &date, tense, &context);
            // What an article misprints (`29/2/2006`) is a date without a value.
            let resolved = resolved.filter(|(value, _)| on_calendar(*value));
            let Some((value, from)) = resolved else { continue };
            context.note(&date, value, mention.span);
            if let Some(slot) = layers.mentions.get_mut(index as usize) {
                slot.data = MentionData::Date(DateValue { value: Some(value), ..date });
                slot.inferred_from = from;
            }
        }
    }
}
