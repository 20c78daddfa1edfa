//! What a measure comes to in each area at each step of time.

use std::collections::BTreeMap;

use super::areas::Areas;
use crate::base::lang::Lang;
use crate::gazetteer::Found;
use crate::plot::chart::Subject;
use crate::plot::known::{Known, Slack, slack};
use crate::plot::measure::adds_up;
use crate::plot::steps::Steps;
use crate::plot::tally::measured;
use crate::query::Groups;
use crate::state::Measure;

/// What is put on a map: a measure, or of one that measures unlike things one of these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Subset {
    /// Key of the measure; rows are counted where there is none.
    pub(super) value: Option<String>,
    /// A column and the code of the value that rows must have in it.
    pub(super) only: Option<(String, u32)>,
}

impl Subset {
    /// The columns by which its rows are taken together: areas, periods where these matter, and what it is limited to.
    pub(super) fn columns<'a>(
        &'a self,
        areas: &'a Areas,
        steps: Option<&'a Steps>,
    ) -> Vec<&'a str> {
        let mut columns = vec![areas.column.as_str()];
        columns.extend(steps.map(|steps| steps.column.as_str()));
        columns.extend(self.only.as_ref().map(|(column, _)| column.as_str()));
        columns
    }
}

/// What some rows come to.
#[derive(Clone, Copy, Debug, Default)]
struct Amount {
    rows: u32,
    numbers: u32,
    sum: f64,
}

impl Amount {
    fn add(&mut self, groups: &Groups, at: usize) {
        self.rows += groups.count[at];
        self.numbers += groups.numbers.get(at).copied().unwrap_or_default();
        self.sum += groups.sum.get(at).copied().unwrap_or_default();
    }

    fn known(&self, measure: Measure) -> Option<f64> {
        let value = match measure {
            Measure::Count => f64::from(self.rows),
            Measure::Sum => self.sum,
            _ => self.sum / f64::from(self.numbers),
        };
        let is_known = self.rows > 0 && (measure == Measure::Count || self.numbers > 0);
        Some(value).filter(|value| is_known && value.is_finite())
    }
}

/// Values by step and area.
#[derive(Debug, Default)]
pub(super) struct Layer {
    /// By step and area: the value, `None` where the table names the area without a figure.
    pub(super) values: BTreeMap<(usize, usize), Option<f64>>,
    /// The same of those that are no plain numbers: bounds, ranges, flagged.
    known: BTreeMap<(usize, usize), Known>,
    /// What is measured of several rows.
    pub(super) measure: Measure,
    /// Whether some area has several rows at a step.
    pub(super) is_taken_together: bool,
    /// Whether a sum was asked for that would say nothing.
    pub(super) is_no_sum: bool,
    /// Whether figures of parts stand for some area.
    pub(super) has_parts: bool,
    /// Whether parts were left out because the whole has a figure.
    pub(super) leaves_parts: bool,
}

type Cells = BTreeMap<(usize, usize), [Amount; 2]>;

impl Layer {
    /// Of the rows selected. Where an area has rows of its own, those of its parts are left out; several rows are added up
    /// where the reader asks for it, or where they are amounts of parts, else averaged.
    pub(super) fn of(
        s: &mut Subject,
        areas: &Areas,
        steps: Option<&Steps>,
        subset: &Subset,
        asked: Measure,
    ) -> Self {
        let mean = if subset.value.is_some() { Measure::Mean } else { Measure::Count };
        let cells = cells(s, areas, steps, subset, mean);
        let is_several =
            |[own, parts]: &[Amount; 2]| own.numbers > 1 || (own.numbers == 0 && parts.numbers > 1);
        let stands = |[own, parts]: &[Amount; 2]| own.rows == 0 && parts.rows > 0;
        let mut layer = Self {
            measure: mean,
            is_taken_together: mean == Measure::Mean && cells.values().any(is_several),
            has_parts: cells.values().any(stands),
            leaves_parts: cells.values().any(|[own, parts]| own.rows > 0 && parts.rows > 0),
            ..Self::default()
        };
        let adds = subset.value.as_deref().is_some_and(|key| adds_up(s.engine, key));
        let wants_sum = match asked {
            Measure::Sum => true,
            Measure::Auto => layer.has_parts && adds,
            _ => false,
        };
        layer.is_no_sum = asked == Measure::Sum && layer.is_taken_together && !adds;
        let is_sum = layer.is_taken_together && wants_sum && adds;
        let cells = if is_sum {
            layer.measure = Measure::Sum;
            self::cells(s, areas, steps, subset, Measure::Sum)
        } else {
            cells
        };
        let measure = layer.measure;
        let value = |[own, parts]: [Amount; 2]| {
            let of_own = own.known(measure);
            of_own.or_else(|| parts.known(measure).filter(|_| own.rows == 0))
        };
        let slack = slack_of(s, areas, steps, subset);
        let known = |(&(step, area), both): (&(usize, usize), &[Amount; 2])| {
            let part = usize::from(both[0].rows == 0);
            let numbers = both[part].numbers;
            let by = if measure == Measure::Sum { 1.0 } else { f64::from(numbers) };
            let slack = slack.get(&(step, area, part))?;
            let known = Known::of(value(*both)?, (numbers, by), Some(slack), s.lang);
            Some(((step, area), known))
        };
        layer.known = cells.iter().filter_map(known).collect();
        layer.values = cells.into_iter().map(|(place, both)| (place, value(both))).collect();
        layer
    }

    /// What is known of an area at a step, with what is known of its ends.
    pub(super) fn known(&self, step: usize, area: usize, lang: Lang) -> Option<Known> {
        let value = self.values.get(&(step, area)).copied().flatten()?;
        Some(self.known.get(&(step, area)).map_or_else(|| Known::exact(value, lang), Known::clone))
    }

    /// Whether all of its values are plain numbers.
    pub(super) fn is_plain(&self) -> bool {
        self.known.is_empty()
    }
}

/// How far off the figures of steps, areas and their parts may be.
fn slack_of(
    s: &mut Subject,
    areas: &Areas,
    steps: Option<&Steps>,
    subset: &Subset,
) -> BTreeMap<(usize, usize, usize), Slack> {
    let Some(value) = subset.value.as_deref() else { return BTreeMap::new() };
    slack(s.engine, value, &subset.columns(areas, steps), |table, row| {
        if let Some((column, own)) = &subset.only {
            table.category(column)?.code(row).filter(|code| code == own)?;
        }
        let step = match steps {
            Some(steps) => steps.at(table.time()?.codes().code(row)?)?,
            None => 0,
        };
        let code = table.category(&areas.column)?.code(row)?;
        match (*areas.found.get(code as usize)?)? {
            Found::Area(area) => Some((step, area, 0)),
            Found::Part(area) => Some((step, area, 1)),
            Found::Total => None,
        }
    })
}

/// By step and area, what its own rows come to and those of its parts.
fn cells(
    s: &mut Subject,
    areas: &Areas,
    steps: Option<&Steps>,
    subset: &Subset,
    measure: Measure,
) -> Cells {
    let columns = subset.columns(areas, steps);
    let groups = measured(s.engine, &columns, measure, subset.value.as_deref());
    let code = |column: usize, at: usize| groups.codes.get(column).map(|codes| codes[at]);
    let mut cells = Cells::new();
    for at in 0..groups.len() {
        let only = subset.only.as_ref().map(|(_, own)| *own);
        if only.is_some() && code(columns.len() - 1, at) != only {
            continue;
        }
        let step = match steps {
            Some(steps) => code(1, at).and_then(|code| steps.at(code)),
            None => Some(0),
        };
        let found = code(0, at).and_then(|code| *areas.found.get(code as usize)?);
        let (Some(step), Some(found)) = (step, found) else { continue };
        let (area, part) = match found {
            Found::Area(area) => (area, 0),
            Found::Part(area) => (area, 1),
            Found::Total => continue,
        };
        cells.entry((step, area)).or_default()[part].add(&groups, at);
    }
    cells
}
