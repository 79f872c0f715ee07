//! Places: known ones, and capitals after a type word; addresses.

use crate::chart::{Chart, Name};
use crate::kinds;
use crate::lexis::Marks;
use crate::view::View;
use nghisu_document::layers::{Hit, Shape};
use nghisu_knowledge::class;

/// The most words that the name of an unknown place may have.
const LONGEST: u32 = 5;

/// The place that begins at a token.
pub(crate) fn at(view: &View<'_>, chart: &Chart, at: u32) -> Option<Name> {
    let known = known(view, chart, at);
    let typed = typed(view, chart, at);
    match (known, typed) {
        (Some(known), Some(typed)) if typed.end > known.end => Some(typed),
        (None, typed) => typed,
        (known, _) => known,
    }
}

fn known(view: &View<'_>, chart: &Chart, at: u32) -> Option<Name> {
    let lexis = view.lexis;
    let term = view.hit(at, lexis.classes.term).map_or(0, |h| h.tokens.end);
    for hit in view.hits(at).filter(|h| h.class == class::PLACE) {
        if term >= hit.tokens.end {
            return None;
        }
        if !view.capital(hit.tokens.end.saturating_sub(1)) && !view.capital(at) {
            continue;
        }
        let weak = lexis.gazetteer.is_weak(hit, view.tokens);
        let name = name(view, hit);
        if weak && !evident(view, chart, hit, name.kind == Some("country")) {
            continue;
        }
        return Some(name);
    }
    None
}

/// Whether the surroundings say that a name that is also something else is a place here.
fn evident(view: &View<'_>, chart: &Chart, hit: Hit, country: bool) -> bool {
    let (at, end) = (hit.tokens.start, hit.tokens.end);
    if country && of_a_country(view, at) {
        return true;
    }
    let Some(before) = view.before(at) else { return false };
    if view.capital(end) && view.named(&chart.places, end).is_none() {
        // `Đại sứ Việt Nam tại Pháp Nguyễn Văn An`
        return country
            && view.small(at.wrapping_sub(1))
            && view.lexis.has(before, Marks::LOCATIVE)
            && view.named(&chart.persons, end).is_some();
    }
    if view.small(at.wrapping_sub(1)) && !view.lexis.has(before, Marks::AND) {
        return view.lexis.has(before, Marks::LOCATIVE) || country && named_by_noun(view, at);
    }
    let join = Marks::COMMA | Marks::AND | Marks::DASH;
    let next = view.has(end, join) && view.named(&chart.places, end + 1).is_some();
    let last = view.lexis.has(before, join) && view.place_before(at.saturating_sub(1));
    let bracketed =
        view.lexis.has(before, Marks::BRACKET) && view.has(end, Marks::CLOSING | Marks::COMMA);
    next || last || bracketed
}

/// Whether an office or a body of a country ends right before a token: `Tổng thống [Pháp]`,
/// `Đại sứ quán [Lào]`.
fn of_a_country(view: &View<'_>, at: u32) -> bool {
    let gazetteer = &view.lexis.gazetteer;
    view.hits_before(at).any(|h| match h.class {
        class::TITLE => {
            gazetteer.title(h).is_some_and(|t| t.argument.iter().any(|a| &**a == "country"))
        }
        class::ORG_HEAD => {
            gazetteer.org_head(h).is_some_and(|o| o.complement.iter().any(|c| &**c == "country"))
        }
        class::ORGANIZATION => gazetteer
            .entity(h)
            .and_then(|e| gazetteer.knowledge.get(e)?.states.last())
            .is_some_and(|s| matches!(&*s.kind, "ministry" | "government" | "parliament")),
        _ => false,
    })
}

/// Whether a small word before a token is a noun or a verb, and no address of a person, nor the
/// word for a language: `sinh viên [Lào]`, not `anh Đức`, `tiếng Pháp`.
fn named_by_noun(view: &View<'_>, at: u32) -> bool {
    let classes = &view.lexis.classes;
    let word = view.word(at);
    let compound = view.small(at + 1)
        && word.zip(view.word(at + 1)).is_some_and(|(a, b)| view.lexis.is_pair(a, b));
    !view.has(at - 1, Marks::SPEECH)
        && !compound
        && !view.has(at, Marks::COMMON_GIVEN)
        && !view.hits_before(at).any(|h| {
            h.class == classes.honorific
                || h.class == classes.occupation
                || h.class == class::ORG_HEAD
                || view.lexis.is_title(h)
        })
}

fn name(view: &View<'_>, hit: Hit) -> Name {
    let lexis = view.lexis;
    let entity = lexis.gazetteer.entity(hit);
    let state = entity.and_then(|e| lexis.gazetteer.knowledge.get(e)).and_then(|e| e.states.last());
    Name {
        end: hit.tokens.end,
        entity,
        kind: state.and_then(|s| kinds::place(&s.kind)),
        rule: Some(lexis.rules.place_known),
        confidence: 92,
        ..Name::default()
    }
}

/// A type word and a name: `xã Tân Phú`, `tỉnh Long An`, `quận 1`, `TP. Vinh`.
fn typed(view: &View<'_>, chart: &Chart, at: u32) -> Option<Name> {
    let lexis = view.lexis;
    let hit = view.hit(at, class::PLACE_TYPE)?;
    let kind = lexis.gazetteer.place_type(hit)?;
    let from = hit.tokens.end;
    let level = kind.levels.first().map_or("", |l| &**l);
    // `điểm cầu`, `nông thôn`, `Thông tấn xã`: the second half of another word.
    let small = view.small(at) && hit.tokens.len() == 1;
    if small && second_half(view, at) || view.inside_known(at) {
        return None;
    }
    // `Chủ tịch nước Lào`: the title goes on over the type word.
    if view.hits_over(at).any(|h| h.class == class::TITLE) {
        return None;
    }
    // `Nhật Bản Nguyễn Quốc Cường`: a capital in the middle of a name is no type word.
    if view.capital(at) && at > view.start && view.capital(at - 1) && view.is(at, Shape::VIETNAMESE)
    {
        return None;
    }
    if matches!(
        &*kind.form,
        "trụ sở" | "hội trường" | "điểm cầu" | "tòa nhà" | "khách sạn" | "nhà máy" | "biển"
    ) {
        return headquarters(view, chart, at, hit, &kind.form);
    }
    let word = kind.kinds.first().and_then(|k| kinds::place(k));
    let made = |end, entity, confidence| Name {
        end,
        entity,
        kind: word,
        rule: Some(lexis.rules.place_typed),
        confidence,
        ..Name::default()
    };
    // `Khu tưởng niệm Chủ tịch Hồ Chí Minh`
    if level == "facility"
        && let Some(role) = view.named(&chart.roles, from)
        && let Some(person) = view.named(&chart.persons, role.end)
    {
        return Some(made(person.end, None, 85));
    }
    // A place of its own after the type word: known ones that the hits give without type word.
    let known = view.hits(from).find(|h| {
        h.class == class::PLACE
            && lexis.gazetteer.entity(*h).is_some_and(|e| {
                let place = lexis.gazetteer.knowledge.get(e);
                place.is_some_and(|p| {
                    p.states.iter().any(|s| kind.kinds.iter().any(|k| **k == *s.kind))
                })
            })
    });
    let run =
        if matches!(level, "country" | "region") { from } else { run(view, chart, from, level) };
    if let Some(known) = known
        && (known.tokens.end >= run || level != "street")
    {
        return Some(made(known.tokens.end, lexis.gazetteer.entity(known), 92));
    }
    // `Chủ tịch UBND tỉnh Phan Ngọc Thọ`, `Hồ Thiện Nhân, Phó Bí thư …`: a person's name.
    let provincial = matches!(&*kind.form, "tỉnh" | "thành phố" | "huyện" | "quận" | "thị xã");
    if provincial && like_person(view, from, run) || surname(view, chart, at, run) {
        return None;
    }
    if run > from {
        return Some(made(run, None, 80));
    }
    // `quận 1`, `thôn 5`, `Quốc lộ 1A`
    let numbered = matches!(level, "district" | "commune" | "village" | "street");
    if numbered
        && (view.is(from, Shape::NUMBER) || view.is(from, Shape::ROMAN))
        && view.is(from, Shape::SPACE_BEFORE)
        && !matches!(&*kind.form, "đường" | "phố" | "xã" | "huyện" | "thị trấn" | "thị xã")
    {
        return Some(made(from + 1, None, 75));
    }
    if &*kind.form == "quốc lộ" && view.is(from, Shape::ABBREVIATION) {
        return Some(made(from + 1, None, 85));
    }
    None
}

/// The name without its type word, where no table knows it: `A Lưới` of `huyện A Lưới`.
pub(crate) fn bare_name(view: &View<'_>, at: u32, name: &Name) -> Option<nghisu_text::NormSpan> {
    let unknown = name.entity.is_none() && name.rule == Some(view.lexis.rules.place_typed);
    let level = matches!(
        name.kind,
        Some("district" | "commune" | "ward" | "township" | "city" | "province" | "village")
    );
    let from = view.hit(at, class::PLACE_TYPE).filter(|_| unknown && level)?.tokens.end;
    let (first, last) = (view.token(from)?, view.token(name.end.checked_sub(1)?)?);
    (from < name.end && !first.shape.contains(Shape::NUMBER))
        .then(|| nghisu_text::NormSpan::new(first.span.start(), last.span.end()))
}

/// Whether capitals have the form of a whole Vietnamese name.
fn like_person(view: &View<'_>, from: u32, end: u32) -> bool {
    (3..=4).contains(&(end - from))
        && view.has(from, Marks::SURNAME)
        && (from..end).all(|t| view.is(t, Shape::VIETNAMESE) && !view.upper(t))
}

/// Whether a type word that is also a surname (`Hồ`) begins the name of a person: an office follows.
fn surname(view: &View<'_>, chart: &Chart, at: u32, end: u32) -> bool {
    let office =
        view.has(end, Marks::COMMA | Marks::DASH) && view.named(&chart.roles, end + 1).is_some();
    office && like_person(view, at, end)
}

/// Whether a type word is the second half of a compound with the word before.
fn second_half(view: &View<'_>, at: u32) -> bool {
    let (Some(before), Some(word)) = (view.before(at), view.word(at)) else { return false };
    view.hit(at - 1, view.lexis.classes.name_half).is_some_and(|h| h.tokens.end > at)
        || (view.lexis.is_pair(before, word)
            && !view.lexis.has(before, Marks::LOCATIVE)
            && !view.lexis.has(word, Marks::PROVINCIAL))
}

/// The end of a run of capitals that can be a place's name.
fn run(view: &View<'_>, chart: &Chart, from: u32, level: &str) -> u32 {
    let mut at = from;
    while at < from + LONGEST {
        if !view.capital(at) || view.upper(at) != view.upper(from) {
            break;
        }
        // `TP. HCM Nguyễn Văn An`: an abbreviated name ends here.
        if at > from && view.is(at - 1, Shape::ABBREVIATION) {
            break;
        }
        if at > from {
            let other = view.named(&chart.roles, at).is_some()
                || view.named(&chart.organizations, at).is_some();
            if other || (at > from + 1 && view.named(&chart.persons, at).is_some()) {
                break;
            }
            if level != "street" && at >= from + 2 && view.named(&chart.places, at).is_some() {
                break;
            }
        } else if view.is(at, Shape::ABBREVIATION) && level != "province" && level != "facility" {
            break;
        }
        at += 1;
        // `Bà Rịa - Vũng Tàu` is in the tables; `Buôn Đôn`, `Ea H'leo` are not.
        if view.is(at, Shape::PUNCTUATION)
            && !view.is(at, Shape::SPACE_BEFORE)
            && view.token(at + 1).is_some_and(|t| {
                t.shape.contains(Shape::SYLLABLE) && !t.shape.contains(Shape::SPACE_BEFORE)
            })
            && view.token(at).is_some_and(|t| t.span.len() <= 3)
            && !view.has(at, Marks::COMMA | Marks::SLASH | Marks::COLON | Marks::OPENING)
        {
            at += 2;
        }
    }
    at
}

/// `Trụ sở Chính phủ`: a facility named after the body in it.
fn headquarters(view: &View<'_>, chart: &Chart, at: u32, hit: Hit, form: &str) -> Option<Name> {
    let from = hit.tokens.end;
    let made = |end| Name {
        end,
        kind: Some("facility"),
        rule: Some(view.lexis.rules.place_typed),
        confidence: 80,
        ..Name::default()
    };
    match form {
        "trụ sở" | "hội trường" => {
            let body = view.named(&chart.organizations, from)?;
            // Not `trụ sở sở Y tế`.
            let named = body.entity.is_some() || view.capital(from);
            (named && !body.plural).then(|| made(body.end))
        }
        "khách sạn" | "tòa nhà" | "nhà máy" => {
            let end = run(view, chart, from, "facility");
            (end > from && view.capital(at) | view.capital(from)).then(|| made(end))
        }
        "biển" => {
            let end = run(view, chart, from, "nature");
            (end > from).then(|| made(end)).map(|n| Name { kind: Some("sea"), ..n })
        }
        _ => None,
    }
}

/// `7 Tràng Thi` after `trụ sở`, `địa chỉ`; `số 16 Lê Hồng Phong`, `số 49, đại lộ Lê Lợi`;
/// `192 Võ Nguyên Giáp, phường …`.
pub(crate) fn address(view: &View<'_>, chart: &Chart, at: u32) -> Option<Name> {
    let signed = view.has(at, Marks::NUMBER_SIGN) && view.small(at);
    let number = at + u32::from(signed);
    if !view.is(number, Shape::NUMBER) {
        return None;
    }
    // `1740/33`
    let mut from = number + 1;
    while view.has(from, Marks::SLASH) && view.is(from + 1, Shape::NUMBER) {
        from += 2;
    }
    if signed && view.has(from, Marks::COMMA) {
        from += 1;
    }
    let street = view.named(&chart.places, from).filter(|p| p.kind == Some("street"));
    let mut end = from;
    while view.capital(end) && !view.is(end, Shape::ABBREVIATION) && end < from + 4 {
        end += 1;
    }
    let cued = || view.before(at).is_some_and(|cue| view.lexis.has(cue, Marks::ADDRESS));
    // A ward or a district goes on.
    let unit = |at: u32| {
        view.has(at, Marks::COMMA)
            && view.named(&chart.places, at + 1).is_some_and(|p| {
                matches!(p.kind, Some("commune" | "district" | "province" | "village"))
            })
    };
    let end = match street {
        Some(street) if signed => street.end,
        _ if end >= from + 2 && (signed && from == number + 1 || cued() || unit(end)) => end,
        _ => return None,
    };
    Some(Name {
        end,
        kind: Some("facility"),
        rule: Some(view.lexis.rules.place_address),
        confidence: 75,
        ..Name::default()
    })
}

/// A foreign town that no table knows: a foreign word after `tại`, `ở`.
pub(crate) fn abroad(view: &View<'_>, chart: &Chart, at: u32) -> Option<Name> {
    let before = view.before(at)?;
    let foreign = |t: u32| {
        view.capital(t)
            && view.is(t, Shape::SYLLABLE)
            && !view.is(t, Shape::VIETNAMESE)
            && !view.upper(t)
    };
    if !view.small(at - 1)
        || !view.lexis.has(before, Marks::WHERE)
        || !foreign(at)
        || view.named(&chart.organizations, at).is_some()
    {
        return None;
    }
    let mut end = at;
    while foreign(end) && end < at + 3 && (end == at || view.is(end, Shape::SPACE_BEFORE)) {
        end += 1;
    }
    if view.capital(end) || view.has(end, Marks::DASH | Marks::SLASH) {
        return None;
    }
    Some(Name {
        end,
        kind: Some("city"),
        rule: Some(view.lexis.rules.place_abroad),
        confidence: 60,
        ..Name::default()
    })
}
