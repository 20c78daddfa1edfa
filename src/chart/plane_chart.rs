//! Charts over two value axes: points, or bins where points would cover one another.

use super::axis::{self, VALUE_AXIS};
use super::format::Format;
use super::geometry::Area;
use super::legend;
use super::levels::{self, Levels};
use super::mark::density::{self, Tile};
use super::mark::scatter::{self, Radii};
use super::measure;
use super::node::{Anchor, Node, Role, Text};
use super::paint::{Paint, Token};
use super::panel::Grid;
use super::plane::Plane;
use super::scale::{LinearScale, LogScale, ValueScale};
use super::sheet::{Sheet, Size};
use super::spec::{ChartSpec, Datum, FilledCell, MarkKind, ValueAxis};
use super::text_size::TextSize;

/// Least height of a plot.
const LEAST_PLOT: f64 = 160.0;
/// Room an arrow or a halo needs beyond its value.
const ENDS: f64 = 16.0;
/// Air over the plot.
const HEAD: f64 = 8.0;

/// What is drawn on a panel.
enum Body<'a> {
    Points(Vec<&'a Datum>),
    Tiles(Vec<Tile>),
}

/// Lays out and draws a plane below what the sheet already holds.
#[inline(never)] // Not in the first view, whose load the build keeps small.
pub(crate) fn compose(
    sheet: &mut Sheet,
    spec: &ChartSpec,
    sound: &[&Datum],
    size: Size,
    format: &dyn Format,
) {
    let log = (spec.across.log, spec.value.log);
    let can = |value: f64, log: bool| value.is_finite() && (!log || value > 0.0);
    let cells = spec
        .cells
        .as_ref()
        .map(|cells| cells.filled(|across, along| can(across, log.0) && can(along, log.1)));
    if cells.as_ref().map_or(sound.is_empty(), Vec::is_empty) {
        return;
    }
    let grid = Grid::plan(spec.panels(), sheet.width(), 280.0);
    let radii = Radii::plan(spec, sound, grid.width);
    let inset = if cells.is_some() { 0.0 } else { inset(sound, &radii) };

    // Whether points or bins are drawn decides on the legend above them, and depends on the room.
    let frame = Frame::plan(sheet, &grid, spec.panels() == 1, size);
    let (unit, levels) = scales(spec, sound, cells.as_deref(), &grid, frame, format);
    let plot = Area::new(0.0, 0.0, grid.width - levels.width, frame.plot);
    let probe = unit.over(plot, inset);
    let binned = cells.is_some()
        || spec.mark == MarkKind::Density
        || panels(spec, sound).iter().any(|data| scatter::crowded(data, &probe));
    if !binned {
        sheet.legend(&legend::points(spec));
        sheet.legend(&legend::stages(spec, sound));
    }
    along_title(sheet, spec, format);
    let frame = Frame::plan(sheet, &grid, spec.panels() == 1, size);

    let heights = vec![HEAD + frame.plot + VALUE_AXIS; spec.panels()];
    let places = grid.place(sheet, &spec.facets, &heights);
    let planes: Vec<Plane> = places
        .iter()
        .map(|place| {
            let (left, width) = (place.x + levels.width, place.width - levels.width);
            unit.over(Area::new(left, place.y + HEAD, width, frame.plot), inset)
        })
        .collect();
    let bodies: Vec<Body> = panels(spec, sound)
        .into_iter()
        .zip(&planes)
        .map(|(data, plane)| match &cells {
            Some(cells) => Body::Tiles(density::rectangles(cells, plane)),
            None if binned => Body::Tiles(density::hexagons(&data, plane)),
            None => Body::Points(data),
        })
        .collect();
    let tiles = bodies.iter().flat_map(|body| match body {
        Body::Tiles(tiles) => tiles.as_slice(),
        Body::Points(_) => &[],
    });
    let counts = density::scale(tiles);
    sheet.scene.plot = planes.first().map(|plane| plane.plot).unwrap_or_default();
    for ((body, plane), place) in bodies.into_iter().zip(&planes).zip(&places) {
        let scene = &mut sheet.scene;
        levels.draw_labels(scene, &plane.along, plane.plot);
        // The labels of levels have the corner.
        let bounds = (plane.plot.x - 6.0, place.right());
        let ticks =
            axis::value_ticks(&plane.across, plane.plot.width, bounds, spec.across.whole, format);
        axis::draw_value_labels(scene, &ticks, plane.plot.bottom());
        let first = scene.nodes.len();
        match body {
            Body::Points(data) => {
                scatter::draw(scene, &data, spec, plane, (&radii, legend::tells(spec)));
            }
            Body::Tiles(tiles) => density::draw(scene, tiles, &counts, spec, format),
        }
        let drawn = scene.nodes.iter().skip(first);
        let texts: Vec<Area> =
            drawn.filter(|node| node.role == Role::Label).map(Node::bounds).collect();
        let uprights = axis::value_grid(&ticks, plane.plot, &texts);
        levels.lay_under(scene, first, &plane.along, plane.plot);
        scene.nodes.splice(first..first, uprights);
    }
    across_title(sheet, spec, format);
    if binned {
        density::legend(sheet, &counts, format);
    } else {
        scatter::legend(sheet, spec, &radii, format);
    }
}

/// What points need beside the plot for their circles, arrows and halos.
fn inset(sound: &[&Datum], radii: &Radii) -> f64 {
    let open =
        |datum: &&Datum| datum.extent.open_low || datum.extent.open_high || datum.extent.soft;
    let least = radii.greatest() + 6.0;
    if sound.iter().any(open) { least.max(ENDS) } else { least }
}

/// Heights that follow from the room there is.
#[derive(Clone, Copy)]
struct Frame {
    plot: f64,
}

impl Frame {
    fn plan(sheet: &Sheet, grid: &Grid, single: bool, size: Size) -> Self {
        let least = if single { 320.0 } else { 220.0 };
        let default = (grid.width * 0.62).clamp(least, 520.0);
        let panel = sheet.room(size).map_or(default, |room| grid.share(room));
        Self { plot: (panel - HEAD - VALUE_AXIS).clamp(LEAST_PLOT, 2000.0) }
    }
}

/// The data of each panel.
fn panels<'a>(spec: &ChartSpec, sound: &[&'a Datum]) -> Vec<Vec<&'a Datum>> {
    let mut panels = vec![Vec::new(); spec.panels()];
    for &datum in sound {
        let index = if panels.len() > 1 { datum.facet as usize } else { 0 };
        if let Some(panel) = panels.get_mut(index) {
            panel.push(datum);
        }
    }
    panels
}

fn scales(
    spec: &ChartSpec,
    sound: &[&Datum],
    cells: Option<&[FilledCell]>,
    grid: &Grid,
    frame: Frame,
    format: &dyn Format,
) -> (Plane, Levels) {
    let scale = |axis: &ValueAxis, domain: (f64, f64), ticks: usize| {
        let range = (0.0, 1.0);
        if axis.log {
            return ValueScale::Log(LogScale::new(domain, range));
        }
        let low = if axis.zero { domain.0.min(0.0) } else { domain.0 };
        let high = if axis.zero { domain.1.max(0.0) } else { domain.1 };
        ValueScale::Linear(LinearScale::new((low, high), range).nice(ticks))
    };
    let (across, along) = match cells {
        Some(cells) => (
            spec.across.domain_of(cells.iter().map(|cell| cell.across)),
            spec.value.domain_of(cells.iter().map(|cell| cell.along)),
        ),
        None => (
            spec.across.domain_of(sound.iter().map(|datum| (datum.across, datum.across))),
            spec.value.domain_of(sound.iter().map(|datum| datum.extent.span())),
        ),
    };
    let along = scale(&spec.value, along, levels::count(frame.plot));
    let levels = Levels::plan(&along, frame.plot, grid.width, spec.value.whole, format);
    let across = scale(&spec.across, across, axis::tick_count(grid.width - levels.width));
    (Plane { plot: Area::default(), across, along }, levels)
}

/// The name of the upright axis, once, over all panels.
fn along_title(sheet: &mut Sheet, spec: &ChartSpec, format: &dyn Format) {
    let name = axis::name(&spec.value, format);
    sheet.note(name.clone());
    if !name.is_empty() {
        sheet.small_line(&format!("↑ {name}"));
        sheet.y += if spec.panels() > 1 { 8.0 } else { 0.0 };
    }
}

/// The name of the level axis, once, at the right under all panels.
fn across_title(sheet: &mut Sheet, spec: &ChartSpec, format: &dyn Format) {
    let name = axis::name(&spec.across, format);
    sheet.note(name.clone());
    if name.is_empty() {
        return;
    }
    let shown = measure::cut(&format!("{name} →"), TextSize::Small, sheet.width());
    let text = Text::new(sheet.right(), sheet.y + 12.0, shown, TextSize::Small);
    let text = text.anchored(Anchor::End).node(Paint::token(Token::Muted), Role::Label);
    sheet.scene.push(text.whole(&name));
    sheet.y += TextSize::Small.line() + 4.0;
}
