//! Megabytes a second of each operation over a file of Vietnamese text, beside `icu_normalizer` alone.
//!
//! `cargo run --release -p nghisu-text --example throughput -- articles.txt`. Sizes are those of the input; each line has a
//! checksum of its answers, which must not change when only speed does. The best of 300 rounds counts, so that a busy machine
//! shows little: give it some hundred kilobytes.

#![allow(clippy::print_stdout, clippy::expect_used, reason = "an example")]

use nghisu_text::{
    Buffer, Encoding, Normalizer, NormalizerBuilder, Sweep, decode, decompose, fold, is_syllable,
    word_key,
};
use std::time::Instant;

/// One article's size: what one call sees in the pipeline.
const ARTICLE: usize = 8 * 1024;
const ROUNDS: usize = 300;

fn measure(name: &str, articles: &[impl AsRef<[u8]>], mut run: impl FnMut(usize) -> u64) {
    let bytes: usize = articles.iter().map(|article| article.as_ref().len()).sum();
    let mut best = f64::INFINITY;
    let mut sum = 0_u64;
    for _ in 0..ROUNDS {
        sum = 0;
        let start = Instant::now();
        for index in 0..articles.len() {
            sum = sum.wrapping_mul(31).wrapping_add(run(index));
        }
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("{name:46} {:8.0} MB/s   {sum:016x}", bytes as f64 / best / 1e6);
}

fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for line in text.split_inclusive('\n') {
        if pieces.last().is_none_or(|piece| piece.len() + line.len() > ARTICLE) {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(line);
        }
    }
    pieces
}

fn main() {
    let path = std::env::args().nth(1).expect("the path of a text file");
    let text = std::fs::read_to_string(path).expect("a text file in UTF-8");
    let normalizer = Normalizer::default();
    let nfc_only = NormalizerBuilder::nfc().build();
    let mut buffer = Buffer::new();
    let mut out = String::new();

    let raw = pieces(&text);
    let clean: Vec<String> = raw
        .iter()
        .map(|article| normalizer.normalize(article, &mut buffer).expect("short").text.to_owned())
        .collect();
    let decomposed: Vec<String> = clean
        .iter()
        .map(|article| {
            decompose(article, &mut out);
            out.clone()
        })
        .collect();
    let icu = icu_normalizer::ComposingNormalizerBorrowed::new_nfc();

    let text_of = |normalizer: &Normalizer, article: &str, buffer: &mut Buffer| {
        let normalized = normalizer.normalize(article, buffer).expect("short");
        checksum(normalized.text) ^ normalized.alignment.edits().len() as u64
    };
    println!("{} articles of up to {ARTICLE} bytes", raw.len());
    measure("clean text: icu_normalizer alone", &clean, |index| {
        clean.get(index).map_or(0, |article| checksum(&icu.normalize(article)))
    });
    measure("clean text: normalize", &clean, |index| {
        clean.get(index).map_or(0, |article| text_of(&normalizer, article, &mut buffer))
    });
    measure("text as scraped: normalize", &raw, |index| {
        raw.get(index).map_or(0, |article| text_of(&normalizer, article, &mut buffer))
    });
    measure("NFD text: icu_normalizer alone", &decomposed, |index| {
        decomposed.get(index).map_or(0, |article| checksum(&icu.normalize(article)))
    });
    measure("NFD text: normalize, NFC only, aligned", &decomposed, |index| {
        decomposed.get(index).map_or(0, |article| text_of(&nfc_only, article, &mut buffer))
    });
    measure("NFD text: normalize, aligned", &decomposed, |index| {
        decomposed.get(index).map_or(0, |article| text_of(&normalizer, article, &mut buffer))
    });

    let tcvn3: Vec<Vec<u8>> = clean.iter().map(|article| encode_tcvn3(article)).collect();
    measure("TCVN3: decode", &tcvn3, |index| {
        tcvn3.get(index).map_or(0, |bytes| checksum(&decode(bytes, Encoding::Tcvn3).text))
    });
    measure("TCVN3: decode, found out", &tcvn3, |index| {
        tcvn3.get(index).map_or(0, |bytes| checksum(&decode(bytes, Encoding::Auto).text))
    });
    measure("UTF-8: decode, found out", &clean, |index| {
        clean
            .get(index)
            .map_or(0, |article| checksum(&decode(article.as_bytes(), Encoding::Auto).text))
    });

    measure("code points of every word's border", &clean, |index| {
        let Some(article) = clean.get(index) else { return 0 };
        let mut sweep = Sweep::new(article);
        article
            .match_indices(' ')
            .map(|(at, _)| sweep.code_points(at) as u64)
            .fold(0, u64::wrapping_add)
    });
    measure("word_key of every word", &clean, |index| {
        let words = clean.get(index).into_iter().flat_map(|article| article.split(' '));
        words.fold(0, |sum: u64, word| {
            word_key(word, &mut out);
            sum.wrapping_add(checksum(&out))
        })
    });
    measure("is_syllable of every word", &clean, |index| {
        let words = clean.get(index).into_iter().flat_map(|article| article.split(' '));
        words.filter(|word| is_syllable(word)).count() as u64
    });
    measure("fold", &clean, |index| {
        clean.get(index).map_or(0, |article| {
            fold(article, &mut out);
            checksum(&out)
        })
    });
}

/// Length and some bytes: cheap beside what is measured, and different when the answer is.
fn checksum(text: &str) -> u64 {
    let some = text
        .bytes()
        .step_by(61)
        .fold(0_u64, |sum, byte| sum.wrapping_mul(131).wrapping_add(u64::from(byte)));
    some ^ (text.len() as u64) << 32
}

/// The inverse of the decoder; letters that TCVN3 does not have become `?`.
fn encode_tcvn3(text: &str) -> Vec<u8> {
    let table: Vec<(char, u8)> = (0x80..=0xFF_u8)
        .filter_map(|byte| {
            decode(&[byte], Encoding::Tcvn3).text.chars().next().map(|letter| (letter, byte))
        })
        .collect();
    text.chars()
        .map(|letter| match u8::try_from(letter) {
            Ok(byte) if byte.is_ascii() => byte,
            _ => table
                .iter()
                .find(|(other, _)| *other == letter || letter.to_lowercase().eq([*other]))
                .map_or(b'?', |(_, byte)| *byte),
        })
        .collect()
}
