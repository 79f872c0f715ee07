//! Which meeting the article is about, told from those that it only mentions.

use super::Pattern;
use crate::cues::Tag;
use crate::reading::Reading;
use nghisu_document::layers::{
    Article, Edtf, MentionData, MentionKind, PartialDate, SectionKind, Sentence, Shape, TokenRange,
};

/// The main meeting's place in the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    /// Index into the sentences.
    pub(crate) sentence: usize,
    /// The words for the kind: `phiên họp`, or the verb of `tiếp`, `làm việc`.
    pub(crate) kind: TokenRange,
    /// The verb that governs it.
    pub(crate) verb: Option<TokenRange>,
    pub(crate) pattern: Pattern,
    pub(crate) score: i32,
}

/// Below this an article reports no meeting: a verb of holding one and a day, or as much.
const THRESHOLD: i32 = 7;

/// How many sentences of the article may open the report of its meeting.
const OPENING: usize = 15;

/// Whether a sentence stands where events are reported.
pub(crate) fn reports(r: &Reading<'_>, sentence: &Sentence) -> bool {
    let section = r.layers.sections.get(sentence.section as usize);
    section.is_some_and(|s| matches!(s.kind, SectionKind::Lead | SectionKind::Body))
}

pub(crate) fn main(r: &Reading<'_>, article: &Article<'_>) -> Option<Found> {
    let title = title_says(r, article);
    let mut best: Option<Found> = None;
    let mut place = 0;
    for (index, sentence) in r.layers.sentences.iter().enumerate() {
        if !reports(r, sentence) {
            continue;
        }
        place += 1;
        if place > OPENING {
            break;
        }
        for token in sentence.tokens.start..sentence.tokens.end {
            let Some(mut found) = candidate(r, index, sentence.tokens, token) else { continue };
            found.score += match place {
                1 | 2 => 2,
                3 | 4 => 1,
                5..=8 => 0,
                _ => -1,
            };
            let day = dated(r, sentence.tokens, found.kind.start);
            found.score += day;
            // `Sáng 28/9, …. Ông X điều hành phiên họp.`: the day stands in the sentence before.
            if day == 0
                && found.pattern == Pattern::Chaired
                && let Some(before) = index.checked_sub(1).and_then(|i| r.layers.sentences.get(i))
                && reports(r, before)
            {
                found.score += dated(r, before.tokens, before.tokens.end).clamp(0, 2);
            }
            if title && found.score > 2 {
                found.score += 1;
            }
            if found.score + MOST >= THRESHOLD.max(best.map_or(0, |b| b.score)) {
                found.score += spoken_of(r, &found);
            }
            if best.is_none_or(|b| found.score > b.score) {
                best = Some(found);
            }
        }
    }
    best.filter(|found| found.score >= THRESHOLD)
}

/// What other sentences that speak of the same meeting count for at most.
const MOST: i32 = 2;

/// How much the article goes on about a meeting: `Tại hội nghị, …`, `Quang cảnh hội nghị`, in
/// captions too.
fn spoken_of(r: &Reading<'_>, found: &Found) -> i32 {
    let w = r.words;
    let classifiers = [w.buổi, w.cuộc, w.phiên, w.hội, w.có, w.với, w.lễ];
    let mut times = 0;
    let mut last = found.sentence;
    for token in r.marks.meetings.iter().copied() {
        let Some(index) = r.layers.sentence_at(token).filter(|i| *i != last) else { continue };
        let Some(cue) = r.cue(token, Tag::MEETING) else { continue };
        let opens = r.sentence_of(token).is_some_and(|s| s.tokens.start == token);
        let at = token.checked_sub(1).is_some_and(|before| {
            r.any(before, &[w.tại, w.trong, w.cảnh, w.dự, w.trì, w.của, w.đến, w.vào])
        });
        // `cuộc họp` of `họp`, `buổi lễ` of `lễ`: one word in common that is no classifier.
        let shares = (cue.tokens.start..cue.tokens.end).any(|t| {
            let only = cue.tokens.len() == 1 || found.kind.len() == 1 || r.is(t, w.lễ);
            (only || !r.any(t, &classifiers))
                && (found.kind.start..found.kind.end).any(|k| r.word(k) == r.word(t))
        });
        if (opens || at) && shares {
            times += 1;
            last = index;
        }
    }
    times.min(MOST)
}

/// Words of a title that speaks of a meeting, in lower case.
const IN_TITLE: [&str; 30] = [
    "chủ trì",
    "hội nghị",
    "phiên họp",
    "cuộc họp",
    "làm việc với",
    "hội đàm",
    "hội kiến",
    "tiếp ",
    "họp báo",
    "khai mạc",
    "bế mạc",
    "lễ ",
    "kỳ họp",
    "hội thảo",
    "tọa đàm",
    "diễn đàn",
    "gặp ",
    "tiếp xúc",
    "đối thoại",
    "điện đàm",
    "đại hội",
    "khởi công",
    "khánh thành",
    "khai trương",
    "trao quyết định",
    "kỷ niệm",
    "dự ",
    "phiên thảo luận",
    "chất vấn",
    "giao ban",
];

/// Whether the title speaks of a meeting.
fn title_says(r: &Reading<'_>, article: &Article<'_>) -> bool {
    let beside = article.title.is_some_and(|title| {
        let title = title.to_lowercase();
        IN_TITLE.iter().any(|cue| title.contains(cue))
    });
    let within = r.layers.sentences.iter().take(4).any(|s| {
        let section = r.layers.sections.get(s.section as usize);
        section.is_some_and(|s| s.kind == SectionKind::Title)
            && (s.tokens.start..s.tokens.end)
                .any(|t| r.tags(t).intersects(Tag::MEETING | Tag::CHAIR | Tag::MEET_VERB))
    });
    beside || within
}

fn candidate(r: &Reading<'_>, sentence: usize, range: TokenRange, token: u32) -> Option<Found> {
    if !r.tags(token).intersects(Tag::MEETING | Tag::MEET_VERB) || r.quoted(token) {
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
            .filter(|held| *held > range.start && r.is(token, r.words.họp));
        if let Some(held) = held {
            let chaired = r.cue(held, Tag::CHAIR).map(|c| c.tokens);
            let verb = chaired.or_else(|| r.cue(held, Tag::ORGANIZE).map(|c| c.tokens));
            let pattern = if chaired.is_some() { Pattern::Chaired } else { Pattern::Organized };
            let kind = r.cue(token, Tag::MEETING | Tag::MEET_VERB)?.tokens;
            let whole = TokenRange::new(held, token);
            let score = 4 - aside(r, range, held) - general(r, range, whole);
            return Some(Found { sentence, kind, verb, pattern, score });
        }
        if let Some(found) = met(r, sentence, range, verb.tokens) {
            return Some(found);
        }
    }
    let kind = r.cue(token, Tag::MEETING)?.tokens;
    if is_other_rite(r, kind) {
        return None;
    }
    let (pattern, verb, score) = governed(r, range, kind);
    // `phiên làm việc sáng 4/4`: a certain one.
    let certain = r
        .starting(kind.end)
        .is_some_and(|(_, m)| matches!(m.data, MentionData::Date(date) if super::is_day(date)));
    // `Tại Hội nghị X, Bộ trưởng Y cho rằng …` opens a report.
    let first = kind.start <= range.start + 1 && pattern == Pattern::Mentioned;
    let score = score
        + 2 * i32::from(certain && pattern == Pattern::Mentioned)
        + i32::from(first && score > 2 && !is_bare(r, kind.end, range.end))
        - aside(r, range, kind.start)
        - general(r, range, kind);
    Some(Found { sentence, kind, verb, pattern, score })
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
                && !r.any(token - 1, &[w.năm, w.việc, w.sẽ, w.để, w.về, w.cho, w.hoạch, w.ban]);
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
            return (Pattern::Attended, Some(cue.tokens), score);
        }
        if let Some(cue) = r.cue(token, Tag::HOLD).filter(|c| c.tokens.end + 2 >= kind.start) {
            return (Pattern::Held, Some(cue.tokens), 4);
        }
        if r.is(token, w.có) && far <= 2 {
            return (Pattern::Met, None, 4);
        }
    }
    let before = kind.start.checked_sub(1).filter(|b| *b >= range.start);
    let opens = before.is_none_or(|b| r.any(b, &[w.comma, w.hyphen, w.dash, w.long_dash]));
    let at = before.is_some_and(|b| {
        r.any(b, &[w.tại, w.trong, w.buổi, w.trình, w.vào])
            || r.cue_before(kind.start, Tag::ATTEND).is_some()
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
fn general(r: &Reading<'_>, range: TokenRange, kind: TokenRange) -> i32 {
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
    if last.is_some_and(|t| !r.any(t, &[w.đã, w.vừa]) && !r.in_name(t)) {
        score += 4;
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

/// `tiếp`, `hội đàm với`, `làm việc với`, `họp`: a verb that is itself the meeting, with a subject
/// who can meet.
fn met(r: &Reading<'_>, sentence: usize, range: TokenRange, verb: TokenRange) -> Option<Found> {
    let w = r.words;
    let named = crate::participants::subject(r, range.start, verb.start).is_some_and(|s| s.named);
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
    score -= aside(r, range, verb.start) + general(r, range, verb);
    Some(Found { sentence, kind: verb, verb: Some(verb), pattern: Pattern::Met, score })
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

/// How much the words before say that the meeting is only the background of something else.
fn aside(r: &Reading<'_>, range: TokenRange, kind: u32) -> i32 {
    let clause = r.clause_start(range.start, kind);
    let opens = (clause..kind.min(clause + 3)).any(|t| r.tags(t).contains(Tag::BACKGROUND));
    if opens { 4 } else { 0 }
}

/// What the days in the sentence say: one close to the article's own speaks for, an old one against.
fn dated(r: &Reading<'_>, range: TokenRange, kind: u32) -> i32 {
    let mut score = 0;
    for (_, mention) in r.mentions_in(range) {
        let MentionData::Date(date) = mention.data else { continue };
        if !super::is_day(date) || is_memorial(r, mention.tokens) {
            continue;
        }
        let near = match (date.value, r.layers.published) {
            (Some(Edtf::Point(day) | Edtf::Interval(day, _)), Some(p)) => {
                distance(p.date, day) <= 10
            }
            _ => true,
        };
        let before = mention.tokens.start < kind;
        let worth = match (near, date.part_of_day.is_some() || before) {
            (true, true) => 3,
            (true, false) => 2,
            (false, _) => -3,
        };
        if score == 0 || worth > score {
            score = worth;
        }
    }
    score
}

/// A date in brackets or in a range of years (`19/5/1890 - 19/5/2025`) tells of an anniversary.
pub(crate) fn is_memorial(r: &Reading<'_>, date: TokenRange) -> bool {
    let w = r.words;
    let Some(before) = date.start.checked_sub(1) else { return false };
    // `Sáng nay (1/12)` gives the day that is meant.
    let given = r.is(before, w.open) && before > 0 && r.is(before - 1, w.nay);
    let range = r.any(before, &[w.hyphen, w.dash])
        && before > 0
        && (r.kind_at(before - 1) == Some(MentionKind::Date)
            || r.shape(before - 1).contains(Shape::NUMBER));
    !given && (r.is(before, w.open) || range)
}

/// Days between two dates, a month counted as thirty.
fn distance(one: PartialDate, other: PartialDate) -> i32 {
    // Of an article's date that is a month, any day is as near.
    let other =
        if one.day == 0 && one.month > 0 && (one.year, one.month) == (other.year, other.month) {
            one
        } else {
            other
        };
    let days = |d: PartialDate| {
        i32::from(d.year) * 365 + i32::from(d.month.max(1)) * 30 + i32::from(d.day.max(1))
    };
    (days(one) - days(other)).abs()
}
