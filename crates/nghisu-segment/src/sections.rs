//! Sections (for now: one a block, told by its hint alone).

use crate::blocks::blocks;
use nghisu_document::layers::{
    Article, LayerSet, Layers, Section, SectionKind, Stage, TokenRange, Vocabulary,
};
use nghisu_text::NormSpan;

/// The stage that writes `Layers::sections`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sectioner;

impl Sectioner {
    /// A sectioner whose cue words have numbers of this vocabulary.
    pub fn new(_vocabulary: &mut Vocabulary) -> Self {
        Self
    }
}

/// What a [`Sectioner`] keeps from article to article.
#[derive(Debug, Default)]
pub struct SectionerScratch {
    blocks: Vec<TokenRange>,
}

impl Stage for Sectioner {
    type Scratch = SectionerScratch;
    const NAME: &'static str = "sections";
    const READS: LayerSet = LayerSet::TOKENS;
    const WRITES: LayerSet = LayerSet::SECTIONS;

    fn run(&self, article: &Article<'_>, layers: &mut Layers, scratch: &mut Self::Scratch) {
        blocks(article, &layers.tokens, &mut scratch.blocks);
        layers.sections.clear();
        for &block in &scratch.blocks {
            let Some(span) = layers.span_of(block) else { continue };
            let hint = article.hints.iter().find(|h| h.span.contains_offset(span.start()));
            layers.sections.push(Section {
                span: NormSpan::new(span.start(), span.end()),
                kind: hint.map_or(SectionKind::Body, |h| h.kind),
            });
        }
    }
}
