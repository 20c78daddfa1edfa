//! What every reader of `datapackage.json` goes by: how its text is read, and that the files it lists stay in its folder.

use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::base::problem::{Location, Problem, ProblemKind};

/// The name of a package's descriptor.
pub(super) const DESCRIPTOR: &str = "datapackage.json";

/// One path, or several.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Paths {
    /// One file.
    One(String),
    /// Files that follow one another.
    Many(Vec<String>),
}

impl Default for Paths {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl Paths {
    /// All paths in order.
    #[must_use]
    pub fn all(&self) -> &[String] {
        match self {
            Self::One(path) => std::slice::from_ref(path),
            Self::Many(paths) => paths,
        }
    }
}

/// Reads of a descriptor what the caller needs of it.
///
/// # Errors
/// One problem: it is none, with the line at which it stops being one.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        let row = Some(error.line()).filter(|&line| line > 0);
        problem(ProblemKind::Unreadable, row, String::new(), "Frictionless Data Package")
    })
}

/// Refuses paths of which one leaves the descriptor's folder; `form` is what a path is to look like.
///
/// # Errors
/// One problem that names the path.
pub(super) fn inside<'a>(
    mut paths: impl Iterator<Item = &'a String>,
    form: &str,
) -> Result<(), Problem> {
    match paths.find(|path| !is_inside(path)) {
        Some(path) => Err(problem(ProblemKind::OutsidePackage, None, path.clone(), form)),
        None => Ok(()),
    }
}

/// A problem of the descriptor.
pub(super) fn problem(
    kind: ProblemKind,
    row: Option<usize>,
    found: String,
    expected: &str,
) -> Problem {
    let at = Location { table: DESCRIPTOR.into(), row, column: None };
    Problem { kind, at, found, expected: expected.into() }
}

/// Whether a path stays in its folder, in a zip file as well as behind an address: browsers read `%2e` as a dot, pass
/// over tabs and line breaks and cut blanks off the end, and servers may take an encoded slash for one.
fn is_inside(path: &str) -> bool {
    let path = decoded(path);
    let leaves = |folder: &str| matches!(folder.trim(), ".." | "");
    !path.contains([':', '\\']) && !path.contains(char::is_control) && !path.split('/').any(leaves)
}

/// A text without its `%…`.
pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paths that lead out of the folder, or that may do so where somebody reads them in another way than we do.
    const OUTSIDE: &[&str] = &[
        "..",
        "../secret.csv",
        "a/../../secret.csv",
        "a/..",
        "/etc/passwd",
        "//example.com/a.csv",
        "",
        "a//b.csv",
        "https://example.com/a.csv",
        "file:a.csv",
        "c:\\a.csv",
        "a\\..\\..\\b.csv",
        "%2e%2e/secret.csv",
        "a/%2E./%2e%2E/secret.csv",
        "..%2fsecret.csv",
        "%2fetc/passwd",
        "a%5c..%5cb.csv",
        "https%3a//example.com/a.csv",
        ".\t./secret.csv",
        "%2e%0a./secret.csv",
        "a/.. ",
        " ../secret.csv",
        "a%00.csv",
    ];

    #[test]
    fn paths_stay_in_their_folder() {
        for path in OUTSIDE {
            assert!(!is_inside(path), "{path:?}");
        }
        for path in [
            "a.csv",
            "./a.csv",
            "a/b.csv",
            "a..b.csv",
            "...csv",
            "a/.b/c d.csv",
            "domain=%E6%95%99/0.parquet",
            "100%.csv",
            "C# and F#.csv",
        ] {
            assert!(is_inside(path), "{path:?}");
        }
    }

    /// All who read a descriptor refuse the same paths.
    #[test]
    fn every_reader_refuses_what_leaves_the_folder() {
        for path in OUTSIDE {
            let one =
                serde_json::json!({ "resources": [{ "name": "a", "path": path }] }).to_string();
            let outside = (ProblemKind::OutsidePackage, (*path).to_owned());
            let of = |problem: Problem| (problem.kind, problem.found);
            assert_eq!(super::super::read_manifest(&one).map_err(of), Err(outside.clone()));
            #[cfg(feature = "import-all")]
            {
                let parts = ["a.csv", path];
                let text = serde_json::json!({ "resources": [{ "name": "a", "path": parts }] });
                for text in [&one, &text.to_string()] {
                    let read = super::super::Descriptor::read(text).map(|_| ());
                    assert_eq!(read.map_err(of), Err(outside.clone()));
                }
            }
            #[cfg(feature = "parquet")]
            {
                let read = super::super::parquet::Dataset::read(&one, Some("a"));
                assert_eq!(read.map_err(of), Err(outside));
            }
        }
    }
}
