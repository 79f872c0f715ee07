//! Template code left in a saved page: PHP, ASP, Blade, mustaches. A parser of HTML would take half of it for text.

use std::borrow::Cow;

/// What opens and closes each kind of template code, and whether it may span lines.
const BRACKETS: [(&str, &str, bool); 5] = [
    ("<?", "?>", true),
    ("<%", "%>", true),
    ("{{--", "--}}", true),
    ("{!!", "!!}", false),
    ("{{", "}}", false),
];

/// Takes template code out. What opens and never closes stays, and so does an XML declaration's place: nothing else
/// begins with `<?` in HTML.
pub(crate) fn strip(markup: &str) -> Cow<'_, str> {
    let mut rest = markup;
    let mut kept = String::new();
    let mut at = 0;
    while let Some(found) = rest.get(at..).and_then(|text| text.find(['<', '{'])) {
        at += found;
        let Some(here) = rest.get(at..) else { break };
        match code_length(here) {
            Some(length) => {
                kept.push_str(rest.get(..at).unwrap_or_default());
                rest = rest.get(at + length..).unwrap_or_default();
                at = 0;
            }
            None => at += 1,
        }
    }
    let clean = if kept.is_empty() && rest.len() == markup.len() {
        Cow::Borrowed(markup)
    } else {
        kept.push_str(rest);
        Cow::Owned(kept)
    };
    if clean.lines().any(is_directive) {
        let lines: Vec<&str> = clean.split('\n').filter(|line| !is_directive(line)).collect();
        return Cow::Owned(lines.join("\n"));
    }
    clean
}

/// The length in bytes of the template code that `here` begins with.
fn code_length(here: &str) -> Option<usize> {
    let (open, close, lines) = BRACKETS.iter().find(|bracket| here.starts_with(bracket.0))?;
    let inside = here.get(open.len()..)?;
    let end = inside.find(close)?;
    let one_line = !inside.get(..end)?.contains('\n');
    (*lines || one_line).then_some(open.len() + end + close.len())
}

/// A line that is one Blade directive: `@extends('layout')`, `@endsection`.
fn is_directive(line: &str) -> bool {
    const DIRECTIVES: [&str; 20] = [
        "extends",
        "section",
        "endsection",
        "yield",
        "include",
        "if",
        "else",
        "elseif",
        "endif",
        "foreach",
        "endforeach",
        "for",
        "endfor",
        "push",
        "endpush",
        "stop",
        "show",
        "csrf",
        "parent",
        "php",
    ];
    line.trim().strip_prefix('@').is_some_and(|name| {
        let word = name.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let after = name.get(word.len()..).unwrap_or_default().trim();
        DIRECTIVES.contains(&word)
            && (after.is_empty() || (after.starts_with('(') && after.ends_with(')')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_goes_and_text_stays() {
        for (markup, expected) in [
            ("<p>Tin</p>", "<p>Tin</p>"),
            ("<?php echo '<img src=\"' . $d . '1.jpg\">'; ?><p>Tin</p>", "<p>Tin</p>"),
            ("<?xml version=\"1.0\"?><html>", "<html>"),
            ("<p>{{ $title }}Tin{!! $x !!}</p>", "<p>Tin</p>"),
            ("a {{ b\n}} c", "a {{ b\n}} c"),
            ("<p>5 < 6 <? không đóng", "<p>5 < 6 <? không đóng"),
            ("@extends('layout')\n<p>Tin</p>\n@endsection", "<p>Tin</p>"),
            ("@chinhphu\nTin", "@chinhphu\nTin"),
        ] {
            assert_eq!(strip(markup), expected, "{markup}");
        }
    }
}
