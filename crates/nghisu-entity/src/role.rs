//! Offices with the body they belong to, ranks, academic titles.

use crate::chart::{Chart, Name, TitleKind};
use crate::growth::{Fare, begins_other, collective, complement};
use crate::lexis::Marks;
use crate::view::View;
use nghisu_document::layers::{Hit, Shape};
use nghisu_knowledge::{Takes, Title, class};

/// What may follow a title that leaves out the head of its body.
const DOMAIN: Fare = Fare {
    place: true,
    organization: false,
    matter: false,
    plain: false,
    person: false,
    number: false,
    small: true,
    owner: false,
    closed: true,
};

/// What a title at a token announces.
pub(crate) fn at(view: &View<'_>, chart: &Chart, at: u32) -> Option<Name> {
    let classes = &view.lexis.classes;
    let mut best: Option<Name> = None;
    for hit in view.hits(at) {
        let kind = if hit.class == class::TITLE
            || hit.class == classes.deputy
            || hit.class == classes.member
        {
            TitleKind::Office
        } else if hit.class == classes.rank {
            TitleKind::Rank
        } else if hit.class == classes.academic {
            TitleKind::Academic
        } else {
            continue;
        };
        let Some(title) = view.lexis.gazetteer.title(hit) else { continue };
        let made = match kind {
            TitleKind::Rank | TitleKind::Academic => ranked(view, chart, hit, kind),
            _ => office(view, chart, hit, title),
        };
        if let Some(made) = made
            && best.is_none_or(|b| made.end > b.end)
        {
            best = Some(made);
        }
    }
    best.or_else(|| modified(view, chart, at))
}

/// `nguyên Phó Chủ tịch …`, `Quyền Bộ trưởng …`: the modifier belongs to the title.
fn modified(view: &View<'_>, chart: &Chart, at: u32) -> Option<Name> {
    let hit = view.hit(at, view.lexis.classes.modifier)?;
    let title = view.lexis.gazetteer.title(hit)?;
    if !matches!(&*title.title, "nguyên" | "cựu" | "quyền") {
        return None;
    }
    let role = view.named(&chart.roles, hit.tokens.end)?;
    (role.title == TitleKind::Office && !view.has(at.wrapping_sub(1), Marks::OF)).then_some(role)
}

fn ranked(view: &View<'_>, chart: &Chart, hit: Hit, kind: TitleKind) -> Option<Name> {
    let end = hit.tokens.end;
    // `Bác sĩ`, `Tiến sĩ` are words too: they are titles of someone.
    let followed = someone(view, chart, end);
    if !followed && (kind == TitleKind::Academic || view.small(hit.tokens.start)) {
        return None;
    }
    Some(Name {
        end,
        title_end: end,
        title: kind,
        rule: Some(view.lexis.rules.role_rank),
        confidence: 90,
        ..Name::default()
    })
}

/// Whether a person or another title with a person begins at a token; commas and points between
/// titles are passed over.
pub(crate) fn someone(view: &View<'_>, chart: &Chart, at: u32) -> bool {
    let mut at = at;
    for _ in 0..6 {
        if view.named(&chart.persons, at).is_some() {
            return true;
        }
        if view.capital(at)
            && view.is(at, Shape::SYLLABLE)
            && (view.has(at, Marks::SURNAME) || !view.is(at, Shape::VIETNAMESE))
            && view.named(&chart.places, at).is_none()
            && view.named(&chart.organizations, at).is_none()
            && view.named(&chart.roles, at).is_none()
        {
            return true;
        }
        if let Some(role) = view.named(&chart.roles, at) {
            at = role.end;
        } else if view.is(at, Shape::PUNCTUATION) && !view.is(at, Shape::SPACE_BEFORE) {
            at += 1;
        } else {
            return false;
        }
    }
    false
}

fn office(view: &View<'_>, chart: &Chart, hit: Hit, title: &Title) -> Option<Name> {
    let classes = &view.lexis.classes;
    let (start, from) = (hit.tokens.start, hit.tokens.end);
    let rules = &view.lexis.rules;
    let takes = |what: &str| title.argument.iter().any(|a| &**a == what);
    let made = |end, plural, bare, confidence| Name {
        end,
        title_end: from,
        title: TitleKind::Office,
        plural,
        rule: Some(if bare { rules.role_bare } else { rules.role_title }),
        confidence,
        ..Name::default()
    };
    // `Các đại biểu Quốc hội`: a role only of someone.
    if hit.class == classes.deputy {
        let body = (start + 1..from).find_map(|t| view.named(&chart.organizations, t));
        let end = body.map_or(from, |b| b.end.max(from));
        if !someone(view, chart, end) && view.named(&chart.places, from).is_none() {
            return None;
        }
    }
    // `Trưởng Ban Tổ chức Tỉnh ủy`, `Chánh Văn phòng Quốc hội`: the body begins in the title.
    for tail in start + 1..from {
        if let Some(body) = view.named(&chart.organizations, tail)
            && body.end >= from
        {
            let headed = view.has(tail - 1, Marks::HEAD_OF);
            let title_end = if headed { tail + 1 } else { tail };
            return Some(Name { title_end, ..made(body.end, body.plural, false, 95) });
        }
    }
    if (title.takes_org != Takes::No || title.organization.is_some())
        && let Some(body) = view.named(&chart.organizations, from)
    {
        let sole = title.organization.is_some() && title.takes_org == Takes::No;
        if !sole || body.entity == title.organization {
            let end = if takes("country") { seat(view, chart, body.end) } else { body.end };
            return Some(made(end, body.plural, false, 95));
        }
    }
    if title.takes_org != Takes::No {
        if let Some(place) = view.named(&chart.places, from)
            && (takes("any")
                || takes("country")
                || takes("place")
                || takes("province")
                || takes("delegation"))
        {
            let end = if takes("country") { seat(view, chart, place.end) } else { place.end };
            return Some(made(end, false, false, 88));
        }
        // `Bộ trưởng Kế hoạch và Đầu tư`, `Trưởng phòng GD-ĐT quận 3`
        let within =
            ["ministry", "division", "agency", "board", "institute"].iter().any(|a| takes(a));
        if within
            && view.capital(from)
            && (view.is(from, Shape::VIETNAMESE) || view.is(from, Shape::ABBREVIATION))
            && view.named(&chart.persons, from).is_none()
            && !begins_other(view, chart, from)
        {
            let closed = takes("ministry");
            let end = complement(view, chart, from, Fare { closed, ..DOMAIN });
            if end > from {
                return Some(made(end, false, false, 80));
            }
        }
        if hit.class == class::TITLE
            && let Some(generic) = generic_body(view, chart, from)
        {
            return Some(made(generic, true, false, 80));
        }
    }
    if hit.class == classes.member {
        return None;
    }
    if hit.class == classes.deputy {
        return someone(view, chart, from).then(|| made(from, false, true, 85));
    }
    // A bare title.
    let announces = someone(view, chart, from);
    let capital = view.capital(start);
    let short = hit.tokens.len() == 1 && view.is(start, Shape::ABBREVIATION);
    if short && !announces {
        return None;
    }
    let weak = matches!(
        &*title.title,
        "Phụ trách"
            | "Thư ký"
            | "Trợ lý"
            | "Trưởng nhóm"
            | "Chủ tọa"
            | "Tham tán"
            | "Người đứng đầu"
            | "Thủ trưởng"
            | "Trưởng phòng"
            | "Giám đốc"
            | "Trưởng khoa"
            | "Tổ trưởng"
            | "Ủy viên"
    );
    if weak && !announces && (view.opens(start) || !capital) {
        return None;
    }
    if matches!(&*title.title, "Phụ trách" | "Thường trực") && !announces {
        return None;
    }
    if !capital && !announces && hit.tokens.len() == 1 {
        return None;
    }
    // `chủ tịch tỉnh`, `giám đốc sở`, `chủ tịch phường 6`
    let width = view.lexis.collective().member(view, from);
    let level = view.has(from, Marks::LEVEL | Marks::PROVINCIAL)
        || view.hit(from, class::ORG_HEAD).is_some();
    if !announces && title.takes_org == Takes::Yes && width > 0 && level && view.small(from) {
        let end = from + width;
        let number = u32::from(view.is(end, Shape::NUMBER) && view.has(from, Marks::LEVEL));
        return Some(made(end + number, false, false, 80));
    }
    Some(made(from, false, true, 85))
}

/// The end of `tại Việt Nam` after an ambassador's country: `Đại sứ Liên minh châu Âu (EU) tại Việt Nam`.
fn seat(view: &View<'_>, chart: &Chart, end: u32) -> u32 {
    let bracketed = view.has(end, Marks::BRACKET)
        && view.is(end + 1, Shape::ABBREVIATION)
        && view.has(end + 2, Marks::CLOSING);
    let at = if bracketed { end + 3 } else { end };
    if view.word(at).is_some_and(|w| view.lexis.is_at(w))
        && let Some(seat) = view.named(&chart.places, at + 1)
    {
        return seat.end;
    }
    end
}

/// `cơ quan ngang bộ, cơ quan thuộc Chính phủ`; `các bộ, ngành`: bodies without a name.
fn generic_body(view: &View<'_>, chart: &Chart, from: u32) -> Option<u32> {
    let end = collective(view, from)?;
    // `cơ quan thuộc Chính phủ`
    if view.word(end) == Some(view.lexis.collective().under.1)
        && let Some(body) = view.named(&chart.organizations, end + 1)
    {
        return Some(body.end);
    }
    Some(end)
}
