//! The formats that readers may open: what a file picker offers, and what they are told.

/// A format of tables, or of files that hold some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileFormat {
    /// What people call it.
    pub name: &'static str,
    /// How its files' names end, the usual ending first.
    pub endings: &'static [&'static str],
}

/// Every format that is read, tables first, then what holds them.
pub const FORMATS: [FileFormat; 10] = [
    FileFormat { name: "CSV", endings: &[".csv", ".txt"] },
    FileFormat { name: "TSV", endings: &[".tsv", ".tab"] },
    FileFormat { name: "JSON", endings: &[".json", ".jsonl", ".ndjson", ".geojson", ".topojson"] },
    FileFormat { name: "Excel", endings: &[".xlsx", ".xls", ".xlsm", ".xlsb", ".et"] },
    FileFormat { name: "ODS", endings: &[".ods"] },
    FileFormat { name: "PC-Axis", endings: &[".px"] },
    FileFormat { name: "HTML", endings: &[".html", ".htm"] },
    FileFormat { name: "Parquet", endings: &[".parquet"] },
    FileFormat { name: "Arrow", endings: &[".arrow", ".arrows", ".feather", ".ipc"] },
    FileFormat { name: "ZIP", endings: &[".zip"] },
];

/// Endings of files that are maps.
const MAPS: [&str; 2] = [".geojson", ".topojson"];
/// Endings of files that may be maps.
pub const MAP_ENDINGS: [&str; 3] = [MAPS[0], MAPS[1], ".json"];

/// Whether a file's name says that it may be a map.
#[must_use]
pub fn is_map_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    MAP_ENDINGS.iter().any(|ending| unpacked(&lower).ends_with(ending))
}

/// Whether a file's name says that it is a map.
#[cfg(feature = "import-all")]
pub(super) fn is_map_file(name: &str) -> bool {
    let lower = name.to_lowercase();
    MAPS.iter().any(|ending| lower.ends_with(ending))
}

/// Whether a file's name says that it is of one of the formats that are read, also a compressed one.
#[cfg(feature = "import-all")]
pub(super) fn is_table_name(name: &str) -> bool {
    let lower = name.to_lowercase();
    FORMATS.iter().flat_map(|own| own.endings).any(|ending| unpacked(&lower).ends_with(ending))
}

/// A name without the ending of what is compressed.
fn unpacked(name: &str) -> &str {
    COMPRESSED.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

/// Endings of files that hold one of these, compressed.
const COMPRESSED: [&str; 2] = [".gz", ".zst"];

/// Every ending, as a file picker takes them.
#[must_use]
pub fn accepted() -> String {
    let endings = FORMATS.iter().flat_map(|format| format.endings);
    endings.chain(&COMPRESSED).copied().collect::<Vec<_>>().join(",")
}

/// What the formats are called.
#[must_use]
pub fn format_names() -> [&'static str; 10] {
    FORMATS.map(|format| format.name)
}
