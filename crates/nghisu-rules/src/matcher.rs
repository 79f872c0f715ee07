use crate::agenda::Agenda;
use crate::error::RuleError;
use crate::found::{CaptureId, Match, ProductionId};
use crate::machine::{Machine, Memory, Outcome};
use crate::rule::Rule;
use crate::stage::{ANY_SHAPE, StageRules, Table};
use crate::starts::Starts;
use nghisu_document::layers::{Layers, Token, TokenRange};
use std::sync::Arc;

/// The layer in which `@kind` looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Over {
    /// What recognizers proposed so far.
    Candidates,
    /// What arbitration kept.
    Mentions,
}

/// The rules of one stage: immutable, shared by threads, cheap to clone.
#[derive(Debug, Clone)]
pub struct Matcher {
    stage: Arc<StageRules>,
    captures: Arc<Vec<String>>,
    span: Option<CaptureId>,
}

/// Buffers of [`Matcher::run`], kept from article to article; they serve any matcher.
#[derive(Debug, Default)]
pub struct Scratch {
    memory: Memory,
    mentions: Starts,
    agenda: Agenda,
    limited: u64,
}

impl Scratch {
    /// How often, since this was made, a rule ran out of steps at a token and so did not match.
    pub fn limited(&self) -> u64 {
        self.limited
    }
}

/// What a stage made of each of its rules when it was built (see [`Matcher::bind`]).
#[derive(Debug, Clone)]
pub struct Bindings<T>(Vec<T>);

impl<T> Bindings<T> {
    /// The value of the rule that matched.
    pub fn of(&self, found: &Match<'_>) -> Option<&T> {
        self.0.get(usize::from(found.position))
    }
}

impl Matcher {
    pub(crate) fn new(stage: Arc<StageRules>, captures: Arc<Vec<String>>) -> Self {
        let mut matcher = Self { stage, captures, span: None };
        matcher.span = matcher.capture_id("span");
        matcher
    }

    /// The stage's rules, in the order in which they are tried.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.stage.rules.iter().map(|linked| &linked.rule)
    }

    /// The productions that the stage's rules name, each once.
    pub fn productions(&self) -> impl Iterator<Item = (ProductionId, &str)> {
        (0..).map(ProductionId).zip(self.stage.productions.iter().map(String::as_str))
    }

    /// The id of a capture's name; `None` where no rule of any stage uses it.
    pub fn capture_id(&self, name: &str) -> Option<CaptureId> {
        self.captures.iter().position(|known| known == name).map(|at| CaptureId(at as u16))
    }

    /// Makes of every rule what the stage wants to have at hand when it matches: the function
    /// behind its production, its parameters read.
    ///
    /// # Errors
    /// What `make` says is wrong with a rule (a production that the stage does not know, a
    /// parameter that is missing), with its file and line.
    pub fn bind<T>(
        &self,
        make: impl FnMut(&Rule) -> Result<T, String>,
    ) -> Result<Bindings<T>, RuleError> {
        let mut make = make;
        let bound = self.rules().map(|rule| {
            make(rule).map_err(|message| RuleError::Rule {
                file: rule.file.clone(),
                line: rule.line,
                rule: rule.name.clone(),
                message,
            })
        });
        bound.collect::<Result<_, _>>().map(Bindings)
    }

    /// Finds all matches, sentence by sentence: by first token, then in the order of the rules.
    /// Each rule has at most one match at a token: the first that its pattern allows.
    pub fn run(
        &self,
        layers: &Layers,
        over: Over,
        scratch: &mut Scratch,
        mut on_match: impl FnMut(&Match<'_>),
    ) {
        let stage = &*self.stage;
        if stage.rules.is_empty() {
            return;
        }
        let Scratch { memory, mentions, agenda, limited } = scratch;
        mentions.clear();
        if stage.kinds != 0 {
            let layer = match over {
                Over::Candidates => &layers.candidates,
                Over::Mentions => &layers.mentions,
            };
            mentions.fill(layer, layers.tokens.len() as u32, stage.kinds);
        }
        agenda.reset(stage.rules.iter().map(|rule| if rule.gated { 0 } else { u32::MAX }));
        for sentence in &layers.sentences {
            let TokenRange { start, end } = sentence.tokens;
            let Some(tokens) = layers.tokens.get(..end as usize) else { continue };
            let own = tokens.get(start as usize..).unwrap_or_default();
            let machine =
                Machine { sets: &stage.sets, tokens, first: start, hits: &layers.hits, mentions };
            if !stage.needs.is_empty {
                for (token, at) in own.iter().zip(start..) {
                    let bits = (token.shape.bits() | ANY_SHAPE) & stage.needs.shape_mask;
                    lists(&stage.needs, &machine, token, at, bits, |rules| agenda.allow(rules, at));
                }
            }
            // Most shapes' rules lack in most sentences what they need.
            let (mut mask, mut left) = (stage.starts.shape_mask, stage.starts.shape_mask);
            while left != 0 {
                let bit = left.trailing_zeros();
                left &= left - 1;
                if !agenda.allows_any(stage.starts.list(stage.starts.shape(bit)), start) {
                    mask &= !(1 << bit);
                }
            }
            for (token, at) in own.iter().zip(start..) {
                let bits = (token.shape.bits() | ANY_SHAPE) & mask;
                let add = |rules: &[u16]| agenda.add(rules, at);
                if !lists(&stage.starts, &machine, token, at, bits, add) {
                    continue;
                }
                if agenda.is_empty() {
                    continue;
                }
                // Most rules that may begin with a token can't go on with what stands behind it.
                agenda.keep_only(&stage.unchecked);
                let mut go_on = |table: &Table, at: u32| {
                    let Some(token) = tokens.get(at as usize) else { return };
                    let bits = token.shape.bits() & table.shape_mask;
                    lists(table, &machine, token, at, bits, |rules| agenda.keep(rules));
                };
                go_on(&stage.after_token, at + 1);
                if !stage.after_unit.is_empty {
                    let hits = layers.hits.at(at).iter().map(|hit| hit.tokens.end);
                    let mentions = machine.mentions.at(at).iter().map(|start| start.end);
                    hits.chain(mentions).for_each(|end| go_on(&stage.after_unit, end));
                }
                agenda.drop_others();
                agenda.drain(|position| {
                    let Some(linked) = stage.rules.get(usize::from(position)) else { return };
                    let code = stage.code.get(linked.code.clone()).unwrap_or_default();
                    match machine.run(code, at, memory) {
                        Outcome::Match(end) => on_match(&Match {
                            rule: linked.id,
                            production: ProductionId(linked.production),
                            tokens: TokenRange::new(at, end),
                            linked,
                            position,
                            span: self.span,
                            trail: &memory.trail,
                            hits: &layers.hits,
                        }),
                        Outcome::Fail => {}
                        Outcome::Limit => *limited += 1,
                    }
                });
            }
        }
    }
}

/// Hands on the lists of rules that a table has for what stands at a token; says whether any.
#[inline]
fn lists(
    table: &Table,
    machine: &Machine<'_>,
    token: &Token,
    at: u32,
    mut shapes: u16,
    mut each: impl FnMut(&[u16]),
) -> bool {
    let mut any = false;
    let mut add = |list: u16| {
        if list != 0 {
            each(table.list(list));
            any = true;
        }
    };
    add(table.word(token.word.0));
    while shapes != 0 {
        add(table.shape(shapes.trailing_zeros()));
        shapes &= shapes - 1;
    }
    if table.has_classes {
        for hit in machine.hits.at(at) {
            add(table.class(hit.class));
        }
    }
    if table.kind_mask != 0 {
        for start in machine.mentions.at(at) {
            add(table.kind(start.kind));
        }
    }
    any
}
