//! The stages in their order: built once, frozen, shared; a [`Worker`] a thread owns all memory.

use crate::arbiter::Arbiter;
use crate::config::Config;
use crate::error::Error;
use crate::input::Input;
use crate::project::{OffsetUnit, Projection, Units};
use crate::timing::Timings;
use crate::write::{View, write_document, write_event};
use nghisu_document::layers::{
    Article, BlockHint, EventData, LayerSet, Layers, RuleNames, Stage, Vocabulary,
};
use nghisu_entity::{Linker, Recognizer as EntityRecognizer};
use nghisu_event::Extractor;
use nghisu_knowledge::{Gazetteer, KnowledgeBase};
use nghisu_quantity::{Recognizer as QuantityRecognizer, Resolver};
use nghisu_rules::RuleSet;
use nghisu_segment::Segmenter;
use nghisu_text::{Alignment, Buffer, Normalizer};
use std::sync::Arc;

/// The whole extraction, ready to run: cheap to clone, shared by threads.
///
/// ```
/// use nghisu::{Input, Pipeline};
///
/// let pipeline = Pipeline::new()?;
/// let mut worker = pipeline.worker();
/// let article = worker.run(&Input {
///     id: "a1",
///     text: "Năm 2023, tỷ trọng kinh tế số trong GDP của tỉnh đạt 16,5%.",
///     ..Input::default()
/// });
/// let document = article.document();
/// assert!(document.mentions.iter().any(|m| m.text == "16,5%"));
/// # Ok::<(), nghisu::Error>(())
/// ```
#[derive(Clone)]
pub struct Pipeline {
    stages: Arc<Stages>,
}

struct Stages {
    config: Config,
    normalizer: Normalizer,
    segmenter: Segmenter,
    gazetteer: Gazetteer,
    quantities: QuantityRecognizer,
    entities: EntityRecognizer,
    arbiter: Arbiter,
    dates: Resolver,
    linker: Linker,
    events: Extractor,
    knowledge: Arc<KnowledgeBase>,
    vocabulary: Arc<Vocabulary>,
    rules: Arc<RuleSet>,
    names: RuleNames,
}
