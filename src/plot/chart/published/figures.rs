//! Each published figure a mark, in one unit.

use std::collections::BTreeSet;

use super::naming::{self, Name, Naming};
use super::parts::Parts;
use super::sections::Stretch;
use super::{Published, sections, words};
use crate::base::once::Once;
use crate::base::order::Order;
use crate::chart::{Category, ChartSpec, Datum, MarkKind};
use crate::column::Role;
use crate::i18n::catalog::chart as m;
use crate::model::{Id, Observation};
use crate::plot::chart::amount::AxisUnit;
use crate::plot::chart::choice::Choice;
use crate::plot::chart::refusal::offer;
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Headings, Listing, MOST_ROWS, Offer, PREFIX, Plan, Side, open};
use crate::plot::fills::{mark, stage_legend};
use crate::plot::finding;
use crate::plot::guard::{self, Facts};
use crate::state::Mark;
use crate::words::{amid, figure, full_name, period_text, role_word, stage_word};

/// Rows of small multiples, each of which repeats them.
const MOST_IN_PANELS: usize = 12;
/// When the greatest value is so many times the least, a log scale shows more.
const WIDE: f64 = 500.0;

/// A figure with where it stands on the axis.
#[derive(Clone, Copy)]
struct Placed {
    row: usize,
    value: f64,
}

pub(super) fn plan(s: &Published, subject: &Subject, choice: &Choice) -> Option<Plan> {
    let unit = AxisUnit::of(s, &s.rows)?;
    let group = choice.group.as_deref().and_then(|key| s.side(key));
    let split = choice.split.as_deref().and_then(|key| s.side(key));
    // Whoever groups or splits the rows has an order of his own.
    let in_sections = group.is_none() && split.is_none() && sections::are_needed(s, &s.rows);
    let all = placed(s, &unit, group.as_ref(), in_sections);
    let (drawn, unfit): (Vec<Placed>, Vec<Placed>) =
        all.iter().partition(|figure| !choice.log || figure.value > 0.0);
    let names = names(s, &drawn, group.as_ref(), split.as_ref());
    let most = if choice.facets { MOST_IN_PANELS } else { MOST_ROWS };
    let (categories, places, left_out) = rows_of(&drawn, &names, split.is_some(), most);

    let kept: Vec<(Placed, u32)> =
        drawn.iter().zip(&places).filter_map(|(f, at)| Some((*f, (*at)?))).collect();
    let shown: Vec<usize> = kept.iter().map(|(figure, _)| figure.row).collect();
    let parts = Parts::of(s, choice, split.as_ref(), &shown);
    let periods = naming::periods_differ(s, &shown);
    // Rows that figures share leave role and, where it differs, period to the figures.
    let told = split.is_some().then_some(periods);
    let data = (0..).zip(&kept).map(|(id, &(f, category))| datum(s, id, f, category, told, &parts));
    let data: Vec<Datum> = data.collect();

    let spec = ChartSpec {
        prefix: PREFIX.to_owned(),
        mark: if choice.mark == Mark::Dot { MarkKind::Dot } else { MarkKind::Bar },
        categories: categories.into_iter().map(category).collect(),
        sections: if in_sections { sections::sections(s, &shown) } else { Vec::new() },
        series: parts.series,
        facets: parts.facets,
        data,
        value: choice.axis(false),
        stages: stage_legend(s.lang),
        ..ChartSpec::default()
    };
    let mut notes = Vec::new();
    if left_out > 0 {
        notes.push(m::LARGEST.count(s.lang, kept.len(), &[("all", &all.len().to_string())]));
    }
    if !unfit.is_empty() {
        notes.push(m::NOT_ON_LOG.count(s.lang, unfit.len(), &[]));
    }
    if periods && kept.len() > 1 {
        notes.push(m::PERIODS_DIFFER.get(s.lang).to_owned());
    }
    notes.add_once(heed(s, &shown));
    notes.extend(words::kind_note(s));
    let is_apart = !is_one_measure(s, &shown);
    Some(Plan {
        headings: headings(s, &unit, &shown, is_apart),
        topic: s.topic(&shown),
        notes,
        listing: listing(s, &all),
        targets: shown.iter().map(|&row| open(s.table, row)).collect(),
        offers: offers(subject, choice, &drawn),
        is_apart,
        is_count: false,
        is_mean: false,
        finding: String::new(),
        spec,
    })
}

/// What must be known of the figures. Where they are of several indicators, a note that is of one figure alone says which.
fn heed(s: &Published, rows: &[usize]) -> Vec<String> {
    let told = |row: &usize| guard::notes(s.data, s.observation(*row), s.lang);
    let all: Vec<String> = rows.iter().flat_map(told).collect();
    let indicator = |row: &usize| s.observation(*row).indicator;
    if rows.windows(2).all(|pair| indicator(&pair[0]) == indicator(&pair[1])) {
        return all;
    }
    let own = |row: &usize| {
        let named = guard::notes_of_named(s.data, s.observation(*row), s.lang);
        let is_shared = |note: &String| all.iter().filter(|other| *other == note).count() > 1;
        let either = told(row).into_iter().zip(named);
        either
            .map(|(plain, named)| if is_shared(&plain) { plain } else { named })
            .collect::<Vec<_>>()
    };
    rows.iter().flat_map(own).collect()
}

/// Whether figures are of one indicator and count alike: only then one of them is the greatest.
pub(super) fn is_one_measure(s: &Published, rows: &[usize]) -> bool {
    let figures = || rows.iter().map(|&row| s.observation(row));
    let first = figures().next().map(|o| o.indicator);
    let facts: Vec<Facts> = figures().map(|o| Facts::of(s.data, o)).collect();
    figures().all(|o| Some(o.indicator) == first) && guard::are_alike(&facts)
}

/// The finding as title, where one can be told; then unit and period and, where figures are not ranked, why.
fn headings(s: &Published, unit: &AxisUnit, shown: &[usize], is_apart: bool) -> Headings {
    let is_one = s.is_one_series(&s.rows);
    let first = s.rows.first().filter(|_| is_one);
    let told = first.map(|&row| {
        let figures: Vec<Id<Observation>> = s.rows.iter().map(|&row| Id::at(row)).collect();
        finding::title(s.data, s.observation(row).indicator, &figures, s.lang)
    });
    let title = told.unwrap_or_else(|| figures_title(s));
    let mut headings = words::headings(s, title, &unit.words, &s.rows);
    if is_apart && shown.len() > 1 {
        let unlike = || m::UNLIKE_SUBJECTS.get(s.lang).to_owned();
        let why = if is_one { words::differences(s, shown) } else { unlike() };
        let values = [("line", headings.subtitle.as_str()), ("why", &why)];
        headings.subtitle = m::NOT_RANKED.fill(s.lang, &values);
    }
    headings
}

/// The figures from the greatest down, group by group where there are groups. Figures of one indicator that do not count
/// alike stand by how far they have come and by what they are limited to, not in a ranking.
fn placed(s: &Published, unit: &AxisUnit, group: Option<&Side>, in_sections: bool) -> Vec<Placed> {
    let Some(figures) = s.table.measure() else { return Vec::new() };
    let value = |row: usize| unit.position(figures.exact(row)?);
    let mut all: Vec<Placed> =
        s.rows.iter().filter_map(|&row| Some(Placed { row, value: value(row)? })).collect();
    all.order_by(|a, b| b.value.total_cmp(&a.value));
    if s.is_one_series(&s.rows) && !is_one_measure(s, &s.rows) {
        all.order_by_key(|figure| {
            let o = s.observation(figure.row);
            (finding::rank(s.data.told_stage(o)), o.breakdown.clone())
        });
    }
    if let Some(group) = group {
        all.order_by_key(|figure| group.place_of(figure.row));
    }
    if in_sections {
        all.order_by_key(|figure| Stretch::of(s, figure.row));
    }
    all
}

fn names(s: &Published, drawn: &[Placed], group: Option<&Side>, split: Option<&Side>) -> Vec<Name> {
    let rows: Vec<usize> = drawn.iter().map(|figure| figure.row).collect();
    if let Some(split) = split {
        let naming = Naming::shared(s, &rows, split.column.role);
        return rows.iter().map(|&row| naming.name(s, row)).collect();
    }
    let Some(group) = group else { return Naming::of(s, &rows, &[]).names(s, &rows) };
    // Rows that stand together say what they have in common.
    let mut names = Naming::of(s, &rows, &[group.column.role]).names(s, &rows);
    for (name, &row) in names.iter_mut().zip(&rows) {
        let own = std::mem::take(&mut name.note);
        name.note = naming::join(s, [Some(group.name(group.code(row), s.lang)), Some(own)]);
    }
    names
}

/// Whether rows that panels by a column share have figures in at least half of the panels.
pub(super) fn fills(s: &Published, split: &str, panels: usize) -> bool {
    let Some(by) = s.side(split) else { return false };
    let naming = Naming::shared(s, &s.rows, by.column.role);
    let name = |row: usize| naming.name(s, row);
    let cells: BTreeSet<(Name, u32)> =
        s.rows.iter().map(|&row| (name(row), by.code(row))).collect();
    let rows: BTreeSet<&Name> = cells.iter().map(|(name, _)| name).collect();
    2 * cells.len() >= rows.len() * panels
}

/// Rows of the chart, where each figure stands, and how many rows had no room. With a split, figures of one name share
/// a row.
fn rows_of(
    drawn: &[Placed],
    names: &[Name],
    shared: bool,
    most: usize,
) -> (Vec<Name>, Vec<Option<u32>>, usize) {
    let mut rows: Vec<(Name, f64)> = Vec::new();
    let mut places = Vec::with_capacity(drawn.len());
    for (figure, name) in drawn.iter().zip(names) {
        let known = rows.iter().position(|(row, _)| shared && row == name);
        places.push(known.unwrap_or(rows.len()));
        if known.is_none() {
            rows.push((name.clone(), figure.value));
        }
    }
    // The greatest stay, in the order they came in.
    let mut by_size: Vec<usize> = (0..rows.len()).collect();
    by_size.order_by(|&a, &b| rows[b].1.total_cmp(&rows[a].1));
    let mut kept: Vec<usize> = by_size.into_iter().take(most).collect();
    kept.order();
    let left_out = rows.len() - kept.len();
    let place = |row: usize| kept.binary_search(&row).ok().and_then(|at| u32::try_from(at).ok());
    let places = places.into_iter().map(place).collect();
    (kept.iter().map(|&row| rows[row].0.clone()).collect(), places, left_out)
}

fn category(name: Name) -> Category {
    Category { name: name.text, note: name.note, hue: None }
}

fn datum(
    s: &Published,
    id: u32,
    f: Placed,
    category: u32,
    told: Option<bool>,
    parts: &Parts,
) -> Datum {
    let o = s.observation(f.row);
    let mut mark = mark(s.data, o, f.value, s.lang);
    if let Some(with_period) = told {
        let period = with_period.then(|| period_text(o, s.lang));
        mark.label = naming::join(
            s,
            [Some(mark.label), role_word(o, s.lang).map(|role| amid(&role, s.lang)), period],
        );
    }
    let at = |places: &[u32]| places.get(id as usize).copied().unwrap_or_default();
    Datum { id, category, series: at(&parts.by_series), facet: at(&parts.by_facet), ..mark }
}

/// The one series by its name, several by their kind.
pub(super) fn figures_title(s: &Published) -> String {
    if let [only] = s.codes(Role::Series, &s.rows)[..] {
        return m::TITLE_FIGURE.fill(s.lang, &[("series", &s.name(Role::Series, only))]);
    }
    let kind = s.codes(Role::Kind, &s.rows).first().map(|&code| s.name(Role::Kind, code));
    m::TITLE_FIGURES.fill(s.lang, &[("kind", &kind.unwrap_or_default())])
}

/// Every figure of the selection, those without room in the chart too.
fn listing(s: &Published, all: &[Placed]) -> Listing {
    listing_of(s, all.iter().map(|figure| figure.row))
}

/// Figures as rows of text.
pub(super) fn listing_of(s: &Published, rows: impl Iterator<Item = usize>) -> Listing {
    let roles = [Role::Series, Role::Area, Role::Time, Role::Measure, Role::Stage];
    let header = roles.map(|role| s.key(role).map(|key| s.column(key)).unwrap_or_default());
    let cells = |row: usize| {
        let o = s.observation(row);
        vec![
            full_name(s.data, o, s.lang),
            naming::area(s, row),
            period_text(o, s.lang),
            figure(s.data, o, s.lang).to_string(),
            stage_word(s.data, o, s.lang),
        ]
    };
    Listing { header: header.to_vec(), rows: rows.map(cells).collect() }
}

fn offers(s: &Subject, choice: &Choice, drawn: &[Placed]) -> Vec<Offer> {
    let positive = drawn.iter().map(|figure| figure.value).filter(|value| *value > 0.0);
    let (least, most) =
        positive.fold((f64::INFINITY, 0.0_f64), |(a, b), value| (a.min(value), b.max(value)));
    if choice.log || most < least * WIDE {
        return Vec::new();
    }
    vec![offer(s, m::OFFER_LOG, vec![s.change(|o| o.log = true)])]
}
