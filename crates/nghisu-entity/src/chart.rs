//! What name begins at each token.

use bitflags::bitflags;
use nghisu_document::layers::{EntityId, RuleId};

/// A name that begins at a token.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Name {
    /// One after its last token; 0 for no name.
    pub(crate) end: u32,
    pub(crate) entity: Option<EntityId>,
    pub(crate) kind: Option<&'static str>,
    pub(crate) plural: bool,
    /// Of a role: one after the last token of the title, and what sort of title.
    pub(crate) title_end: u32,
    pub(crate) title: TitleKind,
    pub(crate) rule: Option<RuleId>,
    pub(crate) confidence: u8,
}

/// What sort of title a role has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum TitleKind {
    #[default]
    Office,
    Rank,
    Academic,
}

/// The names of an article by their first token; the longest of each type.
#[derive(Debug, Default)]
pub(crate) struct Chart {
    pub(crate) persons: Row,
    pub(crate) roles: Row,
    pub(crate) organizations: Row,
    pub(crate) places: Row,
    pub(crate) programs: Row,
    /// What sorts of gazetteer names begin at each token.
    pub(crate) sorts: Vec<Sorts>,
}

bitflags! {
    /// Sorts of gazetteer names, so that a recognizer is asked only where one of its own begins.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub(crate) struct Sorts: u8 {
        const PLACE = 1;
        const ORGANIZATION = 1 << 1;
        const PROGRAM = 1 << 2;
        const ROLE = 1 << 3;
        /// An honorific or an occupation: a person may follow.
        const ADDRESS = 1 << 4;
        const DOCUMENT = 1 << 5;
        /// Of any other class.
        const OTHER = 1 << 6;
    }
}

impl Chart {
    /// Empties the chart for an article of so many tokens.
    pub(crate) fn clear(&mut self, tokens: usize) {
        for row in [
            &mut self.persons,
            &mut self.roles,
            &mut self.organizations,
            &mut self.places,
            &mut self.programs,
        ] {
            row.clear(tokens);
        }
        self.sorts.clear();
        self.sorts.resize(tokens, Sorts::default());
    }

    /// The name of a row at a token.
    #[inline]
    pub(crate) fn at(row: &Row, at: u32) -> Option<Name> {
        row.at(at)
    }

    /// Puts a name where it is.
    pub(crate) fn put(row: &mut Row, at: u32, name: Name) {
        row.put(at, name);
    }
}

/// The names of one type. Few tokens begin a name, so each holds only the number of its own:
/// clearing 48 bytes a token and type was a tenth of the stage's time.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// 0 for no name, else one more than its place in `names`.
    number: Vec<u32>,
    names: Vec<Name>,
}

impl Row {
    fn clear(&mut self, tokens: usize) {
        self.names.clear();
        self.number.clear();
        self.number.resize(tokens, 0);
    }

    #[inline]
    fn at(&self, at: u32) -> Option<Name> {
        let number = *self.number.get(at as usize)?;
        self.names.get((number as usize).checked_sub(1)?).copied()
    }

    fn put(&mut self, at: u32, name: Name) {
        if let Some(number) = self.number.get_mut(at as usize) {
            self.names.push(name);
            *number = self.names.len() as u32;
        }
    }
}
