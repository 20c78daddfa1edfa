//! Which byte separates the cells.

/// Bytes that separate cells, the most usual first.
const SEPARATORS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// Rows that are looked at.
const ROWS: usize = 200;

/// The separator under which the rows of the text are most alike in width; where none divides them, a comma.
pub(super) fn separator(head: &[u8], whole: bool) -> u8 {
    let score = |separator: u8| {
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
        let usual =
            widths.iter().copied().max_by_key(|w| widths.iter().filter(|x| *x == w).count());
        let usual = usual.filter(|&width| width > 1)?;
        let alike = widths.iter().filter(|&&width| width == usual).count();
        Some((alike * 10 / widths.len().max(1), usual))
    };
    let scored = SEPARATORS.into_iter().rev().filter_map(|s| Some((score(s)?, s)));
    scored.max_by_key(|&(score, _)| score).map_or(b',', |(_, separator)| separator)
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
