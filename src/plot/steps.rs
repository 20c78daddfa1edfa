//! The periods of a table as steps: what lines are drawn through and what a timeline plays.

use std::collections::{BTreeMap, BTreeSet};

use super::format::year_text;
use super::tally::tally;
use crate::base::date::{Day, PartialDate, civil};
use crate::base::lang::Lang;
use crate::column::Role;
use crate::query::Engine;

/// How long a step is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Grain {
    /// A period as the table has it.
    #[default]
    Each,
    /// From Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
}

impl Grain {
    /// From the finest to the coarsest.
    const ALL: [Self; 4] = [Self::Each, Self::Week, Self::Month, Self::Year];

    /// Last and first day of the step that a period belongs to: by its last day.
    fn step(self, (first, last): (Day, Day)) -> (Day, Day) {
        let of = |date: PartialDate| (date.last_day(), date.first_day());
        let (year, month, _) = civil(last);
        match self {
            Self::Each => (last, first),
            Self::Week => {
                // The first day of all was a Thursday.
                let monday = last - (last + 3).rem_euclid(7);
                (monday + 6, monday)
            }
            Self::Month => of(PartialDate::Month(year, month)),
            Self::Year => of(PartialDate::Year(year)),
        }
    }
}

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
    /// How long each step is.
    pub(super) grain: Grain,
    /// How many periods there are, of which steps take several together.
    pub(super) periods: usize,
    /// By code of a period, its step.
    of: Vec<Option<u32>>,
}

impl Steps {
    /// The periods that the selection has rows of: each a step or, of more than `most`, the weeks, months or calendar years
    /// of their last days, whichever are few enough first. `None` without a time column, or without rows that have a time.
    pub(super) fn of(engine: &mut Engine, most: usize) -> Option<Self> {
        let table = engine.table().clone();
        let column = table.by_role(Role::Time)?.key.clone();
        let periods = table.time()?;
        let (spans, begins) = (periods.spans(), periods.year_begins());
        let tally = tally(engine, &column);
        let present = || spans.iter().zip(&tally).enumerate().filter(|(_, (_, n))| **n > 0);
        let distinct = |grain: Grain| -> usize {
            if grain == Grain::Each {
                return present().count();
            }
            let steps: BTreeSet<_> =
                present().map(|(_, (span, _))| grain.step((span.first, span.last))).collect();
            steps.len()
        };
        let few = Grain::ALL.into_iter().find(|&grain| distinct(grain) <= most);
        let grain = few.unwrap_or(Grain::Year);
        let mut steps: BTreeMap<(Day, Day), usize> = BTreeMap::new();
        let mut keys = vec![None; spans.len()];
        for (code, (span, &rows)) in present() {
            let key = grain.step((span.first, span.last));
            *steps.entry(key).or_default() += rows as usize;
            keys[code] = Some(key);
        }
        let places: BTreeMap<(Day, Day), u32> = steps.keys().copied().zip(0..).collect();
        (!steps.is_empty()).then(|| Self {
            column,
            spans: steps.keys().map(|&(last, first)| (first, last)).collect(),
            counts: steps.into_values().collect(),
            begins,
            grain,
            periods: present().count(),
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

    /// The step of a span in words; none where it is of no step.
    pub(super) fn named(&self, span: Option<(Day, Day)>, lang: Lang) -> Option<String> {
        let step = self.spans.iter().position(|own| Some(*own) == span)?;
        Some(self.name(step, lang))
    }

    /// The steps from one to another as one period, in words.
    pub(super) fn between(&self, (from, to): (usize, usize), lang: Lang) -> String {
        let ends = self.spans.get(from).zip(self.spans.get(to));
        ends.map_or_else(String::new, |(from, to)| year_text((from.0, to.1), self.begins, lang))
    }

    /// All steps as one period, in words.
    pub(super) fn whole(&self, lang: Lang) -> String {
        let first = self.spans.iter().map(|span| span.0).min();
        let last = self.spans.last().map(|span| span.1);
        first.zip(last).map_or_else(String::new, |span| year_text(span, self.begins, lang))
    }
}
