//! One file a command.

pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod eval;
pub(crate) mod extract;
pub(crate) mod facts;
pub(crate) mod inspect;
pub(crate) mod lookup;
pub(crate) mod manual;
pub(crate) mod merge;
pub(crate) mod normalize;
mod options;
pub(crate) mod schema;
