//! Room for rows that are to come.

use super::super::findings::Findings;
use super::super::options::COLUMNS;
use super::Rows;
use crate::base::problem::{Problem, ProblemKind};

/// What is known of the bytes of text that all rows together take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Whole {
    /// Nothing.
    Unknown,
    /// So many: they lie there as they are, and only have to be read.
    Sure(u64),
    /// About so many, if what is packed goes on as it began, or is what its archive claims.
    Guess(u64),
}

/// Rows to have room for after so many, where so many are expected: all of them where their bytes lie there, and else no
/// more than have been read again, whatever an archive claims.
pub(super) fn room_for(rows: usize, expected: usize, whole: Whole) -> usize {
    let most = match whole {
        Whole::Unknown => rows,
        Whole::Sure(_) => expected,
        Whole::Guess(_) => expected.min(rows.saturating_mul(2)),
    };
    most.max(rows)
}

/// Refuses a table of more columns than one may have.
///
/// # Errors
/// A problem with both numbers.
pub(in crate::import) fn too_wide(columns: usize, findings: &Findings) -> Result<(), Problem> {
    if columns <= COLUMNS {
        return Ok(());
    }
    let (found, most) = (columns.to_string(), COLUMNS.to_string());
    Err(findings.problem(ProblemKind::TooWide, None, None, found.as_bytes(), &most))
}

impl Rows {
    /// Makes room for the rows to come, as far as those that have come bear it out.
    #[cold]
    pub(super) fn make_room(&mut self) {
        let target = room_for(self.rows, self.expected_rows(self.rows), self.whole);
        let more = target.saturating_sub(self.rows);
        // What would not fit is refused before long.
        if more > 0 && self.estimate() <= self.memory {
            self.columns.iter_mut().for_each(|column| column.data.reserve(more));
        }
        // Where nothing is known, it may be by then.
        self.room = if more > 0 { target } else { self.rows.saturating_mul(2) };
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::*;
    use super::*;

    proptest! {
        #[test]
        fn room_is_made_for_what_has_been_read_or_lies_there(
            claimed in any::<u64>(),
            read in 1..u64::MAX,
            rows in 1..1_000_000_000_usize,
            is_sure in any::<bool>(),
        ) {
            let whole = if is_sure { Whole::Sure(claimed) } else { Whole::Guess(claimed) };
            let so_far = Rows { read, whole, ..Rows::new("t", &Options::default()) };
            let room = room_for(rows, so_far.expected_rows(rows), whole);
            prop_assert!(room >= rows);
            let most = if is_sure { usize::try_from(claimed).unwrap() } else { 2 * rows };
            prop_assert!(room <= most.max(rows), "{room}");
        }
    }
}
