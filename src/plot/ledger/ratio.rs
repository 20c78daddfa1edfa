//! What was reached against what was promised, by the direction and the qualifiers of both.

use rust_decimal::Decimal;

use crate::model::{Direction, Observation, Qualifier, Quantity, Role, Unit};

/// What a target asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// This much or more.
    Reach,
    /// This much or less.
    Stay,
}

impl Aim {
    /// The aim of a target: a ceiling, a target printed as an upper limit (不超过, 低于) and one of an indicator of
    /// which less is better ask to stay below; everything else asks to be reached.
    #[must_use]
    pub fn of(role: Role, qualifier: Qualifier, direction: Direction) -> Self {
        match (role, qualifier, direction) {
            (Role::Ceiling, _, _) | (_, Qualifier::AtMost | Qualifier::Under, _) => Self::Stay,
            (_, Qualifier::AtLeast | Qualifier::Over, _) => Self::Reach,
            (_, _, Direction::Lower) => Self::Stay,
            _ => Self::Reach,
        }
    }

    /// Whether an actual value meets the target, both in one unit; `None` where the words of the actual value leave
    /// it open. More than (超) and less than (低于) never hold by equality.
    #[must_use]
    pub fn is_met(self, target: Quantity, actual: Quantity) -> Option<bool> {
        use Qualifier::{About, AtLeast, AtMost, Eq, Nearly, Over, Under};
        let (t, v) = (target.value, actual.value);
        // What the words say for certain: the least and the most it may be, and whether it may be just that.
        let (low, high) = match actual.qualifier {
            Eq | About => (Some((v, true)), Some((v, true))),
            Nearly => (None, Some((v, false))),
            Over => (Some((v, false)), None),
            AtLeast => (Some((v, true)), None),
            AtMost => (None, Some((v, true))),
            Under => (None, Some((v, false))),
        };
        let strict = match self {
            Self::Reach => target.qualifier == Over,
            Self::Stay => target.qualifier == Under,
        };
        let (sure, never) = match self {
            Self::Reach => (
                low.is_some_and(|(l, is)| l > t || (l == t && !(strict && is))),
                high.is_some_and(|(h, is)| h < t || (h == t && (strict || !is))),
            ),
            Self::Stay => (
                high.is_some_and(|(h, is)| h < t || (h == t && !(strict && is))),
                low.is_some_and(|(l, is)| l > t || (l == t && (strict || !is))),
            ),
        };
        match (sure, never) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }
}

/// The share of the target that was reached, 1 for all of it, with nothing clipped above; `None` for what is to be
/// stayed below, for targets of zero or less, and for actual values below zero, where a share says nothing.
#[must_use]
pub fn ratio(aim: Aim, target: Decimal, actual: Decimal) -> Option<Decimal> {
    let tells = aim == Aim::Reach && target > Decimal::ZERO && actual >= Decimal::ZERO;
    if tells { actual.checked_div(target) } else { None }
}

/// What word a ratio needs: more than, at least, at most, about. Qualifiers of the target work the other way round.
#[must_use]
pub(super) const fn ratio_qualifier(target: Qualifier, actual: Qualifier) -> Qualifier {
    use Qualifier::{About, AtLeast, AtMost, Eq, Nearly, Over, Under};
    match (target, actual) {
        // A lower limit is the target itself.
        (Eq | AtLeast | AtMost | Under, actual) => actual,
        (Nearly, Over | AtLeast) | (Over, Nearly | AtMost | Under) => actual,
        _ => About,
    }
}

/// Half a step of the last digit a figure was written with, in base units: what rounding may hide. Whole numbers of
/// single things hide nothing.
fn hidden(o: &Observation, unit: &Unit) -> Decimal {
    let scale = o.quantity.value.scale();
    if scale == 0 && unit.factor == Decimal::ONE {
        return Decimal::ZERO;
    }
    let half = Decimal::new(5, scale.saturating_add(1).min(28));
    half.checked_mul(unit.factor).unwrap_or_default()
}

/// Whether a published percentage of a target and the one worked out from actual and target lie further apart than the
/// rounding of the three can explain. Where one of the three is only said to be about something nothing is claimed.
#[must_use]
pub fn differs(
    published: (&Observation, &Unit),
    target: (&Observation, &Unit),
    actual: (&Observation, &Unit),
) -> bool {
    let exact = |(o, _): &(&Observation, &Unit)| o.quantity.qualifier == Qualifier::Eq;
    if ![published, target, actual].iter().all(exact) {
        return false;
    }
    let span = |(o, unit): (&Observation, &Unit)| {
        let (value, half) = (o.base_value(unit)?, hidden(o, unit));
        Some((value.checked_sub(half)?, value.checked_add(half)?))
    };
    let apart = || {
        let (p, t, a) = (span(published)?, span(target)?, span(actual)?);
        let least = a.0.checked_div(t.1)?;
        let most = a.1.checked_div(t.0).filter(|_| t.0 > Decimal::ZERO)?;
        Some(most < p.0 || least > p.1)
    };
    apart().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Qualifier::{About, AtLeast, AtMost, Eq, Nearly, Over, Under};

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn quantity(qualifier: Qualifier, value: &str) -> Quantity {
        Quantity { value: number(value), qualifier }
    }

    #[test]
    fn what_a_target_asks_for() {
        for (role, qualifier, direction, aim) in [
            (Role::Target, Eq, Direction::Higher, Aim::Reach),
            (Role::Target, Eq, Direction::None, Aim::Reach),
            (Role::Target, Eq, Direction::Lower, Aim::Stay),
            (Role::Target, Under, Direction::Higher, Aim::Stay),
            (Role::Target, AtMost, Direction::None, Aim::Stay),
            (Role::Target, AtLeast, Direction::Lower, Aim::Reach),
            (Role::Ceiling, Eq, Direction::Higher, Aim::Stay),
        ] {
            assert_eq!(Aim::of(role, qualifier, direction), aim, "{role:?} {qualifier:?}");
        }
    }

    #[test]
    fn targets_are_met_by_the_words_of_both() {
        for (aim, target, actual, met) in [
            (Aim::Reach, (Eq, "15"), (Eq, "12"), Some(false)),
            (Aim::Reach, (Eq, "15"), (Eq, "15"), Some(true)),
            (Aim::Reach, (AtLeast, "20"), (Eq, "20"), Some(true)),
            (Aim::Reach, (Over, "20"), (Eq, "20"), Some(false)),
            (Aim::Reach, (Over, "20"), (Over, "20"), Some(true)),
            (Aim::Reach, (Eq, "100"), (Nearly, "100"), Some(false)),
            (Aim::Reach, (Eq, "100"), (Over, "90"), None),
            (Aim::Reach, (Eq, "100"), (AtLeast, "100"), Some(true)),
            (Aim::Reach, (Eq, "100"), (AtMost, "120"), None),
            (Aim::Reach, (Eq, "100"), (About, "100"), Some(true)),
            (Aim::Reach, (Eq, "0"), (Eq, "0"), Some(true)),
            (Aim::Reach, (Eq, "-5"), (Eq, "-4"), Some(true)),
            (Aim::Stay, (Under, "4.3"), (Eq, "3.57"), Some(true)),
            (Aim::Stay, (Under, "4.3"), (Eq, "4.3"), Some(false)),
            (Aim::Stay, (Under, "4.3"), (Under, "4.3"), Some(true)),
            (Aim::Stay, (AtMost, "4.3"), (Eq, "4.3"), Some(true)),
            (Aim::Stay, (AtMost, "4.3"), (AtMost, "5"), None),
            (Aim::Stay, (Eq, "0"), (Eq, "1"), Some(false)),
            (Aim::Stay, (Eq, "-2"), (Eq, "-3"), Some(true)),
        ] {
            let found = aim.is_met(quantity(target.0, target.1), quantity(actual.0, actual.1));
            assert_eq!(found, met, "{aim:?} {target:?} {actual:?}");
        }
    }

    #[test]
    fn ratios_are_told_where_they_say_something() {
        for (aim, target, actual, expected) in [
            (Aim::Reach, "15", "12", Some("0.8")),
            (Aim::Reach, "100", "112.8", Some("1.128")),
            (Aim::Reach, "2", "9", Some("4.5")),
            (Aim::Reach, "5", "0", Some("0")),
            (Aim::Reach, "0", "3", None),
            (Aim::Reach, "-5", "-4", None),
            (Aim::Reach, "5", "-4", None),
            (Aim::Stay, "4.3", "3.57", None),
        ] {
            let found = ratio(aim, number(target), number(actual)).map(|r| r.normalize());
            assert_eq!(found, expected.map(number), "{aim:?} {target} {actual}");
        }
    }

    #[test]
    fn a_ratio_is_as_certain_as_its_figures() {
        for (target, actual, word) in [
            (Eq, Eq, Eq),
            (AtLeast, Eq, Eq),
            (Eq, Over, Over),
            (About, Eq, About),
            (Nearly, Over, Over),
            (Over, Over, About),
        ] {
            assert_eq!(ratio_qualifier(target, actual), word, "{target:?} {actual:?}");
        }
    }
}
