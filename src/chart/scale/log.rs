//! Logarithmic scale, positive values only, with ticks at powers of ten.

/// Maps positive values to px so that equal ratios are equal distances.
///
/// ```
/// use minsheng_explorer::chart::scale::LogScale;
/// let scale = LogScale::new((3.0, 40_000.0), (0.0, 500.0));
/// assert_eq!(scale.domain(), (2.0, 50_000.0));
/// assert_eq!(scale.ticks(6), [10.0, 100.0, 1000.0, 10_000.0]);
/// assert!((scale.invert(scale.scale(17.0)) - 17.0).abs() < 1e-9);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogScale {
    domain: (f64, f64),
    range: (f64, f64),
}

impl LogScale {
    /// A scale over the domain widened to 1, 2 or 5 times a power of ten; ends that are not
    /// positive numbers are replaced by the other end or 1.
    #[must_use]
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        let sound = |v: f64| (1e-100..=1e101).contains(&v);
        let ends = match (sound(domain.0), sound(domain.1)) {
            (true, true) => (domain.0.min(domain.1), domain.0.max(domain.1)),
            (true, false) => (domain.0, domain.0),
            (false, true) => (domain.1, domain.1),
            (false, false) => (1.0, 10.0),
        };
        let (low, mut high) = (round_down(ends.0), round_up(ends.1));
        if high <= low * 1.5 {
            high = round_up(low * 9.0);
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

    /// px of a value; what is not positive lies at the least value's place.
    #[must_use]
    pub fn scale(&self, value: f64) -> f64 {
        let (low, high) = (self.domain.0.log10(), self.domain.1.log10());
        let value = if value > 0.0 { value.log10() } else { low };
        ((value - low) / (high - low)).mul_add(self.range.1 - self.range.0, self.range.0)
    }

    /// Value at a px.
    #[must_use]
    pub fn invert(&self, px: f64) -> f64 {
        let width = self.range.1 - self.range.0;
        if width == 0.0 {
            return self.domain.0;
        }
        let (low, high) = (self.domain.0.log10(), self.domain.1.log10());
        10_f64.powf(((px - self.range.0) / width).mul_add(high - low, low))
    }

    /// Powers of ten within the domain, every one or, to stay near `count`, every 2nd, 3rd …; over
    /// one or two decades also their doubles and fivefolds.
    #[must_use]
    pub fn ticks(&self, count: usize) -> Vec<f64> {
        let within = |tick: &f64| {
            *tick >= self.domain.0 * (1.0 - 1e-9) && *tick <= self.domain.1 * (1.0 + 1e-9)
        };
        let low = (self.domain.0.log10() + 1e-9).floor();
        let high = (self.domain.1.log10() + 1e-9).floor();
        let tens: Vec<f64> = (0..=(high - low) as usize).map(|k| power(low + k as f64)).collect();
        let count = count.max(2);
        let whole: Vec<f64> = tens.iter().copied().filter(within).collect();
        if whole.len() >= 2 && whole.len() * 2 > count {
            let every = whole.len().div_ceil(count);
            return whole.into_iter().step_by(every).collect();
        }
        tens.iter()
            .flat_map(|ten| [1.0, 2.0, 5.0].map(|factor| factor * ten))
            .filter(within)
            .collect()
    }
}

fn round_down(value: f64) -> f64 {
    let base = power((value.log10() + 1e-9).floor());
    let steps = [5.0, 2.0].map(|f| f * base);
    let fit = steps.into_iter().find(|step| *step <= value * (1.0 + 1e-9));
    fit.unwrap_or(base)
}

fn round_up(value: f64) -> f64 {
    let base = power((value.log10() + 1e-9).floor());
    let steps = [1.0, 2.0, 5.0].map(|f| f * base);
    let fit = steps.into_iter().find(|step| *step >= value * (1.0 - 1e-9));
    fit.unwrap_or(base * 10.0)
}

/// A power of ten, exact where `powi` and `powf` are not: parsed as a literal would be.
fn power(exponent: f64) -> f64 {
    format!("1e{exponent:.0}").parse().unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn many_decades_are_thinned_and_few_are_filled() {
        let ticks = |a, b, n| LogScale::new((a, b), (0.0, 1.0)).ticks(n);
        assert_eq!(ticks(1.0, 1e9, 5), [1.0, 100.0, 1e4, 1e6, 1e8]);
        assert_eq!(ticks(2.0, 70.0, 8), [2.0, 5.0, 10.0, 20.0, 50.0, 100.0]);
        assert_eq!(ticks(9302.0, 1.26e6, 5), [1e4, 1e5, 1e6]);
    }

    #[test]
    fn unsound_domains_become_sound() {
        for domain in
            [(0.0, 0.0), (-5.0, 10.0), (f64::NAN, f64::NAN), (1e-320, 1e300), (100.0, 100.0)]
        {
            let scale = LogScale::new(domain, (0.0, 100.0));
            let (low, high) = scale.domain();
            assert!(0.0 < low && low < high && high.is_finite(), "{domain:?}");
            assert!(scale.scale(-1.0).is_finite());
        }
    }

    proptest! {
        #[test]
        fn inverting_gives_the_value_back(exp in -30.0..30.0_f64, t in 0.0..1.0_f64) {
            let scale = LogScale::new((10_f64.powf(exp), 10_f64.powf(exp + 4.0)), (20.0, 700.0));
            let value = 10_f64.powf(exp + 4.0 * t);
            let back = scale.invert(scale.scale(value));
            prop_assert!((back / value - 1.0).abs() < 1e-9);
            prop_assert!(scale.scale(value) >= 20.0 - 1e-6 && scale.scale(value) <= 700.0 + 1e-6);
        }
    }
}
