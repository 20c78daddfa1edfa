//! Whether rows behind a blank line begin another table of words alone.
//!
//! Figures below names tell a table by themselves; words below words may as well be more rows. So more is asked for: the names of
//! the table before once more, or a line above names that are ones by their words, by their number, or by what the line says.

use std::collections::BTreeSet;

use super::super::lexicon;
use super::super::sample::Row;
use super::figure::{Look, look};
use super::{names, words};

/// A longer cell is no name, and more lines are no title.
const LONGEST: usize = 30;
const TITLES: usize = 3;
/// Rows below the names that tell a table, and so many of the table before.
const ROWS: usize = 2;
/// Lines above the names of the table before.
const ABOVE: usize = 6;

/// Whether rows are those of a table of words alone, as far as they have come: lines, names, and as many rows as tell it.
pub(in crate::import) fn may_be(next: &[Row<'_>]) -> bool {
    let Some((_, head, rows)) = parted(next) else { return false };
    rows.len() == ROWS && is_head(head) && rows.iter().all(|row| is_below(head, row))
}

/// Whether rows that [`may_be`] such a table are one, where `before` are the first rows of the table before.
pub(in crate::import) fn begins(before: &[Row<'_>], next: &[Row<'_>]) -> bool {
    let told = parted(next).zip(parted(before));
    let Some(((titles, head, rows), (above, before, body))) = told else { return false };
    if body.len() < ROWS || above.len() > ABOVE || !is_head(before) {
        return false;
    }
    let (own, other) = (texts(head), texts(before));
    if own == other {
        return true;
    }
    // A word that stands in its column, before or below, is one of a row.
    let is_of_row = |at: &usize| {
        let cell = head.cells[*at].trim_ascii();
        let stands = |row: &&Row<'_>| row.cells.get(*at).is_some_and(|c| c.trim_ascii() == cell);
        body.iter().chain(&rows).any(stands)
    };
    let is_titled = (1..=TITLES).contains(&titles.len());
    if !is_titled || said(head).iter().any(is_of_row) {
        return false;
    }
    let known: BTreeSet<&String> = other.iter().collect();
    own.iter().any(|name| known.contains(name) || lexicon::hint(name).is_some())
        || (own.len() != other.len() && !above.is_empty())
        || titles.iter().any(|title| is_numbered(&title_text(title)))
}

/// Lines, the names below them, and the rows below these; nothing where there are no names.
fn parted<'r, 'a>(
    rows: &'r [Row<'a>],
) -> Option<(Vec<&'r Row<'a>>, &'r Row<'a>, Vec<&'r Row<'a>>)> {
    let rows: Vec<&Row<'_>> = rows.iter().filter(|row| !said(row).is_empty()).collect();
    let at = rows.iter().position(|row| said(row).len() > 1)?;
    let (titles, rest) = rows.split_at(at);
    let (head, body) = rest.split_first()?;
    let is_wide = |row: &&&Row<'_>| said(row).len() > 1;
    Some((titles.to_vec(), head, body.iter().filter(is_wide).copied().collect()))
}

/// Whether a row may name columns: words, each another and each short, without a gap.
fn is_head(row: &Row<'_>) -> bool {
    let (places, names) = (said(row), texts(row));
    let is_name = |at: &usize| look(row.cells[*at]) == Look::Text;
    let is_short = |text: &String| text.chars().count() <= LONGEST && !words::is_sentence(text);
    let is_whole = places.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    let distinct: BTreeSet<&String> = names.iter().collect();
    is_whole
        && places.iter().all(is_name)
        && names.iter().all(is_short)
        && distinct.len() == names.len()
        && !names.first().is_some_and(|first| words::is_note(first))
}

/// Whether a row stands below names: words alone, with nothing beside them.
fn is_below(head: &Row<'_>, row: &Row<'_>) -> bool {
    let places = said(head);
    let (Some(first), Some(last)) = (places.first(), places.last()) else { return false };
    let own = said(row);
    let is_word = |at: &usize| look(row.cells[*at]) != Look::Figure;
    own.first() == Some(first) && own.iter().all(|at| at <= last && is_word(at))
}

/// Whether a title says that it is that of one of several tables.
fn is_numbered(title: &str) -> bool {
    let lower = title.trim().to_lowercase();
    words::TABLE_WORDS.iter().any(|word| {
        let rest = lower.strip_prefix(word).map(str::trim_start);
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_numeric() || words::is_numeral(c)))
    })
}

fn title_text(row: &Row<'_>) -> String {
    said(row).first().map_or_else(String::new, |&at| names::text(row.cells[at]))
}

/// Columns in which a row says something.
fn said(row: &Row<'_>) -> Vec<usize> {
    (0..row.cells.len()).filter(|&at| look(row.cells[at]) != Look::Blank).collect()
}

fn texts(row: &Row<'_>) -> Vec<String> {
    said(row).into_iter().map(|at| names::text(row.cells[at])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &'static str) -> Vec<Row<'static>> {
        let cells = |line: &'static str| line.as_bytes().split(|b| *b == b',').collect();
        let line = |(at, line)| Row { line: at, cut: false, cells: cells(line) };
        text.lines().enumerate().map(line).collect()
    }

    const BEFORE: &str = "name,job\na,cook\nb,smith";

    #[test]
    fn names_once_more_or_below_a_title_begin_a_table() {
        for (before, next) in [
            (BEFORE, "name,job\nc,cook\nd,guard"),
            (BEFORE, "North\nname,job\nc,cook\nd,guard"),
            (BEFORE, "Places\nplace,keeper\nhall,a\nyard,b"),
            (BEFORE, "Table 2\nroom,use\nhall,dance\nyard,play"),
            (
                "People\nname,job\na,cook\nb,smith",
                "Rooms\nroom,use,colour\nhall,dance,red\nyard,play,grey",
            ),
            ("表1 干部\n姓名,职务\n甲,主任\n乙,会计", "表二 村组\n村组,驻点\n东组,甲\n西组,乙"),
        ] {
            let next = rows(next);
            assert!(may_be(&next) && begins(&rows(before), &next), "{next:?}");
        }
    }

    #[test]
    fn more_rows_groups_and_notes_do_not() {
        for (before, next) in [
            // More rows, also below the name of their group.
            (BEFORE, "c,cook\nd,guard\ne,nurse"),
            (BEFORE, "Group B\nc,baker\nd,guard\ne,nurse"),
            (BEFORE, "Group B\nc,cook\nd,guard\ne,nurse"),
            ("People\nname,job\na,cook\nb,smith", "Group B\nc,baker\nd,guard\ne,nurse"),
            // A word of the row stands in its column.
            (BEFORE, "Table 2\nc,smith\nd,guard\ne,nurse"),
            // Names of fewer rows than tell a table, or of none.
            ("name,job\na,cook", "name,job\nc,cook\nd,guard"),
            // Notes, and sentences.
            (BEFORE, "Note: x, y\nSee the report.,It has more of this.\nc,d"),
        ] {
            let next = rows(next);
            assert!(!begins(&rows(before), &next) || !may_be(&next), "{next:?}");
        }
        assert!(!may_be(&rows("name,n\nx,1\ny,2")));
        assert!(!may_be(&rows("name,job\nx,cook")));
    }
}
