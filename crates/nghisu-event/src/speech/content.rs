//! The words that were said: after the verb, before the speaker, between quotation marks.

use crate::cues::{CueHit, Tag};
use crate::reading::Reading;
use nghisu_document::layers::{Act, Sentence};
use nghisu_text::NormSpan;

/// How far back the beginning of a quotation is looked for.
const LONGEST_QUOTE: u32 = 400;

/// What was said.
#[derive(Debug, Clone, Copy)]
pub(super) struct Content {
    pub(super) span: NormSpan,
    pub(super) tokens: (u32, u32),
    pub(super) direct: bool,
}

impl Content {
    fn new(r: &Reading<'_>, from: u32, to: u32, direct: bool) -> Option<Self> {
        let (from, to) = r.trim(from, to);
        (to > from + 1).then_some(())?;
        Some(Self { span: r.span(from, to)?, tokens: (from, to), direct })
    }
}

/// The end of a sentence without its final marks.
pub(super) fn last(r: &Reading<'_>, end: u32) -> u32 {
    let w = r.words;
    let mut at = end;
    while at > 0 && r.any(at - 1, &[w.stop, w.slash, w.dots, w.ellipsis, w.exclamation, w.question])
    {
        at -= 1;
    }
    at
}

/// The content from a token on: the quotation that opens there, else up to the end.
pub(super) fn after(r: &Reading<'_>, from: u32, to: u32) -> Option<Content> {
    let w = r.words;
    let mut at = from;
    while at < to && r.any(at, &[w.comma, w.colon, w.rằng, w.là, w.phải, w.cần]) {
        at += 1;
    }
    if r.any(at, &[w.left, w.quote]) && !r.quoted(at) {
        let mut end = at + 1;
        while r.quoted(end) && end < at + LONGEST_QUOTE {
            end += 1;
        }
        // A quotation that only marks a word goes on after its end.
        if end + 3 >= to || end > at + 8 {
            return Content::new(r, at + 1, end, true);
        }
    }
    // `đánh giá cao cách làm của tỉnh: “…”`: the quotation is what was said.
    let colon = (at..to.min(at + 25))
        .find(|t| r.is(*t, w.colon) && r.any(*t + 1, &[w.left, w.quote]) && !r.quoted(*t));
    if let Some(colon) = colon {
        let mut end = colon + 2;
        while r.quoted(end) && end < at + LONGEST_QUOTE {
            end += 1;
        }
        return Content::new(r, colon + 2, end, true);
    }
    Content::new(r, at, to, false)
}

/// The content before its speaker: the quotation that closes there, else the clauses before.
pub(super) fn before(r: &Reading<'_>, sentence: &Sentence, speaker: u32) -> Option<Content> {
    let w = r.words;
    let mut at = speaker;
    while at > 0 && r.any(at - 1, &[w.comma, w.hyphen, w.dash, w.long_dash, w.stop]) {
        at -= 1;
    }
    let closing = at.checked_sub(1)?;
    if r.any(closing, &[w.right, w.quote]) {
        let mut start = closing;
        while start > 0 && r.quoted(start - 1) && closing - start < LONGEST_QUOTE {
            start -= 1;
        }
        return Content::new(r, start, closing, true);
    }
    let from = sentence.tokens.start;
    (at > from + 3).then(|| Content::new(r, from, at, false)).flatten()
}

/// Whether a quotation of more than a few words closes before a speaker: `“…”, ông X nói`.
pub(super) fn quoted_before(r: &Reading<'_>, speaker: u32) -> bool {
    let w = r.words;
    let mut at = speaker;
    while at > 0 && r.any(at - 1, &[w.comma, w.hyphen, w.dash, w.long_dash]) {
        at -= 1;
    }
    at > 5
        && at < speaker
        && r.any(at - 1, &[w.right, w.quote])
        && (at - 5..at - 1).all(|t| r.quoted(t))
}

/// The next verb of speech that has the same subject: after `;`, `đồng thời`, or after a comma
/// where no request is being told. With the token at which the content before it ends.
pub(super) fn shared_verb(r: &Reading<'_>, from: u32, to: u32, act: Act) -> Option<(u32, CueHit)> {
    let w = r.words;
    for token in from + 2..to {
        if r.quoted(token) || r.in_name(token) || !r.tags(token).contains(Tag::SPEECH) {
            continue;
        }
        let verb = r.cue(token, Tag::SPEECH)?;
        let weak = r.tags(token).contains(Tag::WEAK_SPEECH);
        if r.is(token, w.theo) || weak && (act == Act::Request || !r.is(token - 1, w.thời)) {
            continue;
        }
        let mut at = token;
        while at > from && r.any(at - 1, &[w.cũng, w.đồng, w.thời, w.và, w.đã]) {
            at -= 1;
        }
        let joined = (at..token).any(|t| r.is(t, w.thời));
        let before = at.saturating_sub(1);
        let semicolon = r.is(before, w.semicolon);
        let comma = r.is(before, w.comma) && act != Act::Request;
        let task = r.tags(token).contains(Tag::IMPERATIVE);
        // `… và đề nghị các bộ …`, `… và khẳng định …`
        let asks = r.tags(token).contains(Tag::DIRECTIVE)
            && super::addressee::begins(r, verb.tokens.end)
            || !weak && !task;
        if (at..token).any(|t| r.is(t, w.và)) && asks && act != Act::Request {
            return Some((at, verb));
        }
        if joined || (semicolon || comma) && !task {
            return Some((at, verb));
        }
    }
    None
}
