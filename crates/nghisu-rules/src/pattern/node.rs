/// What a pattern means, before it is code.
///
/// Words, sets and classes are positions in the tables of [`Symbols`](super::Symbols).
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Word {
        word: u32,
        capital: bool,
    },
    Any,
    Shape {
        any: u16,
        none: u16,
    },
    Set(u32),
    Class(u16),
    Kind(u8),
    Glued,
    /// One token at which the node does not match.
    Not(Box<Node>),
    /// The node, beginning with a capital.
    Capital(Box<Node>),
    Sequence(Vec<Node>),
    Choice(Vec<Node>),
    Repeat {
        node: Box<Node>,
        least: u32,
        most: Option<u32>,
        lazy: bool,
    },
    Capture {
        slot: u8,
        node: Box<Node>,
    },
    Look {
        node: Box<Node>,
        negative: bool,
    },
    Behind {
        node: Box<Node>,
        negative: bool,
    },
}

/// What is wrong with a pattern, and at which of its characters (from 1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) column: u32,
    pub(crate) message: String,
}

/// How many tokens a node takes: at least, and at most where that is bounded.
pub(crate) fn width(node: &Node, sets: &[Vec<super::Literal>]) -> (u32, Option<u32>) {
    match node {
        Node::Word { .. } | Node::Any | Node::Shape { .. } | Node::Not(_) => (1, Some(1)),
        Node::Glued | Node::Look { .. } | Node::Behind { .. } => (0, Some(0)),
        Node::Class(_) | Node::Kind(_) => (1, None),
        Node::Set(set) => {
            let set = sets.get(*set as usize).map(Vec::as_slice).unwrap_or_default();
            let lengths = || set.iter().map(|literal| literal.len() as u32);
            (lengths().min().unwrap_or(1), lengths().max().or(Some(1)))
        }
        Node::Capital(node) | Node::Capture { node, .. } => width(node, sets),
        Node::Sequence(nodes) => nodes.iter().map(|node| width(node, sets)).fold(
            (0, Some(0)),
            |(least, most), (l, m)| {
                (least.saturating_add(l), most.zip(m).map(|(a, b)| a.saturating_add(b)))
            },
        ),
        Node::Choice(nodes) => nodes
            .iter()
            .map(|node| width(node, sets))
            .reduce(|(least, most), (l, m)| (least.min(l), most.zip(m).map(|(a, b)| a.max(b))))
            .unwrap_or((0, Some(0))),
        Node::Repeat { node, least, most, .. } => {
            let (l, m) = width(node, sets);
            (l.saturating_mul(*least), m.zip(*most).map(|(a, b)| a.saturating_mul(b)))
        }
    }
}
