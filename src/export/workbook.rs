//! Tables of values → a workbook (XLSX, ECMA-376), a sheet a table.
//!
//! Written here, as plain XML in a zip file: the `rust_xlsxwriter` crate (0.96, without its default features, compiled for
//! size) would add 250 kB (brotli) to the page and as much to the engine, for formulas, charts and images that nobody
//! asks for; the page has 25 kB to spare.
//! Text is stored as text, so that nothing in a cell is ever run as a formula, whatever it begins with.

use std::collections::HashMap;
use std::fmt::Write;

use super::zip::zip;
use crate::base::date::Day;
use crate::base::value_table::{Value, ValueTable};
use crate::chart::measure;
use crate::chart::svg::escape;

/// Characters (UTF-16 units) that a cell holds; a workbook with more in one is called damaged.
const MOST_IN_CELL: usize = 32_767;
/// Rows of a sheet, the header among them.
pub const MOST_ROWS: usize = 1_048_576;
/// Widths of columns, in characters.
const WIDTHS: (f64, f64) = (8.0, 60.0);
/// Rows that a column's width is told from.
const SEEN: usize = 200;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The workbook. Rows beyond [`MOST_ROWS`] are left out.
#[must_use]
pub fn write_workbook(tables: &[ValueTable]) -> Vec<u8> {
    let mut texts = Texts::default();
    let sheets: Vec<String> = tables.iter().map(|table| sheet(table, &mut texts)).collect();
    let (mut names, mut types, mut links) = (String::new(), String::new(), String::new());
    // Writing to a String cannot fail, here and below.
    for (number, table) in (1..).zip(tables) {
        let name = escape(&sheet_name(&table.name));
        let _ = write!(names, r#"<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>"#);
        let part = format!("worksheets/sheet{number}.xml");
        types += &override_type(&part, "worksheet+xml");
        links += &relationship(number, "worksheet", &part);
    }
    let next = tables.len() + 1;
    for (number, part) in (next..).zip(["styles", "sharedStrings"]) {
        types += &override_type(&format!("{part}.xml"), &format!("{part}+xml"));
        links += &relationship(number, part, &format!("{part}.xml"));
    }
    let types = format!(
        r#"{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{}{types}</Types>"#,
        override_type("workbook.xml", "sheet.main+xml")
    );
    let relationships = |links: &str| {
        format!(r#"{XML}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>"#)
    };
    let workbook = format!(
        r#"{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>"#
    );
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), types),
        (
            "_rels/.rels".to_owned(),
            relationships(&relationship(1, "officeDocument", "xl/workbook.xml")),
        ),
        ("xl/workbook.xml".to_owned(), workbook),
        ("xl/_rels/workbook.xml.rels".to_owned(), relationships(&links)),
        ("xl/styles.xml".to_owned(), styles()),
        ("xl/sharedStrings.xml".to_owned(), texts.finish()),
    ];
    let named = (1..).zip(sheets).map(|(n, xml)| (format!("xl/worksheets/sheet{n}.xml"), xml));
    parts.extend(named);
    zip(&parts.into_iter().map(|(name, xml)| (name, xml.into_bytes())).collect::<Vec<_>>())
}

fn override_type(part: &str, kind: &str) -> String {
    format!(r#"<Override PartName="/xl/{part}" ContentType="{CONTENT}.{kind}"/>"#)
}

fn relationship(number: usize, kind: &str, target: &str) -> String {
    format!(r#"<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>"#)
}

/// The style of cells that are days.
const DATE: u8 = 3;

/// Cells of style 1 are headers, those of style 2 wrap, those of style 3 are days.
fn styles() -> String {
    format!(
        r#"{XML}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#
    )
}

fn sheet(table: &ValueTable, texts: &mut Texts) -> String {
    let mut xml = format!(
        r#"{XML}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"#
    );
    for (at, column) in table.columns.iter().enumerate() {
        let seen = table.rows.iter().take(SEEN).filter_map(|row| row.get(at));
        let widest = seen.map(|value| ems(&value.to_string())).fold(ems(&column.name), f64::max);
        // A character of the default font is about half as wide as a Chinese one.
        let width = (widest * 2.0 + 2.0).clamp(WIDTHS.0, WIDTHS.1);
        let number = at + 1;
        let _ = write!(
            xml,
            r#"<col min="{number}" max="{number}" width="{width:.1}" customWidth="1"/>"#
        );
    }
    xml += "</cols><sheetData><row r=\"1\">";
    for (at, column) in table.columns.iter().enumerate() {
        cell(&mut xml, (at, 1), &Value::text(column.name.as_str()), 1, texts);
    }
    xml += "</row>";
    for (number, row) in (2..=MOST_ROWS).zip(&table.rows) {
        let _ = write!(xml, r#"<row r="{number}">"#);
        for (at, value) in row.iter().enumerate() {
            let wraps = matches!(value, Value::Text(text) if ems(text) * 2.0 > WIDTHS.1);
            cell(&mut xml, (at, number), value, if wraps { 2 } else { 0 }, texts);
        }
        xml += "</row>";
    }
    xml += "</sheetData>";
    if !table.columns.is_empty() {
        let last = table.rows.len().min(MOST_ROWS - 1) + 1;
        let _ = write!(xml, r#"<autoFilter ref="A1:{}{last}"/>"#, letters(table.columns.len() - 1));
    }
    xml += "</worksheet>";
    xml
}

fn ems(text: &str) -> f64 {
    text.chars().map(measure::em).sum()
}

fn cell(
    xml: &mut String,
    (column, row): (usize, usize),
    value: &Value,
    style: u8,
    texts: &mut Texts,
) {
    if *value == Value::Blank {
        return;
    }
    let day = match value {
        Value::Day(day) => serial(*day),
        _ => None,
    };
    let style = if day.is_some() { DATE } else { style };
    let _ = write!(xml, r#"<c r="{}{row}""#, letters(column));
    if style > 0 {
        let _ = write!(xml, r#" s="{style}""#);
    }
    let _ = match (value, day) {
        (_, Some(serial)) => write!(xml, "><v>{serial}</v></c>"),
        (Value::Text(text), _) => write!(xml, r#" t="s"><v>{}</v></c>"#, texts.place(text)),
        (day @ Value::Day(_), _) => {
            write!(xml, r#" t="s"><v>{}</v></c>"#, texts.place(&day.to_string()))
        }
        (number, _) => write!(xml, "><v>{number}</v></c>"),
    };
}

/// The number that a workbook has for a day; those before March 1900 it miscounts, and has better as texts.
fn serial(day: Day) -> Option<i32> {
    /// What 1970-01-01 is to a workbook.
    const EPOCH: i32 = 25_569;
    Some(day.saturating_add(EPOCH)).filter(|&serial| serial > 60)
}

/// A column's letters: A to Z, AA and on.
fn letters(column: usize) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.to_string(),
        rest => letters(rest - 1) + &letter.to_string(),
    }
}

/// A name that a sheet may have: without the signs that formulas use, at most 31 characters.
fn sheet_name(name: &str) -> String {
    let name = name.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ");
    name.trim().chars().take(31).collect()
}

/// Each text once.
#[derive(Default)]
struct Texts {
    places: HashMap<String, usize>,
    xml: String,
    used: usize,
}

impl Texts {
    fn place(&mut self, text: &str) -> usize {
        self.used += 1;
        if let Some(&place) = self.places.get(text) {
            return place;
        }
        let place = self.places.len();
        self.places.insert(text.to_owned(), place);
        let _ = write!(self.xml, r#"<si><t xml:space="preserve">{}</t></si>"#, literal(text));
        place
    }

    fn finish(self) -> String {
        let (used, unique, items) = (self.used, self.places.len(), self.xml);
        format!(r#"{XML}<sst xmlns="{MAIN}" count="{used}" uniqueCount="{unique}">{items}</sst>"#)
    }
}

/// As much of a text as a cell holds, as XML; what looks like this format's own escapes is kept from being read so.
fn literal(text: &str) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= MOST_IN_CELL
    };
    let text = escape(&text.chars().take_while(fits).collect::<String>());
    let is_escape = |at: usize| {
        let digits = text.get(at + 2..at + 6).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        digits.is_some() && text[at + 6..].starts_with('_')
    };
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, _) in text.match_indices("_x").filter(|&(at, _)| is_escape(at)) {
        out += &text[done..at];
        out += "_x005F";
        done = at;
    }
    out + &text[done..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, name) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
        {
            assert_eq!(letters(column), name);
        }
    }

    #[test]
    fn names_and_texts_are_what_spreadsheets_take() {
        assert_eq!(sheet_name("a/b: [明细]"), "a b   明细");
        assert_eq!(sheet_name(&"长".repeat(40)).chars().count(), 31);
        assert_eq!(literal("<a> & max_x1 _x0041_"), "&lt;a&gt; &amp; max_x1 _x005F_x0041_");
        assert_eq!(literal(&"𠀀".repeat(20_000)).chars().count(), MOST_IN_CELL / 2);
    }
}
