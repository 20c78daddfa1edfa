//! Cells that were merged over several rows of a sheet: what they say is said of each of these rows.

use std::collections::{BTreeMap, BTreeSet};

use calamine::{Cell, Data, Dimensions};

use crate::base::order::Order;

/// Cells beyond which nobody looks for merged ones: the sheet would be read twice.
pub(super) const MOST: usize = 200_000;

/// Adds what words and dates that are merged downwards say of each row that has a figure. In a header, where rows have none,
/// it is said once; and a number stands for all of its rows together, so it is not said again. A sheet whose merged cells
/// reach over more rows than `MOST` in all (in a sound one they do not overlap) is left as it is.
pub(super) fn fill(cells: &mut Vec<Cell<Data>>, regions: &[Dimensions]) {
    let figures: BTreeSet<u32> =
        cells.iter().filter(|cell| is_figure(cell)).map(|cell| cell.get_position().0).collect();
    let by_place: BTreeMap<(u32, u32), usize> =
        cells.iter().enumerate().map(|(at, cell)| (cell.get_position(), at)).collect();
    let (mut more, mut left) = (Vec::new(), MOST);
    for region in regions {
        let ((top, column), (bottom, last)) = (region.start, region.end);
        let Some(&at) = by_place.get(&region.start) else { continue };
        let is_label = matches!(
            cells[at].get_value(),
            Data::String(_) | Data::DateTime(_) | Data::DateTimeIso(_)
        );
        if column != last || bottom <= top || !is_label || !figures.contains(&top) {
            continue;
        }
        let value = cells[at].get_value();
        for row in figures.range(top + 1..=bottom).copied() {
            if left == 0 {
                return;
            }
            left -= 1;
            if !by_place.contains_key(&(row, column)) {
                more.push(Cell::new((row, column), value.clone()));
            }
        }
    }
    if !more.is_empty() {
        cells.append(&mut more);
        cells.order_by_key(Cell::get_position);
    }
}

fn is_figure(cell: &Cell<Data>) -> bool {
    matches!(cell.get_value(), Data::Int(_) | Data::Float(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(row: u32, column: u32, text: &str) -> Cell<Data> {
        Cell::new((row, column), Data::String(text.to_owned()))
    }

    fn figure(row: u32, column: u32, number: f64) -> Cell<Data> {
        Cell::new((row, column), Data::Float(number))
    }

    #[test]
    fn a_label_is_said_of_each_of_its_rows_and_a_number_is_not() {
        let mut cells = vec![
            word(0, 0, "大区"),
            word(0, 1, "地区"),
            word(0, 2, "人口"),
            word(2, 0, "华东"),
            word(2, 1, "上海"),
            figure(2, 2, 5.0),
            word(3, 1, "江苏"),
            figure(3, 3, 1.0),
            word(4, 1, "—"),
        ];
        let region = |start, end| Dimensions { start, end };
        let regions = [
            region((0, 0), (1, 0)),
            region((2, 0), (4, 0)),
            region((2, 2), (3, 2)),
            region((9, 0), (9_999_999, 0)),
        ];
        fill(&mut cells, &regions);
        let labels: Vec<(u32, u32)> =
            cells.iter().filter(|c| c.get_position().1 == 0).map(Cell::get_position).collect();
        assert_eq!(labels, [(0, 0), (2, 0), (3, 0)]);
        assert_eq!(cells.len(), 10);
    }

    #[test]
    fn merged_cells_that_claim_to_reach_over_more_than_a_sheet_has_add_nothing() {
        let rows = 1000_u32;
        let mut sheet: Vec<_> = (0..rows).map(|row| figure(row, 1, 1.0)).collect();
        sheet.push(word(0, 0, "华东"));
        let whole = Dimensions { start: (0, 0), end: (rows, 0) };
        let filled = |times: usize| {
            let mut cells = sheet.clone();
            fill(&mut cells, &vec![whole; times]);
            cells.len() - sheet.len()
        };
        assert_eq!(filled(1), 999);
        assert_eq!(filled(1000), 0);
    }
}
