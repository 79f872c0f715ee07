//! The nghisu command.

fn main() {}
