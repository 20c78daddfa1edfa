//! Time periods, coded like any other category: a table has few distinct ones.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Codes;
use crate::base::date::{Day, civil};

/// A period by its days. Ordered by its last day, as figures are over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DaySpan {
    /// Last day.
    pub last: Day,
    /// First day; equal to the last for a figure as of a date.
    pub first: Day,
    /// Whether it holds as of its last day.
    pub as_of: bool,
}

/// One period a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Periods {
    codes: Codes,
    spans: Vec<DaySpan>,
}

impl Periods {
    /// Codes the rows' periods; the distinct ones are kept in order.
    #[must_use]
    pub fn new(rows: &[Option<DaySpan>]) -> Self {
        let mut at: BTreeMap<DaySpan, u32> = rows.iter().flatten().map(|&s| (s, 0)).collect();
        for (code, place) in (0..).zip(at.values_mut()) {
            *place = code;
        }
        let codes = rows.iter().map(|s| s.and_then(|s| at.get(&s).copied()));
        Self { codes: Codes::pack(codes, at.len()), spans: at.into_keys().collect() }
    }

    /// Takes codes over; `None` where the periods are not in ascending order, each once.
    #[must_use]
    pub fn from_codes(codes: Codes, spans: Vec<DaySpan>) -> Option<Self> {
        spans.is_sorted_by(|a, b| a < b).then_some(Self { codes, spans })
    }

    /// The same periods and no row.
    #[must_use]
    pub fn head(&self) -> Self {
        Self { codes: Codes::default(), spans: self.spans.clone() }
    }

    /// One code a row into [`Self::spans`].
    #[must_use]
    pub const fn codes(&self) -> &Codes {
        &self.codes
    }

    /// The distinct periods, ascending.
    #[must_use]
    pub fn spans(&self) -> &[DaySpan] {
        &self.spans
    }

    /// The month in which the periods begin, where they are years, or several, that all begin in one other than January.
    #[must_use]
    pub fn year_begins(&self) -> Option<u8> {
        let begins = |span: &DaySpan| {
            let ((year, month, day), after) = (civil(span.first), civil(span.last + 1));
            let is_years = !span.as_of && day == 1 && month > 1 && after.0 > year;
            (is_years && (after.1, after.2) == (month, day)).then_some(month)
        };
        let month = begins(self.spans.first()?)?;
        self.spans.iter().all(|span| begins(span) == Some(month)).then_some(month)
    }

    /// The row's period.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<DaySpan> {
        self.spans.get(self.codes.code(row)? as usize).copied()
    }

    /// First day of the row's period.
    #[must_use]
    pub fn first(&self, row: usize) -> Option<Day> {
        Some(self.get(row)?.first)
    }

    /// Last day of the row's period.
    #[must_use]
    pub fn last(&self, row: usize) -> Option<Day> {
        Some(self.get(row)?.last)
    }

    /// Whether the row holds as of its last day.
    #[must_use]
    pub fn is_as_of(&self, row: usize) -> bool {
        self.get(row).is_some_and(|s| s.as_of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::day_number;

    #[test]
    fn periods_are_coded_in_order() {
        let year = |n: Day| Some(DaySpan { first: n, last: n + 364, as_of: false });
        let periods = Periods::new(&[year(365), None, year(0), year(365)]);
        assert_eq!(periods.codes().iter().collect::<Vec<_>>(), [Some(1), None, Some(0), Some(1)]);
        assert_eq!(periods.spans().len(), 2);
        assert_eq!(
            (periods.first(0), periods.last(2), periods.first(1)),
            (Some(365), Some(364), None)
        );
        assert_eq!(periods.year_begins(), None);
        let turned = periods.spans().iter().rev().copied().collect();
        assert_eq!(Periods::from_codes(Codes::default(), turned), None);
    }

    #[test]
    fn years_that_begin_in_another_month_are_told_by_all_of_them() {
        let day = |year, month| day_number(year, month, 1).unwrap();
        let years = |first: i32, last: i32, month| {
            let (first, last) = (day(first, month), day(last, month) - 1);
            Some(DaySpan { first, last, as_of: false })
        };
        let fiscal = [years(2005, 2006, 4), None, years(2006, 2008, 4)];
        assert_eq!(Periods::new(&fiscal).year_begins(), Some(4));
        let rolling = [years(2005, 2006, 4), years(2005, 2006, 5)];
        assert_eq!(Periods::new(&rolling).year_begins(), None);
        assert_eq!(Periods::new(&[years(2005, 2006, 1)]).year_begins(), None);
        assert_eq!(Periods::new(&[]).year_begins(), None);
    }
}
