//! One JSON object read as an article: the fields wanted are taken, all others are passed over unparsed.

use crate::article::Draft;
use crate::decoding;
use crate::failure::{Failure, Stage};
use crate::fields::Taken;
use crate::options::Fields;
use crate::origin::Origin;
use nghisu_text::Encoding;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// The draft of the `number`th record, which begins at `line` (both from 1).
pub(crate) fn draft(
    bytes: &[u8],
    origin: &Origin,
    number: u64,
    line: u64,
) -> Result<Draft, Failure> {
    let fail = |stage, message: String| Err(origin.failure_at(line, stage, message));
    // Vietnamese alternates ASCII and longer letters, which is std's slowest case: its check took two thirds of reading.
    let json = match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) if origin.options.encoding == Encoding::Auto => {
            let at = std::str::from_utf8(bytes).err().map_or(0, |e| e.valid_up_to());
            let message = format!(
                "not UTF-8 at byte {at} of the record: convert the file, or name its encoding"
            );
            return fail(Stage::Decode, message);
        }
        Err(_) => Cow::Owned(decoding::into_string(bytes.to_vec(), origin.options.encoding)),
    };
    let fields = &origin.options.fields;
    let mut source = serde_json::Deserializer::from_str(&json);
    let taken = source
        .deserialize_map(RecordVisitor(fields))
        .and_then(|taken| source.end().map(|()| taken));
    match taken {
        Ok(taken) => taken.draft(origin, number, format!("{}:{line}", origin.path)),
        Err(e) => fail(Stage::Json, message(&e)),
    }
}

/// serde_json counts lines within the record; the failure names the file's line already.
fn message(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what);
    format!(
        "not a JSON object: {what} (line {}, column {} of the record)",
        error.line(),
        error.column()
    )
}

struct RecordVisitor<'f>(&'f Fields);

impl<'de> Visitor<'de> for RecordVisitor<'_> {
    type Value = Taken;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the fields of an article")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Taken, A::Error> {
        let mut taken = Taken::default();
        while let Some(key) = map.next_key_seed(Key)? {
            if self.0.roles(&key).next().is_none() {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let value = map.next_value_seed(Words)?;
            taken.offer(self.0, &key, value.as_deref());
        }
        Ok(taken)
    }
}

/// A key, borrowed from the record where it has no escapes.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}

/// A string, a number as its digits, or an array of them (paragraphs) joined by newlines; nothing for the rest.
#[derive(Clone, Copy)]
struct Words;

impl<'de> DeserializeSeed<'de> for Words {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Words {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string, a number or an array of them")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
        Ok(Some(text))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Self::Value, A::Error> {
        let mut joined: Option<String> = None;
        while let Some(element) = elements.next_element_seed(self)? {
            let Some(element) = element else { continue };
            match &mut joined {
                Some(text) => {
                    text.push('\n');
                    text.push_str(&element);
                }
                None => joined = Some(element),
            }
        }
        Ok(joined)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        de::IgnoredAny.visit_map(map)?;
        Ok(None)
    }
}
