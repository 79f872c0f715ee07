//! The three parts of a batch: one reader, a pool, one writer that restores the order.

use crate::checkpoint::Identity;
use crate::error::Error;
use crate::extraction::{Counts, Reading, Records, extract};
use crate::gate::Gate;
use crate::manifest::Summary;
use crate::output::{Open, Opened, Output};
use crate::portion::{Item, Mark, PORTION_BYTES, Portion, Portions};
use crate::progress::Progress;
use nghisu::{Pipeline, Worker};
use nghisu_ingest::Source;
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use xxhash_rust::xxh3::xxh3_64;

/// Portions read ahead of the one being written, a thread: what bounds memory.
const AHEAD: usize = 4;

/// A batch: what to run, on how many threads.
#[derive(Clone)]
pub struct Batch {
    pipeline: Pipeline,
    jobs: usize,
    progress: Progress,
    published: Option<String>,
    any_language: bool,
    dedup: bool,
    stop: Arc<AtomicBool>,
}

impl Batch {
    /// A batch over a pipeline, on all cores, silent.
    pub fn new(pipeline: &Pipeline) -> Self {
        let jobs = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            pipeline: pipeline.clone(),
            jobs,
            progress: Progress::silent(),
            published: None,
            any_language: false,
            dedup: false,
            stop: Arc::default(),
        }
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

    /// Extracts from articles that are not Vietnamese, too; they are skipped otherwise.
    #[must_use]
    pub fn any_language(mut self, any: bool) -> Self {
        self.any_language = any;
        self
    }

    /// Skips articles whose body came before, byte for byte.
    #[must_use]
    pub fn dedup(mut self, dedup: bool) -> Self {
        self.dedup = dedup;
        self
    }

    /// Ends the run early, and so that it can be resumed, once the flag is set.
    #[must_use]
    pub fn stop_when(mut self, flag: Arc<AtomicBool>) -> Self {
        self.stop = flag;
        self
    }

    /// Reads every article of the source, extracts, writes, and finishes the output.
    ///
    /// # Errors
    /// When the output can't be written, can't be resumed, or threads can't be started;
    /// [`Error::Stopped`] when it was asked to stop. An article that can't be read or processed is
    /// an error record, and the batch goes on.
    pub fn run(&self, source: Source, output: Output) -> Result<Summary, Error> {
        let started = Instant::now();
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.jobs)
            .thread_name(|i| format!("extract-{i}"))
            .build()
            .map_err(|_| Error::Threads(self.jobs))?;
        let identity = self.identity(&source, &output);
        let reading = Reading {
            emit: output.emitted(),
            published: self.published.as_deref(),
            any_language: self.any_language,
        };
        let compression = output.compression();
        let mut portions = Portions::new(source, self.dedup, &self.stop);
        let (mut output, mut counts) = match output.open(identity)? {
            Opened::Whole(summary) => return Ok(summary),
            Opened::Begun(output) => (output, Counts::default()),
            Opened::Resumed(output, mark, counts) => {
                portions.skip_to(mark)?;
                self.progress.resume(counts);
                (output, counts)
            }
        };
        let workers: Vec<Mutex<Option<Bench>>> = (0..self.jobs).map(|_| Mutex::new(None)).collect();
        let gate = Gate::new(self.jobs * AHEAD * PORTION_BYTES);
        let (sender, receiver) = channel();
        let written = std::thread::scope(|threads| {
            let (gate, progress) = (&gate, &self.progress);
            let writer = threads.spawn(move || {
                let result = write_in_order(&receiver, &mut output, &mut counts, gate, progress);
                if result.is_err() {
                    gate.close();
                }
                result.map(|()| (output, counts))
            });
            pool.in_place_scope(|scope| {
                let mut number = 0;
                while let Some(portion) = portions.next() {
                    if !gate.enter(portion.weight) {
                        break;
                    }
                    let sender: Sender<(u64, Done)> = sender.clone();
                    let workers = &workers;
                    let reading = &reading;
                    scope.spawn(move |_| {
                        let Portion { items, end, weight } = portion;
                        let mut records = self.extract_portion(items, reading, workers);
                        let failure = compression.and_then(|how| records.compress(how).err());
                        // The writer is gone only when it failed, and then says why itself.
                        let _ = sender.send((number, Done { records, end, weight, failure }));
                    });
                    number += 1;
                }
                drop(sender);
            });
            writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        self.progress.finish();
        let (output, counts) = written?;
        if portions.stopped() {
            output.suspend()?;
            return Err(Error::Stopped);
        }
        let summary = Summary::new(counts, &portions.source, self.jobs, started.elapsed());
        output.finish(summary)
    }

    /// What the records will depend on.
    fn identity(&self, source: &Source, output: &Output) -> Identity {
        let Self { published, any_language, dedup, .. } = self;
        let reading = format!("{:?} {published:?} {any_language} {dedup}", source.options());
        Identity {
            program: concat!("nghisu ", env!("CARGO_PKG_VERSION")).to_owned(),
            models: format!("xxh3:{:016x}", self.pipeline.models_digest()),
            config: format!("xxh3:{:016x}", self.pipeline.config_digest()),
            inputs: source.inputs().to_vec(),
            reading: format!("xxh3:{:016x}", xxh3_64(reading.as_bytes())),
            writing: output.described(),
        }
    }

    fn extract_portion(
        &self,
        items: Vec<Item>,
        reading: &Reading<'_>,
        workers: &[Mutex<Option<Bench>>],
    ) -> Records {
        let thread = rayon::current_thread_index().unwrap_or_default();
        let mut records = Records::default();
        let Some(bench) = workers.get(thread) else { return records };
        let mut bench = bench.lock().unwrap_or_else(PoisonError::into_inner);
        let bench = bench
            .get_or_insert_with(|| Bench { worker: self.pipeline.worker(), blocks: Vec::new() });
        for item in items {
            extract(item, reading, &mut bench.worker, &mut bench.blocks, &mut records);
        }
        records
    }
}

/// What one thread works with.
struct Bench {
    worker: Worker,
    blocks: Vec<nghisu::Block>,
}

/// What came of a portion.
struct Done {
    records: Records,
    end: Mark,
    weight: usize,
    /// Compressing failed, which is a matter of memory alone.
    failure: Option<std::io::Error>,
}

fn write_in_order(
    receiver: &Receiver<(u64, Done)>,
    output: &mut Open,
    counts: &mut Counts,
    gate: &Gate,
    progress: &Progress,
) -> Result<(), Error> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for (number, done) in receiver {
        waiting.insert(number, done);
        while let Some(Done { records, end, weight, failure }) = waiting.remove(&next) {
            if let Some(failure) = failure {
                return Err(Error::write("compressed records", failure));
            }
            counts.add(records.counts);
            output.write(&records, *counts, end)?;
            progress.advance(records.counts);
            drop(records);
            gate.leave(weight);
            next += 1;
        }
    }
    Ok(())
}
