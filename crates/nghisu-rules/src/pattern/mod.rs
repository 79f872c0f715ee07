//! The pattern language: text to tree, tree to code, and what a match begins with.

mod anchor;
mod lower;
mod node;
mod parse;
mod shapes;
mod symbols;

pub(crate) use anchor::{follows, needs, starts};
pub(crate) use lower::lower;
pub(crate) use parse::parse;
pub(crate) use symbols::{LONGEST_ALTERNATIVE, Literal, Symbols};
