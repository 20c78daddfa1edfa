//! What is known of both ends of an estimate, as the marks that stand beside it.

use super::arrangement::{Arrangement, Use};
use super::cell::mark_name;
use super::companion;
use super::form::{Basis, Sure, Why};
use super::lexicon::{Ended, OffBy, ended, off_by};
use super::plan::{ColumnPlan, Plan};
use crate::base::unit_name::without_unit;
use crate::column::{
    Category, Codes, Column, Data, Dictionary, Entry, Figures, Numbers, Role, Table,
};

/// A column of numbers and what its name says.
pub(super) struct Named {
    pub(super) key: String,
    pub(super) told: Ended,
    pub(super) off: OffBy,
}

impl Named {
    /// What the name of a column says, unless a reader says what it is.
    pub(super) fn of(column: &Column, wanted: &Arrangement) -> Self {
        let said = wanted.uses.iter().find(|(own, _)| *own == column.key);
        let (mut told, mut off) = (ended(without_unit(&column.key)), off_by(&column.key));
        if said.is_some_and(|(_, used)| *used != Use::Ends) {
            (told.end, off.off) = (None, None);
        }
        Self { key: column.key.clone(), told, off }
    }

    /// Whether it is a figure of its own as far as its name tells.
    pub(super) const fn is_free(&self) -> bool {
        self.told.end.is_none() && self.off.off.is_none()
    }
}

/// Puts the marks of an estimate behind it, in the place of those that it has, and takes away the columns that they were
/// made of.
pub(super) fn put(table: &mut Table, estimate: &str, marks: Column, gone: &[&str]) {
    let is_gone = |column: &Column| {
        gone.contains(&column.key.as_str())
            || column.key == marks.key
            || column.of.as_deref().is_some_and(|of| gone.contains(&of))
    };
    table.columns.retain(|column| !is_gone(column));
    let at = table.columns.iter().position(|column| column.key == estimate);
    let at = at.map_or(0, |at| at + 1).min(table.columns.len());
    table.columns.insert(at, marks);
}

/// Tells that columns say something of an estimate.
pub(super) fn tell(plan: &mut Plan, keys: &[&str]) {
    let is_told = |column: &&mut ColumnPlan| keys.contains(&column.key.as_str());
    for column in plan.columns.iter_mut().filter(is_told) {
        column.role = Role::Qualifier;
        let is_wanted = plan.wanted.uses.iter().any(|(key, _)| *key == column.key);
        column.basis = if is_wanted { Basis::READER } else { Basis::new(Sure::Likely, Why::Name) };
    }
}

/// The marks of an estimate, with the interval of each row that has one.
pub(super) fn with_intervals(
    table: &Table,
    estimate: &str,
    interval: impl Fn(usize) -> Option<String>,
) -> Option<Column> {
    let before = table.marks_of(estimate);
    let mark_of = |row: usize| match &before?.data {
        Data::Category(marks) => marks.entry(row).map(|entry| entry.id.as_str()),
        _ => None,
    };
    let mut dictionary = Dictionary::default();
    let mut codes = Vec::with_capacity(table.len);
    for row in 0..table.len {
        let mark = match (mark_of(row), interval(row)) {
            (Some(mark), Some(interval)) => format!("{mark} {interval}"),
            (Some(mark), None) => mark.to_owned(),
            (None, Some(interval)) => interval,
            (None, None) => {
                codes.push(None);
                continue;
            }
        };
        let name = mark_name(&mark);
        codes.push(Some(dictionary.intern(Entry { id: mark, name, parent: None, hue: None })));
    }
    let codes = Codes::pack(codes, dictionary.len());
    let column = table.column(estimate)?;
    Some(companion::marks(column, Data::Category(Category { codes, dictionary })))
}

/// The figures of a column.
pub(super) fn figures<'t>(table: &'t Table, key: &str) -> Option<&'t Figures> {
    match &table.column(key)?.data {
        Data::Measure(figures) => Some(figures),
        _ => None,
    }
}

/// A number as it is written at its shortest.
pub(super) fn text(numbers: &Numbers, row: usize) -> String {
    numbers.exact(row).map_or_else(String::new, |number| number.normalize().to_string())
}
