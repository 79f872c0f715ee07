//! Bodies: known ones, and those that a head word and its complement name.

use crate::chart::{Chart, Name};
use crate::growth::{Fare, begins_other, collective, complement, listed, owner};
use crate::kinds;
use crate::lexis::Marks;
use crate::view::View;
use nghisu_document::layers::{EntityId, Hit, Shape};
use nghisu_knowledge::{Local, OrgHead, State, class};

/// The body that begins at a token.
pub(crate) fn at(view: &View<'_>, chart: &Chart, at: u32) -> Option<Name> {
    let known = known(view, at);
    if known.is_none() && (view.hit(at, class::ORG_HEAD).is_none() || view.inside_known(at)) {
        return None;
    }
    let mut best = known;
    let mut head_end = 0;
    let mut heads = 0;
    for hit in view.hits(at) {
        if hit.class != class::ORG_HEAD {
            continue;
        }
        heads += 1;
        if heads > 3 {
            break;
        }
        let Some(head) = view.lexis.gazetteer.org_head(hit) else { continue };
        if let Some(grown) = grow(view, chart, hit, head)
            && best.is_none_or(|b| grown.end > b.end)
        {
            best = Some(grown);
            head_end = hit.tokens.end;
            // A longer head with its place says more than a shorter one with whatever follows.
            if grown.confidence >= 90 {
                break;
            }
        }
    }
    if let (Some(best), Some(known)) = (&mut best, known)
        && best.end > known.end
        && head_end <= known.end
        && known.entity.is_some()
        && !extends(view, chart, known, head_end == known.end)
    {
        return Some(known);
    }
    best
}

/// Whether what a head grew beyond a known name belongs to the name: a preposition, a conjunction or
/// a comma only where the known name is a head itself (`Ủy ban` …).
fn extends(view: &View<'_>, chart: &Chart, known: Name, head: bool) -> bool {
    let joined = view.has(known.end, Marks::ABOUT | Marks::AND | Marks::OF)
        || view.is(known.end, Shape::PUNCTUATION);
    if joined {
        return head;
    }
    view.capital(known.end) && !begins_other(view, chart, known.end)
        || view.has(known.end, Marks::LEVEL)
        || collective(view, known.end).is_some()
        || view.lexis.collective().member(view, known.end) > 0
}

fn known(view: &View<'_>, at: u32) -> Option<Name> {
    let lexis = view.lexis;
    let term = view.hit(at, lexis.classes.term).map_or(0, |h| h.tokens.end);
    let hit = view.hit(at, class::ORGANIZATION)?;
    // `Tổng [cục Hải quan]`: the rest of a longer head.
    if view.small(at) && inside_head(view, at) {
        return None;
    }
    if term >= hit.tokens.end || standing_deputy(view, at) {
        return None;
    }
    let entity = lexis.gazetteer.entity(hit)?;
    if lexis.gazetteer.is_weak(hit, view.tokens) && view.opens(at) && hit.tokens.len() == 1 {
        return None;
    }
    let state = lexis.gazetteer.knowledge.get(entity).and_then(|e| e.states.last());
    Some(Name {
        end: beyond(view, hit, entity, state),
        entity: Some(entity),
        kind: state.and_then(|s| kinds::organization(&s.kind)),
        rule: Some(lexis.rules.organization_known),
        confidence: 95,
        ..Name::default()
    })
}

/// The bodies of `các bộ: Tài chính, Công an và Quốc phòng` that leave out the head, which stands at
/// a token.
pub(crate) fn headless(view: &View<'_>, chart: &mut Chart, at: u32) {
    let (Some(head), Some(before)) = (view.word(at), view.before(at)) else { return };
    let many = view.small(at.wrapping_sub(1)) && view.lexis.has(before, Marks::MANY);
    if !many || view.hit(at, class::ORG_HEAD).is_none_or(|h| h.tokens.len() > 1) {
        return;
    }
    let mut next = at + 1;
    let mut rest = view.has(next, Marks::COLON);
    if rest {
        next += 1;
    }
    let fare = Fare { small: true, closed: true, ..Fare::default() };
    for _ in 0..12 {
        let pair = view.word(next).is_some_and(|w| view.lexis.is_pair(head, w));
        if !view.capital(next) || !pair {
            return;
        }
        let end = complement(view, chart, next, fare);
        // `Tài chính, Công an và Quốc phòng` are three.
        let begins = |at: u32| {
            view.capital(at) && view.word(at).is_some_and(|w| view.lexis.is_pair(head, w))
        };
        let joint = |at: &u32| view.has(*at, Marks::COMMA | Marks::AND) && begins(at + 1);
        let end = (next + 1..end).find(joint).unwrap_or(end);
        if end == next {
            return;
        }
        if rest {
            let name = Name {
                end,
                kind: kinds::organization(if view.lexis.is_ministry(head) {
                    "ministry"
                } else {
                    "department"
                }),
                rule: Some(view.lexis.rules.organization_listed),
                confidence: 80,
                ..Name::default()
            };
            if view.named(&chart.organizations, next).is_none() {
                Chart::put(&mut chart.organizations, next, name);
            }
        }
        if !view.has(end, Marks::COMMA | Marks::AND) {
            return;
        }
        rest = true;
        next = end + 1;
    }
}

/// A newspaper, an agency or a site whose name follows `báo`, `tờ`, `hãng tin`.
pub(crate) fn press(view: &View<'_>, at: u32) -> Option<Name> {
    // Asked at every capital: most have no small word before them.
    if !view.small(at.checked_sub(1)?) {
        return None;
    }
    let noun = |h: Hit| {
        let (first, last) = (h.tokens.start, h.tokens.end - 1);
        h.class == view.lexis.classes.body_noun && view.small(first) && view.small(last)
    };
    let compound = |h: Hit| h.class == view.lexis.classes.name_half;
    let small = at.checked_sub(1).is_some_and(|last| view.small(last)); // the cheap half of `noun`
    if !small
        || !view.capital(at)
        || !view.hits_before(at).any(noun)
        || view.hits_before(at).any(compound)
    {
        return None;
    }
    let mut end = at;
    while view.capital(end) && end < at + 4 && (end == at || view.is(end, Shape::SPACE_BEFORE)) {
        end += 1;
    }
    Some(Name {
        end,
        kind: kinds::organization("press"),
        rule: Some(view.lexis.rules.organization_press),
        confidence: 75,
        ..Name::default()
    })
}

/// Where a known name ends with what the table's form leaves out: the body it belongs to
/// (`Ủy ban Pháp luật [của Quốc hội]`), its brand, the term of a parliament (`Quốc hội [khóa XIV]`).
fn beyond(view: &View<'_>, hit: Hit, entity: EntityId, state: Option<&State>) -> u32 {
    let mut end = hit.tokens.end;
    let gazetteer = &view.lexis.gazetteer;
    let next = if view.has(end, Marks::OF) { end + 1 } else { end };
    if let Some(owner) = view.hit(next, class::ORGANIZATION)
        && let Some(other) = gazetteer.entity(owner)
    {
        let above = |of: EntityId| {
            let state = gazetteer.knowledge.get(of).and_then(|e| e.states.last());
            state.is_some_and(|s| s.parents().any(|p| p == other))
        };
        let own = || state.is_some_and(|s| s.parents().any(|p| p == other || above(p)));
        let nested =
            state.is_some_and(|s| matches!(&*s.kind, "assembly_committee" | "assembly_body"));
        if other == entity && next == end || nested && own() {
            end = owner.tokens.end;
        }
    }
    let parliament = state.is_some_and(|s| &*s.kind == "assembly");
    if parliament && view.has(end, Marks::TERM) && view.is(end + 1, Shape::ROMAN) {
        end += 2;
    }
    end
}

/// Whether a head that began before goes on over a token.
fn inside_head(view: &View<'_>, at: u32) -> bool {
    (1..=2u32).filter_map(|back| at.checked_sub(back)).any(|from| {
        view.hits(from).any(|h| {
            h.tokens.end > at && (h.class == class::ORG_HEAD || h.class == class::ORGANIZATION)
        })
    })
}

/// Whether `Thường trực` belongs to the title before it: `Phó Thủ tướng Thường trực Chính phủ`.
fn standing_deputy(view: &View<'_>, at: u32) -> bool {
    view.has(at, Marks::STANDING)
        && view.before(at).is_some_and(|w| view.lexis.has(w, Marks::CHIEF))
}

fn grow(view: &View<'_>, chart: &Chart, hit: Hit, head: &OrgHead) -> Option<Name> {
    let (start, from) = (hit.tokens.start, hit.tokens.end);
    if standing_deputy(view, start) {
        return None;
    }
    // A head of one common word is written without capital only before one: `sở Y tế`.
    let small = !view.capital(start);
    if small {
        let common = hit.tokens.len() < 2 || head.complement.iter().any(|c| &**c == "domain");
        let compound = view.hits_before(start + 1).any(|h| h.class == view.lexis.classes.name_half)
            || view
                .before(start)
                .zip(view.word(start))
                .is_some_and(|(a, b)| view.lexis.is_pair(a, b));
        if inside_head(view, start) || compound || common && !view.capital(from) {
            return None;
        }
        // `ban Phật bà`, `hội Lim`: only words that known names have there.
        let vague = matches!(&*head.head, "Ban" | "Hội" | "Viện");
        let pair = view.word(start).zip(view.word(from));
        if vague && !pair.is_some_and(|(a, b)| view.lexis.is_pair(a, b)) {
            return None;
        }
    }
    if view.upper(start) && !view.is(start, Shape::ABBREVIATION) {
        // In lines all in capitals the end of a name does not show; a place may still end it.
        let place = view.named(&chart.places, from)?;
        return Some(named(view, head, place.end, false, 70));
    }
    let local = head.local != Local::No;
    let takes = |what: &str| head.complement.iter().any(|c| &**c == what);
    let level_like = takes("place") || local;
    if level_like && let Some(end) = level(view, chart, from, head) {
        return Some(end);
    }
    // `Thượng viện`, `quân đội Mỹ`: a country or nothing.
    if head.complement.iter().all(|c| &**c == "country") && &*head.kind != "embassy" {
        if let Some(country) = view.named(&chart.places, from) {
            return Some(named(view, head, country.end, false, 85));
        }
        let parliament = &*head.kind == "parliament" && hit.tokens.len() == 2 && !small;
        return parliament.then(|| named(view, head, from, false, 60));
    }
    let committee = matches!(
        &*head.kind,
        "steering_committee"
            | "task_force"
            | "committee"
            | "council"
            | "organizing_committee"
            | "national_committee"
            | "board"
            | "delegation"
    );
    let fare = Fare {
        place: takes("place") || takes("domain") || takes("name") || takes("country") || local,
        organization: takes("organization") || takes("place"),
        matter: takes("matter"),
        plain: committee,
        person: takes("name"),
        number: takes("number"),
        small: takes("domain") || takes("matter") || takes("name"),
        owner: committee,
        closed: matches!(&*head.kind, "ministry" | "department"),
    };
    let mut end = complement(view, chart, from, fare);
    // `Lữ đoàn 28 Quân chủng Phòng không - Không quân`
    if fare.number
        && end == from + 1
        && let Some(above) = view.named(&chart.organizations, end)
    {
        end = above.end;
    }
    if end == from {
        let owned = head.kind.ends_with("committee")
            || matches!(&*head.kind, "delegation" | "task_force" | "inspectorate");
        if committee && owned && view.has(from, Marks::OF) {
            end = owner(view, chart, from);
            // `Ban Chỉ đạo của Chính phủ về chuyển đổi số`
            if end > from && view.has(end, Marks::ABOUT) {
                end = complement(view, chart, end, Fare { owner: false, ..fare }).max(end);
            }
        }
        if end == from {
            return bare(view, hit, head);
        }
    }
    // `Ban Tổ chức Tỉnh ủy`, `Ban Kinh tế - Ngân sách HĐND thành phố`
    if (committee || takes("domain") || takes("matter"))
        && let Some(body) = view.named(&chart.organizations, end)
        && view.hits(end).any(|h| {
            h.class == class::ORG_HEAD
                && view.lexis.gazetteer.org_head(h).is_some_and(|b| {
                    matches!(&*b.kind, "party_committee" | "peoples_council" | "peoples_committee")
                })
        })
    {
        return Some(named(view, head, body.end, body.plural, 85));
    }
    // `Đại sứ quán Estonia tại Trung Quốc`
    if &*head.kind == "embassy"
        && view.word(end).is_some_and(|w| view.lexis.is_at(w))
        && let Some(seat) = view.named(&chart.places, end + 1)
    {
        return Some(named(view, head, seat.end, false, 85));
    }
    // `Sở Y tế tỉnh`, `Ban Chỉ đạo … tỉnh`
    let mut plural = false;
    if let Some(place) = view.named(&chart.places, end).filter(|_| committee || takes("domain")) {
        end = place.end;
    } else if let Some(more) =
        collective(view, end).filter(|_| level_like || committee || takes("domain"))
    {
        (end, plural) = (more, true);
    } else if view.small(end)
        && view.has(end, Marks::LEVEL)
        && (local || committee || takes("domain"))
    {
        end += 1;
    }
    plural |= (start..end).any(|t| view.small(t) && view.has(t, Marks::MANY));
    let confidence = if end - from > 6 { 70 } else { 85 };
    Some(named(view, head, end, plural, confidence))
}

/// `UBND tỉnh Long An`, `UBND tỉnh`, `UBND các tỉnh, thành phố`, `HĐND các cấp`.
fn level(view: &View<'_>, chart: &Chart, from: u32, head: &OrgHead) -> Option<Name> {
    if let Some(end) = collective(view, from) {
        let end = listed(view, chart, end);
        return Some(named(view, head, end, true, 90));
    }
    if let Some(place) = view.named(&chart.places, from) {
        // `trung tâm TP.HCM` is a place's centre.
        let centre = &*head.kind == "centre"
            && !view.capital(from.saturating_sub(1))
            && !view.capital(from - 2);
        return (!centre).then(|| named(view, head, place.end, false, 90));
    }
    let c = view.lexis.collective();
    let width = c.member(view, from);
    let place_like = matches!(
        &*head.kind,
        "peoples_committee"
            | "peoples_council"
            | "police"
            | "party_committee"
            | "front"
            | "procuracy"
            | "court"
            | "military_command"
            | "social_insurance"
            | "assembly_delegation"
            | "inspectorate"
            | "mass_organization"
            | "federation"
    );
    if width > 0 && place_like && view.small(from) {
        return Some(named(view, head, from + width, false, 85));
    }
    None
}

/// A head without complement: `Ủy ban`, `UBND`, which the article names in full elsewhere.
fn bare(view: &View<'_>, hit: Hit, head: &OrgHead) -> Option<Name> {
    let stands_alone = matches!(
        &*head.kind,
        "peoples_committee" | "peoples_council" | "party_committee" | "assembly_delegation"
    ) || (&*head.kind == "committee" && &*head.head == "Ủy ban")
        || &*head.kind == "community_team"
        || matches!(&*head.kind, "steering_committee" | "task_force" | "delegation")
        || matches!(
            &*head.head,
            "Thành đoàn"
                | "Tỉnh đoàn"
                | "Huyện đoàn"
                | "Quận đoàn"
                | "Hội đồng quản trị"
                | "Hội đồng thành viên"
        );
    // `Chi cục Kiểm tra sau thông quan`: the head is a name.
    let stands_alone = stands_alone || &*head.kind == "customs" && hit.tokens.len() >= 5;
    let strong = view.capital(hit.tokens.start)
        || &*head.kind == "community_team"
        || &*head.kind == "party_committee"
            && hit.tokens.len() == 2
            && view.hits_before(hit.tokens.start).any(|h| h.class == class::TITLE);
    (stands_alone && strong).then(|| named(view, head, hit.tokens.end, false, 60))
}

fn named(view: &View<'_>, head: &OrgHead, end: u32, plural: bool, confidence: u8) -> Name {
    Name {
        end,
        kind: kinds::organization(&head.kind),
        plural: plural || &*head.kind == "community_team",
        rule: Some(view.lexis.rules.organization_grown),
        confidence,
        ..Name::default()
    }
}
