//! When two records tell one figure, and the figure that they tell together.

use std::collections::BTreeMap;

use nghisu_document::record::{Change, Conflict, Event, Filler, Statistic, Status, Value};

use crate::facts::{is_rank, series};
use crate::fold::Fold;
use crate::same::{identity, spelling};

/// A series named in fewer words is many series: `doanh nghiệp`, `dự án đầu tư`.
const TELLING_WORDS: usize = 4;

/// Whose, of what, when: one cell of the table of figures.
type Cell = (String, String, String, String, Option<u8>, bool);

/// The groups of records, of two or more, that tell one figure.
pub(crate) fn group<'a>(
    events: &[(&'a Event, &'a Statistic)],
) -> Vec<Vec<(&'a Event, &'a Statistic)>> {
    let mut cells: BTreeMap<Cell, Vec<(&Event, &Statistic)>> = BTreeMap::new();
    for &(event, figure) in events {
        if let Some(cell) = cell(figure) {
            cells.entry(cell).or_default().push((event, figure));
        }
    }
    let mut groups: Vec<Vec<(&Event, &Statistic)>> = Vec::new();
    for told in cells.into_values() {
        let mut values: Vec<(String, Vec<(&Event, &Statistic)>)> = Vec::new();
        for member in told {
            let value = meaning(member.1);
            match values.iter_mut().find(|(known, _)| *known == value) {
                Some((_, members)) => members.push(member),
                None => values.push((value, vec![member])),
            }
        }
        // Articles may disagree about one figure; but where no known name says whose it is, or an
        // article itself gives two, the cell holds several figures, and only equal ones are one.
        let one_figure = values.iter().flat_map(|(_, members)| members).all(|(event, figure)| {
            is_known(figure.subject.as_ref())
                && values
                    .iter()
                    .filter(|(_, m)| m.iter().any(|(e, _)| e.doc_id == event.doc_id))
                    .count()
                    == 1
        });
        if one_figure {
            groups.push(values.into_iter().flat_map(|(_, members)| members).collect());
        } else {
            groups.extend(values.into_iter().map(|(_, members)| members));
        }
    }
    groups.retain(|members| members.len() > 1);
    groups
}

/// Whether the subject is a name: `trong đó` and the like are read as one now and then.
fn is_known(subject: Option<&Filler>) -> bool {
    subject.is_some_and(|f| f.entity.is_some() || f.norm.is_some())
}

/// `None` for a figure that does not say enough to be told again.
fn cell(figure: &Statistic) -> Option<Cell> {
    let series = series(figure);
    let Some(Value::Date(period)) = &figure.period.as_ref()?.value else { return None };
    // A day without its year is not one day.
    if let (None, None) = period.days() {
        return None;
    }
    if series.split(' ').count() < TELLING_WORDS {
        return None;
    }
    Some((
        series.to_owned(),
        figure.subject.as_ref().map(identity).unwrap_or_default(),
        period.to_string(),
        figure.unit.as_ref().map(|unit| spelling(&unit.text)).unwrap_or_default(),
        figure.status.map(|status| match status {
            Status::Actual => 0,
            Status::Target => 1,
            Status::Estimate => 2,
        }),
        is_rank(figure),
    ))
}

/// The figure itself: the value with its upper end; where only a change is told, the change.
fn meaning(figure: &Statistic) -> String {
    match (&figure.value, &figure.change) {
        (Some(value), _) => meaning_of_value(value),
        (None, Some(change)) => meaning_of_change(change),
        (None, None) => String::new(),
    }
}

fn meaning_of_value(value: &Filler) -> String {
    let to = value.value_to.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{}..{to}", identity(value))
}

fn meaning_of_change(change: &Change) -> String {
    let part = |filler: &Option<Filler>| filler.as_ref().map(identity).unwrap_or_default();
    format!("{:?} {} {}", change.direction, part(&change.value), part(&change.multiplier))
}

/// The figure that the members tell together, and what they disagree about.
pub(crate) fn fold(members: &[(&str, &Statistic)]) -> (Statistic, Vec<Conflict>) {
    let mut fold = Fold::new(members);
    let figure = Statistic {
        indicator: fold.first(|f| f.indicator.as_ref()),
        subject: fold.first(|f| f.subject.as_ref()),
        value: fold.slot("value", |f| f.value.as_ref(), meaning_of_value),
        unit: fold.first(|f| f.unit.as_ref()),
        bound: fold.slot("bound", |f| f.bound.as_ref(), |bound| format!("{bound:?}")),
        approx: fold.first(|f| f.approx.as_ref()),
        period: fold.first(|f| f.period.as_ref()),
        status: fold.first(|f| f.status.as_ref()),
        change: fold.slot("change", |f| f.change.as_ref(), meaning_of_change),
        reported_by: fold.first(|f| f.reported_by.as_ref()),
    };
    (figure, fold.conflicts())
}
