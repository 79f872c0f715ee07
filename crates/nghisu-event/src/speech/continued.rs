//! Speech that runs on: later sentences that still tell what was said.

use super::{content, directive, speaker};
use crate::cues::Tag;
use crate::output::{Context, Output};
use crate::reading::Reading;
use nghisu_document::layers::{MentionKind, Sentence, Shape};
use nghisu_text::NormSpan;

/// Adds a sentence without a speaker to the statement before it, where it tells no deed of its own.
pub(super) fn read(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    speech: Option<(usize, usize, NormSpan)>,
    context: &mut Context,
    out: &mut Output,
) {
    let Some((event, last, evidence)) = speech.filter(|(_, last, _)| last + 1 == index) else {
        context.speech = None;
        return;
    };
    if !runs_on(r, sentence) {
        context.speech = None;
        return;
    }
    let end = content::last(r, sentence.tokens.end);
    let span = r.span(sentence.tokens.start, end).unwrap_or(sentence.span);
    context.speech = Some((event, last, evidence));
    directive::extend_speech(span, index, context, out);
}

/// Whether a sentence can be what somebody went on to say: in the same paragraph or joined to the
/// sentence before, and no news of its own.
fn runs_on(r: &Reading<'_>, sentence: &Sentence) -> bool {
    let w = r.words;
    let start = sentence.tokens.start;
    let end = content::last(r, sentence.tokens.end);
    // A day, a place or an occasion at the head opens news; so does somebody who does something.
    let dated = r.kind_at(start) == Some(MentionKind::Date)
        || r.kind_at(start + 1) == Some(MentionKind::Date);
    let elsewhere = r.any(start, &[w.tại, w.sáng, w.chiều, w.tối, w.trước, w.sau, w.hôm])
        || r.tags(start).contains(Tag::BACKGROUND);
    let topic = speaker::topic(r, start, end).and_then(|s| s.filler.mention);
    let somebody = topic
        .and_then(|id| r.mention(id))
        .is_some_and(|m| matches!(m.data.kind(), MentionKind::Person | MentionKind::Role));
    if dated || elsewhere || somebody || end < start + 5 {
        return false;
    }
    let joined = directive::after_opening(r, start, end) > start
        || r.any(start, &[w.đó, w.vì, w.nhưng, w.còn, w.tuy, w.song, w.nên, w.do_]);
    let inside = !r.shape(start).contains(Shape::LINE_START);
    let ahead = (start..end).any(|t| {
        r.any(t, &[w.sẽ, w.cần, w.phải, w.nên]) && !r.in_name(t) || r.phrase(t, &[w.chúng, w.ta])
    });
    inside || joined || ahead
}
