//! Where a name that no table holds comes to its end.
//!
//! A body's name is a head and a complement. In the complement the first syllable of each compound
//! is a capital and the others are small (`Nông nghiệp và Phát triển nông thôn`), so small words after
//! a capital belong to the name until a word comes that cannot: a verb of saying, a preposition, an
//! auxiliary (class `name_stop` of the table of cues).

use crate::chart::Chart;
use crate::lexis::Marks;
use crate::view::View;
use nghisu_document::layers::Shape;
use nghisu_knowledge::class;

/// What may stand in a complement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Fare {
    /// A place ends the name.
    pub(crate) place: bool,
    /// Another body ends the name.
    pub(crate) organization: bool,
    /// What the body is about, after `về`, or with `plain` in small letters from the first word.
    pub(crate) matter: bool,
    /// The matter may begin without `về`: `Tổ công tác triển khai …`.
    pub(crate) plain: bool,
    /// A person's name may begin it: schools, hospitals, streets.
    pub(crate) person: bool,
    /// A number ends it: `Quân khu 7`.
    pub(crate) number: bool,
    /// Small words after a capital.
    pub(crate) small: bool,
    /// `của tỉnh`, `của Chính phủ` ends it.
    pub(crate) owner: bool,
    /// Small words only where known names have them beside the word before.
    pub(crate) closed: bool,
}

/// How many small words in a row a complement may have after a capital before a known pair is asked for.
const FREE_SMALL: u32 = 6;

/// How many words a complement in small letters may have.
const LONGEST_MATTER: u32 = 18;

/// Whether a name cannot go on with the word at a token.
pub(crate) fn stops(view: &View<'_>, at: u32) -> bool {
    let classes = &view.lexis.classes;
    view.hits(at).any(|h| h.class == classes.name_stop || classes.stops.contains(&h.class))
}

/// Whether no matter begins with the word at a token: an auxiliary, not a verb as in
/// `Tổ công tác triển khai …`.
fn stops_hard(view: &View<'_>, at: u32) -> bool {
    let classes = &view.lexis.classes;
    view.hits(at).any(|h| {
        (h.class == classes.name_stop && h.tokens.len() == 1) || classes.stops.contains(&h.class)
    })
}

/// Whether a new name begins at a token, which another must not swallow.
pub(crate) fn begins_other(view: &View<'_>, chart: &Chart, at: u32) -> bool {
    let classes = &view.lexis.classes;
    view.named(&chart.roles, at).is_some_and(|n| n.title_end > at + 1 || n.end > n.title_end)
        || view.named(&chart.persons, at).is_some()
        || view.hits(at).any(|h| {
            (h.class == class::TITLE && (h.tokens.len() > 1 || view.capital(at)))
                || h.class == classes.rank
                || (h.class == classes.honorific && view.small(at))
        })
}

/// The end of the complement that begins at `from`; `from` where there is none.
pub(crate) fn complement(view: &View<'_>, chart: &Chart, from: u32, fare: Fare) -> u32 {
    let mut at = from;
    let mut small_run = 0;
    let mut any_capital = false;
    if fare.matter && view.has(at, Marks::ABOUT) && !stops(view, at + 1) {
        at += 1;
    }
    let matter = fare.matter && (fare.plain && view.small(at) || at > from);
    let floor = at;
    while let Some(token) = view.token(at) {
        if at != from && token.shape.intersects(Shape::SENTENCE_START | Shape::LINE_START) {
            break;
        }
        if let Some(place) = view.named(&chart.places, at)
            && (view.capital(at) || at > from || fare.place)
        {
            if fare.place || matter {
                at = place.end;
                if !matter {
                    break;
                }
                any_capital = true;
                continue;
            }
            if at > from {
                break;
            }
        }
        if let Some(program) = view.named(&chart.programs, at)
            && matter
        {
            at = program.end;
            any_capital = true;
            continue;
        }
        if let Some(organization) = view.named(&chart.organizations, at) {
            if (fare.organization && !organization.plural) || matter {
                at = organization.end;
                break;
            }
            // `Công ty TNHH Uber Việt Nam`: a brand in a company's name.
            if fare.person && organization.kind == Some("company") && organization.entity.is_some()
            {
                at = organization.end;
                any_capital = true;
                continue;
            }
            if at > from || !fare.person {
                break;
            }
        }
        if let Some(person) = view.named(&chart.persons, at) {
            if fare.person && at == from {
                at = person.end;
                any_capital = true;
                continue;
            }
            break;
        }
        if at > from && begins_other(view, chart, at) && !(matter && view.small(at)) {
            break;
        }
        if view.capital(at) {
            if at > from && !any_capital && !matter && !fare.small {
                break;
            }
            // A line that goes on without a point: `… Minh Phú Để con tôm …`.
            if at > from && view.small(at + 1) && stops_hard(view, at) {
                break;
            }
            at += 1;
            small_run = 0;
            any_capital = true;
            continue;
        }
        if token.shape.contains(Shape::SYLLABLE) {
            let first_of_matter = matter && at == floor;
            if view.lexis.has(token.word, Marks::AND) {
                match after_and(view, chart, at, matter, any_capital, fare) {
                    Some(next) => {
                        at = next;
                        small_run = 1;
                        continue;
                    }
                    None => break,
                }
            }
            if !matter && (!any_capital || !fare.small) {
                break;
            }
            let stopped = if first_of_matter { stops_hard(view, at) } else { stops(view, at) };
            if stopped && !(fare.closed && after_known(view, at)) {
                break;
            }
            if matter && at - from > LONGEST_MATTER {
                break;
            }
            if !matter && small_run >= FREE_SMALL && !known_pair(view, at) {
                break;
            }
            if !matter && (fare.closed || proper(view, from, at)) && !after_known(view, at) {
                break;
            }
            small_run += 1;
            at += 1;
            continue;
        }
        if token.shape.contains(Shape::NUMBER) {
            if fare.number || (matter && at > floor) {
                at += 1;
                if !matter {
                    break;
                }
                any_capital = true;
                continue;
            }
            break;
        }
        if view.lexis.has(token.word, Marks::AND) {
            // The sign `&`.
            if view.capital(at + 1) {
                at += 2;
                continue;
            }
            break;
        }
        if view.lexis.has(token.word, Marks::DASH) {
            if view.capital(at + 1)
                && any_capital
                && !begins_other(view, chart, at + 1)
                && named_nothing(view, chart, at + 1)
            {
                at += 2;
                small_run = 0;
                continue;
            }
            let joined = !view.is(at, Shape::SPACE_BEFORE) && !view.is(at + 1, Shape::SPACE_BEFORE);
            if (matter || joined) && view.small(at + 1) && !stops(view, at + 1) {
                at += 2;
                continue;
            }
            break;
        }
        if view.lexis.has(token.word, Marks::COMMA) {
            if joins(view, chart, at, matter, any_capital) {
                at += 2;
                continue;
            }
            break;
        }
        break;
    }
    if at == floor {
        return from;
    }
    at = trim(view, from, at);
    if fare.owner && at > from {
        at = owner(view, chart, at);
    }
    at
}

/// The end of `của tỉnh`, `của Chính phủ`, `của các bộ, ngành` after a name.
pub(crate) fn owner(view: &View<'_>, chart: &Chart, at: u32) -> u32 {
    if !view.has(at, Marks::OF) {
        return at;
    }
    let next = at + 1;
    if let Some(organization) = view.named(&chart.organizations, next) {
        return organization.end;
    }
    if let Some(place) = view.named(&chart.places, next) {
        return place.end;
    }
    if view.has(next, Marks::LEVEL) && view.small(next) {
        return next + 1;
    }
    if let Some(end) = collective(view, next) {
        return end;
    }
    at
}

/// The end of `các tỉnh, thành phố trực thuộc Trung ương`, `các bộ, ngành, địa phương`, `một số huyện`.
pub(crate) fn collective(view: &View<'_>, from: u32) -> Option<u32> {
    let c = view.lexis.collective();
    let mut at = from;
    let mut many = false;
    while view.small(at) && view.word(at).is_some_and(|w| c.many.contains(&w)) && at < from + 3 {
        at += 1;
        many = true;
    }
    // `UBND 34 tỉnh, thành phố`
    if !many && view.is(at, Shape::NUMBER) && c.member(view, at + 1) > 0 {
        at += 1;
        many = true;
    }
    let mut members = 0;
    let mut end = at;
    loop {
        let width = c.member(view, at);
        if width == 0 {
            break;
        }
        members += 1;
        at += width;
        end = at;
        if view.has(at, Marks::COMMA | Marks::AND) && c.member(view, at + 1) > 0 {
            at += 1;
            continue;
        }
        break;
    }
    if members == 0 || (!many && members < 2) {
        return None;
    }
    if view.word(end) == Some(c.under.0) && view.word(end + 1) == Some(c.under.1) {
        let body = end + 2;
        if view.word(body) == Some(c.centre.0) && view.word(body + 1) == Some(c.centre.1) {
            end = body + 2;
        }
    }
    Some(end)
}

/// The end of `Quảng Ninh, Lạng Sơn và Hà Giang` after `các tỉnh`; `from` where no place is.
pub(crate) fn listed(view: &View<'_>, chart: &Chart, from: u32) -> u32 {
    let mut end = from;
    let mut at = from;
    while let Some(place) = view.named(&chart.places, at) {
        end = place.end;
        if !view.has(end, Marks::COMMA | Marks::AND) {
            break;
        }
        at = end + 1;
    }
    end
}

/// What goes on after `và` in a complement: where to, or `None` where the name ends before it.
fn after_and(
    view: &View<'_>,
    chart: &Chart,
    at: u32,
    matter: bool,
    any_capital: bool,
    fare: Fare,
) -> Option<u32> {
    let next = at + 1;
    if !named_nothing(view, chart, next) || begins_other(view, chart, next) {
        return None;
    }
    if view.capital(next) {
        return (any_capital || matter).then_some(next + 1);
    }
    if !view.small(next) || view.has(next, Marks::MANY) {
        return None;
    }
    let (a, b) = (view.word(next)?, view.word(next + 1)?);
    let known = view.lexis.is_pair(a, b);
    (known || matter && fare.matter && !stops(view, next)).then_some(next + 1)
}

/// Whether no name of the chart begins at a token.
fn named_nothing(view: &View<'_>, chart: &Chart, at: u32) -> bool {
    view.named(&chart.places, at).is_none()
        && view.named(&chart.organizations, at).is_none()
        && view.named(&chart.persons, at).is_none()
        && view.named(&chart.roles, at).is_none()
}

/// Whether a comma joins what is before it and after it in one name.
fn joins(view: &View<'_>, chart: &Chart, comma: u32, matter: bool, any_capital: bool) -> bool {
    let next = comma + 1;
    if !named_nothing(view, chart, next) || begins_other(view, chart, next) || stops(view, next) {
        return false;
    }
    if view.small(next) {
        let Some(before) = view.before(comma) else { return false };
        let pairs = view.lexis.has(before, Marks::PAIRS);
        return pairs && (matter || any_capital)
            || (matter && list_ahead(view, chart, next, false));
    }
    view.capital(next) && any_capital && list_ahead(view, chart, next, true)
}

/// Whether `và` comes within a few words, as in `Văn hóa, Thể thao và Du lịch`.
fn list_ahead(view: &View<'_>, chart: &Chart, from: u32, capitals: bool) -> bool {
    for at in from..from + 8 {
        let Some(word) = view.word(at) else { return false };
        if view.lexis.has(word, Marks::AND) || (capitals && view.lexis.has(word, Marks::DASH)) {
            return if capitals {
                view.capital(at + 1)
                    && named_nothing(view, chart, at + 1)
                    && !begins_other(view, chart, at + 1)
            } else {
                view.small(at + 1) && !stops(view, at + 1) && !view.has(at + 1, Marks::MANY)
            };
        }
        if at > from && (!named_nothing(view, chart, at) || begins_other(view, chart, at)) {
            return false;
        }
        if view.is(at, Shape::PUNCTUATION) && !view.lexis.has(word, Marks::COMMA) {
            return false;
        }
        if view.small(at) && stops(view, at) {
            return false;
        }
    }
    false
}

/// Whether a word stands in known names beside its neighbour.
fn known_pair(view: &View<'_>, at: u32) -> bool {
    let Some(word) = view.word(at) else { return false };
    let before = view.before(at).is_some_and(|b| view.lexis.is_pair(b, word));
    before || view.word(at + 1).is_some_and(|a| view.small(at + 1) && view.lexis.is_pair(word, a))
}

/// Whether what stands before a token is a proper name, which no small word goes on: two capitals
/// in a row, or an abbreviation.
fn proper(view: &View<'_>, from: u32, at: u32) -> bool {
    let head = || view.hits_before(at).any(|h| h.class == class::ORG_HEAD);
    view.is(at - 1, Shape::ABBREVIATION) && !head()
        || at >= from + 2 && view.capital(at - 1) && view.capital(at - 2)
}

/// Whether a word follows the word before it in known names.
fn after_known(view: &View<'_>, at: u32) -> bool {
    let pair = view.before(at).zip(view.word(at));
    pair.is_some_and(|(before, word)| view.lexis.is_pair(before, word))
}

/// Takes off what a name cannot end in: `và`, dashes, commas.
fn trim(view: &View<'_>, from: u32, end: u32) -> u32 {
    let mut end = end;
    while end > from {
        let Some(word) = view.word(end - 1) else { break };
        let dangling =
            Marks::AND | Marks::COMMA | Marks::DASH | Marks::ABOUT | Marks::OF | Marks::MANY;
        if view.small(end - 1) && view.lexis.has(word, dangling)
            || view.is(end - 1, Shape::PUNCTUATION)
        {
            end -= 1;
        } else {
            break;
        }
    }
    end
}
