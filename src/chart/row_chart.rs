//! Charts made of rows: grouped bars, stacked bars and dots, in one panel or several.

use super::axis::{self, VALUE_AXIS};
use super::format::{Format, Word};
use super::geometry::Area;
use super::mark::row_context::{Need, RowContext};
use super::mark::{bar, dot, stack};
use super::node::{Node, Role};
use super::paint::{Paint, Token};
use super::panel::Grid;
use super::row_scale::{Cells, Scaled, fit, is_stacked};
use super::rows::Names;
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

/// Rows that share a scale, where everything in them goes.
struct Part<'a> {
    /// The first of the rows.
    from: usize,
    ctx: RowContext<'a>,
    /// Whether there is anything to be read off its axis.
    has_axis: bool,
    /// The rows' marks, panel by panel.
    bodies: Vec<Vec<Body<'a>>>,
}

/// Lays out and draws a bar or dot chart below what the sheet already holds.
pub(crate) fn compose(
    sheet: &mut Sheet,
    spec: &ChartSpec,
    sound: &[&Datum],
    size: Size,
    format: &dyn Format,
) {
    let grid = Grid::plan(spec.panels(), sheet.width(), 300.0);
    let names = Names::plan(&spec.categories, grid.width).in_sections(&spec.sections, grid.width);
    let cells = cells(spec, sound);
    let scaled = Scaled::all(spec, &cells, axis::tick_count(grid.width));
    let parts: Vec<Part> = scaled
        .iter()
        .map(|rows| part(spec, rows, &cells, (names.column, grid.width), format))
        .collect();

    axis::name_line(sheet, spec, format);
    if parts.len() > 1 {
        tell_scales(sheet, spec, format);
    }
    let headings: f64 = (0..spec.categories.len()).map(|row| names.heading_height(row)).sum();
    let axes = parts.len() as f64 * VALUE_AXIS;
    let natural: Vec<f64> = (0..spec.panels())
        .map(|panel| {
            let of_part = |part: &Part| part.height(panel, &names);
            parts.iter().map(of_part).sum::<f64>() + headings + axes
        })
        .collect();
    // A height aimed at opens or closes the gaps between rows, within what is readable.
    let rows = spec.categories.len().max(1) as f64;
    let extra = sheet.room(size).map_or(0.0, |room| {
        ((grid.share(room) - natural.iter().copied().fold(0.0, f64::max)) / rows).clamp(-5.0, 18.0)
    });
    let wanted: Vec<f64> = natural.iter().map(|height| height + extra * rows).collect();
    let places = grid.place(sheet, &spec.facets, &wanted);

    for (panel, place) in places.iter().enumerate() {
        let mut y = place.y;
        for part in &parts {
            let area = Area::new(place.x, y, place.width, place.bottom() - y);
            y = part.draw(&mut sheet.scene, &names, area, (panel, extra), format);
        }
        if panel == 0 {
            let left = place.x + names.column;
            let height = place.height - VALUE_AXIS;
            sheet.scene.plot = Area::new(left, place.y, place.right() - left, height);
        }
    }
}

/// Says that the sections are not on one scale, and in the description what each has in common.
fn tell_scales(sheet: &mut Sheet, spec: &ChartSpec, format: &dyn Format) {
    let word = format.word(Word::OwnScales);
    sheet.small_line(&word);
    sheet.y += 4.0;
    sheet.note(word);
    for section in &spec.sections {
        sheet.note(section.name.clone());
    }
}

/// The rows of a scale laid out between `bounds`: the left and right edge of a panel's marks, in px.
fn part<'a>(
    spec: &'a ChartSpec,
    rows: &Scaled,
    cells: &Cells<'a>,
    bounds: (f64, f64),
    format: &dyn Format,
) -> Part<'a> {
    let stacked = is_stacked(spec);
    let dots = spec.drawn_mark() == MarkKind::Dot;
    let (left, right) = bounds;
    // Bars beside one another are named at each, so that their hues are not all that tells them apart.
    let name_series = spec.series.len() > 1 && !stacked;
    let mut ctx = RowContext { spec, scale: rows.scale, left, right, name_series };
    let data = || rows.cells.iter().copied().flatten();
    let needs: Vec<Need> = if stacked {
        rows.cells.iter().map(|data| stack::need(data, format)).collect()
    } else if dots {
        data().flat_map(|datum| dot::needs(datum)).collect()
    } else {
        data().map(|datum| bar::need(datum, &ctx)).collect()
    };
    ctx.scale = rows.scale.with_range(fit(&rows.scale, &needs, bounds));
    let bodies = cells
        .iter()
        .map(|panel| {
            let own = panel.iter().take(rows.to).skip(rows.from);
            own.map(|data| body(data, &ctx, (stacked, dots), format)).collect()
        })
        .collect();
    Part { from: rows.from, has_axis: rows.has_axis(spec), ctx, bodies }
}

impl Part<'_> {
    fn rows(&self, panel: usize) -> impl Iterator<Item = (usize, &Body<'_>)> {
        (self.from..).zip(self.bodies.get(panel).into_iter().flatten())
    }

    /// Height of its rows in a panel, headings and axis left out.
    fn height(&self, panel: usize, names: &Names) -> f64 {
        let height = |(row, body): (usize, &Body)| names.row_height(row, body.height()) + ROW_GAP;
        self.rows(panel).map(height).sum()
    }

    /// Draws its rows in a panel from the upper edge of `place` on, its axis under them; `extra` opens or closes the gaps
    /// between rows. Gives the lower edge of what was drawn.
    fn draw(
        &self,
        scene: &mut Scene,
        names: &Names,
        place: Area,
        (panel, extra): (usize, f64),
        format: &dyn Format,
    ) -> f64 {
        let spec = self.ctx.spec;
        let (from, to) = self.ctx.scale.range();
        let ctx = RowContext {
            spec,
            scale: self.ctx.scale.with_range((from + place.x, to + place.x)),
            left: self.ctx.left + place.x,
            right: self.ctx.right + place.x,
            name_series: self.ctx.name_series,
        };
        let ticks = if self.has_axis {
            let bounds = (place.x + names.column, place.right());
            axis::value_ticks(&ctx.scale, ctx.right - ctx.left, bounds, spec.value.whole, format)
        } else {
            Vec::new()
        };
        let mut y = place.y;
        for (row, body) in self.rows(panel) {
            let heading = Area::new(place.x, y, place.width, names.heading_height(row));
            names.draw_heading(scene, row, heading);
            y += heading.height;
            let height = names.row_height(row, body.height());
            let gap = ROW_GAP + extra;
            let area = Area::new(place.x, y + gap / 2.0, place.width, height);
            let marks = names.body(row, area, body.height());
            let lined = Area::new(marks.x, y, marks.width, height + gap);
            let before = scene.nodes.len();
            names.draw(scene, row, area);
            match body {
                Body::Bars(bars) => bar::draw(scene, bars, marks, &ctx),
                Body::Stack(parts) => stack::draw(scene, parts, marks, &ctx),
                Body::Dots(dots) => dot::draw(scene, dots, marks, &ctx),
            }
            lay_under(scene, before, &ctx, &ticks, (lined, marks));
            y += height + gap;
        }
        axis::draw_value_labels(scene, &ticks, y);
        y + VALUE_AXIS
    }
}

/// Lays a row's lines under the marks drawn from `before` on, around the labels.
fn lay_under(
    scene: &mut Scene,
    before: usize,
    ctx: &RowContext,
    ticks: &[axis::Tick],
    (lined, marks): (Area, Area),
) {
    let drawn = scene.nodes.iter().skip(before);
    let texts: Vec<Area> =
        drawn.filter(|node| node.role == Role::Label).map(Node::bounds).collect();
    let mut under = axis::value_grid(ticks, lined, &texts);
    if ctx.spec.drawn_mark() == MarkKind::Bar {
        let base = ctx.scale.base();
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
}

/// Data by panel and category, in order of series.
fn cells<'a>(spec: &ChartSpec, sound: &[&'a Datum]) -> Cells<'a> {
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
