//! What rows of a table say that holds targets: their values by role, their figures, their times.

use super::claims::{Cell, figures};
use crate::base::lang::Lang;
use crate::column::{Column, Data, DaySpan, Entry, Periods, Role, Table};
use crate::i18n::{self, with_unit};
use crate::model::{Qualifier, Quantity};
use crate::plot::measure::own_unit;
use crate::plot::told_span;
use crate::words::{FigureText, entry_name, qualified};

/// A table with targets as a reader of one language sees it.
pub(super) struct Reading<'a> {
    pub(super) table: &'a Table,
    pub(super) lang: Lang,
    /// Key of the column that says which rows are targets; `None` where target and result stand in one row, with one
    /// time.
    pub(super) by: Option<&'a str>,
}

impl Reading<'_> {
    /// What a row says in the column of a role.
    pub(super) fn entry(&self, role: Role, row: usize) -> Option<(&Column, u32, &Entry)> {
        let column = self.table.by_role(role)?;
        let Data::Category(category) = &column.data else { return None };
        let code = category.code(row)?;
        Some((column, code, category.dictionary.get(code)?))
    }

    /// The same by its name; empty where it says nothing.
    pub(super) fn name(&self, role: Role, row: usize) -> String {
        let found = self.entry(role, row);
        found.map(|(c, _, entry)| entry_name(&c.key, entry, self.lang)).unwrap_or_default()
    }

    /// Whether target and result stand in one row.
    pub(super) const fn is_row(&self) -> bool {
        self.by.is_none()
    }

    /// What a row says in its plain categories.
    pub(super) fn beside(&self, row: usize) -> Vec<String> {
        let plain = self
            .table
            .categories()
            .filter(|(column, _)| column.role == Role::Category && Some(&*column.key) != self.by);
        let said = plain.filter_map(|(c, values)| Some((c, values.entry(row)?)));
        said.map(|(c, entry)| entry_name(&c.key, entry, self.lang)).collect()
    }

    /// The figure's qualifier; `None` where its word is not known, or is said of a row with two figures.
    pub(super) fn qualifier(&self, row: usize) -> Option<Qualifier> {
        let Some((_, _, entry)) = self.entry(Role::Qualifier, row) else {
            return Some(Qualifier::Eq);
        };
        let is_word = |qualifier: &&Qualifier| {
            let word = i18n::word("qualifier", qualifier.id());
            let is_named = |lang: &Lang| word.is_some_and(|word| word.get(*lang) == entry.id);
            qualifier.id() == entry.id || Lang::ALL.iter().any(is_named)
        };
        let known = Qualifier::ALL.iter().find(is_word).copied();
        known.filter(|&qualifier| !self.is_row() || qualifier == Qualifier::Eq)
    }

    /// A figure with its qualifier.
    pub(super) fn quantity(&self, cell: &Cell) -> Option<Quantity> {
        let value = figures(cell.column)?.exact(cell.row)?;
        Some(Quantity { value, qualifier: self.qualifier(cell.row).unwrap_or(Qualifier::Eq) })
    }

    /// Key of a row.
    pub(super) fn key(&self, row: usize) -> String {
        self.table.key(row).unwrap_or_default().into_owned()
    }

    /// The time of a row in words.
    pub(super) fn time(&self, row: usize) -> String {
        let found = self.table.time().and_then(|periods| Some((periods, periods.get(row)?)));
        let told = |(periods, span): (&Periods, DaySpan)| {
            told_span((span.first, span.last), periods, self.lang)
        };
        found.map_or_else(String::new, told)
    }

    /// A figure as the table has it, with its unit and its qualifier.
    pub(super) fn figure(&self, cell: &Cell) -> FigureText {
        let number = figures(cell.column).and_then(|numbers| numbers.exact(cell.row));
        let number = number.map(i18n::decimal).unwrap_or_default();
        let of_row = || Some(self.name(Role::Kind, cell.row)).filter(|unit| !unit.is_empty());
        let unit = own_unit(cell.column, self.lang).or_else(of_row);
        let text = unit.map_or_else(|| number.clone(), |unit| with_unit(&number, &unit));
        let qualifier = self.qualifier(cell.row).unwrap_or(Qualifier::Eq);
        FigureText::of(qualified(qualifier, &text, self.lang))
    }
}
