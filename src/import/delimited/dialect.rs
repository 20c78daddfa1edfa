//! Which byte separates the cells.

/// Bytes that separate cells, the most usual first.
const SEPARATORS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// Rows that are looked at.
const ROWS: usize = 200;

/// Lines that a row may have at most, where under another separator each is a row.
const SWALLOWED: usize = 8;

/// The separator under which the rows of the text are most alike in width; where none divides them, a comma.
pub(super) fn separator(head: &[u8], whole: bool) -> u8 {
    told(head, whole).unwrap_or(b',')
}

/// Whether some separator divides the rows of a text.
pub(in crate::import) fn divides(head: &[u8], whole: bool) -> bool {
    told(head, whole).is_some()
}

fn told(head: &[u8], whole: bool) -> Option<u8> {
    let read: Vec<(Vec<usize>, u8)> =
        SEPARATORS.into_iter().rev().map(|s| (widths(head, whole, s), s)).collect();
    // Under a separator that stands within quotes, one of these may open and swallow what follows.
    let most = read.iter().map(|(widths, _)| widths.len()).max().unwrap_or_default();
    let sound = || read.iter().filter(|(widths, _)| widths.len() * SWALLOWED >= most);
    let scored = sound().filter_map(|(widths, s)| Some((score(widths)?, *s)));
    // Of several that divide alike it is the tab, which stands in no cell: `unit,geo<tab>2019<tab>2020`.
    let best = scored.max_by_key(|&(score, s)| (score, s == b'\t')).map(|(_, separator)| separator);
    // Of ragged rows, what divides most of them.
    let divided = |widths: &[usize]| widths.iter().filter(|&&width| width > 2).count();
    let ragged = || {
        let counted = sound().map(|(widths, s)| (divided(widths), widths.len(), *s));
        let most = counted.max_by_key(|&(divided, _, _)| divided);
        most.filter(|&(divided, rows, _)| divided > 2 && divided * 2 >= rows)
    };
    best.or_else(|| ragged().map(|(_, _, separator)| separator))
}

/// Whether some separator gives most rows the same number of cells.
pub(in crate::import) fn is_even(head: &[u8], whole: bool) -> bool {
    let mut scored = SEPARATORS.into_iter().filter_map(|s| score(&widths(head, whole, s)));
    scored.any(|(alike, _)| alike >= 5)
}

/// The number of cells of each row.
fn widths(head: &[u8], whole: bool, separator: u8) -> Vec<usize> {
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
    widths
}

/// Of ten rows, how many have the width that most have, and that width; `None` where
/// too few are divided.
fn score(widths: &[usize]) -> Option<(usize, usize)> {
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
            // What stands in quotes divides nothing, also where a quote seems to open behind it.
            (
                ",\"Employed ;  Persons ;\",\"Rate ;  Persons ;\"\nUnit,000,Percent\n2024,1,2\n2025,2,3\n2026,3,4\n2027,4,5\n2028,5,6\n2029,6,7\n2030,7,8\n",
                b',',
            ),
            // Titles, names with a separator at their end, and rows without.
            (
                "Table 1\nPeople: states, days;;;;\n;2020;2021;2022;\nA;1;2;3\nB;4;5;6\n____\nSource: Office, 2024\n",
                b';',
            ),
            ("unit,geo\t2019\nEUR,AT\t5\nEUR,BE\t6\n", b'\t'),
            ("only\none\n", b','),
            ("", b','),
        ] {
            assert_eq!(separator(text.as_bytes(), true), expected, "{text}");
        }
    }
}
