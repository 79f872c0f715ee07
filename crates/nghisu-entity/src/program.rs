//! Programmes, strategies and projects with a name: known ones, and those that a head word and its matter name.

use crate::chart::{Chart, Name};
use crate::growth::{Fare, complement};
use crate::lexis::{Lexis, Marks};
use crate::view::View;
use nghisu_document::layers::Shape;
use nghisu_knowledge::class;

/// What the matter of a programme may hold.
const MATTER: Fare = Fare {
    place: true,
    organization: false,
    matter: true,
    plain: true,
    person: false,
    number: false,
    small: true,
    owner: false,
    closed: false,
};

/// The fewest words of a matter that make an unknown programme a name.
const SHORTEST: u32 = 3;

/// The programme that begins at a token.
pub(crate) fn at(view: &View<'_>, chart: &Chart, at: u32) -> Option<Name> {
    let lexis = view.lexis;
    if let Some(hit) = view.hit(at, class::PROGRAM) {
        return Some(Name {
            end: hit.tokens.end,
            entity: lexis.gazetteer.entity(hit),
            rule: Some(lexis.rules.program_known),
            confidence: 95,
            ..Name::default()
        });
    }
    if !view.capital(at) || view.upper(at) {
        return None;
    }
    let from = lexis.programs.head(view, at)?;
    let made = |end, confidence| Name {
        end,
        rule: Some(lexis.rules.program_grown),
        confidence,
        ..Name::default()
    };
    if view.is(from, Shape::NUMBER) && lexis.programs.is_project(lexis, view, at) {
        return Some(made(from + 1, 85));
    }
    let from = if view.has(from, Marks::OPENING) { return None } else { from };
    let end = complement(view, chart, from, MATTER);
    if end < from + SHORTEST {
        return None;
    }
    Some(made(tail(lexis, view, end), 70))
}

/// The years that end an official name: `giai đoạn 2022 - 2025, tầm nhìn đến năm 2030`.
fn tail(lexis: &Lexis, view: &View<'_>, end: u32) -> u32 {
    let mut at = end;
    loop {
        let mut next = at;
        if view.has(next, Marks::COMMA) {
            next += 1;
        }
        let mut cues = 0;
        while cues < 5 && view.word(next).is_some_and(|w| lexis.programs.years.contains(&w)) {
            next += 1;
            cues += 1;
        }
        if cues == 0 || !view.is(next, Shape::NUMBER) {
            return at;
        }
        next += 1;
        if view.has(next, Marks::DASH) && view.is(next + 1, Shape::NUMBER) {
            next += 2;
        }
        at = next;
    }
}
