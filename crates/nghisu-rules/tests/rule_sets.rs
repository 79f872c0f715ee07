//! Files to rule sets: order, stages, productions, examples, compiled form, overlays.

mod article;

use article::{World, class};
use nghisu_document::layers::{ClassId, Layers, RuleNames, Vocabulary};
use nghisu_rules::{Compiler, Matcher, Over, RuleError, RuleSet, Scratch};

const FILE: &str = "
stage = 'quantity'
[sets]
sign = ['%', 'phần trăm']
[[rule]]
name = 'percent'
doc = 'A percentage.'
pattern = 'value:<number> %sign'
produce = 'percent'
params = { unit = 'percent', factor = 0.01, scale = 2, exact = true }
examples = ['Đạt [5%].', '[7 phần trăm] số hộ']
counter_examples = ['Đạt 5 ha.']
[[rule]]
name = 'figure'
doc = 'A number.'
pattern = '<number> !#unit?'
produce = 'figure'
priority = 2
examples = ['[5]']
";

fn names(rules: &RuleSet, stage: &str, world: &World, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let article = world.article(text);
    article.each(rules, stage, |m| {
        found.push(format!("{} {}", world.names.name(m.rule), article.words(m.tokens)));
    });
    found
}

#[test]
fn matches_come_by_token_then_priority() {
    let mut world = World::new();
    let rules = world.compile(FILE).unwrap();
    assert_eq!(names(&rules, "quantity", &world, "5% 6"), ["figure 5%", "percent 5%", "figure 6"]);
    assert!(names(&rules, "event", &world, "5%").is_empty());
    assert_eq!(rules.stages().collect::<Vec<_>>(), ["quantity"]);
}

#[test]
fn examples_lose_their_brackets() {
    let rules = World::new().compile(FILE).unwrap();
    let found: Vec<_> = rules.examples().map(|e| (e.rule, e.text, e.span)).collect();
    assert_eq!(
        found,
        [
            ("percent", "Đạt 5%.", Some(7..9)),
            ("percent", "7 phần trăm số hộ", Some(0..14)),
            ("percent", "Đạt 5 ha.", None),
            ("figure", "5", Some(0..1)),
        ]
    );
}

#[test]
fn a_stage_binds_productions_and_refuses_those_it_does_not_know() {
    let mut world = World::new();
    let rules = world.compile(FILE).unwrap();
    let productions: Vec<&str> = rules.productions("quantity").map(|(_, name)| name).collect();
    assert_eq!(productions, ["figure", "percent"]);

    let matcher = rules.stage("quantity");
    let factors = matcher
        .bind(|rule| match rule.production() {
            "percent" => rule.params().number("factor").ok_or("no factor".to_owned()),
            _ => Ok(1.0),
        })
        .unwrap();
    let mut found = Vec::new();
    let article = world.article("5%");
    article.each(&rules, "quantity", |m| found.push(factors.of(m).copied()));
    assert_eq!(found, [Some(1.0), Some(0.01)]);

    let refused = matcher.bind(|rule| match rule.production() {
        "figure" => Ok(()),
        other => Err(format!("this stage produces no {other:?}")),
    });
    assert_eq!(
        refused.unwrap_err().to_string(),
        "test.toml, line 6, rule percent: this stage produces no \"percent\""
    );
    let percent = rules.rules().next().unwrap();
    assert_eq!(percent.params().text("unit"), Some("percent"));
    assert_eq!(percent.params().number("scale"), Some(2.0));
    assert!(percent.params().flag("exact"));
    assert_eq!(percent.captures().collect::<Vec<_>>(), ["value"]);
}

#[test]
fn a_compiled_form_links_to_another_numbering() {
    let mut world = World::new();
    let bytes = world.compile(FILE).unwrap().to_bytes().unwrap();

    let mut other = World::new();
    other.vocabulary.add("một");
    other.vocabulary.add("trăm");
    other.names.intern("recognizer");
    let classes = |name: &str| class(name).map(|id| ClassId(id.0 + 40));
    let rules =
        RuleSet::from_bytes(&bytes, &mut other.vocabulary, &classes, &mut other.names).unwrap();
    assert_eq!(
        names(&rules, "quantity", &other, "7 phần trăm"),
        ["figure 7 phần", "percent 7 phần trăm"]
    );
    assert_eq!(rules.to_bytes().unwrap(), bytes);
}

#[test]
fn bytes_of_something_else_are_refused() {
    let mut world = World::new();
    let bytes = world.compile(FILE).unwrap().to_bytes().unwrap();
    let mut read = |bytes: &[u8], classes: &dyn Fn(&str) -> Option<ClassId>| {
        RuleSet::from_bytes(bytes, &mut world.vocabulary, classes, &mut world.names)
            .unwrap_err()
            .to_string()
    };
    assert!(read(b"PK\x03\x04", &class).contains("begin like something else"));
    assert!(read(b"nghisu-rules 999\n\0", &class).contains("another version"));
    assert!(read(&bytes[..bytes.len() / 2], &class).contains("compile the rule files again"));
    assert_eq!(
        read(&bytes, &|_| None),
        "compiled rules use the class #unit, which this gazetteer lacks: compile the rule files again"
    );
}

#[test]
fn a_users_files_add_rules_and_replace_those_of_the_same_name() {
    let mut world = World::new();
    let base = world.compile(FILE).unwrap();
    let mut compiler = base.extend(&mut world.vocabulary, &class, &mut world.names);
    let overlay = "
        stage = 'quantity'
        [[rule]]
        name = 'figure'
        doc = 'Only a number before hộ.'
        pattern = '<number> hộ'
        produce = 'figure'
        examples = ['[5 hộ]']
        [[rule]]
        name = 'mine'
        doc = 'Mine.'
        pattern = '<number> xã'
        produce = 'figure'
        examples = ['[5 xã]']
    ";
    compiler.add("mine.toml", overlay).unwrap();
    let rules = compiler.finish().unwrap();
    assert_eq!(
        names(&rules, "quantity", &world, "5% 6 xã 7 hộ"),
        ["percent 5%", "mine 6 xã", "figure 7 hộ"]
    );
    assert_eq!(names(&base, "quantity", &world, "6 xã"), ["figure 6 xã"]);
}

#[test]
fn literals_are_cut_by_the_function_that_cuts_articles() {
    let (mut vocabulary, mut names) = (Vocabulary::default(), RuleNames::default());
    let whole = |text: &str| std::iter::once(0..text.len()).collect::<Vec<_>>();
    let mut compiler = Compiler::new(&mut vocabulary, &class, &mut names).cut(&whole);
    compiler.add("f", &article::rule("'a-b'")).unwrap();
    compiler.finish().unwrap();
    assert!(vocabulary.get("a-b").is_some());
}

/// Two free stretches within a third that fail together at every length.
#[test]
fn a_rule_that_runs_out_of_steps_does_not_match_and_is_counted() {
    let mut world = World::new();
    let rules = world.compile(&article::rule("a <any>* b <any>* b <any>* c")).unwrap();
    let article = world.article(&format!("a {}c d", "b ".repeat(200)));
    let run = |matcher: &Matcher, layers: &Layers| {
        let (mut scratch, mut found) = (Scratch::default(), 0);
        matcher.run(layers, Over::Candidates, &mut scratch, |_| found += 1);
        (found, scratch.limited())
    };
    assert_eq!(run(&rules.stage("test"), &article.layers), (1, 0));
    let hopeless = world.compile(&article::rule("a <any>* b <any>* b <any>* x")).unwrap();
    let article = world.article(&format!("a {}x. a {}x b", "b ".repeat(10), "b ".repeat(200)));
    let (found, limited) = run(&hopeless.stage("test"), &article.layers);
    assert_eq!((found, limited), (2, 0));
    let hopeless = world.compile(&article::rule("a <any>* b <any>* b <any>* x x")).unwrap();
    assert_eq!(run(&hopeless.stage("test"), &article.layers), (0, 1));
}

#[test]
fn matchers_and_rule_sets_are_shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<RuleSet>();
    shared::<Matcher>();
    shared::<RuleError>();
}
