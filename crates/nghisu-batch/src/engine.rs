//! The three parts of a batch: one reader, a pool, one writer that restores the order.

use crate::error::Error;
use crate::extraction::{Counts, Reading, Records, extract};
use crate::manifest::Summary;
use crate::output::{Emit, Output};
use crate::progress::Progress;
use nghisu::{Pipeline, Worker};
use nghisu_ingest::{Draft, Failure, Source};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Instant;

/// A portion is handed to a thread when it holds this much text: enough that handing over costs
/// nothing beside the work (some 25 ms), little enough that the last portions end together.
const PORTION_BYTES: usize = 256 << 10;
/// … or this many articles, however small.
const PORTION_ARTICLES: usize = 64;
/// Portions read ahead of the one being written, a thread: what bounds memory.
const AHEAD: usize = 4;

/// A batch: what to run, on how many threads.
#[derive(Clone)]
pub struct Batch {
    pipeline: Pipeline,
    jobs: usize,
    progress: Progress,
    published: Option<String>,
}

impl Batch {
    /// A batch over a pipeline, on all cores, silent.
    pub fn new(pipeline: &Pipeline) -> Self {
        let jobs = std::thread::available_parallelism().map_or(1, usize::from);
        Self { pipeline: pipeline.clone(), jobs, progress: Progress::silent(), published: None }
    }

    /// How many threads extract.
    #[must_use]
    pub fn jobs(mut self, jobs: usize) -> Self {
        self.jobs = jobs.max(1);
        self
    }

    /// Where progress is shown.
    #[must_use]
    pub fn progress(mut self, progress: Progress) -> Self {
        self.progress = progress;
        self
    }

    /// The day of publication of articles that do not say it.
    #[must_use]
    pub fn published(mut self, date: &str) -> Self {
        self.published = Some(date.to_owned());
        self
    }

    /// Reads every article of the source, extracts, writes, and finishes the output.
    ///
    /// # Errors
    /// When the output can't be written or threads can't be started. An article that can't be
    /// read or processed is an error record, and the batch goes on.
    pub fn run(&self, mut source: Source, mut output: Output) -> Result<Summary, Error> {
        let started = Instant::now();
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.jobs)
            .thread_name(|i| format!("extract-{i}"))
            .build()
            .map_err(|_| Error::Threads(self.jobs))?;
        let workers: Vec<Mutex<Option<Bench>>> = (0..self.jobs).map(|_| Mutex::new(None)).collect();
        let gate = Gate::new(self.jobs * AHEAD);
        let emit = output.emit();
        let (sender, receiver) = sync_channel(self.jobs * AHEAD);
        let written = std::thread::scope(|threads| {
            let gate = &gate;
            let progress = &self.progress;
            let writer = threads.spawn(move || {
                let result = write_in_order(&receiver, &mut output, gate, progress);
                if result.is_err() {
                    gate.close();
                }
                result.map(|counts| (output, counts))
            });
            pool.in_place_scope(|scope| {
                let mut number = 0;
                while let Some(drafts) = read_portion(&mut source) {
                    if !gate.enter() {
                        break;
                    }
                    let sender: SyncSender<(u64, Records)> = sender.clone();
                    let workers = &workers;
                    scope.spawn(move |_| {
                        let records = self.extract_portion(drafts, emit, workers);
                        // The writer is gone only when it failed, and then says why itself.
                        let _ = sender.send((number, records));
                    });
                    number += 1;
                }
                drop(sender);
            });
            writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        self.progress.finish();
        let (output, counts) = written?;
        let summary = Summary::new(counts, &source, &self.pipeline, self.jobs, started.elapsed());
        output.finish(summary)
    }

    fn extract_portion(
        &self,
        drafts: Vec<Result<Draft, Failure>>,
        emit: Emit,
        workers: &[Mutex<Option<Bench>>],
    ) -> Records {
        let thread = rayon::current_thread_index().unwrap_or_default();
        let mut records = Records::default();
        let Some(bench) = workers.get(thread) else { return records };
        let reading = Reading { emit, published: self.published.as_deref() };
        let mut bench = bench.lock().unwrap_or_else(PoisonError::into_inner);
        let bench = bench
            .get_or_insert_with(|| Bench { worker: self.pipeline.worker(), blocks: Vec::new() });
        for draft in drafts {
            extract(draft, &reading, &mut bench.worker, &mut bench.blocks, &mut records);
        }
        records
    }
}

/// What one thread works with.
struct Bench {
    worker: Worker,
    blocks: Vec<nghisu::Block>,
}

/// The next drafts that make a portion; `None` at the end of the input.
fn read_portion(source: &mut Source) -> Option<Vec<Result<Draft, Failure>>> {
    let mut drafts = Vec::new();
    let mut bytes = 0;
    while drafts.len() < PORTION_ARTICLES && bytes < PORTION_BYTES {
        let Some(draft) = source.next_draft() else { break };
        bytes += draft.as_ref().map_or(0, Draft::size);
        drafts.push(draft);
    }
    (!drafts.is_empty()).then_some(drafts)
}

fn write_in_order(
    receiver: &Receiver<(u64, Records)>,
    output: &mut Output,
    gate: &Gate,
    progress: &Progress,
) -> Result<Counts, Error> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    let mut counts = Counts::default();
    for (number, records) in receiver {
        waiting.insert(number, records);
        while let Some(records) = waiting.remove(&next) {
            output.write(&records)?;
            counts.add(records.counts);
            progress.advance(records.counts);
            gate.leave();
            next += 1;
        }
    }
    Ok(counts)
}

/// Lets so many portions in until earlier ones are written.
struct Gate {
    free: Mutex<usize>,
    freed: Condvar,
    closed: AtomicBool,
}

impl Gate {
    fn new(free: usize) -> Arc<Self> {
        Arc::new(Self {
            free: Mutex::new(free),
            freed: Condvar::new(),
            closed: AtomicBool::new(false),
        })
    }

    /// Waits for a place; false when nothing more is to be read.
    fn enter(&self) -> bool {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = self
            .freed
            .wait_while(free, |free| *free == 0 && !self.closed.load(Ordering::Acquire))
            .unwrap_or_else(PoisonError::into_inner);
        *free = free.saturating_sub(1);
        !self.closed.load(Ordering::Acquire)
    }

    fn leave(&self) {
        *self.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.freed.notify_one();
    }

    fn close(&self) {
        self.closed.store(true, Ordering::Release);
        self.leave();
    }
}
