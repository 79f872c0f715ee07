//! Articles that were given before, told by a digest of their bodies.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use xxhash_rust::xxh3::{Xxh3Default, xxh3_64};

/// Remembers every body seen: sixteen bytes and its id. Two bodies of one 64-bit digest are met once in ten
/// million runs over two million articles.
#[derive(Default)]
pub(crate) struct Duplicates {
    seen: HashMap<u64, u32, BuildHasherDefault<Xxh3Default>>,
    /// All ids, one behind the other, and where each ends.
    ids: String,
    ends: Vec<usize>,
}

impl Duplicates {
    /// The id of the article that had the same body; white space around it does not count.
    pub(crate) fn meet(&mut self, id: &str, body: &[u8]) -> Option<String> {
        let digest = xxh3_64(body.trim_ascii());
        if let Some(&number) = self.seen.get(&digest) {
            return Some(self.id(number as usize).to_owned());
        }
        if let Ok(number) = u32::try_from(self.ends.len()) {
            self.seen.insert(digest, number);
            self.ids.push_str(id);
            self.ends.push(self.ids.len());
        }
        None
    }

    fn id(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(number).copied().unwrap_or_default();
        self.ids.get(start.unwrap_or_default()..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_a_body_is_named() {
        let mut duplicates = Duplicates::default();
        let met: Vec<Option<String>> =
            [("a", "x"), ("bb", "y"), ("c", " x\n"), ("d", "y"), ("e", "z")]
                .iter()
                .map(|(id, body)| duplicates.meet(id, body.as_bytes()))
                .collect();
        let said = |id: &str| Some(id.to_owned());
        assert_eq!(met, [None, None, said("a"), said("bb"), None]);
    }
}
