//! A table of values → CSV (RFC 4180, UTF-8), for spreadsheets or for programs.

use csv::{Terminator, WriterBuilder};

use crate::base::value_table::{Value, ValueTable};

/// Tells spreadsheets that the file is UTF-8; without it Chinese opens as gibberish in Excel.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// Who is to read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A spreadsheet: names as readers know them, a mark of the encoding, and an apostrophe before what would run as a
    /// formula. Plain numbers, negative ones too, stay numbers.
    Spreadsheet,
    /// A program: keys as names, every cell exactly as it is.
    Program,
}

/// The table as CSV with a header row.
///
/// ```
/// use minsheng_explorer::base::value_table::{Value, ValueTable};
/// use minsheng_explorer::export::{Reader, write_csv};
///
/// let mut table = ValueTable::new("t", &[("change", "增减"), ("note", "说明")]);
/// table.rows.push(vec![Value::Number((-35).into()), Value::text("=1+1")]);
/// let text = "\u{feff}增减,说明\r\n-35,'=1+1\r\n";
/// assert_eq!(write_csv(&table, Reader::Spreadsheet), text.as_bytes());
/// assert_eq!(write_csv(&table, Reader::Program), b"change,note\r\n-35,=1+1\r\n");
/// ```
#[must_use]
pub fn write_csv(table: &ValueTable, reader: Reader) -> Vec<u8> {
    let for_spreadsheet = reader == Reader::Spreadsheet;
    let start = if for_spreadsheet { BOM.to_vec() } else { Vec::new() };
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        // A ragged row is written as it is rather than lost.
        .flexible(true)
        .from_writer(start);
    let name = |c: &crate::base::value_table::ValueColumn| {
        if for_spreadsheet { harmless(&c.name) } else { c.key.clone() }
    };
    let cell = |value: &Value| match value {
        Value::Text(text) if for_spreadsheet => harmless(text),
        other => other.to_string(),
    };
    // Memory takes every record, and a flexible writer every length.
    let _ = writer.write_record(table.columns.iter().map(name));
    for row in &table.rows {
        let _ = writer.write_record(row.iter().map(cell));
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
    use crate::import::read_csv;

    fn table(rows: &[&[&str]]) -> ValueTable {
        let mut table = ValueTable::new("t", &[("a", "甲"), ("b", "乙")]);
        table.rows = rows.iter().map(|row| row.iter().map(|&c| Value::text(c)).collect()).collect();
        table
    }

    fn text(rows: &[&[&str]]) -> String {
        String::from_utf8(write_csv(&table(rows), Reader::Spreadsheet)).unwrap()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let rows: &[&[&str]] =
            &[&["近17亿元", "a, \"b\""], &["", "两行\n文字"], &["-0.5", ""], &["=1", "+"]];
        let written = write_csv(&table(rows), Reader::Program);
        let (back, problems) = read_csv("t", std::str::from_utf8(&written).unwrap());
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(back.columns, ["a", "b"]);
        let cells: Vec<_> = back.rows.iter().map(|r| r.cells.clone()).collect();
        assert_eq!(cells, rows);
    }

    #[test]
    fn bom_crlf_and_quotes() {
        assert_eq!(text(&[&["x\"y", "1,5"]]), "\u{feff}甲,乙\r\n\"x\"\"y\",\"1,5\"\r\n");
        assert_eq!(text(&[]), "\u{feff}甲,乙\r\n");
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
