//! Units of measure and exact conversion between those of one kind.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Id, Record};
use crate::base::lang::Bilingual;

/// A unit of measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Id, such as `yi_yuan`.
    pub id: String,
    /// The word after a number (亿元); in English the plural.
    pub name: Bilingual,
    /// The English word after exactly one; empty where it is the same.
    pub singular_en: String,
    /// Kind of quantity, such as `money`: units of one kind convert into one another.
    pub kind: String,
    /// The base unit of the kind.
    pub base: Id<Unit>,
    /// One of this unit is this many of the base unit; more than zero.
    #[serde(with = "rust_decimal::serde::str")]
    pub factor: Decimal,
}

impl Record for Unit {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Unit {
    /// A value of this unit in the base unit, or `None` if the number leaves the decimal range.
    #[must_use]
    pub fn to_base(&self, value: Decimal) -> Option<Decimal> {
        value.checked_mul(self.factor).map(|v| v.normalize())
    }

    /// A value of the base unit in this unit.
    #[must_use]
    pub fn from_base(&self, value: Decimal) -> Option<Decimal> {
        value.checked_div(self.factor).map(|v| v.normalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(id: &str, kind: &str, factor: &str) -> Unit {
        Unit {
            id: id.into(),
            name: Bilingual::default(),
            singular_en: String::new(),
            kind: kind.into(),
            base: Id::at(0),
            factor: factor.parse().unwrap(),
        }
    }

    #[test]
    fn conversion_is_exact_both_ways() {
        for (value, id, factor, base) in [
            ("17", "yi_yuan", "100000000", "1700000000"),
            ("35.51", "wan_yuan", "10000", "355100"),
            ("5582.93", "wan_yuan", "10000", "55829300"),
            ("0.94", "wan_sqm", "10000", "9400"),
        ] {
            let from = unit(id, "money", factor);
            let value: Decimal = value.parse().unwrap();
            let there = from.to_base(value).unwrap();
            assert_eq!(there.to_string(), base);
            assert_eq!(from.from_base(there).unwrap().to_string(), value.to_string());
        }
    }
}
