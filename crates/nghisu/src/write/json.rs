//! A JSON writer over one reused buffer: no tree, no allocation a value.

use std::fmt::{self, Write as _};

/// A key with a comma before it, in quotes, with its colon: written in one piece.
#[derive(Clone, Copy)]
pub(super) struct Key(pub(super) &'static [u8]);

/// The [`Key`] of a name of the contract: plain ASCII.
macro_rules! key {
    ($name:literal) => {
        crate::write::json::Key(concat!(",\"", $name, "\":").as_bytes())
    };
}
pub(super) use key;

/// Writes one JSON value after another into a byte buffer, minding commas.
pub(super) struct Json<'b> {
    out: &'b mut Vec<u8>,
    /// Whether the next key or element needs a comma before it.
    comma: bool,
}

impl<'b> Json<'b> {
    pub(super) fn new(out: &'b mut Vec<u8>) -> Self {
        Self { out, comma: false }
    }

    fn separate(&mut self) {
        if self.comma {
            self.out.push(b',');
        }
        self.comma = true;
    }

    /// A key of the object being written.
    pub(super) fn key(&mut self, key: Key) -> &mut Self {
        self.out.extend_from_slice(key.0.get(usize::from(!self.comma)..).unwrap_or_default());
        self.comma = false;
        self
    }

    pub(super) fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.nest(b'{', b'}', write);
    }

    pub(super) fn array(&mut self, write: impl FnOnce(&mut Self)) {
        self.nest(b'[', b']', write);
    }

    fn nest(&mut self, open: u8, close: u8, write: impl FnOnce(&mut Self)) {
        self.separate();
        self.out.push(open);
        self.comma = false;
        write(self);
        self.out.push(close);
        self.comma = true;
    }

    pub(super) fn string(&mut self, text: &str) {
        self.separate();
        self.out.push(b'"');
        escape(self.out, text);
        self.out.push(b'"');
    }

    /// A string made by formatting: a date, an id.
    pub(super) fn display(&mut self, value: impl fmt::Display) {
        self.separate();
        self.out.push(b'"');
        // What is formatted here (dates, ids, codes) is escaped like any other text.
        let _ = write!(Escaping(self.out), "{value}");
        self.out.push(b'"');
    }

    /// A number already in its JSON form.
    pub(super) fn number(&mut self, value: impl fmt::Display) {
        self.separate();
        let _ = write!(Plain(self.out), "{value}");
    }

    pub(super) fn unsigned(&mut self, value: u32) {
        self.whole(value.into());
    }

    pub(super) fn whole(&mut self, value: u64) {
        self.separate();
        self.digits(value);
    }

    /// A number below one, of as many digits: `0.05`.
    pub(super) fn fraction(&mut self, value: u64, digits: u32) {
        self.separate();
        self.out.extend_from_slice(b"0.");
        for place in (0..digits).rev() {
            let digit = value / 10u64.saturating_pow(place) % 10;
            self.out.push(b'0' + digit as u8);
        }
    }

    /// What is JSON already.
    pub(super) fn raw(&mut self, json: &str) {
        self.separate();
        self.out.extend_from_slice(json.as_bytes());
    }

    /// `"m7"`: a string of a text and a number.
    pub(super) fn numbered(&mut self, text: &str, mark: &str, number: u32) {
        self.separate();
        self.out.push(b'"');
        escape(self.out, text);
        self.out.extend_from_slice(mark.as_bytes());
        self.digits(number.into());
        self.out.push(b'"');
    }

    fn digits(&mut self, value: u64) {
        let mut digits = [0u8; 20];
        let mut rest = value;
        let mut filled = 0;
        for slot in digits.iter_mut().rev() {
            *slot = b'0' + (rest % 10) as u8;
            rest /= 10;
            filled += 1;
            if rest == 0 {
                break;
            }
        }
        self.out.extend_from_slice(digits.get(digits.len() - filled..).unwrap_or_default());
    }

    pub(super) fn boolean(&mut self, value: bool) {
        self.separate();
        self.out.extend_from_slice(if value { b"true" } else { b"false" });
    }

    pub(super) fn null(&mut self) {
        self.separate();
        self.out.extend_from_slice(b"null");
    }

    /// The text, or null.
    pub(super) fn optional(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.string(text),
            None => self.null(),
        }
    }
}

struct Plain<'a>(&'a mut Vec<u8>);

impl fmt::Write for Plain<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

struct Escaping<'a>(&'a mut Vec<u8>);

impl fmt::Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        escape(self.0, text);
        Ok(())
    }
}

/// Appends the text with JSON's escapes: quotes, backslashes, control characters.
fn escape(out: &mut Vec<u8>, text: &str) {
    let mut rest = text.as_bytes();
    while let Some(at) = next_escaped(rest) {
        let (plain, from) = rest.split_at(at);
        out.extend_from_slice(plain);
        let Some((&byte, after)) = from.split_first() else { return };
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            other => {
                let _ = write!(Plain(out), "\\u{other:04x}");
            }
        }
        rest = after;
    }
    out.extend_from_slice(rest);
}

/// Where the next byte stands that JSON escapes. Eight bytes are looked at together, by the
/// carries that a byte below 0x20, or equal to a mark, makes (Hacker's Delight, 6-1): text is
/// escaped three times over (in its document, its mentions, its events), at 2 ns a byte singly.
fn next_escaped(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGHS: u64 = ONES << 7;
    let less = |word: u64, than: u8| word.wrapping_sub(ONES * u64::from(than)) & !word & HIGHS;
    let equal = |word: u64, to: u8| less(word ^ (ONES * u64::from(to)), 1);
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let found = less(word, 0x20) | equal(word, b'"') | equal(word, b'\\');
        if found != 0 {
            return Some(index * 8 + found.trailing_zeros() as usize / 8);
        }
    }
    let escaped = |&b: &u8| b < 0x20 || b == b'"' || b == b'\\';
    rest.iter().position(escaped).map(|at| words.len() * 8 + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Json<'_>)) -> String {
        let mut out = Vec::new();
        write(&mut Json::new(&mut out));
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn values_are_separated_and_nested() {
        let json = written(|j| {
            j.object(|j| {
                j.key(key!("a")).unsigned(0);
                j.key(key!("b")).array(|j| {
                    j.unsigned(4_294_967_295);
                    j.null();
                    j.object(|_| {});
                });
                j.key(key!("c")).boolean(true);
                j.key(key!("d")).fraction(5, 2);
                j.key(key!("e")).numbered("a\"b", "#e", 12);
            });
        });
        assert_eq!(json, r#"{"a":0,"b":[4294967295,null,{}],"c":true,"d":0.05,"e":"a\"b#e12"}"#);
    }

    #[test]
    fn strings_are_what_a_json_reader_reads_back() {
        for text in [
            "",
            "nghị sự",
            "mười sáu ký tự trở lên, rồi \"",
            "\u{80}\u{a0}\u{2022}\"é\\ỹ\u{1f}đ",
            "\"\\\n\r\t\u{1}\u{7f}",
            "a\u{0}b",
            "😀",
        ] {
            let json = written(|j| j.string(text));
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
