//! Figures and dates: what the quantity stages make of text, over segmentation and the gazetteer.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone

mod dates;
mod examples;
mod figures;
mod numbers;
mod pipeline;
mod properties;
