use crate::day::{Day, Period};
use crate::text::Text;
use nghisu_document::layers::{EntityId, PartialDate};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What an entity is: the first part of its slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum EntityKind {
    /// `person/…`
    Person,
    /// `org/…`
    Organization,
    /// `place/…`
    Place,
    /// `program/…`: programmes, strategies, projects with a name.
    Program,
    /// `doc/…`: legal documents with a name or a number.
    Document,
}

impl EntityKind {
    /// The slug's part before the slash.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "org",
            Self::Place => "place",
            Self::Program => "program",
            Self::Document => "doc",
        }
    }
}

/// A person, an organization, a place, a programme or a document that the knowledge base knows.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entity {
    /// The stable id: `org/bo-cong-an`.
    pub slug: Text,
    /// What it is.
    pub kind: EntityKind,
    /// What it was called and to whom it belonged, in the order of time; never empty.
    pub states: Vec<State>,
    /// What tells it from others of its name; or empty.
    pub note: Text,
}

/// An entity over a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct State {
    /// The canonical name, with its diacritics.
    pub canonical: Text,
    /// `ministry`, `province`, `central_city` …; empty for persons.
    pub kind: Text,
    /// `gso:80` (General Statistics Office), `iso3166-2:VN-41`; an organization's code in document numbers.
    pub codes: Vec<Text>,
    pub(crate) period: Period,
    /// Parents, then predecessors, then successors; `splits` are where the latter two begin.
    pub(crate) links: Box<[u32]>,
    pub(crate) splits: (u16, u16),
}

impl State {
    /// The first day, where there is one and it is known.
    pub fn from(&self) -> Option<PartialDate> {
        self.period.dates().0
    }

    /// The last day, where there is one and it is known.
    pub fn to(&self) -> Option<PartialDate> {
        self.period.dates().1
    }

    /// Whether it may have been so on a date.
    pub fn holds_on(&self, date: PartialDate) -> bool {
        self.period.touches(date)
    }

    /// What it belonged to: a ministry's unit to the ministry, a city to its province.
    pub fn parents(&self) -> impl Iterator<Item = EntityId> {
        self.linked(0..usize::from(self.splits.0))
    }

    /// What it was made from.
    pub fn predecessors(&self) -> impl Iterator<Item = EntityId> {
        self.linked(usize::from(self.splits.0)..usize::from(self.splits.1))
    }

    /// What took its place: the first is the main one.
    pub fn successors(&self) -> impl Iterator<Item = EntityId> {
        self.linked(usize::from(self.splits.1)..self.links.len())
    }
}

impl State {
    fn linked(&self, range: Range<usize>) -> impl Iterator<Item = EntityId> {
        self.links.get(range).unwrap_or_default().iter().copied().map(EntityId)
    }

    pub(crate) fn link(&mut self, parents: &[u32], predecessors: &[u32], successors: &[u32]) {
        self.links = [parents, predecessors, successors].concat().into();
        let before = parents.len() + predecessors.len();
        self.splits = (parents.len() as u16, before as u16);
    }
}

impl Entity {
    /// The canonical name, as it was last.
    pub fn canonical(&self) -> &str {
        self.states.last().map_or("", |s| &s.canonical)
    }

    /// The state on a date; the last one where no date is given.
    pub fn state_on(&self, date: Option<PartialDate>) -> Option<&State> {
        match date {
            None => self.states.last(),
            Some(date) => self.states.iter().rev().find(|s| s.holds_on(date)),
        }
    }
}

/// That a person held an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Tenure {
    /// The bare title: `Bộ trưởng`.
    pub title: Box<str>,
    /// `quyền`: until someone is appointed.
    pub acting: bool,
    /// Whether only one person holds the office at a time.
    pub single_holder: bool,
    pub(crate) person: u32,
    pub(crate) organization: u32,
    pub(crate) period: Period,
    pub(crate) ended: bool,
    pub(crate) seen: Option<Day>,
}

/// How sure it is that an office was held on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holding {
    /// Not on that date.
    No,
    /// Perhaps: the day it began or ended is not known.
    Possible,
    /// Yes.
    Known,
}

impl Tenure {
    /// Who.
    pub fn person(&self) -> EntityId {
        EntityId(self.person)
    }

    /// Where.
    pub fn organization(&self) -> EntityId {
        EntityId(self.organization)
    }

    /// The first day, where known.
    pub fn from(&self) -> Option<PartialDate> {
        self.period.dates().0
    }

    /// The last day, where there is one and it is known.
    pub fn to(&self) -> Option<PartialDate> {
        self.period.dates().1
    }

    /// Whether the office was held on a date.
    ///
    /// A tenure whose beginning nobody recorded is known from the day it was seen, and one that
    /// ended on a day nobody recorded only on the day it began.
    pub fn holds_on(&self, date: PartialDate) -> Holding {
        if !self.period.touches(date) {
            return Holding::No;
        }
        let date = Day::new(date);
        let since = self.period.from.or(self.seen).or(self.period.to);
        let begun = since.is_some_and(|since| since.earliest() <= date.latest());
        let running = !self.ended || since.is_some_and(|since| date.earliest() <= since.latest());
        if begun && running { Holding::Known } else { Holding::Possible }
    }
}
