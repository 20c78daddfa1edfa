//! What the ledger shows of a selection.

use serde::{Deserialize, Serialize};

use super::promise::{Promise, promises};
use super::row::{Maker, status_name};
use super::status::Status;
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::{Fill, ProgressSpec};
use crate::column::{Role, Table};
use crate::i18n::catalog::words::{COMMA, OF_PLACE};
use crate::i18n::catalog::{data as d, ledger as m};
use crate::model::{Dataset, Id, Observation, Project, Record};
use crate::plot::chart::Listing;
use crate::query::{Clause, Engine, Filter};
use crate::state::{Action, Grouping, Options};
use crate::words::FigureText;

/// How many promises that are behind the sentence names.
const NAMED: usize = 3;

/// The ledger.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LedgerPlan {
    /// What it comes to, in sentences.
    pub sentence: String,
    /// The promises, in groups; those of most that is behind first.
    pub groups: Vec<GroupPlan>,
    /// How many there are by place and by field, first by what they are grouped by.
    pub counts: Vec<Counts>,
    /// The same content as text.
    pub listing: Listing,
    /// Key of the figure that a line of the listing opens.
    pub keys: Vec<String>,
    /// Names of the statuses that occur, for the key.
    pub statuses: Vec<(Status, String)>,
}

/// The promises of one place or field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GroupPlan {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many promises it has, and how they stand.
    pub told: String,
    /// Its promises, what is behind first.
    pub rows: Vec<RowPlan>,
}

/// One promise. Empty texts are not there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowPlan {
    /// Key of the figure that tells it best; empty where it has none.
    pub key: String,
    /// What is promised.
    pub name: String,
    /// The project it belongs to.
    pub beside: String,
    /// Name of the place.
    pub place: String,
    /// Id of the field.
    pub domain: String,
    /// Name of the field.
    pub domain_name: String,
    /// Hue of the field.
    pub hue: u8,
    /// From when until when.
    pub period: String,
    /// How far the project has come, as published.
    pub stage: String,
    /// How it stands.
    pub status: Status,
    /// Whether it counts as done.
    pub is_done: bool,
    /// How it stands, in a word.
    pub status_name: String,
    /// How it stands, and why where that needs saying.
    pub standing: String,
    /// The share of the target that is reached.
    pub ratio: String,
    /// The time that has passed, as a sentence.
    pub pace: String,
    /// The share of the time that has passed.
    pub passed: String,
    /// Its figures.
    pub lines: Vec<Line>,
    /// Its strips.
    pub bars: Vec<Bar>,
    /// The percentage as published, and what is to be said of it.
    pub published: String,
    /// Whether that is at odds with the figures.
    pub differs: bool,
    /// What a reader must know.
    pub notes: Vec<String>,
    /// How many figures it has, in words.
    pub count: String,
    /// The steps that show them all.
    pub all: Vec<Action>,
}

/// A figure of a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it is to the promise.
    pub label: String,
    /// The figure.
    pub figure: FigureText,
    /// Key of its row.
    pub key: String,
    /// How its stage is drawn.
    pub fill: Fill,
}

/// A strip of a promise, in per cent of its target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// What is drawn.
    pub spec: ProgressSpec,
    /// Key of the figure that a part opens, by the part's id.
    pub keys: Vec<String>,
    /// The part of the works it stands for; empty where it stands for the whole.
    pub name: String,
    /// The share reached.
    pub ratio: String,
    /// How it stands.
    pub status: Status,
    /// The same in a word.
    pub status_name: String,
}

/// How many promises there are of each place or field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Counts {
    /// What they are by.
    pub title: String,
    /// Column names.
    pub header: Vec<String>,
    /// A place or field with its numbers, and the step that shows only it.
    pub rows: Vec<(String, Action, [usize; 6])>,
}

/// The ledger of what an engine selects; `None` where rows are not figures of releases. A promise is shown whole where
/// one of its figures is selected; one without figures where the filter asks for nothing that it lacks.
#[must_use]
pub fn plan(
    engine: &mut Engine,
    data: &Dataset,
    options: &Options,
    lang: Lang,
) -> Option<LedgerPlan> {
    if data.observations.is_empty() {
        return None;
    }
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
    let maker = Maker { data, lang };
    let mut rows: Vec<(f64, &Promise, RowPlan)> = shown
        .iter()
        .enumerate()
        .map(|(at, promise)| {
            let (lead, row) = maker.row(promise, at);
            (lead, promise, row)
        })
        .collect();
    let scale = rows.iter().flat_map(|(_, _, row)| &row.bars).map(reach).fold(100.0, f64::max);
    for bar in rows.iter_mut().flat_map(|(_, _, row)| &mut row.bars) {
        bar.spec.end = Some(scale);
    }
    rows.order_by(|a, b| {
        let rank = |row: &RowPlan| (row.status, row.is_done);
        rank(&a.2).cmp(&rank(&b.2)).then(a.0.total_cmp(&b.0))
    });
    let keys = rows.iter().map(|(_, _, row)| row.key.clone()).collect();
    let by_place = |p: &Promise| (p.place.index(), data.places[p.place].id().to_owned());
    let by_domain = |p: &Promise| {
        let domain = &data.domains[p.domain];
        (usize::from(domain.order), domain.id.clone())
    };
    let names = |grouping: Grouping, row: &RowPlan| match grouping {
        Grouping::Place => row.place.clone(),
        Grouping::Domain => row.domain_name.clone(),
    };
    let groups_by = |grouping: Grouping| {
        let mut groups: Vec<(usize, GroupPlan)> = Vec::new();
        for (_, promise, row) in &rows {
            let (order, id) = match grouping {
                Grouping::Place => by_place(promise),
                Grouping::Domain => by_domain(promise),
            };
            let at = groups.iter().position(|(_, g)| g.id == id).unwrap_or_else(|| {
                let name = names(grouping, row);
                groups.push((order, GroupPlan { id, name, ..GroupPlan::default() }));
                groups.len() - 1
            });
            groups[at].1.rows.push(row.clone());
        }
        groups.order_by_key(|(order, _)| *order);
        groups.into_iter().map(|(_, group)| group).collect::<Vec<_>>()
    };
    let area = table.by_role(Role::Area).map(|c| c.key.clone()).unwrap_or_default();
    let topic = table.by_role(Role::Topic).map(|c| c.key.clone()).unwrap_or_default();
    let by = [
        (Grouping::Place, m::BY_PLACE, d::PLACE, area),
        (Grouping::Domain, m::BY_DOMAIN, d::DOMAIN, topic),
    ];
    let counts = by.into_iter().map(|(grouping, title, first, column)| {
        let names = [first, m::PROMISED, m::DONE, m::BEHIND, m::TIMELY, m::NOT_TOLD, m::UNCOUNTED];
        let row = |group: GroupPlan| {
            let choose = Action::Choose(column.clone(), group.id);
            (group.name, choose, tally(&group.rows))
        };
        Counts {
            title: title.get(lang).to_owned(),
            header: names.iter().map(|name| name.get(lang).to_owned()).collect(),
            rows: groups_by(grouping).into_iter().map(row).collect(),
        }
    });
    let mut counts: Vec<Counts> = counts.collect();
    if options.promises == Grouping::Domain {
        counts.reverse();
    }
    let mut groups = groups_by(options.promises);
    groups.order_by_key(|group| std::cmp::Reverse(tally(&group.rows)[2]));
    for group in &mut groups {
        group.told = counted(&group.rows, lang);
    }
    let all: Vec<RowPlan> = rows.into_iter().map(|(_, _, row)| row).collect();
    Some(LedgerPlan {
        sentence: sentence(&all, rest, lang),
        counts,
        listing: listing(&all, lang),
        keys,
        statuses: statuses(&all, lang),
        groups,
    })
}

/// How far a strip reaches, in per cent.
fn reach(bar: &Bar) -> f64 {
    bar.spec.parts.iter().map(|part| part.extent.mid).sum()
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

/// Promised, done, behind, in time, not told, without a target and not done: the last five come to the first.
#[must_use]
pub fn tally(rows: &[RowPlan]) -> [usize; 6] {
    let mut counts = [rows.len(), 0, 0, 0, 0, 0];
    for row in rows {
        let at = match row.status {
            _ if row.is_done => 1,
            Status::Behind => 2,
            Status::OnPace | Status::Ahead | Status::Met | Status::Exceeded => 3,
            Status::Open => 4,
            Status::NoTarget => 5,
        };
        counts[at] += 1;
    }
    counts
}

/// How many there are of each status, in words.
fn counted(rows: &[RowPlan], lang: Lang) -> String {
    let of = |status: Status| rows.iter().filter(move |row| row.status == status);
    let mut parts = Vec::new();
    for status in Status::ALL {
        let n = of(status).count();
        let done = of(status).filter(|row| row.is_done).count();
        if n == 0 {
            continue;
        }
        let name = status_name(status, None).get(lang);
        let name = if lang == Lang::En { name.to_lowercase() } else { name.to_owned() };
        parts.push(if status == Status::NoTarget && done > 0 {
            m::SAID_DONE.count(lang, n, &[("done", &done.to_string())])
        } else {
            m::COUNTED.count(lang, n, &[("status", &name)])
        });
    }
    let list = parts.join(COMMA.get(lang));
    m::SUMMARY.count(lang, rows.len(), &[("list", &list)])
}

fn sentence(rows: &[RowPlan], rest: usize, lang: Lang) -> String {
    if rows.is_empty() {
        return m::NONE.get(lang).to_owned();
    }
    let mut parts = vec![counted(rows, lang)];
    let behind: Vec<String> = rows
        .iter()
        .filter(|row| row.status == Status::Behind)
        .take(NAMED)
        .map(|row| behind(row, lang))
        .collect();
    if !behind.is_empty() {
        parts.push(m::BEHIND_LIST.fill(lang, &[("list", &behind.join(COMMA.get(lang)))]));
    }
    if rest > 0 {
        parts.push(m::REST.count(lang, rest, &[]));
    }
    parts.join(if lang == Lang::En { " " } else { "" })
}

/// A promise that is behind, with its share; of works the part that is furthest behind.
fn behind(row: &RowPlan, lang: Lang) -> String {
    let part = row.bars.iter().find(|bar| bar.status == Status::Behind && !bar.name.is_empty());
    let (name, ratio) = match part {
        Some(bar) if row.bars.len() > 1 => {
            (OF_PLACE.fill(lang, &[("place", &row.name), ("name", &bar.name)]), &bar.ratio)
        }
        _ => (row.name.clone(), &row.ratio),
    };
    let how = if ratio.is_empty() { &row.status_name } else { ratio };
    m::BEHIND_ONE.fill(lang, &[("place", &row.place), ("name", &name), ("ratio", how)])
}

fn statuses(rows: &[RowPlan], lang: Lang) -> Vec<(Status, String)> {
    let occurs = |status: &Status| rows.iter().any(|row| row.status == *status);
    let name = |status: Status| (status, status_name(status, None).get(lang).to_owned());
    Status::ALL.into_iter().filter(occurs).map(name).collect()
}

fn listing(rows: &[RowPlan], lang: Lang) -> Listing {
    let names = [
        m::PROMISE,
        m::STATUS,
        d::TARGET,
        m::BEGUN,
        d::COMPLETED,
        m::RATIO,
        m::TIME_PASSED,
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
            .map(|bar| {
                m::BAR.fill(
                    lang,
                    &[("name", &bar.name), ("ratio", &bar.ratio), ("status", &bar.status_name)],
                )
            })
            .collect();
        let ratio = if parts.is_empty() { row.ratio.clone() } else { parts.join(COMMA.get(lang)) };
        vec![
            row.name.clone(),
            row.standing.clone(),
            told(&[d::TARGET.get(lang), d::CEILING.get(lang)]),
            told(&[m::BEGUN.get(lang)]),
            told(&[d::COMPLETED.get(lang), d::ACTUAL.get(lang)]),
            ratio,
            row.passed.clone(),
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
