//! Legal documents: by number (rules of `documents.toml`), and named laws.

use crate::chart::Chart;
use crate::growth::{Fare, complement, stops};
use crate::lexis::Marks;
use crate::view::View;
use nghisu_document::layers::{Hit, Layers, Mention, MentionData, Norm, Shape, TokenRange};
use nghisu_knowledge::class;
use nghisu_rules::{CaptureId, Match};
use nghisu_text::NormSpan;

/// What the name of a law may hold.
const NAME: Fare = Fare {
    place: false,
    organization: false,
    matter: false,
    plain: false,
    person: false,
    number: false,
    small: true,
    owner: false,
    closed: false,
};

/// Puts a known or named law that begins at a token among the candidates.
pub(crate) fn named(view: &View<'_>, chart: &Chart, at: u32, layers: &mut Candidates<'_>) {
    let Some(law) = law(view, chart, at) else { return };
    let rules = &view.lexis.rules;
    let (rule, confidence) = if law.known { (rules.law_known, 95) } else { (rules.law_named, 85) };
    layers.law(view, TokenRange::new(at, law.end), law.kind, rule, confidence);
}

/// A law that its name tells.
struct Law {
    end: u32,
    kind: Option<TokenRange>,
    known: bool,
}

/// The law that begins at a token: one of the table, or `Luật` and a name.
fn law(view: &View<'_>, chart: &Chart, at: u32) -> Option<Law> {
    let lexis = view.lexis;
    let known = view.hit(at, class::DOCUMENT).map(|hit| {
        let (end, year) = amended(view, hit.tokens.end);
        let end = if year { end } else { hit.tokens.end.max(end) };
        Law { end: numbered_tail(view, end), kind: None, known: true }
    });
    let named = || {
        let hit = view.hit(at, class::DOCUMENT_TYPE)?;
        let kind = lexis.gazetteer.document_type(hit)?;
        if matches!(&*kind.name, "Hiệp định" | "Công ước" | "Hiệp ước") {
            return treaty(view, chart, hit);
        }
        let (law, code) = match &*kind.name {
            "Luật" | "Pháp lệnh" => (true, false),
            "Bộ luật" => (true, true),
            "Hiến pháp" => (false, true),
            _ => return None,
        };
        let from = hit.tokens.end;
        let kind = Some(hit.tokens);
        if law && let Some(end) = amending(view, chart, from) {
            return Some(Law { end, kind, known: false });
        }
        if view.upper(at) || !view.capital(at) && !code {
            return None;
        }
        // `Trường Đại học Luật Hà Nội`: what a school teaches.
        let headed = |back: u32| {
            let from = at.checked_sub(back);
            from.is_some_and(|from| {
                view.hits(from).any(|h| h.class == class::ORG_HEAD && h.tokens.end == at)
            })
        };
        if (1..=3).any(headed) {
            return None;
        }
        let mut end = from;
        if law {
            if !view.capital(from) || view.is(from, Shape::ABBREVIATION) {
                return None;
            }
            end = complement(view, chart, from, NAME);
            if end == from {
                return None;
            }
        } else if !view.capital(at) {
            return None;
        }
        (end, _) = amended(view, end);
        Some(Law { end: numbered_tail(view, end), kind, known: false })
    };
    known.or_else(named)
}

/// The end of `sửa đổi, bổ sung một số điều của Luật …` after the type of a law that amends others.
fn amending(view: &View<'_>, chart: &Chart, from: u32) -> Option<u32> {
    let words = &view.lexis.amending;
    if view.word(from) != words.first().copied() {
        return None;
    }
    // Any order of `sửa đổi`, `bổ sung`, `một số điều`, `của`, with commas and `và`.
    let mut at = from;
    while at < from + 12
        && view.word(at).is_some_and(|w| words.contains(&w) || view.lexis.has(w, Marks::COMMA))
    {
        at += 1;
    }
    if at < from + 4 {
        return None;
    }
    // `các Luật có quy định liên quan đến quy hoạch`
    let related = &view.lexis.related;
    if view.word(at + 1) == related.first().copied() {
        let here = related.iter().zip(at + 1..).take_while(|&(&w, t)| view.word(t) == Some(w));
        let end = at + 1 + here.count() as u32;
        let matter = law(view, chart, end).map_or(end + 2, |l| l.end);
        return (end >= at + 4).then_some(matter);
    }
    let mut end = law(view, chart, at)?.end;
    // `của Luật Đầu tư, Luật Nhà ở và Luật Điện lực`
    while view.has(end, Marks::COMMA | Marks::AND)
        && view.word(end + 1) == view.word(at)
        && let Some(next) = law(view, chart, end + 1)
    {
        end = next.end;
    }
    Some(end)
}

/// The end of `số 13/2008/QH12` after a law's name.
fn numbered_tail(view: &View<'_>, end: u32) -> u32 {
    let mut at = end;
    if view.has(at, Marks::NUMBER_SIGN) {
        at += 1;
    }
    let number = |at: u32| view.is(at, Shape::NUMBER) && view.has(at + 1, Marks::SLASH);
    let coded = number(at)
        && number(at + 2)
        && view.is(at + 4, Shape::ABBREVIATION)
        && !view.is(at + 4, Shape::SPACE_BEFORE);
    if coded { at + 5 } else { end }
}

/// `Hiệp định Thương mại tự do Việt Nam - Ấn Độ`, `Công ước về …`: a treaty by its matter and parties.
fn treaty(view: &View<'_>, chart: &Chart, hit: Hit) -> Option<Law> {
    let from = hit.tokens.end;
    if !view.capital(hit.tokens.start) || !view.capital(from) {
        return None;
    }
    // `Việt Nam - EU`, `giữa Việt Nam và Nhật Bản`
    let party = |at: u32| {
        let place = view.named(&chart.places, at).map(|n| n.end);
        place.or_else(|| view.named(&chart.organizations, at).map(|n| n.end))
    };
    let free = |at: u32| view.word(at - 1).is_some_and(|w| w == view.lexis.free);
    let goes_on = |at: u32| {
        at < from + 10
            && view.is(at, Shape::SYLLABLE)
            && party(at).is_none()
            && (!stops(view, at) || view.has(at, Marks::BETWEEN) || free(at))
    };
    let mut end = from;
    while goes_on(end) {
        end += 1;
    }
    let Some(mut parties) = party(end) else {
        let end = complement(view, chart, from, NAME);
        return (end > from + 1).then_some(Law { end, kind: Some(hit.tokens), known: false });
    };
    while view.has(parties, Marks::DASH | Marks::AND | Marks::COMMA)
        && let Some(next) = party(parties + 1)
    {
        parties = next;
    }
    Some(Law { end: parties, kind: Some(hit.tokens), known: false })
}

/// `(sửa đổi)`, `sửa đổi`, `năm 2013`, `2013` after a law's name; and whether a year was there.
fn amended(view: &View<'_>, end: u32) -> (u32, bool) {
    let [mend, change] = view.lexis.amended;
    let mut at = end;
    let is = |at: u32| view.word(at) == Some(mend) && view.word(at + 1) == Some(change);
    if is(at) {
        at += 2;
    } else if view.has(at, Marks::OPENING) && is(at + 1) && view.is(at + 3, Shape::PUNCTUATION) {
        at += 4;
    }
    let year = if view.has(at, Marks::YEAR) { at + 1 } else { at };
    let is_year =
        view.token(year).is_some_and(|t| t.shape.contains(Shape::NUMBER) && t.span.len() == 4);
    if is_year { (year + 1, true) } else { (at, false) }
}

/// The candidates of an article, with what they need to be made.
pub(crate) struct Candidates<'a> {
    pub(crate) out: &'a mut Vec<Mention>,
}

impl Candidates<'_> {
    fn law(
        &mut self,
        view: &View<'_>,
        tokens: TokenRange,
        doc_type: Option<TokenRange>,
        rule: nghisu_document::layers::RuleId,
        confidence: u8,
    ) {
        let Some(span) = span(view, tokens) else { return };
        let doc_type =
            doc_type.or_else(|| view.hit(tokens.start, class::DOCUMENT_TYPE).map(|h| h.tokens));
        // A resolution that a table knows by its number: `Nghị quyết số 57-NQ/TW`.
        let code = (tokens.start..tokens.end)
            .find(|&t| view.is(t, Shape::NUMBER) && view.has(t + 1, Marks::SLASH | Marks::DASH));
        let number = code.and_then(|from| self::span(view, TokenRange::new(from, tokens.end)));
        let issuer = number.and_then(|_| {
            let last = tokens.end.checked_sub(1)?;
            let hit = view.hit(last, class::ISSUER)?;
            view.lexis.gazetteer.issuer(hit)?.organization
        });
        let data = MentionData::LegalDocument {
            doc_type,
            number,
            issuer,
            date: None,
            name: if number.is_some() { None } else { Some(span) },
        };
        self.out.push(Mention {
            span,
            tokens,
            data,
            norm: Norm::Written,
            inferred_from: None,
            rule,
            confidence,
        });
    }
}

fn span(view: &View<'_>, tokens: TokenRange) -> Option<NormSpan> {
    let first = view.token(tokens.start)?;
    let last = view.token(tokens.end.checked_sub(1)?)?;
    Some(NormSpan::new(first.span.start(), last.span.end()))
}

/// The captures of the rules of documents.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Captures {
    pub(crate) kind: Option<CaptureId>,
    pub(crate) number: Option<CaptureId>,
}

/// The mention of a document that a rule found.
pub(crate) fn numbered(
    lexis: &crate::lexis::Lexis,
    text: &str,
    layers: &Layers,
    captures: Captures,
    found: &Match<'_>,
) -> Option<Mention> {
    let tokens = found.span();
    let span = layers.span_of(tokens)?;
    let capture = |id: Option<CaptureId>| found.capture(id?).map(|c| c.tokens);
    let doc_type = capture(captures.kind);
    let number = capture(captures.number).and_then(|n| layers.span_of(n));
    let code = number.and_then(|n| text.get(n.start() as usize..n.end() as usize));
    let issuer = code.and_then(|code| {
        let last = code.rsplit(['-', '/']).next()?;
        // Codes of more than one body are read from the right: `QĐ-BTC`, `NQ/TW`.
        lexis.gazetteer.issuer_of_code(last)?.organization
    });
    Some(Mention {
        span,
        tokens,
        data: MentionData::LegalDocument { doc_type, number, issuer, date: None, name: None },
        norm: Norm::Written,
        inferred_from: None,
        rule: found.rule,
        confidence: 95,
    })
}
