//! What the holders of offices tell of the year: none is called by an office before or after it.

use nghisu_document::layers::{Hit, Layers, PartialDate, Vocabulary, WordId};
use nghisu_knowledge::{Gazetteer, class};

/// The days between which an article was written, as far as it names holders of offices.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Bounds {
    from: Option<PartialDate>,
    to: Option<PartialDate>,
}

impl Bounds {
    /// Whether an article of a day may speak so.
    pub(super) fn hold(self, date: PartialDate) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }

    /// The years from the first day to the last, where both are known.
    pub(super) fn years(self) -> Option<(u16, u16)> {
        Some((self.from?.year, self.to?.year))
    }
}

/// Knows who held which office when.
#[derive(Debug)]
pub(super) struct Holders {
    gazetteer: Gazetteer,
    /// `nguyên`, `cựu`, `cố`: an office held before.
    former: [WordId; 4],
}

impl Holders {
    pub(super) fn new(vocabulary: &mut Vocabulary, gazetteer: &Gazetteer) -> Self {
        let former = ["nguyên", "cựu", "cố", "tân"].map(|form| vocabulary.add(form));
        Self { gazetteer: gazetteer.clone(), former }
    }

    /// What the offices beside the names of an article say together; nothing where they contradict
    /// each other.
    pub(super) fn bounds(&self, layers: &Layers) -> Bounds {
        let mut bounds = Bounds::default();
        let titles = layers.hits.all().iter().filter(|hit| hit.class == class::TITLE);
        for title in titles {
            let end = title.tokens.end;
            for person in layers.hits.of(end, class::PERSON) {
                if let Some((from, to)) = self.tenure(layers, *title, *person) {
                    bounds.from = bounds.from.max(from);
                    bounds.to = match (bounds.to, to) {
                        (Some(one), Some(other)) => Some(one.min(other)),
                        (one, other) => one.or(other),
                    };
                }
            }
        }
        match (bounds.from, bounds.to) {
            (Some(from), Some(to)) if from > to => Bounds::default(),
            _ => bounds,
        }
    }

    /// From the first day of an office to the last, over all its terms.
    fn tenure(
        &self,
        layers: &Layers,
        title: Hit,
        person: Hit,
    ) -> Option<(Option<PartialDate>, Option<PartialDate>)> {
        let before = title.tokens.start.checked_sub(1);
        let before = before.and_then(|at| layers.tokens.get(at as usize));
        if before.is_some_and(|t| self.former.contains(&t.word)) {
            return None;
        }
        let head = self.gazetteer.title(title)?;
        let person = self.gazetteer.entity(person)?;
        let mut all = None;
        for tenure in self.gazetteer.knowledge.offices_of(person, None) {
            if tenure.title != head.title && tenure.title != head.head {
                continue;
            }
            let (from, to) = (tenure.from(), tenure.to());
            all = Some(match all {
                None => (from, to),
                Some((first, last)) => (
                    if Option::is_some(&first) && from.is_some() { first.min(from) } else { None },
                    if Option::is_some(&last) && to.is_some() { last.max(to) } else { None },
                ),
            });
        }
        all
    }
}
