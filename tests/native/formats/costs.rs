//! No cell, no name and no range costs more than what is in it: counted in bytes and requests, never in time.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::base::problem::{Problem, ProblemKind};
use minsheng_explorer::column::Data;
use minsheng_explorer::import::{Header, Imported, Options};
use minsheng_explorer::words::refusal;

use super::{cells, open, stored};
use crate::allocation::{Cost, cost};
use crate::packages::root;

const MB: usize = 1_000_000;

fn read(name: &str, bytes: &[u8], memory: usize) -> (Result<Imported, Problem>, Cost) {
    let options = Options { size: Some(bytes.len() as u64), memory, ..Options::default() };
    cost(|| open(name, bytes, 1 << 20, &options))
}

/// A table of so many columns of the same name, and a row.
fn namesakes(columns: usize) -> String {
    let line = |cell: &str| vec![cell; columns].join(",");
    format!("{}\n{}\n", line("x"), line("1"))
}

#[test]
fn equal_names_cost_a_few_steps_each() {
    let options = Options { header: Header::Present, ..Options::default() };
    let [half, whole] = [8_000, 16_000].map(|columns| {
        let text = namesakes(columns);
        let (read, cost) = cost(|| open("t", text.as_bytes(), 1 << 20, &options).unwrap());
        assert_eq!(read.table.columns.len(), columns);
        assert_eq!(read.table.columns[columns - 1].key, format!("x ({columns})"));
        assert_eq!(read.findings.count_of(ProblemKind::DuplicateHeader), columns - 1);
        assert!(cost.peak < columns * 4_000, "{} bytes for {columns} columns", cost.peak);
        cost.requests
    });
    assert!(whole < half * 5 / 2, "{half} requests for half of the names, {whole} for all");
}

#[test]
fn four_thousand_columns_of_one_name_are_numbered_and_told_in_one_finding() {
    let bytes = std::fs::read(root().join("tests/fixtures/cases/equal-names.csv")).unwrap();
    let (read, cost) = read("equal-names.csv", &bytes, 1 << 30);
    let read = read.unwrap();
    let time = read.table.time().expect("a time column");
    assert_eq!((read.table.len, time.spans().len()), (2, 2), "2023 and 2024");
    assert_eq!(read.table.measures().count(), 4_000);
    let last = read.table.measures().last().map(|(column, _)| column.key.clone());
    assert_eq!(last.as_deref(), Some("值 (4000)"));
    // Only the first are listed, the rest are one number.
    assert_eq!(read.findings.count_of(ProblemKind::DuplicateHeader), 3_999);
    let kept = read.findings.kept().len();
    assert!(kept <= 20 && read.findings.more().len() == 1, "{kept} listed");
    assert!(cost.requests < 4_000 * 300, "{} requests", cost.requests);
}

#[test]
fn names_that_look_like_numbered_ones_cost_a_few_steps_each() {
    let options = Options { header: Header::Present, ..Options::default() };
    let kinds: [fn(usize) -> String; 3] = [
        // The numbers that the first namesake would try are taken before it comes.
        |n| if n % 2 == 0 { format!("x ({})", n / 2 + 2) } else { "x".to_owned() },
        |n| format!("x{}", " (2)".repeat(n % 40)),
        |n| format!("x{}", " (2)".repeat(40 - n % 40)),
    ];
    for (kind, name) in kinds.into_iter().enumerate() {
        let [half, whole] = [4_000, 8_000].map(|columns| {
            let names: Vec<String> = (0..columns).map(name).collect();
            let text = format!("{}\n{}\n", names.join(","), vec!["1"; columns].join(","));
            let (read, cost) = cost(|| open("t", text.as_bytes(), 1 << 20, &options).unwrap());
            assert_eq!(read.table.columns.len(), columns);
            cost.requests
        });
        assert!(whole < half * 5 / 2, "kind {kind}: {half} requests for half, {whole} for all");
    }
}

#[test]
fn names_that_only_json_gives_cost_a_few_steps_each() {
    let row = |from: usize| {
        let members = (from..from + 4_000).map(|n| format!("\"n{n}\":1")).collect::<Vec<_>>();
        format!("{{{}}}\n", members.join(","))
    };
    let text = row(0).repeat(300) + &row(4_000).repeat(2);
    let (read, cost) = read("t.ndjson", text.as_bytes(), 64 * MB);
    let read = read.unwrap();
    assert_eq!((read.table.columns.len(), read.table.len), (8_000, 302));
    assert!(cost.requests < 302 * 4_000 * 5, "{} requests", cost.requests);
}

#[test]
fn more_columns_than_a_sheet_has_are_refused_with_their_number() {
    let members: Vec<String> = (0..20_000).map(|n| format!("\"n{n}\":1")).collect();
    let object = format!("[{{{}}}]", members.join(","));
    for (text, found) in [(namesakes(100_000), "100000"), (object, "20000")] {
        let (read, cost) = read("t", text.as_bytes(), 2 << 30);
        let problem = read.unwrap_err();
        assert_eq!((problem.kind, &*problem.found), (ProblemKind::TooWide, found));
        assert!(cost.peak < 32 * MB, "{}", cost.peak);
        assert_eq!(
            refusal(&problem, Lang::En),
            format!(
                "there are too many columns, at least {found}, and at most 16384 are read; leave out those you do not \
                 need and open it again"
            )
        );
        assert_eq!(
            refusal(&problem, Lang::Zh),
            format!("列太多，至少有{found}列，这里最多读16384列，请删去用不到的列再打开")
        );
    }
}

/// A workbook of one sheet with cells of text at these places.
fn xlsx(cells: &[(u32, &str, &str)]) -> Vec<u8> {
    let cell = |(row, column, text): &(u32, &str, &str)| {
        format!(
            "<row r=\"{row}\"><c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>"
        )
    };
    let sheet: String = cells.iter().map(cell).collect();
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    stored(&[
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>"),
        ),
    ])
}

#[test]
fn a_stray_cell_in_the_last_corner_costs_a_row_and_a_column() {
    let bytes = xlsx(&[
        (1, "A", "place"),
        (1, "B", "value"),
        (2, "A", "north"),
        (2, "B", "1"),
        (3, "A", "south"),
        (3, "B", "2"),
        (1_048_576, "XFD", "stray"),
    ]);
    let (read, cost) = read("stray.xlsx", &bytes, 2 << 30);
    let read = read.unwrap();
    assert_eq!(cells(&read.table), [["north", "1", ""], ["south", "2", ""], ["", "", "stray"]]);
    assert!(cost.peak < MB, "{}", cost.peak);
}

#[test]
fn rows_and_columns_without_a_cell_are_left_out_and_lines_keep_their_numbers() {
    let bytes = xlsx(&[(5, "C", "n"), (5, "F", "m"), (9, "C", "1"), (9, "F", "x")]);
    let (read, _) = read("gaps.xlsx", &bytes, 2 << 30);
    let read = read.unwrap();
    let keys: Vec<_> = read.table.columns.iter().map(|column| column.key.as_str()).collect();
    assert_eq!(
        (keys.as_slice(), cells(&read.table)),
        (&["n", "m"][..], vec![vec!["1".into(), "x".into()]])
    );
}

#[test]
fn cells_that_share_neither_row_nor_column_are_refused_with_the_memory_they_would_take() {
    let letters = |mut at: u32| {
        let mut name = Vec::new();
        while at > 0 {
            name.insert(0, char::from(b'A' + u8::try_from((at - 1) % 26).unwrap()));
            at = (at - 1) / 26;
        }
        name.into_iter().collect::<String>()
    };
    let names: Vec<String> = (1..=12_000).map(letters).collect();
    let places: Vec<_> =
        names.iter().zip(1..).map(|(name, row)| (row, name.as_str(), "x")).collect();
    let bytes = xlsx(&places);
    let (read, cost) = read("diagonal.xlsx", &bytes, 64 * MB);
    let problem = read.unwrap_err();
    assert_eq!((problem.kind, &*problem.found), (ProblemKind::TooLarge, "144 MB"));
    assert!(cost.peak < 16 * MB, "{}", cost.peak);
}

#[test]
fn an_ods_that_repeats_a_cell_over_the_whole_sheet_is_refused_before_it_is_unfolded() {
    let content = |rows: u32, columns: u32| {
        format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"s\">\
             <table:table-row table:number-rows-repeated=\"{rows}\">\
             <table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"{columns}\"><text:p>x</text:p></table:table-cell>\
             </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
        )
    };
    let file = |text: String| {
        let kind = "application/vnd.oasis.opendocument.spreadsheet";
        let parts = "<manifest:manifest/>";
        stored(&[
            ("mimetype", kind.to_owned()),
            ("META-INF/manifest.xml", parts.to_owned()),
            ("content.xml", text),
        ])
    };
    let (few, _) = read("few.ods", &file(content(3, 4)), 64 * MB);
    assert_eq!(cells(&few.unwrap().table), vec![vec!["x"; 4]; 2]);
    for (rows, columns) in [(1_048_576, 16_384), (4_000_000_000, 1_000), (200_000, 20)] {
        let (read, cost) = read("many.ods", &file(content(rows, columns)), 64 * MB);
        assert_eq!(read.unwrap_err().kind, ProblemKind::TooLarge, "{rows} x {columns}");
        assert!(cost.peak < MB, "{}", cost.peak);
    }
}

fn xls() -> Vec<u8> {
    std::fs::read(root().join("tests/fixtures/formats/libreoffice.xls")).unwrap()
}

/// Places of the records of a cell that holds a shared text: row and column stand four bytes on.
fn text_cells(bytes: &[u8]) -> Vec<usize> {
    let is_record = |at: &usize| bytes[*at..].starts_with(&[0xfd, 0, 10, 0]) && bytes[at + 5] == 0;
    (0..bytes.len() - 14).filter(is_record).collect()
}

#[test]
fn a_damaged_place_in_an_xls_costs_what_the_sheet_may_have_or_is_refused() {
    let at = *text_cells(&xls()).last().unwrap();
    let moved = |row: u16, column: u16| {
        let mut bytes = xls();
        bytes[at + 4..at + 6].copy_from_slice(&row.to_le_bytes());
        bytes[at + 6..at + 8].copy_from_slice(&column.to_le_bytes());
        bytes
    };
    for (row, column, memory, kind) in [
        (u16::MAX, u16::MAX, 2 << 30, ProblemKind::DamagedFile),
        (3, 256, 2 << 30, ProblemKind::DamagedFile),
        (u16::MAX, 255, 64 * MB, ProblemKind::TooLarge),
    ] {
        let (read, cost) = read("moved.xls", &moved(row, column), memory);
        let problem = read.unwrap_err();
        assert_eq!(problem.kind, kind, "{row}, {column}: {problem}");
        assert!(cost.peak < MB, "{}", cost.peak);
    }
    let (far, _) = read("far.xls", &moved(u16::MAX, 1), 64 * MB);
    assert!(far.unwrap().table.len >= 5);
}

#[test]
fn chains_of_sectors_that_lead_nowhere_or_in_circles_are_a_damaged_file() {
    let sound = xls();
    let number = |at: usize| u32::from_le_bytes(sound[at..at + 4].try_into().unwrap());
    let fat = (number(76) as usize + 1) * 512;
    let directory = number(48);
    for next in [directory, 0x00ff_ffff, 0xffff_fff0] {
        let mut bytes = sound.clone();
        let place = fat + directory as usize * 4;
        bytes[place..place + 4].copy_from_slice(&next.to_le_bytes());
        let (read, cost) = read("chain.xls", &bytes, 2 << 30);
        assert_eq!(read.unwrap_err().kind, ProblemKind::DamagedFile);
        assert!(cost.peak < MB, "{}", cost.peak);
    }
}

#[test]
fn short_rows_say_nothing_beyond_their_last_cell() {
    // Rows before and behind those by which the columns were told, each shorter or longer than the one before.
    let row = |row: usize| vec![row.to_string(); [1, 3, 2, 4, 1, 1, 4, 3][row % 8]].join(",");
    let rows: Vec<String> = (0..9000).map(row).collect();
    let text = format!("a,b,c,d\n{}\n", rows.join("\n"));
    let table = open("t.csv", text.as_bytes(), 1 << 12, &Options::default()).unwrap().table;
    assert_eq!((table.len, table.columns.len()), (9000, 4));
    for (at, column) in table.columns.iter().enumerate() {
        let Data::Measure(figures) = &column.data else { panic!("column {at}") };
        for row in 0..9000 {
            let is_said = [1, 3, 2, 4, 1, 1, 4, 3][row % 8] > at;
            assert_eq!(figures.float(row).is_some(), is_said, "row {row}, column {at}");
        }
    }
}

#[test]
fn rows_that_were_left_out_are_counted_in_what_a_table_takes() {
    let text = format!("a,b,c\n{}", "1\n".repeat(200_000));
    let memory = 1_900_000;
    let refused =
        open("t.csv", text.as_bytes(), 1 << 14, &Options { memory, ..Options::default() });
    assert_eq!(refused.err().map(|problem| problem.kind), Some(ProblemKind::TooLarge));
}

/// Writes the row of that number.
type Line = fn(usize) -> String;

#[test]
fn rows_of_a_csv_ask_for_no_memory_one_by_one() {
    let kinds: [(&str, Line); 8] = [
        ("a place first", |n| format!("Place {},2020,{n}.5\n", n % 50)),
        ("a year first", |n| format!("{},Place {},{n}\n", 1990 + n % 30, n % 50)),
        ("names that begin nearly as notes do", |n| {
            format!("{} {},Street,open\n", ["North", "Stanley", "Southern"][n % 3], n % 50)
        }),
        ("a last column that says nothing", |n| format!("Place {},2020,{n},\n", n % 50)),
        ("words, and a last column that says nothing", |n| format!("A{},Street,open,\n", n % 50)),
        ("thousands", |n| format!("Place {},2020,\"{},{:03}\"\n", n % 50, 1 + n % 9, n % 1000)),
        ("quotes", |n| format!("Place {},2020,\"{n}\"\n", n % 50)),
        ("percent", |n| format!("Place {},2020,{}.{}%\n", n % 50, n % 90, n % 10)),
    ];
    for (kind, row) in kinds {
        let [half, whole] = [20_000, 40_000].map(|rows| {
            let header = if row(0).ends_with(",\n") { "a,b,c,d" } else { "a,b,c" };
            let text = format!("{header}\n{}", (0..rows).map(row).collect::<String>());
            let options = Options { size: Some(text.len() as u64), ..Options::default() };
            let (read, cost) = cost(|| open("t.csv", text.as_bytes(), 1 << 20, &options).unwrap());
            assert_eq!(read.table.len, rows, "{kind}");
            cost.requests
        });
        assert!(
            whole - half < 2_000,
            "{kind}: {half} requests for 20,000 rows, {whole} for 40,000"
        );
    }
}

#[test]
fn a_name_of_a_hundred_thousand_signs_is_read_once() {
    // Would each sign be where a part of the name may begin, this would take minutes.
    for name in ["[", "2019 [", "flag 2020"].map(|part| part.repeat(100_000 / part.len())) {
        let text = format!("area,{name},2019,2020\nA,1,2,3\nB,4,5,6\n");
        let (read, cost) = read("t.csv", text.as_bytes(), 100 * MB);
        assert_eq!(read.map(|read| read.table.len).ok(), Some(4), "{}", &name[..9]);
        assert!(cost.peak < 20 * MB, "{} bytes", cost.peak);
    }
}
