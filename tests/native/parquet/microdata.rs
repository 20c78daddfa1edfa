//! The dataset that the SQL of `public/sql` made of microdata, read as the explorer reads it.

use std::collections::BTreeMap;
use std::fs;

use minsheng_explorer::import::parquet::{Dataset, Wanted, read_dataset};
use minsheng_explorer::import::{parquet::Scanned, read_csv};

use super::wanted;
use crate::packages::root;

/// Reads the dataset, every file held in memory.
fn observations(wanted: Wanted) -> Scanned {
    let folder = root().join("target/microdata/observations");
    let descriptor = fs::read_to_string(folder.join("datapackage.json")).unwrap();
    let dataset = Dataset::read(&descriptor, None).unwrap();
    read_dataset(dataset, wanted, |path| fs::read(folder.join(path)).unwrap().into()).unwrap()
}

/// Value and count by the other columns.
fn figures(scanned: &Scanned) -> BTreeMap<Vec<String>, [String; 2]> {
    let cell = |name: &str, row: usize| {
        scanned.columns.iter().find(|column| column.name == name).unwrap().text(row)
    };
    let keys = ["place", "period", "indicator", "domain", "stage", "unit"];
    (0..scanned.rows)
        .map(|row| {
            (keys.map(|key| cell(key, row)).to_vec(), ["value", "count"].map(|key| cell(key, row)))
        })
        .collect()
}

#[test]
#[ignore = "reads target/microdata, which tests/microdata writes"]
fn microdata_come_out_as_counted() {
    let text = fs::read_to_string(root().join("target/microdata/expected.csv")).unwrap();
    let (table, problems) = read_csv("expected", &text);
    assert!(problems.is_empty() && table.rows.len() > 10_000);
    let plain = |number: &str| number.parse::<f64>().unwrap().to_string();
    let expected: BTreeMap<Vec<String>, [String; 2]> = table
        .rows
        .iter()
        .map(|row| (row.cells[..6].to_vec(), [plain(&row.cells[6]), plain(&row.cells[7])]))
        .collect();
    let all = observations(Wanted::default());
    assert_eq!(all.rows, expected.len());
    assert_eq!(figures(&all), expected);

    let json = r#"{"where":{"domain":{"in":["health"]},"period":{"from":2020,"to":2021},"unit":{"in":["yuan"]}}}"#;
    let some = observations(wanted(json));
    let is_meant = |key: &[String]| {
        key[3] == "health" && (key[1] == "2020" || key[1] == "2021") && key[5] == "yuan"
    };
    let meant: BTreeMap<_, _> = expected.into_iter().filter(|(key, _)| is_meant(key)).collect();
    assert!(!meant.is_empty());
    assert_eq!(figures(&some), meant);
}
