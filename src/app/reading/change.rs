//! A change of how a reader's table is read: by the rows at hand where that is enough, and else by the file once more.

use crate::import::{Arrangement, Choices, Plan};
use crate::session::Recast;
use crate::ui::{Explorer, OpenedTables};

/// Reads the table by another plan. Uses, units and totals change without a look at the file.
pub(in crate::app) fn apply(explorer: Explorer, opened: OpenedTables, plan: Plan) {
    let before = opened.plan();
    if !plan.reads_like(&before) {
        return opened.reread(plan);
    }
    let columns = || plan.columns.iter().zip(&before.columns);
    let roles = columns()
        .filter(|(now, then)| now.role != then.role)
        .map(|(now, _)| (now.key.clone(), now.role))
        .collect();
    let units = columns()
        .filter(|(now, then)| now.unit != then.unit)
        .map(|(now, _)| (now.key.clone(), now.unit.clone().unwrap_or_default()))
        .collect();
    let is_new = |total: &&(String, String, bool)| !before.wanted.totals.contains(total);
    let totals = plan.wanted.totals.iter().filter(is_new).cloned().collect();
    explorer.fetch(Recast { roles, units, totals }, move |head| {
        if let Some(head) = head {
            opened.recast(&head, plan);
        }
    });
}

/// Reads the file once more, by nothing but what is wanted: other rows may have other columns, which are told anew.
pub(super) fn reread(opened: OpenedTables, wanted: Arrangement) {
    opened.reread(Plan { wanted, ..Plan::default() });
}

/// Reads the file, or the files, once more, chosen otherwise, with what is wanted of the columns as it was.
pub(super) fn choose(opened: OpenedTables, choices: Choices) {
    let wanted = opened.plan().wanted;
    opened.reread_as(Plan { wanted, ..Plan::default() }, choices);
}
