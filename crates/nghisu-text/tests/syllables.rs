//! The inventory of syllables against a dictionary: `NGHISU_HUNSPELL_VI` is the path of `vi_VN.dic` (Debian's `hunspell-vi`; GPL, so it
//! is tested with and not shipped). Run with `cargo test -p nghisu-text --test syllables -- --ignored --nocapture`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test, whole file"
)]

use nghisu_text::{Syllable, ToneStyle, is_syllable};
use std::collections::BTreeSet;

/// Entries that are abbreviations, names of file formats and foreign words.
const NOT_VIETNAMESE: [&str; 41] = [
    "abc", "ascii", "gif", "hcm", "hk", "html", "hđnd", "jpeg", "lhq", "pdf", "png", "tcvn", "tv",
    "telex", "tp", "ubnd", "url", "unicode", "viqr", "viscii", "vn", "vni", "basoi", "email",
    "gen", "gip", "gram", "internet", "intranet", "ka", "palăng", "ping", "tivi", "tout", "têt",
    "v", "web", "xit", "", "", "",
];

fn dictionary() -> BTreeSet<String> {
    let path = std::env::var("NGHISU_HUNSPELL_VI")
        .expect("set NGHISU_HUNSPELL_VI to the path of vi_VN.dic");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let words = text.lines().skip(1).filter_map(|line| line.split('/').next());
    words.map(str::to_lowercase).filter(|word| !NOT_VIETNAMESE.contains(&word.as_str())).collect()
}

fn write(syllable: Syllable, style: ToneStyle) -> String {
    let mut into = String::new();
    syllable.write(style, &mut into);
    into
}

#[test]
#[ignore = "needs a dictionary"]
fn every_dictionary_syllable_is_accepted_and_survives_both_styles() {
    let words = dictionary();
    let refused: Vec<_> = words.iter().filter(|word| !is_syllable(word)).collect();
    assert!(refused.is_empty(), "refused: {refused:?}");
    let mut moved = 0;
    for word in &words {
        let syllable = Syllable::parse(word).unwrap();
        let (old, new) = (write(syllable, ToneStyle::Old), write(syllable, ToneStyle::New));
        assert!(*word == old || *word == new, "{word} is written {old} or {new}");
        assert_eq!(Syllable::parse(&old), Some(syllable));
        assert_eq!(Syllable::parse(&new), Some(syllable));
        moved += usize::from(old != new);
    }
    println!("{} syllables accepted, {moved} differ between the styles", words.len());
    assert!(words.len() > 6000);
}

/// The normalizer, repair and all, leaves every dictionary word as it is, and takes it to either style and back.
#[test]
#[ignore = "needs a dictionary"]
fn no_dictionary_syllable_is_damaged_by_repair() {
    use nghisu_text::{Buffer, Lossy, Normalizer, ToneMarks};
    let repairing = || Normalizer::builder().with(Lossy::MisplacedMarks);
    let keep = repairing().build();
    let [old, new] = [ToneStyle::Old, ToneStyle::New]
        .map(|style| repairing().tone_marks(ToneMarks::In(style)).build());
    let mut buffer = Buffer::new();
    let mut run = |normalizer: &Normalizer, text: &str| {
        normalizer.normalize(text, &mut buffer).unwrap().text.to_owned()
    };
    let mut spellings = 0;
    for word in dictionary() {
        let syllable = Syllable::parse(&word).unwrap();
        for style in [ToneStyle::Old, ToneStyle::New] {
            for spelling in [write(syllable, style), write(syllable, style).to_uppercase()] {
                spellings += 1;
                assert_eq!(run(&keep, &spelling), spelling);
                let (there, back) = (run(&old, &spelling), run(&new, &spelling));
                assert_eq!(run(&new, &there), back);
                assert_eq!(run(&old, &back), there);
                assert!(spelling == there || spelling == back, "{spelling}: {there}, {back}");
            }
        }
    }
    println!("{spellings} spellings kept by repair, taken to both styles and back");
    assert!(spellings > 20_000);
}

/// Wherever the mark of a syllable was typed, its key is the one right spelling.
#[test]
#[ignore = "needs a dictionary"]
fn keys_see_through_misplaced_marks() {
    let (mut key, mut moved, mut decomposed) = (String::new(), 0, String::new());
    for word in dictionary() {
        nghisu_text::decompose(&word, &mut decomposed);
        let Some(mark) = decomposed
            .chars()
            .find(|letter| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*letter))
        else {
            continue;
        };
        let normalizer = nghisu_text::NormalizerBuilder::nfc().build();
        let mut buffer = nghisu_text::Buffer::new();
        let bare: String = decomposed.chars().filter(|letter| *letter != mark).collect();
        let bare: Vec<char> =
            normalizer.normalize(&bare, &mut buffer).unwrap().text.chars().collect();
        for at in (0..bare.len()).filter(|at| "aăâeêioôơuưy".contains(bare[*at])) {
            let mut typed = bare.clone();
            typed.insert(at + 1, mark);
            let typed: String = typed.into_iter().collect();
            let typed = normalizer.normalize(&typed, &mut buffer).unwrap().text;
            let right = Syllable::parse(&word).unwrap();
            // `qúa`, `gía` and the like are no other word.
            assert_eq!(Syllable::parse_misplaced(typed), Some(right), "{typed}");
            nghisu_text::word_key(typed, &mut key);
            assert_eq!(key, write(right, ToneStyle::Old), "{typed}");
            moved += 1;
        }
    }
    println!("{moved} spellings");
    assert!(moved > 6000);
}

/// Corrupts dictionary syllables by one letter at a fixed pseudo-random place. What the dictionary does not have should be
/// refused; what is accepted though is either a gap of the dictionary or of the inventory.
#[test]
#[ignore = "needs a dictionary"]
fn corrupted_syllables_are_refused() {
    let words: Vec<String> = dictionary().into_iter().collect();
    let known: BTreeSet<String> = words
        .iter()
        .filter_map(|word| Syllable::parse(word))
        .map(|syllable| write(syllable, ToneStyle::New))
        .collect();
    let letters: Vec<char> =
        "abcdefghijklmnopqrstuvwxyzđăâêôơưáàảãạếềểễệốồổỗộướờởợ".chars().collect();
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % below
    };
    let (mut tried, mut times, mut accepted) = (0, 0, BTreeSet::new());
    while tried < 10_000 {
        let mut word: Vec<char> = words[random(words.len())].chars().collect();
        let at = random(word.len());
        match random(3) {
            0 => word[at] = letters[random(letters.len())],
            1 => word.insert(at, letters[random(letters.len())]),
            _ if word.len() > 1 => word.swap(at, if at == 0 { 1 } else { at - 1 }),
            _ => continue,
        }
        let word: String = word.into_iter().collect();
        if Syllable::parse(&word)
            .is_some_and(|syllable| known.contains(&write(syllable, ToneStyle::New)))
        {
            continue;
        }
        tried += 1;
        if is_syllable(&word) {
            times += 1;
            accepted.insert(word);
        }
    }
    println!(
        "{times} of {tried} corrupted syllables accepted, {} different: {:?}",
        accepted.len(),
        accepted.iter().take(60).collect::<Vec<_>>()
    );
    assert!(times < tried / 10);
}
