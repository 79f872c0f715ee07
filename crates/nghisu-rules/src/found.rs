use crate::machine::Event;
use crate::rule::Params;
use crate::stage::LinkedRule;
use nghisu_document::layers::{Hit, Hits, RuleId, TokenRange};

/// The name of a capture, resolved once (see [`RuleSet::capture_id`](crate::RuleSet::capture_id)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaptureId(pub(crate) u16);

/// The name of a production of one stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProductionId(pub(crate) u16);

/// A rule that matched.
#[derive(Debug, Clone, Copy)]
pub struct Match<'a> {
    /// Which rule.
    pub rule: RuleId,
    /// What its stage should make of it.
    pub production: ProductionId,
    /// All tokens that it took.
    pub tokens: TokenRange,
    pub(crate) linked: &'a LinkedRule,
    /// The rule's position in its stage.
    pub(crate) position: u16,
    pub(crate) span: Option<CaptureId>,
    pub(crate) trail: &'a [Event],
    pub(crate) hits: &'a Hits,
}

/// What a named part of a pattern took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capture {
    /// Its tokens.
    pub tokens: TokenRange,
    /// The gazetteer's hit, where one `#class` took just these tokens.
    pub hit: Option<Hit>,
    /// The position in `Layers::candidates` or `Layers::mentions` (whichever the rules ran over),
    /// where one `@kind` took just these tokens.
    pub mention: Option<u32>,
}

impl Match<'_> {
    /// What the rule's production is told.
    pub fn params(&self) -> &Params {
        &self.linked.rule.params
    }

    /// The rule's priority.
    pub fn priority(&self) -> i32 {
        self.linked.rule.priority
    }

    /// The tokens that should come of it: the capture named `span` where there is one, else all.
    pub fn span(&self) -> TokenRange {
        let span = self.span.and_then(|id| self.capture(id));
        span.map_or(self.tokens, |capture| capture.tokens)
    }

    /// What a capture took; of one that was taken several times, the last. `None` where the rule
    /// has no such capture, or the match went without it, or it took no token.
    pub fn capture(&self, id: CaptureId) -> Option<Capture> {
        let slot = self.linked.captures.iter().position(|&capture| capture == id)?;
        let is_slot = |other: u8| usize::from(other) == slot;
        let closed = self
            .trail
            .iter()
            .rposition(|event| matches!(*event, Event::Close { slot, .. } if is_slot(slot)))?;
        let Some(&Event::Close { token: end, .. }) = self.trail.get(closed) else { return None };
        let before = self.trail.get(..closed)?;
        let opened = before
            .iter()
            .rposition(|event| matches!(*event, Event::Open { slot, .. } if is_slot(slot)))?;
        let Some(&Event::Open { token: start, .. }) = before.get(opened) else { return None };
        let tokens = TokenRange::new(start, end);
        if tokens.is_empty() {
            return None;
        }
        let mut capture = Capture { tokens, hit: None, mention: None };
        for event in before.get(opened..).unwrap_or_default() {
            match *event {
                Event::Hit { tokens: taken, nth } if taken == tokens => {
                    capture.hit = self.hits.at(start).get(nth as usize).copied();
                }
                Event::Mention { tokens: taken, index } if taken == tokens => {
                    capture.mention = Some(index);
                }
                _ => {}
            }
        }
        Some(capture)
    }
}
