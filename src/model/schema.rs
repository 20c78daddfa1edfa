//! Table and column names of the data package.

/// A table and the columns it must have, in the order they are written.
#[derive(Clone, Copy, Debug)]
pub struct TableSchema {
    /// Table name; its file is `<name>.csv`.
    pub name: &'static str,
    /// Required columns.
    pub columns: &'static [&'static str],
}

/// Every table of a package, referenced ones before those that refer to them.
pub const TABLES: [TableSchema; 7] = [
    TableSchema { name: "units", columns: &["id", "name_zh", "name_en", "kind", "base", "factor"] },
    TableSchema { name: "domains", columns: &["id", "name_zh", "name_en", "order"] },
    TableSchema {
        name: "places",
        columns: &["id", "name_zh", "name_en", "parent", "level", "code"],
    },
    TableSchema {
        name: "sources",
        columns: &[
            "id",
            "title_zh",
            "title_en",
            "publisher",
            "published",
            "place",
            "file",
            "sha256",
            "note",
        ],
    },
    TableSchema {
        name: "indicators",
        columns: &[
            "id",
            "domain",
            "name_zh",
            "name_en",
            "unit",
            "direction",
            "definition_zh",
            "definition_en",
        ],
    },
    TableSchema {
        name: "projects",
        columns: &[
            "id", "name_zh", "name_en", "place", "domain", "start", "end", "stage", "parent",
        ],
    },
    TableSchema {
        name: "observations",
        columns: &[
            "id",
            "indicator",
            "place",
            "project",
            "source",
            "value",
            "unit",
            "qualifier",
            "stage",
            "role",
            "period_start",
            "period_end",
            "breakdown",
            "start",
            "end",
            "printed",
            "part_of",
            "flag",
            "derived",
            "note_zh",
            "note_en",
        ],
    },
];

/// Guided tours through the releases: a package may leave them out.
pub const STORIES: TableSchema = TableSchema {
    name: "stories",
    columns: &["story", "step", "link", "observation", "text_zh", "text_en"],
};

/// Names of breakdown keys and values: a package may leave them out.
pub const LABELS: TableSchema =
    TableSchema { name: "labels", columns: &["key", "id", "name_zh", "name_en"] };
