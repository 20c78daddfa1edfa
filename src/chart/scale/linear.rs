//! Linear scale with round ticks (steps of 1, 2 and 5 times a power of ten, as d3-array does).

/// Maps a domain of values to a range of px, proportionally.
///
/// ```
/// use minsheng_explorer::chart::scale::LinearScale;
/// let scale = LinearScale::new((0.0, 17.0), (100.0, 440.0)).nice(5);
/// assert_eq!(scale.domain(), (0.0, 20.0));
/// assert_eq!(scale.ticks(5), [0.0, 5.0, 10.0, 15.0, 20.0]);
/// assert_eq!(scale.invert(scale.scale(17.0)), 17.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinearScale {
    domain: (f64, f64),
    range: (f64, f64),
}

impl LinearScale {
    /// A scale; the domain is put in order, an empty or unsound one becomes a sound one around it.
    #[must_use]
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        let (mut low, mut high) = (domain.0.min(domain.1), domain.0.max(domain.1));
        if !(low.is_finite() && high.is_finite() && (high - low).is_finite()) {
            (low, high) = (0.0, 1.0);
        }
        // As good as empty: at this distance neighbouring ticks are the same number.
        if high - low <= low.abs().max(high.abs()) * 1e-12 {
            (low, high) = match low {
                0.0 => (0.0, 1.0),
                v if v > 0.0 => (0.0, v * 2.0),
                v => (v * 2.0, 0.0),
            };
            if high - low < f64::MIN_POSITIVE {
                (low, high) = (0.0, 1.0);
            }
        }
        Self { domain: (low, high), range }
    }

    /// Least and greatest value.
    #[must_use]
    pub const fn domain(&self) -> (f64, f64) {
        self.domain
    }

    /// px of the least and greatest value.
    #[must_use]
    pub const fn range(&self) -> (f64, f64) {
        self.range
    }

    /// The same domain on another range.
    #[must_use]
    pub const fn with_range(mut self, range: (f64, f64)) -> Self {
        self.range = range;
        self
    }

    /// The domain widened to whole tick steps.
    #[must_use]
    pub fn nice(mut self, count: usize) -> Self {
        for _ in 0..2 {
            let Some(step) = self.step(count) else {
                return self;
            };
            let low = (self.domain.0 / step).floor() * step;
            let high = (self.domain.1 / step).ceil() * step;
            self.domain = (low + 0.0, high + 0.0);
        }
        self
    }

    /// px of a value; values outside of the domain lie outside of the range.
    #[must_use]
    pub fn scale(&self, value: f64) -> f64 {
        let share = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        share.mul_add(self.range.1 - self.range.0, self.range.0)
    }

    /// Value at a px.
    #[must_use]
    pub fn invert(&self, px: f64) -> f64 {
        let width = self.range.1 - self.range.0;
        if width == 0.0 {
            return self.domain.0;
        }
        ((px - self.range.0) / width).mul_add(self.domain.1 - self.domain.0, self.domain.0)
    }

    /// Round values within the domain, about `count` of them, ascending.
    #[must_use]
    pub fn ticks(&self, count: usize) -> Vec<f64> {
        let Some(step) = self.step(count) else {
            return Vec::new();
        };
        let first = (self.domain.0 / step - 1e-9).ceil();
        let last = (self.domain.1 / step + 1e-9).floor();
        // Between count/2.5 and 2.5 × count ticks by construction; the bound guards rounding.
        let many = (last - first).clamp(-1.0, 1000.0) as i32;
        // Dividing by the inverse keeps 0.1-steps exact: 3 / 10 rather than 3 × 0.1.
        (0..=many)
            .map(|k| {
                let index = first + f64::from(k);
                if step < 1.0 { index / (1.0 / step).round() } else { index * step }
            })
            .map(|tick| tick + 0.0)
            .collect()
    }

    fn step(&self, count: usize) -> Option<f64> {
        let raw = (self.domain.1 - self.domain.0) / count.max(1) as f64;
        let power = 10_f64.powf(raw.log10().floor());
        let error = raw / power;
        let factor = if error >= 50_f64.sqrt() {
            10.0
        } else if error >= 10_f64.sqrt() {
            5.0
        } else if error >= 2_f64.sqrt() {
            2.0
        } else {
            1.0
        };
        let step = power * factor;
        (step.is_finite() && step > 0.0 && (1.0 / step).is_finite()).then_some(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round_and_exact() {
        let ticks = |a, b, n| LinearScale::new((a, b), (0.0, 1.0)).ticks(n);
        assert_eq!(ticks(0.0, 1.0, 5), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(ticks(-3.0, 4.0, 4), [-2.0, 0.0, 2.0, 4.0]);
        assert_eq!(ticks(0.0, 0.3, 3), [0.0, 0.1, 0.2, 0.3]);
    }

    #[test]
    fn unsound_domains_become_sound() {
        for domain in [
            (f64::NAN, 1.0),
            (0.0, f64::INFINITY),
            (3.0, 3.0),
            (-3.0, -3.0),
            (0.0, 0.0),
            (0.0, 5e-324),
            (f64::MIN, f64::MAX),
            (1e100, 1e100),
        ] {
            let scale = LinearScale::new(domain, (0.0, 100.0)).nice(5);
            let (low, high) = scale.domain();
            assert!(low < high && (high - low).is_finite(), "{domain:?}");
            assert!(scale.ticks(5).iter().all(|tick| tick.is_finite()));
        }
    }

    proptest! {
        #[test]
        fn inverting_gives_the_value_back(
            a in -1e9..1e9_f64, span in 1e-3..1e9_f64, t in 0.0..1.0_f64, px in -500.0..500.0_f64
        ) {
            let scale = LinearScale::new((a, a + span), (px, px + 300.0)).nice(6);
            let value = a + span * t;
            let back = scale.invert(scale.scale(value));
            let (low, high) = scale.domain();
            prop_assert!((back - value).abs() <= (high - low) * 1e-9 + value.abs() * 1e-12);
            prop_assert!(low <= a && a + span <= high + span * 1e-9);
            let ticks = scale.ticks(6);
            prop_assert!((2..=16).contains(&ticks.len()), "{:?}", ticks);
            prop_assert!(ticks.windows(2).all(|w| w[0] < w[1]));
        }
    }
}
