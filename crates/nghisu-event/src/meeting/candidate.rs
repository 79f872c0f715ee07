//! A word for a meeting that may be the one reported, and how strongly its sentence says so.

use super::Pattern;
use super::find::{Found, aside};
use super::met::met;
use crate::cues::Tag;
use crate::reading::Reading;
use nghisu_document::layers::{MentionData, MentionKind, TokenRange};

pub(super) fn candidate(
    r: &Reading<'_>,
    sentence: usize,
    range: TokenRange,
    token: u32,
) -> Option<Found> {
    if !r.tags(token).intersects(Tag::MEETING | Tag::MEET_VERB) {
        return None;
    }
    // `đã tổ chức “Lễ tôn vinh …”`: only its name is in quotes.
    if r.quoted(token) && !names_in_quotes(r, range, token) {
        return None;
    }
    // A kind may open a name (`Hội nghị Trung ương 10`) but not lie deeper in one.
    if r.in_name(token) && r.starting(token).is_none() {
        return None;
    }
    if let Some(verb) = r.cue(token, Tag::MEET_VERB) {
        // `UBND tỉnh tổ chức họp về …`: the verb is what is held.
        let held = r
            .cue_before(token, Tag::ORGANIZE | Tag::CHAIR)
            .filter(|held| *held > range.start && is_held(r, token));
        if let Some(held) = held {
            let chaired = r.cue(held, Tag::CHAIR).map(|c| c.tokens);
            let verb = chaired.or_else(|| r.cue(held, Tag::ORGANIZE).map(|c| c.tokens));
            let pattern = if chaired.is_some() { Pattern::Chaired } else { Pattern::Organized };
            let kind = r.cue(token, Tag::MEETING | Tag::MEET_VERB)?.tokens;
            let whole = TokenRange::new(held, token);
            let score = 4 - aside(r, range, held) - general(r, range, whole);
            return Some(Found { sentence, kind, verb, pattern, told: false, score });
        }
        if let Some(found) = met(r, sentence, range, verb.tokens) {
            return Some(found);
        }
    }
    let kind = r.cue(token, Tag::MEETING)?.tokens;
    if is_other_rite(r, kind) || is_captioned(r, range, kind) {
        return None;
    }
    let (pattern, verb, score) = governed(r, range, kind);
    // `phiên làm việc sáng 4/4`: a certain one.
    let certain = r
        .starting(kind.end)
        .is_some_and(|(_, m)| matches!(m.data, MentionData::Date(date) if super::is_day(date)));
    // `Tại Hội nghị X, Bộ trưởng Y cho rằng …` opens a report.
    let told = pattern == Pattern::Mentioned && is_told(r, range, kind);
    let first = kind.start <= range.start + 1 && pattern == Pattern::Mentioned;
    let score =
        score + 2 * i32::from(certain && pattern == Pattern::Mentioned) + 2 * i32::from(told)
            - 4 * i32::from(is_asked(r, range, verb.map_or(kind.start, |v| v.start)))
            + i32::from(first && score > 2 && !is_bare(r, kind.end, range.end))
            - aside(r, range, kind.start)
            - general(r, range, kind);
    Some(Found { sentence, kind, verb, pattern, told, score })
}

/// Whether a meeting's name alone stands in the quotation marks that open before it.
fn names_in_quotes(r: &Reading<'_>, range: TokenRange, token: u32) -> bool {
    let w = r.words;
    let before = token.checked_sub(1).filter(|b| *b > range.start && r.any(*b, &[w.quote, w.left]));
    before.is_some_and(|b| r.cue_before(b, Tag::ORGANIZE | Tag::ATTEND | Tag::CHAIR).is_some())
}

/// Whether a verb of meeting names what can be organized: `tổ chức gặp gỡ`, `tổ chức họp báo`.
fn is_held(r: &Reading<'_>, token: u32) -> bool {
    let w = r.words;
    !r.any(token, &[w.làm, w.có, w.đến, w.đi, w.tới, w.về, w.đã]) && !r.is(token, w.tiếp)
        || r.phrase(token, &[w.tiếp, w.xúc])
}

/// Whether somebody is told to hold it: `đề nghị Sở X làm việc với …`.
pub(super) fn is_asked(r: &Reading<'_>, range: TokenRange, verb: u32) -> bool {
    let w = r.words;
    let clause = r.clause_start(range.start, verb);
    let asks = (clause..verb).rev().find(|t| r.tags(*t).contains(Tag::DIRECTIVE) && !r.in_name(*t));
    asks.is_some_and(|t| {
        let told = (t + 1..verb).any(|t| {
            matches!(
                r.kind_at(t),
                Some(MentionKind::Person | MentionKind::Role | MentionKind::Organization)
            )
        });
        told && !(t..verb).any(|t| r.any(t, &[w.đã, w.tại]))
    })
}

/// Whether somebody speaks in the sentence after a meeting was named: `Tại phiên họp X, Bộ trưởng
/// Y nhấn mạnh`, `ông Z được bầu`.
fn is_told(r: &Reading<'_>, range: TokenRange, kind: TokenRange) -> bool {
    let w = r.words;
    let first = if kind.start > range.start && r.is(kind.start - 1, w.một) {
        kind.start - 1
    } else {
        kind.start
    };
    let at = first.checked_sub(1).is_some_and(|b| {
        b >= range.start
            && (r.any(b, &[w.tại, w.trong]) || r.cue_before(first, Tag::ATTEND).is_some())
    });
    // `Bộ trưởng X chia sẻ như vậy tại buổi họp báo`
    let back = first.saturating_sub(12).max(range.start);
    let said = (back..first)
        .rev()
        .take_while(|t| !r.any(*t, &[w.comma, w.semicolon]))
        .any(|t| r.tags(t).contains(Tag::SPEECH) && !r.in_name(t) && t > range.start);
    if at && said {
        return true;
    }
    if !at || kind.start > range.start + 8 {
        return false;
    }
    let comma = (kind.end..range.end).find(|t| r.is(*t, w.comma) && !r.in_name(*t));
    let Some(comma) = comma else { return false };
    let someone = (comma..range.end.min(comma + 24)).any(|t| {
        matches!(
            r.kind_at(t),
            Some(MentionKind::Person | MentionKind::Role | MentionKind::Organization)
        )
    });
    let says = (comma..range.end).any(|t| {
        r.tags(t).contains(Tag::SPEECH) && !r.in_name(t)
            || r.phrase(t, &[w.được, w.bầu])
            || r.any(t, &[w.thông]) && r.is(t + 1, w.qua)
    });
    someone && says
}

/// Whether `(Ảnh: …)` ends what a caption says of a meeting within the sentence.
fn is_captioned(r: &Reading<'_>, range: TokenRange, kind: TokenRange) -> bool {
    let w = r.words;
    let photo = (kind.end..range.end).find(|t| r.phrase(*t, &[w.open, w.ảnh]));
    photo.is_some_and(|photo| {
        let dated = r.mentions_in(TokenRange::new(range.start, photo));
        !dated.into_iter().any(|(_, m)| m.data.kind() == MentionKind::Date)
    })
}

/// `lễ hội`, `nghi lễ`, `ngày lễ`: no ceremony that officials hold.
fn is_other_rite(r: &Reading<'_>, kind: TokenRange) -> bool {
    let w = r.words;
    kind.len() == 1
        && r.is(kind.start, w.lễ)
        && (r.is(kind.end, w.hội)
            || kind
                .start
                .checked_sub(1)
                .is_some_and(|b| r.any(b, &[w.nghi, w.ngày, w.nghỉ, w.dịp])))
}

/// Whether a kind has no name behind it: `Tại hội nghị, …`.
fn is_bare(r: &Reading<'_>, kind_end: u32, to: u32) -> bool {
    kind_end >= to || r.is_mark(kind_end) || r.any(kind_end, &[r.words.này, r.words.có, r.words.đã])
}

/// The verb that governs the kind, and how strongly it says that the meeting took place.
fn governed(
    r: &Reading<'_>,
    range: TokenRange,
    kind: TokenRange,
) -> (Pattern, Option<TokenRange>, i32) {
    let w = r.words;
    let back = kind.start.saturating_sub(12).max(range.start);
    for token in (back..kind.start).rev() {
        if r.in_name(token) || r.any(token, &[w.semicolon, w.colon]) {
            break;
        }
        let far = kind.start - token;
        let comma = (token..kind.start).any(|t| r.is(t, w.comma) && !r.in_name(t));
        if let Some(cue) =
            r.cue(token, Tag::CHAIR).filter(|c| c.tokens.end <= kind.start && far <= 9)
        {
            return (Pattern::Chaired, Some(cue.tokens), 4);
        }
        if let Some(cue) = r.cue(token, Tag::ORGANIZE).filter(|c| c.tokens.end + 3 >= kind.start) {
            // `năm tổ chức Đại hội`, `việc tổ chức hội nghị`: nobody who holds it.
            let held = (range.start..token).any(|t| r.in_name(t))
                && !r.any(token - 1, &[w.năm, w.việc, w.để, w.về, w.cho, w.hoạch, w.ban]);
            return (Pattern::Organized, Some(cue.tokens), if held { 4 } else { 0 });
        }
        if let Some(cue) = r.cue(token, Tag::ATTEND).filter(|_| far <= 8 && !comma) {
            // `kết quả chuyến thăm và tham dự Hội nghị`: no verb of the sentence.
            let clause = r.clause_start(range.start, token);
            let journey = (clause..token).any(|t| r.is(t, w.chuyến) && !r.in_name(t));
            // `nhân dịp thăm X, dự Hội nghị Y, Thủ tướng đã gặp …`: the occasion goes on.
            let goes_on = clause == token && token > range.start + 1 && {
                let last = r.clause_start(range.start, token - 2);
                r.tags(last).contains(Tag::BACKGROUND)
            };
            let score = if journey || goes_on { 0 } else { 4 };
            // `thư mời đến các cá nhân tham dự buổi …`
            let asked = (clause..token).any(|t| r.is(t, w.mời) && !r.in_name(t));
            return (Pattern::Attended, Some(cue.tokens), score - i32::from(asked));
        }
        if let Some(cue) = r.cue(token, Tag::HOLD).filter(|c| c.tokens.end + 2 >= kind.start) {
            return (Pattern::Held, Some(cue.tokens), 4);
        }
        if r.is(token, w.có) && far <= 2 {
            return (Pattern::Met, None, 4);
        }
    }
    // `tại một phiên họp`
    let one = kind.start.checked_sub(1).filter(|b| *b >= range.start && r.is(*b, w.một));
    let first = one.unwrap_or(kind.start);
    let before = first.checked_sub(1).filter(|b| *b >= range.start);
    let opens = before.is_none_or(|b| r.any(b, &[w.comma, w.hyphen, w.dash, w.long_dash]));
    let at = before.is_some_and(|b| {
        r.any(b, &[w.tại, w.trong, w.buổi, w.trình, w.vào])
            || b > range.start
                && (r.phrase(b - 1, &[w.mở, w.đầu])
                    || r.phrase(b - 1, &[w.kết, w.luận])
                    || r.phrase(b - 1, &[w.kết, w.thúc]))
            || r.cue_before(first, Tag::ATTEND).is_some()
    });
    // `…, hội nghị X đã diễn ra`, `tại hội nghị X do Bộ Y tổ chức`: what is said of it after.
    let end = range.end.min(kind.end + 70);
    for token in kind.end..end {
        if r.in_name(token) || r.quoted(token) {
            continue;
        }
        if r.any(token, &[w.semicolon, w.colon]) {
            break;
        }
        if let Some(cue) = r.cue(token, Tag::HOLD | Tag::ORGANIZE).filter(|_| opens || at) {
            return (Pattern::Held, Some(cue.tokens), 4);
        }
        if let Some(cue) = r.cue(token, Tag::CHAIR).filter(|_| opens || at) {
            return (Pattern::Chaired, Some(cue.tokens), 4);
        }
    }
    (
        Pattern::Mentioned,
        None,
        if at {
            3
        } else if opens {
            1
        } else {
            0
        },
    )
}

/// How much speaks for meetings in general, for one to come, or for a paper about one.
pub(super) fn general(r: &Reading<'_>, range: TokenRange, kind: TokenRange) -> i32 {
    let w = r.words;
    let mut score = 0;
    if r.is(kind.start, w.chuyến) {
        score += 4;
    }
    let clause = r.clause_start(range.start, kind.start);
    let last = (range.start..kind.start).rev().find(|t| {
        r.any(*t, &[w.sẽ, w.sắp, w.đã, w.vừa])
            || *t >= clause && r.tags(*t).contains(Tag::ASPECT) && r.any(*t, &[w.dự, w.chuẩn])
    });
    // What is announced is reported too, though less surely.
    if last.is_some_and(|t| !r.any(t, &[w.đã, w.vừa]) && !r.in_name(t)) {
        let announced = r
            .mentions_in(range)
            .any(|(_, m)| matches!(m.data.kind(), MentionKind::Date | MentionKind::Time));
        score += if announced { 1 } else { 4 };
    }
    // `bên lề phiên họp`, `Trước đó, tại kỳ họp thứ 27, …`
    if kind.start > range.start && r.is(kind.start - 1, w.lề)
        || r.phrase(range.start, &[w.trước, w.đó])
    {
        score += 3;
    }
    let plural = [w.các, w.những, w.nhiều, w.mỗi, w.mọi, w.loạt];
    if kind.start > range.start && r.any(kind.start - 1, &plural) {
        score += 3;
    }
    // `Nghị quyết phiên họp`, `kết luận tại cuộc họp`: told of in a paper.
    let paper = kind.start.saturating_sub(4).max(clause);
    if (paper..kind.start).any(|t| r.tags(t).intersects(Tag::DOCUMENT)) {
        score += 2;
    }
    score
}
