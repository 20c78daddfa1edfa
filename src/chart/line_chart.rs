//! Line charts: a time axis, a value axis, labels at the ends of lines; one panel or several.

use super::axis::{self, Side, TIME_LINE};
use super::format::Format;
use super::geometry::{Area, Taken};
use super::legend;
use super::levels::{self, Levels};
use super::mark::end_label::{END_GAP, EndLabel};
use super::mark::label_stack;
use super::mark::line::{self, HEAD, Track};
use super::panel::Grid;
use super::scale::{LinearScale, LogScale, TimeScale, ValueScale};
use super::sheet::{Sheet, Size};
use super::spec::{ChartSpec, Datum};
use crate::base::date::Day;

const LEAST_PLOT: f64 = 140.0;

/// The labels at the ends of a panel's lines, by track. The plot grows until each has room: hues alone would not tell lines
/// apart for everybody.
fn end_labels(spec: &ChartSpec, tracks: &[Track], room: f64) -> Vec<EndLabel> {
    let label = |track: &Track| {
        let figure = track.last().map_or("", |datum| datum.label.as_str());
        EndLabel::new(spec.series_name(track.series), figure, room)
    };
    tracks.iter().map(label).collect()
}

/// The least height of a plot: each name at the end of a line has room.
fn least_plot(spec: &ChartSpec, ends: &[Vec<EndLabel>]) -> f64 {
    let names = spec.foremost.map_or(0.0, |_| (spec.named_series() as f64 + 0.5) * END_GAP);
    let labels = |own: &Vec<EndLabel>| own.iter().map(EndLabel::height).sum();
    ends.iter().map(labels).fold(names.max(LEAST_PLOT), f64::max)
}

/// Lays out and draws a line chart below what the sheet already holds.
#[inline(never)] // Not in the first view, whose load the build keeps small.
pub(crate) fn compose(
    sheet: &mut Sheet,
    spec: &ChartSpec,
    sound: &[&Datum],
    size: Size,
    format: &dyn Format,
) {
    axis::name_line(sheet, spec, format);
    let grid = Grid::plan(spec.panels(), sheet.width(), 260.0);
    let panels = line::panels(spec, sound);
    let Some(window) = window(sound) else {
        return;
    };
    let named = spec.series.len() > 1;
    let ends: Vec<Vec<EndLabel>> = panels
        .iter()
        .map(|tracks| &tracks[..line::foremost(spec, tracks)])
        .map(|tracks| if named { end_labels(spec, tracks, grid.width * 0.34) } else { Vec::new() })
        .collect();
    let right = ends.iter().flatten().map(EndLabel::width).fold(0.0, f64::max);
    let right = if right > 0.0 { right + 12.0 } else { 6.0 };
    let default = (grid.width * 0.5).clamp(200.0, 360.0);
    let panel_height = sheet.room(size).map_or(default, |room| grid.share(room));
    let shortest = shortest(sound);
    let probe = TimeScale::new(window, (0.0, grid.width - right)).of_periods(shortest);
    let foot = 6.0 + axis::time_lines(&probe) * TIME_LINE;
    let plot_height = (panel_height - foot - HEAD).clamp(least_plot(spec, &ends), 2000.0);

    let unit = value_scale(spec, sound, levels::count(plot_height));
    let levels = Levels::plan(&unit, plot_height, grid.width, spec.value.whole, format);
    let left = levels.width;

    let heights = vec![HEAD + plot_height + foot; panels.len()];
    let places = grid.place(sheet, &spec.facets, &heights);
    for (index, (place, (tracks, ends))) in places.iter().zip(panels.iter().zip(&ends)).enumerate()
    {
        let width = place.width - left - right;
        let plot = Area::new(place.x + left, place.y + HEAD, width, plot_height);
        if index == 0 {
            sheet.scene.plot = plot;
            sheet.scene.window = Some(window);
        }
        let value = unit.with_range((plot.bottom(), plot.y));
        let time = TimeScale::new(window, (plot.x, plot.right())).of_periods(shortest);
        let panel = line::Panel { plot, time, value };
        let scene = &mut sheet.scene;
        let rule = Area::new(plot.x, plot.bottom(), plot.width, 4.0);
        axis::draw_time_axis(scene, &panel.time, plot, Side::Below, rule, format);
        levels.draw_labels(scene, &value, plot);
        let before = scene.nodes.len();
        let mut taken = Taken::default();
        let (tracks, behind) = tracks.split_at(line::foremost(spec, tracks));
        line::draw_behind(&mut sheet.scene, behind, &panel);
        let figures = draw_ends(sheet, tracks, ends, &panel);
        line::draw(&mut sheet.scene, tracks, &panel, &mut taken, figures);
        levels.lay_under(&mut sheet.scene, before, &value, plot);
    }
    // What has no room at the ends of lines is told whole under them.
    let is_cut = |at: u32| {
        let mut labels =
            panels.iter().zip(&ends).flat_map(|(tracks, ends)| tracks.iter().zip(ends));
        labels.any(|(track, label)| track.series == at && label.is_cut())
    };
    let cut = (0..).zip(&spec.series).filter(|(at, _)| is_cut(*at)).map(|(_, series)| series);
    let cut: Vec<_> = cut.map(legend::item).collect();
    if !cut.is_empty() {
        sheet.y += END_GAP;
        sheet.legend(&cut);
    }
}

/// Draws the labels at the ends of lines; says whether they give the last figures too.
fn draw_ends(sheet: &mut Sheet, tracks: &[Track], ends: &[EndLabel], panel: &line::Panel) -> bool {
    let line::Panel { plot, time, value } = panel;
    let lasts: Vec<(f64, f64)> = tracks
        .iter()
        .filter_map(|track| {
            let last = track.last()?;
            let x = time.scale(line::moment(last.time?));
            Some((x, value.scale(last.extent.mid)))
        })
        .collect();
    let wanted: Vec<f64> = lasts.iter().map(|(_, y)| *y).collect();
    let bounds = (plot.y, plot.bottom());
    let heights: Vec<f64> = if ends.len() == wanted.len() {
        ends.iter().map(EndLabel::height).collect()
    } else {
        vec![END_GAP; wanted.len()]
    };
    let Some(places) = label_stack::spread(&wanted, &heights, bounds) else {
        return false;
    };
    for ((label, y), (track, last)) in ends.iter().zip(&places).zip(tracks.iter().zip(&lasts)) {
        let x = plot.right() + 10.0;
        line::leader(&mut sheet.scene, (last.0 + 5.0, last.1), (x - 2.0, *y));
        label.draw(&mut sheet.scene, x, *y, track.last().map(|datum| datum.id));
    }
    !ends.is_empty() && ends.iter().all(EndLabel::has_figure)
}

/// From the first day of any figure to the last, a little wider so that no point sits on an edge.
fn window(sound: &[&Datum]) -> Option<(Day, Day)> {
    let times = sound.iter().filter_map(|datum| {
        let time = datum.time?;
        // Long sums are drawn at their end: their beginning asks for no room.
        let from = if time.1.saturating_sub(time.0) <= 366 { time.0 } else { time.1 };
        Some((from, time.1))
    });
    let (from, to) = times.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    let pad = (to.saturating_sub(from) / 50).max(1);
    Some((from.saturating_sub(pad), to.saturating_add(pad)))
}

/// Days of the shortest period of any figure.
fn shortest(sound: &[&Datum]) -> f64 {
    let times = sound.iter().filter_map(|datum| datum.time);
    let days = times.map(|(from, to)| f64::from(to.saturating_sub(from)) + 1.0);
    days.reduce(f64::min).unwrap_or_default()
}

fn value_scale(spec: &ChartSpec, sound: &[&Datum], ticks: usize) -> ValueScale {
    let mut domain = spec.value.domain_of(sound.iter().map(|datum| datum.extent.span()));
    let range = (0.0, 1.0);
    if spec.value.log {
        return ValueScale::Log(LogScale::new(domain, range));
    }
    if spec.value.zero {
        domain = (domain.0.min(0.0), domain.1.max(0.0));
    }
    ValueScale::Linear(LinearScale::new(domain, range).nice(ticks.max(2)))
}
