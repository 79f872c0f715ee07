//! How long each stage took: what `just bench` reports.

use std::time::{Duration, Instant};

/// The time spent in each stage, added up over articles.
#[derive(Debug, Clone, Default)]
pub struct Timings {
    stages: Vec<(&'static str, Duration)>,
}

impl Timings {
    /// The stages in the order they ran, with the time of each.
    pub fn stages(&self) -> &[(&'static str, Duration)] {
        &self.stages
    }

    /// Adds a time to a stage.
    fn add(&mut self, stage: &'static str, time: Duration) {
        match self.stages.iter_mut().find(|(name, _)| *name == stage) {
            Some((_, total)) => *total += time,
            None => self.stages.push((stage, time)),
        }
    }
}

/// Takes the time of one stage after another; does nothing where nobody asked.
pub(crate) struct Watch<'t> {
    timings: Option<&'t mut Timings>,
    since: Option<Instant>,
}

impl<'t> Watch<'t> {
    pub(crate) fn start(timings: Option<&'t mut Timings>) -> Self {
        let since = timings.is_some().then(Instant::now);
        Self { timings, since }
    }

    /// Says that `stage` ends here.
    pub(crate) fn lap(&mut self, stage: &'static str) {
        if let (Some(timings), Some(since)) = (self.timings.as_deref_mut(), self.since) {
            let now = Instant::now();
            timings.add(stage, now - since);
            self.since = Some(now);
        }
    }
}
