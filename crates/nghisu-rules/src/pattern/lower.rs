use super::node::Node;
use super::symbols::Symbols;
use crate::program::Op;
use nghisu_document::layers::Shape;

/// Instructions of one rule. Counts are written out, so counts within counts grow quickly; real
/// rules take tens.
const MOST_CODE: usize = 4096;

/// A pattern whose code would be too long.
#[derive(Debug)]
pub(crate) struct TooLong;

/// Turns a pattern into instructions that end with `Accept`.
pub(crate) fn lower(node: &Node, symbols: &mut Symbols<'_>) -> Result<Vec<Op>, TooLong> {
    let mut lowering = Lowering { code: Vec::new(), symbols };
    lowering.node(node)?;
    lowering.push(Op::Accept)?;
    Ok(lowering.code)
}

struct Lowering<'l, 'a> {
    code: Vec<Op>,
    symbols: &'l mut Symbols<'a>,
}

impl Lowering<'_, '_> {
    fn here(&self) -> u32 {
        self.code.len() as u32
    }

    /// Adds an instruction and returns its address.
    fn push(&mut self, op: Op) -> Result<u32, TooLong> {
        if self.code.len() >= MOST_CODE {
            return Err(TooLong);
        }
        self.code.push(op);
        Ok(self.here() - 1)
    }

    /// Replaces the instruction that waited for its address.
    fn set(&mut self, at: u32, op: Op) {
        if let Some(slot) = self.code.get_mut(at as usize) {
            *slot = op;
        }
    }

    fn node(&mut self, node: &Node) -> Result<(), TooLong> {
        match node {
            &Node::Word { word, capital: false } => self.push(Op::Word(word)).map(drop),
            &Node::Word { word, capital: true } => self.push(Op::CapitalWord(word)).map(drop),
            Node::Any => self.push(Op::Any).map(drop),
            &Node::Shape { any, none } => self.push(Op::Shape { any, none }).map(drop),
            &Node::Set(set) => self.push(Op::Set(set)).map(drop),
            &Node::Class(class) => self.push(Op::Class(class)).map(drop),
            &Node::Kind(kind) => self.push(Op::Kind(kind)).map(drop),
            Node::Glued => self.push(Op::Glued).map(drop),
            Node::Not(node) => self.not(node),
            Node::Capital(node) => {
                let capital = Node::Shape { any: Shape::CAPITAL.bits(), none: 0 };
                self.check(&capital, |after| Op::Look { negative: false, after })?;
                self.node(node)
            }
            Node::Sequence(nodes) => nodes.iter().try_for_each(|node| self.node(node)),
            Node::Choice(nodes) => self.choice(nodes),
            Node::Repeat { node, least, most, lazy } => self.repeat(node, *least, *most, *lazy),
            &Node::Capture { slot, ref node } => {
                self.push(Op::Open(slot))?;
                self.node(node)?;
                self.push(Op::Close(slot)).map(drop)
            }
            &Node::Look { ref node, negative } => {
                self.check(node, |after| Op::Look { negative, after })
            }
            &Node::Behind { ref node, negative } => {
                self.check(node, |after| Op::Behind { negative, after })
            }
        }
    }

    fn check(&mut self, node: &Node, op: impl Fn(u32) -> Op) -> Result<(), TooLong> {
        let look = self.push(op(0))?;
        self.node(node)?;
        self.push(Op::Accept)?;
        self.set(look, op(self.here()));
        Ok(())
    }

    fn not(&mut self, node: &Node) -> Result<(), TooLong> {
        let op = match *node {
            Node::Word { word, capital: false } => Op::NotWord(word),
            Node::Word { word, capital: true } => {
                Op::NotSet(self.symbols.set(vec![vec![(word, true)]]))
            }
            Node::Shape { any, none } => Op::NotShape { any, none },
            Node::Set(set) => Op::NotSet(set),
            ref node => {
                self.check(node, |after| Op::Look { negative: true, after })?;
                Op::Any
            }
        };
        self.push(op).map(drop)
    }

    fn choice(&mut self, nodes: &[Node]) -> Result<(), TooLong> {
        let Some((last, nodes)) = nodes.split_last() else { return Ok(()) };
        let mut jumps = Vec::new();
        for node in nodes {
            let fork = self.push(Op::Fork(0))?;
            self.node(node)?;
            jumps.push(self.push(Op::Jump(0))?);
            self.set(fork, Op::Fork(self.here()));
        }
        self.node(last)?;
        let end = self.here();
        for jump in jumps {
            self.set(jump, Op::Jump(end));
        }
        Ok(())
    }

    fn repeat(
        &mut self,
        node: &Node,
        least: u32,
        most: Option<u32>,
        lazy: bool,
    ) -> Result<(), TooLong> {
        let fork = |address| if lazy { Op::LazyFork(address) } else { Op::Fork(address) };
        for _ in 0..least {
            self.node(node)?;
        }
        let Some(most) = most else {
            let again = self.push(fork(0))?;
            self.node(node)?;
            self.push(Op::Jump(again))?;
            self.set(again, fork(self.here()));
            return Ok(());
        };
        let mut forks = Vec::new();
        for _ in least..most {
            forks.push(self.push(fork(0))?);
            self.node(node)?;
        }
        let end = self.here();
        for at in forks {
            self.set(at, fork(end));
        }
        Ok(())
    }
}
