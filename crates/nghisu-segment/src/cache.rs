//! What short tokens were found to be, so that a token costs one look-up.

use nghisu_document::layers::{Shape, WordId};

/// The longest token that is kept, in bytes: the longest written syllable (`NGHIÊNG` with any
/// tone) has 9, and longer words are rare.
const KEY: usize = 16;

/// 8,192 slots of 36 bytes: large enough for the syllables in use, small enough to stay in the
/// second-level cache. A newcomer takes the slot of what stood there.
const SLOT_BITS: u32 = 13;

/// The numbers of a token and its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) word: WordId,
    pub(crate) bare: WordId,
    pub(crate) shape: Shape,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    key: (u64, u64),
    length: u8,
    /// The article whose numbers these are; 0 for the vocabulary's, which hold in every article.
    article: u32,
    known: Known,
}

/// A direct-mapped cache from the bytes of a token to what it is.
#[derive(Debug)]
pub(crate) struct Cache {
    slots: Vec<Slot>,
    article: u32,
}

impl Default for Cache {
    fn default() -> Self {
        Self { slots: vec![EMPTY; 1 << SLOT_BITS], article: 1 }
    }
}

const EMPTY: Slot = Slot {
    key: (0, 0),
    length: 0,
    article: 0,
    known: Known { word: WordId(0), bare: WordId(0), shape: Shape::empty() },
};

/// The key of a token that is short enough.
pub(crate) struct Key {
    bytes: (u64, u64),
    length: u8,
}

impl Key {
    pub(crate) fn of(token: &str) -> Option<Self> {
        let mut bytes = [0; KEY];
        bytes.get_mut(..token.len())?.copy_from_slice(token.as_bytes());
        let whole = u128::from_le_bytes(bytes);
        Some(Self { bytes: (whole as u64, (whole >> 64) as u64), length: token.len() as u8 })
    }

    fn slot(&self) -> usize {
        // Fibonacci hashing of both halves; the top bits are the best mixed.
        let mixed =
            (self.bytes.0 ^ self.bytes.1.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (mixed >> (u64::BITS - SLOT_BITS)) as usize
    }
}

impl Cache {
    /// Forgets the numbers of the last article.
    pub(crate) fn next_article(&mut self) {
        self.article = self.article.wrapping_add(1);
        if self.article == 0 {
            self.clear();
        }
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.slots.fill(EMPTY);
        self.article = 1;
    }

    pub(crate) fn get(&self, key: &Key) -> Option<Known> {
        let slot = self.slots.get(key.slot())?;
        let same = slot.key == key.bytes && slot.length == key.length;
        (same && (slot.article == 0 || slot.article == self.article)).then_some(slot.known)
    }

    /// Keeps what a token is: for good, or as long as the article's own numbers hold.
    pub(crate) fn put(&mut self, key: &Key, known: Known, in_vocabulary: bool) {
        let article = if in_vocabulary { 0 } else { self.article };
        if let Some(slot) = self.slots.get_mut(key.slot()) {
            *slot = Slot { key: key.bytes, length: key.length, article, known };
        }
    }
}
