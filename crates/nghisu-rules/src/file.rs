//! The TOML form of a rule file, and the brackets of its examples.

use crate::error::RuleError;
use crate::rule::{ExampleText, Param, Params};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleFile {
    pub(crate) stage: String,
    #[serde(default)]
    pub(crate) sets: BTreeMap<String, Vec<String>>,
    #[serde(default, rename = "rule")]
    pub(crate) rules: Vec<RuleTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleTable {
    pub(crate) name: Spanned<String>,
    pub(crate) doc: String,
    pub(crate) pattern: String,
    pub(crate) produce: String,
    #[serde(default)]
    params: BTreeMap<String, Value>,
    #[serde(default)]
    pub(crate) priority: i32,
    #[serde(default)]
    pub(crate) examples: Vec<String>,
    #[serde(default)]
    pub(crate) counter_examples: Vec<String>,
}

#[derive(Deserialize, Clone)]
#[serde(untagged)]
enum Value {
    Text(String),
    Number(f64),
    Flag(bool),
}

impl RuleFile {
    pub(crate) fn read(file: &str, text: &str) -> Result<Self, RuleError> {
        toml::from_str(text)
            .map_err(|e| RuleError::File { file: file.to_owned(), message: e.to_string() })
    }
}

impl RuleTable {
    pub(crate) fn params(&self) -> Params {
        let value = |value: &Value| match value {
            Value::Text(text) => Param::Text(text.clone()),
            &Value::Number(number) => Param::Number(number),
            &Value::Flag(flag) => Param::Flag(flag),
        };
        Params(self.params.iter().map(|(k, v)| (k.clone(), value(v))).collect())
    }

    /// Examples without their brackets, then counter-examples; or what to mend.
    pub(crate) fn texts(&self) -> Result<Vec<ExampleText>, String> {
        if self.examples.is_empty() {
            return Err("a rule has at least one example".to_owned());
        }
        let examples = self.examples.iter().map(|text| unbracketed(text));
        let counters = self.counter_examples.iter().map(|text| {
            if text.contains(['[', ']']) {
                return Err(format!("a counter-example has no brackets: {text:?}"));
            }
            Ok(ExampleText { text: text.clone(), span: None })
        });
        examples.chain(counters).collect()
    }
}

fn unbracketed(text: &str) -> Result<ExampleText, String> {
    let wrong = || format!("an example has its span in one pair of brackets: {text:?}");
    let (before, rest) = text.split_once('[').ok_or_else(wrong)?;
    let (span, after) = rest.split_once(']').ok_or_else(wrong)?;
    if span.trim().is_empty() || [before, span, after].iter().any(|part| part.contains(['[', ']']))
    {
        return Err(wrong());
    }
    let start = before.len() as u32;
    Ok(ExampleText {
        text: format!("{before}{span}{after}"),
        span: Some((start, start + span.len() as u32)),
    })
}
