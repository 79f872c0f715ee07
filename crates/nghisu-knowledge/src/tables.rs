use crate::day::{Day, Period};
use crate::table::{Row, Table};
use crate::word::{
    Abbreviation, Cue, DocumentType, Issuer, Local, NamePart, OrgHead, PlaceType, Takes, Title,
    Unit,
};
use crate::{Error, entity::EntityKind};
use nghisu_text::{Buffer, NormalizerBuilder};
use std::path::Path;

/// The gazetteer's tables as written: rows in order, each with its place in its file.
///
/// Tables of the same name add up, so a user's own rows are an overlay: files of the same form,
/// added after the standing ones.
///
/// ```
/// let mut tables = nghisu_knowledge::Tables::default();
/// tables.add("agencies.tsv", "id\tcanonical\tkind\naliases\torg/hoi-a\tHội A\tassociation\n".replace("aliases\t", "").as_str())?;
/// assert!(tables.add("agencies.tsv", "canonical\nHội B\n").is_err(), "a table must have its columns");
/// # Ok::<(), nghisu_knowledge::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Tables {
    pub(crate) files: Vec<Box<str>>,
    /// Lines that were not in NFC; they are read as if they were.
    pub(crate) decomposed: Vec<At>,
    pub(crate) entities: Vec<Located<EntityRow>>,
    pub(crate) offices: Vec<Located<OfficeRow>>,
    pub(crate) titles: Vec<Located<Named<Title>>>,
    pub(crate) heads: Vec<Located<Named<OrgHead>>>,
    pub(crate) place_types: Vec<Located<Named<PlaceType>>>,
    pub(crate) name_parts: Vec<Located<Named<NamePart>>>,
    pub(crate) units: Vec<Located<Named<Unit>>>,
    pub(crate) document_types: Vec<Located<Named<DocumentType>>>,
    pub(crate) issuers: Vec<Located<Named<Issuer>>>,
    pub(crate) abbreviations: Vec<Located<Named<Abbreviation>>>,
    pub(crate) cues: Vec<Located<Named<Cue>>>,
}

/// Where a row stands: an index into [`Tables::files`] and a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct At {
    pub(crate) file: u16,
    pub(crate) line: u32,
}

#[derive(Debug, Clone)]
pub(crate) struct Located<T> {
    pub(crate) at: At,
    pub(crate) row: T,
}

/// A state of an entity: what it was called and to whom it belonged over a stretch of time.
#[derive(Debug, Clone)]
pub(crate) struct EntityRow {
    pub(crate) entity: EntityKind,
    pub(crate) id: Box<str>,
    pub(crate) canonical: Box<str>,
    pub(crate) kind: Box<str>,
    pub(crate) parents: Vec<Box<str>>,
    pub(crate) period: Period,
    pub(crate) predecessors: Vec<Box<str>>,
    pub(crate) successors: Vec<Box<str>>,
    pub(crate) aliases: Vec<Box<str>>,
    pub(crate) codes: Vec<Box<str>>,
    pub(crate) weak: Vec<Box<str>>,
    pub(crate) case: Option<Case>,
    pub(crate) bare: bool,
    pub(crate) note: Box<str>,
}

/// Who held an office.
#[derive(Debug, Clone)]
pub(crate) struct OfficeRow {
    pub(crate) person: Box<str>,
    pub(crate) title: Box<str>,
    pub(crate) organization: Box<str>,
    pub(crate) acting: bool,
    pub(crate) period: Period,
    /// Ended, nobody knows when.
    pub(crate) ended: bool,
    pub(crate) seen: Option<Day>,
    pub(crate) single_holder: bool,
}

/// A word's attributes, and what else it is written as.
#[derive(Debug, Clone)]
pub(crate) struct Named<T> {
    pub(crate) word: T,
    pub(crate) names: Vec<Box<str>>,
    pub(crate) case: Option<Case>,
    /// The slug of the organization that the row names, or the head that took a head's place; empty for most.
    pub(crate) refers: Box<str>,
    /// Validity of an organization head.
    pub(crate) period: Period,
}

/// Which letters of a name must be capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// None must; an abbreviation inside still does.
    Any,
    /// The first word begins with one.
    First,
    /// Every word that does in the table.
    Title,
    /// As in the table, small letters too.
    Exact,
    /// The name is looked up, and never matched in articles.
    Unmatched,
}

const TABLES: [&str; 16] = [
    "persons.tsv",
    "agencies.tsv",
    "places.tsv",
    "programs.tsv",
    "legal_documents.tsv",
    "offices.tsv",
    "titles.tsv",
    "org_heads.tsv",
    "place_types.tsv",
    "name_parts.tsv",
    "units.tsv",
    "currencies.tsv",
    "legal_types.tsv",
    "legal_issuers.tsv",
    "abbreviations.tsv",
    "cues.tsv",
];

impl Tables {
    /// Reads every table of a directory; other files are left alone.
    ///
    /// # Errors
    /// A file that can't be read or a row that can't be meant.
    pub fn read_dir(dir: &Path) -> Result<Self, Error> {
        let mut tables = Self::default();
        tables.add_dir(dir)?;
        Ok(tables)
    }

    /// Adds the tables of a directory to those that stand.
    ///
    /// # Errors
    /// A file that can't be read or a row that can't be meant.
    pub fn add_dir(&mut self, dir: &Path) -> Result<(), Error> {
        for name in TABLES {
            let path = dir.join(name);
            if path.is_file() {
                let text = std::fs::read_to_string(&path)
                    .map_err(|e| Error::Read(path.clone(), e.to_string()))?;
                self.add(name, &text)?;
            }
        }
        Ok(())
    }

    /// Adds one table; its file name says which it is.
    ///
    /// # Errors
    /// An unknown name, a missing column, a row that can't be meant.
    pub fn add(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let file = self.files.len() as u16;
        let (normalizer, mut buffer) = (NormalizerBuilder::nfc().build(), Buffer::new());
        let composed = normalizer.normalize(text, &mut buffer);
        let composed = composed.map_err(|e| Error::Read(name.into(), e.to_string()))?.text;
        if composed != text {
            let lines = text.lines().zip(composed.lines()).zip(1..);
            let changed = lines.filter(|((before, after), _)| before != after);
            self.decomposed.extend(changed.map(|(_, line)| At { file, line }));
        }
        let text = composed;
        let name = name.rsplit('/').next().unwrap_or(name);
        let entity = |tables: &mut Self, kind| {
            let canonical = if kind == EntityKind::Person { "name" } else { "canonical" };
            read(&mut tables.entities, file, name, text, &["id", canonical], |row| {
                entity_row(row, kind, canonical)
            })
        };
        match name {
            "persons.tsv" => entity(self, EntityKind::Person),
            "agencies.tsv" => entity(self, EntityKind::Organization),
            "places.tsv" => entity(self, EntityKind::Place),
            "programs.tsv" => entity(self, EntityKind::Program),
            "legal_documents.tsv" => entity(self, EntityKind::Document),
            "offices.tsv" => {
                let columns = &["person", "title", "organization", "from", "to", "single_holder"];
                read(&mut self.offices, file, name, text, columns, office_row)
            }
            "titles.tsv" => {
                read(&mut self.titles, file, name, text, &["title", "class", "takes_org"], |row| {
                    named(row, "title", title)
                })
            }
            "org_heads.tsv" => read(
                &mut self.heads,
                file,
                name,
                text,
                &["head", "kind", "complement", "local"],
                |row| named(row, "head", org_head),
            ),
            "place_types.tsv" => {
                read(&mut self.place_types, file, name, text, &["form", "kind", "level"], |row| {
                    named(row, "form", |row, form| {
                        let levels = row.list("level");
                        Ok(PlaceType { form, kinds: row.list("kind"), levels })
                    })
                })
            }
            "name_parts.tsv" => {
                read(&mut self.name_parts, file, name, text, &["form", "part"], |row| {
                    named(row, "form", |row, form| {
                        let class = row.required("part")?;
                        let count = row.get("count").parse().unwrap_or(0);
                        Ok(NamePart { form, class, count })
                    })
                })
            }
            "units.tsv" | "currencies.tsv" => {
                read(&mut self.units, file, name, text, &["form", "canonical", "class"], |row| {
                    named(row, "form", |row, _| unit(row))
                })
            }
            "legal_types.tsv" => {
                read(&mut self.document_types, file, name, text, &["name", "code"], |row| {
                    named(row, "name", |row, name| {
                        Ok(DocumentType { name, code: row.get("code").into() })
                    })
                })
            }
            "legal_issuers.tsv" => read(
                &mut self.issuers,
                file,
                name,
                text,
                &["code", "name", "organization"],
                |row| {
                    named(row, "code", |row, code| {
                        Ok(Issuer { code, name: row.required("name")?, organization: None })
                    })
                },
            ),
            "abbreviations.tsv" => {
                read(&mut self.abbreviations, file, name, text, &["form", "expansion"], |row| {
                    named(row, "form", |row, form| {
                        let expansion = row.required("expansion")?;
                        Ok(Abbreviation { form, expansion, domain: row.get("domain").into() })
                    })
                })
            }
            "cues.tsv" => {
                read(&mut self.cues, file, name, text, &["form", "class", "value"], |row| {
                    named(row, "form", |row, form| {
                        let class = row.required("class")?;
                        Ok(Cue { form, class, value: row.get("value").into() })
                    })
                })
            }
            _ => Err(Error::UnknownTable(name.to_owned(), TABLES.join(", "))),
        }?;
        self.files.push(name.into());
        Ok(())
    }

    pub(crate) fn file(&self, at: At) -> &str {
        self.files.get(usize::from(at.file)).map_or("", |f| f)
    }

    /// The error of a row.
    pub(crate) fn error(&self, at: At, message: String) -> Error {
        Error::Row { file: self.file(at).to_owned(), line: at.line, message }
    }
}

fn read<T>(
    into: &mut Vec<Located<T>>,
    file: u16,
    name: &str,
    text: &str,
    columns: &[&'static str],
    parse: impl Fn(&Row<'_, '_>) -> Result<T, Error>,
) -> Result<(), Error> {
    let table = Table::new(name, text, columns)?;
    for row in table.rows() {
        into.push(Located { at: At { file, line: row.line }, row: parse(&row)? });
    }
    Ok(())
}

fn named<T>(
    row: &Row<'_, '_>,
    column: &'static str,
    word: impl Fn(&Row<'_, '_>, Box<str>) -> Result<T, Error>,
) -> Result<Named<T>, Error> {
    let form = row.required(column)?;
    let mut names = vec![form.clone()];
    names.extend(row.list("variants"));
    Ok(Named {
        word: word(row, form)?,
        names,
        case: case(row)?,
        refers: row
            .list("organization")
            .into_iter()
            .chain(row.list("successor"))
            .next()
            .unwrap_or_default(),
        period: period(row)?,
    })
}

fn entity_row(
    row: &Row<'_, '_>,
    entity: EntityKind,
    canonical: &'static str,
) -> Result<EntityRow, Error> {
    let id = row.required("id")?;
    let prefix = entity.prefix();
    if !id.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('/') && rest.len() > 1) {
        return Err(row.error(format!("the id {id:?} does not begin with {prefix}/")));
    }
    Ok(EntityRow {
        entity,
        id,
        canonical: row.required(canonical)?,
        kind: row.get("kind").into(),
        parents: row.list("parent"),
        period: period(row)?,
        predecessors: row.list("predecessors"),
        successors: row.list("successors"),
        aliases: row.list("aliases"),
        codes: row.list("codes"),
        weak: row.list("weak"),
        case: case(row)?,
        bare: row.get("bare") == "yes",
        note: row.get("note").into(),
    })
}

fn office_row(row: &Row<'_, '_>) -> Result<OfficeRow, Error> {
    let ended = row.get("to") == "unknown";
    let to = if ended { None } else { day(row, "to")? };
    Ok(OfficeRow {
        person: row.required("person")?,
        title: row.required("title")?,
        organization: row.required("organization")?,
        acting: row.get("acting") == "yes",
        period: Period { from: day(row, "from")?, to },
        ended,
        seen: day(row, "seen")?,
        single_holder: row.get("single_holder") == "yes",
    })
}

fn title(row: &Row<'_, '_>, title: Box<str>) -> Result<Title, Error> {
    let head = row.get("head");
    Ok(Title {
        head: if head.is_empty() { title.clone() } else { head.into() },
        title,
        class: match row.get("class") {
            "office" => "title".into(),
            class => class.into(),
        },
        takes_org: match row.get("takes_org") {
            "yes" => Takes::Yes,
            "optional" => Takes::Optional,
            "no" => Takes::No,
            other => {
                return Err(row.error(format!("takes_org is yes, optional or no, not {other:?}")));
            }
        },
        argument: row.list("argument"),
        organization: None,
    })
}

fn org_head(row: &Row<'_, '_>, head: Box<str>) -> Result<OrgHead, Error> {
    let local = match row.get("local") {
        "" => Local::No,
        "with_type" => Local::WithType,
        "bare" => Local::Bare,
        "bare_province" => Local::BareProvince,
        "bare_city" => Local::BareCity,
        other => return Err(row.error(format!("local can't be {other:?}"))),
    };
    Ok(OrgHead { head, kind: row.get("kind").into(), complement: row.list("complement"), local })
}

fn unit(row: &Row<'_, '_>) -> Result<Unit, Error> {
    let power = match row.get("power") {
        "" => 0,
        power => power.parse().map_err(|_| row.error(format!("{power:?} is no power of ten")))?,
    };
    Ok(Unit {
        canonical: row.required("canonical")?,
        class: row.required("class")?,
        power,
        code: row.get("code").into(),
        dimension: row.get("dimension").into(),
    })
}

fn case(row: &Row<'_, '_>) -> Result<Option<Case>, Error> {
    Ok(Some(match row.get("case") {
        "" => return Ok(None),
        "any" => Case::Any,
        "first" => Case::First,
        "title" => Case::Title,
        "exact" => Case::Exact,
        "unmatched" => Case::Unmatched,
        other => {
            let known = "any, first, title, exact or unmatched";
            return Err(row.error(format!("case is {known}, not {other:?}")));
        }
    }))
}

fn day(row: &Row<'_, '_>, column: &'static str) -> Result<Option<Day>, Error> {
    let text = row.get(column);
    if text.is_empty() {
        return Ok(None);
    }
    let no_date =
        || row.error(format!("{column}: {text:?} is no date (2025, 2025-03, 2025-03-01)"));
    Day::parse(text).map(Some).ok_or_else(no_date)
}

fn period(row: &Row<'_, '_>) -> Result<Period, Error> {
    let period = Period { from: day(row, "from")?, to: day(row, "to")? };
    if let (Some(from), Some(to)) = (period.from, period.to)
        && from.earliest() > to.latest()
    {
        return Err(row.error("it ends before it begins".to_owned()));
    }
    Ok(period)
}
