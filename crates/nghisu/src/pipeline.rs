//! The stages in their order: built once, frozen, shared; a [`Worker`] a thread owns all memory.

use crate::arbiter::{self, Arbiter};
use crate::config::Config;
use crate::error::Error;
use crate::input::Input;
use crate::models::Models;
use crate::project::{Projection, Units};
use crate::timing::{Timings, Watch};
use crate::write::{View, write_document, write_event};
use nghisu_document::layers::{Article, BlockHint, LayerSet, Layers, RuleNames, Stage};
use nghisu_document::record::{Document, Event};
use nghisu_entity::{Linker, Recognizer as EntityRecognizer};
use nghisu_event::Extractor;
use nghisu_knowledge::{Gazetteer, KnowledgeBase};
use nghisu_quantity::{Recognizer as QuantityRecognizer, Resolver};
use nghisu_segment::{Sectioner, SentenceSplitter, Tokenizer};
use nghisu_text::{Alignment, Buffer, Normalized, Normalizer};
use std::hash::{Hash as _, Hasher as _};
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
    models_digest: u64,
    names: RuleNames,
    normalizer: Normalizer,
    tokenizer: Tokenizer,
    sectioner: Sectioner,
    gazetteer: Gazetteer,
    quantities: QuantityRecognizer,
    entities: EntityRecognizer,
    arbiter: Arbiter,
    dates: Resolver,
    linker: Linker,
    events: Extractor,
}

/// The order of the stages, each with the layers it reads and writes.
const ORDER: [Declared; 10] = [
    Declared::of::<Tokenizer>(),
    Declared::of::<Sectioner>(),
    Declared::of::<SentenceSplitter>(),
    Declared::of::<Gazetteer>(),
    Declared::of::<QuantityRecognizer>(),
    Declared::of::<EntityRecognizer>(),
    Declared::of::<Arbiter>(),
    Declared::of::<Resolver>(),
    Declared::of::<Linker>(),
    Declared::of::<Extractor>(),
];

/// What a stage says of itself.
#[derive(Clone, Copy)]
struct Declared {
    name: &'static str,
    reads: LayerSet,
    writes: LayerSet,
}

impl Declared {
    const fn of<S: Stage>() -> Self {
        Self { name: S::NAME, reads: S::READS, writes: S::WRITES }
    }
}

/// Checks that every layer a stage reads is written by an earlier one.
fn check_order(order: &[Declared]) -> Result<(), Error> {
    let mut standing = LayerSet::empty();
    for stage in order {
        let missing = stage.reads.difference(standing);
        if !missing.is_empty() {
            let layer = missing.iter_names().map(|(name, _)| name).collect::<Vec<_>>().join(", ");
            return Err(Error::Order { stage: stage.name, layer });
        }
        standing = standing.union(stage.writes);
    }
    Ok(())
}

impl Pipeline {
    /// The pipeline with the built-in models and the default configuration.
    ///
    /// # Errors
    /// When the embedded models are damaged: a broken build.
    pub fn new() -> Result<Self, Error> {
        Self::with_config(&Config::default())
    }

    /// The pipeline that a configuration describes.
    ///
    /// # Errors
    /// When a file that the configuration names can't be read or must be mended.
    pub fn with_config(config: &Config) -> Result<Self, Error> {
        Self::build(Models::load(config)?, config)
    }

    fn build(models: Models, config: &Config) -> Result<Self, Error> {
        check_order(&ORDER)?;
        let Models { mut vocabulary, gazetteer, rules, mut names, digest } = models;
        let sectioner = Sectioner::new(&mut vocabulary);
        let built = |e: &dyn std::fmt::Display| Error::Models(e.to_string());
        let quantities = QuantityRecognizer::new(&mut vocabulary, &gazetteer, &rules, &mut names)
            .map_err(|e| built(&e))?;
        let dates =
            Resolver::new(&mut vocabulary, &gazetteer, &mut names).map_err(|e| built(&e))?;
        let entities = EntityRecognizer::new(&mut vocabulary, &gazetteer, &rules, &mut names)
            .map_err(|e| built(&e))?;
        let linker =
            Linker::new(&mut vocabulary, &gazetteer, &rules, &mut names).map_err(|e| built(&e))?;
        let events = Extractor::new(&mut vocabulary, &gazetteer, &rules, &mut names)
            .map_err(|e| built(&e))?;
        let arbiter = Arbiter::new(&names);
        let stages = Stages {
            config: config.clone(),
            models_digest: digest,
            names,
            normalizer: Normalizer::default(),
            tokenizer: Tokenizer::new(Arc::new(vocabulary)),
            sectioner,
            gazetteer,
            quantities,
            entities,
            arbiter,
            dates,
            linker,
            events,
        };
        Ok(Self { stages: Arc::new(stages) })
    }

    /// A worker: one a thread, kept for many articles.
    pub fn worker(&self) -> Worker {
        Worker {
            pipeline: self.clone(),
            buffer: Buffer::new(),
            title_buffer: Buffer::new(),
            hints: Vec::new(),
            units: Units::default(),
            layers: Layers::default(),
            scratch: Scratch::default(),
        }
    }

    /// Who and what names mean.
    pub fn knowledge(&self) -> &KnowledgeBase {
        &self.stages.gazetteer.knowledge
    }

    /// The digest of the built-in models.
    pub fn models_digest(&self) -> u64 {
        self.stages.models_digest
    }

    /// The digest of the configuration.
    pub fn config_digest(&self) -> u64 {
        let mut hasher = xxhash_rust::xxh3::Xxh3::new();
        let Config { offsets, gazetteer, rules } = &self.stages.config;
        (*offsets as u8, gazetteer, rules).hash(&mut hasher);
        hasher.finish()
    }
}

/// The way back of a text that could not be normalized: no span leads anywhere.
static NOWHERE: Alignment = Alignment::identity();

/// One thread's memory: cleared from article to article, never freed.
pub struct Worker {
    pipeline: Pipeline,
    buffer: Buffer,
    title_buffer: Buffer,
    hints: Vec<BlockHint>,
    units: Units,
    layers: Layers,
    scratch: Scratch,
}

#[derive(Default)]
struct Scratch {
    tokenizer: <Tokenizer as Stage>::Scratch,
    sectioner: <Sectioner as Stage>::Scratch,
    sentences: <SentenceSplitter as Stage>::Scratch,
    gazetteer: <Gazetteer as Stage>::Scratch,
    quantities: <QuantityRecognizer as Stage>::Scratch,
    entities: <EntityRecognizer as Stage>::Scratch,
    arbiter: arbiter::Scratch,
    dates: <Resolver as Stage>::Scratch,
    linker: <Linker as Stage>::Scratch,
    events: <Extractor as Stage>::Scratch,
}

impl Worker {
    /// The pipeline it works for.
    pub fn pipeline(&self) -> Pipeline {
        self.pipeline.clone()
    }

    /// Runs every stage over one article. The result lives until the next article.
    pub fn run<'w>(&'w mut self, input: &Input<'w>) -> Annotated<'w> {
        self.run_stages(input, None)
    }

    /// As [`run`](Self::run), adding up the time of each stage.
    pub fn run_timed<'w>(&'w mut self, input: &Input<'w>, timings: &mut Timings) -> Annotated<'w> {
        self.run_stages(input, Some(timings))
    }

    fn run_stages<'w>(
        &'w mut self,
        input: &Input<'w>,
        timings: Option<&mut Timings>,
    ) -> Annotated<'w> {
        let mut watch = Watch::start(timings);
        let Self { pipeline, buffer, title_buffer, hints, units, layers, scratch } = self;
        let stages = &*pipeline.stages;
        // A text of more than 4 GiB is refused at the door by every reader; here it is cut off.
        let original = input.text.get(..u32::MAX as usize / 2).unwrap_or(input.text);
        let normalized = match stages.normalizer.normalize(original, buffer) {
            Ok(normalized) => normalized,
            Err(_) => Normalized { text: "", alignment: &NOWHERE },
        };
        let title = input.title.map(|title| {
            stages.normalizer.normalize(title, title_buffer).map_or(title, |n| n.text)
        });
        hints.clear();
        hints.extend(input.blocks.iter().map(|block| BlockHint {
            span: normalized.alignment.to_normalized(block.span),
            kind: block.kind,
        }));
        let article = Article {
            text: normalized.text,
            title,
            url: input.url,
            published: input.published_date(),
            hints,
        };
        layers.clear();
        watch.lap("normalization");
        step(&stages.tokenizer, &article, layers, &mut scratch.tokenizer, &mut watch);
        step(&stages.sectioner, &article, layers, &mut scratch.sectioner, &mut watch);
        step(&SentenceSplitter, &article, layers, &mut scratch.sentences, &mut watch);
        step(&stages.gazetteer, &article, layers, &mut scratch.gazetteer, &mut watch);
        step(&stages.quantities, &article, layers, &mut scratch.quantities, &mut watch);
        step(&stages.entities, &article, layers, &mut scratch.entities, &mut watch);
        step(&stages.arbiter, &article, layers, &mut scratch.arbiter, &mut watch);
        step(&stages.dates, &article, layers, &mut scratch.dates, &mut watch);
        step(&stages.linker, &article, layers, &mut scratch.linker, &mut watch);
        step(&stages.events, &article, layers, &mut scratch.events, &mut watch);
        units.measure(original, stages.config.offsets);
        watch.lap("projection");
        Annotated {
            view: View {
                input: *input,
                text: normalized.text,
                projection: Projection {
                    original,
                    alignment: normalized.alignment,
                    units,
                    published: layers.published,
                },
                layers,
                knowledge: &stages.gazetteer.knowledge,
                gazetteer: &stages.gazetteer,
                rules: &stages.names,
            },
        }
    }
}

fn step<S: Stage>(
    stage: &S,
    article: &Article<'_>,
    layers: &mut Layers,
    scratch: &mut S::Scratch,
    watch: &mut Watch<'_>,
) {
    stage.run(article, layers, scratch);
    watch.lap(S::NAME);
}

/// One article with all that was found in it, ready to be written.
pub struct Annotated<'w> {
    view: View<'w>,
}

impl Annotated<'_> {
    /// Appends the document record and a line feed.
    pub fn write_document(&self, out: &mut Vec<u8>) {
        write_document(&self.view, out);
    }

    /// Appends the event records, each with a line feed.
    pub fn write_events(&self, out: &mut Vec<u8>) {
        for (index, event) in self.view.layers.events.iter().enumerate() {
            write_event(&self.view, index + 1, event, out);
        }
    }

    /// The document record as a value.
    pub fn document(&self) -> Document {
        let mut line = Vec::new();
        self.write_document(&mut line);
        // What the writer writes is what the record types read: a test holds them together.
        serde_json::from_slice(&line).unwrap_or_default()
    }

    /// The event records as values.
    pub fn events(&self) -> Vec<Event> {
        let mut lines = Vec::new();
        self.write_events(&mut lines);
        lines.split(|&b| b == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect()
    }

    /// How many mentions there are.
    pub fn mention_count(&self) -> usize {
        self.view.layers.mentions.len()
    }

    /// How many events there are.
    pub fn event_count(&self) -> usize {
        self.view.layers.events.len()
    }

    /// How many tokens there are.
    pub fn token_count(&self) -> usize {
        self.view.layers.tokens.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_order_names_the_stage_and_the_layer() {
        assert!(check_order(&ORDER).is_ok());
        let mut wrong = ORDER;
        wrong.swap(0, 3);
        let message = check_order(&wrong).unwrap_err().to_string();
        assert_eq!(message, "the stage gazetteer reads TOKENS, which no earlier stage writes");
    }
}
