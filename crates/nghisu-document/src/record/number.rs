//! Decimal numbers that stay what the text said, and confidences.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error as _, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::error::RecordError;

/// Every decimal of so many significant digits survives the way through a reader's `f64`.
const SAFE_DIGITS: usize = 15;

/// An exact decimal number in its shortest form: `71.79`, `40590`, `-0.5`.
///
/// It reads and writes a JSON number without exponent; above 15 significant digits, where a
/// reader's floating point would lose some, a string. Equality is that of the numbers, because
/// the form is unique.
///
/// ```
/// use nghisu_document::record::Number;
///
/// let figure = Number::parse("071.790").unwrap();
/// assert_eq!(figure.as_str(), "71.79");
/// // 11,5 triệu (million): 115 × 10⁵.
/// assert_eq!(Number::from_scaled(115, 5), Number::from(11_500_000_u64));
/// assert_eq!(serde_json::to_string(&figure).unwrap(), "71.79");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(String);

impl Number {
    /// Reads plain decimal notation: an optional `-`, digits, at most one `.`.
    ///
    /// # Errors
    /// When `text` is anything else; Vietnamese notation (`.` for thousands) is not read here.
    pub fn parse(text: &str) -> Result<Self, RecordError> {
        let fault = || RecordError::Number(text.to_owned());
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) || digits.ends_with('.')
        {
            return Err(fault());
        }
        Ok(Self::canonical(negative, whole, fraction))
    }

    /// `digits × 10^exponent`, exactly.
    #[must_use]
    pub fn from_scaled(digits: i128, exponent: i32) -> Self {
        let figures = digits.unsigned_abs().to_string();
        let shift = usize::try_from(exponent.unsigned_abs()).unwrap_or(usize::MAX);
        if exponent >= 0 {
            let whole = format!("{figures}{}", "0".repeat(shift));
            return Self::canonical(digits < 0, &whole, "");
        }
        let padded = format!("{figures:0>width$}", width = shift.saturating_add(1));
        let (whole, fraction) = padded.split_at(padded.len().saturating_sub(shift));
        Self::canonical(digits < 0, whole, fraction)
    }

    fn canonical(negative: bool, whole: &str, fraction: &str) -> Self {
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        let mut form = String::with_capacity(whole.len() + fraction.len() + 3);
        if negative && !(whole.is_empty() && fraction.is_empty()) {
            form.push('-');
        }
        form.push_str(if whole.is_empty() { "0" } else { whole });
        if !fraction.is_empty() {
            form.push('.');
            form.push_str(fraction);
        }
        Self(form)
    }

    /// The shortest decimal form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The nearest floating-point number, for comparisons and plots; not exact.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }

    /// How many digits matter: those between the first and the last that are not zero.
    fn significant_digits(&self) -> usize {
        let mut seen = 0;
        let mut last = 0;
        for digit in self.0.bytes().filter(u8::is_ascii_digit) {
            if seen > 0 || digit != b'0' {
                seen += 1;
                if digit != b'0' {
                    last = seen;
                }
            }
        }
        last
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Number({})", self.0)
    }
}

impl From<u64> for Number {
    fn from(number: u64) -> Self {
        Self(number.to_string())
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        Self(number.to_string())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.significant_digits() > SAFE_DIGITS {
            return serializer.serialize_str(&self.0);
        }
        if let Ok(number) = self.0.parse::<u64>() {
            return serializer.serialize_u64(number);
        }
        if let Ok(number) = self.0.parse::<i64>() {
            return serializer.serialize_i64(number);
        }
        // Between these bounds a float is printed without exponent, in the shortest form, which
        // within 15 digits is ours.
        if let Ok(number) = self.0.parse::<f64>()
            && self.0.contains('.')
            && number.abs() >= 1e-4
        {
            return serializer.serialize_f64(number);
        }
        RawValue::from_string(self.0.clone()).map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal number")
    }

    fn visit_u64<E>(self, number: u64) -> Result<Number, E> {
        Ok(number.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Number, E> {
        Ok(number.into())
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Number, E> {
        // Rust prints the shortest decimal that means this float, without exponent. Up to 15
        // digits that is what stood in the file; beyond, digits may be lost already.
        let number = Number::parse(&number.to_string()).map_err(E::custom)?;
        if number.significant_digits() > SAFE_DIGITS {
            return Err(E::custom(RecordError::Number(number.0)));
        }
        Ok(number)
    }

    fn visit_str<E: serde::de::Error>(self, number: &str) -> Result<Number, E> {
        Number::parse(number).map_err(E::custom)
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An exact decimal: a number without exponent; above 15 significant digits, a string.",
            "anyOf": [
                { "type": "number" },
                { "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$" }
            ]
        })
    }
}

/// How sure the program is, from 0 to 1, in thousandths.
///
/// Thousandths are all that a score means, and they make the output the same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Confidence(u16);

impl Confidence {
    /// Certain.
    pub const ONE: Self = Self(1000);

    /// From thousandths; more than 1000 is 1000.
    #[must_use]
    pub const fn from_thousandths(thousandths: u16) -> Self {
        Self(if thousandths > 1000 { 1000 } else { thousandths })
    }

    /// Rounded to thousandths.
    ///
    /// # Errors
    /// When `confidence` is not between 0 and 1.
    pub fn new(confidence: f64) -> Result<Self, RecordError> {
        if !(0.0..=1.0).contains(&confidence) {
            return Err(RecordError::Confidence(confidence));
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 1000, checked above"
        )]
        Ok(Self((confidence * 1000.0).round() as u16))
    }

    /// The number from 0 to 1.
    #[must_use]
    pub fn get(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

impl Default for Confidence {
    fn default() -> Self {
        Self::ONE
    }
}

impl Serialize for Confidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            0 => serializer.serialize_u64(0),
            1000 => serializer.serialize_u64(1),
            _ => serializer.serialize_f64(self.get()),
        }
    }
}

impl<'de> Deserialize<'de> for Confidence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(f64::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl JsonSchema for Confidence {
    fn schema_name() -> Cow<'static, str> {
        "Confidence".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "minimum": 0, "maximum": 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_short_and_exact() {
        for (written, json) in [
            ("0", "0"),
            ("-0.0", "0"),
            ("40590", "40590"),
            ("071.790", "71.79"),
            ("-12.5", "-12.5"),
            ("0.0001", "0.0001"),
            ("0.00000012", "0.00000012"),
            ("1000000000000", "1000000000000"),
            ("1000000000000000000000000", "1000000000000000000000000"),
            ("123456789012345", "123456789012345"),
            ("1234567890123.45", "1234567890123.45"),
            ("1234567890123456", "\"1234567890123456\""),
            ("0.1234567890123456", "\"0.1234567890123456\""),
        ] {
            let number = Number::parse(written).unwrap();
            assert_eq!(serde_json::to_string(&number).unwrap(), json, "{written}");
            assert_eq!(serde_json::from_str::<Number>(json).unwrap(), number, "{written}");
        }
    }

    #[test]
    fn what_is_no_plain_decimal_is_refused() {
        for text in ["", "-", ".", "1.", ".5", "1,5", "1e3", "+1", "1.2.3", " 1", "NaN", "٣"] {
            assert!(Number::parse(text).is_err(), "{text}");
        }
        assert!(serde_json::from_str::<Number>("0.12345678901234567").is_err());
        assert!(serde_json::from_str::<Number>("null").is_err());
    }

    #[test]
    fn scaling_is_exact() {
        for (digits, exponent, form) in [
            (115, 5, "11500000"),
            (7179, -2, "71.79"),
            (5, -3, "0.005"),
            (-5, -1, "-0.5"),
            (0, 12, "0"),
            (1, 12, "1000000000000"),
            (1200, -2, "12"),
        ] {
            assert_eq!(Number::from_scaled(digits, exponent).as_str(), form);
        }
    }

    #[test]
    fn confidences_are_short_numbers() {
        for (confidence, json) in [(1.0, "1"), (0.0, "0"), (0.95, "0.95"), (0.123_456, "0.123")] {
            let written = serde_json::to_string(&Confidence::new(confidence).unwrap()).unwrap();
            assert_eq!(written, json);
        }
        assert!(Confidence::new(1.01).is_err());
        assert!(Confidence::new(f64::NAN).is_err());
    }
}
