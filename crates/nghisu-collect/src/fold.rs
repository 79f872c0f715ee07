//! Slots of several records as those of one.

use nghisu_document::record::{Conflict, ConflictingValue};
use rustc_hash::FxHashSet;
use serde::Serialize;

/// The members of a merged record, in their order, and what they disagree about.
pub(crate) struct Fold<'a, S> {
    members: &'a [(&'a str, &'a S)],
    conflicts: Vec<Conflict>,
}

impl<'a, S> Fold<'a, S> {
    /// Of pairs of an event's id and its slots.
    pub(crate) fn new(members: &'a [(&'a str, &'a S)]) -> Self {
        Self { members, conflicts: Vec::new() }
    }

    /// What the first member says that says anything.
    pub(crate) fn first<T: Clone + 'a>(&self, get: impl Fn(&'a S) -> Option<&'a T>) -> Option<T> {
        self.members.iter().find_map(|(_, slots)| get(slots)).cloned()
    }

    /// Like [`first`](Self::first), noting a conflict where members say what means something else.
    pub(crate) fn slot<T: Clone + Serialize + 'a>(
        &mut self,
        name: &str,
        get: impl Fn(&'a S) -> Option<&'a T>,
        meaning: impl Fn(&T) -> String,
    ) -> Option<T> {
        let mut values: Vec<(String, &T, Vec<String>)> = Vec::new();
        for (id, slots) in self.members {
            let Some(value) = get(slots) else { continue };
            let meaning = meaning(value);
            match values.iter_mut().find(|(known, ..)| *known == meaning) {
                Some((.., events)) => events.push((*id).to_owned()),
                None => values.push((meaning, value, vec![(*id).to_owned()])),
            }
        }
        let first = values.first().map(|(_, value, _)| (*value).clone());
        if values.len() > 1 {
            let values = values.into_iter().filter_map(|(_, value, events)| {
                Some(ConflictingValue { value: serde_json::to_value(value).ok()?, events })
            });
            self.conflicts.push(Conflict { slot: name.to_owned(), values: values.collect() });
        }
        first
    }

    /// What any member lists, each thing once.
    pub(crate) fn list<T: Clone + 'a>(
        &self,
        get: impl Fn(&'a S) -> &'a [T],
        meaning: impl Fn(&T) -> String,
    ) -> Vec<T> {
        let mut seen = FxHashSet::default();
        let items = self.members.iter().flat_map(|(_, slots)| get(slots));
        items.filter(|item| seen.insert(meaning(item))).cloned().collect()
    }

    /// What the members disagree about, in the order of the slots.
    pub(crate) fn conflicts(self) -> Vec<Conflict> {
        self.conflicts
    }
}
