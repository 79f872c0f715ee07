use super::{BlockHint, Layers, PartialDate, PublishedFrom};
use bitflags::bitflags;

/// What a stage is given beside the layers.
#[derive(Debug, Clone, Copy)]
pub struct Article<'a> {
    /// The normalized text: what all spans are bytes of.
    pub text: &'a str,
    /// The title that stands beside the text, normalized: evidence, without mentions.
    pub title: Option<&'a str>,
    /// Where the article was found.
    pub url: Option<&'a str>,
    /// When it was published, where the caller knows.
    pub published: Option<(PartialDate, PublishedFrom)>,
    /// What the format's reader knew of the blocks, in text order.
    pub hints: &'a [BlockHint],
}

bitflags! {
    /// Names of layers, for a stage to say what it reads and writes.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub struct LayerSet: u16 {
        /// `Layers::sections`
        const SECTIONS = 1;
        /// `Layers::sentences`
        const SENTENCES = 1 << 1;
        /// `Layers::tokens`
        const TOKENS = 1 << 2;
        /// `Layers::hits`
        const HITS = 1 << 3;
        /// `Layers::candidates`
        const CANDIDATES = 1 << 4;
        /// `Layers::mentions`
        const MENTIONS = 1 << 5;
        /// `Layers::chains`
        const CHAINS = 1 << 6;
        /// `Layers::published` and the values of dates
        const DATES = 1 << 7;
        /// `Layers::events`
        const EVENTS = 1 << 8;
    }
}

/// One step of the pipeline: immutable and shared, with scratch memory of its own a thread.
///
/// The pipeline checks when it is built that every layer a stage reads is written by an earlier
/// one, so a wrong order fails at once, with the missing layer's name.
pub trait Stage: Send + Sync {
    /// Buffers kept from article to article.
    type Scratch: Default + Send;
    /// The name that the configuration and the benchmark use.
    const NAME: &'static str;
    /// The layers that must stand before.
    const READS: LayerSet;
    /// The layers that stand after.
    const WRITES: LayerSet;

    /// Adds to the layers of one article.
    fn run(&self, article: &Article<'_>, layers: &mut Layers, scratch: &mut Self::Scratch);
}
