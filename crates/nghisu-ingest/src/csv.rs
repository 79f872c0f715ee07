//! CSV with a header, separated by commas, semicolons or tabs, quoted as RFC 4180 says.
//!
//! Records are cut apart here, so that none takes more memory than the limit, and then parsed by the `csv` crate.

use crate::article::Draft;
use crate::compression::Stream;
use crate::decoding;
use crate::failure::{Failure, Stage};
use crate::fields::Taken;
use crate::origin::{Origin, Reader};
use std::io;

pub(crate) struct CsvReader {
    stream: Option<Stream>,
    origin: Origin,
    /// The keys, once the header is read.
    header: Option<Vec<String>>,
    separator: u8,
    record: Vec<u8>,
    /// Of the next byte, from 1.
    line: u64,
    number: u64,
}

/// What one cut found: a record that began at this line.
enum Cut {
    Whole(u64),
    TooLong(u64),
    /// The file ends inside quotes.
    Unfinished(u64),
    End,
}

impl CsvReader {
    pub(crate) fn new(stream: Stream, origin: Origin) -> Self {
        let (header, separator) = (None, b',');
        let (record, line, number) = (Vec::new(), 1, 0);
        Self { stream: Some(stream), origin, header, separator, record, line, number }
    }

    /// Takes the bytes up to a line end outside quotes. A doubled quote leaves and enters, which comes to the same.
    fn cut(&mut self) -> io::Result<Cut> {
        self.record.clear();
        let Some(stream) = self.stream.as_mut() else { return Ok(Cut::End) };
        let limit = self.origin.options.limit;
        let start = self.line;
        let (mut quoted, mut any, mut too_long) = (false, false, false);
        loop {
            let held = stream.fill_buf()?;
            if held.is_empty() {
                return Ok(match (any, quoted, too_long) {
                    (false, ..) => Cut::End,
                    (_, true, false) => Cut::Unfinished(start),
                    (.., true) => Cut::TooLong(start),
                    _ => Cut::Whole(start),
                });
            }
            any = true;
            let mut used = 0;
            let mut ended = false;
            for &byte in held {
                used += 1;
                quoted ^= byte == b'"';
                self.line += u64::from(byte == b'\n');
                if byte == b'\n' && !quoted {
                    ended = true;
                    break;
                }
                if self.record.len() < limit {
                    self.record.push(byte);
                } else {
                    too_long = true;
                }
            }
            stream.consume(used);
            if ended {
                return Ok(if too_long { Cut::TooLong(start) } else { Cut::Whole(start) });
            }
        }
    }

    /// The fields of the record that was cut.
    fn fields(&self) -> Result<Vec<String>, String> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .delimiter(self.separator)
            .from_reader(self.record.as_slice());
        let mut record = csv::ByteRecord::new();
        reader.read_byte_record(&mut record).map_err(|e| e.to_string())?;
        let encoding = self.origin.options.encoding;
        Ok(record.iter().map(|field| decoding::into_string(field.to_vec(), encoding)).collect())
    }

    fn read_header(&mut self) -> Result<(), String> {
        if let Some(rest) = self.record.strip_prefix(b"\xef\xbb\xbf") {
            self.record = rest.to_vec();
        }
        let count = |separator: u8| self.record.iter().filter(|&&b| b == separator).count();
        self.separator = [b'\t', b';', b','].into_iter().max_by_key(|&s| count(s)).unwrap_or(b',');
        let header = self.fields()?.iter().map(|key| key.trim().to_owned()).collect();
        self.header = Some(header);
        Ok(())
    }

    fn draft(&self, line: u64) -> Result<Draft, Failure> {
        let fail = |message: String| Err(self.origin.failure_at(line, Stage::Csv, message));
        let fields = match self.fields() {
            Ok(fields) => fields,
            Err(message) => return fail(message),
        };
        let header = self.header.as_deref().unwrap_or_default();
        if fields.len() != header.len() {
            let message = format!("{} fields where the header has {}", fields.len(), header.len());
            return fail(message);
        }
        let mut taken = Taken::default();
        for (key, value) in header.iter().zip(&fields) {
            taken.offer(&self.origin.options.fields, key, Some(value));
        }
        taken.draft(&self.origin, self.number, format!("{}:{line}", self.origin.path))
    }
}

impl Reader for CsvReader {
    fn next_draft(&mut self) -> Option<Result<Draft, Failure>> {
        loop {
            let failure = match self.cut() {
                Ok(Cut::End) => {
                    self.stream = None;
                    return None;
                }
                Ok(Cut::Whole(_)) if self.record.trim_ascii().is_empty() => continue,
                Ok(Cut::Whole(line)) if self.header.is_none() => match self.read_header() {
                    Ok(()) => continue,
                    Err(message) => {
                        self.stream = None;
                        self.origin.failure_at(line, Stage::Csv, message)
                    }
                },
                Ok(Cut::Whole(line)) => {
                    self.number += 1;
                    return Some(self.draft(line));
                }
                Ok(Cut::TooLong(line)) => {
                    self.number += 1;
                    let message = format!(
                        "{} (a quote that is not closed makes all that follows one record)",
                        self.origin.too_long()
                    );
                    self.origin.failure_at(line, Stage::Read, message)
                }
                Ok(Cut::Unfinished(line)) => {
                    self.stream = None;
                    let message = "a quote in the record that begins here is never closed";
                    self.origin.failure_at(line, Stage::Csv, message)
                }
                Err(e) => {
                    self.stream = None;
                    let message = format!("{e}; what follows in this file is lost");
                    self.origin.failure_at(self.line, Stage::Read, message)
                }
            };
            return Some(Err(failure));
        }
    }
}
