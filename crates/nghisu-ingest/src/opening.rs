//! From a stream and its name to the reader of what is in it: the same for a file, for standard input and for what
//! stands in an archive.

use crate::article::Draft;
use crate::compression;
use crate::directory::Skipped;
use crate::failure::{Failure, Stage};
use crate::format::{self, ByName, Format};
use crate::origin::{Origin, Reader};
use std::io::Read;

/// What opening found.
pub(crate) enum Opened {
    Reader(Box<dyn Reader>),
    Skipped(Skipped),
}

/// Opens a stream. `named`: the user named it, so it is read whatever its name.
pub(crate) fn open(
    raw: impl Read + Send + 'static,
    origin: Origin,
    by_name: ByName,
    named: bool,
) -> Result<Opened, Failure> {
    let by_name = match by_name {
        // A file that the user names is one the user means.
        ByName::NoArticle(_) if named => ByName::Unknown,
        ByName::NoArticle(reason) => {
            return Ok(Opened::Skipped(Skipped { path: origin.path, reason }));
        }
        known => known,
    };
    let mut stream = compression::decompress(raw, origin.options.expansion)
        .map_err(|e| origin.failure(Stage::Read, e.to_string()))?;
    let chosen = origin.options.format;
    let format = match (chosen, by_name) {
        (Some(chosen), _) | (None, ByName::Format(chosen)) => chosen,
        _ => match format::by_content(&mut stream) {
            Ok(format) => format,
            Err((Stage::Format, reason)) if !named => {
                return Ok(Opened::Skipped(Skipped { path: origin.path, reason }));
            }
            Err((stage, message)) => return Err(origin.failure(stage, message)),
        },
    };
    let on_trial = !named && chosen.is_none() && matches!(format, Format::Json | Format::Csv);
    let path = origin.path.clone();
    let reader = format.reader(stream, origin)?;
    Ok(Opened::Reader(if on_trial { try_out(reader, path) } else { reader }))
}

/// Puts a reader on trial.
pub(crate) fn try_out(reader: Box<dyn Reader>, path: String) -> Box<dyn Reader> {
    Box::new(OnTrial { reader, path: Some(path), skipped: Vec::new() })
}

/// Until its first record has shown what it is, a file of records in a directory may turn out to accompany articles.
struct OnTrial {
    reader: Box<dyn Reader>,
    /// While the trial goes on.
    path: Option<String>,
    skipped: Vec<Skipped>,
}

impl Reader for OnTrial {
    fn next_draft(&mut self) -> Option<Result<Draft, Failure>> {
        let draft = self.reader.next_draft()?;
        match (self.path.take(), draft) {
            (Some(path), Err(failure)) if failure.stage == Stage::Fields => {
                let reason = format!("its first record has {}", failure.message);
                self.skipped.push(Skipped { path, reason });
                None
            }
            (_, draft) => Some(draft),
        }
    }

    fn skipped(&mut self) -> Vec<Skipped> {
        let mut skipped = self.reader.skipped();
        skipped.append(&mut self.skipped);
        skipped
    }
}
