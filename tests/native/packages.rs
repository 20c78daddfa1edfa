//! Data packages read from disk: the fixtures under `tests/fixtures/packages`, and the bundled one.

use std::fs;
use std::path::{Path, PathBuf};

use minsheng_explorer::import::{read_csv, read_manifest, read_package};
use minsheng_explorer::model::Dataset;
use minsheng_explorer::model::schema::{OPTIONAL, TABLES};

/// The repository's folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn fixtures() -> PathBuf {
    root().join("tests/fixtures/packages")
}

/// The tables of a package: `(name, CSV text)`, in the order of the schema; absent files are left out.
pub(crate) fn read(folder: &Path) -> Vec<(String, String)> {
    let text = |name: &str| fs::read_to_string(folder.join(format!("{name}.csv"))).ok();
    TABLES
        .iter()
        .chain(&OPTIONAL)
        .filter_map(|t| Some((t.name.to_owned(), text(t.name)?)))
        .collect()
}

/// The small package without a fault.
pub(crate) fn valid() -> Vec<(String, String)> {
    read(&fixtures().join("valid"))
}

/// The small package with the tables that the folder of this rule breaks in place of its own.
pub(crate) fn broken(rule: &str) -> Vec<(String, String)> {
    let mut tables = valid();
    let patches = read(&fixtures().join("broken").join(rule));
    assert!(!patches.is_empty(), "no fixture for {rule}");
    for (name, text) in patches {
        for table in tables.iter_mut().filter(|(n, _)| *n == name) {
            table.1.clone_from(&text);
        }
    }
    tables
}

/// The rules that have a folder of fixtures.
pub(crate) fn rules() -> Vec<String> {
    let entries = fs::read_dir(fixtures().join("broken")).into_iter().flatten().flatten();
    let mut rules: Vec<String> =
        entries.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    rules.sort();
    rules
}

/// The dataset of the package without a fault.
pub(crate) fn sound() -> Dataset {
    let (data, problems) = read_package(&valid());
    assert_eq!(problems, [], "the package without a fault");
    data
}

/// The ids of a table's records, in order.
pub(crate) fn ids(data: &Dataset, table: &str) -> Vec<String> {
    macro_rules! ids {
        ($($name:ident),+) => {
            match table {
                $(stringify!($name) => data.$name.iter().map(|(_, r)| r.id.clone()).collect(),)+
                _ => Vec::new(),
            }
        };
    }
    ids!(units, domains, places, sources, indicators, projects, observations)
}

/// Line and id of every row of a table's text.
pub(crate) fn lines(name: &str, text: &str) -> Vec<(usize, String)> {
    let (table, _) = read_csv(name, text);
    let id = table.column("id").unwrap_or(usize::MAX);
    let cell = |cells: &[String]| cells.get(id).map_or("", |c| c.trim()).to_owned();
    table.rows.iter().map(|row| (row.line, cell(&row.cells))).collect()
}

/// Where the bundled package is.
pub(crate) fn bundled_folder() -> PathBuf {
    root().join("public/data")
}

/// The tables that the descriptor of the bundled package names, as the page reads them.
pub(crate) fn bundled() -> Vec<(String, String)> {
    let text = |path: &str| {
        let path = bundled_folder().join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let manifest = read_manifest(&text("datapackage.json"));
    let manifest = manifest.unwrap_or_else(|problem| panic!("{problem}"));
    manifest.resources.iter().map(|r| (r.name.clone(), text(&r.path))).collect()
}
