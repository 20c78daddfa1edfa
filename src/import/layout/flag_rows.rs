//! Rows of flags below the rows of figures that they are of, as INSEE writes its series: `Codes;;;A;A;P` below
//! `Unemployment;001688527;16/05/2024;7,4;7,2;7,1`.

use super::figure::{Look, look};
use super::names;
use crate::import::lexicon;
use crate::import::sample::{Row, Sample};

/// The fewest rows of flags.
const FEWEST: usize = 2;
/// Letters of a flag.
const LONGEST: usize = 3;
/// The flag of a figure of which there is nothing to say.
const NORMAL: &[u8] = b"A";

/// The same rows with each flag behind its figure; `None` where no rows are such. All rows of the file are needed: nearly
/// every row of figures is followed by one of flags.
pub(in crate::import) fn joined(rows: &[Row<'_>]) -> Option<Sample> {
    let is_flags: Vec<bool> = rows.iter().map(are_flags).collect();
    let flags = is_flags.iter().filter(|own| **own).count();
    let follows =
        |at: usize| at > 0 && is_flags[at] && !is_flags[at - 1] && has_figures(&rows[at - 1]);
    if flags < FEWEST || (0..rows.len()).filter(|&at| follows(at)).count() < flags {
        return None;
    }
    // Years above the first row with flags are names of columns.
    let first = is_flags.iter().position(|own| *own).map_or(0, |at| at.saturating_sub(1));
    let of_figures = rows[first..].iter().filter(|row| has_figures(row)).count();
    if flags * 10 < of_figures * 9 {
        return None;
    }
    let mut sample = Sample::default();
    for (at, row) in rows.iter().enumerate().filter(|&(at, _)| !is_flags[at]) {
        let below = rows.get(at + 1).filter(|_| is_flags.get(at + 1) == Some(&true));
        let cells: Vec<Vec<u8>> =
            (0..row.cells.len()).map(|cell| flagged(row, below, cell)).collect();
        sample.push_cells(row.line, cells.iter().map(Vec::as_slice));
    }
    Some(sample)
}

/// A cell with the flag below it behind it, in brackets.
fn flagged(row: &Row<'_>, below: Option<&Row<'_>>, at: usize) -> Vec<u8> {
    let own = row.cells[at];
    let flag =
        below.and_then(|below| below.cells.get(at)).map_or(&[][..], |cell| cell.trim_ascii());
    let is_said = !flag.is_empty() && flag != NORMAL && look(own) == Look::Figure;
    if is_said { [own, b" (", flag, b")"].concat() } else { own.to_vec() }
}

/// Whether a row is named after flags, and has nothing else: letters where others have figures.
fn are_flags(row: &Row<'_>) -> bool {
    let is_flag = |cell: &&[u8]| cell.len() <= LONGEST && cell.iter().all(u8::is_ascii_alphabetic);
    let behind = || row.cells.iter().skip(1).map(|cell| cell.trim_ascii());
    // Nearly all rows end here, before anything is made of their names.
    if !behind().all(|cell| is_flag(&cell)) || behind().all(<[u8]>::is_empty) {
        return false;
    }
    let name = row.cells.first().map(|cell| names::text(cell)).unwrap_or_default().to_lowercase();
    name == "codes" || lexicon::MARK_NAMES.contains(&name.as_str())
}

fn has_figures(row: &Row<'_>) -> bool {
    row.cells.iter().skip(1).any(|cell| look(cell) == Look::Figure)
}
