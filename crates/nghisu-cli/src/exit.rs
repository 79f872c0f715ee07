//! Exit statuses: the contract with scripts. 2, wrong usage, is clap's own.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Everything was processed.
    Done = 0,
    /// It could not run, or could not write.
    Failed = 1,
    /// It finished, but some articles are in `errors.jsonl`.
    WithErrors = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Whether nobody reads the output any more (`nghisu … | head`): no fault of anybody's.
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        matches!(cause.downcast_ref(), Some(nghisu_batch::Error::Closed))
            || cause
                .downcast_ref::<std::io::Error>()
                .is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
