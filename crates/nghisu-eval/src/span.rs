//! Half-open spans in code points.

/// Where something stands, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Span {
    pub(crate) fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    pub(crate) fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether `other` lies inside and is shorter.
    pub(crate) fn properly_contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end && self != other
    }

    /// How many code points both have.
    pub(crate) fn common(self, other: Self) -> u32 {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.common(other) > 0
    }

    /// What both have, of what either has (intersection over union).
    pub(crate) fn iou(self, other: Self) -> f64 {
        let common = self.common(other);
        let union = self.len() + other.len() - common;
        if union == 0 { 0.0 } else { f64::from(common) / f64::from(union) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlap_is_measured() {
        let (a, b) = (Span::new(0, 10), Span::new(5, 15));
        assert_eq!(a.common(b), 5);
        assert!((a.iou(b) - 1.0 / 3.0).abs() < 1e-12);
        assert!(!a.overlaps(Span::new(10, 12)));
        assert!(a.properly_contains(Span::new(0, 9)));
        assert!(!a.properly_contains(a));
        assert!(Span::new(3, 3).iou(Span::new(3, 3)).abs() < f64::EPSILON);
    }
}
