//! Rows that are alike in all but one column, so that a total of that column stands beside its own parts.

use rustc_hash::FxHashMap;

use super::{Category, Codes, Data, Role, Table};

/// The most cells that are looked at.
const MOST_CELLS: usize = 1 << 22;
/// The most columns that tell rows apart.
const MOST_COLUMNS: usize = 24;

/// The place of each row: rows of one place are of one time and have the same values in every category column but one,
/// and but those that belong to that one, as the code of an area belongs to its name.
#[derive(Clone, Debug)]
pub struct Places {
    of_row: Vec<u32>,
    len: usize,
}

impl Places {
    /// The places beside a category column. `None` where there is no such column, or where rows or columns are so many
    /// that it would take long. Reads every row a few times.
    #[must_use]
    pub fn beside(table: &Table, key: &str) -> Option<Self> {
        let own = table.category(key)?;
        let columns = table.categories().count();
        if columns > MOST_COLUMNS || table.len.saturating_mul(columns) > MOST_CELLS {
            return None;
        }
        let mut places = Self { of_row: vec![0; table.len], len: usize::from(table.len > 0) };
        if let Some(time) = table.time() {
            places.part(time.codes());
        }
        for (column, other) in table.categories() {
            // What is but text, or says how a figure is meant, tells no rows apart that belong together.
            let is_mark = column.role == Role::Qualifier && column.of.is_some();
            if column.key != key && !is_mark && !belongs(own, other) {
                places.part(&other.codes);
            }
        }
        Some(places)
    }

    /// Parts rows of one place that differ in a column.
    fn part(&mut self, codes: &Codes) {
        let mut known = FxHashMap::default();
        for (row, place) in self.of_row.iter_mut().enumerate() {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            *place = *known.entry((*place, codes.code(row))).or_insert(next);
        }
        self.len = known.len();
    }

    /// The place of a row.
    #[must_use]
    pub fn of(&self, row: usize) -> Option<usize> {
        self.of_row.get(row).map(|&place| place as usize)
    }

    /// Number of places.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }
}

/// Whether each value of `own`, and no value too, stands beside one value of `other` alone.
#[must_use]
fn belongs(own: &Category, other: &Category) -> bool {
    let none = own.dictionary.len();
    let mut beside: Vec<Option<Option<u32>>> = vec![None; none + 1];
    own.codes.iter().zip(other.codes.iter()).all(|(own, other)| {
        let at = own.map_or(none, |code| code as usize);
        beside.get_mut(at).is_some_and(|known| *known.get_or_insert(other) == other)
    })
}

/// Values that are looked at to tell whether all are codes.
const LOOKED_AT: usize = 200;

/// Whether a text is a code: digits, and capitals and signs among them.
#[must_use]
pub fn is_code(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase() || "._-".contains(c))
}

/// Whether a column's values are codes.
fn are_codes(category: &Category) -> bool {
    let mut values =
        category.dictionary.iter().take(LOOKED_AT).map(|(_, entry)| is_code(&entry.id));
    !category.dictionary.is_empty() && values.all(|is_code| is_code)
}

impl Table {
    /// Whether each value of one category column, and no value too, stands beside one value of another alone.
    #[must_use]
    pub fn tells(&self, one: &str, other: &str) -> bool {
        self.category(one).zip(self.category(other)).is_some_and(|(a, b)| belongs(a, b))
    }

    /// The first column of a role; where it has codes and another of the role the names of the same things, that one. Reads
    /// every row where there may be such a pair.
    #[must_use]
    pub fn by_name(&self, role: Role) -> Option<&super::Column> {
        let mut own = self.categories().filter(|(column, _)| column.role == role);
        let Some((first, codes)) = own.next() else { return self.by_role(role) };
        if !are_codes(codes) {
            return Some(first);
        }
        let names = |category: &Category| {
            let is_as_long = category.dictionary.len().abs_diff(codes.dictionary.len()) < 2;
            is_as_long
                && !are_codes(category)
                && belongs(category, codes)
                && belongs(codes, category)
        };
        let named = own.find(|(_, category)| names(category));
        Some(named.map_or(first, |(column, _)| column))
    }

    /// Category columns that may have totals: what an indicator, a unit, a stage or a qualifier is called adds up to
    /// nothing.
    pub fn dimensions(&self) -> impl Iterator<Item = (&super::Column, &Category)> {
        self.categories().filter(|(column, category)| match column.role {
            Role::Area | Role::Topic | Role::Category => true,
            // Unless its numbers, or the reader, say that they do.
            Role::Series => {
                category.dictionary.totals().iter().any(|total| total.reason.is_of_amounts())
            }
            _ => false,
        })
    }

    /// The same category column, to be changed.
    pub(crate) fn category_mut(&mut self, key: &str) -> Option<&mut Category> {
        let column = self.columns.iter_mut().find(|column| column.key == key)?;
        match &mut column.data {
            Data::Category(category) => Some(category),
            _ => None,
        }
    }
}
