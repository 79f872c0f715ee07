//! Who takes part: persons with all their titles, offices without a name, bodies.

use crate::cues::Tag;
use crate::reading::Reading;
use nghisu_document::layers::{
    Filler, Holder, List, MentionData, MentionId, MentionKind, Participant, TokenRange,
};

/// Reads the participants that a stretch of text lists.
pub(crate) fn read(
    r: &Reading<'_>,
    range: TokenRange,
    fillers: &mut Vec<Filler>,
    out: &mut Vec<Participant>,
) {
    let mut token = range.start;
    while token < range.end {
        if let Some(end) = body(r, token, range.end) {
            if let Some(filler) = r.filler(token, end) {
                out.push(Participant { body: Some(filler), ..Participant::default() });
            }
            token = end;
            continue;
        }
        // What stands in brackets only explains.
        if r.is(token, r.words.open) && !r.in_name(token) {
            token = (token..range.end).find(|t| r.is(*t, r.words.close)).unwrap_or(range.end);
        }
        let Some((id, mention)) = r.starting(token) else {
            token += 1;
            continue;
        };
        let first = token;
        token = mention.tokens.end.max(token + 1);
        match mention.data {
            MentionData::Person { .. } => out.push(person(r, id, range, fillers)),
            MentionData::Role { holder, plural, .. }
                if is_entry(r, range, first) && !named_beside(r, id, holder, range) =>
            {
                // A title after a name, a comma between, is that person's, linked or not.
                if !plural && first > range.start && follows_person(r, first) {
                    continue;
                }
                let role = Some(r.filler_of(id));
                out.push(Participant { role, ..Participant::default() });
            }
            MentionData::Organization { .. } if is_entry(r, range, first) => {
                let body = Some(r.filler_of(id));
                out.push(Participant { body, ..Participant::default() });
            }
            _ => {}
        }
    }
}

/// Whether an entry of a list can begin at a token: at its head, after a comma, `và`, `các` …
fn is_entry(r: &Reading<'_>, range: TokenRange, token: u32) -> bool {
    let w = r.words;
    token == range.start
        || r.any(
            token - 1,
            &[
                w.comma,
                w.semicolon,
                w.và,
                w.cùng,
                w.với,
                w.các,
                w.có,
                w.gồm,
                w.colon,
                w.chí,
                w.ông,
                w.bà,
                w.hyphen,
                w.dash,
                w.giữa,
                w.những,
                w.vị,
                w.là,
            ],
        )
}

/// Whether a person's name, or a title of one, ends before the comma before a token.
fn follows_person(r: &Reading<'_>, token: u32) -> bool {
    let w = r.words;
    if !r.any(token - 1, &[w.comma, w.hyphen, w.dash]) {
        return false;
    }
    r.ending(token - 1).is_some_and(|(_, m)| match m.data {
        MentionData::Person { .. } => true,
        MentionData::Role { holder, .. } => matches!(holder, Some(Holder::Mention(_))),
        _ => false,
    })
}

/// A person with the titles that describe them in the same sentence.
pub(crate) fn person(
    r: &Reading<'_>,
    id: MentionId,
    near: TokenRange,
    fillers: &mut Vec<Filler>,
) -> Participant {
    let sentence = r.mention(id).and_then(|m| r.sentence_of(m.tokens.start));
    let range = sentence.map_or(near, |s| s.tokens);
    let roles = List::push(
        fillers,
        r.mentions_in(range).filter_map(|(role, mention)| {
            let MentionData::Role { holder: Some(Holder::Mention(holder)), .. } = mention.data
            else {
                return None;
            };
            (holder == id).then(|| r.filler_of(role))
        }),
    );
    Participant { person: Some(r.filler_of(id)), roles, ..Participant::default() }
}

/// Whether the role describes a person named in the same list, so that it is no participant of
/// its own.
fn named_beside(
    r: &Reading<'_>,
    role: MentionId,
    holder: Option<Holder>,
    range: TokenRange,
) -> bool {
    match holder {
        Some(Holder::Mention(id)) => r.mention(id).is_some_and(|m| {
            range.contains(m.tokens)
                || r.mention(role)
                    .and_then(|role| r.sentence_of(role.tokens.start))
                    .is_some_and(|s| s.tokens.contains(m.tokens))
        }),
        _ => false,
    }
}

/// The end of a body that no mention holds: `đại diện lãnh đạo các bộ, ngành`.
fn body(r: &Reading<'_>, token: u32, end: u32) -> Option<u32> {
    let w = r.words;
    let head = r.cue(token, Tag::REPRESENT).filter(|_| !r.in_name(token));
    let delegates = r.phrase(token, &[w.đại, w.biểu])
        || r.phrase(token, &[w.các, w.đại, w.biểu])
        || (r.phrase(token, &[w.đoàn]) && !r.in_name(token));
    if head.is_none() && !delegates {
        return None;
    }
    let mut at = head.map_or(token + 1, |h| h.tokens.end);
    while at < end {
        if let Some((_, mention)) = r.starting(at) {
            match mention.data.kind() {
                MentionKind::Person => return None,
                MentionKind::Role if !r.is(at - 1, w.các) => break,
                _ => {
                    at = mention.tokens.end;
                    continue;
                }
            }
        }
        let next_body = r.any(at, &[w.cùng, w.và]) && r.tags(at + 1).contains(Tag::REPRESENT);
        if r.any(at, &[w.semicolon, w.stop, w.open, w.cùng, w.tại]) || next_body {
            break;
        }
        let org =
            r.starting(at + 1).is_some_and(|(_, m)| m.data.kind() == MentionKind::Organization);
        if r.is(at, w.comma)
            && (org || r.tags(at + 1).contains(Tag::REPRESENT) || r.is(at + 1, w.các))
        {
            break;
        }
        at += 1;
    }
    let (_, at) = r.trim(token, at);
    (at > token).then_some(at)
}

/// Who stands directly before a token: the person or the office that a verb has as its subject,
/// with the first token of the whole noun phrase.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Subject {
    pub(crate) filler: Filler,
    pub(crate) from: u32,
    pub(crate) named: bool,
}

/// The subject of the verb at a token, not before `from`.
pub(crate) fn subject(r: &Reading<'_>, from: u32, verb: u32) -> Option<Subject> {
    let w = r.words;
    let mut at = verb;
    while at > from && is_adverb(r, at - 1) {
        at -= 1;
    }
    if at > from && r.is(at - 1, w.close) {
        let mut open = at - 1;
        while open > from && !r.is(open, w.open) {
            open -= 1;
        }
        if r.is(open, w.open) && open > from {
            at = open;
        }
    }
    // A comma may close an apposition: `ông X, Giám đốc Sở Y, cho biết`.
    if at > from && r.is(at - 1, w.comma) && r.ending(at - 1).is_some() {
        let (_, before) = r.ending(at - 1)?;
        let apposed =
            matches!(before.data, MentionData::Role { holder: Some(Holder::Mention(_)), .. });
        if !apposed {
            return None;
        }
        at -= 1;
    }
    if let Some((id, mention)) = r.ending(at)
        && mention.tokens.start >= from
    {
        return named_subject(r, from, id, mention.tokens.start);
    }
    if at <= from {
        return None;
    }
    plain_subject(r, from, at)
}

fn named_subject(r: &Reading<'_>, from: u32, id: MentionId, start: u32) -> Option<Subject> {
    let w = r.words;
    let mention = r.mention(id)?;
    if start > from && r.any(start - 1, &[w.được, w.bị, w.với, w.cho, w.bởi]) {
        return None;
    }
    match mention.data {
        MentionData::Person { .. } => {
            Some(Subject { filler: r.filler_of(id), from: noun_start(r, from, start), named: true })
        }
        MentionData::Role { holder: Some(Holder::Mention(person)), .. }
            if are_together(r, id, person) =>
        {
            let named = r.mention(person)?;
            let filler = r.filler_of(person);
            let first = named.tokens.start.min(start);
            Some(Subject { filler, from: noun_start(r, from, first), named: true })
        }
        MentionData::Role { .. } => {
            Some(Subject { filler: r.filler_of(id), from: noun_start(r, from, start), named: true })
        }
        MentionData::Organization { .. } => {
            // `ông X, Phó Cục trưởng Cục Y, Bộ Z cho biết`: X.
            if start > from
                && r.is(start - 1, w.comma)
                && let Some((_, role)) = r.ending(start - 1)
                && let MentionData::Role { holder: Some(Holder::Mention(person)), .. } = role.data
                && let Some(named) = r.mention(person)
                && named.tokens.start >= from
            {
                let first = named.tokens.start.min(role.tokens.start);
                let filler = r.filler_of(person);
                return Some(Subject { filler, from: noun_start(r, from, first), named: true });
            }
            let mut first = start;
            while first > from
                && (r.any(first - 1, &[w.đại, w.diện, w.lãnh, w.đạo]))
                && !r.in_name(first - 1)
            {
                first -= 1;
            }
            if first < start {
                return Some(Subject {
                    filler: r.filler(first, mention.tokens.end)?,
                    from: first,
                    named: true,
                });
            }
            if start > from && r.is(start - 1, w.của) {
                let clause = r.clause_start(from, start);
                let papers = Tag::REPORT | Tag::DOCUMENT;
                let report = (clause..start).find(|t| r.tags(*t).intersects(papers))?;
                return Some(Subject { filler: r.filler_of(id), from: report, named: true });
            }
            Some(Subject { filler: r.filler_of(id), from: start, named: true })
        }
        MentionData::Place { kind: Some("country"), .. } => {
            Some(Subject { filler: r.filler_of(id), from: start, named: true })
        }
        _ => None,
    }
}

/// Whether a title and its holder's name stand in one sentence.
pub(crate) fn are_together(r: &Reading<'_>, role: MentionId, person: MentionId) -> bool {
    let sentence = |id| r.mention(id).and_then(|m| r.layers.sentence_at(m.tokens.start));
    sentence(role) == sentence(person)
}

/// The first token of the noun phrase that a name closes: its titles and `ông`, `đồng chí`.
pub(crate) fn noun_start(r: &Reading<'_>, from: u32, start: u32) -> u32 {
    let w = r.words;
    let mut at = start;
    while at > from {
        if r.any(
            at - 1,
            &[w.ông, w.bà, w.anh, w.chị, w.cô, w.chí, w.đồng, w.hyphen, w.dash, w.comma],
        ) && !r.in_name(at - 1)
        {
            let marks = r.any(at - 1, &[w.comma, w.hyphen, w.dash]);
            if marks && r.ending(at - 1).is_none_or(|(_, m)| m.data.kind() != MentionKind::Role) {
                break;
            }
            at -= 1;
            continue;
        }
        match r.ending(at) {
            Some((_, m)) if m.data.kind() == MentionKind::Role => at = m.tokens.start,
            _ => break,
        }
    }
    at
}

/// A subject that no mention holds: `các đại biểu`, `báo cáo`, `bà`.
fn plain_subject(r: &Reading<'_>, from: u32, at: u32) -> Option<Subject> {
    let clause = r.clause_start(from, at);
    let start = if r.tags(clause).intersects(Tag::PLAIN_SPEAKER) {
        clause
    } else {
        // `Tại phiên họp các đại biểu`: the last word that can open such a phrase.
        (clause..at)
            .rev()
            .find(|t| r.tags(*t).contains(Tag::PLAIN_SPEAKER) && !r.in_name(*t) && !r.quoted(*t))?
    };
    let short = at.saturating_sub(start) <= 9 && at > start;
    short.then(|| r.filler(start, at)).flatten().map(|filler| Subject {
        filler,
        from: start,
        named: false,
    })
}

pub(crate) fn is_adverb(r: &Reading<'_>, token: u32) -> bool {
    let w = r.words;
    r.any(
        token,
        &[
            w.đã, w.đang, w.sẽ, w.vừa, w.cũng, w.còn, w.lại, w.luôn, w.đều, w.rất, w.đặc, w.biệt,
            w.tiếp, w.tục, w.nghiêm, w.túc, w.mới, w.trực, w.chỉ, w.tập, w.trung, w.thẳng, w.thắn,
            w.chân, w.xúc, w.động, w.chính, w.thức,
        ],
    ) && !r.in_name(token)
}
