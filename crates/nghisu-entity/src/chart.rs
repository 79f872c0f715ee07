//! What name begins at each token.

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
    pub(crate) persons: Vec<Name>,
    pub(crate) roles: Vec<Name>,
    pub(crate) organizations: Vec<Name>,
    pub(crate) places: Vec<Name>,
    pub(crate) programs: Vec<Name>,
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
            row.clear();
            row.resize(tokens, Name::default());
        }
    }

    /// The name of a row at a token.
    #[inline]
    pub(crate) fn at(row: &[Name], at: u32) -> Option<Name> {
        row.get(at as usize).copied().filter(|n| n.end != 0)
    }

    /// Puts a name where it is.
    pub(crate) fn put(row: &mut [Name], at: u32, name: Name) {
        if let Some(slot) = row.get_mut(at as usize) {
            *slot = name;
        }
    }
}
