//! Classes of values: about as many in each, or equally wide between round numbers.

use crate::chart::MOST_CLASSES;
use crate::state::Classing;

/// Where classes begin, ascending, and the greatest value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Classes {
    begins: Vec<f64>,
    /// Least and greatest value of each class, or its bounds.
    pub(super) spans: Vec<(f64, f64)>,
}

impl Classes {
    /// At most so many classes of values, which need not be in order; fewer where values are equal.
    pub(super) fn of(values: &[f64], classing: Classing, most: usize) -> Self {
        let mut values: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
        values.sort_unstable_by(f64::total_cmp);
        let (Some(&least), Some(&greatest)) = (values.first(), values.last()) else {
            return Self::default();
        };
        let most = most.clamp(1, MOST_CLASSES);
        match classing {
            Classing::Quantiles => quantiles(&values, most),
            Classing::Steps => steps(least, greatest, most),
        }
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.begins.len()
    }

    /// The class of a value.
    pub(super) fn class(&self, value: f64) -> Option<u8> {
        let at = self.begins.partition_point(|&begin| begin <= value).checked_sub(1)?;
        u8::try_from(at).ok()
    }
}

/// Equal values stay together, so that a class may have more than its part.
fn quantiles(values: &[f64], most: usize) -> Classes {
    let mut begins: Vec<f64> = (0..most).map(|class| values[class * values.len() / most]).collect();
    begins.dedup();
    let span = |at: usize| {
        let end = begins.get(at + 1).copied().unwrap_or(f64::INFINITY);
        let last = values.partition_point(|&v| v < end).saturating_sub(1);
        (begins[at], values[last])
    };
    let spans = (0..begins.len()).map(span).collect();
    Classes { begins, spans }
}

/// The narrowest round step that needs no more classes than asked for.
fn steps(least: f64, greatest: f64, most: usize) -> Classes {
    if least >= greatest {
        return Classes { begins: vec![least], spans: vec![(least, greatest)] };
    }
    let width = (greatest - least) / most as f64;
    let power = 10_f64.powf(width.log10().floor());
    let count = |step: f64| ((greatest / step).ceil() - (least / step).floor()).max(1.0) as usize;
    let rounds = [1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0].map(|round| round * power);
    let fits = |step: &f64| *step >= width && count(*step) <= most;
    // Two classes either side of zero need one more than one step has room for.
    let step = rounds.into_iter().find(fits).unwrap_or(greatest - least);
    let first = (least / step).floor();
    let at = |n: usize| {
        // What is left of a product of few decimals in binary is no part of a round number.
        let value = (first + n as f64) * step;
        let scale = 10_f64.powf((9.0 - step.abs().log10().floor()).clamp(0.0, 15.0));
        (value * scale).round() / scale
    };
    let classes = count(step).min(MOST_CLASSES);
    Classes {
        begins: (0..classes).map(at).collect(),
        spans: (0..classes).map(|n| (at(n), at(n + 1))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn quantiles_have_about_as_many_each() {
        let values: Vec<f64> = (1..=34).map(f64::from).collect();
        let classes = Classes::of(&values, Classing::Quantiles, 5);
        let count = |class: u8| values.iter().filter(|&&v| classes.class(v) == Some(class)).count();
        assert_eq!((0..5).map(count).collect::<Vec<_>>(), [6, 7, 7, 7, 7]);
        assert_eq!(classes.spans[0], (1.0, 6.0));
        assert_eq!(classes.spans[4], (28.0, 34.0));
    }

    #[test]
    fn equal_values_are_of_one_class() {
        let classes = Classes::of(&[1.0, 1.0, 1.0, 1.0, 9.0], Classing::Quantiles, 5);
        assert_eq!(classes.len(), 2);
        assert_eq!(Classes::of(&[3.0; 9], Classing::Quantiles, 7).len(), 1);
        assert_eq!(Classes::of(&[3.0; 9], Classing::Steps, 7).spans, [(3.0, 3.0)]);
        assert_eq!(Classes::of(&[], Classing::Steps, 7).len(), 0);
    }

    #[test]
    fn steps_are_round() {
        let classes = Classes::of(&[3.1, 97.0], Classing::Steps, 5);
        assert_eq!(classes.spans.first(), Some(&(0.0, 20.0)));
        assert_eq!(classes.spans.last(), Some(&(80.0, 100.0)));
        let classes = Classes::of(&[0.12, 0.47], Classing::Steps, 4);
        assert_eq!(classes.spans, [(0.1, 0.2), (0.2, 0.3), (0.3, 0.4), (0.4, 0.5)]);
    }

    proptest! {
        #[test]
        fn every_value_has_a_class_and_its_bounds_hold_it(
            values in proptest::collection::vec(-1e6..1e6_f64, 1..60),
            most in 3_usize..=7,
        ) {
            for classing in [Classing::Quantiles, Classing::Steps] {
                let classes = Classes::of(&values, classing, most);
                prop_assert!(classes.len() <= most);
                for &value in &values {
                    let class = classes.class(value);
                    prop_assert!(class.is_some());
                    let (low, high) = classes.spans[usize::from(class.unwrap_or_default())];
                    prop_assert!(low <= value && value <= high, "{value} in {low}..{high}");
                }
            }
        }
    }
}
