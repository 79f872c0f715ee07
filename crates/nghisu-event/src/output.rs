//! What is being written, and what one sentence leaves to the next.

use nghisu_document::layers::{Event, Filler, Layers, Participant, Statistic};
use nghisu_text::NormSpan;

/// The events of an article with the pools of their lists, taken from the layers while they are
/// read and given back after.
#[derive(Debug, Default)]
pub(crate) struct Output {
    pub(crate) events: Vec<Event>,
    pub(crate) fillers: Vec<Filler>,
    pub(crate) participants: Vec<Participant>,
}

impl Output {
    pub(crate) fn take(layers: &mut Layers) -> Self {
        Self {
            events: std::mem::take(&mut layers.events),
            fillers: std::mem::take(&mut layers.fillers),
            participants: std::mem::take(&mut layers.participants),
        }
    }

    pub(crate) fn give_back(self, layers: &mut Layers) {
        layers.events = self.events;
        layers.fillers = self.fillers;
        layers.participants = self.participants;
    }
}

/// What is carried from sentence to sentence.
#[derive(Debug, Default)]
pub(crate) struct Context {
    /// Whose report is being told: a source of figures, and the sentence that named it.
    pub(crate) reporter: Option<(Filler, usize)>,
    /// The period that the report opened with.
    pub(crate) period: Option<Filler>,
    /// The last indicator, for `tỷ lệ này` and for figures without one.
    pub(crate) indicator: Option<Filler>,
    /// An open list of targets, with the period that its head gives.
    pub(crate) list: Option<Option<Filler>>,
    /// The list's period for the item that begins at a byte.
    pub(crate) targets: Option<(Option<Filler>, u32)>,
    /// The sentence's last statistic.
    pub(crate) last: Option<Statistic>,
    /// The period of the last figure that had one, longer than a day, and its sentence.
    pub(crate) told: Option<(Filler, usize)>,
    /// The period of the last rank.
    pub(crate) rank_period: Option<Filler>,
    /// Who has asked for something, and the sentence last read of it.
    pub(crate) request: Option<Request>,
    /// Addressees of the request.
    pub(crate) addressees: Vec<Filler>,
    /// The last person named, for `ông`, `bà`.
    pub(crate) person: Option<Filler>,
    /// The last person whom a sentence was about.
    pub(crate) subject: Option<Filler>,
    /// Who spoke last, a body too, and the sentence.
    pub(crate) voice: Option<(Filler, usize)>,
    /// The last person who spoke.
    pub(crate) speaker: Option<Filler>,
    /// The statement that may go on, its place in the events and the sentence last read of it.
    pub(crate) speech: Option<(usize, usize, NormSpan)>,
}

/// A request that later sentences may continue.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Request {
    pub(crate) issuer: Filler,
    pub(crate) sentence: usize,
}

impl Context {
    /// A heading or a new part: nothing is carried over but who was named.
    pub(crate) fn close_speech(&mut self) {
        self.request = None;
        self.addressees.clear();
        self.speech = None;
    }
}
