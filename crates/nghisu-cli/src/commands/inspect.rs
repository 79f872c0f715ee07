//! `nghisu inspect`: one article, its mentions and events, in colour on a terminal.

use crate::args::Inspect;
use crate::exit::Exit;
use anyhow::Result;
use nghisu::Input;
use nghisu_document::record::{Document, Event};
use nghisu_ingest::Source;
use std::io::Write as _;

pub(crate) fn run(options: &Inspect) -> Result<Exit> {
    let pipeline = options.pipeline.pipeline()?;
    let mut worker = pipeline.worker();
    let mut out = anstream::stdout().lock();
    for article in Source::open([&options.file], &options.reading.options()?)? {
        let article = article?;
        let annotated = worker.run(&Input {
            id: &article.id,
            text: &article.text,
            title: article.title.as_deref(),
            url: article.url.as_deref(),
            published: article.published.as_deref().or(options.reading.published.as_deref()),
            ..Input::default()
        });
        write!(out, "{}", text(&annotated.document(), options.explain))?;
        for event in annotated.events() {
            writeln!(out, "{}", summary(&event, options.explain)?)?;
        }
    }
    Ok(Exit::Done)
}

/// The text with its mentions marked: `[Bộ Tài chính]org`.
fn text(document: &Document, explain: bool) -> String {
    // At one place the marks that close come first, the inner before the outer; then those that
    // open, the outer before the inner.
    let mut marks: Vec<(u32, bool, i64, String)> = Vec::new();
    for mention in &document.mentions {
        let kind = mention.r#type.name();
        let colour = colour(kind);
        let (start, end) = (i64::from(mention.start), i64::from(mention.end));
        marks.push((mention.start, true, -end, format!("\u{1b}[{colour}m[")));
        let mut close = format!("]\u{1b}[2m{kind}");
        if explain {
            close.push_str(&format!(":{}", mention.rule.as_deref().unwrap_or_default()));
        }
        close.push_str("\u{1b}[0m");
        marks.push((mention.end, false, -start, close));
    }
    marks.sort_by_key(|(at, opens, order, _)| (*at, *opens, *order));
    let mut marks = marks.into_iter().peekable();
    let mut shown = String::new();
    for (at, c) in document.text.chars().enumerate() {
        while let Some((.., mark)) = marks.next_if(|(p, ..)| *p as usize <= at) {
            shown.push_str(&mark);
        }
        shown.push(c);
    }
    marks.for_each(|(.., mark)| shown.push_str(&mark));
    shown.push_str("\n\n");
    shown
}

fn colour(kind: &str) -> u8 {
    match kind {
        "person" => 31,
        "role" => 35,
        "organization" => 34,
        "place" => 32,
        "legal_document" | "program" => 36,
        "date" | "time" | "duration" => 33,
        _ => 93,
    }
}

/// One line a slot.
fn summary(event: &Event, explain: bool) -> Result<String> {
    let value = serde_json::to_value(event)?;
    let field = |name: &str| value.get(name).and_then(|v| v.as_str()).unwrap_or_default();
    let mut shown = format!("\u{1b}[1m{}\u{1b}[0m", field("type"));
    if explain {
        shown.push_str(&format!(" \u{1b}[2m{}\u{1b}[0m", field("rule")));
    }
    let skipped = ["schema", "record", "id", "type", "doc_id", "published", "confidence", "rule"];
    for (slot, filler) in value.as_object().into_iter().flatten() {
        let words = words(filler);
        if !skipped.contains(&slot.as_str()) && !words.is_empty() {
            shown.push_str(&format!("\n  {slot}: {words}"));
        }
    }
    Ok(shown)
}

/// What a slot holds, in words.
fn words(filler: &serde_json::Value) -> String {
    use serde_json::Value;
    match filler {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(false) => String::new(),
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join(" · "),
        Value::Object(fields) => match fields.get("text") {
            Some(text) => {
                let text = text.as_str().unwrap_or_default();
                match fields.get("value") {
                    Some(value) => format!("{text} = {}", words(value)),
                    None => text.to_owned(),
                }
            }
            None => fields
                .iter()
                .map(|(name, value)| (name, words(value)))
                .filter(|(_, words)| !words.is_empty())
                .map(|(name, words)| format!("{name} {words}"))
                .collect::<Vec<_>>()
                .join(", "),
        },
        other => other.to_string(),
    }
}
