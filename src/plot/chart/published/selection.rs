//! The rows a chart is about, and what every step asks of them.

use super::opening;
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::palette::NEUTRAL;
use crate::column::{Role, Table};
use crate::model::{Dataset, Id, Indicator, Observation};
use crate::plot::chart::Side;
use crate::plot::chart::side::{code_of, value_label};
use crate::query::{self, Engine};
use crate::state::ChartOptions;
use crate::words::column_name;

/// Rows of one table under the reader's choice of a kind of unit.
pub(in crate::plot::chart) struct Published<'a> {
    /// The table.
    pub(super) table: &'a Table,
    /// The dataset it was made of, row by row.
    pub(super) data: &'a Dataset,
    /// The reader's language.
    pub(super) lang: Lang,
    /// The rows, ascending.
    pub(super) rows: Vec<usize>,
    /// The rows before one kind was chosen.
    pub(super) all: Vec<usize>,
    /// The rows before one indicator was chosen.
    pub(super) selected: Vec<usize>,
    /// The indicator whose figures they are, where the chart is limited to one.
    pub(super) indicator: Option<Id<Indicator>>,
}

impl<'a> Published<'a> {
    pub(in crate::plot::chart) fn new(
        table: &'a Table,
        data: &'a Dataset,
        engine: &mut Engine,
        options: &ChartOptions,
        lang: Lang,
    ) -> Self {
        let selected: Vec<usize> = engine.rows().iter().collect();
        let indicator = opening::indicator(table, data, engine.filter(), &selected, options);
        let of = |row: &&usize| data.observations.at(**row).map(|o| o.indicator) == indicator;
        let all: Vec<usize> = match indicator {
            Some(_) => selected.iter().filter(of).copied().collect(),
            None => selected.clone(),
        };
        let kinds = table.category_by_role(Role::Kind).filter(|_| !options.kind.is_empty());
        let rows = match kinds {
            None => all.clone(),
            Some(kinds) => {
                let code = kinds.dictionary.code(&options.kind);
                let of_kind = |row: &usize| code.is_some() && kinds.code(*row) == code;
                all.iter().copied().filter(of_kind).collect()
            }
        };
        Self { table, data, lang, rows, all, selected, indicator }
    }

    /// The reader's options with the indicator named, so that all that is offered keeps to it.
    pub(in crate::plot::chart) fn named(&self, options: &ChartOptions) -> ChartOptions {
        let indicator = self.indicator.map(|own| self.data.indicators[own].id.clone());
        ChartOptions { indicator: indicator.unwrap_or_default(), ..options.clone() }
    }

    /// The key of the first column of a role.
    pub(super) fn key(&self, role: Role) -> Option<&'a str> {
        self.table.by_role(role).map(|column| column.key.as_str())
    }

    /// The rows grouped by a category column; `None` where the table has no such column.
    pub(super) fn side(&self, key: &str) -> Option<Side<'a>> {
        self.table.category(key)?;
        let column = self.table.column(key)?;
        let codes: Vec<u32> = self.rows.iter().map(|&row| code_of(column, row)).collect();
        Side::of(column, &codes)
    }

    /// The values of a role's column with how many rows have each, most rows first.
    pub(super) fn counts(&self, role: Role, rows: &[usize]) -> Vec<(u32, usize)> {
        let mut counts = self.ascending(role, rows);
        counts.order_by_key(|&(_, n)| std::cmp::Reverse(n));
        counts
    }

    /// The values of a role's column among some rows, by code.
    pub(super) fn codes(&self, role: Role, rows: &[usize]) -> Vec<u32> {
        self.ascending(role, rows).into_iter().map(|(code, _)| code).collect()
    }

    fn ascending(&self, role: Role, rows: &[usize]) -> Vec<(u32, usize)> {
        let category = self.table.category_by_role(role);
        category.map(|category| category.counts(rows.iter().copied())).unwrap_or_default()
    }

    /// The name of a value of a role's column.
    pub(super) fn name(&self, role: Role, code: u32) -> String {
        let column = self.table.by_role(role).filter(|column| {
            self.table.category(&column.key).is_some_and(|own| own.dictionary.get(code).is_some())
        });
        column.map(|column| value_label(column, code, self.lang)).unwrap_or_default()
    }

    /// The id of a value of a role's column.
    pub(super) fn id(&self, role: Role, code: u32) -> String {
        let category = self.table.category_by_role(role);
        category.and_then(|c| c.dictionary.get(code)).map(|e| e.id.clone()).unwrap_or_default()
    }

    /// A column's name.
    pub(super) fn column(&self, key: &str) -> String {
        self.table.column(key).map_or_else(|| key.to_owned(), |c| column_name(c, self.lang))
    }

    /// The figure of a row.
    pub(super) fn observation(&self, row: usize) -> &'a Observation {
        &self.data.observations[Id::at(row)]
    }

    /// A row's hue: that of its topic.
    pub(super) fn hue(&self, row: usize) -> u8 {
        self.data.domain(self.observation(row)).hue()
    }

    /// Id and hue of the one topic of these rows; `None` of several.
    pub(super) fn topic(&self, rows: &[usize]) -> Option<(String, u8)> {
        let mut topics = rows.iter().map(|&row| self.data.domain(self.observation(row)));
        let first = topics.next()?;
        topics.all(|topic| topic.id == first.id).then(|| (first.id.clone(), first.hue()))
    }

    /// The hue all these rows share, else the neutral one.
    pub(super) fn shared_hue(&self, rows: &[usize]) -> u8 {
        let mut hues = rows.iter().map(|&row| self.hue(row));
        let first = hues.next().unwrap_or(NEUTRAL);
        if hues.all(|hue| hue == first) { first } else { NEUTRAL }
    }

    /// The rows a sum counts: those that add up and whose whole is not among them.
    pub(super) fn summed(&self) -> Vec<usize> {
        query::sum(self.table, &self.rows).1
    }

    /// Whether these rows are of one series, or the table knows none.
    pub(super) fn is_one_series(&self, rows: &[usize]) -> bool {
        self.table.category_by_role(Role::Series).is_none()
            || self.codes(Role::Series, rows).len() == 1
    }
}
