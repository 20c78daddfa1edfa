//! The descriptor of any Frictionless Data Package: its tables, and what it says of their columns.

use serde::Deserialize;

use super::described::{Described, said};
use super::kind::Kind;
use super::plan::Hinted;
use super::resources::Paths;
use super::{Options, resources};
use crate::base::problem::Problem;
use crate::model::schema::TABLES;

/// What is read of `datapackage.json`.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Descriptor {
    /// The tables.
    pub resources: Vec<TableEntry>,
}

/// One table of a package.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct TableEntry {
    /// Name of the table.
    #[serde(default)]
    pub name: String,
    /// Its file, or the files that hold it in parts, relative to the descriptor.
    #[serde(default)]
    pub path: Paths,
    /// WHATWG label of its encoding.
    #[serde(default)]
    pub encoding: Option<String>,
    /// The word for its format, such as `csv` or `geojson`.
    #[serde(default, deserialize_with = "said")]
    pub format: Option<String>,
    /// What is said of its file's bytes.
    #[serde(flatten)]
    pub(super) described: Described,
    #[serde(default)]
    dialect: Option<Dialect>,
    #[serde(default)]
    schema: Option<Schema>,
}

#[derive(Clone, Debug, Deserialize)]
struct Dialect {
    delimiter: Option<String>,
    header: Option<bool>,
}

/// A schema may also be the address of one, which is not read.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Schema {
    Fields { fields: Vec<Field> },
    Other(serde::de::IgnoredAny),
}

#[derive(Clone, Debug, Deserialize)]
struct Field {
    name: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default, rename = "type")]
    kind: Option<String>,
}

impl Descriptor {
    /// Reads a descriptor. Paths that leave the package's folder are refused.
    ///
    /// # Errors
    /// One problem that says what is wrong with it.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let descriptor: Self = resources::read(text)?;
        let paths = descriptor.resources.iter().flat_map(|entry| entry.path.all());
        resources::inside(paths, "<name>.csv")?;
        Ok(descriptor)
    }

    /// Whether it is a package of the explorer's own form, with every table that [`super::read_package`] needs.
    #[must_use]
    pub fn is_own(&self) -> bool {
        TABLES.iter().all(|table| self.resources.iter().any(|entry| entry.name == table.name))
    }

    /// The table of a name.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&TableEntry> {
        self.resources.iter().find(|entry| entry.name == name)
    }
}

impl TableEntry {
    /// Whether its format is Parquet, by what is said or by its file's name.
    #[must_use]
    pub fn is_parquet(&self) -> bool {
        let ends = |path: &String| path.ends_with(".parquet");
        self.format.as_deref() == Some("parquet") || self.path.all().first().is_some_and(ends)
    }

    /// The options with what the descriptor says of this table, where the caller does not say otherwise.
    #[must_use]
    pub fn options(&self, options: &Options) -> Options {
        let mut options = options.clone();
        options.encoding = options.encoding.or_else(|| self.encoding.clone());
        if let Some(dialect) = &self.dialect {
            let delimiter = dialect.delimiter.as_deref().map(str::as_bytes);
            if let (None, Some([separator])) = (options.separator, delimiter) {
                options.separator = Some(*separator);
            }
            if dialect.header == Some(false) {
                options.header = super::Header::Absent;
            }
        }
        if let Some(Schema::Fields { fields }) = &self.schema {
            let hinted = |field: &Field| Hinted {
                column: field.name.clone(),
                name: field.title.clone(),
                kind: field.kind.as_deref().and_then(kind),
            };
            options.fields = fields.iter().map(hinted).collect();
        }
        options
    }
}

/// What a type of the Table Schema is read as; `None` where it does not tell.
fn kind(name: &str) -> Option<Kind> {
    match name {
        "number" => Some(Kind::Number),
        "date" | "datetime" | "year" | "yearmonth" => Some(Kind::Time),
        "boolean" | "time" | "geopoint" | "object" | "array" => Some(Kind::Category),
        // Whole numbers may be years or codes, and texts dates.
        _ => None,
    }
}
