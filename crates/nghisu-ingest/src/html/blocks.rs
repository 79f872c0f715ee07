//! The blocks of a tree: what a browser would set on lines of their own, with what markup says of each.

use super::names::{self, Promise};
use crate::article::BlockKind;
use dom_query::{Element, NodeData, NodeRef};

/// A block's text, trimmed, inner white space collapsed; `\n` inside it is a `<br>`, `\t` the border of two cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) text: String,
    pub(crate) kind: Option<BlockKind>,
    /// Bytes that are not white space, and how many of them are in links, bold, italic.
    pub(crate) solid: usize,
    pub(crate) linked: usize,
    pub(crate) bold: usize,
    pub(crate) italic: usize,
    pub(crate) align: Align,
    /// A picture and no text stands right before it.
    pub(crate) after_picture: bool,
    /// It is an item of a list.
    pub(crate) item: bool,
    /// A heading element, or a name, says that it heads something.
    pub(crate) headed: bool,
    /// An `h1`, or a name outside links, says that it is the title.
    pub(crate) titled: bool,
    /// A name says that it is the lead.
    pub(crate) lead: bool,
    /// What the `<time>` that is all of it says in the machine's form.
    pub(crate) time: Option<String>,
    /// A cell of a table: the rows' business.
    in_table_with_picture: bool,
}

/// How a block is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Align {
    #[default]
    Other,
    Center,
    Right,
}

/// The blocks under `root`, in order.
pub(crate) fn blocks(root: NodeRef<'_>) -> Vec<Block> {
    walk(root).0
}

/// The blocks under `root`, and how deep its elements are nested.
pub(crate) fn walk(root: NodeRef<'_>) -> (Vec<Block>, usize) {
    let mut walk = Walk::default();
    let mut node = root.first_child();
    while let Some(here) = node {
        let entered = walk.enter(&here);
        node = match here.first_child() {
            Some(child) if entered => Some(child),
            _ => {
                if entered {
                    walk.leave();
                }
                next_after(here, root.id, &mut walk)
            }
        };
    }
    walk.flush();
    (walk.blocks, walk.deepest)
}

/// The next node in order that is not inside `here`; every element on the way out is left. No recursion: trees may be
/// a hundred thousand elements deep.
fn next_after<'a>(
    mut here: NodeRef<'a>,
    root: dom_query::NodeId,
    walk: &mut Walk,
) -> Option<NodeRef<'a>> {
    loop {
        if let Some(sibling) = here.next_sibling() {
            return Some(sibling);
        }
        here = here.parent()?;
        if here.id == root {
            return None;
        }
        walk.leave();
    }
}

/// What an open element adds while it is open.
#[derive(Debug, Clone, Copy, Default)]
struct Open {
    block: bool,
    kind: Option<BlockKind>,
    linked: bool,
    bold: bool,
    italic: bool,
    item: bool,
    headed: bool,
    titled: bool,
    first_heading: bool,
    lead: bool,
    superscript: bool,
    timed: bool,
    preformatted: bool,
    align: Align,
    row: bool,
    cell: bool,
    table: bool,
}

#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    current: Block,
    space: bool,
    /// The innermost last; each holds what its ancestors said too.
    open: Vec<Open>,
    deepest: usize,
    picture: bool,
    /// For each open row: its first block, and the first block of each cell.
    rows: Vec<(usize, Vec<usize>)>,
    /// For each open table: its first block, and whether it holds a picture.
    tables: Vec<(usize, bool)>,
}

impl Walk {
    fn state(&self) -> Open {
        self.open.last().copied().unwrap_or_default()
    }

    /// True when the node is an element whose children are wanted.
    fn enter(&mut self, node: &NodeRef<'_>) -> bool {
        let text = node.query_or(false, |n| match &n.data {
            NodeData::Text { contents } => {
                self.text(contents);
                true
            }
            _ => false,
        });
        if text {
            return false;
        }
        let Some(element) = node.element_ref() else { return false };
        let name: &str = element.name.local.as_ref();
        match name {
            "br" => {
                self.current.text.truncate(self.current.text.trim_end().len());
                self.current.text.push('\n');
                self.space = false;
                return false;
            }
            "hr" => {
                self.flush();
                return false;
            }
            "img" | "picture" | "video" | "audio" | "embed" => {
                self.picture |= self.current.text.trim().is_empty();
                if let Some(table) = self.tables.last_mut() {
                    table.1 = true;
                }
                return false;
            }
            _ if is_no_text(name) || is_hidden(&element) => return false,
            _ => {}
        }
        if name == "time" && self.current.solid == 0 {
            self.current.time = element
                .attrs
                .iter()
                .find(|a| &a.name.local == "datetime")
                .map(|a| a.value.to_string());
        }
        let inherited = self.state();
        let mut open = opened(name, &element, node);
        if open.block {
            self.flush();
        }
        open.kind = strongest(inherited.kind, open.kind);
        open.linked |= inherited.linked;
        open.bold |= inherited.bold;
        open.italic |= inherited.italic;
        open.item |= inherited.item;
        open.headed |= inherited.headed;
        open.titled |= inherited.titled;
        open.first_heading |= inherited.first_heading;
        open.lead |= inherited.lead;
        if open.lead && open.kind == Some(BlockKind::Heading) {
            // Set as a second heading, and none.
            (open.kind, open.headed) = (None, false);
        }
        open.timed |= inherited.timed;
        open.superscript |= inherited.superscript;
        open.preformatted |= inherited.preformatted;
        if open.align == Align::Other {
            open.align = inherited.align;
        }
        if open.row {
            self.rows.push((self.blocks.len(), Vec::new()));
        } else if open.table {
            self.tables.push((self.blocks.len(), false));
        } else if open.cell
            && let Some(row) = self.rows.last_mut()
        {
            row.1.push(self.blocks.len());
        }
        self.open.push(open);
        self.deepest = self.deepest.max(self.open.len());
        true
    }

    fn leave(&mut self) {
        let Some(open) = self.open.last().copied() else { return };
        if open.block {
            self.flush();
        }
        self.open.pop();
        if open.row {
            self.close_row();
        } else if open.table
            && let Some((first, true)) = self.tables.pop()
        {
            for block in self.blocks.iter_mut().skip(first) {
                block.in_table_with_picture = true;
            }
        }
    }

    fn text(&mut self, text: &str) {
        let state = self.state();
        if state.superscript && superscript(text, &mut self.current) {
            return;
        }
        let mut solid = 0;
        for c in text.chars() {
            if c == '\n' && state.preformatted {
                self.current.text.push('\n');
                self.space = false;
            } else if c.is_whitespace() {
                self.space = true;
            } else {
                let current = &mut self.current.text;
                if std::mem::take(&mut self.space)
                    && !current.is_empty()
                    && !current.ends_with('\n')
                {
                    current.push(' ');
                }
                current.push(c);
                solid += c.len_utf8();
            }
        }
        if solid > 0 && !state.timed {
            // Words beside it: the block is more than a time.
            self.current.time = None;
        }
        self.current.solid += solid;
        self.current.linked += if state.linked { solid } else { 0 };
        self.current.bold += if state.bold { solid } else { 0 };
        self.current.italic += if state.italic { solid } else { 0 };
    }

    fn flush(&mut self) {
        self.space = false;
        let mut block = std::mem::take(&mut self.current);
        if block.text.chars().all(is_blank) {
            return;
        }
        let trimmed = block.text.trim();
        if trimmed.len() < block.text.len() {
            block.text = trimmed.to_owned();
        }
        let state = self.state();
        block.kind = state.kind;
        block.item = state.item;
        block.headed = state.headed;
        block.lead = state.lead;
        // The title of a teaser is a link to its article; an article's own may be a link to itself.
        block.titled = state.titled && (state.first_heading || block.linked * 2 < block.solid);
        block.align = state.align;
        block.after_picture = std::mem::take(&mut self.picture);
        self.blocks.push(block);
    }

    /// Joins the cells of a row to one line, where each holds at most one line: a table of data. Cells that hold more
    /// are there for the layout and stay apart.
    fn close_row(&mut self) {
        let Some((first, mut cells)) = self.rows.pop() else { return };
        cells.push(self.blocks.len());
        let single = cells.windows(2).all(|pair| match pair {
            [from, to] => to.saturating_sub(*from) <= 1,
            _ => true,
        });
        let row = self.blocks.get(first..).unwrap_or_default();
        let lines =
            row.iter().all(|block| !block.text.contains(['\n', '\t']) && block.text.len() < 400);
        if !single || !lines || row.len() < 2 {
            return;
        }
        let mut cells = self.blocks.drain(first..);
        let Some(mut joined) = cells.next() else { return };
        for cell in cells {
            joined.text.push('\t');
            joined.text.push_str(&cell.text);
            joined.solid += cell.solid;
            joined.linked += cell.linked;
            joined.bold += cell.bold;
            joined.italic += cell.italic;
        }
        self.blocks.push(joined);
    }
}

/// What the element itself says.
fn opened(name: &str, element: &Element, node: &NodeRef<'_>) -> Open {
    let mut open = Open { block: is_block(name), align: alignment(element), ..Open::default() };
    match name {
        "h1" => {
            open.kind = Some(BlockKind::Heading);
            (open.titled, open.headed, open.first_heading) = (true, true, true);
        }
        "h2" | "h3" | "h4" | "h5" | "h6" => {
            (open.kind, open.headed) = (Some(BlockKind::Heading), true)
        }
        "time" => open.timed = true,
        "figcaption" | "caption" => open.kind = Some(BlockKind::Caption),
        "nav" | "footer" | "aside" | "menu" => open.kind = Some(BlockKind::Boilerplate),
        "a" => open.linked = element.has_attr("href"),
        "b" | "strong" => open.bold = true,
        "i" | "em" => open.italic = true,
        "li" => open.item = true,
        "sup" => open.superscript = true,
        "pre" => open.preformatted = true,
        "center" => open.align = Align::Center,
        "tr" => open.row = true,
        "td" | "th" => open.cell = true,
        "table" => open.table = true,
        _ => {}
    }
    if !matches!(name, "body" | "html" | "main" | "article" | "form") {
        match names::promise(element) {
            Some(Promise::Caption) if is_short(node, 400) => {
                (open.kind, open.block) = (Some(BlockKind::Caption), true);
            }
            Some(Promise::Around) if is_small_or_linked(node) => {
                (open.kind, open.block) = (Some(BlockKind::Boilerplate), true);
            }
            Some(Promise::Lead) => (open.lead, open.block) = (true, true),
            Some(Promise::Title) => (open.titled, open.headed, open.block) = (true, true, true),
            _ => {}
        }
    }
    open
}

impl Block {
    /// Whether a table with a picture holds it: those tables are made to keep a caption under its picture.
    pub(crate) fn in_picture_table(&self) -> bool {
        self.in_table_with_picture
    }
}

/// `m<sup>2</sup>` is m²; a longer superscript is left as it is.
fn superscript(text: &str, current: &mut Block) -> bool {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let text = text.trim();
    let mut digits = text.chars().map(|c| c.to_digit(10).and_then(|d| DIGITS.get(d as usize)));
    if text.is_empty() || text.len() > 2 || digits.clone().any(|digit| digit.is_none()) {
        return false;
    }
    while let Some(Some(digit)) = digits.next() {
        current.text.push(*digit);
        current.solid += digit.len_utf8();
    }
    true
}

/// White space, and the invisible characters that editors leave in empty paragraphs.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}' | '\u{2060}')
}

/// Boilerplate outweighs captions, captions outweigh headings.
fn strongest(a: Option<BlockKind>, b: Option<BlockKind>) -> Option<BlockKind> {
    a.max(b)
}

fn is_no_text(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "head"
            | "title"
            | "iframe"
            | "object"
            | "select"
            | "option"
            | "textarea"
            | "button"
            | "input"
            | "canvas"
            | "map"
            | "datalist"
            | "dialog"
    )
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

fn is_hidden(element: &Element) -> bool {
    element.attrs.iter().any(|attribute| match attribute.name.local.as_ref() {
        "hidden" => true,
        "class" => attribute
            .value
            .split_ascii_whitespace()
            .any(|name| matches!(name, "hidden" | "sr-only" | "visually-hidden")),
        "style" => attribute.value.to_ascii_lowercase().replace(' ', "").contains("display:none"),
        _ => false,
    })
}

fn alignment(element: &Element) -> Align {
    for attribute in &element.attrs {
        let value = match attribute.name.local.as_ref() {
            "align" => attribute.value.to_ascii_lowercase(),
            "style" => {
                let style = attribute.value.to_ascii_lowercase().replace(' ', "");
                style
                    .split_once("text-align:")
                    .map(|(_, value)| value.to_owned())
                    .unwrap_or_default()
            }
            "class" if attribute.value.contains("text-center") => "center".to_owned(),
            "class" if attribute.value.contains("text-right") => "right".to_owned(),
            _ => continue,
        };
        if value.starts_with("center") {
            return Align::Center;
        }
        if value.starts_with("right") {
            return Align::Right;
        }
    }
    Align::Other
}

/// Bytes of text under a node that are not white space, and how many of them in links; counting ends past `most`.
fn weigh(node: &NodeRef<'_>, most: usize) -> (usize, usize) {
    let (mut solid, mut linked) = (0, 0);
    for inner in node.descendants_it() {
        let bytes = inner.query_or(0, |n| match &n.data {
            NodeData::Text { contents } => {
                contents.bytes().filter(|b| !b.is_ascii_whitespace()).count()
            }
            _ => 0,
        });
        if bytes == 0
            || inner
                .parent()
                .is_some_and(|parent| parent.has_name("script") || parent.has_name("style"))
        {
            continue;
        }
        solid += bytes;
        if inner.ancestors_it(Some(4)).any(|outer| outer.has_name("a")) {
            linked += bytes;
        }
        if solid > most {
            break;
        }
    }
    (solid, linked)
}

fn is_short(node: &NodeRef<'_>, most: usize) -> bool {
    weigh(node, most).0 <= most
}

/// A name alone does not make boilerplate of a whole article: `has-sidebar` may stand on the element that holds it.
fn is_small_or_linked(node: &NodeRef<'_>) -> bool {
    let (solid, linked) = weigh(node, 20_000);
    solid <= 400 || linked * 3 >= solid
}
