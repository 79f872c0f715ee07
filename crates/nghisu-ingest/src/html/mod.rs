//! HTML.
use crate::article::{Article, Body, Draft};
use crate::compression::Stream;
use crate::decoding::Encoding;
use crate::failure::{Failure, Stage};
use crate::origin::{Origin, Reader};
use crate::text::whole_file;

/// Hands out a page's bytes once; its main text is left to whoever finishes the draft.
pub(crate) struct PageReader {
    stream: Option<Stream>,
    origin: Origin,
}

impl PageReader {
    pub(crate) fn new(stream: Stream, origin: Origin) -> Self {
        Self {
            stream: Some(stream),
            origin,
        }
    }
}

impl Reader for PageReader {
    fn next_draft(&mut self) -> Option<Result<Draft, Failure>> {
        let stream = self.stream.take()?;
        Some(whole_file(stream, &self.origin).map(|bytes| self.origin.whole(Body::Page(bytes))))
    }
}

/// Why a page gives no article.
pub(crate) struct NoArticle(String);

impl NoArticle {
    pub(crate) fn at(self, place: &str) -> Failure {
        Failure::new(place, Stage::Html, self.0)
    }
}

pub(crate) fn decode(bytes: Vec<u8>, encoding: Encoding) -> String {
    crate::decoding::into_string(bytes, encoding)
}

pub(crate) fn is_markup(text: &str) -> bool {
    text.contains("</p>")
}

pub(crate) fn read(markup: &str, article: &mut Article) -> Result<(), NoArticle> {
    article.text = markup
        .replace("<p>", "")
        .replace("</p>", "")
        .replace("<br>", "\n");
    Ok(())
}
