use nghisu_rules::RuleError;
use thiserror::Error;

/// What is wrong with the data that a stage is built from.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// A rule asks for something that the stage does not make, or lacks a parameter.
    #[error("rules of the stage `quantity`: {0}")]
    Rule(Box<RuleError>),
}

impl From<RuleError> for Error {
    fn from(error: RuleError) -> Self {
        Self::Rule(Box::new(error))
    }
}
