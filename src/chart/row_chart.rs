//! Charts made of rows: grouped bars, stacked bars and dots, in one panel or several.

use super::axis::{self, VALUE_AXIS};
use super::format::Format;
use super::geometry::Area;
use super::mark::row_context::{Need, RowContext};
use super::mark::{bar, dot, stack};
use super::node::{Node, Role};
use super::paint::{Paint, Token};
use super::panel::Grid;
use super::rows::Names;
use super::scale::{LinearScale, LogScale, ValueScale};
use super::scene::Scene;
use super::sheet::{Sheet, Size};
use super::spec::{ChartSpec, Datum, MarkKind};
use crate::base::order::Order;

enum Body<'a> {
    Bars(bar::BarRow<'a>),
    Stack(stack::StackRow<'a>),
    Dots(dot::DotRow<'a>),
}

impl Body<'_> {
    const fn height(&self) -> f64 {
        match self {
            Self::Bars(row) => row.height,
            Self::Stack(row) => row.height,
            Self::Dots(row) => row.height,
        }
    }
}

fn body<'a>(
    data: &[&'a Datum],
    ctx: &RowContext,
    (stacked, dots): (bool, bool),
    format: &dyn Format,
) -> Body<'a> {
    if stacked {
        Body::Stack(stack::plan(data, ctx, format))
    } else if dots {
        Body::Dots(dot::plan(data, ctx))
    } else {
        Body::Bars(bar::plan(data, ctx))
    }
}

const ROW_GAP: f64 = 10.0;

/// Lays out and draws a bar or dot chart below what the sheet already holds.
pub(crate) fn compose(
    sheet: &mut Sheet,
    spec: &ChartSpec,
    sound: &[&Datum],
    size: Size,
    format: &dyn Format,
) {
    let stacked = spec.stack && spec.drawn_mark() == MarkKind::Bar;
    let dots = spec.drawn_mark() == MarkKind::Dot;
    let grid = Grid::plan(spec.panels(), sheet.width(), 300.0);
    let names = Names::plan(&spec.categories, grid.width).in_sections(&spec.sections);
    let cells = cells(spec, sound);

    let scale = value_scale(spec, sound, &cells, stacked, axis::tick_count(grid.width));
    let mut ctx = RowContext {
        spec,
        scale,
        left: names.column,
        right: grid.width,
        name_series: spec.series.len() > 1 && !stacked && !super::legend::tells(spec),
    };
    let needs: Vec<Need> = if stacked {
        cells.iter().flatten().map(|data| stack::need(data, format)).collect()
    } else if dots {
        sound.iter().flat_map(|datum| dot::needs(datum)).collect()
    } else {
        sound.iter().map(|datum| bar::need(datum, &ctx)).collect()
    };
    ctx.scale = scale.with_range(fit(&scale, &needs, (ctx.left, ctx.right)));

    let bodies: Vec<Vec<Body>> = cells
        .iter()
        .map(|panel| panel.iter().map(|data| body(data, &ctx, (stacked, dots), format)).collect())
        .collect();
    let heights: Vec<Vec<f64>> = bodies
        .iter()
        .map(|panel| {
            let rows = panel.iter().enumerate();
            rows.map(|(row, body)| names.row_height(row, body.height())).collect()
        })
        .collect();

    axis::name_line(sheet, spec, format);
    let headings: f64 = (0..spec.categories.len()).map(|row| names.heading_height(row)).sum();
    let natural: Vec<f64> = heights
        .iter()
        .map(|rows| rows.iter().map(|height| height + ROW_GAP).sum::<f64>() + headings + VALUE_AXIS)
        .collect();
    // A height aimed at opens or closes the gaps between rows, within what is readable.
    let rows = spec.categories.len().max(1) as f64;
    let extra = sheet.room(size).map_or(0.0, |room| {
        ((grid.share(room) - natural.iter().copied().fold(0.0, f64::max)) / rows).clamp(-5.0, 18.0)
    });
    let wanted: Vec<f64> = natural.iter().map(|height| height + extra * rows).collect();
    let places = grid.place(sheet, &spec.facets, &wanted);

    let (from, to) = ctx.scale.range();
    for (index, place) in places.iter().enumerate() {
        let shifted = RowContext {
            spec,
            scale: ctx.scale.with_range((from + place.x, to + place.x)),
            left: ctx.left + place.x,
            right: ctx.right + place.x,
            name_series: ctx.name_series,
        };
        let (Some(bodies), Some(heights)) = (bodies.get(index), heights.get(index)) else {
            continue;
        };
        draw_panel(&mut sheet.scene, &shifted, &names, *place, (bodies, heights, extra), format);
        if index == 0 {
            let (left, right) = (shifted.left, shifted.right);
            let height = place.height - VALUE_AXIS;
            sheet.scene.plot = Area::new(left, place.y, right - left, height);
        }
    }
}

fn draw_panel(
    scene: &mut Scene,
    ctx: &RowContext,
    names: &Names,
    place: Area,
    (bodies, heights, extra): (&[Body], &[f64], f64),
    format: &dyn Format,
) {
    let ticks = if bodies.is_empty() || ctx.spec.data.is_empty() {
        Vec::new()
    } else {
        let bounds = (place.x + names.column, place.right());
        let (a, b) = (ctx.left, ctx.right);
        axis::value_ticks(&ctx.scale, b - a, bounds, ctx.spec.value.whole, format)
    };
    let bottom = place.bottom() - VALUE_AXIS;
    let base = ctx.scale.base();
    let mut y = place.y;
    let spread = heights.iter().map(|height| (height, ROW_GAP + extra));
    for (row, (body, (height, gap))) in bodies.iter().zip(spread).enumerate() {
        let heading = Area::new(place.x, y, place.width, names.heading_height(row));
        names.draw_heading(scene, row, heading);
        y += heading.height;
        let area = Area::new(place.x, y + gap / 2.0, place.width, *height);
        let marks = names.body(row, area, body.height());
        let lined = Area::new(marks.x, y, marks.width, height + gap);
        let before = scene.nodes.len();
        names.draw(scene, row, area);
        match body {
            Body::Bars(bars) => bar::draw(scene, bars, marks, ctx),
            Body::Stack(parts) => stack::draw(scene, parts, marks, ctx),
            Body::Dots(dots) => dot::draw(scene, dots, marks, ctx),
        }
        // Under the marks, around the labels.
        let drawn = scene.nodes.iter().skip(before);
        let texts: Vec<Area> =
            drawn.filter(|node| node.role == Role::Label).map(Node::bounds).collect();
        let mut under = axis::value_grid(&ticks, lined, &texts);
        if ctx.spec.drawn_mark() == MarkKind::Bar {
            under.push(Node::new(
                axis::line(base, marks.y - 3.0, base, marks.bottom() + 3.0),
                Paint::line(Token::Muted, 1.0),
                Role::Axis,
            ));
        }
        if let Some(value) = ctx.spec.value.reference {
            under.extend(axis::reference_line(ctx.scale.scale(value), lined, &texts));
        }
        scene.nodes.splice(before..before, under);
        y += height + gap;
    }
    axis::draw_value_labels(scene, &ticks, bottom);
}

/// Data by panel and category, in order of series.
fn cells<'a>(spec: &ChartSpec, sound: &[&'a Datum]) -> Vec<Vec<Vec<&'a Datum>>> {
    let mut cells = vec![vec![Vec::new(); spec.categories.len()]; spec.panels()];
    for &datum in sound {
        let facet = if cells.len() > 1 { datum.facet as usize } else { 0 };
        let cell = cells.get_mut(facet).and_then(|panel| panel.get_mut(datum.category as usize));
        if let Some(cell) = cell {
            cell.push(datum);
        }
    }
    for cell in cells.iter_mut().flatten() {
        cell.order_by_key(|datum| datum.series);
    }
    cells
}

fn value_scale(
    spec: &ChartSpec,
    sound: &[&Datum],
    cells: &[Vec<Vec<&Datum>>],
    stacked: bool,
    ticks: usize,
) -> ValueScale {
    let spans: Vec<(f64, f64)> = if stacked {
        cells.iter().flatten().map(|data| stack::span(data)).collect()
    } else {
        sound.iter().map(|datum| datum.extent.span()).collect()
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
fn fit(unit: &ValueScale, needs: &[Need], bounds: (f64, f64)) -> (f64, f64) {
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
