//! What a page says of itself: title, author, site, address, and the time of publication with its zone.

use super::blocks::Block;
use super::{judge, offer, offer_time};
use crate::article::{Article, BlockKind};
use dom_query::Document;
use dom_smoothie::Metadata;

/// Takes over readability's findings (JSON-LD, Open Graph, Dublin Core), then the places it does not look at.
pub(crate) fn take(found: Metadata, elsewhere: Elsewhere, article: &mut Article) {
    let title = Some(found.title).filter(|title| !title.trim().is_empty());
    offer(&mut article.title, title);
    offer(&mut article.author, found.byline);
    offer(&mut article.site, found.site_name);
    offer(&mut article.url, found.url.or(elsewhere.url));
    offer_time(article, found.published_time.or(elsewhere.published));
}

/// What stands in places that readability passes over.
#[derive(Debug, Default)]
pub(crate) struct Elsewhere {
    url: Option<String>,
    published: Option<String>,
}

/// Looks at the document before readability takes it apart.
pub(crate) fn elsewhere(document: &Document) -> Elsewhere {
    let first = |selector: &str, attribute: &str| {
        let value = document.select_single(selector).attr(attribute)?;
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    Elsewhere {
        url: first("link[rel=canonical]", "href")
            .or_else(|| first("meta[property='og:url']", "content")),
        published: first("meta[itemprop=datePublished]", "content")
            .or_else(|| first("meta[name=pubdate]", "content"))
            .or_else(|| first("time[itemprop=datePublished]", "datetime")),
    }
}

/// The time stamp that stands before the body, after the title if there is one, is the time of publication; as text
/// it is boilerplate. A stamp before the title is today's date in a page's head.
pub(crate) fn take_time_stamp(blocks: &mut [Block], article: &mut Article) {
    let after = blocks.iter().position(super::is_title).map_or(0, |at| at + 1);
    for block in blocks.iter_mut().skip(after) {
        if block.time.is_some() || judge::is_time_stamp(&block.text) {
            let machine = block.time.clone().filter(|time| !time.trim().is_empty());
            offer_time(article, machine.or_else(|| Some(block.text.clone())));
            block.kind = Some(BlockKind::Boilerplate);
            return;
        }
        if block.kind.is_none() && judge::is_long(&block.text, 80) {
            return;
        }
    }
}

/// The longest name of an author in characters.
const LONGEST_NAME: usize = 60;

/// `Tác giả: …` in a line of its own names the author where the page's metadata do not.
pub(crate) fn take_author(blocks: &[Block], article: &mut Article) {
    let found = blocks.iter().find_map(|block| {
        let (label, name) = block.text.split_once(':')?;
        let label = label.trim().to_lowercase();
        let named = ["tác giả", "tác giả bài viết"].contains(&label.as_str());
        (named && !judge::is_long(name, LONGEST_NAME)).then(|| name.to_owned())
    });
    offer(&mut article.author, found);
}
