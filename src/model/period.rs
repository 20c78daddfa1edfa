//! The time a figure speaks of.

use serde::{Deserialize, Serialize};

use crate::base::date::{Day, PartialDate};

/// Time period at the published precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// First date; `None` where the figure holds as of the end.
    pub start: Option<PartialDate>,
    /// Last date, never before the start.
    pub end: PartialDate,
}

/// What shape of time a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Span {
    /// A state as of a date.
    AsOf,
    /// One year, month or day.
    Single,
    /// Several: a cumulative figure.
    Cumulative,
}

impl Period {
    /// First and last day; an as-of period has the same day twice, the last one its date covers.
    #[must_use]
    pub fn days(&self) -> (Day, Day) {
        let last = self.end.last_day();
        (self.start.map_or(last, PartialDate::first_day), last)
    }

    /// The period's shape.
    #[must_use]
    pub fn span(&self) -> Span {
        match self.start {
            None => Span::AsOf,
            Some(start) if start == self.end => Span::Single,
            Some(_) => Span::Cumulative,
        }
    }
}
