//! Partitioned datasets: a Frictionless descriptor whose resource lists its parts.

use serde::Deserialize;

use crate::base::problem::{Problem, ProblemKind};
use crate::import::resources::{self, Paths, decoded};

/// What a path of a part is to look like.
const FORM: &str = "<folder>/<name>.parquet";

/// How writers of partitioned datasets spell that a row has no value in a partition column.
const NO_VALUE: &str = "__HIVE_DEFAULT_PARTITION__";

/// A table in parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    /// The resource's name.
    pub name: String,
    /// Its parts, in the descriptor's order.
    pub parts: Vec<Part>,
}

/// One file of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Its path, relative to the descriptor.
    pub path: String,
    /// Values that all its rows share, by column: `key=value` in the folders of its path. `None` is no value.
    pub values: Vec<(String, Option<String>)>,
}

#[derive(Deserialize)]
struct Descriptor {
    resources: Vec<Resource>,
}

#[derive(Deserialize)]
struct Resource {
    name: String,
    path: Paths,
    #[serde(default)]
    format: Option<String>,
}

impl Dataset {
    /// Reads a descriptor's resource of that name, or its first one in Parquet.
    ///
    /// # Errors
    /// It is no descriptor, has no such resource, or a path leaves its folder.
    pub fn read(descriptor: &str, resource: Option<&str>) -> Result<Self, Problem> {
        let descriptor: Descriptor = resources::read(descriptor)?;
        let names: Vec<&str> = descriptor.resources.iter().map(|r| r.name.as_str()).collect();
        let names = names.join(", ");
        let is_meant =
            |r: &Resource| resource.map_or_else(|| r.is_parquet(), |name| r.name == name);
        let resource = descriptor.resources.into_iter().find(is_meant).ok_or_else(|| {
            let expected = resource.unwrap_or("*.parquet");
            resources::problem(ProblemKind::MissingTable, None, names, expected)
        })?;
        let paths = resource.path.all();
        resources::inside(paths.iter(), FORM)?;
        // Parts are fetched, of an address with one of these another file than the one named.
        if let Some(path) = paths.iter().find(|path| path.contains(['?', '#'])) {
            let kind = ProblemKind::OutsidePackage;
            return Err(resources::problem(kind, None, path.clone(), FORM));
        }
        let parts = paths.iter().cloned().map(Part::new).collect();
        Ok(Self { name: resource.name, parts })
    }
}

impl Resource {
    fn is_parquet(&self) -> bool {
        let ends = |path: &String| path.ends_with(".parquet");
        self.format.as_deref() == Some("parquet") || self.path.all().first().is_some_and(ends)
    }
}

impl Part {
    /// A part by its path; the folders named `key=value` give its partition values.
    #[must_use]
    pub fn new(path: String) -> Self {
        let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
        let values = folders
            .split('/')
            .filter_map(|folder| folder.split_once('='))
            .map(|(key, value)| (decoded(key), Some(decoded(value)).filter(|v| v != NO_VALUE)))
            .collect();
        Self { path, values }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_give_partition_values() {
        let descriptor = r#"{"resources":[{"name":"notes","path":"notes.csv"},{"name":"observations","format":"parquet",
            "path":["o/domain=health/year=2021/0.parquet","o/domain=%E6%95%99/year=__HIVE_DEFAULT_PARTITION__/0.parquet"]}]}"#;
        let dataset = Dataset::read(descriptor, None).unwrap();
        let value = |key: &str, value: Option<&str>| (key.to_owned(), value.map(str::to_owned));
        assert_eq!(dataset.name, "observations");
        assert_eq!(
            dataset.parts[0].values,
            [value("domain", Some("health")), value("year", Some("2021"))]
        );
        assert_eq!(
            dataset.parts[1].values,
            [value("domain", Some("\u{6559}")), value("year", None)]
        );
        assert_eq!(Dataset::read(descriptor, Some("observations")).unwrap(), dataset);
        let missing = Dataset::read(descriptor, Some("cases")).unwrap_err();
        assert_eq!((&*missing.found, &*missing.expected), ("notes, observations", "cases"));
    }

    #[test]
    fn paths_that_leave_the_folder_are_refused() {
        for path in [
            "../a.parquet",
            "/a.parquet",
            "https://example.com/a.parquet",
            "b/%2e%2e/a.parquet",
            "b//a.parquet",
            "a.parquet?b",
            "a#b.parquet",
        ] {
            let descriptor = format!(r#"{{"resources":[{{"name":"a","path":["{path}"]}}]}}"#);
            assert_eq!(Dataset::read(&descriptor, Some("a")).unwrap_err().found, path);
        }
        assert!(Dataset::read("[]", None).is_err());
    }
}
