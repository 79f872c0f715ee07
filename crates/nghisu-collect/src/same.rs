//! What makes two fillers of different articles the same thing.

use nghisu_document::record::{Filler, Participant, series_key};

/// What a filler means, comparable across articles: its value, else its entity, else its name in
/// one spelling.
pub(crate) fn identity(filler: &Filler) -> String {
    match (&filler.value, &filler.entity) {
        (Some(value), _) => value.to_string(),
        (None, Some(entity)) => entity.clone(),
        (None, None) => spelling(filler.norm.as_deref().unwrap_or(&filler.text)),
    }
}

/// A text in lower case, with one spelling of what has two.
pub(crate) fn spelling(text: &str) -> String {
    let mut key = String::new();
    series_key([text], |_| None, &mut key);
    key
}

/// Whom or what a participant is, named or not.
pub(crate) fn participant(participant: &Participant) -> String {
    let (Participant::Person { person: filler, .. }
    | Participant::Role { role: filler }
    | Participant::Body { body: filler }) = participant;
    identity(filler)
}

/// Who a participant is, where that is one person or body: an unnamed `chủ tịch` may be anybody.
pub(crate) fn named(participant: &Participant) -> Option<String> {
    match participant {
        Participant::Person { person, .. } => Some(identity(person)),
        Participant::Role { role: filler } | Participant::Body { body: filler } => {
            filler.entity.clone()
        }
    }
}
