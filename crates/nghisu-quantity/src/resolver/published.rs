//! When the article was published, where the caller does not know.

use super::url;
use nghisu_document::layers::{
    Article, DateShape, Edtf, Layers, Mention, MentionData, PartialDate, Published, PublishedFrom,
    SectionKind,
};
use nghisu_text::NormSpan;

/// How many sentences the opening of an article has, title and sapo included: news says at once
/// when a thing happened.
const OPENING: usize = 8;

/// The article's date: as given, else from a date line, else from a full day in the opening, else
/// from the address, else from a day and month in the opening and the year the article speaks of.
pub(super) fn find(article: &Article<'_>, layers: &Layers) -> Option<Published> {
    if let Some((date, from)) = article.published {
        return Some(Published { date, from });
    }
    if let Some(date) = dateline(layers) {
        return Some(Published { date, from: PublishedFrom::Dateline });
    }
    let opening = opening(layers);
    if let Some((_, Opening::Full(date))) = opening {
        return Some(Published { date, from: PublishedFrom::Text });
    }
    if let Some(date) = article.url.and_then(url::date) {
        return Some(Published { date, from: PublishedFrom::Url });
    }
    let (mention, Opening::DayMonth { day, month }) = opening? else { return None };
    let year = year_near(layers, mention).or_else(|| year(layers).map(|(year, _)| year))?;
    let date = PartialDate::day(year, month, day);
    super::calendar::Day::new(date)?;
    Some(Published { date, from: PublishedFrom::Text })
}

fn dates(layers: &Layers) -> impl Iterator<Item = (&Mention, DateShape)> {
    layers.mentions.iter().filter_map(|m| match m.data {
        MentionData::Date(date) => Some((m, date.shape)),
        _ => None,
    })
}

fn full_day(shape: DateShape) -> Option<PartialDate> {
    match shape {
        DateShape::Whole(Edtf::Point(date)) if date.day > 0 => Some(date),
        _ => None,
    }
}

/// A full date in a date line, or beside a time of day outside of running text.
fn dateline(layers: &Layers) -> Option<PartialDate> {
    dates(layers).find_map(|(mention, shape)| {
        let date = full_day(shape)?;
        let index = layers.sentence_at(mention.tokens.start)?;
        let sentence = layers.sentences.get(index)?;
        let section = layers.sections.get(sentence.section as usize)?;
        let short = sentence.tokens.len() <= mention.tokens.len() + 12;
        let with_time = layers.mentions.iter().any(|m| {
            matches!(m.data, MentionData::Time(_)) && sentence.tokens.contains(m.tokens)
        });
        (section.kind == SectionKind::Dateline || short && with_time).then_some(date)
    })
}

#[derive(Clone, Copy)]
enum Opening {
    Full(PartialDate),
    DayMonth { day: u8, month: u8 },
}

/// The first day that the opening names; one with a part of the day (`Sáng 8/8`) before others.
fn opening(layers: &Layers) -> Option<(&Mention, Opening)> {
    let named = |wanted: bool| {
        layers.mentions.iter().find_map(|mention| {
            let MentionData::Date(date) = mention.data else { return None };
            let index = layers.sentence_at(mention.tokens.start)?;
            if index >= OPENING || date.until_now || wanted != date.part_of_day.is_some() {
                return None;
            }
            let opening = match date.shape {
                DateShape::DayMonth { day, month } => Opening::DayMonth { day, month },
                DateShape::Whole(Edtf::Interval(_, to)) if to.day > 0 => Opening::Full(to),
                DateShape::DayRange { to: (day, month), .. } => Opening::DayMonth { day, month },
                shape => Opening::Full(full_day(shape)?),
            };
            Some((mention, opening))
        })
    };
    named(true).or_else(|| named(false))
}

/// The year that a date names as its own: not a plan's last year.
fn own_year(shape: DateShape) -> Option<u16> {
    match shape {
        DateShape::Whole(Edtf::Point(date)) => Some(date.year),
        DateShape::Whole(Edtf::Interval(from, to)) if from.year == to.year => Some(from.year),
        _ => None,
    }
}

/// The first year of the sentence of a mention.
fn year_near(layers: &Layers, mention: &Mention) -> Option<u16> {
    let index = layers.sentence_at(mention.tokens.start)?;
    let sentence = layers.sentences.get(index)?;
    dates(layers)
        .filter(|(m, _)| sentence.tokens.contains(m.tokens))
        .find_map(|(_, shape)| own_year(shape))
}

/// The year that the article names most often, the later of equals, and where it does so first.
pub(super) fn year(layers: &Layers) -> Option<(u16, NormSpan)> {
    let years = || dates(layers).filter_map(|(m, shape)| Some((own_year(shape)?, m.span)));
    let best = years()
        .map(|(year, _)| (years().filter(|(other, _)| *other == year).count(), year))
        .max()?;
    years().find(|(year, _)| *year == best.1)
}
