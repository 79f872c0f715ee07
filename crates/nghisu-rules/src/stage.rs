//! The rules of one stage with real ids, and the tables that say which to try at a token.

use crate::error::RuleError;
use crate::found::CaptureId;
use crate::program::{Anchor, Op};
use crate::rule::Rule;
use crate::rule_set::Compiled;
use crate::word_set::WordSet;
use nghisu_document::layers::{ClassId, RuleId, RuleNames, Vocabulary};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A stage's rules, those of higher priority first, then in the order of their files.
#[derive(Debug, Default)]
pub(crate) struct StageRules {
    pub(crate) rules: Vec<LinkedRule>,
    /// The names of productions, by id.
    pub(crate) productions: Vec<String>,
    /// The code of all rules.
    pub(crate) code: Vec<Op>,
    pub(crate) sets: Arc<Vec<WordSet>>,
    /// Which rules may begin at a token.
    pub(crate) starts: Table,
    /// Which rules find at a token what they need in the sentence.
    pub(crate) needs: Table,
    /// Which rules may go on behind a first token, and behind a first hit or mention.
    pub(crate) after_token: Table,
    pub(crate) after_unit: Table,
    /// Rules that may go on with anything, a bit each.
    pub(crate) unchecked: Vec<u64>,
    /// The kinds of mention that any rule looks at, a bit each.
    pub(crate) kinds: u16,
}

#[derive(Debug)]
pub(crate) struct LinkedRule {
    pub(crate) id: RuleId,
    pub(crate) production: u16,
    pub(crate) rule: Rule,
    /// The ids of captures, by slot.
    pub(crate) captures: Vec<CaptureId>,
    pub(crate) code: std::ops::Range<usize>,
    /// It is tried only up to the last token of the sentence that has what it needs.
    pub(crate) gated: bool,
}

/// Lists of rules (positions in the stage) by what stands at a token.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// For a word id the number of its list; 0 for none.
    words: Vec<u16>,
    /// A bit for each word that has a list: a few lines that stay in the processor's cache, and
    /// most words of a text have none.
    listed: Vec<u64>,
    classes: Vec<u16>,
    kinds: [u16; 16],
    /// A list a bit of `Shape`, and one for `ANY_SHAPE`.
    shapes: [u16; 16],
    /// The bits that have a list.
    pub(crate) shape_mask: u16,
    pub(crate) has_classes: bool,
    pub(crate) kind_mask: u16,
    pub(crate) is_empty: bool,
    /// `ends[n - 1]..ends[n]` of `rules` is list n.
    ends: Vec<u32>,
    rules: Vec<u16>,
}

/// A bit that `Shape` leaves free: what every token has.
pub(crate) const ANY_SHAPE: u16 = 1 << ANY_BIT;
const ANY_BIT: u8 = 15;

/// What stands at a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    Word(u32),
    Class(u16),
    Kind(u8),
    Shape(u8),
}

impl Table {
    fn new(entries: Vec<(Key, u16)>) -> Self {
        let mut table = Self { is_empty: entries.is_empty(), ends: vec![0], ..Self::default() };
        let mut lists: FxHashMap<Key, Vec<u16>> = FxHashMap::default();
        for (key, rule) in entries {
            let list = lists.entry(key).or_default();
            if list.last() != Some(&rule) {
                list.push(rule);
            }
        }
        let mut lists: Vec<(Key, Vec<u16>)> = lists.into_iter().collect();
        lists.sort_unstable();
        // Words of one rule mostly have the same list.
        let mut numbers: FxHashMap<Vec<u16>, u16> = FxHashMap::default();
        for (key, list) in lists {
            let number = *numbers.entry(list).or_insert_with_key(|list| {
                table.rules.extend(list);
                table.ends.push(table.rules.len() as u32);
                (table.ends.len() - 1) as u16
            });
            match key {
                Key::Word(word) => {
                    put(&mut table.words, word as usize, number);
                    let bits = word as usize / 64;
                    table.listed.resize(table.listed.len().max(bits + 1), 0);
                    if let Some(bits) = table.listed.get_mut(bits) {
                        *bits |= 1 << (word % 64);
                    }
                }
                Key::Class(class) => {
                    table.has_classes = true;
                    put(&mut table.classes, usize::from(class), number);
                }
                Key::Kind(kind) => {
                    table.kind_mask |= 1 << kind;
                    if let Some(slot) = table.kinds.get_mut(usize::from(kind)) {
                        *slot = number;
                    }
                }
                Key::Shape(bit) => {
                    table.shape_mask |= 1 << bit;
                    if let Some(slot) = table.shapes.get_mut(usize::from(bit)) {
                        *slot = number;
                    }
                }
            }
        }
        table
    }

    #[inline]
    pub(crate) fn word(&self, word: u32) -> u16 {
        if self.listed.get(word as usize / 64).is_none_or(|bits| bits >> (word % 64) & 1 == 0) {
            return 0;
        }
        self.words.get(word as usize).copied().unwrap_or(0)
    }

    pub(crate) fn class(&self, class: ClassId) -> u16 {
        self.classes.get(usize::from(class.0)).copied().unwrap_or(0)
    }

    pub(crate) fn kind(&self, kind: u8) -> u16 {
        self.kinds.get(usize::from(kind)).copied().unwrap_or(0)
    }

    /// The list of one bit of `Shape`.
    pub(crate) fn shape(&self, bit: u32) -> u16 {
        self.shapes.get(bit as usize).copied().unwrap_or(0)
    }

    /// The rules of a list, in order.
    pub(crate) fn list(&self, number: u16) -> &[u16] {
        let Some(from) = usize::from(number).checked_sub(1) else { return &[] };
        match (self.ends.get(from), self.ends.get(from + 1)) {
            (Some(&start), Some(&end)) => {
                self.rules.get(start as usize..end as usize).unwrap_or_default()
            }
            _ => &[],
        }
    }
}

fn put(table: &mut Vec<u16>, at: usize, number: u16) {
    if table.len() <= at {
        table.resize(at + 1, 0);
    }
    if let Some(slot) = table.get_mut(at) {
        *slot = number;
    }
}

/// Turns the numbers of a compiled form into the ids of a vocabulary and a gazetteer.
pub(crate) struct Linker<'a> {
    words: Vec<u32>,
    classes: Vec<ClassId>,
    sets: Arc<Vec<WordSet>>,
    captures: &'a [String],
}

/// An id that nothing has, for a number that a damaged compiled form makes up.
const NO_WORD: u32 = u32::MAX;
const NO_CLASS: u16 = u16::MAX;

impl<'a> Linker<'a> {
    pub(crate) fn new(
        compiled: &Compiled,
        captures: &'a [String],
        vocabulary: &mut Vocabulary,
        classes: &dyn Fn(&str) -> Option<ClassId>,
    ) -> Result<Self, RuleError> {
        let words: Vec<u32> = compiled.words.iter().map(|word| vocabulary.add(word).0).collect();
        let class =
            |name: &String| classes(name).ok_or_else(|| RuleError::Class { class: name.clone() });
        let classes = compiled.classes.iter().map(class).collect::<Result<Vec<_>, _>>()?;
        let word = |word: u32| words.get(word as usize).copied().unwrap_or(NO_WORD);
        let linked = compiled.sets.iter().map(|set| {
            let literal = |literal: &Vec<(u32, bool)>| {
                literal.iter().map(|&(w, capital)| (word(w), capital)).collect()
            };
            WordSet::new(set.iter().map(literal).collect())
        });
        let sets = Arc::new(linked.collect());
        Ok(Self { words, classes, sets, captures })
    }

    fn word(&self, word: u32) -> u32 {
        self.words.get(word as usize).copied().unwrap_or(NO_WORD)
    }

    fn class(&self, class: u16) -> u16 {
        self.classes.get(usize::from(class)).map_or(NO_CLASS, |class| class.0)
    }

    pub(crate) fn stage(
        &self,
        compiled: &Compiled,
        stage: &str,
        names: &mut RuleNames,
    ) -> StageRules {
        let mut rules: Vec<&Rule> = compiled.rules.iter().filter(|r| r.stage == stage).collect();
        rules.sort_by_key(|rule| std::cmp::Reverse(rule.priority));
        let mut linked = StageRules { sets: Arc::clone(&self.sets), ..StageRules::default() };
        linked.unchecked.resize(rules.len().div_ceil(64), 0);
        let (mut starts, mut needs) = (Vec::new(), Vec::new());
        let (mut after_token, mut after_unit) = (Vec::new(), Vec::new());
        for (rule, position) in rules.into_iter().zip(0u16..) {
            self.entries(&rule.starts, position, &mut starts);
            if let Some(anchor) = &rule.needs {
                self.entries(anchor, position, &mut needs);
            }
            if rule.follows.token.any || rule.follows.unit.any {
                if let Some(bits) = linked.unchecked.get_mut(usize::from(position / 64)) {
                    *bits |= 1 << (position % 64);
                }
            } else {
                self.entries(&rule.follows.token, position, &mut after_token);
                self.entries(&rule.follows.unit, position, &mut after_unit);
            }
            let from = linked.code.len();
            for &op in &rule.code {
                if let Op::Kind(kind) = op {
                    linked.kinds |= 1u16.checked_shl(u32::from(kind)).unwrap_or(0);
                }
                linked.code.push(self.op(op));
            }
            let production = linked.productions.iter().position(|name| *name == rule.production);
            let production = production.unwrap_or_else(|| {
                linked.productions.push(rule.production.clone());
                linked.productions.len() - 1
            });
            let capture = |name: &String| {
                let at = self.captures.iter().position(|known| known == name);
                CaptureId(at.unwrap_or(usize::MAX) as u16)
            };
            linked.rules.push(LinkedRule {
                id: names.intern(&rule.name),
                production: production as u16,
                captures: rule.captures.iter().map(capture).collect(),
                code: from..linked.code.len(),
                gated: rule.needs.is_some(),
                rule: rule.clone(),
            });
        }
        linked.starts = Table::new(starts);
        linked.needs = Table::new(needs);
        linked.after_token = Table::new(after_token);
        linked.after_unit = Table::new(after_unit);
        linked
    }

    fn entries(&self, anchor: &Anchor, rule: u16, entries: &mut Vec<(Key, u16)>) {
        if anchor.any {
            entries.push((Key::Shape(ANY_BIT), rule));
            return;
        }
        let known = anchor.words.iter().map(|&word| self.word(word)).filter(|&w| w != NO_WORD);
        entries.extend(known.map(|word| (Key::Word(word), rule)));
        let known =
            anchor.classes.iter().map(|&class| self.class(class)).filter(|&c| c != NO_CLASS);
        entries.extend(known.map(|class| (Key::Class(class), rule)));
        for bit in 0..16 {
            if anchor.kinds >> bit & 1 == 1 {
                entries.push((Key::Kind(bit), rule));
            }
            if anchor.shapes >> bit & 1 == 1 {
                entries.push((Key::Shape(bit), rule));
            }
        }
    }

    fn op(&self, op: Op) -> Op {
        match op {
            Op::Word(word) => Op::Word(self.word(word)),
            Op::CapitalWord(word) => Op::CapitalWord(self.word(word)),
            Op::NotWord(word) => Op::NotWord(self.word(word)),
            Op::Class(class) => Op::Class(self.class(class)),
            other => other,
        }
    }
}
