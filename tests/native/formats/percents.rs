//! Numbers that a workbook shows in percent: what its readers see is what is read.

use minsheng_explorer::column::Data;
use minsheng_explorer::import::Options;

use super::{open, stored};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A workbook of one sheet with these rows of XML, and three styles: plain, `0%`, and one of its own with a sign in quotes.
fn workbook(rows: &str) -> Vec<u8> {
    let relation = |kind: &str, target: &str, id: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |all: &str| format!("<Relationships xmlns=\"{PACKAGE}\">{all}</Relationships>");
    let sheets = "<sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets>";
    let styles = "<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"0.0&quot;%&quot;\"/></numFmts>\
                  <cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"170\"/></cellXfs>";
    stored(&[
        ("_rels/.rels", relations(&relation("officeDocument", "xl/workbook.xml", "r1"))),
        (
            "xl/workbook.xml",
            format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">{sheets}</workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations(
                &(relation("worksheet", "worksheets/sheet1.xml", "r1")
                    + &relation("styles", "styles.xml", "r2")),
            ),
        ),
        ("xl/styles.xml", format!("<styleSheet xmlns=\"{MAIN}\">{styles}</styleSheet>")),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ])
}

#[test]
fn a_share_that_a_workbook_shows_in_percent_is_in_percent() {
    let word = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let number = |style: u8, text: &str| format!("<c s=\"{style}\"><v>{text}</v></c>");
    let row = |cells: &[String]| format!("<row>{}</row>", cells.concat());
    let rows = [
        row(&["项目", "目标", "完成率", "系数"].map(word)),
        row(&[word("甲"), number(0, "120"), number(1, "0.575"), number(2, "1.5")]),
        row(&[word("乙"), number(0, "80"), number(1, "1.07"), number(2, "2.5")]),
        row(&[word("丙"), number(0, "40"), number(1, "0"), number(2, "3.5")]),
    ];
    let bytes = workbook(&rows.concat());
    let read = open("t.xlsx", &bytes, 1000, &Options::default()).unwrap().with_totals();
    let figures = |key: &str| {
        let column = read.table.column(key).unwrap();
        let Data::Measure(figures) = &column.data else { panic!("{key}") };
        let numbers: Vec<f64> = (0..3).filter_map(|row| figures.float(row)).collect();
        (numbers, column.unit.clone(), figures.additive.as_ref().map_or(3, |rows| rows.count()))
    };
    assert_eq!(figures("完成率"), (vec![57.5, 107.0, 0.0], Some("%".to_owned()), 0));
    assert_eq!(figures("目标").0, [120.0, 80.0, 40.0]);
    assert_eq!(figures("系数").0, [1.5, 2.5, 3.5], "a sign that is but shown multiplies nothing");
}
