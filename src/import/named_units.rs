//! Units that the names of what is measured have in them, as in 国民总收入(亿元): the rows get a column of units, or the
//! measure the one that all share, and the names stand without.

use std::collections::BTreeSet;

use super::Imported;
use super::lexicon::{self, told_unit, unit_in, without_unit_in};
use crate::base::lang::Bilingual;
use crate::column::{Category, Codes, Column, Data, Dictionary, Entry, Role, Table};

/// Of a list that is longer, names are names.
const MOST_NAMES: usize = 2000;

/// Tells the units of a table whose figures have none otherwise. Looks at the names of one column, and at its rows only
/// where half of them have a unit.
pub(super) fn tell(imported: &mut Imported) {
    imported.plan.columns.iter_mut().for_each(|column| column.names_units = false);
    let table = &mut imported.table;
    let has_own = |column: &Column| column.unit.is_some() || unit_in(&column.name.zh).is_some();
    if table.by_role(Role::Kind).is_some() || table.measures().any(|(column, _)| has_own(column)) {
        return;
    }
    let Some((key, units)) = named(table) else { return };
    let distinct: BTreeSet<&str> = units.iter().flatten().map(String::as_str).collect();
    let all_say = units.iter().all(Option::is_some);
    if let (1, true, Some(unit)) = (distinct.len(), all_say, distinct.first()) {
        let unit = (*unit).to_owned();
        for column in table.columns.iter_mut().filter(|column| column.role == Role::Measure) {
            column.unit = Some(unit.clone());
        }
    } else if let Some(column) = column_of(table, &key, &units) {
        let at = table.columns.iter().position(|own| own.key == key);
        table.columns.insert(at.map_or(table.columns.len(), |at| at + 1), column);
    }
    shorten(table, &key);
    let plan = imported.plan.columns.iter_mut().find(|column| column.key == key);
    if let Some(column) = plan {
        column.names_units = true;
    }
}

/// The column whose names have units, and the unit of each name: the one of what is measured, where a role tells it.
fn named(table: &Table) -> Option<(String, Vec<Option<String>>)> {
    let roles = [Role::Series, Role::Topic, Role::Category];
    roles.into_iter().find_map(|role| {
        table.categories().filter(|(column, _)| column.role == role).find_map(
            |(column, category)| {
                let names = category.dictionary.len();
                if !(2..=MOST_NAMES).contains(&names) {
                    return None;
                }
                let unit = |(_, entry): (u32, &Entry)| {
                    unit_in(&entry.id).map(|unit| told_unit(unit).into_owned())
                };
                let units: Vec<Option<String>> = category.dictionary.iter().map(unit).collect();
                let said = units.iter().flatten().count();
                // What is measured may say so of some alone.
                let times = if role == Role::Series { 4 } else { 2 };
                (said >= 2 && said * times >= names).then(|| (column.key.clone(), units))
            },
        )
    })
}

/// The column of units beside the one whose names have them.
fn column_of(table: &Table, key: &str, units: &[Option<String>]) -> Option<Column> {
    let (of, category) = table.column(key).zip(table.category(key))?;
    let mut dictionary = Dictionary::default();
    let mut intern = |unit: &String| {
        dictionary.intern(Entry {
            id: unit.clone(),
            name: Bilingual::same(unit),
            parent: None,
            hue: None,
        })
    };
    let codes: Vec<Option<u32>> = units.iter().map(|unit| unit.as_ref().map(&mut intern)).collect();
    let of_row = |row: usize| codes.get(category.code(row)? as usize).copied().flatten();
    let codes = Codes::pack((0..table.len).map(of_row), dictionary.len());
    let (id, zh, en) = lexicon::UNITS;
    let name = Bilingual { zh: format!("{}{zh}", of.name.zh), en: format!("{}{en}", of.name.en) };
    let data = Data::Category(Category { codes, dictionary });
    let key = format!("{key}#{id}");
    Some(Column { name, of: Some(of.key.clone()), ..Column::new(&key, Role::Kind, data) })
}

/// Has the values shown without their units, but where two would be called alike. Their ids, which links write, stay.
fn shorten(table: &mut Table, key: &str) {
    let Some(category) = table.category_mut(key) else { return };
    let short: Vec<String> =
        category.dictionary.iter().map(|(_, e)| without_unit_in(&e.id).to_owned()).collect();
    let distinct: BTreeSet<&String> = short.iter().collect();
    if distinct.len() < short.len() {
        return;
    }
    for (code, name) in (0..).zip(&short) {
        category.dictionary.set_name(code, Bilingual::same(name));
    }
}
