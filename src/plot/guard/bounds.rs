//! Arithmetic with figures whose ends are not sharp: what is worked out of 近17亿元 keeps what is known of its ends.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::base::lang::Lang;
use crate::chart::{Ends, Extent};
use crate::i18n::catalog::words::{PREFIX_NEARLY, PREFIX_OVER};
use crate::model::Quantity;
use crate::plot::format::ends_word;

/// A value worked out of published ones, with what is known of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounded {
    /// The value of the numbers as printed.
    pub value: Decimal,
    /// The true value may be any amount less.
    pub open_low: bool,
    /// The true value may be any amount more.
    pub open_high: bool,
    /// It is approximate.
    pub soft: bool,
}

impl Bounded {
    /// A published quantity, its number brought to base units.
    #[must_use]
    pub fn of(quantity: Quantity, base_value: Decimal) -> Self {
        let known = quantity.interval();
        Self {
            value: base_value,
            open_low: known.low.is_none(),
            open_high: known.high.is_none(),
            soft: known.soft,
        }
    }

    /// A value whose ends are both known.
    #[must_use]
    pub const fn exact(value: Decimal) -> Self {
        Self { value, open_low: false, open_high: false, soft: false }
    }

    /// What this is divided by another; `None` by zero, beyond the decimal range, and where a negative number is
    /// not exact.
    #[must_use]
    pub fn divided_by(self, other: Self) -> Option<Self> {
        let is_sharp = |b: Self| !(b.open_low || b.open_high);
        let positive = self.value >= Decimal::ZERO && other.value > Decimal::ZERO;
        let is_told = positive || is_sharp(self) && is_sharp(other);
        if !is_told {
            return None;
        }
        let value = self.value.checked_div(other.value)?;
        Some(self.with(value, other.open_high, other.open_low, other.soft))
    }

    /// What is left of this without another; `None` beyond the decimal range.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        let value = self.value.checked_sub(other.value)?;
        Some(self.with(value, other.open_high, other.open_low, other.soft))
    }

    const fn with(self, value: Decimal, low: bool, high: bool, soft: bool) -> Self {
        Self {
            value,
            open_low: self.open_low || low,
            open_high: self.open_high || high,
            soft: self.soft || soft,
        }
    }

    /// Whether it may be any amount less and any amount more: the number then says nothing.
    #[must_use]
    pub const fn is_vague(self) -> bool {
        self.open_low && self.open_high
    }

    /// Whether the true value is less than, as much as or more than nothing; `None` where that cannot be told. An end
    /// that is open but soft (近, 余) lies close by.
    #[must_use]
    pub fn sign(self) -> Option<Ordering> {
        let ordering = self.value.cmp(&Decimal::ZERO);
        let open = match ordering {
            Ordering::Less => self.open_high && !self.soft,
            Ordering::Greater => self.open_low && !self.soft,
            Ordering::Equal => self.open_low || self.open_high || self.soft,
        };
        (!open && !self.is_vague()).then_some(ordering)
    }

    /// The same in size without its sign.
    #[must_use]
    pub fn size(self) -> Self {
        if self.value >= Decimal::ZERO {
            return self;
        }
        Self {
            value: -self.value,
            open_low: self.open_high,
            open_high: self.open_low,
            soft: self.soft,
        }
    }

    /// Where its mark stands and how its ends are drawn, as those of published figures are.
    #[must_use]
    pub fn extent(self) -> Extent {
        let value = self.value.to_f64().unwrap_or(f64::NAN);
        let is_nearly = self.soft && !self.open_high;
        Extent {
            open_low: self.open_low && !is_nearly,
            open_high: self.open_high,
            soft: is_nearly,
            ..Extent::exact(value)
        }
    }

    /// The word before its number; empty for an exact one.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        let Self { open_low, open_high, soft, .. } = self;
        let word = match (open_low, open_high, soft) {
            (true, false, true) => Some(PREFIX_NEARLY),
            (false, true, true) => Some(PREFIX_OVER),
            _ => ends_word(Ends { open_low, open_high, soft }),
        };
        word.map_or("", |word| word.get(lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Qualifier;

    fn bounded(number: &str, qualifier: &str) -> Bounded {
        let value: Decimal = number.parse().unwrap();
        let qualifier = Qualifier::from_id(qualifier).unwrap();
        Bounded::of(Quantity { value, qualifier }, value)
    }

    #[test]
    fn quotients_keep_what_is_known_of_their_ends() {
        for (a, b, value, word) in [
            (("6", "eq"), ("3", "eq"), "2", ""),
            (("6", "over"), ("3", "eq"), "2", "over"),
            (("6", "eq"), ("3", "over"), "2", "nearly"),
            (("6", "eq"), ("3", "at_least"), "2", "at most"),
            (("6", "at_least"), ("3", "at_most"), "2", "at least"),
            (("6", "nearly"), ("3", "eq"), "2", "nearly"),
            (("6", "about"), ("3", "eq"), "2", "about"),
            (("0", "eq"), ("3", "eq"), "0", ""),
            (("-6", "eq"), ("3", "eq"), "-2", ""),
        ] {
            let found = bounded(a.0, a.1).divided_by(bounded(b.0, b.1)).unwrap();
            assert_eq!(found.value, value.parse().unwrap(), "{a:?} / {b:?}");
            assert_eq!(found.word(Lang::En), word, "{a:?} / {b:?}");
        }
        let vague = bounded("6", "over").divided_by(bounded("3", "over")).unwrap();
        assert!(vague.is_vague());
        assert_eq!(bounded("6", "eq").divided_by(bounded("0", "eq")), None);
        assert_eq!(bounded("-6", "over").divided_by(bounded("3", "eq")), None);
    }

    #[test]
    fn differences_say_which_is_greater_only_where_that_is_known() {
        use Ordering::{Equal, Greater, Less};
        for (a, b, sign) in [
            (("5", "eq"), ("3", "eq"), Some(Greater)),
            (("3", "eq"), ("5", "eq"), Some(Less)),
            (("3", "eq"), ("3", "eq"), Some(Equal)),
            (("3", "about"), ("3", "eq"), None),
            (("5", "at_least"), ("3", "eq"), Some(Greater)),
            (("5", "at_most"), ("3", "eq"), None),
            (("5", "nearly"), ("3", "eq"), Some(Greater)),
            (("3", "at_most"), ("5", "eq"), Some(Less)),
            (("3", "at_least"), ("5", "eq"), None),
            (("5", "over"), ("3", "over"), None),
        ] {
            let found = bounded(a.0, a.1).minus(bounded(b.0, b.1)).unwrap();
            assert_eq!(found.sign(), sign, "{a:?} against {b:?}");
            assert!(found.size().value >= Decimal::ZERO);
        }
    }
}
