//! What is to be done: one directive a task, split at `;` and `đồng thời`.

use super::{Rules, addressee, content};
use crate::cues::Tag;
use crate::output::{Context, Output, Request};
use crate::reading::Reading;
use nghisu_document::layers::{
    Directive, Event, EventData, Filler, List, MentionKind, RuleId, Sentence, TokenRange,
};
use nghisu_text::NormSpan;

/// Writes the directives of a range, all from one issuer.
pub(super) fn pieces(
    r: &Reading<'_>,
    sentence: &Sentence,
    (from, to): (u32, u32),
    issuer: Filler,
    addressees: &[Filler],
    rule: RuleId,
    out: &mut Output,
) {
    let w = r.words;
    let mut first = from;
    let mut at = from;
    while at <= to {
        let joint = r.phrase(at, &[w.đồng, w.thời]) && at > from;
        let ends = at == to
            || (r.is(at, w.semicolon) || joint)
                && !r.in_name(at)
                && (r.quoted(from) || !r.quoted(at));
        if ends {
            piece(r, sentence, (first, at), issuer, addressees, rule, out);
            first = if joint { at + 2 } else { at + 1 };
            at = first.max(at + 1);
            continue;
        }
        at += 1;
    }
}

fn piece(
    r: &Reading<'_>,
    sentence: &Sentence,
    (from, to): (u32, u32),
    issuer: Filler,
    addressees: &[Filler],
    rule: RuleId,
    out: &mut Output,
) {
    let w = r.words;
    let (mut from, mut to) = r.trim(from, to);
    while from < to
        && (r.any(from, &[w.và, w.phải, w.cần, w.comma, w.cũng])
            || r.phrase(from, &[w.đồng, w.thời])
            || r.phrase(from.saturating_sub(1), &[w.đồng, w.thời]))
    {
        from += 1;
    }
    // A task of its own addressee: `; Bộ Y rà soát …`.
    let mut own = Vec::new();
    let assigns = r.cue(from, Tag::DIRECTIVE).filter(|c| addressee::begins(r, c.tokens.end));
    let at = assigns.map_or(from, |c| c.tokens.end);
    if r.starting(at).is_some_and(|(_, m)| {
        matches!(m.data.kind(), MentionKind::Organization | MentionKind::Role | MentionKind::Person)
    }) || assigns.is_some()
    {
        let end = addressee::read(r, at, to, &mut own);
        if !own.is_empty() && end + 1 < to {
            from = end;
            while from < to && r.any(from, &[w.phải, w.cần, w.comma]) {
                from += 1;
            }
        } else {
            own.clear();
        }
    }
    // What a direction is based on is no part of it.
    if let Some(by) =
        (from + 4..to).find(|t| r.is(*t, w.comma) && r.phrase(*t + 1, &[w.theo, w.tinh]))
    {
        to = by;
    }
    let (from, to) = r.trim(from, to);
    if to < from + 2 {
        return;
    }
    let Some(action) = r.filler(from, to) else { return };
    let list = if own.is_empty() { addressees } else { &own };
    let given =
        |filler: &Filler| Filler { inherited: !sentence.span.contains(filler.span), ..*filler };
    let addressees = List::push(&mut out.fillers, list.iter().map(given));
    let directive = Directive {
        issuer: Some(given(&issuer)),
        addressees,
        action: Some(action),
        deadline: deadline(r, from, to),
    };
    let evidence = sentence.span.cover(action.span);
    let confidence = if addressees.is_empty() { 65 } else { 75 };
    out.events.push(Event { evidence, rule, confidence, data: EventData::Directive(directive) });
}

/// The time frame of the task itself: `trước ngày …`, or at its head or end.
fn deadline(r: &Reading<'_>, from: u32, to: u32) -> Option<Filler> {
    let w = r.words;
    r.mentions_in(TokenRange::new(from, to)).find_map(|(id, mention)| {
        if mention.data.kind() != MentionKind::Date {
            return None;
        }
        let before = mention.tokens.start.checked_sub(1)?;
        let eve = (before.saturating_sub(3).max(from)..before).any(|t| r.is(t, w.trước));
        let bound = eve
            || r.any(before, &[w.trước, w.nhất, w.hết, w.là]) && !r.is(before, w.là)
            || r.phrase(before.saturating_sub(1), &[w.nhất, w.là])
            || r.is(before, w.ngay);
        let edge =
            r.is(before, w.trong) && (mention.tokens.start <= from + 2 || mention.tokens.end >= to);
        let head = mention.tokens.start == from;
        (bound || edge || head).then(|| r.filler_of(id))
    })
}

/// `các bộ phải …` inside what somebody said: the addressees stand right before the word of
/// obligation.
#[allow(clippy::too_many_arguments)] // the reading, the sentence, the speaker and what is written
pub(super) fn obligations(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    (from, to): (u32, u32),
    issuer: Filler,
    rules: &Rules,
    context: &mut Context,
    out: &mut Output,
) {
    let w = r.words;
    let to = to.min(content::last(r, sentence.tokens.end).max(from));
    let Some(must) =
        (from..to).find(|t| r.any(*t, &[w.phải, w.cần]) && !r.in_name(*t) && !r.quoted(*t))
    else {
        return;
    };
    // The noun phrase before it, from a clause's beginning or after `là`.
    let start = (from..must)
        .rev()
        .find(|t| r.any(*t, &[w.là, w.semicolon, w.colon]) && !r.in_name(*t))
        .map_or(from, |t| t + 1);
    let mut list = Vec::new();
    let end = addressee::read(r, start, must, &mut list);
    if list.is_empty() || end != must {
        return;
    }
    context.request = Some(Request { issuer, sentence: index });
    context.addressees.clear();
    context.addressees.extend(list.iter().copied());
    pieces(r, sentence, (must + 1, to), issuer, &list, rules.obligation, out);
}

/// A sentence after a request that begins with a task: from the same issuer to the same people.
pub(super) fn go_on(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    rules: &Rules,
    context: &mut Context,
    out: &mut Output,
) {
    let Some(request) = context.request else { return };
    if request.sentence + 1 != index && request.sentence != index {
        context.close_speech();
        return;
    }
    let w = r.words;
    let tokens = sentence.tokens;
    let end = content::last(r, tokens.end);
    let mut from = tokens.start;
    if r.phrase(from, &[w.đồng, w.thời]) {
        from += 2;
    } else if let Some(comma) = (from..end.min(from + 5)).find(|t| r.is(*t, w.comma))
        && r.any(from, &[w.cùng, w.bên, w.ngoài, w.trong, w.trước, w.đặc, w.mặt])
        && !(from..comma).any(|t| r.in_name(t))
    {
        from = comma + 1;
    }
    while r.any(from, &[w.comma, w.hyphen, w.dash, w.cần, w.phải]) {
        from += 1;
    }
    let mut list = std::mem::take(&mut context.addressees);
    let mut task = None;
    let mut named = Vec::new();
    let after = addressee::read(r, from, end, &mut named);
    if !named.is_empty() && r.tags(after).contains(Tag::IMPERATIVE) && !r.in_name(after) {
        // `Bộ Y theo dõi, đôn đốc …`: the next task has its own addressee.
        list = named;
        task = Some(after);
    } else if r.tags(from).contains(Tag::IMPERATIVE) && !r.in_name(from) {
        task = Some(from);
    } else if let Some(must) = (from..end).find(|t| r.any(*t, &[w.phải, w.cần]) && !r.in_name(*t))
    {
        let mut own = Vec::new();
        let stop = addressee::read(r, from, must, &mut own);
        let prefix =
            r.any(tokens.start, &[w.trong, w.với, w.đối, w.để, w.về, w.tại, w.khi, w.trên]);
        if !own.is_empty() && stop == must {
            list = own;
            task = Some(must + 1);
        } else if prefix && !(from..must).any(|t| r.is(t, w.comma)) {
            task = Some(must + 1);
        } else if must <= from + 12 {
            task = Some(from);
        }
    }
    if let Some(task) = task {
        let count = out.events.len();
        pieces(r, sentence, (task, end), request.issuer, &list, rules.continued, out);
        if out.events.len() > count {
            context.request = Some(Request { sentence: index, ..request });
            context.addressees = list;
            let said = r.span(tokens.start, end).unwrap_or(sentence.span);
            extend_speech(said, index, context, out);
            return;
        }
    }
    context.close_speech();
}

/// The statement that opened the request goes on with this sentence.
fn extend_speech(span: NormSpan, index: usize, context: &mut Context, out: &mut Output) {
    let Some((event, _, evidence)) = context.speech else { return };
    let Some(event_slot) = out.events.get_mut(event) else { return };
    if let EventData::Statement(statement) = &mut event_slot.data {
        let more = statement.content_continued.map_or(span, |before| before.cover(span));
        statement.content_continued = Some(more);
        context.speech = Some((event, index, evidence));
    }
}
