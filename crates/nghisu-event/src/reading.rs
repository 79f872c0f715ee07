//! One article as the readers of events see it: tokens, cue words and outermost mentions.

use crate::cues::{CueHit, Cues, Tag};
use crate::words::Words;
use nghisu_document::layers::{
    EntityId, Filler, FillerValue, Holder, Layers, Mention, MentionData, MentionId, MentionKind,
    Sentence, Shape, Token, TokenRange, WordId,
};
use nghisu_text::NormSpan;

const NONE: u32 = u32::MAX;

/// What is worked out once an article, token by token.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    pub(crate) tags: Vec<Tag>,
    /// The tokens at which a word for a kind of meeting begins.
    pub(crate) meetings: Vec<u32>,
    /// The outermost mention over each token.
    over: Vec<u32>,
    /// Whether a token stands between quotation marks.
    quoted: Vec<bool>,
}

impl Marks {
    pub(crate) fn fill(&mut self, layers: &Layers, cues: &Cues, words: &Words) {
        cues.mark(layers, &mut self.tags);
        self.meetings.clear();
        let tagged = (0u32..).zip(&self.tags).filter(|(_, tag)| tag.contains(Tag::MEETING));
        self.meetings.extend(tagged.map(|(token, _)| token));
        self.over.clear();
        self.over.resize(layers.tokens.len(), NONE);
        let mut end = 0;
        for (id, mention) in (0u32..).zip(&layers.mentions) {
            if mention.tokens.start < end {
                continue;
            }
            end = mention.tokens.end;
            let range = mention.tokens.start as usize..mention.tokens.end as usize;
            if let Some(slots) = self.over.get_mut(range) {
                slots.fill(id);
            }
        }
        self.quoted.clear();
        // All marks are straight by now: the spaces tell an opening one from a closing one, so that
        // quotations may nest; else they open and close in turn. One crosses a line
        // where the next closes it.
        let mut depth = 0u32;
        let tokens = &layers.tokens;
        for (at, token) in tokens.iter().enumerate() {
            if token.shape.contains(Shape::LINE_START) {
                depth = u32::from(depth > 0 && closes_first(layers, at, words));
            }
            if token.word != words.quote {
                self.quoted.push(depth > 0);
                continue;
            }
            let starts = Shape::SPACE_BEFORE | Shape::LINE_START;
            let spaced = token.shape.intersects(starts);
            let follows = tokens.get(at + 1).is_none_or(after_closing);
            let before = at.checked_sub(1).and_then(|at| tokens.get(at));
            let ends = before.is_some_and(|t| t.word == words.stop);
            if spaced && !follows && depth < 2 && !(ends && depth > 0) {
                self.quoted.push(depth > 0);
                depth += 1;
            } else if spaced && !follows {
                // One was left open before.
                self.quoted.push(false);
                depth = 1;
            } else if depth > 0 {
                depth -= 1;
                self.quoted.push(depth > 0);
            } else {
                self.quoted.push(false);
                depth = 1;
            }
        }
    }
}

/// Whether the first quotation mark of a line closes what an earlier one opened.
fn closes_first(layers: &Layers, line: usize, words: &Words) -> bool {
    let rest = layers.tokens.get(line..).unwrap_or_default();
    let starts = Shape::SPACE_BEFORE | Shape::LINE_START;
    let mut marks = 0;
    for (at, token) in rest.iter().enumerate() {
        if at > 0 && token.shape.contains(Shape::LINE_START) {
            break;
        }
        if token.word == words.quote {
            let follows = rest.get(at + 1).is_none_or(after_closing);
            // The first mark of the line opens something itself.
            if marks == 0 && token.shape.intersects(starts) && !follows {
                return false;
            }
            marks += 1;
        }
    }
    marks % 2 == 1
}

/// Whether a token can stand after a closing mark of quotation, not right after an opening one: a
/// space or a mark of punctuation.
fn after_closing(next: &Token) -> bool {
    next.shape.intersects(Shape::SPACE_BEFORE | Shape::LINE_START | Shape::PUNCTUATION)
}

/// The layers of one article with its cue words.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) layers: &'a Layers,
    pub(crate) words: &'a Words,
    pub(crate) cues: &'a Cues,
    pub(crate) marks: &'a Marks,
}

impl<'a> Reading<'a> {
    pub(crate) fn word(&self, token: u32) -> WordId {
        self.layers.tokens.get(token as usize).map_or(WordId(NONE), |t| t.word)
    }

    pub(crate) fn shape(&self, token: u32) -> Shape {
        self.layers.tokens.get(token as usize).map_or(Shape::empty(), |t| t.shape)
    }

    pub(crate) fn is(&self, token: u32, word: WordId) -> bool {
        self.word(token) == word
    }

    pub(crate) fn any(&self, token: u32, words: &[WordId]) -> bool {
        words.contains(&self.word(token))
    }

    /// Whether words follow each other from a token on.
    pub(crate) fn phrase(&self, token: u32, words: &[WordId]) -> bool {
        (token..).zip(words).all(|(t, w)| self.is(t, *w))
    }

    pub(crate) fn is_mark(&self, token: u32) -> bool {
        self.shape(token).contains(Shape::PUNCTUATION)
    }

    pub(crate) fn tags(&self, token: u32) -> Tag {
        self.marks.tags.get(token as usize).copied().unwrap_or_default()
    }

    /// The longest cue word of a class at a token.
    pub(crate) fn cue(&self, token: u32, tag: Tag) -> Option<CueHit> {
        if !self.tags(token).intersects(tag) {
            return None;
        }
        self.cues.at(self.layers, token, tag)
    }

    /// Where a cue word of a class begins that ends before a token: `tối thiểu`, `xấp xỉ`.
    pub(crate) fn cue_before(&self, token: u32, tag: Tag) -> Option<u32> {
        (token.saturating_sub(4)..token).find(|start| {
            self.cue(*start, tag).is_some_and(|c| c.tokens.end == token) && !self.in_name(*start)
        })
    }

    /// The first token after the mark of a list's item: `a)`, `1.`, `-`.
    pub(crate) fn item_start(&self, from: u32) -> u32 {
        let w = self.words;
        if self.any(from, &[w.hyphen, w.dash, w.long_dash]) {
            return from + 1;
        }
        if self.shape(from).contains(Shape::LINE_START)
            && self.any(from + 1, &[w.close, w.stop])
            && self.layers.tokens.get(from as usize).is_some_and(|t| t.span.len() <= 2)
        {
            return from + 2;
        }
        from
    }

    pub(crate) fn quoted(&self, token: u32) -> bool {
        self.marks.quoted.get(token as usize).copied().unwrap_or(false)
    }

    pub(crate) fn mention(&self, id: MentionId) -> Option<&'a Mention> {
        self.layers.mentions.get(id.0 as usize)
    }

    /// The outermost mention over a token.
    pub(crate) fn over(&self, token: u32) -> Option<(MentionId, &'a Mention)> {
        let id = *self.marks.over.get(token as usize)?;
        Some((MentionId(id), self.layers.mentions.get(id as usize)?))
    }

    /// Whether a name, not a figure or a date, lies over a token.
    pub(crate) fn in_name(&self, token: u32) -> bool {
        self.over(token).is_some_and(|(_, m)| m.data.kind().is_name())
    }

    /// The outermost mention that begins at a token.
    pub(crate) fn starting(&self, token: u32) -> Option<(MentionId, &'a Mention)> {
        self.over(token).filter(|(_, m)| m.tokens.start == token)
    }

    /// The outermost mention that ends before a token.
    pub(crate) fn ending(&self, token: u32) -> Option<(MentionId, &'a Mention)> {
        self.over(token.checked_sub(1)?).filter(|(_, m)| m.tokens.end == token)
    }

    /// The mentions that begin in a range of tokens, in text order, nested ones too.
    pub(crate) fn mentions_in(
        &self,
        range: TokenRange,
    ) -> impl Iterator<Item = (MentionId, &'a Mention)> + use<'a> {
        let mentions = &self.layers.mentions;
        let from = mentions.partition_point(|m| m.tokens.start < range.start);
        let rest = mentions.get(from..).unwrap_or_default();
        (from as u32..)
            .map(MentionId)
            .zip(rest)
            .take_while(move |(_, m)| m.tokens.start < range.end)
    }

    pub(crate) fn span(&self, from: u32, to: u32) -> Option<NormSpan> {
        self.layers.span_of(TokenRange::new(from, to))
    }

    /// Whether a word of time and aspect (`đã`, `mới`) stands at a token by itself: not as the end
    /// of `phát hiện`, `đổi mới`.
    pub(crate) fn is_aspect(&self, token: u32) -> bool {
        let w = self.words;
        if !self.tags(token).contains(Tag::ASPECT) || self.in_name(token) {
            return false;
        }
        if self.is(token, w.hiện) {
            let compound = [w.phát, w.thực, w.thể, w.xuất, w.biểu];
            let after = [w.đại, w.hữu, w.trạng, w.vật, w.tượng, w.hành, w.trường];
            return !self.any(token + 1, &after)
                && !token.checked_sub(1).is_some_and(|t| self.any(t, &compound));
        }
        if self.any(token, &[w.mới, w.còn]) {
            return self.tags(token + 1).intersects(Tag::STATUS | Tag::ACTION_VERB)
                || self.any(token + 1, &[w.chỉ, w.được, w.có]);
        }
        true
    }

    /// The token after a word of time and aspect that stands at a token: `dự kiến` is two.
    pub(crate) fn aspect_end(&self, token: u32) -> u32 {
        self.cue(token, Tag::ASPECT).map_or(token + 1, |c| c.tokens.end)
    }

    /// Whether a verb of what bodies do stands at a token. Single syllables (`cấp`, `thu`, `ký`)
    /// are too often parts of other words.
    pub(crate) fn is_action(&self, token: u32) -> bool {
        self.cue(token, Tag::ACTION_VERB).is_some_and(|c| c.tokens.len() > 1)
            && !self.in_name(token)
    }

    /// A range without marks at either end, but for closing brackets and quotes that were opened.
    pub(crate) fn trim(&self, mut from: u32, mut to: u32) -> (u32, u32) {
        let w = self.words;
        let edge = [
            w.comma,
            w.semicolon,
            w.colon,
            w.stop,
            w.dots,
            w.ellipsis,
            w.question,
            w.exclamation,
            w.hyphen,
            w.dash,
            w.long_dash,
            w.slash,
        ];
        while from < to && (self.any(from, &edge) || self.any(from, &[w.right, w.close])) {
            from += 1;
        }
        while to > from && (self.any(to - 1, &edge) || self.any(to - 1, &[w.left, w.open])) {
            to -= 1;
        }
        (from, to)
    }

    /// A filler of the words of a range, with the mention that is exactly there.
    pub(crate) fn filler(&self, from: u32, to: u32) -> Option<Filler> {
        if let Some((id, mention)) = self.over(from)
            && mention.tokens == TokenRange::new(from, to)
        {
            return Some(self.filler_of(id));
        }
        Some(Filler::span(self.span(from, to)?))
    }

    /// A filler that is a mention, with what it names and its value.
    pub(crate) fn filler_of(&self, id: MentionId) -> Filler {
        let Some(mention) = self.mention(id) else { return Filler::default() };
        let value = match mention.data {
            MentionData::Date(date) => date.value.map_or(FillerValue::None, FillerValue::Date),
            MentionData::Percent(amount)
            | MentionData::Quantity(amount)
            | MentionData::Multiplier(amount)
            | MentionData::Money { amount, .. } => FillerValue::Number(amount.value),
            MentionData::Ordinal(value) => FillerValue::Number(value),
            MentionData::Ratio { numerator, denominator, .. } => {
                FillerValue::Ratio(numerator, denominator)
            }
            _ => FillerValue::None,
        };
        Filler {
            span: mention.span,
            mention: Some(id),
            entity: self.entity_of(mention),
            value,
            ..Filler::default()
        }
    }

    /// What a mention names; of a role, who holds it.
    pub(crate) fn entity_of(&self, mention: &Mention) -> Option<EntityId> {
        match mention.data {
            MentionData::Role { holder: Some(Holder::Entity(entity)), .. } => Some(entity),
            MentionData::Role { holder: Some(Holder::Mention(id)), .. } => {
                self.mention(id)?.data.entity()
            }
            _ => mention.data.entity(),
        }
    }

    /// The sentence that a token stands in.
    pub(crate) fn sentence_of(&self, token: u32) -> Option<&'a Sentence> {
        self.layers.sentences.get(self.layers.sentence_at(token)?)
    }

    /// The first token of the clause that a token stands in: after `;`, `:`, a comma outside of
    /// mentions, or the sentence's first.
    pub(crate) fn clause_start(&self, from: u32, token: u32) -> u32 {
        let w = self.words;
        let mut start = token;
        while start > from {
            let before = start - 1;
            if self.any(before, &[w.semicolon, w.colon, w.comma]) && !self.in_name(before) {
                break;
            }
            start = before;
        }
        start
    }

    pub(crate) fn kind_at(&self, token: u32) -> Option<MentionKind> {
        self.over(token).map(|(_, m)| m.data.kind())
    }
}
