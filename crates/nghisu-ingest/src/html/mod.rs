//! HTML: whole pages, and the bodies that content systems keep.
//!
//! A tree is walked once into blocks, and every block judged ([`blocks`], [`judge`]). Of a page, readability then says
//! which of them are the main text ([`main_text`]); a body without `<html>` is all main text. The blocks joined by
//! newlines are the article's text, their kinds its hints.

mod blocks;
mod charset;
mod elements;
mod judge;
mod main_text;
mod markup;
mod metadata;
mod names;
mod template;

pub(crate) use charset::decode;
pub(crate) use markup::{has_entities, is_markup, unescape};

use crate::article::{Article, BlockHint, BlockKind, Body, Draft, PublishedFrom};
use crate::compression::Stream;
use crate::failure::{Failure, Stage};
use crate::origin::{Origin, Reader};
use crate::text::whole_file;
use blocks::Block;
use dom_query::Document;

/// Hands out a page's bytes once; its main text is left to whoever finishes the draft.
pub(crate) struct PageReader {
    stream: Option<Stream>,
    origin: Origin,
}

impl PageReader {
    pub(crate) fn new(stream: Stream, origin: Origin) -> Self {
        Self { stream: Some(stream), origin }
    }
}

impl Reader for PageReader {
    fn next_draft(&mut self) -> Option<Result<Draft, Failure>> {
        let stream = self.stream.take()?;
        Some(whole_file(stream, &self.origin).map(|bytes| self.origin.whole(Body::Page(bytes))))
    }
}

/// Why a page gives no article.
#[derive(Debug)]
pub(crate) struct NoArticle(String);

impl NoArticle {
    pub(crate) fn at(self, place: &str) -> Failure {
        Failure::new(place, Stage::Html, self.0)
    }
}

/// Below this many characters of text outside links, a page with links is a list of them and no article. A note in a
/// government newspaper has two sentences, which is twice as much.
const FEWEST: usize = 120;

/// Readability recurses; browsers, too, nest no deeper than this.
const DEEPEST: usize = 512;

/// Puts the main text, its hints and what the page says of itself into `article`. What the article has already (a
/// record's own title) is kept.
pub(crate) fn read(source: &str, article: &mut Article) -> Result<(), NoArticle> {
    let clean = template::strip(source);
    let document = Document::from(clean.as_ref());
    let (mut all, depth) = blocks::walk(document.root());
    judge::judge(&mut all);
    let chosen = if markup::is_page(&clean) && depth <= DEEPEST {
        main_text::of_page(document, all, article)
    } else {
        metadata::take_time_stamp(&mut all, article);
        all
    };
    let body: usize = chosen
        .iter()
        .filter(|block| block.kind.is_none())
        .map(|block| block.text.chars().count())
        .sum();
    let links = chosen.iter().filter(|block| block.linked > 0).count();
    if links >= 3 && (body < FEWEST || judge::is_list(&chosen)) {
        return Err(NoArticle(format!(
            "no article on this page, only a list of {links} links: leave it out"
        )));
    }
    metadata::take_author(&chosen, article);
    join(&chosen, article);
    Ok(())
}

fn join(blocks: &[Block], article: &mut Article) {
    for block in blocks {
        if !article.text.is_empty() {
            article.text.push('\n');
        }
        let start = article.text.len();
        article.text.push_str(&block.text);
        if let Some(kind) = block.kind {
            article.hints.push(BlockHint { start, end: article.text.len(), kind });
        }
    }
}

/// Keeps what is given, else takes what the page says.
fn offer(place: &mut Option<String>, found: Option<String>) {
    if place.is_none() {
        *place = found
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|text| !text.is_empty());
    }
}

fn offer_time(article: &mut Article, found: Option<String>) {
    offer(&mut article.published, found);
    if article.published.is_some() && article.published_from.is_none() {
        article.published_from = Some(PublishedFrom::Meta);
    }
}

/// Whether a block is the article's title.
fn is_title(block: &Block) -> bool {
    block.kind == Some(BlockKind::Title)
}
