//! The gazetteer, rules and weights of nghisu as embedded bytes with checked digests.
//!
//! `gazetteer/` and `rules/` are what people edit; `compiled/nghisu.bin` is made of them by
//! `just models` and embedded here. There is no algorithm in this crate: it packs sections into
//! one blob and takes them out again.
//!
//! ```
//! let models = nghisu_models::compiled()?;
//! assert!(!models.vocabulary.is_empty());
//! # Ok::<(), nghisu_models::Error>(())
//! ```

use std::fmt;
use xxhash_rust::xxh3::xxh3_64;

macro_rules! tables {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../gazetteer/", $name)))),*]
    };
}

/// The blob that `just models` makes.
static COMPILED: &[u8] = include_bytes!("../compiled/nghisu.bin");

/// The tables the gazetteer was compiled of: name and text. A user's own rows are compiled
/// together with them.
pub static TABLES: &[(&str, &str)] = &tables![
    "abbreviations.tsv",
    "agencies.tsv",
    "cues.tsv",
    "currencies.tsv",
    "legal_documents.tsv",
    "legal_issuers.tsv",
    "legal_types.tsv",
    "name_parts.tsv",
    "offices.tsv",
    "org_heads.tsv",
    "persons.tsv",
    "place_types.tsv",
    "places.tsv",
    "programs.tsv",
    "titles.tsv",
    "units.tsv",
];

/// The first bytes of a blob; the last one is the version of its layout.
const MAGIC: &[u8; 8] = b"nghisu\0\x01";

/// The sections of a blob.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Models<'a> {
    /// The word forms, one a line, in the order of their numbers.
    pub vocabulary: &'a str,
    /// The compiled gazetteer, as `nghisu-knowledge` reads it.
    pub gazetteer: &'a [u8],
    /// The compiled rules, as `nghisu-rules` reads them.
    pub rules: &'a [u8],
    /// XXH3 of the three sections: the version of the data.
    pub digest: u64,
}

/// A blob that can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// It does not begin as a blob of this version does.
    Header,
    /// It is shorter than it says.
    Truncated,
    /// Its bytes are not those that were written.
    Digest,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self {
            Self::Header => "is no model file of this version",
            Self::Truncated => "is cut short",
            Self::Digest => "is damaged: its digest is another",
        };
        write!(f, "the compiled models: this {what}; make it again with `just models`")
    }
}

impl std::error::Error for Error {}

/// The models that ship with this version.
pub fn compiled() -> Result<Models<'static>, Error> {
    unpack(COMPILED)
}

/// Packs the sections into one blob.
pub fn pack(vocabulary: &str, gazetteer: &[u8], rules: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for section in [vocabulary.as_bytes(), gazetteer, rules] {
        body.extend_from_slice(&(section.len() as u64).to_le_bytes());
        body.extend_from_slice(section);
    }
    let mut blob = MAGIC.to_vec();
    blob.extend_from_slice(&xxh3_64(&body).to_le_bytes());
    blob.append(&mut body);
    blob
}

/// Takes the sections out of a blob, checking its digest.
pub fn unpack(blob: &[u8]) -> Result<Models<'_>, Error> {
    let rest = blob.strip_prefix(MAGIC).ok_or(Error::Header)?;
    let (digest, body) = number(rest)?;
    if xxh3_64(body) != digest {
        return Err(Error::Digest);
    }
    let (vocabulary, rest) = section(body)?;
    let (gazetteer, rest) = section(rest)?;
    let (rules, _) = section(rest)?;
    let vocabulary = str::from_utf8(vocabulary).map_err(|_| Error::Digest)?;
    Ok(Models { vocabulary, gazetteer, rules, digest })
}

fn number(bytes: &[u8]) -> Result<(u64, &[u8]), Error> {
    let (number, rest) = bytes.split_first_chunk::<8>().ok_or(Error::Truncated)?;
    Ok((u64::from_le_bytes(*number), rest))
}

fn section(bytes: &[u8]) -> Result<(&[u8], &[u8]), Error> {
    let (length, rest) = number(bytes)?;
    let length = usize::try_from(length).map_err(|_| Error::Truncated)?;
    rest.split_at_checked(length).ok_or(Error::Truncated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_of_the_folder_is_embedded() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/gazetteer");
        let mut there: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".tsv"))
            .collect();
        there.sort();
        let embedded: Vec<&str> = TABLES.iter().map(|(name, _)| *name).collect();
        assert_eq!(embedded, there, "name every table in TABLES, in alphabetical order");
    }

    #[test]
    fn what_was_packed_comes_out() {
        let blob = pack("nghị\nsự", b"\0gazetteer", b"");
        let models = unpack(&blob).unwrap();
        assert_eq!(models.vocabulary, "nghị\nsự");
        assert_eq!(models.gazetteer, b"\0gazetteer");
        assert_eq!(models.rules, b"");
    }

    #[test]
    fn damage_is_noticed() {
        let blob = pack("a", b"b", b"c");
        assert_eq!(unpack(b"PK\x03\x04"), Err(Error::Header));
        for cut in 0..blob.len() {
            assert!(unpack(&blob[..cut]).is_err(), "cut at {cut}");
        }
        let mut flipped = blob.clone();
        *flipped.last_mut().unwrap() ^= 1;
        assert_eq!(unpack(&flipped), Err(Error::Digest));
    }
}
