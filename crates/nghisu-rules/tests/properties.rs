//! Whatever the pattern and whatever the text: no panic, and matches that make sense.

mod article;

use article::{Article, World, class, rule};
use nghisu_document::layers::{MentionKind, RuleNames, TokenRange, Vocabulary};
use nghisu_rules::RuleSet;
use proptest::prelude::*;

/// Patterns that mostly compile.
fn pattern() -> impl Strategy<Value = String> {
    let atom = prop_oneof![
        prop::sample::select(vec![
            "a",
            "b",
            "An",
            "5",
            "','",
            "<any>",
            "<number>",
            "<capital>",
            "<lower>",
            "!a",
            "!','",
            "^b",
            "#unit",
            "#title",
            "@person",
            "@percent",
            "a ~ b",
        ])
        .prop_map(str::to_owned),
    ];
    atom.prop_recursive(4, 32, 4, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} {b}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} | {b})")),
            (inner.clone(), prop::sample::select(vec!["?", "*", "+?", "{1,3}", "{2,}", "??"]))
                .prop_map(|(a, times)| format!("({a}){times}")),
            inner.clone().prop_map(|a| format!("x:({a})")),
            inner.clone().prop_map(|a| format!("!({a})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("(?= {a}) {b}")),
            (inner.clone(), inner).prop_map(|(a, b)| format!("(?! {a}) {b} (?<! a)")),
        ]
    })
}

fn text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "a", "b", "An", "B", "5", "7,5", ", ", ". ", "\n", "%", "TTg", "x", "ệ",
    ]);
    let space = prop::sample::select(vec![" ", " ", ""]);
    prop::collection::vec((words, space), 0..40)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, space)| [word, space]).collect())
}

/// Hits and candidates: which (of four), first token, length.
type Placed = Vec<(u8, u32, u32)>;

fn placed() -> impl Strategy<Value = Placed> {
    prop::collection::vec((0..4u8, 0..40u32, 1..4u32), 0..12)
}

fn article(world: &World, text: &str, placed: &Placed) -> Article {
    let mut article = world.article(text);
    for (&(which, start, length), entry) in placed.iter().zip(0..) {
        let tokens = TokenRange::new(start, start + length);
        article = match which {
            0 => article.with_hit_at("unit", tokens, entry),
            1 => article.with_hit_at("title", tokens, entry),
            2 => article.with_candidate_at(MentionKind::Person, tokens),
            _ => article.with_candidate_at(MentionKind::Percent, tokens),
        };
    }
    article
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_string_compiles_or_is_refused(pattern in "[a-zA-Zệ0-9 '\"<>#@%()|?*+{},:!^~=-]{0,40}") {
        let _ = World::new().compile(&rule(&pattern));
    }

    #[test]
    fn matches_lie_in_one_sentence_and_hold_their_captures(pattern in pattern(), text in text(), placed in placed()) {
        let mut world = World::new();
        let Ok(rules) = world.compile(&rule(&pattern)) else { return Ok(()) };
        let article = article(&world, &text, &placed);
        let capture = rules.capture_id("x");
        let sentences = &article.layers.sentences;
        let mut last = 0;
        article.each(&rules, "test", |m| {
            assert!(!m.tokens.is_empty() && m.tokens.start >= last);
            last = m.tokens.start + 1;
            assert!(sentences.iter().any(|sentence| sentence.tokens.contains(m.tokens)));
            let _ = m.span();
            if let Some(capture) = capture.and_then(|id| m.capture(id)) {
                assert!(!capture.tokens.is_empty());
                assert!(sentences.iter().any(|sentence| sentence.tokens.contains(capture.tokens)));
            }
        });
    }

    /// What begins a match, and what it needs, only spare work: they never change what is found.
    #[test]
    fn anchors_lose_no_match(pattern in pattern(), text in text(), placed in placed()) {
        let mut world = World::new();
        let Ok(rules) = world.compile(&rule(&pattern)) else { return Ok(()) };
        // The second branch never matches, but could begin with anything and needs nothing.
        let free = rule(&format!("{pattern} | (?! <any>) <any>"));
        let free = world.compile(&free).unwrap();
        let article = article(&world, &text, &placed);
        prop_assert_eq!(article.run(&rules, "test"), article.run(&free, "test"));
    }

    #[test]
    fn damaged_bytes_are_refused_or_harmless(
        at in 0.0..1.0f64, byte: u8, pattern in pattern(), text in text(),
    ) {
        let mut world = World::new();
        let Ok(rules) = world.compile(&rule(&pattern)) else { return Ok(()) };
        let mut bytes = rules.to_bytes().unwrap();
        let at = 15 + ((bytes.len() - 15) as f64 * at) as usize;
        bytes[at] = byte;
        let (mut vocabulary, mut names) = (Vocabulary::default(), RuleNames::default());
        if let Ok(rules) = RuleSet::from_bytes(&bytes, &mut vocabulary, &class, &mut names) {
            for stage in rules.stages() {
                world.article(&text).run(&rules, stage);
            }
        }
    }
}
