//! Parents: resolved once every record is known; a chain that leads back to itself is cut and reported.

use super::{Link, report};
use crate::base::problem::{Location, Problem, ProblemKind};
use crate::model::{Id, Record, Register};

/// Resolves `links` and sets each child's parent through `set`; keeps the records a forest.
pub(super) fn resolve<T: Record>(
    (table, column): (&str, &str),
    links: Vec<Link<T>>,
    register: &mut Register<T>,
    get: impl Fn(&T) -> Option<Id<T>>,
    set: impl Fn(&mut T, Option<Id<T>>),
    problems: &mut Vec<Problem>,
) {
    for link in links {
        let at =
            Location { table: table.into(), row: Some(link.line), column: Some(column.into()) };
        let Some(parent) = register.find(&link.parent) else {
            report(problems, ProblemKind::UnknownReference, at, link.parent, table);
            continue;
        };
        // Links resolved so far are a forest, so walking up from the parent ends.
        let mut up = Some(parent);
        while let Some(id) = up.filter(|&id| id != link.child) {
            up = get(&register[id]);
        }
        if up.is_some() {
            report(problems, ProblemKind::TreeCycle, at, link.parent, "");
            continue;
        }
        set(register.get_mut(link.child), Some(parent));
    }
}
