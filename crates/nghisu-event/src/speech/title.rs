//! `Thủ tướng: …`: a title that is what somebody said.

use super::{Rules, content};
use crate::cues::Tag;
use crate::output::{Context, Output};
use crate::reading::Reading;
use nghisu_document::layers::{
    Act, Event, EventData, Filler, MentionKind, Sentence, Shape, Statement,
};

/// How long the name and titles before a colon may be, in tokens.
const LONGEST_LABEL: u32 = 40;

pub(crate) fn read(r: &Reading<'_>, sentence: &Sentence, rules: &Rules, out: &mut Output) {
    let w = r.words;
    let tokens = sentence.tokens;
    let Some(colon) = (tokens.start..tokens.end).find(|t| r.is(*t, w.colon) && !r.in_name(*t))
    else {
        return;
    };
    let Some((id, mention)) = r.ending(colon) else { return };
    if !super::speaks(&mention.data) || mention.tokens.start > tokens.start + 8 {
        return;
    }
    // A place's name before a colon is a heading, and so is anything in front of the speaker.
    if (tokens.start..mention.tokens.start).any(|t| !r.in_name(t) && !r.any(t, &[w.ông, w.bà])) {
        return;
    }
    let (from, to) = r.trim(colon + 1, tokens.end);
    let quoted = r.any(from, &[w.left, w.quote]) && r.any(to - 1, &[w.right, w.quote]);
    let (from, to) = if quoted { (from + 1, to - 1) } else { (from, to) };
    let Some(span) = r.span(from, to) else { return };
    let statement = Statement {
        speaker: Some(r.filler_of(id)),
        act: Some(Act::Emphasis),
        verb: None,
        content: Some(Filler::span(span)),
        direct: quoted,
        content_continued: None,
    };
    let data = EventData::Statement(statement);
    out.events.push(Event { evidence: sentence.span, rule: rules.title, confidence: 75, data });
}

/// `Thứ trưởng X: “…”`, or a line of a conversation that its speaker's name opens.
pub(super) fn labelled(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    rules: &Rules,
    context: &mut Context,
    out: &mut Output,
) -> bool {
    let w = r.words;
    let tokens = sentence.tokens;
    let colon = (tokens.start..tokens.end.min(tokens.start + LONGEST_LABEL))
        .find(|t| r.is(*t, w.colon) && !r.in_name(*t));
    let Some(colon) = colon else { return false };
    let quoted = r.any(colon + 1, &[w.left, w.quote]);
    if !quoted && !r.shape(tokens.start).contains(Shape::LINE_START) {
        return false;
    }
    // Titles and a name are all that stands before the colon.
    let mut person = None;
    let mut at = tokens.start;
    while at < colon {
        match r.starting(at) {
            Some((id, mention)) if super::speaks(&mention.data) => {
                if mention.data.kind() == MentionKind::Person {
                    person = Some(id);
                }
                at = mention.tokens.end;
            }
            _ if r.any(at, &[w.comma, w.hyphen, w.dash, w.long_dash, w.ông, w.bà])
                || r.tags(at).intersects(Tag::TITLE | Tag::PRONOUN) =>
            {
                at = r.cue(at, Tag::TITLE | Tag::PRONOUN).map_or(at + 1, |c| c.tokens.end);
            }
            _ if person.is_some() && at + 8 >= colon && !r.tags(at).contains(Tag::SPEECH) => {
                at += 1
            }
            _ => return false,
        }
    }
    let Some(id) = person else { return false };
    let Some(content) = content::after(r, colon, content::last(r, tokens.end)) else {
        return false;
    };
    context.close_speech();
    let statement = Statement {
        speaker: Some(r.filler_of(id)),
        act: Some(Act::Assessment),
        verb: None,
        content: Some(Filler::span(content.span)),
        direct: content.direct,
        content_continued: None,
    };
    let evidence = sentence.span.cover(content.span);
    context.speaker = Some(r.filler_of(id));
    context.subject = context.speaker;
    context.speech = Some((out.events.len(), index, evidence));
    let data = EventData::Statement(statement);
    out.events.push(Event { evidence, rule: rules.labelled, confidence: 82, data });
    super::directive::obligations(
        r,
        index,
        sentence,
        &content,
        r.filler_of(id),
        rules,
        context,
        out,
    );
    true
}
