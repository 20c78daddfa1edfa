//! What a sheet has beside the values of its cells: how they are shown, what is hidden, what is missing, what was remarked.

use std::collections::BTreeMap;

use super::xml::{attribute, local_name, number, plain, tags};
use crate::import::arrangement::{About, Note};

/// Columns that a sheet has.
const COLUMNS: u32 = 16_384;

/// Remarks on cells that are kept, and characters of each.
const REMARKS: usize = 100;
const LONGEST: usize = 400;

/// What was met in a sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Aside {
    /// Cells by their places, with the numbers of their ways of being shown.
    pub(super) places: Vec<((u32, u32), u32)>,
    pub(super) hidden_rows: usize,
    /// Ranges of columns, both ends included.
    hidden_columns: Vec<(u32, u32)>,
    /// Cells with a formula and without its result.
    pub(super) lacking: usize,
    /// What somebody remarked on cells.
    pub(super) notes: Vec<Note>,
}

impl Aside {
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        self.hidden_columns.push((first, last.min(COLUMNS)));
    }

    /// How many of these columns are hidden.
    pub(super) fn hidden(&self, columns: impl Iterator<Item = u32>) -> usize {
        let is_hidden = |column: &u32| {
            self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(column))
        };
        columns.filter(is_hidden).count()
    }

    /// Takes a remark on a cell.
    pub(super) fn remark(&mut self, (row, _): (u32, u32), text: &str) {
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() && self.notes.len() < REMARKS {
            let text = text.chars().take(LONGEST).collect();
            self.notes.push(Note { line: row as usize + 1, about: About::Table, text });
        }
    }
}

/// What the part of a sheet in an XLSX says. `remarks` is the part of the remarks on its cells.
pub(super) fn of_xlsx(sheet: &[u8], remarks: Option<&[u8]>) -> Aside {
    let mut aside = Aside::default();
    // Whether the row that is under way is hidden and says something; whether the cell has a formula and no result yet.
    let (mut hidden, mut says, mut lacks) = (false, false, false);
    // Of a formula whose result is a text this may be an empty one.
    let mut is_text = false;
    for (tag, text) in tags(sheet) {
        let is_set = |key: &[u8]| matches!(attribute(tag, key), Some(b"1" | b"true"));
        match local_name(tag) {
            b"col" if is_set(b"hidden") => {
                let ends = number(tag, b"min").zip(number(tag, b"max"));
                if let Some((first, last)) = ends.filter(|(first, _)| *first > 0) {
                    aside.hide_columns(first - 1, last.saturating_sub(1));
                }
            }
            b"row" => (hidden, says) = (is_set(b"hidden"), false),
            b"/row" => aside.hidden_rows += usize::from(hidden && says),
            b"f" => lacks = true,
            b"v" if !text.is_empty() => (says, lacks) = (true, false),
            b"v" if is_text => lacks = false,
            b"is" => says = true,
            b"c" => (lacks, is_text) = (false, attribute(tag, b"t") == Some(b"str")),
            b"/c" => aside.lacking += usize::from(std::mem::take(&mut lacks)),
            _ => {}
        }
    }
    let mut under_way: Option<((u32, u32), String)> = None;
    for (tag, text) in remarks.into_iter().flat_map(tags) {
        match local_name(tag) {
            b"comment" => {
                let place = attribute(tag, b"ref").and_then(place);
                under_way = place.map(|place| (place, String::new()));
            }
            b"t" => {
                if let Some((_, own)) = &mut under_way {
                    own.push_str(&plain(text));
                }
            }
            b"/comment" => {
                if let Some((place, text)) = under_way.take() {
                    aside.remark(place, &text);
                }
            }
            _ => {}
        }
    }
    aside
}

/// The place that `B12` names.
fn place(reference: &[u8]) -> Option<(u32, u32)> {
    let letters = reference.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let row: u32 = std::str::from_utf8(reference.get(letters..)?).ok()?.parse().ok()?;
    let column = reference[..letters].iter().try_fold(0_u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1)
    })?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// Parts of an XLSX that a relation names, by the id of the relation and by its kind, from the folder of what relates.
pub(super) fn relations(xml: &[u8], folder: &str) -> BTreeMap<String, (String, String)> {
    let mut found = BTreeMap::new();
    for (tag, _) in tags(xml).filter(|(tag, _)| local_name(tag) == b"Relationship") {
        let said = |key: &[u8]| attribute(tag, key).map(plain).unwrap_or_default();
        let (id, kind, target) = (said(b"Id"), said(b"Type"), said(b"Target"));
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        found.insert(id, (kind, joined(folder, &target)));
    }
    found
}

/// A path from a folder, which may lead up.
fn joined(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_sheet_hides_and_lacks_is_counted() {
        let sheet = br#"<worksheet><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols><sheetData>
            <row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>1+1</f><v>2</v></c></row>
            <row r="4"><c r="A4" t="str"><f>IF(B1=2,"","x")</f><v></v></c></row><row r="2" hidden="1"><c r="A2" t="s"><v>0</v></c></row><row r="3" hidden="true"/></sheetData></worksheet>"#;
        let remarks = br#"<comments><comment ref="B2" authorId="0"><text><r><t>seen</t></r><r><t xml:space="preserve"> &amp; signed</t></r></text></comment></comments>"#;
        let aside = of_xlsx(sheet, Some(remarks));
        assert_eq!((aside.hidden_rows, aside.lacking, aside.hidden(0..5)), (1, 1, 2));
        assert_eq!((aside.notes[0].line, aside.notes[0].text.as_str()), (2, "seen & signed"));
        assert_eq!(joined("xl/worksheets", "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(place(b"AB3"), Some((2, 27)));
    }
}
