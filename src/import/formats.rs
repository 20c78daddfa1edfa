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
    FileFormat { name: "JSON", endings: &[".json", ".jsonl", ".ndjson", ".geojson"] },
    FileFormat { name: "Excel", endings: &[".xlsx", ".xls"] },
    FileFormat { name: "ODS", endings: &[".ods"] },
    FileFormat { name: "PC-Axis", endings: &[".px"] },
    FileFormat { name: "HTML", endings: &[".html", ".htm"] },
    FileFormat { name: "Parquet", endings: &[".parquet"] },
    FileFormat { name: "Arrow", endings: &[".arrow", ".arrows", ".feather", ".ipc"] },
    FileFormat { name: "ZIP", endings: &[".zip"] },
];

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
