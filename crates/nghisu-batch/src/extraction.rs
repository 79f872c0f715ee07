//! What one thread does with one draft: finish it, run the pipeline, serialize.

use crate::output::{Compression, Emit};
use crate::portion::Item;
use nghisu::{Block, Input, Worker};
use nghisu_document::layers::SectionKind;
use nghisu_document::record::{ErrorRecord, SkippedRecord};
use nghisu_ingest::{Article, BlockKind, Draft, PublishedFrom};
use nghisu_text::{OrigSpan, may_be_vietnamese};
use serde::{Deserialize, Serialize};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The serialized records of a run of articles, and what is counted of them.
#[derive(Debug, Default)]
pub(crate) struct Records {
    pub(crate) documents: Vec<u8>,
    pub(crate) events: Vec<u8>,
    pub(crate) errors: Vec<u8>,
    pub(crate) skipped: Vec<u8>,
    pub(crate) counts: Counts,
}

impl Records {
    /// Compresses what a user may want compressed.
    pub(crate) fn compress(&mut self, how: Compression) -> io::Result<()> {
        how.compress(&mut self.documents)?;
        how.compress(&mut self.events)
    }
}

/// What a batch counts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Counts {
    pub(crate) articles: u64,
    pub(crate) failed: u64,
    pub(crate) foreign: u64,
    pub(crate) duplicates: u64,
    pub(crate) text_bytes: u64,
    pub(crate) mentions: u64,
    pub(crate) events: u64,
}

impl Counts {
    pub(crate) fn add(&mut self, other: Self) {
        self.articles += other.articles;
        self.failed += other.failed;
        self.foreign += other.foreign;
        self.duplicates += other.duplicates;
        self.text_bytes += other.text_bytes;
        self.mentions += other.mentions;
        self.events += other.events;
    }
}

/// What every article of a batch has in common.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'a> {
    /// Which records are made.
    pub(crate) emit: Emit,
    /// The day of publication of articles that do not say it.
    pub(crate) published: Option<&'a str>,
    /// Articles in other languages, too.
    pub(crate) any_language: bool,
}

/// Adds the records of one draft, or its error record.
pub(crate) fn extract(
    item: Item,
    reading: &Reading<'_>,
    worker: &mut Worker,
    blocks: &mut Vec<Block>,
    into: &mut Records,
) {
    let draft = match item {
        Item::Draft(draft) => Ok(draft),
        Item::Failed(failure) => Err(failure),
        Item::Duplicate { id, of } => {
            into.counts.duplicates += 1;
            return skip(id, "duplicate", Some(of), into);
        }
    };
    match draft.and_then(Draft::finish) {
        Ok(article) if !reading.any_language && !may_be_vietnamese(&article.text) => {
            into.counts.foreign += 1;
            skip(article.id, "not_vietnamese", None, into);
        }
        Ok(article) => {
            guarded(&article.id, worker, into, |worker, into| {
                annotate(&article, reading, worker, blocks, into);
            });
        }
        Err(failure) => error(&failure.source, failure.stage.as_str(), &failure.message, into),
    }
}

/// Runs what makes the records of one article. Should it panic, the article is an error, what it has
/// written is taken back, and the worker, whose buffers may be in any state, is made anew.
fn guarded(
    id: &str,
    worker: &mut Worker,
    into: &mut Records,
    run: impl FnOnce(&mut Worker, &mut Records),
) {
    let (documents, events, counts) = (into.documents.len(), into.events.len(), into.counts);
    if catch_unwind(AssertUnwindSafe(|| run(worker, into))).is_err() {
        into.documents.truncate(documents);
        into.events.truncate(events);
        into.counts = counts;
        *worker = worker.pipeline().worker();
        error(id, "extract", "the program failed on this article; please report it", into);
    }
}

fn annotate(
    article: &Article,
    reading: &Reading<'_>,
    worker: &mut Worker,
    blocks: &mut Vec<Block>,
    into: &mut Records,
) {
    blocks.clear();
    blocks.extend(article.hints.iter().filter_map(|hint| {
        let kind = match hint.kind {
            BlockKind::Title => SectionKind::Title,
            BlockKind::Heading => SectionKind::Heading,
            BlockKind::Caption => SectionKind::Caption,
            BlockKind::Boilerplate => SectionKind::Boilerplate,
            _ => return None,
        };
        let (start, end) = (u32::try_from(hint.start).ok()?, u32::try_from(hint.end).ok()?);
        Some(Block { span: OrigSpan::new(start, end), kind })
    }));
    let annotated = worker.run(&Input {
        id: &article.id,
        text: &article.text,
        path: article.path.as_deref(),
        url: article.url.as_deref(),
        site: article.site.as_deref(),
        title: article.title.as_deref(),
        author: article.author.as_deref(),
        published: article.published.as_deref().or(reading.published),
        published_in_meta: article.published_from == Some(PublishedFrom::Meta),
        blocks,
    });
    if reading.emit.documents() {
        annotated.write_document(&mut into.documents);
    }
    if reading.emit.events() {
        annotated.write_events(&mut into.events);
    }
    into.counts.add(Counts {
        articles: 1,
        text_bytes: article.text.len() as u64,
        mentions: annotated.mention_count() as u64,
        events: annotated.event_count() as u64,
        ..Counts::default()
    });
}

fn skip(doc_id: String, reason: &str, duplicate_of: Option<String>, into: &mut Records) {
    let record = SkippedRecord {
        doc_id,
        reason: reason.to_owned(),
        duplicate_of,
        schema: Default::default(),
        record: Default::default(),
    };
    if serde_json::to_writer(&mut into.skipped, &record).is_ok() {
        into.skipped.push(b'\n');
    }
}

fn error(source: &str, stage: &str, message: &str, into: &mut Records) {
    into.counts.failed += 1;
    let record = ErrorRecord {
        source: source.to_owned(),
        stage: stage.to_owned(),
        message: message.to_owned(),
        schema: Default::default(),
        record: Default::default(),
    };
    // A record of three strings always serializes.
    if serde_json::to_writer(&mut into.errors, &record).is_ok() {
        into.errors.push(b'\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_costs_one_article_and_names_it() {
        let mut worker = nghisu::Pipeline::new().unwrap().worker();
        let mut records = Records::default();
        guarded("tin-1", &mut worker, &mut records, |_, into| {
            into.documents.extend_from_slice(b"whole\n");
            into.counts.articles += 1;
        });
        guarded("tin-2", &mut worker, &mut records, |_, into| {
            into.documents.extend_from_slice(b"half of");
            into.counts.articles += 1;
            panic!("on purpose");
        });
        assert_eq!(records.documents, b"whole\n");
        assert_eq!((records.counts.articles, records.counts.failed), (1, 1));
        let error: ErrorRecord = serde_json::from_slice(&records.errors).unwrap();
        assert_eq!((error.source.as_str(), error.stage.as_str()), ("tin-2", "extract"));
        let input = Input { id: "tin-3", text: "Bộ Tài chính họp.", ..Input::default() };
        assert!(worker.run(&input).mention_count() > 0, "the worker goes on");
    }
}
