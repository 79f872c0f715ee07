//! Sections, sentences and tokens of Vietnamese news.
//!
//! Three stages, in this order: [`Tokenizer`] cuts the text once and numbers the words,
//! [`Sectioner`] tells title, by-line, dateline, lead, body, headings, captions and the page's own
//! words from one another, [`SentenceSplitter`] ends sentences inside them. After the three, every
//! character that is not white space lies in exactly one token, one sentence and one section.
//! [`cut`] cuts names and rules as [`Tokenizer`] cuts articles. All spans are bytes of the
//! normalized text.
//!
//! ```
//! use nghisu_document::layers::{Article, Layers, Stage, Vocabulary};
//! use nghisu_segment::{Sectioner, SentenceSplitter, Tokenizer};
//! use std::sync::Arc;
//!
//! let mut vocabulary = Vocabulary::default();
//! let sectioner = Sectioner::new(&mut vocabulary);
//! let tokenizer = Tokenizer::new(Arc::new(vocabulary));
//!
//! let text = "Sáng 19/7, ông N. Linh dự họp tại TP. Huế. Hội nghị bàn 2 việc.";
//! let article = Article { text, title: None, url: None, published: None, hints: &[] };
//! let mut layers = Layers::default();
//! tokenizer.run(&article, &mut layers, &mut Default::default());
//! sectioner.run(&article, &mut layers, &mut Default::default());
//! SentenceSplitter.run(&article, &mut layers, &mut ());
//!
//! let sentences: Vec<&str> = layers.sentences.iter().map(|s| s.span.slice(text)).collect();
//! assert_eq!(sentences, ["Sáng 19/7, ông N. Linh dự họp tại TP. Huế.", "Hội nghị bàn 2 việc."]);
//! ```

mod address;
mod blocks;
mod cache;
mod class;
mod credits;
mod cues;
mod joined;
mod kinds;
mod lines;
mod marks;
mod pieces;
mod portraits;
mod scores;
mod sections;
mod sentences;
mod shape;
mod titles;
mod tokens;

pub use sections::{Sectioner, SectionerScratch};
pub use sentences::SentenceSplitter;
pub use tokens::{Tokenizer, TokenizerScratch, cut};
