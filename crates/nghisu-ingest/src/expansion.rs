//! What keeps a small file from unpacking for ever.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Below this many bytes nothing is suspected: a file of one sentence repeated is no bomb.
const HARMLESS: u64 = 32 << 20;

/// Counts the bytes that go into a decoder.
pub(crate) struct Packed<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Packed<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Ends the stream with an error once it has unpacked to too many times its size.
pub(crate) struct Unpacked<R> {
    inner: R,
    packed: Arc<AtomicU64>,
    count: u64,
    most: u64,
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.count += read as u64;
        let packed = self.packed.load(Ordering::Relaxed);
        if self.count > HARMLESS && self.count / self.most.max(1) > packed {
            return Err(io::Error::other(format!(
                "it unpacks to more than {} times its size, as a bomb does; raise the limit if it is none",
                self.most
            )));
        }
        Ok(read)
    }
}

/// Puts a decoder between two counts.
pub(crate) fn watched<R: Read, D: Read>(
    raw: R,
    most: u64,
    decoder: impl FnOnce(Packed<R>) -> io::Result<D>,
) -> io::Result<Unpacked<D>> {
    let count = Arc::new(AtomicU64::new(0));
    let inner = decoder(Packed { inner: raw, count: Arc::clone(&count) })?;
    Ok(Unpacked { inner, packed: count, count: 0, most })
}
