//! The backtracking machine that runs one rule from one token.

use crate::program::Op;
use crate::starts::Starts;
use crate::word_set::WordSet;
use nghisu_document::layers::{ClassId, Hits, Shape, Token, TokenRange};

/// Instructions that one rule may run from one token; running out is no match. Two free stretches
/// of forty tokens within one another take about 10,000.
pub(crate) const STEP_LIMIT: u32 = 16_384;

/// Checks within checks; the parser allows fewer, a damaged compiled form could have more.
const DEEPEST: u32 = 32;

/// Where to go on when what was tried fails.
#[derive(Debug, Clone, Copy)]
struct Frame {
    at: u32,
    token: u32,
    trail: u32,
    /// What is left to try of an instruction with several lengths; 0 for all of it.
    rest: u32,
}

/// What happened on the way to a match; undone by cutting it off.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Event {
    Open {
        slot: u8,
        token: u32,
    },
    Close {
        slot: u8,
        token: u32,
    },
    /// The nth hit of the range's first token was taken.
    Hit {
        tokens: TokenRange,
        nth: u32,
    },
    /// A candidate or mention was taken.
    Mention {
        tokens: TokenRange,
        index: u32,
    },
}

/// The machine's memory, kept from run to run.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    frames: Vec<Frame>,
    pub(crate) trail: Vec<Event>,
}

/// What the rules of one sentence look at.
pub(crate) struct Machine<'a> {
    pub(crate) sets: &'a [WordSet],
    /// All tokens up to the end of the sentence.
    pub(crate) tokens: &'a [Token],
    /// The sentence's first token.
    pub(crate) first: u32,
    pub(crate) hits: &'a Hits,
    pub(crate) mentions: &'a Starts,
}

/// How a run ended.
pub(crate) enum Outcome {
    /// It matched up to this token.
    Match(u32),
    Fail,
    /// It ran out of steps.
    Limit,
}

impl Machine<'_> {
    /// Runs a rule from a token. After a match the memory's trail tells what happened.
    pub(crate) fn run(&self, code: &[Op], token: u32, memory: &mut Memory) -> Outcome {
        memory.frames.clear();
        memory.trail.clear();
        let mut steps = STEP_LIMIT;
        match self.from(code, 0, token, memory, &mut steps, 0) {
            Some(end) => Outcome::Match(end),
            None if steps == 0 => Outcome::Limit,
            None => Outcome::Fail,
        }
    }

    fn token(&self, token: u32) -> Option<&Token> {
        self.tokens.get(token as usize)
    }

    fn taken(&self, token: u32, takes: impl FnOnce(&Token) -> bool) -> Option<u32> {
        self.token(token).is_some_and(takes).then_some(token + 1)
    }

    /// Runs until `Accept`; the frames below those it found are left alone.
    fn from(
        &self,
        code: &[Op],
        mut at: u32,
        mut token: u32,
        memory: &mut Memory,
        steps: &mut u32,
        depth: u32,
    ) -> Option<u32> {
        let base = memory.frames.len();
        let mut rest = 0;
        loop {
            if *steps == 0 {
                memory.frames.truncate(base);
                return None;
            }
            *steps -= 1;
            let &op = code.get(at as usize)?;
            at += 1;
            let next = match op {
                Op::Word(word) => self.taken(token, |t| t.word.0 == word),
                Op::CapitalWord(word) => {
                    self.taken(token, |t| t.word.0 == word && t.shape.contains(Shape::CAPITAL))
                }
                Op::Any => self.taken(token, |_| true),
                Op::Shape { any, none } => self.taken(token, |t| has(t, any, none)),
                Op::NotWord(word) => self.taken(token, |t| t.word.0 != word),
                Op::NotShape { any, none } => self.taken(token, |t| !has(t, any, none)),
                Op::NotSet(set) => {
                    let set = self.sets.get(set as usize);
                    self.taken(token, |_| {
                        set.is_some_and(|set| set.lengths(self.tokens, token) == 0)
                    })
                }
                Op::Set(set) => {
                    let lengths = match (rest, self.sets.get(set as usize)) {
                        (0, Some(set)) => set.lengths(self.tokens, token),
                        (rest, _) => rest,
                    };
                    lengths.checked_ilog2().map(|longest| {
                        let rest = lengths & !(1 << longest);
                        if rest != 0 {
                            memory.leave(at - 1, token, rest);
                        }
                        token + longest
                    })
                }
                Op::Class(class) => {
                    self.hit(ClassId(class), token, rest).map(|(tokens, nth, more)| {
                        if let Some(more) = more {
                            memory.leave(at - 1, token, more);
                        }
                        memory.trail.push(Event::Hit { tokens, nth });
                        tokens.end
                    })
                }
                Op::Kind(kind) => self.mention(kind, token, rest).map(|(tokens, index, more)| {
                    if let Some(more) = more {
                        memory.leave(at - 1, token, more);
                    }
                    memory.trail.push(Event::Mention { tokens, index });
                    tokens.end
                }),
                Op::Glued => self
                    .token(token)
                    .is_some_and(|t| !t.shape.contains(Shape::SPACE_BEFORE))
                    .then_some(token),
                Op::Fork(other) => {
                    memory.leave(other, token, 0);
                    Some(token)
                }
                Op::LazyFork(other) => {
                    memory.leave(at, token, 0);
                    at = other;
                    Some(token)
                }
                Op::Jump(to) => {
                    at = to;
                    Some(token)
                }
                Op::Open(slot) => {
                    memory.trail.push(Event::Open { slot, token });
                    Some(token)
                }
                Op::Close(slot) => {
                    memory.trail.push(Event::Close { slot, token });
                    Some(token)
                }
                Op::Look { negative, after } | Op::Behind { negative, after } => {
                    if depth >= DEEPEST {
                        memory.frames.truncate(base);
                        return None;
                    }
                    let trail = memory.trail.len();
                    let from = match op {
                        Op::Behind { .. } => token.checked_sub(1).filter(|&t| t >= self.first),
                        _ => Some(token),
                    };
                    let found = from.is_some_and(|from| {
                        self.from(code, at, from, memory, steps, depth + 1).is_some()
                    });
                    if *steps == 0 {
                        memory.frames.truncate(base);
                        return None;
                    }
                    if !found {
                        memory.trail.truncate(trail);
                    }
                    at = after;
                    (found != negative).then_some(token)
                }
                Op::Accept => {
                    memory.frames.truncate(base);
                    return Some(token);
                }
            };
            rest = 0;
            match next {
                Some(next) => token = next,
                None => {
                    if memory.frames.len() <= base {
                        return None;
                    }
                    let frame = memory.frames.pop()?;
                    memory.trail.truncate(frame.trail as usize);
                    (at, token, rest) = (frame.at, frame.token, frame.rest);
                }
            }
        }
    }

    /// The longest hit of a class at a token from the nth on, and the nth of the next shorter one.
    fn hit(&self, class: ClassId, token: u32, from: u32) -> Option<(TokenRange, u32, Option<u32>)> {
        let hits = self.hits.at(token);
        let fits = |end: u32| end > token && end as usize <= self.tokens.len();
        let mut of_class = (hits.iter().zip(0u32..).skip(from as usize))
            .filter(|(hit, _)| hit.class == class && fits(hit.tokens.end));
        let (hit, nth) = of_class.next()?;
        let more = of_class.find(|(other, _)| other.tokens.end < hit.tokens.end);
        Some((hit.tokens, nth, more.map(|(_, nth)| nth)))
    }

    fn mention(&self, kind: u8, token: u32, from: u32) -> Option<(TokenRange, u32, Option<u32>)> {
        let fits = |end: u32| end > token && end as usize <= self.tokens.len();
        let mut of_kind = (self.mentions.at(token).iter().zip(0u32..).skip(from as usize))
            .filter(|(start, _)| start.kind == kind && fits(start.end));
        let (found, _) = of_kind.next()?;
        let more = of_kind.find(|(other, _)| other.end < found.end);
        Some((TokenRange::new(token, found.end), found.index, more.map(|(_, nth)| nth)))
    }
}

impl Memory {
    fn leave(&mut self, at: u32, token: u32, rest: u32) {
        self.frames.push(Frame { at, token, trail: self.trail.len() as u32, rest });
    }
}

fn has(token: &Token, any: u16, none: u16) -> bool {
    token.shape.bits() & any != 0 && token.shape.bits() & none == 0
}
