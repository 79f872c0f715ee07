//! The date beside a legal document.

use super::Work;
use nghisu_document::layers::{Article, Edtf, Layers, MentionData};

/// Gives later mentions of a document by the same number the date that stands beside the first.
pub(crate) fn again(article: &Article<'_>, layers: &mut Layers) {
    for index in 1..layers.mentions.len() {
        let (before, rest) = layers.mentions.split_at_mut(index);
        let Some(MentionData::LegalDocument { date: date @ None, number: Some(number), .. }) =
            rest.first_mut().map(|m| &mut m.data)
        else {
            continue;
        };
        *date = before.iter().find_map(|m| match m.data {
            MentionData::LegalDocument { date: Some(date), number: Some(same), .. }
                if same.slice(article.text) == number.slice(article.text) =>
            {
                Some(date)
            }
            _ => None,
        });
    }
}

/// Gives documents the date that follows them: `Quyết định số 942/QĐ-TTg, ngày 15/6/2021`.
pub(crate) fn date(work: &Work<'_>, layers: &mut Layers) {
    for index in 0..layers.mentions.len() {
        let Some(&m) = layers.mentions.get(index) else { continue };
        let MentionData::LegalDocument { date: None, .. } = m.data else { continue };
        let mut at = m.tokens.end;
        if layers.tokens.get(at as usize).is_some_and(|t| t.word == work.words.comma) {
            at += 1;
        }
        let next = layers.mentions.iter().skip(index + 1).take_while(|d| d.tokens.start <= at + 1);
        let beside = next.filter(|d| {
            d.tokens.start == at
                || d.tokens.start == at + 1
                    && layers.tokens.get(at as usize).is_some_and(|t| t.word == work.words.day)
        });
        let found = beside.filter_map(|d| match d.data {
            MentionData::Date(value) => match value.value? {
                Edtf::Point(date) => Some(date),
                _ => None,
            },
            _ => None,
        });
        let Some(found) = found.last() else { continue };
        if let Some(m) = layers.mentions.get_mut(index)
            && let MentionData::LegalDocument { date, .. } = &mut m.data
        {
            *date = Some(found);
        }
    }
}
