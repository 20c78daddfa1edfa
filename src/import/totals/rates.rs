//! Rows whose numbers may not be added up because of what their indicator or their unit is called: of one column of values,
//! some are rates and others are not.

use crate::base::unit_name;
use crate::column::{Bitmap, Category, Data, Role, Table};
use crate::import::lexicon::measures_rate;

/// Beginnings of the codes of rates and indices among units, as Eurostat and SDMX have them.
const CODES: &[&str] = &["PC_", "PCT", "PC", "RT_", "RT", "INX", "IX", "RATIO", "PT"];

/// Takes the rows of rates out of what may be added up.
pub(super) fn tell(table: &mut Table) {
    let by = |role, is_rate: fn(&str) -> bool| {
        let category = table.category_by_role(role)?;
        let rates: Vec<bool> = category.dictionary.iter().map(|(_, e)| is_rate(&e.id)).collect();
        rates.contains(&true).then_some((category, rates))
    };
    let told: Vec<(&Category, Vec<bool>)> =
        [by(Role::Series, measures_rate), by(Role::Kind, is_rate_unit)]
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

/// Whether a unit is that of a rate: by its words and signs, or by its code.
fn is_rate_unit(unit: &str) -> bool {
    let code = unit.trim();
    let is_code = CODES.iter().any(|head| {
        code.strip_prefix(head)
            .is_some_and(|rest| rest.is_empty() || head.ends_with('_') || rest.starts_with('_'))
    });
    // An index with its base year: I15, I2010.
    let is_index = code.strip_prefix('I').is_some_and(|rest| {
        matches!(rest.len(), 2 | 4) && rest.bytes().all(|b| b.is_ascii_digit())
    });
    is_code || is_index || unit_name::is_rate(code) || measures_rate(code)
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
