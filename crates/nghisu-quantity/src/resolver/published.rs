//! When the article was published, where the caller does not know.

use super::calendar::{Day, Tense};
use super::years::{self, Years};
use super::{Looked, url};
use nghisu_document::layers::{
    Article, DateRef, DateShape, DateValue, Edtf, Layers, Mention, MentionData, PartialDate,
    Published, PublishedFrom, SectionKind, Shape,
};

/// How many sentences the opening of an article has, title and sapo included: news says at once
/// when a thing happened.
const OPENING: usize = 8;

/// How many days may lie between the day on which an article's address was numbered and the one
/// that it opens with, if that is its own.
const NEAR: i32 = 4;

/// What an article's dates tell of its own.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub(super) layers: &'a Layers,
    pub(super) looked: &'a [Looked],
    pub(super) years: &'a Years,
}

/// The article's date, and the day that its other dates are told from, which may be a guess where
/// the date is a month.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Own {
    pub(super) published: Option<Published>,
    pub(super) day: Option<Day>,
}

impl Own {
    fn of(date: PartialDate, from: PublishedFrom) -> Self {
        Self { published: Some(Published { date, from }), day: Day::new(date) }
    }
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
    /// The article's date: as given, else from a date line, else from its address, else from the
    /// day that the text calls its own or opens with, whose year the article may tell elsewhere.
    pub(super) fn own(self, article: &Article<'_>) -> Own {
        if let Some((date, from)) = article.published {
            return Own::of(date, from);
        }
        if let Some(date) = self.dateline() {
            return Own::of(date, PublishedFrom::Dateline);
        }
        if let Some(date) = article.url.and_then(url::date) {
            return Own::of(date, PublishedFrom::Url);
        }
        let opening = self.today().or_else(|| self.opening());
        if let Some(about) = article.url.and_then(url::about) {
            return numbered(about, opening.map(|(_, opening)| opening));
        }
        match opening {
            Some((_, Opening::Full(date))) => Own::of(date, PublishedFrom::Text),
            Some((mention, Opening::DayMonth { day, month })) => self
                .year_of_opening(mention, day, month)
                .map(|year| PartialDate::day(year, month, day))
                .filter(|date| Day::new(*date).is_some())
                .map_or_else(Own::default, |date| Own::of(date, PublishedFrom::Text)),
            None => Own::default(),
        }
    }

    fn dates(self) -> impl Iterator<Item = (&'a Mention, DateValue, &'a Looked)> {
        super::dates_of(self.layers, self.looked)
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
        self.dates().find_map(|(mention, date, looked)| {
            if looked.today {
                return Some((mention, Opening::of(date.shape)?));
            }
            let (before, relative) = last.replace((mention, date))?;
            let gap = mention.tokens.start.checked_sub(before.tokens.end)?;
            let near = gap < 3 && relative.shape == DateShape::Relative(DateRef::Day(0));
            near.then(|| Some((mention, Opening::of(date.shape)?)))?
        })
    }

    /// The first day that the opening names; one with a part of the day (`Sáng 8/8`) before others,
    /// and none that dates a document.
    fn opening(self) -> Option<(&'a Mention, Opening)> {
        let named = |part: bool| {
            self.dates().find_map(|(mention, date, _)| {
                let index = self.layers.sentence_at(mention.tokens.start)?;
                if index >= OPENING || date.until_now || part != date.part_of_day.is_some() {
                    return None;
                }
                let opening = Opening::of(date.shape)?;
                let own = match opening {
                    Opening::Full(date) => {
                        !self.dates_document(mention) && !self.years.passed(date)
                    }
                    Opening::DayMonth { .. } => true,
                };
                own.then_some((mention, opening))
            })
        };
        named(true).or_else(|| named(false))
    }

    /// `Nghị định số 12/2023/NĐ-CP ngày 7/3/2023`: the number's letters stand before the date.
    fn dates_document(self, mention: &Mention) -> bool {
        let code = Shape::ABBREVIATION.union(Shape::UPPER);
        (1..=3).any(|back| {
            let token = mention.tokens.start.checked_sub(back);
            token
                .and_then(|at| self.layers.tokens.get(at as usize))
                .is_some_and(|t| t.shape.intersects(code) && !t.shape.contains(Shape::SPACE_BEFORE))
        })
    }

    /// The year in which a day and month of the opening fell: that of its day of the week, else the
    /// one that words tell, and never one in which somebody did not hold the office named.
    fn year_of_opening(self, mention: &Mention, day: u8, month: u8) -> Option<u16> {
        let allowed = |year: &u16| self.years.allow(PartialDate::day(*year, month, day));
        self.years
            .by_weekday(day, month)
            .or_else(|| self.year_of_words(mention, day, month).filter(allowed))
            .or_else(|| self.years.by_offices(day, month))
    }

    /// The year of the opening's own sentence, else the one that the article speaks of, and never
    /// before the latest day or month that it names.
    fn year_of_words(self, mention: &Mention, day: u8, month: u8) -> Option<u16> {
        let index = self.layers.sentence_at(mention.tokens.start)?;
        let sentence = self.layers.sentences.get(index)?;
        // Years and months of the sentence; a day of it is another event's.
        let near = || {
            self.dates()
                .filter(|(m, _, looked)| sentence.tokens.contains(m.tokens) && !looked.aim)
                .filter_map(|(_, date, _)| years::own_date(date.shape))
                .filter(|date| date.day == 0)
                .map(|date| date.year)
        };
        // Of two years that follow each other, the meeting that closes the one and plans the other
        // stands where its month says.
        let year = match near().find(|year| near().any(|other| other == year + 1)) {
            Some(year) if month <= 4 => year + 1,
            Some(year) => year,
            None => near().max().or_else(|| self.years.of(Some(month)).map(|(year, _)| year))?,
        };
        let opening = PartialDate::day(year, month, day);
        let later = |sure: bool| {
            self.dates()
                .filter(|(_, date, looked)| {
                    !looked.aim && (!sure || looked.past) && !years::is_anniversary(date.shape)
                })
                .filter_map(|(_, date, _)| years::own_date(date.shape))
                .filter(|date| date.month > 0 && date.year == year)
                .any(|date| match date.day {
                    0 => date > PartialDate::month(year, month),
                    _ => date > opening,
                })
        };
        Some(if later(month > 3) { year + 1 } else { year })
    }
}

/// The date of an article whose address was numbered about a day: the day that it opens with, if
/// that is near, else the month.
fn numbered(about: Day, opening: Option<Opening>) -> Own {
    let opened = opening.and_then(|opening| match opening {
        Opening::Full(date) => Day::new(date),
        Opening::DayMonth { day, month } => {
            let year = about.year_of(day, month, Tense::Past)?;
            Day::new(PartialDate::day(year, month, day))
        }
    });
    if let Some(day) = opened.filter(|day| about.days_to(*day).abs() <= NEAR) {
        return Own::of(day.date(), PublishedFrom::Url);
    }
    let PartialDate { year, month, .. } = about.date();
    let date = PartialDate::month(year, month);
    Own { published: Some(Published { date, from: PublishedFrom::Url }), day: Some(about) }
}

fn full_day(shape: DateShape) -> Option<PartialDate> {
    match shape {
        DateShape::Whole(Edtf::Point(date)) if date.day > 0 && years::WEB.contains(&date.year) => {
            Some(date)
        }
        _ => None,
    }
}
