//! The words that recognizers go by, resolved once.

use crate::chart::Sorts;
pub(crate) use crate::marks::Marks;
use crate::view::View;
use nghisu_document::layers::{ClassId, Hit, RuleId, RuleNames, Vocabulary, WordId};
use nghisu_knowledge::{EntityKind, Gazetteer, class};
use rustc_hash::FxHashSet;

/// Classes of the gazetteer beyond the fixed ones.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Classes {
    pub(crate) rank: ClassId,
    pub(crate) academic: ClassId,
    pub(crate) honorific: ClassId,
    pub(crate) modifier: ClassId,
    pub(crate) member: ClassId,
    pub(crate) deputy: ClassId,
    pub(crate) occupation: ClassId,
    pub(crate) term: ClassId,
    pub(crate) name_stop: ClassId,
    /// Compounds whose second half is a type of place: `yêu cầu`, `trong nước`.
    pub(crate) name_half: ClassId,
    /// What stands before a body's proper name: `báo`, `hãng hàng không`.
    pub(crate) body_noun: ClassId,
    pub(crate) stops: [ClassId; 6],
}

/// The names of what the recognizers do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules {
    pub(crate) person_known: RuleId,
    pub(crate) person_form: RuleId,
    pub(crate) person_titled: RuleId,
    pub(crate) person_credit: RuleId,
    pub(crate) person_again: RuleId,
    pub(crate) role_title: RuleId,
    pub(crate) role_rank: RuleId,
    pub(crate) role_bare: RuleId,
    pub(crate) organization_known: RuleId,
    pub(crate) organization_grown: RuleId,
    pub(crate) organization_short: RuleId,
    pub(crate) organization_press: RuleId,
    pub(crate) organization_listed: RuleId,
    pub(crate) place_known: RuleId,
    pub(crate) place_typed: RuleId,
    pub(crate) place_address: RuleId,
    pub(crate) place_abroad: RuleId,
    pub(crate) program_known: RuleId,
    pub(crate) program_grown: RuleId,
    pub(crate) law_known: RuleId,
    pub(crate) law_named: RuleId,
}

/// Words of bodies that are many: `các tỉnh, thành phố trực thuộc Trung ương`.
#[derive(Debug)]
pub(crate) struct Collective {
    pub(crate) many: Vec<WordId>,
    members: Vec<Vec<WordId>>,
    pub(crate) under: (WordId, WordId),
    pub(crate) centre: (WordId, WordId),
}

impl Collective {
    fn new(marks: &mut MarkTable<'_>) -> Self {
        let mut words = |list: &[&str]| list.iter().map(|w| marks.word(w)).collect::<Vec<_>>();
        let many = words(&["các", "một", "số", "những", "nhiều", "cấp"]);
        let members = [
            "tỉnh",
            "thành phố",
            "huyện",
            "xã",
            "phường",
            "quận",
            "thị xã",
            "thị trấn",
            "bộ",
            "ngành",
            "địa phương",
            "cơ quan ngang bộ",
            "cơ quan",
            "đơn vị",
            "sở",
            "tp",
            "đoàn thể",
        ];
        let members = members.iter().map(|m| words(&m.split(' ').collect::<Vec<_>>())).collect();
        let under = (marks.word("trực"), marks.word("thuộc"));
        let centre = (marks.word("trung"), marks.word("ương"));
        Self { many, members, under, centre }
    }

    /// How many tokens the member of a collective at a token has; 0 for none.
    pub(crate) fn member(&self, view: &View<'_>, at: u32) -> u32 {
        let fits =
            |words: &&Vec<WordId>| words.iter().zip(at..).all(|(&w, at)| view.word(at) == Some(w));
        let longest = self.members.iter().filter(fits).map(Vec::len).max();
        longest.unwrap_or(0) as u32
    }
}

/// Words of programmes.
#[derive(Debug)]
pub(crate) struct Programs {
    heads: Vec<Vec<WordId>>,
    projects: usize,
    pub(crate) years: Vec<WordId>,
}

impl Programs {
    fn new(marks: &mut MarkTable<'_>) -> Self {
        let mut words = |text: &str| text.split(' ').map(|w| marks.word(w)).collect::<Vec<_>>();
        // The first ones may be named by a number: `Đề án 06`.
        let heads = [
            "đề án",
            "chương trình mục tiêu quốc gia",
            "chương trình quốc gia",
            "chiến lược",
            "chiến lược quốc gia",
            "chương trình chuyển đổi số",
            "chương trình tổng thể",
            "chương trình mtqg",
        ];
        let heads = heads.iter().map(|h| words(h)).collect();
        let years = words("giai đoạn đến từ năm tầm nhìn định hướng");
        Self { heads, projects: 1, years }
    }

    /// The token after the longest head that begins at a token.
    pub(crate) fn head(&self, view: &View<'_>, at: u32) -> Option<u32> {
        let first = view.word(at)?;
        let fits = |head: &&Vec<WordId>| {
            head.first() == Some(&first)
                && head.iter().zip(at..).all(|(&w, at)| view.word(at) == Some(w))
        };
        self.heads.iter().filter(fits).map(Vec::len).max().map(|len| at + len as u32)
    }

    /// Whether the head is one that a number names.
    pub(crate) fn is_project(&self, _: &Lexis, view: &View<'_>, at: u32) -> bool {
        let heads = self.heads.get(..self.projects).unwrap_or_default();
        heads.iter().any(|h| h.iter().zip(at..).all(|(&w, at)| view.word(at) == Some(w)))
    }
}

/// The gazetteer with what the stage derives of it.
#[derive(Debug)]
pub(crate) struct Lexis {
    pub(crate) gazetteer: Gazetteer,
    /// By the number of a class.
    sorts: Vec<Sorts>,
    pub(crate) classes: Classes,
    pub(crate) rules: Rules,
    marks: Vec<Marks>,
    collective: Collective,
    pub(crate) programs: Programs,
    /// `sửa đổi`
    pub(crate) amended: [WordId; 2],
    /// The words of `sửa đổi, bổ sung và bãi bỏ một số điều, khoản của`.
    pub(crate) amending: Vec<WordId>,
    /// The words of `có quy định liên quan đến`.
    pub(crate) related: Vec<WordId>,
    /// `tự` of `tự do`
    pub(crate) free: WordId,
    /// `đoàn`
    pub(crate) league: WordId,
    /// `bộ`, `sở`: heads of lists that leave them out.
    heads: [WordId; 2],
    at: WordId,
    /// Pairs of neighbouring words in known names of bodies, laws and programmes.
    pairs: FxHashSet<(WordId, WordId)>,
}

/// Of how many bearers among 1,248 counted names a surname is trusted without other evidence.
const SURE: u32 = 12;

/// Of how many bearers a given name is common.
const COMMON: u32 = 15;

/// Surnames that are frequent and also begin ordinary names (Hà Nội, Hồ Gươm, Đoàn Thanh niên).
const DOUBTFUL: [&str; 16] = [
    "hà", "hồ", "đoàn", "cao", "mai", "an", "thái", "lâm", "dương", "đào", "quách", "trung",
    "tăng", "châu", "đại", "kim",
];

/// Surnames of the south, of women and of the north that the count of names undervalues.
const UNCOUNTED: [&str; 12] =
    ["võ", "huỳnh", "lê", "lý", "lương", "phùng", "trịnh", "đặng", "tạ", "tô", "vương", "nghiêm"];

const NO_CLASS: ClassId = ClassId(u16::MAX);

impl Lexis {
    pub(crate) fn new(
        vocabulary: &mut Vocabulary,
        gazetteer: &Gazetteer,
        names: &mut RuleNames,
    ) -> Self {
        let mut marks = MarkTable { vocabulary, marks: Vec::new(), key: String::new() };
        marks.add(Marks::COMMA, &[","]);
        marks.add(Marks::AND, &["và", "&"]);
        marks.add(Marks::DASH, &["-", "–", "—"]);
        marks.add(Marks::ABOUT, &["về"]);
        marks.add(Marks::OF, &["của"]);
        marks.add(Marks::YEAR, &["năm"]);
        marks.add(Marks::NUMBER_SIGN, &["số"]);
        marks.add(Marks::SLASH, &["/"]);
        marks.add(Marks::COLON, &[":"]);
        marks.add(
            Marks::OPENING,
            &["\"", "“", "”", "'", "‘", "’", "(", "[", "-", "–", "—", "+", "*", "•", ":", "«"],
        );
        marks.add(Marks::MANY, &["các", "những", "nhiều", "một", "hai", "ba"]);
        marks.add(
            Marks::LOCATIVE,
            &[
                "tại", "ở", "nước", "từ", "sang", "thăm", "đến", "giữa", "với", "tới", "tỉnh",
                "phố", "huyện", "của", "vùng", "về", "thổ", "bạn", "phía",
            ],
        );
        marks.add(Marks::LEVEL, &["tỉnh", "huyện", "xã", "phường", "quận"]);
        marks.add(Marks::PAIRS, &["phòng", "khám", "sáp", "quản", "nông", "thanh", "trao", "giáo"]);
        marks.add(Marks::CLOSING, &[")"]);
        let stems = ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"];
        marks.add(Marks::STEM, &stems);
        let branches = [
            "tý", "sửu", "dần", "mão", "thìn", "tỵ", "tị", "ngọ", "mùi", "thân", "dậu", "tuất",
            "hợi",
        ];
        marks.add(Marks::BRANCH, &branches);
        marks.add(Marks::PROVINCIAL, &["tỉnh", "thành"]);
        marks.add(Marks::STANDING, &["thường"]);
        marks.add(Marks::CHIEF, &["tướng", "tịch", "thư", "nhiệm"]);
        marks.add(Marks::HEAD_OF, &["trưởng", "chánh"]);
        marks.add(Marks::BRACKET, &["("]);
        marks.add(Marks::BETWEEN, &["giữa"]);
        marks.add(Marks::WHERE, &["tại", "ở"]);
        marks.add(Marks::TERM, &["khóa"]);
        marks.add(Marks::SPEECH, &["tiếng", "ngữ", "chữ"]);
        marks.add(Marks::ADDRESS, &["sở", "chỉ"]);
        marks.add(Marks::CREDIT, &["ảnh", "nguồn", "clip", "video", "photo", "họa"]);
        let classes = Classes::new(gazetteer);
        let collective = Collective::new(&mut marks);
        let programs = Programs::new(&mut marks);
        let amended = [marks.word("sửa"), marks.word("đổi")];
        let amending = "sửa đổi bổ sung và bãi bỏ một số điều khoản của các";
        let amending = amending.split(' ').map(|w| marks.word(w)).collect();
        let related = "có quy định liên quan đến".split(' ').map(|w| marks.word(w)).collect();
        let free = marks.word("tự");
        let league = marks.word("đoàn");
        let heads = [marks.word("bộ"), marks.word("sở")];
        let at = marks.word("tại");
        let mut pairs = FxHashSet::default();
        for (_, entity) in gazetteer.knowledge.entities() {
            if matches!(entity.kind, EntityKind::Person | EntityKind::Place) {
                continue;
            }
            for state in &entity.states {
                let mut last = None;
                for piece in state.canonical.split([' ', ',', '-']).filter(|p| !p.is_empty()) {
                    let word = marks.word(piece);
                    if let Some(last) = last.replace(word) {
                        pairs.insert((last, word));
                    }
                }
            }
        }
        marks.name_parts(gazetteer);
        marks.add(Marks::SURE_SURNAME, &UNCOUNTED);
        let marks = marks.marks;
        let rules = Rules::new(names);
        Self {
            sorts: sorts(gazetteer, &classes),
            gazetteer: gazetteer.clone(),
            classes,
            rules,
            marks,
            collective,
            programs,
            amended,
            amending,
            related,
            free,
            league,
            heads,
            at,
            pairs,
        }
    }

    #[inline]
    pub(crate) fn has(&self, word: WordId, marks: Marks) -> bool {
        self.marks.get(word.0 as usize).is_some_and(|m| m.intersects(marks))
    }

    /// What sort of name a class is.
    #[inline]
    pub(crate) fn sort(&self, class: ClassId) -> Sorts {
        self.sorts.get(usize::from(class.0)).copied().unwrap_or(Sorts::OTHER)
    }

    /// `tại`
    pub(crate) fn is_at(&self, word: WordId) -> bool {
        word == self.at
    }

    pub(crate) fn collective(&self) -> &Collective {
        &self.collective
    }

    /// Whether a word heads lists of bodies: `các bộ`, `các sở`.
    pub(crate) fn heads_list(&self, word: WordId) -> bool {
        self.heads.contains(&word)
    }

    /// `bộ`
    pub(crate) fn is_ministry(&self, word: WordId) -> bool {
        self.heads.first() == Some(&word)
    }

    /// Whether two words stand side by side in a known name.
    pub(crate) fn is_pair(&self, first: WordId, second: WordId) -> bool {
        self.pairs.contains(&(first, second))
    }

    /// Whether a hit is a title of any sort that a person's name can follow.
    pub(crate) fn is_title(&self, hit: Hit) -> bool {
        let c = &self.classes;
        hit.class == class::TITLE || [c.rank, c.academic, c.deputy, c.member].contains(&hit.class)
    }
}

/// The sort of each class, by its number.
fn sorts(gazetteer: &Gazetteer, c: &Classes) -> Vec<Sorts> {
    let sort = |id: ClassId| match id {
        class::PLACE | class::PLACE_TYPE => Sorts::PLACE,
        class::ORGANIZATION | class::ORG_HEAD => Sorts::ORGANIZATION,
        class::PROGRAM => Sorts::PROGRAM,
        class::TITLE => Sorts::ROLE,
        class::DOCUMENT | class::DOCUMENT_TYPE => Sorts::DOCUMENT,
        _ if [c.deputy, c.member, c.rank, c.academic, c.modifier].contains(&id) => Sorts::ROLE,
        _ if [c.honorific, c.occupation].contains(&id) => Sorts::ADDRESS,
        _ => Sorts::OTHER,
    };
    gazetteer.classes().map(|(id, _)| sort(id)).collect()
}

impl Classes {
    fn new(gazetteer: &Gazetteer) -> Self {
        let class = |name| gazetteer.class(name).unwrap_or(NO_CLASS);
        Self {
            rank: class("rank"),
            academic: class("academic"),
            honorific: class("honorific"),
            modifier: class("modifier"),
            member: class("member"),
            deputy: class("deputy"),
            occupation: class("occupation"),
            term: class("term"),
            name_stop: class("name_stop"),
            name_half: class("name_half"),
            body_noun: class("body_noun"),
            stops: [
                class("speech_verb"),
                class("attend_verb"),
                class("hold_verb"),
                class("aspect"),
                class("passive"),
                class("negation"),
            ],
        }
    }
}

impl Rules {
    fn new(names: &mut RuleNames) -> Self {
        let mut rule = |name| names.intern(name);
        Self {
            person_known: rule("person.known"),
            person_form: rule("person.form"),
            person_titled: rule("person.titled"),
            person_credit: rule("person.credit"),
            person_again: rule("person.again"),
            role_title: rule("role.title"),
            role_rank: rule("role.rank"),
            role_bare: rule("role.bare"),
            organization_known: rule("organization.known"),
            organization_grown: rule("organization.grown"),
            organization_short: rule("organization.short"),
            organization_press: rule("organization.press"),
            organization_listed: rule("organization.listed"),
            place_known: rule("place.known"),
            place_typed: rule("place.typed"),
            place_address: rule("place.address"),
            place_abroad: rule("place.abroad"),
            program_known: rule("program.known"),
            program_grown: rule("program.grown"),
            law_known: rule("legal_document.known"),
            law_named: rule("legal_document.named"),
        }
    }
}

struct MarkTable<'v> {
    vocabulary: &'v mut Vocabulary,
    marks: Vec<Marks>,
    key: String,
}

impl MarkTable<'_> {
    fn word(&mut self, word: &str) -> WordId {
        nghisu_text::word_key(word, &mut self.key);
        self.vocabulary.add(&self.key)
    }

    fn add(&mut self, marks: Marks, words: &[&str]) {
        for word in words {
            let id = self.word(word).0 as usize;
            if self.marks.len() <= id {
                self.marks.resize(id + 1, Marks::empty());
            }
            if let Some(slot) = self.marks.get_mut(id) {
                *slot |= marks;
            }
        }
    }

    fn name_parts(&mut self, gazetteer: &Gazetteer) {
        for part in gazetteer.name_parts() {
            if part.form.contains(' ') {
                continue;
            }
            nghisu_text::word_key(&part.form, &mut self.key);
            let sure = part.count >= SURE && !DOUBTFUL.contains(&&*self.key);
            let marks = match &*part.class {
                "surname" if sure => Marks::SURNAME | Marks::SURE_SURNAME,
                "surname" => Marks::SURNAME,
                "middle_name" => Marks::MIDDLE,
                "foreign_given_name" => Marks::FOREIGN_GIVEN,
                _ if part.count >= COMMON => Marks::GIVEN | Marks::COMMON_GIVEN,
                _ => Marks::GIVEN,
            };
            self.add(marks, &[&part.form]);
        }
    }
}
