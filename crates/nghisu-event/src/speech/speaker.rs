//! Who speaks: the subject of a verb of speech, wherever its sentence puts it.

use crate::cues::Tag;
use crate::output::Context;
use crate::participants::{self, Subject};
use crate::reading::Reading;
use nghisu_document::layers::{
    Filler, Holder, MentionData, MentionId, MentionKind, Sentence, Shape, TokenRange,
};

/// How long an apposition between a name and its verb may be, in tokens.
const LONGEST_APPOSITION: u32 = 30;

/// How far before a verb of speech the paper may begin that speaks, in tokens.
const LONGEST_PAPER: u32 = 16;

/// How long a noun phrase without a name may be, in tokens.
const LONGEST_NOUN: u32 = 9;

/// Who speaks with the verb at a token, and whether an earlier verb has the same subject.
pub(super) fn of(
    r: &Reading<'_>,
    sentence: &Sentence,
    verb: u32,
    sure: bool,
) -> Option<(Subject, bool)> {
    let from = sentence.tokens.start;
    let near = apposed(r, from, verb)
        .or_else(|| {
            let at = without_adverbs(r, from, verb);
            let near = participants::subject(r, from, at).filter(|s| s.named)?;
            Some(titled(r, from, near))
        })
        .or_else(|| papered(r, from, verb))
        .or_else(|| lengthened(r, from, verb))
        .or_else(|| before_phrase(r, from, verb))
        .or_else(|| placed(r, from, verb));
    if let Some(near) = near {
        return Some((near, false));
    }
    if let Some(shared) = shared(r, from, verb).filter(|_| sure) {
        return Some((shared, true));
    }
    let plain = noun(r, from, verb).or_else(|| participants::subject(r, from, verb))?;
    Some((plain, false))
}

/// `UBND thành phố ban hành văn bản số 5 đề nghị …`, `… vừa có công văn yêu cầu …`: who speaks
/// through a paper.
fn papered(r: &Reading<'_>, from: u32, verb: u32) -> Option<Subject> {
    let w = r.words;
    let first = verb.saturating_sub(LONGEST_PAPER).max(from);
    let paper = (first..verb).rev().find(|t| {
        r.tags(*t).intersects(Tag::DOCUMENT | Tag::PAPER)
            || r.starting(*t).is_some_and(|(_, m)| m.data.kind() == MentionKind::LegalDocument)
    })?;
    // Nothing but the paper's number and date stands before the verb of speech.
    let plain = (paper..verb).all(|t| {
        r.over(t).is_some_and(|(_, m)| !is_person(m.data.kind()))
            || r.cue(paper, Tag::DOCUMENT | Tag::PAPER).is_some_and(|c| t < c.tokens.end)
            || r.any(t, &[w.số, w.ngày, w.này, w.slash, w.hyphen, w.open, w.close])
            || r.shape(t).intersects(Shape::NUMBER | Shape::UPPER)
    });
    let at = without_adverbs(r, from, paper);
    let head = if r.is(at.checked_sub(1)?, w.một) { at - 1 } else { at };
    let governs = (head.saturating_sub(2).max(from)..head).find(|t| {
        r.cue(*t, Tag::LEGAL).is_some_and(|c| c.tokens.end == head)
            || r.any(*t, &[w.có, w.ra, w.gửi, w.phát]) && t + 1 == head
    })?;
    if !plain {
        return None;
    }
    let at = without_adverbs(r, from, governs);
    participants::subject(r, from, at).filter(|s| s.named).or_else(|| placed(r, from, at))
}

/// `TP Sóc Trăng đề xuất`, `Hà Nội có văn bản`: a place at the head of its clause, which is its
/// government.
fn placed(r: &Reading<'_>, from: u32, verb: u32) -> Option<Subject> {
    let at = without_adverbs(r, from, verb);
    let (id, mention) = r.ending(at)?;
    let start = mention.tokens.start;
    // `…, xã A, huyện B`: an address.
    let address = start > from
        && r.is(start - 1, r.words.comma)
        && r.ending(start - 1).is_some_and(|(_, m)| m.data.kind() == MentionKind::Place);
    (mention.data.kind() == MentionKind::Place && !address && r.clause_start(from, at) == start)
        .then(|| Subject { filler: r.filler_of(id), from: start, named: true })
}

fn is_person(kind: MentionKind) -> bool {
    matches!(kind, MentionKind::Person | MentionKind::Role)
}

/// `Chủ tịch UBND TP Hà nội yêu cầu`: a name that goes on after its mention with a few words that
/// begin with a capital.
fn lengthened(r: &Reading<'_>, from: u32, verb: u32) -> Option<Subject> {
    let at = without_adverbs(r, from, verb);
    let end = (at.saturating_sub(3).max(from + 1)..at).find(|t| {
        r.shape(*t).contains(Shape::CAPITAL)
            && r.ending(*t).is_some_and(|(_, m)| {
                matches!(m.data.kind(), MentionKind::Role | MentionKind::Organization)
            })
    })?;
    if (end..at).any(|t| r.is_mark(t) || r.in_name(t)) {
        return None;
    }
    let (id, mention) = r.ending(end)?;
    let first = mention.tokens.start;
    let span = r.span(first, at)?;
    let filler = Filler { span, ..r.filler_of(id) };
    Some(Subject { filler, from: first, named: true })
}

/// The first token after the adverbs that stand before a verb.
fn without_adverbs(r: &Reading<'_>, from: u32, verb: u32) -> u32 {
    let mut at = verb;
    while at > from
        && (participants::is_adverb(r, at - 1)
            || r.is(at - 1, r.words.từng)
            || r.is(at - 1, r.words.này) && r.ending(at - 1).is_some())
    {
        at -= 1;
    }
    at
}

/// Where the brackets that close before a token open.
fn without_brackets(r: &Reading<'_>, from: u32, at: u32) -> u32 {
    let w = r.words;
    if at <= from || !r.is(at - 1, w.close) {
        return at;
    }
    (from..at - 1).rev().find(|t| r.is(*t, w.open)).filter(|open| *open > from).unwrap_or(at)
}

/// Whether a title begins at a token: `nguyên Chủ tịch …`, `Phó giám đốc …`.
fn is_title(r: &Reading<'_>, token: u32) -> bool {
    let w = r.words;
    let at = if r.any(token, &[w.nguyên, w.cựu, w.quyền, w.phó, w.là, w.hiện]) {
        token + 1
    } else {
        token
    };
    r.tags(at).contains(Tag::TITLE)
        || r.phrase(token, &[w.một, w.trong])
        || r.is(token, w.người)
        || r.over(at).is_some_and(|(_, m)| m.data.kind() == MentionKind::Role)
}

/// `ông X, Phó giám đốc Sở Y, cho biết`, `bà X (42 tuổi) - Trưởng thôn - kể`: the person whom what
/// stands between the name and the verb describes.
pub(crate) fn apposed(r: &Reading<'_>, from: u32, verb: u32) -> Option<Subject> {
    let w = r.words;
    let marks = [w.comma, w.hyphen, w.dash, w.long_dash];
    let mut at = without_brackets(r, from, without_adverbs(r, from, verb));
    if at > from && r.any(at - 1, &marks) {
        at -= 1;
    }
    let first = at.saturating_sub(LONGEST_APPOSITION).max(from);
    for mark in (first..at).rev() {
        if r.in_name(mark) {
            continue;
        }
        if r.any(mark, &[w.semicolon, w.colon, w.left, w.right, w.quote]) {
            return None;
        }
        if !r.any(mark, &marks) {
            continue;
        }
        let end = without_brackets(r, from, mark);
        if let Some((id, mention)) = r.ending(end)
            && mention.data.kind() == MentionKind::Person
            && is_title(r, mark + 1)
        {
            let start = participants::noun_start(r, from, mention.tokens.start);
            return Some(Subject { filler: r.filler_of(id), from: start, named: true });
        }
    }
    None
}

/// `Bí thư Thành đoàn`: a body's name that a title before it makes an office.
fn titled(r: &Reading<'_>, from: u32, subject: Subject) -> Subject {
    let Some(mention) = subject.filler.mention.and_then(|id| r.mention(id)) else {
        return subject;
    };
    let start = mention.tokens.start;
    if mention.data.kind() != MentionKind::Organization || start <= from {
        return subject;
    }
    let head = (start.saturating_sub(4).max(from)..start)
        .find(|t| r.cue(*t, Tag::TITLE).is_some_and(|c| c.tokens.end == start) && !r.in_name(*t));
    match head.and_then(|head| Some((head, r.filler(head, mention.tokens.end)?))) {
        Some((head, filler)) => Subject { filler, from: head, named: true },
        None => subject,
    }
}

/// `Bộ trưởng tại buổi làm việc cho biết`, `ông X qua điện thoại cho hay`: a phrase of place or of
/// occasion between the subject and its verb.
fn before_phrase(r: &Reading<'_>, from: u32, verb: u32) -> Option<Subject> {
    let w = r.words;
    let clause = r.clause_start(from, verb);
    let heads =
        [w.tại, w.trong, w.khi, w.qua, w.thay, w.vào, w.hôm, w.sáng, w.chiều, w.tối, w.trả, w.trao];
    let head = (clause + 1..verb).find(|t| {
        (r.any(*t, &heads) || r.kind_at(*t) == Some(MentionKind::Date)) && !r.in_name(*t)
    })?;
    let person = participants::subject(r, clause, head).filter(|s| s.named)?;
    // A second name before the verb would be its subject.
    let other = r
        .mentions_in(TokenRange::new(head, verb))
        .any(|(_, m)| m.data.kind() == MentionKind::Person && m.tokens.end == verb);
    (!other && verb - head <= 16).then_some(person)
}

/// The subject that a later verb of its sentence shares: `Bộ trưởng X đến thăm …, động viên … và
/// yêu cầu …`.
fn shared(r: &Reading<'_>, from: u32, verb: u32) -> Option<Subject> {
    let w = r.words;
    let at = without_adverbs(r, from, verb);
    let before = at.checked_sub(1).filter(|t| *t > from)?;
    if !r.any(before, &[w.và, w.comma, w.semicolon, w.thời]) || r.in_name(before) {
        return None;
    }
    topic(r, from, before)
}

/// The named subject of the last clause that begins with one, before a token.
pub(super) fn topic(r: &Reading<'_>, from: u32, to: u32) -> Option<Subject> {
    let w = r.words;
    let mut found = None;
    for start in from..to {
        let opens =
            start == from || r.any(start - 1, &[w.comma, w.semicolon]) && !r.in_name(start - 1);
        if !opens || r.quoted(start) {
            continue;
        }
        let mut at = start;
        while r.cue(at, Tag::PRONOUN).is_some() && !r.in_name(at) {
            at = r.cue(at, Tag::PRONOUN).map_or(at + 1, |c| c.tokens.end);
        }
        let Some((mut id, mut mention)) = r.starting(at) else { continue };
        // Titles, then the name: the name.
        while let Some((next, other)) = {
            let gap = mention.tokens.end;
            r.starting(if r.any(gap, &[w.hyphen, w.dash, w.comma]) { gap + 1 } else { gap })
        } && other.data.kind() == MentionKind::Person
            && mention.data.kind() == MentionKind::Role
        {
            (id, mention) = (next, other);
        }
        let next = mention.tokens.end;
        let apposed = r.any(next, &[w.comma, w.hyphen, w.dash]) && is_title(r, next + 1);
        let ends = r.is_mark(next) || r.any(next, &[w.và, w.của, w.cùng, w.với, w.tại, w.về]);
        if next >= to || ends && !apposed {
            continue;
        }
        if let Some(filler) = speaker(r, id) {
            found = Some(Subject { filler, from: start, named: true });
        }
    }
    found
}

/// Notes whom a sentence is about, for `ông`, `bà` in what follows.
pub(crate) fn note_subject(r: &Reading<'_>, sentence: &Sentence, context: &mut Context) {
    let subject = topic(r, sentence.tokens.start, sentence.tokens.end);
    let person = subject.map(|s| s.filler).filter(|f| {
        f.mention.and_then(|id| r.mention(id)).is_some_and(|m| {
            m.data.kind() == MentionKind::Person
                || m.data.kind() == MentionKind::Role && f.entity.is_some()
        })
    });
    if person.is_some() {
        context.subject = person;
    }
}

/// The filler of a mention that can speak.
fn speaker(r: &Reading<'_>, id: MentionId) -> Option<Filler> {
    match r.mention(id)?.data {
        MentionData::Role { holder: Some(Holder::Mention(person)), .. }
            if participants::are_together(r, id, person) =>
        {
            Some(r.filler_of(person))
        }
        MentionData::Person { .. }
        | MentionData::Role { .. }
        | MentionData::Organization { .. } => Some(r.filler_of(id)),
        _ => None,
    }
}

/// A subject that no mention holds, at the head of its clause: `chính quyền vùng X`, `đại diện các
/// sở`, `người phát ngôn của Chính phủ`, a proper name that is not known.
fn noun(r: &Reading<'_>, from: u32, verb: u32) -> Option<Subject> {
    let w = r.words;
    let at = without_brackets(r, from, without_adverbs(r, from, verb));
    let mut start = at;
    while start > from && at - start < LONGEST_NOUN + 1 {
        let before = start - 1;
        if let Some((_, mention)) = r.ending(start) {
            start = mention.tokens.start.max(from);
            continue;
        }
        if r.is_mark(before) && !r.in_name(before) && !joins_nouns(r, before) {
            break;
        }
        start = before;
    }
    if at <= start || at - start > LONGEST_NOUN {
        return None;
    }
    let whole = |first: u32| {
        let filler = r.filler(first, at)?;
        // `Đoàn kiểm tra của Bộ X`, `đại diện Sở Y`: as good as a name.
        let named = r
            .mentions_in(TokenRange::new(first, at))
            .any(|(_, m)| matches!(m.data.kind(), MentionKind::Organization | MentionKind::Role));
        Some(Subject { filler, from: first, named })
    };
    let mut first = start;
    while first < at && r.any(first, &[w.và, w.còn, w.riêng, w.nhưng, w.tuy, w.song]) {
        first += 1;
    }
    if first >= at {
        return None;
    }
    if begins_speaker(r, first) {
        return whole(first);
    }
    // `Tại phiên họp các đại biểu`: a plural opens the phrase.
    if let Some(plural) = (first + 1..at)
        .find(|t| r.any(*t, &[w.các, w.nhiều, w.một]) && !r.in_name(*t) && begins_speaker(r, *t))
    {
        return whole(plural);
    }
    proper(r, from, first, at).then(|| whole(first)).flatten()
}

/// Whether a range is a noun phrase of somebody who can speak, or a proper name that is not known.
pub(super) fn can_speak(r: &Reading<'_>, from: u32, to: u32) -> bool {
    let numbered = (from..to).any(|t| r.shape(t).contains(Shape::NUMBER));
    let law = r.tags(from).contains(Tag::DOCUMENT) || r.kind_at(from).is_some_and(is_no_speaker);
    !numbered && !law && (begins_speaker(r, from) || proper(r, from, from, to))
}

fn is_no_speaker(kind: MentionKind) -> bool {
    !matches!(kind, MentionKind::Person | MentionKind::Role | MentionKind::Organization)
}

/// Whether a mark only joins the nouns of one phrase: `các bộ, ngành`.
fn joins_nouns(r: &Reading<'_>, token: u32) -> bool {
    r.is(token, r.words.comma)
        && token > 0
        && r.tags(token + 1).contains(Tag::COLLECTIVE)
        && (1..4).any(|back| {
            token >= back
                && r.cue(token - back, Tag::COLLECTIVE).is_some_and(|c| c.tokens.end == token)
        })
}

/// Whether a noun that can speak stands at a token, a determiner before it or not.
fn begins_speaker(r: &Reading<'_>, token: u32) -> bool {
    let w = r.words;
    let mut at = token;
    while r.any(at, &[w.các, w.nhiều, w.những, w.một, w.số, w.mỗi, w.phía, w.người, w.giới])
    {
        at += 1;
    }
    let nouns = Tag::PLAIN_SPEAKER | Tag::SPEAKER_NOUN | Tag::REPRESENT | Tag::REPORT;
    if r.in_name(at) {
        return at > token
            && matches!(r.kind_at(at), Some(MentionKind::Organization | MentionKind::Role));
    }
    // `Sở này`, `nữ cán bộ này`: known from before.
    let known = (at..at + 3).any(|t| {
        r.tags(t).contains(Tag::COLLECTIVE)
            && r.cue(t, Tag::COLLECTIVE).is_some_and(|c| r.is(c.tokens.end, w.này))
    });
    known
        || r.tags(at).intersects(nouns)
        || at > token && (r.tags(at).contains(Tag::COLLECTIVE) || r.is(at - 1, w.người))
        || r.tags(token).intersects(nouns)
}

/// Whether all words of a range are capitalized, so that it may be a name; at a sentence's head
/// one word alone proves nothing.
fn proper(r: &Reading<'_>, from: u32, first: u32, to: u32) -> bool {
    let capital = (first..to).all(|t| {
        r.shape(t).contains(Shape::CAPITAL)
            && !r.shape(t).contains(Shape::NUMBER)
            && r.over(t).is_none_or(|(_, m)| match m.data.kind() {
                MentionKind::Organization | MentionKind::Person => true,
                MentionKind::Place => m.tokens.len() < to - first,
                _ => false,
            })
    });
    let foreign = !r.shape(first).contains(Shape::VIETNAMESE);
    capital && (first > from || to - first > 1 || foreign || r.shape(first).contains(Shape::UPPER))
}

/// `ông`, `bà`, `vị này`: the person who was last spoken of, with the pronoun that was read.
pub(crate) fn resolve(
    r: &Reading<'_>,
    sentence: &Sentence,
    mut subject: Subject,
    context: &Context,
) -> Subject {
    let Some(pronoun) = r.cue(subject.from, Tag::PRONOUN) else { return subject };
    let alone = r.span(pronoun.tokens.start, pronoun.tokens.end) == Some(subject.filler.span);
    if !alone || subject.named {
        return subject;
    }
    let gender = pronoun.code;
    let candidates = [context.subject, context.speaker, context.person];
    let fits = |person: &Filler| {
        let of = gender_of(r, person);
        gender == 0 || of == 0 || of == gender
    };
    if let Some(person) = candidates.into_iter().flatten().find(fits) {
        let via = Some(subject.filler.span);
        let inherited = !sentence.span.contains(person.span);
        subject.filler = Filler { inherited, via, ..person };
        subject.named = true;
    }
    subject
}

/// What a name and the word before it say of its bearer: 1 a man, 2 a woman, 0 neither.
fn gender_of(r: &Reading<'_>, person: &Filler) -> u8 {
    let w = r.words;
    let Some(tokens) = person.mention.and_then(|id| r.mention(id)).map(|m| m.tokens) else {
        return 0;
    };
    if (tokens.start + 1..tokens.end).any(|t| r.is(t, w.thị)) {
        return 2;
    }
    let before = tokens.start.checked_sub(1).and_then(|t| r.cue(t, Tag::PRONOUN));
    before.map_or(0, |c| c.code)
}
