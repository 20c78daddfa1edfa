//! The naive recount: row by row, by the definitions.

use minsheng_explorer::column::{Category, Codes, Data, Figures};
use minsheng_explorer::query::{Clause, Engine};

fn belongs(category: &Category, code: u32, id: &str) -> bool {
    let Some(entry) = category.dictionary.get(code) else { return false };
    entry.id == id || entry.parent.is_some_and(|parent| belongs(category, parent, id))
}

/// One code a row of a column or of a measure's bins, and their number.
pub(super) fn codes<'a>(engine: &'a Engine, column: &str) -> Option<(&'a Codes, usize)> {
    match &engine.table().column(column)?.data {
        Data::Category(category) => Some((&category.codes, category.dictionary.len())),
        Data::Time(time) => Some((time.codes(), time.spans().len())),
        Data::Measure(_) => engine.bins(column).map(|bins| (bins.codes(), bins.len())),
    }
}

pub(super) fn figures<'a>(engine: &'a Engine, measure: &str) -> &'a Figures {
    match &engine.table().column(measure).unwrap().data {
        Data::Measure(figures) => figures,
        _ => panic!("{measure} is no measure"),
    }
}

/// Whether a name of Latin letters, the same in both languages, holds a word: as the start of a word, or anywhere.
fn stands(name: &str, word: &str, as_start: bool) -> bool {
    let name = name.to_lowercase();
    let is_start = |at: usize| !name[..at].ends_with(|c: char| c.is_ascii_alphabetic());
    name.match_indices(word).any(|(at, _)| !as_start || is_start(at))
}

fn holds(engine: &Engine, row: usize, column: &str, clause: &Clause) -> bool {
    let table = engine.table();
    let data = table.column(column).map(|c| &c.data);
    match (clause, data) {
        (Clause::AnyOf(values), Some(Data::Category(category))) => category
            .code(row)
            .is_some_and(|code| values.iter().any(|id| belongs(category, code, id))),
        (Clause::During(from, to), Some(Data::Time(time))) => time.get(row).is_some_and(|span| {
            from.is_none_or(|from| from <= span.last) && to.is_none_or(|to| span.first <= to)
        }),
        (Clause::Text(text), _) => text.to_lowercase().split_whitespace().all(|word| {
            // A word stands where a word of a name starts; within one only where none starts so.
            let is_start = table.categories().any(|(_, category)| {
                category.dictionary.iter().any(|(_, entry)| stands(&entry.name.zh, word, true))
            });
            table.searched().any(|category| {
                let own = category.code(row).into_iter();
                own.flat_map(|code| category.dictionary.ancestors(code)).any(|code| {
                    let entry = category.dictionary.get(code);
                    entry.is_some_and(|entry| stands(&entry.name.zh, word, is_start))
                })
            })
        }),
        (Clause::Between(from, to), Some(Data::Measure(figures))) => {
            figures.float(row).is_some_and(|n| *from <= n && n <= *to)
        }
        (Clause::Codes(lo, hi), Some(_)) => match codes(engine, column) {
            Some((codes, _)) => codes.code(row).is_some_and(|code| *lo <= code && code <= *hi),
            None => true,
        },
        _ => true,
    }
}

/// The rows for which every clause holds but those of the columns given.
pub(super) fn rows(engine: &Engine, without: &[&str]) -> Vec<usize> {
    let clauses: Vec<_> = engine.filter().iter().filter(|(c, _)| !without.contains(c)).collect();
    (0..engine.table().len)
        .filter(|&row| clauses.iter().all(|(c, clause)| holds(engine, row, c, clause)))
        .collect()
}

/// Counts by code under every clause but the column's own and those of `without`.
pub(super) fn counts(engine: &Engine, column: &str, without: &[&str]) -> Vec<u32> {
    let Some((codes, values)) = codes(engine, column) else { return Vec::new() };
    let mut counts = vec![0; values];
    for row in rows(engine, &[&[column], without].concat()) {
        if let Some(code) = codes.code(row) {
            counts[code as usize] += 1;
        }
    }
    counts
}

/// The rows a sum of these counts: those that add up and are in no whole among them.
pub(super) fn summed(figures: &Figures, rows: &[usize]) -> Vec<usize> {
    let adds_up = |row: usize| rows.contains(&row) && figures.is_additive(row);
    let whole = |&row: &usize| figures.whole(row);
    let free = |row: &usize| !std::iter::successors(whole(row), whole).any(adds_up);
    rows.iter().copied().filter(|&row| adds_up(row)).filter(free).collect()
}
