//! Which cells are figures, however they are written, before it is known how the column writes them.

use super::super::cell::{Number, grouped, periods, plain, written, year_part};
use super::super::form::DecimalSign;
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

/// What the cell looks like: a number by either sign before decimals, a sign for none, or else what is mostly digits, as
/// dates and groups of ages are. A flag alone is a word: the name of a column may be one letter.
pub(super) fn look(cell: &[u8]) -> Look {
    if cell.iter().all(u8::is_ascii_whitespace) {
        return Look::Blank;
    }
    if is_plain(cell) {
        return Look::Figure;
    }
    let read = written(cell, DecimalSign::Point);
    match read.number {
        Number::Is(_) => return Look::Figure,
        Number::Missing if read.mark.is_none() || cell.starts_with(b"[") => return Look::Missing,
        Number::Not
            if cell.contains(&b',')
                && matches!(written(cell, DecimalSign::Comma).number, Number::Is(_)) =>
        {
            return Look::Figure;
        }
        _ => {}
    }
    let Ok(text) = std::str::from_utf8(cell) else { return Look::Text };
    let is_figure = is_of_digits(text) && !names_of_year(text) && year_part(text).is_none();
    if is_figure { Look::Figure } else { Look::Text }
}

/// Whether a cell has nothing but digits and one sign before the decimals, whichever it is.
pub(super) fn is_plain(cell: &[u8]) -> bool {
    plain(cell, DecimalSign::Point).or_else(|| plain(cell, DecimalSign::Comma)).is_some()
}

/// Whether a cell is a figure by a look that costs little, as nearly all figures are: digits, whole or in thousands, with at
/// most a percent sign. It sees no others, but never takes a text for one.
pub(super) fn is_clear(cell: &[u8]) -> bool {
    is_plain(cell)
        || [DecimalSign::Point, DecimalSign::Comma]
            .iter()
            .any(|sign| grouped(cell, *sign).is_some())
}

/// Whether a text begins with a digit, at least half of it is digits, and no words stand between these.
fn is_of_digits(text: &str) -> bool {
    let bare = text.trim_start_matches(BEFORE);
    let digits = bare.chars().filter(|&c| is_digit(c)).count();
    let is_sign = |c: &char| c.is_whitespace() || matches!(c, ',' | '.' | '\'' | ')');
    let said = bare.chars().filter(|c| !is_sign(c)).count();
    // `2020=100` is the base of an index.
    bare.chars().next().is_some_and(is_digit)
        && !bare.contains('=')
        && digits * 2 >= said
        && said <= LONGEST
        && !has_words_between(bare)
}

/// Whether a text is a year and what is of it: `2023年目标` names a column, `2023年` and `2023年末` are periods.
fn names_of_year(text: &str) -> bool {
    const DIGITS: usize = 4;
    let text = text.trim();
    let is_year = text.bytes().take_while(u8::is_ascii_digit).count() == DIGITS;
    let behind = text.get(DIGITS..).and_then(|rest| rest.strip_prefix('年'));
    is_year && behind.is_some_and(|rest| !rest.is_empty()) && periods(&[text]).0[0].is_none()
}

/// The most characters of a figure.
const LONGEST: usize = 24;

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c)
}

/// Whether words stand between digits, other than those that multiply: a year against another is no figure.
fn has_words_between(text: &str) -> bool {
    let end = text.rfind(is_digit).unwrap_or_default();
    let is_word =
        |c: char| c.is_alphabetic() && !matches!(c, '千' | '百' | '万' | '亿' | 'e' | 'E');
    text[..end].contains(is_word)
}

/// Rows that are looked at to tell columns of figures.
const ROWS: usize = 400;

/// Which columns hold figures, where the first of the rows may name the columns: most of what the lower half of those says
/// there that stand above the notes.
pub(super) fn columns_below(rows: &[Row<'_>], width: usize) -> Vec<bool> {
    // The notes below a small table may be more than its rows.
    let has_figure =
        |row: &Row<'_>| row.cells.iter().skip(1).any(|cell| look(cell) == Look::Figure);
    let last = rows.iter().rposition(has_figure).map_or(rows.len(), |at| at + 1);
    let below = columns(&rows[last / 2..last], width);
    if below.contains(&true) { below } else { columns(&rows[rows.len() / 2..], width) }
}

/// Which columns hold figures: most of what the rows say there.
pub(super) fn columns(rows: &[Row<'_>], width: usize) -> Vec<bool> {
    let rows = &rows[..rows.len().min(ROWS)];
    let is_figures = |at: usize| {
        let (mut figures, mut texts) = (0_usize, 0_usize);
        for row in rows {
            match row.cells.get(at).map_or(Look::Blank, |cell| look(cell)) {
                Look::Figure => figures += 1,
                Look::Text => texts += 1,
                Look::Blank | Look::Missing => {}
            }
        }
        figures > 0 && texts <= figures
    };
    (0..width).map(is_figures).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::random_texts::random_texts;

    #[test]
    fn what_is_clearly_a_figure_is_one() {
        let signs = ["0", "1", "9", ".", ",", "-", "$", "k", "p", "H", "Q", "m", "e", "%"];
        let mut clear = 0;
        for text in random_texts(&signs, 6, 200_000).filter(|text| is_clear(text.as_bytes())) {
            clear += 1;
            assert_eq!(look(text.as_bytes()), Look::Figure, "{text}");
        }
        assert!(clear > 2_000, "{clear}");
        for cell in ["2,904,312", "12.5%", "-3", "1.204,5"] {
            assert!(is_clear(cell.as_bytes()), "{cell}");
        }
        for cell in ["", "-", "1990s to", "12 of them", "1月", "Q1", "1-3", "339p"] {
            assert!(!is_clear(cell.as_bytes()), "{cell}");
        }
    }
}
