//! Annotated documents as the scorer sees them: gold and predicted alike.

use nghisu_document::record::{EventType, Mention, MentionType, Section, Sentence};

use crate::fill::Fill;
use crate::span::Span;

/// The documents of one side, gold or predicted.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// Where they came from, for messages.
    pub(crate) name: String,
    pub(crate) articles: Vec<Article>,
}

impl Corpus {
    /// How many documents there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }
}

/// One document; `None` for a layer that was not annotated.
#[derive(Debug, Clone, Default)]
pub(crate) struct Article {
    pub(crate) doc_id: String,
    pub(crate) path: Option<String>,
    pub(crate) text: Option<Vec<char>>,
    pub(crate) sections: Option<Vec<Section>>,
    pub(crate) sentences: Option<Vec<Sentence>>,
    pub(crate) mentions: Option<Vec<Marked>>,
    pub(crate) events: Option<Vec<Happening>>,
}

/// A mention with the annotation keys that gold may have.
#[derive(Debug, Clone)]
pub(crate) struct Marked {
    pub(crate) mention: Mention,
    /// Marked `optional` or `short`: found or not, it does not count.
    pub(crate) optional: bool,
    pub(crate) holder_entity: Option<String>,
}

impl Marked {
    pub(crate) fn span(&self) -> Span {
        Span::new(self.mention.start, self.mention.end)
    }

    pub(crate) fn is(&self, r#type: MentionType) -> bool {
        self.mention.r#type == r#type
    }
}

/// An event with the annotation keys that gold may have.
#[derive(Debug, Clone)]
pub(crate) struct Happening {
    pub(crate) id: String,
    pub(crate) r#type: EventType,
    pub(crate) evidence: Span,
    pub(crate) evidence_text: String,
    pub(crate) optional: bool,
    /// 0 to 1; gold has none.
    pub(crate) confidence: f64,
    /// What made it; gold has none.
    pub(crate) rule: String,
    /// Later sentences of the same reported speech.
    pub(crate) continued: Option<Span>,
    /// Slots and their fillers, in the order of the contract; a slot of several fillers comes
    /// several times, an empty one never.
    pub(crate) fills: Vec<(String, Fill)>,
}

impl Happening {
    /// The first filler of a slot.
    pub(crate) fn fill(&self, slot: &str) -> Option<&Fill> {
        self.fills.iter().find(|(name, _)| name == slot).map(|(_, fill)| fill)
    }

    /// The span of the first of `slots` that is filled.
    pub(crate) fn first_span(&self, slots: &[&str]) -> Option<Span> {
        slots.iter().find_map(|slot| self.fill(slot)?.span)
    }
}
