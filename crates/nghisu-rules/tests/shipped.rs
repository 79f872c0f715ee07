//! The rule files of `models/rules` compile. Their examples are run by the whole pipeline.

use nghisu_document::layers::{ClassId, RuleNames, Vocabulary};
use nghisu_rules::Compiler;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
}

#[test]
fn every_rule_file_compiles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/rules");
    let mut paths = Vec::new();
    files(&folder, &mut paths);
    paths.sort();
    assert!(!paths.is_empty(), "no rule files in {}", folder.display());
    let (mut vocabulary, mut names) = (Vocabulary::default(), RuleNames::default());
    // Which classes there are is the gazetteer's to say.
    let classes = |_: &str| Some(ClassId(0));
    let mut compiler = Compiler::new(&mut vocabulary, &classes, &mut names);
    for path in &paths {
        let name = path.strip_prefix(&folder).unwrap().display().to_string();
        compiler.add(&name, &fs::read_to_string(path).unwrap()).unwrap_or_else(|e| panic!("{e}"));
    }
    assert!(compiler.finish().unwrap().rules().count() >= paths.len());
}
