//! What the stages of the pipeline read and write: arrays over spans of the normalized text.
//!
//! A [`Layers`] belongs to one worker and serves one article after another: it is cleared, not
//! freed. Everything in it is plain data, and strings are spans or ids, so that a stage
//! allocates nothing a token.
//!
//! ```
//! use nghisu_document::layers::{LayerSet, Layers};
//!
//! let layers = Layers::default();
//! assert!(layers.tokens.is_empty());
//! assert!(LayerSet::TOKENS.union(LayerSet::HITS).contains(LayerSet::TOKENS));
//! ```

mod date;
mod decimal;
mod event;
mod hit;
mod mention;
mod section;
mod stage;
mod token;
mod vocabulary;

pub use date::{DateRef, DateShape, DateValue, DurationUnit, Edtf, Length, PartOfDay, PartialDate};
pub use decimal::Decimal;
pub use event::{
    Act, Appointment, AppointmentAct, Change, Direction, Directive, Event, EventData, Filler,
    FillerValue, LegalAct, LegalActKind, List, Meeting, Mode, Participant, Statement, Statistic,
    Status,
};
pub use hit::{ClassId, EntityId, Hit, Hits};
pub use mention::{
    Amount, Bound, Holder, InferredFrom, Mention, MentionData, MentionId, MentionKind, Norm,
    RoleKind, RuleId, RuleNames,
};
pub use section::{BlockHint, Section, SectionKind};
pub use stage::{Article, LayerSet, Stage};
pub use token::{Shape, Token, TokenRange, WordId};
pub use vocabulary::{LocalWords, Vocabulary, VocabularyError};

use nghisu_text::NormSpan;

/// All that is known of one article, layer by layer.
///
/// Spans are bytes of the normalized text. Each layer says who writes it; nobody undoes another's.
#[derive(Debug, Default)]
pub struct Layers {
    /// Written by segmentation, in text order; they cover every character that is not white space.
    pub sections: Vec<Section>,
    /// Written by segmentation, in text order; none crosses a section.
    pub sentences: Vec<Sentence>,
    /// Written by segmentation, in text order; none crosses a sentence.
    pub tokens: Vec<Token>,
    /// Written by the gazetteer's one walk over the tokens.
    pub hits: Hits,
    /// Written by recognizers, in any order, crossing and contradicting each other.
    pub candidates: Vec<Mention>,
    /// Written by arbitration: sorted by start, then longest first; they nest and never cross.
    pub mentions: Vec<Mention>,
    /// Written by coreference: members lie in `chain_members`.
    pub chains: Vec<Chain>,
    /// The members of `chains`.
    pub chain_members: Vec<MentionId>,
    /// Written by date resolution: when the article was published, and how that is known.
    pub published: Option<Published>,
    /// Written by event recognizers, in text order of their evidence.
    pub events: Vec<Event>,
    /// The members of lists of fillers in `events`.
    pub fillers: Vec<Filler>,
    /// The members of lists of participants in `events`.
    pub participants: Vec<Participant>,
    /// Canonical names that stand nowhere in the text (see [`Norm::Made`]).
    pub made: String,
}

impl Layers {
    /// Empties every layer and keeps its memory.
    pub fn clear(&mut self) {
        let Self {
            sections,
            sentences,
            tokens,
            hits,
            candidates,
            mentions,
            chains,
            chain_members,
            published,
            events,
            fillers,
            participants,
            made,
        } = self;
        sections.clear();
        sentences.clear();
        tokens.clear();
        hits.clear();
        candidates.clear();
        mentions.clear();
        chains.clear();
        chain_members.clear();
        *published = None;
        events.clear();
        fillers.clear();
        participants.clear();
        made.clear();
    }

    /// The tokens of a range; empty where the range is off.
    #[inline]
    pub fn tokens_of(&self, range: TokenRange) -> &[Token] {
        self.tokens.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    /// The span from a range's first token to its last; `None` for an empty range.
    #[inline]
    pub fn span_of(&self, range: TokenRange) -> Option<NormSpan> {
        let tokens = self.tokens_of(range);
        Some(NormSpan::new(tokens.first()?.span.start(), tokens.last()?.span.end()))
    }

    /// The tokens that lie wholly inside a span, by binary search.
    pub fn tokens_in(&self, span: NormSpan) -> TokenRange {
        let start = self.tokens.partition_point(|t| t.span.start() < span.start());
        let end = self.tokens.partition_point(|t| t.span.end() <= span.end());
        TokenRange { start: start as u32, end: end.max(start) as u32 }
    }

    /// The sentence a token lies in, as an index into `sentences`.
    pub fn sentence_at(&self, token: u32) -> Option<usize> {
        let after = self.sentences.partition_point(|s| s.tokens.start <= token);
        let index = after.checked_sub(1)?;
        (token < self.sentences.get(index)?.tokens.end).then_some(index)
    }

    /// Appends a filler list and returns its handle.
    pub fn list(&mut self, fillers: impl IntoIterator<Item = Filler>) -> List<Filler> {
        List::push(&mut self.fillers, fillers)
    }

    /// Appends a participant list and returns its handle.
    pub fn participant_list(
        &mut self,
        participants: impl IntoIterator<Item = Participant>,
    ) -> List<Participant> {
        List::push(&mut self.participants, participants)
    }
}

/// A sentence: a span, the tokens in it, and the section it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes of the normalized text, without surrounding white space.
    pub span: NormSpan,
    /// The tokens of the sentence.
    pub tokens: TokenRange,
    /// Index into `sections`.
    pub section: u32,
}

/// A coreference chain: what several mentions of one article all name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chain {
    /// The range of its members in `chain_members`, in text order.
    pub members: (u32, u32),
    /// What they name, where the knowledge base knows it.
    pub entity: Option<EntityId>,
    /// The mention whose name stands for the chain.
    pub head: MentionId,
}

/// The article's date and where it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// The day.
    pub date: PartialDate,
    /// Where it was read.
    pub from: PublishedFrom,
}

/// Where an article's date was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublishedFrom {
    /// The caller gave it (a JSONL field, `--published`).
    Given,
    /// The page's metadata.
    Meta,
    /// A date line of the text.
    Dateline,
    /// A date in the running text.
    Text,
    /// The address.
    Url,
}

impl PublishedFrom {
    /// The word of the output contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Meta => "meta",
            Self::Dateline => "dateline",
            Self::Text => "text",
            Self::Url => "url",
        }
    }
}
