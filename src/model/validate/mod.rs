//! Text tables → a dataset of the sound rows and the list of everything that is wrong.
//!
//! Never panics and drops no row silently: each row that is left out has at least one problem with its line.

mod figures;
mod headlines;
mod numerals;
mod row;
mod stories;
mod tables;
mod trees;

use super::schema::{DOUBTS, HEADLINES, LABELS, STORIES, SYNONYMS, TABLES};
use super::{Dataset, Id};
use crate::base::problem::{Location, Problem, ProblemKind};
use crate::base::text_table::TextTable;
use row::Cursor;

/// The table that names doubts.
const OBSERVATIONS: &str = "observations";

/// Reads the tables of a package. Rows with a fault that would make them lie are left out; rows with a fault
/// that only loses a detail (a parent, a note's date) are kept without it. Both are reported.
#[must_use]
pub fn validate(tables: &[TextTable]) -> (Dataset, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut dataset = Dataset::default();
    let mut cursors = Vec::new();
    for schema in TABLES {
        let table = tables.iter().find(|t| t.name == schema.name);
        cursors.push(Cursor::open(schema, table, &mut problems));
    }
    if let Some(table) = tables.iter().find(|t| t.name == DOUBTS.name) {
        let doubts = Cursor::open(DOUBTS, Some(table), &mut problems);
        tables::doubts(&doubts, &mut dataset, &mut problems);
    } else if let Some(observations) = tables.iter().find(|t| t.name == OBSERVATIONS) {
        tables::doubts_named(observations, &mut dataset);
    }
    if let [units, domains, places, sources, indicators, projects, observations] = &cursors[..] {
        tables::units(units, &mut dataset, &mut problems);
        tables::domains(domains, &mut dataset, &mut problems);
        tables::places(places, &mut dataset, &mut problems);
        tables::sources(sources, &mut dataset, &mut problems);
        tables::indicators(indicators, &mut dataset, &mut problems);
        tables::projects(projects, &mut dataset, &mut problems);
        figures::observations(observations, &mut dataset, &mut problems);
    }
    if let Some(table) = tables.iter().find(|t| t.name == LABELS.name) {
        let labels = Cursor::open(LABELS, Some(table), &mut problems);
        tables::labels(&labels, &mut dataset, &mut problems);
    }
    if let Some(table) = tables.iter().find(|t| t.name == HEADLINES.name) {
        let headlines = Cursor::open(HEADLINES, Some(table), &mut problems);
        dataset.headlines = headlines::headlines(&headlines, &dataset, &mut problems);
    }
    if let Some(table) = tables.iter().find(|t| t.name == STORIES.name) {
        problems.extend(add_stories(table, &mut dataset));
    }
    if let Some(table) = tables.iter().find(|t| t.name == SYNONYMS.name) {
        problems.extend(add_synonyms(table, &mut dataset));
    }
    (dataset, problems)
}

/// Reads the table of guided tours into a dataset that is there already, in place of those it has.
#[must_use]
pub fn add_stories(table: &TextTable, data: &mut Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    let cursor = Cursor::open(STORIES, Some(table), &mut problems);
    data.stories = stories::stories(&cursor, data, &mut problems);
    problems
}

/// Reads the table of everyday words into a dataset that is there already, in place of those it has.
#[must_use]
pub fn add_synonyms(table: &TextTable, data: &mut Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    let cursor = Cursor::open(SYNONYMS, Some(table), &mut problems);
    data.synonyms = tables::synonyms(&cursor, data, &mut problems);
    problems
}

/// Records a problem of one cell.
fn report(
    problems: &mut Vec<Problem>,
    kind: ProblemKind,
    at: Location,
    found: impl Into<String>,
    expected: impl Into<String>,
) {
    problems.push(Problem { kind, at, found: found.into(), expected: expected.into() });
}

/// A record's parent reference, to be resolved once every record is known: child, line, parent's id.
struct Link<T> {
    child: Id<T>,
    line: usize,
    parent: String,
}
