//! What a user may choose about reading.

use crate::failure::Error;
use crate::format::Format;
use nghisu_text::Encoding;

/// How inputs are read. The default reads everything by its kind, text in whatever encoding it is.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Options {
    /// Read every input as this format, instead of by name and content.
    pub format: Option<Format>,
    /// The encoding of text and HTML files. JSON is UTF-8 unless an encoding other than `Auto` is given.
    pub encoding: Encoding,
    /// Which fields of a JSON record mean what.
    pub fields: Fields,
    /// The largest article in bytes, decompressed: a text file, a page, a line of JSON. Larger ones are failures.
    pub limit: usize,
    /// How many times its size a compressed file may unpack to. Beyond, and above 32 MB, it is taken for a bomb.
    pub expansion: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            format: None,
            encoding: Encoding::Auto,
            fields: Fields::default(),
            limit: 64 << 20,
            expansion: 500,
        }
    }
}

/// The roles that a field of a record can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Text,
    Id,
    Title,
    Url,
    Site,
    Author,
    Published,
}

impl Role {
    pub(crate) const COUNT: usize = 7;
}

/// The keys that each role of a JSON record is looked for under, best first.
///
/// ```
/// use nghisu_ingest::Fields;
/// let mut fields = Fields::default();
/// fields.map("text=noi_dung")?;
/// assert_eq!(fields.map("body of the text").unwrap_err().to_string(),
///     "--field body of the text: write NAME=KEY, where NAME is one of text, html, id, title, url, site, author, published");
/// # Ok::<(), nghisu_ingest::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Fields {
    /// Key, its role, its rank within the role (0 is best), whether it always holds HTML.
    keys: Vec<(String, Role, u8, bool)>,
}

impl Default for Fields {
    fn default() -> Self {
        let ranked = [
            (Role::Text, &["text", "content", "body", "html"][..]),
            (Role::Id, &["id", "doc_id", "url"]),
            (Role::Title, &["title"]),
            (Role::Url, &["url"]),
            (Role::Site, &["site", "site_name"]),
            (Role::Author, &["author"]),
            (Role::Published, &["published", "date"]),
        ];
        let mut keys = Vec::new();
        for (role, names) in ranked {
            for (rank, name) in (1..).zip(names) {
                keys.push(((*name).to_owned(), role, rank, *name == "html"));
            }
        }
        Self { keys }
    }
}

impl Fields {
    /// Reads one `NAME=KEY`: the field `KEY` has the role `NAME`, before the usual keys of that role.
    ///
    /// # Errors
    /// [`Error::Field`] when it is not of that form or `NAME` is no role.
    pub fn map(&mut self, mapping: &str) -> Result<(), Error> {
        let bad = || Error::Field(mapping.to_owned());
        let (name, key) = mapping.split_once('=').ok_or_else(bad)?;
        let role = match name.trim() {
            "text" | "html" => Role::Text,
            "id" => Role::Id,
            "title" => Role::Title,
            "url" => Role::Url,
            "site" => Role::Site,
            "author" => Role::Author,
            "published" => Role::Published,
            _ => return Err(bad()),
        };
        if key.is_empty() {
            return Err(bad());
        }
        self.keys.retain(|(_, other, rank, _)| *other != role || *rank > 0);
        self.keys.push((key.to_owned(), role, 0, name.trim() == "html"));
        Ok(())
    }

    /// The roles of a key, with rank and whether it always holds HTML. A key can have two (`url` is also an id).
    pub(crate) fn roles<'a>(&'a self, key: &'a str) -> impl Iterator<Item = (Role, u8, bool)> + 'a {
        self.keys
            .iter()
            .filter(move |entry| entry.0 == key)
            .map(|&(_, role, rank, html)| (role, rank, html))
    }

    /// The keys of the text, best first, for messages.
    pub(crate) fn text_keys(&self) -> String {
        let mut keys: Vec<_> = self.keys.iter().filter(|entry| entry.1 == Role::Text).collect();
        keys.sort_by_key(|entry| entry.2);
        keys.iter().map(|entry| entry.0.as_str()).collect::<Vec<_>>().join(", ")
    }
}
