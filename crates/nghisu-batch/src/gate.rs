//! What bounds memory: how much text may be read ahead of what is written.

use std::sync::{Condvar, Mutex, PoisonError};

/// Lets portions in while what is in flight stays within a budget. One portion is always let in, so
/// that an article larger than the budget goes through alone.
pub(crate) struct Gate {
    state: Mutex<State>,
    changed: Condvar,
    budget: usize,
}

struct State {
    in_flight: usize,
    closed: bool,
}

impl Gate {
    pub(crate) fn new(budget: usize) -> Self {
        Self {
            state: Mutex::new(State { in_flight: 0, closed: false }),
            changed: Condvar::new(),
            budget,
        }
    }

    /// Waits until there is room; false when nothing more is to be read.
    pub(crate) fn enter(&self, weight: usize) -> bool {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let mut state = self
            .changed
            .wait_while(state, |state| {
                !state.closed && state.in_flight > 0 && state.in_flight + weight > self.budget
            })
            .unwrap_or_else(PoisonError::into_inner);
        state.in_flight += weight;
        !state.closed
    }

    /// A portion of that weight has been written.
    pub(crate) fn leave(&self, weight: usize) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).in_flight -= weight;
        self.changed.notify_one();
    }

    /// Nothing can be written any more.
    pub(crate) fn close(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        self.changed.notify_one();
    }
}
