//! Tables that were opened, before it is known who asks them.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::error::{self, Code, error, stopped};
use super::session::ExplorerSession;
use super::wanted::read_choices;
use crate::base::problem::{Problem, ProblemKind};
use crate::column::Table;
use crate::geo::Atlas;
use crate::import::{Findings, Imported, Kind, Plan, Told, combine, own_table};
use crate::session::{FileColumn, Session};

/// Which of its own tables a file of several is to show where that one is wanted of all.
#[wasm_bindgen(js_name = ownTable)]
#[must_use]
pub fn own_table_of(file: &str, wanted: &str) -> Option<String> {
    own_table(file, wanted)
}

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

    /// What was read.
    pub(super) fn into_inner(self) -> Imported {
        self.imported
    }

    /// A table that a script handed over.
    pub(super) fn of_table(table: Table) -> Self {
        let (plan, findings, told) = (Plan::default(), Findings::default(), Told::default());
        Self::new(Imported { table, dataset: None, plan, findings, told, atlas: None })
    }

    /// The map that it is, for another table.
    ///
    /// # Errors
    /// Where it is none, or one too large to be drawn.
    pub(super) fn atlas(self) -> Result<Atlas, JsValue> {
        let Imported { atlas, findings, .. } = self.imported;
        let too_large = findings.first(ProblemKind::MapTooLarge).cloned();
        let none = || findings.problem(ProblemKind::NoShapes, None, None, b"", "");
        atlas.ok_or_else(|| stopped(&too_large.unwrap_or_else(none)))
    }
}

#[wasm_bindgen]
impl OpenedTable {
    /// Tables of files as one: those with the same columns, which says of each row which of the names it is from, and what
    /// is joined to it. `choices` is an `import::Choices` as JSON; `failed` the problems of files that are none, as JSON.
    ///
    /// # Errors
    /// Where there is no table.
    pub fn combined(
        tables: Vec<Self>,
        names: Vec<String>,
        choices: Option<String>,
        failed: &str,
    ) -> Result<Self, JsValue> {
        let parts = names.into_iter().zip(tables.into_iter().map(|table| table.imported));
        let choices = read_choices(choices)?;
        let met: Vec<Problem> = serde_json::from_str(failed)
            .map_err(|reason| error(Code::Internal, format!("problems: {reason}")))?;
        let mut whole = combine(parts.collect(), &choices).map_err(|problem| stopped(&problem))?;
        met.into_iter().for_each(|problem| whole.findings.keep(problem));
        Ok(Self::new(whole))
    }

    /// The same, with its totals told apart, for the explorer: what is asked about them stands in the plan.
    ///
    /// # Errors
    /// Where there is no row that a reader could look at.
    pub fn ready(self) -> Result<Self, JsValue> {
        let imported = self.imported.with_rows().map_err(|problem| stopped(&problem))?;
        Ok(Self::new(imported.with_totals().named_by_title()))
    }

    /// The first problems of each kind as `{kind, message, table, row, column, found, expected}`.
    #[must_use]
    pub fn problems(&self) -> Array {
        self.imported.findings.kept().iter().map(error::told).collect()
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

    /// How the file was read and what else it holds, as JSON: an `import::Told`.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn told(&self) -> Result<String, JsValue> {
        serde_json::to_string(&self.imported.told).map_err(|e| error(Code::Internal, e))
    }

    /// The engine over the table.
    #[must_use]
    pub fn core(self) -> Core {
        Core::new(self.imported.table)
    }

    /// Puts it, a map, under the table of a session, by its file's name; gives the head that the table has with it, or
    /// nothing, where only one that fits is wanted, if the table's areas are not on it or the table came with its own.
    ///
    /// # Errors
    /// Where it is no map, one too large to be drawn, or one of other areas.
    #[wasm_bindgen(js_name = layUnder)]
    pub fn lay_under(
        self,
        session: &mut ExplorerSession,
        name: &str,
        fitting: bool,
    ) -> Result<Option<Vec<u8>>, JsValue> {
        if fitting && session.inner().has_own_map() {
            return Ok(None);
        }
        let atlas = self.atlas()?;
        if session.inner().lay_map(&atlas, name, false) {
            return session.head().map(Some);
        }
        let properties = atlas.properties.join(", ");
        let (kind, found) = (ProblemKind::OtherAreas, properties.as_bytes());
        let problem = || Findings::new(name).problem(kind, None, None, found, "");
        if fitting { Ok(None) } else { Err(stopped(&problem())) }
    }

    /// The explorer's session over the table, which is [`Self::ready`].
    #[must_use]
    pub fn session(self) -> ExplorerSession {
        let Imported { table, dataset, plan, findings, told, atlas } = self.imported;
        let is_key = |kind| kind == Kind::Key;
        let columns = plan.columns.into_iter();
        let layout =
            columns.map(|c| FileColumn { key: c.key, name: c.name, is_key: is_key(c.kind) });
        let (layout, problems) = (layout.collect(), findings.kept().to_vec());
        let session = match dataset {
            Some(dataset) => Session::new(dataset, table, problems),
            None => Session::of_table(table, problems),
        };
        let mut session = session.with_more(findings.more()).with_layout(layout);
        if let Some(atlas) = atlas {
            session.lay_map(&atlas, &told.format, true);
        }
        ExplorerSession::new(session)
    }
}
