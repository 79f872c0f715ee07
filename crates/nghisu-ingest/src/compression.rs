//! Gzip and zstd, told by their first bytes and never by a file's name.

use std::io::{self, BufRead, BufReader, Read};

/// A stream of decompressed bytes that a thread may own.
pub(crate) type Stream = Box<dyn BufRead + Send>;

/// Large enough that a read is cheap beside decompression, small enough for hundreds of open files.
const BUFFER: usize = 128 << 10;

const GZIP: [u8; 2] = [0x1f, 0x8b];
const ZSTD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// Undoes gzip or zstd, of any number of members; other bytes pass as they are.
pub(crate) fn decompress(raw: impl Read + Send + 'static) -> io::Result<Stream> {
    let (start, raw) = peek(raw)?;
    Ok(if start.starts_with(&GZIP) {
        Box::new(BufReader::with_capacity(BUFFER, flate2::read::MultiGzDecoder::new(raw)))
    } else if start.starts_with(&ZSTD) || is_skippable_frame(&start) {
        Box::new(BufReader::with_capacity(BUFFER, zstd::stream::read::Decoder::new(raw)?))
    } else {
        Box::new(BufReader::with_capacity(BUFFER, raw))
    })
}

/// Zstd files may open with a frame of the user's own data (RFC 8878, 3.1.2).
fn is_skippable_frame(start: &[u8]) -> bool {
    matches!(start, [0x50..=0x5f, 0x2a, 0x4d, 0x18])
}

/// The first four bytes, or fewer where there are no more, and the whole stream again. A pipe may hand out its
/// bytes one by one, so a look into a buffer is not enough.
fn peek(mut raw: impl Read + Send + 'static) -> io::Result<(Vec<u8>, impl Read + Send)> {
    let mut start = Vec::with_capacity(ZSTD.len());
    raw.by_ref().take(ZSTD.len() as u64).read_to_end(&mut start)?;
    Ok((start.clone(), io::Cursor::new(start).chain(raw)))
}
