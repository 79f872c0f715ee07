//! When two records tell one meeting, and the meeting that they tell together.

use std::collections::{BTreeMap, BTreeSet};

use nghisu_document::record::{Conflict, Event, Filler, Meeting, PartOfDay, Participant, Value};

use crate::fold::Fold;
use crate::same::{identity, named, participant, spelling};

/// Syllables that names of meetings share whatever they are about. Names that agree in nothing
/// else agree by chance: each December hundreds of bodies hold a `hội nghị tổng kết công tác năm,
/// triển khai nhiệm vụ năm tới`, many of them on one day.
const GENERIC: &str = "hội nghị phiên họp kỳ cuộc buổi lễ diễn đàn thảo tọa đàm báo làm việc tiếp gặp gỡ \
    với đã có và cùng của về tại các những một số cho để trong năm tháng quý ngày tuần lần thứ nhất tổng kết sơ \
    công tác triển khai nhiệm vụ phương hướng bố quyết định trao ký toàn quốc trực tuyến thường nghe cáo \
    ý kiến dự đồng chí ông bà đầu cuối đoàn mạc bế thành lập kỷ niệm thực hiện theo trên giữa nay này đối \
    chức tổ dưới sự chủ trì tỉnh phố huyện quận";

/// So many telling syllables in common make one meeting of two of the same day and kind.
const NAME: usize = 6;
/// So many do where an organizer, a chair, the ordinal or the venue is common too.
const NAME_AND_MORE: usize = 3;

/// What is compared.
struct Traits<'a> {
    event: &'a Event,
    meeting: &'a Meeting,
    /// Syllables and numbers of the name.
    telling: BTreeSet<String>,
    numbers: BTreeSet<String>,
    ordinal: Option<String>,
    part_of_day: Option<PartOfDay>,
    organizers: BTreeSet<String>,
    chairs: BTreeSet<String>,
    people: BTreeSet<String>,
    /// The first of the people.
    first: Option<String>,
    venue: Option<String>,
    between_two: bool,
}

/// The groups of records, of two or more, that tell one meeting.
///
/// A record joins a group when it matches one of the members and contradicts none: else a record
/// that says little would bind two meetings together.
pub(crate) fn group<'a>(events: &[(&'a Event, &'a Meeting)]) -> Vec<Vec<(&'a Event, &'a Meeting)>> {
    let mut blocks: BTreeMap<(String, String), Vec<Vec<Traits<'a>>>> = BTreeMap::new();
    for &(event, meeting) in events {
        let Some(block) = block(meeting) else { continue };
        let traits = Traits::of(event, meeting, &block.1);
        let groups = blocks.entry(block).or_default();
        let home = groups.iter_mut().find(|members| {
            members.iter().any(|member| member.matches(&traits))
                && !members.iter().any(|member| member.contradicts(&traits))
        });
        match home {
            Some(members) => members.push(traits),
            None => groups.push(vec![traits]),
        }
    }
    let groups = blocks.into_values().flatten().filter(|members| members.len() > 1);
    groups.map(|members| members.iter().map(|m| (m.event, m.meeting)).collect()).collect()
}

/// The day (or days) and the kind; `None` where either is unknown.
fn block(meeting: &Meeting) -> Option<(String, String)> {
    let Some(Value::Date(date)) = &meeting.date.as_ref()?.value else { return None };
    let (first, last) = date.days();
    let (first, last) = (first?, last?);
    // A month or a year holds many meetings.
    if date.interval().is_none() && first != last {
        return None;
    }
    Some((format!("{first}/{last}"), kind(meeting.kind.as_ref()?)))
}

/// The kind without what the sentence wraps around it: `có buổi làm việc với` is `làm việc`.
fn kind(filler: &Filler) -> String {
    let whole = identity(filler);
    let mut words: Vec<&str> = whole.split(' ').collect();
    while words.len() > 1 && matches!(words.first(), Some(&("đã" | "có" | "buổi" | "cuộc")))
    {
        words.remove(0);
    }
    while words.len() > 1 && words.last() == Some(&"với") {
        words.pop();
    }
    words.join(" ")
}

/// Whether meetings of the kind are of two sides, so that their names say whom one side met but
/// not which side met them.
fn is_between_two(kind: &str) -> bool {
    ["tiếp", "gặp", "hội kiến", "hội đàm", "làm việc", "điện đàm", "chào", "thăm", "trao đổi"]
        .iter()
        .any(|verb| kind == *verb || kind.starts_with(&format!("{verb} ")) || kind.ends_with(verb))
}

impl<'a> Traits<'a> {
    fn of(event: &'a Event, meeting: &'a Meeting, kind: &str) -> Self {
        let name = meeting.name.as_ref().map(|name| spelling(&name.text)).unwrap_or_default();
        let (numbers, words): (BTreeSet<_>, BTreeSet<_>) =
            name.split(' ').partition(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        let generic: BTreeSet<&str> = GENERIC.split_whitespace().collect();
        let owned = |words: BTreeSet<&str>| words.into_iter().map(str::to_owned).collect();
        Self {
            event,
            meeting,
            telling: owned(&words - &generic),
            numbers: owned(numbers),
            ordinal: meeting.ordinal.as_ref().map(identity),
            part_of_day: meeting.part_of_day,
            organizers: meeting.organizers.iter().filter_map(|f| f.entity.clone()).collect(),
            chairs: meeting.chairs.iter().filter_map(named).collect(),
            first: meeting.chairs.iter().chain(&meeting.attendees).find_map(named),
            people: meeting.chairs.iter().chain(&meeting.attendees).filter_map(named).collect(),
            venue: meeting.venue.as_ref().map(identity),
            between_two: is_between_two(kind),
        }
    }

    /// Whether something says that these are two meetings.
    fn contradicts(&self, other: &Self) -> bool {
        // An article that tells of two meetings knows best that they are two.
        self.event.doc_id == other.event.doc_id
            || differ(self.part_of_day.as_ref(), other.part_of_day.as_ref())
            || differ(self.ordinal.as_ref(), other.ordinal.as_ref())
            || apart(&self.organizers, &other.organizers)
            || apart(&self.chairs, &other.chairs)
            || !nested(&self.telling, &other.telling)
            || !nested(&self.numbers, &other.numbers)
            || (self.between_two && self.elsewhere(other))
    }

    /// Whether the venues are two: neither says where in the other it lies.
    fn elsewhere(&self, other: &Self) -> bool {
        let venues = self.meeting.venue.as_ref().zip(other.meeting.venue.as_ref());
        differ(self.venue.as_ref(), other.venue.as_ref())
            && venues.is_some_and(|(one, other)| {
                let (one, other) = (spelling(&one.text), spelling(&other.text));
                !one.contains(&other) && !other.contains(&one)
            })
    }

    /// Whether enough says that these are one meeting of the same day and kind.
    fn matches(&self, other: &Self) -> bool {
        if self.between_two {
            // One delegation is received by several hosts on one day; who receives is named first.
            return self.first.is_some()
                && self.first == other.first
                && self.people.intersection(&other.people).count() >= 2;
        }
        let words = self.telling.intersection(&other.telling).count();
        let ordinal = self.ordinal.is_some() && self.ordinal == other.ordinal;
        let body = !self.organizers.is_disjoint(&other.organizers)
            || !self.chairs.is_disjoint(&other.chairs);
        let venue = self.venue.is_some() && self.venue == other.venue;
        // One ceremony is held in every province on one day: there the name proves nothing.
        (words >= NAME && !self.elsewhere(other))
            || (words >= NAME_AND_MORE && (ordinal || body || venue))
            || (ordinal && body)
    }
}

fn differ<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}

fn apart(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    !one.is_empty() && !other.is_empty() && one.is_disjoint(other)
}

/// Whether one says nothing that the other does not: articles shorten a name, they do not change it.
fn nested(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    one.is_subset(other) || one.is_superset(other)
}

/// The meeting that the members tell together, and what they disagree about.
pub(crate) fn fold(members: &[(&str, &Meeting)]) -> (Meeting, Vec<Conflict>) {
    let mut fold = Fold::new(members);
    let meeting = Meeting {
        name: fold.first(|m| m.name.as_ref()),
        kind: fold.first(|m| m.kind.as_ref()),
        ordinal: fold.first(|m| m.ordinal.as_ref()),
        date: fold.first(|m| m.date.as_ref()),
        part_of_day: fold.first(|m| m.part_of_day.as_ref()),
        mode: fold.slot("mode", |m| m.mode.as_ref(), |mode| format!("{mode:?}")),
        venue: fold.slot("venue", |m| m.venue.as_ref(), identity),
        sites: fold.list(|m| &m.sites, identity),
        organizers: fold.list(|m| &m.organizers, identity),
        chairs: fold.list::<Participant>(|m| &m.chairs, participant),
        attendees: fold.list::<Participant>(|m| &m.attendees, participant),
        topic: fold.first(|m| m.topic.as_ref()),
        programs: fold.list(|m| &m.programs, identity),
    };
    (meeting, fold.conflicts())
}
