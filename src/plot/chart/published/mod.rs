//! Published figures: each has a source, a stage and a meaning of its own, is written as exactly as it was printed, and is
//! added up only with its like. They are few, so every group knows its figures.

mod figures;
mod lines;
mod naming;
mod opening;
mod parts;
mod sections;
mod selection;
mod sentence;
mod settle;
mod unit;
mod words;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::amount::{Amount, AxisUnit, Cell, Gauge, Tally};
use super::choice::{Asked, Choice};
use super::sentence::Sentence;
use super::side::code_of;
use super::subject::{Reading, Subject};
use super::terms::Terms;
use super::{Headings, Offer, Plan, Refusal, open};
use crate::base::lang::Lang;
use crate::chart::Extent;
use crate::column::Role;
use crate::i18n::catalog::chart as m;
use crate::plot::extent as extent_of;
use crate::query::{Engine, Groups};
use crate::state::{Action, Mark, Measure};
use crate::words::figure;

pub(super) use selection::Published;

const TERMS: Terms = Terms {
    measures: &[Measure::Figure, Measure::Sum, Measure::Count],
    marks: &[Mark::Bar, Mark::Dot, Mark::Line, Mark::Matrix, Mark::Treemap],
    // A kind is no mere unit: people, money, works done.
    group_by: &[Role::Topic, Role::Area, Role::Kind, Role::Stage, Role::Series, Role::Category],
    groups_times: false,
    means_rows: false,
    divides_rows: true,
    splits_sums: true,
    names_are_words: true,
    each: m::MEASURE_FIGURE,
    count: m::MEASURE_COUNT,
    offer_count: m::OFFER_COUNT,
    unit: m::UNIT_COUNT,
    title: m::TITLE_COUNT,
    title_of_one: m::TITLE_COUNT_ONE,
    count_in: m::COUNT_IN,
    value_of: m::COUNTED,
    offer_value: m::OFFER_SERIES,
    one_group: m::ONE_GROUP,
    no_line: m::NO_TIME,
    no_sum: m::NO_SUM,
    needs_groups: m::GRID_NEEDS_GROUPS,
};

impl Published<'_> {
    /// The rows that a measure counts.
    fn counted(&self, measure: Measure) -> Vec<usize> {
        if measure == Measure::Sum { self.summed() } else { self.rows.clone() }
    }

    /// What of the sums the releases leave in doubt: figures in them, and figures left out as parts of others.
    fn doubts(&self, summed: &[usize]) -> impl Iterator<Item = String> + use<> {
        let doubted = |row: &usize| self.observation(*row).doubt.is_some();
        let inside = summed.iter().filter(|row| doubted(row)).count();
        let is_part = |row: &usize| self.observation(*row).part_of.is_some();
        let outside = self.rows.iter().filter(|row| summed.binary_search(row).is_err());
        let parts = outside.filter(|row| is_part(row) && doubted(row)).count();
        let notes = [(inside, m::DOUBTED_SUMMED), (parts, m::DOUBTED_PARTS)];
        let lang = self.lang;
        notes.into_iter().filter(|(n, _)| *n > 0).map(move |(n, note)| note.count(lang, n, &[]))
    }

    /// Whether a sum adds what is planned, under way and done.
    fn mixes_stages(&self, cells: &[Cell]) -> bool {
        let stage = |row: &usize| self.data.told_stage(self.observation(*row));
        cells.iter().any(|cell| {
            let figures = &cell.amount.figures;
            let first = figures.first().map(stage);
            figures.iter().any(|row| Some(stage(row)) != first)
        })
    }
}

impl Reading for Published<'_> {
    fn terms(&self) -> &'static Terms {
        &TERMS
    }

    fn matching(&self, _: &mut Engine) -> usize {
        self.all.len()
    }

    fn present(&self, _: &mut Engine, column: &str) -> Vec<u32> {
        let Some(column) = self.table.column(column) else { return Vec::new() };
        let mut codes: Vec<u32> = self.rows.iter().map(|&row| code_of(column, row)).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    fn sentence(&self, s: &mut Subject, settled: Option<&Choice>) -> Sentence {
        sentence::sentence(self, s, settled)
    }

    fn settle(&self, s: &mut Subject) -> Result<Asked, Refusal> {
        settle::settle(self, s)
    }

    fn mark_of_each(&self) -> Mark {
        let amounts = self.rows.iter().any(|&row| self.data.is_amount(self.observation(row)));
        if amounts { Mark::Bar } else { Mark::Dot }
    }

    fn fills_panels(&self, s: &mut Subject, mark: Mark, split: &str) -> bool {
        mark == Mark::Line || figures::fills(self, split, s.groups(split))
    }

    fn draw(&self, s: &mut Subject, choice: &Choice) -> Option<Plan> {
        match choice.mark {
            Mark::Line => lines::plan(self, choice),
            _ => figures::plan(self, s, choice),
        }
    }

    fn gauge(&self, choice: &Choice) -> Gauge {
        let is_sum = choice.measure == Measure::Sum;
        let unit = if is_sum { AxisUnit::of(self, &self.summed()) } else { None };
        Gauge { measure: choice.measure, unit }
    }

    fn tally(&self, _: &mut Engine, choice: &Choice, columns: &[&str]) -> Tally {
        let mut cells = BTreeMap::<Vec<u32>, Vec<usize>>::new();
        let code = |key: &str, row| {
            self.table.column(key).map_or(Groups::NO_CODE, |column| code_of(column, row))
        };
        for row in self.counted(choice.measure) {
            let codes = columns.iter().map(|key| code(key, row)).collect();
            cells.entry(codes).or_default().push(row);
        }
        let by_column = |at: usize| cells.keys().map(|codes| codes[at]).collect();
        let codes = (0..columns.len()).map(by_column).collect();
        let amount = |figures: Vec<usize>| {
            let rows = u32::try_from(figures.len()).unwrap_or(u32::MAX);
            Amount { rows, numbers: rows, figures, ..Amount::default() }
        };
        Tally { codes, amounts: cells.into_values().map(amount).collect() }
    }

    fn value(&self, gauge: &Gauge, amount: &Amount, lang: Lang) -> (Extent, String) {
        let exact = |row: &usize| self.table.measure().and_then(|figures| figures.exact(*row));
        match (&gauge.unit, &amount.figures[..]) {
            (None, _) => {
                let count = crate::i18n::grouped(&amount.rows.to_string());
                (Extent::exact(f64::from(amount.rows)), count)
            }
            (Some(_), []) => (Extent::exact(f64::NAN), m::NO_FIGURE.get(lang).to_owned()),
            (Some(unit), [only]) => {
                let o = self.observation(*only);
                let value = exact(only).and_then(|value| unit.position(value));
                let extent = extent_of(o.quantity.qualifier, value.unwrap_or(f64::NAN));
                (extent, figure(self.data, o, lang).to_string())
            }
            (Some(unit), figures) => {
                let sum = figures.iter().filter_map(exact).fold(Decimal::ZERO, |sum, value| {
                    // Beyond the decimal range a sum is no figure a release prints.
                    sum.checked_add(value).unwrap_or(sum)
                });
                let parts = figures.iter().map(|&row| self.observation(row).quantity.qualifier);
                let extent = unit::total(unit.position(sum).unwrap_or(f64::NAN), parts);
                (extent, unit.amount(self, sum.normalize(), &extent))
            }
        }
    }

    fn hue(&self, amount: &Amount) -> Option<u8> {
        Some(self.shared_hue(&amount.figures))
    }

    fn open(&self, amount: &Amount) -> Option<Action> {
        match amount.figures[..] {
            [only] => open(self.table, only),
            _ => None,
        }
    }

    fn what(&self, _: &Subject, _: &Choice) -> String {
        figures::figures_title(self)
    }

    fn headings(&self, s: &mut Subject, choice: &Choice, gauge: &Gauge, title: String) -> Headings {
        let count = || m::UNIT_LINE.fill(s.lang, &[("unit", TERMS.unit.get(s.lang))]);
        let unit = gauge.unit.as_ref().map_or_else(count, |unit| unit.words.clone());
        words::headings(self, title, &unit, &self.counted(choice.measure))
    }

    fn notes(&self, s: &Subject, choice: &Choice, cells: &[Cell]) -> Vec<String> {
        let mut notes = Vec::new();
        if choice.measure == Measure::Sum {
            let summed = self.summed();
            notes.push(s.says(m::SUM_NOTE));
            let left_out = self.rows.len() - summed.len();
            if left_out > 0 {
                notes.push(m::NOT_SUMMED.count(s.lang, left_out, &[]));
            }
            notes.extend(self.doubts(&summed));
            if self.mixes_stages(cells) {
                notes.push(s.says(m::SUM_OF_STAGES));
            }
        }
        notes.extend(words::kind_note(self));
        notes
    }

    fn is_apart(&self, choice: &Choice) -> bool {
        choice.measure == Measure::Sum && !figures::is_one_measure(self, &self.summed())
    }

    fn offers(&self, s: &mut Subject, _: &Choice) -> Vec<Offer> {
        settle::offers(self, s)
    }
}
