//! JSON that is not one record a line: the elements of one array, or values one after another, cut apart without
//! reading the file whole, so that a bad record costs only itself.

use super::record;
use crate::article::Draft;
use crate::compression::Stream;
use crate::failure::{Failure, Stage};
use crate::origin::{Origin, Reader};
use std::io;

pub(crate) struct ValueReader {
    stream: Option<Stream>,
    origin: Origin,
    value: Vec<u8>,
    /// Of the next byte, from 1.
    line: u64,
    record_number: u64,
    /// The bracket of the array has been passed.
    in_array: bool,
}

/// What one cut found.
enum Cut {
    /// A value that began at this line; it may be over the limit, and is then cut short.
    Value {
        line: u64,
        too_long: bool,
    },
    /// The file ends inside a value that began at this line.
    Unfinished {
        line: u64,
    },
    End,
}

impl ValueReader {
    pub(crate) fn new(stream: Stream, origin: Origin) -> Self {
        Self {
            stream: Some(stream),
            origin,
            value: Vec::new(),
            line: 1,
            record_number: 0,
            in_array: false,
        }
    }

    /// Takes one element: all bytes from the first that is not white space, a comma or the array's bracket, to the
    /// end of its brackets; a scalar ends before a comma, a bracket or white space.
    fn cut(&mut self) -> io::Result<Cut> {
        self.value.clear();
        let limit = self.origin.options.limit;
        let Some(stream) = self.stream.as_mut() else {
            return Ok(Cut::End);
        };
        let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
        let mut start = None;
        let mut too_long = false;
        loop {
            let held = stream.fill_buf()?;
            if held.is_empty() {
                return Ok(start.map_or(Cut::End, |line| Cut::Unfinished { line }));
            }
            let mut used = 0;
            let mut finished = false;
            for &byte in held {
                if depth == 0 && !in_string {
                    let between = byte.is_ascii_whitespace() || matches!(byte, b',' | b']');
                    if start.is_some() && between {
                        finished = true;
                        break;
                    }
                    if between || (byte == b'[' && !self.in_array && self.record_number == 0) {
                        self.in_array |= byte == b'[';
                        self.line += u64::from(byte == b'\n');
                        used += 1;
                        continue;
                    }
                }
                start.get_or_insert(self.line);
                used += 1;
                self.line += u64::from(byte == b'\n');
                if self.value.len() < limit {
                    self.value.push(byte);
                } else {
                    too_long = true;
                }
                if in_string {
                    in_string = escaped || byte != b'"';
                    escaped = !escaped && byte == b'\\';
                } else {
                    match byte {
                        b'"' => in_string = true,
                        b'{' | b'[' => depth += 1,
                        b'}' | b']' => depth = depth.saturating_sub(1),
                        _ => {}
                    }
                    finished = depth == 0 && matches!(byte, b'}' | b']');
                }
                if finished {
                    break;
                }
            }
            stream.consume(used);
            if let (true, Some(line)) = (finished, start) {
                return Ok(Cut::Value { line, too_long });
            }
        }
    }
}

impl Reader for ValueReader {
    fn next_draft(&mut self) -> Option<Result<Draft, Failure>> {
        let cut = self.cut();
        self.record_number += 1;
        let failure = match cut {
            Ok(Cut::End) => {
                self.stream = None;
                return None;
            }
            Ok(Cut::Value { line, too_long: false }) => {
                return Some(record::draft(&self.value, &self.origin, self.record_number, line));
            }
            Ok(Cut::Value { line, too_long: true }) => {
                self.origin.failure_at(line, Stage::Read, self.origin.too_long())
            }
            Ok(Cut::Unfinished { line }) => {
                self.stream = None;
                self.origin.failure_at(line, Stage::Json, "the record that begins here never ends")
            }
            Err(e) => {
                self.stream = None;
                let message = format!("{e}; what follows in this file is lost");
                self.origin.failure_at(self.line, Stage::Read, message)
            }
        };
        Some(Err(failure))
    }
}
