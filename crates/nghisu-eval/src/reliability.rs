//! Confidence against how often it was right: a reliability table.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::tally::ALL;

/// How wide an interval may be that still says something.
const WIDEST: f64 = 0.2;

/// A predicted event that was compared with gold.
#[derive(Debug, Clone)]
pub(crate) struct Judged {
    pub(crate) r#type: &'static str,
    pub(crate) rule: String,
    pub(crate) confidence: f64,
    pub(crate) right: bool,
}

/// One row of a reliability table: the events of a type whose confidence lies in one tenth, or
/// those that one rule made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reliability {
    /// The type, `all`, or the rule.
    pub name: String,
    /// The tenth that the confidences lie in, from its lower end on; of a rule the least and the
    /// greatest.
    pub band: [f64; 2],
    /// How many events.
    pub count: usize,
    /// The mean of their confidences.
    pub confidence: f64,
    /// How many were right.
    pub right: usize,
    /// The share of right ones.
    pub share: f64,
    /// The 95 % interval of the share (Wilson). It takes the events for independent; those of one
    /// article are not, so it is rather too narrow.
    pub interval: [f64; 2],
    /// What the interval says of the confidence.
    pub verdict: Verdict,
}

/// Whether a confidence is as high as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Verdict {
    /// The confidence lies in the interval of the share of right ones.
    Agrees,
    /// More was promised than was right.
    TooSure,
    /// More was right than was promised.
    TooModest,
    /// The confidence lies in an interval so wide that it says nothing.
    TooFew,
}

impl Verdict {
    /// The verdict in words.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::TooSure => "too sure",
            Self::TooModest => "too modest",
            Self::TooFew => "too few to say",
        }
    }
}

/// The rows by type and tenth, and those by rule.
pub(crate) fn rows(judged: &[Judged]) -> (Vec<Reliability>, Vec<Reliability>) {
    let mut bands: BTreeMap<(&str, u32), Vec<&Judged>> = BTreeMap::new();
    let mut rules: BTreeMap<&str, Vec<&Judged>> = BTreeMap::new();
    for one in judged {
        let tenth = ((one.confidence * 10.0 + 1e-6).floor().clamp(0.0, 9.0)) as u32;
        bands.entry((ALL, tenth)).or_default().push(one);
        bands.entry((one.r#type, tenth)).or_default().push(one);
        rules.entry(&one.rule).or_default().push(one);
    }
    let tenths = bands.iter().map(|((name, tenth), group)| {
        let from = f64::from(*tenth) / 10.0;
        row(name, [from, from + 0.1], group)
    });
    let by_rule = rules.iter().map(|(name, group)| {
        let least = group.iter().map(|one| one.confidence).fold(1.0, f64::min);
        let greatest = group.iter().map(|one| one.confidence).fold(0.0, f64::max);
        row(name, [least, greatest], group)
    });
    (tenths.collect(), by_rule.collect())
}

fn row(name: &str, band: [f64; 2], group: &[&Judged]) -> Reliability {
    let count = group.len();
    let right = group.iter().filter(|one| one.right).count();
    let confidence = group.iter().map(|one| one.confidence).sum::<f64>() / count.max(1) as f64;
    let interval = wilson(right, count);
    let [low, high] = interval;
    let verdict = if confidence > high {
        Verdict::TooSure
    } else if confidence < low {
        Verdict::TooModest
    } else if high - low > WIDEST {
        Verdict::TooFew
    } else {
        Verdict::Agrees
    };
    let share = right as f64 / count.max(1) as f64;
    Reliability { name: name.to_owned(), band, count, confidence, right, share, interval, verdict }
}

/// The 95 % interval of a share (E. B. Wilson, 1927).
fn wilson(right: usize, count: usize) -> [f64; 2] {
    if count == 0 {
        return [0.0, 1.0];
    }
    let (n, z) = (count as f64, 1.96);
    let share = right as f64 / n;
    let middle = share + z * z / (2.0 * n);
    let half = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    let whole = 1.0 + z * z / n;
    [((middle - half) / whole).max(0.0), ((middle + half) / whole).min(1.0)]
}

/// Both tables as aligned text.
pub(crate) fn text(tenths: &[Reliability], rules: &[Reliability]) -> String {
    let mut out = String::from(
        "Confidence against how often it was right; 95 % intervals, which take events for \
         independent.\n",
    );
    for (head, rows) in [("events", tenths), ("rules", rules)] {
        out.push_str(&format!(
            "\n{head:<28}  {:>9}  {:>6}  {:>10}  {:>5}  {:>5}  {:>11}\n",
            "band", "events", "confidence", "right", "share", "95 %"
        ));
        for row in rows {
            let [from, to] = row.band.map(|end| 100.0 * end);
            let [low, high] = row.interval.map(|end| 100.0 * end);
            out.push_str(&format!(
                "{:<28}  {:>9}  {:>6}  {:>10.1}  {:>5}  {:>5.1}  {:>11}  {}\n",
                row.name,
                format!("{from:.0}–{to:.0}"),
                row.count,
                100.0 * row.confidence,
                row.right,
                100.0 * row.share,
                format!("{low:.1}–{high:.1}"),
                row.verdict.text(),
            ));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(confidence: f64, right: usize, count: usize) -> Vec<Judged> {
        let one = |at| Judged {
            r#type: "statement",
            rule: "statement.said".to_owned(),
            confidence,
            right: at < right,
        };
        (0..count).map(one).collect()
    }

    #[test]
    fn a_confidence_is_held_against_the_share_of_right_ones() {
        for (name, confidence, right, count, verdict) in [
            ("as promised", 0.8, 160, 200, Verdict::Agrees),
            ("more promised than right", 0.9, 100, 200, Verdict::TooSure),
            ("more right than promised", 0.5, 180, 200, Verdict::TooModest),
            ("three events", 0.7, 2, 3, Verdict::TooFew),
        ] {
            let (tenths, rules) = rows(&judged(confidence, right, count));
            assert_eq!(tenths.len(), 2, "{name}: all and its type");
            assert!(tenths.iter().chain(&rules).all(|row| row.verdict == verdict), "{name}");
        }
    }

    #[test]
    fn bands_are_closed_below() {
        for (confidence, from) in [(0.7, 0.7), (0.75, 0.7), (0.799, 0.7), (0.8, 0.8), (1.0, 0.9)] {
            let (tenths, _) = rows(&judged(confidence, 1, 1));
            assert!((tenths[0].band[0] - from).abs() < 1e-9, "{confidence}");
        }
    }

    #[test]
    fn the_interval_is_wilsons() {
        let [low, high] = wilson(8, 10);
        assert!((low - 0.490).abs() < 0.001 && (high - 0.943).abs() < 0.001, "{low} {high}");
        assert_eq!(wilson(0, 0), [0.0, 1.0]);
    }
}
