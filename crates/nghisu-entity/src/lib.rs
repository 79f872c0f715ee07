//! Persons, roles, organizations, places and legal documents in Vietnamese government news.

use nghisu_document::layers::{Article, LayerSet, Layers, RuleNames, Stage, Vocabulary};
use nghisu_knowledge::Gazetteer;
use nghisu_rules::RuleSet;

/// Why the stage can't be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
#[error("{0}")]
pub struct Error(String);

/// Writes candidates for names.
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
    const NAME: &'static str = "entities";
    const READS: LayerSet = LayerSet::TOKENS.union(LayerSet::HITS);
    const WRITES: LayerSet = LayerSet::CANDIDATES;

    fn run(&self, _: &Article<'_>, _: &mut Layers, (): &mut ()) {}
}

/// Ties roles, organizations and persons together.
#[derive(Debug)]
pub struct Linker;

impl Linker {
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

impl Stage for Linker {
    type Scratch = ();
    const NAME: &'static str = "links";
    const READS: LayerSet = LayerSet::MENTIONS.union(LayerSet::DATES);
    const WRITES: LayerSet = LayerSet::CHAINS;

    fn run(&self, _: &Article<'_>, _: &mut Layers, (): &mut ()) {}
}
