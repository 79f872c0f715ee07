//! What is to be done: one directive a task, split at `;` and `đồng thời`.

use super::content::Content;
use super::{Rules, Said, addressee, content};
use crate::cues::{CueHit, Tag};
use crate::output::{Context, Output, Request};
use crate::reading::Reading;
use nghisu_document::layers::{
    Act, Directive, Event, EventData, Filler, List, MentionKind, RuleId, Sentence, TokenRange,
};
use nghisu_text::NormSpan;

/// How far before a word of obligation its addressees may begin, in tokens.
const LONGEST_OBLIGED: u32 = 30;

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
    let (mut from, mut to) = unquoted(r, r.trim(from, to));
    while from < to
        && (r.any(from, &[w.và, w.phải, w.cần, w.comma, w.cũng])
            || r.phrase(from, &[w.đồng, w.thời])
            || r.phrase(from.saturating_sub(1), &[w.đồng, w.thời]))
    {
        from += 1;
    }
    // A task of its own addressee: `; Bộ Y rà soát …`, `; các địa phương công khai …`.
    let mut own = Vec::new();
    // Who was asked to direct others (`chỉ đạo các bệnh viện …`) is still who was asked.
    let directs = r.is(from, w.chỉ) && !addressees.is_empty();
    let assigns =
        r.cue(from, Tag::DIRECTIVE).filter(|c| !directs && addressee::begins(r, c.tokens.end));
    let at = assigns.map_or(from, |c| c.tokens.end);
    if r.starting(at).is_some_and(|(_, m)| {
        matches!(m.data.kind(), MentionKind::Organization | MentionKind::Role | MentionKind::Person)
    }) || assigns.is_some()
        || addressee::begins(r, at)
    {
        let end = addressee::read(r, at, to, &mut own);
        let plural = assigns.is_none() && r.starting(at).is_none();
        if !own.is_empty() && end + 1 < to && (!plural || takes_task(r, end, to)) {
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
    let confidence = if addressees.is_empty() { 84 } else { 88 };
    out.events.push(Event { evidence, rule, confidence, data: EventData::Directive(directive) });
}

/// A range without a mark of quotation at its edge whose other half lies outside.
fn unquoted(r: &Reading<'_>, (mut from, mut to): (u32, u32)) -> (u32, u32) {
    let quote = r.words.quote;
    if (from..to).filter(|t| r.is(*t, quote)).count() % 2 == 1 {
        if r.is(to - 1, quote) {
            to -= 1;
        } else if r.is(from, quote) {
            from += 1;
        }
    }
    r.trim(from, to)
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
        let within = r.is(before, w.trong);
        let head = mention.tokens.start == from;
        (bound || within || head).then(|| r.filler_of(id))
    })
}

/// `… nên Bộ Y cần …`, `giao Sở Z …` inside what somebody said: one directive an obligation whose
/// addressees stand right before it.
#[allow(clippy::too_many_arguments)] // the reading, the sentence, the speaker and what is written
pub(super) fn obligations(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    content: &Content,
    issuer: Filler,
    rules: &Rules,
    context: &mut Context,
    out: &mut Output,
) {
    let w = r.words;
    let (from, to) = content.tokens;
    let inside = |t: u32| content.direct || !r.quoted(t);
    let mut open: Option<(u32, Vec<Filler>)> = None;
    let close =
        |open: Option<(u32, Vec<Filler>)>, end: u32, context: &mut Context, out: &mut Output| {
            let Some((task, list)) = open else { return };
            context.request = Some(Request { issuer, sentence: index });
            context.addressees.clear();
            context.addressees.extend(list.iter().copied());
            pieces(r, sentence, (task, end), issuer, &list, rules.obligation, out);
        };
    // `nhấn mạnh cần đẩy mạnh …`: to nobody in particular.
    let bare = from.checked_sub(1).is_some_and(|t| r.any(t, &[w.phải, w.cần]));
    if bare && r.tags(from).contains(Tag::IMPERATIVE) && !r.in_name(from) {
        open = Some((from, Vec::new()));
    }
    let mut at = from;
    while at < to {
        if r.in_name(at) || !inside(at) {
            at += 1;
            continue;
        }
        // A task ends with its sentence.
        if open.is_some() && r.any(at, &[w.stop, w.dots, w.ellipsis]) {
            close(open.take(), at, context, out);
        }
        let must = r.any(at, &[w.phải, w.cần]) && !r.any(at + 1, &[w.được, w.thiết, w.có]);
        let task = if r.any(at, &[w.phải, w.cần]) && r.any(at + 1, &[w.phải]) {
            at + 2
        } else {
            at + 1
        };
        if must && let Some((start, list)) = obliged(r, from, at) {
            close(open.take(), start, context, out);
            open = Some((task, list));
        } else if let Some(verb) =
            r.cue(at, Tag::DIRECTIVE).filter(|c| assigns_here(r, from, at, c))
        {
            let mut list = Vec::new();
            let stop = addressee::read(r, verb.tokens.end, to, &mut list);
            let tasked = r.tags(stop).contains(Tag::IMPERATIVE) || r.any(stop, &[w.phải, w.cần]);
            let mine = r.is(at.saturating_sub(1), w.tôi) && r.tags(stop).contains(Tag::IMPERATIVE);
            if !list.is_empty() && tasked || mine {
                close(open.take(), at, context, out);
                open = Some((stop, list));
            }
        }
        at += 1;
    }
    close(open.take(), to, context, out);
}

/// `lưu ý các địa phương rà soát …`, `mong muốn ông X tiếp tục …`: a wish that is a task.
#[allow(clippy::too_many_arguments)] // the reading, the sentence, the speaker and what is written
pub(super) fn wishes(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    content: &Content,
    issuer: Filler,
    rules: &Rules,
    context: &mut Context,
    out: &mut Output,
) -> bool {
    let (from, to) = content.tokens;
    let mut list = Vec::new();
    let stop = addressee::read(r, from, to, &mut list);
    let task = r.tags(stop).contains(Tag::IMPERATIVE) && !r.in_name(stop);
    if !task || stop > from && list.is_empty() {
        return false;
    }
    context.request = Some(Request { issuer, sentence: index });
    context.addressees.clear();
    context.addressees.extend(list.iter().copied());
    pieces(r, sentence, (stop, to), issuer, &list, rules.request, out);
    true
}

/// Whether a verb of asking stands at the head of a clause of what is said, or after `tôi`.
fn assigns_here(r: &Reading<'_>, from: u32, at: u32, verb: &CueHit) -> bool {
    let w = r.words;
    let head = at == from
        || r.any(
            at - 1,
            &[w.comma, w.stop, w.semicolon, w.tôi, w.và, w.sẽ, w.đã, w.đó, w.mắt, w.đề],
        );
    head && (addressee::begins(r, verb.tokens.end) || r.is(at.saturating_sub(1), w.tôi))
}

/// The addressees that stand right before a word of obligation, and where they begin.
fn obliged(r: &Reading<'_>, from: u32, must: u32) -> Option<(u32, Vec<Filler>)> {
    let w = r.words;
    let mut end = must;
    while end > from && r.any(end - 1, &[w.cũng, w.sẽ, w.đều, w.còn, w.luôn]) && !r.in_name(end - 1)
    {
        end -= 1;
    }
    let mut found = None;
    let mut list = Vec::new();
    for start in (end.saturating_sub(LONGEST_OBLIGED).max(from)..end).rev() {
        if r.any(start, &[w.semicolon, w.stop, w.colon]) && !r.in_name(start) {
            break;
        }
        let opens = start == from
            || r.any(
                start - 1,
                &[
                    w.comma,
                    w.semicolon,
                    w.colon,
                    w.stop,
                    w.là,
                    w.nên,
                    w.thì,
                    w.rằng,
                    w.và,
                    w.đó,
                    w.vậy,
                    w.khi,
                    w.nay,
                    w.tới,
                ],
            );
        if !opens || r.in_name(start) && r.starting(start).is_none() {
            continue;
        }
        list.clear();
        // A name may be asked to do anything; of others the verb must be one of tasks.
        if addressee::read(r, start, end, &mut list) == end
            && !list.is_empty()
            && (list.iter().any(|f| f.mention.is_some())
                || r.tags(must + 1).contains(Tag::IMPERATIVE))
        {
            found = Some((start, list.clone()));
        } else if found.is_none() && r.phrase(start, &[w.chúng, w.ta]) && start + 2 == end {
            let tasked = r.tags(must + 1).contains(Tag::IMPERATIVE);
            found = r.filler(start, end).filter(|_| tasked).map(|f| (start, vec![f]));
        }
    }
    found
}

/// A sentence after a request that begins with a task: from the same issuer to the same people, or
/// to those that it names.
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
    let from = after_opening(r, tokens.start, end);
    let mut list = std::mem::take(&mut context.addressees);
    let mut task = None;
    let mut named = Vec::new();
    let mut after = addressee::read(r, from, end, &mut named);
    // `Các địa phương: bố trí …`
    if !named.is_empty() && r.is(after, w.colon) {
        after += 1;
    }
    if !named.is_empty() && takes_task(r, after, end) && !is_issuer(&named, &request.issuer) {
        // `Bộ Y theo dõi, đôn đốc …`: the next task has its own addressee.
        list = named;
        task = Some(if r.any(after, &[w.phải, w.cần]) { after + 1 } else { after });
    } else if r.tags(from).contains(Tag::IMPERATIVE) && !r.in_name(from) {
        task = Some(from);
    } else if let Some(must) = (from..end).find(|t| r.any(*t, &[w.phải, w.cần]) && !r.in_name(*t))
    {
        let prefix =
            r.any(tokens.start, &[w.trong, w.với, w.đối, w.để, w.về, w.tại, w.khi, w.trên]);
        let mut fronted = Vec::new();
        addressee::fronted(r, tokens.start, must, &mut fronted);
        if let Some((_, own)) = obliged(r, from, must) {
            list = own;
            task = Some(must + 1);
        } else if !fronted.is_empty() && r.is(must - 1, w.comma) {
            list = fronted;
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

/// `Thủ tướng yêu cầu:`, and what is asked stands in the lines that follow.
pub(super) fn opens_list(
    r: &Reading<'_>,
    index: usize,
    said: &Said,
    end: u32,
    context: &mut Context,
) -> bool {
    let next = said.verb.tokens.end;
    let short = next + 12 >= end && end > next;
    if said.act != Act::Request || !short || !r.is(end - 1, r.words.colon) {
        return false;
    }
    let mut list = Vec::new();
    if addressee::read(r, next, end, &mut list) + 1 < end {
        return false;
    }
    let issuer = Filler { via: None, ..said.subject.filler };
    context.reporter = None;
    context.request = Some(Request { issuer, sentence: index });
    context.addressees.clear();
    context.addressees.append(&mut list);
    true
}

/// Whether a body that directs others does so because it was just asked to.
pub(super) fn is_task_of_its_own(
    r: &Reading<'_>,
    index: usize,
    said: &Said,
    request: &Request,
) -> bool {
    let speaker = said.subject.filler;
    let body = speaker.mention.and_then(|id| r.mention(id));
    r.is(said.verb.tokens.start, r.words.chỉ)
        && request.sentence + 1 == index
        && body.is_some_and(|m| m.data.kind() == MentionKind::Organization)
        && !is_issuer(&[speaker], &request.issuer)
        && (said.subject.from..said.verb.tokens.start).all(|t| !r.is_aspect(t))
}

/// The first token after the words that only join a sentence to the one before: `Đồng thời`, `Theo
/// đó,`, `Bên cạnh đó,`, an item's mark.
pub(super) fn after_opening(r: &Reading<'_>, start: u32, end: u32) -> u32 {
    let w = r.words;
    let mut from = r.item_start(start);
    if r.phrase(from, &[w.đồng, w.thời]) {
        from += 2;
    } else if r.is(from + 1, w.là) && r.is(from + 2, w.comma) && !r.in_name(from) {
        // `Hai là, …`
        from += 3;
    } else if let Some(comma) = (from..end.min(from + 5)).find(|t| r.is(*t, w.comma))
        && r.any(
            from,
            &[
                w.cùng, w.bên, w.ngoài, w.trong, w.trước, w.đặc, w.mặt, w.theo, w.cụ, w.thứ,
                w.riêng, w.tuy, w.vì, w.do_, w.từ, w.qua,
            ],
        )
        && !(from..comma).any(|t| r.in_name(t))
    {
        from = comma + 1;
    }
    while r.any(from, &[w.comma, w.hyphen, w.dash, w.cần, w.phải]) {
        from += 1;
    }
    from
}

/// Whether a task begins at a token, after those it is given to.
fn takes_task(r: &Reading<'_>, token: u32, end: u32) -> bool {
    let w = r.words;
    if token + 2 >= end || r.in_name(token) || r.is_aspect(token) || r.is_mark(token) {
        return false;
    }
    let tags = r.tags(token);
    tags.intersects(Tag::IMPERATIVE | Tag::CHAIR)
        || tags.contains(Tag::ACTION_VERB) && !tags.contains(Tag::SPEECH)
        || r.any(token, &[w.phải, w.cần]) && !r.is(token + 1, w.được)
        // `các sở theo chức năng, nhiệm vụ và thẩm quyền triển khai …`
        || r.is(token, w.theo)
            && (token..end.min(token + 14)).any(|t| r.tags(t).contains(Tag::IMPERATIVE))
}

/// Whether the one who is named is the one who asks.
fn is_issuer(named: &[Filler], issuer: &Filler) -> bool {
    matches!(named, [one] if one.entity.is_some() && one.entity == issuer.entity)
}

/// The statement that opened the request goes on with this sentence.
pub(super) fn extend_speech(span: NormSpan, index: usize, context: &mut Context, out: &mut Output) {
    let Some((event, _, evidence)) = context.speech else { return };
    let Some(event_slot) = out.events.get_mut(event) else { return };
    if let EventData::Statement(statement) = &mut event_slot.data {
        // The rest of a quotation is its content already.
        if statement.content.is_some_and(|content| content.span.end() > span.start()) {
            context.speech = Some((event, index, evidence));
            return;
        }
        let more = statement.content_continued.map_or(span, |before| before.cover(span));
        statement.content_continued = Some(more);
        context.speech = Some((event, index, evidence));
    }
}
