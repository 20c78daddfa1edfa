//! The periods of a table as steps: what lines are drawn through and what a timeline plays.

use std::collections::BTreeMap;

use super::format::year_text;
use super::tally::tally;
use crate::base::date::{Day, PartialDate, civil};
use crate::base::lang::Lang;
use crate::column::Role;
use crate::query::Engine;

/// First and last day of each step, ascending, and the step of each period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Steps {
    /// Key of the time column.
    pub(super) column: String,
    /// First and last day of each step.
    pub(super) spans: Vec<(Day, Day)>,
    /// Rows of each step.
    pub(super) counts: Vec<usize>,
    /// The month in which the years begin that the steps are, if it is not January.
    begins: Option<u8>,
    /// By code of a period, its step.
    of: Vec<Option<u32>>,
}

impl Steps {
    /// The periods that the selection has rows of: each a step or, of more than `most`, each calendar year of their last
    /// days. `None` without a time column, or without rows that have a time.
    pub(super) fn of(engine: &mut Engine, most: usize) -> Option<Self> {
        let table = engine.table().clone();
        let column = table.by_role(Role::Time)?.key.clone();
        let periods = table.time()?;
        let (spans, begins) = (periods.spans(), periods.year_begins());
        let tally = tally(engine, &column);
        let present = || spans.iter().zip(&tally).enumerate().filter(|(_, (_, n))| **n > 0);
        let by_year = present().count() > most;
        let mut steps: BTreeMap<(Day, Day), usize> = BTreeMap::new();
        let mut keys = vec![None; spans.len()];
        for (code, (span, &rows)) in present() {
            let key = if by_year {
                let year = PartialDate::Year(civil(span.last).0);
                (year.last_day(), year.first_day())
            } else {
                (span.last, span.first)
            };
            *steps.entry(key).or_default() += rows as usize;
            keys[code] = Some(key);
        }
        let places: BTreeMap<(Day, Day), u32> = steps.keys().copied().zip(0..).collect();
        (!steps.is_empty()).then(|| Self {
            column,
            spans: steps.keys().map(|&(last, first)| (first, last)).collect(),
            counts: steps.into_values().collect(),
            begins,
            of: keys.into_iter().map(|key| places.get(&key?).copied()).collect(),
        })
    }

    /// The step of a period's code.
    pub(super) fn at(&self, code: u32) -> Option<usize> {
        self.of.get(code as usize).copied().flatten().map(|step| step as usize)
    }

    /// Number of steps.
    pub(super) const fn len(&self) -> usize {
        self.spans.len()
    }

    /// A step in words.
    pub(super) fn name(&self, step: usize, lang: Lang) -> String {
        self.spans.get(step).map_or_else(String::new, |&span| year_text(span, self.begins, lang))
    }

    /// All steps as one period, in words.
    pub(super) fn whole(&self, lang: Lang) -> String {
        let first = self.spans.iter().map(|span| span.0).min();
        let last = self.spans.last().map(|span| span.1);
        first.zip(last).map_or_else(String::new, |span| year_text(span, self.begins, lang))
    }
}
