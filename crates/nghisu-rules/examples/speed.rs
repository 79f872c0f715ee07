//! Nanoseconds a token of 300 rules over random tokens: `cargo run --release -p nghisu-rules --example speed`.
//!
//! Words are drawn so that the nth is n times rarer than the first, as words are. Rules are of the
//! kinds that rule files hold: most begin with a word, some with a number, a hit or a candidate,
//! some with a free stretch.

#![allow(clippy::indexing_slicing, clippy::print_stdout)]

use nghisu_document::layers::{
    Amount, ClassId, Decimal, Hit, Layers, Mention, MentionData, Norm, RuleId, RuleNames, Sentence,
    Shape, Token, TokenRange, Vocabulary,
};
use nghisu_rules::{Compiler, Over, RuleSet, Scratch};
use nghisu_text::NormSpan;
use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;

const WORDS: usize = 7_000;
const ARTICLES: usize = 100;
/// Tokens of an article.
const TOKENS: u32 = 1_000;
const SENTENCE: u32 = 30;

/// A small generator, so that each run is the same (splitmix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let x = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// A word's rank: log-uniform, which is Zipf's law.
    fn rank(&mut self) -> usize {
        let unit = self.next() as f64 / u64::MAX as f64;
        ((WORDS as f64).powf(unit) as usize).min(WORDS) - 1
    }
}

fn word(rank: usize) -> String {
    format!("w{rank}")
}

/// Words of rules: verbs and nouns of the field, not the commonest of the language.
fn cue(random: &mut Random) -> String {
    word(20 + random.below(1_500) as usize)
}

fn file(rules: usize, random: &mut Random) -> String {
    let mut toml = String::from("stage = 'speed'\n[sets]\n");
    for set in 0..10 {
        let words: Vec<String> =
            (0..20).map(|i| format!("'{} {}'", cue(random), cue(random).repeat(i % 2))).collect();
        let _ = writeln!(toml, "s{set} = [{}]", words.join(", "));
    }
    for rule in 0..rules {
        let [a, b, c] = [(); 3].map(|()| cue(random));
        let set = random.below(10);
        let pattern = match rule % 20 {
            0 => format!("value:<number> ('%' | {a} {b})"),
            1 => format!("value:<number> {a}? unit:({b} | {c})"),
            2 => format!("#title {a} (?! {b})"),
            3 => format!("({a} | {b} {c})? value:@percent"),
            4 => format!("who:!','{{1,8}} {a} value:@percent"),
            5 => format!("<capital>{{2,4}} {a}"),
            6..10 => format!("%s{set} {a}? (?= <number>)"),
            _ => format!("{a} {b}? <any>{{0,3}} {c} value:<number>?"),
        };
        let _ = writeln!(
            toml,
            "[[rule]]\nname = 'r{rule}'\ndoc = 'd'\nproduce = 'p'\nexamples = ['[x]']\n\
             pattern = '''{pattern}'''"
        );
    }
    toml
}

fn layers(vocabulary: &mut Vocabulary, random: &mut Random) -> Layers {
    let mut layers = Layers::default();
    let words: Vec<_> = (0..WORDS).map(|rank| vocabulary.add(&word(rank))).collect();
    let (number, mark) = (vocabulary.add("5"), vocabulary.add("%"));
    for at in 0..TOKENS {
        let (word, shape) = match random.below(100) {
            0..3 => (number, Shape::NUMBER),
            3..14 => (mark, Shape::PUNCTUATION),
            14..28 => (words[random.rank()], Shape::SYLLABLE | Shape::CAPITAL),
            _ => (words[random.rank()], Shape::SYLLABLE),
        };
        let span = NormSpan::new(at * 4, at * 4 + 3);
        layers.tokens.push(Token { span, word, bare: word, shape: shape | Shape::SPACE_BEFORE });
        layers.hits.begin_token();
        if random.below(20) == 0 {
            let class = ClassId(random.below(30) as u16);
            layers.hits.push(Hit { tokens: TokenRange::new(at, at + 2), class, entry: at });
        }
        layers.hits.end_token();
        if random.below(50) == 0 {
            let tokens = TokenRange::new(at, at + 1);
            let data = MentionData::Percent(Amount::plain(Decimal::whole(5)));
            let (norm, rule) = (Norm::None, RuleId(0));
            let inferred_from = None;
            let mention =
                Mention { span, tokens, data, norm, inferred_from, rule, confidence: 100 };
            layers.candidates.push(mention);
        }
    }
    for start in (0..TOKENS).step_by(SENTENCE as usize) {
        let tokens = TokenRange::new(start, (start + SENTENCE).min(TOKENS));
        let span = layers.span_of(tokens).unwrap_or_default();
        layers.sentences.push(Sentence { span, tokens, section: 0 });
    }
    layers
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut random = Random(7);
    let (mut vocabulary, mut names) = (Vocabulary::default(), RuleNames::default());
    let articles: Vec<Layers> =
        (0..ARTICLES).map(|_| layers(&mut vocabulary, &mut random)).collect();
    let tokens = ARTICLES as f64 * f64::from(TOKENS);
    let classes = |name: &str| (name == "title").then_some(ClassId(3));
    for rules in [30, 300, 1_000] {
        let toml = file(rules, &mut random);
        let start = Instant::now();
        let mut compiler = Compiler::new(&mut vocabulary, &classes, &mut names);
        compiler.add("speed.toml", &toml)?;
        let set = compiler.finish()?;
        let compiled = start.elapsed();

        let bytes = set.to_bytes()?;
        let start = Instant::now();
        let set = RuleSet::from_bytes(&bytes, &mut vocabulary, &classes, &mut names)?;
        let loaded = start.elapsed();

        let matcher = set.stage("speed");
        let mut scratch = Scratch::default();
        // The least of ten runs an article: what other programs do to the clock stays out.
        let (mut nanoseconds, mut found, mut sum) = (0, 0u64, 0u64);
        for layers in &articles {
            let mut least = u128::MAX;
            for run in 0..10 {
                let start = Instant::now();
                matcher.run(black_box(layers), Over::Candidates, &mut scratch, |m| {
                    if run == 0 {
                        found += 1;
                        let answer = u64::from(m.tokens.end) << 16 | u64::from(m.rule.0);
                        sum = sum.wrapping_mul(31).wrapping_add(answer);
                    }
                });
                least = least.min(start.elapsed().as_nanos());
            }
            nanoseconds += least;
        }
        let each = nanoseconds as f64 / tokens;
        println!(
            "{rules} rules: {each:.1} ns a token, {found} matches in {tokens} tokens, checksum {sum:016x}, \
             {} step limits; compiled in {compiled:.1?}, {} bytes loaded in {loaded:.1?}",
            scratch.limited(),
            bytes.len(),
        );
    }
    Ok(())
}
