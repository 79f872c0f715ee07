//! Counts by measure, and what follows from them.

use std::collections::BTreeMap;
use std::ops::AddAssign;

/// The groups of measures, in the order of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Measure {
    Layout,
    Mentions,
    Values,
    Attributes,
    Entities,
    Links,
    Events,
    Slots,
    MatchedSlots,
}

impl Measure {
    pub(crate) const ALL: [Self; 9] = [
        Self::Layout,
        Self::Mentions,
        Self::Values,
        Self::Attributes,
        Self::Entities,
        Self::Links,
        Self::Events,
        Self::Slots,
        Self::MatchedSlots,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Layout => "layout",
            Self::Mentions => "mentions",
            Self::Values => "values",
            Self::Attributes => "attributes",
            Self::Entities => "entities",
            Self::Links => "links",
            Self::Events => "events",
            Self::Slots => "slots",
            Self::MatchedSlots => "matched slots",
        }
    }

    /// Whether the share of right answers is all there is to say: nothing can be a false alarm.
    pub(crate) fn is_accuracy(self) -> bool {
        matches!(self, Self::Values | Self::Attributes | Self::Entities | Self::Links)
    }
}

/// What was found, missed and made up. Fractions, because some misses are halves.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Tally {
    pub(crate) hits: f64,
    pub(crate) misses: f64,
    pub(crate) false_alarms: f64,
    /// Hits at the very same span.
    pub(crate) exact: f64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.hits += other.hits;
        self.misses += other.misses;
        self.false_alarms += other.false_alarms;
        self.exact += other.exact;
    }
}

impl Tally {
    pub(crate) const HIT: Self = Self { hits: 1.0, misses: 0.0, false_alarms: 0.0, exact: 1.0 };
    pub(crate) const MISS: Self = Self { hits: 0.0, misses: 1.0, false_alarms: 0.0, exact: 0.0 };
    pub(crate) const FALSE_ALARM: Self =
        Self { hits: 0.0, misses: 0.0, false_alarms: 1.0, exact: 0.0 };

    /// An answer that is right or wrong.
    pub(crate) fn answer(right: bool) -> Self {
        if right { Self::HIT } else { Self::MISS }
    }

    pub(crate) fn precision(self) -> Option<f64> {
        share(self.hits, self.hits + self.false_alarms)
    }

    /// Also the accuracy where nothing can be a false alarm.
    pub(crate) fn recall(self) -> Option<f64> {
        share(self.hits, self.hits + self.misses)
    }

    /// `None` only where neither side has anything.
    pub(crate) fn f1(self) -> Option<f64> {
        share(2.0 * self.hits, 2.0 * self.hits + self.misses + self.false_alarms)
    }
}

fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

/// The counts of one document, or of several.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tallies(pub(crate) BTreeMap<(Measure, String), Tally>);

impl Tallies {
    pub(crate) fn add(&mut self, measure: Measure, name: &str, tally: Tally) {
        match self.0.get_mut(&(measure, name.to_owned())) {
            Some(sum) => *sum += tally,
            None => {
                self.0.insert((measure, name.to_owned()), tally);
            }
        }
    }

    /// Adds to a row and to `all` of its group.
    pub(crate) fn add_with_all(&mut self, measure: Measure, name: &str, tally: Tally) {
        self.add(measure, name, tally);
        self.add(measure, ALL, tally);
    }
}

/// The row that sums its group.
pub(crate) const ALL: &str = "all";
