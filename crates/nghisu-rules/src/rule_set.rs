use crate::compile::Compiler;
use crate::error::RuleError;
use crate::found::{CaptureId, ProductionId};
use crate::matcher::Matcher;
use crate::pattern::Literal;
use crate::rule::{Example, Rule};
use crate::stage::{Linker, StageRules};
use nghisu_document::layers::{ClassId, RuleNames, Vocabulary};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a compiled form begins with; the number counts its incompatible changes.
const HEADER: &[u8] = b"nghisu-rules 2\n";

/// Rules with names for words and classes, so that they can be linked to any numbering of them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Compiled {
    pub(crate) words: Vec<String>,
    pub(crate) classes: Vec<String>,
    pub(crate) sets: Vec<Vec<Literal>>,
    pub(crate) rules: Vec<Rule>,
}

/// Rules of all stages, compiled together and frozen.
#[derive(Debug, Clone)]
pub struct RuleSet {
    compiled: Compiled,
    captures: Arc<Vec<String>>,
    stages: Vec<(String, Matcher)>,
}

impl RuleSet {
    pub(crate) fn link(
        compiled: Compiled,
        vocabulary: &mut Vocabulary,
        classes: &dyn Fn(&str) -> Option<ClassId>,
        names: &mut RuleNames,
    ) -> Result<Self, RuleError> {
        let mut captures: Vec<String> = Vec::new();
        for name in compiled.rules.iter().flat_map(Rule::captures) {
            if !captures.iter().any(|known| known == name) {
                captures.push(name.to_owned());
            }
        }
        let captures = Arc::new(captures);
        let linker = Linker::new(&compiled, &captures, vocabulary, classes)?;
        let mut stage_names: Vec<&str> = Vec::new();
        for rule in &compiled.rules {
            if !stage_names.contains(&rule.stage.as_str()) {
                stage_names.push(&rule.stage);
            }
        }
        let stages = stage_names
            .into_iter()
            .map(|stage| {
                let rules = linker.stage(&compiled, stage, names);
                (stage.to_owned(), Matcher::new(Arc::new(rules), Arc::clone(&captures)))
            })
            .collect();
        Ok(Self { compiled, captures, stages })
    }

    /// The rules of a stage, cheap to copy; empty where no file names the stage.
    pub fn stage(&self, name: &str) -> Matcher {
        let stage = self.stages.iter().find(|(stage, _)| stage == name);
        stage.map_or_else(
            || Matcher::new(Arc::new(StageRules::default()), Arc::clone(&self.captures)),
            |(_, matcher)| matcher.clone(),
        )
    }

    /// The stages that rule files name, for the pipeline to refuse one that it does not run.
    pub fn stages(&self) -> impl Iterator<Item = &str> {
        self.stages.iter().map(|(name, _)| name.as_str())
    }

    /// All rules, in the order of their files.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.compiled.rules.iter()
    }

    /// The examples and counter-examples of all rules.
    pub fn examples(&self) -> impl Iterator<Item = Example<'_>> {
        self.rules().flat_map(Rule::examples)
    }

    /// The productions that a stage's rules name, each once.
    pub fn productions(&self, stage: &str) -> impl Iterator<Item = (ProductionId, &str)> {
        let stage = self.stages.iter().find(|(name, _)| name == stage);
        stage.into_iter().flat_map(|(_, matcher)| matcher.productions())
    }

    /// The id of a capture's name; `None` where no rule uses it.
    pub fn capture_id(&self, name: &str) -> Option<CaptureId> {
        self.captures.iter().position(|known| known == name).map(|at| CaptureId(at as u16))
    }

    /// Adds a user's files: a compiler that holds these rules. A new rule takes the place of one
    /// of these that has its name.
    ///
    /// Matchers and ids of this set stay valid for this set alone.
    pub fn extend<'a>(
        &self,
        vocabulary: &'a mut Vocabulary,
        classes: &'a dyn Fn(&str) -> Option<ClassId>,
        names: &'a mut RuleNames,
    ) -> Compiler<'a> {
        Compiler::over(self.compiled.clone(), vocabulary, classes, names)
    }

    /// The compiled form, to be read by [`from_bytes`](Self::from_bytes).
    ///
    /// # Errors
    /// Where the rules can't be written as bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, RuleError> {
        postcard::to_extend(&self.compiled, HEADER.to_vec()).map_err(|e| bytes(e.to_string()))
    }

    /// Reads a compiled form and links it to this vocabulary and this gazetteer's classes, which
    /// need not be numbered as they were when it was written.
    ///
    /// # Errors
    /// Where the bytes are of another version or damaged, or use a class that is not there.
    pub fn from_bytes(
        data: &[u8],
        vocabulary: &mut Vocabulary,
        classes: &dyn Fn(&str) -> Option<ClassId>,
        names: &mut RuleNames,
    ) -> Result<Self, RuleError> {
        let Some(body) = data.strip_prefix(HEADER) else {
            let header = data.split(|&b| b == b'\n').next().unwrap_or_default();
            return Err(bytes(if header.starts_with(b"nghisu-rules ") {
                "they are of another version".to_owned()
            } else {
                "they begin like something else".to_owned()
            }));
        };
        let compiled: Compiled = postcard::from_bytes(body).map_err(|e| bytes(e.to_string()))?;
        Self::link(compiled, vocabulary, classes, names)
    }
}

fn bytes(message: String) -> RuleError {
    RuleError::Bytes { message }
}
