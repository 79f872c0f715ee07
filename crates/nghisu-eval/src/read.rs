//! Reading a side: JSON Lines with documents, and events inside them or in records of their own.

use std::collections::HashMap;
use std::path::Path;

use nghisu_document::record::{Document, Event, SCHEMA};
use serde_json::{Map, Value as Json};

use crate::corpus::{Article, Corpus, Happening, Marked};
use crate::error::Error;
use crate::fill::{read_fills, read_span};
use crate::open;
use crate::span::Span;

/// Keys of an event that are no slots.
const NO_SLOTS: [&str; 9] =
    ["schema", "record", "id", "type", "doc_id", "published", "evidence", "confidence", "rule"];

impl Corpus {
    /// Reads a file of JSON Lines, or every `.jsonl`, `.jsonl.gz` and `.jsonl.zst` file under a
    /// directory.
    ///
    /// Gold may leave out the text and any layer; only what gold has is scored.
    ///
    /// # Errors
    /// When a file cannot be read, a line is no record of the schema, an id comes twice, or an event has
    /// no document.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let mut reader = Reader::default();
        for file in open::list(path)? {
            reader.read(&file.display().to_string(), &open::read(&file)?)?;
        }
        reader.finish(path.display().to_string())
    }

    /// Reads JSON Lines from memory.
    ///
    /// # Errors
    /// When a line is no record of the schema, an id comes twice, or an event has
    /// no document.
    pub fn from_jsonl(text: &str) -> Result<Self, Error> {
        let mut reader = Reader::default();
        reader.read("line", text)?;
        reader.finish("the input".to_owned())
    }
}

#[derive(Default)]
struct Reader {
    articles: Vec<Article>,
    ids: HashMap<String, usize>,
    /// Events in records of their own; their document may come later.
    loose: Vec<(String, Happening)>,
}

impl Reader {
    fn read(&mut self, name: &str, text: &str) -> Result<(), Error> {
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let place = format!("{name}:{}", number + 1);
            self.record(line, &place).map_err(|fault| match fault {
                Fault::Message(message) => Error::Line { place, message },
                Fault::Duplicate(doc_id) => Error::Duplicate { place, doc_id },
            })?;
        }
        Ok(())
    }

    fn record(&mut self, line: &str, place: &str) -> Result<(), Fault> {
        let json: Json = serde_json::from_str(line).map_err(|e| Fault::Message(e.to_string()))?;
        let Json::Object(object) = json else {
            return Err(Fault::Message("a record is a JSON object".to_owned()));
        };
        if let Some(schema) = object.get("schema").filter(|schema| *schema != SCHEMA) {
            return Err(Fault::Message(format!("schema {schema}; this program reads {SCHEMA}")));
        }
        match object.get("record").and_then(Json::as_str) {
            // Stand-off gold may leave the key out.
            Some("document") | None => {
                let article = article(object)?;
                if self.ids.insert(article.doc_id.clone(), self.articles.len()).is_some() {
                    return Err(Fault::Duplicate(article.doc_id));
                }
                self.articles.push(article);
            }
            Some("event") => {
                let doc_id = object.get("doc_id").and_then(Json::as_str).map(str::to_owned);
                let doc_id =
                    doc_id.ok_or_else(|| Fault::Message("an event needs its doc_id".to_owned()))?;
                self.loose.push((doc_id, happening(&object)?));
            }
            Some("merged" | "error" | "skipped") => {}
            Some(other) => {
                return Err(Fault::Message(format!("{place} is a record of kind `{other}`")));
            }
        }
        Ok(())
    }

    fn finish(mut self, name: String) -> Result<Corpus, Error> {
        for (doc_id, event) in self.loose {
            let article = self.ids.get(&doc_id).and_then(|at| self.articles.get_mut(*at));
            let Some(article) = article else {
                return Err(Error::NoDocument { name, doc_id, event: event.id });
            };
            article.events.get_or_insert_default().push(event);
        }
        Ok(Corpus { name, articles: self.articles })
    }
}

enum Fault {
    Message(String),
    Duplicate(String),
}

fn article(mut object: Map<String, Json>) -> Result<Article, Fault> {
    // Gold holds events whole in their place; output holds their ids.
    let events = match object.remove("events") {
        Some(Json::Array(events)) => Some(
            events
                .iter()
                .filter_map(Json::as_object)
                .map(happening)
                .collect::<Result<Vec<_>, _>>()?,
        ),
        _ => None,
    };
    let marks = |key: &str, flag: &str| -> Vec<bool> {
        let items = object.get(key).and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
        items
            .iter()
            .map(|item| item.get(flag).and_then(Json::as_bool).unwrap_or_default())
            .collect()
    };
    let optional = marks("mentions", "optional");
    let short = marks("mentions", "short");
    let holders: Vec<Option<String>> = object
        .get("mentions")
        .and_then(Json::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .map(|m| m.get("holder_entity").and_then(Json::as_str).map(str::to_owned))
        .collect();
    let has = |key| object.get(key).is_some_and(|layer| !layer.is_null());
    let (has_text, has_mentions) = (has("text"), has("mentions"));
    let (has_sections, has_sentences) = (has("sections"), has("sentences"));

    let document: Document = serde_json::from_value(Json::Object(object))
        .map_err(|e| Fault::Message(format!("the document does not follow the schema: {e}")))?;
    let mentions = document.mentions.into_iter().zip(optional).zip(short).zip(holders).map(
        |(((mention, optional), short), holder_entity)| Marked {
            mention,
            optional: optional || short,
            holder_entity,
        },
    );
    Ok(Article {
        doc_id: document.doc_id,
        path: document.source.path,
        text: has_text.then(|| document.text.chars().collect()),
        sections: has_sections.then_some(document.sections),
        sentences: has_sentences.then_some(document.sentences),
        mentions: has_mentions.then(|| mentions.collect()),
        events,
    })
}

fn happening(object: &Map<String, Json>) -> Result<Happening, Fault> {
    let event: Event = serde_json::from_value(Json::Object(object.clone())).map_err(|e| {
        let id = object.get("id").map(Json::to_string).unwrap_or_default();
        Fault::Message(format!("event {id} does not follow the schema: {e}"))
    })?;
    let flag = |key: &str| object.get(key).and_then(Json::as_bool).unwrap_or_default();
    // The record knows which keys are slots; the object has what annotators add to a filler.
    let record = serde_json::to_value(&event).map_err(|e| Fault::Message(e.to_string()))?;
    let mut fills = Vec::new();
    for slot in record.as_object().into_iter().flat_map(Map::keys) {
        if let Some(json) = object.get(slot).filter(|_| !NO_SLOTS.contains(&slot.as_str())) {
            read_fills(slot, json, &mut fills);
        }
    }
    Ok(Happening {
        id: event.id,
        r#type: event.slots.event_type(),
        evidence: Span::new(event.evidence.start, event.evidence.end),
        evidence_text: event.evidence.text,
        optional: flag("optional") || flag("short"),
        confidence: object.get("confidence").and_then(Json::as_f64).unwrap_or_default(),
        rule: object.get("rule").and_then(Json::as_str).unwrap_or_default().to_owned(),
        continued: object.get("content_continued").and_then(read_span),
        fills,
    })
}
