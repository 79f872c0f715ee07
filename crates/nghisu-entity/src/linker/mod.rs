//! Says who and what the kept names are: bodies, offices, persons, documents, chains.

mod chains;
mod documents;
mod holders;
mod organizations;
mod persons;
mod sequence;

use crate::Error;
use nghisu_document::layers::{
    Article, EntityId, Holder, LayerSet, Layers, Mention, MentionData, MentionId, PartialDate,
    RuleNames, Stage, TokenRange, Vocabulary, WordId,
};
use nghisu_knowledge::Gazetteer;
use nghisu_rules::RuleSet;

/// Ties roles to organizations and holders, names to entities, and mentions to chains.
///
/// In order: bodies (so that `UBND tỉnh` is that of the article's province), the body of each role,
/// persons beside roles, who a bare title means, given names alone, dates beside documents, chains.
#[derive(Debug)]
pub struct Linker {
    gazetteer: Gazetteer,
    words: Words,
}

/// The words that the linker goes by.
#[derive(Debug)]
struct Words {
    comma: WordId,
    and: WordId,
    also: WordId,
    day: WordId,
    marks: [WordId; 7],
    honorific: Option<nghisu_document::layers::ClassId>,
    levels: [WordId; 4],
    /// `giữ chức`, `giữ chức vụ`
    holding: (WordId, WordId, WordId),
}

/// The buffers of [`Linker`].
#[derive(Debug, Default)]
pub struct Scratch {
    sequence: Vec<sequence::Item>,
    held: Vec<holders::Held>,
    chains: chains::Buffers,
}

/// What the linker's steps share for one article.
struct Work<'a> {
    gazetteer: &'a Gazetteer,
    words: &'a Words,
    date: Option<PartialDate>,
}

impl Linker {
    /// Builds the stage.
    ///
    /// # Errors
    /// None at present; the signature is that of all stages.
    pub fn new(
        vocabulary: &mut Vocabulary,
        gazetteer: &Gazetteer,
        _: &RuleSet,
        _: &mut RuleNames,
    ) -> Result<Self, Error> {
        let mut word = |form: &str| vocabulary.add(form);
        let words = Words {
            comma: word(","),
            and: word("và"),
            also: word("kiêm"),
            day: word("ngày"),
            marks: [word("-"), word("–"), word("—"), word(":"), word("("), word("."), word("là")],
            honorific: gazetteer.class("honorific"),
            holding: (word("giữ"), word("chức"), word("vụ")),
            levels: [word("tỉnh"), word("phố"), word("tp"), word("thành")],
        };
        Ok(Self { gazetteer: gazetteer.clone(), words })
    }
}

impl Stage for Linker {
    type Scratch = Scratch;
    const NAME: &'static str = "links";
    const READS: LayerSet = LayerSet::MENTIONS.union(LayerSet::DATES);
    const WRITES: LayerSet = LayerSet::CHAINS;

    fn run(&self, article: &Article<'_>, layers: &mut Layers, scratch: &mut Scratch) {
        let date = layers.published.map(|p| p.date).or(article.published.map(|(date, _)| date));
        let work = Work { gazetteer: &self.gazetteer, words: &self.words, date };
        organizations::link(&work, article, layers);
        holders::organizations(layers);
        persons::by_name(layers, &work);
        sequence::read(&work, layers, &mut scratch.sequence);
        holders::beside(layers, &scratch.sequence);
        persons::choose(layers, &work);
        persons::given(layers);
        holders::bare(&work, layers, &mut scratch.held);
        documents::date(&work, layers);
        documents::again(article, layers);
        holders::in_office(&work, layers);
        chains::build(layers, &mut scratch.chains);
    }
}

/// A mention by its number.
fn mention(layers: &Layers, id: MentionId) -> Option<&Mention> {
    layers.mentions.get(id.0 as usize)
}

/// All mentions with their numbers.
fn mentions(layers: &Layers) -> impl Iterator<Item = (MentionId, &Mention)> {
    (0u32..).map(MentionId).zip(&layers.mentions)
}

/// Whether two stretches of the article have the same words.
fn same_words(layers: &Layers, a: TokenRange, b: TokenRange) -> bool {
    let (a, b) = (layers.tokens_of(a), layers.tokens_of(b));
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.word == b.word)
}

/// The entity of a person that holds a role.
fn holder_entity(layers: &Layers, holder: Holder) -> Option<EntityId> {
    match holder {
        Holder::Entity(entity) => Some(entity),
        Holder::Mention(id) => match mention(layers, id)?.data {
            MentionData::Person { entity } => entity,
            _ => None,
        },
    }
}
