//! What a mention or a filler means: a number, a ratio, a date, a time, a duration, or a word.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer, Serialize};

use super::edtf::Edtf;
use super::number::Number;
use super::time::{ClockTime, Duration};

/// The meaning of a span. The forms do not overlap, so a value is read without being told its kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(deny_unknown_fields)]
pub enum Value {
    /// A count, a percentage, an amount, a rank.
    Number(Number),
    /// So many of so many.
    Ratio {
        /// The number before the stroke.
        numerator: Number,
        /// The number after it.
        denominator: Number,
    },
    /// A date.
    Date(Edtf),
    /// A time of day.
    Time(ClockTime),
    /// A length of time.
    Duration(Duration),
    /// A canonical word, such as the kind of a meeting.
    Text(String),
}

impl Value {
    /// Reads the form a string is written in; what is none of them is [`Value::Text`].
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        if let Ok(date) = Edtf::parse(text) {
            Self::Date(date)
        } else if let Ok(time) = ClockTime::parse(text) {
            Self::Time(time)
        } else if let Ok(duration) = Duration::parse(text) {
            Self::Duration(duration)
        } else if let Ok(number) = Number::parse(text) {
            // Four digits are a year, read above: a number is only a string when it is long.
            Self::Number(number)
        } else {
            Self::Text(text.to_owned())
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Ratio { numerator, denominator } => write!(f, "{numerator}/{denominator}"),
            Self::Date(date) => date.fmt(f),
            Self::Time(time) => time.fmt(f),
            Self::Duration(duration) => duration.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, a string, or an object of numerator and denominator")
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Value, E> {
        let number = serde::de::value::F64Deserializer::new(number);
        Number::deserialize(number).map(Value::Number)
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::from_text(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Value, A::Error> {
        #[derive(Deserialize)]
        struct Ratio {
            numerator: Number,
            denominator: Number,
        }
        let Ratio { numerator, denominator } = Ratio::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Value::Ratio { numerator, denominator })
    }
}

/// Reads the value of a mention, which is never a mere word.
pub(super) fn measured<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Value>, D::Error> {
    match Option::<Value>::deserialize(deserializer)? {
        Some(Value::Text(text)) => Err(serde::de::Error::custom(format_args!(
            "`{text}` is no value of a mention: a number, a date, a time or a duration is"
        ))),
        value => Ok(value),
    }
}

/// Serde and schema of a newtype over a checked string.
macro_rules! text_newtype {
    ($name:ident, $description:literal, $pattern:literal) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::record::RecordError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                Self::parse(&text).map_err(serde::de::Error::custom)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "description": $description,
                    "type": "string",
                    "pattern": $pattern
                })
            }
        }
    };
}
pub(super) use text_newtype;
