//! Persons: known ones, surnames followed by capitals, and whatever capitals a title announces.

use crate::chart::{Chart, Name, Row};
use crate::lexis::Marks;
use crate::view::View;
use nghisu_document::layers::Shape;
use nghisu_knowledge::class;

/// The most syllables of a name: `Y Thanh Hà Niê Kđăm`.
const LONGEST: u32 = 5;

/// The person whose name begins at a token, by the name's own form.
pub(crate) fn at(view: &View<'_>, chart: &Chart, at: u32) -> Option<Name> {
    if !view.capital(at) {
        return None;
    }
    let lexis = view.lexis;
    let rules = &lexis.rules;
    // `Ông Nguyễn Văn An`: the honorific is also a surname.
    if view.hit(at, lexis.classes.honorific).is_some() && view.capital(at + 1) {
        return None;
    }
    let end = run(view, chart, at, LONGEST);
    if let Some(hit) = view.hit(at, class::PERSON)
        && !inside_capitals(view, at, hit.tokens.end, end)
        && !(lexis.gazetteer.is_weak(hit, view.tokens) && view.opens(at))
    {
        return Some(Name {
            end: hit.tokens.end,
            entity: lexis.gazetteer.entity(hit),
            rule: Some(rules.person_known),
            confidence: 95,
            ..Name::default()
        });
    }
    let len = end - at;
    if let Some(foreign) = western(view, chart, at, end) {
        return Some(foreign);
    }
    if !(2..=LONGEST).contains(&len) || !view.has(at, Marks::SURNAME) || view.upper(at) && len < 3 {
        return None;
    }
    // A place, a body or an office of the same words is the likelier reading.
    let covered = |row: &Row| view.named(row, at).is_some_and(|n| n.end >= end);
    if covered(&chart.places) || covered(&chart.organizations) || covered(&chart.roles) {
        return None;
    }
    if view.named(&chart.places, at).is_some_and(|p| p.entity.is_some() && p.end > at + 1) {
        return None;
    }
    // `Đồng Việt Nam`, `Kim Hàn Quốc`; `Đinh Dậu` is a year.
    let sure = view.has(at, Marks::SURE_SURNAME);
    if !sure
        && view.named(&chart.places, at + 1).is_some_and(|p| p.end == end && p.entity.is_some())
    {
        return None;
    }
    if len == 2 && view.has(at, Marks::STEM) && view.has(at + 1, Marks::BRANCH) {
        return None;
    }
    let middle = (at + 1..end - 1).any(|t| view.has(t, Marks::MIDDLE));
    let given = view.has(end - 1, Marks::GIVEN);
    let vietnamese = (at..end).all(|t| view.is(t, Shape::VIETNAMESE));
    let score =
        i32::from(sure) * 2 + i32::from(middle && len > 2) + i32::from(given) + i32::from(len == 3)
            - i32::from(view.opens(at) && len == 2)
            - i32::from(!vietnamese) * 2;
    // After another capital the run is the rest of something longer.
    let broken = at > view.start
        && view.capital(at - 1)
        && view.is(at - 1, Shape::SYLLABLE)
        && !title_before(view, chart, at);
    let score = score - i32::from(broken) * 2;
    (score >= 2).then(|| Name {
        end,
        rule: Some(rules.person_form),
        confidence: (60 + 8 * score).clamp(0, 92) as u8,
        ..Name::default()
    })
}

/// `John Hyten`: a given name of other countries and a foreign word.
fn western(view: &View<'_>, chart: &Chart, at: u32, end: u32) -> Option<Name> {
    let foreign = |t: u32| view.is(t, Shape::SYLLABLE) && !view.is(t, Shape::VIETNAMESE);
    let fits = view.has(at, Marks::FOREIGN_GIVEN)
        && (2..=4).contains(&(end - at))
        && foreign(end - 1)
        && view.named(&chart.places, at).is_none()
        && view.named(&chart.organizations, at).is_none();
    let broken = at > view.start && view.capital(at - 1) && foreign(at - 1);
    (fits && !broken).then(|| Name {
        end,
        rule: Some(view.lexis.rules.person_form),
        confidence: 80,
        ..Name::default()
    })
}

/// Whether a known name is a piece of a longer run of capitals: `Lê Văn Thành` in `Lê Văn Thành Nam`.
fn inside_capitals(view: &View<'_>, at: u32, hit_end: u32, run_end: u32) -> bool {
    run_end > hit_end
        && view.is(hit_end, Shape::VIETNAMESE)
        && view.has(hit_end, Marks::GIVEN | Marks::MIDDLE)
        && run_end - at <= 4
        && !view.upper(at)
}

/// Whether a title or a head ends right before a token.
fn title_before(view: &View<'_>, _chart: &Chart, at: u32) -> bool {
    let classes = &view.lexis.classes;
    (1..=5u32).any(|back| {
        let Some(from) = at.checked_sub(back) else { return false };
        view.hits(from).any(|h| {
            h.tokens.end == at
                && (view.lexis.is_title(h)
                    || h.class == classes.honorific
                    || h.class == classes.occupation
                    || h.class == class::ORGANIZATION
                    || h.class == class::PLACE)
        })
    })
}

/// The end of the run of capitals at a token, of at most `longest` words.
fn run(view: &View<'_>, chart: &Chart, at: u32, longest: u32) -> u32 {
    let mut end = at;
    let upper = view.upper(at);
    let mut words = 0;
    while words < longest {
        if !view.capital(end) || !view.is(end, Shape::SYLLABLE) {
            break;
        }
        let single = view.token(end).is_some_and(|t| t.span.len() == 1);
        if end > at {
            if (view.upper(end) != upper && !single) || !view.is(end, Shape::SPACE_BEFORE) {
                break;
            }
            let titled = view.hits(end).any(|h| {
                view.lexis.is_title(h) && (h.tokens.len() > 1 || !view.capital(h.tokens.end))
            });
            if titled && view.named(&chart.roles, end).is_some() {
                break;
            }
            // `Kiều Trường Sơn`: a given name that is also a head.
            let given = |n: &Name| {
                n.entity.is_none()
                    && words == 1
                    && n.end <= at + 3
                    && view.has(at, Marks::SURNAME)
                    && (end..n.end)
                        .all(|t| view.capital(t) && view.has(t, Marks::GIVEN | Marks::MIDDLE))
            };
            if view.named(&chart.organizations, end).is_some_and(|n| n.end > end + 1 && !given(&n))
            {
                break;
            }
            let dangling = view.has(end - 1, Marks::MIDDLE);
            if words >= 2
                && !dangling
                && view.named(&chart.places, end).is_some_and(|n| n.end > end + 1 || words > 2)
            {
                break;
            }
            // The next person of a list without commas: `Nguyễn Văn An Trần Thị Bình`.
            if words >= 3 && view.has(end, Marks::SURE_SURNAME) && view.capital(end + 1) {
                break;
            }
        }
        end += 1;
        words += 1;
        // `Ban Ki-moon`, `Kim Jong-un`
        while view.has(end, Marks::DASH)
            && !view.is(end, Shape::SPACE_BEFORE)
            && view.token(end + 1).is_some_and(|t| {
                t.shape.contains(Shape::SYLLABLE) && !t.shape.contains(Shape::SPACE_BEFORE)
            })
        {
            end += 2;
        }
    }
    end
}

/// The person that a title or an honorific before `at` announces. After an honorific a given name
/// alone will do.
pub(crate) fn announced(view: &View<'_>, chart: &Chart, at: u32, honorific: bool) -> Option<Name> {
    if let Some(person) = view.named(&chart.persons, at)
        && person.entity.is_some()
    {
        return Some(person);
    }
    if !view.capital(at) || !view.is(at, Shape::SYLLABLE) || !view.is(at, Shape::SPACE_BEFORE) {
        return None;
    }
    if view.named(&chart.organizations, at).is_some() || view.named(&chart.roles, at).is_some() {
        return None;
    }
    let end = run(view, chart, at, LONGEST);
    let len = end - at;
    if len == 0 {
        return None;
    }
    let foreign = (at..end).any(|t| view.is(t, Shape::SYLLABLE) && !view.is(t, Shape::VIETNAMESE));
    if let Some(place) = view.named(&chart.places, at)
        && (place.end >= end || (!honorific && place.entity.is_some()))
        && (!honorific || place.end > at + 1)
    {
        return None;
    }
    let surname = view.has(at, Marks::SURNAME);
    if !honorific && len == 1 && !foreign {
        return None;
    }
    if !honorific && !surname && !foreign && !view.has(at, Marks::GIVEN | Marks::MIDDLE) && len < 2
    {
        return None;
    }
    if view.upper(at) && !surname {
        return None;
    }
    Some(Name {
        end,
        rule: Some(view.lexis.rules.person_titled),
        confidence: if surname || honorific { 90 } else { 75 },
        ..Name::default()
    })
}

/// The end of a name with an initial: `T.Phúc`, `N.V. An`.
fn initials(view: &View<'_>, at: u32) -> Option<u32> {
    let initial = |t: u32| {
        view.token(t).is_some_and(|token| token.span.len() <= 2 && view.capital(t))
            && view
                .token(t + 1)
                .is_some_and(|p| p.span.len() == 1 && p.shape.contains(Shape::PUNCTUATION))
            && !view.is(t + 1, Shape::SPACE_BEFORE)
            && !view.has(t + 1, Marks::COMMA | Marks::DASH | Marks::SLASH | Marks::COLON)
    };
    let mut end = at;
    while initial(end) && end < at + 6 {
        end += 2;
    }
    (end > at && view.capital(end)).then_some(end + 1)
}

/// The name in a by-line or a photo credit.
pub(crate) fn credited(view: &View<'_>, chart: &Chart, at: u32) -> Option<Name> {
    if !view.capital(at)
        || !view.is(at, Shape::SYLLABLE)
        || (at > view.start && view.capital(at - 1) && view.is(at - 1, Shape::SYLLABLE))
    {
        return None;
    }
    if let Some(end) = initials(view, at) {
        return Some(Name {
            end,
            rule: Some(view.lexis.rules.person_credit),
            confidence: 75,
            ..Name::default()
        });
    }
    let end = run(view, chart, at, 4);
    let taken = |row: &Row| view.named(row, at).is_some_and(|n| n.end >= end || n.end > at + 1);
    if end < at + 2 || taken(&chart.places) || taken(&chart.organizations) || taken(&chart.roles) {
        return None;
    }
    if view.capital(end) || view.small(end) || view.upper(at) && !view.has(at, Marks::SURNAME) {
        return None;
    }
    let vietnamese = (at..end).all(|t| view.is(t, Shape::VIETNAMESE));
    vietnamese.then(|| Name {
        end,
        rule: Some(view.lexis.rules.person_credit),
        confidence: 80,
        ..Name::default()
    })
}
