//! The year that an article speaks of, where nothing says when it was published.

use super::calendar::Day;
use super::holders::Bounds;
use super::{Looked, dates_of};
use nghisu_document::layers::{
    DateRef, DateShape, Edtf, InferredFrom, Layers, MentionData, PartialDate, Shape,
};
use nghisu_text::NormSpan;

/// The years in which articles of the web were written.
pub(super) const WEB: std::ops::RangeInclusive<u16> = FIRST..=LAST;
const FIRST: u16 = 1995;
const LAST: u16 = 2100;

/// What says that a year is the article's own: that much makes it believed.
const ENOUGH: u16 = 2;
const DAY_OR_MONTH: u16 = 2;
const YEAR: u16 = 1;
const CODE: u16 = 1;
const TITLE: u16 = 2;
/// `năm nay, 2018`; the last day of an anniversary's span.
const SAID: u16 = 5;

/// How often an article names each year, and where it does so first.
#[derive(Debug)]
pub(super) struct Years {
    worth: [u16; (LAST - FIRST + 1) as usize],
    spans: Vec<(u16, NormSpan)>,
    /// Days of the week with a day and month: `thứ tư 24/10`.
    weekdays: Vec<(u8, u8, u8)>,
    /// Years named as aims.
    aims: Vec<u16>,
    /// What the holders of offices say.
    pub(super) bounds: Bounds,
}

impl Default for Years {
    fn default() -> Self {
        Self {
            worth: [0; (LAST - FIRST + 1) as usize],
            spans: Vec::new(),
            weekdays: Vec::new(),
            aims: Vec::new(),
            bounds: Bounds::default(),
        }
    }
}

impl Years {
    fn clear(&mut self) {
        self.worth.fill(0);
        self.spans.clear();
        self.weekdays.clear();
        self.aims.clear();
    }

    fn add(&mut self, year: u16, worth: u16, span: Option<NormSpan>) {
        let Some(slot) = year.checked_sub(FIRST).and_then(|y| self.worth.get_mut(usize::from(y)))
        else {
            return;
        };
        *slot = slot.saturating_add(worth);
        if let Some(span) = span {
            self.spans.push((year, span));
        }
    }

    /// Counts the years of an article.
    pub(super) fn read(
        &mut self,
        text: &str,
        title: Option<&str>,
        layers: &Layers,
        looked: &[Looked],
    ) {
        self.clear();
        self.aims.extend(dates_of(layers, looked).filter_map(|(_, date, looked)| {
            aim_of(date.shape)
                .or_else(|| own_date(date.shape).filter(|_| looked.aim))
                .map(|d| d.year)
        }));
        let mut before: Option<(u32, DateShape)> = None;
        for (mention, date, looked) in dates_of(layers, looked) {
            let (start, end) = (mention.tokens.start, mention.tokens.end);
            let this_year = before.replace((end, date.shape)).is_some_and(|(end, shape)| {
                shape == DateShape::Relative(DateRef::Year(0)) && start - end.min(start) < 3
            });
            if let (Some(weekday), DateShape::DayMonth { day, month }) =
                (looked.weekday, date.shape)
            {
                self.weekdays.push((weekday, day, month));
            }
            let Some(own) = own_date(date.shape) else { continue };
            if this_year {
                self.add(own.year, SAID, Some(mention.span));
            }
            // A year that is an aim elsewhere is one here.
            if looked.aim || own.month == 0 && self.aims.contains(&own.year) {
                continue;
            }
            let worth = match date.shape {
                shape if is_anniversary(shape) => SAID,
                _ if own.month > 0 => DAY_OR_MONTH,
                _ => YEAR,
            };
            self.add(own.year, worth, Some(mention.span));
        }
        self.read_codes(text, layers);
        for year in title.into_iter().flat_map(years_of_title) {
            self.add(year, TITLE, None);
        }
    }

    /// `12/2023/NĐ-CP`, `SEA Games 2023`: years that no date holds.
    fn read_codes(&mut self, text: &str, layers: &Layers) {
        let mut figures = layers
            .mentions
            .iter()
            .filter(|m| {
                let data = m.data;
                matches!(data, MentionData::Date(_) | MentionData::Quantity(_))
                    || matches!(data, MentionData::Money { .. })
            })
            .peekable();
        for (token, at) in layers.tokens.iter().zip(0u32..) {
            if !token.shape.contains(Shape::NUMBER) || token.span.len() != 4 {
                continue;
            }
            let Some(year) = year_of(token.span.slice(text)) else { continue };
            while figures.next_if(|m| m.tokens.end <= at).is_some() {}
            let is = |at: Option<u32>, marks: &[&str]| {
                let token = at.and_then(|at| layers.tokens.get(at as usize));
                token.is_some_and(|t| marks.contains(&t.span.slice(text)))
            };
            let (back, next) = (at.checked_sub(1), at.checked_add(1));
            let tied = is(back, &["/", "-", "–"]) || is(next, &["/", "-", "–"]);
            let code = is(back, &["/"]) && is(next, &["/"]);
            let inside = figures.peek().is_some_and(|m| m.tokens.start <= at);
            if code || !inside && !tied {
                self.add(year, CODE, Some(token.span));
            }
        }
    }

    /// Whether the article names a year after that of a date.
    pub(super) fn passed(&self, date: PartialDate) -> bool {
        self.of(None).is_some_and(|(year, _)| year > date.year)
    }

    /// The year that the article speaks of, and what tells it: the latest that it names as more
    /// than an aim, and not in passing. An article of the last months of a year names the next one
    /// for its plans.
    pub(super) fn of(&self, month: Option<u8>) -> Option<(u16, InferredFrom)> {
        let enough = |worth: u16| worth >= ENOUGH;
        let worth_of = |year: u16| {
            let slot = year.checked_sub(FIRST).and_then(|y| self.worth.get(usize::from(y)));
            slot.copied().unwrap_or_default()
        };
        let years = || (FIRST..=LAST).zip(self.worth.iter().copied());
        let (mut year, worth) = years().rfind(|(_, w)| enough(*w))?;
        let late = month.is_some_and(|month| month >= 10);
        if late && worth < SAID && worth_of(year - 1) > worth {
            year -= 1;
        }
        let span = self.spans.iter().find(|(named, _)| *named == year).map(|(_, span)| *span);
        Some((year, span.map_or(InferredFrom::Title, InferredFrom::Span)))
    }

    /// The year in which a day fell that no word tells: the only one in which all that the article
    /// names held their offices, and that comes not before what it names.
    pub(super) fn by_offices(&self, day: u8, month: u8) -> Option<u16> {
        let (first, last) = self.bounds.years()?;
        let named = (FIRST..=LAST).zip(self.worth).rfind(|(_, worth)| *worth > 0);
        let first = named.map_or(first, |(named, _)| named.max(first));
        let mut years =
            (first..=last).filter(|year| self.bounds.hold(PartialDate::day(*year, month, day)));
        years.next().filter(|_| years.next().is_none())
    }

    /// Whether an article may be of a day, by the offices that it names.
    pub(super) fn allow(&self, date: PartialDate) -> bool {
        self.bounds.hold(date)
    }

    /// The year near the one that the article speaks of in which its days of the week are right.
    pub(super) fn by_weekday(&self, day: u8, month: u8) -> Option<u16> {
        let told = self.of(Some(month))?.0;
        let &(weekday, day, month) = self
            .weekdays
            .iter()
            .find(|(_, d, m)| (*d, *m) == (day, month))
            .or_else(|| self.weekdays.first())?;
        std::iter::once(told).chain([told + 1, told - 1]).chain(told + 2..told + 7).find(|year| {
            let date = Day::new(PartialDate::day(*year, month, day));
            date.is_some_and(|date| date.weekday() == weekday)
        })
    }
}

/// The date that a mention names as its own: not a plan's last year, nor one of history, but the
/// day on which an anniversary's span ends.
pub(super) fn own_date(shape: DateShape) -> Option<PartialDate> {
    let date = match shape {
        DateShape::Whole(Edtf::Point(date)) => date,
        DateShape::Whole(Edtf::Interval(from, to)) if from.year == to.year => from,
        DateShape::Whole(Edtf::Interval(_, to)) if is_anniversary(shape) => to,
        // `từ năm 2017 đến tháng 2/2019`: what is told to the month is told of the past.
        DateShape::Whole(Edtf::Interval(_, to)) if to.month > 0 && to.day == 0 => to,
        _ => return None,
    };
    WEB.contains(&date.year).then_some(date)
}

/// The last year of a plan: `giai đoạn 2021-2025`.
fn aim_of(shape: DateShape) -> Option<PartialDate> {
    match shape {
        DateShape::Whole(Edtf::Interval(from, to)) if from.year < to.year && to.month == 0 => {
            Some(to)
        }
        _ => None,
    }
}

/// `3/2/1930 - 3/2/2024`
pub(super) fn is_anniversary(shape: DateShape) -> bool {
    let DateShape::Whole(Edtf::Interval(from, to)) = shape else { return false };
    from.day > 0 && from.year < to.year && (from.month, from.day) == (to.month, to.day)
}

fn year_of(digits: &str) -> Option<u16> {
    if digits.len() != 4 || !digits.starts_with("20") {
        return None;
    }
    digits.parse().ok().filter(|year| (2000..=2050).contains(year))
}

/// The years of a title that are no aims: not `đến năm 2030`, `trước tháng 6/2019`, `2021-2025`,
/// nor what a title says will be.
fn years_of_title(title: &str) -> impl Iterator<Item = u16> {
    let words = || title.split([' ', ',', '(', ')', ':', '/', '.', '"']).filter(|w| !w.is_empty());
    let planned = words().any(|word| word == "sẽ");
    let mut before: [&str; 3] = [""; 3];
    words().filter(move |_| !planned).filter_map(move |word| {
        let [third, second, first] = before;
        before = [second, first, word];
        let aim = |word: &str| matches!(word, "đến" | "tới" | "trước" | "hết" | "nhìn");
        let joined = matches!(first, "-" | "–");
        let year = year_of(word)?;
        (!joined && !aim(first) && !aim(second) && !aim(third)).then_some(year)
    })
}

#[cfg(test)]
mod tests {
    use super::years_of_title;

    #[test]
    fn years_that_titles_name() {
        for (title, years) in [
            ("Sơ kết 6 tháng đầu năm 2018", &[2018][..]),
            ("SEA Games 2019: đoàn Việt Nam lên đường", &[2019]),
            ("Kế hoạch 2016 - 2020 về đích", &[2016]),
            ("Bàn giao đất trước tháng 6/2019", &[]),
            ("Tầm nhìn đến năm 2030", &[]),
            ("Cầu sẽ khởi công năm 2019", &[]),
            ("Thu 2018 tỷ đồng", &[2018]),
            ("", &[]),
        ] {
            assert_eq!(years_of_title(title).collect::<Vec<_>>(), years, "{title}");
        }
    }
}
