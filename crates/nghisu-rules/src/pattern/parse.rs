use super::node::{Node, Problem, width};
use super::shapes::SHAPES;
use super::symbols::{LONGEST_ALTERNATIVE, Literal, Symbols};
use crate::cut::is_word;
use nghisu_document::layers::MentionKind;

/// Groups within groups; the machine's recursion and this parser's stay small.
const DEEPEST: u32 = 16;
/// The largest count of `{m,n}`: the longest stretch of a sentence that a rule may count out.
const MOST_TIMES: u32 = 64;
/// Capture names of one rule.
const MOST_CAPTURES: usize = 16;

/// Reads a pattern. Returns its tree and the names of its captures, by slot.
pub(crate) fn parse(
    pattern: &str,
    symbols: &mut Symbols<'_>,
) -> Result<(Node, Vec<String>), Problem> {
    let mut parser =
        Parser { chars: pattern.chars().collect(), at: 0, depth: 0, captures: Vec::new(), symbols };
    let node = parser.choice()?;
    if parser.peek().is_some() {
        return parser.problem("this ) closes nothing: remove it, or quote it: ')'");
    }
    if width(&node, &parser.symbols.sets).0 == 0 {
        let message = "the pattern can match without taking a token: make one part of it necessary";
        return Err(Problem { column: 1, message: message.to_owned() });
    }
    Ok((node, parser.captures))
}

/// The words of a node that is nothing but words, and no more than a set may hold.
fn literal(node: &Node) -> Option<Literal> {
    match node {
        &Node::Word { word, capital } => Some(vec![(word, capital)]),
        Node::Sequence(nodes) => {
            let words: Option<Vec<Literal>> = nodes.iter().map(literal).collect();
            words.map(|words| words.concat()).filter(|words| words.len() <= LONGEST_ALTERNATIVE)
        }
        _ => None,
    }
}

struct Parser<'p, 'a> {
    chars: Vec<char>,
    at: usize,
    depth: u32,
    captures: Vec<String>,
    symbols: &'p mut Symbols<'a>,
}

impl Parser<'_, '_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn take(&mut self, c: char) -> bool {
        let taken = self.peek() == Some(c);
        self.at += usize::from(taken);
        taken
    }

    fn take_all(&mut self, text: &str) -> bool {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let taken = text.chars().enumerate().all(|(i, c)| rest.get(i) == Some(&c));
        if taken {
            self.at += text.chars().count();
        }
        taken
    }

    fn problem<T>(&self, message: impl Into<String>) -> Result<T, Problem> {
        self.problem_at(self.at, message)
    }

    fn problem_at<T>(&self, at: usize, message: impl Into<String>) -> Result<T, Problem> {
        Err(Problem { column: at as u32 + 1, message: message.into() })
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// The characters from here on for which `keep` holds.
    fn run(&mut self, keep: impl Fn(char) -> bool) -> String {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let run: String = rest.iter().copied().take_while(|&c| keep(c)).collect();
        self.at += run.chars().count();
        run
    }

    /// choice = sequence { "|" sequence }
    fn choice(&mut self) -> Result<Node, Problem> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return self.problem(format!("groups are nested more than {DEEPEST} deep"));
        }
        let mut branches = vec![self.sequence()?];
        while self.take('|') {
            branches.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(match branches.pop() {
            Some(only) if branches.is_empty() => only,
            Some(last) => {
                branches.push(last);
                self.simplified(branches)
            }
            None => Node::Sequence(branches),
        })
    }

    /// A choice between words and phrases alone is a set without a name: one look-up.
    fn simplified(&mut self, branches: Vec<Node>) -> Node {
        let literals: Option<Vec<Literal>> = branches.iter().map(literal).collect();
        match literals {
            Some(literals) => Node::Set(self.symbols.set(literals)),
            None => Node::Choice(branches),
        }
    }

    /// sequence = item { item }
    fn sequence(&mut self) -> Result<Node, Problem> {
        let start = self.at;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if let None | Some('|' | ')') = self.peek() {
                break;
            }
            items.push(self.item()?);
        }
        match items.pop() {
            None => self.problem_at(start, "nothing stands here: write what should match"),
            Some(only) if items.is_empty() => Ok(only),
            Some(last) => {
                items.push(last);
                Ok(Node::Sequence(items))
            }
        }
    }

    /// item = check | [ name ":" ] [ "!" | "^" ] atom [ times ]
    fn item(&mut self) -> Result<Node, Problem> {
        if self.take('~') {
            return Ok(Node::Glued);
        }
        if self.take_all("(?") {
            return self.check();
        }
        let slot = self.capture_name()?;
        let node = self.prefixed()?;
        let node = self.times(node)?;
        Ok(match slot {
            None => node,
            Some(slot) => Node::Capture { slot, node: Box::new(node) },
        })
    }

    fn capture_name(&mut self) -> Result<Option<u8>, Problem> {
        let start = self.at;
        let name = self.run(|c| is_word(c) || c == '_');
        if name.is_empty() || !self.take(':') {
            self.at = start;
            return Ok(None);
        }
        let first_is_letter = name.starts_with(|c: char| c.is_ascii_lowercase());
        let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if !first_is_letter || !name.chars().all(known) {
            return self.problem_at(
                start,
                format!("a capture's name is of a-z, 0-9 and _: {name:?} is not; a colon of the text is quoted: ':'"),
            );
        }
        let slot = self.captures.iter().position(|capture| *capture == name);
        let slot = slot.unwrap_or_else(|| {
            self.captures.push(name);
            self.captures.len() - 1
        });
        if slot >= MOST_CAPTURES {
            return self.problem_at(start, format!("a rule has at most {MOST_CAPTURES} captures"));
        }
        Ok(Some(slot as u8))
    }

    fn prefixed(&mut self) -> Result<Node, Problem> {
        let start = self.at;
        if self.take('!') {
            let node = self.atom()?;
            if width(&node, &self.symbols.sets).0 == 0 {
                return self.problem_at(start, "! of what can match nothing never matches");
            }
            return Ok(match node {
                Node::Any => return self.problem_at(start, "!<any> never matches"),
                node => Node::Not(Box::new(node)),
            });
        }
        if self.take('^') {
            return Ok(match self.atom()? {
                Node::Word { word, .. } => Node::Word { word, capital: true },
                node => Node::Capital(Box::new(node)),
            });
        }
        self.atom()
    }

    /// atom = word | quoted | "<" shape ">" | "#" class | "@" kind | "%" set | "(" choice ")"
    fn atom(&mut self) -> Result<Node, Problem> {
        let start = self.at;
        match self.peek() {
            Some('(') => {
                if self.take_all("(?") {
                    return self.problem_at(start, "a check takes no prefix and no capture");
                }
                self.at += 1;
                let node = self.choice()?;
                if !self.take(')') {
                    return self.problem_at(start, "this ( is not closed");
                }
                Ok(node)
            }
            Some('<') => self.shape(),
            Some('#') => {
                self.at += 1;
                let name = self.name();
                match self.symbols.class(&name) {
                    Some(class) => Ok(Node::Class(class)),
                    None => self.problem_at(start, format!("the gazetteer has no class {name:?}")),
                }
            }
            Some('@') => {
                self.at += 1;
                let name = self.name();
                match MentionKind::ALL.iter().find(|kind| kind.as_str() == name) {
                    Some(&kind) => Ok(Node::Kind(kind as u8)),
                    None => {
                        let known: Vec<&str> = MentionKind::ALL.map(MentionKind::as_str).into();
                        let known = known.join(" ");
                        self.problem_at(
                            start,
                            format!("no mention is a {name:?}; there are {known}"),
                        )
                    }
                }
            }
            Some('%') => {
                self.at += 1;
                let name = self.name();
                match self.symbols.file_sets.get(&name) {
                    Some(&set) => Ok(Node::Set(set)),
                    None => self.problem_at(
                        start,
                        format!(
                            "the file's [sets] have no {name:?}; a sign of the text is quoted: '%'"
                        ),
                    ),
                }
            }
            Some(quote @ ('\'' | '"')) => self.quoted(quote),
            Some(c) if is_word(c) => {
                let word = self.run(is_word);
                Ok(self.literal(&word))
            }
            Some(c @ ('?' | '*' | '+' | '{')) => {
                self.problem(format!("{c} repeats what stands right before it: nothing does"))
            }
            Some(c) => self.problem(format!("a mark of the text is quoted: '{c}'")),
            None => self.problem("the pattern ends too early"),
        }
    }

    fn name(&mut self) -> String {
        self.run(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    }

    fn literal(&mut self, text: &str) -> Node {
        let mut words: Vec<Node> = (self.symbols.literal(text).into_iter())
            .map(|(word, capital)| Node::Word { word, capital })
            .collect();
        match words.pop() {
            Some(only) if words.is_empty() => only,
            last => {
                words.extend(last);
                Node::Sequence(words)
            }
        }
    }

    fn quoted(&mut self, quote: char) -> Result<Node, Problem> {
        let start = self.at;
        self.at += 1;
        let text = self.run(|c| c != quote);
        if !self.take(quote) {
            return self.problem_at(start, format!("this {quote} is not closed"));
        }
        match self.literal(&text) {
            Node::Sequence(words) if words.is_empty() => {
                self.problem_at(start, "the quotes hold no token: white space is not matched")
            }
            node => Ok(node),
        }
    }

    fn shape(&mut self) -> Result<Node, Problem> {
        let start = self.at;
        self.at += 1;
        let name = self.name();
        if !self.take('>') {
            return self.problem_at(
                start,
                "a shape is written <number>; a mark of the text is quoted: '<'",
            );
        }
        match SHAPES.iter().find(|shape| shape.name == name) {
            Some(shape) if shape.name == "any" => Ok(Node::Any),
            Some(shape) => Ok(Node::Shape { any: shape.any.bits(), none: shape.none.bits() }),
            None => {
                let known: Vec<&str> = SHAPES.iter().map(|shape| shape.name).collect();
                let known = known.join(" ");
                self.problem_at(start, format!("no shape is named {name:?}; there are {known}"))
            }
        }
    }

    /// times = ( "?" | "*" | "+" | "{" m [ "," [ n ] ] "}" ) [ "?" ]
    fn times(&mut self, node: Node) -> Result<Node, Problem> {
        let start = self.at;
        let (least, most) = match self.peek() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => {
                self.at += 1;
                let (least, most) = self.counts(start)?;
                if self.peek() != Some('}') {
                    return self.problem_at(start, "counts are written {3} or {1,3} or {1,}");
                }
                (least, most)
            }
            _ => return Ok(node),
        };
        self.at += 1;
        let lazy = self.take('?');
        if let Some(c @ ('?' | '*' | '+' | '{')) = self.peek() {
            return self.problem(format!("{c} after a repetition: put the repetition in ( )"));
        }
        if width(&node, &self.symbols.sets).0 == 0 {
            return self.problem_at(
                start,
                "what is repeated can match nothing: make one part of it necessary",
            );
        }
        Ok(Node::Repeat { node: Box::new(node), least, most, lazy })
    }

    fn counts(&mut self, start: usize) -> Result<(u32, Option<u32>), Problem> {
        let digits = self.run(|c| c.is_ascii_digit());
        let least = digits.parse::<u32>().ok();
        let most = if self.take(',') {
            let digits = self.run(|c| c.is_ascii_digit());
            if digits.is_empty() { Some(None) } else { digits.parse().ok().map(Some) }
        } else {
            least.map(Some)
        };
        let (Some(least), Some(most)) = (least, most) else {
            return self.problem_at(start, "counts are written {3} or {1,3} or {1,}");
        };
        if most.is_some_and(|most| most < least || most == 0) {
            return self.problem_at(start, "the second count is less than the first, or nothing");
        }
        if least > MOST_TIMES || most.is_some_and(|most| most > MOST_TIMES) {
            return self.problem_at(start, format!("counts go up to {MOST_TIMES}"));
        }
        Ok((least, most))
    }

    /// check = "~" | "(?" ( "=" | "!" | "<=" | "<!" ) choice ")"; its first two characters are taken.
    fn check(&mut self) -> Result<Node, Problem> {
        let start = self.at - 2;
        let behind = self.take('<');
        let negative = match self.peek() {
            Some('=') => false,
            Some('!') => true,
            _ => {
                let message = "checks are (?= …) (?! …) (?<= …) (?<! …)";
                return self.problem_at(start, message);
            }
        };
        self.at += 1;
        let node = Box::new(self.choice()?);
        if !self.take(')') {
            return self.problem_at(start, "this check is not closed with )");
        }
        let (least, most) = width(&node, &self.symbols.sets);
        if behind && (least, most) != (1, Some(1)) {
            return self
                .problem_at(start, "a check of what stands before looks at exactly one token");
        }
        if least == 0 {
            return self.problem_at(start, "what is checked can match nothing");
        }
        Ok(if behind { Node::Behind { node, negative } } else { Node::Look { node, negative } })
    }
}
