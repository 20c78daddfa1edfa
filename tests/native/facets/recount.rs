//! The naive recount: row by row, by the definitions, with no bitmap.

use minsheng_explorer::column::{Category, Data, Table};
use minsheng_explorer::query::Clause;

/// Whether the value of a code is the value of this id, or belongs to it.
pub(super) fn belongs(category: &Category, code: u32, id: &str) -> bool {
    let Some(entry) = category.dictionary.get(code) else { return false };
    entry.id == id || entry.parent.is_some_and(|parent| belongs(category, parent, id))
}

/// Whether a clause about a column holds for a row.
pub(super) fn holds(table: &Table, row: usize, column: &str, clause: &Clause) -> bool {
    let data = table.columns.iter().find(|c| c.key == column).map(|c| &c.data);
    match (clause, data) {
        (Clause::AnyOf(values), Some(Data::Category(category))) => category
            .code(row)
            .is_some_and(|code| values.iter().any(|id| belongs(category, code, id))),
        (Clause::During(from, to), Some(Data::Time(time))) => {
            let Some((first, last)) = time.first(row).zip(time.last(row)) else { return false };
            from.is_none_or(|from| from <= last) && to.is_none_or(|to| first <= to)
        }
        (Clause::Text(text), _) => {
            let texts = table.category("printed").and_then(|texts| texts.entry(row));
            let text_of_row = texts.map_or("", |entry| entry.name.zh.as_str());
            text.to_lowercase().split_whitespace().all(|word| text_of_row.contains(word))
        }
        _ => true,
    }
}

/// The rows a sum counts: those that add up and are in no whole that adds up among the rows.
pub(super) fn summed(table: &Table, rows: &[usize]) -> Vec<usize> {
    let Some(figures) = table.measure() else { return Vec::new() };
    let adds_up = |row: usize| rows.contains(&row) && figures.is_additive(row);
    let mut counted = Vec::new();
    for &row in rows.iter().filter(|&&row| adds_up(row)) {
        let mut whole = figures.whole(row);
        while let Some(up) = whole.filter(|&up| !adds_up(up)) {
            whole = figures.whole(up);
        }
        if whole.is_none() {
            counted.push(row);
        }
    }
    counted
}
