//! When the article was published, where the caller does not know.

use super::url;
use nghisu_document::layers::{
    Article, DateRef, DateShape, Edtf, Layers, Mention, MentionData, PartialDate, Published, PublishedFrom,
    SectionKind,
};
use nghisu_text::NormSpan;

/// How many sentences the opening of an article has, title and sapo included: news says at once
/// when a thing happened.
const OPENING: usize = 8;

/// The article's date: as given, else from a date line, else from a full day in the opening, else
/// from the address, else from a day and month in the opening and the year the article speaks of.
pub(super) fn find(
    article: &Article<'_>,
    layers: &Layers,
    is_future: &dyn Fn(&Mention) -> bool,
) -> Option<Published> {
    if let Some((date, from)) = article.published {
        return Some(Published { date, from });
    }
    if let Some(date) = dateline(layers) {
        return Some(Published { date, from: PublishedFrom::Dateline });
    }
    let opening = today(layers).or_else(|| opening(layers));
    if let Some((_, Opening::Full(date))) = opening {
        return Some(Published { date, from: PublishedFrom::Text });
    }
    if let Some(date) = article.url.and_then(url::date) {
        return Some(Published { date, from: PublishedFrom::Url });
    }
    let (mention, Opening::DayMonth { day, month }) = opening? else { return None };
    let year = year_of_opening(layers, mention, day, month, is_future)?;
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
        DateShape::Whole(Edtf::Point(date)) if date.day > 0 && WEB.contains(&date.year) => Some(date),
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

/// `Sáng nay (8/8)`: the day that the text says is its own, wherever it does.
fn today(layers: &Layers) -> Option<(&Mention, Opening)> {
    layers.mentions.windows(2).find_map(|pair| {
        let [first, second] = pair else { return None };
        let (MentionData::Date(first_date), MentionData::Date(date)) = (first.data, second.data)
        else {
            return None;
        };
        let near = second.tokens.start.checked_sub(first.tokens.end).is_some_and(|gap| gap < 3);
        if !near || first_date.shape != DateShape::Relative(DateRef::Day(0)) {
            return None;
        }
        let opening = match date.shape {
            DateShape::DayMonth { day, month } => Opening::DayMonth { day, month },
            shape => Opening::Full(full_day(shape)?),
        };
        Some((second, opening))
    })
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
                DateShape::Whole(Edtf::Interval(from, to)) if to.day > 0 && from.year == to.year => {
                    Opening::Full(to)
                },
                DateShape::DayRange { to: (day, month), .. } => Opening::DayMonth { day, month },
                shape => Opening::Full(full_day(shape)?),
            };
            Some((mention, opening))
        })
    };
    named(true).or_else(|| named(false))
}

/// The year that a date names as its own: not a plan's last year, nor one of history.
fn own_date(shape: DateShape) -> Option<PartialDate> {
    let date = match shape {
        DateShape::Whole(Edtf::Point(date)) => date,
        DateShape::Whole(Edtf::Interval(from, to)) if from.year == to.year => from,
        _ => return None,
    };
    WEB.contains(&date.year).then_some(date)
}

/// The years in which articles of the web were written.
const WEB: std::ops::RangeInclusive<u16> = 1995..=2100;

/// The year in which a day and month of the opening fell: that of its own sentence, else the one
/// the article speaks of, and never before the latest day or month that it names.
fn year_of_opening(
    layers: &Layers,
    mention: &Mention,
    day: u8,
    month: u8,
    is_future: &dyn Fn(&Mention) -> bool,
) -> Option<u16> {
    let index = layers.sentence_at(mention.tokens.start)?;
    let sentence = layers.sentences.get(index)?;
    let past = || dates(layers).filter(|(m, _)| !is_future(m));
    // Years and months of the sentence; a day of it is another event's.
    let near = || {
        dates(layers)
            .filter(|(m, _)| sentence.tokens.contains(m.tokens))
            .filter_map(|(_, shape)| own_date(shape).filter(|date| date.day == 0))
            .map(|date| date.year)
    };
    // Of two years that follow each other, the meeting that closes the one and plans the other
    // stands where its month says.
    let year = match near().find(|year| near().any(|other| other == year + 1)) {
        Some(year) if month <= 4 => year + 1,
        Some(year) => year,
        None => near().next().or_else(|| year(layers, Some(month), is_future).map(|(year, _)| year))?,
    };
    let latest = past()
        .filter_map(|(_, shape)| own_date(shape))
        .filter(|date| date.month > 0 && date.year <= year)
        .max();
    let opening = PartialDate::day(year, month, day);
    let later = latest.is_some_and(|latest| match latest.day {
        0 => latest > PartialDate::month(year, month),
        _ => latest > opening,
    });
    Some(if later && latest.is_some_and(|l| l.year == year) && month <= 3 { year + 1 } else { year })
}

/// The year that the article speaks of, and where it does so first: the one it names most often,
/// or the next one, if that is named too and not as the future. An article of the last months of a
/// year names the next one for its plans.
pub(super) fn year(
    layers: &Layers,
    month: Option<u8>,
    is_future: &dyn Fn(&Mention) -> bool,
) -> Option<(u16, NormSpan)> {
    let years = || {
        dates(layers)
            .filter(|(m, _)| !is_future(m))
            .filter_map(|(m, shape)| Some((own_date(shape)?.year, m.span)))
    };
    let most = years()
        .map(|(year, _)| (years().filter(|(other, _)| *other == year).count(), year))
        .max()?
        .1;
    let named = |wanted: u16| years().find(|(year, _)| *year == wanted);
    let next = named(most + 1).filter(|_| month.is_none_or(|month| month < 10));
    next.or_else(|| named(most))
}
