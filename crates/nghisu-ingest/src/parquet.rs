//! Parquet: a row is a record, a column a field. Only the columns that an article is made of are read.

use crate::article::Draft;
use crate::failure::{Failure, Stage};
use crate::fields::Taken;
use crate::origin::{Origin, Reader};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};
use parquet::schema::types::Type;
use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// What a file of this format begins, and ends, with.
pub(crate) const MAGIC: &[u8] = b"PAR1";

pub(crate) struct ParquetReader {
    rows: Option<RowIter<'static>>,
    origin: Origin,
    number: u64,
}

impl ParquetReader {
    pub(crate) fn open(file: File, origin: Origin) -> Result<Self, Failure> {
        let opened = guarded(|| {
            let reader = SerializedFileReader::new(file).map_err(|e| e.to_string())?;
            let schema = reader.metadata().file_metadata().schema();
            let wanted: Vec<Arc<Type>> = schema
                .get_fields()
                .iter()
                .filter(|column| origin.options.fields.roles(column.name()).next().is_some())
                .cloned()
                .collect();
            let schema = Type::group_type_builder(schema.name()).with_fields(wanted).build();
            let schema = schema.map_err(|e| e.to_string())?;
            RowIter::from_file_into(Box::new(reader))
                .project(Some(schema))
                .map_err(|e| e.to_string())
        });
        match opened {
            Ok(rows) => Ok(Self { rows: Some(rows), origin, number: 0 }),
            Err(message) => Err(origin.failure(Stage::Parquet, message)),
        }
    }

    fn draft(&self, row: &Row) -> Result<Draft, Failure> {
        let mut taken = Taken::default();
        for (key, field) in row.get_column_iter() {
            taken.offer(&self.origin.options.fields, key, words(field).as_deref());
        }
        let place = format!("{}#{}", self.origin.path, self.number);
        let draft = taken.draft(&self.origin, self.number, place.clone())?;
        if draft.size() > self.origin.options.limit {
            return Err(Failure::new(place, Stage::Read, self.origin.too_long()));
        }
        Ok(draft)
    }
}

impl Reader for ParquetReader {
    fn next_draft(&mut self) -> Option<Result<Draft, Failure>> {
        let rows = self.rows.as_mut()?;
        self.number += 1;
        match guarded(|| rows.next().transpose().map_err(|e| e.to_string())) {
            Ok(Some(row)) => Some(self.draft(&row)),
            Ok(None) => {
                self.rows = None;
                None
            }
            Err(message) => {
                self.rows = None;
                let place = format!("{}#{}", self.origin.path, self.number);
                let message = format!("{message}; what follows in this file is lost");
                Some(Err(Failure::new(place, Stage::Parquet, message)))
            }
        }
    }
}

/// The crate panics on some broken files; to us that is one more way of being broken.
fn guarded<T>(read: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err("the file is broken".to_owned()))
}

/// As JSON's values are read: strings and numbers, lists of them joined by newlines, nothing for the rest.
fn words(field: &Field) -> Option<String> {
    Some(match field {
        Field::Str(text) => text.clone(),
        Field::Bytes(bytes) => String::from_utf8(bytes.data().to_vec()).ok()?,
        Field::Byte(n) => n.to_string(),
        Field::Short(n) => n.to_string(),
        Field::Int(n) => n.to_string(),
        Field::Long(n) => n.to_string(),
        Field::UByte(n) => n.to_string(),
        Field::UShort(n) => n.to_string(),
        Field::UInt(n) => n.to_string(),
        Field::ULong(n) => n.to_string(),
        Field::Date(_) | Field::TimestampMillis(_) | Field::TimestampMicros(_) => time(field),
        Field::ListInternal(list) => {
            let elements: Vec<String> = list.elements().iter().filter_map(words).collect();
            if elements.is_empty() {
                return None;
            }
            elements.join("\n")
        }
        _ => return None,
    })
}

/// `2024-07-19 08:30:00 +00:00`, as the crate prints it, in the form of ISO 8601.
fn time(field: &Field) -> String {
    let printed = field.to_string();
    let mut parts = printed.split(' ');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(day), Some(clock), Some(zone)) => format!("{day}T{clock}{zone}"),
        _ => printed,
    }
}
