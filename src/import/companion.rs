//! Columns that the program makes beside those of a file, for what cells say besides their values: how a figure is meant,
//! and how long a period is, where not all are alike.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{Grain, grain, in_number, mark_name};
use super::form::{Basis, Sure, Why};
use super::lexicon;
use super::plan::ColumnPlan;
use crate::base::lang::Bilingual;
use crate::base::unit_name;
use crate::column::builder::{CategoryBuilder, entry};
use crate::column::{Category, Codes, Column, Data, Dictionary, Entry, Periods, Role, Table};

/// The marks of a column of numbers, kept from the first one on; the first texts that stand for no value; and what another
/// column says of the row that comes next.
#[derive(Debug, Default)]
pub(super) struct Marks(Option<Box<CategoryBuilder>>, Vec<String>, Option<String>);

/// The units that cells of a column of numbers say, each its own.
#[derive(Debug, Default)]
pub(super) struct Units(Box<CategoryBuilder>);

impl Units {
    /// Keeps the unit of a row; rows come in order.
    pub(super) fn put(&mut self, row: usize, unit: &str) {
        (self.0.len()..row).for_each(|_| self.0.push_none());
        // A text of its own is neither illegible nor, among so few, too much.
        let _ = self.0.push(unit.as_bytes());
    }

    /// The column of units beside so many numbers; where all have the same one, it is the unit of the column instead.
    pub(super) fn finish(mut self, plan: &mut ColumnPlan, rows: usize) -> Option<Column> {
        let all_said = self.0.len() == rows;
        (self.0.len()..rows).for_each(|_| self.0.push_none());
        let Category { codes, dictionary } = self.0.finish();
        let said: Vec<&str> = dictionary.iter().map(|(_, entry)| entry.id.as_str()).collect();
        let mut units = Dictionary::default();
        let places: Vec<u32> =
            said.iter().map(|unit| units.intern(entry(in_number(unit, &said)))).collect();
        if units.len() < 2 && all_said {
            plan.unit = units.iter().next().map(|(_, entry)| entry.id.clone());
            plan.unit_basis = Basis::new(Sure::Certain, Why::Cells);
            plan.additive &= !plan.unit.as_deref().is_some_and(unit_name::is_rate);
            return None;
        }
        let own = |code: Option<u32>| places.get(code? as usize).copied();
        let codes = Codes::pack(codes.iter().map(own), units.len());
        let data = Data::Category(Category { codes, dictionary: units });
        Some(Column { of: None, ..beside(plan, &lexicon::UNITS, Role::Kind, data) })
    }
}

/// Texts without a value that are told of a column.
const MISSING: usize = 8;

impl Marks {
    /// Keeps the mark of a row; rows come in order.
    pub(super) fn put(&mut self, row: usize, mark: &str) {
        let mark = match self.2.take() {
            Some(beside) => format!("{mark} {beside}"),
            None => mark.to_owned(),
        };
        let marks = self.0.get_or_insert_default();
        (marks.len()..row).for_each(|_| marks.push_none());
        // A text of its own is neither illegible nor, among so few, too much.
        let _ = marks.push(mark.as_bytes());
    }

    /// Takes what another column says of the row that comes next.
    pub(super) fn announce(&mut self, mark: String) {
        self.2 = Some(mark);
    }

    /// Keeps that where the cell itself had no mark; there are so many rows by now.
    pub(super) fn settle(&mut self, rows: usize) {
        if let (Some(mark), Some(row)) = (self.2.take(), rows.checked_sub(1)) {
            self.put(row, &mark);
        }
    }

    /// Takes note of a cell that says that there is no value.
    pub(super) fn miss(&mut self, cell: &[u8]) {
        let cell = cell.trim_ascii();
        if cell.is_empty()
            || self.1.len() >= MISSING
            || self.1.iter().any(|text| text.as_bytes() == cell)
        {
            return;
        }
        self.1.push(String::from_utf8_lossy(cell).into_owned());
    }

    /// The first texts that said that there is no value, each once.
    pub(super) fn missing(&mut self) -> Vec<String> {
        std::mem::take(&mut self.1)
    }

    /// The column of marks beside so many numbers, where there is one.
    pub(super) fn finish(self, plan: &ColumnPlan, rows: usize) -> Option<Column> {
        let mut marks = *self.0?;
        (marks.len()..rows).for_each(|_| marks.push_none());
        let Category { codes, dictionary } = marks.finish();
        let mut named = Dictionary::default();
        for (_, entry) in dictionary.iter() {
            named.intern(Entry { name: mark_name(&entry.id), ..entry.clone() });
        }
        let data = Data::Category(Category { codes, dictionary: named });
        Some(beside(plan, &lexicon::MARKS, Role::Qualifier, data))
    }
}

/// The ids of the lengths that a column's periods have, the longest first.
pub(super) fn grain_ids(periods: &Periods) -> Vec<String> {
    let distinct: BTreeSet<Grain> = periods.spans().iter().map(|&span| grain(span)).collect();
    distinct.into_iter().map(|grain| lexicon::grain(grain).0.to_owned()).collect()
}

/// The length of each row's period, where periods of several lengths stand in one column.
pub(super) fn grains(plan: &ColumnPlan, periods: &Periods) -> Option<Column> {
    let mut grains: Vec<Grain> = periods.spans().iter().map(|&span| grain(span)).collect();
    // Months of one year from its first on grow from one to the next: they are all of one kind.
    if grains.contains(&Grain::ToDate) {
        let is_part = |grain: Grain| grain != Grain::Years && grain != Grain::Day;
        let from_january = |at: usize| {
            crate::base::date::civil(periods.spans()[at].first).1 == 1 && is_part(grains[at])
        };
        let together: Vec<usize> = (0..grains.len()).filter(|&at| from_january(at)).collect();
        together.into_iter().for_each(|at| grains[at] = Grain::ToDate);
    }
    let distinct: BTreeSet<Grain> = grains.iter().copied().collect();
    if distinct.len() < 2 {
        return None;
    }
    let mut dictionary = Dictionary::default();
    let mut codes_of = BTreeMap::new();
    for grain in distinct {
        let (id, zh, en) = lexicon::grain(grain);
        let name = Bilingual { zh: zh.to_owned(), en: en.to_owned() };
        let entry = Entry { id: id.to_owned(), name, parent: None, hue: None };
        codes_of.insert(grain, dictionary.intern(entry));
    }
    let of = |code: u32| codes_of.get(grains.get(code as usize)?).copied();
    let rows = periods.codes().iter().map(|code| code.and_then(of));
    let codes = Codes::pack(rows, dictionary.len());
    let data = Data::Category(Category { codes, dictionary });
    Some(beside(plan, &lexicon::GRAINS, Role::Grain, data))
}

/// Marks beside a column of figures.
pub(super) fn marks(of: &Column, data: Data) -> Column {
    let (id, zh, en) = &lexicon::MARKS;
    let name = Bilingual { zh: format!("{}{zh}", of.name.zh), en: format!("{}{en}", of.name.en) };
    let key = format!("{}#{id}", of.key);
    Column { name, of: Some(of.key.clone()), ..Column::new(&key, Role::Qualifier, data) }
}

/// Makes one column of several that say the units of rows: these were found to say the same, where they say any.
pub(super) fn merge_units(table: &mut Table) {
    let is_own = |column: &Column| {
        let end = column.key.rsplit_once('#').map(|(_, end)| end);
        column.role == Role::Kind && end == Some(lexicon::UNITS.0)
    };
    let own: Vec<&Column> = table.columns.iter().filter(|column| is_own(column)).collect();
    if own.len() < 2 {
        return;
    }
    let mut dictionary = Dictionary::default();
    let unit = |row: usize| {
        own.iter().find_map(|column| match &column.data {
            Data::Category(units) => units.entry(row),
            _ => None,
        })
    };
    let codes: Vec<Option<u32>> =
        (0..table.len).map(|row| unit(row).map(|unit| dictionary.intern(unit.clone()))).collect();
    let codes = Codes::pack(codes, dictionary.len());
    let mut merged = Some(Data::Category(Category { codes, dictionary }));
    table.columns.retain_mut(|column| {
        if !is_own(column) {
            return true;
        }
        let Some(data) = merged.take() else { return false };
        column.data = data;
        true
    });
}

/// A column named after the one that it says something of.
fn beside(plan: &ColumnPlan, words: &(&str, &str, &str), role: Role, data: Data) -> Column {
    let (id, zh, en) = words;
    let name = Bilingual { zh: format!("{}{zh}", plan.name), en: format!("{}{en}", plan.name) };
    let key = format!("{}#{id}", plan.key);
    Column { name, of: Some(plan.key.clone()), ..Column::new(&key, role, data) }
}
