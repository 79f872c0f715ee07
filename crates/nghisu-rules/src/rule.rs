use crate::program::{Anchor, Follows, Op};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A value of a rule's `params` table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Param {
    /// A string.
    Text(String),
    /// A number; integers of TOML too.
    Number(f64),
    /// `true` or `false`.
    Flag(bool),
}

/// A rule's `params` table: what its production is told beside the match.
///
/// Names are compared as strings: read them once, when the stage is built
/// (see [`Matcher::bind`](crate::Matcher::bind)).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Params(pub(crate) Vec<(String, Param)>);

impl Params {
    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The value of a name, where it is a string.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Param::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a name, where it is a number.
    pub fn number(&self, name: &str) -> Option<f64> {
        match *self.get(name)? {
            Param::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Whether the value of a name is `true`.
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.get(name), Some(Param::Flag(true)))
    }

    /// All names and values, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Param)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

/// A rule as its file says it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) stage: String,
    pub(crate) pattern: String,
    pub(crate) production: String,
    pub(crate) params: Params,
    pub(crate) priority: i32,
    pub(crate) captures: Vec<String>,
    pub(crate) examples: Vec<ExampleText>,
    pub(crate) code: Vec<Op>,
    pub(crate) starts: Anchor,
    pub(crate) needs: Option<Anchor>,
    pub(crate) follows: Follows,
}

impl Rule {
    /// The name that stands in the record's `rule`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it finds, in a sentence.
    pub fn doc(&self) -> &str {
        &self.doc
    }

    /// The name that its file was added under.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line of the file at which its name stands, from 1.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// The stage that runs it.
    pub fn stage(&self) -> &str {
        &self.stage
    }

    /// The pattern as it was written.
    pub fn pattern(&self) -> &str {
        &self.pattern
    }

    /// The name of what its stage makes of a match.
    pub fn production(&self) -> &str {
        &self.production
    }

    /// What the production is told.
    pub fn params(&self) -> &Params {
        &self.params
    }

    /// Rules of higher priority are tried first at a token.
    pub fn priority(&self) -> i32 {
        self.priority
    }

    /// The names of its captures.
    pub fn captures(&self) -> impl Iterator<Item = &str> {
        self.captures.iter().map(String::as_str)
    }

    /// Its examples, then its counter-examples.
    pub fn examples(&self) -> impl Iterator<Item = Example<'_>> {
        self.examples.iter().map(|example| Example {
            rule: &self.name,
            file: &self.file,
            text: &example.text,
            span: example.span.map(|(start, end)| start as usize..end as usize),
        })
    }
}

/// A text without its brackets, and the bytes between them; none for a counter-example.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct ExampleText {
    pub(crate) text: String,
    pub(crate) span: Option<(u32, u32)>,
}

/// A text that a rule's author promises something about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example<'a> {
    /// The rule's name.
    pub rule: &'a str,
    /// The name that its file was added under.
    pub file: &'a str,
    /// The text, without the brackets.
    pub text: &'a str,
    /// The bytes of `text` that must come of the rule; `None` where it must not match at all.
    pub span: Option<Range<usize>>,
}
