//! Rows too many for points, counted by the bins of both measures.

use super::{Axes, headings, spec};
use crate::chart::{Cells, MarkKind};
use crate::i18n::catalog::chart as m;
use crate::plot::chart::plain::MOST_STEPS;
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Listing, Plan};
use crate::plot::measure::{bins, short};
use crate::plot::steps::Steps;

/// Cells that the table beside the chart lists.
const LISTED: usize = 50;

pub(super) fn plan(s: &mut Subject, axes: &Axes) -> Option<Plan> {
    let across = bins(s.engine, &axes.x)?.edges().to_vec();
    let along = bins(s.engine, &axes.y)?.edges().to_vec();
    let groups = s.engine.group_by(&[&axes.y, &axes.x], Some(&axes.y));
    let (columns, rows) = (across.len() - 1, along.len() - 1);
    let mut counts = vec![0; columns * rows];
    for at in 0..groups.len() {
        let (row, column) = (groups.codes[0][at] as usize, groups.codes[1][at] as usize);
        if row < rows && column < columns {
            counts[row * columns + column] += groups.count[at];
        }
    }
    let mut greatest: Vec<usize> = (0..counts.len()).filter(|&cell| counts[cell] > 0).collect();
    if greatest.is_empty() {
        return None;
    }
    greatest.sort_by_key(|&cell| (std::cmp::Reverse(counts[cell]), cell));
    let span = |edges: &[f64], at: usize| {
        let (low, high) = (short(edges[at], s.lang), short(edges[at + 1], s.lang));
        m::BETWEEN.fill(s.lang, &[("low", &low), ("high", &high)])
    };
    let line = |&cell: &usize| {
        let count = crate::i18n::grouped(&counts[cell].to_string());
        vec![span(&along, cell / columns), span(&across, cell % columns), count]
    };
    let listing = Listing {
        header: vec![s.name(&axes.y), s.name(&axes.x), m::MEASURE_ROWS.get(s.lang).to_owned()],
        rows: greatest.iter().take(LISTED).map(line).collect(),
    };
    let mut spec = spec(s, axes);
    spec.mark = MarkKind::Density;
    spec.cells = Some(Cells { across, along, counts });
    spec.size = crate::chart::SizeAxis::default();
    let period = Steps::of(s.engine, MOST_STEPS).map(|steps| steps.whole(s.lang));
    let headings = headings(s, axes, period.unwrap_or_default());
    let notes = vec![m::BINNED.get(s.lang).to_owned()];
    Some(Plan { headings, notes, listing, spec, ..Plan::default() })
}
