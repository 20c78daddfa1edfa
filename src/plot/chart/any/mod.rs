//! Charts of any table, by the roles of its columns: counts, means and sums of groups, lines over time, scatters,
//! histograms, the greatest rows.

mod axes;
mod bars;
mod choice;
mod controls;
mod histogram;
mod lines;
mod refusal;
mod rows;
mod scatter;
mod side;

use std::sync::Arc;

use super::{Plan, Refusal};
use crate::base::lang::Lang;
use crate::column::{Column, Role, Table};
use crate::plot::measure::measures;
use crate::plot::tally::distinct;
use crate::query::Engine;
use crate::state::{Mark, Measure, Options};
use crate::words::column_name;

pub(crate) use axes::Axes;
pub(crate) use choice::{Choice, choose};
pub(crate) use lines::{MOST_STEPS, Shown};
pub(crate) use side::{Side, hue_of, value_label};

/// What a chart of any table is about.
pub(crate) struct Subject<'a> {
    /// The engine, under the reader's filters.
    pub(crate) engine: &'a mut Engine,
    /// Its table.
    pub(crate) table: Arc<Table>,
    /// The reader's options.
    pub(crate) options: &'a Options,
    /// The reader's language.
    pub(crate) lang: Lang,
}

impl<'a> Subject<'a> {
    pub(crate) fn new(engine: &'a mut Engine, options: &'a Options, lang: Lang) -> Self {
        let table = engine.table().clone();
        Self { engine, table, options, lang }
    }

    /// Key of the first column of a role that can be counted by.
    pub(crate) fn key(&self, role: Role) -> Option<String> {
        self.table.by_role(role).map(|column| column.key.clone())
    }

    /// How many values of a column the selection has.
    pub(crate) fn distinct(&mut self, column: &str) -> usize {
        distinct(self.engine, column)
    }

    /// How many values of a role's column the selection has.
    pub(crate) fn distinct_of(&mut self, role: Role) -> usize {
        self.key(role).map_or(0, |key| self.distinct(&key))
    }

    /// Keys of the measures.
    pub(crate) fn measures(&self) -> Vec<String> {
        measures(&self.table).map(|column| column.key.clone()).collect()
    }

    /// A column's name.
    pub(crate) fn name(&self, key: &str) -> String {
        self.table
            .column(key)
            .map_or_else(|| key.to_owned(), |c: &Column| column_name(c, self.lang))
    }

    /// The column whose values measure unlike things, if the selection has several of them: of such rows no mean says
    /// anything.
    pub(crate) fn mixed(&mut self) -> Option<String> {
        let roles = [Role::Series, Role::Kind];
        let keys: Vec<String> = roles.into_iter().filter_map(|role| self.key(role)).collect();
        keys.into_iter().find(|key| self.distinct(key) > 1)
    }
}

/// The chart of what an engine selects.
pub(crate) fn plan(engine: &mut Engine, options: &Options, lang: Lang) -> Result<Plan, Refusal> {
    let mut subject = Subject::new(engine, options, lang);
    let choice = choose(&mut subject)?;
    draw(&mut subject, &choice).ok_or_else(|| refusal::nothing(&subject))
}

/// A chart that is settled; `None` where there is nothing to draw.
fn draw(subject: &mut Subject, choice: &Choice) -> Option<Plan> {
    match (choice.mark, choice.measure) {
        (Mark::Scatter, _) => scatter::plan(subject, &Shown::default()),
        (Mark::Histogram, _) => histogram::plan(subject, choice),
        (Mark::Line, _) => lines::plan(subject, choice, &Shown::default()),
        (_, Measure::Figure) => rows::plan(subject, choice),
        _ => bars::plan(subject, choice),
    }
}

/// The chart that shows a selection over time, as far as a step: a scatter of the step or lines up to it, on axes that
/// stay still. `None` without a time.
pub(crate) fn frame(
    engine: &mut Engine,
    options: &Options,
    lang: Lang,
    step: usize,
) -> Option<Plan> {
    let mut subject = Subject::new(engine, options, lang);
    let shown = Shown { step: Some(step), still: true };
    if options.group.is_empty() && choice::moves(&mut subject) {
        return scatter::plan(&mut subject, &shown);
    }
    let choice = choice::over_time(&mut subject)?;
    lines::plan(&mut subject, &choice, &shown)
}

pub(crate) use controls::controls;
