//! What every reader makes: an article, or the draft of one.

use crate::decoding;
use crate::failure::{Failure, Stage};
use crate::html;
use crate::published;
use nghisu_text::Encoding;

/// One article, its text as Unicode and what was said beside the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Article {
    /// The given id, else the path under the input root with `#n` for the nth record of a file. No two articles of
    /// one [`Source`](crate::Source) share it.
    pub id: String,
    /// The file that it came from, as the input named it, with `/` between folders; `-` for standard input.
    pub path: Option<String>,
    /// The text, decoded and nothing else: not normalized, line ends as they were. For HTML: the blocks of the
    /// main text, joined by newlines.
    pub text: String,
    /// A title that came beside the text. A title that stands in the text is a [`BlockKind::Title`] hint instead.
    pub title: Option<String>,
    /// The address of publication.
    pub url: Option<String>,
    /// The name of the site or newspaper.
    pub site: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The time of publication as it was found, not interpreted: `2024-07-19T08:30+07:00`, `19/7/2024 08:30`.
    pub published: Option<String>,
    /// Where [`published`](Self::published) was found.
    pub published_from: Option<PublishedFrom>,
    /// What markup said about parts of the text, sorted, without overlap. Text without a hint is body text.
    pub hints: Vec<BlockHint>,
}

/// What markup said about one stretch of text: bytes of [`Article::text`], half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockHint {
    /// First byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
    /// What it is.
    pub kind: BlockKind,
}

/// The kinds of block that markup tells apart from body text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BlockKind {
    /// The article's own title, standing in the text.
    Title,
    /// A heading inside the article.
    Heading,
    /// The words under a picture, a video or over a table.
    Caption,
    /// Related links, share bars, time stamps, menus.
    Boilerplate,
}

impl BlockKind {
    /// The name that records use: `title`, `heading`, `caption`, `boilerplate`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Caption => "caption",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// Where the time of publication was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PublishedFrom {
    /// A field of the record.
    Given,
    /// The page's metadata, or the time stamp over its text.
    Meta,
    /// The address.
    Url,
}

impl PublishedFrom {
    /// The name that records use: `given`, `meta`, `url`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Meta => "meta",
            Self::Url => "url",
        }
    }
}

/// An article whose id is known and whose body is still to be decoded or freed of its markup.
///
/// Reading a file is sequential and cheap, the rest is not (a page of HTML costs milliseconds): so a reader hands
/// out drafts, and any thread may finish them.
#[derive(Debug)]
pub struct Draft {
    pub(crate) article: Article,
    pub(crate) body: Body,
    /// The place a failure names: `file` or `file:line`.
    pub(crate) place: String,
    pub(crate) encoding: Encoding,
}

/// What is still to be done to a draft's body.
#[derive(Debug)]
pub(crate) enum Body {
    /// Text of a record: nothing.
    Text(String),
    /// HTML in a record's field.
    Markup(String),
    /// The bytes of a text file.
    TextFile(Vec<u8>),
    /// The bytes of an HTML file.
    Page(Vec<u8>),
}

impl Draft {
    /// The id the article will have.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.article.id
    }

    /// The bytes still to be processed: what one draft weighs beside another.
    #[must_use]
    pub fn size(&self) -> usize {
        self.bytes().len()
    }

    /// The body as it was read, neither decoded nor freed of markup.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match &self.body {
            Body::Text(text) | Body::Markup(text) => text.as_bytes(),
            Body::TextFile(bytes) | Body::Page(bytes) => bytes,
        }
    }

    /// Decodes the body, reduces HTML to its main text.
    ///
    /// # Errors
    /// A [`Failure`] of stage `html` when a page holds no article, of stage `empty` when there is no text at all.
    pub fn finish(self) -> Result<Article, Failure> {
        let Self { mut article, body, place, encoding } = self;
        match body {
            Body::Text(text) if html::has_entities(&text) => article.text = html::unescape(&text),
            Body::Text(text) => article.text = text,
            Body::TextFile(bytes) => article.text = decoding::into_string(bytes, encoding),
            Body::Markup(markup) => html::read(&markup, &mut article).map_err(|e| e.at(&place))?,
            Body::Page(bytes) => {
                let page = html::decode(bytes, encoding);
                html::read(&page, &mut article).map_err(|e| e.at(&place))?;
            }
        }
        if article.text.trim().is_empty() {
            return Err(Failure::new(place, Stage::Empty, "there is no text in it"));
        }
        if article.published.is_none()
            && let Some(day) = article.url.as_deref().and_then(published::day_in_url)
        {
            article.published = Some(day);
            article.published_from = Some(PublishedFrom::Url);
        }
        Ok(article)
    }
}
