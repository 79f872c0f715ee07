//! What the pipeline is given.

use nghisu_document::layers::{PartialDate, PublishedFrom, SectionKind};
use nghisu_text::OrigSpan;

/// One article, as its reader found it. Every field but `id` and `text` may be left empty.
///
/// ```
/// use nghisu::Input;
///
/// let input = Input { id: "a1", text: "Sáng 8/8, Chính phủ họp.", ..Input::default() };
/// assert!(input.title.is_none());
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Input<'a> {
    /// The id that its records carry.
    pub id: &'a str,
    /// The text, decoded and otherwise untouched: every offset counts in it.
    pub text: &'a str,
    /// Path under the input root.
    pub path: Option<&'a str>,
    /// Where it was published.
    pub url: Option<&'a str>,
    /// The site's name.
    pub site: Option<&'a str>,
    /// The title that stands beside the text.
    pub title: Option<&'a str>,
    /// Who wrote it.
    pub author: Option<&'a str>,
    /// When it was published, as found: ISO 8601, or `20/6/2025`.
    pub published: Option<&'a str>,
    /// Whether `published` was read in a page's metadata rather than given by the user.
    pub published_in_meta: bool,
    /// What the reader of the format knew of the blocks, in text order.
    pub blocks: &'a [Block],
}

/// A block of the text and what it was in the source format: bytes of the original text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: OrigSpan,
    /// What it was.
    pub kind: SectionKind,
}

impl Input<'_> {
    /// The day of publication that was given, where it can be read.
    pub(crate) fn published_date(&self) -> Option<(PartialDate, PublishedFrom)> {
        let from = if self.published_in_meta { PublishedFrom::Meta } else { PublishedFrom::Given };
        Some((read_date(self.published?)?, from))
    }
}

/// Reads a date as metadata and users write it: `2025-06-20T17:07+07:00` (the day as written, in its own zone), `2025-06`, `2025`,
/// `20/6/2025` and `20-6-2025`.
/// Reads a day, month or year in the forms that articles and users write.
pub fn read_date(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let date =
        text.split(['T', ' ', ',']).find(|part| part.starts_with(|c: char| c.is_ascii_digit()))?;
    let mut parts = date.split(['-', '/', '.']).map(|p| p.parse::<u16>().ok());
    let first = parts.next()??;
    let second = parts.next();
    let third = parts.next();
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) = match (second, third) {
        (None, _) => (first, None, None),
        (Some(second), None) => (first, Some(second?), None),
        (Some(second), Some(third)) if first > 31 => (first, Some(second?), Some(third?)),
        (Some(second), Some(third)) => (third?, Some(second?), Some(first)),
    };
    let valid = (1900..2200).contains(&year)
        && month.is_none_or(|m| (1..=12).contains(&m))
        && day.is_none_or(|d| (1..=31).contains(&d));
    valid.then(|| PartialDate {
        year,
        month: month.unwrap_or(0) as u8,
        day: day.unwrap_or(0) as u8,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publication_dates_are_read_in_every_usual_form() {
        for (written, expected) in [
            ("2025-06-20T17:07+07:00", Some("2025-06-20")),
            ("2025-06-20 17:07", Some("2025-06-20")),
            ("2025-06", Some("2025-06")),
            ("2025", Some("2025")),
            ("20/6/2025", Some("2025-06-20")),
            ("20-06-2025 08:15", Some("2025-06-20")),
            ("17:07, 20/6/2025", None),
            ("hôm qua", None),
            ("2025-13-01", None),
            ("", None),
        ] {
            assert_eq!(read_date(written).map(|d| d.to_string()).as_deref(), expected, "{written}");
        }
    }
}
