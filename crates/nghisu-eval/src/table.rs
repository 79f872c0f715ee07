//! The report as aligned text, and as Markdown.

use std::fmt;

use crate::report::{Group, Report, Row};
use crate::tally::Measure;

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.sentence())?;
        for table in self.tables() {
            writeln!(f)?;
            for cells in std::iter::once(&table.head).chain(&table.rows) {
                let mut line = String::new();
                for (column, (cell, width)) in cells.iter().zip(table.widths()).enumerate() {
                    match column {
                        0 => line.push_str(&format!("{cell:width$}")),
                        _ => line.push_str(&format!("  {cell:>width$}")),
                    }
                }
                writeln!(f, "{}", line.trim_end())?;
            }
        }
        Ok(())
    }
}

impl Report {
    /// The report as Markdown tables.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut out = format!("{}\n", self.sentence());
        for table in self.tables() {
            out.push('\n');
            push_line(&mut out, &table.head);
            out.push_str("|---|");
            out.push_str(&"---:|".repeat(table.head.len().saturating_sub(1)));
            out.push('\n');
            for cells in &table.rows {
                push_line(&mut out, cells);
            }
        }
        out
    }

    /// One a group; the slots of matched events are a column beside those of all.
    fn tables(&self) -> impl Iterator<Item = Table> {
        let named = |name: &str| self.groups.iter().find(|group| group.name == name);
        let matched = named(Measure::MatchedSlots.name());
        let shown = |group: &&Group| group.name != Measure::MatchedSlots.name();
        self.groups.iter().filter(shown).map(move |group| {
            let slots = group.name == Measure::Slots.name();
            Table::new(group, slots.then(|| matched.map_or(&[][..], |group| &group.rows)))
        })
    }

    fn sentence(&self) -> String {
        let plural = if self.documents == 1 { "" } else { "s" };
        let mut sentence = format!("{} document{plural} scored", self.documents);
        if self.missing > 0 {
            sentence.push_str(&format!("; {} of gold not predicted, left out", self.missing));
        }
        if self.documents > 1 {
            sentence.push_str("; intervals: 95 %, bootstrap over documents");
        }
        sentence.push('.');
        sentence
    }
}

fn push_line(out: &mut String, cells: &[String]) {
    out.push('|');
    for cell in cells {
        out.push_str(&format!(" {cell} |"));
    }
    out.push('\n');
}

struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// `matched`: of slots, the rows of those events that were found.
    fn new(group: &Group, matched: Option<&[Row]>) -> Self {
        let accuracy = Measure::ALL.iter().any(|m| m.name() == group.name && m.is_accuracy());
        let mut head = vec![group.name];
        head.extend(if accuracy {
            &["asked", "right", "accuracy"][..]
        } else {
            &["gold", "predicted", "right", "P", "R", "F1"]
        });
        let intervals = group.rows.iter().any(|row| row.interval.is_some());
        if intervals {
            head.push("95 %");
        }
        if matched.is_some() {
            head.extend(["exact", "F1 if matched"]);
        }
        let rows = group.rows.iter().map(|row| {
            let mut cells = vec![row.name.clone(), number(row.hits + row.misses)];
            if accuracy {
                cells.extend([number(row.hits), percent(row.accuracy)]);
            } else {
                cells.extend([number(row.hits + row.false_alarms), number(row.hits)]);
                cells.extend([row.precision, row.recall, row.f1].map(percent));
            }
            if intervals {
                cells.push(interval(row));
            }
            if let Some(matched) = matched {
                let found = matched.iter().find(|other| other.name == row.name);
                cells.extend([number(row.exact), percent(found.and_then(|row| row.f1))]);
            }
            cells
        });
        let rows = rows.collect();
        Self { head: head.into_iter().map(str::to_owned).collect(), rows }
    }

    fn widths(&self) -> Vec<usize> {
        let mut widths = vec![0; self.head.len()];
        for cells in std::iter::once(&self.head).chain(&self.rows) {
            for (width, cell) in widths.iter_mut().zip(cells) {
                *width = (*width).max(cell.chars().count());
            }
        }
        widths
    }
}

fn number(count: f64) -> String {
    if count.fract() == 0.0 { format!("{count:.0}") } else { format!("{count:.1}") }
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.1}", 100.0 * share))
}

fn interval(row: &Row) -> String {
    match row.interval {
        Some([low, high]) => format!("{:.1}–{:.1}", 100.0 * low, 100.0 * high),
        None => "–".to_owned(),
    }
}
