//! Legal documents issued, signed, approved, amended, submitted, coming into force; counts of them.

use crate::cues::{CueHit, Tag};
use crate::output::{Context, Output};
use crate::participants;
use crate::reading::Reading;
use nghisu_document::layers::{
    Event, EventData, Filler, LegalAct, LegalActKind, MentionData, MentionId, MentionKind, RuleId,
    RuleNames, Sentence, Shape, TokenRange,
};

/// The names of the rules that make legal acts.
#[derive(Debug)]
pub(crate) struct Rules {
    active: RuleId,
    passive: RuleId,
    count: RuleId,
    effective: RuleId,
}

impl Rules {
    pub(crate) fn new(names: &mut RuleNames) -> Self {
        Self {
            active: names.intern("legal_act.active"),
            passive: names.intern("legal_act.passive"),
            count: names.intern("legal_act.count"),
            effective: names.intern("legal_act.effective"),
        }
    }
}

const KINDS: [LegalActKind; 6] = [
    LegalActKind::Issue,
    LegalActKind::Sign,
    LegalActKind::Approve,
    LegalActKind::Amend,
    LegalActKind::Submit,
    LegalActKind::Effective,
];

/// What was issued: the document's mention, or the words for its kind with their count.
#[derive(Debug, Clone, Copy)]
struct Object {
    document: Option<Filler>,
    doc_type: Option<Filler>,
    count: Option<Filler>,
    from: u32,
    /// One after its last token.
    end: u32,
}

/// Reads the legal acts of a sentence.
pub(crate) fn read(
    r: &Reading<'_>,
    sentence: &Sentence,
    rules: &Rules,
    context: &Context,
    out: &mut Output,
) {
    let tokens = sentence.tokens;
    let mut done = tokens.start;
    // `công bố: - Quyết định số …`: an item that is a numbered document.
    let item = r.item_start(tokens.start);
    if item > tokens.start
        && let Some((id, mention)) = r.starting(item)
        && mention.data.kind() == MentionKind::LegalDocument
    {
        let act = LegalAct {
            act: Some(LegalActKind::Issue),
            document: Some(r.filler_of(id)),
            ..LegalAct::default()
        };
        let data = EventData::LegalAct(act);
        out.events.push(Event {
            evidence: sentence.span,
            rule: rules.active,
            confidence: 65,
            data,
        });
    }
    for token in tokens.start..tokens.end {
        if token < done || r.in_name(token) {
            continue;
        }
        let Some(verb) = r.cue(token, Tag::LEGAL).or_else(|| has_paper(r, token)) else {
            continue;
        };
        let verb = without_paper(r, verb);
        let kind = KINDS.get(usize::from(verb.code)).copied().unwrap_or(LegalActKind::Issue);
        let found = match kind {
            LegalActKind::Effective => effective(r, tokens, verb.tokens),
            _ => active(r, tokens, verb.tokens, kind)
                .or_else(|| passive(r, tokens, verb.tokens, kind)),
        };
        let Some((object, issuer, is_active)) = found else { continue };
        done = verb.tokens.end.max(object.from + 1);
        let date = date(r, tokens, verb.tokens, kind).or_else(|| {
            // Counts are of the report's period.
            context
                .period
                .filter(|_| object.count.is_some())
                .map(|p| Filler { inherited: !sentence.span.contains(p.span), ..p })
        });
        let rule = match kind {
            LegalActKind::Effective => rules.effective,
            _ if object.count.is_some() => rules.count,
            _ if is_active => rules.active,
            _ => rules.passive,
        };
        // `công bố Quyết định … của Tổng cục trưởng X`: X's.
        let made = r.is(verb.tokens.start, r.words.công) || issuer.is_none();
        let issuer = made
            .then(|| object.document.and_then(|_| owner(r, object.end, tokens.end)))
            .flatten()
            .or(issuer);
        let mut act = LegalAct {
            act: Some(kind),
            issuer,
            document: object.document,
            doc_type: object.doc_type,
            count: object.count,
            date,
        };
        let confidence = if object.document.is_some() { 85 } else { 70 };
        let mut at = object.end;
        loop {
            let data = EventData::LegalAct(act);
            out.events.push(Event { evidence: sentence.span, rule, confidence, data });
            // `2 nghị định và 1 nghị quyết`
            let joined = act.count.is_some() && r.any(at, &[r.words.và, r.words.comma]);
            let Some((id, mention)) = r.starting(at + 1).filter(|_| joined) else { break };
            if mention.data.kind() != MentionKind::Quantity {
                break;
            }
            let Some(next) = counted(r, id, mention.tokens, tokens.end) else { break };
            act = LegalAct { count: next.count, doc_type: next.doc_type, ..act };
            at = next.end;
            done = done.max(at);
        }
    }
}

/// `UBND tỉnh vừa có Công văn số …`, `… có quyết định thu hồi …`: having a paper is issuing it.
fn has_paper(r: &Reading<'_>, token: u32) -> Option<CueHit> {
    let w = r.words;
    let next = token + 1;
    let numbered = r
        .starting(next)
        .is_some_and(|(_, m)| matches!(m.data, MentionData::LegalDocument { number: Some(_), .. }));
    let typed = r.is(token, w.có)
        && r.any(next, &[w.quyết, w.công, w.chỉ])
        && r.cue(next, Tag::DOCUMENT).is_some_and(|c| c.tokens.len() > 1);
    let made = r.any(token, &[w.có, w.gửi]) && (numbered || typed);
    made.then(|| CueHit { tokens: TokenRange::new(token, next), code: 0 })
}

/// `ra quyết định`: the verb alone, so that the paper is its object.
fn without_paper(r: &Reading<'_>, verb: CueHit) -> CueHit {
    let end = verb.tokens.end;
    let paper = (verb.tokens.start + 1..end)
        .find(|t| r.cue(*t, Tag::DOCUMENT).is_some_and(|c| c.tokens.end == end));
    let tokens = TokenRange::new(verb.tokens.start, paper.unwrap_or(end));
    CueHit { tokens, ..verb }
}

/// Who stands after a document with `của`: `Quyết định số 5 ngày 2/3 của Bộ trưởng X`.
fn owner(r: &Reading<'_>, from: u32, to: u32) -> Option<Filler> {
    let of = (from..to.min(from + 4)).find(|t| r.is(*t, r.words.của) && !r.in_name(*t)).or_else(
        || {
            let (_, date) = (from..to.min(from + 3)).find_map(|t| r.starting(t))?;
            (date.data.kind() == MentionKind::Date && r.is(date.tokens.end, r.words.của))
                .then_some(date.tokens.end)
        },
    )?;
    let (mut id, mut mention) = r.starting(of + 1)?;
    // The name after the title.
    while let Some((next, other)) = r.starting(mention.tokens.end)
        && other.data.kind() == MentionKind::Person
    {
        (id, mention) = (next, other);
    }
    let speaks = matches!(
        mention.data.kind(),
        MentionKind::Person | MentionKind::Role | MentionKind::Organization
    );
    speaks.then(|| r.filler_of(id))
}

type Found = (Object, Option<Filler>, bool);

/// `Chính phủ ban hành Nghị định …`, `… đã ban hành 19 nghị định`.
fn active(
    r: &Reading<'_>,
    range: TokenRange,
    verb: TokenRange,
    kind: LegalActKind,
) -> Option<Found> {
    let w = r.words;
    let object = object(r, verb, range.end)?;
    let subject = crate::speech::apposed(r, range.start, verb.start)
        .or_else(|| participants::subject(r, range.start, verb.start));
    let issuer = subject.map(|s| s.filler).or_else(|| plural_issuer(r, range.start, verb.start));
    let mut before = verb.start;
    while before > range.start && participants::is_adverb(r, before - 1) {
        before -= 1;
    }
    let past = (before..verb.start).any(|t| r.any(t, &[w.đã, w.vừa, w.mới]));
    let future = (before..verb.start).any(|t| r.is(t, w.sẽ));
    let governed = verb.start > range.start
        && r.any(
            before.saturating_sub(1),
            &[w.để, w.về, w.việc, w.chưa, w.cần, w.phải, w.của, w.sớm, w.không],
        );
    if future || governed {
        return None;
    }
    let named = issuer.is_some();
    let known = object.document.is_some() || object.count.is_some();
    // `công bố Báo cáo` makes no law.
    if r.is(verb.start, w.công) && object.document.is_none() {
        return None;
    }
    match kind {
        LegalActKind::Amend | LegalActKind::Submit => {
            let named = subject.is_some_and(|s| s.named);
            (named && object.document.is_some()).then_some((object, issuer, true))
        }
        _ => (named || past && known).then_some((object, issuer, true)),
    }
}

/// `các bộ, ngành, địa phương ban hành …`: an issuer that no mention holds.
fn plural_issuer(r: &Reading<'_>, from: u32, verb: u32) -> Option<Filler> {
    let w = r.words;
    let mut end = verb;
    while end > from && participants::is_adverb(r, end - 1) {
        end -= 1;
    }
    let start = (from..end)
        .rev()
        .take_while(|t| !r.any(*t, &[w.semicolon, w.colon]))
        .find(|t| r.is(*t, w.các) && r.tags(*t + 1).contains(Tag::COLLECTIVE))?;
    let nouns = (start + 1..end).all(|t| {
        r.tags(t).contains(Tag::COLLECTIVE)
            || r.tags(t - 1).contains(Tag::COLLECTIVE)
            || r.any(t, &[w.comma, w.và])
    });
    nouns.then(|| r.filler(start, end)).flatten()
}

/// What a verb of issuing governs.
fn object(r: &Reading<'_>, verb: TokenRange, to: u32) -> Option<Object> {
    let w = r.words;
    let from = verb.end;
    let mut at = from;
    while at < to && at < from + 4 {
        if let Some((id, mention)) = r.starting(at) {
            match mention.data.kind() {
                MentionKind::LegalDocument => {
                    let document = Some(r.filler_of(id));
                    let end = mention.tokens.end;
                    return Some(Object { document, doc_type: None, count: None, from: at, end });
                }
                MentionKind::Quantity => return counted(r, id, mention.tokens, to),
                _ => return None,
            }
        }
        if r.tags(at).contains(Tag::DOCUMENT) {
            // `ra quyết định`, `ký thông báo`: written small, it is known by its verb.
            let capital = r.shape(at).contains(Shape::CAPITAL);
            let made = r.any(verb.start, &[w.ra, w.ký, w.ban, w.có])
                && at <= from + 1
                && r.tags(at).contains(Tag::PAPER);
            let owned = r.cue(at, Tag::DOCUMENT).is_some_and(|c| r.is(c.tokens.end, w.của));
            if !capital && (!made || owned) {
                return None;
            }
            let (from, end) = doc_types(r, at, to)?;
            let doc_type = r.filler(from, end);
            return Some(Object { document: None, doc_type, count: None, from: at, end });
        }
        if !r.any(
            at,
            &[
                w.các, w.những, w.một, w.ban, w.hành, w.khoảng, w.hơn, w.trên, w.được, w.tổng,
                w.cộng, w.dự, w.thảo, w.và,
            ],
        ) {
            return None;
        }
        at += 1;
    }
    None
}

/// `19 nghị định`, `hàng chục thông tư, văn bản hướng dẫn`.
fn counted(r: &Reading<'_>, id: MentionId, number: TokenRange, to: u32) -> Option<Object> {
    // The mention may hold the counted noun or end before it.
    let at = (number.start..number.end + 1).find(|t| r.tags(*t).contains(Tag::DOCUMENT))?;
    let (from, end) = doc_types(r, at, to)?;
    Some(Object {
        document: None,
        doc_type: r.filler(from, end).or_else(|| r.span(from, end).map(Filler::span)),
        count: Some(r.filler_of(id)),
        from: at,
        end,
    })
}

/// Words for kinds of documents, joined by `,` and `và`.
fn doc_types(r: &Reading<'_>, from: u32, to: u32) -> Option<(u32, u32)> {
    let w = r.words;
    let mut end = r.cue(from, Tag::DOCUMENT)?.tokens.end;
    while end < to && r.any(end, &[w.comma, w.và]) {
        let Some(next) = r.cue(end + 1, Tag::DOCUMENT).filter(|_| !r.in_name(end + 1)) else {
            break;
        };
        end = next.tokens.end;
    }
    Some((from, end))
}

/// `Luật X được ban hành`, `Nghị quyết được Quốc hội thông qua`.
fn passive(
    r: &Reading<'_>,
    range: TokenRange,
    verb: TokenRange,
    kind: LegalActKind,
) -> Option<Found> {
    let w = r.words;
    let from = verb.start.saturating_sub(14).max(range.start);
    let mark = (from..verb.start).rev().find(|t| r.any(*t, &[w.được, w.do_]) && !r.in_name(*t))?;
    if !(mark + 1..verb.start).all(|t| r.over(t).is_some() || participants::is_adverb(r, t)) {
        return None;
    }
    let (id, document) = document_before(r, from, mark)?;
    let near = mark.saturating_sub(document.end) <= 6;
    if !near || matches!(kind, LegalActKind::Submit) {
        return None;
    }
    let issuer = r.starting(mark + 1).map(|(id, _)| r.filler_of(id));
    let object = Object {
        document: Some(r.filler_of(id)),
        doc_type: None,
        count: None,
        from: verb.start,
        end: verb.end,
    };
    Some((object, issuer, false))
}

fn document_before(r: &Reading<'_>, from: u32, to: u32) -> Option<(MentionId, TokenRange)> {
    let last = r
        .mentions_in(TokenRange::new(from.saturating_sub(20), to))
        .filter(|(_, m)| m.data.kind() == MentionKind::LegalDocument)
        .last()?;
    Some((last.0, last.1.tokens))
}

/// `Luật X có hiệu lực từ ngày …`; the law may also follow: `Có hiệu lực từ …, Luật X …`.
fn effective(r: &Reading<'_>, range: TokenRange, verb: TokenRange) -> Option<Found> {
    let before = document_before(r, range.start.max(verb.start.saturating_sub(30)), verb.start);
    let document = before.filter(|(_, t)| t.start >= range.start).map(|(id, _)| id).or_else(|| {
        r.mentions_in(TokenRange::new(verb.end, range.end))
            .find(|(_, m)| m.data.kind() == MentionKind::LegalDocument)
            .filter(|_| verb.start <= range.start + 2)
            .map(|(id, _)| id)
    });
    let dated =
        (verb.end..range.end.min(verb.end + 10)).any(|t| r.kind_at(t) == Some(MentionKind::Date));
    let words = r.words;
    let this = (verb.start.saturating_sub(8).max(range.start)..verb.start)
        .find(|t| r.tags(*t).contains(Tag::DOCUMENT) && r.any(*t + 2, &[words.này, words.có]));
    let doc_type = this
        .and_then(|t| r.cue(t, Tag::DOCUMENT))
        .and_then(|c| r.filler(c.tokens.start, c.tokens.end));
    if document.is_none() && !(dated && doc_type.is_some()) {
        return None;
    }
    let object = Object {
        document: document.map(|id| r.filler_of(id)),
        doc_type: doc_type.filter(|_| document.is_none()),
        count: None,
        from: verb.end,
        end: verb.end,
    };
    Some((object, None, false))
}

/// When it was done: of coming into force the date after the verb, else the document's own or one
/// before the verb.
fn date(
    r: &Reading<'_>,
    range: TokenRange,
    verb: TokenRange,
    kind: LegalActKind,
) -> Option<Filler> {
    let w = r.words;
    let of = |from: u32, to: u32| {
        r.mentions_in(TokenRange::new(from, to)).find(|(id, m)| {
            matches!(m.data, MentionData::Date(_))
                && r.over(m.tokens.start).is_some_and(|(over, _)| over == *id)
        })
    };
    let found = match kind {
        LegalActKind::Effective => of(verb.end, range.end.min(verb.end + 12)),
        _ => of(range.start, verb.start).or_else(|| {
            of(verb.end, range.end.min(verb.end + 16)).filter(|(_, m)| {
                m.tokens.start == verb.end
                    || m.tokens.start > 0
                        && (r.any(m.tokens.start - 1, &[w.comma, w.open])
                            || r.ending(m.tokens.start)
                                .is_some_and(|(_, b)| b.data.kind() == MentionKind::LegalDocument))
            })
        }),
    };
    found.map(|(id, _)| r.filler_of(id))
}
