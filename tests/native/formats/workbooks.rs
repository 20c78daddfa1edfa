//! Workbooks as people have them: what cells are shown as, what is hidden, what is missing, what was remarked.

use std::fs;

use minsheng_explorer::base::problem::ProblemKind;
use minsheng_explorer::column::{Data, Table};
use minsheng_explorer::import::{Imported, Options, OwnYear, Remark, YearFrom};

use super::{cells, open, stored};
use crate::packages::root;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

fn read(name: &str, bytes: &[u8]) -> Imported {
    open(name, bytes, 1000, &Options::default())
        .unwrap_or_else(|problem| panic!("{name}: {problem}"))
}

fn fixture(name: &str) -> Imported {
    read(name, &fs::read(root().join("tests/fixtures/workbooks").join(name)).unwrap())
}

/// The numbers of a column, and its unit.
fn figures(table: &Table, key: &str) -> (Vec<f64>, Option<String>) {
    let column = table.column(key).unwrap_or_else(|| panic!("{key}"));
    let Data::Measure(figures) = &column.data else { panic!("{key}") };
    ((0..table.len).filter_map(|row| figures.float(row)).collect(), column.unit.clone())
}

fn column(table: &Table, key: &str) -> Vec<String> {
    let at = table.columns.iter().position(|column| column.key == key).unwrap();
    cells(table).into_iter().map(|row| row[at].clone()).collect()
}

fn unit(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// What is shown of the same three rows, whatever format they are in.
fn check_shown(read: &Imported) {
    let table = &read.table;
    assert_eq!(column(table, "月份"), ["2021-01-31", "2021-02-28", "2021-03-31"]);
    assert_eq!(figures(table, "完成率"), (vec![57.5, 107.0, 0.0], unit("%")));
    assert_eq!(figures(table, "投资"), (vec![1200.5, 80.0, 40.25], unit("€")));
    assert_eq!(figures(table, "人数"), (vec![12_000.0, 34_000.0, 5000.0], unit("人")));
}

#[test]
fn an_xls_is_read_as_it_is_shown() {
    let read = fixture("shown.xls");
    check_shown(&read);
    // What is above says that it is in thousands, and so does the format.
    let sales = figures(&read.table, "销售（千元）");
    assert_eq!(sales, (vec![12_345.678, 5.0, 1.5], unit("千元")));
    assert_eq!(
        read.told.remarks,
        [
            Remark::ThousandsLeftOut { power: 3, as_shown: true },
            Remark::Hidden { rows: 1, columns: 1 },
            Remark::HiddenSheets(vec!["helper".to_owned()]),
        ]
    );
    assert!(read.told.tables.is_empty(), "a hidden sheet is none of the tables");
}

#[test]
fn an_xlsb_is_read_as_it_is_shown() {
    let read = fixture("shown.xlsb");
    check_shown(&read);
    assert_eq!(read.told.remarks, [Remark::Hidden { rows: 1, columns: 0 }]);
}

/// An ODS of one sheet, with these columns and rows.
fn ods(body: &str) -> Vec<u8> {
    let spaces = "xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\" xmlns:number=\"n\" xmlns:dc=\"d\"";
    let styles = "<office:automatic-styles><number:percentage-style style:name=\"N2\"><number:number number:decimal-places=\"1\" number:min-integer-digits=\"1\"/><number:text>%</number:text></number:percentage-style>\
        <number:number-style style:name=\"N3\"><number:number number:min-integer-digits=\"1\" number:grouping=\"true\"/><number:text>万人</number:text></number:number-style>\
        <number:number-style style:name=\"N4\"><number:number number:min-integer-digits=\"5\"/></number:number-style>\
        <number:number-style style:name=\"N5\"><number:number number:decimal-places=\"1\" number:min-integer-digits=\"1\"/><number:text>%</number:text></number:number-style>\
        <style:style style:name=\"ce2\" style:family=\"table-cell\" style:data-style-name=\"N2\"/><style:style style:name=\"ce3\" style:family=\"table-cell\" style:data-style-name=\"N3\"/>\
        <style:style style:name=\"ce4\" style:family=\"table-cell\" style:data-style-name=\"N4\"/><style:style style:name=\"ce5\" style:family=\"table-cell\" style:data-style-name=\"N5\"/>\
        <number:date-style style:name=\"N1\"><number:year/><number:text>-</number:text><number:month/></number:date-style>\
        <style:style style:name=\"ce1\" style:family=\"table-cell\" style:data-style-name=\"N1\"/></office:automatic-styles>";
    let content = format!(
        "<office:document-content {spaces}>{styles}<office:body><office:spreadsheet><table:table table:name=\"S\">{body}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    stored(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
        ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"m\"/>".to_owned()),
        ("content.xml", content),
    ])
}

#[test]
fn an_ods_is_read_as_it_is_shown() {
    let word = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let cell = |kind: &str, rest: &str| {
        format!(
            "<table:table-cell office:value-type=\"{kind}\" {rest}><text:p>shown</text:p></table:table-cell>"
        )
    };
    let values = |name: &str, day: &str, share: &str, money: &str| {
        [
            word(name),
            cell("date", &format!("table:style-name=\"ce1\" office:date-value=\"{day}\"")),
            cell("percentage", &format!("office:value=\"{share}\"")),
            cell("currency", &format!("office:currency=\"EUR\" office:value=\"{money}\"")),
        ]
    };
    let noted = "<table:table-cell office:value-type=\"string\"><office:annotation><dc:creator>x</dc:creator><text:p>估计数</text:p></office:annotation><text:p>丙</text:p></table:table-cell>";
    let third = values("丙", "2021-03-01", "0", "40.25");
    let rows = [
        "<table:table-column/><table:table-column table:number-columns-repeated=\"3\"/>".to_owned(),
        row(&["项目", "月份", "完成率", "投资"].map(word)),
        row(&values("甲", "2021-01-01", "0.575", "1200.5")),
        row(&values("乙", "2021-02-01", "1.07", "80")),
        format!(
            "<table:table-row table:visibility=\"filter\">{noted}{}</table:table-row>",
            third[1..].concat()
        ),
    ];
    let read = read("t.ods", &ods(&rows.concat()));
    assert_eq!(column(&read.table, "月份"), ["2021-01-31", "2021-02-28", "2021-03-31"]);
    assert_eq!(figures(&read.table, "完成率"), (vec![57.5, 107.0, 0.0], unit("%")));
    assert_eq!(figures(&read.table, "投资"), (vec![1200.5, 80.0, 40.25], unit("EUR")));
    assert_eq!(read.told.remarks, [Remark::Hidden { rows: 1, columns: 0 }]);
    let notes: Vec<(usize, &str)> =
        read.plan.notes.iter().map(|note| (note.line, note.text.as_str())).collect();
    assert_eq!(notes, [(4, "估计数")]);
}

/// An XLSX of sheets by their names, states and XML, with codes of number formats from style 1 on.
fn xlsx(
    sheets: &[(&str, &str, &str)],
    codes: &[&str],
    more: &[(&str, &str)],
    date_1904: bool,
) -> Vec<u8> {
    let relation = |kind: &str, target: &str, id: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |all: &str| format!("<Relationships xmlns=\"{PACKAGE}\">{all}</Relationships>");
    let formats = (0..).zip(codes);
    let formats: String = formats
        .map(|(at, code)| {
            format!(
                "<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>",
                170 + at,
                code.replace('"', "&quot;")
            )
        })
        .collect();
    let styles: String =
        (0..codes.len()).map(|at| format!("<xf numFmtId=\"{}\"/>", 170 + at)).collect();
    let styles =
        format!("<numFmts>{formats}</numFmts><cellXfs><xf numFmtId=\"0\"/>{styles}</cellXfs>");
    let of = |(at, (name, state, _)): (usize, &(&str, &str, &str))| {
        format!("<sheet name=\"{name}\" sheetId=\"{0}\" {state} r:id=\"r{0}\"/>", at + 1)
    };
    let list: String = sheets.iter().enumerate().map(of).collect();
    let own: String = (1..=sheets.len())
        .map(|at| relation("worksheet", &format!("worksheets/sheet{at}.xml"), &format!("r{at}")))
        .collect();
    let mode = if date_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
    let mut files = vec![
        ("_rels/.rels".to_owned(), relations(&relation("officeDocument", "xl/workbook.xml", "r1"))),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">{mode}<sheets>{list}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            relations(&(own + &relation("styles", "styles.xml", "s"))),
        ),
        ("xl/styles.xml".to_owned(), format!("<styleSheet xmlns=\"{MAIN}\">{styles}</styleSheet>")),
    ];
    for (at, (_, _, xml)) in sheets.iter().enumerate() {
        files.push((
            format!("xl/worksheets/sheet{}.xml", at + 1),
            format!("<worksheet xmlns=\"{MAIN}\">{xml}</worksheet>"),
        ));
    }
    files.extend(more.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    stored(&files)
}

fn word(text: &str) -> String {
    format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn number(style: u8, text: &str) -> String {
    format!("<c s=\"{style}\"><v>{text}</v></c>")
}

fn row(cells: &[String]) -> String {
    format!("<row>{}</row>", cells.concat())
}

#[test]
fn figures_of_a_workbook_are_those_that_are_shown() {
    let codes = ["0.0\"万人\"", "#,##0,", "yyyy", "0!.0,\"万元\"", "\"¥\"#,##0"];
    let rows = [
        row(&["地区", "人口", "产值", "年", "投资", "低保"].map(word)),
        row(&[
            word("甲"),
            number(1, "1.2"),
            number(2, "5000"),
            number(3, "43831"),
            number(4, "123456"),
            number(5, "900"),
        ]),
        row(&[
            word("乙"),
            number(1, "3.4"),
            number(2, "7500"),
            number(3, "44197"),
            number(4, "50000"),
            number(5, "850"),
        ]),
        row(&[
            word("丙"),
            number(1, "0.5"),
            number(2, "800"),
            number(3, "44562"),
            number(4, "8000"),
            number(5, "700"),
        ]),
    ];
    let sheet = format!("<sheetData>{}</sheetData>", rows.concat());
    let read = read("t.xlsx", &xlsx(&[("s", "", &sheet)], &codes, &[], false));
    assert_eq!(figures(&read.table, "人口"), (vec![12_000.0, 34_000.0, 5000.0], unit("人")));
    // Nothing says that it is in thousands.
    assert_eq!(figures(&read.table, "产值"), (vec![5000.0, 7500.0, 800.0], None));
    assert_eq!(read.told.remarks, [Remark::ThousandsLeftOut { power: 3, as_shown: false }]);
    assert_eq!(column(&read.table, "年"), ["2020-12-31", "2021-12-31", "2022-12-31"]);
    // A point that is but shown: 123,456 is shown as 12.3万元.
    assert_eq!(figures(&read.table, "投资"), (vec![123_456.0, 50_000.0, 8000.0], unit("元")));
    assert_eq!(figures(&read.table, "低保"), (vec![900.0, 850.0, 700.0], unit("¥")));
}

#[test]
fn what_a_workbook_hides_and_lacks_is_told() {
    let good = [
        row(&["place", "n", "sum", "share"].map(word)),
        "<row hidden=\"1\">".to_owned()
            + &word("x")
            + "<c><v>1</v></c><c><f>B2*2</f></c><c t=\"e\"><v>#DIV/0!</v></c></row>",
        row(&[
            word("y"),
            number(0, "2"),
            "<c><f>B3*2</f><v>4</v></c>".into(),
            "<c t=\"e\"><v>#SPILL!</v></c>".into(),
        ]),
        row(&[word("z"), number(0, "3"), "<c><f>B4*2</f></c>".into(), number(0, "0.5")]),
    ];
    let sheet = format!(
        "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>{}</sheetData>",
        good.concat()
    );
    let helper = format!(
        "<sheetData>{}</sheetData>",
        [
            row(&["k", "v"].map(word)),
            row(&[word("a"), number(0, "1")]),
            row(&[word("b"), number(0, "2")])
        ]
        .concat()
    );
    let comments = format!(
        "<comments xmlns=\"{MAIN}\"><commentList><comment ref=\"B3\" authorId=\"0\"><text><r><t>estimated by the office</t></r></text></comment></commentList></comments>"
    );
    let relation = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"c\" Type=\"{OFFICE}/comments\" Target=\"../comments1.xml\"/></Relationships>"
    );
    let more = [
        ("xl/comments1.xml", comments.as_str()),
        ("xl/worksheets/_rels/sheet2.xml.rels", relation.as_str()),
    ];
    let sheets = [("helper", "state=\"hidden\"", helper.as_str()), ("data", "", sheet.as_str())];
    let read = read("t.xlsx", &xlsx(&sheets, &[], &more, false));
    assert_eq!(
        cells(&read.table),
        [["x", "1", "", ""], ["y", "2", "4", ""], ["z", "3", "", "0.5"]]
    );
    assert_eq!(
        read.told.remarks,
        [
            Remark::Hidden { rows: 1, columns: 1 },
            Remark::NoResults(2),
            Remark::HiddenSheets(vec!["helper".to_owned()]),
        ]
    );
    assert_eq!(read.findings.count_of(ProblemKind::NotFinite), 1);
    let notes: Vec<(usize, &str)> =
        read.plan.notes.iter().map(|note| (note.line, note.text.as_str())).collect();
    assert_eq!(notes, [(3, "estimated by the office")]);
}

#[test]
fn days_are_counted_from_1904_where_a_workbook_says_so() {
    let rows = [
        row(&["place", "day", "n"].map(word)),
        row(&[word("x"), number(1, "42735"), number(0, "1")]),
        row(&[word("y"), number(1, "42736"), number(0, "2")]),
    ];
    let sheet = format!("<sheetData>{}</sheetData>", rows.concat());
    let read = read("t.xlsx", &xlsx(&[("s", "", &sheet)], &["yyyy-mm-dd"], &[], true));
    assert_eq!(column(&read.table, "day"), ["2021-01-01", "2021-01-02"]);
}

#[test]
fn numbers_and_days_that_are_stored_as_text_are_what_they_say() {
    let rows = [
        row(&["地区", "日期", "人数"].map(word)),
        row(&[word("甲"), word("2021/3/5"), word("1,204")]),
        row(&[word("乙"), word("2021/3/6"), number(0, "90")]),
        row(&[word("丙"), word("2021/3/7"), word(" 77 ")]),
        row(&[word("汇总"), "<c/>".to_owned(), number(0, "1371")]),
    ];
    let sheet = format!("<sheetData>{}</sheetData>", rows.concat());
    let read = read("t.xlsx", &xlsx(&[("s", "", &sheet)], &[], &[], false)).with_totals();
    assert_eq!(column(&read.table, "日期")[..3], ["2021-03-05", "2021-03-06", "2021-03-07"]);
    assert_eq!(figures(&read.table, "人数").0, [1204.0, 90.0, 77.0, 1371.0]);
    assert_eq!(read.plan.totals.len(), 1, "{:?}", read.plan.totals);
}

#[test]
fn styles_of_numbers_in_an_ods_hold_for_plain_numbers_too() {
    let word = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let cell = |style: &str, value: &str| {
        format!(
            "<table:table-cell office:value-type=\"float\" table:style-name=\"{style}\" office:value=\"{value}\"><text:p>x</text:p></table:table-cell>"
        )
    };
    let values = |name: &str, of: [&str; 4]| {
        let [share, people, code, other] = of;
        row(&[
            word(name),
            cell("ce2", share),
            cell("ce3", people),
            cell("ce4", code),
            cell("ce5", other),
        ])
    };
    let rows = [
        row(&["项目", "完成率", "人数", "邮编", "比重"].map(word)),
        values("甲", ["0.575", "1.2", "1001", "57.5"]),
        values("乙", ["1.07", "3.4", "22000", "7"]),
        values("丙", ["0", "5", "9000", "20"]),
    ];
    let read = read("t.ods", &ods(&rows.concat()));
    assert_eq!(figures(&read.table, "完成率"), (vec![57.5, 107.0, 0.0], unit("%")));
    assert_eq!(figures(&read.table, "人数"), (vec![12_000.0, 34_000.0, 50_000.0], unit("人")));
    assert_eq!(column(&read.table, "邮编"), ["01001", "22000", "09000"]);
    // A sign that but stands behind the number multiplies nothing.
    assert_eq!(figures(&read.table, "比重").0, [57.5, 7.0, 20.0]);
}

#[test]
fn the_name_of_a_sheet_gives_the_year_of_its_months() {
    let rows = [
        row(&["地区", "1月", "2月", "3月"].map(word)),
        row(&[word("甲"), number(0, "1"), number(0, "2"), number(0, "3")]),
        row(&[word("乙"), number(0, "4"), number(0, "5"), number(0, "6")]),
    ];
    let sheet = format!("<sheetData>{}</sheetData>", rows.concat());
    let book = |name: &str| xlsx(&[(name, "", &sheet)], &[], &[], false);
    let read = |name: &str| read("2018.xlsx", &book(name));
    let told = read("2021年").plan.layout.year;
    assert_eq!(told, Some(OwnYear { from: YearFrom::Sheet, year: 2021 }));
    assert_eq!(column(&read("2021年").table, "月份")[0], "2021-01-31");
    let told = read("Sheet1").plan.layout.year;
    assert_eq!(told, Some(OwnYear { from: YearFrom::FileName, year: 2018 }));
}

#[test]
fn tables_side_by_side_in_a_sheet_are_offered_and_the_first_is_shown() {
    let blank = || "<c/>".to_owned();
    let pair = |a: [&str; 2], b: [&str; 2]| {
        let of = |own: [&str; 2]| [word(own[0]), number(0, own[1])];
        row(&[of(a).concat(), blank(), of(b).concat()])
    };
    let rows = [
        row(&[word("地区"), word("人口"), blank(), word("地区"), word("产值")]),
        pair(["甲", "1"], ["甲", "7"]),
        pair(["乙", "2"], ["乙", "8"]),
    ];
    let sheet = format!("<sheetData>{}</sheetData>", rows.concat());
    let book = xlsx(&[("S", "", &sheet)], &[], &[], false);
    let first = read("t.xlsx", &book);
    let names: Vec<&str> = first.told.tables.iter().map(|own| own.name.as_str()).collect();
    assert_eq!((names, first.told.table.as_deref()), (vec!["S", "S [2]: 产值"], Some("S")));
    assert_eq!(cells(&first.table), [["甲", "1"], ["乙", "2"]]);
    let options = Options { table: Some("S [2]: 产值".into()), ..Options::default() };
    let second = open("t.xlsx", &book, 1000, &options).unwrap();
    assert_eq!(cells(&second.table), [["甲", "7"], ["乙", "8"]]);
}

#[test]
fn what_is_but_called_a_workbook_in_a_zip_file_is_read_as_what_it_is() {
    let page = "<html><body><table><tr><th>place</th><th>n</th></tr><tr><td>x</td><td>1</td></tr><tr><td>y</td><td>2</td></tr></table></body></html>";
    let text = "place\tn\nx\t1\ny\t2\n";
    for (file, format) in [(page, "HTML"), (text, "TSV")] {
        let read = read("t.zip", &stored(&[("report.xls", file)]));
        assert_eq!(cells(&read.table), [["x", "1"], ["y", "2"]], "{format}");
        assert_eq!(read.told.format, format);
    }
    let two = read("t.zip", &stored(&[("2019.xls", text), ("2020.xls", page)]));
    assert_eq!(two.table.len, 4, "{:?}", cells(&two.table));
    // What is neither says so.
    let archive = stored(&[("report.xls", "%PDF-1.7 and so on and on and on")]);
    let problem = open("t.zip", &archive, 1000, &Options::default()).unwrap_err();
    assert_ne!(problem.kind, ProblemKind::DamagedFile);
}

#[test]
fn workbooks_in_a_zip_file_are_tables_like_others() {
    let book = |n: &str| {
        let rows = [
            row(&["place", "n"].map(word)),
            row(&[word("x"), number(0, n)]),
            row(&[word("y"), number(0, "7")]),
        ];
        xlsx(&[("s", "", &format!("<sheetData>{}</sheetData>", rows.concat()))], &[], &[], false)
    };
    let archive = stored(&[
        ("2019.xlsx", book("1")),
        ("2020.xlsx", book("2")),
        ("about.pdf", b"%PDF-1.7".to_vec()),
        ("img/map.png", b"\x89PNG".to_vec()),
        ("__MACOSX/._2019.xlsx", b"x".to_vec()),
    ]);
    let read = read("t.zip", &archive);
    assert_eq!(
        cells(&read.table),
        [["x", "1", "2019"], ["y", "7", "2019"], ["x", "2", "2020"], ["y", "7", "2020"]]
    );
    let others = vec!["about.pdf".to_owned(), "img/map.png".to_owned()];
    assert_eq!(read.told.remarks, [Remark::NoTables(others, 2)]);
}

#[test]
fn what_lies_beside_the_only_table_of_a_zip_file_is_named() {
    let archive = stored(&[("a.csv", "place,n\nx,1\ny,2\n"), ("b.docx", "PK"), ("c.png", "x")]);
    let read = read("t.zip", &archive);
    assert_eq!(read.table.len, 2);
    let others = vec!["b.docx".to_owned(), "c.png".to_owned()];
    assert_eq!(read.told.remarks, [Remark::NoTables(others, 2)]);
}

#[test]
fn sheets_of_years_are_offered_as_one_table() {
    let sheet = |a: &str, b: &str| {
        let rows = [
            row(&["地区", "人数"].map(word)),
            row(&[word("甲"), number(0, a)]),
            row(&[word("乙"), number(0, b)]),
        ];
        format!("<sheetData>{}</sheetData>", rows.concat())
    };
    let (first, second) = (sheet("1", "2"), sheet("3", "4"));
    let notes = format!("<sheetData>{}</sheetData>", row(&[word("说明")]));
    let sheets = [("2019", "", &*first), ("2020", "", &*second), ("说明", "", &*notes)];
    let book = xlsx(&sheets, &[], &[], false);
    let one = read("t.xlsx", &book);
    let names: Vec<&str> = one.told.tables.iter().map(|own| own.name.as_str()).collect();
    assert_eq!(names, ["2019", "2020", "说明", "2019 +1"]);
    assert_eq!(one.table.len, 2);
    let options = Options { table: Some("2019 +1".into()), ..Options::default() };
    let all = open("t.xlsx", &book, 1000, &options).unwrap();
    assert_eq!(
        cells(&all.table),
        [
            ["甲", "1", "2019-12-31"],
            ["乙", "2", "2019-12-31"],
            ["甲", "3", "2020-12-31"],
            ["乙", "4", "2020-12-31"]
        ]
    );
    assert_eq!(all.told.table.as_deref(), Some("2019 +1"));
    assert_eq!(all.told.tables.len(), 4);
    // Sheets of other columns are none of them.
    let other = format!(
        "<sheetData>{}</sheetData>",
        [
            row(&["地区", "户数"].map(word)),
            row(&[word("甲"), number(0, "1")]),
            row(&[word("乙"), number(0, "1")])
        ]
        .concat()
    );
    let sheets = [("2019", "", &*first), ("2020", "", &*other)];
    let apart = read("t.xlsx", &xlsx(&sheets, &[], &[], false));
    assert_eq!(apart.told.tables.len(), 2);
}

#[test]
fn tables_of_a_zipped_package_are_joined_as_files_are() {
    let about = r#"{"resources":[
        {"name":"people","path":"data/people.csv","schema":{"fields":[{"name":"code","type":"string"},{"name":"n","type":"number","title":"People"}]}},
        {"name":"area","path":"data/area.csv","dialect":{"delimiter":";"}},
        {"name":"map","path":"map.geojson"}]}"#;
    let map = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"a1"},"geometry":{"type":"Point","coordinates":[1,2]}},
        {"type":"Feature","properties":{"code":"a2"},"geometry":{"type":"Point","coordinates":[2,2]}},
        {"type":"Feature","properties":{"code":"a3"},"geometry":{"type":"Point","coordinates":[3,2]}}]}"#;
    let archive = stored(&[
        ("datapackage.json", about),
        ("data/people.csv", "code,year,n\na1,2020,1\na2,2020,2\na3,2020,3\na1,2021,4\n"),
        ("data/area.csv", "code;km2\na1;10,5\na2;20,5\na3;30,5\n"),
        ("map.geojson", map),
    ]);
    let read = read("t.zip", &archive);
    assert_eq!(read.told.table.as_deref(), Some("people"));
    let names: Vec<&str> = read.told.tables.iter().map(|own| own.name.as_str()).collect();
    assert_eq!(names, ["people", "area", "map"]);
    assert!(read.atlas.is_some());
    assert_eq!(read.table.column("n").unwrap().name.zh, "People");
    let offer = read.told.joins.first().expect("the two share their codes");
    assert_eq!((offer.rows, offer.matched, offer.doubles), (4, 4, 0));
    let options = Options { join: Some(offer.by.clone()), ..Options::default() };
    let joined = open("t.zip", &archive, 1000, &options).unwrap();
    assert_eq!(figures(&joined.table, "km2").0, [10.5, 20.5, 30.5, 10.5]);
    let options = Options { table: Some("area".into()), ..Options::default() };
    assert_eq!(open("t.zip", &archive, 1000, &options).unwrap().table.len, 3);
}
