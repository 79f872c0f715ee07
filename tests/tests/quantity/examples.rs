//! The rules' own examples, run through the stage.

use nghisu_document::layers::{Article, RuleId};
use nghisu_rules::{Over, Scratch};

/// Rules whose production makes no mention of its own.
fn is_silent(production: &str) -> bool {
    production.starts_with("none") || production.starts_with("bound")
}

#[test]
fn rules_find_what_their_examples_say() {
    let mut pipeline = crate::pipeline::Pipeline::new();
    let rules = pipeline.rules.clone();
    let mut failures = Vec::new();
    for example in rules.examples() {
        let production =
            rules.rules().find(|r| r.name() == example.rule).map_or("", |r| r.production());
        let rule = pipeline.names.get(example.rule).unwrap();
        let found = if is_silent(production) {
            matched(&mut pipeline, example.text, rule)
        } else {
            pipeline.run(example.text, None);
            let mentions = pipeline.layers.mentions.iter().filter(|m| m.rule == rule);
            mentions.map(|m| m.span.start() as usize..m.span.end() as usize).collect()
        };
        let right = match &example.span {
            Some(span) => found.contains(span),
            None => found.is_empty(),
        };
        if !right {
            let all = pipeline.shown(example.text, None);
            let names = |m: &nghisu_document::layers::Mention| pipeline.names.name(m.rule);
            let by: Vec<_> = pipeline.layers.mentions.iter().map(names).collect();
            failures.push(format!("{}: {:?} gives {all:?} by {by:?}", example.rule, example.text));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What a rule takes, whatever comes of it.
fn matched(
    pipeline: &mut crate::pipeline::Pipeline,
    text: &str,
    rule: RuleId,
) -> Vec<std::ops::Range<usize>> {
    let article = Article { text, title: None, url: None, published: None, hints: &[] };
    pipeline.segment(&article);
    pipeline.recognizer.offer_numerals(text, &mut pipeline.layers);
    let layers = &pipeline.layers;
    let mut found = Vec::new();
    let matcher = pipeline.rules.stage("quantity");
    matcher.run(layers, Over::Candidates, &mut Scratch::default(), |m| {
        if m.rule == rule
            && let Some(span) = layers.span_of(m.span())
        {
            found.push(span.start() as usize..span.end() as usize);
        }
    });
    found
}
