//! One row of JSON: an object whose members are cells, or an array of cells.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::base::problem::ProblemKind;
use crate::geo::{Geometry, Shapes};
use crate::import::rows::Rows;
use crate::import::sample::Cells;

/// Objects within a row whose members are cells of their own, as deep as this.
const DEPTH: usize = 5;

/// Two members that are a code and what it stands for.
const CODES: [&str; 3] = ["id", "code", "key"];
const NAMES: [&str; 4] = ["value", "name", "label", "title"];

/// Puts rows into cells, keeping its room between them.
#[derive(Debug, Default)]
pub(in crate::import) struct RowReader {
    text: Vec<u8>,
    places: Vec<(u32, u32)>,
    /// Whether rows are features of a map, whose properties are the cells.
    pub(super) is_geographic: bool,
}

impl RowReader {
    /// Reads a feature of a map whose shape is known already, by its properties in JSON.
    pub(in crate::import) fn feature(
        &mut self,
        (properties, shape, lost): (&str, Geometry, usize),
        line: usize,
        rows: &mut Rows,
    ) {
        self.read(properties.as_bytes(), line, rows);
        rows.shapes.add(said(properties), shape, lost);
    }

    /// Reads one row. A row that is no JSON is reported and left out.
    pub(super) fn read(&mut self, row: &[u8], line: usize, rows: &mut Rows) {
        self.text.clear();
        self.places.clear();
        let plain = std::str::from_utf8(row).ok().filter(|text| self.cells(text, rows));
        let sound = plain.map(Cow::Borrowed).or_else(|| {
            // Some programs write numbers that JSON does not have.
            self.text.clear();
            self.places.clear();
            let text = with_words_quoted(&String::from_utf8_lossy(row));
            self.cells(&text, rows).then_some(Cow::Owned(text))
        });
        if let Some(text) = sound {
            if self.is_geographic {
                keep_shape(&text, rows);
            }
            let cells = Cells { text: &self.text, places: &self.places, cut: false };
            rows.row(line, cells, row.len() + 1);
        } else {
            rows.findings.note(ProblemKind::Unreadable, Some(line), None, row, "JSON");
        }
    }

    fn cells(&mut self, text: &str, rows: &mut Rows) -> bool {
        if text.starts_with('[') {
            let Ok(Items(items)) = serde_json::from_str(text) else { return false };
            for item in items {
                let from = self.text.len();
                push(&mut self.text, item.get());
                self.places.push((offset(from), offset(self.text.len())));
            }
            return true;
        }
        self.members(text, "", 1, rows)
    }

    fn members(&mut self, text: &str, prefix: &str, depth: usize, rows: &mut Rows) -> bool {
        let Ok(Members(members)) = serde_json::from_str(text) else { return false };
        let is_pair = !prefix.is_empty() && is_pair(&members);
        for (name, value) in members {
            let raw = value.get();
            if self.is_geographic && depth == 1 {
                match &*name.0 {
                    // Shapes are no cells: `keep_shape` takes them.
                    "type" | "bbox" | "geometry" => continue,
                    "properties" if raw.starts_with('{') => {
                        if !self.members(raw, "", depth + 1, rows) {
                            return false;
                        }
                        continue;
                    }
                    "properties" => continue,
                    _ => {}
                }
            }
            let name = if prefix.is_empty() {
                name.0
            } else if is_pair && NAMES.contains(&&*name.0) {
                Cow::Borrowed(prefix)
            } else {
                Cow::Owned(format!("{prefix}.{}", name.0))
            };
            if raw.starts_with('{') && depth < DEPTH {
                if !self.members(raw, &name, depth + 1, rows) {
                    return false;
                }
                continue;
            }
            self.cell(&name, raw, rows);
        }
        true
    }

    /// Puts a value into its column. A list of plain values is one text; one of others is said not to be read.
    fn cell(&mut self, name: &str, raw: &str, rows: &mut Rows) {
        let at = rows.column(name);
        if self.places.len() <= at {
            self.places.resize(at + 1, (0, 0));
        }
        let from = self.text.len();
        if raw.starts_with('[') {
            let items = serde_json::from_str(raw).map_or_else(|_| Vec::new(), |Items(items)| items);
            let is_nested = |item: &&RawValue| item.get().starts_with(['[', '{']);
            if items.iter().any(is_nested) {
                let kind = ProblemKind::UnsupportedColumn;
                rows.findings.note(kind, None, Some(name), raw.as_bytes(), "");
            } else {
                for (nth, item) in items.iter().enumerate() {
                    if nth > 0 {
                        self.text.extend_from_slice(b", ");
                    }
                    push(&mut self.text, item.get());
                }
            }
        } else {
            push(&mut self.text, raw);
        }
        self.places[at] = (offset(from), offset(self.text.len()));
    }
}

/// Keeps the shape of a feature, and what is said of it.
fn keep_shape(feature: &str, rows: &mut Rows) {
    let Ok(Members(members)) = serde_json::from_str(feature) else { return };
    let value = |name: &str| {
        let member = members.iter().find(|(own, _)| own.0 == name);
        member.map(|(_, value)| value.get())
    };
    let mut said = value("properties").map(said).unwrap_or_default();
    if let Some(id) = value("id") {
        Shapes::keep(&mut said, "id", id);
    }
    rows.shapes.add_feature(said, value("geometry").unwrap_or("null"));
}

/// What properties say in texts and numbers.
fn said(properties: &str) -> Vec<(String, String)> {
    let Ok(Members(members)) = serde_json::from_str(properties) else { return Vec::new() };
    let mut said = Vec::new();
    for (name, value) in &members {
        Shapes::keep(&mut said, &name.0, value.get());
    }
    said
}

/// Whether an object is a code and its name.
fn is_pair(members: &[(Text<'_>, &RawValue)]) -> bool {
    let [(first, _), (second, _)] = members else { return false };
    let is = |code: &str, name: &str| CODES.contains(&code) && NAMES.contains(&name);
    is(&first.0, &second.0) || is(&second.0, &first.0)
}

/// Writes a value as a cell: a text without its quotes, nothing for `null`, and all else as it stands.
fn push(cell: &mut Vec<u8>, raw: &str) {
    if raw.starts_with('"') {
        if let Ok(Text(text)) = serde_json::from_str(raw) {
            cell.extend_from_slice(text.as_bytes());
        }
    } else if raw != "null" {
        cell.extend_from_slice(raw.as_bytes());
    }
}

/// Rows are far below 4 GiB.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The text with `NaN`, `Infinity` and `-Infinity` in quotes where they stand for values.
fn with_words_quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let (mut in_text, mut escaped) = (false, false);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if !in_text
            && let Some(word) =
                ["NaN", "-Infinity", "Infinity"].into_iter().find(|w| rest.starts_with(w))
        {
            out.push('"');
            out.push_str(word);
            out.push('"');
            rest = &rest[word.len()..];
            continue;
        }
        in_text ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// A text that is borrowed where it has no escapes.
struct Text<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(TextVisitor)
    }
}

/// The members of an object in order, their values as they stand.
struct Members<'a>(Vec<(Text<'a>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MembersVisitor;
        impl<'de> Visitor<'de> for MembersVisitor {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(MembersVisitor)
    }
}

/// The items of an array, as they stand.
struct Items<'a>(Vec<&'a RawValue>);

impl<'de> Deserialize<'de> for Items<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ItemsVisitor;
        impl<'de> Visitor<'de> for ItemsVisitor {
            type Value = Items<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Items(items))
            }
        }
        deserializer.deserialize_seq(ItemsVisitor)
    }
}
