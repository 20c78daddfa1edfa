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
use crate::column::{Column, Data, Role, Table};
use crate::i18n::catalog::words::PARENTHESIS;
use crate::i18n::unit_of_name;
use crate::plot::measure::measures;
use crate::plot::tally::{distinct, tally};
use crate::query::Engine;
use crate::state::{Mark, Measure, Options};
use crate::words::{column_name, entry_name};

pub(crate) use axes::Axes;
pub(crate) use choice::{Choice, choose};
pub(crate) use lines::{MOST_STEPS, Shown};
pub(crate) use refusal::series as others;
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
    /// The one unit that the rows selected are in, where the table has a column of units.
    unit: Option<String>,
}

impl<'a> Subject<'a> {
    pub(crate) fn new(engine: &'a mut Engine, options: &'a Options, lang: Lang) -> Self {
        let table = engine.table().clone();
        let unit = one_unit(engine, &table, lang);
        Self { engine, table, options, lang, unit }
    }

    /// The same under other options.
    pub(crate) fn with<'b>(&'b mut self, options: &'b Options) -> Subject<'b> {
        let (table, unit) = (self.table.clone(), self.unit.clone());
        Subject { engine: &mut *self.engine, table, options, lang: self.lang, unit }
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

    /// A column's name; that of a measure with the unit that another column gives its numbers.
    pub(crate) fn name(&self, key: &str) -> String {
        let column = self.table.column(key);
        let name = column.map_or_else(|| key.to_owned(), |c: &Column| column_name(c, self.lang));
        let is_measure = column.is_some_and(|c| matches!(c.data, Data::Measure(_)));
        match self.unit.as_ref().filter(|_| is_measure) {
            Some(unit) => PARENTHESIS.fill(self.lang, &[("a", &name), ("b", unit)]),
            None => name,
        }
    }

    /// The unit of a measure: the one that the rows selected are in, or the one that its header gives in brackets.
    /// `None` where nothing says it.
    pub(crate) fn unit(&self, key: &str) -> Option<String> {
        let column = self.table.column(key)?;
        let own = || unit_of_name(&column_name(column, self.lang)).map(str::to_owned);
        self.unit.clone().or_else(own)
    }

    /// The column whose values measure unlike things, if the selection has several of them: of such rows no mean says
    /// anything.
    pub(crate) fn mixed(&mut self) -> Option<String> {
        let roles = [Role::Series, Role::Kind];
        let keys: Vec<String> = roles.into_iter().filter_map(|role| self.key(role)).collect();
        keys.into_iter().find(|key| self.distinct(key) > 1)
    }
}

/// The one value that a column of units has among the rows selected.
fn one_unit(engine: &mut Engine, table: &Table, lang: Lang) -> Option<String> {
    let column = table.by_role(Role::Kind)?;
    let units = table.category(&column.key)?;
    let counts = tally(engine, &column.key);
    let mut present = (0..).zip(counts).filter(|&(_, n)| n > 0);
    let (code, _) = present.next()?;
    present
        .next()
        .is_none()
        .then(|| units.dictionary.get(code))?
        .map(|entry| entry_name(&column.key, entry, lang))
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
