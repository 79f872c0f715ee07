//! Numbers, percentages, ratios, money, dates and durations in Vietnamese.

use nghisu_document::layers::{Article, LayerSet, Layers, RuleNames, Stage, Vocabulary};
use nghisu_knowledge::Gazetteer;
use nghisu_rules::RuleSet;

/// Why the stage can't be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
#[error("{0}")]
pub struct Error(String);

/// Writes candidates for figures and dates.
#[derive(Debug)]
pub struct Recognizer;

impl Recognizer {
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

impl Stage for Recognizer {
    type Scratch = ();
    const NAME: &'static str = "quantities";
    const READS: LayerSet = LayerSet::TOKENS.union(LayerSet::HITS);
    const WRITES: LayerSet = LayerSet::CANDIDATES;

    fn run(&self, _: &Article<'_>, _: &mut Layers, (): &mut ()) {}
}

/// Says what dates mean.
#[derive(Debug)]
pub struct Resolver;

impl Resolver {
    /// Builds the stage.
    ///
    /// # Errors
    /// None yet.
    pub fn new(_: &mut Vocabulary, _: &mut RuleNames) -> Result<Self, Error> {
        Ok(Self)
    }
}

impl Stage for Resolver {
    type Scratch = ();
    const NAME: &'static str = "dates";
    const READS: LayerSet = LayerSet::MENTIONS;
    const WRITES: LayerSet = LayerSet::DATES;

    fn run(&self, _: &Article<'_>, _: &mut Layers, (): &mut ()) {}
}
