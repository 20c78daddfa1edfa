//! Columns that say how far an estimate may be off: margins of error become the ends of its interval; standard errors and the
//! like, of which nobody says how wide an interval is meant, stand beside it as they are. None is a measure of its own.

use super::interval::{Named, figures, put, tell, text, with_intervals};
use super::lexicon::{Off, estimate_of_code, stands_for_a_word};
use super::plan::Plan;
use crate::base::lang::Bilingual;
use crate::column::{
    Category, Codes, Column, Data, Dictionary, Ends, Entry, Figures, Floats, Meaning, Numbers,
    Role, Table,
};

/// Of so many rows, one may have a margin below nothing.
const BELOW: usize = 20;

/// A column of how far the estimate beside it may be off, by their places among the columns of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pair {
    off: Off,
    own: usize,
    estimate: usize,
}

/// Takes columns of margins and errors as what is known of the estimates beside them.
pub(super) fn bind(table: &mut Table, plan: &mut Plan, named: &[Named]) {
    let key = |at: usize| named[at].key.as_str();
    for Pair { off, own, estimate } in pairs(table, named) {
        let (own, estimate) = (key(own), key(estimate));
        if table.column(estimate).is_none() || table.column(own).is_none() {
            continue;
        }
        let has_interval = table.marks_of(estimate).is_some_and(has_intervals);
        match off {
            Off::Margin if !has_interval => {
                without_words(table, estimate);
                without_words(table, own);
                let Some(marks) = marks(table, estimate, own) else { continue };
                put(table, estimate, marks, &[own]);
            }
            _ => stand_beside(table, estimate, own),
        }
        tell(plan, &[own]);
    }
}

/// Puts columns that are called margins or errors, and are beside no estimate that is known, behind the figures of a table:
/// what leads is a figure.
pub(super) fn put_behind(table: &mut Table, named: &[Named]) {
    let is_off = |column: &Column| {
        named.iter().any(|own| own.key == column.key && own.off.off.is_some() && !own.off.is_weak)
    };
    let is_measure = |column: &Column| matches!(column.data, Data::Measure(_));
    let Some(first) = table.columns.iter().position(is_measure) else { return };
    let Some(last) = table.columns.iter().rposition(|c| is_measure(c) && !is_off(c)) else {
        return;
    };
    if !is_off(&table.columns[first]) || last < first {
        return;
    }
    let end = last + 1 + table.columns[last + 1..].iter().take_while(|c| c.of.is_some()).count();
    let (mut rest, mut behind) = (Vec::new(), Vec::new());
    for column in table.columns.drain(..end) {
        let of = column.of.as_deref();
        let is_behind =
            is_off(&column) || behind.iter().any(|own: &Column| Some(own.key.as_str()) == of);
        if is_behind { behind.push(column) } else { rest.push(column) }
    }
    rest.append(&mut behind);
    rest.append(&mut table.columns);
    table.columns = rest;
}

/// Which columns say of which others how far these are off.
fn pairs(table: &Table, named: &[Named]) -> Vec<Pair> {
    let mut found: Vec<Pair> = Vec::new();
    for own in 0..named.len() {
        let by_code = || {
            let name = estimate_of_code(&named[own].key)?;
            let estimate = named.iter().position(|other| other.key == name)?;
            Some(Pair { off: Off::Margin, own, estimate })
        };
        let by_word = || {
            let off = named[own].off.off?;
            let estimate = estimate(table, named, own)?;
            Some(Pair { off, own, estimate })
        };
        found.extend(by_word().or_else(by_code));
    }
    found
}

/// The estimate that a column of a margin or an error belongs to: the one of the same words, or the one right before it.
fn estimate(table: &Table, named: &[Named], own: usize) -> Option<usize> {
    let off = &named[own].off;
    let free: Vec<usize> = (0..named.len()).filter(|&at| named[at].is_free()).collect();
    let mut same = free.iter().copied().filter(|&at| named[at].off.words == off.words);
    let same = same.next().filter(|_| same.next().is_none());
    let like: Vec<usize> =
        free.iter().copied().filter(|&at| named[at].off.stem == off.stem).collect();
    let nearest = || match like.as_slice() {
        [only] => Some(*only),
        several => several.iter().rev().copied().find(|&at| at < own),
    };
    let before = || {
        let before = own.checked_sub(1)?;
        let at = (0..=before).rev().find(|&at| named[at].off.off.is_none())?;
        named[at].is_free().then_some(at).filter(|_| off.stem.is_empty())
    };
    let at = same.or_else(nearest).or_else(before)?;
    if !off.is_weak {
        return Some(at);
    }
    let is_sure = match off.off? {
        Off::Margin => is_signed(table, &named[own].key),
        Off::Error => !off.stem.is_empty() || named[at].off.is_estimate,
    };
    is_sure.then_some(at)
}

/// Whether the numbers of a column stand behind `±`.
fn is_signed(table: &Table, key: &str) -> bool {
    let (Some(marks), Some(figures)) = (table.marks_of(key), figures(table, key)) else {
        return false;
    };
    let Data::Category(marks) = &marks.data else { return false };
    let is_about = |row: usize| marks.entry(row).is_some_and(|entry| entry.id == "about");
    let mut said = (0..table.len).filter(|&row| figures.float(row).is_some_and(|own| own != 0.0));
    said.clone().next().is_some() && said.all(is_about)
}

fn has_intervals(marks: &Column) -> bool {
    let Data::Category(category) = &marks.data else { return false };
    category.dictionary.iter().any(|(_, entry)| Meaning::ends_of(&entry.id) == Some(Ends::Interval))
}

/// Takes numbers that stand for words out of a column.
fn without_words(table: &mut Table, key: &str) {
    let len = table.len;
    let Some(column) = table.columns.iter_mut().find(|column| column.key == key) else { return };
    let Data::Measure(figures) = &mut column.data else { return };
    let number = |row: usize| figures.float(row);
    if !(0..len).any(|row| number(row).is_some_and(stands_for_a_word)) {
        return;
    }
    let value = |row: usize| number(row).filter(|own| !stands_for_a_word(*own)).unwrap_or(f64::NAN);
    figures.values = Numbers::new(Floats::F64((0..len).map(value).collect()));
}

/// The intervals that margins make, as the marks of the estimate; `None` where they are no margins.
fn marks(table: &Table, estimate: &str, margin: &str) -> Option<Column> {
    let (own, margin) = (figures(table, estimate)?, figures(table, margin)?);
    let margins = || (0..table.len).filter_map(|row| margin.float(row));
    let (below, said) = margins()
        .fold((0_usize, 0_usize), |(below, said), own| (below + usize::from(own < 0.0), said + 1));
    if said == 0 || below * BELOW > said || margins().all(|own| own == 0.0) {
        return None;
    }
    with_intervals(table, estimate, |row| interval(own, margin, row))
}

fn interval(own: &Figures, margin: &Figures, row: usize) -> Option<String> {
    let (value, margin) = (own.exact(row)?, margin.exact(row)?);
    if margin.is_sign_negative() {
        return None;
    }
    let ends = (value.checked_sub(margin)?.normalize(), value.checked_add(margin)?.normalize());
    Some(Meaning::interval_mark(&ends.0.to_string(), &ends.1.to_string()))
}

/// Makes a column of numbers one of texts that stands behind the estimate that it says something of.
fn stand_beside(table: &mut Table, estimate: &str, key: &str) {
    let Some(figures) = figures(table, key) else { return };
    let mut dictionary = Dictionary::default();
    let mut code = |row: usize| {
        figures.float(row)?;
        let id = text(&figures.values, row);
        let name = Bilingual::same(&id);
        Some(dictionary.intern(Entry { id, name, parent: None, hue: None }))
    };
    let codes: Vec<Option<u32>> = (0..table.len).map(&mut code).collect();
    let codes = Codes::pack(codes, dictionary.len());
    table.columns.retain(|column| column.of.as_deref() != Some(key));
    if let Some(column) = table.columns.iter_mut().find(|column| column.key == key) {
        column.data = Data::Category(Category { codes, dictionary });
        column.role = Role::Text;
        column.of = Some(estimate.to_owned());
    }
}
