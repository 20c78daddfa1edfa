//! A published value: where its mark stands, and what is known of its ends.

use serde::{Deserialize, Serialize};

use crate::chart::format::Ends;
use crate::chart::scene::DropReason;

/// Values beyond this are taken for mistakes: their differences still are finite numbers.
pub const GREATEST: f64 = 1e100;

/// A published value with what is known of its ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Extent {
    /// Where an interval begins.
    pub low: Option<f64>,
    /// The value as printed: where the mark stands.
    pub mid: f64,
    /// Where an interval ends.
    pub high: Option<f64>,
    /// It may be any amount less (不超过, 以内).
    pub open_low: bool,
    /// It may be any amount more (不低于, 以上, 余).
    pub open_high: bool,
    /// It is approximate (约, 近, 左右).
    pub soft: bool,
}

impl Extent {
    /// Exactly this.
    #[must_use]
    pub fn exact(mid: f64) -> Self {
        Self { mid, ..Self::default() }
    }

    /// About this (约, 近).
    #[must_use]
    pub fn about(mid: f64) -> Self {
        Self { soft: true, ..Self::exact(mid) }
    }

    /// This or more (不低于, 以上).
    #[must_use]
    pub fn at_least(mid: f64) -> Self {
        Self { open_high: true, ..Self::exact(mid) }
    }

    /// This or less (不超过, 以内).
    #[must_use]
    pub fn at_most(mid: f64) -> Self {
        Self { open_low: true, ..Self::exact(mid) }
    }

    /// From one value to another; the mark stands in the middle.
    #[must_use]
    pub fn between(low: f64, high: f64) -> Self {
        Self {
            low: Some(low.min(high)),
            high: Some(low.max(high)),
            ..Self::exact(f64::midpoint(low, high))
        }
    }

    /// The least and the greatest of the values it names.
    #[must_use]
    pub fn span(&self) -> (f64, f64) {
        let (low, high) = (self.low.unwrap_or(self.mid), self.high.unwrap_or(self.mid));
        (low.min(high).min(self.mid), low.max(high).max(self.mid))
    }

    /// What is known of its ends.
    #[must_use]
    pub const fn ends(&self) -> Ends {
        Ends { open_low: self.open_low, open_high: self.open_high, soft: self.soft }
    }

    pub(super) fn check(&self, positive: bool) -> Result<(), DropReason> {
        let values = [Some(self.mid), self.low, self.high];
        values.into_iter().flatten().try_for_each(|value| check(value, positive))
    }
}

/// Whether a value can be drawn, on a log axis where it is to be positive.
pub(super) fn check(value: f64, positive: bool) -> Result<(), DropReason> {
    if !value.is_finite() || value.abs() > GREATEST {
        Err(DropReason::NotFinite)
    } else if positive && value < 1.0 / GREATEST {
        // Below the inverse of the greatest, as good as zero.
        Err(DropReason::NotPositive)
    } else {
        Ok(())
    }
}
