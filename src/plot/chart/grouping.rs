//! A category column as groups of rows that never overlap.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::Fill;
use crate::column::{Category, Column, Entry, Role, Table};
use crate::i18n::catalog::chart as m;
use crate::plot::stage_fill;
use crate::words::entry_name;

/// Stages from the done to those in force.
const FROM_DONE: [Fill; 4] = [Fill::Solid, Fill::Hatched, Fill::Hollow, Fill::Tick];

/// Rows by the values of one column.
///
/// In a column whose values form a tree, a value counts what belongs to it, as filters do: choosing a group on the
/// chart gives the rows it counted. Where that would leave one group only, the values stand by themselves.
pub(super) struct Grouping<'a> {
    /// The column.
    pub(super) column: &'a Column,
    category: &'a Category,
    /// The value under which another is counted.
    under: BTreeMap<u32, u32>,
}

impl<'a> Grouping<'a> {
    pub(super) fn new(table: &'a Table, key: &str, rows: &[usize]) -> Option<Self> {
        let (column, category) = table.column(key).zip(table.category(key))?;
        let present: BTreeSet<u32> = rows.iter().filter_map(|&row| category.code(row)).collect();
        let top = |code: u32| {
            let up = category.dictionary.ancestors(code).filter(|up| present.contains(up));
            up.last().unwrap_or(code)
        };
        let under: BTreeMap<u32, u32> = present.iter().map(|&code| (code, top(code))).collect();
        let tops: BTreeSet<u32> = under.values().copied().collect();
        let under = if tops.len() > 1 { under } else { BTreeMap::new() };
        Some(Self { column, category, under })
    }

    /// The group of a row; `None` where it has no value.
    pub(super) fn code(&self, row: usize) -> Option<u32> {
        let code = self.category.code(row)?;
        Some(self.under.get(&code).copied().unwrap_or(code))
    }

    /// The groups of some rows in the column's own order, those without a value last.
    pub(super) fn values(&self, rows: &[usize]) -> Vec<Option<u32>> {
        let codes: BTreeSet<(bool, Option<u32>)> =
            rows.iter().map(|&row| self.code(row)).map(|code| (code.is_none(), code)).collect();
        let mut values: Vec<Option<u32>> = codes.into_iter().map(|(_, code)| code).collect();
        if self.column.role == Role::Stage {
            // What is done stands at the base of a bar.
            values.order_by_key(|&code| FROM_DONE.iter().position(|fill| *fill == self.fill(code)));
        }
        values
    }

    /// A group's fill, on the column of stages.
    fn fill(&self, code: Option<u32>) -> Fill {
        let entry = code.and_then(|code| self.category.dictionary.get(code));
        entry.map_or(Fill::Solid, |entry| stage_fill(&entry.id))
    }

    /// Where each row's group stands among [`Grouping::values`] of the same rows.
    pub(super) fn places(&self, rows: &[usize]) -> Vec<u32> {
        let values = self.values(rows);
        let place = |row: &usize| {
            let code = self.code(*row);
            values.iter().position(|value| *value == code).and_then(|at| u32::try_from(at).ok())
        };
        rows.iter().map(|row| place(row).unwrap_or_default()).collect()
    }

    /// A group's name.
    pub(super) fn name(&self, code: Option<u32>, lang: Lang) -> String {
        let entry = code.and_then(|code| self.category.dictionary.get(code));
        entry.map_or_else(
            || m::NONE.get(lang).to_owned(),
            |entry| value_name(self.column, self.category, entry, lang),
        )
    }

    /// A group's hue, on columns whose values have one.
    pub(super) fn hue(&self, code: Option<u32>) -> Option<u8> {
        code.and_then(|code| self.category.dictionary.get(code)).and_then(|entry| entry.hue)
    }

    /// Column key and id of a group, as filters write them; `None` for the rows without a value.
    pub(super) fn clause(&self, code: Option<u32>) -> Option<(String, String)> {
        let entry = self.category.dictionary.get(code?)?;
        Some((self.column.key.clone(), entry.id.clone()))
    }

    /// Whether the values have an order of their own that a ranking would break.
    pub(super) fn is_ordered(&self) -> bool {
        matches!(self.column.role, Role::Stage | Role::Qualifier)
    }
}

/// The name of a column's value. Kinds of unit that share a word, as rates do, are told apart by their unit.
pub(super) fn value_name(
    column: &Column,
    category: &Category,
    entry: &Entry,
    lang: Lang,
) -> String {
    let name = entry_name(&column.key, entry, lang);
    let same = |(_, other): (u32, &Entry)| {
        other.id != entry.id && entry_name(&column.key, other, lang) == name
    };
    let unit = entry.name.get(lang);
    if column.role == Role::Kind && !unit.is_empty() && category.dictionary.iter().any(same) {
        return m::KIND_BY_UNIT.fill(lang, &[("kind", &name), ("unit", unit)]);
    }
    name
}
