//! Where a meeting was held, and where it was relayed to.

use super::find::{Found, reports};
use crate::cues::Tag;
use crate::output::Output;
use crate::reading::Reading;
use nghisu_document::layers::{Filler, List, Meeting, MentionKind, TokenRange};

/// How many sentences after the report's own may tell of its sites.
const NEAR: usize = 6;

pub(super) fn read(
    r: &Reading<'_>,
    found: &Found,
    sentence: TokenRange,
    name: TokenRange,
    meeting: &mut Meeting,
    out: &mut Output,
) {
    let w = r.words;
    let before = TokenRange::new(sentence.start, found.kind.start);
    meeting.venue = at_place(r, before)
        .or_else(|| at_place(r, TokenRange::new(name.end, sentence.end.min(name.end + 12))));
    let mut sites: Vec<Filler> = Vec::new();
    for next in near(r, found) {
        let relayed = (next.start..next.end).find(|t| {
            (r.any(*t, &[w.kết, w.truyền]) || r.is(*t, w.trực)) && r.tags(*t).contains(Tag::MODE)
                || r.phrase(*t, &[w.truyền, w.trực, w.tuyến])
        });
        let Some(relayed) = relayed else { continue };
        if let Some(from) = (relayed..next.end).find(|t| r.is(*t, w.từ)) {
            let place = place_at(r, from + 1, next.end);
            // `tại điểm cầu … từ trụ sở X`: X is a site, not where the session sat.
            if (next.start..from).any(|t| r.tags(t).contains(Tag::SITE)) {
                sites.extend(place);
            } else if meeting.venue.is_none() {
                meeting.venue = place;
            }
        }
        let Some(to) = (relayed..next.end).find(|t| r.any(*t, &[w.tới, w.đến, w.với]))
        else {
            continue;
        };
        relayed_to(r, to + 1, next.end, &mut sites);
    }
    for (_, next) in r.layers.sentences.iter().enumerate().filter(|(_, s)| reports(r, s)) {
        let range = next.tokens;
        if r.is(range.start, w.tại)
            && r.tags(range.start + 1).contains(Tag::SITE)
            && let Some(filler) = site_at(r, range.start + 1, range.end)
            && sites.iter().all(|s| s.span != filler.span)
        {
            sites.push(filler);
        }
    }
    meeting.sites = List::push(&mut out.fillers, sites);
}

/// The report's own sentence and those that follow it closely.
fn near<'a>(r: &Reading<'a>, found: &Found) -> impl Iterator<Item = TokenRange> + use<'a> {
    let r = *r;
    let sentences = r.layers.sentences.iter().skip(found.sentence).take(NEAR);
    sentences.filter(move |s| reports(&r, s)).map(|s| s.tokens)
}

/// The place after `tại` that is no site.
fn at_place(r: &Reading<'_>, range: TokenRange) -> Option<Filler> {
    let w = r.words;
    (range.start..range.end)
        .filter(|t| {
            r.any(*t, &[w.tại, w.ở]) && !r.in_name(*t) && !r.tags(*t + 1).contains(Tag::SITE)
        })
        .find_map(|t| place_at(r, t + 1, range.end))
}

fn place_at(r: &Reading<'_>, from: u32, to: u32) -> Option<Filler> {
    let w = r.words;
    let mut at = from;
    while at < to && at < from + 5 {
        if let Some((id, mention)) = r.starting(at) {
            let kind = mention.data.kind();
            if !matches!(kind, MentionKind::Place | MentionKind::Organization) {
                return None;
            }
            return if at == from {
                Some(r.filler_of(id))
            } else {
                // A common noun before the name belongs to the place: `trụ sở Bộ Công an`.
                r.filler(from, mention.tokens.end)
            };
        }
        if r.is_mark(at) || r.any(at, &[w.hội, w.phiên, w.cuộc, w.buổi]) {
            return None;
        }
        at += 1;
    }
    None
}

/// `điểm cầu Long An`: with the mention of its place.
pub(super) fn site_at(r: &Reading<'_>, from: u32, to: u32) -> Option<Filler> {
    let mut at = r.cue(from, Tag::SITE).map_or(from, |c| c.tokens.end);
    let first = at;
    while at < to && at < first + 4 {
        if let Some((id, mention)) = r.starting(at) {
            let filler = r.filler(from, mention.tokens.end)?;
            let named = r.filler_of(id);
            return Some(Filler { mention: named.mention, entity: named.entity, ..filler });
        }
        if r.is_mark(at) {
            break;
        }
        at += 1;
    }
    None
}

/// What a session was relayed to: `trụ sở các bộ …, UBND các tỉnh …`.
fn relayed_to(r: &Reading<'_>, from: u32, to: u32, sites: &mut Vec<Filler>) {
    let w = r.words;
    let mut first = from;
    let mut at = from;
    let mut push = |first: u32, end: u32| {
        let mut first = first;
        if r.tags(first).contains(Tag::SITE)
            && let Some(inner) = (first..end).find(|t| r.is(*t, w.tại))
        {
            first = inner + 1;
        }
        let (first, end) = r.trim(first, end);
        let named = (first..end)
            .any(|t| matches!(r.kind_at(t), Some(MentionKind::Organization | MentionKind::Place)))
            || r.phrase(first, &[w.trụ, w.sở]);
        if named && let Some(filler) = r.filler(first, end) {
            sites.push(filler);
        }
    };
    while at < to {
        if r.any(at, &[w.và, w.comma]) && !r.in_name(at) {
            let body = r.starting(at + 1).is_some_and(|(_, m)| {
                matches!(m.data.kind(), MentionKind::Organization | MentionKind::Place)
            });
            if body || r.phrase(at + 1, &[w.trụ, w.sở]) || r.tags(at + 1).contains(Tag::SITE) {
                push(first, at);
                first = at + 1;
            }
        }
        if r.any(at, &[w.semicolon, w.stop]) && !r.in_name(at) {
            break;
        }
        at += 1;
    }
    push(first, at);
}
