//! Names of rows that say something of an estimate in another row: the ends of its interval, its margin, its error.

use super::ends::{End, LOWER, UPPER, ended, is_end_of_interval, is_word_of_interval};
use super::margins::{Off, off_by};
use crate::base::unit_name::without_unit;

/// What a row is of an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Statistic {
    /// The estimate itself, or anything that is none of the others.
    Estimate,
    /// The lower end of its interval.
    Low,
    /// The upper one.
    High,
    /// How far it may be off, to either side.
    Margin,
    /// An error of which nobody says how wide an interval is meant.
    Error,
}

/// The other words of such a name, and those of them that say what is estimated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Said {
    pub(in crate::import) words: Vec<String>,
    pub(in crate::import) stem: Vec<String>,
}

/// What a row of this name is of an estimate, and of which.
pub(in crate::import) fn statistic(name: &str) -> (Statistic, Said) {
    let name = without_unit(name);
    let (end, off) = (ended(name), off_by(name));
    let without_ends = |words: &[String]| -> Vec<String> {
        let is_end = |word: &str| {
            LOWER.contains(&word) || UPPER.contains(&word) || is_word_of_interval(word)
        };
        words.iter().filter(|word| !is_end(word)).cloned().collect()
    };
    let is_bare = !end.is_weak && end.stem.is_empty();
    let statistic = match (end.end.filter(|_| is_bare || is_end_of_interval(name)), off.off) {
        (Some(End::Low), _) => Statistic::Low,
        (Some(End::High), _) => Statistic::High,
        (None, Some(Off::Margin)) if !off.is_weak => Statistic::Margin,
        (None, Some(Off::Error)) => Statistic::Error,
        _ => Statistic::Estimate,
    };
    if statistic == Statistic::Estimate {
        return (statistic, Said { words: off.words, stem: off.stem });
    }
    (statistic, Said { words: without_ends(&off.words), stem: without_ends(&off.stem) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_statistics_say_what_they_are_and_of_what() {
        for (name, expected, words) in [
            ("Estimate", Statistic::Estimate, "estimate"),
            ("Standard error of estimate", Statistic::Error, "estimate"),
            ("Low 95% confidence interval, estimate", Statistic::Low, "estimate"),
            ("High 95% confidence interval, number of persons", Statistic::High, "number persons"),
            ("Number of persons", Statistic::Estimate, "number persons"),
            ("Margin of Error", Statistic::Margin, ""),
            ("Lower", Statistic::Low, ""),
            ("患病率95%CI上限", Statistic::High, "患病率"),
            ("Lower middle income", Statistic::Estimate, "lower middle income"),
            ("Margin", Statistic::Estimate, ""),
            ("High", Statistic::Estimate, "high"),
        ] {
            let (found, said) = statistic(name);
            assert_eq!((found, said.words.join(" ").as_str()), (expected, words), "{name}");
        }
    }
}
