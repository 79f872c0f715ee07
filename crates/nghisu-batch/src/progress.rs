//! A progress bar on a terminal, silence in a pipe.

use crate::extraction::Counts;
use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Shows articles a second, MB a second and, where the size of the input is known, the time left.
#[derive(Clone)]
pub struct Progress {
    bar: ProgressBar,
    articles: Arc<AtomicU64>,
}

impl Progress {
    /// Shows nothing.
    pub fn silent() -> Self {
        Self { bar: ProgressBar::hidden(), articles: Arc::default() }
    }

    /// Shows a bar on standard error where that is a terminal. `bytes` is the size of the
    /// input's text where it is known; without it there is no time left to show.
    pub fn on_terminal(bytes: Option<u64>) -> Self {
        let articles = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&articles);
        let template = match bytes {
            Some(_) => "{bar:30} {percent}%  {articles}  {bytes_per_sec}  ETA {eta}",
            None => "{spinner} {articles}  {bytes} of text  {bytes_per_sec}  {elapsed}",
        };
        let style = ProgressStyle::with_template(template)
            .unwrap_or_else(|_| ProgressStyle::default_bar())
            .with_key("articles", move |state: &ProgressState, w: &mut dyn std::fmt::Write| {
                let articles = counted.load(Ordering::Relaxed);
                let seconds = state.elapsed().as_secs_f64().max(0.001);
                let _ = write!(w, "{articles} articles  {:.0}/s", articles as f64 / seconds);
            })
            .with_key("bytes_per_sec", |state: &ProgressState, w: &mut dyn std::fmt::Write| {
                let _ = write!(w, "{}/s", HumanBytes(state.per_sec() as u64));
            });
        let bar = match bytes {
            Some(bytes) => ProgressBar::new(bytes),
            None => ProgressBar::new_spinner(),
        };
        bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(5));
        bar.set_style(style);
        Self { bar, articles }
    }

    /// What a former leg of the run has done.
    pub(crate) fn resume(&self, counts: Counts) {
        self.advance(counts);
        self.bar.reset_eta();
    }

    pub(crate) fn advance(&self, counts: Counts) {
        self.articles.fetch_add(
            counts.articles + counts.failed + counts.foreign + counts.duplicates,
            Ordering::Relaxed,
        );
        self.bar.inc(counts.text_bytes);
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
