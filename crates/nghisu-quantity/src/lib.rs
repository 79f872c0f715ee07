//! Numbers, percentages, ratios, money, dates and durations in Vietnamese.
//!
//! Two stages: [`Recognizer`] proposes figures and dates, [`Resolver`] says which days the kept
//! dates mean.
//!
//! ```
//! use nghisu_document::layers::{
//!     Article, DateShape, DateValue, Layers, Mention, MentionData, Norm, PartialDate, PublishedFrom,
//!     RuleNames, Stage, TokenRange, Vocabulary,
//! };
//! use nghisu_knowledge::Gazetteer;
//! use nghisu_quantity::Resolver;
//! use nghisu_text::NormSpan;
//!
//! let (mut vocabulary, mut names) = (Vocabulary::default(), RuleNames::default());
//! let resolver = Resolver::new(&mut vocabulary, &Gazetteer::default(), &mut names)?;
//!
//! // `30/11` in an article of the first of December is the day before.
//! let shape = DateShape::DayMonth { day: 30, month: 11 };
//! let date = DateValue { shape, value: None, part_of_day: None, until_now: false };
//! let mut layers = Layers::default();
//! layers.mentions.push(Mention {
//!     span: NormSpan::new(0, 5),
//!     tokens: TokenRange::new(0, 3),
//!     data: MentionData::Date(date),
//!     norm: Norm::None,
//!     inferred_from: None,
//!     rule: names.intern("date.day-month"),
//!     confidence: 90,
//! });
//! let published = Some((PartialDate::day(2021, 12, 1), PublishedFrom::Given));
//! let article = Article { text: "30/11", title: None, url: None, published, hints: &[] };
//! resolver.run(&article, &mut layers, &mut Default::default());
//!
//! let MentionData::Date(date) = layers.mentions[0].data else { panic!() };
//! assert_eq!(date.value.unwrap().to_string(), "2021-11-30");
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
//! Numbers:
//!
//! - `1.234` is 1,234, `1,234` is 1.234 where the article writes decimals with a comma, and 1,234
//!   where it writes them with a point or not at all; before `%` and a magnitude it is a decimal.
//! - `một triệu hai` is 1,200,000, `một triệu một trăm` 1,000,100.
//! - `hàng chục`, `vài chục` are 10, about: the magnitude itself.
//! - `8/8 xã` is a ratio, for a counted noun follows; `Sáng 8/8` is a day; `30/11` alone is a day;
//!   `từ 30-6` is a day where no figure of a range could go on so. `thương binh 1/4` is a grade,
//!   `tỷ lệ 1/500` a scale: no figures.
//! - `từ 15 tuổi` is at least 15; `từ 65% lên 89%` is two figures; `trên 3 lĩnh vực` is a place,
//!   `trên 30 lĩnh vực` a bound.
//! - `3 tỷ` without a noun is dong, for nothing else is counted in milliards; `200 triệu`, `4.000.000`
//!   are where a sum stands before them or a word for what money measures; else they are counts.
//! - `hai nước`, `hai bên`, `hai lãnh đạo`, `hai xã này` point at what was named and count nothing;
//!   `một` is an article.
//! - The unit is the counted noun; one that says little alone (`khu`, `nhóm`, `chiếc`) takes what
//!   follows it: `khu dân cư`. Other nouns take a modifier only where the two are one term.
//! - `3 giờ` is a time behind `lúc`, `vào`, `từ`, and a length of time behind `dài`, `sau`, `trong`.
//!
//! Dates:
//!
//! - `30/11` without a year is the nearest one, the past being nearer than the future by a factor of
//!   three, and the other way round where the sentence looks ahead.
//! - The article's own day is looked for where it was given, in a date line, in the address, in what
//!   the text calls its own (`sáng nay (8/8)`) or opens with. The address of some sites holds a number
//!   that grows from day to day: that tells the month, and the day with the text's help.
//! - The year of an opening `Sáng 8/8` is that of its day of the week, of its sentence, or the latest
//!   that the article names more than in passing and not as an aim; it is none in which somebody did
//!   not hold the office that stands beside his name. Where nothing tells it, the date has no value:
//!   `XXXX-08-08` would say that it comes back every year.
//! - `cùng kỳ` is the last period of months that the article named, a year earlier.
//! - `tháng Giêng`, `mùng 3 Tết`, `10/3 âm lịch` are of the lunar year, and reckoned.

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
mod sums;

pub use error::Error;
pub use recognizer::{Recognizer, RecognizerScratch};
pub use resolver::{Resolver, ResolverScratch};
