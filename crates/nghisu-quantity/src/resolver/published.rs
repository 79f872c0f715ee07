//! When the article was published, where the caller does not know.

use super::calendar::Day;
use super::{Looked, url};
use nghisu_document::layers::{
    Article, DateRef, DateShape, DateValue, Edtf, Layers, Mention, MentionData, PartialDate,
    Published, PublishedFrom, SectionKind,
};
use nghisu_text::NormSpan;

/// How many sentences the opening of an article has, title and sapo included: news says at once
/// when a thing happened.
const OPENING: usize = 8;

/// The years in which articles of the web were written.
const WEB: std::ops::RangeInclusive<u16> = FIRST..=LAST;
const FIRST: u16 = 1995;
const LAST: u16 = 2100;

/// What an article's dates tell of its own.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub(super) layers: &'a Layers,
    pub(super) looked: &'a [Looked],
}

#[derive(Clone, Copy)]
enum Opening {
    Full(PartialDate),
    DayMonth { day: u8, month: u8 },
}

impl Opening {
    fn of(shape: DateShape) -> Option<Self> {
        Some(match shape {
            DateShape::DayMonth { day, month } => Self::DayMonth { day, month },
            DateShape::DayRange { to: (day, month), .. } => Self::DayMonth { day, month },
            DateShape::Whole(Edtf::Interval(from, to)) if to.day > 0 && from.year == to.year => {
                Self::Full(to)
            }
            shape => Self::Full(full_day(shape)?),
        })
    }
}

impl<'a> Told<'a> {
    /// The article's date: as given, else from a date line, else from the day that the text calls
    /// its own or opens with, else from the address, else from a day and month of the opening and
    /// the year the article speaks of.
    pub(super) fn published(self, article: &Article<'_>) -> Option<Published> {
        if let Some((date, from)) = article.published {
            return Some(Published { date, from });
        }
        if let Some(date) = self.dateline() {
            return Some(Published { date, from: PublishedFrom::Dateline });
        }
        let opening = self.today().or_else(|| self.opening());
        if let Some((_, Opening::Full(date))) = opening {
            return Some(Published { date, from: PublishedFrom::Text });
        }
        if let Some(date) = article.url.and_then(url::date) {
            return Some(Published { date, from: PublishedFrom::Url });
        }
        let (mention, Opening::DayMonth { day, month }) = opening? else { return None };
        let date = PartialDate::day(self.year_of_opening(mention, day, month)?, month, day);
        Day::new(date)?;
        Some(Published { date, from: PublishedFrom::Text })
    }

    fn dates(self) -> impl Iterator<Item = (&'a Mention, DateValue, &'a Looked)> {
        self.looked.iter().filter_map(move |looked| {
            let mention = self.layers.mentions.get(looked.index as usize)?;
            match mention.data {
                MentionData::Date(date) => Some((mention, date, looked)),
                _ => None,
            }
        })
    }

    /// A full date in a date line, or beside a time of day outside of running text.
    fn dateline(self) -> Option<PartialDate> {
        let layers = self.layers;
        self.dates().find_map(|(mention, date, _)| {
            let date = full_day(date.shape)?;
            let index = layers.sentence_at(mention.tokens.start)?;
            let sentence = layers.sentences.get(index)?;
            let section = layers.sections.get(sentence.section as usize)?;
            let short = sentence.tokens.len() <= mention.tokens.len() + 12;
            let with_time = || {
                let from =
                    layers.mentions.partition_point(|m| m.span.start() < sentence.span.start());
                let there = layers.mentions.iter().skip(from);
                there
                    .take_while(|m| m.span.start() < sentence.span.end())
                    .any(|m| matches!(m.data, MentionData::Time(_)))
            };
            (section.kind == SectionKind::Dateline || short && with_time()).then_some(date)
        })
    }

    /// `Sáng nay (8/8)`: the day that the text says is its own, wherever it does.
    fn today(self) -> Option<(&'a Mention, Opening)> {
        let mut last: Option<(&Mention, DateValue)> = None;
        self.dates().find_map(|(mention, date, _)| {
            let (before, relative) = last.replace((mention, date))?;
            let gap = mention.tokens.start.checked_sub(before.tokens.end)?;
            let near = gap < 3 && relative.shape == DateShape::Relative(DateRef::Day(0));
            near.then(|| Some((mention, Opening::of(date.shape)?)))?
        })
    }

    /// The first day that the opening names; one with a part of the day (`Sáng 8/8`) before others.
    fn opening(self) -> Option<(&'a Mention, Opening)> {
        let named = |part: bool| {
            self.dates().find_map(|(mention, date, _)| {
                let index = self.layers.sentence_at(mention.tokens.start)?;
                if index >= OPENING || date.until_now || part != date.part_of_day.is_some() {
                    return None;
                }
                Some((mention, Opening::of(date.shape)?))
            })
        };
        named(true).or_else(|| named(false))
    }

    /// The year in which a day and month of the opening fell: that of its own sentence, else the
    /// one the article speaks of, and never before the latest day or month that it names.
    fn year_of_opening(self, mention: &Mention, day: u8, month: u8) -> Option<u16> {
        let index = self.layers.sentence_at(mention.tokens.start)?;
        let sentence = self.layers.sentences.get(index)?;
        // Years and months of the sentence; a day of it is another event's.
        let near = || {
            self.dates()
                .filter(|(m, ..)| sentence.tokens.contains(m.tokens))
                .filter_map(|(_, date, _)| own_date(date.shape).filter(|date| date.day == 0))
                .map(|date| date.year)
        };
        // Of two years that follow each other, the meeting that closes the one and plans the other
        // stands where its month says.
        let year = match near().find(|year| near().any(|other| other == year + 1)) {
            Some(year) if month <= 4 => year + 1,
            Some(year) => year,
            None => near().next().or_else(|| self.year(Some(month)).map(|(year, _)| year))?,
        };
        let latest = self
            .dates()
            .filter(|(.., looked)| !looked.aim)
            .filter_map(|(_, date, _)| own_date(date.shape))
            .filter(|date| date.month > 0 && date.year <= year)
            .max();
        let opening = PartialDate::day(year, month, day);
        let later = latest.is_some_and(|latest| match latest.day {
            0 => latest > PartialDate::month(year, month),
            _ => latest > opening,
        });
        Some(if later && month <= 3 { year + 1 } else { year })
    }

    /// The year that the article speaks of, and where it does so first: the one it names most
    /// often, or the next one, if that is named too and not as an aim. An article of the last
    /// months of a year names the next one for its plans.
    pub(super) fn year(self, month: Option<u8>) -> Option<(u16, NormSpan)> {
        let years = || {
            self.dates()
                .filter(|(.., looked)| !looked.aim)
                .filter_map(|(m, date, _)| Some((own_date(date.shape)?.year, m.span)))
        };
        let mut counts = [0u32; (LAST - FIRST + 1) as usize];
        for (year, _) in years() {
            if let Some(count) = counts.get_mut(usize::from(year - FIRST)) {
                *count += 1;
            }
        }
        let (most, _) = (FIRST..).zip(counts).filter(|(_, n)| *n > 0).max_by_key(|(_, n)| *n)?;
        let named = |wanted: u16| years().find(|(year, _)| *year == wanted);
        let next = named(most + 1).filter(|_| month.is_none_or(|month| month < 10));
        next.or_else(|| named(most))
    }
}

fn full_day(shape: DateShape) -> Option<PartialDate> {
    match shape {
        DateShape::Whole(Edtf::Point(date)) if date.day > 0 && WEB.contains(&date.year) => {
            Some(date)
        }
        _ => None,
    }
}

/// The date that a mention names as its own: not a plan's last year, nor one of history.
fn own_date(shape: DateShape) -> Option<PartialDate> {
    let date = match shape {
        DateShape::Whole(Edtf::Point(date)) => date,
        DateShape::Whole(Edtf::Interval(from, to)) if from.year == to.year => from,
        _ => return None,
    };
    WEB.contains(&date.year).then_some(date)
}
