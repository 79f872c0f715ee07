//! What a linguist reads when a rule file is wrong.

mod article;

use article::{World, rule};

#[test]
fn patterns() {
    for (pattern, column, message) in [
        ("a <nummer>", 3, "no shape is named \"nummer\"; there are number syllable"),
        ("a <number", 3, "a shape is written <number>"),
        ("#unti", 1, "the gazetteer has no class \"unti\""),
        ("x @percentage", 3, "no mention is a \"percentage\"; there are person role"),
        ("%up", 1, "the file's [sets] have no \"up\""),
        ("5%", 2, "the file's [sets] have no \"\"; a sign of the text is quoted: '%'"),
        ("a (b", 3, "this ( is not closed"),
        ("a b)", 4, "this ) closes nothing"),
        ("a (b | )", 7, "nothing stands here"),
        ("", 1, "nothing stands here"),
        ("a, b", 2, "a mark of the text is quoted: ','"),
        ("'a", 1, "this ' is not closed"),
        ("a ''", 3, "the quotes hold no token"),
        ("* a", 1, "* repeats what stands right before it"),
        ("a ?", 3, "? repeats what stands right before it"),
        ("a** b", 3, "* after a repetition"),
        ("a{b}", 2, "counts are written {3}"),
        ("a{3,1}", 2, "the second count is less"),
        ("a{1,65}", 2, "counts go up to 64"),
        ("(a?)* b", 5, "what is repeated can match nothing"),
        ("a? b*", 1, "the pattern can match without taking a token"),
        ("!(a?) b", 1, "! of what can match nothing"),
        ("a !<any>", 3, "!<any> never matches"),
        ("Giá:<number>", 1, "a capture's name is of a-z"),
        ("(?~ a) b", 1, "checks are (?= …)"),
        ("(?= a b", 1, "this check is not closed"),
        ("(?<= a b) c", 1, "a check of what stands before looks at exactly one token"),
        ("(?<= #unit) c", 1, "a check of what stands before looks at exactly one token"),
        ("v:(?= a) b", 3, "a check takes no prefix and no capture"),
        ("a !~ b", 4, "a mark of the text is quoted: '~'"),
        ("~", 1, "the pattern can match without taking a token"),
    ] {
        let error = World::new().compile(&rule(pattern)).unwrap_err().to_string();
        let start =
            format!("test.toml, line 3, rule test.rule, column {column} of the pattern: {message}");
        assert!(error.starts_with(&start), "{pattern}\n  {error}\n  {start}");
    }
}

#[test]
fn files() {
    let good = rule("a");
    for (toml, message) in [
        (good.replace("stage", "stages"), "unknown field `stages`"),
        (good.replace("produce", "product"), "unknown field `product`"),
        (good.replace("[x]", "x"), "rule test.rule: an example has its span in one pair"),
        (good.replace("[x]", "[x] [y]"), "rule test.rule: an example has its span in one pair"),
        (good.replace("['[x]']", "[]"), "rule test.rule: a rule has at least one example"),
        (
            good.replace("examples", "counter_examples = ['[y]']\nexamples"),
            "rule test.rule: a counter-example has no brackets",
        ),
        (good.replace("test.rule", "lỗi"), "a rule's name is of a-z, 0-9"),
        (format!("{good}{}", good.replace("stage = 'test'\n", "")), "another rule has this name"),
        (good.replace("[[rule]]", "[sets]\nup = ['']\n[[rule]]"), "set up: \"\" holds no word"),
        (good.replace("[[rule]]", "[sets]\nup = []\n[[rule]]"), "set up: it holds nothing"),
        (rule("((a{64}){64}){64}"), "the pattern counts too much out"),
        (rule(&format!("{}a{}", "(".repeat(40), ")".repeat(40))), "nested more than 16 deep"),
    ] {
        let error = World::new().compile(&toml).unwrap_err().to_string();
        assert!(error.starts_with("test.toml") && error.contains(message), "{error}\n{message}");
    }
}
