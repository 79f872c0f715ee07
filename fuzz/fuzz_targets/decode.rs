//! Any bytes decode in every encoding, counted honestly, whole and in pieces.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nghisu_text::{Encoding, Normalizer, decode};

fuzz_target!(|bytes: &[u8]| {
    let normalizer = Normalizer::default();
    for encoding in Encoding::ALL {
        let decoded = decode(bytes, encoding);
        assert!(decoded.replaced <= decoded.text.matches(char::REPLACEMENT_CHARACTER).count());
        assert!((0.0..=1.0).contains(&decoded.confidence));
        assert!(decoded.encoding != Encoding::Auto && decoded.encoding != Encoding::Utf16);
        let mut written = Vec::new();
        let streamed = normalizer.normalize_stream(bytes, &mut written, encoding).unwrap();
        assert_eq!(streamed.written, written.len() as u64);
        // Short enough for one piece: the stream must say what the whole says.
        let mut buffer = nghisu_text::Buffer::new();
        assert_eq!(written, normalizer.normalize(&decoded.text, &mut buffer).unwrap().text.as_bytes());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let decoded = decode(bytes, Encoding::Utf8);
        assert_eq!(decoded.text, text.strip_prefix('\u{FEFF}').unwrap_or(text));
        assert_eq!(decoded.replaced, 0);
    }
});
