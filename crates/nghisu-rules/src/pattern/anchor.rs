use super::node::Node;
use super::shapes::SHAPES;
use super::symbols::Literal;
use crate::program::{Anchor, Follows};
use nghisu_document::layers::Shape;

/// What a match may begin with.
pub(crate) fn starts(node: &Node, sets: &[Vec<Literal>]) -> Anchor {
    first(node, sets).0.tidied()
}

/// What may stand behind the first thing that a match takes: behind a single token, and behind a
/// hit or a mention. Where the match may end there, that is anything.
pub(crate) fn follows(node: &Node, sets: &[Vec<Literal>]) -> Follows {
    let Begun { mut follows, token, unit, .. } = begun(node, sets);
    follows.token.any |= token;
    follows.unit.any |= unit;
    Follows { token: follows.token.tidied(), unit: follows.unit.tidied() }
}

/// Something that every match holds, where that is rarer than what it begins with.
pub(crate) fn needs(node: &Node, sets: &[Vec<Literal>], starts: &Anchor) -> Option<Anchor> {
    let needs = needed(node, sets)?.tidied();
    (needs.per_thousand() * 2 < starts.per_thousand()).then_some(needs)
}

/// The anchor of a node's first token, and whether the node can match without one.
fn first(node: &Node, sets: &[Vec<Literal>]) -> (Anchor, bool) {
    match node {
        Node::Glued | Node::Look { .. } | Node::Behind { .. } => (Anchor::default(), true),
        Node::Capital(node) | Node::Capture { node, .. } => first(node, sets),
        Node::Sequence(nodes) => {
            let mut anchor = Anchor::default();
            for node in nodes {
                let (next, empty) = first(node, sets);
                anchor.join(next);
                if !empty {
                    return (anchor, false);
                }
            }
            (anchor, true)
        }
        Node::Choice(nodes) => {
            let mut all = (Anchor::default(), false);
            for node in nodes {
                let (next, empty) = first(node, sets);
                all.0.join(next);
                all.1 |= empty;
            }
            all
        }
        Node::Repeat { node, least, .. } => {
            let (anchor, empty) = first(node, sets);
            (anchor, empty || *least == 0)
        }
        single => (one_token(single, sets), false),
    }
}

/// How a node may begin.
#[derive(Default)]
struct Begun {
    /// What may stand behind the first thing within the node.
    follows: Follows,
    /// It may take a single token and no more; a single hit or mention and no more; nothing.
    token: bool,
    unit: bool,
    empty: bool,
}

fn begun(node: &Node, sets: &[Vec<Literal>]) -> Begun {
    match node {
        Node::Glued | Node::Look { .. } | Node::Behind { .. } => {
            Begun { empty: true, ..Begun::default() }
        }
        Node::Capital(node) | Node::Capture { node, .. } => begun(node, sets),
        Node::Class(_) | Node::Kind(_) => Begun { unit: true, ..Begun::default() },
        Node::Set(set) => {
            let mut all = Begun::default();
            for words in sets.get(*set as usize).map(Vec::as_slice).unwrap_or_default() {
                match words.get(1) {
                    Some(&(second, _)) => all.follows.token.words.push(second),
                    None => all.token = true,
                }
            }
            all
        }
        Node::Sequence(nodes) => {
            let mut all = Begun { empty: true, ..Begun::default() };
            for node in nodes {
                let next = begun(node, sets);
                all.then(node, sets, next.empty);
                if all.empty {
                    all.join(next);
                }
            }
            all
        }
        Node::Choice(nodes) => {
            let mut all = Begun::default();
            for node in nodes {
                let branch = begun(node, sets);
                all.empty |= branch.empty;
                all.join(Begun { empty: true, ..branch });
            }
            all
        }
        Node::Repeat { node, least, most, .. } => {
            let mut all = begun(node, sets);
            if *most != Some(1) {
                all.then(node, sets, true);
            }
            all.empty |= *least == 0;
            all
        }
        _ => Begun { token: true, ..Begun::default() },
    }
}

impl Begun {
    /// A node follows what has begun; `empty`: it may take nothing.
    fn then(&mut self, node: &Node, sets: &[Vec<Literal>], empty: bool) {
        if self.token {
            self.follows.token.join(first(node, sets).0);
        }
        if self.unit {
            self.follows.unit.join(first(node, sets).0);
        }
        self.token &= empty;
        self.unit &= empty;
    }

    /// What has begun may begin like the other.
    fn join(&mut self, other: Self) {
        self.follows.token.join(other.follows.token);
        self.follows.unit.join(other.follows.unit);
        self.token |= other.token;
        self.unit |= other.unit;
        self.empty &= other.empty;
    }
}

/// The rarest thing that every match of a node holds.
fn needed(node: &Node, sets: &[Vec<Literal>]) -> Option<Anchor> {
    match node {
        Node::Glued | Node::Behind { .. } | Node::Look { negative: true, .. } => None,
        Node::Capital(node) | Node::Capture { node, .. } | Node::Look { node, .. } => {
            needed(node, sets)
        }
        Node::Sequence(nodes) => {
            let all = nodes.iter().filter_map(|node| needed(node, sets));
            all.min_by_key(Anchor::per_thousand)
        }
        Node::Choice(nodes) => {
            let mut all = Anchor::default();
            for node in nodes {
                all.join(needed(node, sets)?);
            }
            Some(all)
        }
        Node::Repeat { least: 0, .. } => None,
        Node::Repeat { node, .. } => needed(node, sets),
        single => Some(one_token(single, sets)),
    }
}

fn one_token(node: &Node, sets: &[Vec<Literal>]) -> Anchor {
    let mut anchor = Anchor::default();
    match *node {
        Node::Word { word, .. } => anchor.words.push(word),
        Node::Shape { any, .. } => anchor.shapes = any,
        Node::Set(set) => {
            let set = sets.get(set as usize).map(Vec::as_slice).unwrap_or_default();
            anchor
                .words
                .extend(set.iter().filter_map(|words| words.first()).map(|&(word, _)| word));
        }
        Node::Class(class) => anchor.classes.push(class),
        Node::Kind(kind) => anchor.kinds = 1 << kind,
        _ => anchor.any = true,
    }
    anchor
}

impl Anchor {
    fn join(&mut self, other: Self) {
        self.any |= other.any;
        self.words.extend(other.words);
        self.classes.extend(other.classes);
        self.kinds |= other.kinds;
        self.shapes |= other.shapes;
    }

    fn tidied(mut self) -> Self {
        if self.any || self.shapes == Shape::all().bits() {
            return Self { any: true, ..Self::default() };
        }
        self.words.sort_unstable();
        self.words.dedup();
        self.classes.sort_unstable();
        self.classes.dedup();
        self
    }

    /// Roughly how many of a thousand tokens have it; only the order of sizes matters. A word of a
    /// rule is rare (1); hits and mentions are taken to be 10 of each sort.
    fn per_thousand(&self) -> u32 {
        if self.any {
            return 1000;
        }
        let shapes = SHAPES.iter().map(|shape| {
            if shape.any.bits().count_ones() == 1 && shape.none.is_empty() {
                u32::from(self.shapes & shape.any.bits() != 0) * shape_per_thousand(shape.any)
            } else {
                0
            }
        });
        let shapes: u32 = shapes.sum();
        let kinds = self.kinds.count_ones() * 10;
        shapes + kinds + self.classes.len() as u32 * 10 + self.words.len() as u32
    }
}

/// Counted over 258,000 tokens of government news: 27 numbers, 110 marks, 140 capitals, 18
/// abbreviations a thousand.
fn shape_per_thousand(shape: Shape) -> u32 {
    match shape {
        Shape::NUMBER => 27,
        Shape::ABBREVIATION | Shape::UPPER => 18,
        Shape::PUNCTUATION => 110,
        Shape::CAPITAL => 140,
        Shape::LINE_START | Shape::SENTENCE_START => 40,
        Shape::OTHER | Shape::ROMAN => 5,
        _ => 800,
    }
}
