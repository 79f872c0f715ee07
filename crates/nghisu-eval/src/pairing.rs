//! One-to-one pairs of what gold has and what was predicted.

/// Pairs of indices, the most similar first; each index at most once. `None` is no pair.
///
/// Greedy: it differs from the best assignment only where three overlap each other, and its
/// choices can be explained.
pub(crate) fn pairs<G, P>(
    gold: &[G],
    predicted: &[P],
    similarity: impl Fn(&G, &P) -> Option<f64>,
) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (g, one) in gold.iter().enumerate() {
        for (p, other) in predicted.iter().enumerate() {
            if let Some(similarity) = similarity(one, other) {
                candidates.push((similarity, g, p));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, g, p) in candidates {
        if pairs.iter().all(|pair| pair.0 != g && pair.1 != p) {
            pairs.push((g, p));
        }
    }
    pairs
}

/// The indices below `count` that no pair has on the side that `side` picks.
pub(crate) fn unpaired(
    count: usize,
    pairs: &[(usize, usize)],
    side: impl Fn(&(usize, usize)) -> usize,
) -> Vec<usize> {
    (0..count).filter(|index| pairs.iter().all(|pair| side(pair) != *index)).collect()
}
