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
const OPENING: usize = 8;

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
                _ => 0,
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
            if title && found.pattern != Pattern::Mentioned {
                found.score += 1;
            }
            if best.is_none_or(|b| found.score > b.score) {
                best = Some(found);
            }
        }
    }
    best.filter(|found| found.score >= THRESHOLD)
}

/// Whether the title speaks of a meeting.
fn title_says(r: &Reading<'_>, article: &Article<'_>) -> bool {
    let beside = article.title.is_some_and(|title| {
        ["chủ trì", "hội nghị", "Hội nghị", "phiên họp", "làm việc với", "hội đàm", "tiếp "]
            .iter()
            .any(|cue| title.contains(cue))
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
    if let Some(verb) = r.cue(token, Tag::MEET_VERB)
        && let Some(found) = met(r, sentence, range, verb.tokens)
    {
        return Some(found);
    }
    let kind = r.cue(token, Tag::MEETING)?.tokens;
    let (pattern, verb, score) = governed(r, range, kind);
    let mut score = score - aside(r, range, kind.start);
    if (range.start..kind.start).any(|t| r.tags(t).contains(Tag::ASPECT) && r.is(t, r.words.sẽ)) {
        score -= 1;
    }
    Some(Found { sentence, kind, verb, pattern, score })
}

/// The verb that governs the kind, and how strongly it says that the meeting took place.
fn governed(
    r: &Reading<'_>,
    range: TokenRange,
    kind: TokenRange,
) -> (Pattern, Option<TokenRange>, i32) {
    let w = r.words;
    let back = kind.start.saturating_sub(9).max(range.start);
    for token in (back..kind.start).rev() {
        if r.in_name(token) || r.any(token, &[w.semicolon, w.colon]) {
            break;
        }
        let far = kind.start - token;
        if let Some(cue) =
            r.cue(token, Tag::CHAIR).filter(|c| c.tokens.end <= kind.start && far <= 9)
        {
            return (Pattern::Chaired, Some(cue.tokens), 4);
        }
        if let Some(cue) = r.cue(token, Tag::ORGANIZE).filter(|c| c.tokens.end + 2 >= kind.start) {
            // `năm tổ chức Đại hội`: nobody who holds it.
            let held = token > range.start && !r.any(token - 1, &[w.năm, w.việc, w.sẽ, w.để]);
            return (Pattern::Organized, Some(cue.tokens), if held { 4 } else { 1 });
        }
        if let Some(cue) = r.cue(token, Tag::ATTEND).filter(|_| far <= 8) {
            return (Pattern::Attended, Some(cue.tokens), 3);
        }
        if let Some(cue) = r.cue(token, Tag::HOLD).filter(|c| c.tokens.end + 1 >= kind.start) {
            return (Pattern::Held, Some(cue.tokens), 4);
        }
        if r.is(token, w.có) && far <= 2 {
            return (Pattern::Met, None, 4);
        }
    }
    let end = range.end.min(kind.end + 70);
    let opens = kind.start == range.start || r.is(kind.start - 1, w.comma);
    for token in kind.end..end {
        if r.in_name(token) || r.quoted(token) {
            continue;
        }
        if let Some(cue) = r.cue(token, Tag::HOLD).filter(|_| opens) {
            return (Pattern::Held, Some(cue.tokens), 4);
        }
        if let Some(cue) = r.cue(token, Tag::CHAIR)
            && r.any(kind.start.saturating_sub(1), &[w.tại, w.comma])
        {
            return (Pattern::Chaired, Some(cue.tokens), 2);
        }
    }
    let before = kind.start.checked_sub(1).filter(|b| *b >= range.start);
    let at = before.is_some_and(|b| r.any(b, &[w.tại, w.trong, w.buổi, w.trình]));
    let journey = r.is(kind.start, w.chuyến);
    (Pattern::Mentioned, None, if journey { -3 } else { i32::from(at) * 2 })
}

/// `tiếp`, `hội đàm với`, `làm việc với`, `họp`: a verb that is itself the meeting, with a subject
/// who can meet.
fn met(r: &Reading<'_>, sentence: usize, range: TokenRange, verb: TokenRange) -> Option<Found> {
    let w = r.words;
    let named = crate::participants::subject(r, range.start, verb.start).is_some_and(|s| s.named);
    let done = is_past(r, verb.start) && someone_before(r, range, verb.start);
    if !named && !done {
        return None;
    }
    let after = verb.end;
    // Somebody is met, or something is met about.
    let object = (after..range.end.min(after + 6)).any(|t| {
        matches!(
            r.kind_at(t),
            Some(
                nghisu_document::layers::MentionKind::Person
                    | MentionKind::Role
                    | MentionKind::Organization
                    | MentionKind::Place
            )
        ) || r.any(t, &[w.đoàn, w.về, w.báo])
    });
    let mut score = if object { 4 } else { 1 };
    score -= aside(r, range, verb.start);
    Some(Found { sentence, kind: verb, verb: Some(verb), pattern: Pattern::Met, score })
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
    let days = |d: PartialDate| {
        i32::from(d.year) * 365 + i32::from(d.month.max(1)) * 30 + i32::from(d.day.max(1))
    };
    (days(one) - days(other)).abs()
}
