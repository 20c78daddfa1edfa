//! Lines over time: one a series, points by stage, labels at the ends and where there is room.

use std::collections::HashMap;

use super::figure::Figure;
use super::stage;
use crate::base::date::Day;
use crate::base::order::Order;
use crate::chart::axis::line;
use crate::chart::geometry::{Area, Taken};
use crate::chart::node::{Node, PathStep, Role, Shape};
use crate::chart::paint::{Colour, Paint, Token};
use crate::chart::scale::{TimeScale, ValueScale};
use crate::chart::scene::Scene;
use crate::chart::spec::{ChartSpec, Datum};
use crate::chart::text_size::TextSize;

/// Over the plot: room for a label or an arrow on the highest point.
pub(crate) const HEAD: f64 = 24.0;
const RADIUS: f64 = 3.5;
const ARROW: f64 = 13.0;
/// Points nearer to one another than so many px are drawn no larger than the line is wide.
const CLOSE: f64 = 9.0;
const SMALL: f64 = 1.2;
/// Up to so many points, each is offered a label; beyond, only ends and extremes.
const FEW: usize = 14;

/// A place in px.
type Point = (f64, f64);

/// A series' points in order of time, and which follow a gap.
pub(crate) struct Track<'a> {
    pub(crate) series: u32,
    pub(crate) hue: u8,
    points: Vec<(&'a Datum, bool)>,
}

/// A plot and the scales of its sides.
pub(crate) struct Panel {
    pub(crate) plot: Area,
    pub(crate) time: TimeScale,
    pub(crate) value: ValueScale,
}

/// When a figure is drawn: the middle of a period up to a year, else the end of what it sums up.
pub(crate) fn moment(time: (Day, Day)) -> f64 {
    let (from, to) = (f64::from(time.0), f64::from(time.1) + 1.0);
    if to - from <= 367.0 { f64::midpoint(from, to) } else { to - 0.5 }
}

/// The tracks of each panel in order of series: one pass over the data, whatever the panels.
pub(crate) fn panels<'a>(spec: &'a ChartSpec, sound: &[&Datum]) -> Vec<Vec<Track<'a>>> {
    let ids: std::collections::HashSet<u32> = sound.iter().map(|datum| datum.id).collect();
    let (panels, series) = (spec.panels(), spec.series.len().max(1));
    let mut own: Vec<Vec<(&Datum, f64)>> = vec![Vec::new(); panels * series];
    for datum in &spec.data {
        let facet = if panels > 1 { datum.facet as usize } else { 0 };
        let Some(time) = datum.time.filter(|_| (datum.series as usize) < series) else { continue };
        if let Some(own) = own.get_mut(facet * series + datum.series as usize) {
            own.push((datum, moment(time)));
        }
    }
    let tracks = |own: &mut [Vec<(&'a Datum, f64)>]| {
        let each = own.iter_mut().zip(0..);
        each.filter_map(|(own, series)| track(spec, &ids, series, own)).collect()
    };
    own.chunks_mut(series).map(tracks).collect()
}

/// A series' data in order of time; none where none can be drawn.
fn track<'a>(
    spec: &ChartSpec,
    sound: &std::collections::HashSet<u32>,
    series: u32,
    own: &mut [(&'a Datum, f64)],
) -> Option<Track<'a>> {
    own.order_by(|a, b| a.1.total_cmp(&b.1));
    let mut points = Vec::with_capacity(own.len());
    let mut gap = true;
    let mut last = f64::NAN;
    for &mut (datum, at) in own {
        if !sound.contains(&datum.id) || !datum.extent.mid.is_finite() {
            gap = true;
            continue;
        }
        let far = spec.max_gap.is_some_and(|days| at - last > f64::from(days));
        points.push((datum, gap || far || datum.gap));
        (gap, last) = (false, at);
    }
    let hue = spec.hue(points.first()?.0);
    Some(Track { series, hue, points })
}

impl Track<'_> {
    /// The latest figure.
    pub(crate) fn last(&self) -> Option<&Datum> {
        self.points.last().map(|(datum, _)| *datum)
    }

    fn places(&self, panel: &Panel) -> Vec<(f64, f64)> {
        let place = |(datum, _): &(&Datum, bool)| {
            let x = datum.time.map_or(0.0, |span| panel.time.scale(moment(span)));
            (x, panel.value.scale(datum.extent.mid))
        };
        self.points.iter().map(place).collect()
    }
}

/// How many of the tracks, from the first, are drawn in colour.
pub(crate) fn foremost(spec: &ChartSpec, tracks: &[Track]) -> usize {
    tracks.iter().filter(|track| (track.series as usize) < spec.named_series()).count()
}

/// Draws tracks that stand behind the others: grey lines, of which the last point can be pointed at.
pub(crate) fn draw_behind(scene: &mut Scene, tracks: &[Track], panel: &Panel) {
    for track in tracks {
        let places = track.places(panel);
        let steps = steps(track, &places);
        let grey = Paint::line(Token::Hairline, 1.5);
        scene.push(Node::new(Shape::Path(steps), grey, Role::Trim));
        if let Some((datum, (x, y))) = track.last().zip(places.last().copied()) {
            let end = Shape::Circle { x, y, radius: 2.0 };
            let paint = Paint::token(Token::Hairline);
            scene.push(Node::new(end, paint, Role::Mark).of(datum.id).telling(&datum.tip));
        }
    }
}

/// The path of a track, broken at its gaps.
fn steps(track: &Track, places: &[Point]) -> Vec<PathStep> {
    let step = |((_, gap), place): (&(&Datum, bool), &Point)| match gap {
        true => PathStep::Move(place.0, place.1),
        false => PathStep::Line(place.0, place.1),
    };
    track.points.iter().zip(places).map(step).collect()
}

/// Radii of a track's points: where they are many, those within a line do not hide it.
fn radii(track: &Track, panel: &Panel) -> Vec<f64> {
    let count = track.points.len();
    if count as f64 * CLOSE < panel.plot.width {
        return vec![RADIUS; count];
    }
    let alone = |at: usize| {
        let is_gap = |at: usize| track.points.get(at).is_none_or(|(_, gap)| *gap);
        is_gap(at) && is_gap(at + 1)
    };
    let radius = |at: usize| if alone(at) || at + 1 == count { RADIUS } else { SMALL };
    (0..count).map(radius).collect()
}

/// Draws the tracks of a panel; `taken` holds what labels must keep clear of and is added to.
pub(crate) fn draw(
    scene: &mut Scene,
    tracks: &[Track],
    panel: &Panel,
    taken: &mut Taken,
    last_labelled: bool,
) {
    let places: Vec<Vec<Point>> = tracks.iter().map(|t| t.places(panel)).collect();
    let mut drawn = Segments::default();
    for (track, places) in tracks.iter().zip(&places) {
        for (((_, gap), place), before) in
            track.points.iter().zip(places).zip(std::iter::once(&places[0]).chain(places))
        {
            // Where a line begins, the point alone.
            drawn.add(if *gap { *place } else { *before }, *place, track.series);
        }
        let steps = Shape::Path(steps(track, places));
        let path = Node::new(steps, Paint::hue_line(track.hue, 2.0), Role::Trim);
        scene.push(path);
    }
    for (track, places) in tracks.iter().zip(&places) {
        let radii = radii(track, panel);
        for (((datum, _), (x, y)), radius) in track.points.iter().zip(places).zip(radii) {
            ends(scene, datum, track.hue, (*x, *y), radius, &panel.value);
            scene.push(stage::point(datum, track.hue, *x, *y, radius));
            taken.take(Area::new(x - 5.0, y - 5.0, 10.0, 10.0));
        }
    }
    let points = tracks.iter().map(|track| track.points.len()).sum();
    for (track, own) in tracks.iter().zip(&places) {
        for index in offered(track, points, last_labelled) {
            if let (Some((datum, _)), Some(&place)) = (track.points.get(index), own.get(index)) {
                label(scene, datum, place, panel.plot, taken, (&drawn, track.series));
            }
        }
    }
}

/// What lines run where, by upright stripes of the plot.
#[derive(Default)]
struct Segments {
    all: Vec<(Point, Point, u32)>,
    stripes: HashMap<i32, Vec<u32>>,
}

/// Width of a stripe in px.
const STRIPE: f64 = 16.0;

fn stripes(from: f64, to: f64) -> std::ops::RangeInclusive<i32> {
    let stripe = |x: f64| (x / STRIPE).floor().clamp(-1e4, 1e4) as i32;
    stripe(from.min(to))..=stripe(from.max(to))
}

impl Segments {
    fn add(&mut self, from: Point, to: Point, series: u32) {
        let index = self.all.len() as u32;
        self.all.push((from, to, series));
        for stripe in stripes(from.0, to.0) {
            self.stripes.entry(stripe).or_default().push(index);
        }
    }

    /// Those in the stripes between two x, some more than once.
    fn near(&self, from: f64, to: f64) -> impl Iterator<Item = &(Point, Point, u32)> {
        let found = stripes(from, to).filter_map(|stripe| self.stripes.get(&stripe)).flatten();
        found.filter_map(|index| self.all.get(*index as usize))
    }
}

/// Indexes of the points offered a label, most deserving first.
fn offered(track: &Track, points: usize, last_labelled: bool) -> Vec<usize> {
    let count = track.points.len();
    let value = |index: &usize| track.points.get(*index).map_or(0.0, |(d, _)| d.extent.mid);
    let greatest = (0..count).max_by(|a, b| value(a).total_cmp(&value(b)));
    let least = (0..count).min_by(|a, b| value(a).total_cmp(&value(b)));
    let mut order = vec![count - 1, 0];
    order.extend(greatest);
    order.extend(least);
    if points <= FEW {
        order.extend(0..count);
    }
    let mut seen = std::collections::HashSet::new();
    order.retain(|index| seen.insert(*index) && !(last_labelled && *index == count - 1));
    order
}

fn label(
    scene: &mut Scene,
    datum: &Datum,
    (x, y): (f64, f64),
    plot: Area,
    taken: &mut Taken,
    (drawn, series): (&Segments, u32),
) {
    let figure =
        Figure { figure: datum.label.clone(), size: Some(TextSize::Small), ..Figure::default() };
    let width = figure.width();
    if figure.is_empty() || width > plot.width {
        return;
    }
    let left = (x - width / 2.0).clamp(plot.x, plot.right() - width);
    let up = if datum.extent.open_high { ARROW + 9.0 } else { 14.0 };
    let down = if datum.extent.open_low { ARROW + 9.0 } else { 14.0 };
    for (middle, dir) in [(y - up, -1.0), (y + down, 1.0)] {
        // Between two lines a figure would seem to be the other's.
        let reach = width / 2.0 + 4.0;
        let near = |other: &Point| (other.0 - x).abs() < reach;
        let on_side = |other: &Point| (0.0..34.0).contains(&((other.1 - y) * dir));
        let mut others = drawn.near(x - reach, x + reach).filter(|(_, _, own)| *own != series);
        if others.any(|(_, other, _)| near(other) && on_side(other)) {
            continue;
        }
        let area = figure.area(left, middle);
        let inside = area.y >= plot.y - HEAD && area.bottom() <= plot.bottom() - 1.0;
        let mut lines = drawn.near(area.x, area.right()).filter(|(a, b, _)| a != b);
        let clear = !lines.any(|(a, b, _)| area.crossed_by(*a, *b));
        if inside && clear && taken.is_free(&area) {
            taken.take(area);
            figure.draw(scene, left, middle, Some(datum.id));
            return;
        }
    }
}

/// Halo, arrows and interval of a point on an upright value axis.
pub(crate) fn ends(
    scene: &mut Scene,
    datum: &Datum,
    hue: u8,
    (x, y): Point,
    radius: f64,
    value: &ValueScale,
) {
    let trim = |shape, paint| Node::new(shape, paint, Role::Trim).of(datum.id);
    if datum.extent.soft {
        let halo = Shape::Circle { x, y, radius: radius + 4.0 };
        scene.push(trim(halo, Paint::hue(hue).tint(3)));
    }
    let (low, high) = datum.extent.span();
    if high > low {
        let whisker = line(x, value.scale(low), x, value.scale(high));
        scene.push(trim(whisker, Paint::hue_line(hue, 1.5)));
    }
    for (open, from, dir) in
        [(datum.extent.open_high, high, -1.0), (datum.extent.open_low, low, 1.0)]
    {
        if open {
            let from = value.scale(from);
            let (tip, back) = (from + ARROW * dir, from + (ARROW - 5.0) * dir);
            scene.push(trim(line(x, from, x, back), Paint::hue_line(hue, 1.5)));
            let head = stage::polygon(&[(x, tip), (x - 3.5, back), (x + 3.5, back)]);
            scene.push(trim(head, Paint::hue(hue)));
        }
    }
}

/// A thin line from a track's end to its label, where the label had to move.
pub(crate) fn leader(scene: &mut Scene, from: (f64, f64), to: (f64, f64)) {
    if (from.1 - to.1).abs() > 4.0 {
        let paint = Paint::NONE.outlined(Colour::Token(Token::Muted), 0.75);
        scene.push(Node::new(line(from.0, from.1, to.0, to.1), paint, Role::Axis));
    }
}
