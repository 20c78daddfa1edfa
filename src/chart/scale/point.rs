//! Point scale: equally spaced places without width.

/// Maps indexes `0..count` to points of a range of px, the first and last half a step inside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointScale {
    count: usize,
    range: (f64, f64),
}

impl PointScale {
    /// `count` points over an ascending range.
    #[must_use]
    pub const fn new(count: usize, range: (f64, f64)) -> Self {
        Self { count, range }
    }

    /// Distance between two neighbours in px.
    #[must_use]
    pub fn step(&self) -> f64 {
        (self.range.1 - self.range.0).max(0.0) / self.count.max(1) as f64
    }

    /// px of a point.
    #[must_use]
    pub fn scale(&self, index: usize) -> f64 {
        (index as f64 + 0.5).mul_add(self.step(), self.range.0)
    }

    /// The point nearest to a px; `None` where there are no points.
    #[must_use]
    pub fn invert(&self, px: f64) -> Option<usize> {
        let last = self.count.checked_sub(1)?;
        if self.step() <= 0.0 {
            return Some(0);
        }
        Some((((px - self.range.0) / self.step()).floor() as usize).min(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inverting_gives_the_index_back() {
        let scale = PointScale::new(5, (100.0, 600.0));
        for index in 0..5 {
            assert_eq!(scale.invert(scale.scale(index)), Some(index));
        }
        assert_eq!(scale.invert(-1e9), Some(0));
        assert_eq!(scale.invert(1e9), Some(4));
        assert_eq!(PointScale::new(0, (0.0, 1.0)).invert(0.5), None);
    }
}
