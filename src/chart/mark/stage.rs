//! How a stage looks: completed solid, in progress hatched, planned hollow, standing a tick.

use crate::chart::axis::line;
use crate::chart::geometry::Area;
use crate::chart::node::{Node, PathStep, Role, Shape};
use crate::chart::paint::{Colour, Paint};
use crate::chart::spec::{Datum, Fill};

/// The paint of an area in a stage and a hue.
pub(crate) const fn area_paint(fill: Fill, hue: u8) -> Paint {
    match fill {
        Fill::Solid => Paint::hue(hue),
        Fill::Hatched => Paint::hatch(hue),
        Fill::Hollow => Paint::hollow(hue),
        Fill::Tick => Paint::hue(hue).tint(3),
    }
}

/// A closed path through points.
pub(crate) fn polygon(points: &[(f64, f64)]) -> Shape {
    let mut steps: Vec<PathStep> = Vec::with_capacity(points.len() + 1);
    for &(x, y) in points {
        steps.push(if steps.is_empty() { PathStep::Move(x, y) } else { PathStep::Line(x, y) });
    }
    steps.push(PathStep::Close);
    Shape::Path(steps)
}

/// The mark of a datum at a point: circle by stage, or for a standing figure an upright tick.
pub(crate) fn point(datum: &Datum, hue: u8, x: f64, y: f64, radius: f64) -> Node {
    let node = if datum.fill == Fill::Tick {
        let half = radius + 2.0;
        let tick = Area::new(x - 1.75, y - half, 3.5, 2.0 * half);
        Node::new(Shape::Rect(tick), Paint::hue(hue), Role::Mark)
    } else {
        let mut paint = area_paint(datum.fill, hue);
        if datum.fill == Fill::Solid {
            // An outline as wide as the others' keeps all stages equally large.
            paint = paint.outlined(Colour::Hue(hue), 1.5);
        }
        Node::new(Shape::Circle { x, y, radius }, paint, Role::Mark)
    };
    node.of(datum.id).telling(&datum.tip)
}

/// An arrow from a point, `length` px to the right (to the left where negative).
pub(crate) fn arrow(datum: u32, hue: u8, x: f64, y: f64, length: f64) -> [Node; 2] {
    let tip = x + length;
    let back = tip - 6.0 * length.signum();
    [
        Node::new(line(x, y, back, y), Paint::hue_line(hue, 2.0), Role::Trim).of(datum),
        Node::new(
            polygon(&[(tip, y), (back, y - 4.0), (back, y + 4.0)]),
            Paint::hue(hue),
            Role::Trim,
        )
        .of(datum),
    ]
}

/// The soft edge of an approximate value: two fainter steps about `x`, outwards by `dir` (±1),
/// `step` px each; the solid part ends at `x - step * dir`.
pub(crate) fn soft_edge(datum: u32, hue: u8, area: Area, x: f64, dir: f64, step: f64) -> [Node; 2] {
    let strip = |from: f64, to: f64, tint: u8| {
        Node::new(
            Shape::Rect(Area::between(from, area.y, to, area.bottom())),
            Paint::hue(hue).tint(tint),
            Role::Trim,
        )
        .of(datum)
    };
    [strip(x - step * dir, x, 6), strip(x, x + step * dir, 3)]
}
