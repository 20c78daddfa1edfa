//! A Frictionless Data Package: the descriptor and its CSV tables → dataset.

use serde::Deserialize;

use super::fit::at_a_glance;
use super::read_csv;
use crate::base::problem::{Location, Problem, ProblemKind};
use crate::base::text_table::TextTable;
use crate::model::{Dataset, Misfit, validate};

/// What the explorer reads of `datapackage.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Manifest {
    /// Title of the dataset.
    #[serde(default)]
    pub title: String,
    /// Version of the dataset.
    #[serde(default)]
    pub version: String,
    /// The tables.
    pub resources: Vec<Resource>,
}

/// One table of a package.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Resource {
    /// Table name.
    pub name: String,
    /// Path of its file, relative to the descriptor.
    pub path: String,
    /// Hash of the file, `sha256:` and hexadecimal; `None` where the descriptor does not say.
    #[serde(default)]
    pub hash: Option<String>,
    /// Size of the file in bytes.
    #[serde(default)]
    pub bytes: Option<usize>,
    /// Number of its rows, the header not counted.
    #[serde(default)]
    pub rows: Option<usize>,
}

/// The name of a package's descriptor.
pub(super) const DESCRIPTOR: &str = "datapackage.json";

/// A descriptor that is none, with the line at which it stops being one.
pub(super) fn not_of_form(file: &str, error: &serde_json::Error) -> Problem {
    let row = Some(error.line()).filter(|&line| line > 0);
    Problem {
        kind: ProblemKind::Unreadable,
        at: Location { table: file.into(), row, column: None },
        found: String::new(),
        expected: "Frictionless Data Package".into(),
    }
}

/// A path that leaves the package's folder.
pub(super) fn outside(path: &str) -> Problem {
    Problem {
        kind: ProblemKind::OutsidePackage,
        at: Location { table: DESCRIPTOR.into(), row: None, column: None },
        found: path.to_owned(),
        expected: "<name>.csv".into(),
    }
}

/// Reads `datapackage.json`. Paths that leave the package's folder are refused.
///
/// # Errors
/// One problem that says what is wrong with the descriptor.
pub fn read_manifest(text: &str) -> Result<Manifest, Problem> {
    let manifest: Manifest = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| not_of_form(DESCRIPTOR, &error))?;
    let leaves = |path: &str| {
        path.starts_with('/') || path.contains("..") || path.contains(':') || path.contains('\\')
    };
    match manifest.resources.iter().find(|r| leaves(&r.path)) {
        Some(resource) => Err(outside(&resource.path)),
        None => Ok(manifest),
    }
}

/// Reads the tables of a package: `(table name, CSV text)` pairs → the dataset and every problem met on the way.
#[must_use]
pub fn read_package(tables: &[(String, String)]) -> (Dataset, Vec<Problem>) {
    let (read, mut problems) = read_tables(tables);
    let (dataset, found) = validate(&read);
    problems.extend(found);
    (dataset, problems)
}

/// The same, and how far the tables are from what the descriptor says of them: by sizes and rows alone, see
/// [`super::changed`].
#[must_use]
pub fn read_described(
    manifest: &Manifest,
    tables: &[(String, String)],
) -> (Dataset, Vec<Problem>, Misfit) {
    let (read, mut problems) = read_tables(tables);
    let (dataset, found) = validate(&read);
    problems.extend(found);
    let misfit = at_a_glance(manifest, tables, &read, &dataset);
    (dataset, problems, misfit)
}

fn read_tables(tables: &[(String, String)]) -> (Vec<TextTable>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut read: Vec<TextTable> = Vec::new();
    for (name, text) in tables {
        let (table, found) = read_csv(name, text);
        problems.extend(found);
        read.push(table);
    }
    (read, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_descriptor_names_its_tables() {
        let text = r#"{"title":"t","resources":[{"name":"units","path":"units.csv","x":1}]}"#;
        let manifest = read_manifest(text).unwrap();
        assert_eq!(manifest.resources[0].path, "units.csv");
    }

    #[test]
    fn broken_and_escaping_descriptors_are_refused() {
        for text in ["{", "{}"] {
            assert_eq!(read_manifest(text).unwrap_err().kind, ProblemKind::Unreadable, "{text}");
        }
        for path in ["../secret.csv", "https://example.com/a.csv"] {
            let text = format!(r#"{{"resources":[{{"name":"a","path":"{path}"}}]}}"#);
            let problem = read_manifest(&text).unwrap_err();
            assert_eq!((problem.kind, &*problem.found), (ProblemKind::OutsidePackage, path));
        }
    }
}
