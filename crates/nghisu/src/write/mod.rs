//! Records serialized straight from the layers into a reused buffer, without a tree between.

mod document;
mod event;
mod json;

pub(crate) use document::write_document;
pub(crate) use event::write_event;

use crate::input::Input;
use crate::project::Projection;
use json::{Json, key};
use nghisu_document::layers::{EntityId, InferredFrom, Layers, Norm, RuleNames};
use nghisu_knowledge::{Gazetteer, KnowledgeBase};
use nghisu_text::NormSpan;

/// All that a writer looks at.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) input: Input<'a>,
    /// The normalized text.
    pub(crate) text: &'a str,
    pub(crate) layers: &'a Layers,
    pub(crate) projection: Projection<'a>,
    pub(crate) knowledge: &'a KnowledgeBase,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) rules: &'a RuleNames,
}

impl<'a> View<'a> {
    fn slug(&self, entity: EntityId) -> &'a str {
        self.knowledge.slug(entity)
    }

    /// `start`, `end`, `text` of a span.
    fn span(&self, json: &mut Json<'_>, span: NormSpan) {
        let (start, end, text) = self.projection.locate(span);
        json.key(key!("start")).unsigned(start);
        json.key(key!("end")).unsigned(end);
        json.key(key!("text")).string(text);
    }

    fn published(&self, json: &mut Json<'_>) {
        match self.projection.published {
            Some(published) => json.display(published.date),
            None => json.null(),
        }
    }

    /// The canonical name, where there is one.
    fn norm(&self, norm: Norm, span: NormSpan, entity: Option<EntityId>) -> Option<&'a str> {
        match norm {
            Norm::None => None,
            Norm::Written => Some(span.slice(self.text)),
            Norm::Entity => entity.map(|e| self.knowledge.canonical(e)),
            Norm::Span(other) => Some(other.slice(self.text)),
            Norm::Made(start, end) => self.layers.made.get(start as usize..end as usize),
        }
    }

    fn inferred_from(&self, json: &mut Json<'_>, from: InferredFrom) {
        match from {
            InferredFrom::Span(span) => json.string(self.projection.locate(span).2),
            InferredFrom::Published => json.string("published"),
            InferredFrom::Title => json.string("title"),
            InferredFrom::Knowledge => json.string("knowledge"),
        }
    }

    /// A confidence in percent as the decimal of the contract.
    fn confidence(json: &mut Json<'_>, percent: u8) {
        json.key(key!("confidence"));
        match percent {
            100.. => json.raw("1.0"),
            _ if percent.is_multiple_of(10) => json.fraction(u64::from(percent / 10), 1),
            _ => json.fraction(u64::from(percent), 2),
        }
    }

    /// A number of the contract: in shortest form; above 15 significant digits a string.
    fn decimal(json: &mut Json<'_>, value: nghisu_document::layers::Decimal) {
        let (mantissa, scale) = value.parts();
        if let Ok(whole) = u64::try_from(mantissa)
            && scale == 0
            && whole < 1_000_000_000_000_000
        {
            json.whole(whole);
        } else if mantissa.unsigned_abs() < 1_000_000_000_000_000 {
            json.number(value);
        } else {
            let digits = significant_digits(mantissa);
            if digits > 15 { json.display(value) } else { json.number(value) }
        }
    }
}

fn significant_digits(mantissa: i128) -> u32 {
    let mut rest = mantissa.unsigned_abs();
    while rest != 0 && rest.is_multiple_of(10) {
        rest /= 10;
    }
    rest.checked_ilog10().map_or(1, |log| log + 1)
}
