//! A plain cut of texts to tokens: letters and digits together, every mark alone.

#![allow(dead_code, missing_docs, reason = "each test uses its part")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use nghisu_document::layers::{Hits, LocalWords, Shape, Token, Vocabulary, WordId};
use nghisu_knowledge::{Gazetteer, Tables};
use nghisu_text::NormSpan;
use std::path::Path;
use std::sync::OnceLock;

pub(crate) fn cut(text: &str, spans: &mut Vec<NormSpan>) {
    let mut start = None;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        if let Some(start) = start.take() {
            spans.push(NormSpan::new(start as u32, at as u32));
        }
        if !c.is_whitespace() {
            spans.push(NormSpan::new(at as u32, (at + c.len_utf8()) as u32));
        }
    }
    if let Some(start) = start {
        spans.push(NormSpan::new(start as u32, text.len() as u32));
    }
}

pub(crate) fn tokens(text: &str, vocabulary: &Vocabulary) -> Vec<Token> {
    let (mut spans, mut words, mut key) = (Vec::new(), LocalWords::default(), String::new());
    cut(text, &mut spans);
    let mut tokens = Vec::new();
    for span in spans {
        let form = span.slice(text);
        nghisu_text::word_key(form, &mut key);
        let word = vocabulary.get(&key).unwrap_or_else(|| words.id(vocabulary, &key));
        let mut shape = Shape::SYLLABLE;
        shape.set(Shape::CAPITAL, form.starts_with(char::is_uppercase));
        let letters = form.chars().filter(|c| c.is_alphabetic()).count();
        let upper = !form.contains(char::is_lowercase) && letters > 1;
        shape.set(Shape::UPPER, upper);
        let before = tokens.last().map(|t: &Token| t.span.slice(text));
        shape.set(Shape::SENTENCE_START, before.is_none_or(|b| b == "!"));
        tokens.push(Token { span, word, bare: WordId(0), shape });
    }
    tokens
}

/// The standing tables, compiled once.
pub(crate) fn standing() -> &'static (Gazetteer, Vocabulary) {
    static STANDING: OnceLock<(Gazetteer, Vocabulary)> = OnceLock::new();
    STANDING.get_or_init(|| {
        let mut vocabulary = Vocabulary::default();
        let gazetteer = tables().compile(&mut vocabulary, &cut).unwrap();
        (gazetteer, vocabulary)
    })
}

pub(crate) fn tables() -> Tables {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/gazetteer");
    Tables::read_dir(&dir).unwrap()
}

/// The hits of a text as `class:words`, with the slug where it is an entity.
pub(crate) fn hits(text: &str) -> Vec<String> {
    let (gazetteer, vocabulary) = standing();
    let tokens = tokens(text, vocabulary);
    let mut hits = Hits::default();
    gazetteer.walk(&tokens, &mut hits);
    hits.all()
        .iter()
        .map(|&hit| {
            let first = tokens[hit.tokens.start as usize].span.start();
            let last = tokens[hit.tokens.end as usize - 1].span.end();
            let words = NormSpan::new(first, last).slice(text);
            let class = gazetteer.class_name(hit.class);
            match gazetteer.entity(hit) {
                Some(id) => format!("{words} = {}", gazetteer.knowledge.slug(id)),
                None => format!("{words} : {class}"),
            }
        })
        .collect()
}
