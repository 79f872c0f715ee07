//! Whether a figure was reached, is aimed at, or is guessed.

use super::figure::Figure;
use crate::cues::Tag;
use crate::output::Context;
use crate::reading::Reading;
use nghisu_document::layers::{Edtf, MentionData, Sentence, Status};

/// Whether the figure was reached, is aimed at (`mục tiêu`, `phấn đấu`, a plan for a year ahead), or
/// is guessed (`ước`, `dự báo`, `dự kiến`, `sẽ`).
pub(super) fn of(
    r: &Reading<'_>,
    sentence: &Sentence,
    figure: &Figure,
    context: &Context,
) -> Status {
    let w = r.words;
    let at = figure.tokens.start;
    let from = figure.floor.max(sentence.tokens.start);
    let mut status = Status::Actual;
    for token in from..at {
        if r.in_name(token) {
            continue;
        }
        match r.cue(token, Tag::STATUS).map(|c| c.code) {
            // `đến năm 2018` looks ahead only from before that year.
            Some(1) if r.is(token, w.đến) && !is_ahead(r, token) => {}
            // `kế hoạch`, `chỉ tiêu` are targets only where they are what is aimed at.
            Some(1) if !r.any(token, &[w.kế]) => status = Status::Target,
            Some(2) => status = Status::Estimate,
            _ => {}
        }
    }
    let done = (from..at).any(|t| r.any(t, &[w.đã, w.vừa]) && !r.in_name(t));
    if status != Status::Actual || done {
        return status;
    }
    // What was said of the sentence's earlier figures holds for this one too: `phấn đấu A đạt 5%, B
    // đạt 7%`, `sẽ xây 5 trường, 3 trạm`.
    let start = part_start(r, sentence.tokens.start, at);
    let aimed = (sentence.tokens.start..from)
        .any(|t| r.cue(t, Tag::STATUS).is_some_and(|c| c.code == 1 && r.any(t, &[w.mục, w.phấn])));
    let planned = context.targets.is_some_and(|(_, at)| at == sentence.span.start());
    if aimed || planned {
        return Status::Target;
    }
    let clause = r.clause_start(start, at);
    if (clause..at).any(|t| r.phrase(t, &[w.có, w.thể]) && !r.in_name(t)) {
        return Status::Estimate;
    }
    // `Dự báo A đạt 5%, B đạt 7%`; a verb of telling too: `chuyên gia dự đoán giá còn 5 triệu`.
    let foreseen = (start..from).any(|t| {
        let guess = r.cue(t, Tag::STATUS).is_some_and(|c| c.code == 2) && !r.is(t, w.ước)
            || r.phrase(t, &[w.ước, w.tính])
            || r.phrase(t, &[w.dự, w.đoán]);
        guess && !r.in_name(t)
    });
    if foreseen {
        return Status::Estimate;
    }
    let last = (start..at).rev().find(|t| r.any(*t, &[w.sẽ, w.đã]) && !r.in_name(*t));
    if last.is_some_and(|t| r.is(t, w.sẽ)) {
        return Status::Estimate;
    }
    // `Hơn 3.000 hộ sẽ được hỗ trợ`
    let predicate = (figure.tokens.end..figure.limit.min(figure.tokens.end + 16))
        .take_while(|t| !r.any(*t, &[w.comma, w.semicolon, w.colon]))
        .find(|t| r.is_aspect(*t) && r.any(*t, &[w.sẽ, w.đã, w.đang]));
    if predicate.is_some_and(|t| r.is(t, w.sẽ)) {
        return Status::Estimate;
    }
    let to = figure.limit.min(figure.tokens.end + 6);
    let after = (figure.tokens.end..to).take_while(|t| !r.any(*t, &[w.comma, w.semicolon]));
    let ahead = (sentence.tokens.start..at)
        .chain(after)
        .any(|t| r.any(t, &[w.đến, w.vào, w.tới]) && is_ahead(r, t));
    if ahead { Status::Target } else { Status::Actual }
}

/// The first token after the last `;` before a token.
fn part_start(r: &Reading<'_>, from: u32, token: u32) -> u32 {
    let w = r.words;
    (from..token).rev().find(|t| r.is(*t, w.semicolon)).map_or(from, |t| t + 1)
}

/// Whether the date after `đến` lies after the article's own year.
fn is_ahead(r: &Reading<'_>, token: u32) -> bool {
    let date = (token..token + 3).find_map(|t| {
        r.over(t).and_then(|(_, m)| match m.data {
            MentionData::Date(date) => date.value,
            _ => None,
        })
    });
    let year = match date {
        Some(Edtf::Point(date) | Edtf::Interval(_, date) | Edtf::Until(date)) => date.year,
        _ => return false,
    };
    r.layers.published.is_some_and(|p| year > p.date.year)
}
