//! `Theo X, …`: statements told from their source.

use super::{Rules, Said, content, directive, speaker};
use crate::cues::{CueHit, Tag};
use crate::output::{Context, Output};
use crate::participants::Subject;
use crate::reading::Reading;
use nghisu_document::layers::{
    Act, Holder, MentionData, MentionId, MentionKind, Sentence, TokenRange,
};

/// How long the source of a statement may be, in tokens.
const LONGEST_SOURCE: u32 = 30;

/// How much of a sentence its source tells.
pub(super) enum Told {
    /// None of it, or what has a speaker of its own.
    Nothing,
    /// All of it.
    All,
    /// What stands before a token, which may have a speaker of its own.
    Until(u32),
}

/// Reads a sentence that is told from a source.
pub(super) fn read(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    rules: &Rules,
    context: &mut Context,
    out: &mut Output,
) -> Told {
    let w = r.words;
    let tokens = sentence.tokens;
    let end = content::last(r, tokens.end);
    let head = (tokens.start..end.min(tokens.start + 24)).find(|t| {
        r.is(*t, w.theo)
            && !r.in_name(*t)
            && !r.quoted(*t)
            && (*t == tokens.start || opens_source(r, *t) && *t <= tokens.start + 16)
    });
    if let Some(by) = head
        && let Some((subject, after)) = source(r, by, end)
        && let after = own_verb(r, &subject, after, end).unwrap_or(after)
        && let Some(content) = content::after(r, after, end)
    {
        let comma = r.is(after, w.comma);
        if !comma && r.any(after, &[w.về, w.của]) {
            return Told::Nothing;
        }
        // `Theo X, ông Y cho biết …`: the speaker is Y.
        let verb = (after..end.min(after + 14)).find(|t| {
            r.tags(*t).contains(Tag::SPEECH)
                && !r.tags(*t).contains(Tag::WEAK_SPEECH)
                && !r.in_name(*t)
        });
        let told = verb.is_some_and(|v| {
            crate::participants::subject(r, after + 1, v).is_some_and(|s| s.named)
        });
        if told && !subject.named {
            return Told::Nothing;
        }
        let subject = speaker::resolve(r, sentence, subject, context);
        context.close_speech();
        let weighs = r.any(by + 1, &[w.đánh, w.nhận]);
        let asks = !comma && (content.tokens.0..content.tokens.1).any(|t| r.is(t, w.phải));
        let act = if asks {
            Act::Request
        } else if weighs {
            Act::Assessment
        } else {
            Act::Report
        };
        let hit = CueHit { tokens: TokenRange::new(by, by + 1), code: 6 };
        let said = Said { subject, act, verb: hit, shared: false };
        super::push(r, index, sentence.span, &said, content, rules.attributed, context, out);
        period(r, content.tokens, context);
        if told {
            return Told::Nothing;
        }
        if subject.named {
            directive::obligations(
                r,
                index,
                sentence,
                &content,
                subject.filler,
                rules,
                context,
                out,
            );
        }
        return Told::All;
    }
    // `…, theo ông X.`
    let tail = (end.saturating_sub(LONGEST_SOURCE).max(tokens.start + 4)..end).rev().find(|t| {
        r.is(*t, w.theo)
            && !r.in_name(*t)
            && !r.quoted(*t)
            && r.any(*t - 1, &[w.comma, w.right, w.quote])
    });
    if let Some(by) = tail
        && let Some((subject, after)) = source(r, by, end)
        && after >= end
        && let Some(content) = content::before(r, sentence, by)
    {
        let subject = speaker::resolve(r, sentence, subject, context);
        context.close_speech();
        let hit = CueHit { tokens: TokenRange::new(by, by + 1), code: 6 };
        let said = Said { subject, act: Act::Report, verb: hit, shared: false };
        super::push(
            r,
            index,
            sentence.span.cover(content.span),
            &said,
            content,
            rules.attributed,
            context,
            out,
        );
        return Told::Until(by - 1);
    }
    Told::Nothing
}

/// Whether what stands before `theo` lets a source follow: a comma, `cũng`, the end of a caption.
fn opens_source(r: &Reading<'_>, by: u32) -> bool {
    let w = r.words;
    r.any(by - 1, &[w.comma, w.và, w.cũng, w.còn, w.vẫn, w.close, w.stop, w.bởi])
}

/// The period that a report opens with.
pub(super) fn period(r: &Reading<'_>, (from, to): (u32, u32), context: &mut Context) {
    let date = r
        .mentions_in(TokenRange::new(from, to))
        .find(|(_, m)| matches!(m.data, MentionData::Date(date) if date.part_of_day.is_none()));
    if let Some((id, mention)) = date
        && mention.tokens.start <= from + 3
    {
        context.period = Some(r.filler_of(id));
    }
}

/// Who or what stands after `theo`, and the token after it. A rule, a plan or a direction is no
/// source.
fn source(r: &Reading<'_>, by: u32, end: u32) -> Option<(Subject, u32)> {
    let w = r.words;
    let from = by + 1;
    let limit = end.min(from + LONGEST_SOURCE);
    let comma = (from..limit)
        .find(|t| r.is(*t, w.comma) && !r.in_name(*t))
        .unwrap_or(if limit == end { end } else { from });
    // The person or office right after: `theo Thủ tướng …`.
    let mut first = from;
    while r.any(first, &[w.ông, w.bà, w.đồng, w.chí, w.đại, w.diện, w.lãnh, w.đạo])
        && !r.in_name(first)
    {
        first += 1;
    }
    if let Some((id, mention)) = r.starting(first)
        && super::speaks(&mention.data)
    {
        let (id, stop) = whole(r, id, mention.tokens.end, end);
        return Some((named(r, id, from), stop));
    }
    if r.tags(from).contains(Tag::RANK) {
        return None;
    }
    // `theo ông, …`: who was named before.
    let pronoun = r.cue(from, Tag::PRONOUN).map(|c| c.tokens.end).filter(|end| r.is(*end, w.comma));
    if let Some(stop) = pronoun {
        let filler = r.filler(from, stop)?;
        return Some((Subject { filler, from, named: false }, stop));
    }
    let report = r.tags(from).contains(Tag::REPORT)
        || r.any(from, &[w.báo, w.thông, w.đánh, w.nhận, w.nguồn, w.công, w.tin])
        || r.any(from, &[w.kết, w.quan]) && r.any(from + 1, &[w.quả, w.sát]);
    if comma <= from {
        return None;
    }
    if !report {
        // `theo các chuyên gia, …`, `theo lãnh đạo huyện, …`, a proper name that is not known.
        if comma - from > 10 || !speaker::can_speak(r, from, comma) {
            return None;
        }
        let filler = r.filler(from, comma)?;
        return Some((Subject { filler, from, named: false }, comma));
    }
    // `báo cáo của X`: X; else the report.
    if let Some((id, mention)) = r.ending(comma)
        && super::speaks(&mention.data)
    {
        return Some((named(r, id, from), comma));
    }
    let owner = (from..comma).find(|t| {
        r.any(*t, &[w.của, w.từ, w.được, w.do_])
            && r.starting(*t + 1).is_some_and(|(_, m)| super::speaks(&m.data))
    });
    if let Some(owner) = owner
        && let Some((id, _)) = r.starting(owner + 1)
    {
        return Some((named(r, id, from), comma));
    }
    // `theo quan sát của phóng viên`: an owner that no mention holds.
    let owner = (from..comma).find(|t| r.any(*t, &[w.của, w.từ])).map(|t| t + 1);
    let first = owner.filter(|t| speaker::can_speak(r, *t, comma)).unwrap_or(from);
    let filler = r.filler(first, comma)?;
    Some((Subject { filler, from: first, named: false }, comma))
}

/// `Theo bà X, Hiệu phó trường Y, cho biết …`: the end of the verb of speech that the source has
/// behind what describes it.
fn own_verb(r: &Reading<'_>, subject: &Subject, after: u32, end: u32) -> Option<u32> {
    let w = r.words;
    let verb = (after..end.min(after + LONGEST_SOURCE)).find_map(|t| {
        let verb = r.cue(t, Tag::SPEECH)?;
        (!r.in_name(t) && !r.tags(t).contains(Tag::WEAK_SPEECH)).then_some(verb.tokens)
    })?;
    let bracketed = r.is(after, w.open)
        && (after..verb.start).find(|t| r.is(*t, w.close)) == verb.start.checked_sub(1);
    let described = || {
        speaker::apposed(r, subject.from, verb.start)
            .is_some_and(|whom| whom.filler.span == subject.filler.span)
    };
    (subject.named && (bracketed || described())).then_some(verb.end)
}

fn named(r: &Reading<'_>, id: MentionId, from: u32) -> Subject {
    Subject { filler: r.filler_of(id), from, named: true }
}

/// The person whom a title before or behind describes, and the end of the whole phrase.
fn whole(r: &Reading<'_>, id: MentionId, end: u32, limit: u32) -> (MentionId, u32) {
    let w = r.words;
    let mut speaker = id;
    let mut at = end;
    loop {
        let gap = if r.any(at, &[w.comma, w.hyphen, w.dash]) { at + 1 } else { at };
        let Some((next, mention)) = r.starting(gap).filter(|_| gap < limit) else { break };
        match mention.data {
            MentionData::Person { .. }
                if gap == at
                    || r.mention(speaker).is_some_and(|m| m.data.kind() == MentionKind::Role) =>
            {
                speaker = next;
            }
            MentionData::Role { holder: Some(Holder::Mention(holder)), .. }
                if holder == speaker => {}
            _ => break,
        }
        at = mention.tokens.end;
    }
    (speaker, at)
}
