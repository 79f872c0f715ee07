use super::WordId;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::BuildHasher;
use thiserror::Error;

/// The frozen numbering of word forms.
///
/// A form is what [`nghisu_text::word_key`] makes of a token: lower-cased, NFC, one tone-mark
/// style. Every form's diacritic-free form ([`nghisu_text::fold`]) is in the vocabulary too.
/// Forms keep their number when others are added after them, so a user's additions never move
/// what was compiled.
///
/// ```
/// use nghisu_document::layers::Vocabulary;
///
/// let mut vocabulary = Vocabulary::default();
/// let id = vocabulary.add("nghị");
/// assert_eq!(vocabulary.get("nghị"), Some(id));
/// assert_eq!(vocabulary.form(vocabulary.bare(id)), "nghi");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    text: String,
    ends: Vec<u32>,
    bare: Vec<WordId>,
    ids: FxHashMap<u64, WordId>,
}

/// A vocabulary that can't be read.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum VocabularyError {
    /// Two forms have the same hash: astronomically rare; change one.
    #[error("the words {0:?} and {1:?} have the same hash")]
    Collision(String, String),
}

fn hash(form: &str) -> u64 {
    FxBuildHasher.hash_one(form)
}

impl Vocabulary {
    /// The number of a form, adding it (and its diacritic-free form) where it is new.
    pub fn add(&mut self, form: &str) -> WordId {
        let key = hash(form);
        if let Some(&id) = self.ids.get(&key) {
            return id;
        }
        let id = WordId(self.ends.len() as u32);
        self.text.push_str(form);
        self.ends.push(self.text.len() as u32);
        self.bare.push(id);
        self.ids.insert(key, id);
        let mut folded = String::new();
        nghisu_text::fold(form, &mut folded);
        if folded != form {
            let bare = self.add(&folded);
            if let Some(slot) = self.bare.get_mut(id.0 as usize) {
                *slot = bare;
            }
        }
        id
    }

    /// The number of a known form.
    pub fn get(&self, form: &str) -> Option<WordId> {
        let id = *self.ids.get(&hash(form))?;
        (self.form(id) == form).then_some(id)
    }

    /// The form of a number; empty for a number of an article.
    pub fn form(&self, id: WordId) -> &str {
        let index = id.0 as usize;
        let start = index.checked_sub(1).and_then(|i| self.ends.get(i)).map_or(0, |&e| e as usize);
        let Some(&end) = self.ends.get(index) else { return "" };
        self.text.get(start..end as usize).unwrap_or_default()
    }

    /// The number of the diacritic-free form.
    pub fn bare(&self, id: WordId) -> WordId {
        self.bare.get(id.0 as usize).copied().unwrap_or(id)
    }

    /// How many forms there are: the first number that is an article's own.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All forms in the order of their numbers.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|i| self.form(WordId(i as u32)))
    }
}

/// The words of one article that the vocabulary lacks, numbered from its length up.
#[derive(Debug, Default)]
pub struct LocalWords {
    ids: FxHashMap<u64, WordId>,
}

impl LocalWords {
    /// Forgets the last article and keeps its memory.
    pub fn clear(&mut self) {
        self.ids.clear();
    }

    /// The number of a form in this article. Forms are told apart by a 64-bit hash.
    pub fn id(&mut self, vocabulary: &Vocabulary, form: &str) -> WordId {
        let next = WordId((vocabulary.len() + self.ids.len()) as u32);
        *self.ids.entry(hash(form)).or_insert(next)
    }
}
