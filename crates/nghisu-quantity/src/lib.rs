//! Numbers, percentages, ratios, money, dates and durations in Vietnamese.

mod captures;
mod dates;
mod error;
mod figures;
mod joining;
mod numeral;
mod plain;
mod production;
mod recognizer;
mod resolver;

pub use error::Error;
pub use recognizer::{Recognizer, RecognizerScratch};
pub use resolver::{Resolver, ResolverScratch};
