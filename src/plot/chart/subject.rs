//! What a chart is about, and what every step asks of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::choice::{Choice, choose};
use super::plain::Plain;
use super::reading::Reading;
use super::side::Side;
use super::{Refusal, Switch};
use crate::base::lang::Lang;
use crate::column::{Column, Data, Role, Table};
use crate::i18n::catalog::words::PARENTHESIS;
use crate::i18n::{Message, unit_of_name};
use crate::plot::measure::measures;
use crate::plot::tally::tally;
use crate::query::{Engine, Groups};
use crate::state::{Action, ChartOptions};
use crate::words::{column_name, entry_name};

/// The selection a chart is about, under a reader's options.
pub(crate) struct Subject<'a> {
    /// The engine, under the reader's filters.
    pub(crate) engine: &'a mut Engine,
    /// Its table.
    pub(crate) table: Arc<Table>,
    /// The reader's options.
    pub(crate) options: ChartOptions,
    /// The reader's language.
    pub(crate) lang: Lang,
    /// What its rows are: published figures or plain rows.
    pub(super) reading: &'a dyn Reading,
    /// The one unit that the rows selected are in, where a plain table has a column of units.
    unit: Option<String>,
    /// The codes that rows have, by column: asked for again by every choice a reader has.
    present: BTreeMap<String, Vec<u32>>,
}

impl<'a> Subject<'a> {
    /// The rows of any table.
    pub(crate) fn plain(engine: &'a mut Engine, options: &ChartOptions, lang: Lang) -> Self {
        let unit = one_unit(engine, lang);
        Self { unit, ..Self::new(engine, options, lang, &Plain) }
    }

    /// Rows under a reading.
    pub(super) fn new(
        engine: &'a mut Engine,
        options: &ChartOptions,
        lang: Lang,
        reading: &'a dyn Reading,
    ) -> Self {
        let (table, options) = (engine.table().clone(), options.clone());
        Self { engine, table, options, lang, reading, unit: None, present: BTreeMap::new() }
    }

    /// What would be drawn under other options.
    pub(super) fn choose_under(&mut self, options: ChartOptions) -> Result<Choice, Refusal> {
        let own = std::mem::replace(&mut self.options, options);
        let choice = choose(self);
        self.options = own;
        choice
    }

    /// The step that changes the chart's options.
    pub(super) fn change(&self, change: impl FnOnce(&mut ChartOptions)) -> Action {
        Action::chart(&self.options, change)
    }

    /// Key of the first column of a role that can be counted by.
    pub(crate) fn key(&self, role: Role) -> Option<String> {
        self.table.by_role(role).map(|column| column.key.clone())
    }

    /// The role of a column.
    pub(super) fn role(&self, key: &str) -> Option<Role> {
        self.table.column(key).map(|column| column.role)
    }

    /// The groups of a column of the table.
    pub(super) fn side<'t>(&mut self, table: &'t Table, key: &str) -> Option<Side<'t>> {
        Side::of(table.column(key)?, self.present(key))
    }

    fn present(&mut self, key: &str) -> &[u32] {
        if !self.present.contains_key(key) {
            let codes = self.reading.present(self.engine, key);
            self.present.insert(key.to_owned(), codes);
        }
        self.present.get(key).map_or(&[], Vec::as_slice)
    }

    /// How many groups a column makes, the rows without a value among them.
    pub(super) fn groups(&mut self, key: &str) -> usize {
        let table = self.table.clone();
        self.side(&table, key).map_or(0, |side| side.codes.len())
    }

    /// Whether a column's values can be groups.
    pub(super) fn can_group(&self, key: &str) -> bool {
        self.table.column(key).is_some_and(|column| match &column.data {
            Data::Category(_) => column.role != Role::Text,
            Data::Time(_) => self.reading.terms().groups_times,
            Data::Measure(_) => false,
        })
    }

    /// How many values of a column the selection has.
    pub(crate) fn distinct(&mut self, column: &str) -> usize {
        self.present(column).iter().filter(|&&code| code != Groups::NO_CODE).count()
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

    /// A column's name within a sentence: the program's own names are no proper names, those of a file are as it writes
    /// them.
    pub(super) fn within(&self, key: &str) -> String {
        let name = self.name(key);
        let is_own = self.reading.terms().names_are_words && self.lang == Lang::En;
        if is_own { name.to_ascii_lowercase() } else { name }
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

    /// A message in the reader's language.
    pub(super) fn says(&self, message: Message) -> String {
        message.get(self.lang).to_owned()
    }

    /// A switch that is on or, where it does nothing, says why.
    pub(super) fn switch(&self, on: bool, reason: Option<Message>) -> Switch {
        Switch { on, reason: reason.filter(|_| !on).map(|why| self.says(why)) }
    }
}

/// The one value that a column of units has among the rows selected.
fn one_unit(engine: &mut Engine, lang: Lang) -> Option<String> {
    let table = engine.table().clone();
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
