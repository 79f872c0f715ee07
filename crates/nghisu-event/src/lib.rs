//! Meetings, statistics, statements, directives, legal acts, appointments: what an article says
//! was done, said and measured.
//!
//! One stage, [`Extractor`], reads the layers that stand (tokens, the gazetteer's hits, mentions
//! with their values and links) and writes `Layers::events`.
//!
//! ```
//! use nghisu_document::layers::{Article, Layers, RuleNames, Stage, Vocabulary};
//! use nghisu_event::Extractor;
//! use nghisu_knowledge::Gazetteer;
//! use nghisu_rules::Compiler;
//!
//! let (mut vocabulary, mut names) = (Vocabulary::default(), RuleNames::default());
//! let rules = Compiler::new(&mut vocabulary, &|_| None, &mut names).finish()?;
//! let extractor =
//!     Extractor::new(&mut vocabulary, &Gazetteer::default(), &rules, &mut names)?;
//!
//! // Every event says what made it.
//! assert!(names.get("meeting.chaired").is_some());
//!
//! // Nothing is read where no stage below has written anything.
//! let mut layers = Layers::default();
//! let article = Article { text: "", title: None, url: None, published: None, hints: &[] };
//! extractor.run(&article, &mut layers, &mut Default::default());
//! assert!(layers.events.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How it works
//!
//! Cue words are the gazetteer's (`models/gazetteer/cues.tsv`): verbs of chairing (chủ trì) and of
//! attending (dự), kinds of meetings, verbs of speech with their acts, of issuing, of growth. One
//! sweep marks every token with the classes of the cues that begin there, the outermost mention
//! over it, and whether it is quoted. Then the readers go sentence by sentence:
//!
//! | module | reads |
//! |---|---|
//! | `meeting` | the one meeting that the article reports: the sentence that says so is found by a score (a governing verb, a day close to the article's own, its place), its slots are gathered from the whole body |
//! | `speech` | statements by their verb and subject, quotations, sources (`theo …`); requests give directives, which later sentences without a subject continue |
//! | `legal_act` | documents issued, signed, approved, amended, in force; counts of them |
//! | `appointment` | who was given, or relieved of, which office |
//! | `statistic` | every figure with what it measures, of whom, when and against what |
//! | `rules` | what the rule files of the stage `event` add |
//!
//! # Productions
//!
//! What a rule may ask for in `produce`: `statistic`, with the captures `value` (a figure) and
//! `indicator`, and where the pattern has them `subject`, `unit` and `period`.

mod appointment;
mod cues;
mod legal_act;
mod meeting;
mod output;
mod participants;
mod reading;
mod rules;
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
use rules::Productions;
use words::Words;

/// Why the stage can't be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A rule of the stage that must be mended.
    #[error("{0}")]
    Rule(String),
}

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
    productions: Productions,
}

/// Buffers of an [`Extractor`], kept from article to article.
#[derive(Debug, Default)]
pub struct Scratch {
    marks: Marks,
    context: Context,
    rules: nghisu_rules::Scratch,
}

impl Extractor {
    /// Builds the stage.
    ///
    /// # Errors
    /// A rule that names an unknown production.
    pub fn new(
        vocabulary: &mut Vocabulary,
        gazetteer: &Gazetteer,
        rules: &RuleSet,
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
            productions: Productions::new(rules)?,
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
        let Scratch { marks, context, rules } = scratch;
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
                    let alone = &mut Context::default();
                    statistic::read(&r, index, sentence, &self.statistics, alone, &mut out);
                    continue;
                }
                Some(SectionKind::Heading) => {
                    context.close_speech();
                    let alone = &mut Context::default();
                    statistic::read(&r, index, sentence, &self.statistics, alone, &mut out);
                    continue;
                }
                _ => continue,
            }
            speech::note_subject(&r, sentence, context);
            speech::read(&r, index, sentence, &self.speech, context, &mut out);
            legal_act::read(&r, sentence, &self.legal_acts, context, &mut out);
            appointment::read(&r, sentence, &self.appointments, context, &mut out);
            statistic::read(&r, index, sentence, &self.statistics, context, &mut out);
            let last = r
                .mentions_in(sentence.tokens)
                .filter(|(_, m)| m.data.kind() == MentionKind::Person);
            if let Some((id, _)) = last.last() {
                context.person = Some(r.filler_of(id));
            }
        }
        meeting::speakers_attend(&r, &mut out);
        self.productions.run(&r, rules, &mut out);
        out.events.sort_by_key(|event| event.evidence.start());
        out.give_back(layers);
    }
}
