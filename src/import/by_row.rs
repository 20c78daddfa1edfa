//! Columns whose cells each give a number with a unit of its own: what was done, item by item.

use std::collections::BTreeSet;

use super::cell::{Number, is_of_time, measured};
use super::form::DecimalSign;
use super::lexicon::{self, Hint};

/// How far the cells of a column are numbers with units of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ByRow {
    /// They are not.
    #[default]
    No,
    /// Some are, and too many are not.
    Some,
    /// Most of them are.
    Yes,
}

/// Cells that are looked at: what differs in its units does so before long.
const LOOKED_AT: usize = 2_000;
/// Cells after which a column that has hardly any such number is none.
const DECIDED: usize = 100;

/// Tells it from the first cells of a column.
pub(super) fn by_row<'a>(
    cells: impl Iterator<Item = &'a [u8]>,
    decimal: DecimalSign,
    name: &str,
) -> ByRow {
    // Ages and years group rows, whatever stands behind their digits.
    const GROUPS: [Hint; 5] = [Hint::Time, Hint::Area, Hint::Region, Hint::Level, Hint::Unit];
    if lexicon::hint(name).is_some_and(|(hint, _)| GROUPS.contains(&hint)) {
        return ByRow::No;
    }
    let (mut said, mut numbers, mut with_unit) = (0_usize, 0_usize, 0_usize);
    let mut units = BTreeSet::new();
    for cell in cells.take(LOOKED_AT) {
        let read = measured(cell, decimal);
        match read.number {
            Number::Missing => continue,
            Number::Is(_) => numbers += 1,
            _ => {}
        }
        said += 1;
        // Most columns of words are told from such as these before long.
        if said >= DECIDED && with_unit * 8 < said {
            return ByRow::No;
        }
        if let Some(unit) = read.unit.filter(|_| matches!(read.number, Number::Is(_))) {
            with_unit += 1;
            units.insert(unit);
        }
    }
    // Ages of people are no amounts of years.
    if !units.iter().any(|unit| !is_of_time(unit)) || with_unit < 2 || with_unit * 4 < said {
        return ByRow::No;
    }
    if numbers * 4 >= said * 3 && with_unit * 2 >= numbers { ByRow::Yes } else { ByRow::Some }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(cells: &[&str], name: &str) -> ByRow {
        by_row(cells.iter().map(|cell| cell.as_bytes()), DecimalSign::Point, name)
    }

    #[test]
    fn most_cells_are_numbers_with_units_or_the_column_is_text() {
        let done = ["5所", "1.2万人", "86.3%", "320元/月", "约1,200户"];
        assert_eq!(told(&done, "完成情况"), ByRow::Yes);
        assert_eq!(told(&["12 schools", "\u{a3}3.4m", "85 km"], "Result"), ByRow::Yes);
        assert_eq!(told(&["12 kg", "3 kg", "-"], "Weight"), ByRow::Yes);
        let some = ["5所", "3.5公里", "正在建设", "新建5所，改造3所", "已完成"];
        assert_eq!(told(&some, "进展"), ByRow::Some);
        for (cells, name) in [
            (&["正在建设", "已完成", "新建5所"][..], "进展"),
            (&["0-4岁", "5-9岁", "80岁及以上"], "年龄"),
            (&["20岁", "21岁", "22岁"], "谁"),
            (&["2021年", "2022年"], "年份"),
            (&["12 High Street", "3 Low Road"], "Address"),
            (&["a", "b"], "x"),
        ] {
            assert_eq!(told(cells, name), ByRow::No, "{cells:?}");
        }
    }
}
