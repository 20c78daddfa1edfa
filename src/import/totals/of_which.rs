//! Parts below a row that says 其中 or "of which": the word stands before the first of them alone.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::levels::indent;
use super::values::{MOST_MEASURES, MOST_ROWS, adds, step};
use super::words::{Verdict, is_of_which, verdict};
use crate::column::{Category, Figures, Places, Reach, Reason, Role, Table, Total};

/// Parts of one value that are looked for.
const MOST_PARTS: u32 = 60;

/// The values that follow the first part of another and are parts of it like that: they stand as deep, or all of them add
/// up to it, or, of what heads the list, no more than it is lies in all the rest.
pub(super) fn following(table: &Table, key: &str) -> Vec<Total> {
    let Some(category) = table.category(key).filter(|_| table.len <= MOST_ROWS) else {
        return Vec::new();
    };
    let name = |code: u32| category.dictionary.get(code).map_or("", |entry| entry.id.as_str());
    let count = u32::try_from(category.dictionary.len()).unwrap_or(0);
    let may_head = table.column(key).is_some_and(|column| column.role != Role::Series);
    let mut firsts = (1..count).filter(|&code| is_of_which(name(code))).peekable();
    // Most tables have none: they are not read for it.
    let Some(sums) = firsts.peek().and_then(|_| Sums::of(table, category, key)) else {
        return Vec::new();
    };
    let mut parts: Vec<u32> = Vec::new();
    for first in firsts {
        let is_part = |code: &u32| is_of_which(name(*code)) || parts.contains(code);
        let Some(whole) = (0..first).rev().find(|code| !is_part(code)) else { continue };
        // Totals, and what begins another list of parts, are none of these.
        let is_other = |code: &u32| {
            is_of_which(name(*code)) || matches!(verdict(name(*code)), Some(Verdict::Is(_)))
        };
        let end = (first + 1..count.min(first + MOST_PARTS)).find(is_other);
        let end = end.unwrap_or_else(|| count.min(first + MOST_PARTS));
        let deep = indent(name(whole));
        let deeper = (first + 1..end).take_while(|&code| indent(name(code)) > deep).count();
        let deeper = first + 1 + u32::try_from(deeper).unwrap_or(0);
        let is_told = indent(name(first)) > deep;
        let is_head = may_head && whole == 0 && first == 1 && end == count;
        let last = match is_told {
            true => Some(deeper),
            false => {
                (first + 2..=end).find(|&end| sums.are(whole, first..end, Fit::All)).or_else(|| {
                    Some(end).filter(|_| is_head && sums.are(whole, first..end, Fit::Some))
                })
            }
        };
        parts.extend(first + 1..last.unwrap_or(first + 1));
    }
    let total = |code| Total { code, reach: Reach::Group, reason: Reason::Arithmetic };
    parts.into_iter().map(total).collect()
}

/// How parts add up to a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// They are all of it.
    All,
    /// There is no more in them than in it.
    Some,
}

struct Sums<'t> {
    table: &'t Table,
    places: Places,
    /// By code, its rows.
    rows: Vec<Vec<usize>>,
}

impl<'t> Sums<'t> {
    fn of(table: &'t Table, category: &Category, key: &str) -> Option<Self> {
        let places = Places::beside(table, key)?;
        let mut rows = vec![Vec::new(); category.dictionary.len()];
        for row in 0..table.len {
            if let Some(own) = category.code(row).and_then(|code| rows.get_mut(code as usize)) {
                own.push(row);
            }
        }
        Some(Self { table, places, rows })
    }

    /// Whether parts come to a whole so, in every measure that may be added up and wherever both are told.
    fn are(&self, whole: u32, parts: Range<u32>, fit: Fit) -> bool {
        let measures = self.table.measures().filter(|(_, figures)| adds(figures));
        let mut compared = 0;
        for (_, figures) in measures.take(MOST_MEASURES) {
            for (whole, numbers) in self.numbers(figures, whole, &parts) {
                let sum: f64 = numbers.iter().sum();
                let rounding = step(&[&numbers[..], &[whole]].concat()) * numbers.len() as f64;
                let fits = match fit {
                    Fit::All => (sum - whole).abs() <= rounding * 0.5 + whole.abs() * 1e-9,
                    Fit::Some => sum <= whole + rounding && numbers.iter().all(|n| *n >= 0.0),
                };
                if !fits || numbers.len() < parts.len() {
                    return false;
                }
                compared += 1;
            }
        }
        compared > 0
    }

    /// By place, the number of a whole, and those of its parts that are told there.
    fn numbers(&self, figures: &Figures, whole: u32, parts: &Range<u32>) -> Vec<(f64, Vec<f64>)> {
        let told = |code: u32| {
            let rows = self.rows.get(code as usize).into_iter().flatten();
            rows.filter_map(|&row| Some((self.places.of(row)?, figures.float(row)?)))
        };
        let mut found: FxHashMap<usize, (f64, Vec<f64>)> =
            told(whole).map(|(place, number)| (place, (number, Vec::new()))).collect();
        for (place, number) in parts.clone().flat_map(told) {
            if let Some((_, own)) = found.get_mut(&place) {
                own.push(number);
            }
        }
        found.into_values().collect()
    }
}
