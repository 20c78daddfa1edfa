//! Random tables written in random ways come back cell by cell; random bytes never panic a reader.

use encoding_rs::{Encoding, GB18030, UTF_8};
use minsheng_explorer::column::Role;
use minsheng_explorer::import::{Arrangement, ColumnPlan, Header, Kind, Options, Plan};
use proptest::prelude::*;

use super::{cells, open};

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-c]{0,3}",
        "[ -~]{0,12}",
        "[,;\t|\"\r\n'a]{0,6}",
        "[民生数图教育健康]{0,12}",
        "-?[0-9]{1,6}\\.[0-9]{1,3}",
    ]
    // What makes a spreadsheet take digits for text is no part of a cell.
    .prop_filter("forced text", |cell| !cell.starts_with(['=', '\t']))
}

fn text_plan(width: usize) -> Plan {
    let column = |at: usize| {
        let key = format!("c{at}");
        ColumnPlan::new(&key, &key, Kind::Category, Role::Category)
    };
    let wanted = Arrangement { keep_notes: true, long: true, ..Arrangement::default() };
    Plan { columns: (0..width).map(column).collect(), wanted, ..Plan::default() }
}

/// How a table is written.
#[derive(Clone, Debug)]
struct Way {
    separator: char,
    end: &'static str,
    last_end: bool,
    /// 0: UTF-8, 1: with its mark, 2: GB18030, 3 and 4: UTF-16 with its mark.
    encoding: u8,
    chunk: usize,
}

fn way() -> impl Strategy<Value = Way> {
    let separators = prop_oneof![Just(','), Just('\t'), Just(';'), Just('|')];
    let ends = prop_oneof![Just("\n"), Just("\r\n"), Just("\r")];
    (separators, ends, any::<bool>(), 0..5_u8, 1..300_usize).prop_map(
        |(separator, end, last_end, encoding, chunk)| Way {
            separator,
            end,
            last_end,
            encoding,
            chunk,
        },
    )
}

fn encode(text: &str, encoding: u8) -> Vec<u8> {
    let wide = |order: fn(u16) -> [u8; 2]| {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(order).collect()
    };
    match encoding {
        0 => text.as_bytes().to_vec(),
        1 => format!("\u{feff}{text}").into_bytes(),
        2 => GB18030.encode(text).0.into_owned(),
        3 => wide(u16::to_le_bytes),
        _ => wide(u16::to_be_bytes),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_table_written_in_any_way_reads_back(
        (rows, quoted) in (1..6_usize).prop_flat_map(|width| {
            let rows = prop::collection::vec(prop::collection::vec(cell(), width), 1..12);
            (rows, prop::collection::vec(any::<bool>(), 72))
        }),
        way in way(),
    ) {
        let width = rows[0].len();
        let header: Vec<String> = (0..width).map(|at| format!("c{at}")).collect();
        let mut quote = quoted.iter().copied().cycle();
        let mut write = |cell: &String| {
            let special = cell.contains(['"', '\r', '\n', way.separator]);
            // A row of one empty cell would be a blank line.
            let alone = width == 1 && cell.is_empty();
            if quote.next().unwrap_or(true) || special || alone {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.clone()
            }
        };
        let separator = way.separator.to_string();
        let mut lines: Vec<String> = vec![header.join(&separator)];
        lines.extend(rows.iter().map(|row| row.iter().map(&mut write).collect::<Vec<_>>().join(&separator)));
        let mut text = lines.join(way.end);
        if way.last_end {
            text.push_str(way.end);
        }
        let label = match way.encoding { 2 => Some(GB18030), 0 | 1 => Some(UTF_8), _ => None };
        let options = Options {
            separator: u8::try_from(way.separator).ok(),
            encoding: label.map(|label: &Encoding| label.name().to_owned()),
            header: Header::Present,
            plan: Some(text_plan(width)),
            ..Options::default()
        };
        // The mark must lie in the first chunk.
        let chunk = way.chunk.max(4);
        let read = open("t", &encode(&text, way.encoding), chunk, &options).unwrap();
        prop_assert_eq!(read.findings.count(), 0, "{:?}", read.findings);
        // A row that says nothing is none, where there is more than one column.
        let mut rows = rows;
        rows.retain(|row| row.len() == 1 || row.iter().any(|cell| !cell.is_empty()));
        prop_assert_eq!(cells(&read.table), rows);
    }

    #[test]
    fn rows_are_those_that_the_csv_library_reads(text in "[ab,\"\r\n]{0,40}", chunk in 1..50_usize) {
        let whole = format!("x,y\n{text}");
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(whole.as_bytes());
        let rows: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect();
        let options = Options {
            separator: Some(b','),
            header: Header::Present,
            plan: Some(text_plan(2)),
            ..Options::default()
        };
        let read = open("t", whole.as_bytes(), chunk, &options).unwrap();
        let open_quote = read.findings.kept().iter().any(|p| p.expected == "\"");
        let mut found = cells(&read.table);
        let mut expected: Vec<Vec<String>> = rows;
        if open_quote {
            // The cell that is never closed is left out here and kept there.
            found.pop();
            expected.pop();
        }
        expected.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        expected.iter_mut().for_each(|row| row.resize(2, String::new()));
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn random_bytes_are_a_table_or_a_problem(
        bytes in prop::collection::vec(any::<u8>(), 0..600),
        start in 0..12_usize,
        chunk in 1..300_usize,
    ) {
        let starts: [&[u8]; 12] = [
            b"", b"[{", b"{\"a\":[", b"\x1f\x8b\x08\x00", b"\x28\xb5\x2f\xfd", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"\xff\xfe", b"\xef\xbb\xbf", b"a,b\n\"", b"PAR1", b"a,2021\n",
        ];
        let bytes = [starts[start], &bytes].concat();
        let options = Options { memory: 50_000_000, cell: 200, ..Options::default() };
        let _ = open("t", &bytes, chunk, &options);
    }

    #[test]
    fn files_with_a_few_wrong_bytes_are_a_table_or_a_problem(
        file in 0..20_usize,
        changes in prop::collection::vec((any::<u16>(), any::<u8>()), 1..6),
    ) {
        let folder = crate::packages::root().join("tests/fixtures/formats");
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        files.retain(|path| path.is_file());
        files.sort();
        let mut bytes = std::fs::read(&files[file % files.len()]).unwrap();
        let length = bytes.len();
        for (at, byte) in changes {
            bytes[usize::from(at) % length] = byte;
        }
        let options = Options { memory: 50_000_000, ..Options::default() };
        let _ = open("t", &bytes, 4096, &options);
    }
}
