//! The input, cut into what one thread takes at a time.

use crate::duplicates::Duplicates;
use crate::error::Error;
use nghisu_ingest::{Draft, Failure, Source};
use serde::{Deserialize, Serialize};
use std::sync::atomic::{AtomicBool, Ordering};
use xxhash_rust::xxh3::Xxh3;

/// A portion is handed to a thread when it holds this much text: enough that handing over costs
/// nothing beside the work (some 25 ms), little enough that the last portions end together.
pub(crate) const PORTION_BYTES: usize = 256 << 10;
/// … or this many articles, however small.
const PORTION_ARTICLES: usize = 64;
/// What an article, or a failure, weighs beside its body.
const DRAFT_BYTES: usize = 512;

/// A place in the input: how many drafts and failures lie before it, and a digest of them, which
/// tells whether it is still the same input.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mark {
    pub(crate) drafts: u64,
    pub(crate) digest: u64,
}

/// One thing that the input gave.
#[expect(clippy::large_enum_variant, reason = "nearly all are drafts")]
pub(crate) enum Item {
    Draft(Draft),
    Failed(Failure),
    Duplicate { id: String, of: String },
}

/// What follows one another in the input, and the place after it.
pub(crate) struct Portion {
    pub(crate) items: Vec<Item>,
    pub(crate) end: Mark,
    /// Bytes that they take, about.
    pub(crate) weight: usize,
}

/// Reads portions. Where they are cut depends on the input alone.
pub(crate) struct Portions<'a> {
    pub(crate) source: Source,
    digest: Xxh3,
    drafts: u64,
    duplicates: Option<Duplicates>,
    stop: &'a AtomicBool,
}

impl<'a> Portions<'a> {
    pub(crate) fn new(source: Source, dedup: bool, stop: &'a AtomicBool) -> Self {
        let duplicates = dedup.then(Duplicates::default);
        Self { source, digest: Xxh3::new(), drafts: 0, duplicates, stop }
    }

    /// Whether somebody asked to stop.
    pub(crate) fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// The next portion; `None` at the end of the input, and when asked to stop.
    pub(crate) fn next(&mut self) -> Option<Portion> {
        let mut items = Vec::new();
        let mut weight = 0;
        while items.len() < PORTION_ARTICLES && weight < PORTION_BYTES {
            // A portion cut short by a stop is dropped: portions are the same in every run.
            if self.stopped() {
                return None;
            }
            let Some(item) = self.item() else { break };
            weight += DRAFT_BYTES;
            if let Item::Draft(draft) = &item {
                weight += draft.size();
            }
            items.push(item);
        }
        (!items.is_empty()).then(|| Portion { items, end: self.mark(), weight })
    }

    /// Passes over what a former run has written.
    pub(crate) fn skip_to(&mut self, mark: Mark) -> Result<(), Error> {
        while self.drafts < mark.drafts {
            if self.stopped() {
                return Err(Error::Stopped);
            }
            if self.item().is_none() {
                break;
            }
        }
        if self.mark() == mark { Ok(()) } else { Err(Error::OtherInput) }
    }

    fn mark(&self) -> Mark {
        Mark { drafts: self.drafts, digest: self.digest.digest() }
    }

    fn item(&mut self) -> Option<Item> {
        let draft = self.source.next_draft()?;
        self.drafts += 1;
        Some(match draft {
            Ok(draft) => {
                self.digest.update(draft.id().as_bytes());
                self.digest.update(draft.bytes());
                let known = self.duplicates.as_mut();
                match known.and_then(|known| known.meet(draft.id(), draft.bytes())) {
                    Some(of) => Item::Duplicate { id: draft.id().to_owned(), of },
                    None => Item::Draft(draft),
                }
            }
            Err(failure) => {
                self.digest.update(failure.source.as_bytes());
                self.digest.update(failure.stage.as_str().as_bytes());
                Item::Failed(failure)
            }
        })
    }
}
