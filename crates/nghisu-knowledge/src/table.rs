use crate::Error;

/// A tab-separated table: first line the header, no quoting, `|` between the values of a cell.
pub(crate) struct Table<'a> {
    file: &'a str,
    columns: Vec<&'a str>,
    text: &'a str,
}

/// One line of a table.
pub(crate) struct Row<'t, 'a> {
    table: &'t Table<'a>,
    cells: Vec<&'a str>,
    /// Counted from 1, the header included.
    pub(crate) line: u32,
}

impl<'a> Table<'a> {
    pub(crate) fn new(
        file: &'a str,
        text: &'a str,
        required: &[&'static str],
    ) -> Result<Self, Error> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let header = text.lines().next().unwrap_or_default();
        let columns: Vec<_> = header.split('\t').collect();
        for column in required {
            if !columns.contains(column) {
                return Err(Error::Column { file: file.to_owned(), column });
            }
        }
        Ok(Self { file, columns, text })
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_, 'a>> {
        let lines = self.text.lines().zip(1u32..).skip(1);
        lines.filter(|(line, _)| !line.trim().is_empty()).map(|(text, line)| Row {
            table: self,
            cells: text.split('\t').collect(),
            line,
        })
    }
}

impl<'a> Row<'_, 'a> {
    /// The cell of a column; empty where the table lacks the column or the row is short.
    pub(crate) fn get(&self, column: &str) -> &'a str {
        let index = self.table.columns.iter().position(|c| *c == column);
        index.and_then(|i| self.cells.get(i)).map_or("", |cell| cell.trim())
    }

    /// The values of a cell.
    pub(crate) fn list(&self, column: &str) -> Vec<Box<str>> {
        let values = self.get(column).split('|').map(str::trim);
        values.filter(|v| !v.is_empty()).map(Into::into).collect()
    }

    /// A cell that must not be empty.
    pub(crate) fn required(&self, column: &'static str) -> Result<Box<str>, Error> {
        match self.get(column) {
            "" => Err(self.error(format!("the column {column:?} is empty"))),
            value => Ok(value.into()),
        }
    }

    pub(crate) fn error(&self, message: String) -> Error {
        Error::Row { file: self.table.file.to_owned(), line: self.line, message }
    }
}
