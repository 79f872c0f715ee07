//! From rows to entities: states in order, bodies of provinces by rule, links resolved.

use crate::Error;
use crate::day::Period;
use crate::entity::{Entity, EntityKind, State, Tenure};
use crate::knowledge::{LocalBody, local_body_name};
use crate::names::Names;
use crate::slug::slug;
use crate::tables::{At, EntityRow, Located, Tables};
use crate::text::Text;
use crate::word::Local;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};

/// The entities under construction.
pub(crate) struct Entities {
    pub(crate) all: Vec<Entity>,
    ids: FxHashMap<Box<str>, u32>,
    /// The entity and the state of each row of `Tables::entities`.
    pub(crate) rows: Vec<(u32, u16)>,
    /// Bodies by head and place, and whether the place was a city.
    bodies: BTreeMap<(u32, u32, bool), u32>,
}

impl Entities {
    pub(crate) fn new(tables: &Tables) -> Result<Self, Error> {
        let mut entities = Self {
            all: Vec::new(),
            ids: FxHashMap::default(),
            rows: Vec::with_capacity(tables.entities.len()),
            bodies: BTreeMap::new(),
        };
        // States in the order of time, whatever the order of the rows.
        let mut order: Vec<usize> = (0..tables.entities.len()).collect();
        order.sort_by_key(|&i| tables.entities.get(i).map(|r| r.row.period.from));
        for located in &tables.entities {
            let row = &located.row;
            if !entities.ids.contains_key(&row.id) {
                entities.entity(&row.id, row.entity, &row.note);
            }
        }
        entities.rows = vec![(0, 0); tables.entities.len()];
        for i in order {
            let Some(located) = tables.entities.get(i) else { continue };
            let row = &located.row;
            let id = entities.id(tables, located.at, &row.id)?;
            let Some(entity) = entities.all.get_mut(id as usize) else { continue };
            if let Some(slot) = entities.rows.get_mut(i) {
                *slot = (id, entity.states.len() as u16);
            }
            entity.states.push(State {
                canonical: (&*row.canonical).into(),
                kind: (&*row.kind).into(),
                codes: row.codes.iter().map(|c| (&**c).into()).collect(),
                period: row.period,
                links: Box::default(),
                splits: (0, 0),
            });
        }
        Ok(entities)
    }

    fn entity(&mut self, slug: &str, kind: EntityKind, note: &str) -> u32 {
        let id = self.all.len() as u32;
        self.ids.insert(slug.into(), id);
        self.all.push(Entity { slug: slug.into(), kind, states: Vec::new(), note: note.into() });
        id
    }

    pub(crate) fn id(&self, tables: &Tables, at: At, slug: &str) -> Result<u32, Error> {
        let none = || tables.error(at, format!("{slug:?} is no entity of the gazetteer"));
        self.ids.get(slug).copied().ok_or_else(none)
    }

    fn ids(&self, tables: &Tables, at: At, slugs: &[Box<str>]) -> Result<Vec<u32>, Error> {
        slugs.iter().map(|slug| self.id(tables, at, slug)).collect()
    }

    /// Adds the bodies that provinces and centrally-run cities have by rule.
    pub(crate) fn add_local(&mut self, tables: &Tables) -> Vec<LocalBody> {
        let provinces = self.provinces();
        for (head, n) in tables.heads.iter().zip(0u32..) {
            for (place, name, city, period) in &provinces {
                let Some(canonical) = local_body_name(&head.row.word, name, *city) else {
                    continue;
                };
                let Some(period) = common(*period, head.row.period) else { continue };
                let slug = format!("org/{}", slug(&canonical));
                let id = match self.ids.get(slug.as_str()) {
                    Some(&standing) => standing,
                    None => self.entity(&slug, EntityKind::Organization, ""),
                };
                self.bodies.insert((n, *place, *city), id);
                if let Some(entity) = self.all.get_mut(id as usize)
                    && entity.states.is_empty()
                {
                    entity.states.push(State {
                        canonical: canonical.as_str().into(),
                        kind: (&*head.row.word.kind).into(),
                        codes: Vec::new(),
                        period,
                        links: Box::default(),
                        splits: (0, 0),
                    });
                }
            }
        }
        let bodies = self.bodies.iter();
        bodies
            .map(|(&(head, place, city), &entity)| LocalBody { head, place, city, entity })
            .collect()
    }

    /// Provinces and centrally-run cities: name, whether a city, and over which time.
    fn provinces(&self) -> Vec<(u32, Text, bool, Period)> {
        let mut provinces: Vec<(u32, Text, bool, Period)> = Vec::new();
        for (entity, id) in self.all.iter().zip(0u32..) {
            if entity.kind != EntityKind::Place {
                continue;
            }
            for state in &entity.states {
                let city = match &*state.kind {
                    "province" => false,
                    "central_city" => true,
                    _ => continue,
                };
                match provinces.last_mut() {
                    // The same unit in two states: with other borders, under another code.
                    Some((last, _, same, period)) if *last == id && *same == city => {
                        period.to = state.period.to;
                    }
                    _ => provinces.push((id, state.canonical.clone(), city, state.period)),
                }
            }
        }
        provinces
    }

    /// Resolves parents, predecessors and successors, now that every slug has its number.
    pub(crate) fn link(&mut self, tables: &Tables) -> Result<(), Error> {
        for (located, (id, state)) in tables.entities.iter().zip(self.rows.clone()) {
            let row = &located.row;
            let parents = self.ids(tables, located.at, &row.parents)?;
            let predecessors = self.ids(tables, located.at, &row.predecessors)?;
            let successors = self.ids(tables, located.at, &row.successors)?;
            if let Some(state) = self.state(id, state) {
                state.link(&parents, &predecessors, &successors);
            }
        }
        self.link_local(tables);
        Ok(())
    }

    /// What became of a province's body: that of the city it was raised to, that of the unit it
    /// was merged into, or the department that its department was merged into.
    fn link_local(&mut self, tables: &Tables) {
        let heads: FxHashMap<&str, u32> =
            tables.heads.iter().map(|h| &*h.row.word.head).zip(0u32..).collect();
        let merged: FxHashMap<u32, u32> = tables
            .heads
            .iter()
            .zip(0u32..)
            .filter_map(|(h, n)| Some((n, *heads.get(&*h.row.refers)?)))
            .collect();
        let mut next: BTreeMap<u32, u32> = BTreeMap::new();
        let mut before: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (&(head, place, city), &body) in &self.bodies {
            let raised = (!city).then(|| self.bodies.get(&(head, place, true))).flatten().copied();
            let department = merged.get(&head).and_then(|&h| self.bodies.get(&(h, place, city)));
            let last = self.all.get(place as usize).and_then(|p| p.states.last());
            let absorbed = || self.body(head, last?.successors().next()?.0);
            if let Some(after) = raised.or(department.copied()).or_else(absorbed) {
                next.insert(body, after);
                before.entry(after).or_default().push(body);
            }
        }
        let listed: FxHashSet<u32> = self.rows.iter().map(|(id, _)| *id).collect();
        let parents: Vec<_> = self.bodies.iter().map(|(&(_, place, _), &b)| (b, place)).collect();
        for (body, place) in parents {
            // A body that a table lists too keeps what the table says.
            if listed.contains(&body) {
                continue;
            }
            let predecessors = before.get(&body).map(Vec::as_slice).unwrap_or_default();
            let successors: Vec<u32> = next.get(&body).copied().into_iter().collect();
            if let Some(state) = self.state(body, 0) {
                state.link(&[place], predecessors, &successors);
            }
        }
    }

    fn body(&self, head: u32, place: u32) -> Option<u32> {
        let of = |city| self.bodies.get(&(head, place, city)).copied();
        of(false).or_else(|| of(true))
    }

    fn state(&mut self, id: u32, state: u16) -> Option<&mut State> {
        self.all.get_mut(id as usize)?.states.get_mut(usize::from(state))
    }

    pub(crate) fn tenures(&self, tables: &Tables) -> Result<Vec<Tenure>, Error> {
        let tenure = |located: &Located<crate::tables::OfficeRow>| {
            let row = &located.row;
            Ok(Tenure {
                title: row.title.clone(),
                acting: row.acting,
                single_holder: row.single_holder,
                person: self.id(tables, located.at, &row.person)?,
                organization: self.id(tables, located.at, &row.organization)?,
                period: row.period,
                ended: row.ended,
                seen: row.seen,
            })
        };
        tables.offices.iter().map(tenure).collect()
    }

    /// All names by which entities are looked up.
    pub(crate) fn names(&self, tables: &Tables) -> Names {
        let mut names = Names::default();
        for (located, &(id, state)) in tables.entities.iter().zip(&self.rows) {
            let written = written(tables, &located.row);
            let all: BTreeSet<&str> = written
                .iter()
                .map(|n| &**n)
                .chain(located.row.codes.iter().map(|c| &**c))
                .collect();
            for name in all {
                names.add(name, id, state);
            }
        }
        // Bodies of provinces are found by their head and place: see `KnowledgeBase::lookup`.
        for (head, n) in tables.heads.iter().zip(0u32..) {
            if head.row.word.local != Local::No {
                for name in &head.row.names {
                    names.add_head(name, n);
                }
            }
        }
        names.finish();
        names
    }
}

/// The time that two periods share.
fn common(a: Period, b: Period) -> Option<Period> {
    if !a.overlaps(b) {
        return None;
    }
    let to = match (a.to, b.to) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    Some(Period { from: a.from.max(b.from), to })
}

/// The names of a row: the canonical one, its aliases, and a place's names with its type word.
pub(crate) fn written(tables: &Tables, row: &EntityRow) -> Vec<String> {
    let mut names = Vec::new();
    let plain = std::iter::once(&row.canonical).chain(&row.aliases);
    if row.entity != EntityKind::Place || &*row.kind == "facility" {
        names.extend(plain.map(|n| n.to_string()));
        return names;
    }
    let types = tables.place_types.iter().map(|t| &t.row);
    let types: Vec<_> = types.filter(|t| t.word.kinds.contains(&row.kind)).collect();
    for name in plain {
        names.push(name.to_string());
        let lower = name.to_lowercase();
        let typed = types
            .iter()
            .find(|t| lower.strip_prefix(&*t.word.form).is_some_and(|rest| rest.starts_with(' ')));
        let abbreviated = types.iter().any(|t| {
            t.names.iter().any(|n| {
                let rest = name.strip_prefix(&**n);
                rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic) || n.ends_with('.'))
            })
        });
        let stem = match typed {
            Some(t) => name.get(t.word.form.len()..).unwrap_or_default().trim_start(),
            None if abbreviated => continue,
            None => name,
        };
        for form in types.iter().flat_map(|t| &t.names) {
            // `Thủ đô` and its like belong to one city, which says so itself.
            if !form.starts_with(char::is_uppercase) || form.chars().count() <= 3 {
                names.push(format!("{form} {stem}"));
                if form.ends_with('.') {
                    names.push(format!("{form}{stem}"));
                }
            }
        }
    }
    names
}
