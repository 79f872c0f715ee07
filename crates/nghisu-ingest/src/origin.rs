//! What every reader knows about the file it reads, and what every reader must do.

use crate::article::{Article, Body, Draft};
use crate::directory::Skipped;
use crate::failure::{Failure, Stage};
use crate::options::Options;
use std::sync::Arc;

/// A reader of one file. It ends with `None`; a failure does not end it unless nothing can follow.
pub(crate) trait Reader: Send {
    fn next_draft(&mut self) -> Option<Result<Draft, Failure>>;

    /// What it has passed over since it was last asked.
    fn skipped(&mut self) -> Vec<Skipped> {
        Vec::new()
    }
}

/// The file that drafts come from.
#[derive(Debug, Clone)]
pub(crate) struct Origin {
    /// As the input named it; `-` for standard input.
    pub(crate) path: String,
    /// The id of an article that is the whole file.
    pub(crate) id: String,
    pub(crate) options: Arc<Options>,
    /// In how many archives it stands.
    pub(crate) depth: u8,
}

impl Origin {
    /// A draft that is the whole file.
    pub(crate) fn whole(&self, body: Body) -> Draft {
        self.draft(self.id.clone(), self.path.clone(), body)
    }

    /// The draft of the `number`th record (from 1), at `place`.
    pub(crate) fn record(
        &self,
        given: Option<String>,
        number: u64,
        place: String,
        body: Body,
    ) -> Draft {
        self.draft(given.unwrap_or_else(|| format!("{}#{number}", self.id)), place, body)
    }

    fn draft(&self, id: String, place: String, body: Body) -> Draft {
        let article = Article { id, path: Some(self.path.clone()), ..Article::default() };
        Draft { article, body, place, encoding: self.options.encoding }
    }

    /// A failure of the whole file.
    pub(crate) fn failure(&self, stage: Stage, message: impl Into<String>) -> Failure {
        Failure::new(&self.path, stage, message)
    }

    /// A failure at one line (from 1).
    pub(crate) fn failure_at(
        &self,
        line: u64,
        stage: Stage,
        message: impl Into<String>,
    ) -> Failure {
        Failure::new(format!("{}:{line}", self.path), stage, message)
    }

    /// The failure of an article over the limit.
    pub(crate) fn too_long(&self) -> String {
        format!(
            "longer than the limit of {} bytes: split it, or raise the limit",
            self.options.limit
        )
    }
}
