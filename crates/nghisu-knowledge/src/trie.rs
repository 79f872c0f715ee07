use serde::{Deserialize, Serialize};
use std::num::NonZeroU32;

/// The names as paths of word numbers, from a root by direct index, along edges by one hash table.
///
/// Word numbers are the trie's own, so that its bytes outlive the vocabulary that articles use.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Trie {
    /// The node of each first word; 0 for none.
    root: Vec<u32>,
    /// Open addressing: `(node << 32 | word) + 1`, 0 where free; the size is a power of two.
    keys: Vec<u64>,
    next: Vec<u32>,
    /// `ends[n]..ends[n + 1]` are the names that end at node `n`.
    ends: Vec<u32>,
    /// A bit for each edge, by a hash of its key, eight bits or more an edge. Most words that could go
    /// on a name do not, and these bits, which stay in the processor's cache, say so without a
    /// look into the large table (a third of the walk's time before).
    #[serde(skip)]
    edges: Vec<u64>,
    /// A bit for each node at which a name ends, for the same reason: most end none.
    #[serde(skip)]
    named: Vec<u64>,
}

/// A node but the root, which has no number of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Node(NonZeroU32);

impl Trie {
    /// Builds the trie of names given as word numbers, sorted and without repetition of a path:
    /// the names that end at a path's node are a range of numbers, by `groups`.
    pub(crate) fn new(paths: &[(Vec<u32>, u32)], words: usize) -> Self {
        // Node 0 is no node. Edges are collected first: the table's size depends on their number.
        let mut nodes: rustc_hash::FxHashMap<(u32, u32), u32> = rustc_hash::FxHashMap::default();
        let mut root = vec![0u32; words];
        let mut counts = vec![0u32];
        for (path, names) in paths {
            let mut node = 0u32;
            for (depth, &word) in path.iter().enumerate() {
                let fresh = counts.len() as u32;
                let next = if depth == 0 {
                    match root.get_mut(word as usize) {
                        Some(slot) => {
                            if *slot == 0 {
                                *slot = fresh;
                            }
                            *slot
                        }
                        None => 0,
                    }
                } else {
                    *nodes.entry((node, word)).or_insert(fresh)
                };
                if next == fresh {
                    counts.push(0);
                }
                node = next;
            }
            if let Some(count) = counts.get_mut(node as usize) {
                *count += names;
            }
        }
        let size = (nodes.len() * 2).next_power_of_two().max(2);
        let mut trie = Self {
            root,
            keys: vec![0; size],
            next: vec![0; size],
            ends: Vec::with_capacity(counts.len() + 1),
            edges: Vec::new(),
            named: Vec::new(),
        };
        let mut edges: Vec<_> = nodes.into_iter().collect();
        edges.sort_unstable();
        for ((node, word), next) in edges {
            trie.insert(key(node, word), next);
        }
        let mut end = 0;
        trie.ends.push(0);
        for count in counts {
            end += count;
            trie.ends.push(end);
        }
        trie.note();
        trie
    }

    /// Notes the bits of edges and nodes; called when the trie is bound to a vocabulary, since bytes do not
    /// hold them.
    pub(crate) fn note(&mut self) {
        // The table is at most half full: four bits a slot are eight an edge.
        self.edges = vec![0; (self.keys.len() / 16).max(1)];
        for key in self.keys.iter().filter(|k| **k != 0) {
            let (word, bit) = self.bit(*key);
            if let Some(bits) = self.edges.get_mut(word) {
                *bits |= bit;
            }
        }
        self.named = vec![0; self.ends.len().div_ceil(64)];
        for (node, ends) in self.ends.windows(2).enumerate() {
            if let ([from, to], Some(bits)) = (ends, self.named.get_mut(node / 64)) {
                *bits |= u64::from(from < to) << (node % 64);
            }
        }
    }

    /// Where an edge's bit stands.
    #[inline]
    fn bit(&self, key: u64) -> (usize, u64) {
        let spread = key.wrapping_mul(0xD6E8_FEB8_6659_FD93);
        ((spread >> 38) as usize & self.edges.len().wrapping_sub(1), 1 << (spread >> 58))
    }

    /// The order in which the names of `new`'s paths are numbered: by node.
    pub(crate) fn node_of(&self, path: &[u32]) -> Option<Node> {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.first(*first)?, |node, &word| self.follow(node, word))
    }

    fn insert(&mut self, key: u64, node: u32) {
        let mask = self.keys.len() - 1;
        let mut slot = spread(key) & mask;
        while self.keys.get(slot).is_some_and(|k| *k != 0) {
            slot = (slot + 1) & mask;
        }
        if let (Some(k), Some(n)) = (self.keys.get_mut(slot), self.next.get_mut(slot)) {
            (*k, *n) = (key, node);
        }
    }

    /// The node of a first word.
    #[inline]
    pub(crate) fn first(&self, word: u32) -> Option<Node> {
        self.root.get(word as usize).copied().and_then(NonZeroU32::new).map(Node)
    }

    /// The node after one more word.
    #[inline]
    pub(crate) fn follow(&self, node: Node, word: u32) -> Option<Node> {
        let wanted = key(node.0.get(), word);
        let (at, bit) = self.bit(wanted);
        if self.edges.get(at).is_none_or(|bits| bits & bit == 0) {
            return None;
        }
        let mask = self.keys.len().wrapping_sub(1);
        let mut slot = spread(wanted) & mask;
        loop {
            match self.keys.get(slot) {
                Some(&k) if k == wanted => {
                    return self.next.get(slot).copied().and_then(NonZeroU32::new).map(Node);
                }
                // The table is never more than half full, so a free slot comes.
                Some(0) | None => return None,
                Some(_) => slot = (slot + 1) & mask,
            }
        }
    }

    /// The numbers of the names that end at a node.
    #[inline]
    pub(crate) fn names(&self, node: Node) -> std::ops::Range<usize> {
        let index = node.0.get() as usize;
        if self.named.get(index / 64).is_none_or(|bits| bits >> (index % 64) & 1 == 0) {
            return 0..0;
        }
        let from = self.ends.get(index).map_or(0, |&e| e as usize);
        from..self.ends.get(index + 1).map_or(from, |&e| e as usize)
    }

    /// Whether the parts fit together, so that bytes from outside can't make a walk run on.
    pub(crate) fn is_sound(&self) -> bool {
        let free = self.keys.iter().filter(|k| **k == 0).count();
        self.keys.len().is_power_of_two()
            && self.next.len() == self.keys.len()
            && free * 2 >= self.keys.len()
            && self.ends.is_sorted()
    }
}

#[inline]
fn key(node: u32, word: u32) -> u64 {
    (u64::from(node) << 32 | u64::from(word)) + 1
}

#[inline]
fn spread(key: u64) -> usize {
    // The golden ratio's bits (Knuth): the high half is well mixed.
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_is_found_and_no_other() {
        let paths = [(vec![1, 2], 1), (vec![1, 2, 3], 2), (vec![4], 1)];
        let trie = Trie::new(&paths, 5);
        let mut total = 0;
        for (path, names) in &paths {
            let range = trie.names(trie.node_of(path).unwrap());
            assert_eq!(range.len(), *names as usize);
            total += range.len();
        }
        assert_eq!(total, 4);
        assert_eq!(trie.node_of(&[1, 3]), None);
        assert_eq!(trie.node_of(&[2]), None);
        assert!(trie.names(trie.node_of(&[1]).unwrap()).is_empty());
        assert!(trie.is_sound());
    }
}
