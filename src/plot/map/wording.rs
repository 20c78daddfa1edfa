//! The words around a map.

use super::areas::{Areas, Place};
use super::classes::Classes;
use super::ground::Ground;
use super::layer::Layer;
use super::types::MapPlan;
use crate::base::lang::Lang;
use crate::base::unit_name::beside_unit;
use crate::column::Table;
use crate::gazetteer::{Found, Grid};
use crate::geo::Projection;
use crate::i18n::Message;
use crate::i18n::catalog::{chart as c, map as m, words as w};
use crate::plot::chart::Headings;
use crate::plot::known::Known;
use crate::plot::measure::short;
use crate::state::{Classing, MapOptions, Maps, Measure};
use crate::words::sentences;

/// Names that a sentence lists.
const NAMED: usize = 6;

/// What a map shows.
pub(super) struct Shown<'a> {
    pub(super) areas: &'a Areas<'a>,
    pub(super) table: &'a Table,
    /// By name, what is shown; the first is the one that is spoken of.
    pub(super) layers: &'a [(String, Layer)],
    /// The period in words; empty without one.
    pub(super) time: String,
    /// Whether there is a map for each layer.
    pub(super) is_series: bool,
    /// Unit of the measure.
    pub(super) unit: Option<String>,
    /// Name of the measure; `None` where rows are counted.
    pub(super) what: Option<String>,
    pub(super) lang: Lang,
}

impl Shown<'_> {
    /// What an area is called.
    pub(super) fn name(&self, at: usize) -> &str {
        self.areas.names.get(at).map_or("", String::as_str)
    }

    /// What areas of this kind are called.
    fn kind(&self) -> &'static str {
        match &self.areas.place {
            Place::Shapes(_) => m::AREAS.get(self.lang),
            Place::Tiles(known) if known.grid == Grid::Provinces => m::PROVINCES.get(self.lang),
            Place::Tiles(_) => m::COUNTRIES.get(self.lang),
        }
    }

    fn first(&self) -> Option<&Layer> {
        self.layers.first().map(|(_, layer)| layer)
    }

    /// Title, unit and period.
    pub(super) fn headings(&self, plan: &MapPlan, span: &Option<(&str, &str)>) -> Headings {
        let measure = self.first().map(|layer| layer.measure).unwrap_or_default();
        let is_together = self.first().is_some_and(|layer| layer.is_taken_together);
        let message = match measure {
            Measure::Count => m::TITLE_ROWS,
            Measure::Sum if is_together => m::TITLE_SUM,
            _ if is_together => m::TITLE_MEAN,
            _ => m::TITLE,
        };
        let series = plan.series.items.iter().find(|(id, _)| *id == plan.series.chosen);
        let series = series.map(|(_, name)| name.as_str()).filter(|_| !self.is_series);
        let what = series.or(self.what.as_deref()).unwrap_or_default();
        let unit = self.unit.as_ref().filter(|_| !self.is_series || !plan.series.items.is_empty());
        // The unit stands under the title.
        let what = unit.map_or(what, |unit| beside_unit(what, unit));
        let title = message.fill(self.lang, &[("areas", self.kind()), ("value", what)]);
        let unit = unit.map(|unit| c::UNIT_LINE.fill(self.lang, &[("unit", unit)]));
        let period = match span {
            Some((from, to)) => m::CLASS.fill(self.lang, &[("low", from), ("high", to)]),
            None => self.time.clone(),
        };
        let subtitle = match (unit.unwrap_or_default(), period) {
            (unit, period) if unit.is_empty() || period.is_empty() => unit + &period,
            (unit, period) => c::UNIT_AND_PERIOD.fill(self.lang, &[("a", &unit), ("b", &period)]),
        };
        Headings { title, subtitle, source: String::new() }
    }
}

/// How the classes were made, and what each holds.
pub(super) fn classes(
    plan: &mut MapPlan,
    classes: &[Classes],
    shown: &Shown,
    options: &MapOptions,
) {
    let lang = shown.lang;
    let most = classes.iter().map(Classes::len).max().unwrap_or_default();
    if most == 0 {
        return;
    }
    let method = match options.classing {
        Classing::Quantiles => m::QUANTILES,
        Classing::Steps => m::STEPS,
    };
    plan.spec.method = method.count(lang, most, &[]);
    if shown.is_series {
        plan.spec.method += m::EACH_APART.get(lang);
        let name = |class: usize| {
            let message = match class {
                1 => m::LOWEST_CLASS,
                class if class == most => m::HIGHEST_CLASS,
                _ => m::MIDDLE_CLASS,
            };
            message.fill(lang, &[("n", &class.to_string())])
        };
        plan.spec.classes = (1..=most).map(name).collect();
        return;
    }
    if plan.times.len() > 1 {
        plan.spec.method += m::OF_ALL_TIMES.get(lang);
    }
    let name = |&(low, high): &(f64, f64)| match (short(low, lang), short(high, lang)) {
        (low, high) if low == high => low,
        (low, high) => m::CLASS.fill(lang, &[("low", &low), ("high", &high)]),
    };
    plan.spec.classes = classes.iter().flat_map(|classes| &classes.spans).map(name).collect();
}

/// The highest, the lowest, how many have no figure, and how many names are not known.
pub(super) fn sentence(plan: &MapPlan, shown: &Shown) -> String {
    let lang = shown.lang;
    let Some(layer) = shown.first() else { return String::new() };
    let now = || layer.values.iter().filter(|((step, _), _)| *step == plan.time);
    let mut known: Vec<(f64, usize)> =
        now().filter_map(|((_, area), value)| Some(((*value)?, *area))).collect();
    known.sort_by(|a, b| b.0.total_cmp(&a.0));
    let figure = |&(value, area): &(f64, usize)| {
        let known = layer.known(plan.time, area, lang);
        let text = known.map_or_else(|| short(value, lang), |known| known.text);
        let values = [("a", shown.name(area)), ("b", &*text)];
        m::AREA_FIGURE.fill(lang, &values)
    };
    let areas = ("areas", shown.kind());
    let first = match (known.first(), known.last()) {
        (Some(high), Some(low)) if high.0 > low.0 || known.len() > 1 && !layer.is_plain() => {
            let values = [areas, ("high", &*figure(high)), ("low", &*figure(low))];
            m::SUMMARY.count(lang, known.len(), &values)
        }
        (Some(high), _) => {
            let value = if known.len() == 1 { figure(high) } else { short(high.0, lang) };
            m::SUMMARY_EVEN.count(lang, known.len(), &[areas, ("high", &value)])
        }
        _ => m::SUMMARY_NONE.fill(lang, &[areas]),
    };
    let has_figure = |at: usize| known.iter().any(|(_, area)| *area == at);
    let mut missing: Vec<usize> = layer.values.keys().map(|(_, area)| *area).collect();
    missing.sort_unstable();
    missing.dedup();
    missing.retain(|&at| !has_figure(at));
    let names: Vec<String> = missing.iter().map(|&at| shown.name(at).to_owned()).collect();
    let mut said = vec![first];
    if !is_sure(layer, plan.time, &known, lang) {
        said.push(m::NOT_SURE.get(lang).to_owned());
    }
    if !names.is_empty() {
        said.push(m::MISSING.count(lang, names.len(), &[("list", &list(&names, lang))]));
    }
    if !plan.unknown.is_empty() {
        said.push(m::UNKNOWN_COUNT.count(lang, plan.unknown.len(), &[]));
    }
    sentences(&said, lang)
}

/// Whether it is known which of the values, the greatest first, are the greatest and the least: bounds and ranges that
/// overlap leave it open.
fn is_sure(layer: &Layer, step: usize, values: &[(f64, usize)], lang: Lang) -> bool {
    if layer.is_plain() {
        return true;
    }
    let known: Vec<Known> =
        values.iter().filter_map(|&(_, area)| layer.known(step, area, lang)).collect();
    let Some(((first, others), (last, before))) = known.split_first().zip(known.split_last())
    else {
        return true;
    };
    others.iter().all(|other| first.order(other).is_some())
        && before.iter().all(|other| last.order(other).is_some())
}

/// The first names, and how many more there are.
fn list(names: &[String], lang: Lang) -> String {
    let mut said: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    let more = names.len() - said.len();
    let rest = m::MORE.fill(
        lang,
        &[(
            "n",
            &match lang {
                Lang::Zh => names.len(),
                Lang::En => more,
            }
            .to_string(),
        )],
    );
    let last = said.pop().unwrap_or_default().to_owned();
    let last = if more > 0 { last + &rest } else { last };
    said.push(&last);
    said.join(w::COMMA.get(lang))
}

/// What a reader must know: what several rows come to, what totals are not drawn, what a tile is not.
pub(super) fn notes(shown: &Shown, totals: &[String], is_amount: bool) -> Vec<String> {
    let lang = shown.lang;
    let any = |is: fn(&Layer) -> bool| shown.layers.iter().any(|(_, layer)| is(layer));
    let mut notes = Vec::new();
    let mut say = |is: bool, message: Message| {
        if is {
            notes.push(message.get(lang).to_owned());
        }
    };
    let is_sum = any(|layer| layer.measure == Measure::Sum);
    say(is_amount, m::TOTAL_AMOUNTS);
    say(any(|layer| layer.is_taken_together) && !is_sum, m::MEANS);
    say(any(|layer| layer.is_no_sum), m::NO_SUMS);
    say(is_sum, m::SUMS);
    say(
        any(|layer| layer.has_parts),
        match &shown.areas.place {
            Place::Tiles(known) if known.grid == Grid::Countries => m::PARTS_OF_COUNTRIES,
            _ => m::PARTS,
        },
    );
    say(any(|layer| layer.leaves_parts), m::PARTS_LEFT);
    if !totals.is_empty() {
        notes.push(m::TOTALS.fill(lang, &[("list", &list(totals, lang))]));
    }
    match &shown.areas.place {
        Place::Tiles(_) => notes.push(m::TILES.get(lang).to_owned()),
        Place::Shapes(ground) => notes.extend(of_ground(ground, shown)),
    }
    notes
}

/// Whose map it is, how it goes with the table, and how it is projected.
fn of_ground(ground: &Ground, shown: &Shown) -> Vec<String> {
    let lang = shown.lang;
    let property = ("property", ground.property.as_str());
    let goes = if ground.is_own {
        m::GROUND_OWN.fill(lang, &[property])
    } else {
        let column = shown.table.column(&shown.areas.column);
        let column = column.map_or("", |column| column.name.get(lang));
        let known = ground.known();
        let values = [("file", ground.file.as_str()), property, ("column", column)];
        m::GROUND.count(lang, known, &values)
    };
    let projected = |name: Message| m::PROJECTED.fill(lang, &[("name", name.get(lang))]);
    let mut notes = vec![
        goes,
        match ground.projection {
            Projection::Plane => m::PLANE.get(lang).to_owned(),
            Projection::World { .. } => projected(m::EQUAL_EARTH),
            Projection::Conic { .. } => projected(m::ALBERS),
            Projection::Cylinder { .. } => projected(m::CYLINDRICAL),
            Projection::Pole { .. } => projected(m::AZIMUTHAL),
        },
    ];
    if ground.lost > 0 {
        notes.push(m::LOST.count(lang, ground.lost, &[]));
    }
    notes
}

/// Areas of a map that the table does not have.
pub(super) fn bare(shown: &Shown) -> Vec<String> {
    let Place::Shapes(ground) = &shown.areas.place else { return Vec::new() };
    let mut is_named = vec![false; ground.names.len()];
    for found in ground.found.iter().flatten() {
        if let Found::Area(at) | Found::Part(at) = *found {
            is_named[at] = true;
        }
    }
    let is_drawn = |at: usize| !ground.sheet.outlines[at].is_empty();
    let bare = || (0..ground.names.len()).filter(|&at| !is_named[at] && is_drawn(at));
    let mut names: Vec<String> =
        bare().map(|at| ground.names[at].clone()).filter(|name| !name.is_empty()).collect();
    let nameless = bare().count() - names.len();
    if nameless > 0 {
        names.push(m::NAMELESS.fill(shown.lang, &[("n", &nameless.to_string())]));
    }
    names
}

/// What there was no room for.
pub(super) fn left_out(
    plan: &MapPlan,
    panels: usize,
    maps: Maps,
    is_cut: bool,
    lang: Lang,
) -> Option<String> {
    let all = plan.times.len();
    if maps == Maps::Times && panels > 1 && panels < all {
        return Some(m::SOME_TIMES.count(lang, panels, &[("all", &all.to_string())]));
    }
    (maps == Maps::Series && is_cut).then(|| m::SOME_SERIES.count(lang, panels, &[]))
}
