//! Words and figures come in from the caller, per language and unit.

use crate::base::date::Day;

/// How precisely a day is written on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeStep {
    /// The year: 2021年.
    Year,
    /// The quarter within its year: 三季度.
    Quarter,
    /// The month within its year: 9月.
    Month,
    /// The month with its year: 2021年9月.
    YearMonth,
    /// The day within its month: 7日.
    Day,
}

/// Whether a sum's ends are open or soft, because a part's are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    /// It may be less.
    pub open_low: bool,
    /// It may be more.
    pub open_high: bool,
    /// It is approximate.
    pub soft: bool,
}

/// Something a chart has to say itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Word {
    /// The value axis is logarithmic.
    LogScale,
    /// Sections of rows have a scale each: their marks are not to be set against one another.
    OwnScales,
    /// So many data have no mark.
    NotShown(usize),
    /// A bin of so many data, from a day to a day.
    Bin {
        /// How many.
        count: usize,
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
    },
    /// So many data in a bin of a plane.
    Counted(usize),
    /// From a value to another.
    Between(f64, f64),
    /// What a plane's legend of counts counts.
    PerBin,
}

/// Writes figures, dates and the few words of a chart in the reader's language.
pub trait Format {
    /// A value as axes and cells print it, unit left out or short.
    fn number(&self, value: f64) -> String;

    /// A date at a precision.
    fn date(&self, day: Day, step: TimeStep) -> String;

    /// A word or sentence.
    fn word(&self, word: Word) -> String;

    /// The sum of a stacked bar with what is known of its ends. Default: the bare number.
    fn total(&self, value: f64, ends: Ends) -> String {
        let _ = ends;
        self.number(value)
    }
}
