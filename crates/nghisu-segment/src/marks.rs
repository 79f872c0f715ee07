//! What a punctuation token does in a sentence.

use nghisu_document::layers::{Shape, Token};

/// The role of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A full stop, perhaps that of an abbreviation.
    Stop,
    /// `...`, `?`, `!`.
    Final,
    /// `"` and `'`, that open or close.
    Quote,
    /// An opening quotation mark that can be nothing else.
    QuoteOpen,
    /// A bracket or a quotation mark that closes.
    Close,
    /// `-`, `+`, `*`, `•` and dashes: before an item of a list.
    Bullet,
    /// `:` and `;`.
    Colon,
    /// `/`
    Slash,
    /// Any other mark.
    Plain,
}

/// The role of a token; `None` for what is no mark.
pub(crate) fn mark(text: &str, token: &Token) -> Option<Mark> {
    if !token.shape.contains(Shape::PUNCTUATION) {
        return None;
    }
    Some(match token.span.slice(text).chars().next()? {
        '.' if token.span.len() == 1 => Mark::Stop,
        '.' | '…' | '?' | '!' => Mark::Final,
        '"' | '\'' => Mark::Quote,
        '“' | '‘' | '«' => Mark::QuoteOpen,
        ')' | ']' | '}' | '”' | '’' | '»' => Mark::Close,
        '-' | '+' | '*' | '•' | '–' | '—' | '·' => Mark::Bullet,
        ':' | ';' => Mark::Colon,
        '/' => Mark::Slash,
        _ => Mark::Plain,
    })
}
