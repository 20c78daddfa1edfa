//! Measure and mark of plain rows: rows are counted, their numbers averaged or, where they may be, added up.

use super::Axes;
use super::split::split;
use crate::column::Role;
use crate::i18n::catalog::chart as m;
use crate::plot::chart::choice::{Asked, Choice};
use crate::plot::chart::choose::line_column;
use crate::plot::chart::refusal::{chart, count, needs_groups, no_line, no_sum, refuse, series};
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Offer, Refusal};
use crate::plot::measure::adds_up;
use crate::state::{Mark, Measure};

/// From so many points on, a scatter that moves can be followed.
const FEW: usize = 3;
/// From so many points on, a scatter shows a shape: fewer are read better one below the other.
const SHAPE: usize = 8;
/// Up to so many measures, two of them and what circles are as large as are what a table is about.
const MOST_AGAINST: usize = 3;

/// Mark and measure, or why they cannot be drawn.
pub(super) fn settle(s: &mut Subject) -> Result<Asked, Refusal> {
    let (mark, measure) = (s.options.mark, s.options.measure);
    let value = Axes::value(s);
    let needs_value = matches!(measure, Measure::Sum | Measure::Mean | Measure::Figure);
    if value.is_none() && (needs_value || mark == Mark::Histogram) {
        return Err(refuse(s, m::NO_NUMBERS, vec![count(s)]));
    }
    let mixed = s.mixed();
    if let (Measure::Sum | Measure::Mean, Some(column)) = (measure, &mixed) {
        return Err(unlike(s, column));
    }
    if measure == Measure::Sum && value.as_deref().is_some_and(|key| !adds_up(s.engine, key)) {
        let mean = chart(s, m::MEASURE_MEAN, Measure::Mean, Mark::Auto);
        return Err(no_sum(s, vec![mean]));
    }
    let means = value.is_some() && mixed.is_none();
    let (mark, measure) = match (mark, measure) {
        (Mark::Auto, Measure::Auto) => best(s, means),
        (Mark::Scatter, _) => (mark, Measure::Figure),
        (Mark::Histogram, _) | (Mark::Treemap, Measure::Auto) => (mark, Measure::Count),
        (mark, Measure::Auto) if means => (mark, Measure::Mean),
        (mark, Measure::Auto) => (mark, Measure::Count),
        asked => asked,
    };
    check(s, mark, measure, mixed.as_deref())?;
    Ok(Asked { measure, mark, value })
}

/// What cannot be drawn, whatever the columns.
fn check(
    s: &mut Subject,
    mark: Mark,
    measure: Measure,
    mixed: Option<&str>,
) -> Result<(), Refusal> {
    match (mark, measure) {
        (Mark::Scatter, _) if Axes::of(s).is_none() => Err(two_measures(s)),
        (Mark::Scatter | Mark::Histogram, _) => match mixed {
            Some(column) => Err(unlike(s, column)),
            None => Ok(()),
        },
        (Mark::Treemap, Measure::Mean) => {
            let bars = chart(s, m::MARK_BAR, Measure::Mean, Mark::Bar);
            let rows = chart(s, m::MEASURE_ROWS, Measure::Count, Mark::Treemap);
            Err(refuse(s, m::AREAS_ADD, vec![bars, rows]))
        }
        (Mark::Line | Mark::Matrix | Mark::Treemap, Measure::Figure) => {
            let bars = chart(s, m::MEASURE_ROW, Measure::Figure, Mark::Auto);
            let grouped = match mixed {
                Some(_) => count(s),
                None => chart(s, m::MEASURE_MEAN, Measure::Mean, Mark::Auto),
            };
            Err(needs_groups(s, vec![bars, grouped]))
        }
        (Mark::Line, _) if times(s) < 2 => Err(no_line(s)),
        _ => Ok(()),
    }
}

/// The chart that says most without being asked: one measure over time; at one time two measures against each other, else
/// groups.
fn best(s: &mut Subject, means: bool) -> (Mark, Measure) {
    if !means {
        return (Mark::Auto, Measure::Count);
    }
    if times(s) > 1 && !is_once_each(s) {
        return (Mark::Line, Measure::Mean);
    }
    // A part against its whole shows nothing.
    if split(s).is_some() {
        return (Mark::Auto, Measure::Mean);
    }
    // Of many measures none is what the others stand against.
    if s.measures().len() <= MOST_AGAINST && scatters(s, SHAPE) {
        return (Mark::Scatter, Measure::Figure);
    }
    (Mark::Auto, Measure::Mean)
}

/// Whether each area is named once, at a time of its own: a line would lead from one to another.
fn is_once_each(s: &mut Subject) -> bool {
    let areas = s.distinct_of(Role::Area);
    areas > 1 && areas == s.engine.matching()
}

/// Whether a scatter of two measures has as many points: of areas, or of rows where nothing else can be shown, of which so
/// many have both numbers.
fn scatters(s: &mut Subject, least: usize) -> bool {
    let Some(axes) = Axes::of(s) else { return false };
    // Rows that nothing names cannot be ranked by name.
    let least = if s.key(Role::Area).is_some() { least } else { FEW };
    if !has_points(s, &axes, least) {
        return false;
    }
    if s.key(Role::Area).is_some() {
        return s.distinct_of(Role::Area) >= least;
    }
    s.table.categories().next().is_none() && s.engine.matching() >= least
}

/// Whether as many rows have both numbers.
fn has_points(s: &mut Subject, axes: &Axes, least: usize) -> bool {
    let table = s.table.clone();
    let figures = |key: &str| table.measures().find(|(c, _)| c.key == key).map(|(_, own)| own);
    let Some((x, y)) = figures(&axes.x).zip(figures(&axes.y)) else { return false };
    let has_both = |row: &usize| x.float(*row).is_some() && y.float(*row).is_some();
    s.engine.rows().iter().filter(has_both).take(least).count() == least
}

/// Whether a selection over time is best seen as a scatter that moves.
pub(super) fn moves(s: &mut Subject) -> bool {
    let asked = matches!(s.options.mark, Mark::Auto | Mark::Scatter);
    asked
        && s.options.value.is_empty()
        && s.mixed().is_none()
        && scatters(s, FEW)
        && s.key(Role::Area).is_some()
}

/// Lines over time whatever the mark asked for.
pub(super) fn over_time(s: &mut Subject) -> Choice {
    let value =
        Axes::value(s).filter(|_| s.options.measure != Measure::Count && s.mixed().is_none());
    let measure = match (&value, s.options.measure) {
        (None, _) => Measure::Count,
        (_, Measure::Sum) => Measure::Sum,
        _ => Measure::Mean,
    };
    let (group, log) = (line_column(s), s.options.log);
    Choice { group, log, ..Choice::of(Mark::Line, measure, value) }
}

fn times(s: &mut Subject) -> usize {
    s.distinct_of(Role::Time)
}

fn two_measures(s: &mut Subject) -> Refusal {
    let mut offers = vec![chart(s, m::OFFER_MARK, Measure::Auto, Mark::Auto)];
    if !s.measures().is_empty() && s.mixed().is_none() {
        offers.push(chart(s, m::MARK_HISTOGRAM, Measure::Auto, Mark::Histogram));
    }
    refuse(s, m::NEEDS_TWO_NUMBERS, offers)
}

/// Rows whose numbers mean unlike things: one series can be drawn, or how many rows there are.
fn unlike(s: &mut Subject, column: &str) -> Refusal {
    let mut offers = series(s, column);
    offers.push(count(s));
    let reason = m::MIXED_ROWS.fill(s.lang, &[("column", &s.name(column))]);
    Refusal { reason, offers }
}

/// Other charts of the same selection.
pub(super) fn offers(s: &mut Subject, choice: &Choice) -> Vec<Offer> {
    if let Some(column) = s.mixed() {
        return if choice.measure == Measure::Count { series(s, &column) } else { Vec::new() };
    }
    let mut offers = Vec::new();
    if choice.mark != Mark::Scatter && Axes::of(s).is_some() {
        offers.push(chart(s, m::MARK_SCATTER, Measure::Auto, Mark::Scatter));
    }
    if choice.mark != Mark::Line && times(s) > 1 {
        offers.push(chart(s, m::MARK_LINE, Measure::Auto, Mark::Line));
    }
    if choice.mark != Mark::Histogram && !s.measures().is_empty() {
        offers.push(chart(s, m::MARK_HISTOGRAM, Measure::Auto, Mark::Histogram));
    }
    let adds = choice.value.as_deref().is_some_and(|key| adds_up(s.engine, key));
    if adds && choice.measure == Measure::Mean && choice.mark != Mark::Line {
        offers.push(chart(s, m::MEASURE_SUM, Measure::Sum, Mark::Auto));
    }
    offers
}
