//! Token-pattern rules as data, compiled together, testing themselves.
//!
//! ```
//! use nghisu_document::layers::{Layers, RuleNames, Sentence, Shape, Token, TokenRange, Vocabulary};
//! use nghisu_rules::{Compiler, Over, Scratch};
//! use nghisu_text::NormSpan;
//!
//! let file = r#"
//!     stage = "quantity"
//!
//!     [[rule]]
//!     name = "percent.word"
//!     doc = "A number and the sign or the word for percent."
//!     pattern = "value:<number> ('%' | phần trăm)"
//!     produce = "percent"
//!     examples = ["Tỷ lệ đạt [89,35%] trong năm.", "Giảm [7 phần trăm]."]
//!     counter_examples = ["Điều 5 khoản 3."]
//! "#;
//! let (mut vocabulary, mut names) = (Vocabulary::default(), RuleNames::default());
//! let mut compiler = Compiler::new(&mut vocabulary, &|_| None, &mut names);
//! compiler.add("quantity/percent.toml", file)?;
//! let rules = compiler.finish()?;
//!
//! // What segmentation makes of "đạt 5%".
//! let mut layers = Layers::default();
//! for (start, end, form, shape) in [
//!     (0, 5, "đạt", Shape::SYLLABLE | Shape::SPACE_BEFORE),
//!     (6, 7, "5", Shape::NUMBER | Shape::SPACE_BEFORE),
//!     (7, 8, "%", Shape::PUNCTUATION),
//! ] {
//!     let word = vocabulary.add(form);
//!     let bare = vocabulary.bare(word);
//!     layers.tokens.push(Token { span: NormSpan::new(start, end), word, bare, shape });
//! }
//! let tokens = TokenRange::new(0, 3);
//! layers.sentences.push(Sentence { span: NormSpan::new(0, 8), tokens, section: 0 });
//!
//! let matcher = rules.stage("quantity");
//! let value = rules.capture_id("value").ok_or("no rule captures a value")?;
//! let mut found = Vec::new();
//! matcher.run(&layers, Over::Candidates, &mut Scratch::default(), |m| {
//!     found.push((names.name(m.rule).to_owned(), m.span(), m.capture(value).map(|c| c.tokens)));
//! });
//! let (all, number) = (TokenRange::new(1, 3), TokenRange::new(1, 2));
//! assert_eq!(found, [("percent.word".to_owned(), all, Some(number))]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Rule files
//!
//! A file is TOML: the `stage` that runs its rules, word sets, and rules.
//!
//! ```toml
//! stage = "event"
//!
//! [sets]                                  # %up in the patterns of this file
//! up = ["tăng", "tăng trưởng"]            # one or more words each; the longest that fits first
//!
//! [[rule]]
//! name = "statistic.growth"               # stands in the record's `rule`; one rule a name
//! doc = "A growth verb and a percentage."
//! pattern = "%up (?! thêm) value:@percent"
//! produce = "growth"                      # what the stage makes of a match
//! params = { direction = "up" }           # optional: strings, numbers, true and false
//! priority = 1                            # optional: higher is tried first at a token
//! examples = ["Xuất khẩu [tăng 7%]."]     # at least one; brackets: what must come of it
//! counter_examples = ["Tăng thêm 7%."]    # where the rule must not match at all
//! ```
//!
//! What must come of an example is what the capture named `span` takes, and the whole match where
//! there is none ([`Match::span`]). The engine hands out the examples ([`RuleSet::examples`]); the
//! pipeline runs them, since only it has tokens, hits and mentions.
//!
//! Alternatives of sets are plain text; marks may stand in quotes, as in patterns. Names of sets
//! are the file's own: what several files need is a class of the gazetteer.
//!
//! # Pattern language
//!
//! A pattern is a sequence of what stands in a sentence, token after token; white space in a
//! pattern only separates. A match never crosses the end of a sentence.
//!
//! | pattern | takes |
//! |---|---|
//! | `phần trăm` | these words, whatever their case and the style of their tone marks |
//! | `Bộ`, `^bộ` | the word with a capital; a capital in the pattern asks for one in the text |
//! | `'%'`, `"'"` | marks, and anything else of the text that is no bare word, in quotes; text of several tokens (`'TT&TT'`) takes them one after the other |
//! | `<number>` | one token of a shape, see below |
//! | `#title` | the tokens of a gazetteer hit of the class, the longest first |
//! | `@percent` | the tokens of a candidate or mention of the type, the longest first |
//! | `%up` | one alternative of the file's set, the longest first |
//! | `(a \| b c)` | a choice of words and phrases: an unnamed set |
//! | `(a \| @percent)` | any other choice: the branches in turn, until one leads to a match |
//! | `x?` `x*` `x+` `x{3}` `x{1,3}` `x{2,}` | repetitions, as many as possible; followed by `?` as few as possible; counts up to 64 |
//! | `name:x` | what `x` (with its repetition) takes, as a capture; at most 16 names a rule |
//! | `!x` | one token at which `x` does not match; none at the end of the sentence |
//! | `^x` | `x` beginning with a capital |
//! | `x ~ y` | `x` and `y` without white space between: `~` checks that none stands before the next token |
//! | `(?= x)` `(?! x)` | nothing: checks that `x` follows, or does not |
//! | `(?<= x)` `(?<! x)` | nothing: checks that the token before is `x`, or is not; `x` is one token. `(?<! <any>)` is the beginning of the sentence, `(?! <any>)` its end |
//!
//! Shapes: `<any>`; one of `<syllable>` (a written word), `<number>` (`40.590`),
//! `<abbreviation>` (`UBND`, `4G`), `<punctuation>`, `<other>`; and beside these `<word>` (a
//! syllable or an abbreviation), `<capital>` (its first letter is one), `<lower>` (a syllable
//! without capital), `<upper>` (capitals only), `<roman>` (`II`), `<vietnamese>` (a valid
//! Vietnamese syllable), `<foreign>` (a syllable that is not), `<spaced>` (white space before it),
//! `<line-start>`, `<sentence-start>`.
//!
//! ```text
//! choice   = sequence { "|" sequence }
//! sequence = item { item }
//! item     = check | [ name ":" ] [ "!" | "^" ] atom [ times ]
//! atom     = word | quoted | "<" shape ">" | "#" class | "@" type | "%" set | "(" choice ")"
//! times    = ( "?" | "*" | "+" | "{" m [ "," [ n ] ] "}" ) [ "?" ]
//! check    = "~" | "(?" ( "=" | "!" | "<=" | "<!" ) choice ")"
//! word     = letters and digits
//! quoted   = "'" text "'" | '"' text '"'
//! name     = a-z { a-z | 0-9 | "_" }
//! ```
//!
//! # Speed
//!
//! Nothing is compared as a string and nothing is allocated once the [`Scratch`] is warm. At a
//! token only rules are tried that can begin with its word, its shape, a hit or a mention there,
//! and go on with what stands behind that.
//! A rule that can begin with almost anything (`<any>`, `!','`, `<capital>`) is tried only in
//! sentences that hold the rarest thing that it cannot do without, and not behind it; so end such
//! a rule in a word, a class or a type, and bound its free stretches (`{1,12}`, not `*`).
//!
//! A rule may run 16,384 instructions from one token. One that runs out does not match there, and
//! [`Scratch::limited`] counts it: two free stretches of forty tokens within one another stay
//! below.

mod agenda;
mod compile;
mod cut;
mod error;
mod file;
mod found;
mod machine;
mod matcher;
mod pattern;
mod program;
mod rule;
mod rule_set;
mod stage;
mod starts;
mod word_set;

pub use compile::Compiler;
pub use error::RuleError;
pub use found::{Capture, CaptureId, Match, ProductionId};
pub use matcher::{Bindings, Matcher, Over, Scratch};
pub use rule::{Example, Param, Params, Rule};
pub use rule_set::RuleSet;
