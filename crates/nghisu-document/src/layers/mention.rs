use super::{DateValue, Decimal, EntityId, Length, PartialDate, TokenRange};
use nghisu_text::NormSpan;
use rustc_hash::FxHashMap;

/// A mention's place in `Layers::mentions`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionId(pub u32);

/// The name of what made a mention or an event: a rule of the rule files or a recognizer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub u16);

/// The names behind [`RuleId`]s; filled while the pipeline is built, frozen after.
#[derive(Debug, Clone, Default)]
pub struct RuleNames {
    names: Vec<String>,
    ids: FxHashMap<String, RuleId>,
}

impl RuleNames {
    /// The id of a name; the same name has one id.
    pub fn intern(&mut self, name: &str) -> RuleId {
        if let Some(&id) = self.ids.get(name) {
            return id;
        }
        let id = RuleId(self.names.len() as u16);
        self.names.push(name.to_owned());
        self.ids.insert(name.to_owned(), id);
        id
    }

    /// The name of an id; empty for an id of another table.
    pub fn name(&self, id: RuleId) -> &str {
        self.names.get(usize::from(id.0)).map_or("", String::as_str)
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The id of a name that is already known.
    pub fn get(&self, name: &str) -> Option<RuleId> {
        self.ids.get(name).copied()
    }
}

/// Something the text names or counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mention {
    /// Bytes of the normalized text.
    pub span: NormSpan,
    /// The tokens of the span.
    pub tokens: TokenRange,
    /// What it is.
    pub data: MentionData,
    /// The canonical name.
    pub norm: Norm,
    /// What was used where the words alone do not say it.
    pub inferred_from: Option<InferredFrom>,
    /// What made it.
    pub rule: RuleId,
    /// How sure, in percent: 0 to 100.
    pub confidence: u8,
}

/// The types of mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)] // the output contract documents each under the same name
pub enum MentionKind {
    Person,
    Role,
    Organization,
    Place,
    LegalDocument,
    Program,
    Percent,
    Ratio,
    Quantity,
    Money,
    Multiplier,
    Ordinal,
    Date,
    Time,
    Duration,
}

impl MentionKind {
    /// Every type, in the order of the output contract.
    pub const ALL: [Self; 15] = [
        Self::Person,
        Self::Role,
        Self::Organization,
        Self::Place,
        Self::LegalDocument,
        Self::Program,
        Self::Percent,
        Self::Ratio,
        Self::Quantity,
        Self::Money,
        Self::Multiplier,
        Self::Ordinal,
        Self::Date,
        Self::Time,
        Self::Duration,
    ];

    /// The word of the output contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Role => "role",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::LegalDocument => "legal_document",
            Self::Program => "program",
            Self::Percent => "percent",
            Self::Ratio => "ratio",
            Self::Quantity => "quantity",
            Self::Money => "money",
            Self::Multiplier => "multiplier",
            Self::Ordinal => "ordinal",
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
        }
    }

    /// Whether it names something, rather than counting or dating it.
    pub fn is_name(self) -> bool {
        self <= Self::Program
    }
}

/// What each type of mention carries.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MentionData {
    /// A person's name. Its roles are the role mentions whose holder it is.
    Person {
        /// Who it is, where the knowledge base knows.
        entity: Option<EntityId>,
    },
    /// A title with its organization.
    Role {
        /// The tokens of the title alone: `Phó Chủ tịch`.
        title: TokenRange,
        /// An office, or a rank (`Đại tướng`), or an academic title (`GS.TS`).
        kind: RoleKind,
        /// The organization's mention.
        organization: Option<MentionId>,
        /// Who holds it here.
        holder: Option<Holder>,
        /// `các Phó Thủ tướng`.
        plural: bool,
    },
    /// A named body.
    Organization {
        /// Which, where the knowledge base knows.
        entity: Option<EntityId>,
        /// A word of the gazetteer for its kind: `bộ`, `ủy ban nhân dân` …
        kind: Option<&'static str>,
        /// `UBND các tỉnh`.
        plural: bool,
    },
    /// A place.
    Place {
        /// Which, where the knowledge base knows.
        entity: Option<EntityId>,
        /// `country`, `province`, `district`, `commune`, `region`, `facility` …
        kind: Option<&'static str>,
    },
    /// A legal document.
    LegalDocument {
        /// `Quyết định`, `Nghị định` …: the tokens that say so.
        doc_type: Option<TokenRange>,
        /// `942/QĐ-TTg`.
        number: Option<NormSpan>,
        /// Who issued it, where the code or the text says.
        issuer: Option<EntityId>,
        /// Its date, where one stands beside it.
        date: Option<PartialDate>,
        /// The name of a named law: `Luật Giao dịch điện tử`.
        name: Option<NormSpan>,
    },
    /// A named programme, project or strategy.
    Program {
        /// Which, where the knowledge base knows.
        entity: Option<EntityId>,
    },
    /// `89,35%`
    Percent(Amount),
    /// `19/22`
    Ratio {
        /// 19
        numerator: Decimal,
        /// 22
        denominator: Decimal,
        /// The words for what is counted.
        unit: Option<NormSpan>,
    },
    /// `11,5 triệu`, `71,79 Mbps`
    Quantity(Amount),
    /// `2,5 tỷ USD`
    Money {
        /// How much.
        amount: Amount,
        /// ISO 4217.
        currency: &'static str,
    },
    /// `1,6 lần`, `gấp đôi`
    Multiplier(Amount),
    /// `thứ ba`
    Ordinal(Decimal),
    /// `Sáng ngày 19/7/2024`
    Date(DateValue),
    /// `13:42`, in minutes from midnight
    Time(u16),
    /// `92 ngày đêm`
    Duration(Length),
}

impl MentionData {
    /// The type.
    pub fn kind(&self) -> MentionKind {
        match self {
            Self::Person { .. } => MentionKind::Person,
            Self::Role { .. } => MentionKind::Role,
            Self::Organization { .. } => MentionKind::Organization,
            Self::Place { .. } => MentionKind::Place,
            Self::LegalDocument { .. } => MentionKind::LegalDocument,
            Self::Program { .. } => MentionKind::Program,
            Self::Percent(_) => MentionKind::Percent,
            Self::Ratio { .. } => MentionKind::Ratio,
            Self::Quantity(_) => MentionKind::Quantity,
            Self::Money { .. } => MentionKind::Money,
            Self::Multiplier(_) => MentionKind::Multiplier,
            Self::Ordinal(_) => MentionKind::Ordinal,
            Self::Date(_) => MentionKind::Date,
            Self::Time(_) => MentionKind::Time,
            Self::Duration(_) => MentionKind::Duration,
        }
    }

    /// The entity of the knowledge base, where there is one.
    pub fn entity(&self) -> Option<EntityId> {
        match *self {
            Self::Person { entity }
            | Self::Organization { entity, .. }
            | Self::Place { entity, .. }
            | Self::Program { entity } => entity,
            _ => None,
        }
    }
}

/// A figure: its exact value, what bounds it, what it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    /// The value; of a range, the lower end.
    pub value: Decimal,
    /// The upper end of a range.
    pub value_to: Option<Decimal>,
    /// trên, dưới, ít nhất …
    pub bound: Option<Bound>,
    /// khoảng, gần, hàng …
    pub approx: bool,
    /// The words of the unit or of what is counted.
    pub unit: Option<NormSpan>,
}

impl Amount {
    /// A plain figure.
    pub fn plain(value: Decimal) -> Self {
        Self { value, value_to: None, bound: None, approx: false, unit: None }
    }
}

/// On which side of a figure the truth lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// trên, hơn, vượt
    Above,
    /// tối thiểu, ít nhất, từ … trở lên
    AtLeast,
    /// dưới, gần
    Below,
    /// tối đa, không quá
    AtMost,
}

impl Bound {
    /// The code of the output contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Above => "gt",
            Self::AtLeast => "gte",
            Self::Below => "lt",
            Self::AtMost => "lte",
        }
    }
}

/// What kind of title a role is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoleKind {
    /// An office: `Bộ trưởng`.
    Office,
    /// A military or police rank: `Đại tướng`.
    Rank,
    /// An academic title or degree: `GS.TS`.
    Academic,
}

/// Who holds a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holder {
    /// The person named beside the title.
    Mention(MentionId),
    /// Whom the article or the knowledge base gives.
    Entity(EntityId),
}

/// The canonical name of what is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Norm {
    /// None: figures and dates.
    None,
    /// As it is written.
    Written,
    /// As the knowledge base has it.
    Entity,
    /// As it is written elsewhere in the text.
    Span(NormSpan),
    /// Made of parts; bytes of `Layers::made`.
    Made(u32, u32),
}

/// What was used to fill in what the words alone do not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InferredFrom {
    /// Words elsewhere in the text.
    Span(NormSpan),
    /// The article's date.
    Published,
    /// The title that stands beside the text.
    Title,
    /// The knowledge base: who held the office on the day.
    Knowledge,
}
