//! What a sum or a mean leaves out: totals, where their parts count, or parts, where the total stands for them.

use super::Engine;
use super::clause::any_of;
use super::nested::Nested;
use crate::column::{Bitmap, Category, Places, Reach, Role, Table};
use crate::query::Filter;

/// What is taken of a column that has totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// The parts: totals are left out.
    Parts,
    /// The totals, where there is one: their parts are left out.
    Totals,
}

/// A column of which a sum or a mean does not take every row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Key of the column.
    pub column: String,
    /// What is taken of it.
    pub take: Take,
    /// Codes of its totals that rows have: those left out, or those taken.
    pub totals: Vec<u32>,
}

/// A column with totals, and which rows count where it is not grouped by.
#[derive(Clone, Debug)]
pub(super) struct Split {
    column: String,
    /// Columns each of whose values belongs to one of this: to group by them is to group by this one.
    finer: Vec<String>,
    take: Take,
    /// The rows that count.
    kept: Bitmap,
    /// The rows of totals.
    totals: Bitmap,
    /// By code, how many of the others a value takes together; `None` where it is no total.
    reach: Vec<Option<Reach>>,
    /// Where it is known what lies in each total: parts of what a reader looks at count, and a total none of whose parts is
    /// among it counts itself.
    nested: Option<Nested>,
}

impl Split {
    /// The columns of a table that have totals and parts, as the table has it and a reader says.
    pub(super) fn of_table(table: &Table, filter: &Filter) -> Vec<Self> {
        // What belongs to the areas, as their codes do, is decided with them.
        let area = table.by_role(Role::Area).map(|column| column.key.as_str());
        let decides = area.and_then(|area| table.category(area));
        let decides = decides.is_some_and(|own| !own.dictionary.totals().is_empty());
        let is_decided =
            |key: &str| area.is_some_and(|area| decides && area != key && table.tells(area, key));
        let split = table.dimensions().filter_map(|(column, category)| {
            if is_decided(&column.key) {
                return None;
            }
            let reach = reaches(&column.key, category, filter);
            let totals = reach.iter().flatten().count();
            let has_parts = (1..reach.len()).contains(&totals);
            has_parts.then(|| Self::of(table, &column.key, category, reach))
        });
        let split: Vec<Self> = split.collect();
        let is_needed = |at: &usize| {
            let own = &split[*at];
            !split
                .iter()
                .enumerate()
                .any(|(other, by)| other != *at && by.says(own, table, other < *at))
        };
        let needed: Vec<bool> = (0..split.len()).map(|at| is_needed(&at)).collect();
        split.into_iter().zip(needed).filter(|(_, needed)| *needed).map(|(own, _)| own).collect()
    }

    /// Whether this leaves out all that another would, whose values belong to those of this: codes beside their names. Of
    /// two columns that say the same, the one with words says it, or else the first.
    fn says(&self, other: &Self, table: &Table, is_first: bool) -> bool {
        let is_nested = |split: &Self| {
            table.category(&split.column).is_some_and(|own| own.dictionary.is_nested())
        };
        if (self.take, other.take) != (Take::Parts, Take::Parts)
            || !(is_nested(self) || is_nested(other))
            || !table.tells(&self.column, &other.column)
        {
            return false;
        }
        let mut shared = self.totals.clone();
        shared.intersect(&other.totals);
        if shared.count() < other.totals.count() {
            return false;
        }
        let is_alike =
            table.tells(&other.column, &self.column) && shared.count() == self.totals.count();
        let (own, others) = (has_words(table, &self.column), has_words(table, &other.column));
        !is_alike || (own && !others) || (own == others && is_first)
    }

    fn of(table: &Table, key: &str, category: &Category, reach: Vec<Option<Reach>>) -> Self {
        let of_row = |row: usize| category.code(row).and_then(|code| *reach.get(code as usize)?);
        let totals = Bitmap::from_fn(table.len, |row| of_row(row).is_some());
        // Areas are what a reader compares, so their parts count, by name as by code; of anything else the total is
        // what is printed.
        let area = table.by_role(Role::Area);
        let is_area = area.is_some_and(|area| area.key == key || table.tells(&area.key, key));
        let by_total = if is_area { None } else { by_total(table, key, category, &reach) };
        let (take, kept) = match by_total {
            Some(kept) => (Take::Totals, kept),
            None => (Take::Parts, Bitmap::from_fn(table.len, |row| !totals.contains(row))),
        };
        let others = table.categories().map(|(column, _)| column.key.clone());
        let finer = others.filter(|other| other != key && table.tells(other, key)).collect();
        let is_nested = take == Take::Parts && category.dictionary.is_nested();
        let beside = if is_nested { Places::beside(table, key) } else { None };
        let nested = beside.map(|beside| Nested::of(category, &reach, &beside));
        let kept = match &nested {
            Some(nested) => nested.counting(&Bitmap::all(table.len)),
            None => kept,
        };
        Self { column: key.to_owned(), finer, take, kept, totals, reach, nested }
    }

    /// The rows among these that count. Of all rows that is known.
    fn counting(&self, rows: &Bitmap) -> Bitmap {
        if let Some(nested) = self.nested.as_ref().filter(|_| rows.count() < rows.len()) {
            return nested.counting(rows);
        }
        let mut kept = rows.clone();
        kept.intersect(&self.kept);
        kept
    }
}

/// Whether the values of a column are words, and not codes.
fn has_words(table: &Table, key: &str) -> bool {
    let is_word =
        |id: &str| id.bytes().any(|b| b == b' ' || b.is_ascii_lowercase() || !b.is_ascii());
    table.category(key).is_some_and(|own| own.dictionary.iter().any(|(_, e)| is_word(&e.id)))
}

/// By code, how many of the others a value takes together; `None` where it stands for itself. What a reader says of a
/// value is what counts.
fn reaches(key: &str, category: &Category, filter: &Filter) -> Vec<Option<Reach>> {
    let said = |of: &str| {
        let values = filter.values(&Filter::said(of, key)).into_iter().flatten();
        values.filter_map(|id| category.dictionary.code(id)).collect::<Vec<u32>>()
    };
    let mut reach = vec![None; category.dictionary.len()];
    for total in category.dictionary.totals() {
        reach[total.code as usize] = Some(total.reach);
    }
    said(Filter::TOTALS).into_iter().for_each(|code| reach[code as usize] = Some(Reach::Whole));
    said(Filter::PARTS).into_iter().for_each(|code| reach[code as usize] = None);
    reach
}

/// The rows that count where the total of all stands for its parts: it, and parts beside which there is none. `None`
/// where most parts have no such total, or where it is the only row there could be.
fn by_total(
    table: &Table,
    key: &str,
    category: &Category,
    reach: &[Option<Reach>],
) -> Option<Bitmap> {
    let places = Places::beside(table, key)?;
    let reach_of = |row: usize| category.code(row).and_then(|code| *reach.get(code as usize)?);
    // Of several names for all, the first one counts.
    let mut whole: Vec<Option<u32>> = vec![None; places.len()];
    let mut rows = 0;
    for row in (0..table.len).filter(|&row| reach_of(row) == Some(Reach::Whole)) {
        let (own, code) = (whole.get_mut(places.of(row)?)?, category.code(row)?);
        *own = Some(own.map_or(code, |known| known.min(code)));
        rows += 1;
    }
    let whole_of = |row: usize| whole.get(places.of(row)?).copied().flatten();
    let parts = || (0..table.len).filter(|&row| reach_of(row).is_none());
    let (covered, all) = parts().fold((0, 0), |(covered, all), row| {
        (covered + usize::from(whole_of(row).is_some()), all + 1)
    });
    // Where a place has many of them, they are rows like others.
    let wholes = whole.iter().flatten().count();
    let is_printed = wholes > 1 && rows <= wholes * 2;
    (is_printed && covered * 2 >= all).then(|| {
        Bitmap::from_fn(table.len, |row| match whole_of(row) {
            Some(code) => category.code(row) == Some(code),
            None => reach_of(row).is_none(),
        })
    })
}

impl Engine {
    /// The rows under every clause that count in a sum or a mean by these columns.
    pub fn counting_rows(&mut self, grouped: &[&str]) -> Bitmap {
        let rows = self.rows().clone();
        self.binding(grouped, &rows).1
    }

    /// What a sum or a mean by these columns leaves out of the rows under every clause, and what it takes instead.
    pub fn left_out(&mut self, grouped: &[&str]) -> Vec<LeftOut> {
        let rows = self.rows().clone();
        let (binding, _) = self.binding(grouped, &rows);
        binding.into_iter().filter_map(|split| self.left_out_of(split, &rows)).collect()
    }

    /// Whether there may be totals at all, as the table has them or a reader says.
    #[must_use]
    pub fn has_totals(&self) -> bool {
        !self.splits.is_empty() || self.table.has_totals()
    }

    /// Whether a value of a column is a total, as the table has it and a reader says.
    #[must_use]
    pub fn is_total(&self, column: &str, code: u32) -> bool {
        self.reach(column, code).is_some()
    }

    /// Whether a value that is left out like a total is a part of another one: 其中, of which.
    #[must_use]
    pub fn is_part(&self, column: &str, code: u32) -> bool {
        let total = self.table.category(column).and_then(|own| own.dictionary.total(code));
        self.is_total(column, code) && total.is_some_and(|total| total.is_part())
    }

    /// How many of the other values of its column a total takes together, as the table has it and a reader says; `None` where
    /// the value stands for itself. What tells a column of totals, as the codes of areas do, says the same.
    #[must_use]
    pub fn reach(&self, column: &str, code: u32) -> Option<Reach> {
        if let Some(split) = self.splits.iter().find(|split| split.column == column) {
            return split.reach.get(code as usize).copied().flatten();
        }
        let dictionary = &self.table.category(column)?.dictionary;
        // A column of which nothing is a total any more has no split, and still what was found by reading.
        if let Some(parts) = self.filter.values(&Filter::said(Filter::PARTS, column))
            && dictionary.get(code).is_some_and(|entry| parts.contains(&entry.id))
        {
            return None;
        }
        let totals = dictionary.totals();
        let has_parts = totals.len() < dictionary.len();
        totals.iter().find(|total| total.code == code && has_parts).map(|total| total.reach)
    }

    fn left_out_of(&self, split: &Split, rows: &Bitmap) -> Option<LeftOut> {
        let category = self.table.category(&split.column)?;
        let mut totals = split.totals.clone();
        totals.intersect(rows);
        if split.nested.is_some() {
            let kept = split.counting(rows);
            totals =
                Bitmap::from_fn(self.table.len, |row| totals.contains(row) && !kept.contains(row));
        }
        if split.take == Take::Totals {
            let all = rows.count();
            let mut kept = split.kept.clone();
            kept.intersect(rows);
            if kept.count() == all {
                return None;
            }
            totals.intersect(&split.kept);
        }
        let mut has = vec![false; category.dictionary.len()];
        for code in totals.iter().filter_map(|row| category.code(row)) {
            has[code as usize] = true;
        }
        let totals: Vec<u32> = (0..).zip(has).filter(|(_, has)| *has).map(|(c, _)| c).collect();
        let column = split.column.clone();
        (!totals.is_empty()).then_some(LeftOut { column, take: split.take, totals })
    }

    /// The splits that bind a question, and the rows that are left. A column counts all of its rows where it is grouped
    /// by, where a reader chose its parts or its totals alone, and where otherwise nothing would be left.
    pub(super) fn binding(&self, grouped: &[&str], rows: &Bitmap) -> (Vec<&Split>, Bitmap) {
        let mut left = rows.clone();
        let mut binding = Vec::new();
        for split in &self.splits {
            let is_own = |key: &&str| *key == split.column || split.finer.iter().any(|f| f == key);
            if grouped.iter().any(is_own) || self.chooses(split) {
                continue;
            }
            let kept = split.counting(&left);
            if kept.count() > 0 {
                left = kept;
                binding.push(split);
            }
        }
        (binding, left)
    }

    /// Whether a reader chose parts alone or totals alone, so that all that was chosen counts.
    fn chooses(&self, split: &Split) -> bool {
        let chosen = self.filter.values(&split.column).zip(self.table.category(&split.column));
        chosen.is_some_and(|(values, category)| {
            let pass = any_of(category, values);
            let is_total = |code: usize| split.reach.get(code).is_some_and(Option::is_some);
            let mut of = (0..).zip(pass).filter(|(_, pass)| *pass).map(|(code, _)| is_total(code));
            let Some(first) = of.next() else { return false };
            of.all(|total| total == first)
        })
    }
}
