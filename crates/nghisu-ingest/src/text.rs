//! Plain text: one file is one article.

use crate::article::{Body, Draft};
use crate::bounded;
use crate::compression::Stream;
use crate::failure::{Failure, Stage};
use crate::origin::{Origin, Reader};

/// Hands out the file's bytes once; decoding is left to whoever finishes the draft.
pub(crate) struct TextReader {
    stream: Option<Stream>,
    origin: Origin,
}

impl TextReader {
    pub(crate) fn new(stream: Stream, origin: Origin) -> Self {
        Self { stream: Some(stream), origin }
    }
}

impl Reader for TextReader {
    fn next_draft(&mut self) -> Option<Result<Draft, Failure>> {
        let stream = self.stream.take()?;
        Some(whole_file(stream, &self.origin).map(|bytes| self.origin.whole(Body::TextFile(bytes))))
    }
}

/// The bytes of an article that is a whole file.
pub(crate) fn whole_file(mut stream: Stream, origin: &Origin) -> Result<Vec<u8>, Failure> {
    bounded::read_all(&mut stream, origin.options.limit)
        .map_err(|e| origin.failure(Stage::Read, e.to_string()))?
        .ok_or_else(|| origin.failure(Stage::Read, origin.too_long()))
}
