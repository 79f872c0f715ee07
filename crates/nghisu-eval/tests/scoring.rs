//! Each rule of scoring, on pairs of documents small enough to count by hand.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use nghisu_eval::{Corpus, FaultKind, Options, Report, score};
use serde_json::{Value, json};

const TEXT: &str = "Chiều 3/2, tại Trụ sở Chính phủ, các Bộ trưởng Bộ Y tế và Bộ Nội vụ họp Hội nghị y tế. \
    Tỷ lệ tiêm năm 2023 đạt trên 71,5%. Bà Lê Thị Hoa cho biết bệnh viện đã đủ thuốc. \
    Bà yêu cầu Bộ Y tế rà soát giá thuốc.";

/// The span of the first `part` of the text, as the keys of a record.
fn at(part: &str) -> Value {
    let byte = TEXT.find(part).unwrap_or_else(|| panic!("{part}"));
    let start = TEXT[..byte].chars().count();
    json!({ "text": part, "start": start, "end": start + part.chars().count() })
}

fn with(mut json: Value, more: Value) -> Value {
    json.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json
}

fn mention(r#type: &str, part: &str, more: Value) -> Value {
    let id = format!("{type} {part}");
    with(with(at(part), json!({ "id": id, "type": r#type })), more)
}

fn event(r#type: &str, evidence: &str, slots: Value) -> Value {
    with(
        json!({ "record": "event", "id": format!("{type} {evidence}"), "type": r#type,
            "doc_id": "a", "evidence": at(evidence) }),
        slots,
    )
}

fn side(layer: &str, items: Vec<Value>) -> Corpus {
    let mut document = json!({ "record": "document", "doc_id": "a", "text": TEXT });
    document[layer] = items.into();
    Corpus::from_jsonl(&document.to_string()).unwrap()
}

fn compare(layer: &str, gold: Vec<Value>, predicted: Vec<Value>) -> Report {
    score(&side(layer, gold), &side(layer, predicted), &Options::default()).unwrap()
}

/// Hits, misses and false alarms of a row; nothing counted is zeros.
#[track_caller]
fn expect(report: &Report, group: &str, row: &str, counts: [f64; 3]) {
    let found = report.row(group, row).map(|r| [r.hits, r.misses, r.false_alarms]);
    assert_eq!(found.unwrap_or_default(), counts, "{group}, {row}:\n{report}");
}

#[test]
fn a_mention_counts_when_type_and_both_ends_are_equal() {
    let report = compare(
        "mentions",
        vec![
            mention("organization", "Bộ Nội vụ", json!({})),
            mention("percent", "71,5%", json!({})),
            mention("person", "Lê Thị Hoa", json!({})),
            mention("date", "năm 2023", json!({})),
        ],
        vec![
            mention("organization", "Bộ Nội vụ", json!({})),
            mention("quantity", "71,5%", json!({})),
            mention("person", "Bà Lê Thị Hoa", json!({})),
        ],
    );
    expect(&report, "mentions", "organization", [1.0, 0.0, 0.0]);
    expect(&report, "mentions", "percent", [0.0, 1.0, 0.0]);
    expect(&report, "mentions", "quantity", [0.0, 0.0, 1.0]);
    expect(&report, "mentions", "person", [0.0, 1.0, 1.0]);
    expect(&report, "mentions", "all", [1.0, 3.0, 2.0]);
    let all = report.row("mentions", "all").unwrap();
    assert_eq!((all.precision, all.recall), (Some(1.0 / 3.0), Some(0.25)));
    assert_eq!(all.f1, Some(2.0 / 7.0));
}

#[test]
fn the_plural_marker_of_a_role_is_ignored_on_both_sides() {
    let (bare, marked) = ("Bộ trưởng Bộ Y tế", "các Bộ trưởng Bộ Y tế");
    for (gold, predicted) in [(bare, marked), (marked, bare)] {
        let report = compare(
            "mentions",
            vec![mention("role", gold, json!({}))],
            vec![mention("role", predicted, json!({}))],
        );
        expect(&report, "mentions", "role", [1.0, 0.0, 0.0]);
    }
}

#[test]
fn optional_and_short_are_neither_miss_nor_false_alarm() {
    for flag in ["optional", "short"] {
        let gold = || vec![mention("organization", "Bộ Nội vụ", json!({ flag: true }))];
        for predicted in [vec![], vec![mention("organization", "Bộ Nội vụ", json!({}))]] {
            let report = compare("mentions", gold(), predicted);
            expect(&report, "mentions", "all", [0.0, 0.0, 0.0]);
        }
    }
}

#[test]
fn what_nests_in_a_longer_name_is_optional_but_not_in_a_role() {
    let report = compare(
        "mentions",
        vec![
            mention("place", "Trụ sở Chính phủ", json!({})),
            mention("organization", "Chính phủ", json!({})),
            mention("role", "Bộ trưởng Bộ Y tế", json!({})),
            mention("organization", "Bộ Y tế", json!({})),
        ],
        vec![mention("place", "Trụ sở Chính phủ", json!({}))],
    );
    expect(&report, "mentions", "place", [1.0, 0.0, 0.0]);
    expect(&report, "mentions", "organization", [0.0, 1.0, 0.0]);
    expect(&report, "mentions", "role", [0.0, 1.0, 0.0]);
}

#[test]
fn values_are_asked_where_gold_has_them_and_the_span_is_found() {
    let report = compare(
        "mentions",
        vec![
            mention("percent", "71,5%", json!({ "value": 71.5, "bound": "gt" })),
            mention("date", "năm 2023", json!({ "value": "2023" })),
            mention("date", "Chiều 3/2", json!({ "value": "2024-02-03", "part_of_day": "AF" })),
        ],
        vec![
            mention("percent", "71,5%", json!({ "value": 71.50, "approx": true })),
            mention("date", "Chiều 3/2", json!({ "value": "2024-03-02", "part_of_day": "AF" })),
        ],
    );
    expect(&report, "values", "percent.value", [1.0, 0.0, 0.0]);
    expect(&report, "values", "percent.bound", [0.0, 1.0, 0.0]);
    expect(&report, "values", "date.value", [0.0, 1.0, 0.0]);
    expect(&report, "values", "date.part_of_day", [1.0, 0.0, 0.0]);
    // A mention is right when all its values are.
    expect(&report, "values", "all", [0.0, 2.0, 0.0]);
    assert_eq!(report.row("values", "percent.approx"), None);
    let surplus: Vec<_> =
        report.faults.iter().filter(|fault| fault.kind == FaultKind::Surplus).collect();
    assert_eq!(surplus.len(), 1);
    assert_eq!(surplus[0].r#type, "percent.approx");
}

#[test]
fn entities_are_asked_only_where_the_knowledge_base_has_them() {
    let gold = vec![
        mention("organization", "Bộ Y tế", json!({ "entity": "org/bo-y-te" })),
        mention("organization", "Bộ Nội vụ", json!({ "entity": "org/bo-noi-vu" })),
        mention("person", "Lê Thị Hoa", json!({ "entity": "person/le-thi-hoa" })),
    ];
    let predicted = vec![
        mention("organization", "Bộ Y tế", json!({ "entity": "org/bo-y-te" })),
        mention("organization", "Bộ Nội vụ", json!({ "entity": "org/bo-ngoai-giao" })),
        mention("person", "Lê Thị Hoa", json!({})),
    ];
    let known = |entity: &str| entity.starts_with("org/");
    let options = Options { known_entity: Some(&known), ..Options::default() };
    let report = score(&side("mentions", gold), &side("mentions", predicted), &options).unwrap();
    expect(&report, "entities", "organization", [1.0, 1.0, 0.0]);
    expect(&report, "entities", "all", [1.0, 1.0, 0.0]);
}

#[test]
fn links_are_right_by_span_or_by_entity() {
    let role = |organization: &str, holder: &str| {
        mention(
            "role",
            "Bộ trưởng Bộ Y tế",
            json!({ "organization": organization, "holder": holder }),
        )
    };
    let body = || mention("organization", "Bộ Y tế", json!({}));
    let person = || mention("person", "Lê Thị Hoa", json!({ "entity": "person/le-thi-hoa" }));
    let gold = vec![role("organization Bộ Y tế", "person/le-thi-hoa"), body(), person()];
    for (organization, holder, right) in [
        ("organization Bộ Y tế", "person Lê Thị Hoa", [1.0, 1.0]),
        ("organization Bộ Y tế", "person/le-thi-hoa", [1.0, 1.0]),
        ("person Lê Thị Hoa", "organization Bộ Y tế", [0.0, 0.0]),
    ] {
        let predicted = vec![role(organization, holder), body(), person()];
        let report = compare("mentions", gold.clone(), predicted);
        for (row, right) in ["role.organization", "role.holder"].into_iter().zip(right) {
            expect(&report, "links", row, [right, 1.0 - right, 0.0]);
        }
    }
}

const FIGURE: &str = "Tỷ lệ tiêm năm 2023 đạt trên 71,5%.";

fn figure(indicator: &str, period: &str, status: &str) -> Value {
    event(
        "statistic",
        FIGURE,
        json!({ "indicator": at(indicator), "period": with(at("năm 2023"), json!({ "value": period })),
            "value": with(at("71,5%"), json!({ "value": 71.5 })), "status": status }),
    )
}

#[test]
fn a_row_is_right_when_indicator_period_and_status_are() {
    for (name, predicted, row) in [
        (
            "right, though the indicator is shorter",
            figure("tiêm", "2023", "actual"),
            [1.0, 0.0, 0.0],
        ),
        ("indicator elsewhere", figure("giá thuốc", "2023", "actual"), [0.0, 1.0, 1.0]),
        ("period", figure("Tỷ lệ tiêm", "2022", "actual"), [0.0, 1.0, 1.0]),
        ("status", figure("Tỷ lệ tiêm", "2023", "target"), [0.0, 1.0, 1.0]),
    ] {
        let report =
            compare("events", vec![figure("Tỷ lệ tiêm", "2023", "actual")], vec![predicted]);
        expect(&report, "events", "statistic", [1.0, 0.0, 0.0]);
        let found = report.row("events", "statistic (row)").unwrap();
        assert_eq!([found.hits, found.misses, found.false_alarms], row, "{name}");
    }
}

#[test]
fn a_statistic_is_known_by_the_span_of_its_figure() {
    let mut other = figure("Tỷ lệ tiêm", "2023", "actual");
    other["value"] = at("2023");
    let report = compare("events", vec![figure("Tỷ lệ tiêm", "2023", "actual")], vec![other]);
    expect(&report, "events", "statistic", [0.0, 1.0, 1.0]);
    // All its fillers are missed, and all of the other are made up.
    expect(&report, "slots", "statistic", [0.0, 4.0, 4.0]);
    assert_eq!(report.row("matched slots", "all"), None);
}

const SPEECH: &str = "Bà Lê Thị Hoa cho biết bệnh viện đã đủ thuốc.";

fn speech(speaker: Value, content: &str) -> Value {
    event("statement", SPEECH, json!({ "speaker": speaker, "content": at(content) }))
}

#[test]
fn a_statement_needs_its_speaker_and_half_of_its_content() {
    let whole = "bệnh viện đã đủ thuốc";
    let gold = speech(with(at("Lê Thị Hoa"), json!({ "entity": "person/le-thi-hoa" })), whole);
    for (name, predicted, strict, lenient) in [
        ("equal span", speech(at("Lê Thị Hoa"), whole), true, true),
        (
            "equal entity elsewhere",
            speech(with(at("Bà yêu"), json!({ "entity": "person/le-thi-hoa" })), whole),
            true,
            true,
        ),
        ("another speaker", speech(at("Bộ Nội vụ"), whole), false, true),
        ("half of the content", speech(at("Lê Thị Hoa"), "viện đã đủ thuốc"), true, true),
        ("too little of it", speech(at("Lê Thị Hoa"), "đủ thuốc"), false, true),
        ("none of it", speech(at("Lê Thị Hoa"), "cho biết"), false, false),
    ] {
        let report = compare("events", vec![gold.clone()], vec![predicted]);
        let hits = |row| report.row("events", row).unwrap().hits > 0.0;
        assert_eq!((hits("statement"), hits("statement (lenient)")), (strict, lenient), "{name}");
    }
}

#[test]
fn what_continues_a_speech_is_no_false_alarm() {
    let mut gold = speech(at("Lê Thị Hoa"), "bệnh viện đã đủ thuốc");
    gold["content_continued"] = at("yêu cầu Bộ Y tế rà soát giá thuốc");
    let more = event(
        "statement",
        "Bà yêu cầu Bộ Y tế rà soát giá thuốc.",
        json!({ "content": at("Bộ Y tế rà soát giá thuốc") }),
    );
    let again = speech(at("Lê Thị Hoa"), "bệnh viện đã đủ thuốc");
    let report = compare("events", vec![gold], vec![again, more]);
    expect(&report, "events", "statement", [1.0, 0.0, 0.0]);
}

#[test]
fn meetings_directives_legal_acts_and_appointments_are_known_by_their_heads() {
    let meeting =
        "Chiều 3/2, tại Trụ sở Chính phủ, các Bộ trưởng Bộ Y tế và Bộ Nội vụ họp Hội nghị y tế.";
    let order = "Bà yêu cầu Bộ Y tế rà soát giá thuốc.";
    for (name, gold, predicted, found) in [
        (
            "a meeting by its name, told elsewhere",
            event("meeting", meeting, json!({ "name": at("Hội nghị y tế") })),
            event("meeting", FIGURE, json!({ "name": at("Hội nghị y tế") })),
            true,
        ),
        (
            "a meeting by its evidence",
            event("meeting", meeting, json!({ "name": at("Hội nghị y tế") })),
            event("meeting", meeting, json!({})),
            true,
        ),
        (
            "another meeting",
            event("meeting", meeting, json!({ "name": at("Hội nghị y tế") })),
            event("meeting", FIGURE, json!({})),
            false,
        ),
        (
            "a directive by overlap of actions",
            event("directive", order, json!({ "action": at("rà soát giá thuốc") })),
            event("directive", order, json!({ "action": at("soát giá") })),
            true,
        ),
        (
            "a directive of the same sentence with another action",
            event("directive", order, json!({ "action": at("rà soát giá thuốc") })),
            event("directive", order, json!({ "action": at("yêu cầu") })),
            false,
        ),
        (
            "a legal act by its type of document",
            event("legal_act", order, json!({ "doc_type": at("giá thuốc") })),
            event("legal_act", order, json!({ "document": at("giá") })),
            true,
        ),
        (
            "an appointment by the person's entity",
            event(
                "appointment",
                SPEECH,
                json!({ "person": with(at("Lê Thị Hoa"), json!({ "entity": "p" })) }),
            ),
            event(
                "appointment",
                SPEECH,
                json!({ "person": with(at("Bà Lê"), json!({ "entity": "p" })) }),
            ),
            true,
        ),
    ] {
        let report = compare("events", vec![gold], vec![predicted]);
        let all = report.row("events", "all").unwrap();
        assert_eq!(all.hits > 0.0, found, "{name}");
    }
}

#[test]
fn an_optional_event_is_neither_miss_nor_false_alarm() {
    let gold = with(figure("Tỷ lệ tiêm", "2023", "actual"), json!({ "optional": true }));
    for predicted in [vec![], vec![figure("Tỷ lệ tiêm", "2022", "actual")]] {
        let report = compare("events", vec![gold.clone()], predicted);
        expect(&report, "events", "all", [0.0, 0.0, 0.0]);
        expect(&report, "slots", "all", [0.0, 0.0, 0.0]);
    }
}

#[test]
fn an_inherited_filler_that_is_missing_is_half_a_miss() {
    let order = |slots| event("directive", "Bà yêu cầu Bộ Y tế rà soát giá thuốc.", slots);
    let action = at("rà soát giá thuốc");
    let gold = order(
        json!({ "action": action, "issuer": with(at("Lê Thị Hoa"), json!({ "inherited": true })),
        "addressees": [at("Bộ Y tế rà"), at("giá thuốc")] }),
    );
    let report = compare("events", vec![gold.clone()], vec![order(json!({ "action": action }))]);
    expect(&report, "slots", "directive.issuer", [0.0, 0.5, 0.0]);
    expect(&report, "slots", "directive.addressees", [0.0, 2.0, 0.0]);
    expect(&report, "slots", "directive", [1.0, 2.5, 0.0]);
    let found = order(json!({ "action": action, "issuer": at("Lê Thị Hoa") }));
    let report = compare("events", vec![gold], vec![found]);
    expect(&report, "slots", "directive.issuer", [1.0, 0.0, 0.0]);
}

#[test]
fn participants_are_compared_by_head_and_then_by_parts() {
    let meeting = |chairs: Value| {
        event("meeting", SPEECH, json!({ "name": at("Hội nghị y tế"), "chairs": chairs }))
    };
    let gold = meeting(json!([{ "person": at("Lê Thị Hoa"), "roles": [at("Bộ trưởng Bộ Y tế")] },
        { "body": at("Bộ Nội vụ") }]));
    let predicted = meeting(json!([{ "body": at("Bộ Nội vụ") },
        { "person": at("Lê Thị Hoa"), "roles": [at("Trụ sở")] }, { "role": at("giá thuốc") }]));
    let report = compare("events", vec![gold], vec![predicted]);
    expect(&report, "slots", "meeting.chairs", [2.0, 0.0, 1.0]);
    expect(&report, "slots", "meeting.chairs.roles", [0.0, 1.0, 1.0]);
}

#[test]
fn sections_and_sentences_agree_up_to_white_space() {
    let gold = r#"{"doc_id":"a","text":"Tên \nThân bài.","sections":[{"kind":"title","start":0,"end":3},
        {"kind":"body","start":5,"end":14}],"sentences":[{"start":0,"end":3},{"start":5,"end":14}]}"#;
    let predicted = r#"{"doc_id":"a","sections":[{"kind":"title","start":0,"end":5},
        {"kind":"lead","start":5,"end":14}],"sentences":[{"start":0,"end":14}]}"#;
    let read = |text: &str| Corpus::from_jsonl(&text.replace('\n', " ")).unwrap();
    let report = score(&read(gold), &read(predicted), &Options::default()).unwrap();
    expect(&report, "layout", "section title", [1.0, 0.0, 0.0]);
    expect(&report, "layout", "section body", [0.0, 1.0, 0.0]);
    expect(&report, "layout", "section lead", [0.0, 0.0, 1.0]);
    expect(&report, "layout", "section", [1.0, 1.0, 1.0]);
    expect(&report, "layout", "sentence", [0.0, 2.0, 1.0]);
}

#[test]
fn faults_name_what_stands_there_instead_and_filter_by_type() {
    let report = compare(
        "mentions",
        vec![
            mention("percent", "71,5%", json!({ "value": 71.5 })),
            mention("person", "Lê Thị Hoa", json!({})),
        ],
        vec![
            mention("percent", "71,5%", json!({ "value": 715 })),
            mention("person", "Thị Hoa", json!({})),
        ],
    );
    let fault = report.faults_of(Some("percent")).next().unwrap();
    assert_eq!(fault.kind, FaultKind::Wrong);
    assert_eq!(fault.gold.as_deref(), Some("71.5"));
    assert_eq!(fault.predicted.as_deref(), Some("715"));
    assert_eq!(fault.context, " lệ tiêm năm 2023 đạt trên ⟦71,5%⟧. Bà Lê Thị Hoa cho biết bệ");
    let persons: Vec<_> = report.faults_of(Some("person")).collect();
    assert_eq!(persons.len(), 2);
    assert_eq!(persons[0].predicted.as_deref(), Some("person: Thị Hoa"));
    assert_eq!(report.faults_of(Some("per")).count(), 0);
    assert_eq!(report.faults_of(None).count(), report.faults.len());
}
