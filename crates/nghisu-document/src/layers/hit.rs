use super::TokenRange;

/// The kind of a gazetteer entry (`person`, `title`, `unit`, …); the gazetteer names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub u16);

/// An entity of the knowledge base: a person, an organization, a place, a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// A gazetteer name found in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The tokens of the name.
    pub tokens: TokenRange,
    /// The class of the entry.
    pub class: ClassId,
    /// The entry, as the gazetteer numbers them.
    pub entry: u32,
}

/// The hits of an article, found by their first token in constant time.
#[derive(Debug, Default)]
pub struct Hits {
    all: Vec<Hit>,
    /// `first[t]..first[t + 1]` are the hits that begin at token `t`.
    first: Vec<u32>,
}

impl Hits {
    /// Empties the layer and keeps its memory.
    pub fn clear(&mut self) {
        self.all.clear();
        self.first.clear();
    }

    /// Says that the hits pushed from here on begin at the next token; called once a token, in order.
    #[inline]
    pub fn begin_token(&mut self) {
        self.first.push(self.all.len() as u32);
    }

    /// Adds a hit that begins at the current token.
    #[inline]
    pub fn push(&mut self, hit: Hit) {
        self.all.push(hit);
    }

    /// Sorts the current token's hits, longest first, and by class and entry among equals.
    #[inline]
    pub fn end_token(&mut self) {
        let from = self.first.last().map_or(0, |&f| f as usize);
        if let Some(new) = self.all.get_mut(from..)
            && new.len() > 1
        {
            new.sort_unstable_by_key(|h| (std::cmp::Reverse(h.tokens.end), h.class, h.entry));
        }
    }

    /// The hits that begin at a token, longest first.
    #[inline]
    pub fn at(&self, token: u32) -> &[Hit] {
        let token = token as usize;
        let Some(&from) = self.first.get(token) else { return &[] };
        let to = self.first.get(token + 1).map_or(self.all.len(), |&t| t as usize);
        self.all.get(from as usize..to).unwrap_or_default()
    }

    /// The hits of one class that begin at a token, longest first.
    #[inline]
    pub fn of(&self, token: u32, class: ClassId) -> impl Iterator<Item = &Hit> {
        self.at(token).iter().filter(move |h| h.class == class)
    }

    /// All hits, by first token.
    #[inline]
    pub fn all(&self) -> &[Hit] {
        &self.all
    }
}
