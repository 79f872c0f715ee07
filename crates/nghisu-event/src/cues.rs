//! The cue words that events hang on: which class a gazetteer hit is of, and what it says.

use bitflags::bitflags;
use nghisu_document::layers::{ClassId, Hit, Layers, TokenRange};
use nghisu_knowledge::Gazetteer;

bitflags! {
    /// Classes of cue words; a token carries those of the hits that begin at it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub(crate) struct Tag: u64 {
        const SPEECH = 1;
        const DIRECTIVE = 1 << 1;
        const CHAIR = 1 << 2;
        const ATTEND = 1 << 3;
        const ORGANIZE = 1 << 4;
        const HOLD = 1 << 5;
        const MEETING = 1 << 6;
        const MODE = 1 << 7;
        const SITE = 1 << 8;
        const REPORT = 1 << 9;
        const OBLIGATION = 1 << 10;
        const LEGAL = 1 << 11;
        const APPOINT = 1 << 12;
        const STATUS = 1 << 13;
        const DIRECTION = 1 << 14;
        const BOUND = 1 << 15;
        const APPROX = 1 << 16;
        const BASELINE = 1 << 17;
        const ASPECT = 1 << 18;
        const NEGATION = 1 << 19;
        const PLURAL = 1 << 20;
        const REPRESENT = 1 << 21;
        const RANK = 1 << 22;
        const INDICATOR = 1 << 23;
        const SHARE = 1 << 24;
        const DOCUMENT = 1 << 25;
        const WEAK_SPEECH = 1 << 26;
        const IMPERATIVE = 1 << 27;
        const COLLECTIVE = 1 << 28;
        const LIGHT_VERB = 1 << 29;
        const MEET_VERB = 1 << 30;
        const NO_FIGURE = 1 << 31;
        const PLAIN_SPEAKER = 1 << 32;
        const ACTION_VERB = 1 << 33;
        const BACKGROUND = 1 << 34;
        const NUMBERED = 1 << 35;
        const TITLE = 1 << 36;
        const TOLD = 1 << 37;
        const PRONOUN = 1 << 38;
        const SPEAKER_NOUN = 1 << 39;
        const PAPER = 1 << 40;
    }
}

/// The gazetteer's names of the classes.
const CLASSES: [(&str, Tag); 41] = [
    ("speech_verb", Tag::SPEECH),
    ("directive_verb", Tag::DIRECTIVE),
    ("chair_verb", Tag::CHAIR),
    ("attend_verb", Tag::ATTEND),
    ("organize_verb", Tag::ORGANIZE),
    ("hold_verb", Tag::HOLD),
    ("meeting_kind", Tag::MEETING),
    ("mode", Tag::MODE),
    ("site", Tag::SITE),
    ("report_noun", Tag::REPORT),
    ("obligation", Tag::OBLIGATION),
    ("legal_act_verb", Tag::LEGAL),
    ("appointment_verb", Tag::APPOINT),
    ("status", Tag::STATUS),
    ("direction", Tag::DIRECTION),
    ("bound", Tag::BOUND),
    ("approximation", Tag::APPROX),
    ("baseline", Tag::BASELINE),
    ("aspect", Tag::ASPECT),
    ("negation", Tag::NEGATION),
    ("plural", Tag::PLURAL),
    ("represent", Tag::REPRESENT),
    ("rank_verb", Tag::RANK),
    ("indicator", Tag::INDICATOR),
    ("share", Tag::SHARE),
    ("document_type", Tag::DOCUMENT),
    ("weak_speech_verb", Tag::WEAK_SPEECH),
    ("imperative_verb", Tag::IMPERATIVE),
    ("collective_noun", Tag::COLLECTIVE),
    ("light_verb", Tag::LIGHT_VERB),
    ("meet_verb", Tag::MEET_VERB),
    ("no_figure_noun", Tag::NO_FIGURE),
    ("plain_speaker", Tag::PLAIN_SPEAKER),
    ("action_verb", Tag::ACTION_VERB),
    ("background", Tag::BACKGROUND),
    ("numbered_noun", Tag::NUMBERED),
    ("title", Tag::TITLE),
    ("told_verb", Tag::TOLD),
    ("pronoun", Tag::PRONOUN),
    ("speaker_noun", Tag::SPEAKER_NOUN),
    ("paper_noun", Tag::PAPER),
];

/// A cue word in the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CueHit {
    pub(crate) tokens: TokenRange,
    /// What its class says of it, see [`code`].
    pub(crate) code: u8,
}

/// The classes and codes of the gazetteer's cue words.
#[derive(Debug)]
pub(crate) struct Cues {
    tags: Vec<Tag>,
    codes: Vec<u8>,
}

impl Cues {
    pub(crate) fn new(gazetteer: &Gazetteer) -> Self {
        let tags = gazetteer
            .classes()
            .map(|(_, name)| {
                CLASSES.iter().find(|(n, _)| *n == name).map_or(Tag::empty(), |(_, tag)| *tag)
            })
            .collect();
        let codes = gazetteer.cues().map(|(_, cue)| code(&cue.class, &cue.value)).collect();
        Self { tags, codes }
    }

    pub(crate) fn tag(&self, class: ClassId) -> Tag {
        self.tags.get(usize::from(class.0)).copied().unwrap_or_default()
    }

    /// Marks each token with the classes of the hits that begin at it.
    pub(crate) fn mark(&self, layers: &Layers, tags: &mut Vec<Tag>) {
        tags.clear();
        tags.resize(layers.tokens.len(), Tag::empty());
        for hit in layers.hits.all() {
            if let Some(slot) = tags.get_mut(hit.tokens.start as usize) {
                slot.insert(self.tag(hit.class));
            }
        }
    }

    /// The longest cue word of a class at a token.
    pub(crate) fn at(&self, layers: &Layers, token: u32, tag: Tag) -> Option<CueHit> {
        let of = |hit: &&Hit| tag.intersects(self.tag(hit.class));
        let hit = layers.hits.at(token).iter().find(of)?;
        let code = if self.tag(hit.class) == Tag::DOCUMENT {
            0
        } else {
            self.codes.get(hit.entry as usize).copied().unwrap_or_default()
        };
        Some(CueHit { tokens: hit.tokens, code })
    }
}

/// What a cue's value means, as a number: the place of the word in its class's list, or for a
/// meeting's kind how many words of the form say the kind.
fn code(class: &str, value: &str) -> u8 {
    let place = |words: &[&str]| words.iter().position(|w| *w == value).unwrap_or(0) as u8;
    match class {
        "speech_verb" | "directive_verb" => place(&[
            "emphasis",
            "assessment",
            "request",
            "announcement",
            "warning",
            "thanks",
            "report",
            "praise",
            "proposal",
        ]),
        "meeting_kind" => value.split_whitespace().count() as u8,
        "chair_verb" => place(&["chair", "co-chair"]),
        "mode" => place(&["online", "in_person", "hybrid"]),
        "legal_act_verb" => place(&["issue", "sign", "approve", "amend", "submit", "effective"]),
        "appointment_verb" => place(&["appoint", "dismiss", "hold"]),
        "status" => place(&["actual", "target", "estimate"]),
        "direction" => place(&["up", "down", "flat"]),
        "pronoun" => place(&["any", "man", "woman"]),
        "bound" => place(&["gt", "gte", "lt", "lte"]),
        _ => 0,
    }
}
