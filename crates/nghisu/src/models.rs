//! From the compiled models, and a user's additions, to what the stages are built of.

use crate::config::Config;
use crate::error::Error;
use nghisu_document::layers::{RuleNames, Vocabulary};
use nghisu_knowledge::{Gazetteer, Tables};
use nghisu_rules::RuleSet;
use nghisu_text::NormSpan;
use std::ops::Range;
use std::path::Path;

/// The vocabulary, the gazetteer and the rules, still open for the words of the stages.
pub(crate) struct Models {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) gazetteer: Gazetteer,
    pub(crate) rules: RuleSet,
    pub(crate) names: RuleNames,
    pub(crate) digest: u64,
}

impl Models {
    /// The built-in models with the additions that a configuration names.
    pub(crate) fn load(config: &Config) -> Result<Self, Error> {
        let packed = nghisu_models::compiled().map_err(message)?;
        Self::unpack(&packed, config)
    }

    pub(crate) fn unpack(
        packed: &nghisu_models::Models<'_>,
        config: &Config,
    ) -> Result<Self, Error> {
        let mut vocabulary = Vocabulary::default();
        for form in packed.vocabulary.lines() {
            vocabulary.add(form);
        }
        let mut names = RuleNames::default();
        let gazetteer = if config.gazetteer.is_empty() {
            Gazetteer::from_bytes(packed.gazetteer, &mut vocabulary).map_err(message)?
        } else {
            let mut tables = Tables::default();
            for (name, text) in nghisu_models::TABLES {
                tables.add(name, text).map_err(message)?;
            }
            for path in &config.gazetteer {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                tables.add(&name, &read(path)?).map_err(message)?;
            }
            tables.compile(&mut vocabulary, &cut_spans).map_err(message)?
        };
        let classes = |name: &str| gazetteer.class(name);
        let mut rules = RuleSet::from_bytes(packed.rules, &mut vocabulary, &classes, &mut names)
            .map_err(message)?;
        if !config.rules.is_empty() {
            let mut compiler = rules.extend(&mut vocabulary, &classes, &mut names).cut(&cut_ranges);
            for path in &config.rules {
                compiler.add(&path.to_string_lossy(), &read(path)?).map_err(message)?;
            }
            rules = compiler.finish().map_err(message)?;
        }
        Ok(Self { vocabulary, gazetteer, rules, names, digest: packed.digest })
    }
}

/// Compiles the tables of `models/gazetteer` and the rules of `models/rules` to the blob that
/// `nghisu-models` embeds. The same files give the same bytes.
///
/// # Errors
/// A file that can't be read, a row or a rule that must be mended.
pub fn compile_models(models: &Path) -> Result<Vec<u8>, Error> {
    let mut vocabulary = Vocabulary::default();
    let mut names = RuleNames::default();
    let tables = Tables::read_dir(&models.join("gazetteer")).map_err(message)?;
    let gazetteer = tables.compile(&mut vocabulary, &cut_spans).map_err(message)?;
    let classes = |name: &str| gazetteer.class(name);
    let mut compiler =
        nghisu_rules::Compiler::new(&mut vocabulary, &classes, &mut names).cut(&cut_ranges);
    for (name, text) in rule_files(&models.join("rules"))? {
        compiler.add(&name, &text).map_err(message)?;
    }
    let rules = compiler.finish().map_err(message)?;
    let forms: Vec<&str> = vocabulary.forms().collect();
    Ok(nghisu_models::pack(
        &forms.join("\n"),
        &gazetteer.to_bytes().map_err(message)?,
        &rules.to_bytes().map_err(message)?,
    ))
}

/// The rule files below a folder with their names relative to it, in the order of those names.
fn rule_files(root: &Path) -> Result<Vec<(String, String)>, Error> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|e| unreadable(&folder, &e))?;
        for entry in entries {
            let path = entry.map_err(|e| unreadable(&folder, &e))?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "toml") {
                let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy();
                files.push((name.replace('\\', "/"), read(&path)?));
            }
        }
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|e| unreadable(path, &e))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::Models(format!("{}: {error}", path.display()))
}

fn message(error: impl std::fmt::Display) -> Error {
    Error::Models(error.to_string())
}

/// Cuts a name into tokens as articles are cut.
fn cut_spans(text: &str, spans: &mut Vec<NormSpan>) {
    let mut tokens = Vec::new();
    nghisu_segment::cut(text, &mut Vocabulary::default(), &mut tokens);
    spans.extend(tokens.iter().map(|t| t.span));
}

/// Cuts a literal of a rule into tokens as articles are cut.
fn cut_ranges(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    cut_spans(text, &mut spans);
    spans.iter().map(|s| s.start() as usize..s.end() as usize).collect()
}
