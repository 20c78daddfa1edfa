//! SDMX-CSV, told by the words that the standard gives its columns.

use super::kind::Kind;
use super::plan::Hinted;

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
    let hint = |(key, _): &(String, String)| {
        let kind = match word(key).as_str() {
            TIME => Kind::Time,
            VALUE => Kind::Number,
            word if ENVELOPE.contains(&word) => Kind::Skip,
            word if CODES.contains(&word) => Kind::Category,
            _ => return None,
        };
        Some(Hinted { column: key.clone(), name: None, kind: Some(kind) })
    };
    names.iter().filter_map(hint).collect()
}
