//! Tokens: cut once, numbered by the vocabulary.

use crate::cache::{Cache, Key, Known};
use crate::pieces::{Piece, Pieces};
use crate::shape::shape;
use nghisu_document::layers::{
    Article, LayerSet, Layers, LocalWords, Shape, Stage, Token, Vocabulary, WordId,
};
use nghisu_text::NormSpan;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The stage that writes `Layers::tokens`.
///
/// The rules, each by its reason:
///
/// - Digits with points and commas between them are one token, whatever the number means:
///   `40.590`, `71,79`, `19.7.2024`, `2.1`.
/// - Every other mark is a token: `19/7/2024` has 5, `TT&TT` 3, `942/QĐ-TTg` 5, `13:42` 3,
///   `TP.HCM` 3. Two points or more are one token (`...`), and so are three or more of another
///   mark (`-----`).
/// - Letters followed by digits are one token where the letters are one or two, or all capitals:
///   `km2`, `m3`, `U23`, `KH2021`, `QL1A`; elsewhere a space is missing, and `năm2023` has two.
///   `m²` is one token.
/// - Digits followed by letters are two tokens, a number and its unit: `20km`, `98.366m2`, and
///   `8h30` has three. But at most two digits with one capital are a name: `4G`, `3D`, `5A`.
/// - An apostrophe joins what stands on both its sides where one of them is short: `H'Mông`, `M'gar`.
/// - URLs, host names with a known last label (`Chinhphu.vn`) and mail addresses are one token.
/// - Other scripts and symbols are cut by Unicode's word boundaries (UAX 29).
///
/// An address, another script and a symbol are [`Shape::OTHER`]. A word in capitals that is a
/// valid Vietnamese syllable is a [`Shape::SYLLABLE`], not an abbreviation: headlines stand in capitals.
#[derive(Debug)]
pub struct Tokenizer {
    vocabulary: Arc<Vocabulary>,
    /// Tells scratch memory that was used with another vocabulary.
    serial: u64,
}

/// What a [`Tokenizer`] keeps from article to article.
#[derive(Debug, Default)]
pub struct TokenizerScratch {
    cache: Cache,
    local: LocalWords,
    form: String,
    folded: String,
    /// By word number of the vocabulary, whether it is a written syllable, once that was asked.
    vietnamese: Vec<Option<bool>>,
    serial: u64,
}

impl Tokenizer {
    /// A tokenizer over a frozen vocabulary.
    pub fn new(vocabulary: Arc<Vocabulary>) -> Self {
        static SERIAL: AtomicU64 = AtomicU64::new(1);
        Self { vocabulary, serial: SERIAL.fetch_add(1, Ordering::Relaxed) }
    }

    fn known(&self, text: &str, piece: &Piece, scratch: &mut TokenizerScratch) -> Known {
        let from = text.as_bytes().get(piece.start..).unwrap_or_default();
        let key = Key::of(from, piece.end - piece.start);
        if let Some(key) = &key
            && let Some(known) = scratch.cache.get(key)
        {
            return known;
        }
        let text = text.get(piece.start..piece.end).unwrap_or_default();
        self.learn(text, piece, key, scratch)
    }

    /// What a token is that the cache does not hold.
    #[cold]
    fn learn(
        &self,
        text: &str,
        piece: &Piece,
        key: Option<Key>,
        scratch: &mut TokenizerScratch,
    ) -> Known {
        nghisu_text::word_key(text, &mut scratch.form);
        let frozen = self.vocabulary.get(&scratch.form);
        let (word, bare) = match frozen {
            Some(word) => (word, self.vocabulary.bare(word)),
            None => {
                nghisu_text::fold(&scratch.form, &mut scratch.folded);
                let word = scratch.local.id(&self.vocabulary, &scratch.form);
                let bare = match self.vocabulary.get(&scratch.folded) {
                    Some(bare) => bare,
                    None => scratch.local.id(&self.vocabulary, &scratch.folded),
                };
                (word, bare)
            }
        };
        let TokenizerScratch { form, vietnamese, .. } = scratch;
        let shape = shape(text, piece.form, || match vietnamese.get_mut(word.0 as usize) {
            Some(answer) => *answer.get_or_insert_with(|| nghisu_text::is_syllable(form)),
            None => nghisu_text::is_syllable(form),
        });
        let known = Known { word, bare, shape };
        if let Some(key) = &key {
            scratch.cache.put(key, known, frozen.is_some());
        }
        known
    }
}

impl Stage for Tokenizer {
    type Scratch = TokenizerScratch;
    const NAME: &'static str = "tokens";
    const READS: LayerSet = LayerSet::empty();
    const WRITES: LayerSet = LayerSet::TOKENS;

    fn run(&self, article: &Article<'_>, layers: &mut Layers, scratch: &mut Self::Scratch) {
        if scratch.serial != self.serial {
            scratch.cache.clear();
            scratch.vietnamese.clear();
            scratch.vietnamese.resize(self.vocabulary.len(), None);
            scratch.serial = self.serial;
        }
        scratch.cache.next_article();
        scratch.local.clear();
        layers.tokens.clear();
        for piece in Pieces::new(article.text) {
            let known = self.known(article.text, &piece, scratch);
            layers.tokens.push(token(&piece, known.word, known.bare, known.shape));
        }
    }
}

fn token(piece: &Piece, word: WordId, bare: WordId, mut shape: Shape) -> Token {
    shape.set(Shape::SPACE_BEFORE, piece.space_before);
    shape.set(Shape::LINE_START, piece.line_start);
    Token { span: NormSpan::new(piece.start as u32, piece.end as u32), word, bare, shape }
}

/// Cuts a name or a rule's words by the rules of [`Tokenizer`], adding what the vocabulary lacks.
///
/// This is what gazetteers and rules are compiled with, so that they meet the tokens of articles.
/// The text should be normalized like an article's. Tokens are appended.
///
/// ```
/// use nghisu_document::layers::Vocabulary;
///
/// let mut vocabulary = Vocabulary::default();
/// let mut tokens = Vec::new();
/// nghisu_segment::cut("Bộ TT&TT", &mut vocabulary, &mut tokens);
/// let forms: Vec<&str> = tokens.iter().map(|t| vocabulary.form(t.word)).collect();
/// assert_eq!(forms, ["bộ", "tt", "&", "tt"]);
/// assert_eq!(vocabulary.form(tokens[0].bare), "bo");
/// ```
pub fn cut(text: &str, vocabulary: &mut Vocabulary, tokens: &mut Vec<Token>) {
    let mut form = String::new();
    for piece in Pieces::new(text) {
        let surface = text.get(piece.start..piece.end).unwrap_or_default();
        nghisu_text::word_key(surface, &mut form);
        let word = vocabulary.add(&form);
        let shape = shape(surface, piece.form, || nghisu_text::is_syllable(&form));
        tokens.push(token(&piece, word, vocabulary.bare(word), shape));
    }
}
