use crate::knowledge::KnowledgeBase;
use crate::trie::{Node, Trie};
use crate::word::{
    Abbreviation, Cue, DocumentType, Issuer, NamePart, OrgHead, PlaceType, Title, Unit,
};
use nghisu_document::layers::{
    Article, ClassId, EntityId, Hit, Hits, LayerSet, Layers, Shape, Stage, Token, TokenRange,
    Vocabulary, WordId,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The classes that every gazetteer has, numbered for good. Those of titles, units, parts of names and cue words
/// follow as the tables name them: see [`Gazetteer::class`].
pub mod class {
    use nghisu_document::layers::ClassId;

    /// A person; the entry is its [`EntityId`](nghisu_document::layers::EntityId)'s number.
    pub const PERSON: ClassId = ClassId(0);
    /// An organization; the entry is its entity's number.
    pub const ORGANIZATION: ClassId = ClassId(1);
    /// A place, with or without its type word; the entry is its entity's number.
    pub const PLACE: ClassId = ClassId(2);
    /// A programme; the entry is its entity's number.
    pub const PROGRAM: ClassId = ClassId(3);
    /// A legal document with a name; the entry is its entity's number.
    pub const DOCUMENT: ClassId = ClassId(4);
    /// A word that begins an organization's name: [`OrgHead`](crate::OrgHead).
    pub const ORG_HEAD: ClassId = ClassId(5);
    /// A word that says what a place is: [`PlaceType`](crate::PlaceType).
    pub const PLACE_TYPE: ClassId = ClassId(6);
    /// A kind of legal document, or its code: [`DocumentType`](crate::DocumentType).
    pub const DOCUMENT_TYPE: ClassId = ClassId(7);
    /// The code of an issuing body: [`Issuer`](crate::Issuer).
    pub const ISSUER: ClassId = ClassId(8);
    /// An abbreviation of common words: [`Abbreviation`](crate::Abbreviation).
    pub const ABBREVIATION: ClassId = ClassId(9);
    /// The title of an office: [`Title`](crate::Title).
    pub const TITLE: ClassId = ClassId(10);
    /// Names of the classes above, in their order.
    pub(crate) const NAMES: [&str; 11] = [
        "person",
        "organization",
        "place",
        "program",
        "document",
        "org_head",
        "place_type",
        "document_type",
        "issuer",
        "abbreviation",
        "title",
    ];
}

/// The names of the tables, compiled to be walked once over an article's tokens.
///
/// Built once and shared by threads; a clone shares the tables.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    /// Who and what the names mean.
    pub knowledge: Arc<KnowledgeBase>,
    pub(crate) lexicon: Arc<Lexicon>,
    /// What the trie knows of each word of the vocabulary.
    pub(crate) local: Arc<[InTrie]>,
}

/// A word as the trie has it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct InTrie {
    /// Its number; `u32::MAX` for a word in no name.
    number: u32,
    /// The node of the names that begin with it; beside the number, since a token needs both.
    first: Option<Node>,
}

/// The compiled tables but for the knowledge base: what the bytes hold.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Lexicon {
    /// The words of the names, by the trie's numbers.
    pub(crate) words: Vec<Box<str>>,
    pub(crate) trie: Trie,
    pub(crate) names: Vec<Name>,
    pub(crate) classes: Vec<Box<str>>,
    pub(crate) titles: Vec<Title>,
    pub(crate) heads: Vec<OrgHead>,
    pub(crate) place_types: Vec<PlaceType>,
    pub(crate) name_parts: Vec<NamePart>,
    pub(crate) units: Vec<Unit>,
    pub(crate) document_types: Vec<DocumentType>,
    pub(crate) issuers: Vec<Issuer>,
    pub(crate) abbreviations: Vec<Abbreviation>,
    pub(crate) cues: Vec<Cue>,
}

/// What a path of the trie names, and the letters it asks for: bit `n` speaks of the name's `n`th token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Name {
    pub(crate) class: u16,
    pub(crate) entry: u32,
    /// Tokens that begin with a capital.
    pub(crate) capital: u32,
    /// Tokens all in capitals.
    pub(crate) upper: u32,
    /// Tokens that begin with a small letter.
    pub(crate) small: u32,
    /// Also an ordinary word or a given name: needs evidence.
    pub(crate) weak: bool,
}

impl Gazetteer {
    /// Writes the hits of an article: every name at every token, longest first.
    ///
    /// A name crosses no beginning of a sentence. `hits` is cleared first and keeps its memory.
    pub fn walk(&self, tokens: &[Token], hits: &mut Hits) {
        hits.clear();
        for (start, token) in (0u32..).zip(tokens) {
            hits.begin_token();
            if let Some(mut node) = self.word(token.word).and_then(|w| w.first) {
                let rest = tokens.get(start as usize..).unwrap_or_default();
                let mut len = 1;
                loop {
                    let names = self.lexicon.trie.names(node);
                    if !names.is_empty() {
                        let spelt = rest.get(..len).unwrap_or_default();
                        let tokens = TokenRange::new(start, start + len as u32);
                        self.push(names, spelt, tokens, hits);
                    }
                    let Some(next) = rest.get(len) else { break };
                    if next.shape.contains(Shape::SENTENCE_START) {
                        break;
                    }
                    let Some(word) = self.word(next.word) else { break };
                    let Some(after) = self.lexicon.trie.follow(node, word.number) else { break };
                    (node, len) = (after, len + 1);
                }
            }
            hits.end_token();
        }
    }

    fn push(
        &self,
        names: std::ops::Range<usize>,
        spelt: &[Token],
        tokens: TokenRange,
        hits: &mut Hits,
    ) {
        let mut case: Option<(u32, u32)> = None;
        for name in self.lexicon.names.get(names).unwrap_or_default() {
            if (name.capital | name.upper | name.small) != 0 {
                let (capital, upper) = *case.get_or_insert_with(|| letters(spelt));
                let wrong =
                    (name.capital & !capital) | (name.upper & !upper) | (name.small & capital);
                if wrong != 0 {
                    continue;
                }
            }
            hits.push(Hit { tokens, class: ClassId(name.class), entry: name.entry });
        }
    }

    #[inline]
    fn word(&self, word: WordId) -> Option<InTrie> {
        self.local.get(word.0 as usize).copied().filter(|w| w.number != u32::MAX)
    }

    /// Numbers the words of the tables in a vocabulary, adding those it lacks.
    pub(crate) fn bound(
        knowledge: KnowledgeBase,
        mut lexicon: Lexicon,
        vocabulary: &mut Vocabulary,
    ) -> Self {
        lexicon.trie.note();
        let ids: Vec<_> = lexicon.words.iter().map(|w| vocabulary.add(w)).collect();
        let mut local = vec![InTrie { number: u32::MAX, first: None }; vocabulary.len()];
        for (id, n) in ids.into_iter().zip(0u32..) {
            if let Some(slot) = local.get_mut(id.0 as usize) {
                *slot = InTrie { number: n, first: lexicon.trie.first(n) };
            }
        }
        Self { knowledge: knowledge.into(), lexicon: lexicon.into(), local: local.into() }
    }

    /// The class of a name: `person`, `rank`, `unit`, `chair_verb` …
    pub fn class(&self, name: &str) -> Option<ClassId> {
        let at = self.lexicon.classes.iter().position(|c| &**c == name)?;
        Some(ClassId(at as u16))
    }

    /// The name of a class; empty for a number that is none.
    pub fn class_name(&self, class: ClassId) -> &str {
        self.lexicon.classes.get(usize::from(class.0)).map_or("", |c| c)
    }

    /// All classes with their names.
    pub fn classes(&self) -> impl Iterator<Item = (ClassId, &str)> {
        (0u16..).map(ClassId).zip(self.lexicon.classes.iter().map(|c| &**c))
    }

    /// The entity of a hit of the classes person, organization, place, program and document.
    pub fn entity(&self, hit: Hit) -> Option<EntityId> {
        (hit.class <= class::DOCUMENT).then_some(EntityId(hit.entry))
    }

    /// Whether the name found is also an ordinary word or a given name (`Anh`, `Vinh`), so that it
    /// needs evidence.
    pub fn is_weak(&self, hit: Hit, tokens: &[Token]) -> bool {
        let spelt = tokens.get(hit.tokens.start as usize..hit.tokens.end as usize);
        let mut words = spelt.unwrap_or_default().iter().map(|t| self.word(t.word));
        let trie = &self.lexicon.trie;
        let first = words.next().flatten().and_then(|w| w.first);
        let node = words.fold(first, |node, word| trie.follow(node?, word?.number));
        let names = node.map(|n| trie.names(n)).unwrap_or_default();
        let names = self.lexicon.names.get(names).unwrap_or_default();
        names.iter().any(|n| n.weak && (n.class, n.entry) == (hit.class.0, hit.entry))
    }

    /// The title of a hit of `title`, `rank`, `academic`, `honorific`, `modifier` and the other classes of titles.
    pub fn title(&self, hit: Hit) -> Option<&Title> {
        let title = self.lexicon.titles.get(hit.entry as usize)?;
        (*title.class == *self.class_name(hit.class)).then_some(title)
    }

    /// The organization head of a hit of [`class::ORG_HEAD`].
    pub fn org_head(&self, hit: Hit) -> Option<&OrgHead> {
        of(&self.lexicon.heads, hit, class::ORG_HEAD)
    }

    /// The place type of a hit of [`class::PLACE_TYPE`].
    pub fn place_type(&self, hit: Hit) -> Option<&PlaceType> {
        of(&self.lexicon.place_types, hit, class::PLACE_TYPE)
    }

    /// The part of a personal name of a hit of `surname`, `middle_name`, `given_name`.
    pub fn name_part(&self, hit: Hit) -> Option<&NamePart> {
        let part = self.lexicon.name_parts.get(hit.entry as usize)?;
        (*part.class == *self.class_name(hit.class)).then_some(part)
    }

    /// All parts of personal names, for stages that judge names by their form.
    pub fn name_parts(&self) -> &[NamePart] {
        &self.lexicon.name_parts
    }

    /// The unit of a hit of `unit`, `currency`, `magnitude`, `duration_unit`, `counter`.
    pub fn unit(&self, hit: Hit) -> Option<&Unit> {
        let unit = self.lexicon.units.get(hit.entry as usize)?;
        (*unit.class == *self.class_name(hit.class)).then_some(unit)
    }

    /// The document type of a hit of [`class::DOCUMENT_TYPE`].
    pub fn document_type(&self, hit: Hit) -> Option<&DocumentType> {
        of(&self.lexicon.document_types, hit, class::DOCUMENT_TYPE)
    }

    /// The issuing body of a hit of [`class::ISSUER`].
    pub fn issuer(&self, hit: Hit) -> Option<&Issuer> {
        of(&self.lexicon.issuers, hit, class::ISSUER)
    }

    /// The issuing body of a code in a document number: `TTg`, `BTC`.
    pub fn issuer_of_code(&self, code: &str) -> Option<&Issuer> {
        self.lexicon.issuers.iter().find(|i| &*i.code == code)
    }

    /// The document type of a code in a document number: `QĐ`, `NĐ`.
    pub fn document_type_of_code(&self, code: &str) -> Option<&DocumentType> {
        self.lexicon.document_types.iter().find(|d| &*d.code == code)
    }

    /// The abbreviation of a hit of [`class::ABBREVIATION`].
    pub fn abbreviation(&self, hit: Hit) -> Option<&Abbreviation> {
        of(&self.lexicon.abbreviations, hit, class::ABBREVIATION)
    }

    /// What an abbreviation of common words, as written, most often stands for: `CNTT`.
    ///
    /// Those of offices and of levels of administration are left out: `TT` or `CT` is many things.
    pub fn expansion_of_word(&self, form: &str) -> Option<&str> {
        if !form.chars().any(char::is_uppercase) || form.chars().nth(1).is_none() {
            return None;
        }
        self.lexicon
            .abbreviations
            .iter()
            .find(|a| &*a.form == form && !matches!(&*a.domain, "party_state" | "geography"))
            .map(|a| &*a.expansion)
    }

    /// Every cue word with its class, in the order of their entries: what a stage knows of them
    /// can be worked out once.
    pub fn cues(&self) -> impl Iterator<Item = (Option<ClassId>, &Cue)> {
        self.lexicon.cues.iter().map(|cue| (self.class(&cue.class), cue))
    }

    /// The cue word of a hit of any class that the table of cues names.
    pub fn cue(&self, hit: Hit) -> Option<&Cue> {
        let cue = self.lexicon.cues.get(hit.entry as usize)?;
        (*cue.class == *self.class_name(hit.class)).then_some(cue)
    }
}

impl Stage for Gazetteer {
    type Scratch = ();
    const NAME: &'static str = "gazetteer";
    const READS: LayerSet = LayerSet::TOKENS;
    const WRITES: LayerSet = LayerSet::HITS;

    fn run(&self, _article: &Article<'_>, layers: &mut Layers, _scratch: &mut ()) {
        self.walk(&layers.tokens, &mut layers.hits);
    }
}

fn of<T>(entries: &[T], hit: Hit, class: ClassId) -> Option<&T> {
    (hit.class == class).then_some(())?;
    entries.get(hit.entry as usize)
}

/// Which tokens begin with a capital, and which are all capitals.
fn letters(spelt: &[Token]) -> (u32, u32) {
    let (mut capital, mut upper) = (0, 0);
    for (bit, token) in (0..32).map(|n| 1u32 << n).zip(spelt) {
        if token.shape.contains(Shape::CAPITAL) {
            capital |= bit;
        }
        if token.shape.contains(Shape::UPPER) {
            upper |= bit;
        }
    }
    (capital, upper)
}
