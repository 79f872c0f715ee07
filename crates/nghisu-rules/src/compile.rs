use crate::error::RuleError;
use crate::file::{RuleFile, RuleTable};
use crate::pattern::{LONGEST_ALTERNATIVE, Literal, Symbols, follows, lower, needs, parse, starts};
use crate::rule::Rule;
use crate::rule_set::{Compiled, RuleSet};
use nghisu_document::layers::{ClassId, RuleNames, Vocabulary};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Where a rule of a name stands, and whether one of the same name may take its place.
#[derive(Clone, Copy)]
struct Known {
    at: usize,
    inherited: bool,
}

/// Reads rule files and compiles them together.
///
/// What it holds is frozen by [`finish`](Self::finish).
pub struct Compiler<'a> {
    vocabulary: &'a mut Vocabulary,
    names: &'a mut RuleNames,
    symbols: Symbols<'a>,
    rules: Vec<Rule>,
    by_name: FxHashMap<String, Known>,
}

impl<'a> Compiler<'a> {
    /// A compiler without rules. The words of patterns are added to `vocabulary`, the names of
    /// rules to `names`; `classes` knows the gazetteer's classes by name.
    pub fn new(
        vocabulary: &'a mut Vocabulary,
        classes: &'a dyn Fn(&str) -> Option<ClassId>,
        names: &'a mut RuleNames,
    ) -> Self {
        Self::over(Compiled::default(), vocabulary, classes, names)
    }

    pub(crate) fn over(
        compiled: Compiled,
        vocabulary: &'a mut Vocabulary,
        classes: &'a dyn Fn(&str) -> Option<ClassId>,
        names: &'a mut RuleNames,
    ) -> Self {
        let Compiled { words, classes: class_names, sets, rules } = compiled;
        let symbols = Symbols::new(words, class_names, sets, classes);
        let known = (0..).map(|at| Known { at, inherited: true });
        let by_name = rules.iter().map(|rule| rule.name.clone()).zip(known).collect();
        Self { vocabulary, names, symbols, rules, by_name }
    }

    /// Cuts quoted literals and the alternatives of sets with the function that cuts articles,
    /// as byte ranges of tokens, so that both are cut alike. Without it a simple cut at white space
    /// and marks is used.
    #[must_use]
    pub fn cut(mut self, cut: &'a dyn Fn(&str) -> Vec<Range<usize>>) -> Self {
        self.symbols.cut = cut;
        self
    }

    /// Adds a file. `file` is its name in messages.
    ///
    /// # Errors
    /// The first thing that must be mended, with the file, the rule and the column. The compiler
    /// then holds the rules before it, and should be dropped.
    pub fn add(&mut self, file: &str, text: &str) -> Result<(), RuleError> {
        let parsed = RuleFile::read(file, text)?;
        self.symbols.file_sets.clear();
        for (name, alternatives) in &parsed.sets {
            let set = self.set(alternatives).map_err(|message| RuleError::File {
                file: file.to_owned(),
                message: format!("set {name}: {message}"),
            })?;
            self.symbols.file_sets.insert(name.clone(), set);
        }
        let (mut line, mut counted) = (1, 0);
        for table in &parsed.rules {
            let at = table.name.span().start;
            let between = text.as_bytes().get(counted..at).unwrap_or_default();
            line += between.iter().filter(|&&byte| byte == b'\n').count() as u32;
            counted = at;
            let rule = self.rule(file, line, &parsed.stage, table)?;
            let known = self.by_name.get(&rule.name).copied();
            let at = known.map_or(self.rules.len(), |known| known.at);
            if known.is_some_and(|known| !known.inherited) {
                let message = "another rule has this name: choose one of its own";
                return Err(wrong(file, line, table, message.to_owned()));
            }
            self.by_name.insert(rule.name.clone(), Known { at, inherited: false });
            match self.rules.get_mut(at) {
                Some(inherited) => *inherited = rule,
                None => self.rules.push(rule),
            }
        }
        Ok(())
    }

    fn set(&mut self, alternatives: &[String]) -> Result<u32, String> {
        let mut literals: Vec<Literal> = Vec::new();
        for text in alternatives {
            let mut literal = Literal::new();
            for part in text.split_whitespace() {
                literal.extend(self.symbols.literal(unquoted(part)));
            }
            if literal.is_empty() {
                return Err(format!("{text:?} holds no word"));
            }
            if literal.len() > LONGEST_ALTERNATIVE {
                return Err(format!("{text:?} is longer than {LONGEST_ALTERNATIVE} tokens"));
            }
            literals.push(literal);
        }
        if literals.is_empty() {
            return Err("it holds nothing".to_owned());
        }
        Ok(self.symbols.set(literals))
    }

    fn rule(
        &mut self,
        file: &str,
        line: u32,
        stage: &str,
        table: &RuleTable,
    ) -> Result<Rule, RuleError> {
        let name = table.name.get_ref();
        let named = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        if name.is_empty() || !name.chars().all(named) {
            let message = "a rule's name is of a-z, 0-9, and . _ - between them";
            return Err(wrong(file, line, table, message.to_owned()));
        }
        let examples = table.texts().map_err(|message| wrong(file, line, table, message))?;
        let (node, captures) =
            parse(&table.pattern, &mut self.symbols).map_err(|problem| RuleError::Pattern {
                file: file.to_owned(),
                line,
                rule: name.clone(),
                column: problem.column,
                message: problem.message,
            })?;
        let code = lower(&node, &mut self.symbols).map_err(|_| {
            wrong(file, line, table, "the pattern counts too much out: use * or +".to_owned())
        })?;
        let starts = starts(&node, &self.symbols.sets);
        let needs = needs(&node, &self.symbols.sets, &starts);
        let follows = follows(&node, &self.symbols.sets);
        Ok(Rule {
            name: name.clone(),
            doc: table.doc.clone(),
            file: file.to_owned(),
            line,
            stage: stage.to_owned(),
            pattern: table.pattern.clone(),
            production: table.produce.clone(),
            params: table.params(),
            priority: table.priority,
            captures,
            examples,
            code,
            starts,
            needs,
            follows,
        })
    }

    /// Freezes the rules.
    ///
    /// # Errors
    /// Where `classes` no longer knows a class that it knew.
    pub fn finish(self) -> Result<RuleSet, RuleError> {
        let Self { vocabulary, names, symbols, rules, .. } = self;
        let Symbols { words, classes, sets, class_ids, .. } = symbols;
        RuleSet::link(Compiled { words, classes, sets, rules }, vocabulary, class_ids, names)
    }
}

fn wrong(file: &str, line: u32, table: &RuleTable, message: String) -> RuleError {
    RuleError::Rule { file: file.to_owned(), line, rule: table.name.get_ref().clone(), message }
}

/// The text in quotes, which a set's marks may stand in as a pattern's do.
fn unquoted(part: &str) -> &str {
    let inner = |quote| part.strip_prefix(quote)?.strip_suffix(quote);
    inner('\'').or_else(|| inner('"')).filter(|inner| !inner.is_empty()).unwrap_or(part)
}
