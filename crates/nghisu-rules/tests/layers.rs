//! Rules over gazetteer hits and candidates, and what captures tell of them.

mod article;

use article::{Article, World, class, rule};
use nghisu_document::layers::{MentionKind, TokenRange};
use nghisu_rules::{Capture, RuleSet};

fn captured(rules: &RuleSet, article: &Article, name: &str) -> Vec<Option<Capture>> {
    let id = rules.capture_id(name);
    let mut found = Vec::new();
    article.each(rules, "test", |m| found.push(id.and_then(|id| m.capture(id))));
    found
}

#[test]
fn a_class_takes_the_longest_hit_and_gives_way_to_a_shorter_one() {
    let mut world = World::new();
    let rules = world.compile(&rule("title:#title (tướng | Chính phủ)")).unwrap();
    let article = world
        .article("Phó Thủ tướng Chính phủ")
        .with_hit("title", "Phó Thủ tướng", 3)
        .with_hit("title", "Phó Thủ", 4)
        .with_hit("unit", "Phó Thủ", 5);
    let found = captured(&rules, &article, "title");
    let hit = found[0].unwrap().hit.unwrap();
    assert_eq!((hit.entry, article.words(hit.tokens)), (3, "Phó Thủ tướng"));

    let rules = world.compile(&rule("title:#title tướng")).unwrap();
    let hit = captured(&rules, &article, "title")[0].unwrap().hit.unwrap();
    assert_eq!((hit.entry, hit.class), (4, class("title").unwrap()));
}

#[test]
fn a_kind_takes_a_candidate_and_the_capture_says_which() {
    let mut world = World::new();
    let rules = world.compile(&rule("who:(@organization | @person) đạt value:@percent")).unwrap();
    let article = world
        .article("Sở Y tế Long An đạt 5%")
        .with_candidate(MentionKind::Percent, "5%")
        .with_candidate(MentionKind::Organization, "Sở Y tế")
        .with_candidate(MentionKind::Organization, "Sở Y tế Long An");
    let who = captured(&rules, &article, "who");
    assert_eq!(who, [Some(Capture { tokens: TokenRange::new(0, 5), hit: None, mention: Some(2) })]);
    assert_eq!(captured(&rules, &article, "value")[0].unwrap().mention, Some(0));
}

#[test]
fn a_capture_of_more_than_the_mention_names_none() {
    let mut world = World::new();
    let rules = world.compile(&rule("all:(đạt @percent) last:(<any> (?= @percent))?")).unwrap();
    let article = world.article("đạt 5%").with_candidate(MentionKind::Percent, "5%");
    let all = captured(&rules, &article, "all")[0].unwrap();
    assert_eq!((all.tokens, all.mention), (TokenRange::new(0, 3), None));
    assert_eq!(captured(&rules, &article, "last"), [None]);
}

#[test]
fn a_capture_taken_again_is_the_last_and_what_was_given_up_leaves_no_trace() {
    let mut world = World::new();
    let rules = world.compile(&rule("(x:<number> ',')* y:<number> (b | x:<number> c)")).unwrap();
    let text = |text: &str, name: &str| {
        let article = world.article(text);
        let found = captured(&rules, &article, name);
        found[0].map(|capture| article.words(capture.tokens).to_owned())
    };
    assert_eq!(text("1 , 2 , 3 b", "x").as_deref(), Some("2"));
    assert_eq!(text("1 , 2 , 3 b", "y").as_deref(), Some("3"));
    assert_eq!(text("3 b", "x"), None);
    assert_eq!(text("3 4 c", "x").as_deref(), Some("4"));
}

#[test]
fn hits_and_mentions_that_leave_the_sentence_are_not_taken() {
    let mut world = World::new();
    let rules = world.compile(&rule("#agency | @person")).unwrap();
    let article = world
        .article("Sở Y. Tế An")
        .with_hit("agency", "Sở Y. Tế", 0)
        .with_candidate(MentionKind::Person, "Y. Tế");
    assert_eq!(article.run(&rules, "test"), Vec::<String>::new());
}

#[test]
fn rules_that_begin_with_anything_wait_for_what_they_need() {
    let mut world = World::new();
    let rules = world.compile(&rule("subject:!','{1,4} đạt (@percent | #unit)")).unwrap();
    let article = world
        .article("Tỷ lệ đạt 5%. Hộ nghèo, đạt kg. Tỷ lệ này đạt 9%")
        .with_candidate(MentionKind::Percent, "5%")
        .with_hit("unit", "kg", 0);
    assert_eq!(article.run(&rules, "test"), ["Tỷ lệ đạt 5%", "lệ đạt 5%"]);
}
