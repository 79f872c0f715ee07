//! What Vietnamese text is: decoding, normalization with alignment to the original, folding, syllables.
//!
//! ```
//! use nghisu_text::{Buffer, Encoding, NormSpan, Normalizer, Sweep, decode};
//!
//! // Bytes to text; offsets count from the first character of what `decode` gives.
//! let decoded = decode("Kính gửi: “Sở Y tê\u{301}”".as_bytes(), Encoding::Auto);
//!
//! // Text to the one form that recognizers read. Built once, shared by threads; a buffer each.
//! let normalizer = Normalizer::default();
//! let mut buffer = Buffer::new();
//! let normalized = normalizer.normalize(&decoded.text, &mut buffer)?;
//! assert_eq!(normalized.text, "Kính gửi: \"Sở Y tế\"");
//!
//! // A span found there, and where it was in what the caller gave.
//! let start = normalized.text.find("Sở").unwrap() as u32;
//! let original = normalized.alignment.to_original(NormSpan::new(start, start + "Sở Y tế".len() as u32));
//! assert_eq!(original.slice(&decoded.text), "Sở Y tê\u{301}");
//!
//! // Bytes to code points, as records count.
//! let mut sweep = Sweep::new(&decoded.text);
//! assert_eq!(sweep.code_points(original.start() as usize), 11);
//! # Ok::<(), nghisu_text::TextError>(())
//! ```
//!
//! # Offsets
//! Spans are 32-bit byte offsets, half-open: [`NormSpan`] in the normalized text, [`OrigSpan`] in the original. Only an
//! [`Alignment`] turns one into the other; it is one sorted list of edits, empty for text that was clean. [`Sweep`] counts code points
//! and UTF-16 units.
//!
//! # What normalization does
//! [`Lossless`] steps change nothing that a reader of the printed text could see: composition (NFC), marks in the wrong order or
//! doubled, invisible characters, line ends. [`Lossy`] steps make one of several forms that mean the same here: spaces, quotes,
//! dashes, the ellipsis, look-alike letters, full-width forms. All these are on; each can be left out. Joining words broken at line
//! ends ([`Lossy::LineEndHyphens`]), repairing misplaced tone marks ([`Lossy::MisplacedMarks`]) and choosing a style for them
//! ([`ToneMarks`]) have to be asked for, since lookups need none of it: [`word_key`] sees through both styles and through slips.
//!
//! # Words
//! [`word_key`] is the form that vocabularies are keyed by, [`fold`] the one without diacritics, [`Syllable`] takes a written syllable
//! apart and writes it in either style. [`to_lower`], [`to_upper`] and [`title_case`] change letter case.
//!
//! # Cost
//! Clean text is scanned at over 4 GB/s and borrowed; decomposed text is composed with its alignment at 110 MB/s, a little faster
//! than `icu_normalizer` alone (92 MB/s) composes it; a word's key takes 70 ns. `examples/throughput.rs` measures these again (a shared
//! two-core machine of 2026 gave the figures). Once its buffer has grown, normalizing Vietnamese text allocates nothing.

mod alignment;
mod casing;
mod decode;
mod error;
mod key;
mod language;
mod letter;
mod nfc;
mod normalize;
mod offsets;
mod span;
mod syllable;

pub use alignment::{Alignment, Edit};
pub use casing::{title_case, to_lower, to_upper};
pub use decode::{Decoded, Encoding, decode};
pub use error::TextError;
pub use key::{fold, fold_aligned, push_word_key, word_key};
pub use language::may_be_vietnamese;
pub use letter::Tone;
pub use nfc::decompose;
pub use normalize::{
    Buffer, Lossless, Lossy, Normalized, Normalizer, NormalizerBuilder, Step, Streamed, ToneMarks,
};
pub use offsets::Sweep;
pub use span::{NormSpan, OrigSpan};
pub use syllable::{Syllable, ToneStyle, is_syllable};
