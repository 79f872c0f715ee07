//! Who chaired a meeting, who attended it, whose it was.

use super::Pattern;
use super::find::{Found, reports};
use super::{name, places};
use crate::cues::Tag;
use crate::output::Output;
use crate::participants;
use crate::reading::Reading;
use nghisu_document::layers::{
    Filler, List, Meeting, MentionKind, Participant, TokenRange, WordId,
};

pub(super) fn read(
    r: &Reading<'_>,
    found: &Found,
    sentence: TokenRange,
    name_range: TokenRange,
    meeting: &mut Meeting,
    out: &mut Output,
) {
    let mut chairs: Vec<Participant> = Vec::new();
    let mut attendees: Vec<Participant> = Vec::new();
    let mut organizers: Vec<Filler> = Vec::new();
    for (index, next) in r.layers.sentences.iter().enumerate() {
        if index < found.sentence || !reports(r, next) {
            continue;
        }
        let main = index == found.sentence;
        chairs_of(r, found, next.tokens, index - found.sentence, &mut chairs, out);
        attendees_of(r, found, next.tokens, main, index - found.sentence, &mut attendees, out);
    }
    if matches!(found.pattern, Pattern::Chaired | Pattern::Attended | Pattern::Met) {
        guests(r, found, name_range, sentence, &mut attendees, out);
    }
    if matches!(found.pattern, Pattern::Organized | Pattern::Held)
        && let Some(verb) = found.verb
    {
        if verb.start < found.kind.start {
            hosts(r, sentence.start, verb, &mut organizers);
        } else if let Some(by) =
            (name_range.end..verb.start).rev().find(|t| r.is(*t, r.words.do_) && !r.in_name(*t))
        {
            hosts(r, by + 1, verb, &mut organizers);
        }
    }
    if chairs.is_empty() && found.pattern == Pattern::Chaired {
        chairs.extend(lone_person(r, sentence.start, found, out));
    }
    if attendees.is_empty()
        && matches!(found.pattern, Pattern::Attended | Pattern::Held | Pattern::Mentioned)
    {
        attendees.extend(speaker_after(r, name_range.end, sentence.end, out));
    }
    if let Some(owner) = name::owner(r, name_range)
        && organizers.iter().all(|o| o.span != owner.span)
    {
        organizers.push(owner);
    }
    attendees.retain(|a| !chairs.iter().any(|c| same(c, a)));
    meeting.organizers = List::push(&mut out.fillers, organizers);
    meeting.chairs = List::push(&mut out.participants, chairs);
    meeting.attendees = List::push(&mut out.participants, attendees);
}

/// The bodies that a verb of organizing has as its subjects, with those it was done together with:
/// `Bộ A phối hợp với Bộ B tổ chức …`. A place is where it was, unless it is the subject itself.
fn hosts(r: &Reading<'_>, from: u32, verb: TokenRange, organizers: &mut Vec<Filler>) {
    let w = r.words;
    let mut at = from;
    while at < verb.start {
        let Some((id, mention)) = r.starting(at) else {
            at += 1;
            continue;
        };
        at = mention.tokens.end;
        let place = mention.tokens.start > from
            && r.any(mention.tokens.start - 1, &[w.tại, w.ở, w.của, w.sở, w.trường, w.open]);
        let kind = mention.data.kind();
        let last = (at..verb.start).all(|t| participants::is_adverb(r, t));
        let host = match kind {
            MentionKind::Organization => true,
            // `tỉnh Quảng Ninh tổ chức …`
            MentionKind::Place => last,
            _ => false,
        };
        if host && !place {
            organizers.push(r.filler_of(id));
        }
    }
}

/// The only person named before the verb of chairing, where their titles are too long to be read
/// as one group.
fn lone_person(r: &Reading<'_>, from: u32, found: &Found, out: &mut Output) -> Option<Participant> {
    let verb = found.verb.filter(|v| v.start < found.kind.start)?;
    let range = TokenRange::new(from, verb.start);
    let mut persons =
        r.mentions_in(range).filter(|(_, m)| m.data.kind() == MentionKind::Person).fuse();
    let (id, mention) = persons.next()?;
    let of =
        mention.tokens.start.checked_sub(1).is_some_and(|t| r.any(t, &[r.words.của, r.words.do_]));
    (persons.next().is_none() && !of).then(|| participants::person(r, id, range, &mut out.fillers))
}

/// `Dự hội nghị X, Phó Thủ tướng Y cho rằng`: who stands after the name and its comma.
fn speaker_after(r: &Reading<'_>, from: u32, to: u32, out: &mut Output) -> Option<Participant> {
    let range = TokenRange::new(from, to.min(from + 30));
    let (id, mention) = r
        .mentions_in(range)
        .find(|(_, m)| matches!(m.data.kind(), MentionKind::Person | MentionKind::Role))?;
    let w = r.words;
    if !r.any(mention.tokens.start.checked_sub(1)?, &[w.comma, w.ông, w.bà, w.chí]) {
        return None;
    }
    let mut members = Vec::new();
    let end = r.mentions_in(range).find(|(_, m)| m.data.kind() == MentionKind::Person);
    let end = end.map_or(mention.tokens.end, |(_, m)| m.tokens.end);
    let _ = id;
    participants::read(
        r,
        TokenRange::new(mention.tokens.start, end),
        &mut out.fillers,
        &mut members,
    );
    members.into_iter().next()
}

/// Whether two participants are one person or one office.
fn same(one: &Participant, other: &Participant) -> bool {
    let id = |p: &Participant| p.person.or(p.role).map(|f| (f.entity, f.span));
    match (id(one), id(other)) {
        (Some((Some(a), _)), Some((Some(b), _))) => a == b,
        (Some((_, a)), Some((_, b))) => a == b,
        _ => one.body.is_some() && one.body.map(|f| f.span) == other.body.map(|f| f.span),
    }
}

fn add(list: &mut Vec<Participant>, new: impl IntoIterator<Item = Participant>) {
    for participant in new {
        if !list.iter().any(|p| same(p, &participant)) {
            list.push(participant);
        }
    }
}

/// The group of persons and offices that ends before a verb.
fn group_before(r: &Reading<'_>, from: u32, verb: u32) -> TokenRange {
    let w = r.words;
    let mut at = verb;
    while at > from && participants::is_adverb(r, at - 1) {
        at -= 1;
    }
    let joins: [WordId; 11] =
        [w.comma, w.và, w.cùng, w.hyphen, w.dash, w.ông, w.bà, w.đồng, w.chí, w.các, w.với];
    let mut last_org = true;
    while at > from {
        if let Some((_, mention)) = r.ending(at) {
            let ok = match mention.data.kind() {
                MentionKind::Person | MentionKind::Role => {
                    last_org = false;
                    true
                }
                MentionKind::Organization => last_org,
                _ => false,
            };
            if !ok {
                break;
            }
            at = mention.tokens.start;
            continue;
        }
        if !r.any(at - 1, &joins) {
            break;
        }
        at -= 1;
    }
    TokenRange::new(at, verb)
}

/// The chairs that a sentence names.
fn chairs_of(
    r: &Reading<'_>,
    found: &Found,
    range: TokenRange,
    after: usize,
    chairs: &mut Vec<Participant>,
    out: &mut Output,
) {
    let main = after == 0;
    let w = r.words;
    for token in range.start..range.end {
        let Some(cue) = r.cue(token, Tag::CHAIR) else { continue };
        if r.in_name(token)
            || r.quoted(token)
            || !r.any(cue.tokens.end - 1, &[w.trì, w.tọa, w.toạ, w.hành, w.khiển, w.biểu])
        {
            continue;
        }
        let here = main && found.verb == Some(cue.tokens);
        // `dưới sự chủ trì của X`, `hội nghị … do X chủ trì`: the object is what was told of.
        let under = token > range.start && r.is(token - 1, w.sự) && r.is(cue.tokens.end, w.của);
        let told = main
            && (found.kind.end..token).any(|t| r.is(t, w.do_) && !r.in_name(t) && !r.quoted(t));
        // `chủ trì, phối hợp với`: a task given, no chair.
        let comma = r.is(cue.tokens.end, w.comma);
        if r.is(cue.tokens.end, w.phối) || comma && (!told || r.is(cue.tokens.end + 1, w.phối))
        {
            continue;
        }
        let near =
            under && after <= 3 || after <= 8 && speaks_of(r, found, cue.tokens.end, range.end);
        if !here && !told && !near {
            continue;
        }
        let mut members = Vec::new();
        if token == range.start || (r.is(token - 1, w.comma) && r.is(cue.tokens.end + 2, w.có)) {
            // `Chủ trì hội nghị có các đồng chí …`
            let Some(list) = list_after(r, cue.tokens.end, range.end) else { continue };
            participants::read(r, list, &mut out.fillers, &mut members);
        } else if under {
            let end = (cue.tokens.end..range.end)
                .find(|t| r.any(*t, &[w.semicolon, w.đã]) && !r.in_name(*t))
                .unwrap_or(range.end);
            let list = TokenRange::new(cue.tokens.end + 1, end);
            participants::read(r, list, &mut out.fillers, &mut members);
        } else {
            let group = group_before(r, range.start, token);
            participants::read(r, group, &mut out.fillers, &mut members);
            if members.is_empty() && here {
                continue;
            }
        }
        members.retain(|m| m.person.is_some() || m.role.is_some());
        if members.iter().any(|m| m.person.is_some()) {
            members.retain(|m| m.person.is_some());
        }
        let site = site_of(r, range, token);
        if let Some(site) = site {
            // The contract gives a site to persons alone.
            for member in members.iter_mut().filter(|m| m.person.is_some()) {
                member.site = Some(site);
            }
        }
        // A second chair is believed where a site or the words say so.
        let joint = cue.code == 1;
        if chairs.is_empty() || site.is_some() || joint || here {
            add(chairs, members);
        }
    }
}

/// `Tại điểm cầu X, …` at the head of the sentence.
fn site_of(r: &Reading<'_>, range: TokenRange, before: u32) -> Option<Filler> {
    let token = (range.start..before).find(|t| r.tags(*t).contains(Tag::SITE))?;
    places::site_at(r, token, before)
}

/// Whether a verb's object is the meeting again: its kind without a name of its own.
fn speaks_of(r: &Reading<'_>, found: &Found, from: u32, to: u32) -> bool {
    let w = r.words;
    let at = if r.any(from, &[w.cuộc, w.buổi]) && !r.tags(from).contains(Tag::MEETING) {
        from + 1
    } else {
        from
    };
    if at >= to {
        return true;
    }
    let Some(cue) = r.cue(at, Tag::MEETING | Tag::MEET_VERB) else {
        return r.any(at, &[w.phiên, w.buổi, w.họp]) || r.is_mark(at);
    };
    let end = cue.tokens.end;
    let bare = end >= to || r.is_mark(end) || r.any(end, &[w.có, w.là, w.gồm, w.này, w.tại, w.và]);
    bare || r.word(at) == r.word(found.kind.start) && r.word(end - 1) == r.word(found.kind.end - 1)
}

/// The list after `có`, `gồm`, `là` or a colon.
fn list_after(r: &Reading<'_>, from: u32, to: u32) -> Option<TokenRange> {
    let w = r.words;
    let at = (from..to.min(from + 14))
        .find(|t| r.any(*t, &[w.có, w.gồm, w.là, w.colon]) && !r.in_name(*t))?;
    Some(TokenRange::new(at + 1, to))
}

/// The attendees that a sentence names.
fn attendees_of(
    r: &Reading<'_>,
    found: &Found,
    range: TokenRange,
    main: bool,
    after: usize,
    attendees: &mut Vec<Participant>,
    out: &mut Output,
) {
    let w = r.words;
    // `Về phía Estonia có bà …`
    if after <= 6
        && r.phrase(range.start, &[w.về, w.phía])
        && let Some(list) = list_after(r, range.start, range.end)
    {
        let mut members = Vec::new();
        participants::read(r, list, &mut out.fillers, &mut members);
        add(attendees, members);
        return;
    }
    for token in range.start..range.end {
        if r.in_name(token) || r.quoted(token) {
            continue;
        }
        let opens = token == range.start
            || token <= range.start + 3 && r.any(token.saturating_sub(1), &[w.cùng, w.comma]);
        let attend = r.cue(token, Tag::ATTEND);
        let part =
            r.phrase(token, &[w.sự, w.tham, w.dự]) || r.phrase(token, &[w.sự, w.tham, w.gia]);
        let mut members = Vec::new();
        if part {
            let Some(of) = (token..range.end.min(token + 5)).find(|t| r.is(*t, w.của)) else {
                continue;
            };
            let list = TokenRange::new(of + 1, range.end);
            participants::read(r, list, &mut out.fillers, &mut members);
            add(attendees, members);
            return;
        }
        let Some(attend) = attend else {
            if r.phrase(token, &[w.cùng, w.dự])
                && let Some(list) = list_after(r, token, range.end)
            {
                participants::read(r, list, &mut out.fillers, &mut members);
                add(attendees, members);
                return;
            }
            continue;
        };
        if is_compound(r, attend.tokens) {
            continue;
        }
        if opens {
            // `Cùng dự có …`, `Tham dự hội nghị có …`
            if !speaks_of(r, found, attend.tokens.end, range.end)
                && !r.any(attend.tokens.end, &[w.có, w.gồm, w.colon])
            {
                continue;
            }
            if let Some(list) = list_after(r, attend.tokens.end, range.end) {
                participants::read(r, list, &mut out.fillers, &mut members);
                add(attendees, members);
                return;
            }
            continue;
        }
        let here = main && found.verb == Some(attend.tokens);
        if here || after <= 6 && speaks_of(r, found, attend.tokens.end, range.end) {
            let mut group = group_before(r, range.start, token);
            // A body may close the group: `… cùng các đại biểu của Bộ X tham dự`.
            let of = group.start > range.start && r.is(group.start - 1, r.words.của);
            if (group.len() <= 2 || of) && !main {
                group = TokenRange::new(r.clause_start(range.start, token), token);
            }
            participants::read(r, group, &mut out.fillers, &mut members);
            add(attendees, members);
        }
    }
}

/// `dự thảo`, `dự án`, `dự kiến`: no attending.
fn is_compound(r: &Reading<'_>, cue: TokenRange) -> bool {
    let w = r.words;
    r.any(cue.end, &[w.thảo, w.án, w.kiến, w.toán, w.báo, w.phòng])
}

/// Whom the meeting was with: after the name's `với`, or the object of `tiếp`, `hội đàm với`.
fn guests(
    r: &Reading<'_>,
    found: &Found,
    name: TokenRange,
    sentence: TokenRange,
    attendees: &mut Vec<Participant>,
    out: &mut Output,
) {
    let w = r.words;
    let mut members = Vec::new();
    if found.pattern == Pattern::Met {
        let mut verb = found.verb.map_or(found.kind.start, |verb| verb.start);
        while verb > sentence.start && r.is(verb - 1, w.có) {
            verb -= 1;
        }
        let group = group_before(r, sentence.start, verb);
        participants::read(r, group, &mut out.fillers, &mut members);
    }
    let from = if found.pattern == Pattern::Met {
        Some(found.kind.end)
    } else {
        r.is(name.end, w.với).then_some(name.end + 1).or_else(|| {
            // `cuộc làm việc với các bộ`: whom it was with is in the name.
            r.is(found.kind.end, w.với).then_some(found.kind.end + 1)
        })
    };
    if let Some(from) = from {
        let end = (from..sentence.end)
            .find(|t| {
                !r.in_name(*t)
                    && (r.any(
                        *t,
                        &[w.semicolon, w.về, w.nhân, w.đang, w.để, w.nhằm, w.kết, w.trong],
                    ) || r.is(*t, w.tại))
            })
            .unwrap_or(sentence.end);
        participants::read(r, TokenRange::new(from, end), &mut out.fillers, &mut members);
    }
    add(attendees, members);
}
