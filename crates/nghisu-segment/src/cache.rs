//! What short tokens were found to be, so that a token costs one look-up.

use nghisu_document::layers::{Shape, WordId};

/// The longest token that is kept, in bytes: the longest written syllable (`NGHIÊNG` with any
/// tone) has 9, and longer words are rare.
const KEY: usize = 16;

/// 8,192 sets of two slots of 32 bytes, a cache line a set: large enough for the syllables in use,
/// small enough for the second-level cache. With half as many, misses cost a third more time.
const SET_BITS: u32 = 13;

/// The numbers of a token and its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) word: WordId,
    pub(crate) bare: WordId,
    pub(crate) shape: Shape,
}

/// The bytes of a token that is short enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key {
    low: u64,
    high: u64,
    length: u8,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    low: u64,
    high: u64,
    /// The article whose numbers these are; 0 for the vocabulary's, which hold in every article.
    article: u32,
    word: WordId,
    bare: WordId,
    shape: Shape,
    length: u8,
}

const EMPTY: Slot = Slot {
    low: 0,
    high: 0,
    article: 0,
    word: WordId(0),
    bare: WordId(0),
    shape: Shape::empty(),
    length: 0,
};

/// A cache from the bytes of a token to what it is; the older of a set's two makes room.
#[derive(Debug)]
pub(crate) struct Cache {
    sets: Vec<[Slot; 2]>,
    article: u32,
}

impl Default for Cache {
    fn default() -> Self {
        Self { sets: vec![[EMPTY; 2]; 1 << SET_BITS], article: 1 }
    }
}

impl Key {
    /// The key of the token of so many bytes that `text` begins with.
    #[inline]
    pub(crate) fn of(text: &[u8], length: usize) -> Option<Self> {
        if length == 0 || length > KEY {
            return None;
        }
        let whole = match text.first_chunk::<KEY>() {
            // One load, and what follows the token masked out: most tokens.
            Some(chunk) => u128::from_le_bytes(*chunk) & (u128::MAX >> (128 - 8 * length)),
            None => {
                let mut bytes = [0; KEY];
                bytes.get_mut(..length)?.copy_from_slice(text.get(..length)?);
                u128::from_le_bytes(bytes)
            }
        };
        Some(Self { low: whole as u64, high: (whole >> 64) as u64, length: length as u8 })
    }

    fn set(&self) -> usize {
        // Fibonacci hashing of both halves; the top bits are the best mixed.
        let mixed = (self.low ^ self.high.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (mixed >> (u64::BITS - SET_BITS)) as usize
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
        self.sets.fill([EMPTY; 2]);
        self.article = 1;
    }

    pub(crate) fn get(&mut self, key: &Key) -> Option<Known> {
        let article = self.article;
        let [first, second] = self.sets.get_mut(key.set())?;
        if second.holds(key, article) {
            std::mem::swap(first, second);
        }
        first.holds(key, article).then_some(Known {
            word: first.word,
            bare: first.bare,
            shape: first.shape,
        })
    }

    /// Keeps what a token is: for good, or as long as the article's own numbers hold.
    pub(crate) fn put(&mut self, key: &Key, known: Known, in_vocabulary: bool) {
        let article = if in_vocabulary { 0 } else { self.article };
        let Key { low, high, length } = *key;
        let Known { word, bare, shape } = known;
        if let Some([first, second]) = self.sets.get_mut(key.set()) {
            *second =
                std::mem::replace(first, Slot { low, high, article, word, bare, shape, length });
        }
    }
}

impl Slot {
    fn holds(&self, key: &Key, article: u32) -> bool {
        (self.low == key.low) & (self.high == key.high) & (self.length == key.length)
            && (self.article == 0 || self.article == article)
    }
}
