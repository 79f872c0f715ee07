//! The document record: an article and what was found in it.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::contract::{DocumentTag, SchemaTag};
use super::edtf::Edtf;
use super::mention::{Mention, MentionType};

/// An annotated article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Document {
    /// The version of the contract.
    #[serde(default)]
    pub schema: SchemaTag,
    /// Says that this is a document.
    #[serde(default)]
    pub record: DocumentTag,
    /// The given id, else the path under the input root, plus `#n` for the nth record of a file.
    pub doc_id: String,
    /// Where the article comes from.
    #[serde(default)]
    pub source: Source,
    /// The text as the pipeline received it.
    #[serde(default)]
    pub text: String,
    /// Its parts; with the sentences, they cover all that is not white space exactly once.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// Its sentences.
    #[serde(default)]
    pub sentences: Vec<Sentence>,
    /// What was found, in order of start, the longer first.
    #[serde(default)]
    pub mentions: Vec<Mention>,
    /// Which mentions mean the same.
    #[serde(default)]
    pub chains: Vec<Chain>,
    /// The ids of its events, which stand in records of their own.
    #[serde(default)]
    pub events: Vec<String>,
    /// Pieces of about a given number of tokens, where asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chunks: Option<Vec<Chunk>>,
}

/// Where an article comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct Source {
    /// The path under the input root.
    pub path: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// The site's name.
    pub site: Option<String>,
    /// The title that came beside the text.
    pub title: Option<String>,
    /// The author.
    pub author: Option<String>,
    /// When it was published.
    pub published: Option<Edtf>,
    /// How that is known.
    pub published_from: Option<PublishedFrom>,
    /// The xxh3 of the text, in hexadecimal.
    pub digest: Option<String>,
}

/// How the day of publication is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PublishedFrom {
    /// The user gave it.
    Given,
    /// The page's metadata.
    Meta,
    /// The article's dateline.
    Dateline,
    /// A date in the text.
    Text,
    /// The address.
    Url,
}

/// A part of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Section {
    /// What part it is.
    pub kind: SectionKind,
    /// Where it starts, in code points.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
}

/// The parts of an article.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// The title that stands in the text.
    Title,
    /// A heading inside the article.
    Heading,
    /// The author's line.
    Byline,
    /// The line of place and day.
    Dateline,
    /// The sapo: a summary that stands apart.
    Lead,
    /// A paragraph.
    Body,
    /// What stands under a picture, its credit included.
    Caption,
    /// What belongs to the page and not to the article.
    Boilerplate,
}

impl SectionKind {
    /// All kinds, in the order of the contract.
    pub const ALL: [Self; 8] = [
        Self::Title,
        Self::Heading,
        Self::Byline,
        Self::Dateline,
        Self::Lead,
        Self::Body,
        Self::Caption,
        Self::Boilerplate,
    ];

    /// The word of the `kind` key.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Lead => "lead",
            Self::Body => "body",
            Self::Caption => "caption",
            Self::Boilerplate => "boilerplate",
        }
    }
}

impl fmt::Display for SectionKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Sentence {
    /// Where it starts, in code points.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
}

/// Mentions that mean the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Chain {
    /// The id in the knowledge base, where it knows the entity.
    #[serde(default)]
    pub entity: Option<String>,
    /// The canonical name.
    #[serde(default)]
    pub norm: Option<String>,
    /// The type of the entity.
    pub r#type: MentionType,
    /// The ids of the mentions.
    #[serde(default)]
    pub mentions: Vec<String>,
}

/// A piece of the text for a search index or an encoder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Chunk {
    /// Where it starts, in code points.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
    /// How many tokens it has.
    pub tokens: u32,
}
