//! Legal documents: by number (rules of `documents.toml`), and named laws.

use crate::chart::Chart;
use crate::growth::{Fare, complement};
use crate::lexis::Marks;
use crate::view::View;
use nghisu_document::layers::{Layers, Mention, MentionData, Norm, Shape, TokenRange};
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
};

/// Puts a known or named law that begins at a token among the candidates.
pub(crate) fn named(view: &View<'_>, chart: &Chart, at: u32, layers: &mut Candidates<'_>) {
    let lexis = view.lexis;
    if let Some(hit) = view.hit(at, class::DOCUMENT) {
        let (end, year) = amended(view, hit.tokens.end);
        let end = if year { end } else { hit.tokens.end.max(end) };
        layers.law(view, TokenRange::new(at, end), None, lexis.rules.law_known, 95);
        return;
    }
    if !view.capital(at) || view.upper(at) {
        return;
    }
    let Some(hit) = view.hit(at, class::DOCUMENT_TYPE) else { return };
    let Some(kind) = lexis.gazetteer.document_type(hit) else { return };
    let from = hit.tokens.end;
    let constitution = &*kind.name == "Hiến pháp";
    if !matches!(&*kind.name, "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp" | "Bộ Luật")
    {
        return;
    }
    let mut end = from;
    if !constitution {
        if !view.capital(from) || view.is(from, Shape::ABBREVIATION) {
            return;
        }
        end = complement(view, chart, from, NAME);
        if end == from {
            return;
        }
    }
    (end, _) = amended(view, end);
    layers.law(view, TokenRange::new(at, end), Some(hit.tokens), lexis.rules.law_named, 85);
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
