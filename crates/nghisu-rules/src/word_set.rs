use nghisu_document::layers::{Shape, Token};

/// A set of one or more words each, as a trie over word ids.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordSet {
    /// A bit for the low byte of each first word's id: most tokens go no further. Rules that begin
    /// with an optional set ask at every number, say.
    firsts: [u64; 4],
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, Default)]
struct Node {
    /// Sorted by word, then capital.
    edges: Vec<Edge>,
    ends: bool,
}

#[derive(Debug, Clone, Copy)]
struct Edge {
    word: u32,
    capital: bool,
    to: u32,
}

impl WordSet {
    pub(crate) fn new(mut alternatives: Vec<Vec<(u32, bool)>>) -> Self {
        let mut set = Self { firsts: [0; 4], nodes: vec![Node::default()] };
        // In order, so that edges are pushed in order.
        alternatives.sort_unstable();
        for words in alternatives {
            if let Some(&(word, _)) = words.first()
                && let Some(bits) = set.firsts.get_mut(word as usize / 64 % 4)
            {
                *bits |= 1 << (word % 64);
            }
            set.insert(&words);
        }
        set
    }

    fn insert(&mut self, words: &[(u32, bool)]) {
        let mut at = 0;
        for &(word, capital) in words {
            let new = self.nodes.len();
            let Some(node) = self.nodes.get_mut(at) else { return };
            let edge = node.edges.iter().find(|e| (e.word, e.capital) == (word, capital));
            at = match edge {
                Some(edge) => edge.to as usize,
                None => {
                    node.edges.push(Edge { word, capital, to: new as u32 });
                    self.nodes.push(Node::default());
                    new
                }
            };
        }
        if let Some(node) = self.nodes.get_mut(at) {
            node.ends = true;
        }
    }

    /// The lengths of the alternatives that match from `at` on: bit n for n tokens, n up to 31.
    pub(crate) fn lengths(&self, tokens: &[Token], at: u32) -> u32 {
        let Some(token) = tokens.get(at as usize) else { return 0 };
        let word = token.word.0;
        let bits = self.firsts.get(word as usize / 64 % 4).copied().unwrap_or(0);
        if bits >> (word % 64) & 1 == 0 {
            return 0;
        }
        self.walk(0, tokens, at as usize, 0)
    }

    fn walk(&self, node: u32, tokens: &[Token], at: usize, length: u32) -> u32 {
        let Some(node) = self.nodes.get(node as usize) else { return 0 };
        let mut lengths = u32::from(node.ends) << length;
        if node.edges.is_empty() || length == 31 {
            return lengths;
        }
        let Some(token) = tokens.get(at) else { return lengths };
        let from = node.edges.partition_point(|edge| edge.word < token.word.0);
        for edge in node.edges.get(from..).unwrap_or_default() {
            if edge.word != token.word.0 {
                break;
            }
            if !edge.capital || token.shape.contains(Shape::CAPITAL) {
                lengths |= self.walk(edge.to, tokens, at + 1, length + 1);
            }
        }
        lengths
    }
}
