//! Rows whose numbers may not be added up because of what their indicator or their unit is called: of one column of values,
//! some are rates and others are not.

use crate::base::unit_name;
use crate::column::{Bitmap, Category, Data, Role, Table};
use crate::import::lexicon::{is_rate_code, measures_rate};

/// Takes the rows of rates out of what may be added up.
pub(super) fn tell(table: &mut Table) {
    let by = |role, is_rate: fn(&str) -> bool| {
        let category = table.category_by_role(role)?;
        let rates: Vec<bool> = category.dictionary.iter().map(|(_, e)| is_rate(&e.id)).collect();
        rates.contains(&true).then_some((category, rates))
    };
    let told: Vec<(&Category, Vec<bool>)> =
        [by(Role::Series, is_rate_of_its_name), by(Role::Kind, is_rate_unit)]
            .into_iter()
            .flatten()
            .collect();
    if told.is_empty() {
        return;
    }
    let is_rate = |row: usize| {
        told.iter()
            .any(|(category, rates)| category.code(row).is_some_and(|code| rates[code as usize]))
    };
    let adds = Bitmap::from_fn(table.len, |row| !is_rate(row));
    for column in &mut table.columns {
        if let Data::Measure(figures) = &mut column.data
            && figures.additive.is_none()
        {
            figures.additive = Some(adds.clone());
        }
    }
}

/// Whether what is measured is a rate by its name, or by the code of its unit.
fn is_rate_of_its_name(name: &str) -> bool {
    measures_rate(name) || is_rate_code(name)
}

/// Whether a unit is that of a rate: by its words and signs, or by its code.
fn is_rate_unit(unit: &str) -> bool {
    let unit = unit.trim();
    is_rate_code(unit) || unit_name::is_rate(unit) || measures_rate(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_rates_are_known() {
        for unit in
            ["%", "PCT", "PC_POP", "I15", "per 1000", "Percent", "EUR/HAB", "Index (2015=100)"]
        {
            assert!(is_rate_unit(unit), "{unit}");
        }
        for unit in
            ["EUR", "人", "Persons", "Number", "PPS", "THS", "PCS", "IDR", "corporate bonds"]
        {
            assert!(!is_rate_unit(unit), "{unit}");
        }
    }
}
