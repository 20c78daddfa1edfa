//! SDMX-CSV, told by the words that the standard gives its columns.

use std::collections::HashSet;

use super::kind::Kind;
use super::plan::Hinted;
use crate::base::lang::Bilingual;
use crate::column::{Data, Dictionary, Entry, Table};

/// What every such file has.
const TIME: &str = "TIME_PERIOD";
const VALUE: &str = "OBS_VALUE";
/// What says from which dataset a row is, and nothing of the row itself.
const ENVELOPE: [&str; 6] =
    ["DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY"];
/// Numbers that are codes.
const CODES: [&str; 4] = ["UNIT_MULT", "DECIMALS", "TIME_FORMAT", "BASE_PER"];

/// What the columns of these keys are; nothing where the table is no such file.
pub(super) fn hints(names: &[(String, String)]) -> Vec<Hinted> {
    // Where names are written too, they follow the word: `OBS_VALUE: Observation value`.
    let word = |key: &str| key.split(':').next().unwrap_or(key).trim().to_uppercase();
    let has = |wanted: &str| names.iter().any(|(key, _)| word(key) == wanted);
    if !has(TIME) || !has(VALUE) {
        return Vec::new();
    }
    let kind = |key: &str| {
        Some(match word(key).as_str() {
            TIME => Kind::Time,
            VALUE => Kind::Number,
            word if ENVELOPE.contains(&word) => Kind::Skip,
            word if CODES.contains(&word) => Kind::Category,
            _ => return None,
        })
    };
    let label = |key: &str| key.split_once(':').map(|(_, label)| label.trim().to_owned());
    let hinted = |(key, _): &(String, String)| {
        let (name, kind) = (label(key).filter(|label| !label.is_empty()), kind(key));
        (kind.is_some() || name.is_some()).then(|| Hinted { column: key.clone(), name, kind })
    };
    names.iter().filter_map(hinted).collect()
}

/// Parts the codes from the labels in columns that have both, as their names do: `AUS: Australia` is the code and what it is
/// called.
pub(super) fn part_labels(table: &mut Table) {
    for column in &mut table.columns {
        let Data::Category(category) = &mut column.data else { continue };
        if !column.key.contains(": ") {
            continue;
        }
        let mut parted = Dictionary::default();
        let mut codes = HashSet::new();
        let is_parted = category.dictionary.iter().all(|(_, entry)| {
            let Some((code, label)) = entry.id.split_once(": ") else { return false };
            let name = Bilingual::same(label);
            parted.intern(Entry { id: code.to_owned(), name, ..entry.clone() });
            codes.insert(code.to_owned())
        });
        if is_parted {
            category.dictionary = parted;
        }
    }
}
