//! A record's fields become an article: from JSON, CSV and Parquet alike.

use crate::article::{Body, Draft, PublishedFrom};
use crate::failure::{Failure, Stage};
use crate::html;
use crate::options::{Fields, Role};
use crate::origin::Origin;

/// The best value found so far for each role.
#[derive(Default)]
pub(crate) struct Taken {
    found: [Option<Held>; Role::COUNT],
    has_text_key: bool,
}

struct Held {
    value: String,
    rank: u8,
    html: bool,
}

impl Taken {
    /// Offers the value of a key. One that says nothing takes no better one's place.
    pub(crate) fn offer(&mut self, fields: &Fields, key: &str, value: Option<&str>) {
        for (role, rank, html) in fields.roles(key) {
            self.has_text_key |= role == Role::Text;
            let Some(place) = self.found.get_mut(role as usize) else { continue };
            let better = place.as_ref().is_none_or(|held| rank < held.rank);
            if let Some(value) = value.filter(|value| better && !value.trim().is_empty()) {
                *place = Some(Held { value: value.to_owned(), rank, html });
            }
        }
    }

    /// The draft of the `number`th record (from 1), at `place`.
    pub(crate) fn draft(
        self,
        origin: &Origin,
        number: u64,
        place: String,
    ) -> Result<Draft, Failure> {
        if !self.has_text_key {
            let keys = origin.options.fields.text_keys();
            let message =
                format!("no text: none of the fields {keys} is there; name yours with text=KEY");
            return Err(Failure::new(place, Stage::Fields, message));
        }
        let [text, id, title, url, site, author, published] = self.found;
        let Some(Held { value: text, html: always_html, .. }) = text else {
            return Err(Failure::new(place, Stage::Empty, "the field of the text holds none"));
        };
        let body = if always_html || html::is_markup(&text) {
            Body::Markup(text)
        } else {
            Body::Text(text)
        };
        let value = |held: Option<Held>| held.map(|held| held.value);
        let mut draft = origin.record(value(id), number, place, body);
        draft.article.title = value(title);
        draft.article.url = value(url);
        draft.article.site = value(site);
        draft.article.author = value(author);
        draft.article.published = value(published);
        draft.article.published_from =
            draft.article.published.as_ref().map(|_| PublishedFrom::Given);
        Ok(draft)
    }
}
