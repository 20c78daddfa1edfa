//! Which cells are figures, however they are written, before it is known how the column writes them.

use super::super::cell::{Number, number};
use super::super::sample::Row;

/// What a cell looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Nothing but blanks.
    Blank,
    /// A sign or a word for a value that is not there.
    Missing,
    /// A number, with or without signs around it.
    Figure,
    /// Words.
    Text,
}

/// Signs that stand before figures.
const BEFORE: &[char] = &[
    '<', '>', '\u{2264}', '\u{2265}', '~', '+', '-', '\u{2212}', '(', '\u{ff08}', '$', '\u{a5}',
    '\u{ffe5}', '\u{20ac}', '\u{a3}', '.', ',', '约', '近', '超', '\u{a0}', ' ',
];

/// What the cell looks like. A figure begins with a digit, and at least half of it is digits.
pub(super) fn look(cell: &[u8]) -> Look {
    if cell.iter().all(u8::is_ascii_whitespace) {
        return Look::Blank;
    }
    match number(cell) {
        Number::Is(_) => return Look::Figure,
        Number::Missing => return Look::Missing,
        _ => {}
    }
    let Ok(text) = std::str::from_utf8(cell) else { return Look::Text };
    let bare = text.trim_start_matches(BEFORE);
    let is_digit = |c: char| c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c);
    let digits = bare.chars().filter(|&c| is_digit(c)).count();
    let said =
        bare.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '.' | '\'' | ')')).count();
    if bare.chars().next().is_some_and(is_digit) && digits * 2 >= said && said <= 24 {
        Look::Figure
    } else {
        Look::Text
    }
}

/// Rows that are looked at to tell columns of figures.
const ROWS: usize = 400;

/// Which columns hold figures: most of what the lower half of the rows says there.
pub(super) fn columns(rows: &[Row<'_>], width: usize) -> Vec<bool> {
    let lower = &rows[rows.len() / 2..];
    let lower = &lower[..lower.len().min(ROWS)];
    let is_figures = |at: usize| {
        let looks =
            lower.iter().map(|row| row.cells.get(at).map_or(Look::Blank, |cell| look(cell)));
        let (mut figures, mut texts) = (0_usize, 0_usize);
        for look in looks {
            match look {
                Look::Figure => figures += 1,
                Look::Text => texts += 1,
                Look::Blank | Look::Missing => {}
            }
        }
        figures > 0 && texts <= figures
    };
    (0..width).map(is_figures).collect()
}
