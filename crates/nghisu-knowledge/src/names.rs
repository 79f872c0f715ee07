use serde::{Deserialize, Serialize};

/// How a name was found; the closer first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// As it stands in the tables.
    Exact,
    /// But for capitals, tone-mark style and dashes: `bộ tt&tt`, `Uỷ ban`.
    Style,
    /// Without diacritics: `Bo Cong an`.
    Bare,
}

/// A name found, before its dates are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    pub(crate) entity: u32,
    pub(crate) state: u16,
    pub(crate) matched: Match,
}

/// All names of entities, found by what is left of them without diacritics, capitals and marks.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Names {
    /// One string of all names, and where each ends.
    text: String,
    ends: Vec<u32>,
    /// The entity of each name, and which of its states bears it.
    owners: Vec<(u32, u16)>,
    /// Hashes of folded names, sorted, with the name's number.
    index: Vec<(u64, u32)>,
    /// Folded heads of organizations, sorted, with the head's number.
    heads: Vec<(Box<str>, u32)>,
}

/// What is left of a name without diacritics, capitals and marks: words with one space between.
pub(crate) fn folded(name: &str) -> String {
    let mut bare = String::new();
    nghisu_text::fold(name, &mut bare);
    let mut words = String::with_capacity(bare.len());
    for c in bare.chars() {
        if c.is_alphanumeric() {
            words.push(c);
        } else if !words.ends_with(' ') && !words.is_empty() {
            words.push(' ');
        }
    }
    words.truncate(words.trim_end().len());
    words
}

/// The same with diacritics, in one tone-mark style.
fn styled(name: &str) -> String {
    let (mut words, mut key) = (String::with_capacity(name.len()), String::new());
    for word in name.split(|c: char| !c.is_alphanumeric() && !('\u{300}'..'\u{370}').contains(&c)) {
        if !word.is_empty() {
            nghisu_text::word_key(word, &mut key);
            words.push_str(&key);
            words.push(' ');
        }
    }
    words
}

fn hash(text: &str) -> u64 {
    // FNV-1a: stable across versions, since it is stored.
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

impl Names {
    pub(crate) fn add(&mut self, name: &str, entity: u32, state: u16) {
        let number = self.ends.len() as u32;
        self.text.push_str(name);
        self.ends.push(self.text.len() as u32);
        self.owners.push((entity, state));
        self.index.push((hash(&folded(name)), number));
    }

    pub(crate) fn add_head(&mut self, head: &str, number: u32) {
        self.heads.push((folded(head).into(), number));
    }

    /// Makes names findable; called once all are added.
    pub(crate) fn finish(&mut self) {
        self.index.sort_unstable();
        self.heads.sort_unstable();
        self.heads.dedup();
    }

    fn name(&self, number: u32) -> &str {
        let index = number as usize;
        let start = index.checked_sub(1).and_then(|i| self.ends.get(i)).map_or(0, |&e| e as usize);
        let end = self.ends.get(index).map_or(start, |&e| e as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    pub(crate) fn find(&self, name: &str) -> Vec<Found> {
        let bare = folded(name);
        if bare.is_empty() {
            return Vec::new();
        }
        let key = hash(&bare);
        let from = self.index.partition_point(|(h, _)| *h < key);
        let same = self.index.iter().skip(from).take_while(|(h, _)| *h == key);
        let style = std::cell::OnceCell::new(); // most names are not known
        let mut found: Vec<_> = same
            .filter_map(|&(_, number)| {
                let known = self.name(number);
                let matched = if known == name {
                    Match::Exact
                } else if styled(known) == *style.get_or_init(|| styled(name)) {
                    Match::Style
                } else if folded(known) == bare {
                    Match::Bare
                } else {
                    return None;
                };
                let &(entity, state) = self.owners.get(number as usize)?;
                Some(Found { entity, state, matched })
            })
            .collect();
        found.sort_unstable();
        found
    }

    /// The heads that a name begins with, the longest first, each with the rest of the name.
    pub(crate) fn heads_of<'n>(&self, name: &'n str) -> Vec<(u32, &'n str)> {
        let bare = folded(name);
        let mut found = Vec::new();
        for ((end, _), words) in bare.rmatch_indices(' ').zip(1..) {
            let head = bare.get(..end).unwrap_or_default();
            let from = self.heads.partition_point(|(known, _)| &**known < head);
            let known = self.heads.get(from..).unwrap_or_default().iter();
            for (_, number) in known.take_while(|(known, _)| &**known == head) {
                found.extend(last_words(name, words).map(|rest| (*number, rest)));
            }
        }
        found
    }
}

/// The last words of a name, as many as asked for.
fn last_words(name: &str, words: usize) -> Option<&str> {
    let is_word = |c: char| c.is_alphanumeric() || ('\u{300}'..'\u{370}').contains(&c);
    let mut left = words;
    let mut inside = false;
    for (at, c) in name.char_indices().rev() {
        if inside && !is_word(c) {
            left -= 1;
            if left == 0 {
                return name.get(at + c.len_utf8()..);
            }
        }
        inside = is_word(c);
    }
    (inside && left == 1).then_some(name)
}
