//! A Frictionless Data Package: the descriptor and its CSV tables → dataset.

use serde::Deserialize;

use super::fit::at_a_glance;
use super::{read_csv, resources};
use crate::base::problem::Problem;
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

/// Reads `datapackage.json`. Paths that leave the package's folder are refused.
///
/// # Errors
/// One problem that says what is wrong with the descriptor.
pub fn read_manifest(text: &str) -> Result<Manifest, Problem> {
    let manifest: Manifest = resources::read(text)?;
    resources::inside(manifest.resources.iter().map(|resource| &resource.path), "<name>.csv")?;
    Ok(manifest)
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
    use crate::base::problem::ProblemKind;

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
