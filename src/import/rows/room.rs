//! Room for rows that are to come.

use super::Whole;

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
