//! Tables that were opened, before it is known who asks them.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::error::{Code, error};
use super::session::ExplorerSession;
use super::value::object;
use crate::base::problem::{Location, Problem};
use crate::column::Table;
use crate::import::{Findings, Imported, Plan};
use crate::session::Session;

/// A table, and what was wrong with its file.
#[wasm_bindgen]
pub struct OpenedTable {
    imported: Imported,
}

impl OpenedTable {
    /// A table that was read from a file.
    pub(super) const fn new(imported: Imported) -> Self {
        Self { imported }
    }

    /// A table that a script handed over.
    pub(super) fn of_table(table: Table) -> Self {
        let (plan, findings) = (Plan::default(), Findings::default());
        Self::new(Imported { table, dataset: None, plan, findings })
    }
}

#[wasm_bindgen]
impl OpenedTable {
    /// The first problems of each kind as `{kind, message, row, column, found, expected}`.
    #[must_use]
    pub fn problems(&self) -> Array {
        self.imported.findings.kept().iter().map(describe).collect()
    }

    /// Number of problems in all.
    #[wasm_bindgen(js_name = problemCount)]
    #[must_use]
    pub fn problem_count(&self) -> usize {
        self.imported.findings.count()
    }

    /// What the columns of the file were read as, as JSON; no columns where a script handed the table over.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn plan(&self) -> Result<String, JsValue> {
        serde_json::to_string(&self.imported.plan).map_err(|e| error(Code::Internal, e))
    }

    /// The engine over the table.
    #[must_use]
    pub fn core(self) -> Core {
        Core::new(self.imported.table)
    }

    /// The explorer's session over the table.
    #[must_use]
    pub fn session(self) -> ExplorerSession {
        let Imported { table, dataset, findings, .. } = self.imported;
        let problems = findings.kept().to_vec();
        let session = Session::new(dataset.unwrap_or_default(), table, problems);
        ExplorerSession::new(session.with_more(findings.more()))
    }
}

fn describe(problem: &Problem) -> JsValue {
    let message = problem.to_string();
    let kind = format!("{:?}", problem.kind);
    let mut fields = vec![
        ("kind", JsValue::from(kind)),
        ("message", message.into()),
        ("found", problem.found.as_str().into()),
        ("expected", problem.expected.as_str().into()),
    ];
    fields.extend(place(&problem.at));
    object(fields).into()
}

/// Line of the file and name of the column, where a problem has them.
pub(super) fn place(at: &Location) -> impl Iterator<Item = (&'static str, JsValue)> {
    let row = at.row.map(|row| ("row", JsValue::from_f64(row as f64)));
    let column = at.column.as_deref().map(|column| ("column", column.into()));
    row.into_iter().chain(column)
}
