//! What an element says by itself: by its name, its style and its classes.

use super::names::{self, Promise};
use crate::article::BlockKind;
use dom_query::{Element, NodeData, NodeRef};

/// How a block is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Align {
    #[default]
    Other,
    Center,
    Right,
}

/// What an open element adds while it is open.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Open {
    pub(crate) block: bool,
    pub(crate) kind: Option<BlockKind>,
    pub(crate) linked: bool,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) item: bool,
    pub(crate) headed: bool,
    pub(crate) titled: bool,
    pub(crate) first_heading: bool,
    pub(crate) lead: bool,
    pub(crate) superscript: bool,
    pub(crate) timed: bool,
    pub(crate) preformatted: bool,
    pub(crate) align: Align,
    pub(crate) row: bool,
    pub(crate) cell: bool,
    pub(crate) table: bool,
}

/// What the element itself says.
pub(crate) fn opened(name: &str, element: &Element, node: &NodeRef<'_>) -> Open {
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

/// Whether nothing under the element is text that a reader sees.
pub(crate) fn is_unseen(name: &str, element: &Element) -> bool {
    is_no_text(name) || is_hidden(element)
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
