//! Which blocks of a page are its article.

use super::blocks::{self, Block};
use super::{judge, metadata};
use crate::article::{Article, BlockKind};
use dom_query::Document;
use dom_smoothie::{Config, Readability};
use std::collections::{HashMap, HashSet};

/// Asks readability where the main text stands, and takes the page's own blocks there: they still know their
/// alignment and names, which readability clears away.
///
/// Where it finds nothing, or finds text that is not among the blocks, the better of both readings is taken.
pub(crate) fn of_page(
    document: Document,
    mut all: Vec<Block>,
    article: &mut Article,
) -> Vec<Block> {
    let given_title = article.title.is_some();
    let elsewhere = metadata::elsewhere(&document);
    let config = Config { keep_classes: true, ..Config::default() };
    let Ok(mut readability) = Readability::with_document(document, None, Some(config)) else {
        return all;
    };
    let json_ld = readability.parse_json_ld();
    let said = readability.get_article_metadata(json_ld);
    let mut found = match readability.parse() {
        Ok(page) => blocks::blocks(Document::from(page.content).root()),
        Err(_) => Vec::new(),
    };
    metadata::take(said, elsewhere, article);
    if !given_title {
        offer_heading(&all, article);
    }
    metadata::take_time_stamp(&mut all, article);
    let mut chosen = match located(&all, &found) {
        Some(range) => {
            let here = all.get(range.start..range.end).unwrap_or_default();
            if judge::is_list(here) {
                return here.to_vec();
            }
            here.iter()
                .enumerate()
                .filter(|(at, block)| range.holds(*at, block))
                .map(|(_, block)| block.clone())
                .collect()
        }
        None => {
            judge::judge(&mut found);
            if weight(&found) * 2 < weight(&all) { all } else { found }
        }
    };
    // Title and time stand beside the text.
    chosen.retain(|block| {
        Some(&block.text) != article.title.as_ref()
            && Some(&block.text) != article.published.as_ref()
    });
    chosen
}

/// Prefers the page's heading over its metadata: those often add the name of the site, or are that alone. The heading
/// that the metadata repeat is the right one; else the one that the page sets as its title.
fn offer_heading(all: &[Block], article: &mut Article) {
    let said = article.title.as_deref().unwrap_or_default();
    let repeated = |block: &&Block| {
        block.headed && judge::is_long(&block.text, 15) && said.contains(&block.text)
    };
    let heading =
        all.iter().find(repeated).or_else(|| all.iter().find(|block| super::is_title(block)));
    if let Some(heading) = heading {
        article.title = Some(heading.text.clone());
    }
}

/// Bytes of body text.
fn weight(blocks: &[Block]) -> usize {
    blocks.iter().filter(|block| block.kind.is_none()).map(|block| block.solid).sum()
}

/// Where the article stands among the blocks of its page.
struct Range {
    /// The first and the one after the last.
    start: usize,
    end: usize,
    /// Where readability's text begins, counted from `start`: before it stand the lead and the page's head.
    main: usize,
    /// The lines of readability's text.
    wanted: HashSet<String>,
}

impl Range {
    /// Whether the article holds the block at a place counted from `start`. What readability cleared away between
    /// paragraphs is taken back if it is body text: it drops tables and short paragraphs for their want of commas.
    fn holds(&self, at: usize, block: &Block) -> bool {
        match block.kind {
            Some(BlockKind::Caption) => true,
            None => at >= self.main || block.lead || judge::is_long(&block.text, 60),
            _ => at >= self.main && self.wanted.contains(&block.text),
        }
    }
}

/// Finds the article that `found` is the text of; `None` when that text is not among the blocks.
fn located(all: &[Block], found: &[Block]) -> Option<Range> {
    let (here, wanted) = (counts(all), counts(found));
    let total: usize = found.iter().map(|block| block.solid).sum();
    let known: usize = found
        .iter()
        .filter(|block| here.contains_key(block.text.as_str()))
        .map(|block| block.solid)
        .sum();
    if total == 0 || known * 10 < total * 9 {
        return None;
    }
    // A line that the page holds more often than the main text (a date, a teaser's title) marks no border.
    let marks_border = |block: &Block| {
        let times = wanted.get(block.text.as_str());
        times.is_some() && times == here.get(block.text.as_str())
    };
    let first = all.iter().position(marks_border)?;
    let last = all.iter().rposition(marks_border)?;
    // The lead often stands in the article's head, between title and body, where readability passes over it.
    let title = all.iter().take(first).rposition(super::is_title);
    let start = title.map_or(first, |title| title + 1);
    let wanted = found.iter().map(|block| block.text.clone()).collect();
    Some(Range { start, end: last + 1, main: first - start, wanted })
}

/// How often each line comes.
fn counts(blocks: &[Block]) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for block in blocks {
        *counts.entry(block.text.as_str()).or_default() += 1;
    }
    counts
}
