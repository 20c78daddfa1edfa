//! From a selection to a map.

use super::areas::Areas;
use super::classes::Classes;
use super::ground::Ground;
use super::layer::{Layer, Subset};
use super::sheet::Drawn;
use super::types::{Choice, MapPlan};
use super::wording::{self, Shown};
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::base::unit_name::is_rate;
use crate::chart::{MapDatum, MapSpec};
use crate::column::Table;
use crate::gazetteer::Found;
use crate::i18n::catalog::{chart as c, map as m};
use crate::plot::chart::{Listing, Subject, marked, totals_left_out};
use crate::plot::measure::adds_up;
use crate::plot::steps::Steps;
use crate::plot::tally::tally;
use crate::query::Engine;
use crate::state::{Action, ChartOptions, MapOptions, Maps, Measure};
use crate::words::{entry_name, told_of};

/// Put before every id of the map on the page.
const PREFIX: &str = "map";
/// Periods that are steps of their own; of more, calendar years are.
const MOST_STEPS: usize = 400;
/// The most maps beside one another.
const MOST_MAPS: usize = 12;
/// The most series to choose from.
const MOST_SERIES: usize = 200;

/// One map of several: its name, which layer it is of, and which step of time.
struct Panel {
    name: String,
    layer: usize,
    step: usize,
}

pub(super) fn plan(
    engine: &mut Engine,
    ground: Option<&Ground>,
    options: &MapOptions,
    lang: Lang,
) -> Option<MapPlan> {
    let table = engine.table().clone();
    let mut areas = match ground {
        Some(ground) => Areas::on(ground, &table, lang),
        None => Areas::of(&table, lang)?,
    };
    areas.without_totals(engine);
    let steps = Steps::of(engine, MOST_STEPS);
    let mut s = Subject::plain(engine, &ChartOptions::default(), lang);
    let (subsets, mut plan) = choices(&mut s, &table, options);
    let is_series = options.maps == Maps::Series && plan.has_series;
    let subsets = if is_series { subsets } else { chosen(subsets, &plan) };
    let is_cut = subsets.len() > MOST_MAPS;
    let layer = |(name, subset): &(String, Subset)| {
        (name.clone(), Layer::of(&mut s, &areas, steps.as_ref(), subset, options.measure))
    };
    let layers: Vec<(String, Layer)> = subsets.iter().take(MOST_MAPS).map(layer).collect();
    let first = subsets.first().map(|(_, subset)| subset.clone()).unwrap_or_default();
    if let Some(steps) = &steps {
        plan.times = steps
            .spans
            .iter()
            .enumerate()
            .map(|(at, span)| (steps.name(at, lang), span.1))
            .collect();
    }
    let until = |day| plan.times.iter().rposition(|(_, last)| *last <= day);
    plan.time = options.until.and_then(until).unwrap_or(plan.times.len().saturating_sub(1));
    let panels = panels(&layers, &plan, options.maps, is_series);
    let drawn = Drawn::of(&areas, panels.len() > 1);
    let shown = Shown {
        areas: &areas,
        table: &table,
        layers: &layers,
        time: plan.times.get(plan.time).map(|(name, _)| name.clone()).unwrap_or_default(),
        is_series,
        unit: first.value.as_deref().and_then(|key| s.unit(key)),
        what: first.value.as_deref().map(|key| s.name(key)),
        lang,
    };
    let classes = classes(&layers, &panels, options, is_series);
    draw(&mut plan, &shown, (drawn, &panels, &classes));
    wording::classes(&mut plan, &classes, &shown, options);
    plan.headings = shown.headings(&plan, &panels_name(&panels));
    plan.unknown = unknown(&mut s, &areas, &table);
    let columns: Vec<&str> = first.columns(&areas, steps.as_ref());
    plan.sentence = wording::sentence(&plan, &shown);
    let is_amount = first.value.as_deref().is_some_and(|key| is_amount(&mut s, key));
    plan.notes = wording::notes(&shown, &totals(&mut s, &areas, &table), is_amount);
    if let Some(key) = first.value.as_deref() {
        plan.notes.extend(totals_left_out(s.engine, &columns, lang));
        plan.notes.extend(marked(s.engine, (key, shown.what.as_deref().unwrap_or(key)), lang));
    }
    plan.notes.extend(wording::left_out(&plan, panels.len(), options.maps, is_cut, lang));
    plan.bare = wording::bare(&shown);
    Some(plan)
}

/// What could be shown, by name, and what a reader may choose. The first is in force where nothing was chosen.
fn choices(
    s: &mut Subject,
    table: &Table,
    options: &MapOptions,
) -> (Vec<(String, Subset)>, MapPlan) {
    let mut plan = MapPlan::default();
    let measures = s.measures();
    let value = measures.iter().find(|key| **key == options.value).or(measures.first()).cloned();
    let mixed = s.mixed().filter(|_| value.is_some());
    if measures.len() > 1 {
        plan.values.items = measures.iter().map(|key| (key.clone(), s.name(key))).collect();
        plan.values.chosen = value.clone().unwrap_or_default();
    }
    let Some(column) = mixed else {
        plan.has_series = measures.len() > 1;
        let subset = |key: &String| Subset { value: Some(key.clone()), only: None };
        let mut all: Vec<(String, Subset)> =
            measures.iter().map(|key| (s.name(key), subset(key))).collect();
        if all.is_empty() {
            all.push((c::MEASURE_ROWS.get(s.lang).to_owned(), Subset::default()));
        }
        return (all, plan);
    };
    let counts = tally(s.engine, &column);
    let mut present: Vec<(u32, u32)> = (0..).zip(counts).filter(|&(_, n)| n > 0).collect();
    present.truncate(MOST_SERIES);
    let entry = |code: u32| table.category(&column)?.dictionary.get(code);
    let named = |&(code, _): &(u32, u32)| {
        let entry = entry(code)?;
        Some((entry.id.clone(), entry_name(&column, entry, s.lang)))
    };
    plan.series.items = present.iter().filter_map(named).collect();
    let most = present.iter().rev().max_by_key(|(_, n)| *n).and_then(named).map(|(id, _)| id);
    let asked = plan.series.items.iter().find(|(id, _)| *id == options.series);
    plan.series.chosen = asked.map(|(id, _)| id.clone()).or(most).unwrap_or_default();
    plan.has_series = present.len() > 1;
    let subset = |&(code, _): &(u32, u32)| {
        let only = Some((column.clone(), code));
        Some((entry_name(&column, entry(code)?, s.lang), Subset { value: value.clone(), only }))
    };
    (present.iter().filter_map(subset).collect(), plan)
}

/// The subset in force alone.
fn chosen(subsets: Vec<(String, Subset)>, plan: &MapPlan) -> Vec<(String, Subset)> {
    let at = |choice: &Choice| choice.items.iter().position(|(id, _)| *id == choice.chosen);
    let at = at(&plan.series).or_else(|| at(&plan.values)).unwrap_or_default();
    subsets.into_iter().skip(at).take(1).collect()
}

fn panels(layers: &[(String, Layer)], plan: &MapPlan, maps: Maps, is_series: bool) -> Vec<Panel> {
    let step = plan.time;
    if is_series {
        let panel = |(layer, (name, _)): (usize, &(String, Layer))| Panel {
            name: name.clone(),
            layer,
            step,
        };
        return layers.iter().enumerate().map(panel).collect();
    }
    let all = plan.times.len();
    if maps != Maps::Times || all < 2 {
        return vec![Panel { name: String::new(), layer: 0, step }];
    }
    let count = all.min(MOST_MAPS);
    let step = |at: usize| at * (all - 1) / (count - 1);
    let panel = |at: usize| {
        let name = plan.times.get(step(at)).map(|(name, _)| name.clone()).unwrap_or_default();
        Panel { name, layer: 0, step: step(at) }
    };
    (0..count).map(panel).collect()
}

/// From which period to which, where there is a map for each of several.
fn panels_name(panels: &[Panel]) -> Option<(&str, &str)> {
    let is_time = panels.len() > 1 && panels.iter().all(|panel| panel.layer == 0);
    let (first, last) = panels.first().zip(panels.last())?;
    is_time.then_some((first.name.as_str(), last.name.as_str()))
}

/// One set of classes for all periods, so that a colour means the same in each; of unlike series one for each.
fn classes(
    layers: &[(String, Layer)],
    panels: &[Panel],
    options: &MapOptions,
    is_series: bool,
) -> Vec<Classes> {
    let of = |values: Vec<f64>| Classes::of(&values, options.classing, options.classes.number());
    if is_series {
        let at = |panel: &Panel| {
            let layer = layers.get(panel.layer).map(|(_, layer)| layer);
            let own = layer.into_iter().flat_map(|layer| &layer.values);
            let now = own.filter(|((step, _), _)| *step == panel.step);
            of(now.filter_map(|(_, value)| *value).collect())
        };
        return panels.iter().map(at).collect();
    }
    let all = layers.iter().flat_map(|(_, layer)| layer.values.values().flatten().copied());
    vec![of(all.collect())]
}

/// Tiles, what is known of them, and the same as text.
fn draw(
    plan: &mut MapPlan,
    shown: &Shown,
    (drawn, panels, classes): (Drawn, &[Panel], &[Classes]),
) {
    let lang = shown.lang;
    let mut spec = MapSpec {
        prefix: PREFIX.to_owned(),
        extent: drawn.extent,
        areas: drawn.areas,
        ..MapSpec::default()
    };
    if panels.len() > 1 {
        spec.panels = panels.iter().map(|panel| panel.name.clone()).collect();
    }
    // What the table names at any time is told of at every time.
    let is_named = |at: usize| {
        shown.layers.iter().any(|(_, layer)| layer.values.keys().any(|(_, area)| *area == at))
    };
    let named: Vec<(u32, usize)> =
        (0..).zip(&drawn.drawn).map(|(n, &at)| (n, at)).filter(|&(_, at)| is_named(at)).collect();
    let mut rows: Vec<(f64, Vec<String>)> =
        named.iter().map(|&(_, at)| (f64::NEG_INFINITY, vec![shown.name(at).to_owned()])).collect();
    for (index, panel) in (0_u32..).zip(panels) {
        let Some((_, layer)) = shown.layers.get(panel.layer) else { continue };
        let classes = classes.get(index as usize).or_else(|| classes.first());
        for (&(place, at), row) in named.iter().zip(&mut rows) {
            let value = layer.values.get(&(panel.step, at)).copied().flatten();
            let known = layer.known(panel.step, at, lang);
            let (label, flags) =
                known.map_or_else(Default::default, |known| (known.text, known.flags));
            let figure = value.map_or_else(|| m::NO_FIGURE.get(lang).to_owned(), |_| label.clone());
            let beside = if panel.name.is_empty() { &shown.time } else { &panel.name };
            let parts = [figure.as_str(), &flags, beside];
            let parts = parts.into_iter().filter(|part| !part.is_empty());
            let tip = told_of(shown.name(at), parts, lang);
            let class = value.and_then(|value| classes?.class(value));
            let id = u32::try_from(spec.data.len()).unwrap_or(u32::MAX);
            row.1.push(figure);
            if index == 0 {
                row.0 = value.unwrap_or(f64::NEG_INFINITY);
            }
            spec.data.push(MapDatum { id, area: place, panel: index, class, label, tip });
        }
    }
    if spec.data.iter().any(|datum| datum.class.is_none()) {
        m::NO_FIGURE.get(lang).clone_into(&mut spec.missing);
    }
    rows.order_by(|a, b| b.0.total_cmp(&a.0));
    let mut header = vec![m::AREA.get(lang).to_owned()];
    header.extend(panels.iter().map(|panel| match panel.name.as_str() {
        "" => shown.what.clone().unwrap_or_else(|| c::MEASURE_ROWS.get(lang).to_owned()),
        name => name.to_owned(),
    }));
    plan.listing = Listing { header, rows: rows.into_iter().map(|(_, row)| row).collect() };
    let has_choice = shown.layers.iter().any(|(_, layer)| layer.is_taken_together);
    if has_choice {
        let names = [(Measure::Mean, c::MEASURE_MEAN), (Measure::Sum, c::MEASURE_SUM)];
        plan.measures.items =
            names.map(|(own, name)| (own.id().to_owned(), name.get(lang).to_owned())).to_vec();
        let measure = shown.layers.first().map(|(_, layer)| layer.measure);
        measure.unwrap_or_default().id().clone_into(&mut plan.measures.chosen);
    }
    let target = |datum: &MapDatum| only(shown, *drawn.drawn.get(datum.area as usize)?);
    plan.targets = spec.data.iter().map(target).collect();
    plan.spec = spec;
}

/// Whether a measure is an amount that grows with the size of an area: it adds up, and its unit is no rate.
fn is_amount(s: &mut Subject, key: &str) -> bool {
    let is_rate = s.unit(key).is_some_and(|unit| is_rate(&unit));
    !is_rate && adds_up(s.engine, key)
}

/// Names of values of the column of areas that have rows and are what is asked for.
fn names(
    s: &mut Subject,
    areas: &Areas,
    table: &Table,
    asked: impl Fn(Option<Found>) -> bool,
) -> Vec<String> {
    let counts = tally(s.engine, &areas.column);
    let Some(category) = table.category(&areas.column) else { return Vec::new() };
    let present = category.dictionary.iter().zip(counts).filter(|(_, n)| *n > 0);
    let found = |code: u32| areas.found.get(code as usize).copied().flatten();
    let own = present.filter(|((code, _), _)| asked(found(*code)));
    own.map(|((_, entry), _)| entry_name(&areas.column, entry, s.lang)).collect()
}

fn unknown(s: &mut Subject, areas: &Areas, table: &Table) -> Vec<String> {
    names(s, areas, table, |found| found.is_none())
}

fn totals(s: &mut Subject, areas: &Areas, table: &Table) -> Vec<String> {
    names(s, areas, table, |found| found == Some(Found::Total))
}

/// Opening an area keeps its rows, where one value of the table is that area.
fn only(shown: &Shown, at: usize) -> Option<Action> {
    let areas = shown.areas;
    let is_own = |found: &Option<Found>| *found == Some(Found::Area(at));
    let mut codes = areas.found.iter().enumerate().filter(|(_, f)| is_own(f)).map(|(n, _)| n);
    let code = codes.next().filter(|_| codes.next().is_none())?;
    let category = shown.table.category(&areas.column)?;
    let entry = category.dictionary.get(u32::try_from(code).ok()?)?;
    Some(Action::Narrow(vec![(areas.column.clone(), entry.id.clone())]))
}
