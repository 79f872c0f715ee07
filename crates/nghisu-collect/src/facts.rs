//! The figures as one tidy table: a row a figure, a column a variable.

use std::io::Write;

use nghisu_document::record::{
    Bound, Change, Direction, Edtf, Event, Filler, Slots, Statistic, Status, Value,
};
use serde::Serialize;

use crate::error::Error;
use crate::same::identity;

/// One row. The order of fields is the order of columns.
#[derive(Serialize)]
struct Row<'a> {
    series: &'a str,
    indicator: &'a str,
    subject: &'a str,
    subject_entity: &'a str,
    value: String,
    value_to: String,
    unit: &'a str,
    bound: Option<Bound>,
    approx: bool,
    rank: bool,
    period: String,
    period_start: String,
    period_end: String,
    status: Option<Status>,
    change_direction: Option<Direction>,
    change_value: String,
    change_unit: &'a str,
    change_multiplier: String,
    change_baseline: String,
    reported_by: &'a str,
    doc_id: &'a str,
    published: &'a str,
    evidence_start: u32,
    evidence_end: u32,
    evidence: &'a str,
    event_id: &'a str,
    confidence: f64,
}

/// Writes the figures among `events` as comma-separated values (RFC 4180, UTF-8, line feeds), a header first.
///
/// Rows are sorted by series, subject, period, document and place in it. Empty is unknown; a
/// ratio is written `19/22`; `series` is the canonical name that the figures of one series share;
/// offsets are in the unit of the records; `period_start` and `period_end` are the first and last
/// day of the period, empty where it is open.
///
/// # Errors
/// When `out` can't be written.
pub fn write_facts(events: &[Event], out: impl Write) -> Result<(), Error> {
    let mut figures: Vec<(&Event, &Statistic)> = events
        .iter()
        .filter_map(|event| match &event.slots {
            Slots::Statistic(statistic) => Some((event, &**statistic)),
            _ => None,
        })
        .collect();
    figures.sort_by_cached_key(|(event, figure)| {
        (
            series(figure).to_owned(),
            figure.subject.as_ref().map(identity).unwrap_or_default(),
            value(figure.period.as_ref()),
            event.doc_id.clone(),
            (event.evidence.start, event.evidence.end),
            event.id.clone(),
        )
    });
    let mut table = csv::WriterBuilder::new().has_headers(false).from_writer(out);
    table.write_record(COLUMNS).map_err(fault)?;
    for (event, figure) in figures {
        table.serialize(row(event, figure)).map_err(fault)?;
    }
    table.flush()?;
    Ok(())
}

/// The header: written even where no figure was found, so that a reader always has columns.
const COLUMNS: [&str; 27] = [
    "series",
    "indicator",
    "subject",
    "subject_entity",
    "value",
    "value_to",
    "unit",
    "bound",
    "approx",
    "rank",
    "period",
    "period_start",
    "period_end",
    "status",
    "change_direction",
    "change_value",
    "change_unit",
    "change_multiplier",
    "change_baseline",
    "reported_by",
    "doc_id",
    "published",
    "evidence_start",
    "evidence_end",
    "evidence",
    "event_id",
    "confidence",
];

fn row<'a>(event: &'a Event, figure: &'a Statistic) -> Row<'a> {
    let none = Change::default();
    let change = figure.change.as_ref();
    let moved = change.unwrap_or(&none);
    let (start, end) = days(figure.period.as_ref());
    Row {
        series: series(figure),
        indicator: text(figure.indicator.as_ref()),
        subject: name(figure.subject.as_ref()),
        subject_entity: figure
            .subject
            .as_ref()
            .and_then(|f| f.entity.as_deref())
            .unwrap_or_default(),
        value: value(figure.value.as_ref()),
        value_to: figure
            .value
            .as_ref()
            .and_then(|f| f.value_to.as_ref())
            .map(Value::to_string)
            .unwrap_or_default(),
        unit: text(figure.unit.as_ref()),
        bound: figure.bound,
        approx: figure.approx == Some(true),
        rank: is_rank(figure),
        period: value(figure.period.as_ref()),
        period_start: start,
        period_end: end,
        status: figure.status,
        change_direction: moved.direction,
        change_value: value(moved.value.as_ref()),
        change_unit: text(change.and_then(|c| c.unit.as_ref())),
        change_multiplier: value(moved.multiplier.as_ref()),
        change_baseline: value(moved.baseline.as_ref()),
        reported_by: name(figure.reported_by.as_ref()),
        doc_id: &event.doc_id,
        published: event.published.as_ref().map_or("", Edtf::as_str),
        evidence_start: event.evidence.start,
        evidence_end: event.evidence.end,
        evidence: &event.evidence.text,
        event_id: &event.id,
        confidence: event.confidence.get(),
    }
}

/// The key of the series; as written, where the record has none.
pub(crate) fn series(figure: &Statistic) -> &str {
    figure.indicator.as_ref().map_or("", |f| f.key.as_deref().unwrap_or(&f.text))
}

/// Whether the figure is a place in an order.
pub(crate) fn is_rank(figure: &Statistic) -> bool {
    figure.value.as_ref().is_some_and(|f| f.kind.as_deref() == Some("rank"))
}

fn text(filler: Option<&Filler>) -> &str {
    filler.map_or("", |f| &f.text)
}

/// The canonical name where there is one.
fn name(filler: Option<&Filler>) -> &str {
    filler.map_or("", |f| f.norm.as_deref().unwrap_or(&f.text))
}

/// The meaning; as written where none is known.
fn value(filler: Option<&Filler>) -> String {
    filler.map_or_else(String::new, |f| match &f.value {
        Some(value) => value.to_string(),
        None => f.text.clone(),
    })
}

fn days(period: Option<&Filler>) -> (String, String) {
    let Some(Value::Date(date)) = period.and_then(|f| f.value.as_ref()) else {
        return <(String, String)>::default();
    };
    let (start, end) = date.days();
    (start.unwrap_or_default(), end.unwrap_or_default())
}

fn fault(error: csv::Error) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => Error::Write(error),
        other => Error::Write(std::io::Error::other(format!("{other:?}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::{entity, event, text, value};
    use serde_json::json;

    #[test]
    fn a_row_a_figure_in_a_fixed_order() {
        let figure = |doc: &str, key: &str, period: &str| {
            event(
                doc,
                "statistic",
                json!({
                    "indicator": { "text": "Chữ, \"thường\"", "start": 0, "end": 5, "key": key },
                    "subject": entity("place/hue"), "period": value("kỳ", period), "status": "estimate",
                    "value": { "text": "từ 2 đến 3", "start": 0, "end": 5, "value": 2, "value_to": 3, "kind": "rank" },
                    "bound": "gte", "change": { "direction": "up", "value": value("5%", 5), "unit": text("%") },
                }),
            )
        };
        let told = [
            figure("b", "z", "2024"),
            figure("b", "a", "2024"),
            figure("a", "a", "2024"),
            figure("c", "a", "2023/.."),
        ];
        let mut out = Vec::new();
        write_facts(&told, &mut out).unwrap();
        let mut table = csv::Reader::from_reader(&out[..]);
        assert_eq!(table.headers().unwrap(), &COLUMNS[..]);
        let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
        let column = |row: &csv::StringRecord, name: &str| {
            row[COLUMNS.iter().position(|c| *c == name).unwrap()].to_owned()
        };
        let order: Vec<_> =
            rows.iter().map(|r| column(r, "series") + &column(r, "doc_id")).collect();
        assert_eq!(order, ["ac", "aa", "ab", "zb"]);
        for (name, expected) in [
            ("indicator", "Chữ, \"thường\""),
            ("subject_entity", "place/hue"),
            ("value", "2"),
            ("value_to", "3"),
            ("rank", "true"),
            ("bound", "gte"),
            ("period", "2023/.."),
            ("period_start", "2023-01-01"),
            ("period_end", ""),
            ("status", "estimate"),
            ("change_direction", "up"),
            ("change_value", "5"),
            ("change_unit", "%"),
            ("change_baseline", ""),
            ("published", "2024-07-02"),
            ("event_id", "c#e1"),
            ("confidence", "0.8"),
        ] {
            assert_eq!(column(&rows[0], name), expected, "{name}");
        }
    }

    #[test]
    fn no_figure_is_a_header() {
        let mut out = Vec::new();
        write_facts(&[], &mut out).unwrap();
        assert!(out.starts_with(b"series,indicator,") && out.ends_with(b",confidence\n"));
    }
}
