//! The formats that are read, and how a file's is told. A new format is a variant here and a file beside this one.

use crate::archive::{TarReader, WarcReader};
use crate::compression::{self, Stream};
use crate::csv::CsvReader;
use crate::failure::{Failure, Stage};
use crate::origin::{Origin, Reader};
use crate::{html, json, parquet, text};
use std::io::BufRead;

/// A kind of file that holds articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// One article a file.
    Text,
    /// One page, or the HTML body of one article, a file.
    Html,
    /// JSON Lines, one array of records, or records one after another.
    Json,
    /// Rows under a header.
    Csv,
    /// Rows in columns. It is read from its end, so only from a file.
    Parquet,
    /// Pages as a crawler keeps them.
    Warc,
    /// Files in one file.
    Tar,
}

impl Format {
    /// The format of the name that the command line uses: `text`, `html`, `jsonl` or `json`, `csv`,
    /// `parquet`, `warc`, `tar`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "text" => Some(Self::Text),
            "html" => Some(Self::Html),
            "jsonl" | "json" => Some(Self::Json),
            "csv" => Some(Self::Csv),
            "parquet" => Some(Self::Parquet),
            "warc" => Some(Self::Warc),
            "tar" => Some(Self::Tar),
            _ => None,
        }
    }

    /// Opens a reader of this format.
    pub(crate) fn reader(self, stream: Stream, origin: Origin) -> Result<Box<dyn Reader>, Failure> {
        Ok(match self {
            Self::Text => Box::new(text::TextReader::new(stream, origin)),
            Self::Html => Box::new(html::PageReader::new(stream, origin)),
            Self::Json => json::reader(stream, origin),
            Self::Csv => Box::new(CsvReader::new(stream, origin)),
            Self::Warc => Box::new(WarcReader::new(stream, origin)),
            Self::Tar => Box::new(TarReader::new(stream, origin)),
            Self::Parquet => {
                let message = "Parquet is read from its end: give the file itself, not in an archive, \
                               not compressed, not through a pipe";
                return Err(origin.failure(Stage::Parquet, message));
            }
        })
    }
}

/// What a file's name says of its format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ByName {
    Format(Format),
    /// Its content must say.
    Unknown,
    /// It accompanies articles and is none.
    NoArticle(String),
}

/// Files that stand beside articles: documentation, licences, and descriptions of the other files.
const COMPANIONS: [&str; 7] =
    ["readme", "license", "licence", "copying", "changelog", "notice", "manifest"];

/// Judges a file by its name alone, compression left aside.
pub(crate) fn by_name(name: &str) -> ByName {
    let name = name.to_ascii_lowercase();
    let plain =
        compression::EXTENSIONS.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
    if COMPANIONS.iter().any(|companion| plain.starts_with(companion)) || plain.contains("sidecar")
    {
        return ByName::NoArticle("by its name it accompanies articles".to_owned());
    }
    match plain.rsplit_once('.') {
        None => ByName::Unknown,
        Some((_, "txt" | "text")) => ByName::Format(Format::Text),
        Some((_, "html" | "htm" | "xhtml" | "shtml")) => ByName::Format(Format::Html),
        Some((_, "jsonl" | "ndjson" | "json")) => ByName::Format(Format::Json),
        Some((_, "csv")) => ByName::Format(Format::Csv),
        Some((_, "parquet")) => ByName::Format(Format::Parquet),
        // Common Crawl's text of pages is WARC, too.
        Some((_, "warc" | "wet")) => ByName::Format(Format::Warc),
        Some((_, "tar" | "tgz" | "tbz2" | "txz" | "tzst")) => ByName::Format(Format::Tar),
        Some((_, extension)) => {
            ByName::NoArticle(format!("`.{extension}` is no format of articles that is read"))
        }
    }
}

/// Judges a stream by its first bytes.
pub(crate) fn by_content(stream: &mut dyn BufRead) -> Result<Format, (Stage, String)> {
    let start = stream.fill_buf().map_err(|e| (Stage::Read, e.to_string()))?;
    let start = start.get(..start.len().min(4096)).unwrap_or(start);
    if start.get(257..262).is_some_and(|mark| mark == b"ustar") {
        return Ok(Format::Tar);
    }
    if start.starts_with(b"WARC/1.") {
        return Ok(Format::Warc);
    }
    if start.starts_with(parquet::MAGIC) {
        return Ok(Format::Parquet);
    }
    let wide = start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]);
    if start.contains(&0) && !wide {
        return Err((
            Stage::Format,
            "neither text nor HTML nor JSON: it holds zero bytes".to_owned(),
        ));
    }
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    Ok(match start {
        [b'{', ..] => Format::Json,
        [b'[', rest @ ..] if matches!(rest.trim_ascii_start(), [b'{' | b']', ..]) => Format::Json,
        [b'<', b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z', ..] => Format::Html,
        _ => Format::Text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_formats_and_companions() {
        let format = ByName::Format;
        for (name, expected) in [
            ("tin.txt", format(Format::Text)),
            ("TIN.HTM", format(Format::Html)),
            ("tin.jsonl.zst", format(Format::Json)),
            ("tin.json.gz", format(Format::Json)),
            ("tin.csv.xz", format(Format::Csv)),
            ("CC-MAIN-20240712-00001.warc.gz", format(Format::Warc)),
            ("tin.tar.bz2", format(Format::Tar)),
            ("tin.tgz", format(Format::Tar)),
            ("tin.parquet", format(Format::Parquet)),
            ("tin", ByName::Unknown),
            ("tin.gz", ByName::Unknown),
        ] {
            assert_eq!(by_name(name), expected, "{name}");
        }
        for name in [
            "README",
            "README.txt",
            "manifest.json",
            "a-SIDECAR-b.jsonl",
            "a.tsv",
            "a.conllu",
            "a.png",
            "a.md",
        ] {
            assert!(matches!(by_name(name), ByName::NoArticle(_)), "{name}");
        }
    }

    #[test]
    fn content_tells_formats() {
        for (content, expected) in [
            ("{\"text\": \"a\"}", Format::Json),
            ("\u{feff}\n [ {\"text\": \"a\"}]", Format::Json),
            ("[Infographic] Tin", Format::Text),
            ("<!DOCTYPE html>", Format::Html),
            ("\n<p>Tin</p>", Format::Html),
            ("< 5% dân số", Format::Text),
            ("Tin", Format::Text),
            ("", Format::Text),
        ] {
            assert_eq!(by_content(&mut content.as_bytes()), Ok(expected), "{content:?}");
        }
        assert!(by_content(&mut &b"PK\x03\x04\0\0"[..]).is_err());
    }
}
