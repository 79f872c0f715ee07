//! Compressed output. Every portion is a frame of its own: so threads compress side by side, the
//! bytes depend on the records alone, and a run can go on after any portion. Both formats say that
//! frames one after another are one file.

use std::io::{self, Write as _};

/// How output files are compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compression {
    /// Gzip, as many members as portions.
    Gzip,
    /// Zstandard, as many frames as portions.
    Zstd,
}

impl Compression {
    /// What names of files end with.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Gzip => ".gz",
            Self::Zstd => ".zst",
        }
    }

    /// Puts a frame in place of the bytes. Nothing stays nothing.
    pub(crate) fn compress(self, bytes: &mut Vec<u8>) -> io::Result<()> {
        if bytes.is_empty() {
            return Ok(());
        }
        *bytes = match self {
            // The levels that are fastest for their size on records: twelve times smaller.
            Self::Zstd => zstd::bulk::compress(bytes, 3)?,
            Self::Gzip => {
                let into = Vec::with_capacity(bytes.len() / 8);
                let mut encoder = flate2::write::GzEncoder::new(into, flate2::Compression::new(4));
                encoder.write_all(bytes)?;
                encoder.finish()?
            }
        };
        Ok(())
    }
}
