//! What the gazetteer says of words that name no entity.

use nghisu_document::layers::EntityId;
use serde::{Deserialize, Serialize};

/// A title: of an office (`Bộ trưởng`), a rank (`Đại tướng`), a degree (`PGS.TS`), an honorific (`đồng chí`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Title {
    /// The canonical form: `Trưởng ban Tổ chức Trung ương`.
    pub title: Box<str>,
    /// The bare title where the form names its organization too (`Trưởng ban`); else the same as `title`.
    pub head: Box<str>,
    /// `title`, `rank`, `academic`, `honorific`, `modifier` (nguyên, quyền), `member`, `deputy`, `occupation`.
    pub class: Box<str>,
    /// Whether an organization or place follows.
    pub takes_org: Takes,
    /// What may follow: `ministry`, `place`, `company`, `committee`, `any` …
    pub argument: Vec<Box<str>>,
    /// The one organization that has this office (`Thủ tướng`: the government).
    #[serde(with = "optional_id")]
    pub organization: Option<EntityId>,
}

/// Whether a title takes a complement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Takes {
    /// Always: `Giám đốc Sở Y tế`.
    Yes,
    /// It may stand alone: `Thủ tướng`.
    Optional,
    /// Never: `Đại tá`.
    No,
}

/// A word that begins the name of an organization: `Bộ`, `Sở`, `UBND`, `Công ty`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrgHead {
    /// The canonical form: `Ủy ban nhân dân`.
    pub head: Box<str>,
    /// `ministry`, `department`, `peoples_committee`, `company` …
    pub kind: Box<str>,
    /// What follows: `domain` (Y tế), `place`, `name` (Hòa Phát), `organization`, `matter` (về …), `level` (cấp tỉnh) …
    pub complement: Vec<Box<str>>,
    /// How a province names its own body with this head.
    pub local: Local,
}

/// How a province names a body of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Local {
    /// Provinces have no such body by rule.
    No,
    /// `Ủy ban nhân dân tỉnh Long An`
    WithType,
    /// `Đài Phát thanh và Truyền hình Long An`
    Bare,
    /// Provinces only: `Tỉnh ủy Long An`
    BareProvince,
    /// Centrally-run cities only: `Thành ủy Hà Nội`
    BareCity,
}

/// A word that says what a place is: `tỉnh`, `TP.`, `sông`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PlaceType {
    /// The canonical form: `thành phố`.
    pub form: Box<str>,
    /// The kinds of places it stands before: `central_city`, `city` …
    pub kinds: Vec<Box<str>>,
    /// The levels of administration: `province`, `district`, `commune`; or `nature`, `facility`, `street` …
    pub levels: Vec<Box<str>>,
}

/// A part of personal names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NamePart {
    /// The form: `Nguyễn`.
    pub form: Box<str>,
    /// `surname`, `middle_name`, `given_name`.
    pub class: Box<str>,
    /// How many of 1,248 modern names had it in this part; 0 where it was not counted.
    pub count: u32,
}

/// A unit of measure, a currency, a magnitude word, a counted noun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Unit {
    /// The canonical form: `km`, `Mbps`, `tỷ`.
    pub canonical: Box<str>,
    /// `unit`, `currency`, `magnitude`, `duration_unit`, `counter`.
    pub class: Box<str>,
    /// A magnitude's power of ten (tỷ: 9); 0 for the others.
    pub power: u8,
    /// A currency's ISO 4217 code, a duration's ISO 8601 letter (`Y`, `M`, `W`, `D`, `TH`, `TM`, `TS`); else empty.
    pub code: Box<str>,
    /// What is measured: `length`, `area`, `data_rate` …; else empty.
    pub dimension: Box<str>,
}

/// A kind of legal document and its code: `Nghị định`, `NĐ`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DocumentType {
    /// `Nghị định`
    pub name: Box<str>,
    /// `NĐ`; empty where it has none.
    pub code: Box<str>,
}

/// The code of an issuing body in a document number: `QĐ-TTg`, `TT-BTC`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Issuer {
    /// `BTC`
    pub code: Box<str>,
    /// Its name: `Bộ Tài chính`.
    pub name: Box<str>,
    /// The body, where it is one of the gazetteer's.
    #[serde(with = "optional_id")]
    pub organization: Option<EntityId>,
}

/// An abbreviation of common words: `KCB`, `CNTT`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Abbreviation {
    /// As written.
    pub form: Box<str>,
    /// What it most often stands for.
    pub expansion: Box<str>,
    /// `digital`, `economy` …
    pub domain: Box<str>,
}

/// A word that a rule hangs on: `chủ trì`, `nhấn mạnh`, `khoảng`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Cue {
    /// The form: `phát biểu chỉ đạo`.
    pub form: Box<str>,
    /// `chair_verb`, `speech_verb`, `bound` …
    pub class: Box<str>,
    /// What the class says of it: the act of a verb, the bound of a word, the number of a month; or empty.
    pub value: Box<str>,
}

pub(crate) mod optional_id {
    use nghisu_document::layers::EntityId;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(
        id: &Option<EntityId>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        id.map(|EntityId(n)| n).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<EntityId>, D::Error> {
        Ok(Option::<u32>::deserialize(from)?.map(EntityId))
    }
}
