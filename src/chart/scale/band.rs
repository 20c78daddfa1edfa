//! Band scale: equal slots with gaps, for rows and columns.

/// Maps indexes `0..count` to equal bands of a range of px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandScale {
    count: usize,
    range: (f64, f64),
    gap: f64,
}

impl BandScale {
    /// `count` bands over an ascending range, `gap` px between neighbours.
    #[must_use]
    pub fn new(count: usize, range: (f64, f64), gap: f64) -> Self {
        let room = (range.1 - range.0).max(0.0);
        let gaps = count.saturating_sub(1) as f64;
        Self {
            count,
            range,
            // Gaps give way before bands vanish.
            gap: gap.clamp(0.0, if gaps > 0.0 { room / gaps / 2.0 } else { room }),
        }
    }

    /// Height or width of a band.
    #[must_use]
    pub fn width(&self) -> f64 {
        if self.count == 0 {
            return 0.0;
        }
        let gaps = (self.count - 1) as f64 * self.gap;
        ((self.range.1 - self.range.0 - gaps) / self.count as f64).max(0.0)
    }

    /// px where a band begins.
    #[must_use]
    pub fn scale(&self, index: usize) -> f64 {
        (self.width() + self.gap).mul_add(index as f64, self.range.0)
    }

    /// The band at a px, the nearest one in a gap or outside; `None` where there are no bands.
    #[must_use]
    pub fn invert(&self, px: f64) -> Option<usize> {
        let last = self.count.checked_sub(1)?;
        let step = self.width() + self.gap;
        if step <= 0.0 {
            return Some(0);
        }
        // A gap's halves belong to its neighbours; negative and NaN saturate to 0.
        let index = ((px - self.range.0 + self.gap / 2.0) / step).floor() as usize;
        Some(index.min(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inverting_gives_the_index_back() {
        for count in [1, 2, 7, 40] {
            let scale = BandScale::new(count, (10.0, 410.0), 2.0);
            for index in 0..count {
                let begin = scale.scale(index);
                assert_eq!(scale.invert(begin), Some(index));
                assert_eq!(scale.invert(begin + scale.width()), Some(index));
            }
            let end = scale.scale(count - 1) + scale.width();
            assert!((end - 410.0).abs() < 1e-9);
        }
    }

    #[test]
    fn no_bands_and_no_room_are_harmless() {
        assert_eq!(BandScale::new(0, (0.0, 100.0), 2.0).invert(5.0), None);
        let flat = BandScale::new(3, (5.0, 5.0), 2.0);
        assert_eq!(flat.width(), 0.0);
        assert_eq!(flat.invert(f64::NAN), Some(0));
    }
}
