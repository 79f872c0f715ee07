//! Numbers, percentages, ratios, money, dates and durations in Vietnamese.
//!
//! ```
//! use nghisu_document::layers::{Article, Layers, MentionData, RuleNames, Stage, Vocabulary};
//! use nghisu_knowledge::Gazetteer;
//! use nghisu_quantity::{Recognizer, Resolver};
//! use nghisu_rules::Compiler;
//! use nghisu_segment::{Sectioner, SentenceSplitter, Tokenizer};
//! use std::sync::Arc;
//!
//! let (mut vocabulary, mut names) = (Vocabulary::default(), RuleNames::default());
//! let mut compiler = Compiler::new(&mut vocabulary, &|_| None, &mut names);
//! compiler.add("percent.toml", r#"
//!     stage = "quantity"
//!     [[rule]]
//!     name = "percent.sign"
//!     doc = "A number and the sign for percent."
//!     pattern = "value:@quantity '%'"
//!     produce = "percent"
//!     examples = ["Thu [5%]."]
//! "#)?;
//! let rules = compiler.finish()?;
//! let recognizer =
//!     Recognizer::new(&mut vocabulary, &Gazetteer::default(), &rules, &mut names)?;
//! let sectioner = Sectioner::new(&mut vocabulary);
//! let tokenizer = Tokenizer::new(Arc::new(vocabulary));
//!
//! let text = "Tỷ lệ giải ngân đạt 71,79% kế hoạch.";
//! let article = Article { text, title: None, url: None, published: None, hints: &[] };
//! let mut layers = Layers::default();
//! tokenizer.run(&article, &mut layers, &mut Default::default());
//! sectioner.run(&article, &mut layers, &mut Default::default());
//! SentenceSplitter.run(&article, &mut layers, &mut ());
//! recognizer.run(&article, &mut layers, &mut Default::default());
//!
//! let MentionData::Percent(amount) = layers.candidates[0].data else { panic!() };
//! assert_eq!(layers.candidates[0].span.slice(text), "71,79%");
//! assert_eq!(amount.value.to_string(), "71.79");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How it works
//!
//! [`Recognizer`] reads *numerals* first: digits and number words of every region, chained with
//! magnitude words (`1.200 nghìn tỷ`, `hai mươi mốt triệu rưỡi`, `hàng chục`). That is a grammar,
//! and it is code. Each stands as a candidate `@quantity` while the rules of the stage `quantity`
//! run, which say what numerals mean with the words around them: that is data
//! (`models/rules/quantity`). Of readings that share a token the one of higher priority is taken,
//! then the longer, then the earlier; what no rule takes is a count where a noun follows, a bare
//! figure where its form or the word before it shows one, and else nothing. Candidates of this
//! stage never overlap.
//!
//! [`Resolver`] runs after arbitration: it finds the article's own day, and gives every date its
//! value.
//!
//! # Productions
//!
//! What a rule may ask for in `produce`, with what its pattern captures and its parameters:
//!
//! | production | captures | parameters |
//! |---|---|---|
//! | `percent`, `permille` | `value`, `to` | |
//! | `money` | `value`, `to` | `currency`: ISO 4217 |
//! | `measure`, `age`, `count` | `value`, `to`, `unit` | |
//! | `ratio`, `ratio_over`, `fraction` | `num`, `den`, `unit` | |
//! | `multiplier` | `value`, `to` | `value` where nothing is captured |
//! | `ordinal` | `value` | |
//! | `time` | `hour`, `minute` | |
//! | `duration` | `value`, `first` (lower end) | `unit`: `Y` `M` `W` `D` `H` `min` `s`; `times`; `one`: `một` is a number there |
//! | `date` | by its shape | `shape`; `unit`, `offset`, `months` |
//! | `day_month` | `day`, `month`, `year` | |
//! | `bound`, `bound_behind` | | `bound`: `gt` `gte` `lt` `lte`; `approx`; `round` |
//! | `none`, `none_code` | | |
//!
//! `bound`, `bound_behind`, `none` and `none_code` make no mention: the first two lend what they say
//! to the figure beside them, the others keep every other reading from their tokens.
//!
//! # Ambiguous readings
//!
//! - `1.234` is 1,234, `1,234` is 1.234 where the article writes decimals with a comma, and 1,234
//!   where it writes them with a point or not at all; before `%` and a magnitude it is a decimal.
//! - `một triệu hai` is 1,200,000, `một triệu một trăm` 1,000,100.
//! - `hàng chục`, `vài chục` are 10, about: the magnitude itself.
//! - `8/8 xã` is a ratio, for a counted noun follows; `Sáng 8/8` is a day; `30/11` alone is a day.
//! - `từ 15 tuổi` is at least 15; `từ 65% lên 89%` is two figures; `trên 3 lĩnh vực` is a place,
//!   `trên 30 lĩnh vực` a bound.
//! - `cùng kỳ` is the last period of months that the article named, a year earlier.
//! - `hai nước`, `hai bên` count nothing that a reader could want to know; `một` is an article.

mod captures;
mod dates;
mod error;
mod figures;
mod joining;
mod numeral;
mod plain;
mod production;
mod recognizer;
mod resolver;

pub use error::Error;
pub use recognizer::{Recognizer, RecognizerScratch};
pub use resolver::{Resolver, ResolverScratch};
