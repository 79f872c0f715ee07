//! Records for tests, as short as they can be.

use nghisu_document::record::Event;
use serde_json::{Value, json};

/// An event of an article published on 2 July 2024; the slots as in the contract, a string being a filler's text.
pub(crate) fn event(doc: &str, kind: &str, slots: Value) -> Event {
    let mut event = json!({
        "schema": "nghisu/1", "record": "event", "id": format!("{doc}#e1"), "type": kind,
        "doc_id": doc, "published": "2024-07-02",
        "evidence": { "start": 0, "end": 5, "text": "Chữ." }, "confidence": 0.8,
    });
    if let (Value::Object(event), Value::Object(slots)) = (&mut event, slots) {
        event.extend(slots);
    }
    serde_json::from_value(event).unwrap()
}

/// A filler with a meaning.
pub(crate) fn value(text: &str, value: impl Into<Value>) -> Value {
    json!({ "text": text, "start": 0, "end": 5, "value": value.into() })
}

/// A filler of the text alone.
pub(crate) fn text(text: &str) -> Value {
    json!({ "text": text, "start": 0, "end": 5 })
}

/// A filler that the knowledge base knows.
pub(crate) fn entity(id: &str) -> Value {
    json!({ "text": id, "start": 0, "end": 5, "norm": id, "entity": id })
}
