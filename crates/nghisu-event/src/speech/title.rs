//! `Thủ tướng: …`: a title that is what somebody said.

use super::Rules;
use crate::output::Output;
use crate::reading::Reading;
use nghisu_document::layers::{Act, Event, EventData, Filler, Sentence, Statement};

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
