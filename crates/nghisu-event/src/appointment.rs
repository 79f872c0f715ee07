//! Persons given an office, or relieved of one. A title beside a name is none.

use crate::cues::Tag;
use crate::output::{Context, Output};
use crate::participants::{self, Subject};
use crate::reading::Reading;
use nghisu_document::layers::{
    Appointment, AppointmentAct, Event, EventData, Filler, Holder, MentionData, MentionId,
    MentionKind, RuleId, RuleNames, Sentence, TokenRange,
};

/// The names of the rules that make appointments.
#[derive(Debug)]
pub(crate) struct Rules {
    appointed: RuleId,
    dismissed: RuleId,
    held: RuleId,
}

impl Rules {
    pub(crate) fn new(names: &mut RuleNames) -> Self {
        Self {
            appointed: names.intern("appointment.appointed"),
            dismissed: names.intern("appointment.dismissed"),
            held: names.intern("appointment.held"),
        }
    }
}

/// Reads the appointments of a sentence.
pub(crate) fn read(
    r: &Reading<'_>,
    sentence: &Sentence,
    rules: &Rules,
    context: &Context,
    out: &mut Output,
) {
    let tokens = sentence.tokens;
    let mut done = tokens.start;
    for token in tokens.start..tokens.end {
        if token < done || r.in_name(token) || r.quoted(token) {
            continue;
        }
        let Some(verb) = r.cue(token, Tag::APPOINT) else { continue };
        // `do nghỉ hưu` is why, not what.
        let w = r.words;
        if verb.code == 1 && token > tokens.start && r.any(token - 1, &[w.do_, w.để, w.vì, w.đã])
        {
            continue;
        }
        // `đề cử`, `ứng cử`, `bầu cử`: nobody is given anything yet.
        if r.is(verb.tokens.end, w.cử)
            || r.is(token, w.cử) && token > tokens.start && r.any(token - 1, &[w.đề, w.ứng, w.bầu])
        {
            continue;
        }
        let Some((person, position, end)) = members(r, tokens, verb.tokens, verb.code)
            .map(|(person, position, end)| (r.filler_of(person), position, end))
            .or_else(|| pronoun(r, sentence, verb.tokens, context))
        else {
            continue;
        };
        done = end;
        let act = match verb.code {
            0 => AppointmentAct::Appoint,
            1 => AppointmentAct::Dismiss,
            _ => AppointmentAct::Hold,
        };
        let rule = match act {
            AppointmentAct::Appoint => rules.appointed,
            AppointmentAct::Dismiss => rules.dismissed,
            AppointmentAct::Hold => rules.held,
        };
        let organization = r.mention(position).and_then(|m| match m.data {
            MentionData::Role { organization: Some(id), .. } => Some(r.filler_of(id)),
            _ => None,
        });
        let appointment = Appointment {
            person: Some(person),
            position: Some(r.filler_of(position)),
            organization,
            act: Some(act),
        };
        let data = EventData::Appointment(appointment);
        out.events.push(Event { evidence: sentence.span, rule, confidence: 75, data });
    }
}

/// `ông được bổ nhiệm làm …`, `ông giữ chức …`: who was named before.
fn pronoun(
    r: &Reading<'_>,
    sentence: &Sentence,
    verb: TokenRange,
    context: &Context,
) -> Option<(Filler, MentionId, u32)> {
    let w = r.words;
    let range = sentence.tokens;
    let mut at = verb.start;
    while at > range.start && (participants::is_adverb(r, at - 1) || r.any(at - 1, &[w.được, w.bị]))
    {
        at -= 1;
    }
    let start = (at.saturating_sub(2).max(range.start)..at)
        .find(|t| r.cue(*t, Tag::PRONOUN).is_some_and(|c| c.tokens.end == at))?;
    let filler = r.filler(start, at)?;
    let subject = Subject { filler, from: start, named: false };
    let found = crate::speech::resolve(r, sentence, subject, context);
    let (position, role) = (verb.end..range.end.min(verb.end + 6))
        .find_map(|t| r.starting(t).filter(|(_, m)| m.data.kind() == MentionKind::Role))?;
    found.named.then_some((found.filler, position, role.tokens.end))
}

/// The person and the office of a verb: `bổ nhiệm ông X giữ chức Y`, `ông X được bầu giữ chức Y`.
fn members(
    r: &Reading<'_>,
    range: TokenRange,
    verb: TokenRange,
    code: u8,
) -> Option<(MentionId, MentionId, u32)> {
    let w = r.words;
    let limit = range.end.min(verb.end + 45);
    let limit = (verb.end..limit).find(|t| r.is(*t, w.semicolon)).unwrap_or(limit);
    // `làm`, `kiêm`, `phụ trách` are too common to hold an office by themselves.
    if code == 2 && !(r.is(verb.start, w.giữ) || r.is(verb.start, w.đảm)) {
        return None;
    }
    let after = (verb.end..limit)
        .find_map(|t| r.starting(t).filter(|(_, m)| m.data.kind() == MentionKind::Person));
    let before = || {
        let from = verb.start.saturating_sub(30).max(range.start);
        (from..verb.start)
            .rev()
            .find_map(|t| r.starting(t).filter(|(_, m)| m.data.kind() == MentionKind::Person))
    };
    let passive = verb.start > range.start
        && (r.any(verb.start - 1, &[w.được, w.bị]) || r.is(verb.start, w.được))
        || code == 2;
    let (person, named) = if passive { before().or(after)? } else { after.or_else(before)? };
    // The office: after the words for holding it, and not the person's old title.
    let held = |from: u32, to: u32| {
        (from..to).find(|t| {
            (r.any(*t, &[w.giữ, w.làm])
                || r.phrase(*t, &[w.chức, w.vụ])
                || r.phrase(*t, &[w.chức, w.danh]))
                && !r.in_name(*t)
        })
    };
    let from = named.tokens.end.max(verb.end);
    let start = match held(verb.start, limit) {
        Some(at) => at,
        None if named.tokens.start > verb.start => return bare(r, person, verb, named.tokens),
        None => from,
    };
    let (position, role) = (start..limit.min(start + 14))
        .find_map(|t| r.starting(t).filter(|(_, m)| m.data.kind() == MentionKind::Role))?;
    let own = matches!(role.data, MentionData::Role { holder: Some(Holder::Mention(id)), .. } if id == person);
    if own && role.tokens.start < named.tokens.start {
        return None;
    }
    Some((person, position, role.tokens.end.max(named.tokens.end)))
}

/// `miễn nhiệm Bộ trưởng X đối với ông Y`, `bầu ông Y …`: the office right after the verb.
fn bare(
    r: &Reading<'_>,
    person: MentionId,
    verb: TokenRange,
    named: TokenRange,
) -> Option<(MentionId, MentionId, u32)> {
    let (position, _) = (verb.end..named.start)
        .find_map(|t| r.starting(t).filter(|(_, m)| m.data.kind() == MentionKind::Role))?;
    Some((person, position, named.end))
}
