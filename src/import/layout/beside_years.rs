//! Columns that say something of the figures of one period beside it: flags (`Y2019F`, `2019 Flag`, `Status` behind each
//! year), notes and units.

use std::collections::BTreeMap;

use super::figure::{self, Look, look};
use super::names::{Heading, joined, joined_without, text};
use crate::import::lexicon::{self, Hint};
use crate::import::sample::Row;

/// What such a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    /// How a figure is meant, in a sign or in words.
    Mark,
    /// Its unit.
    Unit,
}

/// A column that says something of the figures of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Beside {
    pub(super) column: usize,
    /// The column of figures.
    pub(super) of: usize,
    pub(super) said: Said,
}

/// Ends of names of a letter behind the year.
const LETTERS: &[(char, Said)] = &[('F', Said::Mark), ('N', Said::Mark), ('U', Said::Unit)];

/// Signs between a period and such a word.
const BETWEEN: &[char] =
    &[' ', '_', '-', ':', '\u{ff1a}', '(', ')', '\u{ff08}', '\u{ff09}', '[', ']', '.', '/', '|'];

/// The most characters of a mark in a column without a name.
const SHORT: usize = 6;

/// The most bytes of a name that is taken apart: of a sentence each sign would be a place to begin.
const LONGEST: usize = 200;

/// The columns that say something of the figures of one of these, which are named by periods.
pub(super) fn beside(heading: &Heading, body: &[Row<'_>], periods: &[usize]) -> Vec<Beside> {
    if periods.is_empty() {
        return Vec::new();
    }
    let names: Vec<String> = heading.columns.iter().map(|pieces| joined(pieces)).collect();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for &at in periods {
        places.entry(names[at].as_str()).or_insert(at);
    }
    let mut found: Vec<Beside> = Vec::new();
    for (column, pieces) in heading.columns.iter().enumerate() {
        let own = |of: usize, said: Said| (of != column).then_some(Beside { column, of, said });
        let by_name = || {
            let (base, said) = without_word(pieces)?;
            let of =
                places.get(base.as_str()).copied().or_else(|| over(heading, periods, column))?;
            own(of, said)
        };
        let by_letter = || {
            let name = names[column].as_str();
            let (letter, said) = LETTERS.iter().find(|(letter, _)| name.ends_with(*letter))?;
            let base = name.strip_suffix(*letter)?;
            // Of females and nights there are figures.
            let ends = base.ends_with(|c: char| c.is_ascii_digit()) && !has_figures(body, column);
            own(places.get(base).copied().filter(|_| ends)?, *said)
        };
        // `2019 [note]` is headed as `2019` is, but for a mark.
        let by_itself = || {
            let of = places.get(names[column].as_str()).copied()?;
            own(of, Said::Mark).filter(|_| of < column && !has_figures(body, column))
        };
        found.extend(by_name().or_else(by_letter).or_else(by_itself));
    }
    let behind = behind_each(heading, body, periods);
    let taken: Vec<usize> = found.iter().map(|own| own.column).collect();
    found.extend(behind.into_iter().filter(|own| !taken.contains(&own.column)));
    found
}

/// A name without the word at one of its ends, and what that says; `None` where the word is all, or there is none.
fn without_word(pieces: &[String]) -> Option<(String, Said)> {
    if pieces.len() > 1 {
        let at = pieces.iter().position(|piece| word(piece).is_some())?;
        let said = word(&pieces[at])?;
        return Some((joined_without(pieces, at), said));
    }
    let name = pieces.first().filter(|name| name.len() <= LONGEST)?;
    // A word begins behind a sign, or behind a year, a month or a digit.
    let is_end = |c: char| {
        BETWEEN.contains(&c) || c.is_ascii_digit() || lexicon::ENDS_OF_PERIODS.contains(&c)
    };
    let starts = name.char_indices().map(|(at, _)| at).skip(1);
    let mut starts =
        starts.filter(|&at| name[..at].ends_with(is_end) || name[at..].starts_with(BETWEEN));
    starts.find_map(|at| {
        let (first, last) = (name[..at].trim_matches(BETWEEN), name[at..].trim_matches(BETWEEN));
        let of = |base: &str, said| (!base.is_empty()).then(|| (base.to_owned(), said));
        let leads = last.starts_with(|c: char| c.is_ascii_digit());
        let before = || of(last, word(first).filter(|_| leads)?);
        word(last).and_then(|said| of(first, said)).or_else(before)
    })
}

/// What a word says of the figure beside it.
fn word(text: &str) -> Option<Said> {
    let lower = text.trim_matches(BETWEEN).to_lowercase();
    if lexicon::MARK_NAMES.contains(&lower.as_str()) {
        return Some(Said::Mark);
    }
    (lexicon::hint(&lower) == Some((Hint::Unit, true))).then_some(Said::Unit)
}

/// The column of figures before one that is headed by the same period: `2020` stands over `value` and `status`.
fn over(heading: &Heading, periods: &[usize], column: usize) -> Option<usize> {
    let pieces = &heading.columns[column];
    let rest: Vec<&String> = pieces.iter().filter(|piece| word(piece).is_none()).collect();
    let is_same = |at: &&usize| {
        let own = &heading.columns[**at];
        !rest.is_empty() && own.len() > 1 && rest.iter().all(|piece| own.contains(piece))
    };
    periods.iter().rev().filter(|at| **at < column).find(is_same).copied()
}

/// Columns of one name, or of none, behind the columns of periods: several of them, and of those without a name as many as
/// half of the periods.
fn behind_each(heading: &Heading, body: &[Row<'_>], periods: &[usize]) -> Vec<Beside> {
    let mut by_name: BTreeMap<String, Vec<Beside>> = BTreeMap::new();
    for &of in periods {
        for column in of + 1..heading.columns.len() {
            let pieces = &heading.columns[column];
            let said = match pieces.as_slice() {
                [] => are_marks(body, column).then_some(Said::Mark),
                [name] => word(name),
                _ => None,
            };
            let Some(said) = said else { break };
            by_name.entry(joined(pieces)).or_default().push(Beside { column, of, said });
        }
    }
    let is_sound = |(name, found): &(String, Vec<Beside>)| {
        let says = |own: &Beside| {
            body.iter()
                .any(|row| row.cells.get(own.column).is_some_and(|cell| look(cell) != Look::Blank))
        };
        let is_named = !name.is_empty();
        found.len() > 1 && (is_named || found.len() * 2 >= periods.len() && found.iter().any(says))
    };
    by_name.into_iter().filter(is_sound).flat_map(|(_, found)| found).collect()
}

fn has_figures(body: &[Row<'_>], column: usize) -> bool {
    body.iter().filter_map(|row| row.cells.get(column)).any(|cell| look(cell) == Look::Figure)
}

/// Whether cells of a column say nothing, or a short word or sign.
fn are_marks(body: &[Row<'_>], column: usize) -> bool {
    let mut cells = body.iter().filter_map(|row| row.cells.get(column));
    cells.all(|cell| match look(cell) {
        Look::Blank | Look::Missing => true,
        Look::Text => text(cell).chars().count() <= SHORT,
        Look::Figure => false,
    })
}

/// The mark that a cell beside a figure says; nothing where there is none.
pub(super) fn mark(cell: &[u8]) -> Option<String> {
    let is_said = !matches!(figure::look(cell), Look::Blank | Look::Missing);
    // What is said of one figure is told apart by blanks.
    is_said.then(|| text(cell).replace(' ', "\u{a0}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_at_either_end_of_a_period_is_told() {
        for (name, expected) in [
            ("2019 Flag", Some(("2019", Said::Mark))),
            ("2019_flags", Some(("2019", Said::Mark))),
            ("2019 [note]", Some(("2019", Said::Mark))),
            ("2019年标记", Some(("2019年", Said::Mark))),
            ("GDP 2019 status", Some(("GDP 2019", Said::Mark))),
            ("Flag 2019", Some(("2019", Said::Mark))),
            ("2019 Unit", Some(("2019", Said::Unit))),
            ("Status", None),
            ("Jan flag", Some(("Jan", Said::Mark))),
            ("1月标记", Some(("1月", Said::Mark))),
            ("Flagship 2019", None),
            ("2019", None),
            ("Notes on 2019", None),
        ] {
            let found = without_word(&[name.to_owned()]);
            let found = found.as_ref().map(|(base, said)| (base.as_str(), *said));
            assert_eq!(found, expected, "{name}");
        }
        let pieces = ["2020".to_owned(), "Status".to_owned()];
        assert_eq!(without_word(&pieces), Some(("2020".to_owned(), Said::Mark)));
    }
}
