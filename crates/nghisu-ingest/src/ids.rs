//! Ids that stay apart.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Remembers the ids given out, as 64-bit digests: eight bytes an article, whatever the ids' length. Two ids with one
/// digest (once in a million runs over ten million articles) would cost a needless `~2`.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    seen: HashSet<u64>,
}

impl Ids {
    /// Makes `id` unlike all before it, by `~2`, `~3` and so on. True when it had to be changed.
    pub(crate) fn tell_apart(&mut self, id: &mut String) -> bool {
        if self.seen.insert(digest(id)) {
            return false;
        }
        let length = id.len();
        for number in 2_u64.. {
            id.truncate(length);
            id.push('~');
            id.push_str(&number.to_string());
            if self.seen.insert(digest(id)) {
                break;
            }
        }
        true
    }
}

/// Keys fixed, so that the same input gives the same ids on every run.
fn digest(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_ids_are_numbered_and_never_meet_a_given_one() {
        let mut ids = Ids::default();
        let mut given: Vec<String> = ["a", "b", "a", "a~2", "a"].map(String::from).into();
        let changed: Vec<bool> = given.iter_mut().map(|id| ids.tell_apart(id)).collect();
        assert_eq!(given, ["a", "b", "a~2", "a~2~2", "a~3"]);
        assert_eq!(changed, [false, false, true, true, true]);
    }
}
