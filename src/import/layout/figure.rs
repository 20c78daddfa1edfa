//! Which cells are figures, however they are written, before it is known how the column writes them.

use super::super::cell::{Number, plain, written, year_part};
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
    if is_of_digits(text) && year_part(text).is_none() { Look::Figure } else { Look::Text }
}

/// Whether a cell has nothing but digits and one sign before the decimals, whichever it is.
pub(super) fn is_plain(cell: &[u8]) -> bool {
    plain(cell, DecimalSign::Point).or_else(|| plain(cell, DecimalSign::Comma)).is_some()
}

/// Whether a cell is a figure by a look that costs little: digits, points and commas with at most a sign before them and a
/// letter or percent sign behind, as nearly all figures are. It sees no other figures, but never takes a text for one.
pub(super) fn is_clear(cell: &[u8]) -> bool {
    let bare = cell.strip_prefix(b"-").or_else(|| cell.strip_prefix(b"$")).unwrap_or(cell);
    let digits = match bare {
        // One digit and a letter may be a part of a year: `1H`.
        [digits @ .., b'a'..=b'z' | b'A'..=b'Z'] if digits.len() > 1 => digits,
        [digits @ .., b'%'] => digits,
        digits => digits,
    };
    matches!(digits, [b'0'..=b'9', ..])
        && cell.len() <= CLEAR
        && digits.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b','))
}

/// The longest figure that is clear.
const CLEAR: usize = 16;

/// Whether a text begins with a digit, at least half of it is digits, and no words stand between these.
fn is_of_digits(text: &str) -> bool {
    let bare = text.trim_start_matches(BEFORE);
    let digits = bare.chars().filter(|&c| is_digit(c)).count();
    let is_sign = |c: &char| c.is_whitespace() || matches!(c, ',' | '.' | '\'' | ')');
    let said = bare.chars().filter(|c| !is_sign(c)).count();
    bare.chars().next().is_some_and(is_digit)
        && digits * 2 >= said
        && said <= LONGEST
        && !has_words_between(bare)
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

/// Which columns hold figures, where the first of the rows may name the columns: most of what the lower half says there.
pub(super) fn columns_below(rows: &[Row<'_>], width: usize) -> Vec<bool> {
    columns(&rows[rows.len() / 2..], width)
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

    #[test]
    fn what_is_clearly_a_figure_is_one() {
        let signs = b"019.,-$kpHQme%";
        let (mut seed, mut clear) = (7_usize, 0);
        for _ in 0..200_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let mut rest = seed >> 20;
            let length = 1 + rest % 6;
            let cell: Vec<u8> = (0..length)
                .map(|_| {
                    rest /= signs.len();
                    signs[rest % signs.len()]
                })
                .collect();
            if is_clear(&cell) {
                clear += 1;
                assert_eq!(look(&cell), Look::Figure, "{:?}", std::str::from_utf8(&cell));
            }
        }
        assert!(clear > 2_000, "{clear}");
        for cell in ["2,904,312", "12.5%", "-3", "123k", "$1,200", "339p"] {
            assert!(is_clear(cell.as_bytes()), "{cell}");
        }
        for cell in ["", "-", "1990s to", "12 of them", "1月", "Q1", "1-3"] {
            assert!(!is_clear(cell.as_bytes()), "{cell}");
        }
    }
}
