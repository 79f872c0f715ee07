//! A folder of records: shards, checkpoints, the manifest at the end.
//!
//! The order of steps is what makes a kill harmless. A checkpoint is written only when all that it
//! speaks of is on the disk; a file gets its name only after that; the manifest comes last, then
//! the checkpoint goes. Whatever stands behind the last checkpoint is cut off when resuming.

use super::sink::{self, Sink, Written};
use super::{Layout, Open, Opened};
use crate::checkpoint::{CHECKPOINT, Checkpoint, Identity};
use crate::error::Error;
use crate::extraction::{Counts, Records};
use crate::manifest::{MANIFEST, Manifest, Summary};
use crate::portion::Mark;
use std::path::{Path, PathBuf};
use std::time::Instant;

pub(crate) struct Folder {
    path: PathBuf,
    layout: Layout,
    state: Checkpoint,
    shard: Shard,
    errors: Sink,
    skipped: Sink,
    started: Instant,
    /// What former legs of the run took.
    seconds: f64,
    saved: Instant,
    /// The output of an earlier run, which stays until this one has something whole to put in its place.
    earlier: Vec<String>,
}

/// The files of one number: an article's records are all in them.
struct Shard {
    documents: Option<Sink>,
    events: Option<Sink>,
}

/// Begins a run in a folder, or goes on with the one that is there.
pub(super) fn open(path: PathBuf, layout: Layout, identity: Identity) -> Result<Opened, Error> {
    let found = Checkpoint::read(&path)?;
    let difference = found.as_ref().and_then(|found| found.identity.difference(&identity));
    match (found, difference, layout.resume) {
        (Some(_), Some(what), true) => Err(Error::OtherRun { folder: path, what }),
        (Some(found), None, true) => Folder::reopen(path, layout, found),
        (Some(found), None, false) => {
            Err(Error::Unfinished { folder: path, articles: found.counts.articles })
        }
        // Unfinished work of other inputs, models or options: nothing that could be gone on with.
        (Some(found), Some(_), false) => {
            for begun in &found.begun {
                sink::remove(&path, &begun.name)?;
            }
            sink::remove(&path, CHECKPOINT)?;
            Folder::create(path, layout, identity)
        }
        (None, _, resume) => {
            if resume
                && let Some(manifest) = Manifest::read(&path)
                && manifest.identity.difference(&identity).is_none()
            {
                return Ok(Opened::Whole(manifest.into_summary()));
            }
            Folder::create(path, layout, identity)
        }
    }
}

impl Folder {
    fn create(path: PathBuf, layout: Layout, identity: Identity) -> Result<Opened, Error> {
        let shard = Shard::create(&path, &layout, 0)?;
        let errors = Sink::create(&path, "errors.jsonl".to_owned())?;
        let skipped = Sink::create(&path, "skipped.jsonl".to_owned())?;
        let earlier = earlier(&path, &[]);
        let state = Checkpoint { identity, ..Checkpoint::default() };
        let now = Instant::now();
        let folder = Self {
            path,
            layout,
            state,
            shard,
            errors,
            skipped,
            started: now,
            seconds: 0.0,
            saved: now,
            earlier,
        };
        Ok(Opened::Begun(Open::Folder(folder)))
    }

    fn reopen(path: PathBuf, layout: Layout, state: Checkpoint) -> Result<Opened, Error> {
        // A file of the next shard may have been begun, unknown to the checkpoint.
        if layout.shard.is_some() {
            for name in layout.names(state.shard + 1) {
                sink::remove(&path, &name)?;
            }
        }
        let [documents, events] = layout.names(state.shard);
        let reopen = |name: &str| {
            let begun = state.begun.iter().find(|begun| begun.name == name);
            begun.map(|begun| Sink::reopen(&path, begun)).transpose()
        };
        let required = |name: &str| {
            reopen(name)?.ok_or_else(|| Error::Checkpoint {
                path: path.join(CHECKPOINT),
                message: format!("it does not speak of {name}"),
            })
        };
        let shard = Shard { documents: reopen(&documents)?, events: reopen(&events)? };
        let (errors, skipped) = (required("errors.jsonl")?, required("skipped.jsonl")?);
        let (mark, counts, seconds) = (state.mark, state.counts, state.seconds);
        let now = Instant::now();
        let earlier = earlier(&path, &state.whole);
        let folder = Self {
            path,
            layout,
            state,
            shard,
            errors,
            skipped,
            started: now,
            seconds,
            saved: now,
            earlier,
        };
        Ok(Opened::Resumed(Open::Folder(folder), mark, counts))
    }

    pub(super) fn write(
        &mut self,
        records: &Records,
        counts: Counts,
        mark: Mark,
    ) -> Result<(), Error> {
        // Before and not after: so it depends on what is written alone, and a resumed run does the same.
        if self.layout.shard.is_some_and(|size| self.shard.bytes() >= size) {
            self.next_shard()?;
        }
        if let Some(documents) = &mut self.shard.documents {
            documents.write(&records.documents)?;
        }
        if let Some(events) = &mut self.shard.events {
            events.write(&records.events)?;
        }
        self.errors.write(&records.errors)?;
        self.skipped.write(&records.skipped)?;
        self.state.counts = counts;
        self.state.mark = mark;
        if self.saved.elapsed() >= self.layout.every { self.save() } else { Ok(()) }
    }

    /// Writes a checkpoint.
    pub(super) fn save(&mut self) -> Result<(), Error> {
        self.state.begun.clear();
        let Shard { documents, events } = &mut self.shard;
        for sink in documents.iter_mut().chain(events).chain([&mut self.errors, &mut self.skipped])
        {
            self.state.begun.push(sink.sync()?);
        }
        self.state.seconds = self.seconds + self.started.elapsed().as_secs_f64();
        // A struct of strings and numbers always serializes.
        let json = serde_json::to_vec_pretty(&self.state).unwrap_or_default();
        sink::replace(&self.path, CHECKPOINT, &json)?;
        self.saved = Instant::now();
        Ok(())
    }

    fn next_shard(&mut self) -> Result<(), Error> {
        // Should it end between the renaming and the next checkpoint, this one leads back.
        self.save()?;
        self.retire_earlier()?;
        let number = self.state.shard + 1;
        let next = Shard::create(&self.path, &self.layout, number)?;
        let whole = std::mem::replace(&mut self.shard, next);
        self.state.whole.extend(whole.finish()?);
        self.state.shard = number;
        self.save()
    }

    /// Removes what an earlier run left, its manifest first.
    fn retire_earlier(&mut self) -> Result<(), Error> {
        if !self.earlier.is_empty() {
            sink::remove(&self.path, MANIFEST)?;
        }
        for name in self.earlier.drain(..) {
            // Its files that have the same name are replaced, and may be open.
            let path = self.path.join(&name);
            match std::fs::remove_file(&path) {
                Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                    return Err(Error::write(path, e));
                }
                _ => {}
            }
        }
        Ok(())
    }

    pub(super) fn finish(mut self, mut summary: Summary) -> Result<Summary, Error> {
        self.save()?;
        self.retire_earlier()?;
        let Self { path, state, shard, errors, skipped, .. } = self;
        let mut files = state.whole;
        files.extend(shard.finish()?);
        files.push(errors.finish()?);
        files.push(skipped.finish()?);
        sink::sync_folder(&path);
        summary.elapsed = std::time::Duration::from_secs_f64(state.seconds);
        let manifest = Manifest::new(&summary, state.identity, files);
        sink::replace(&path, MANIFEST, &manifest.to_json())?;
        sink::remove(&path, CHECKPOINT)?;
        Ok(summary)
    }
}

/// The files of an earlier run, those left aside that are this one's. A manifest names files of its
/// own folder alone.
fn earlier(folder: &Path, ours: &[Written]) -> Vec<String> {
    let mut names = Manifest::read(folder).map_or_else(Vec::new, Manifest::names);
    names.retain(|name| {
        Path::new(name).file_name().is_some_and(|own| own == name.as_str())
            && ours.iter().all(|whole| whole.name != *name)
    });
    names
}

impl Shard {
    fn create(path: &Path, layout: &Layout, number: u32) -> Result<Self, Error> {
        let [documents, events] = layout.names(number);
        let create = |wanted: bool, name| wanted.then(|| Sink::create(path, name)).transpose();
        Ok(Self {
            documents: create(layout.emit.documents(), documents)?,
            events: create(layout.emit.events(), events)?,
        })
    }

    /// The size of the larger file.
    fn bytes(&self) -> u64 {
        self.documents.iter().chain(&self.events).map(Sink::bytes).max().unwrap_or_default()
    }

    fn finish(self) -> Result<Vec<Written>, Error> {
        self.documents.into_iter().chain(self.events).map(Sink::finish).collect()
    }
}

impl Layout {
    /// The names of a shard's files of documents and events.
    fn names(&self, number: u32) -> [String; 2] {
        let end = self.compression.map_or("", super::Compression::extension);
        ["documents", "events"].map(|kind| match self.shard {
            Some(_) => format!("{kind}-{number:05}.jsonl{end}"),
            None => format!("{kind}.jsonl{end}"),
        })
    }
}
