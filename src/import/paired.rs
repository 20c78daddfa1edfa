//! What the columns of a table say of each other: numbers that are but codes of the names beside them, years that repeat the
//! time of the rows, names without a head beside codes of areas, and kinds of figures in a column of their own.

use std::collections::{BTreeSet, HashMap};

use super::form::{Basis, Sure, Why};
use super::kind::Kind;
use super::layout::Areas;
use super::lexicon::{self, Hint};
use super::look::Look;
use super::plan::ColumnPlan;
use crate::base::unit_name;
use crate::column::Role;

/// Rows that are looked at.
const ROWS: usize = 1000;
/// The longest column beside that is compared: one before, one after.
const NEXT: usize = 1;
/// Values of a column that may be one of countries.
const MOST_NAMES: usize = 500;

/// Takes numbers for codes that stand for the names beside them, each for one: `GENDER` beside `GENDER_NAME`; and years
/// that say what the time of their row says. Numbers each of which is said once are figures.
pub(super) fn tell_codes(columns: &mut [ColumnPlan], looks: &[Look<'_>], rows: &[Vec<&[u8]>]) {
    let mut others = columns.iter().filter(|column| column.kind == Kind::Number).count();
    let time = columns.iter().position(|column| column.kind == Kind::Time);
    for at in 0..columns.len() {
        let (look, column) = (&looks[at], &columns[at]);
        let may_be = column.kind == Kind::Number
            && column.role == Role::Measure
            && column.unit.is_none()
            && look.all(look.whole)
            && look.least >= 0.0
            && look.distinct.len() * 2 <= look.said
            && !matches!(lexicon::hint(&column.name), Some((Hint::Value, _)));
        if !may_be || others < 2 {
            continue;
        }
        let names = at.saturating_sub(NEXT)..(at + NEXT + 1).min(columns.len());
        let is_named = |other: usize| {
            let beside = &columns[other];
            other != at
                && beside.kind == Kind::Category
                && (names_after(&column.name, &beside.name) || is_code_name(&column.name))
                && stand_for(rows, at, other)
        };
        let repeats = |time: usize| look.all(look.likely_years) && are_same(rows, at, time);
        if names.into_iter().any(is_named) || time.is_some_and(repeats) {
            (columns[at].kind, columns[at].role) = (Kind::Category, Role::Category);
            columns[at].basis = Basis::new(Sure::Likely, Why::Cells);
            others -= 1;
        }
    }
}

/// Codes of a column from which on signs among them say that a row has none.
const CODES: usize = 3;

/// Takes signs for nothing (`-`, `—`, `..`) among codes, which stand beside names, for no code: a group of countries has none.
pub(super) fn tell_rows_without_code(
    columns: &mut [ColumnPlan],
    looks: &[Look<'_>],
    rows: &[Vec<&[u8]>],
) {
    for at in 0..columns.len() {
        let look = &looks[at];
        let are_codes = columns[at].kind == Kind::Category
            && look.distinct.len() >= CODES
            && look.are_codes()
            && look.longest() < 10;
        if !are_codes || look.said == rows.len() {
            continue;
        }
        let cells = rows.iter().filter_map(|row| std::str::from_utf8(row.get(at)?).ok());
        let signs = cells.map(str::trim).filter(|cell| is_sign_for_none(cell));
        let signs: BTreeSet<&str> = signs.collect();
        columns[at].missing = signs.into_iter().map(str::to_owned).collect();
    }
}

/// Whether a cell but has lines or dots.
fn is_sign_for_none(cell: &str) -> bool {
    const SIGNS: &[char] =
        &['-', '.', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2026}', '\u{2212}', '\u{ff0d}'];
    !cell.is_empty() && cell.chars().count() < 5 && cell.chars().all(|c| SIGNS.contains(&c))
}

/// Whether one column is called after the other, as `GENDER_NAME` is after `GENDER`.
fn names_after(own: &str, other: &str) -> bool {
    let (own, other) = (own.to_lowercase(), other.to_lowercase());
    let begins = |long: &str, short: &str| short.len() > 2 && long.starts_with(short);
    own != other && (begins(&own, &other) || begins(&other, &own))
}

/// Whether a name is itself a code: capitals and a digit, as `SEXISTAT1`.
fn is_code_name(name: &str) -> bool {
    let is_sign = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_';
    name.bytes().all(is_sign) && name.bytes().any(|b| b.is_ascii_digit())
}

/// Whether each value of one column stands beside one of the other alone, and the other way round.
fn stand_for(rows: &[Vec<&[u8]>], own: usize, other: usize) -> bool {
    let (mut of_own, mut of_other) = (HashMap::new(), HashMap::new());
    rows.iter().take(ROWS).all(|row| {
        let (Some(&a), Some(&b)) = (row.get(own), row.get(other)) else { return false };
        (a.is_empty() == b.is_empty())
            && *of_own.entry(a).or_insert(b) == b
            && *of_other.entry(b).or_insert(a) == a
    })
}

fn are_same(rows: &[Vec<&[u8]>], own: usize, other: usize) -> bool {
    rows.iter().take(ROWS).all(|row| row.get(own) == row.get(other))
}

/// The category whose values are kinds of figures, some of them rates and others not: `Number`, `Rate`, `Percent`. One that
/// is called after what is measured says that, unless another column does.
pub(super) fn kinds(
    columns: &[ColumnPlan],
    hints: &[Option<(Hint, bool)>],
    looks: &[Look<'_>],
) -> Option<usize> {
    let of_series = |at: usize| hints[at].is_some_and(|(hint, _)| hint == Hint::Series);
    let is_said_elsewhere = |own: usize| {
        let words = |at: usize| looks[at].numbers == 0 && looks[at].said > 0;
        (0..columns.len()).any(|at| at != own && of_series(at) && words(at))
    };
    (0..columns.len()).find(|&at| {
        let values = || looks[at].distinct.iter().filter_map(|v| std::str::from_utf8(v).ok());
        let is_rate = |value: &str| {
            let value = value.trim();
            unit_name::is_rate(value)
                || lexicon::measures_rate(value)
                || lexicon::is_rate_code(value)
        };
        let is_kind = |value: &str| {
            let lower = value.trim().to_lowercase();
            lexicon::COUNTS.contains(&lower.as_str())
                || matches!(lower.as_str(), "rate" | "ratio" | "proportion" | "share" | "mean")
                || (lower.chars().count() > 1 && lexicon::is_worded(value))
        };
        let rates = values().filter(|value| is_rate(value)).count();
        // For each head and of all that is made, as `USD_CAP` and `PC_GDP` say, are unlike too.
        let are_codes = looks[at].distinct.len() > 1 && looks[at].are_codes();
        columns[at].role == Role::Category
            && columns[at].kind == Kind::Category
            && (!of_series(at) || is_said_elsewhere(at))
            && rates > 0
            && (rates < looks[at].distinct.len() || are_codes)
            && values().all(is_kind)
    })
}

/// The column without a name behind one of areas that holds but numbers: these are codes, and the names stand behind them.
pub(super) fn unnamed_areas(columns: &[ColumnPlan], looks: &[Look<'_>]) -> Option<(usize, usize)> {
    let codes = columns.iter().position(|column| column.role == Role::Area)?;
    let (look, next) = (&looks[codes], looks.get(codes + 1)?);
    let beside = &columns[codes + 1];
    let are_names = beside.name.is_empty()
        && beside.kind == Kind::Category
        && next.numbers == 0
        && next.said * 2 >= look.said;
    (look.all(look.numbers) && are_names).then_some((codes, codes + 1))
}

/// The column most of whose values are countries, or provinces of China, by their names.
pub(super) fn known_areas(columns: &[ColumnPlan], looks: &[Look<'_>]) -> Option<usize> {
    let areas = Areas::new();
    (0..columns.len()).find(|&at| {
        let look = &looks[at];
        let names = || look.distinct.iter().filter_map(|name| std::str::from_utf8(name).ok());
        let is_free = matches!(columns[at].role, Role::Category | Role::Series);
        is_free
            && columns[at].kind == Kind::Category
            && (3..=MOST_NAMES).contains(&look.distinct.len())
            && names().filter(|name| areas.is_name(name.trim())).count() * 10
                >= look.distinct.len() * 7
    })
}
