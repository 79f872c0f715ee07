use crate::entity::{Entity, EntityKind, Holding, State, Tenure};
use crate::names::{Match, Names};
use crate::text::Text;
use crate::word::{Local, OrgHead};
use nghisu_document::layers::{EntityId, PartialDate};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// Who and what the names of the gazetteer mean, and on which day.
#[derive(Debug, Clone, Default)]
pub struct KnowledgeBase {
    pub(crate) entities: Vec<Entity>,
    pub(crate) tenures: Vec<Tenure>,
    pub(crate) names: Names,
    /// Bodies that a province has by rule: (head, place, kind of the place) to the body.
    pub(crate) local: Vec<LocalBody>,
    /// Entities by slug.
    by_slug: FxHashMap<Text, EntityId>,
    /// Ranges of `tenures_of` by person, and of `tenures_at` by organization.
    by_person: FxHashMap<u32, Vec<u32>>,
    by_organization: FxHashMap<u32, Vec<u32>>,
}

/// A body of a province, derived from a head and a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct LocalBody {
    pub(crate) head: u32,
    pub(crate) place: u32,
    /// The place was a city, not a province, when it had this body.
    pub(crate) city: bool,
    pub(crate) entity: u32,
}

/// What a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning<'k> {
    /// The entity's number.
    pub id: EntityId,
    /// The entity.
    pub entity: &'k Entity,
    /// The state that bore the name: on the date, if one was asked for and the name was in use then.
    pub state: &'k State,
    /// How the name was found.
    pub matched: Match,
    /// Whether the name meant this on the date; true where no date was asked for.
    pub on_date: bool,
}

impl KnowledgeBase {
    pub(crate) fn new(
        entities: Vec<Entity>,
        tenures: Vec<Tenure>,
        names: Names,
        local: Vec<LocalBody>,
    ) -> Self {
        let slugs = entities.iter().zip(0u32..);
        let by_slug = slugs.map(|(e, n)| (e.slug.clone(), EntityId(n))).collect();
        let mut by_person: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        let mut by_organization: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (tenure, n) in tenures.iter().zip(0u32..) {
            by_person.entry(tenure.person).or_default().push(n);
            by_organization.entry(tenure.organization).or_default().push(n);
        }
        Self { entities, tenures, names, local, by_slug, by_person, by_organization }
    }

    /// The entity of a number.
    pub fn get(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.0 as usize)
    }

    /// The entity of a slug: `org/bo-cong-an`.
    pub fn find(&self, slug: &str) -> Option<EntityId> {
        self.by_slug.get(slug).copied()
    }

    /// The slug of an entity; empty for a number that is none.
    pub fn slug(&self, id: EntityId) -> &str {
        self.get(id).map_or("", |e| &e.slug)
    }

    /// The canonical name of an entity, with its diacritics; empty for a number that is none.
    pub fn canonical(&self, id: EntityId) -> &str {
        self.get(id).map_or("", Entity::canonical)
    }

    /// All entities, by number.
    pub fn entities(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        (0u32..).map(EntityId).zip(&self.entities)
    }

    /// Who or what a name means; on a date, where one is given.
    ///
    /// The closest writing wins: as it stands, then without regard to capitals, tone-mark style
    /// and dashes, then without diacritics. What meant the name on the date comes first, and the
    /// others follow with `on_date` false. Bodies of provinces are understood too
    /// (`UBND tỉnh Long An`). More than one meaning on the date is an ambiguity for the caller.
    pub fn lookup(&self, name: &str, date: Option<PartialDate>) -> Vec<Meaning<'_>> {
        let mut found = self.names.find(name);
        if found.is_empty() {
            found = self.find_local(name, date);
        }
        let best = found.iter().map(|f| f.matched).min();
        found.retain(|f| Some(f.matched) == best);
        let mut meanings: Vec<Meaning<'_>> = Vec::new();
        for f in found {
            let id = EntityId(f.entity);
            let Some(entity) = self.get(id) else { continue };
            let Some(state) = entity.states.get(usize::from(f.state)) else { continue };
            let on_date = date.is_none_or(|d| state.holds_on(d));
            let meaning = Meaning { id, entity, state, matched: f.matched, on_date };
            match meanings.iter_mut().find(|m| m.id == id) {
                // The later state wins among those that held.
                Some(standing) if on_date || !standing.on_date => *standing = meaning,
                Some(_) => {}
                None => meanings.push(meaning),
            }
        }
        meanings.sort_by_key(|m| (!m.on_date, m.id));
        meanings
    }

    /// The last of an entity's successions: what is left of it, by way of main successors.
    pub fn became(&self, id: EntityId) -> EntityId {
        let mut now = id;
        // Successions are short; a circle in a user's table ends here.
        for _ in 0..16 {
            let last = self.get(now).and_then(|e| e.states.last());
            match last.and_then(|s| s.successors().next()) {
                Some(next) => now = next,
                None => break,
            }
        }
        now
    }

    /// Who is known to have held an office on a date: `holder("Bộ trưởng", bộ, date)`.
    ///
    /// `None` where nobody is known, or where the office has several holders at a time. On the day
    /// of a handing over it is the later one.
    pub fn holder(
        &self,
        title: &str,
        organization: EntityId,
        date: PartialDate,
    ) -> Option<EntityId> {
        let known = self.tenures_at(organization).filter(|t| {
            t.single_holder && &*t.title == title && t.holds_on(date) == Holding::Known
        });
        known.max_by_key(|t| t.period.from).map(Tenure::person)
    }

    /// The offices that a person is known to have held, or may have held, on a date.
    pub fn offices_of(
        &self,
        person: EntityId,
        date: Option<PartialDate>,
    ) -> impl Iterator<Item = &Tenure> {
        let all = self.by_person.get(&person.0).map(Vec::as_slice).unwrap_or_default();
        let tenures = all.iter().filter_map(|&n| self.tenures.get(n as usize));
        tenures.filter(move |t| date.is_none_or(|d| t.holds_on(d) != Holding::No))
    }

    /// The offices of an organization that are on record, whoever held them.
    pub fn tenures_at(&self, organization: EntityId) -> impl Iterator<Item = &Tenure> {
        let all = self.by_organization.get(&organization.0).map(Vec::as_slice).unwrap_or_default();
        all.iter().filter_map(|&n| self.tenures.get(n as usize))
    }

    /// The body that a province or centrally-run city has by rule: its people's committee, its
    /// departments, its party committee. `head` is the number of an [`OrgHead`] entry.
    ///
    /// A place that was a province and became a city had two; the date tells which.
    pub fn local_body(
        &self,
        head: u32,
        place: EntityId,
        date: Option<PartialDate>,
    ) -> Option<EntityId> {
        let from = self.local.partition_point(|b| (b.head, b.place) < (head, place.0));
        let bodies = self.local.get(from..)?.iter();
        let bodies = bodies.take_while(|b| (b.head, b.place) == (head, place.0));
        let state = self.get(place)?.state_on(date);
        let city = state.is_some_and(|s| &*s.kind == "central_city");
        let mut last = None;
        for body in bodies {
            if body.city == city {
                return Some(EntityId(body.entity));
            }
            last = Some(EntityId(body.entity));
        }
        last.filter(|_| state.is_none())
    }

    fn find_local(&self, name: &str, date: Option<PartialDate>) -> Vec<crate::names::Found> {
        let mut found = Vec::new();
        for (head, rest) in self.names.heads_of(name) {
            for place in self.names.find(rest) {
                let id = EntityId(place.entity);
                if self.get(id).is_none_or(|e| e.kind != EntityKind::Place) {
                    continue;
                }
                if let Some(EntityId(entity)) = self.local_body(head, id, date) {
                    let exact = self.canonical(EntityId(entity)) == name;
                    let matched =
                        if exact { Match::Exact } else { place.matched.max(Match::Style) };
                    found.push(crate::names::Found { entity, state: 0, matched });
                }
            }
        }
        found.sort();
        found.dedup();
        found
    }
}

/// The canonical name of a province's body: `Ủy ban nhân dân tỉnh Long An`, `Thành ủy Hà Nội`.
///
/// `None` where such a place has no such body.
pub fn local_body_name(head: &OrgHead, place: &str, city: bool) -> Option<String> {
    let typed = place.starts_with("Thành phố ");
    let kind = match (head.local, city) {
        (Local::No, _) | (Local::BareProvince, true) | (Local::BareCity, false) => return None,
        (Local::WithType, true) if !typed => "thành phố ",
        (Local::WithType, false) => "tỉnh ",
        _ => "",
    };
    Some(format!("{} {kind}{place}", head.head))
}
