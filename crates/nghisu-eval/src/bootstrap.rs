//! Intervals: how much the scores would vary over other documents of the same kind.

use crate::tally::{Measure, Tallies, Tally};

/// The middle 95 %.
const TAIL: f64 = 0.025;

/// The interval of each row's F1 (or accuracy), in the order of `total`; `None` where the
/// documents are too few, or the row is too rare to resample.
pub(crate) fn intervals(
    total: &Tallies,
    documents: &[Tallies],
    resamples: u32,
    seed: u64,
) -> Vec<Option<[f64; 2]>> {
    if documents.len() < 2 || resamples == 0 {
        return vec![None; total.0.len()];
    }
    // Dense rows: a resample adds arrays and looks nothing up.
    let dense: Vec<Vec<Tally>> = documents
        .iter()
        .map(|d| total.0.keys().map(|key| d.0.get(key).copied().unwrap_or_default()).collect())
        .collect();
    let mut random = SplitMix64(seed);
    let mut scores: Vec<Vec<f64>> = vec![Vec::new(); total.0.len()];
    let mut sums = vec![Tally::default(); total.0.len()];
    for _ in 0..resamples {
        sums.fill(Tally::default());
        for _ in 0..dense.len() {
            if let Some(document) = dense.get(random.below(dense.len())) {
                sums.iter_mut().zip(document).for_each(|(sum, tally)| *sum += *tally);
            }
        }
        for ((scores, sum), (measure, _)) in scores.iter_mut().zip(&sums).zip(total.0.keys()) {
            scores.extend(headline(*measure, *sum));
        }
    }
    scores.into_iter().map(percentiles).collect()
}

/// The one figure of a row.
pub(crate) fn headline(measure: Measure, tally: Tally) -> Option<f64> {
    if measure.is_accuracy() { tally.recall() } else { tally.f1() }
}

fn percentiles(mut scores: Vec<f64>) -> Option<[f64; 2]> {
    scores.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a rank among some thousands"
    )]
    let at = |share: f64| {
        scores.get((share * scores.len().saturating_sub(1) as f64).round() as usize).copied()
    };
    Some([at(TAIL)?, at(1.0 - TAIL)?])
}

/// Vigna's SplitMix64: five lines are enough for resampling, and no dependency changes them.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Uniform below `bound`; the bias of the product is under 2⁻⁴⁰ for any corpus.
    fn below(&mut self, bound: usize) -> usize {
        let product = u128::from(self.next()) * bound as u128;
        usize::try_from(product >> 64).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_splitmix64() {
        // The first outputs for seed 1234567 of the reference implementation.
        let mut random = SplitMix64(1_234_567);
        assert_eq!(random.next(), 6_457_827_717_110_365_317);
        assert_eq!(random.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn equal_documents_have_no_spread_and_unequal_ones_do() {
        let document = |tally| {
            let mut tallies = Tallies::default();
            tallies.add(Measure::Mentions, "all", tally);
            tallies
        };
        let total = document(Tally::HIT);
        let equal = vec![document(Tally::HIT); 5];
        assert_eq!(intervals(&total, &equal, 200, 1), [Some([1.0, 1.0])]);
        let mut mixed = equal.clone();
        mixed.extend(vec![document(Tally::MISS); 5]);
        let spread = intervals(&total, &mixed, 1000, 1);
        let [low, high] = spread[0].unwrap();
        assert!(low < 0.6 && high > 0.7, "{low} {high}");
        assert_eq!(intervals(&total, &mixed, 1000, 1), spread);
        assert_eq!(intervals(&total, &equal[..1], 200, 1), [None]);
    }
}
