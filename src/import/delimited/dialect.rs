//! Which byte separates the cells.

/// Bytes that separate cells, the most usual first.
const SEPARATORS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// Rows that are looked at.
const ROWS: usize = 200;

/// The separator under which the rows of the text are most alike in width; where none divides them, a comma.
pub(super) fn separator(head: &[u8], whole: bool) -> u8 {
    let scored = SEPARATORS.into_iter().rev().filter_map(|s| Some((score(head, whole, s)?, s)));
    scored.max_by_key(|&(score, _)| score).map_or(b',', |(_, separator)| separator)
}

/// Whether some separator gives most rows the same number of cells.
pub(in crate::import) fn is_even(head: &[u8], whole: bool) -> bool {
    SEPARATORS.into_iter().filter_map(|s| score(head, whole, s)).any(|(alike, _)| alike >= 5)
}

/// Of ten rows, how many have the width that most have, and that width; `None` where
/// too few are divided.
fn score(head: &[u8], whole: bool, separator: u8) -> Option<(usize, usize)> {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(head);
    let mut widths: Vec<usize> =
        reader.byte_records().take(ROWS).flatten().map(|record| record.len()).collect();
    // The last row may be cut.
    if !whole && widths.len() > 1 {
        widths.pop();
    }
    // Titles and notes around a small table may be as many lines as it has rows.
    let alike = |width: &usize| widths.iter().filter(|other| *other == width).count();
    let usual = widths.iter().copied().filter(|&width| width > 1).max_by_key(alike)?;
    let tenths = alike(&usual) * 10 / widths.len();
    (tenths >= 4).then_some((tenths, usual))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_found() {
        for (text, expected) in [
            ("a,b\n1,2\n", b','),
            ("a\tb\n1,5\t2\n", b'\t'),
            ("a;b;c\n1,5;2,5;3\n", b';'),
            ("a|b\n1|2", b'|'),
            ("\"a;b\",c\n\"1;2\",3\n", b','),
            ("only\none\n", b','),
            ("", b','),
        ] {
            assert_eq!(separator(text.as_bytes(), true), expected, "{text}");
        }
    }
}
