//! One map of shapes: the outlines of all areas, what is known on top of them, and words where they fit.

use super::draw::Frame;
use super::label::{self, Words};
use super::shade::{OUTLINE, missing, shade};
use super::{MapDatum, MapPlace, MapShape};
use crate::chart::geometry::{Area, Taken};
use crate::chart::node::{Anchor, Node, PathStep, Role, Shape, Text};
use crate::chart::paint::{Colour, Paint, Token};
use crate::chart::scene::Scene;
use crate::chart::text_size::TextSize;

/// Radius of a point in px, on one map and on one of several.
const DOT: f64 = 4.5;
const SMALL_DOT: f64 = 2.5;
/// Width in px from which a map has points of the full size.
const WIDE: f64 = 420.0;
/// Width of the line around all areas in px, most of which lies under them.
const COAST: f64 = 2.5;
/// Width of lines in px.
const LINE: f64 = 3.0;
/// From so many areas on their outlines are half as wide.
const MANY: usize = 400;
/// Of more points than this none is named.
const MOST_NAMED: usize = 80;
/// A circle has so many corners.
const CORNERS: u32 = 16;

/// Draws the map of a panel.
pub(super) fn draw(frame: &Frame, scene: &mut Scene, panel: u32) {
    let spec = frame.spec;
    let own = || spec.data.iter().filter(|datum| datum.panel == panel);
    let mut is_known = vec![false; spec.areas.len()];
    for datum in own() {
        if let Some(known) = is_known.get_mut(datum.area as usize) {
            *known = true;
        }
    }
    let shape = |area: usize| match spec.areas.get(area).map(|area| &area.place) {
        Some(MapPlace::Shape(shape)) => Some(shape),
        _ => None,
    };
    for at in (0..spec.areas.len()).filter(|&at| !is_known[at]) {
        let Some(shape) = shape(at) else { continue };
        let paint = Paint::line(Token::Hairline, 1.0);
        scene.push(Node::new(Shape::Path(path(frame, shape)), paint, Role::Grid));
    }
    let known: Vec<(&MapDatum, &MapShape)> =
        own().filter_map(|datum| Some((datum, shape(datum.area as usize)?))).collect();
    let paths: Vec<Vec<PathStep>> = known.iter().map(|(_, shape)| path(frame, shape)).collect();
    coast(scene, paths.concat());
    let width = if spec.areas.len() > MANY { 0.5 } else { 1.0 };
    for (&(datum, shape), path) in known.iter().zip(paths) {
        let is_line = shape.rings.is_empty() && shape.dots.is_empty();
        let (paint, _) = painted(frame, datum);
        let paint = match paint.fill {
            Some(colour) if is_line => Paint::NONE.outlined(colour, LINE),
            _ if datum.class.is_some() => paint.outlined(Colour::Token(Token::Paper), width),
            _ => paint,
        };
        let node = Node::new(Shape::Path(path), paint, Role::Mark);
        scene.push(node.of(datum.id).telling(&datum.tip).exactly());
    }
    let mut taken = Taken::default();
    for datum in known {
        name(frame, scene, datum, &mut taken);
    }
}

/// A line around all areas that have figures, of which their own outlines leave the outer edge: neighbours of one class are
/// parted by paper, and the palest by this from the ground.
fn coast(scene: &mut Scene, steps: Vec<PathStep>) {
    if !steps.is_empty() {
        let paint = Paint::NONE.outlined(OUTLINE, COAST);
        scene.push(Node::new(Shape::Path(steps), paint, Role::Grid));
    }
}

fn painted(frame: &Frame, datum: &MapDatum) -> (Paint, Token) {
    match datum.class {
        Some(class) => shade(usize::from(class), frame.spec.classes.len()),
        None => (missing(), Token::Muted),
    }
}

/// The name of an area, and its figure below where there is room.
fn name(
    frame: &Frame,
    scene: &mut Scene,
    (datum, shape): (&MapDatum, &MapShape),
    taken: &mut Taken,
) {
    let Some(area) = frame.spec.areas.get(datum.area as usize) else { return };
    let words = Words { name: &area.name, figure: &datum.label };
    let px = |&(x, y): &(f32, f32)| frame.px(x, y);
    let mut put = |x: f64, y: f64, text: &str, anchor: Anchor, token: Token| {
        let text = Text::new(x, y, text, TextSize::Small).anchored(anchor);
        scene.push(text.node(Paint::token(token), Role::Label).of(datum.id));
    };
    let rings: Vec<Vec<(f64, f64)>> =
        shape.rings.iter().map(|ring| ring.iter().map(px).collect()).collect();
    if let Some(spot) = label::spot(&rings, &words) {
        let (_, token) = painted(frame, datum);
        let line = TextSize::Small.line();
        let (width, lines) = (spot.width, if spot.has_figure { 2.0 } else { 1.0 });
        let around =
            Area::new(spot.x - width / 2.0, spot.y - line * lines / 2.0, width, line * lines);
        if taken.try_take(around) {
            let middle = TextSize::Small.px().mul_add(0.36, spot.y);
            let first = if spot.has_figure { middle - line / 2.0 } else { middle };
            put(spot.x, first, words.name, Anchor::Middle, token);
            if spot.has_figure {
                put(spot.x, first + line, words.figure, Anchor::Middle, token);
            }
        }
        return;
    }
    let is_dot = shape.rings.is_empty() && frame.spec.data.len() <= MOST_NAMED;
    let Some((x, y)) = shape.dots.first().filter(|_| is_dot).map(px) else { return };
    let x = x + dot(frame) + 3.0;
    let text = Text::new(x, TextSize::Small.px().mul_add(0.36, y), words.name, TextSize::Small);
    let around = text.bounds();
    if around.right() <= frame.x + frame.width() && taken.try_take(around) {
        put(text.x, text.y, words.name, Anchor::Start, Token::Ink);
    }
}

/// Radius of points.
fn dot(frame: &Frame) -> f64 {
    if frame.width() < WIDE { SMALL_DOT } else { DOT }
}

fn path(frame: &Frame, shape: &MapShape) -> Vec<PathStep> {
    let mut steps = Vec::new();
    let mut add = |points: &mut dyn Iterator<Item = (f64, f64)>, is_closed: bool| {
        let mut is_begun = false;
        for (x, y) in points {
            steps.push(if is_begun { PathStep::Line(x, y) } else { PathStep::Move(x, y) });
            is_begun = true;
        }
        if is_begun && is_closed {
            steps.push(PathStep::Close);
        }
    };
    let px = |&(x, y): &(f32, f32)| frame.px(x, y);
    for ring in &shape.rings {
        add(&mut ring.iter().map(px), true);
    }
    for line in &shape.lines {
        add(&mut line.iter().map(px), false);
    }
    let radius = dot(frame);
    for (x, y) in shape.dots.iter().map(px) {
        let corner = |at: u32| {
            let angle = f64::from(at) / f64::from(CORNERS) * std::f64::consts::TAU;
            (angle.cos().mul_add(radius, x), angle.sin().mul_add(radius, y))
        };
        add(&mut (0..CORNERS).map(corner), true);
    }
    steps
}
