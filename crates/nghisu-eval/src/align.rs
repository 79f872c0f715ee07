//! Which predicted document answers which gold one, and whether both are over the same text.

use std::collections::HashMap;

use crate::corpus::{Article, Corpus};
use crate::error::Error;

/// Pairs each gold document with its prediction.
///
/// By id; else by path, since an id defaults to the path; else by the file's name without its
/// ending, where that is unique.
pub(crate) fn align<'a>(
    gold: &'a Corpus,
    predicted: &'a Corpus,
    allow_missing: bool,
) -> Result<Vec<(&'a Article, &'a Article)>, Error> {
    if gold.is_empty() {
        return Err(Error::NoGold(gold.name.clone()));
    }
    let mut index = [HashMap::new(), HashMap::new(), HashMap::new()];
    for article in &predicted.articles {
        for (names, key) in index.iter_mut().zip(keys(article)) {
            if let Some(key) = key {
                // A name that two documents have names neither.
                names.entry(key).and_modify(|found| *found = None).or_insert(Some(article));
            }
        }
    }
    let mut pairs = Vec::new();
    let mut missing = Vec::new();
    for article in &gold.articles {
        let found = index
            .iter()
            .zip(keys(article))
            .find_map(|(names, key)| names.get(key?).copied().flatten());
        match found {
            Some(predicted) => {
                same_text(article, predicted)?;
                pairs.push((article, predicted));
            }
            None => missing.push(article.doc_id.as_str()),
        }
    }
    let nothing_left = pairs.is_empty();
    if !missing.is_empty() && (!allow_missing || nothing_left) {
        let first: Vec<String> = missing.iter().take(3).map(|id| format!("`{id}`")).collect();
        return Err(Error::Missing {
            count: missing.len(),
            of: gold.len(),
            first: first.join(", "),
        });
    }
    Ok(pairs)
}

/// The names a document may be known by, the surest first.
fn keys(article: &Article) -> [Option<&str>; 3] {
    let path = article.path.as_deref().unwrap_or(&article.doc_id);
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = match file.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && !ending.contains(' ') => stem,
        _ => file,
    };
    // `#n`: the nth record of a file is a document of its own.
    let several = article.doc_id.contains('#');
    [Some(&article.doc_id), (!several).then_some(path), (!several).then_some(stem)]
}

fn same_text(gold: &Article, predicted: &Article) -> Result<(), Error> {
    let (Some(a), Some(b)) = (&gold.text, &predicted.text) else { return Ok(()) };
    let at = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let blank = |text: &[char]| text.iter().skip(at).all(|c| c.is_whitespace());
    // A newline at the end moves nothing.
    if blank(a) && blank(b) {
        return Ok(());
    }
    Err(Error::TextDiffers { doc_id: gold.doc_id.clone(), at })
}
