//! The ledger of a selection: its promises and projects in groups, and what they come to.

use super::fold::folded;
use super::groups::{Placed, grouped, titled};
use super::judged::judged;
use super::plain;
use super::promise::{Promise, promises};
use super::row::RowBuilder;
use super::types::{LedgerPlan, RowPlan};
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::column::{Role, Table};
use crate::i18n::catalog::{data as d, ledger as m};
use crate::model::{Dataset, Id, Observation, Project, Record};
use crate::plot::chart::Listing;
use crate::plot::{Rows, empty};
use crate::query::{Clause, Engine, Filter};
use crate::state::LedgerOptions;

/// The ledger of what an engine selects; `None` where a table says of no figure that it is a target. A promise is shown
/// whole where one of its figures is selected; one without figures where the filter asks for nothing that it lacks.
#[must_use]
pub fn plan(
    engine: &mut Engine,
    rows: Rows<&Dataset>,
    options: &LedgerOptions,
    lang: Lang,
) -> Option<LedgerPlan> {
    let Rows::Published(data) = rows else { return plain::plan(engine, options, lang) };
    let table = engine.table().clone();
    let filter = engine.filter().clone();
    let selected = engine.rows();
    let is_selected = |id: Id<Observation>| selected.contains(id.index());
    let is_shown = |promise: &Promise| match promise.every().next() {
        Some(_) => promise.every().any(is_selected),
        None => promise.project.is_some_and(|p| stands_under(data, &table, &filter, p)),
    };
    let every = promises(data);
    let shown: Vec<Promise> = every.iter().filter(|promise| is_shown(promise)).cloned().collect();
    let builder = RowBuilder { data, lang };
    let row = |promise: &Promise| {
        let domain = &data.domains[promise.domain];
        let judged = judged(data, promise);
        Placed {
            place: (promise.place.index(), data.places[promise.place].id().to_owned()),
            domain: (usize::from(domain.order), domain.id().to_owned()),
            row: builder.row(promise, &judged),
            finding: builder.finding(promise, &judged),
        }
    };
    let rows: Vec<Placed> = shown.iter().map(row).collect();
    let mut all: Vec<RowPlan> = rows.iter().map(|placed| placed.row.clone()).collect();
    all.order_by_key(|row| row.status);
    let has_promise = all.iter().any(RowPlan::is_promise);
    let helps = |engine: &mut Engine| {
        let selected = engine.rows();
        let is_selected = |id: Id<Observation>| selected.contains(id.index());
        let mut aimed = every.iter().filter(|promise| promise.target.is_some());
        aimed.any(|promise| promise.every().any(is_selected))
    };
    let offers = if has_promise { Vec::new() } else { empty::lifting(engine, lang, helps) };
    let title = titled(&rows, m::TITLE.get(lang));
    let sentence = match (all.is_empty(), has_promise) {
        (true, _) => m::NONE.get(lang),
        (_, false) => m::NO_PROMISE.get(lang),
        _ => "",
    };
    Some(LedgerPlan {
        title,
        sentence: sentence.to_owned(),
        offers,
        listing: listing(&all, lang),
        keys: all.iter().map(|row| row.key.clone()).collect(),
        groups: grouped(&folded(data, &shown, rows, lang), options.promises, lang),
    })
}

/// Whether a project without figures meets a filter: by its place, field, stage and itself; it has nothing else to be
/// asked for.
fn stands_under(data: &Dataset, table: &Table, filter: &Filter, id: Id<Project>) -> bool {
    let project = &data.projects[id];
    let is = |role| table.by_role(role).map_or("", |c| &*c.key);
    let up = |column: &str, id: &str, values: &std::collections::BTreeSet<String>| {
        let Some(category) = table.category(column) else { return false };
        let Some(code) = category.dictionary.code(id) else { return false };
        let mut line = category.dictionary.ancestors(code);
        line.any(|code| category.dictionary.get(code).is_some_and(|e| values.contains(&e.id)))
    };
    filter.iter().all(|(column, clause)| {
        let Clause::AnyOf(values) = clause else { return false };
        let id = match column {
            _ if column == is(Role::Area) => data.places[project.place].id(),
            _ if column == is(Role::Topic) => data.domains[project.domain].id(),
            _ if column == is(Role::Stage) => project.stage.id(),
            "project" => project.id(),
            _ => return false,
        };
        up(column, id, values)
    })
}

fn listing(rows: &[RowPlan], lang: Lang) -> Listing {
    let names = [
        m::WHAT,
        m::KIND,
        m::STATUS,
        d::TARGET,
        m::BEGUN,
        d::COMPLETED,
        m::RATIO,
        m::DUE_BY,
        d::STAGE,
        d::PROJECT,
        d::PLACE,
        d::TIME,
        d::DOMAIN,
    ];
    let row = |row: &RowPlan| {
        let told = |labels: &[&str]| {
            let line = row.lines.iter().find(|line| labels.contains(&&*line.label));
            line.map(|line| line.figure.to_string()).unwrap_or_default()
        };
        let kind = if row.is_promise() { m::PROMISE } else { d::PROJECT };
        vec![
            row.name.clone(),
            kind.get(lang).to_owned(),
            row.standing.clone(),
            told(&[d::TARGET.get(lang), d::CEILING.get(lang)]),
            told(&[m::BEGUN.get(lang)]),
            told(&[d::COMPLETED.get(lang), d::ACTUAL.get(lang)]),
            row.ratio.clone(),
            row.due.clone(),
            row.stage.clone(),
            row.beside.clone(),
            row.place.clone(),
            row.period.clone(),
            row.domain_name.clone(),
        ]
    };
    Listing {
        header: names.iter().map(|name| name.get(lang).to_owned()).collect(),
        rows: rows.iter().map(row).collect(),
    }
}
