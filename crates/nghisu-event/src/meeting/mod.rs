//! The meeting that an article reports: one record, filled from title, lead and body together.

mod candidate;
mod find;
mod met;
mod name;
mod people;
mod places;

use crate::cues::Tag;
use crate::output::Output;
use crate::reading::Reading;
use find::Found;
use nghisu_document::layers::{
    Article, DateRef, DateShape, DateValue, Edtf, Event, EventData, Filler, FillerValue, List,
    Meeting, MentionData, MentionKind, Mode, PartOfDay, Participant, RuleId, RuleNames, TokenRange,
};
use nghisu_text::NormSpan;

/// The names of the rules that make meetings.
#[derive(Debug)]
pub(crate) struct Rules {
    chaired: RuleId,
    attended: RuleId,
    organized: RuleId,
    held: RuleId,
    met: RuleId,
    mentioned: RuleId,
}

impl Rules {
    pub(crate) fn new(names: &mut RuleNames) -> Self {
        Self {
            chaired: names.intern("meeting.chaired"),
            attended: names.intern("meeting.attended"),
            organized: names.intern("meeting.organized"),
            held: names.intern("meeting.held"),
            met: names.intern("meeting.met"),
            mentioned: names.intern("meeting.mentioned"),
        }
    }
}

/// How a sentence says that a meeting was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pattern {
    Chaired,
    Attended,
    Organized,
    Held,
    Met,
    Mentioned,
}

/// Reads the article's main meeting.
pub(crate) fn read(r: &Reading<'_>, article: &Article<'_>, rules: &Rules, out: &mut Output) {
    let Some(found) = find::main(r, article) else { return };
    let Some(sentence) = r.layers.sentences.get(found.sentence).copied() else { return };
    let verb = found.pattern == Pattern::Met && found.verb == Some(found.kind);
    let end = name::end(r, found.kind.end, sentence.tokens.end, verb);
    let name = TokenRange::new(found.kind.start, end);
    let date = date(r, &found, sentence.tokens);
    let mut meeting = Meeting {
        // A bare kind, or a verb, is no name.
        name: (name.end > found.kind.end && !verb)
            .then(|| r.filler(name.start, name.end))
            .flatten(),
        kind: kind(r, &found),
        ordinal: r
            .mentions_in(name)
            .find(|(_, m)| m.data.kind() == MentionKind::Ordinal)
            .map(|(id, _)| r.filler_of(id)),
        date: date.map(|d| Filler { inherited: !sentence.span.contains(d.0.span), ..d.0 }),
        part_of_day: date.and_then(|d| d.1),
        topic: name::topic(r, name).or_else(|| name::purpose(r, name.end, sentence.tokens.end)),
        programs: List::push(
            &mut out.fillers,
            r.mentions_in(name)
                .filter(|(_, m)| m.data.kind() == MentionKind::Program)
                .map(|(id, _)| r.filler_of(id)),
        ),
        ..Meeting::default()
    };
    places::read(r, &found, sentence.tokens, name, &mut meeting, out);
    people::read(r, &found, sentence.tokens, name, &mut meeting, out);
    meeting.mode = mode(r, name, &meeting);
    let rule = match found.pattern {
        Pattern::Chaired => rules.chaired,
        Pattern::Attended => rules.attended,
        Pattern::Organized => rules.organized,
        Pattern::Held => rules.held,
        Pattern::Met => rules.met,
        Pattern::Mentioned => rules.mentioned,
    };
    let confidence = (50 + 4 * found.score).clamp(50, 95) as u8;
    let data = EventData::Meeting(meeting);
    let evidence = introduced(r, &found, date.map(|d| d.0)).unwrap_or(sentence.span);
    out.events.push(Event { evidence, rule, confidence, data });
}

/// The sentence that tells of what `Tại buổi lễ, …` only points back to: the one with its day.
fn introduced(r: &Reading<'_>, found: &Found, date: Option<Filler>) -> Option<NormSpan> {
    if found.pattern != Pattern::Mentioned || !find::is_bare(r, found) {
        return None;
    }
    let day = date.and_then(|d| d.mention).and_then(|id| r.mention(id))?;
    let earlier = r.layers.sentence_at(day.tokens.start).filter(|s| *s < found.sentence)?;
    let sentence = r.layers.sentences.get(earlier)?;
    let someone = r.mentions_in(sentence.tokens).any(|(_, m)| {
        matches!(m.data.kind(), MentionKind::Person | MentionKind::Role | MentionKind::Organization)
    });
    (someone && day.tokens.start <= sentence.tokens.start + 3).then_some(sentence.span)
}

/// Who is introduced with their title while speaking at the meeting attended it.
pub(crate) fn speakers_attend(r: &Reading<'_>, out: &mut Output) {
    let Some(at) = out.events.iter().position(|e| matches!(e.data, EventData::Meeting(_))) else {
        return;
    };
    let (Some(Event { data: EventData::Meeting(mut meeting), evidence, .. }), tail) =
        (out.events.get(at).copied(), at)
    else {
        return;
    };
    let mut added = Vec::new();
    for event in &out.events {
        let EventData::Statement(statement) = event.data else { continue };
        let Some(speaker) = statement.speaker.filter(|s| !s.inherited && s.via.is_none()) else {
            continue;
        };
        let Some((id, mention)) = speaker.mention.and_then(|id| Some((id, r.mention(id)?))) else {
            continue;
        };
        let person = mention.data.kind() == MentionKind::Person;
        if !person || event.evidence.start() <= evidence.start() {
            continue;
        }
        let participant = crate::participants::person(r, id, mention.tokens, &mut out.fillers);
        let known =
            |p: &Participant| p.person.is_some_and(|known| is_same_person(r, known, speaker));
        let chairs = meeting.chairs.of(&out.participants);
        let attendees = meeting.attendees.of(&out.participants);
        if participant.roles.is_empty() || chairs.iter().chain(attendees).chain(&added).any(known) {
            continue;
        }
        added.push(participant);
    }
    if !added.is_empty() {
        let attendees = meeting.attendees.of(&out.participants).to_vec();
        let all = attendees.into_iter().chain(added);
        meeting.attendees = List::push(&mut out.participants, all);
        if let Some(event) = out.events.get_mut(tail) {
            event.data = EventData::Meeting(meeting);
        }
    }
}

/// Whether two names are of one person: one entity, or one name that ends the other.
fn is_same_person(r: &Reading<'_>, one: Filler, other: Filler) -> bool {
    if one.entity.is_some() && one.entity == other.entity {
        return true;
    }
    let words = |filler: Filler| {
        let tokens = filler.mention.and_then(|id| r.mention(id)).map(|m| m.tokens);
        tokens.map(|t| r.layers.tokens_of(t)).unwrap_or_default()
    };
    let (one, other) = (words(one), words(other));
    let shorter = one.len().min(other.len());
    shorter > 0
        && one.iter().rev().zip(other.iter().rev()).take(shorter).all(|(a, b)| a.word == b.word)
}

/// The words of the kind alone: `Hội nghị` of `Hội nghị trực tuyến`.
fn kind(r: &Reading<'_>, found: &Found) -> Option<Filler> {
    let words = r.cue(found.kind.start, Tag::MEETING).map_or(0, |c| u32::from(c.code));
    let end = if words > 0 { found.kind.start + words } else { found.kind.end };
    let span = r.span(found.kind.start, end.min(found.kind.end))?;
    Some(Filler { value: FillerValue::Word(span), ..Filler::span(span) })
}

/// The day: before the kind in its sentence, else after it, else in an earlier sentence.
fn date(
    r: &Reading<'_>,
    found: &Found,
    sentence: TokenRange,
) -> Option<(Filler, Option<PartOfDay>)> {
    let days = |range: TokenRange| {
        r.mentions_in(range).filter_map(|(id, m)| match m.data {
            MentionData::Date(date) if is_day(date) && !find::is_memorial(r, m.tokens) => {
                Some((r.filler_of(id), date.part_of_day))
            }
            _ => None,
        })
    };
    // Beside the days of a journey, the part of the day marks the meeting's own.
    let of = |range| days(range).find(|d| d.1.is_some()).or_else(|| days(range).next());
    let before = of(TokenRange::new(sentence.start, found.kind.start));
    // After the name, not in what somebody says there: `Tại buổi lễ, Vụ trưởng X công bố Quyết định
    // … ngày 24/11`.
    let comma = (found.kind.end..sentence.end)
        .find(|t| r.is(*t, r.words.comma) && !r.in_name(*t))
        .filter(|_| found.told)
        .unwrap_or(sentence.end);
    let near = before.or_else(|| of(TokenRange::new(found.kind.end, comma)));
    let other = || {
        let earlier = r.layers.sentences.iter().take(found.sentence);
        let dated = earlier.filter(|s| find::reports(r, s)).find_map(|s| of(s.tokens));
        dated.or_else(|| of(sentence)).or_else(|| {
            let later = r.layers.sentences.iter().skip(found.sentence + 1).take(3);
            later
                .filter(|s| find::reports(r, s))
                .find_map(|s| of(s.tokens).filter(|d| d.1.is_some()))
        })
    };
    near.or_else(other)
}

/// Whether a date is a day, or days, resolved or not.
pub(crate) fn is_day(date: DateValue) -> bool {
    match (date.value, date.shape) {
        (Some(Edtf::Point(date) | Edtf::Interval(date, _)), _) => date.day > 0,
        // The article tells no year.
        (Some(Edtf::Yearly { .. }), shape) => matches!(shape, DateShape::DayMonth { .. }),
        (Some(_), _) => false,
        (None, DateShape::DayMonth { .. } | DateShape::DayRange { .. } | DateShape::Day(_)) => true,
        (None, shape) => matches!(shape, DateShape::Relative(DateRef::Day(_))),
    }
}

/// `trực tuyến` in the name is online; a session in one place relayed to others is hybrid.
fn mode(r: &Reading<'_>, name: TokenRange, meeting: &Meeting) -> Option<Mode> {
    let said = (name.start..name.end).filter(|t| !r.in_name(*t)).find_map(|t| r.cue(t, Tag::MODE));
    match said.map(|cue| cue.code) {
        Some(0) => return Some(Mode::Online),
        Some(1) => return Some(Mode::InPerson),
        Some(_) => return Some(Mode::Hybrid),
        None => {}
    }
    if !meeting.sites.is_empty() {
        return Some(Mode::Hybrid);
    }
    None
}
