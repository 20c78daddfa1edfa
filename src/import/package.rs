//! A Frictionless Data Package: its CSV tables, and what its descriptor says of them → dataset.

use super::fit::at_a_glance;
use super::manifest::Manifest;
use super::read_csv;
use crate::base::problem::Problem;
use crate::base::text_table::TextTable;
use crate::model::{Dataset, Misfit, validate};

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
