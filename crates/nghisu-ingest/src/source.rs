//! The one iterator of articles over all inputs.

use crate::article::{Article, Draft};
use crate::compression::Peeked;
use crate::directory::{FileEntry, Found, Skipped, Walk, shown};
use crate::failure::{Error, Failure, Stage};
use crate::format::{self, ByName, Format};
use crate::ids::Ids;
use crate::opening::{self, Opened};
use crate::options::Options;
use crate::origin::{Origin, Reader};
use crate::parquet::{self, ParquetReader};
use std::fs::File;
use std::io;
use std::sync::Arc;

/// How many warnings are kept: a corpus read twice would otherwise hold one an article.
const WARNINGS_KEPT: usize = 1000;
/// How many files passed over are named; beyond, they are counted.
const SKIPPED_KEPT: usize = 10_000;

/// All articles of the inputs, one after another, always in the same order.
///
/// It iterates over finished articles. A program with several threads takes [`next_draft`](Self::next_draft) instead
/// and calls [`Draft::finish`] on whichever thread is free.
pub struct Source {
    inputs: Vec<String>,
    walk: Walk,
    options: Arc<Options>,
    current: Option<Box<dyn Reader>>,
    ids: Ids,
    skipped: Vec<Skipped>,
    passed_over: u64,
    warnings: Vec<String>,
    repeated: u64,
}

impl Source {
    /// Opens inputs: files, directories (with all they hold, hidden files left aside), globs, `-` for standard input.
    ///
    /// # Errors
    /// [`Error::Missing`] or [`Error::Glob`] when an input names nothing; what goes wrong later is a [`Failure`] of the iteration.
    pub fn open<S: AsRef<str>>(
        inputs: impl IntoIterator<Item = S>,
        options: &Options,
    ) -> Result<Self, Error> {
        let inputs: Vec<String> = inputs.into_iter().map(|s| s.as_ref().to_owned()).collect();
        Ok(Self {
            walk: Walk::new(&inputs)?,
            inputs,
            options: Arc::new(options.clone()),
            current: None,
            ids: Ids::default(),
            skipped: Vec::new(),
            passed_over: 0,
            warnings: Vec::new(),
            repeated: 0,
        })
    }

    /// The next article, its body not yet decoded or freed of markup; `None` after the last.
    pub fn next_draft(&mut self) -> Option<Result<Draft, Failure>> {
        loop {
            let Some(current) = self.current.as_mut() else {
                match self.walk.next()? {
                    Found::Skipped(skipped) => self.pass_over(skipped),
                    Found::Failed(failure) => return Some(Err(failure)),
                    Found::Stdin => {
                        let origin = self.origin("-".to_owned(), "-".to_owned());
                        let opened = opening::open(io::stdin(), origin, ByName::Unknown, true);
                        if let Err(failure) = self.take(opened) {
                            return Some(Err(failure));
                        }
                    }
                    Found::File(entry) => {
                        let opened = self.open_file(entry);
                        if let Err(failure) = self.take(opened) {
                            return Some(Err(failure));
                        }
                    }
                }
                continue;
            };
            let draft = current.next_draft();
            for skipped in current.skipped() {
                self.pass_over(skipped);
            }
            match draft {
                None => self.current = None,
                Some(Err(failure)) => return Some(Err(failure)),
                Some(Ok(mut draft)) => {
                    self.tell_apart(&mut draft);
                    return Some(Ok(draft));
                }
            }
        }
    }

    /// The inputs, as they were named.
    #[must_use]
    pub fn inputs(&self) -> &[String] {
        &self.inputs
    }

    /// How they are read.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The files passed over so far, and why: the first ten thousand of them.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    /// How many files were passed over so far.
    #[must_use]
    pub fn passed_over(&self) -> u64 {
        self.passed_over
    }

    /// What a user should know although every article was read: the first thousand warnings.
    #[must_use]
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// How many articles so far had the id of an earlier one.
    #[must_use]
    pub fn repeated_ids(&self) -> u64 {
        self.repeated
    }

    fn tell_apart(&mut self, draft: &mut Draft) {
        if !self.ids.tell_apart(&mut draft.article.id) {
            return;
        }
        self.repeated += 1;
        if self.warnings.len() < WARNINGS_KEPT {
            let warning =
                format!("{}: its id came before; it is now {}", draft.place, draft.article.id);
            self.warnings.push(warning);
        }
    }

    fn pass_over(&mut self, skipped: Skipped) {
        self.passed_over += 1;
        if self.skipped.len() < SKIPPED_KEPT {
            self.skipped.push(skipped);
        }
    }

    fn origin(&self, path: String, id: String) -> Origin {
        Origin { path, id, options: Arc::clone(&self.options), depth: 0 }
    }

    fn take(&mut self, opened: Result<Opened, Failure>) -> Result<(), Failure> {
        match opened? {
            Opened::Reader(reader) => self.current = Some(reader),
            Opened::Skipped(skipped) => self.pass_over(skipped),
        }
        Ok(())
    }

    fn open_file(&self, entry: FileEntry) -> Result<Opened, Failure> {
        let origin = self.origin(shown(&entry.path), entry.id);
        let name = entry.path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        let by_name = format::by_name(&name);
        if !entry.named
            && let ByName::NoArticle(reason) = by_name
        {
            return Ok(Opened::Skipped(Skipped { path: origin.path, reason }));
        }
        let failed = |e: io::Error| origin.failure(Stage::Open, e.to_string());
        let file = File::open(&entry.path).map_err(failed)?;
        // By its bytes, whatever its name: text does not begin so.
        if self.options.format.is_none_or(|format| format == Format::Parquet) {
            let length = parquet::MAGIC.len() as u64;
            let file = Peeked::new(file, length)
                .map_err(|e| origin.failure(Stage::Read, e.to_string()))?;
            if file.start() == parquet::MAGIC {
                let file = File::open(&entry.path)
                    .map_err(|e| origin.failure(Stage::Open, e.to_string()))?;
                let path = origin.path.clone();
                let reader = Box::new(ParquetReader::open(file, origin)?);
                return Ok(Opened::Reader(if entry.named {
                    reader
                } else {
                    opening::try_out(reader, path)
                }));
            }
            return opening::open(file, origin, by_name, entry.named);
        }
        opening::open(file, origin, by_name, entry.named)
    }
}

impl Iterator for Source {
    type Item = Result<Article, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_draft().map(|draft| draft.and_then(Draft::finish))
    }
}
