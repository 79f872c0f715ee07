use std::borrow::Borrow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

/// A string that shares its storage with others: thousands of names are read from the compiled
/// form as one string.
#[derive(Clone)]
pub struct Text {
    arena: Arc<str>,
    start: u32,
    end: u32,
}

impl Text {
    /// A part of a string; empty where it is off.
    pub(crate) fn part(arena: &Arc<str>, start: u32, end: u32) -> Self {
        Self { arena: Arc::clone(arena), start, end }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.arena.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self { arena: text.into(), start: 0, end: text.len() as u32 }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Text {}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}
