//! The descriptor of the package that the explorer brings.

use serde::Deserialize;

use super::resources;
use crate::base::problem::Problem;

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
