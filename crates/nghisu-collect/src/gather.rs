//! The meetings and figures of output folders and files, read line by line.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use nghisu_document::record::{Event, EventType};
use serde::Deserialize;

use crate::error::Error;

/// Whether a file of an output folder holds events: `events.jsonl`, or a shard (`events-00000.jsonl`), compressed or not.
fn holds_events(name: &str) -> bool {
    let plain = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(name);
    let Some(rest) = plain.strip_suffix(".jsonl").and_then(|n| n.strip_prefix("events")) else {
        return false;
    };
    let shard = rest.strip_prefix('-');
    rest.is_empty() || shard.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Meetings and figures, gathered from any number of files.
#[derive(Debug, Clone, Default)]
pub struct Events {
    events: Vec<Event>,
}

impl Events {
    /// Reads a file of JSON Lines, or every `events.jsonl` under an output folder, compressed or not.
    ///
    /// Records of other types are skipped.
    ///
    /// # Errors
    /// When a file can't be read, a line is no record, or a folder holds no events.
    pub fn read(&mut self, path: &Path) -> Result<(), Error> {
        let mut files = Vec::new();
        if path.is_dir() {
            find(path, &mut files)?;
            if files.is_empty() {
                return Err(Error::Empty(path.to_owned()));
            }
        } else {
            files.push(path.to_owned());
        }
        files.iter().try_for_each(|file| self.read_file(file))
    }

    fn read_file(&mut self, path: &Path) -> Result<(), Error> {
        let fault = |source| Error::Read { path: path.to_owned(), source };
        let file = File::open(path).map_err(fault)?;
        let origin = path.display().to_string();
        match path.extension().and_then(|e| e.to_str()) {
            // Of several members, as parallel writers make them.
            Some("gz") => {
                self.read_lines(BufReader::new(flate2::read::MultiGzDecoder::new(file)), &origin)
            }
            Some("zst") => {
                let plain = zstd::stream::read::Decoder::new(file).map_err(fault)?;
                self.read_lines(BufReader::new(plain), &origin)
            }
            _ => self.read_lines(BufReader::new(file), &origin),
        }
    }

    /// Reads lines of records; `origin` is what errors call them.
    ///
    /// # Errors
    /// When the lines can't be read, or one is no record.
    pub fn read_lines(&mut self, mut lines: impl BufRead, origin: &str) -> Result<(), Error> {
        // Told apart first: most records are neither meetings nor figures.
        #[derive(Deserialize)]
        struct Kind<'a> {
            #[serde(borrow)]
            record: Option<Cow<'a, str>>,
            #[serde(borrow)]
            r#type: Option<Cow<'a, str>>,
        }
        let mut text = String::new();
        for line in 1.. {
            text.clear();
            let fault = |message: String| Error::Line { origin: origin.to_owned(), line, message };
            if lines.read_line(&mut text).map_err(|e| fault(e.to_string()))? == 0 {
                break;
            }
            if text.trim().is_empty() {
                continue;
            }
            let kind: Kind<'_> = serde_json::from_str(&text).map_err(|e| fault(e.to_string()))?;
            let wanted = [EventType::Meeting.name(), EventType::Statistic.name()];
            if kind.record.as_deref() == Some("event")
                && wanted.map(Some).contains(&kind.r#type.as_deref())
            {
                self.events.push(serde_json::from_str(&text).map_err(|e| fault(e.to_string()))?);
            }
        }
        Ok(())
    }

    /// The records in one order, whatever order they were read in: by day of publication (unknown
    /// last), document and place in it. One read twice stands once.
    #[must_use]
    pub fn sorted(mut self) -> Vec<Event> {
        self.events.sort_by(|a, b| order(a).cmp(&order(b)));
        self.events.dedup();
        self.events
    }
}

/// By day of publication (unknown last), document, place in it.
pub(crate) fn order(event: &Event) -> (bool, Option<&str>, &str, u32, u32, &str) {
    let published = event.published.as_ref().map(|date| date.as_str());
    let evidence = &event.evidence;
    (published.is_none(), published, &event.doc_id, evidence.start, evidence.end, &event.id)
}

fn find(directory: &Path, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    let mut entries = std::fs::read_dir(directory)
        .and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>())
        .map_err(|source| Error::Read { path: directory.to_owned(), source })?;
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            find(&entry, files)?;
        } else if let Some(name) = entry.file_name().and_then(|name| name.to_str())
            && holds_events(name)
        {
            files.push(entry);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::{event, text};
    use serde_json::json;
    use std::io::Write as _;

    #[test]
    fn files_of_events_are_told_by_their_names() {
        for name in ["events.jsonl", "events.jsonl.zst", "events-00012.jsonl", "events-0.jsonl.gz"]
        {
            assert!(holds_events(name), "{name}");
        }
        for name in
            ["events.jsonl.part", "documents.jsonl", "events-a.jsonl", "events-.jsonl", "events"]
        {
            assert!(!holds_events(name), "{name}");
        }
    }

    #[test]
    fn folders_are_read_compressed_or_not_and_nothing_twice() {
        let line = |doc: &str| {
            serde_json::to_string(&event(doc, "statistic", json!({ "indicator": text("GDP") })))
                .unwrap()
        };
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("more")).unwrap();
        let other =
            r#"{"schema":"nghisu/1","record":"event","id":"x#e1","type":"directive","doc_id":"x"}"#;
        std::fs::write(at("events.jsonl"), format!("{}\n\n{other}\n{}\n", line("b"), line("a")))
            .unwrap();
        std::fs::write(at("documents.jsonl"), "not read").unwrap();
        std::fs::write(
            at("more/events.jsonl.zst"),
            zstd::encode_all(line("c").as_bytes(), 1).unwrap(),
        )
        .unwrap();
        let gz = std::fs::File::create(at("more/events.jsonl.gz")).unwrap();
        let mut gz = flate2::write::GzEncoder::new(gz, flate2::Compression::fast());
        gz.write_all(line("a").as_bytes()).unwrap();
        gz.finish().unwrap();
        let mut events = Events::default();
        events.read(folder.path()).unwrap();
        let documents: Vec<String> = events.sorted().into_iter().map(|e| e.doc_id).collect();
        assert_eq!(documents, ["a", "b", "c"]);
    }

    #[test]
    fn faults_say_where() {
        let mut events = Events::default();
        let fault =
            events.read_lines(&b"\n{\"record\":\"error\"}\n{oops\n"[..], "some.jsonl").unwrap_err();
        assert!(fault.to_string().starts_with("some.jsonl, line 3: "), "{fault}");
        let empty = tempfile::tempdir().unwrap();
        assert!(matches!(events.read(empty.path()), Err(Error::Empty(_))));
    }
}
