//! What each column of a table is read as: found out from names and values, and open to change.

use serde::{Deserialize, Serialize};

use crate::base::lang::Bilingual;
use crate::column::{Role, Table};

/// What a column's cells are read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Text values, each distinct one kept once.
    Category,
    /// Numbers.
    Number,
    /// Periods of time.
    Time,
    /// The ids of the rows, used in links.
    Key,
    /// Left out.
    Skip,
}

/// What a file's own description says of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hinted {
    /// The column's header.
    pub column: String,
    /// Its name to show, where it has another.
    pub name: Option<String>,
    /// What its cells are, where that is said.
    pub kind: Option<Kind>,
}

/// What one column is read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnPlan {
    /// Its key in the table, unique: the header's text, or its place where the header has none.
    pub key: String,
    /// Its name to show.
    pub name: String,
    /// What its cells are.
    pub kind: Kind,
    /// What it is for.
    pub role: Role,
    /// Whether its numbers may be added up: not rates, shares and averages.
    pub additive: bool,
}

/// What every column of a file is read as, in file order.
///
/// A plan is made from the head of a file while it is read for the first time. When the reader changes it, the file is
/// read again by the new plan: what was a number is then the text as it stands in the file, and nothing is lost. Where
/// only roles change, [`super::apply_roles`] does it without reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// One a column.
    pub columns: Vec<ColumnPlan>,
}

impl Plan {
    /// Takes what the file says of its columns over what was guessed.
    pub(super) fn hint(&mut self, hinted: &[Hinted]) {
        for hint in hinted {
            let Some(at) = self.columns.iter().position(|c| c.key == hint.column) else { continue };
            if let Some(name) = &hint.name {
                self.columns[at].name.clone_from(name);
            }
            let Some(kind) = hint.kind.filter(|&kind| kind != self.columns[at].kind) else {
                continue;
            };
            let timed = self.columns.iter().any(|c| c.kind == Kind::Time);
            let role = match kind {
                Kind::Time if timed => continue,
                Kind::Time => Role::Time,
                Kind::Number => Role::Measure,
                _ => Role::Category,
            };
            (self.columns[at].kind, self.columns[at].role) = (kind, role);
        }
    }

    /// Whether both read the cells alike, so that they differ in names and roles alone.
    #[must_use]
    pub fn reads_like(&self, other: &Self) -> bool {
        let kinds = |plan: &Self| -> Vec<(String, Kind)> {
            plan.columns.iter().map(|c| (c.key.clone(), c.kind)).collect()
        };
        kinds(self) == kinds(other)
    }
}

/// Gives the columns of a table the names and roles of a plan that reads the same cells: see [`Plan::reads_like`].
pub fn apply_roles(table: &mut Table, plan: &Plan) {
    for column in &mut table.columns {
        if let Some(wanted) = plan.columns.iter().find(|c| c.key == column.key) {
            column.role = wanted.role;
            column.name = Bilingual::same(&wanted.name);
        }
    }
}
