//! CSV text (RFC 4180, UTF-8 with or without BOM) → a table of text cells.

use ::csv::StringRecord;

use crate::base::direction::straight;
use crate::base::problem::{Location, Problem, ProblemKind};
use crate::base::text_table::{TextRow, TextTable};

/// What every table file is to be.
const FORM: &str = "CSV (RFC 4180)";

/// Reads a CSV text whose first row is the header. A ragged row is padded or cut to the header's width, kept,
/// and reported; a row that cannot be read at all is reported and left out. What would turn the direction of the words around
/// it is shown instead, wherever the cell is told.
#[must_use]
pub fn read_csv(name: &str, text: &str) -> (TextTable, Vec<Problem>) {
    let text = &*straight(text.strip_prefix('\u{feff}').unwrap_or(text));
    let mut reader =
        ::csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut table = TextTable { name: name.to_owned(), ..TextTable::default() };
    let mut problems = Vec::new();
    let mut report = |kind, row, found: String, expected: String| {
        let at = Location { table: name.to_owned(), row, column: None };
        problems.push(Problem { kind, at, found, expected });
    };
    let mut lines = Lines::new(text);
    let mut quotes = broken_quotes(text).into_iter().peekable();
    let records: Vec<_> = reader.records().collect();
    let start = |record: Option<&Result<StringRecord, ::csv::Error>>| {
        let record = record.and_then(|r| r.as_ref().ok())?;
        record.position().and_then(|p| usize::try_from(p.byte()).ok())
    };
    for (index, record) in records.iter().enumerate() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map(|p| lines.at(p.byte()));
                report(ProblemKind::Unreadable, line, String::new(), FORM.into());
                continue;
            }
        };
        let line = record.position().map(|p| lines.at(p.byte()));
        let end = start(records.get(index + 1)).unwrap_or(text.len());
        if let Some(quote) = quotes.next_if(|&at| at < end) {
            let found = text[quote..].lines().next().unwrap_or_default();
            report(ProblemKind::Unreadable, line, found.to_owned(), FORM.into());
            while quotes.next_if(|&at| at < end).is_some() {}
            if index == 0 {
                return (table, problems);
            }
            continue;
        }
        let mut cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if index == 0 {
            table.columns = cells.into_iter().map(|c| c.trim().to_owned()).collect();
            continue;
        }
        let width = table.columns.len();
        if cells.len() != width {
            report(ProblemKind::RaggedRow, line, cells.len().to_string(), width.to_string());
            cells.resize(width, String::new());
        }
        table.rows.push(TextRow { line: line.unwrap_or(index + 1), cells });
    }
    if table.columns.is_empty() {
        report(ProblemKind::Unreadable, None, String::new(), FORM.into());
    }
    (table, problems)
}

/// Where in the text the quoted cells begin that never end, or end before something that is no separator: rows after
/// such a quote would vanish into the cell.
fn broken_quotes(text: &str) -> Vec<usize> {
    enum In {
        Start,
        Bare,
        Quoted(usize),
        Closed(usize),
    }
    let mut broken = Vec::new();
    let mut at = In::Start;
    for (offset, byte) in text.bytes().enumerate() {
        at = match (at, byte) {
            (In::Start, b'"') => In::Quoted(offset),
            (In::Quoted(open), b'"') => In::Closed(open),
            (In::Quoted(open), _) | (In::Closed(open), b'"') => In::Quoted(open),
            (In::Start | In::Bare | In::Closed(_), b',' | b'\r' | b'\n') => In::Start,
            (In::Start | In::Bare, _) => In::Bare,
            (In::Closed(open), _) => {
                broken.push(open);
                In::Bare
            }
        };
    }
    if let In::Quoted(open) = at {
        broken.push(open);
    }
    broken
}

/// Line numbers of ascending byte offsets. The reader's own count is one short after CRLF.
struct Lines<'a> {
    rest: &'a [u8],
    offset: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self { rest: text.as_bytes(), offset: 0, line: 1 }
    }

    /// The line on which the record that starts at this offset has its first cell. The reader has a record begin
    /// where the one before ended, so blank lines and the LF of a CRLF are passed over first.
    fn at(&mut self, byte: u64) -> usize {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        let ahead = byte.saturating_sub(self.offset).min(self.rest.len());
        let is_end = |b: &&u8| matches!(b, b'\r' | b'\n');
        let blank = self.rest[ahead..].iter().take_while(is_end).count();
        let (passed, rest) = self.rest.split_at(ahead + blank);
        let ends = passed.iter().filter(is_end).count();
        let pairs = passed.windows(2).filter(|pair| pair == b"\r\n").count();
        self.line += ends - pairs;
        self.offset += passed.len();
        self.rest = rest;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_bom_crlf_and_lines() {
        let text = "\u{feff}id,name\r\na,\"x, \"\"y\"\"\r\nz\"\r\nb,c\r\n";
        let (table, problems) = read_csv("t", text);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(table.columns, ["id", "name"]);
        assert_eq!(table.rows[0].cells, ["a", "x, \"y\"\r\nz"]);
        assert_eq!(table.rows[1].line, 4);
    }

    #[test]
    fn lines_are_those_an_editor_shows() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "1,2", "", "", "\"3", "\",4", "5,6", "", ",8", ""].join(end);
            let (table, problems) = read_csv("t", &text);
            assert!(problems.is_empty(), "{problems:?}");
            let lines: Vec<usize> = table.rows.iter().map(|r| r.line).collect();
            assert_eq!(lines, [2, 5, 7, 9], "{end:?}");
        }
    }

    #[test]
    fn ragged_rows_are_kept_and_reported() {
        let (table, problems) = read_csv("t", "a,b\n1\n1,2,3\n");
        assert_eq!(table.rows.len(), 2);
        assert_eq!(table.rows[0].cells, ["1", ""]);
        assert_eq!(problems.len(), 2);
        assert_eq!(problems[1].kind, ProblemKind::RaggedRow);
        assert_eq!(problems[1].at.row, Some(3));
    }

    #[test]
    fn a_quote_that_swallows_rows_is_reported() {
        for (text, line, found, kept) in [
            ("a,b\n1,x\n2,\"y\n3,z\n", 3, "\"y", 1),
            ("a,b\n1,\"x\n2,\"y\"\n3,z\n", 2, "\"x", 1),
            ("a,b\n1,\"x\"y\n2,z\n", 2, "\"x\"y", 1),
        ] {
            let (table, problems) = read_csv("t", text);
            assert_eq!(problems.len(), 1, "{problems:?}");
            assert_eq!(problems[0].kind, ProblemKind::Unreadable);
            assert_eq!((problems[0].at.row, problems[0].found.as_str()), (Some(line), found));
            assert_eq!(table.rows.len(), kept);
        }
        assert!(read_csv("t", "a,b\n1,5\" pipe\n\"\",\"\"\"\"\n").1.is_empty());
    }

    #[test]
    fn an_empty_text_is_a_problem() {
        assert_eq!(read_csv("t", "").1[0].kind, ProblemKind::Unreadable);
    }
}
