//! Rows that lie in those above them: told by blanks before their names, by the way they are numbered (`一、`, `（一）`, `1.`),
//! or by a column of levels.

use super::coded;
use super::forest::{self, Forest, Found};
use super::numbering;
use crate::column::{Category, Column, Places, Reason, Role, Table, Total};

/// The most rows that are looked at.
const MOST_ROWS: usize = 200_000;
/// Levels are numbered so far.
const DEEPEST: usize = 12;

/// The totals that codes of values, their levels or their numbering tell, where the numbers do not deny it.
pub(super) fn find(table: &Table, key: &str) -> Option<Found> {
    let column = table.column(key)?;
    let category = table.category(key)?;
    if table.len > MOST_ROWS || !may_contain(column) {
        return None;
    }
    by_codes(table, column, category).or_else(|| by_levels(table, key, category))
}

/// What is found of codes, of the names beside them: those of which each row has such a code.
pub(super) fn names(table: &Table, coded: &str, named: &str, found: &Found) -> Option<Found> {
    let column = table.column(named)?;
    if !may_contain(column) || numbering::names_levels(&column.key) {
        return None;
    }
    let (codes, names) = (table.category(coded)?, table.category(named)?);
    let mut of_code: Vec<Option<Total>> = vec![None; codes.dictionary.len()];
    for total in &found.totals {
        *of_code.get_mut(total.code as usize)? = Some(*total);
    }
    let mut of_name: Vec<Option<Option<Total>>> = vec![None; names.dictionary.len()];
    let mut name_of: Vec<Option<u32>> = vec![None; codes.dictionary.len()];
    for row in 0..table.len {
        let Some(name) = names.code(row) else { continue };
        let code = codes.code(row);
        let said = code.and_then(|code| of_code.get(code as usize).copied().flatten());
        let own = of_name.get_mut(name as usize)?;
        *own = Some(own.unwrap_or(said).and(said));
        if let Some(own) = code.and_then(|code| name_of.get_mut(code as usize)) {
            *own = Some(name);
        }
    }
    let total =
        |(code, said): (u32, Option<Option<Total>>)| Some(Total { code, ..said.flatten()? });
    let totals: Vec<Total> = (0..).zip(of_name).filter_map(total).collect();
    let mut within = Vec::new();
    if table.tells(named, coded) && !found.within.is_empty() {
        within = vec![None; names.dictionary.len()];
        for (name, up) in name_of.iter().zip(&found.within) {
            let up = up.and_then(|up| name_of.get(up as usize).copied()?);
            if let Some(own) = name.and_then(|name| within.get_mut(name as usize)) {
                *own = up;
            }
        }
    }
    let has_parts = (1..names.dictionary.len()).contains(&totals.len());
    has_parts.then_some(Found { totals, within })
}

/// Whether values of a column may lie in others.
const fn may_contain(column: &Column) -> bool {
    matches!(column.role, Role::Area | Role::Topic | Role::Series | Role::Category)
}

fn by_codes(table: &Table, column: &Column, category: &Category) -> Option<Found> {
    let tree = coded::tree(&column.key, category)?;
    let places = Places::beside(table, &column.key)?;
    // By place and value, its row; of a value that stands there twice the last one.
    let mut rows = rustc_hash::FxHashMap::default();
    for row in 0..table.len {
        rows.insert((places.of(row)?, category.code(row)), row);
    }
    let above = |code: Option<u32>| code.and_then(|code| tree.up.get(code as usize).copied()?);
    let up = |row: usize| {
        let place = places.of(row)?;
        std::iter::successors(above(category.code(row)), |&code| above(Some(code)))
            .take(DEEPEST)
            .find_map(|code| rows.get(&(place, Some(code))).copied())
    };
    let up = (0..table.len).map(up).collect();
    let forest =
        Forest { up, is_plain: tree.is_plain, is_likely: tree.is_formed, reason: Reason::Nested };
    forest::totals(table, category, &forest)
}

fn by_levels(table: &Table, key: &str, category: &Category) -> Option<Found> {
    let by_column = levels_beside(table, key, category);
    let is_told = by_column.is_some();
    let (depth, is_plain) = match by_column {
        Some(depth) => (depth, true),
        None => depths(category)?,
    };
    let places = Places::beside(table, key)?;
    // By place, the rows above the one that comes, each with its level.
    let mut open: Vec<Vec<(usize, usize)>> = vec![Vec::new(); places.len()];
    let mut up = vec![None; table.len];
    for (row, up) in up.iter_mut().enumerate() {
        let depth = category.code(row).and_then(|code| depth.get(code as usize).copied()?);
        let open = open.get_mut(places.of(row)?)?;
        let Some(depth) = depth else {
            open.clear();
            continue;
        };
        while open.last().is_some_and(|(level, _)| *level >= depth) {
            open.pop();
        }
        *up = open.last().map(|(_, row)| *row);
        open.push((depth, row));
    }
    // A stray blank before one name makes no levels.
    let is_plain = is_plain && (is_told || are_divided(&up));
    let forest = Forest { up, is_plain, is_likely: true, reason: Reason::Level };
    forest::totals(table, category, &forest)
}

/// Whether two rows or more have several in them, and a third of all rows lie in others.
fn are_divided(up: &[Option<usize>]) -> bool {
    let mut parts = rustc_hash::FxHashMap::default();
    for row in up.iter().flatten() {
        *parts.entry(*row).or_insert(0_usize) += 1;
    }
    let lie = up.iter().flatten().count();
    parts.values().filter(|&&parts| parts > 1).count() > 1 && lie * 3 >= up.len()
}

/// By value, the level that a column of levels gives it. `None` where there is no such column, or a value has several.
fn levels_beside(table: &Table, key: &str, category: &Category) -> Option<Vec<Option<usize>>> {
    let is_level = |(column, _): &(&Column, &Category)| {
        column.key != key && numbering::names_levels(&column.key)
    };
    let (_, levels) = table.categories().find(is_level)?;
    let number = |id: &str| id.trim().parse::<usize>().ok().filter(|&level| level <= DEEPEST);
    let of: Option<Vec<usize>> = levels.dictionary.iter().map(|(_, e)| number(&e.id)).collect();
    let of = of.filter(|of| of.len() > 1)?;
    let mut depth = vec![None; category.dictionary.len()];
    for row in 0..table.len {
        let level = levels.code(row).and_then(|code| of.get(code as usize).copied());
        if let Some(own) = category.code(row).and_then(|code| depth.get_mut(code as usize)) {
            if own.is_some() && level != *own {
                return None;
            }
            *own = level;
        }
    }
    Some(depth)
}

/// By value, how deep its name stands, by the blanks before it or by its numbering; and whether that is plain.
fn depths(category: &Category) -> Option<(Vec<Option<usize>>, bool)> {
    let names = || category.dictionary.iter().map(|(_, entry)| entry.id.as_str());
    let blanks: Vec<Option<usize>> = names().map(|name| Some(indent(name))).collect();
    if blanks.iter().any(|own| *own != blanks[0]) {
        return Some((blanks, true));
    }
    let mut numbered: Vec<Option<usize>> = names().map(numbering::numbering).collect();
    if numbered.contains(&Some(0)) {
        let roman = names().zip(&mut numbered).filter(|(name, _)| numbering::may_be_roman(name));
        roman.filter(|(_, own)| **own == Some(1)).for_each(|(_, own)| *own = Some(0));
    }
    let kinds = numbered.iter().flatten().count();
    if kinds < 2 {
        return None;
    }
    // What has no number lies in what has one.
    let depth = |own: &Option<usize>| Some(own.unwrap_or(DEEPEST));
    let depths: Vec<Option<usize>> = numbered.iter().map(depth).collect();
    depths.iter().any(|own| *own != depths[0]).then_some((depths, false))
}

/// Blanks before a name; one of full width counts as two.
pub(super) fn indent(name: &str) -> usize {
    let blanks = name.chars().take_while(|c| c.is_whitespace());
    blanks.map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum()
}
