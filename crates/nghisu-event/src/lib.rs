//! Meetings, statistics, statements, directives, legal acts: what an article says was done.

use nghisu_document::layers::{Article, LayerSet, Layers, RuleNames, Stage, Vocabulary};
use nghisu_knowledge::Gazetteer;
use nghisu_rules::RuleSet;

/// Why the stage can't be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
#[error("{0}")]
pub struct Error(String);

/// Writes events.
#[derive(Debug)]
pub struct Extractor;

impl Extractor {
    /// Builds the stage.
    ///
    /// # Errors
    /// A rule that names an unknown production.
    pub fn new(
        _: &mut Vocabulary,
        _: &Gazetteer,
        _: &RuleSet,
        _: &mut RuleNames,
    ) -> Result<Self, Error> {
        Ok(Self)
    }
}

impl Stage for Extractor {
    type Scratch = ();
    const NAME: &'static str = "events";
    const READS: LayerSet =
        LayerSet::MENTIONS.union(LayerSet::CHAINS).union(LayerSet::DATES).union(LayerSet::SECTIONS);
    const WRITES: LayerSet = LayerSet::EVENTS;

    fn run(&self, _: &Article<'_>, _: &mut Layers, (): &mut ()) {}
}
