//! Figures that are counted in thousands or millions, as a column beside them says of each row (`UNIT_MULT`, `SCALAR_FACTOR`,
//! `Scale`): they are multiplied, so that rows of one unit can be compared and added up.

use super::arrangement::Together;
use super::lexicon;
use crate::column::{Category, Column, Data, Floats, Numbers, Role, Table};

/// Multiplies the figures of a table, where a column says by what, and takes that column and those that say the same away.
/// Says which they are, and whether it was done; `None` where there is none. Every value of such a column must be a power of
/// ten, and there must be one column of figures.
pub(super) fn apply(table: &mut Table, wanted: bool) -> Option<Together> {
    let scales: Vec<(String, Vec<Option<i32>>)> = table.columns.iter().filter_map(scale).collect();
    let (first, powers) = scales.first()?;
    let codes = table.category(first)?;
    let of_row: Vec<i32> = (0..table.len).map(|row| power(codes, powers, row)).collect();
    let told =
        Together { columns: scales.iter().map(|(key, _)| key.clone()).collect(), used: wanted };
    let mut measures = table.columns.iter_mut().filter(|column| column.role == Role::Measure);
    let (figures, none) = (measures.next()?, measures.next());
    if none.is_some() || !of_row.iter().any(|power| *power != 0) {
        return None;
    }
    let Data::Measure(figures) = &mut figures.data else { return None };
    if wanted {
        let value =
            |row: usize| figures.float(row).map_or(f64::NAN, |value| times(value, of_row[row]));
        let floats: Vec<f64> = (0..of_row.len()).map(value).collect();
        figures.values = Numbers::new(Floats::F64(floats));
        table.columns.retain(|column| !told.columns.contains(&column.key));
    }
    Some(told)
}

/// The key of a column of powers of ten, and the power of each of its values.
fn scale(column: &Column) -> Option<(String, Vec<Option<i32>>)> {
    let Data::Category(category) = &column.data else { return None };
    let name = column.key.split(':').next().unwrap_or_default();
    let is_code = lexicon::is_named(name, lexicon::SCALE_CODES);
    if !is_code && !lexicon::is_named(name, lexicon::SCALES) {
        return None;
    }
    let values = category.dictionary.iter();
    let powers: Vec<Option<i32>> = values.map(|(_, entry)| lexicon::power(&entry.id)).collect();
    (!powers.is_empty() && powers.iter().all(Option::is_some)).then(|| (column.key.clone(), powers))
}

fn power(category: &Category, powers: &[Option<i32>], row: usize) -> i32 {
    let code = category.code(row).and_then(|code| *powers.get(code as usize)?);
    code.unwrap_or_default()
}

/// A number times a power of ten, without noise beyond the fifteenth digit.
fn times(value: f64, power: i32) -> f64 {
    let exact = || format!("{value}e{power}").parse::<f64>().ok();
    if power == 0 { value } else { exact().unwrap_or(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_multiplied_as_it_is_written() {
        assert_eq!(
            [times(4.35, 2), times(1396.5, 6), times(0.1, 3)],
            [435.0, 1_396_500_000.0, 100.0]
        );
        assert_eq!(times(7.25, 0), 7.25);
    }
}
