//! A tally: a count as so many squares, each of the stage it has come to.

use serde::{Deserialize, Serialize};

use super::format::Format;
use super::geometry::Area;
use super::mark::stage;
use super::node::{Node, PathStep, Role, Shape};
use super::progress::ProgressPart;
use super::scene::{DropReason, Dropped, Scene};
use super::sheet::{Sheet, Size};
use super::spec::Fill;

/// The most that is counted out in squares.
pub const MOST_SQUARES: u32 = 40;
/// A tally to compose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TallySpec {
    /// Put before every id in the scene.
    pub prefix: String,
    /// Parts in order, each a count; none is part of another.
    pub parts: Vec<ProgressPart>,
    /// How many there are to be; what no part counts is hollow.
    pub whole: u32,
    /// Hue of the squares.
    pub hue: u8,
}

/// The largest square, in px.
const LARGEST: f64 = 18.0;
/// The smallest square that still shows its fill, in px.
const SMALLEST: f64 = 8.0;
/// Between two squares, as a part of one.
const GAP: f64 = 0.25;

/// Draws a strip's parts as squares, one for each that is counted; what is left of the whole is hollow. Squares stand in one
/// row where they fit, else in rows of ten.
#[must_use]
pub fn tally(spec: &TallySpec, size: Size, format: &dyn Format) -> Scene {
    let mut sheet = Sheet::open(&spec.prefix, size, ["", "", ""]);
    let mut dropped = Vec::new();
    // Where each part ends; what is left of the whole is hollow.
    let mut ends: Vec<usize> = Vec::new();
    let mut counted = 0;
    for part in &spec.parts {
        let n = count(part.extent.mid);
        if n == 0 {
            dropped.push(Dropped { datum: part.id, reason: DropReason::NotPositive });
        }
        counted += n.min(MOST_SQUARES as usize - counted);
        ends.push(counted);
    }
    let all = counted.max((spec.whole as usize).min(MOST_SQUARES as usize));
    let n = all.max(1) as f64;
    let (left, width) = (sheet.left() + 1.0, sheet.width() - 2.0);
    let in_one = width / (n + (n - 1.0) * GAP);
    let across = if in_one < SMALLEST { 10.0 } else { n };
    let side = (width / (across + (across - 1.0) * GAP)).min(LARGEST);
    let top = sheet.y + 1.0;
    let step = side * (1.0 + GAP);
    let square = |at: usize| {
        let (row, column) = ((at as f64 / across).floor(), at as f64 % across);
        Area::new(left + column * step, top + row * step, side, side)
    };
    let mut from = 0;
    for (part, to) in spec.parts.iter().zip(ends) {
        // One mark, so that all of a part is pointed at, opened and marked together.
        let steps: Vec<PathStep> = (from..to).flat_map(|at| outline(square(at))).collect();
        if !steps.is_empty() {
            let paint = stage::area_paint(part.fill, spec.hue);
            let node = Node::new(Shape::Path(steps), paint, Role::Mark).telling(&part.tip);
            sheet.scene.push(node.of(part.id));
        }
        from = to;
    }
    for at in from..all {
        let paint = stage::area_paint(Fill::Hollow, spec.hue);
        sheet.scene.push(Node::new(Shape::Rect(square(at)), paint, Role::Band));
    }
    let rows = (n / across).ceil();
    sheet.y = top + rows * side + (rows - 1.0) * side * GAP + 1.0;
    sheet.scene.plot = Area::between(left, top, left + width, sheet.y);
    sheet.close(dropped, format)
}

/// A square's sides, as a part of a path.
fn outline(square: Area) -> [PathStep; 5] {
    let (right, bottom) = (square.right(), square.bottom());
    [
        PathStep::Move(square.x, square.y),
        PathStep::Line(right, square.y),
        PathStep::Line(right, bottom),
        PathStep::Line(square.x, bottom),
        PathStep::Close,
    ]
}

/// A count that squares can show.
const fn count(value: f64) -> usize {
    // Casts of what is negative or no number give 0.
    value as usize
}
