//! Layers made by hand: a small tokenizer, hits and mentions placed by their words.
#![allow(dead_code)] // each test binary uses a part
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // clippy.toml allows them in #[test] alone

use nghisu_document::layers::{
    Amount, ClassId, Decimal, Hit, Layers, LocalWords, Mention, MentionData, MentionKind, Norm,
    RuleId, RuleNames, Section, SectionKind, Sentence, Shape, Token, TokenRange, Vocabulary,
};
use nghisu_rules::{Compiler, Match, Over, RuleError, RuleSet, Scratch};
use nghisu_text::{NormSpan, fold, word_key};

pub(crate) const CLASSES: [&str; 3] = ["title", "unit", "agency"];

pub(crate) fn class(name: &str) -> Option<ClassId> {
    CLASSES.iter().position(|class| *class == name).map(|at| ClassId(at as u16))
}

pub(crate) struct World {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) names: RuleNames,
}

impl World {
    pub(crate) fn new() -> Self {
        Self { vocabulary: Vocabulary::default(), names: RuleNames::default() }
    }

    pub(crate) fn compile(&mut self, toml: &str) -> Result<RuleSet, RuleError> {
        let mut compiler = Compiler::new(&mut self.vocabulary, &class, &mut self.names);
        compiler.add("test.toml", toml)?;
        compiler.finish()
    }

    pub(crate) fn article(&self, text: &str) -> Article {
        let mut article =
            Article { text: text.to_owned(), layers: Layers::default(), hits: Vec::new() };
        let mut local = LocalWords::default();
        let mut section = 0;
        for line in text.split_inclusive('\n') {
            let mut from = section;
            for sentence in line.split_inclusive(". ") {
                self.sentence(&mut article, &mut local, from, sentence);
                from += sentence.len();
            }
            section += line.len();
        }
        article
            .layers
            .sections
            .push(Section { span: NormSpan::new(0, text.len() as u32), kind: SectionKind::Body });
        article
    }

    fn sentence(&self, article: &mut Article, local: &mut LocalWords, from: usize, text: &str) {
        let tokens = &mut article.layers.tokens;
        let first = tokens.len() as u32;
        let mut end_before = usize::MAX;
        for (start, end) in pieces(text) {
            let piece = &text[start..end];
            let mut shape = shape(piece);
            if start != end_before {
                shape |= Shape::SPACE_BEFORE;
            }
            if tokens.len() as u32 == first {
                shape |= Shape::SENTENCE_START;
                if from == 0 || article.text.as_bytes()[from - 1] == b'\n' {
                    shape |= Shape::LINE_START;
                }
            }
            let (mut key, mut bare) = (String::new(), String::new());
            word_key(piece, &mut key);
            fold(piece, &mut bare);
            let mut id = |form: &str| {
                self.vocabulary.get(form).unwrap_or_else(|| local.id(&self.vocabulary, form))
            };
            tokens.push(Token {
                span: NormSpan::new((from + start) as u32, (from + end) as u32),
                word: id(&key),
                bare: id(&bare),
                shape,
            });
            end_before = end;
        }
        let range = TokenRange::new(first, tokens.len() as u32);
        if !range.is_empty() {
            let span = article.layers.span_of(range).unwrap();
            article.layers.sentences.push(Sentence { span, tokens: range, section: 0 });
        }
    }

    /// The first rule's matches, as the words they take.
    pub(crate) fn found(&mut self, toml: &str, text: &str) -> Vec<String> {
        let rules = self.compile(toml).unwrap_or_else(|e| panic!("{e}"));
        let stage = rules.stages().next().unwrap().to_owned();
        self.article(text).run(&rules, &stage)
    }
}

fn pieces(text: &str) -> Vec<(usize, usize)> {
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut at = 0;
    while at < chars.len() {
        let (start, c) = chars[at];
        at += 1;
        if c.is_whitespace() {
            continue;
        }
        if c.is_alphanumeric() {
            let digit = |i: usize| chars.get(i).is_some_and(|(_, c)| c.is_ascii_digit());
            while at < chars.len()
                && (chars[at].1.is_alphanumeric()
                    || matches!(chars[at].1, '.' | ',') && digit(at - 1) && digit(at + 1))
            {
                at += 1;
            }
        }
        pieces.push((start, chars.get(at).map_or(text.len(), |&(end, _)| end)));
    }
    pieces
}

fn shape(piece: &str) -> Shape {
    let first = piece.chars().next().unwrap();
    let letters = || piece.chars().filter(|c| c.is_alphabetic());
    if first.is_ascii_digit() && letters().next().is_none() {
        return Shape::NUMBER;
    }
    if !first.is_alphanumeric() {
        return Shape::PUNCTUATION;
    }
    let mut shape = Shape::empty();
    let capitals = letters().filter(|c| c.is_uppercase()).count();
    shape |= if capitals > 1 { Shape::ABBREVIATION } else { Shape::SYLLABLE };
    shape.set(Shape::CAPITAL, first.is_uppercase());
    shape.set(Shape::UPPER, capitals > 1 && capitals == letters().count());
    shape.set(Shape::ROMAN, piece.chars().all(|c| "IVXLC".contains(c)));
    shape.set(Shape::VIETNAMESE, capitals < 2 && !piece.contains(['w', 'f', 'j', 'z']));
    shape
}

pub(crate) struct Article {
    pub(crate) text: String,
    pub(crate) layers: Layers,
    hits: Vec<Hit>,
}

impl Article {
    fn tokens(&self, words: &str) -> TokenRange {
        let start = self.text.find(words).unwrap_or_else(|| panic!("no {words:?} in the text"));
        self.layers.tokens_in(NormSpan::new(start as u32, (start + words.len()) as u32))
    }

    /// Says that the gazetteer has these words, at their first occurrence.
    pub(crate) fn with_hit(self, name: &str, words: &str, entry: u32) -> Self {
        let tokens = self.tokens(words);
        self.with_hit_at(name, tokens, entry)
    }

    pub(crate) fn with_hit_at(mut self, name: &str, tokens: TokenRange, entry: u32) -> Self {
        self.hits.push(Hit { tokens, class: class(name).unwrap(), entry });
        self.layers.hits.clear();
        for at in 0..self.layers.tokens.len() as u32 {
            self.layers.hits.begin_token();
            for &hit in self.hits.iter().filter(|hit| hit.tokens.start == at) {
                self.layers.hits.push(hit);
            }
            self.layers.hits.end_token();
        }
        self
    }

    /// Adds a candidate over these words, at their first occurrence.
    pub(crate) fn with_candidate(self, kind: MentionKind, words: &str) -> Self {
        let tokens = self.tokens(words);
        self.with_candidate_at(kind, tokens)
    }

    pub(crate) fn with_candidate_at(mut self, kind: MentionKind, tokens: TokenRange) -> Self {
        let data = match kind {
            MentionKind::Person => MentionData::Person { entity: None },
            MentionKind::Percent => MentionData::Percent(Amount::plain(Decimal::whole(0))),
            MentionKind::Organization => {
                MentionData::Organization { entity: None, kind: None, plural: false }
            }
            kind => panic!("no {kind:?} in these tests"),
        };
        self.layers.candidates.push(Mention {
            span: self.layers.span_of(tokens).unwrap_or_default(),
            tokens,
            data,
            norm: Norm::Written,
            inferred_from: None,
            rule: RuleId(0),
            confidence: 100,
        });
        self
    }

    pub(crate) fn each(&self, rules: &RuleSet, stage: &str, on_match: impl FnMut(&Match<'_>)) {
        let mut scratch = Scratch::default();
        rules.stage(stage).run(&self.layers, Over::Candidates, &mut scratch, on_match);
    }

    pub(crate) fn words(&self, tokens: TokenRange) -> &str {
        self.layers.span_of(tokens).map_or("", |span| span.slice(&self.text))
    }

    pub(crate) fn run(&self, rules: &RuleSet, stage: &str) -> Vec<String> {
        let mut found = Vec::new();
        self.each(rules, stage, |m| found.push(self.words(m.span()).to_owned()));
        found
    }
}

/// A file of one rule.
pub(crate) fn rule(pattern: &str) -> String {
    format!(
        "stage = 'test'\n[[rule]]\nname = 'test.rule'\ndoc = 'A test.'\nproduce = 'test'\n\
         examples = ['[x]']\npattern = '''\n{pattern}'''\n"
    )
}
