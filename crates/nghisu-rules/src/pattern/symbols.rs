use nghisu_document::layers::ClassId;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The words of a literal, each with whether it must have a capital.
pub(crate) type Literal = Vec<(u32, bool)>;

/// The machine reports the lengths of a set's alternatives in 32 bits.
pub(crate) const LONGEST_ALTERNATIVE: usize = 31;

/// Cuts a literal into tokens, as byte ranges.
pub(crate) type Cut<'a> = &'a dyn Fn(&str) -> Vec<Range<usize>>;

/// The names that patterns use, numbered as they come.
pub(crate) struct Symbols<'a> {
    pub(crate) words: Vec<String>,
    word_numbers: FxHashMap<String, u32>,
    pub(crate) classes: Vec<String>,
    pub(crate) sets: Vec<Vec<Literal>>,
    /// The sets of the file that is being read, by name.
    pub(crate) file_sets: FxHashMap<String, u32>,
    pub(crate) class_ids: &'a dyn Fn(&str) -> Option<ClassId>,
    pub(crate) cut: Cut<'a>,
    key: String,
}

impl<'a> Symbols<'a> {
    pub(crate) fn new(
        words: Vec<String>,
        classes: Vec<String>,
        sets: Vec<Vec<Literal>>,
        class_ids: &'a dyn Fn(&str) -> Option<ClassId>,
    ) -> Self {
        let word_numbers = words.iter().cloned().zip(0..).collect();
        Self {
            words,
            word_numbers,
            classes,
            sets,
            file_sets: FxHashMap::default(),
            class_ids,
            cut: &crate::cut::cut,
            key: String::new(),
        }
    }

    /// The number of a token's word form, and whether the token is written with a capital.
    pub(crate) fn word(&mut self, token: &str) -> (u32, bool) {
        self.key.clear();
        nghisu_text::word_key(token, &mut self.key);
        let number = match self.word_numbers.get(&self.key) {
            Some(&number) => number,
            None => {
                let number = self.words.len() as u32;
                self.words.push(self.key.clone());
                self.word_numbers.insert(self.key.clone(), number);
                number
            }
        };
        (number, token.chars().next().is_some_and(char::is_uppercase))
    }

    /// The words of a literal of any length.
    pub(crate) fn literal(&mut self, text: &str) -> Literal {
        let pieces = (self.cut)(text);
        pieces.into_iter().filter_map(|piece| text.get(piece)).map(|t| self.word(t)).collect()
    }

    /// The number of a class that the gazetteer has.
    pub(crate) fn class(&mut self, name: &str) -> Option<u16> {
        if let Some(number) = self.classes.iter().position(|class| class == name) {
            return u16::try_from(number).ok();
        }
        (self.class_ids)(name)?;
        let number = u16::try_from(self.classes.len()).ok()?;
        self.classes.push(name.to_owned());
        Some(number)
    }

    /// The number of a set; the same alternatives have one number.
    pub(crate) fn set(&mut self, mut alternatives: Vec<Literal>) -> u32 {
        alternatives.sort_unstable();
        alternatives.dedup();
        let number = self.sets.iter().position(|set| *set == alternatives);
        number.unwrap_or_else(|| {
            self.sets.push(alternatives);
            self.sets.len() - 1
        }) as u32
    }
}
