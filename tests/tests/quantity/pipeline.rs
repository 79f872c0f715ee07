//! The stages below and this one, in their order, for tests and examples.

#![allow(dead_code, unreachable_pub)] // each test and example uses its part
#![allow(clippy::unwrap_used, clippy::panic)] // clippy.toml allows them in #[test] alone

use nghisu_document::layers::{
    Article, Layers, Mention, MentionData, PartialDate, PublishedFrom, RuleNames, Stage, Vocabulary,
};
use nghisu_knowledge::{Gazetteer, Tables};
use nghisu_quantity::{Recognizer, RecognizerScratch, Resolver, ResolverScratch};
use nghisu_rules::{Compiler, RuleSet};
use nghisu_segment::{Sectioner, SectionerScratch, SentenceSplitter, Tokenizer, TokenizerScratch};
use nghisu_text::NormSpan;
use std::path::Path;
use std::sync::Arc;

/// The rule files of the stage, with their names.
pub fn rule_files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/rules/quantity");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (format!("quantity/{name}"), std::fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

pub struct Pipeline {
    pub rules: RuleSet,
    pub names: RuleNames,
    tokenizer: Tokenizer,
    gazetteer: Gazetteer,
    sectioner: Sectioner,
    pub recognizer: Recognizer,
    pub resolver: Resolver,
    pub layers: Layers,
    cut: TokenizerScratch,
    sections: SectionerScratch,
    scratch: RecognizerScratch,
}

impl Pipeline {
    /// Without names: the rules of the stage need none.
    pub fn new() -> Self {
        Self::with(Gazetteer::default(), Vocabulary::default())
    }

    /// With the names of the tables, which tell numbers of documents.
    pub fn with_names() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/gazetteer");
        let cut = |text: &str, spans: &mut Vec<NormSpan>| {
            let mut tokens = Vec::new();
            nghisu_segment::cut(text, &mut Vocabulary::default(), &mut tokens);
            spans.extend(tokens.iter().map(|t| t.span));
        };
        let mut vocabulary = Vocabulary::default();
        let tables = Tables::read_dir(&folder).unwrap();
        let gazetteer = tables.compile(&mut vocabulary, &cut).unwrap();
        Self::with(gazetteer, vocabulary)
    }

    fn with(gazetteer: Gazetteer, mut vocabulary: Vocabulary) -> Self {
        let mut names = RuleNames::default();
        let mut compiler = Compiler::new(&mut vocabulary, &|_| None, &mut names);
        for (name, text) in rule_files() {
            compiler.add(&name, &text).unwrap_or_else(|e| panic!("{e}"));
        }
        let rules = compiler.finish().unwrap_or_else(|e| panic!("{e}"));
        let recognizer = Recognizer::new(&mut vocabulary, &gazetteer, &rules, &mut names).unwrap();
        let resolver = Resolver::new(&mut vocabulary, &gazetteer, &mut names).unwrap();
        let sectioner = Sectioner::new(&mut vocabulary);
        Self {
            rules,
            names,
            gazetteer,
            sectioner,
            tokenizer: Tokenizer::new(Arc::new(vocabulary)),
            recognizer,
            resolver,
            layers: Layers::default(),
            cut: Default::default(),
            sections: Default::default(),
            scratch: Default::default(),
        }
    }

    /// Cuts a text.
    pub fn segment(&mut self, article: &Article<'_>) {
        let layers = &mut self.layers;
        layers.clear();
        self.tokenizer.run(article, layers, &mut self.cut);
        self.sectioner.run(article, layers, &mut self.sections);
        SentenceSplitter.run(article, layers, &mut ());
        self.gazetteer.run(article, layers, &mut ());
    }

    /// Runs the stages; every candidate becomes a mention, since no names contradict them here.
    pub fn run(&mut self, text: &str, published: Option<&str>) -> &[Mention] {
        self.run_at(text, published, None)
    }

    /// The same for an article with an address.
    pub fn run_at(&mut self, text: &str, day_of: Option<&str>, url: Option<&str>) -> &[Mention] {
        let published = day_of.map(|date| (day(date), PublishedFrom::Given));
        let article = Article { text, title: None, url, published, hints: &[] };
        self.segment(&article);
        self.recognize(&article);
        self.resolve(&article)
    }

    pub fn recognize(&mut self, article: &Article<'_>) {
        self.recognizer.run(article, &mut self.layers, &mut self.scratch);
    }

    pub fn resolve(&mut self, article: &Article<'_>) -> &[Mention] {
        let mut candidates = std::mem::take(&mut self.layers.candidates);
        candidates.sort_by_key(|m| m.span.start());
        self.layers.mentions.clear();
        self.layers.mentions.append(&mut candidates);
        self.layers.candidates = candidates;
        self.resolver.run(article, &mut self.layers, &mut ResolverScratch::default());
        &self.layers.mentions
    }

    /// The mentions of a text, each as `type words = value`.
    pub fn shown(&mut self, text: &str, published: Option<&str>) -> Vec<String> {
        self.run(text, published);
        self.layers.mentions.iter().map(|m| show(text, m)).collect()
    }
}

pub fn day(date: &str) -> PartialDate {
    let mut parts = date.split('-').map(|part| part.parse::<u16>().unwrap());
    let mut next = || parts.next().unwrap_or(0);
    let (year, month, day) = (next(), next(), next());
    PartialDate::day(year, month as u8, day as u8)
}

/// `percent 17% = 17`
pub fn show(text: &str, mention: &Mention) -> String {
    let kind = mention.data.kind().as_str();
    format!("{kind} {} = {}", mention.span.slice(text), value(text, mention))
}

/// What a mention means, with unit and bound.
pub fn value(text: &str, mention: &Mention) -> String {
    match mention.data {
        MentionData::Percent(amount)
        | MentionData::Quantity(amount)
        | MentionData::Multiplier(amount)
        | MentionData::Money { amount, .. } => {
            let mut shown = String::new();
            if let Some(bound) = amount.bound {
                shown += bound.as_str();
                shown += " ";
            }
            if amount.approx {
                shown += "~";
            }
            shown += &amount.value.to_string();
            if let Some(to) = amount.value_to {
                shown += &format!("..{to}");
            }
            if let MentionData::Money { currency, .. } = mention.data {
                shown += " ";
                shown += currency;
            }
            if let Some(unit) = amount.unit {
                shown += &format!(" [{}]", unit.slice(text));
            }
            shown
        }
        MentionData::Ratio { numerator, denominator, unit } => {
            let unit = unit.map_or("", |unit| unit.slice(text));
            format!("{numerator}/{denominator} [{unit}]")
        }
        MentionData::Ordinal(value) => value.to_string(),
        MentionData::Date(date) => {
            let value = date.value.map_or_else(|| "?".to_owned(), |v| v.to_string());
            let part = date.part_of_day.map_or("", |part| part.as_str());
            format!("{value} {part}{}", if date.until_now { "now" } else { "" }).trim().to_owned()
        }
        MentionData::Time(minutes) => format!("T{:02}:{:02}", minutes / 60, minutes % 60),
        MentionData::Duration(length) => {
            let bound = length.bound.map_or_else(String::new, |b| format!("{} ", b.as_str()));
            let about = if length.approx { "~" } else { "" };
            let to = length.upper().map_or_else(String::new, |to| format!("..{to}"));
            format!("{bound}{about}{length}{to}")
        }
        _ => String::new(),
    }
}
