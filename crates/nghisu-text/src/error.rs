//! What the user must mend.

/// Why a text was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// Offsets are 32 bits wide.
    #[error("the text has {bytes} bytes, more than the {max} that one document may have: split it", max = u32::MAX)]
    TooLong {
        /// Length of the text, in bytes.
        bytes: usize,
    },
}
