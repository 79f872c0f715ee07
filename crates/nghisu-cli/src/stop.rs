//! Ctrl-C: once to stop in good order, twice to stop at once.

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Whether, and by what, the program was asked to stop.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stop {
    flag: Arc<AtomicBool>,
    status: Arc<AtomicUsize>,
}

impl Stop {
    /// From now on Ctrl-C and SIGTERM set the flag. The second of them ends the program; a folder
    /// then resumes from its last checkpoint.
    pub(crate) fn on_signals() -> io::Result<Self> {
        let stop = Self::default();
        for (signal, status) in [(SIGINT, 130_u8), (SIGTERM, 143)] {
            // Asked before the flag is set, so the first signal passes.
            flag::register_conditional_shutdown(signal, status.into(), Arc::clone(&stop.flag))?;
            flag::register(signal, Arc::clone(&stop.flag))?;
            flag::register_usize(signal, Arc::clone(&stop.status), status.into())?;
        }
        Ok(stop)
    }

    pub(crate) fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.flag)
    }

    /// The exit status that shells expect of a program that a signal ended.
    pub(crate) fn status(&self) -> u8 {
        u8::try_from(self.status.load(Ordering::Relaxed)).unwrap_or(130)
    }
}
