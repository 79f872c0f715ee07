//! Normalization from a reader to a writer in flat memory.

use super::{Buffer, Lossy, Normalizer};
use crate::decode::{Encoding, Source};
use std::io::{self, Read, Write};

/// Bytes read at a time, and the most of a text that stands in memory at once while it has a space now and then.
const CHUNK: usize = 64 * 1024;
/// A stretch without a place to cut may grow to this; then it is cut between any two characters.
const LONGEST: usize = 16 * CHUNK;

/// What a stream was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streamed {
    /// What the bytes were read as. [`Encoding::Auto`] decides by the first 64 KiB.
    pub encoding: Encoding,
    /// Whether a misreading was undone; see [`Decoded::misread`](crate::Decoded::misread).
    pub misread: bool,
    /// How many U+FFFD stand for bytes that could not be decoded.
    pub replaced: u64,
    /// Bytes read.
    pub read: u64,
    /// Bytes of UTF-8 written.
    pub written: u64,
}

impl Normalizer {
    /// Decodes what `from` gives and writes its normalized form in UTF-8 to `to`, without ever holding more than a piece.
    ///
    /// The pieces end where a line does, or a word, so that the output is that of [`normalize`](Self::normalize) over the whole. Only a
    /// stretch of over 1 MiB without a space may be cut elsewhere.
    ///
    /// ```
    /// use nghisu_text::{Encoding, Normalizer};
    ///
    /// let mut written = Vec::new();
    /// let streamed = Normalizer::default().normalize_stream("Vie\u{302}\u{323}t Nam".as_bytes(), &mut written, Encoding::Auto)?;
    /// assert_eq!((written.as_slice(), streamed.read), ("Việt Nam".as_bytes(), 12));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    /// Whatever reading or writing gives.
    pub fn normalize_stream(
        &self,
        from: impl Read,
        to: impl Write,
        encoding: Encoding,
    ) -> io::Result<Streamed> {
        self.stream_by(CHUNK, LONGEST, from, to, encoding)
    }

    fn stream_by(
        &self,
        chunk: usize,
        longest: usize,
        mut from: impl Read,
        mut to: impl Write,
        encoding: Encoding,
    ) -> io::Result<Streamed> {
        let mut bytes = Vec::new();
        let mut buffer = Buffer::new();
        let mut source: Option<Source> = None;
        let mut done =
            Streamed { encoding: Encoding::Utf8, misread: false, replaced: 0, read: 0, written: 0 };
        loop {
            let read = from.by_ref().take(chunk as u64).read_to_end(&mut bytes)?;
            done.read += read as u64;
            let at_end = read < chunk;
            let first = source.is_none();
            let source = *source.get_or_insert_with(|| Source::of(&bytes, encoding));
            let piece = if at_end { bytes.len() } else { self.piece(source, &bytes, longest) };
            let ready = bytes.get(..piece).unwrap_or_default();
            let decoded = source.decode(ready, first);
            done.replaced += decoded.replaced as u64;
            done.encoding = source.encoding();
            done.misread = source.misread();
            let normalized =
                self.normalize(&decoded.text, &mut buffer).map_err(io::Error::other)?;
            to.write_all(normalized.text.as_bytes())?;
            done.written += normalized.text.len() as u64;
            drop(decoded);
            bytes.drain(..piece);
            if at_end {
                return Ok(done);
            }
        }
    }

    /// How many of `bytes` can be taken as if nothing followed them.
    fn piece(&self, source: Source, bytes: &[u8], longest: usize) -> usize {
        // A line's end is safe, except after a hyphen that may go with it.
        let by_line = if self.steps.has(Lossy::LineEndHyphens) {
            None
        } else {
            source.after_last_line(bytes)
        };
        by_line
            .or_else(|| source.after_last_space(bytes))
            .unwrap_or_else(|| if bytes.len() < longest { 0 } else { source.last_border(bytes) })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Buffer, Lossy, Normalizer};
    use crate::Encoding;
    use proptest::prelude::*;

    fn streamed(
        normalizer: &Normalizer,
        chunk: usize,
        bytes: &[u8],
        encoding: Encoding,
    ) -> (String, super::Streamed) {
        let mut written = Vec::new();
        let streamed = normalizer.stream_by(chunk, 1 << 20, bytes, &mut written, encoding).unwrap();
        assert_eq!((streamed.read, streamed.written), (bytes.len() as u64, written.len() as u64));
        (String::from_utf8(written).unwrap(), streamed)
    }

    fn text() -> impl Strategy<Value = String> {
        let piece = proptest::sample::select(vec![
            "hoà",
            "Vie\u{302}\u{323}t",
            "a",
            " ",
            " \u{301}",
            "\n",
            "\r\n",
            "\r",
            "-\n",
            "\u{200B}",
            "“",
            "…",
            "Ðа",
            "Аa",
            "😀",
            "\u{301}",
            "\u{FEFF}",
            "b c",
        ]);
        proptest::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn pieces_make_what_the_whole_makes(text in text(), chunk in 1..40_usize) {
            for normalizer in [Normalizer::default(), Normalizer::builder().with(Lossy::LineEndHyphens).build()] {
                let mut buffer = Buffer::new();
                let decoded = crate::decode(text.as_bytes(), Encoding::Utf8);
                let whole = normalizer.normalize(&decoded.text, &mut buffer).unwrap().text;
                prop_assert_eq!(streamed(&normalizer, chunk, text.as_bytes(), Encoding::Utf8).0, whole);
                for (order, bytes) in [(Encoding::Utf16Le, u16::to_le_bytes as fn(u16) -> [u8; 2]), (Encoding::Utf16Be, u16::to_be_bytes)] {
                    let units: Vec<u8> = text.encode_utf16().flat_map(bytes).collect();
                    prop_assert_eq!(streamed(&normalizer, chunk, &units, order).0, whole);
                }
            }
        }

        #[test]
        fn any_bytes_stream_in_any_encoding(bytes: Vec<u8>, chunk in 1..40_usize) {
            for encoding in Encoding::ALL {
                streamed(&Normalizer::default(), chunk, &bytes, encoding);
            }
        }
    }

    #[test]
    fn a_long_stretch_without_a_space_is_cut_between_characters() {
        let text = "ế".repeat(1000);
        let mut written = Vec::new();
        let normalizer = Normalizer::default();
        normalizer.stream_by(64, 128, text.as_bytes(), &mut written, Encoding::Auto).unwrap();
        assert_eq!(written, text.as_bytes());
    }

    #[test]
    fn old_encodings_stream() {
        let line = b"Th\xF1 t\xAD\xEDng ch\xF1 tr\xD7 phi\xAAn h\xE4p\n";
        let (text, streamed) =
            streamed(&Normalizer::default(), 100, &line.repeat(40), Encoding::Auto);
        assert_eq!(text, "Thủ tướng chủ trì phiên họp\n".repeat(40));
        assert_eq!((streamed.encoding, streamed.misread), (Encoding::Tcvn3, false));
    }
}
