use crate::Error;
use crate::entities::{Entities, written};
use crate::entity::EntityKind;
use crate::gazetteer::{Gazetteer, Lexicon, Name, class};
use crate::knowledge::KnowledgeBase;
use crate::tables::{At, Case, Located, Named, Tables};
use crate::trie::Trie;
use crate::word::OrgHead;
use nghisu_document::layers::{EntityId, Vocabulary};
use nghisu_text::{Buffer, NormSpan, Normalizer};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

impl Tables {
    /// Compiles the tables over a vocabulary, which gains the words it lacks.
    ///
    /// `cut` writes the tokens of a text as spans of its bytes: the same that cuts articles, or
    /// names would not be found in them.
    ///
    /// # Errors
    /// A row that names an entity that is none.
    pub fn compile(
        &self,
        vocabulary: &mut Vocabulary,
        cut: &dyn Fn(&str, &mut Vec<NormSpan>),
    ) -> Result<Gazetteer, Error> {
        let mut entities = Entities::new(self)?;
        let local = entities.add_local(self);
        entities.link(self)?;
        let tenures = entities.tenures(self)?;
        let lexicon = Builder::new(cut).build(self, &entities)?;
        let names = entities.names(self);
        let knowledge = KnowledgeBase::new(entities.all, tenures, names, local);
        Ok(Gazetteer::bound(knowledge, lexicon, vocabulary))
    }
}

/// The trie and the words' attributes under construction.
struct Builder<'c> {
    cut: &'c dyn Fn(&str, &mut Vec<NormSpan>),
    normalizer: Normalizer,
    buffer: Buffer,
    spans: Vec<NormSpan>,
    key: String,
    words: FxHashMap<Box<str>, u32>,
    paths: BTreeMap<Vec<u32>, BTreeSet<Name>>,
    lexicon: Lexicon,
}

impl<'c> Builder<'c> {
    fn new(cut: &'c dyn Fn(&str, &mut Vec<NormSpan>)) -> Self {
        let lexicon = Lexicon {
            classes: class::NAMES.iter().map(|n| (*n).into()).collect(),
            ..Lexicon::default()
        };
        Self {
            cut,
            normalizer: Normalizer::default(),
            buffer: Buffer::new(),
            spans: Vec::new(),
            key: String::new(),
            words: FxHashMap::default(),
            paths: BTreeMap::new(),
            lexicon,
        }
    }

    fn build(mut self, tables: &Tables, entities: &Entities) -> Result<Lexicon, Error> {
        self.entities(tables, entities)?;
        self.words(tables, entities)?;
        let paths: Vec<_> = self.paths.iter().map(|(p, n)| (p.clone(), n.len() as u32)).collect();
        let trie = Trie::new(&paths, self.words.len());
        let total = paths.iter().map(|(_, n)| *n as usize).sum();
        let blank = Name { class: 0, entry: 0, capital: 0, upper: 0, small: 0, weak: false };
        let mut names = vec![blank; total];
        for (path, group) in self.paths {
            let range = trie.node_of(&path).map(|n| trie.names(n)).unwrap_or_default();
            for (slot, name) in names.get_mut(range).unwrap_or_default().iter_mut().zip(group) {
                *slot = name;
            }
        }
        let mut words: Vec<Box<str>> = vec!["".into(); self.words.len()];
        for (word, n) in self.words {
            if let Some(slot) = words.get_mut(n as usize) {
                *slot = word;
            }
        }
        self.lexicon.trie = trie;
        self.lexicon.names = names;
        self.lexicon.words = words;
        Ok(self.lexicon)
    }

    fn entities(&mut self, tables: &Tables, entities: &Entities) -> Result<(), Error> {
        for (located, &(id, _)) in tables.entities.iter().zip(&entities.rows) {
            let row = &located.row;
            let (class, case) = match row.entity {
                EntityKind::Person => (class::PERSON, Case::Title),
                EntityKind::Organization => (class::ORGANIZATION, Case::First),
                EntityKind::Place => (class::PLACE, Case::Title),
                EntityKind::Program => (class::PROGRAM, Case::First),
                EntityKind::Document => (class::DOCUMENT, Case::First),
            };
            let case = row.case.unwrap_or(case);
            for name in written(tables, row) {
                let weak = row.weak.iter().any(|w| **w == *name);
                self.add(tables, located.at, &name, case, class.0, id, weak)?;
                if row.bare {
                    let mut bare = String::new();
                    nghisu_text::fold(&name, &mut bare);
                    self.add(tables, located.at, &bare, Case::Any, class.0, id, weak)?;
                }
            }
        }
        Ok(())
    }

    fn words(&mut self, tables: &Tables, entities: &Entities) -> Result<(), Error> {
        let id = |at, slug: &str| match slug {
            "" => Ok(None),
            slug => entities.id(tables, at, slug).map(|id| Some(EntityId(id))),
        };
        for t in &tables.titles {
            let class = self.class(&t.row.word.class);
            let entry = self.lexicon.titles.len() as u32;
            let mut title = t.row.word.clone();
            title.organization = id(t.at, &t.row.refers)?;
            self.lexicon.titles.push(title);
            self.add_all(tables, t, Case::Any, class, entry)?;
        }
        for h in &tables.heads {
            let entry = self.lexicon.heads.len() as u32;
            self.lexicon.heads.push(h.row.word.clone());
            self.add_all::<OrgHead>(tables, h, Case::First, class::ORG_HEAD.0, entry)?;
        }
        for p in &tables.place_types {
            let entry = self.lexicon.place_types.len() as u32;
            self.lexicon.place_types.push(p.row.word.clone());
            self.add_all(tables, p, Case::Any, class::PLACE_TYPE.0, entry)?;
        }
        for p in &tables.name_parts {
            let class = self.class(&p.row.word.class);
            let entry = self.lexicon.name_parts.len() as u32;
            self.lexicon.name_parts.push(p.row.word.clone());
            self.add_all(tables, p, Case::Title, class, entry)?;
        }
        for u in &tables.units {
            let class = self.class(&u.row.word.class);
            let entry = self.lexicon.units.len() as u32;
            self.lexicon.units.push(u.row.word.clone());
            self.add_all(tables, u, Case::Any, class, entry)?;
        }
        for d in &tables.document_types {
            let entry = self.lexicon.document_types.len() as u32;
            self.lexicon.document_types.push(d.row.word.clone());
            self.add_all(tables, d, Case::Any, class::DOCUMENT_TYPE.0, entry)?;
        }
        for i in &tables.issuers {
            let entry = self.lexicon.issuers.len() as u32;
            let mut issuer = i.row.word.clone();
            issuer.organization = id(i.at, &i.row.refers)?;
            self.lexicon.issuers.push(issuer);
            self.add_all(tables, i, Case::Exact, class::ISSUER.0, entry)?;
        }
        for a in &tables.abbreviations {
            let entry = self.lexicon.abbreviations.len() as u32;
            self.lexicon.abbreviations.push(a.row.word.clone());
            self.add_all(tables, a, Case::Exact, class::ABBREVIATION.0, entry)?;
        }
        for c in &tables.cues {
            let class = self.class(&c.row.word.class);
            let entry = self.lexicon.cues.len() as u32;
            self.lexicon.cues.push(c.row.word.clone());
            self.add_all(tables, c, Case::Any, class, entry)?;
        }
        Ok(())
    }

    fn class(&mut self, name: &str) -> u16 {
        let classes = &mut self.lexicon.classes;
        let at = classes.iter().position(|c| &**c == name).unwrap_or_else(|| {
            classes.push(name.into());
            classes.len() - 1
        });
        at as u16
    }

    fn add_all<T>(
        &mut self,
        tables: &Tables,
        located: &Located<Named<T>>,
        case: Case,
        class: u16,
        entry: u32,
    ) -> Result<(), Error> {
        for name in &located.row.names {
            let case = located.row.case.unwrap_or(case);
            self.add(tables, located.at, name, case, class, entry, false)?;
        }
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "one name and all that a table says of it")]
    fn add(
        &mut self,
        tables: &Tables,
        at: At,
        name: &str,
        case: Case,
        class: u16,
        entry: u32,
        weak: bool,
    ) -> Result<(), Error> {
        if case == Case::Unmatched {
            return Ok(());
        }
        let normalized = self.normalizer.normalize(name, &mut self.buffer);
        let text = normalized.map_err(|e| tables.error(at, e.to_string()))?.text;
        self.spans.clear();
        (self.cut)(text, &mut self.spans);
        let mut path = Vec::with_capacity(self.spans.len());
        let mut found = Name { class, entry, capital: 0, upper: 0, small: 0, weak };
        let mut next = 0;
        for (span, n) in self.spans.iter().zip(0u32..) {
            let token = span.slice(text);
            nghisu_text::word_key(token, &mut self.key);
            let fresh = self.words.len() as u32;
            path.push(*self.words.entry(self.key.as_str().into()).or_insert(fresh));
            let bit = 1u32.checked_shl(n).unwrap_or(0);
            let capitals = token.chars().filter(|c| c.is_uppercase()).count();
            let capital = token.starts_with(char::is_uppercase);
            if capitals > 1 && !token.contains(char::is_lowercase) {
                found.upper |= bit;
            } else if capital
                && (capitals > 1
                    || matches!(case, Case::Title | Case::Exact)
                    || (case == Case::First && n == 0))
            {
                found.capital |= bit;
            }
            if case == Case::Exact && token.starts_with(char::is_lowercase) {
                found.small |= bit;
            }
            if capital && n > 0 && next == 0 {
                next = bit;
            }
        }
        if path.is_empty() {
            return Err(tables.error(at, format!("the name {name:?} has no token")));
        }
        let names = self.paths.entry(path).or_default();
        names.insert(found);
        // `bộ Công Thương`: the head may be small where the name itself has its capital.
        // Not `báo Nhân Dân`, where the head is no part of the name.
        let relaxed = case == Case::First && !text.starts_with("Báo ");
        if relaxed && next & 0b110 != 0 && found.capital & 1 != 0 {
            let capital = found.capital & !1 | next & !found.upper;
            names.insert(Name { capital, small: found.small | 1, ..found });
        }
        Ok(())
    }
}
