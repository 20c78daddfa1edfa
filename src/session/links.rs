//! What a link says, held against the table it is about.

use std::collections::BTreeSet;

use super::Head;
use crate::column::{Category, Column, Data, Role, Table};
use crate::plot::chart::NO_SPLIT;
use crate::plot::table::Extra;
use crate::query::{Clause, Filter};
use crate::state::{AppState, LinkProblem, Names, clause_problem, drop_unknown};

/// Takes out of a state what the table does not have, and gives what that was: columns, values, indicators, places.
/// Otherwise a filter that asks for a place of another table would empty the selection, and one of an unknown column
/// would leave all of it, without a word.
#[inline(never)] // Not in the first view, to which no link leads.
#[must_use]
pub fn fit(state: &mut AppState, head: &Head) -> Vec<LinkProblem> {
    let table = &head.table;
    let mut problems = filter(state, table);
    let column = |key: &str| table.column(key).is_some();
    let measure = |key: &str| matches!(table.column(key).map(|c| &c.data), Some(Data::Measure(_)));
    let entry = |role: Role, id: &str| {
        table.category_by_role(role).is_some_and(|c| c.dictionary.code(id).is_some())
    };
    let is_published = head.rows.are_published();
    problems.extend(drop_unknown(state, |names, id| match names {
        Names::Nothing => true,
        Names::Column => column(id),
        Names::ColumnOrNone => id == NO_SPLIT || column(id),
        Names::Measure => measure(id),
        Names::MeasureOrNone => id == NO_SPLIT || measure(id),
        Names::Kind => entry(Role::Kind, id),
        Names::Subject if is_published => entry(Role::Series, id),
        Names::Subject => measure(id),
        Names::Area => entry(Role::Area, id),
        Names::Topic => entry(Role::Topic, id),
    }));
    let o = &mut state.options.table;
    let field = |key: &str| column(key) || Extra::from_id(key).is_some();
    let unknown: Vec<String> = o.columns.extract_if(.., |key| !field(key)).collect();
    if !unknown.is_empty() {
        problems.push(LinkProblem { key: "columns".into(), found: unknown.join(",") });
    }
    if let Some(sort) = o.sort.take_if(|sort| !field(&sort.column)) {
        problems.push(LinkProblem { key: "sort".into(), found: sort.column });
    }
    problems
}

fn filter(state: &mut AppState, table: &Table) -> Vec<LinkProblem> {
    let mut problems = Vec::new();
    for (key, clause) in state.filter.clone().iter() {
        let column = table.column(Filter::told_of(key).unwrap_or(key));
        match (clause, column.map(|c| &c.data)) {
            (Clause::Text(_), _) if key == Filter::TEXT => {}
            (Clause::AnyOf(values), Some(Data::Category(category))) => {
                let (known, unknown) = sorted_out(values, column, category);
                if !unknown.is_empty() {
                    problems.extend(clause_problem(key, &Clause::AnyOf(unknown)));
                }
                state.filter.set(key, Clause::AnyOf(known));
            }
            (Clause::During(..), Some(Data::Time(_)))
            | (Clause::Between(..), Some(Data::Measure(_))) => {}
            _ => {
                problems.extend(clause_problem(key, clause));
                state.filter.clear(key);
            }
        }
    }
    problems
}

/// The values that the column has, and those it does not. Where somebody on the way has encoded the commas between
/// values, they are parted; of free text nobody but the rows knows what there is.
fn sorted_out(
    values: &BTreeSet<String>,
    column: Option<&Column>,
    category: &Category,
) -> (BTreeSet<String>, BTreeSet<String>) {
    let is_known = |value: &str| category.dictionary.code(value).is_some();
    if column.is_some_and(|column| column.role == Role::Text) {
        return (values.clone(), BTreeSet::new());
    }
    let (mut known, mut unknown) = (BTreeSet::new(), BTreeSet::new());
    for value in values {
        if is_known(value) {
            known.insert(value.clone());
        } else if value.split(',').all(is_known) {
            known.extend(value.split(',').map(str::to_owned));
        } else {
            unknown.insert(value.clone());
        }
    }
    (known, unknown)
}
