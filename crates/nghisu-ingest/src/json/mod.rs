//! Records of JSON: one a line, or the elements of an array, or values one after another.

mod lines;
mod record;
mod values;

use crate::compression::Stream;
use crate::origin::{Origin, Reader};
use std::io::BufRead;

/// JSON Lines unless the file can't be that: it opens an array, or its first value goes on after the first line.
pub(crate) fn reader(mut stream: Stream, origin: Origin) -> Box<dyn Reader> {
    if stream.fill_buf().is_ok_and(|start| start.starts_with(MARK)) {
        stream.consume(MARK.len());
    }
    if spreads_over_lines(&mut stream) {
        Box::new(values::ValueReader::new(stream, origin))
    } else {
        Box::new(lines::LineReader::new(stream, origin))
    }
}

/// The byte order mark that some editors put before UTF-8; JSON has none (RFC 8259, 8.1).
const MARK: &[u8] = b"\xef\xbb\xbf";

fn spreads_over_lines(stream: &mut dyn BufRead) -> bool {
    let Ok(start) = stream.fill_buf() else {
        return false;
    };
    let start = start.trim_ascii_start();
    let first = start.split(|&b| b == b'\n').next().unwrap_or_default().trim_ascii_end();
    // A lone bracket, or a bracket and a key: what pretty printers leave on the first line.
    start.starts_with(b"[") || first == b"{"
}
