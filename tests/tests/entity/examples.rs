//! The rules' own examples, run through the whole pipeline.

use nghisu::Pipeline;
use nghisu_document::layers::{ClassId, RuleNames, Vocabulary};
use nghisu_rules::Compiler;
use std::path::Path;

#[test]
fn rules_find_what_their_examples_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/rules/entity");
    let (mut vocabulary, mut names) = (Vocabulary::default(), RuleNames::default());
    let class = |_: &str| Some(ClassId(0));
    let mut compiler = Compiler::new(&mut vocabulary, &class, &mut names);
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        compiler.add(&path.file_name().unwrap().to_string_lossy(), &text).unwrap();
    }
    let rules = compiler.finish().unwrap();
    let pipeline = Pipeline::new().unwrap();
    let mut failures = Vec::new();
    for example in rules.examples() {
        let document = crate::read(&pipeline, example.text);
        let found = crate::of_type(&document, "legal_document");
        let right = match &example.span {
            Some(span) => found.iter().any(|f| **f == example.text[span.clone()]),
            None => found.is_empty(),
        };
        if !right {
            failures.push(format!("{}: {:?} gives {found:?}", example.rule, example.text));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
