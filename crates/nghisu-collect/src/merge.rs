//! Records that tell one meeting or figure, as one record.

use nghisu_document::record::{Conflict, Event, MergedEvent, MergedTag, SchemaTag, Slots};

use crate::gather::order;
use crate::{figure, meeting};

/// Merges the records of one meeting or one figure; what only one record tells is left out.
///
/// `events` come in the order of [`Events::sorted`](crate::Events::sorted): by day of publication.
///
/// **Meetings** of the same day (or span of days) and kind are one when nothing contradicts it
/// (another part of the day, another ordinal, organizers or chairs with none in common, a name
/// with other telling syllables or numbers, the same article) and
/// - six telling syllables of the names are the same, and the venues not two places, or
/// - three are, and an organizer, a chair, the ordinal or the venue is too, or
/// - the ordinal is, and an organizer or a chair;
///
/// a meeting of two sides (tiếp, hội đàm, làm việc với …) needs the first person and another in common instead, and
/// no two venues.
///
/// **Figures** are one when series (four words or more), subject, period, unit and status are the
/// same, and the value is; or, where the subject is a known name and no article gives two values,
/// they are one figure with a conflict.
///
/// The id is that of the first member with `merged/` before it, so that it stays when later
/// articles are added. Slots hold what the first member says that says anything, lists what any
/// member says; members and documents stand in the order of `events`.
#[must_use]
pub fn merge(events: &[Event]) -> Vec<MergedEvent> {
    let mut meetings = Vec::new();
    let mut figures = Vec::new();
    for event in events {
        match &event.slots {
            Slots::Meeting(slots) => meetings.push((event, &**slots)),
            Slots::Statistic(slots) => figures.push((event, &**slots)),
            _ => {}
        }
    }
    let mut merged = Vec::new();
    for members in meeting::group(&meetings) {
        merged.push(record(members, |members| {
            let (slots, conflicts) = meeting::fold(members);
            (Slots::Meeting(Box::new(slots)), conflicts)
        }));
    }
    for members in figure::group(&figures) {
        merged.push(record(members, |members| {
            let (slots, conflicts) = figure::fold(members);
            (Slots::Statistic(Box::new(slots)), conflicts)
        }));
    }
    merged
}

fn record<S>(
    mut members: Vec<(&Event, &S)>,
    fold: impl FnOnce(&[(&str, &S)]) -> (Slots, Vec<Conflict>),
) -> MergedEvent {
    members.sort_by(|(a, _), (b, _)| order(a).cmp(&order(b)));
    let slots: Vec<(&str, &S)> =
        members.iter().map(|(event, slots)| (event.id.as_str(), *slots)).collect();
    let (slots, conflicts) = fold(&slots);
    let ids: Vec<String> = members.iter().map(|(event, _)| event.id.clone()).collect();
    let mut documents: Vec<String> = Vec::new();
    for (event, _) in &members {
        if !documents.contains(&event.doc_id) {
            documents.push(event.doc_id.clone());
        }
    }
    MergedEvent {
        schema: SchemaTag,
        record: MergedTag,
        id: format!("merged/{}", ids.first().map_or("", |id| id)),
        members: ids,
        documents,
        slots,
        conflicts,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::{entity, event, text, value};
    use serde_json::{Value, json};

    fn with(mut slots: Value, more: Value) -> Value {
        slots.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        slots
    }

    fn meeting(name: &str, more: Value) -> Value {
        let kind = if name.starts_with("tiếp") { "tiếp" } else { "hội nghị" };
        let slots = json!({ "name": text(name), "kind": value(kind, kind),
            "date": value("ngày 1/7", "2024-07-01") });
        with(slots, more)
    }

    fn are_one(kind: &str, one: &Value, other: &Value) -> bool {
        let told = [event("a", kind, one.clone()), event("b", kind, other.clone())];
        let turned = [told[1].clone(), told[0].clone()];
        let merged = merge(&told);
        assert_eq!(merged, merge(&turned), "the order of input shows");
        !merged.is_empty()
    }

    #[test]
    fn meetings_are_one_or_two() {
        let long = "Hội nghị về phát triển nhà ở xã hội vùng ven biển";
        let short = "Hội nghị về nhà ở xã hội";
        let generic = "Hội nghị tổng kết công tác năm 2023, triển khai nhiệm vụ năm 2024";
        let person = |id: &str| json!({ "person": entity(id), "roles": [] });
        let chair = |id: &str| json!({ "chairs": [person(id)] });
        let body = |id: &str| json!({ "organizers": [entity(id)] });
        let ordinal = |n: u32| json!({ "ordinal": value("lần thứ", n) });
        let venue = |name: &str| json!({ "venue": text(name) });
        let people = |ids: &[&str]| json!({ "attendees": ids.iter().map(|id| person(id)).collect::<Vec<_>>() });
        let none = || json!({});
        for (case, one, other, expected) in [
            ("a long name", meeting(long, none()), meeting(long, none()), true),
            (
                "a name cut short",
                meeting(long, none()),
                meeting(&format!("{long} miền Trung"), none()),
                true,
            ),
            ("a short name", meeting(short, none()), meeting(short, none()), false),
            (
                "a short name and its chair",
                meeting(short, chair("p")),
                meeting(short, chair("p")),
                true,
            ),
            ("a generic name", meeting(generic, none()), meeting(generic, none()), false),
            (
                "a generic name of one body",
                meeting(generic, body("o")),
                meeting(generic, body("o")),
                false,
            ),
            ("another chair", meeting(long, chair("p")), meeting(long, chair("q")), false),
            ("a chair more", meeting(long, chair("p")), meeting(long, none()), true),
            ("another organizer", meeting(long, body("o")), meeting(long, body("u")), false),
            ("another ordinal", meeting(long, ordinal(3)), meeting(long, ordinal(4)), false),
            (
                "ordinal and body",
                meeting("hội nghị lần thứ 3", with(ordinal(3), body("o"))),
                meeting("hội nghị lần thứ 3", with(ordinal(3), body("o"))),
                true,
            ),
            (
                "morning and afternoon",
                meeting(long, json!({"part_of_day": "MO"})),
                meeting(long, json!({"part_of_day": "AF"})),
                false,
            ),
            (
                "another year in the name",
                meeting(&format!("{long} năm 2024"), none()),
                meeting(&format!("{long} năm 2025"), none()),
                false,
            ),
            (
                "the next day",
                meeting(long, none()),
                meeting(long, json!({"date": value("ngày 2/7", "2024-07-02")})),
                false,
            ),
            (
                "a month is no day",
                meeting(long, json!({"date": value("tháng 7", "2024-07")})),
                meeting(long, json!({"date": value("tháng 7", "2024-07")})),
                false,
            ),
            (
                "two places",
                meeting(long, venue("huyện An Lão")),
                meeting(long, venue("huyện Ba Tơ")),
                false,
            ),
            (
                "a place in a place",
                meeting(long, venue("Hà Nội")),
                meeting(long, venue("Nhà hát Lớn Hà Nội")),
                true,
            ),
            (
                "one host, two guests",
                meeting("tiếp Đại sứ", people(&["h", "g"])),
                meeting("tiếp Đại sứ", people(&["h", "k"])),
                false,
            ),
            (
                "host and guest",
                meeting("tiếp Đại sứ", people(&["h", "g"])),
                meeting("tiếp Đại sứ", people(&["h", "g", "k"])),
                true,
            ),
            (
                "one delegation, two hosts",
                meeting("tiếp Chủ tịch Thượng viện nước bạn thăm chính thức", people(&["h", "g"])),
                meeting(
                    "tiếp Chủ tịch Thượng viện nước bạn thăm chính thức",
                    people(&["i", "g", "h"]),
                ),
                false,
            ),
        ] {
            assert_eq!(are_one("meeting", &one, &other), expected, "{case}");
        }
    }

    #[test]
    fn a_record_that_says_little_binds_no_two_meetings() {
        let name = "Hội nghị về phát triển nhà ở xã hội vùng ven biển";
        let at = |doc, part: Option<&str>| {
            event(doc, "meeting", meeting(name, json!({ "part_of_day": part })))
        };
        let merged = merge(&[at("a", Some("MO")), at("b", None), at("c", Some("AF"))]);
        assert_eq!(merged.len(), 1);
        assert_eq!(merged[0].documents, ["a", "b"]);
    }

    #[test]
    fn a_merged_meeting_gathers_slots_and_shows_conflicts() {
        let name = "Hội nghị về phát triển nhà ở xã hội vùng ven biển";
        let told = [
            event(
                "a",
                "meeting",
                meeting(name, json!({ "mode": "online", "organizers": [entity("o")] })),
            ),
            event(
                "b",
                "meeting",
                meeting(
                    name,
                    json!({ "mode": "hybrid", "organizers": [entity("o"), entity("u")],
                "topic": text("nhà ở xã hội") }),
                ),
            ),
        ];
        let [merged] = &merge(&told)[..] else { panic!("one meeting") };
        assert_eq!(
            (merged.id.as_str(), &merged.members[..]),
            ("merged/a#e1", &["a#e1".to_owned(), "b#e1".to_owned()][..])
        );
        let Slots::Meeting(meeting) = &merged.slots else { panic!("a meeting") };
        assert_eq!(meeting.organizers.len(), 2);
        assert!(meeting.topic.is_some());
        let [conflict] = &merged.conflicts[..] else { panic!("one conflict") };
        assert_eq!(conflict.slot, "mode");
        assert_eq!(conflict.values[1].value, json!("hybrid"));
        assert_eq!(conflict.values[1].events, ["b#e1"]);
    }

    #[test]
    fn figures_are_one_or_two() {
        let figure = |percent: f64, more: Value| {
            let key = "tỷ lệ hồ sơ trực tuyến";
            with(
                json!({ "indicator": { "text": key, "start": 0, "end": 5, "key": key }, "subject": entity("o"),
                    "value": value("45,7%", percent), "unit": text("%"),
                    "period": value("năm 2023", "2023"), "status": "actual" }),
                more,
            )
        };
        let none = || json!({});
        let short =
            json!({ "indicator": { "text": "hồ sơ", "start": 0, "end": 5, "key": "hồ sơ" } });
        for (case, one, other, expected) in [
            ("told twice", figure(45.7, none()), figure(45.7, none()), true),
            ("a disagreement", figure(45.7, none()), figure(45.9, none()), true),
            (
                "of nobody",
                figure(45.7, json!({ "subject": null })),
                figure(45.7, json!({ "subject": null })),
                true,
            ),
            (
                "a disagreement of nobody",
                figure(45.7, json!({ "subject": null })),
                figure(45.9, json!({ "subject": null })),
                false,
            ),
            (
                "another subject",
                figure(45.7, none()),
                figure(45.7, json!({ "subject": entity("u") })),
                false,
            ),
            (
                "another year",
                figure(45.7, none()),
                figure(45.7, json!({ "period": value("năm 2024", "2024") })),
                false,
            ),
            (
                "no period",
                figure(45.7, json!({ "period": null })),
                figure(45.7, json!({ "period": null })),
                false,
            ),
            (
                "a day of no year",
                figure(45.7, json!({ "period": text("ngày 1/11") })),
                figure(45.7, json!({ "period": text("ngày 1/11") })),
                false,
            ),
            ("a target", figure(45.7, none()), figure(45.7, json!({ "status": "target" })), false),
            (
                "another unit",
                figure(45.7, none()),
                figure(45.7, json!({ "unit": text("điểm") })),
                false,
            ),
            ("a name of many series", figure(45.7, short.clone()), figure(45.7, short), false),
        ] {
            assert_eq!(are_one("statistic", &one, &other), expected, "{case}");
        }
        let twice = [
            event("a", "statistic", figure(45.7, none())),
            Event { id: "a#e2".to_owned(), ..event("a", "statistic", figure(50.0, none())) },
            event("b", "statistic", figure(45.7, none())),
        ];
        let [merged] = &merge(&twice)[..] else { panic!("an article with two figures") };
        assert_eq!(merged.members, ["a#e1", "b#e1"]);
        assert!(merged.conflicts.is_empty());
    }
}
