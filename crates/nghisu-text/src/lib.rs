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
//! Spans are 32-bit byte offsets, half-open: [`NormSpan`] in the normalized text, [`OrigSpan`] in the original. Only an
//! [`Alignment`] turns one into the other.

mod alignment;
mod casing;
mod decode;
mod error;
mod key;
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
pub use key::{fold, fold_aligned, word_key};
pub use letter::Tone;
pub use nfc::decompose;
pub use normalize::{
    Buffer, Lossless, Lossy, Normalized, Normalizer, NormalizerBuilder, Step, Streamed, ToneMarks,
};
pub use offsets::Sweep;
pub use span::{NormSpan, OrigSpan};
pub use syllable::{Syllable, ToneStyle, is_syllable};
