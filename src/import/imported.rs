//! What a reader of files tells: how far it has come, and what a file turned out to be.

use super::findings::Findings;
use super::layout::is_nameless;
use super::package::read_package;
use super::plan::Plan;
use super::source::Told;
use crate::base::lang::Bilingual;
use crate::base::problem::{Problem, ProblemKind};
use crate::base::unit_name::without_unit;
use crate::column::{Role, Table, from_dataset};
use crate::geo::Atlas;
use crate::model::Dataset;

/// A title with more characters is no name.
const LONGEST_NAME: usize = 40;

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
    /// A package of the explorer's own form, by its descriptor's text and its tables' names and texts.
    #[must_use]
    pub fn of_package(about: String, tables: &[(String, String)], mut findings: Findings) -> Self {
        let (mut dataset, problems) = read_package(tables);
        dataset.descriptor = about;
        problems.into_iter().for_each(|problem| findings.keep(problem));
        let table = from_dataset(&dataset);
        let told = Told { format: "Data Package".to_owned(), ..Told::default() };
        let plan = Plan::default();
        Self { table, dataset: Some(dataset), plan, findings, told, atlas: None }
    }

    /// The same with its one measure named by the table's title, where the columns that became rows had no name for it.
    #[must_use]
    pub fn named_by_title(mut self) -> Self {
        let layout = &self.plan.layout;
        let is_spread = layout.wide.as_ref().is_some_and(|wide| wide.used);
        let title = layout.title.as_deref().map(|title| without_unit(title.trim()));
        // Where each row names what it measures, the title is that of them all.
        let is_one = self.table.by_role(Role::Series).is_none();
        let is_name = |title: &&str| is_spread && is_one && title.chars().count() <= LONGEST_NAME;
        let title = title.filter(is_name);
        let mut measures = self.table.columns.iter_mut().filter(|c| c.role == Role::Measure);
        if let (Some(title), Some(measure), None) = (title, measures.next(), measures.next())
            && is_nameless(&measure.key)
        {
            measure.name = Bilingual { zh: title.to_owned(), en: title.to_owned() };
        }
        self
    }

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
