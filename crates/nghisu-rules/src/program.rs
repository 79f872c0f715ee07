//! What a pattern becomes: a few instructions for the machine in `machine.rs`.

use serde::{Deserialize, Serialize};

/// One instruction. Addresses are positions in the same rule's code.
///
/// In the compiled form words, sets and classes are positions in its tables of names; linking to a
/// vocabulary and a gazetteer turns words and classes into their ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Op {
    /// Takes a token that is the word.
    Word(u32),
    /// Takes a token that is the word with a capital.
    CapitalWord(u32),
    /// Takes any token.
    Any,
    /// Takes a token with one of the bits `any` and none of `none`.
    Shape { any: u16, none: u16 },
    /// Takes the words of one alternative of a set, the longest first.
    Set(u32),
    /// Takes the tokens of a hit, the longest first.
    Class(u16),
    /// Takes the tokens of a candidate or mention, the longest first.
    Kind(u8),
    /// Takes a token that is not the word.
    NotWord(u32),
    /// Takes a token at which the set does not match.
    NotSet(u32),
    /// Takes a token for which `Shape` fails.
    NotShape { any: u16, none: u16 },
    /// Checks that no white space stands before the next token.
    Glued,
    /// Goes on with the next instruction, and failing that at the address.
    Fork(u32),
    /// Goes on at the address, and failing that with the next instruction.
    LazyFork(u32),
    /// Goes on at the address.
    Jump(u32),
    /// The capture of this slot begins here.
    Open(u8),
    /// The capture of this slot ends here.
    Close(u8),
    /// Runs the instructions that follow up to `Accept` without taking anything; then `after`.
    Look { negative: bool, after: u32 },
    /// The same on the token before.
    Behind { negative: bool, after: u32 },
    /// The match, or the check, succeeds.
    Accept,
}

/// What may stand at a token for a match to begin there, or somewhere in a match.
///
/// Words, sets and classes as in [`Op`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Anchor {
    /// Any token will do; the rest is then of no matter.
    pub(crate) any: bool,
    pub(crate) words: Vec<u32>,
    pub(crate) classes: Vec<u16>,
    /// A bit a `MentionKind`.
    pub(crate) kinds: u16,
    /// Bits of `Shape`, one of which is there.
    pub(crate) shapes: u16,
}

/// What may stand behind the first thing that a match takes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Follows {
    /// Behind a single token.
    pub(crate) token: Anchor,
    /// Behind a hit, a candidate or a mention.
    pub(crate) unit: Anchor,
}
