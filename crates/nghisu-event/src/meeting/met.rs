//! Verbs that are themselves the meeting: `tiếp`, `hội đàm với`, `làm việc với`, `họp`.

use super::Pattern;
use super::candidate::{general, is_asked};
use super::find::{Found, aside};
use crate::cues::Tag;
use crate::reading::Reading;
use nghisu_document::layers::{MentionKind, TokenRange};

/// `tiếp`, `hội đàm với`, `làm việc với`, `họp`: a verb that is itself the meeting, with a subject
/// who can meet.
pub(super) fn met(
    r: &Reading<'_>,
    sentence: usize,
    range: TokenRange,
    verb: TokenRange,
) -> Option<Found> {
    let w = r.words;
    if is_part_of_word(r, verb) {
        return None;
    }
    // `Phó Thủ tướng X chiều nay tiếp ông Y`: a date may stand between.
    let before = match r.ending(verb.start) {
        Some((_, m)) if m.data.kind() == MentionKind::Date => m.tokens.start,
        _ => verb.start,
    };
    let named = crate::participants::subject(r, range.start, before).is_some_and(|s| s.named)
        || together(r, range, before);
    let done = is_past(r, verb.start) && someone_before(r, range, verb.start);
    // `Chiều 16/6, làm việc với lãnh đạo tỉnh X, ông Y cho rằng …`: the subject comes after.
    let opens = !named
        && !done
        && (verb.start == range.start || r.any(verb.start - 1, &[w.comma, w.khi]))
        && someone_after(r, range, verb.end);
    // `đã thị sát … và làm việc với quận X`: it shares the clause's subject.
    let shares = verb.start > range.start
        && r.any(verb.start - 1, &[w.và, w.comma])
        && (range.start..verb.start)
            .any(|t| r.any(t, &[w.đã, w.có]) && someone_before(r, range, t));
    if !named && !done && !opens && !shares {
        return None;
    }
    let after = verb.end;
    // `đón Tổng thống X`, but `đón Tết`, `gặp thuận lợi`
    let bare = verb.len() == 1 && r.any(verb.start, &[w.đón, w.gặp]);
    let whom = (after..after + 3).any(|t| {
        matches!(
            r.kind_at(t),
            Some(MentionKind::Person | MentionKind::Role | MentionKind::Organization)
        ) || r.any(t, &[w.đoàn, w.ông, w.bà, w.cử])
    });
    if bare && !whom {
        return None;
    }
    // Somebody is met, or something is met about.
    let object = (after..range.end.min(after + 8)).any(|t| {
        matches!(
            r.kind_at(t),
            Some(
                MentionKind::Person
                    | MentionKind::Role
                    | MentionKind::Organization
                    | MentionKind::Place
            )
        ) || r.any(t, &[w.đoàn, w.về, w.báo, w.các, w.phiên, w.bàn, w.cử])
    });
    let sits = r.is(verb.start, w.họp);
    let mut score = if object || sits { 4 } else { 1 };
    // `Hội đàm với X, Y khẳng định …`, `Y đề nghị X làm việc với …`
    score += i32::from(opens && verb.start == range.start);
    score -= 4 * i32::from(is_asked(r, range, verb.start));
    score -= aside(r, range, verb.start) + general(r, range, verb);
    // Beside `làm việc tại Cà Mau`, the sentence that says with whom says more.
    let with = r.is(after - 1, w.với) || r.is(after, w.với);
    score += i32::from(with && object);
    Some(Found {
        sentence,
        kind: verb,
        verb: Some(verb),
        pattern: Pattern::Met,
        told: false,
        score,
    })
}

/// Whether a verb's words belong to another: `trực tiếp`, `tiếp tục`, `gặp khó`, `nơi làm việc`.
fn is_part_of_word(r: &Reading<'_>, verb: TokenRange) -> bool {
    let w = r.words;
    if verb.len() > 1 {
        let before = verb.start.checked_sub(1);
        return r.is(verb.start, w.làm)
            && before.is_some_and(|b| r.any(b, &[w.nơi, w.phòng, w.ngày, w.giờ, w.người, w.nhóm]));
    }
    let after = [
        w.tục, w.cận, w.nhận, w.theo, w.xúc, w.thu, w.nối, w.đó, w.viện, w.khó, w.nạn, w.phải, w.sự,
    ];
    r.any(verb.end, &after)
        || verb.start.checked_sub(1).is_some_and(|b| r.any(b, &[w.trực, w.gián, w.kế, w.giao]))
}

/// `Tổng Bí thư X cùng lãnh đạo các bộ làm việc tại Y`: who comes along stands before the verb.
fn together(r: &Reading<'_>, range: TokenRange, verb: u32) -> bool {
    let w = r.words;
    let clause = r.clause_start(range.start, verb);
    let with = (clause..verb).find(|t| r.any(*t, &[w.cùng, w.và]) && !r.in_name(*t));
    with.is_some_and(|t| {
        r.ending(t)
            .is_some_and(|(_, m)| matches!(m.data.kind(), MentionKind::Person | MentionKind::Role))
            && !(t..verb).any(|t| r.is_action(t) || r.tags(t).contains(Tag::SPEECH))
    })
}

/// Whether a person or an office begins a clause after the verb's own: its subject.
fn someone_after(r: &Reading<'_>, range: TokenRange, verb_end: u32) -> bool {
    let w = r.words;
    (verb_end..range.end.min(verb_end + 40)).any(|t| {
        r.is(t, w.comma)
            && !r.in_name(t)
            && (t + 1..range.end.min(t + 4))
                .any(|n| matches!(r.kind_at(n), Some(MentionKind::Person | MentionKind::Role)))
    })
}

/// Whether `đã` or `vừa` stands before a verb, so that something was done.
fn is_past(r: &Reading<'_>, verb: u32) -> bool {
    let w = r.words;
    r.any(verb, &[w.đã, w.có]) || verb > 0 && r.any(verb - 1, &[w.đã, w.vừa, w.có])
}

/// Whether a person or an office stands not far before a verb: `X và Đoàn công tác đã …`.
fn someone_before(r: &Reading<'_>, range: TokenRange, verb: u32) -> bool {
    (verb.saturating_sub(25).max(range.start)..verb)
        .any(|t| matches!(r.kind_at(t), Some(MentionKind::Person | MentionKind::Role)))
}
