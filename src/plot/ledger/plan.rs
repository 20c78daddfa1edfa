//! The ledger of a selection: its promises and projects in groups, and what they come to.

use super::groups::{Placed, grouped, scale};
use super::plain;
use super::promise::{Promise, promises};
use super::row::RowBuilder;
use super::status::Status;
use super::types::{LedgerPlan, RowPlan};
use super::wording::RELEASE;
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::column::{Role, Table};
use crate::i18n::catalog::words::COMMA;
use crate::i18n::catalog::{data as d, ledger as m};
use crate::model::{Dataset, Id, Observation, Project, Record};
use crate::plot::Rows;
use crate::plot::chart::Listing;
use crate::query::{Clause, Engine, Filter};
use crate::state::LedgerOptions;
use crate::words::sentences;

/// How many promises that are behind the sentence names.
const NAMED: usize = 3;

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
    let shown: Vec<Promise> = promises(data).into_iter().filter(is_shown).collect();
    let told: std::collections::BTreeSet<usize> =
        shown.iter().flat_map(Promise::every).map(Id::index).collect();
    let rest = selected.iter().filter(|row| !told.contains(row)).count();
    let builder = RowBuilder { data, lang };
    let row = |(at, promise): (usize, &Promise)| {
        let domain = &data.domains[promise.domain];
        Placed {
            place: (promise.place.index(), data.places[promise.place].id().to_owned()),
            domain: (usize::from(domain.order), domain.id().to_owned()),
            row: builder.row(promise, at),
        }
    };
    let mut rows: Vec<Placed> = shown.iter().enumerate().map(row).collect();
    scale(&mut rows);
    rows.order_by_key(|placed| placed.row.status);
    let groups = grouped(&rows, options.promises, &RELEASE, lang);
    let all: Vec<RowPlan> = rows.into_iter().map(|placed| placed.row).collect();
    Some(LedgerPlan {
        sentence: sentence(&all, rest, lang),
        listing: listing(&all, lang),
        keys: all.iter().map(|row| row.key.clone()).collect(),
        statuses: RELEASE.statuses(&all, lang),
        groups,
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

fn sentence(rows: &[RowPlan], rest: usize, lang: Lang) -> String {
    if rows.is_empty() {
        return m::NONE.get(lang).to_owned();
    }
    let projects = rows.iter().filter(|row| !row.is_promise()).count();
    let mut parts = vec![RELEASE.counted(rows, lang)];
    if parts[0].is_empty() {
        parts[0] = m::NO_PROMISE.get(lang).to_owned();
    }
    let late: Vec<String> = rows
        .iter()
        .filter(|row| row.status == Status::Behind)
        .take(NAMED)
        .map(|row| m::BEHIND_ONE.fill(lang, &[("place", &row.place), ("name", &row.name)]))
        .collect();
    if !late.is_empty() {
        parts.push(m::BEHIND_LIST.fill(lang, &[("list", &late.join(COMMA.get(lang)))]));
    }
    if projects > 0 {
        parts.push(m::BESIDE_PROJECTS.count(lang, projects, &[]));
    }
    if rest > 0 {
        parts.push(m::REST.count(lang, rest, &[]));
    }
    sentences(&parts, lang)
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
        let parts = row.bars.iter().filter(|bar| !bar.name.is_empty());
        let parts: Vec<String> = parts
            .map(|bar| m::BAR.fill(lang, &[("name", &bar.name), ("ratio", &bar.ratio)]))
            .collect();
        let ratio = if parts.is_empty() { row.ratio.clone() } else { parts.join(COMMA.get(lang)) };
        let kind = if row.is_promise() { m::PROMISE } else { d::PROJECT };
        vec![
            row.name.clone(),
            kind.get(lang).to_owned(),
            row.standing.clone(),
            told(&[d::TARGET.get(lang), d::CEILING.get(lang)]),
            told(&[m::BEGUN.get(lang)]),
            told(&[d::COMPLETED.get(lang), d::ACTUAL.get(lang)]),
            ratio,
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
