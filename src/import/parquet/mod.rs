//! Parquet and Arrow IPC → typed columns. Nothing here fetches: a [`Scan`] says which bytes of which part it needs, is
//! given them, and decodes them, so that it reads from memory, from a file and over HTTP ranges alike.
//!
//! Steps of a scan: parts by a manifest ([`Dataset`]) → those whose partition values may match ([`Wanted`]) → their footers
//! ([`Scan::open`]) → row groups whose statistics may match, and of them the wanted columns ([`Scan::ranges`]) →
//! cells of the rows that do match ([`Scan::decode`]) → columns ([`Scan::finish`]).

mod arrow;
mod assembly;
mod calendar;
mod cells;
mod claims;
mod dataset;
mod flat;
mod footer;
mod growing;
mod pages;
mod scan;
mod thrift;
mod wanted;

use super::guard;
use crate::base::problem::{Location, Problem, ProblemKind};

pub use arrow::{is_arrow, read_arrow};
pub use dataset::{Dataset, Part};
pub use scan::{Plan, Scan, Scanned, TAIL, is_parquet, read_dataset, read_parquet};
pub use wanted::{Bound, Condition, Wanted};

/// What is wrong with a file or with one of its columns.
fn problem(
    kind: ProblemKind,
    (file, column): (&str, Option<&str>),
    found: impl ToString,
    expected: &str,
) -> Problem {
    let column = column.map(str::to_owned);
    let at = Location { table: file.to_owned(), row: None, column };
    Problem { kind, at, found: found.to_string(), expected: expected.into() }
}

/// A file that a decoder cannot read; in its own words, which no reader is shown.
fn damaged(file: &str, found: impl ToString, form: &str) -> Problem {
    problem(ProblemKind::DamagedFile, (file, None), found, form)
}

/// Runs a decoder over bytes that may be damaged.
fn guarded<T>(
    file: &str,
    form: &str,
    decode: impl FnOnce() -> Result<T, Problem>,
) -> Result<T, Problem> {
    guard::guarded(decode, || damaged(file, "damaged bytes", form))
}
