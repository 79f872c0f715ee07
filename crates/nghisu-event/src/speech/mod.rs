//! Who said what, and who asked whom to do what.

mod addressee;
mod attribution;
mod content;
mod continued;
mod directive;
mod speaker;
mod title;

use crate::cues::{CueHit, Tag};
use crate::output::{Context, Output, Request};
use crate::participants::Subject;
use crate::reading::Reading;
use attribution::Told;
use content::Content;
use nghisu_document::layers::{
    Act, Event, EventData, Filler, MentionData, MentionKind, RuleId, RuleNames, Sentence, Shape,
    Statement, TokenRange,
};
use nghisu_text::NormSpan;

pub(crate) use speaker::{apposed, note_subject, resolve};
pub(crate) use title::read as read_title;

/// The names of the rules that make statements and directives.
#[derive(Debug)]
pub(crate) struct Rules {
    said: RuleId,
    quoted: RuleId,
    attributed: RuleId,
    fronted: RuleId,
    title: RuleId,
    labelled: RuleId,
    request: RuleId,
    continued: RuleId,
    obligation: RuleId,
}

impl Rules {
    pub(crate) fn new(names: &mut RuleNames) -> Self {
        Self {
            said: names.intern("statement.said"),
            quoted: names.intern("statement.quoted"),
            attributed: names.intern("statement.attributed"),
            fronted: names.intern("statement.fronted"),
            title: names.intern("statement.title"),
            labelled: names.intern("statement.labelled"),
            request: names.intern("directive.request"),
            continued: names.intern("directive.continued"),
            obligation: names.intern("directive.obligation"),
        }
    }
}

/// A statement that is being read.
#[derive(Debug, Clone, Copy)]
struct Said {
    subject: Subject,
    act: Act,
    verb: CueHit,
    /// The verb is not the first of its subject.
    shared: bool,
}

/// Reads the statements of a sentence and the directives in them.
pub(crate) fn read(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    rules: &Rules,
    context: &mut Context,
    out: &mut Output,
) {
    let mut told = *sentence;
    match attribution::read(r, index, sentence, rules, context, out) {
        Told::All => return,
        Told::Until(end) => told.tokens.end = end,
        Told::Nothing => {}
    }
    let sentence = &told;
    let tokens = sentence.tokens;
    if title::labelled(r, index, sentence, rules, context, out) {
        return;
    }
    let mut found = None;
    for token in tokens.start..tokens.end {
        if let Some(said) = main_verb(r, sentence, token, context) {
            found = Some(said);
            break;
        }
    }
    if found.is_none() {
        found = voiceless(r, index, sentence, context);
    }
    // `Bộ Y chỉ đạo các bệnh viện …`: in a list of tasks one more.
    if let (Some(said), Some(request)) = (found, context.request)
        && directive::is_task_of_its_own(r, index, &said, &request)
    {
        found = None;
    }
    // `Sở Y bố trí …; kêu gọi các doanh nghiệp …`: a task of the request before.
    if found.is_some_and(|said| said.shared && said.act == Act::Request)
        && context.request.is_some()
    {
        found = None;
    }
    let Some(said) = found else {
        if let Some(said) = fronted_alone(r, sentence) {
            context.close_speech();
            fronted(r, index, sentence, &said, rules, out);
            return;
        }
        let (count, speech) = (out.events.len(), context.speech);
        directive::go_on(r, index, sentence, rules, context, out);
        if out.events.len() == count {
            continued::read(r, index, sentence, speech, context, out);
        }
        return;
    };
    context.close_speech();
    fronted(r, index, sentence, &said, rules, out);
    let end = content::last(r, tokens.end);
    let next = said.verb.tokens.end;
    let w = r.words;
    if directive::opens_list(r, index, &said, end, context) {
        return;
    }
    let follows = r.any(next, &[w.colon, w.left, w.quote, w.rằng]);
    let quoted = !follows && content::quoted_before(r, said.subject.from);
    if next >= end || r.is(next, w.stop) || quoted {
        before(r, index, sentence, &said, rules, context, out);
        return;
    }
    after(r, index, sentence, said, rules, context, out);
}

/// The verb at a token, where it is the main verb of speech of its sentence: it has a subject who
/// can speak, and what follows can be what was said.
fn main_verb(r: &Reading<'_>, sentence: &Sentence, token: u32, context: &Context) -> Option<Said> {
    let w = r.words;
    let verb = r.cue(token, Tag::SPEECH)?;
    if r.in_name(token) || r.quoted(token) || r.is(token, w.theo) {
        return None;
    }
    let weak = r.cue(token, Tag::WEAK_SPEECH).is_some_and(|c| c.tokens == verb.tokens);
    let next = verb.tokens.end;
    let opens = r.any(next, &[w.comma, w.colon, w.rằng, w.left, w.quote])
        || next >= content::last(r, sentence.tokens.end);
    let assigns = r.tags(token).contains(Tag::DIRECTIVE) && addressee::begins(r, next);
    // `báo cáo của Bộ X`, `chỉ đạo của`: nouns.
    if r.is(next, w.của)
        || r.any(next, &[w.tại, w.về, w.này]) && verb.tokens.len() <= 2 && verb.code == 6
    {
        return None;
    }
    // `cho biết như vậy`: what was said stands elsewhere.
    if r.is(next, w.như) && r.any(next + 1, &[w.vậy, w.trên, w.thế]) {
        return None;
    }
    if token > sentence.tokens.start
        && r.any(token - 1, &[w.được, w.bị, w.để, w.những, w.các, w.sự, w.theo, w.của])
    {
        return None;
    }
    let told = r.cue(token, Tag::TOLD).is_some_and(|c| c.tokens == verb.tokens) && tells(r, next);
    let sure = !weak || opens || assigns;
    let (subject, shared) = speaker::of(r, sentence, token, sure)?;
    let subject = speaker::resolve(r, sentence, subject, context);
    // `dự Hội nghị biểu dương …`: the meeting's name, not what who attended it says.
    if r.cue_before(token, Tag::MEETING).is_some_and(|meeting| subject.from < meeting) {
        return None;
    }
    let opens = opens || content::quoted_before(r, subject.from);
    if !(sure || opens || told && subject.named) {
        return None;
    }
    // A place says only what follows as said, or asks and proposes.
    let place = subject.filler.mention.and_then(|id| r.mention(id));
    let asks = !weak && matches!(verb.code, 2 | 3 | 8);
    if !opens && !asks && place.is_some_and(|m| m.data.kind() == MentionKind::Place) {
        return None;
    }
    // `Tổ chỉ đạo số 8`, `các văn bản chỉ đạo khác`: nouns.
    if r.shape(next).contains(Shape::NUMBER) || r.any(next, &[w.số, w.khác]) {
        return None;
    }
    // `lãnh đạo, chỉ đạo triển khai …` tells of work, not of words.
    let joined = token.checked_sub(1).is_some_and(|t| r.any(t, &[w.comma, w.và]));
    if r.is(token, w.chỉ) && joined && !opens && !assigns {
        return None;
    }
    // `… mà Thủ tướng đã yêu cầu`, `Xin Thứ trưởng cho biết …`: nobody says anything here.
    let before = subject.from.checked_sub(1).filter(|t| *t >= sentence.tokens.start);
    if before.is_some_and(|t| {
        r.any(
            t,
            &[
                w.mà, w.khi, w.để, w.việc, w.sau, w.trước, w.vì, w.do_, w.như, w.thì, w.xin, w.mời,
                w.thưa, w.hỏi,
            ],
        ) && !r.in_name(t)
    }) {
        return None;
    }
    let noun = if r.any(subject.from, &[w.các, w.những, w.một]) {
        subject.from + 1
    } else {
        subject.from
    };
    let report = r.tags(noun).contains(Tag::REPORT) && !r.in_name(noun);
    if !subject.named && weak && !opens && !assigns {
        return None;
    }
    // `nhất trí với ý kiến cho rằng …`: what somebody else thinks.
    if !subject.named && before.is_some_and(|t| r.any(t, &[w.với, w.có, w.của, w.về])) {
        return None;
    }
    let mut act = Act::ALL.get(usize::from(verb.code)).copied().unwrap_or(Act::Assessment);
    // A report, or who presents one, reports.
    let presents = r.tags(sentence.tokens.start).contains(Tag::REPORT)
        || r.phrase(sentence.tokens.start, &[w.trình, w.bày, w.báo, w.cáo]);
    if act == Act::Announcement && (presents || report) || report && !subject.named {
        act = Act::Report;
    }
    if act == Act::Emphasis
        && (subject.from..token).any(|t| r.tags(t).contains(Tag::REPORT) && !r.in_name(t))
    {
        act = Act::Report;
    }
    // `hoan nghênh và cho rằng …`: what was said follows the second.
    let joined = r.any(next, &[w.và, w.comma]).then(|| r.cue(next + 1, Tag::SPEECH)).flatten();
    let last = joined.filter(|c| !r.in_name(c.tokens.start) && !r.is(c.tokens.start, w.theo));
    let verb = match last {
        Some(last) => {
            act = Act::ALL.get(usize::from(last.code)).copied().unwrap_or(act);
            CueHit { tokens: TokenRange::new(verb.tokens.start, last.tokens.end), code: last.code }
        }
        None => verb,
    };
    Some(Said { subject, act, verb, shared })
}

/// `Đồng thời, đề nghị Bộ Y …`: a verb of speech at the head whose subject is who spoke before.
fn voiceless(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    context: &Context,
) -> Option<Said> {
    let (voice, last) = context.voice?;
    let start = directive::after_opening(r, sentence.tokens.start, sentence.tokens.end);
    let verb = r.cue(start, Tag::SPEECH).filter(|_| !r.in_name(start) && !r.quoted(start))?;
    let next = verb.tokens.end;
    let weak = r.cue(start, Tag::WEAK_SPEECH).is_some_and(|c| c.tokens == verb.tokens);
    let asks = r.tags(start).contains(Tag::DIRECTIVE) && addressee::begins(r, next);
    let says = !weak && !r.tags(start).contains(Tag::IMPERATIVE) && start > sentence.tokens.start;
    let w = r.words;
    let item = r.is(start, w.theo) || index > last + 2 || r.any(next, &[w.của, w.về, w.này]);
    if item || !(asks || says) {
        return None;
    }
    let act = Act::ALL.get(usize::from(verb.code)).copied().unwrap_or(Act::Assessment);
    let filler = Filler { inherited: true, ..voice };
    let subject = Subject { filler, from: start, named: true };
    Some(Said { subject, act, verb, shared: false })
}

/// Whether what follows a verb that is often none of speech can be what was said.
fn tells(r: &Reading<'_>, next: u32) -> bool {
    let w = r.words;
    !r.any(
        next,
        &[
            w.với, w.về, w.tại, w.cho, w.của, w.trong, w.ở, w.đến, w.trên, w.vào, w.theo, w.bằng,
            w.và, w.qua, w.lúc, w.như, w.này, w.đó, w.từ, w.cả, w.thêm, w.gửi, w.ra,
        ],
    ) && !r.is_mark(next)
}

/// What was said follows the verb.
fn after(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    mut said: Said,
    rules: &Rules,
    context: &mut Context,
    out: &mut Output,
) {
    let mut from = said.verb.tokens.end;
    let end = content::last(r, sentence.tokens.end);
    // Verbs that share the subject: `đánh giá cao …; đề nghị …`.
    loop {
        let next = content::shared_verb(r, from, end, said.act);
        let to = next.map_or(end, |n| n.0);
        one(r, index, sentence, &said, (from, to), rules, context, out);
        let Some((_, verb)) = next else { break };
        let act = Act::ALL.get(usize::from(verb.code)).copied().unwrap_or(Act::Assessment);
        said = Said { verb, act, ..said };
        from = verb.tokens.end;
    }
}

/// One statement whose content lies in a range, and its directives.
#[allow(clippy::too_many_arguments)] // the reading, the sentence, the rules and what is written
fn one(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    said: &Said,
    (from, to): (u32, u32),
    rules: &Rules,
    context: &mut Context,
    out: &mut Output,
) {
    // `kiến nghị Thủ tướng cho phép …`: a proposal that is put to somebody asks.
    let put = said.act == Act::Proposal && addressee::begins(r, from);
    let request = said.act == Act::Request || put;
    let said = &Said { act: if put { Act::Request } else { said.act }, ..*said };
    let mut list = Vec::new();
    let mut start = from;
    if request {
        start = addressee::read(r, from, to, &mut list);
        if list.is_empty() {
            addressee::fronted(r, sentence.tokens.start, said.subject.from, &mut list);
        }
    }
    let Some(content) = content::after(r, start, to) else { return };
    // A proposal ends where what follows `;` is no task.
    let cut = (content.tokens.0..content.tokens.1)
        .find(|t| r.is(*t, r.words.semicolon) && !r.tags(*t + 1).contains(Tag::IMPERATIVE));
    let content = match cut {
        Some(cut) if said.act == Act::Proposal && !put && !content.direct => {
            content::after(r, start, cut).unwrap_or(content)
        }
        _ => content,
    };
    if matches!(said.act, Act::Report | Act::Announcement) {
        attribution::period(r, content.tokens, context);
    }
    // `giao Bộ X …` tells of the task alone.
    if r.any(said.verb.tokens.start, &[r.words.giao, r.words.phân]) {
        context.reporter = None;
        let issuer = said.subject.filler;
        context.request = Some(Request { issuer, sentence: index });
        context.addressees.clear();
        context.addressees.extend(list.iter().copied());
        directive::pieces(r, sentence, content.tokens, issuer, &list, rules.request, out);
        return;
    }
    let rule = if content.direct { rules.quoted } else { rules.said };
    push(r, index, sentence.span.cover(content.span), said, content, rule, context, out);
    if request {
        let issuer = said.subject.filler;
        context.request = Some(Request { issuer, sentence: index });
        context.addressees.clear();
        context.addressees.extend(list.iter().copied());
        directive::pieces(
            r,
            sentence,
            (content.tokens.0, content.tokens.1),
            issuer,
            &list,
            rules.request,
            out,
        );
    } else if r.any(said.verb.tokens.start, &[r.words.lưu, r.words.mong, r.words.nhắc])
        && directive::wishes(r, index, sentence, &content, said.subject.filler, rules, context, out)
    {
    } else if said.subject.named {
        directive::obligations(
            r,
            index,
            sentence,
            &content,
            said.subject.filler,
            rules,
            context,
            out,
        );
    }
}

/// What was said stands before its speaker: `“…”, ông X nói.`
fn before(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    said: &Said,
    rules: &Rules,
    context: &mut Context,
    out: &mut Output,
) {
    let Some(content) = content::before(r, sentence, said.subject.from) else { return };
    let rule = if content.direct { rules.quoted } else { rules.said };
    let evidence = sentence.span.cover(content.span);
    push(r, index, evidence, said, content, rule, context, out);
    if said.act == Act::Request {
        let issuer = said.subject.filler;
        context.request = Some(Request { issuer, sentence: index });
        directive::pieces(r, sentence, content.tokens, issuer, &[], rules.request, out);
    } else if said.subject.named {
        let issuer = said.subject.filler;
        directive::obligations(r, index, sentence, &content, issuer, rules, context, out);
    }
}

/// `Nhìn nhận … là sai, Giám đốc Sở Y nhận trách nhiệm`: a verb of speech at the head, and a speaker
/// who goes on to do something else.
fn fronted_alone(r: &Reading<'_>, sentence: &Sentence) -> Option<Said> {
    let start = sentence.tokens.start;
    let verb = r.cue(start, Tag::SPEECH)?;
    let weak = r.cue(start, Tag::WEAK_SPEECH).is_some_and(|c| c.tokens == verb.tokens);
    let told = r.cue(start, Tag::TOLD).is_some_and(|c| c.tokens == verb.tokens);
    if r.in_name(start) || weak && !(told && tells(r, verb.tokens.end)) {
        return None;
    }
    let subject = speaker::topic(r, verb.tokens.end, sentence.tokens.end)?;
    let comma = subject.from.checked_sub(1).is_some_and(|t| r.is(t, r.words.comma));
    let act = Act::ALL.get(usize::from(verb.code)).copied().unwrap_or(Act::Assessment);
    comma.then_some(Said { subject, act, verb, shared: false })
}

/// `Nhấn mạnh X là Y, Thủ tướng …`: a verb of speech at the head whose speaker comes later.
fn fronted(
    r: &Reading<'_>,
    index: usize,
    sentence: &Sentence,
    said: &Said,
    rules: &Rules,
    out: &mut Output,
) {
    let start = sentence.tokens.start;
    let Some(verb) = r.cue(start, Tag::SPEECH) else { return };
    let told = r.tags(start).contains(Tag::TOLD) && tells(r, verb.tokens.end);
    let weak = r.tags(start).contains(Tag::WEAK_SPEECH) && !told;
    if weak || r.is(start, r.words.theo) || verb.tokens.end >= said.subject.from {
        return;
    }
    let Some(content) = content::after(r, verb.tokens.end, said.subject.from) else { return };
    if content.tokens.1 < content.tokens.0 + 4 {
        return;
    }
    let act = Act::ALL.get(usize::from(verb.code)).copied().unwrap_or(Act::Assessment);
    let head = Said { verb, act, ..*said };
    let mut idle = Context::default();
    push(r, index, sentence.span, &head, content, rules.fronted, &mut idle, out);
}

#[allow(clippy::too_many_arguments)] // the slots of a statement and where it goes
fn push(
    r: &Reading<'_>,
    index: usize,
    evidence: NormSpan,
    said: &Said,
    content: Content,
    rule: RuleId,
    context: &mut Context,
    out: &mut Output,
) {
    let statement = Statement {
        speaker: Some(said.subject.filler),
        act: Some(said.act),
        verb: r.span(said.verb.tokens.start, said.verb.tokens.end).map(Filler::span),
        content: Some(Filler::span(content.span)),
        direct: content.direct,
        content_continued: None,
    };
    // By how often each kind was right on the development set, a little less: the rules were
    // written beside it.
    let sure = 62 + u8::from(said.subject.named) * 20 + u8::from(content.direct) * 6;
    let person = said.subject.filler.mention.and_then(|id| r.mention(id));
    if person.is_some_and(|m| m.data.kind() == MentionKind::Person) {
        context.speaker = Some(Filler { via: None, inherited: false, ..said.subject.filler });
        context.subject = context.speaker;
    }
    context.speech = Some((out.events.len(), index, evidence));
    context.voice = Some((Filler { via: None, inherited: false, ..said.subject.filler }, index));
    // `Báo cáo cũng nêu rõ` goes on with the report whose owner was named.
    let report = r.tags(said.subject.from).contains(Tag::REPORT);
    if said.act == Act::Request {
        // Who asks for something reports nothing.
        context.reporter = None;
    } else if said.subject.named || report && context.reporter.is_none() {
        context.reporter = Some((said.subject.filler, index));
    }
    let data = EventData::Statement(statement);
    out.events.push(Event { evidence, rule, confidence: sure, data });
}

/// Whether a mention can speak.
fn speaks(data: &MentionData) -> bool {
    matches!(data.kind(), MentionKind::Person | MentionKind::Role | MentionKind::Organization)
}
