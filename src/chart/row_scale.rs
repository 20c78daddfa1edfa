//! Value scales of rows: one for all, or one for each section, so that nobody sets a sum over several years against those
//! of one.

use super::mark::row_context::Need;
use super::mark::stack;
use super::scale::{LinearScale, LogScale, ValueScale};
use super::spec::{ChartSpec, Datum, MarkKind};

/// Data by panel and category, in order of series.
pub(crate) type Cells<'a> = Vec<Vec<Vec<&'a Datum>>>;

/// Rows that share a scale, in every panel.
pub(crate) struct Scaled<'a> {
    /// The first of the rows.
    pub(crate) from: usize,
    /// After the last of the rows.
    pub(crate) to: usize,
    /// The scale of their values.
    pub(crate) scale: ValueScale,
    /// Their data, cell by cell.
    pub(crate) cells: Vec<&'a [&'a Datum]>,
}

impl<'a> Scaled<'a> {
    /// The sections' rows with a scale each, one for all rows where there are no sections. `ticks` is about how many
    /// marks an axis has room for.
    pub(crate) fn all(spec: &ChartSpec, cells: &'a Cells<'a>, ticks: usize) -> Vec<Self> {
        let rows = spec.categories.len();
        let mut starts: Vec<usize> = vec![0];
        for section in &spec.sections {
            let from = section.from as usize;
            if from < rows && starts.last().is_some_and(|last| *last < from) {
                starts.push(from);
            }
        }
        let ends = starts.iter().skip(1).copied().chain([rows]).collect::<Vec<_>>();
        let scaled = |(&from, to): (&usize, usize)| {
            let of_panel = |panel: &'a Vec<Vec<&'a Datum>>| panel.get(from..to).unwrap_or_default();
            let cells = cells.iter().flat_map(of_panel).map(Vec::as_slice).collect::<Vec<_>>();
            Self { from, to, scale: value_scale(spec, &cells, ticks), cells }
        };
        starts.iter().zip(ends).map(scaled).collect()
    }

    /// Whether there is anything to be read off the axis.
    pub(crate) fn has_axis(&self, spec: &ChartSpec) -> bool {
        spec.value.domain.is_some() || self.cells.iter().any(|cell| !cell.is_empty())
    }
}

/// Whether marks are bars whose parts are laid end to end.
pub(crate) fn is_stacked(spec: &ChartSpec) -> bool {
    spec.stack && spec.drawn_mark() == MarkKind::Bar
}

fn value_scale(spec: &ChartSpec, cells: &[&[&Datum]], ticks: usize) -> ValueScale {
    let spans: Vec<(f64, f64)> = if is_stacked(spec) {
        cells.iter().map(|data| stack::span(data)).collect()
    } else {
        cells.iter().copied().flatten().map(|datum| datum.extent.span()).collect()
    };
    let domain = spec.value.domain_of(spans.into_iter());
    let zero = spec.value.zero || spec.drawn_mark() == MarkKind::Bar;
    let range = (0.0, 1.0);
    if spec.value.log {
        ValueScale::Log(LogScale::new(domain, range))
    } else if zero && spec.drawn_mark() == MarkKind::Bar {
        // Bars carry their figures: their longest reaches as far as it can, ticks fall where they do.
        ValueScale::Linear(LinearScale::new((domain.0.min(0.0), domain.1.max(0.0)), range))
    } else if zero {
        let domain = (domain.0.min(0.0), domain.1.max(0.0));
        ValueScale::Linear(LinearScale::new(domain, range).nice(ticks))
    } else {
        ValueScale::Linear(LinearScale::new(domain, range).nice(ticks))
    }
}

/// The range of px within `bounds` on which every need has its room; needs of more than half the
/// width are not waited for, their labels go below their marks.
pub(crate) fn fit(unit: &ValueScale, needs: &[Need], bounds: (f64, f64)) -> (f64, f64) {
    let (left, right) = bounds;
    let room = (right - left).max(1.0);
    let unit = unit.with_range((0.0, 1.0));
    let (mut a, mut b) = (left, right);
    for _ in 0..8 {
        for need in needs {
            let width = if need.width <= room * 0.5 { need.width } else { need.bare };
            let share = unit.scale(need.value).clamp(0.0, 1.0);
            if need.leftwards {
                if share < 0.999 {
                    a = a.max((left + width - share * b) / (1.0 - share));
                }
            } else if share > 0.001 {
                b = b.min((right - width - (1.0 - share) * a) / share);
            }
        }
    }
    // Whatever labels ask, the marks keep two fifths.
    let least = room * 0.4;
    if b - a < least {
        let middle = f64::midpoint(a, b).clamp(left + least / 2.0, right - least / 2.0);
        (a, b) = (middle - least / 2.0, middle + least / 2.0);
    }
    (a, b)
}
