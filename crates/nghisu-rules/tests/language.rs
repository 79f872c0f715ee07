//! What each construct of the pattern language matches.

mod article;

use article::{World, rule};

/// Pattern, text, what is found. Texts of several sentences have ". " or a line break between.
#[track_caller]
fn table(rows: &[(&str, &str, &[&str])]) {
    for (pattern, text, expected) in rows {
        let found = World::new().found(&rule(pattern), text);
        assert_eq!(&found, expected, "{pattern} on {text:?}");
    }
}

#[test]
fn words() {
    table(&[
        ("phần trăm", "tăng 5 phần trăm", &["phần trăm"]),
        ("phần trăm", "Phần Trăm", &["Phần Trăm"]),
        ("phần trăm", "phần lớn, trăm", &[]),
        // One tone-mark style: both spellings are the same word.
        ("hòa bình", "hoà bình và hòa bình", &["hoà bình", "hòa bình"]),
        ("hòa", "hoa", &[]),
        // A capital in the pattern asks for one in the text.
        ("Bộ", "bộ và Bộ và BỘ", &["Bộ", "BỘ"]),
        ("^bộ", "bộ và Bộ", &["Bộ"]),
        ("bộ", "bộ và Bộ", &["bộ", "Bộ"]),
        ("'%'", "5%", &["%"]),
        ("'TT&TT'", "Bộ TT&TT và TT", &["TT&TT"]),
        ("\"'\" s", "it's", &["'s"]),
        ("5 '19,5'", "5 19,5", &["5 19,5"]),
    ]);
}

#[test]
fn shapes() {
    table(&[
        ("<number>", "năm 2024, 71,79 và 4G", &["2024", "71,79"]),
        ("<number> <any>", "đạt 5% 7", &["5%"]),
        ("<capital> <capital>", "ông Nguyễn An Ninh", &["Nguyễn An", "An Ninh"]),
        ("<lower>", "Bộ y UBND", &["y"]),
        ("<upper>", "UBND Tỉnh", &["UBND"]),
        ("<abbreviation>", "Bộ TTg", &["TTg"]),
        ("<word>", "Bộ TTg 5 %", &["Bộ", "TTg"]),
        ("<syllable>", "Bộ TTg 5 %", &["Bộ"]),
        ("<punctuation>", "a, b", &[","]),
        ("quý <roman>", "quý II và quý hai", &["quý II"]),
        ("<foreign>", "web và trang", &["web"]),
        ("<line-start>", "Một hai\nBa bốn. Năm", &["Một", "Ba"]),
        ("<sentence-start>", "Một hai\nBa bốn. Năm", &["Một", "Ba", "Năm"]),
        ("'/' (?= <spaced>) <number>", "8/ 9 8/9", &["/ 9"]),
    ]);
}

#[test]
fn groups_and_choices() {
    table(&[
        ("<number> ('%' | phần trăm)", "5% và 7 phần trăm", &["5%", "7 phần trăm"]),
        ("(a | a b) c", "a b c", &["a b c"]),
        // Of phrases the longest, of anything else the first branch that leads to a match.
        ("(a | a b)", "a b", &["a b"]),
        ("(a | a b) b", "a b", &["a b"]),
        ("(a | a <any>)", "a b", &["a"]),
        ("(TT | 'TT&TT')", "TT&TT", &["TT&TT", "TT"]),
        ("a (b | c | d)", "a b, a d, a e", &["a b", "a d"]),
        ("(A | a) b", "a b", &["a b"]),
    ]);
}

#[test]
fn repetitions() {
    table(&[
        ("a b?", "a b a", &["a b", "a"]),
        ("a b??", "a b", &["a"]),
        ("a b?? c", "a b c", &["a b c"]),
        ("a b* c", "a c. a b b c", &["a c", "a b b c"]),
        ("a b+ c", "a c. a b b c", &["a b b c"]),
        ("a <any>* c", "a c c", &["a c c"]),
        ("a <any>*? c", "a c c", &["a c"]),
        ("a b{2}", "a b b b", &["a b b"]),
        ("a b{1,2}", "a b b b", &["a b b"]),
        ("a b{1,2}?", "a b b b", &["a b"]),
        ("a b{2,}", "a b. a b b b", &["a b b b"]),
        ("a (b c){0,2} d", "a b c b c d. a d. a b c b c b c d", &["a b c b c d", "a d"]),
        ("<capital>{2,3}", "Lê Thị Mai Anh", &["Lê Thị Mai", "Thị Mai Anh", "Mai Anh"]),
    ]);
}

#[test]
fn patterns_stay_in_their_sentence() {
    table(&[
        ("a b", "a. b", &[]),
        ("a\nb", "a\nb", &[]),
        ("a <any>* b", "a c\nd b", &[]),
        ("a (?! b)", "a\nb", &["a"]),
        ("(?<! a) b", "a\nb", &["b"]),
    ]);
}

#[test]
fn negation() {
    table(&[
        ("a !b", "a b. a c. a", &["a c"]),
        ("a !<number>", "a 5. a c", &["a c"]),
        ("a !(b | ',')+ d", "a c c d. a c, d. a b d", &["a c c d"]),
        // `!` takes one token, however long what must not be there is.
        ("a !(b c) <any>", "a b c. a b d", &["a b d"]),
        ("a !Bộ", "a bộ. a Bộ", &["a bộ"]),
    ]);
}

#[test]
fn checks() {
    table(&[
        ("a (?= b)", "a b. a c", &["a"]),
        ("a (?! b)", "a b. a c. a", &["a", "a"]),
        ("(?<= b) a", "b a. c a. a", &["a"]),
        ("(?<! b | '/') a", "b a. / a. c a. a", &["a", "a"]),
        ("(?<! <any>) a", "a a", &["a"]),
        ("a (?! <any>)", "a a", &["a"]),
        ("(?= <capital> b) <any>", "A b. a b", &["A"]),
    ]);
}

#[test]
fn glued_tokens() {
    table(&[
        ("<number> ~ '%'", "5% và 5 %", &["5%"]),
        ("<number> ~ '/' ~ <number>", "19/22, 19 / 22, 19/ 22", &["19/22"]),
        ("a ~ b?", "a b", &[]),
        ("<number> (~ '/' ~ <number>)*", "1/2/3 /4", &["1/2/3", "2/3", "3", "4"]),
    ]);
}

#[test]
fn sets() {
    let file = |pattern: &str| {
        format!(
            "stage = 'test'\n[sets]\nup = ['tăng', 'tăng trưởng', 'tăng trưởng mạnh', '%', \"'-' a\"]\n\
             body = ['Bộ', 'ủy ban']\n\
             before = ['Bộ', 'sở']\n[[rule]]\nname = 'r'\ndoc = 'd'\nproduce = 'p'\n\
             examples = ['[x]']\npattern = '''{pattern}'''\n"
        )
    };
    for (pattern, text, expected) in [
        ("%up", "tăng trưởng xanh", &["tăng trưởng"][..]),
        ("%up", "tăng trưởng mạnh", &["tăng trưởng mạnh"]),
        ("%up trưởng", "tăng trưởng", &["tăng trưởng"]),
        ("%up mạnh", "tăng trưởng mạnh", &["tăng trưởng mạnh"]),
        ("5 %up", "5%", &["5%"]),
        ("5 %up", "5- a", &["5- a"]),
        ("!%up", "tăng giảm", &["giảm"]),
        ("%body", "bộ, Bộ, Ủy ban, uỷ ban", &["Bộ", "Ủy ban", "uỷ ban"]),
        ("^%body", "Ủy ban, uỷ ban", &["Ủy ban"]),
        ("(?<! %before) bộ", "Bộ bộ", &["Bộ"]),
    ] {
        assert_eq!(World::new().found(&file(pattern), text), expected, "{pattern} on {text:?}");
    }
}

#[test]
fn the_capture_named_span_is_what_comes_of_a_match() {
    table(&[
        ("đạt span:(<number> '%')", "đạt 5%", &["5%"]),
        ("trên span:<number>? '%'", "trên %", &["trên %"]),
        ("(span:a | b)", "a b", &["a", "b"]),
    ]);
}
