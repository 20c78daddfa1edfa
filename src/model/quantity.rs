//! A published figure: a decimal number and how it relates to the true value.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Qualifier;

/// A number as published, in the unit it was published in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quantity {
    /// The number.
    #[serde(with = "rust_decimal::serde::str")]
    pub value: Decimal,
    /// How it relates to the true value.
    pub qualifier: Qualifier,
}

/// The set of true values a published figure allows. `None` is an open end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Least value.
    pub low: Option<Decimal>,
    /// Greatest value.
    pub high: Option<Decimal>,
    /// The ends are not sharp: the release says about, nearly or somewhat more.
    pub soft: bool,
}

impl Quantity {
    /// The interval the words allow: `at_least 20` is [20, ∞), `nearly 17` is (-∞, 17] with a soft end.
    #[must_use]
    pub fn interval(&self) -> Interval {
        let v = Some(self.value);
        let (low, high, soft) = match self.qualifier {
            Qualifier::Eq => (v, v, false),
            Qualifier::About => (v, v, true),
            Qualifier::Nearly => (None, v, true),
            Qualifier::Over => (v, None, true),
            Qualifier::AtLeast => (v, None, false),
            Qualifier::AtMost | Qualifier::Under => (None, v, false),
        };
        Interval { low, high, soft }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn qualifiers_as_intervals() {
        let interval = |qualifier| Quantity { value: Decimal::from(20), qualifier }.interval();
        let v = Some(Decimal::from(20));
        assert_eq!(interval(Qualifier::AtLeast), Interval { low: v, high: None, soft: false });
        assert_eq!(interval(Qualifier::AtMost), Interval { low: None, high: v, soft: false });
        assert_eq!(interval(Qualifier::Eq), Interval { low: v, high: v, soft: false });
        assert_eq!(interval(Qualifier::Nearly), Interval { low: None, high: v, soft: true });
        assert_eq!(interval(Qualifier::Over), Interval { low: v, high: None, soft: true });
    }
}
