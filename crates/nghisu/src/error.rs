//! What can go wrong while a pipeline is built. Running one never fails.

use std::path::PathBuf;

/// Why a pipeline can't be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A configuration that can't be read.
    #[error("{path}: {message}", path = path.display())]
    Config {
        /// The file.
        path: PathBuf,
        /// What to mend, and where.
        message: String,
    },
    /// The models that ship with the program, or a user's additions to them.
    #[error("{0}")]
    Models(String),
    /// A stage reads a layer that no earlier stage writes.
    #[error("the stage {stage} reads {layer}, which no earlier stage writes")]
    Order {
        /// The stage.
        stage: &'static str,
        /// The missing layer.
        layer: String,
    },
}
