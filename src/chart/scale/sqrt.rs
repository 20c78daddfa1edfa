//! Square-root scale from zero: for radii, so that areas are proportional to values.

/// Maps `0..=greatest` to `0..=radius` px by the square root.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SqrtScale {
    greatest: f64,
    radius: f64,
}

impl SqrtScale {
    /// A scale; a greatest value that is not a positive number becomes 1.
    #[must_use]
    pub fn new(greatest: f64, radius: f64) -> Self {
        let sound = greatest.is_finite() && greatest > 0.0;
        Self { greatest: if sound { greatest } else { 1.0 }, radius: radius.max(0.0) }
    }

    /// px of a value; negative values and non-numbers give 0.
    #[must_use]
    pub fn scale(&self, value: f64) -> f64 {
        (value / self.greatest).max(0.0).sqrt() * self.radius
    }

    /// Value at a px.
    #[must_use]
    pub fn invert(&self, px: f64) -> f64 {
        if self.radius == 0.0 {
            return 0.0;
        }
        (px / self.radius).powi(2) * self.greatest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inverting_gives_the_value_back_and_areas_are_proportional() {
        let scale = SqrtScale::new(100.0, 20.0);
        for value in [0.0, 1.0, 17.0, 100.0] {
            assert!((scale.invert(scale.scale(value)) - value).abs() < 1e-9);
        }
        assert_eq!(scale.scale(25.0), 10.0);
        assert_eq!(scale.scale(-4.0), 0.0);
        assert_eq!(scale.scale(f64::NAN), 0.0);
        assert_eq!(SqrtScale::new(f64::NAN, 0.0).invert(3.0), 0.0);
    }
}
