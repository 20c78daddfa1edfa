//! Table and column names of the data package.

/// A table and its columns, in the order they are written.
#[derive(Clone, Copy, Debug)]
pub struct TableSchema {
    /// Table name; its file is `<name>.csv`.
    pub name: &'static str,
    /// Every column that is read.
    pub columns: &'static [&'static str],
    /// Those of them that a package may leave out.
    pub optional: &'static [&'static str],
}

impl TableSchema {
    /// The columns that a package must have.
    pub fn required(&self) -> impl Iterator<Item = &'static str> + use<> {
        let optional = self.optional;
        self.columns.iter().copied().filter(move |column| !optional.contains(column))
    }
}

/// Every table a package must have, referenced ones before those that refer to them.
pub const TABLES: [TableSchema; 7] = [
    TableSchema {
        name: "units",
        columns: &["id", "name_zh", "name_en", "singular_en", "kind", "base", "factor"],
        optional: &["singular_en"],
    },
    TableSchema { name: "domains", columns: &["id", "name_zh", "name_en", "order"], optional: &[] },
    TableSchema {
        name: "places",
        columns: &["id", "name_zh", "name_en", "parent", "level", "code", "short_zh", "short_en"],
        optional: &["short_zh", "short_en"],
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
            "url",
            "kind",
            "inferred",
        ],
        optional: &["url", "kind", "inferred"],
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
            "nature",
            "money",
            "topic",
            "question_zh",
            "question_en",
        ],
        optional: &["nature", "money", "topic", "question_zh", "question_en"],
    },
    TableSchema {
        name: "projects",
        columns: &[
            "id", "name_zh", "name_en", "place", "domain", "start", "end", "stage", "parent",
        ],
        optional: &[],
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
            "doubt",
        ],
        optional: &["doubt"],
    },
];

/// Guided tours through the releases: a package may leave them out.
pub const STORIES: TableSchema = TableSchema {
    name: "stories",
    columns: &["story", "step", "link", "observation", "text_zh", "text_en"],
    optional: &[],
};

/// Sentences about places, each with one large figure and a picture: a package may leave them out.
pub const HEADLINES: TableSchema = TableSchema {
    name: "headlines",
    columns: &[
        "place",
        "order",
        "observation",
        "with",
        "picture",
        "text_zh",
        "text_en",
        "more_zh",
        "more_en",
    ],
    optional: &["with", "more_zh", "more_en"],
};

/// Names of breakdown keys and values: a package may leave them out.
pub const LABELS: TableSchema = TableSchema {
    name: "labels",
    columns: &["key", "id", "name_zh", "name_en", "overlaps"],
    optional: &["overlaps"],
};

/// What releases leave in doubt: a package may leave it out.
pub const DOUBTS: TableSchema =
    TableSchema { name: "doubts", columns: &["id", "text_zh", "text_en"], optional: &[] };

/// Everyday words for indicators, fields and places: a package may leave them out.
pub const SYNONYMS: TableSchema =
    TableSchema { name: "synonyms", columns: &["word", "target"], optional: &[] };

/// The tables that a package may leave out.
pub const OPTIONAL: [TableSchema; 5] = [LABELS, DOUBTS, SYNONYMS, STORIES, HEADLINES];

/// Those of them that the first view does without: they are brought when somebody asks for them.
pub const LATE: [TableSchema; 2] = [SYNONYMS, STORIES];
