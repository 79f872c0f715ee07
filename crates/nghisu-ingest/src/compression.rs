//! Gzip, zstd, bzip2 and xz, told by their first bytes and never by a file's name.

use crate::expansion::watched;
use std::io::{self, BufRead, BufReader, Read};

/// A stream of decompressed bytes that a thread may own.
pub(crate) type Stream = Box<dyn BufRead + Send>;

/// Large enough that a read is cheap beside decompression, small enough for hundreds of open files.
const BUFFER: usize = 128 << 10;

/// The most that an xz file may ask for its dictionary, in KiB: `xz -9` asks for 64 MiB.
const XZ_MEMORY: u32 = 256 << 10;

/// Names that end so are judged by what stands before.
pub(crate) const EXTENSIONS: [&str; 7] = [".gz", ".gzip", ".zst", ".zstd", ".bz2", ".bzip2", ".xz"];

const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
const XZ: &[u8] = &[0xfd, b'7', b'z', b'X', b'Z', 0];

/// Undoes compression, of any number of members; other bytes pass as they are. `most` is how many times its size
/// a file may unpack to.
pub(crate) fn decompress(raw: impl Read + Send + 'static, most: u64) -> io::Result<Stream> {
    let (start, raw) = peek(raw)?;
    Ok(if start.starts_with(GZIP) {
        buffered(watched(raw, most, |raw| Ok(flate2::read::MultiGzDecoder::new(raw)))?)
    } else if start.starts_with(ZSTD) || is_skippable_frame(&start) {
        buffered(watched(raw, most, zstd::stream::read::Decoder::new)?)
    } else if is_bzip2(&start) {
        buffered(watched(raw, most, |raw| Ok(bzip2::read::MultiBzDecoder::new(raw)))?)
    } else if start.starts_with(XZ) {
        buffered(watched(raw, most, |raw| {
            let raw = BufReader::with_capacity(BUFFER, raw);
            Ok(lzma_rust2::XzReader::new_mem_limit(raw, true, XZ_MEMORY))
        })?)
    } else {
        buffered(raw)
    })
}

fn buffered(raw: impl Read + Send + 'static) -> Stream {
    Box::new(BufReader::with_capacity(BUFFER, raw))
}

/// Zstd files may open with a frame of the user's own data (RFC 8878, 3.1.2).
fn is_skippable_frame(start: &[u8]) -> bool {
    matches!(start, [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..])
}

/// `BZh`, the size of a block, and the first block's mark, or the end's where there is no block: an article may well begin with
/// the first four letters.
fn is_bzip2(start: &[u8]) -> bool {
    const BLOCK: &[u8] = &[0x31, 0x41, 0x59, 0x26, 0x53, 0x59];
    const END: &[u8] = &[0x17, 0x72, 0x45, 0x38, 0x50, 0x90];
    match start {
        [b'B', b'Z', b'h', b'1'..=b'9', mark @ ..] => mark == BLOCK || mark == END,
        _ => false,
    }
}

/// The first ten bytes, or fewer where there are no more, and the whole stream again. A pipe may hand out its
/// bytes one by one, so a look into a buffer is not enough.
fn peek<R: Read>(raw: R) -> io::Result<(Vec<u8>, Peeked<R>)> {
    let peeked = Peeked::new(raw, 10)?;
    Ok((peeked.start.clone(), peeked))
}

/// A stream whose first bytes have been looked at.
pub(crate) struct Peeked<R> {
    start: Vec<u8>,
    used: usize,
    rest: R,
}

impl<R: Read> Peeked<R> {
    /// Reads so many bytes ahead.
    pub(crate) fn new(mut raw: R, length: u64) -> io::Result<Self> {
        let mut start = Vec::new();
        raw.by_ref().take(length).read_to_end(&mut start)?;
        Ok(Self { start, used: 0, rest: raw })
    }

    pub(crate) fn start(&self) -> &[u8] {
        &self.start
    }
}

impl<R: Read> Read for Peeked<R> {
    /// Goes on behind the first bytes in one read: who looks into the buffer sees more than those.
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let held = self.start.get(self.used..).unwrap_or_default();
        let length = held.len().min(into.len());
        let (first, behind) = into.split_at_mut(length);
        first.copy_from_slice(held.get(..length).unwrap_or_default());
        self.used += length;
        match self.rest.read(behind) {
            // An error says itself again at the next read.
            Err(_) if length > 0 => Ok(length),
            read => read.map(|read| length + read),
        }
    }
}
