//! How far a run has come: what `--resume` goes by.

use crate::error::Error;
use crate::extraction::Counts;
use crate::output::{Begun, Written};
use crate::portion::Mark;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// The name of the file in the output folder. It is there while a run is unfinished.
pub(crate) const CHECKPOINT: &str = "checkpoint.json";

/// What a run's records depend on. Runs of which this is the same write the same bytes.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Identity {
    /// The program and its version.
    pub(crate) program: String,
    pub(crate) models: String,
    pub(crate) config: String,
    /// As the user named them.
    pub(crate) inputs: Vec<String>,
    /// A digest of the options of reading.
    pub(crate) reading: String,
    /// Which records, in what files.
    pub(crate) writing: String,
}

impl Identity {
    /// What differs, as a message names it.
    pub(crate) fn difference(&self, other: &Self) -> Option<&'static str> {
        [
            (self.program != other.program, "the version of the program"),
            (self.models != other.models, "the models"),
            (self.config != other.config, "the configuration"),
            (self.inputs != other.inputs, "the inputs"),
            (self.reading != other.reading, "the options of reading"),
            (self.writing != other.writing, "the options of writing"),
        ]
        .into_iter()
        .find_map(|(differs, what)| differs.then_some(what))
    }
}

/// A moment of a run, all that stands in it being on the disk.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Checkpoint {
    pub(crate) identity: Identity,
    /// The place in the input that everything before is written of.
    pub(crate) mark: Mark,
    pub(crate) counts: Counts,
    /// Seconds that the run took so far, over all its legs.
    pub(crate) seconds: f64,
    /// The number of the shard under way.
    pub(crate) shard: u32,
    /// Shards that are whole.
    pub(crate) whole: Vec<Written>,
    /// Files under way.
    pub(crate) begun: Vec<Begun>,
}

impl Checkpoint {
    /// The checkpoint of a folder, if there is one.
    pub(crate) fn read(folder: &Path) -> Result<Option<Self>, Error> {
        let path = folder.join(CHECKPOINT);
        match fs::read(&path) {
            Ok(json) => match serde_json::from_slice(&json) {
                Ok(checkpoint) => Ok(Some(checkpoint)),
                Err(e) => Err(Error::Checkpoint { path, message: e.to_string() }),
            },
            Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
            Err(e) => Err(Error::Checkpoint { path, message: e.to_string() }),
        }
    }
}
