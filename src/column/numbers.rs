//! Numbers as binary floats.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Bitmap, STRETCH};

/// Digits of a decimal that a float of eight bytes keeps.
const DIGITS: u32 = 15;

/// One number a row, some of which may be missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Numbers {
    floats: Floats,
    /// Rows that have a number; `None` where every row has.
    valid: Option<Bitmap>,
}

/// Floats in the narrowest width that loses nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Floats {
    /// Eight bytes.
    F64(Vec<f64>),
    /// Four bytes.
    F32(Vec<f32>),
}

impl Default for Floats {
    fn default() -> Self {
        Self::F64(Vec::new())
    }
}

impl Floats {
    /// Number of rows.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self {
            Self::F64(floats) => floats.len(),
            Self::F32(floats) => floats.len(),
        }
    }

    /// Whether there are no rows.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Numbers {
    /// Takes floats over; those that are not finite are no value.
    #[must_use]
    pub fn new(floats: Floats) -> Self {
        let finite = |row: usize| match &floats {
            Floats::F64(floats) => floats[row].is_finite(),
            Floats::F32(floats) => floats[row].is_finite(),
        };
        let whole = match &floats {
            Floats::F64(floats) => floats.chunks(STRETCH).all(are_finite),
            Floats::F32(floats) => floats.chunks(STRETCH).all(are_finite_f32),
        };
        let valid = (!whole).then(|| Bitmap::from_fn(floats.len(), finite));
        Self { floats, valid }
    }

    /// Eight-byte floats from numbers that may be missing.
    #[must_use]
    pub fn from_options(numbers: impl IntoIterator<Item = Option<f64>>) -> Self {
        let floats = numbers.into_iter().map(|n| n.unwrap_or(f64::NAN)).collect();
        Self::new(Floats::F64(floats))
    }

    /// Number of rows.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.floats.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.floats.is_empty()
    }

    /// The floats; not a number where a row has none.
    #[must_use]
    pub const fn floats(&self) -> &Floats {
        &self.floats
    }

    /// Rows that have a number; `None` where every row has.
    #[must_use]
    pub const fn valid(&self) -> Option<&Bitmap> {
        self.valid.as_ref()
    }

    /// The row's number.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<f64> {
        let float = match &self.floats {
            Floats::F64(floats) => *floats.get(row)?,
            Floats::F32(floats) => f64::from(*floats.get(row)?),
        };
        float.is_finite().then_some(float)
    }

    /// The row's number as it was written, to 15 digits: what stands behind these is what binary floats make of a decimal
    /// (14136.460000000001). Whole numbers keep all of theirs. `None` beyond the 28 digits of a decimal.
    #[must_use]
    pub fn exact(&self, row: usize) -> Option<Decimal> {
        match &self.floats {
            Floats::F64(floats) => shortest(*floats.get(row)?),
            Floats::F32(floats) => floats.get(row)?.to_string().parse().ok(),
        }
    }
}

#[inline(never)]
fn are_finite(floats: &[f64]) -> bool {
    // Without an early end, so that several are looked at in one step.
    floats.iter().fold(true, |all, float| all & float.is_finite())
}

#[inline(never)]
fn are_finite_f32(floats: &[f32]) -> bool {
    floats.iter().fold(true, |all, float| all & float.is_finite())
}

/// The shortest decimal that reads back to the float, of 15 digits at most where it is no whole number.
fn shortest(float: f64) -> Option<Decimal> {
    let decimal = float.to_string().parse::<Decimal>().ok()?;
    let rounded = if decimal.is_integer() { Some(decimal) } else { decimal.round_sf(DIGITS) };
    Some(rounded.unwrap_or(decimal).normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_numbers_come_back_exactly() {
        for text in ["0.1", "88.79", "1700000000", "-3", "0.0001", "123456789012.345", "0"] {
            let numbers = Numbers::from_options([text.parse().ok()]);
            assert_eq!(numbers.exact(0).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_floats_make_of_decimals_is_left_out() {
        for (float, text) in [
            (0.1 + 0.2, "0.3"),
            (14136.460000000001, "14136.46"),
            (626.1400000000001, "626.14"),
            (9007199254740991.0, "9007199254740991"),
            (-1234567.891, "-1234567.891"),
        ] {
            assert_eq!(Numbers::from_options([Some(float)]).exact(0).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_not_finite_is_no_value() {
        let numbers = Numbers::from_options([Some(1.0), None, Some(f64::INFINITY)]);
        assert_eq!([0, 1, 2, 3].map(|row| numbers.get(row)), [Some(1.0), None, None, None]);
        assert_eq!(numbers.valid().map(Bitmap::count), Some(1));
        assert_eq!(numbers.exact(1), None);
        assert!(Numbers::from_options([Some(1.0)]).valid().is_none());
    }
}
