//! Where a meeting's name ends, and what it is about.

use crate::cues::Tag;
use crate::reading::Reading;
use nghisu_document::layers::{Filler, MentionData, MentionKind, TokenRange};

/// A name of more tokens than this is a sentence that went on.
const LONGEST: u32 = 70;

/// The end of the name that goes on from its kind.
///
/// Of a verb that is itself the meeting (`tiếp ông X`) whoever was met belongs to the name.
pub(super) fn end(r: &Reading<'_>, kind_end: u32, sentence_end: u32, verb: bool) -> u32 {
    let w = r.words;
    let mut at = kind_end;
    let limit = sentence_end.min(kind_end + LONGEST);
    while at < limit {
        if r.quoted(at) {
            at += 1;
            continue;
        }
        if let Some((_, mention)) = r.over(at) {
            match mention.data {
                MentionData::Date(date) if super::is_day(date) => break,
                MentionData::Person { .. } if verb => {
                    at = mention.tokens.end;
                    break;
                }
                MentionData::Person { .. } => break,
                MentionData::Place { .. } if r.any(at - 1, &[w.tại, w.ở]) => break,
                _ => {
                    at = mention.tokens.end;
                    continue;
                }
            }
        }
        if r.is_mark(at) && !r.any(at, &[w.left, w.right, w.quote, w.slash, w.hyphen, w.dash]) {
            if !goes_on(r, kind_end, at, limit) {
                break;
            }
            at += 1;
            continue;
        }
        if r.any(
            at,
            &[
                w.được, w.đã, w.sẽ, w.đang, w.do_, w.nhằm, w.để, w.tại, w.mà, w.khi, w.cùng, w.là,
                w.theo,
            ],
        ) || r.is(at, w.vào)
            && (r.kind_at(at + 1) == Some(MentionKind::Date)
                || r.any(at + 1, &[w.ngày, w.sáng, w.chiều, w.tối, w.hồi, w.lúc]))
            || r.phrase(at, &[w.dưới, w.sự])
            || (r.any(at, &[w.hyphen, w.dash]) && at + 1 < limit && r.in_name(at + 1))
        {
            break;
        }
        // `… làm việc với các ngân hàng`: what the conference does is its name.
        if r.is(at, w.với) && at != kind_end && !r.is(at - 1, w.việc) {
            break;
        }
        // `… và có bài phát biểu`: another thing that was done.
        if r.is(at, w.và)
            && (r.is(at + 1, w.có)
                || r.tags(at + 1).intersects(Tag::ATTEND | Tag::SPEECH | Tag::MEET_VERB))
            && !r.tags(at + 1).contains(Tag::ACTION_VERB)
        {
            break;
        }
        if r.tags(at).intersects(Tag::HOLD | Tag::CHAIR) {
            break;
        }
        at += 1;
    }
    // What a preposition governs was left out, so it goes too.
    while at > kind_end
        && r.any(
            at - 1,
            &[
                w.của, w.với, w.về, w.và, w.ngày, w.tại, w.trong, w.từ, w.ông, w.bà, w.đồng, w.chí,
                w.các, w.cho, w.ở, w.giữa,
            ],
        )
        && !r.in_name(at - 1)
    {
        at -= 1;
    }
    at
}

/// Whether a comma only separates parts of the name: `sơ kết 6 tháng đầu năm, triển khai …`.
fn goes_on(r: &Reading<'_>, kind_end: u32, comma: u32, limit: u32) -> bool {
    let w = r.words;
    if !r.is(comma, w.comma) || comma + 1 >= limit {
        return false;
    }
    let next = comma + 1;
    // `quán triệt, triển khai một số luật, nghị quyết`, `… 5, khóa XII`, `… và phương hướng, nhiệm vụ`
    if r.tags(next).contains(Tag::DOCUMENT)
        || r.any(next, &[w.khoá, w.khóa, w.phương, w.bàn])
        || r.phrase(next, &[w.nhiệm, w.vụ])
        || r.phrase(next, &[w.nhiệm, w.kỳ])
    {
        return true;
    }
    // `làm việc với Ủy ban A, Ủy ban B`
    let body = |mention: Option<(_, &nghisu_document::layers::Mention)>| {
        mention.is_some_and(|(_, m)| m.data.kind() == MentionKind::Organization)
    };
    if r.is(kind_end, w.với) && body(r.ending(comma)) && body(r.starting(next)) {
        return true;
    }
    // `tháo gỡ khó khăn, vướng mắc và thúc đẩy …`
    let last = (next..limit.min(next + 6))
        .take_while(|t| !r.is_mark(*t) && r.over(*t).is_none())
        .any(|t| r.is(t, r.words.và));
    if last {
        return true;
    }
    r.tags(next).intersects(Tag::ACTION_VERB | Tag::COLLECTIVE) && !r.in_name(next)
}

/// What the meeting is about: after `về`, else what follows the kind and its modifiers.
pub(super) fn topic(r: &Reading<'_>, name: TokenRange) -> Option<Filler> {
    let w = r.words;
    let about = (name.start..name.end).find(|t| r.is(*t, w.về) && !r.in_name(*t));
    let kind_end = r.cue(name.start, Tag::MEETING).map_or(name.start, |c| c.tokens.end);
    let first = match about {
        // A verb before `về` belongs to the topic: `triển khai Nghị quyết về …`.
        Some(about) if !(kind_end..about).any(|t| r.tags(t).contains(Tag::ACTION_VERB)) => {
            about + 1
        }
        _ => (kind_end..name.end)
            .find(|t| r.tags(*t).contains(Tag::ACTION_VERB) && !r.in_name(*t))?,
    };
    let (first, last) = r.trim(first, name.end);
    (last > first + 1).then(|| r.filler(first, last)).flatten()
}

/// What follows the name after `để`, `nhằm`: what the meeting was held for.
pub(super) fn purpose(r: &Reading<'_>, name_end: u32, sentence_end: u32) -> Option<Filler> {
    let w = r.words;
    if !r.any(name_end, &[w.để, w.nhằm]) {
        return None;
    }
    let end = (name_end..sentence_end)
        .find(|t| r.any(*t, &[w.semicolon, w.stop]) && !r.in_name(*t))
        .unwrap_or(sentence_end);
    let (first, last) = r.trim(name_end + 1, end);
    (last > first + 1).then(|| r.filler(first, last)).flatten()
}

/// The body whose meeting it is: `phiên họp của Ủy ban …`, `Phiên họp Chính phủ`.
pub(super) fn owner(r: &Reading<'_>, name: TokenRange) -> Option<Filler> {
    let w = r.words;
    let kind_end = r.cue(name.start, Tag::MEETING).map_or(name.start, |c| c.tokens.end);
    // A ceremony is named after its occasion, not after who holds it.
    if r.is(name.start, w.lễ) {
        return None;
    }
    let mut at = kind_end;
    while at < name.end {
        if let Some((id, mention)) = r.starting(at) {
            match mention.data.kind() {
                MentionKind::Organization => return Some(r.filler_of(id)),
                MentionKind::Ordinal | MentionKind::Date => at = mention.tokens.end,
                _ => return None,
            }
            continue;
        }
        let stop = r.tags(at).intersects(Tag::DOCUMENT | Tag::ACTION_VERB)
            || r.any(at, &[w.về, w.với, w.tại])
            || at > kind_end + 6;
        if stop {
            return None;
        }
        at += 1;
    }
    None
}
