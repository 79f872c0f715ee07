//! One document under the scorer: its two sides, what is counted, and where faults are noted.

use crate::corpus::Article;
use crate::fault::{Fault, FaultKind};
use crate::reliability::Judged;
use crate::span::Span;
use crate::tally::Tallies;

/// How many code points of text a fault shows around its span, on both sides together.
const AROUND: usize = 60;

/// A gold document, its prediction, and the counts so far.
pub(crate) struct Context<'a> {
    pub(crate) gold: &'a Article,
    pub(crate) predicted: &'a Article,
    /// Whether the knowledge base has an entity.
    pub(crate) known: &'a dyn Fn(&str) -> bool,
    /// Whether both sides are annotators.
    pub(crate) agreement: bool,
    pub(crate) tallies: Tallies,
    pub(crate) faults: Vec<Fault>,
    pub(crate) judged: Vec<Judged>,
}

impl Context<'_> {
    /// The text, wherever it stands: stand-off gold has none.
    pub(crate) fn text(&self) -> &[char] {
        self.gold.text.as_deref().or(self.predicted.text.as_deref()).unwrap_or_default()
    }

    pub(crate) fn fault(
        &mut self,
        kind: FaultKind,
        r#type: &str,
        span: Span,
        gold: Option<String>,
        predicted: Option<String>,
    ) {
        let context = self.around(span);
        self.faults.push(Fault {
            doc_id: self.gold.doc_id.clone(),
            kind,
            r#type: r#type.to_owned(),
            gold,
            predicted,
            start: span.start,
            end: span.end,
            context,
        });
    }

    fn around(&self, span: Span) -> String {
        let text = self.text();
        let (start, end) = (span.start as usize, span.end as usize);
        let Some(inside) = text.get(start..end) else { return String::new() };
        let side = AROUND.saturating_sub(inside.len()).max(20) / 2;
        let before = text.get(start.saturating_sub(side)..start).unwrap_or_default();
        let after = text.get(end..text.len().min(end + side)).unwrap_or_default();
        let mut context = String::new();
        let mut push = |part: &[char]| {
            context.extend(part.iter().map(|c| if c.is_whitespace() { ' ' } else { *c }));
        };
        push(before);
        push(&['⟦']);
        if inside.len() <= AROUND {
            push(inside);
        } else {
            push(inside.get(..AROUND / 2).unwrap_or_default());
            push(&['…']);
            push(inside.get(inside.len() - AROUND / 2..).unwrap_or_default());
        }
        push(&['⟧']);
        push(after);
        context
    }
}
