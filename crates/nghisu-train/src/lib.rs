//! Makes what models/ holds.
