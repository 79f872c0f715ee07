//! The blocks of a tree: what a browser would set on lines of their own, with what markup says of each.

use super::elements::{self, Align, Open};
use crate::article::BlockKind;
use dom_query::{NodeData, NodeRef};

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
            _ if elements::is_unseen(name, &element) => return false,
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
        let mut open = elements::opened(name, &element, node);
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
