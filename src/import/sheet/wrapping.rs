//! The parts of a workbook in which it says what the library does not tell: how cells are shown, and what is beside them.

use std::collections::BTreeMap;

use super::aside::{Aside, of_xlsx, relations};
use super::shown::Shown;
use super::xml::{attribute, local_name, plain, tags};
use super::{ods, raised, xls, xlsb};
use crate::import::archive;
use crate::import::rows::Rows;

/// Bytes of a part beyond which it is not read once more for what is beside its values.
const LARGEST: u64 = 32 << 20;

/// How a raised text is told.
const RAISED: &[u8] = b"superscript";

/// A workbook's bytes, and the text of an ODS or the stream of an XLS in it.
#[derive(Clone, Copy)]
pub(super) struct Wrapping<'b> {
    pub(super) bytes: &'b [u8],
    pub(super) book: Option<&'b [u8]>,
    pub(super) rows: &'b Rows,
}

impl Wrapping<'_> {
    /// How cells of each style are shown, where the library does not tell, and what the sheet at this place and of this name
    /// says beside its values.
    pub(super) fn of_sheet(self, at: usize, name: &str) -> (Option<Vec<Option<Shown>>>, Aside) {
        let Some(book) = self.book else { return self.of_parts(name) };
        let (styles, mut asides) =
            if self.bytes.starts_with(b"PK") { ods::asides(book) } else { xls::asides(book) };
        let aside = if at < asides.len() { asides.swap_remove(at) } else { Aside::default() };
        (Some(styles), aside)
    }

    /// Texts that end in raised marks of notes, of an XLSX, and what they are without these.
    pub(super) fn without_raised(self) -> BTreeMap<String, String> {
        let files =
            if self.book.is_none() { archive::files(self.bytes, self.rows) } else { Vec::new() };
        let shared = archive::part(self.bytes, &files, "xl/sharedStrings.xml", LARGEST, self.rows);
        let is_raised = |text: &Vec<u8>| text.windows(RAISED.len()).any(|own| own == RAISED);
        shared.filter(is_raised).map(|text| raised::texts(&text)).unwrap_or_default()
    }

    fn of_parts(self, name: &str) -> (Option<Vec<Option<Shown>>>, Aside) {
        let files = archive::files(self.bytes, self.rows);
        let part = |name: &str, most| archive::part(self.bytes, &files, name, most, self.rows);
        let related = |of: &str| {
            let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
            let xml = part(&format!("{folder}/_rels/{file}.rels"), LARGEST).unwrap_or_default();
            relations(&xml, folder)
        };
        let path = |book: &str, id: &str| Some(related(book).get(id)?.1.clone());
        if let Some(book) = part("xl/workbook.bin", LARGEST) {
            let styles = xlsb::styles(&part("xl/styles.bin", LARGEST).unwrap_or_default());
            let id = xlsb::sheets(&book).remove(name).unwrap_or_default();
            let sheet = path("xl/workbook.bin", &id).and_then(|path| part(&path, u64::MAX));
            let aside = xlsb::aside(&sheet.unwrap_or_default(), &styles);
            return (Some(styles), aside);
        }
        let book = part("xl/workbook.xml", LARGEST).unwrap_or_default();
        let id = sheet_id(&book, name).unwrap_or_default();
        let Some(place) = path("xl/workbook.xml", &id) else { return (None, Aside::default()) };
        let Some(sheet) = part(&place, LARGEST) else { return (None, Aside::default()) };
        let remarks = related(&place).into_values().find(|(kind, _)| kind == "comments");
        let remarks = remarks.and_then(|(_, path)| part(&path, LARGEST));
        (None, of_xlsx(&sheet, remarks.as_deref()))
    }
}

/// The id of the relation to a sheet.
fn sheet_id(book: &[u8], name: &str) -> Option<String> {
    let sheets = tags(book).filter(|(tag, _)| local_name(tag) == b"sheet");
    let is_it = |tag: &[u8]| attribute(tag, b"name").map(plain).as_deref() == Some(name);
    let id = |tag: &[u8]| {
        let keys: [&[u8]; 2] = [b"r:id", b"relationships:id"];
        keys.into_iter().find_map(|key| attribute(tag, key)).map(plain)
    };
    sheets.map(|(tag, _)| tag).find(|tag| is_it(tag)).and_then(id)
}
