//! Measures of one unit that stand side by side over time, one row a period: a line each, as an editor draws shares that a
//! whole is made of. Measures of unlike sizes are not set against each other: all but the greatest would lie flat.

use super::finding::{Told, leading, tracks};
use super::line_words::headings;
use super::telling::{Telling, at_last};
use super::tracks::{MOST, MOST_STEPS};
use crate::chart::{ChartSpec, Datum, MarkKind, Series, ValueAxis};
use crate::column::{Column, Data, Figures, Role};
use crate::i18n::catalog::{chart as m, words as w};
use crate::plot::chart::choice::{Choice, GROUP_BY};
use crate::plot::chart::meant::Meant;
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Listing, PREFIX, Plan, open};
use crate::plot::measure::own_unit;
use crate::plot::steps::{Grain, Steps};
use crate::state::{Mark, Measure};
use crate::words::{listed, told_of};

/// The greatest mean is at most so many times the least.
const APART: f64 = 10.0;

/// The measures and the one row of each step; `None` where rows are told apart by more than their time, or where the measures
/// are unlike.
fn measures(s: &mut Subject) -> Option<(Vec<String>, Steps, Vec<usize>)> {
    let steps = Steps::of(s.engine, MOST_STEPS).filter(|own| own.grain == Grain::Each)?;
    let others = GROUP_BY.into_iter().filter(|role| *role != Role::Time);
    if steps.len() < 2
        || s.engine.matching() != steps.len()
        || others.into_iter().any(|role| s.distinct_of(role) > 1)
    {
        return None;
    }
    let table = s.table.clone();
    let own: Vec<(&Column, &Figures)> =
        table.measures().filter(|(column, _)| column.role == Role::Measure).collect();
    let unit = own_unit(own.first()?.0, s.lang)?;
    let rows: Vec<usize> = s.engine.rows().iter().collect();
    let mean = |figures: &Figures| {
        let known: Vec<f64> = rows.iter().filter_map(|&row| figures.float(row)).collect();
        known.iter().sum::<f64>() / known.len() as f64
    };
    let means: Vec<f64> = own.iter().map(|(_, figures)| mean(figures)).collect();
    let (least, most) = means
        .iter()
        .fold((f64::INFINITY, 0.0_f64), |ends, &own| (ends.0.min(own), ends.1.max(own)));
    let is_alike = own.iter().all(|(column, _)| own_unit(column, s.lang).as_ref() == Some(&unit))
        && (2..=MOST).contains(&own.len())
        && means.iter().all(|mean| mean.is_finite() && *mean > 0.0)
        && most <= least * APART;
    let mut by_step = vec![None; steps.len()];
    for row in rows {
        *by_step.get_mut(steps.at(table.time()?.codes().code(row)?)?)? = Some(row);
    }
    let rows: Option<Vec<usize>> = by_step.into_iter().collect();
    let keys = own.iter().map(|(column, _)| column.key.clone()).collect();
    Some((keys, steps, rows?)).filter(|_| is_alike)
}

/// A line a measure; `None` where the measures do not stand side by side.
pub(crate) fn chart(s: &mut Subject) -> Option<Plan> {
    Some(lines(s)?.0)
}

/// The same, with the steps of its time and how its figures are told.
fn lines(s: &mut Subject) -> Option<(Plan, Steps, Told)> {
    let (keys, steps, rows) = measures(s)?;
    let table = s.table.clone();
    let mut plan = Plan::default();
    let names: Vec<String> = keys.iter().map(|key| s.titled(key)).collect();
    for (series, (key, name)) in (0_u32..).zip(keys.iter().zip(&names)) {
        let Data::Measure(figures) = &table.column(key)?.data else { return None };
        for (step, &row) in rows.iter().enumerate() {
            let Some(value) = figures.float(row) else { continue };
            let meant = Meant::of_row(&table, key, row);
            let (extent, label) = Meant::told(meant.as_ref(), value, s.lang);
            let flags = meant.as_ref().map_or("", |meant| meant.flags(s.lang));
            let when = steps.name(step, s.lang);
            let parts = [label.as_str(), &when, flags].into_iter().filter(|part| !part.is_empty());
            // A line is not drawn over what the table leaves out.
            let is_gap = step > 0 && figures.float(rows[step - 1]).is_none();
            plan.spec.data.push(Datum {
                id: u32::try_from(plan.spec.data.len()).ok()?,
                series,
                extent,
                time: steps.spans.get(step).copied(),
                gap: is_gap,
                hue: u8::try_from(series).ok()?,
                tip: told_of(name, parts, s.lang),
                label,
                ..Datum::default()
            });
            plan.targets.push(open(&table, row));
        }
    }
    let least = plan.spec.data.iter().map(|own| own.extent.mid).fold(f64::INFINITY, f64::min);
    plan.spec = ChartSpec {
        prefix: PREFIX.to_owned(),
        mark: MarkKind::Line,
        series: names.iter().map(|name| Series { name: name.clone(), hue: None }).collect(),
        value: ValueAxis { zero: least >= 0.0, ..ValueAxis::default() },
        ..plan.spec
    };
    let list = listed(&names, w::COMMA, s.lang);
    let title = m::TITLE_OVER_TIME.fill(s.lang, &[("value", &list)]);
    let unit = s.unit(&keys[0]);
    plan.headings = headings(s, title, unit, None);
    plan.listing = listing(s, &keys, &names, &steps, &rows);
    let told = Told::of(s, &Choice::of(Mark::Line, Measure::Mean, keys.first().cloned()));
    let when = |datum: &Datum| steps.named(datum.time, told.lang);
    let finding = leading(&told, &tracks(&plan), &steps.spans, when).unwrap_or_default();
    Some((Plan { finding, ..plan }, steps, told))
}

/// What each measure came to at last, and at first.
pub(crate) fn tellings(s: &mut Subject) -> Vec<Telling> {
    let Some((plan, steps, told)) = lines(s) else { return Vec::new() };
    tracks(&plan).iter().filter_map(|track| at_last(&told, track, &steps)).collect()
}

/// A row a period, a column a measure.
fn listing(
    s: &Subject,
    keys: &[String],
    names: &[String],
    steps: &Steps,
    rows: &[usize],
) -> Listing {
    let text = |key: &String, row: usize| {
        let Some(Data::Measure(figures)) = s.table.column(key).map(|own| &own.data) else {
            return String::new();
        };
        let told = |value| Meant::told(Meant::of_row(&s.table, key, row).as_ref(), value, s.lang).1;
        figures.float(row).map(told).unwrap_or_default()
    };
    let header = std::iter::once(s.name(&steps.column)).chain(names.iter().cloned()).collect();
    let line = |(step, &row): (usize, &usize)| {
        let cells = keys.iter().map(|key| text(key, row));
        std::iter::once(steps.name(step, s.lang)).chain(cells).collect()
    };
    Listing { header, rows: rows.iter().enumerate().map(line).collect() }
}
