//! The one iterator of articles over all inputs.

use crate::article::{Article, Draft};
use crate::compression;
use crate::directory::{FileEntry, Found, Skipped, Walk, shown};
use crate::failure::{Error, Failure, Stage};
use crate::format::{self, ByName, Format};
use crate::ids::Ids;
use crate::options::Options;
use crate::origin::{Origin, Reader};
use std::fs::File;
use std::io::{self, Read};
use std::sync::Arc;

/// How many warnings are kept: a corpus read twice would otherwise hold one an article.
const WARNINGS_KEPT: usize = 1000;

/// All articles of the inputs, one after another, always in the same order.
///
/// It iterates over finished articles. A program with several threads takes [`next_draft`](Self::next_draft) instead
/// and calls [`Draft::finish`] on whichever thread is free.
pub struct Source {
    inputs: Vec<String>,
    walk: Walk,
    options: Arc<Options>,
    current: Option<Current>,
    ids: Ids,
    skipped: Vec<Skipped>,
    warnings: Vec<String>,
    repeated: u64,
}

struct Current {
    reader: Box<dyn Reader>,
    path: String,
    /// Until its first record has shown what it is, a JSON file of a directory may turn out to accompany articles.
    on_trial: bool,
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
            warnings: Vec::new(),
            repeated: 0,
        })
    }

    /// The next article, its body not yet decoded or freed of markup; `None` after the last.
    pub fn next_draft(&mut self) -> Option<Result<Draft, Failure>> {
        loop {
            let Some(current) = self.current.as_mut() else {
                match self.walk.next()? {
                    Found::Skipped(skipped) => self.skipped.push(skipped),
                    Found::Failed(failure) => return Some(Err(failure)),
                    Found::Stdin => {
                        let origin = self.origin("-".to_owned(), "-".to_owned());
                        if let Err(failure) = self.start(io::stdin(), origin, ByName::Unknown, true)
                        {
                            return Some(Err(failure));
                        }
                    }
                    Found::File(entry) => {
                        if let Err(failure) = self.start_file(entry) {
                            return Some(Err(failure));
                        }
                    }
                }
                continue;
            };
            match current.reader.next_draft() {
                None => self.current = None,
                Some(Err(failure)) if current.on_trial && failure.stage == Stage::Fields => {
                    let path = std::mem::take(&mut current.path);
                    self.skipped.push(Skipped {
                        path,
                        reason: format!("its first record has {}", failure.message),
                    });
                    self.current = None;
                }
                Some(Err(failure)) => {
                    current.on_trial = false;
                    return Some(Err(failure));
                }
                Some(Ok(mut draft)) => {
                    current.on_trial = false;
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

    /// The files passed over so far, and why.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
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

    fn origin(&self, path: String, id: String) -> Origin {
        Origin { path, id, options: Arc::clone(&self.options) }
    }

    fn start_file(&mut self, entry: FileEntry) -> Result<(), Failure> {
        let path = shown(&entry.path);
        let name = entry.path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        let by_name = match format::by_name(&name) {
            // A file that the user names is one the user means.
            ByName::NoArticle(_) if entry.named => ByName::Unknown,
            ByName::NoArticle(reason) => {
                self.skipped.push(Skipped { path, reason });
                return Ok(());
            }
            known => known,
        };
        let file = File::open(&entry.path)
            .map_err(|e| Failure::new(path.as_str(), Stage::Open, e.to_string()))?;
        let origin = self.origin(path, entry.id);
        self.start(file, origin, by_name, entry.named)
    }

    fn start(
        &mut self,
        raw: impl Read + Send + 'static,
        origin: Origin,
        by_name: ByName,
        named: bool,
    ) -> Result<(), Failure> {
        let mut stream =
            compression::decompress(raw).map_err(|e| origin.failure(Stage::Read, e.to_string()))?;
        let format = match (self.options.format, by_name) {
            (Some(chosen), _) | (None, ByName::Format(chosen)) => chosen,
            _ => match format::by_content(&mut stream) {
                Ok(format) => format,
                Err((Stage::Format, reason)) if !named => {
                    self.skipped.push(Skipped { path: origin.path, reason });
                    return Ok(());
                }
                Err((stage, message)) => return Err(origin.failure(stage, message)),
            },
        };
        let on_trial = !named && format == Format::Json && self.options.format.is_none();
        let path = origin.path.clone();
        self.current = Some(Current { reader: format.reader(stream, origin), path, on_trial });
        Ok(())
    }
}

impl Iterator for Source {
    type Item = Result<Article, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_draft().map(|draft| draft.and_then(Draft::finish))
    }
}
