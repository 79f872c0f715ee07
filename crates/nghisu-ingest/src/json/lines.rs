//! JSON Lines: one record a line, in memory one at a time.

use super::record;
use crate::article::Draft;
use crate::bounded::{self, Bounded};
use crate::compression::Stream;
use crate::failure::{Failure, Stage};
use crate::origin::{Origin, Reader};

pub(crate) struct LineReader {
    stream: Option<Stream>,
    origin: Origin,
    /// The line's bytes; kept between lines.
    line: Vec<u8>,
    /// Lines read, so the number of the last one, from 1.
    line_number: u64,
    /// Lines that were not blank, so the number of the last record.
    record_number: u64,
}

impl LineReader {
    pub(crate) fn new(stream: Stream, origin: Origin) -> Self {
        Self { stream: Some(stream), origin, line: Vec::new(), line_number: 0, record_number: 0 }
    }
}

impl Reader for LineReader {
    fn next_draft(&mut self) -> Option<Result<Draft, Failure>> {
        loop {
            let stream = self.stream.as_mut()?;
            let read = bounded::read_line(stream, &mut self.line, self.origin.options.limit);
            self.line_number += 1;
            match read {
                Ok(Bounded::Whole) => {}
                Ok(Bounded::End) => {
                    self.stream = None;
                    return None;
                }
                Ok(Bounded::TooLong) => {
                    self.record_number += 1;
                    return Some(Err(self.origin.failure_at(
                        self.line_number,
                        Stage::Read,
                        self.origin.too_long(),
                    )));
                }
                // A broken archive says the same at every further read.
                Err(e) => {
                    self.stream = None;
                    let message = format!("{e}; what follows in this file is lost");
                    return Some(Err(self.origin.failure_at(
                        self.line_number,
                        Stage::Read,
                        message,
                    )));
                }
            }
            if self.line.trim_ascii().is_empty() {
                continue;
            }
            self.record_number += 1;
            return Some(record::draft(
                &self.line,
                &self.origin,
                self.record_number,
                self.line_number,
            ));
        }
    }
}
