use crate::day::Period;
use crate::entity::EntityKind;
use crate::names::folded;
use crate::slug::slug;
use crate::tables::{At, EntityRow, Located, Tables};
use rustc_hash::{FxHashMap, FxHashSet};
use std::fmt;

/// Something that the tables say and that can't be, or that nothing decides.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The table's file name.
    pub file: String,
    /// The line, counted from 1.
    pub line: u32,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// What the tables contradict themselves in: two holders of a single-holder office at a time,
/// states of an entity that overlap, names of two entities of a class that no date tells apart,
/// slugs that don't come of the name, letters that are not in NFC.
///
/// Unknown entities, impossible dates and unknown words of a column are errors of reading and
/// compiling, and don't come this far.
pub fn check(tables: &Tables) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut tell = |at: At, message: String| {
        problems.push(Problem { file: tables.file(at).to_owned(), line: at.line, message });
    };
    for &at in &tables.decomposed {
        tell(at, "it is not in NFC".to_owned());
    }
    holders(tables, &mut tell);
    states(tables, &mut tell);
    names(tables, &mut tell);
    slugs(tables, &mut tell);
    titles(tables, &mut tell);
    problems
}

fn holders(tables: &Tables, tell: &mut impl FnMut(At, String)) {
    let mut offices: FxHashMap<(&str, &str), Vec<_>> = FxHashMap::default();
    for office in &tables.offices {
        let row = &office.row;
        if let (Some(from), Some(to)) = (row.period.from, row.period.to)
            && from.earliest() > to.latest()
        {
            tell(office.at, "it ends before it begins".to_owned());
        }
        if row.single_holder {
            offices.entry((&row.title, &row.organization)).or_default().push(office);
        }
    }
    let mut offices: Vec<_> = offices.into_iter().collect();
    offices.sort_by_key(|(office, _)| *office);
    for ((title, organization), holders) in offices {
        for (i, one) in holders.iter().enumerate() {
            for other in holders.iter().skip(i + 1) {
                // What is not known in time can't be shown to overlap.
                let known = |p: Period, ended: bool| p.from.is_some() && (p.to.is_some() || !ended);
                if one.row.person != other.row.person
                    && known(one.row.period, one.row.ended)
                    && known(other.row.period, other.row.ended)
                    && one.row.period.overlaps(other.row.period)
                {
                    let who = (&one.row.person, &other.row.person);
                    let message =
                        format!("{} and {} are both {title} of {organization}", who.0, who.1);
                    tell(other.at, message);
                }
            }
        }
    }
}

fn states(tables: &Tables, tell: &mut impl FnMut(At, String)) {
    let mut standing: FxHashMap<&str, Vec<&Located<EntityRow>>> = FxHashMap::default();
    for row in &tables.entities {
        let before = standing.entry(&row.row.id).or_default();
        for other in before.iter() {
            let (one, two) = (row.row.period, other.row.period);
            let same = one == two || one.overlaps(two);
            if same {
                let line = other.at.line;
                tell(row.at, format!("{} is on line {line} too, at the same time", row.row.id));
            }
        }
        before.push(row);
    }
}

fn names(tables: &Tables, tell: &mut impl FnMut(At, String)) {
    let mut owners: FxHashMap<(EntityKind, &str), Vec<&Located<EntityRow>>> = FxHashMap::default();
    for row in &tables.entities {
        let names: FxHashSet<&str> = std::iter::once(&row.row.canonical)
            .chain(&row.row.aliases)
            .map(|name| &**name)
            .collect();
        for name in names {
            owners.entry((row.row.entity, name)).or_default().push(row);
        }
    }
    let mut owners: Vec<_> = owners.into_iter().collect();
    owners.sort_by_key(|(name, _)| *name);
    for ((kind, name), rows) in owners {
        for (i, one) in rows.iter().enumerate() {
            for other in rows.iter().skip(i + 1) {
                let clash = one.row.id != other.row.id && one.row.period.overlaps(other.row.period);
                // Persons of one name are told apart by what the note says of each.
                let told = kind == EntityKind::Person
                    && !one.row.note.is_empty()
                    && !other.row.note.is_empty();
                if clash && !told {
                    let (one, two) = (&one.row.id, &other.row.id);
                    tell(other.at, format!("{name:?} is both {one} and {two} at the same time"));
                }
            }
        }
    }
}

fn slugs(tables: &Tables, tell: &mut impl FnMut(At, String)) {
    for row in &tables.entities {
        let (_, own) = row.row.id.split_once('/').unwrap_or_default();
        let expected = slug(&row.row.canonical);
        // The slug is the name's, with what tells it apart after it; documents go by number.
        let named = std::iter::once(&row.row.canonical).chain(&row.row.aliases);
        let fits = row.row.entity == EntityKind::Document
            || named.map(|name| slug(name)).any(|s| own.starts_with(&s) || s.starts_with(own));
        if !fits && slug(own) == own {
            let id = &row.row.id;
            tell(row.at, format!("{id} does not come of the name; expected …/{expected}"));
        }
        if slug(own) != own {
            tell(row.at, format!("{} is no slug", row.row.id));
        }
    }
}

fn titles(tables: &Tables, tell: &mut impl FnMut(At, String)) {
    let known: FxHashSet<String> =
        tables.titles.iter().map(|t| folded(&t.row.word.title)).collect();
    if known.is_empty() {
        return;
    }
    for office in &tables.offices {
        if !known.contains(&folded(&office.row.title)) {
            tell(office.at, format!("{:?} is no title of titles.tsv", office.row.title));
        }
    }
}
