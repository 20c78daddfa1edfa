//! Lists of things in one unit: the items of a budget, the kinds of facilities. Their column is called as one of what is
//! measured is, but each of them has one number, in the unit of all others: they are ranked, and no measures of their own.

use rustc_hash::FxHashSet;

use super::Imported;
use super::lexicon::{is_of_indicators, is_of_money, measures_rate, told_unit, unit_in};
use crate::base::unit_name::{is_rate, unit_of_name};
use crate::column::{Category, Column, Data, Figures, Role, Table};

/// What shares of a whole come to, and what rounding may make of it.
const HUNDRED: std::ops::RangeInclusive<f64> = 99.0..=101.0;
/// Of more rows, nobody reads a list.
const MOST_ROWS: usize = 5_000;

/// Takes the column of what is measured for one of plain things, where these have one unit. A reader who says otherwise is
/// left alone.
pub(super) fn tell(imported: &mut Imported) {
    let Some(key) = items(&imported.table) else { return };
    if imported.plan.wanted.uses.iter().any(|(own, _)| *own == key) {
        return;
    }
    for column in imported.table.columns.iter_mut().filter(|column| column.key == key) {
        column.role = Role::Category;
    }
    for column in imported.plan.columns.iter_mut().filter(|column| column.key == key) {
        column.role = Role::Category;
    }
}

/// Key of the column whose values are things in one unit, each with one row at a time.
fn items(table: &Table) -> Option<String> {
    let (column, category) = table.categories().find(|(own, _)| own.role == Role::Series)?;
    let times = table.time().map_or(0, |time| time.spans().len());
    let is_list = (2..=MOST_ROWS).contains(&table.len)
        && category.dictionary.len() > 1
        && !(times > 1 && is_of_indicators(&column.name.zh))
        && is_once_each(table, category);
    let names = || category.dictionary.iter().map(|(_, entry)| entry.id.as_str());
    let mut measures = table.measures();
    let (first, figures) = measures.next().filter(|(own, _)| own.role == Role::Measure)?;
    // A rate among amounts is unlike them, whatever stands above the numbers; so is what has a unit in its own name, unless
    // all have that.
    let is_own = |unit: &str| first.unit.as_deref() != Some(&*told_unit(unit));
    let is_alike = names().all(|name| !measures_rate(name) && !unit_in(name).is_some_and(is_own));
    let has_unit = |(own, _): (&Column, &Figures)| unit(own).is_some();
    let is_one = is_of_one_unit(table, first, figures) && measures.all(has_unit);
    (is_list && is_alike && is_one).then(|| column.key.clone())
}

/// Whether each value has one row, or one at each time.
fn is_once_each(table: &Table, category: &Category) -> bool {
    let mut known = FxHashSet::default();
    (0..table.len).all(|row| {
        let time = table.time().and_then(|time| time.codes().code(row));
        category.code(row).is_some_and(|code| known.insert((code, time)))
    })
}

fn unit(column: &Column) -> Option<&str> {
    column.unit.as_deref().or_else(|| unit_of_name(&column.name.zh))
}

/// Whether all numbers of a column are in one unit: that of the column, or the only one that rows name. Rates of unlike
/// things share a sign alone, unless they are the parts of a whole.
fn is_of_one_unit(table: &Table, column: &Column, figures: &Figures) -> bool {
    let named = table.by_role(Role::Kind).and_then(|own| table.category(&own.key));
    if let Some(units) = named {
        let only = (0..table.len).map(|row| units.code(row)).collect::<FxHashSet<_>>();
        let unit = units.entry(0).filter(|_| only.len() == 1);
        return unit.is_some_and(|unit| !is_rate(&unit.id));
    }
    match unit(column) {
        Some(unit) if is_rate(unit) && !unit.contains('/') => {
            let sum: f64 = (0..table.len).filter_map(|row| figures.float(row)).sum();
            HUNDRED.contains(&sum)
        }
        Some(_) => true,
        None => is_of_money(&column.name.zh) && matches!(column.data, Data::Measure(_)),
    }
}
