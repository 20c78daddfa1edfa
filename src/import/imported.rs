//! What a reader of files tells: how far it has come, and what a file turned out to be.

use super::findings::Findings;
use super::plan::Plan;
use super::source::Told;
use crate::base::problem::{Problem, ProblemKind};
use crate::column::Table;
use crate::geo::Atlas;
use crate::model::Dataset;

/// How far a reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the input that have been read.
    pub done: u64,
    /// Bytes of the whole input, where known.
    pub total: Option<u64>,
    /// Rows so far.
    pub rows: usize,
}

/// What a file turned out to be.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The table.
    pub table: Table,
    /// The dataset behind it, where the file is a data package of the explorer's own form.
    pub dataset: Option<Dataset>,
    /// What its columns were read as; empty for a dataset.
    pub plan: Plan,
    /// What is wrong with the file.
    pub findings: Findings,
    /// How it was read, and what else it holds.
    pub told: Told,
    /// The map that its rows are the areas of, where the file is one.
    pub atlas: Option<Atlas>,
}

impl Imported {
    /// The same, where there is a row to look at.
    ///
    /// # Errors
    /// A problem that says so where there is none.
    pub fn with_rows(self) -> Result<Self, Problem> {
        if self.table.len > 0 {
            return Ok(self);
        }
        if let Some(cut) = self.findings.first(ProblemKind::CutFile) {
            return Err(cut.clone());
        }
        let named = self.plan.columns.iter().map(|column| column.name.as_str());
        let names: Vec<&str> = named.filter(|name| !name.is_empty()).collect();
        let (kind, names) = (ProblemKind::NoRows, names.join(", "));
        Err(self.findings.problem(kind, None, None, names.as_bytes(), ""))
    }
}
