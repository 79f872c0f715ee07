//! Exit statuses: the contract with scripts. 2, wrong usage, is clap's own.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Everything was processed.
    Done,
    /// It could not run, or could not write.
    Failed,
    /// It finished, but some articles are in `errors.jsonl`.
    WithErrors,
    /// A signal stopped it; the status is 128 and the signal's number.
    Stopped(u8),
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => Self::SUCCESS,
            Exit::Failed => Self::from(1),
            Exit::WithErrors => Self::from(3),
            Exit::Stopped(status) => Self::from(status),
        }
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
