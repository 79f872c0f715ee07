//! WARC 1.0 and 1.1, as Common Crawl and wget write it: pages of responses, resources, and the text of
//! conversions (WET). Whole-file or per-record compression is one to this reader.

use super::http;
use crate::article::{Body, Draft};
use crate::bounded::{self, Bounded};
use crate::compression::Stream;
use crate::directory::Skipped;
use crate::failure::{Failure, Stage};
use crate::origin::{Origin, Reader};
use std::io::{self, Read as _};

/// Headers are not longer; a record that says so is broken.
const LONGEST_HEADERS: usize = 64 << 10;

pub(crate) struct WarcReader {
    stream: Option<Stream>,
    origin: Origin,
    number: u64,
    /// Records that are no page: requests, images, redirects.
    others: u64,
    skipped: Vec<Skipped>,
}

/// What a record's headers say.
#[derive(Default)]
struct Headers {
    kind: String,
    url: Option<String>,
    content: String,
    length: Option<u64>,
}

impl WarcReader {
    pub(crate) fn new(stream: Stream, origin: Origin) -> Self {
        Self { stream: Some(stream), origin, number: 0, others: 0, skipped: Vec::new() }
    }

    fn place(&self) -> String {
        format!("{}#{}", self.origin.path, self.number)
    }

    /// Reads one record. `Ok(None)`: it is no page.
    fn record(&mut self, stream: &mut Stream) -> Result<Option<Draft>, Lost> {
        let headers = headers(stream)?.ok_or(Lost::End)?;
        self.number += 1;
        let Some(length) = headers.length else {
            return Err(Lost::Rest("a record does not say how long it is".to_owned()));
        };
        let wanted = match headers.kind.as_str() {
            "response" => headers.content.starts_with("application/http"),
            "resource" | "conversion" => http::kind(&headers.content).is_some(),
            _ => false,
        };
        let limit = self.origin.options.limit as u64;
        if !wanted || length > limit {
            let passed = io::copy(&mut (&mut *stream).take(length), &mut io::sink());
            ended_whole(passed.map_err(Lost::from)?, length)?;
            return if wanted {
                Err(Lost::Record(Stage::Read, self.origin.too_long()))
            } else {
                Ok(None)
            };
        }
        let mut body = Vec::new();
        stream.take(length).read_to_end(&mut body).map_err(Lost::from)?;
        ended_whole(body.len() as u64, length)?;
        let (kind, body) = if headers.kind == "response" {
            match http::page(&body, self.origin.options.limit) {
                Ok(Some(found)) => found,
                Ok(None) => return Ok(None),
                Err(message) => return Err(Lost::Record(Stage::Read, message)),
            }
        } else {
            (http::kind(&headers.content).unwrap_or(http::Kind::Text), body)
        };
        let body = match kind {
            http::Kind::Page => Body::Page(body),
            http::Kind::Text => Body::TextFile(body),
        };
        let place = self.place();
        let mut draft = self.origin.record(headers.url.clone(), self.number, place, body);
        draft.article.url = headers.url;
        Ok(Some(draft))
    }
}

/// What a fault, or the end, costs.
enum Lost {
    End,
    Record(Stage, String),
    Rest(String),
}

impl From<io::Error> for Lost {
    fn from(error: io::Error) -> Self {
        Self::Rest(error.to_string())
    }
}

fn ended_whole(read: u64, length: u64) -> Result<(), Lost> {
    if read == length {
        Ok(())
    } else {
        Err(Lost::Rest(format!("the record is truncated: {read} of its {length} bytes are there")))
    }
}

/// The headers of the next record; `None` at the end.
fn headers(stream: &mut Stream) -> Result<Option<Headers>, Lost> {
    let mut line = Vec::new();
    // Two line ends stand between records; more do no harm.
    loop {
        match bounded::read_line(stream, &mut line, LONGEST_HEADERS)? {
            Bounded::End => return Ok(None),
            Bounded::Whole if line.trim_ascii().is_empty() => {}
            Bounded::Whole if line.starts_with(b"WARC/") => break,
            _ => return Err(Lost::Rest("no record of WARC begins where one should".to_owned())),
        }
    }
    let mut headers = Headers::default();
    let mut read = 0;
    loop {
        match bounded::read_line(stream, &mut line, LONGEST_HEADERS)? {
            Bounded::Whole if line.trim_ascii().is_empty() => return Ok(Some(headers)),
            Bounded::Whole => {}
            _ => return Err(Lost::Rest("the file ends inside a record's headers".to_owned())),
        }
        read += line.len();
        if read > LONGEST_HEADERS {
            return Err(Lost::Rest("a record's headers never end".to_owned()));
        }
        let Some((name, value)) = http::header(&line) else { continue };
        match name.to_ascii_lowercase().as_str() {
            "warc-type" => headers.kind = value.to_ascii_lowercase(),
            // WARC 1.0's own examples put it in angle brackets, and wget did.
            "warc-target-uri" => {
                headers.url = Some(value.trim_matches(['<', '>']).to_owned());
            }
            "content-type" => headers.content = value.to_ascii_lowercase(),
            "content-length" => headers.length = value.parse().ok(),
            _ => {}
        }
    }
}

impl Reader for WarcReader {
    fn next_draft(&mut self) -> Option<Result<Draft, Failure>> {
        let mut stream = self.stream.take()?;
        loop {
            match self.record(&mut stream) {
                Ok(Some(draft)) => {
                    self.stream = Some(stream);
                    return Some(Ok(draft));
                }
                Ok(None) => self.others += 1,
                Err(Lost::Record(stage, message)) => {
                    self.stream = Some(stream);
                    return Some(Err(Failure::new(self.place(), stage, message)));
                }
                Err(Lost::Rest(message)) => {
                    let message = format!("{message}; what follows in this file is lost");
                    return Some(Err(Failure::new(self.place(), Stage::Read, message)));
                }
                Err(Lost::End) => return None,
            }
        }
    }

    fn skipped(&mut self) -> Vec<Skipped> {
        if self.stream.is_none() && self.others > 0 {
            let others = std::mem::take(&mut self.others);
            let reason =
                format!("{others} records that are no pages (requests, images, redirects)");
            self.skipped.push(Skipped { path: self.origin.path.clone(), reason });
        }
        std::mem::take(&mut self.skipped)
    }
}
