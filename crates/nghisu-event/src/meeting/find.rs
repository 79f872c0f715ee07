//! Which meeting the article is about, told from those that it only mentions.

use super::Pattern;
use super::candidate::candidate;
use crate::cues::Tag;
use crate::reading::Reading;
use nghisu_document::layers::{
    Article, Edtf, MentionData, MentionKind, PartialDate, PublishedFrom, SectionKind, Sentence,
    Shape, TokenRange,
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
    /// Somebody speaks there: `Tại phiên họp, Bộ trưởng X nhấn mạnh …`.
    pub(crate) told: bool,
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
            // `X và Y tại lễ đón`: no verb, as under a picture.
            if found.pattern == Pattern::Mentioned && !says_something(r, sentence.tokens) {
                found.score -= 3;
            }
            // The article begins with it, someone who holds it named: `X vừa tổ chức kỳ họp 21`.
            if place == 1 && found.score >= 4 {
                found.score += 1;
            }
            let day = dated(r, sentence.tokens, found.kind.start);
            found.score += day;
            // `Sáng 28/9, …. Ông X điều hành phiên họp.`: the day stands in the sentence before.
            if day == 0
                && (found.pattern == Pattern::Chaired || found.told)
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

/// Whether a kind has no name behind it: `Tại buổi lễ, …`.
pub(super) fn is_bare(r: &Reading<'_>, found: &Found) -> bool {
    r.is_mark(found.kind.end)
        || r.any(found.kind.end, &[r.words.này, r.words.có, r.words.đã, r.words.trên])
}

/// Whether a sentence has a verb that its reader would know.
fn says_something(r: &Reading<'_>, range: TokenRange) -> bool {
    (range.start..range.end).any(|t| {
        !r.in_name(t)
            && (r.is_aspect(t)
                || r.is_action(t)
                || r.tags(t)
                    .intersects(Tag::SPEECH | Tag::HOLD | Tag::ORGANIZE | Tag::CHAIR | Tag::STATUS))
    })
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

/// How much the words before say that the meeting is only the background of something else.
pub(super) fn aside(r: &Reading<'_>, range: TokenRange, kind: u32) -> i32 {
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
                // A date that stands in the text or the address says little of when that was.
                let told = matches!(p.from, PublishedFrom::Text | PublishedFrom::Url);
                distance(p.date, day) <= if told { 70 } else { 10 }
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

/// A document's own date tells nothing of a meeting; one in brackets or in a range of years
/// (`19/5/1890 - 19/5/2025`) tells of an anniversary.
pub(crate) fn is_memorial(r: &Reading<'_>, date: TokenRange) -> bool {
    let w = r.words;
    let Some(before) = date.start.checked_sub(1) else { return false };
    // `Quyết định số 12/QĐ-TTg ngày 14/11/2016`: the document's own day.
    let paper =
        |at: u32| r.ending(at).is_some_and(|(_, m)| m.data.kind() == MentionKind::LegalDocument);
    if paper(date.start) || r.is(before, w.comma) && paper(before) {
        return true;
    }
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
