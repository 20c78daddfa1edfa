//! Texts that must be whole before their rows can be told: web pages and the XML of old spreadsheets, PC-Axis, JSON-stat,
//! SDMX-JSON and TopoJSON.

mod cube;
mod json_stat;
mod markup;
mod px;
mod sdmx;
mod topo;

use super::Options;
use super::rows::Rows;
use super::sample::Cells;
use super::source::Told;
use crate::base::problem::{Problem, ProblemKind};

/// The form of a text that must be whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A web page, whatever its file is called.
    Html,
    /// A workbook as one XML text, as Excel wrote them in 2003.
    XmlWorkbook,
    /// PC-Axis.
    Px,
    /// JSON-stat.
    JsonStat,
    /// SDMX-JSON.
    SdmxJson,
    /// TopoJSON.
    TopoJson,
}

/// Bytes in which a page's first tag must stand.
const TAGS_WITHIN: usize = 4096;

impl Form {
    /// Told by the beginning of a text.
    pub(super) fn of(head: &[u8]) -> Option<Self> {
        let head = head.trim_ascii_start();
        match head.first()? {
            b'{' => Self::of_json(head),
            b'<' => {
                let start = String::from_utf8_lossy(&head[..head.len().min(TAGS_WITHIN)]);
                let lower = start.to_ascii_lowercase();
                let pages = ["<html", "<!doctype html", "<table", "<body", "<head", "<meta"];
                if lower.contains("urn:schemas-microsoft-com:office:spreadsheet") {
                    return Some(Self::XmlWorkbook);
                }
                let is_page = pages.iter().any(|tag| lower.starts_with(tag))
                    || pages[..4].iter().any(|tag| lower.contains(tag));
                is_page.then_some(Self::Html)
            }
            _ => px::is_px(head).then_some(Self::Px),
        }
    }

    fn of_json(head: &[u8]) -> Option<Self> {
        let keys = keys(head);
        let has = |key: &str| keys.iter().any(|known| known == key);
        if has("dataSets") && (has("structure") || has("structures") || has("data") || has("meta"))
        {
            return Some(Self::SdmxJson);
        }
        if has("objects") && has("arcs") || topo::is_topology(head) {
            return Some(Self::TopoJson);
        }
        let is_cube = has("dimension") && (has("value") || has("size") || has("id"));
        let is_collection = has("class") && has("link") && has("version");
        (is_cube || is_collection).then_some(Self::JsonStat)
    }

    /// What people call it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Html => "HTML",
            Self::XmlWorkbook => "XML (Excel 2003)",
            Self::Px => "PC-Axis",
            Self::JsonStat => "JSON-stat",
            Self::SdmxJson => "SDMX-JSON",
            Self::TopoJson => "TopoJSON",
        }
    }

    /// Reads a whole text.
    ///
    /// # Errors
    /// A problem where there is no table in it, or not enough memory for it.
    pub(super) fn read(
        self,
        text: &str,
        options: &Options,
        rows: &mut Rows,
        told: &mut Told,
    ) -> Result<(), Problem> {
        match self {
            Self::Html | Self::XmlWorkbook => markup::read(text, options, rows, told),
            Self::Px => px::read(text, options.lang, rows),
            Self::JsonStat => json_stat::read(text, rows),
            Self::SdmxJson => sdmx::read(text, rows),
            Self::TopoJson => topo::read(text, options, rows, told),
        }
    }
}

/// The keys of the outer two levels of objects, as far as the text goes.
fn keys(head: &[u8]) -> Vec<String> {
    let (mut depth, mut keys, mut at) = (0_usize, Vec::new(), 0);
    while at < head.len() {
        match head[at] {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                let from = at + 1;
                at = from;
                while at < head.len() && head[at] != b'"' {
                    at += if head[at] == b'\\' { 2 } else { 1 };
                }
                let text = head.get(from..at).unwrap_or_default();
                let rest = head.get(at + 1..).unwrap_or_default().trim_ascii_start();
                if depth <= 2 && rest.first() == Some(&b':') {
                    keys.push(String::from_utf8_lossy(text).into_owned());
                }
            }
            _ => {}
        }
        at += 1;
    }
    keys
}

/// Hands on rows whose cells come one by one.
#[derive(Debug, Default)]
struct RowWriter {
    text: Vec<u8>,
    places: Vec<(u32, u32)>,
    line: usize,
}

impl RowWriter {
    fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>, rows: &mut Rows) {
        self.text.clear();
        self.places.clear();
        self.line += 1;
        for cell in cells {
            let from = offset(self.text.len());
            self.text.extend_from_slice(cell.as_ref().as_bytes());
            self.places.push((from, offset(self.text.len())));
        }
        let cells = Cells { text: &self.text, places: &self.places, cut: false };
        rows.row(self.line, cells, self.text.len() + 1);
    }
}

/// Rows are far below 4 GiB.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// What cannot be read as what it says it is.
fn unreadable(rows: &Rows, found: &str, form: Form) -> Problem {
    let (kind, found) = (ProblemKind::DamagedFile, found.as_bytes());
    rows.findings.problem(kind, None, None, found, form.name())
}

#[cfg(test)]
mod tests;
