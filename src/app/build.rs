//! What the build asks of the finished program (`tools/build/first-screen.mjs`). Never run in a reader's browser.

use std::collections::BTreeMap;

use crate::import::{read_manifest, read_package, write_preview};
use crate::model::schema::LATE;

/// The preview of a package.
///
/// # Arguments
/// `files`: the package's files as JSON, `{"file name": "text"}`.
///
/// # Errors
/// What is wrong with the package, in words for whoever builds.
pub fn preview_of(files: &str) -> Result<Vec<u8>, String> {
    let mut files: BTreeMap<String, String> =
        serde_json::from_str(files).map_err(|error| error.to_string())?;
    let descriptor = files.remove("datapackage.json").unwrap_or_default();
    let manifest = read_manifest(&descriptor).map_err(|problem| problem.to_string())?;
    let is_late = |name: &str| LATE.iter().any(|table| table.name == name);
    let tables = manifest.resources.into_iter().filter(|resource| !is_late(&resource.name));
    let tables: Vec<(String, String)> = tables
        .filter_map(|resource| Some((resource.name, files.remove(&resource.path)?)))
        .collect();
    let (data, problems) = read_package(&tables);
    match problems.first() {
        Some(problem) => Err(problem.to_string()),
        None => write_preview(&data),
    }
}
