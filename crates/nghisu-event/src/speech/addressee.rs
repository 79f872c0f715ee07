//! Whom a request is addressed to.

use crate::cues::Tag;
use crate::reading::Reading;
use nghisu_document::layers::{Filler, MentionKind, Shape};

/// Whether somebody who can be asked begins at a token.
pub(super) fn begins(r: &Reading<'_>, token: u32) -> bool {
    let w = r.words;
    let at = if r.any(token, &[w.các, w.cho, w.từng, w.mỗi]) { token + 1 } else { token };
    can_be_asked(r, at) || r.tags(at).contains(Tag::COLLECTIVE) && at > token
}

fn can_be_asked(r: &Reading<'_>, token: u32) -> bool {
    r.starting(token).is_some_and(|(_, m)| {
        matches!(
            m.data.kind(),
            MentionKind::Person
                | MentionKind::Role
                | MentionKind::Organization
                | MentionKind::Place
        )
    })
}

/// Reads the addressees from a token on and gives the token after them.
pub(super) fn read(r: &Reading<'_>, from: u32, to: u32, out: &mut Vec<Filler>) -> u32 {
    let w = r.words;
    let mut at = from;
    let mut end = from;
    while at < to {
        if can_be_asked(r, at)
            && let Some((id, mention)) = r.starting(at)
        {
            // A second title of the same person: `Thủ tướng Chính phủ - Chủ tịch Ủy ban …`.
            let apposed = at > from && r.any(at - 1, &[w.hyphen, w.dash]);
            if !apposed {
                out.push(r.filler_of(id));
            }
            at = mention.tokens.end;
            end = at;
            continue;
        }
        if let Some(stop) = plain(r, at, to) {
            if let Some(filler) = r.filler(at, stop) {
                out.push(filler);
            }
            at = stop;
            end = at;
            // `các bộ: Tài chính, Công an …`
            if r.is(at, w.colon) && !r.tags(at + 1).contains(Tag::IMPERATIVE) {
                out.pop();
                at = names(r, at + 1, to, out);
                end = at;
            }
            continue;
        }
        let joins = r.any(
            at,
            &[w.comma, w.và, w.cùng, w.các, w.đồng, w.chí, w.cho, w.hyphen, w.dash, w.ông, w.bà],
        ) && !r.in_name(at);
        let goes_on = joins && (at == from || begins_soon(r, at + 1, to));
        if !goes_on {
            break;
        }
        at += 1;
    }
    end
}

/// The names after `các bộ:`, each without its type.
fn names(r: &Reading<'_>, from: u32, to: u32, out: &mut Vec<Filler>) -> u32 {
    let w = r.words;
    let mut at = from;
    let mut first = from;
    loop {
        let ends = at >= to
            || r.any(at, &[w.comma, w.và]) && r.shape(at + 1).contains(Shape::CAPITAL)
            || r.tags(at).contains(Tag::IMPERATIVE) && !r.shape(at).contains(Shape::CAPITAL);
        if ends {
            out.extend((at > first).then(|| r.filler(first, at)).flatten());
            if at >= to || !r.any(at, &[w.comma, w.và]) {
                return at;
            }
            first = at + 1;
        }
        at += 1;
    }
}

/// Whether an addressee begins within the next few tokens, over `các đồng chí`.
fn begins_soon(r: &Reading<'_>, token: u32, to: u32) -> bool {
    let w = r.words;
    let mut at = token;
    while at < to && r.any(at, &[w.các, w.đồng, w.chí, w.ông, w.bà, w.comma]) && !r.in_name(at)
    {
        if r.tags(at + 1).contains(Tag::COLLECTIVE) {
            return true;
        }
        at += 1;
    }
    can_be_asked(r, at)
}

/// The end of a plural that no mention holds: `các bộ, ngành, địa phương`.
fn plain(r: &Reading<'_>, from: u32, to: u32) -> Option<u32> {
    let w = r.words;
    let opens = r.any(from, &[w.các, w.những, w.từng, w.mỗi, w.một])
        || r.tags(from).contains(Tag::REPRESENT);
    let mut at = if let Some(head) = r.cue(from, Tag::REPRESENT) {
        head.tokens.end
    } else if opens {
        from + 1
    } else {
        from
    };
    if r.any(at, &[w.số, w.các]) {
        at += 1;
    }
    let first = at;
    let mut end = from;
    while at < to {
        if let Some(noun) = r.cue(at, Tag::COLLECTIVE).filter(|_| !r.in_name(at)) {
            at = noun.tokens.end;
            end = at;
            continue;
        }
        if end > from
            && (r.phrase(at, &[w.liên, w.quan])
                || r.phrase(at, &[w.chức, w.năng])
                || r.phrase(at, &[w.trung, w.ương]))
        {
            at += 2;
            end = at;
            continue;
        }
        let joins = r.any(at, &[w.comma, w.và, w.các]) && end > from;
        if !joins || !(r.tags(at + 1).contains(Tag::COLLECTIVE) || r.is(at + 1, w.các)) {
            break;
        }
        at += 1;
    }
    let asked = r.tags(end).contains(Tag::IMPERATIVE) || r.any(end, &[w.phải, w.cần]);
    (end > first && (opens || end > from + 1 || asked)).then_some(end)
}

/// `Với các địa phương, Thủ tướng yêu cầu …`: the addressees before the speaker.
pub(super) fn fronted(r: &Reading<'_>, from: u32, speaker: u32, out: &mut Vec<Filler>) {
    let w = r.words;
    let at = if r.phrase(from, &[w.đối, w.với]) {
        from + 2
    } else if r.is(from, w.với) {
        from + 1
    } else {
        return;
    };
    let comma = (at..speaker).find(|t| r.is(*t, w.comma)).unwrap_or(at);
    let end = read(r, at, speaker, out);
    if end + 4 < comma {
        out.clear();
    }
}
