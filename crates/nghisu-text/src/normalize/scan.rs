//! The fast scan: where is the next character that may need a change?
//!
//! Vietnamese in NFC is ASCII, U+00C0 to U+01BF and U+1E00 to U+1EFF: first bytes C3 to C6, and E1 with B8 to BB after it. Bytes in
//! that set need nothing; anything else is a suspect for the slow path to judge.

const CHUNK: usize = 32;

/// Whether a byte may begin a character that needs a change; `next` is the byte after it.
#[inline]
fn is_suspect(byte: u8, next: u8) -> bool {
    (byte < 0x20 && byte != b'\n')
        | (byte == 0xC2)
        // ð, Ð and Ɖ look like đ and Đ.
        | ((byte == 0xC3) & ((next == 0xB0) | (next == 0x90)))
        | ((byte == 0xC6) & (next == 0x89))
        | ((byte >= 0xC7) & ((byte != 0xE1) | (next & 0xFC != 0xB8)))
}

/// The first suspect at or after `from`, a character border.
#[inline]
pub(super) fn next_suspect(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    // Where one suspect was the next is often near (decomposed text, quotes): look a little before the wide steps.
    let near = bytes.get(at..)?;
    let follows = near.iter().skip(1).copied().chain([0]);
    if let Some(found) = near
        .iter()
        .copied()
        .zip(follows)
        .take(CHUNK)
        .position(|(byte, next)| is_suspect(byte, next))
    {
        return Some(at + found);
    }
    at += CHUNK.min(near.len());
    while let (Some(chunk), Some(shifted)) =
        (bytes.get(at..at + CHUNK), bytes.get(at + 1..at + 1 + CHUNK))
    {
        let mut any = false;
        for (byte, next) in chunk.iter().zip(shifted) {
            any |= is_suspect(*byte, *next);
        }
        if any {
            break;
        }
        at += CHUNK;
    }
    let rest = bytes.get(at..)?;
    let follows = rest.iter().skip(1).copied().chain([0]);
    rest.iter()
        .copied()
        .zip(follows)
        .position(|(byte, next)| is_suspect(byte, next))
        .map(|found| at + found)
}
