//! Meetings, statistics, statements, directives, legal acts: what an article says was done.

mod appointment;
mod cues;
mod legal_act;
mod meeting;
mod output;
mod participants;
mod reading;
mod speech;
mod statistic;
mod words;

use cues::Cues;
use nghisu_document::layers::{
    Article, LayerSet, Layers, MentionKind, RuleNames, SectionKind, Stage, Vocabulary,
};
use nghisu_knowledge::Gazetteer;
use nghisu_rules::RuleSet;
use output::{Context, Output};
use reading::{Marks, Reading};
use words::Words;

/// Why the stage can't be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
#[error("{0}")]
pub struct Error(String);

/// Writes events.
#[derive(Debug)]
pub struct Extractor {
    words: Words,
    cues: Cues,
    meetings: meeting::Rules,
    statistics: statistic::Rules,
    speech: speech::Rules,
    legal_acts: legal_act::Rules,
    appointments: appointment::Rules,
}

/// Buffers of an [`Extractor`], kept from article to article.
#[derive(Debug, Default)]
pub struct Scratch {
    marks: Marks,
    context: Context,
}

impl Extractor {
    /// Builds the stage.
    ///
    /// # Errors
    /// A rule that names an unknown production.
    pub fn new(
        vocabulary: &mut Vocabulary,
        gazetteer: &Gazetteer,
        _: &RuleSet,
        names: &mut RuleNames,
    ) -> Result<Self, Error> {
        Ok(Self {
            words: Words::new(vocabulary),
            cues: Cues::new(gazetteer),
            meetings: meeting::Rules::new(names),
            statistics: statistic::Rules::new(names),
            speech: speech::Rules::new(names),
            legal_acts: legal_act::Rules::new(names),
            appointments: appointment::Rules::new(names),
        })
    }
}

impl Stage for Extractor {
    type Scratch = Scratch;
    const NAME: &'static str = "events";
    const READS: LayerSet =
        LayerSet::MENTIONS.union(LayerSet::CHAINS).union(LayerSet::DATES).union(LayerSet::SECTIONS);
    const WRITES: LayerSet = LayerSet::EVENTS;

    fn run(&self, article: &Article<'_>, layers: &mut Layers, scratch: &mut Scratch) {
        let Scratch { marks, context } = scratch;
        let mut out = Output::take(layers);
        *context = Context::default();
        marks.fill(layers, &self.cues, &self.words);
        let r = Reading { layers, words: &self.words, cues: &self.cues, marks };
        meeting::read(&r, article, &self.meetings, &mut out);
        for (index, sentence) in layers.sentences.iter().enumerate() {
            let section = layers.sections.get(sentence.section as usize).map(|s| s.kind);
            match section {
                Some(SectionKind::Lead | SectionKind::Body) => {}
                Some(SectionKind::Title) => {
                    speech::read_title(&r, sentence, &self.speech, &mut out);
                    continue;
                }
                Some(SectionKind::Heading) => {
                    context.close_speech();
                    continue;
                }
                _ => continue,
            }
            speech::read(&r, index, sentence, &self.speech, context, &mut out);
            legal_act::read(&r, sentence, &self.legal_acts, context, &mut out);
            appointment::read(&r, sentence, &self.appointments, &mut out);
            statistic::read(&r, index, sentence, &self.statistics, context, &mut out);
            let last = r
                .mentions_in(sentence.tokens)
                .filter(|(_, m)| m.data.kind() == MentionKind::Person);
            if let Some((id, _)) = last.last() {
                context.person = Some(r.filler_of(id));
            }
        }
        out.events.sort_by_key(|event| event.evidence.start());
        out.give_back(layers);
    }
}
