//! A table of text → CSV that spreadsheets open as it is meant: RFC 4180, UTF-8, no cell taken for a formula.

use csv::{Terminator, WriterBuilder};

use crate::base::text_table::TextTable;

/// Tells spreadsheets that the file is UTF-8; without it Chinese opens as gibberish in Excel.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// The table as CSV with a header row. A cell that a spreadsheet would run as a formula gets a leading apostrophe;
/// plain numbers, negative ones too, stay numbers.
///
/// ```
/// use minsheng_explorer::base::text_table::{TextRow, TextTable};
/// use minsheng_explorer::export::write_csv;
///
/// let row = TextRow { line: 2, cells: vec!["-3.5".into(), "=1+1".into()] };
/// let table = TextTable {
///     name: "t".into(),
///     columns: vec!["change".into(), "note".into()],
///     rows: vec![row],
/// };
/// assert_eq!(write_csv(&table), "\u{feff}change,note\r\n-3.5,'=1+1\r\n".as_bytes());
/// ```
#[must_use]
pub fn write_csv(table: &TextTable) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        // A ragged row is written as it is rather than lost.
        .flexible(true)
        .from_writer(BOM.to_vec());
    let records = std::iter::once(&table.columns).chain(table.rows.iter().map(|row| &row.cells));
    for record in records {
        // Memory takes every record, and a flexible writer every length.
        let _ = writer.write_record(record.iter().map(|cell| harmless(cell)));
    }
    writer.into_inner().unwrap_or_default()
}

/// The cell such that no spreadsheet runs it; the full-width signs count, as some take them for the plain ones.
fn harmless(cell: &str) -> String {
    const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if cell.starts_with(SIGNS) && !is_number(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// Digits with at most one point between them, after at most one minus.
fn is_number(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let plain = cell.strip_prefix('-').unwrap_or(cell);
    plain.split_once('.').map_or_else(|| digits(plain), |(w, f)| digits(w) && digits(f))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text_table::TextRow;
    use crate::import::read_csv;

    fn table(rows: &[&[&str]]) -> TextTable {
        let cells = |row: &&[&str]| row.iter().map(|&c| c.to_owned()).collect::<Vec<_>>();
        let row = |(at, row)| TextRow { line: at + 2, cells: cells(row) };
        TextTable {
            name: "t".into(),
            columns: vec!["a".into(), "b".into()],
            rows: rows.iter().enumerate().map(row).collect(),
        }
    }

    fn text(rows: &[&[&str]]) -> String {
        String::from_utf8(write_csv(&table(rows))).unwrap()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let rows: &[&[&str]] = &[&["近17亿元", "a, \"b\""], &["", "两行\n文字"], &["-0.5", ""]];
        let (back, problems) = read_csv("t", &text(rows));
        assert!(problems.is_empty(), "{problems:?}");
        let cells = |t: &TextTable| t.rows.iter().map(|r| r.cells.clone()).collect::<Vec<_>>();
        assert_eq!(cells(&back), cells(&table(rows)));
    }

    #[test]
    fn bom_crlf_and_quotes() {
        assert_eq!(text(&[&["x\"y", "1,5"]]), "\u{feff}a,b\r\n\"x\"\"y\",\"1,5\"\r\n");
        assert_eq!(text(&[]), "\u{feff}a,b\r\n");
    }

    #[test]
    fn formulas_are_defused_and_numbers_are_not() {
        for (cell, written) in [
            ("=SUM(A1)", "'=SUM(A1)"),
            ("+1", "'+1"),
            ("-1+2", "'-1+2"),
            ("-", "'-"),
            ("-.5", "'-.5"),
            ("-1.", "'-1."),
            ("@cmd", "'@cmd"),
            ("\tx", "'\tx"),
            ("＝1", "'＝1"),
            ("-2178", "-2178"),
            ("-2178.50", "-2178.50"),
            ("17", "17"),
            ("\u{2212}17", "\u{2212}17"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell), written);
        }
    }
}
