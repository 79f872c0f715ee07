//! Who holds an office: the person beside the title, or whom the article or the knowledge base gives.

use super::sequence::{Gap, Item};
use super::{Work, holder_entity, mention, mentions};
use nghisu_document::layers::{
    EntityId, Holder, InferredFrom, Layers, MentionData, MentionId, RoleKind, TokenRange,
};
use nghisu_knowledge::class;

/// An office that the article says who holds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Held {
    role: MentionId,
    title: u32,
    organization: Option<EntityId>,
    person: MentionId,
}

/// Gives every role the body that its words name.
pub(crate) fn organizations(layers: &mut Layers) {
    for index in 0..layers.mentions.len() {
        let Some(&role) = layers.mentions.get(index) else { continue };
        let MentionData::Role { title, .. } = role.data else { continue };
        let inside = |m: &nghisu_document::layers::Mention| {
            matches!(m.data, MentionData::Organization { .. }) && role.tokens.contains(m.tokens)
        };
        let nested =
            mentions(layers).skip(index).take_while(|(_, m)| m.span.start() < role.span.end());
        let nested = nested.filter(|(_, m)| inside(m));
        let body = nested
            .min_by_key(|(_, m)| (m.tokens.start != title.end, std::cmp::Reverse(m.tokens.len())));
        // A body in the middle of a generic one is not the office's: `cơ quan thuộc Chính phủ`.
        let body = body.filter(|(_, m)| {
            m.tokens.start == title.end
                || title.contains(m.tokens)
                || m.tokens.end == role.tokens.end && m.tokens.start <= title.end + 1
        });
        let id = body.map(|(id, _)| id);
        if let Some(m) = layers.mentions.get_mut(index)
            && let MentionData::Role { organization, .. } = &mut m.data
        {
            *organization = id;
        }
    }
}

/// Gives roles the person that stands beside them.
pub(crate) fn beside(layers: &mut Layers, items: &[Item]) {
    for (at, item) in items.iter().enumerate() {
        if item.person {
            continue;
        }
        let forward = ahead(items, at);
        let backward = behind(items, at);
        let person = match (forward, backward) {
            (Some((person, steps)), Some((before, roles_before))) => {
                // `A, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh B`: those who give the name first go on so.
                if steps > 0 && !roles_before { before } else { person }
            }
            (Some((person, _)), None) => person,
            (None, Some((before, _))) => before,
            (None, None) => continue,
        };
        if item.plural && forward.is_none_or(|(_, steps)| steps > 0) {
            continue;
        }
        if let Some(m) = layers.mentions.get_mut(item.id.0 as usize)
            && let MentionData::Role { holder, .. } = &mut m.data
        {
            *holder = Some(Holder::Mention(person));
        }
    }
}

/// Gives an office the person who is put into it or leaves it: `bổ nhiệm ông A giữ chức B`.
pub(crate) fn in_office(work: &Work<'_>, layers: &mut Layers) {
    let (hold, office, position) = work.words.holding;
    for index in 0..layers.mentions.len() {
        let Some(&role) = layers.mentions.get(index) else { continue };
        let MentionData::Role { holder: None, plural: false, .. } = role.data else { continue };
        let word = |back: u32| {
            let at = role.tokens.start.checked_sub(back)?;
            layers.tokens.get(at as usize).map(|t| t.word)
        };
        let held = word(1) == Some(office) && word(2) == Some(hold)
            || word(1) == Some(position) && word(2) == Some(office) && word(3) == Some(hold);
        let Some(sentence) = layers.sentence_at(role.tokens.start).filter(|_| held) else {
            continue;
        };
        let Some(from) = layers.sentences.get(sentence).map(|s| s.tokens.start) else { continue };
        let before = mentions(layers)
            .take(index)
            .filter(|(_, m)| m.tokens.start >= from)
            .filter(|(_, m)| matches!(m.data, MentionData::Person { .. }))
            .last();
        let Some((person, _)) = before else { continue };
        if let Some(m) = layers.mentions.get_mut(index)
            && let MentionData::Role { holder, .. } = &mut m.data
        {
            *holder = Some(Holder::Mention(person));
        }
    }
}

/// The person that follows a role, and how many roles stand between.
fn ahead(items: &[Item], at: usize) -> Option<(MentionId, usize)> {
    for (steps, item) in items.get(at + 1..)?.iter().enumerate() {
        if item.person {
            let beside = matches!(item.gap, Gap::None | Gap::Dash)
                || (item.gap == Gap::CommaTitle && steps > 0);
            return beside.then_some((item.id, steps));
        }
        if item.gap == Gap::Break || item.plural {
            return None;
        }
    }
    None
}

/// The person before a role that is set off by a comma or a dash, and whether it had a role before it.
fn behind(items: &[Item], at: usize) -> Option<(MentionId, bool)> {
    if items.get(at)?.subject {
        return None;
    }
    let mut at = at;
    loop {
        let item = items.get(at)?;
        if matches!(item.gap, Gap::Break | Gap::None | Gap::CommaTitle)
            && !(item.gap == Gap::None && is_role_chain(items, at))
        {
            return None;
        }
        let before = items.get(at.checked_sub(1)?)?;
        if before.person {
            let direct = matches!(item.gap, Gap::Comma | Gap::Dash);
            let own = at
                .checked_sub(2)
                .and_then(|i| items.get(i))
                .is_some_and(|r| !r.person && matches!(before.gap, Gap::None | Gap::Dash));
            return direct.then_some((before.id, own));
        }
        if before.plural {
            return None;
        }
        at -= 1;
    }
}

fn is_role_chain(items: &[Item], at: usize) -> bool {
    at.checked_sub(1).and_then(|i| items.get(i)).is_some_and(|i| !i.person)
}

/// The title's number in the gazetteer, and the body of the office.
fn office(work: &Work<'_>, layers: &Layers, id: MentionId) -> Option<(u32, Option<EntityId>)> {
    let role = mention(layers, id)?;
    let MentionData::Role { title, organization, kind: RoleKind::Office, .. } = role.data else {
        return None;
    };
    // A modifier may stand before: `nguyên`.
    let hit = (title.start..title.end).find_map(|at| {
        layers.hits.at(at).iter().find(|h| h.class == class::TITLE && h.tokens.end == title.end)
    })?;
    let body = organization.and_then(|id| mention(layers, id)).and_then(|m| m.data.entity());
    let body = body.or_else(|| {
        let abroad = foreign(layers, role.tokens, title);
        work.gazetteer.title(*hit).and_then(|t| t.organization).filter(|_| !abroad)
    });
    Some((hit.entry, body))
}

/// Whether a place follows the title in the role: the office is that place's.
fn foreign(layers: &Layers, role: TokenRange, title: TokenRange) -> bool {
    role.end > title.end
        && mentions(layers).any(|(_, m)| {
            matches!(m.data, MentionData::Place { .. })
                && m.tokens.start == title.end
                && role.contains(m.tokens)
        })
}

/// Says whom titles without a name beside them mean.
pub(crate) fn bare(work: &Work<'_>, layers: &mut Layers, held: &mut Vec<Held>) {
    held.clear();
    for (id, m) in mentions(layers) {
        if let MentionData::Role { holder: Some(Holder::Mention(person)), plural: false, .. } =
            m.data
            && let Some((title, organization)) = office(work, layers, id)
        {
            held.push(Held { role: id, title, organization, person });
        }
    }
    for index in 0..layers.mentions.len() {
        let id = MentionId(index as u32);
        let Some(&role) = layers.mentions.get(index) else { continue };
        let MentionData::Role {
            holder: None,
            plural: false,
            kind: RoleKind::Office,
            title,
            organization,
        } = role.data
        else {
            continue;
        };
        let Some((number, body)) = office(work, layers, id) else { continue };
        let former = layers.hits.at(title.start).iter().all(|h| h.tokens != title)
            && title.len() > 1
            && layers.hits.at(title.start + 1).iter().any(|h| h.tokens.end == title.end);
        let named = organization.is_some() || foreign(layers, role.tokens, title);
        let fits = |h: &&Held| {
            h.title == number
                && h.role != id
                && (h.organization == body
                    && (body.is_some() || !named || same_body(layers, h.role, id))
                    || !named && body.is_none())
        };
        let before = held.iter().rev().filter(|h| h.role < id).find(fits);
        let known = before.or_else(|| held.iter().find(fits));
        let found = if let Some(known) = known {
            let person = known.person;
            let span = mention(layers, person).map(|m| m.span);
            let entity = holder_entity(layers, Holder::Mention(person));
            let holder = entity.map_or(Holder::Mention(person), Holder::Entity);
            span.map(|span| (holder, InferredFrom::Span(span)))
        } else if former {
            None
        } else {
            from_knowledge(work, layers, number, title, body)
                .map(|person| (Holder::Entity(person), InferredFrom::Knowledge))
        };
        let Some((who, from)) = found else { continue };
        if let Some(m) = layers.mentions.get_mut(index)
            && let MentionData::Role { holder, .. } = &mut m.data
        {
            *holder = Some(who);
            m.inferred_from = Some(from);
        }
    }
}

/// Whether two roles name their body in the same words.
fn same_body(layers: &Layers, a: MentionId, b: MentionId) -> bool {
    let body = |id| match mention(layers, id).map(|m| (m.data, m.tokens)) {
        Some((MentionData::Role { title, .. }, tokens)) => {
            Some(TokenRange::new(title.end, tokens.end))
        }
        _ => None,
    };
    matches!((body(a), body(b)), (Some(a), Some(b)) if super::same_words(layers, a, b))
}

fn from_knowledge(
    work: &Work<'_>,
    layers: &Layers,
    number: u32,
    tokens: TokenRange,
    body: Option<EntityId>,
) -> Option<EntityId> {
    let (date, body) = (work.date?, body?);
    let hit = (tokens.start..tokens.end).find_map(|at| {
        layers.hits.at(at).iter().find(|h| h.class == class::TITLE && h.entry == number)
    })?;
    let title = work.gazetteer.title(*hit)?;
    let knowledge = &work.gazetteer.knowledge;
    let found = knowledge
        .holder(&title.title, body, date)
        .or_else(|| knowledge.holder(&title.head, body, date));
    if found.is_some() {
        return found;
    }
    // `Người đứng đầu Ủy ban …`: whoever alone holds the body's first office.
    if &*title.title != "Người đứng đầu" {
        return None;
    }
    let chiefs = [
        "Chủ tịch",
        "Bộ trưởng",
        "Chủ nhiệm",
        "Trưởng ban",
        "Thủ tướng",
        "Tổng Giám đốc",
        "Giám đốc",
    ];
    chiefs.iter().find_map(|chief| knowledge.holder(chief, body, date))
}
