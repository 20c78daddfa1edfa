//! How a number is meant, by the mark that stands beside it in a column of marks: one of the words of published figures, a range
//! of which the number is the middle, flags.

use crate::model::Qualifier;

/// The flag of a value that is as it should be.
const NORMAL: &str = "A";

/// Begins the mark of a range, before its ends.
const BETWEEN: &str = "between";

/// How a number is meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Meaning {
    /// How it relates to the true value; [`Qualifier::Eq`] where nothing is said.
    pub qualifier: Qualifier,
    /// The ends of a range, or of the interval that an estimate lies in.
    pub range: Option<(f64, f64)>,
    /// Whether flags stand beside it too.
    pub is_flagged: bool,
}

/// What the ends beside a number are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// Those of a range, of which the number is the middle.
    Range,
    /// Those of an interval in which an estimate lies.
    Interval,
}

impl Meaning {
    /// The mark of a range.
    #[must_use]
    pub fn range_mark(low: f64, high: f64) -> String {
        format!("{BETWEEN}:{low}:{high}")
    }

    /// The mark of an interval that an estimate lies in, by its ends as they are written without separators.
    #[must_use]
    pub fn interval_mark(low: &str, high: &str) -> String {
        format!("{low}\u{2013}{high}").replace('-', "\u{2212}")
    }

    /// The ends of a range, as its mark has them.
    #[must_use]
    pub fn range_of(mark: &str) -> Option<(f64, f64)> {
        let (low, high) = mark.strip_prefix(BETWEEN)?.strip_prefix(':')?.split_once(':')?;
        let (low, high): (f64, f64) = (low.parse().ok()?, high.parse().ok()?);
        (low.is_finite() && high.is_finite()).then_some((low, high))
    }

    /// What kind of ends a mark gives, if it gives any.
    #[must_use]
    pub fn ends_of(mark: &str) -> Option<Ends> {
        mark.split(' ').find_map(|part| {
            let range = Self::range_of(part).map(|_| Ends::Range);
            range.or_else(|| Self::interval_of(part).map(|_| Ends::Interval))
        })
    }

    /// The ends of an interval that stands behind a number, as it is written: `8.1–12.3`. Where a comma stands in it, nobody
    /// knows whether it parts thousands or decimals.
    fn interval_of(mark: &str) -> Option<(f64, f64)> {
        let (low, high) = mark.split_once('\u{2013}')?;
        let number = |text: &str| text.replace('\u{2212}', "-").parse::<f64>().ok();
        let (low, high) = (number(low)?, number(high)?);
        (low.is_finite() && high.is_finite() && low <= high).then_some((low, high))
    }

    /// Whether a number is the middle of its range, so that the range says all there is to say.
    #[must_use]
    pub fn is_middle(&self, value: f64) -> bool {
        let near = |low: f64, high: f64| {
            (f64::midpoint(low, high) - value).abs() <= (high - low).abs() * 1e-9
        };
        self.range.is_some_and(|(low, high)| near(low, high))
    }

    /// What a mark says: words parted by blanks.
    #[must_use]
    pub fn of(mark: &str) -> Self {
        let mut meaning = Self { qualifier: Qualifier::Eq, range: None, is_flagged: false };
        for part in mark.split(' ').filter(|part| !part.is_empty()) {
            let word = Qualifier::ALL.iter().find(|qualifier| qualifier.id() == part);
            match (word, Self::range_of(part).or_else(|| Self::interval_of(part))) {
                (Some(&qualifier), _) => meaning.qualifier = qualifier,
                (None, Some(range)) => meaning.range = Some(range),
                (None, None) => meaning.is_flagged |= part != NORMAL,
            }
        }
        meaning
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_say_what_was_written() {
        let of = |mark: &str| {
            let Meaning { qualifier, range, is_flagged } = Meaning::of(mark);
            (qualifier, range, is_flagged)
        };
        assert_eq!(of("under"), (Qualifier::Under, None, false));
        assert_eq!(of("at_least p"), (Qualifier::AtLeast, None, true));
        assert_eq!(of("*"), (Qualifier::Eq, None, true));
        let mark = Meaning::range_mark(8_000.0, 12_000.5);
        assert_eq!(of(&mark), (Qualifier::Eq, Some((8_000.0, 12_000.5)), false));
        assert_eq!(of(&format!("{mark} e")), (Qualifier::Eq, Some((8_000.0, 12_000.5)), true));
        assert_eq!(of("8.1\u{2013}12.3"), (Qualifier::Eq, Some((8.1, 12.3)), false));
        assert_eq!(of("1,200\u{2013}1,400"), (Qualifier::Eq, None, true), "thousands or decimals");
        assert_eq!(of("between:a:b"), (Qualifier::Eq, None, true), "no ends, so no range");
        assert_eq!(of("A"), (Qualifier::Eq, None, false), "a normal value");
        assert_eq!(Meaning::ends_of(&Meaning::range_mark(8.0, 12.0)), Some(Ends::Range));
        assert_eq!(Meaning::ends_of("b 8.1\u{2013}12.3"), Some(Ends::Interval));
        assert_eq!(Meaning::ends_of("under"), None);
        assert_eq!(of(""), (Qualifier::Eq, None, false));
    }
}
