//! Dots with intervals: an open end is an arrow, an approximate value has a halo; what would
//! overlap goes onto a further line of its row.

use super::figure::Figure;
use super::row_context::{Need, RowContext};
use super::stage;
use crate::base::order::Order;
use crate::chart::axis::line;
use crate::chart::geometry::Area;
use crate::chart::node::{Node, Role, Shape};
use crate::chart::paint::Paint;
use crate::chart::scene::Scene;
use crate::chart::spec::Datum;

const RADIUS: f64 = 5.5;
const ARROW: f64 = 22.0;
const HALO: f64 = 10.5;
const CAP: f64 = 2.0;
const GAP: f64 = 6.0;
const LINE: f64 = 22.0;
const BELOW: f64 = 18.0;
/// Lines a row may take for the sake of labels.
const MOST_LINES: usize = 8;

/// Where a dot's label stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LabelSide {
    Right,
    Left,
    Below,
    None,
}

struct Item<'a> {
    datum: &'a Datum,
    place: LabelSide,
    /// One line, or below the dot as many as the figure needs.
    labels: Vec<Figure>,
    line: usize,
}

/// The dots of a row, on as many lines as they need.
pub(crate) struct DotRow<'a> {
    items: Vec<Item<'a>>,
    /// Upper edge and height of each line.
    lines: Vec<(f64, f64)>,
    pub(crate) height: f64,
}

/// How far a dot's circle or halo reaches to either side of its value.
const fn round(datum: &Datum) -> f64 {
    if datum.extent.soft { HALO } else { RADIUS + 1.0 }
}

/// How far its arrows and caps reach to the left and right of its interval.
const fn reach(datum: &Datum) -> (f64, f64) {
    (
        if datum.extent.open_low { ARROW } else { CAP },
        if datum.extent.open_high { ARROW } else { CAP },
    )
}

/// Room the drawing needs on both sides of the plot, label left out: it finds a side by itself.
pub(crate) fn needs(datum: &Datum) -> [Need; 4] {
    let (low, high) = datum.extent.span();
    let ((left, right), round) = (reach(datum), round(datum));
    let need = |value, width, leftwards| Need { value, width, bare: width, leftwards };
    [
        need(high, right, false),
        need(datum.extent.mid, round, false),
        need(low, left, true),
        need(datum.extent.mid, round, true),
    ]
}

/// Px from the left to the right end of a dot with its arrows, label left out.
fn ends(datum: &Datum, ctx: &RowContext) -> (f64, f64) {
    let (low, high) = datum.extent.span();
    let ((left, right), round) = (reach(datum), round(datum));
    let x = ctx.scale.scale(datum.extent.mid);
    ((ctx.scale.scale(low) - left).min(x - round), (ctx.scale.scale(high) + right).max(x + round))
}

/// Plans the dots of one category.
pub(crate) fn plan<'a>(data: &[&'a Datum], ctx: &RowContext) -> DotRow<'a> {
    let mut order: Vec<&Datum> = data.to_vec();
    order.order_by(|a, b| a.extent.mid.total_cmp(&b.extent.mid));
    let mut free: Vec<f64> = Vec::new(); // where each line's last dot ends
    let mut items = Vec::with_capacity(order.len());
    for datum in order {
        let (left, right) = ends(datum, ctx);
        let label = ctx.figure(datum);
        let width = label.width() + GAP;
        let (place, labels) = if label.is_empty() {
            (LabelSide::None, Vec::new())
        } else if right + width <= ctx.right {
            (LabelSide::Right, vec![label])
        } else if left - width >= ctx.left {
            (LabelSide::Left, vec![label])
        } else {
            (LabelSide::Below, label.lines(ctx.right - ctx.left))
        };
        let (from, to) = match place {
            LabelSide::Right => (left, right + width),
            LabelSide::Left => (left - width, right),
            LabelSide::Below => (f64::NEG_INFINITY, f64::INFINITY),
            LabelSide::None => (left, right),
        };
        let mut item = Item { datum, place, labels, line: 0 };
        let found = free.iter().position(|end| *end + 8.0 <= from);
        if let Some(line) = found {
            item.line = line;
            free[line] = to;
        } else if free.len() < MOST_LINES {
            item.line = free.len();
            free.push(to);
        } else {
            // Too many to label: the dot alone, on the line that is free soonest.
            let soonest = (0..free.len()).min_by(|a, b| free[*a].total_cmp(&free[*b]));
            item.line = soonest.unwrap_or(0);
            item.place = LabelSide::None;
            if let Some(end) = free.get_mut(item.line) {
                *end = end.max(right);
            }
        }
        items.push(item);
    }
    let mut lines = Vec::new();
    let mut y = 0.0;
    for line in 0..free.len().max(1) {
        let own = items.iter().filter(|i| i.line == line && i.place == LabelSide::Below);
        let below = own.map(|i| i.labels.len().max(1)).max().unwrap_or(0);
        let height = BELOW.mul_add(below as f64, LINE);
        lines.push((y, height));
        y += height;
    }
    DotRow { items, lines, height: y }
}

/// Draws the dots of one category into a row's body.
#[inline(never)] // Not in the first view, whose load the build keeps small.
pub(crate) fn draw(scene: &mut Scene, row: &DotRow, body: Area, ctx: &RowContext) {
    for item in &row.items {
        let datum = item.datum;
        let top = body.y + row.lines.get(item.line).map_or(0.0, |line| line.0);
        let y = top + LINE / 2.0;
        let x = ctx.scale.scale(datum.extent.mid);
        draw_dot(scene, datum, ctx, x, y);
        let (left, right) = ends(datum, ctx);
        for (nth, label) in item.labels.iter().enumerate() {
            let width = label.width();
            let (at, y) = match item.place {
                LabelSide::None => continue,
                LabelSide::Right => (right + GAP, y),
                LabelSide::Left => (left - GAP - width, y),
                LabelSide::Below => {
                    let at = (x - width / 2.0).clamp(ctx.left, (ctx.right - width).max(ctx.left));
                    (at, BELOW.mul_add(nth as f64 + 0.5, top + LINE - 2.0))
                }
            };
            label.draw(scene, at, y, Some(datum.id));
        }
    }
}

fn draw_dot(scene: &mut Scene, datum: &Datum, ctx: &RowContext, x: f64, y: f64) {
    let hue = ctx.spec.hue(datum);
    let (low, high) = datum.extent.span();
    let (x1, x2) = (ctx.scale.scale(low), ctx.scale.scale(high));
    if x2 > x1 {
        let span = Node::new(line(x1, y, x2, y), Paint::hue_line(hue, 2.0), Role::Trim);
        scene.push(span.of(datum.id));
        for end in [x1, x2] {
            let cap =
                Node::new(line(end, y - 4.0, end, y + 4.0), Paint::hue_line(hue, 2.0), Role::Trim);
            scene.push(cap.of(datum.id));
        }
    }
    if datum.extent.soft {
        for (radius, tint) in [(HALO, 3), (HALO - 2.0, 4)] {
            let halo = Shape::Circle { x, y, radius };
            scene.push(Node::new(halo, Paint::hue(hue).tint(tint), Role::Trim).of(datum.id));
        }
    }
    if datum.extent.open_high {
        for node in stage::arrow(datum.id, hue, x2, y, ARROW) {
            scene.push(node);
        }
    }
    if datum.extent.open_low {
        for node in stage::arrow(datum.id, hue, x1, y, -ARROW) {
            scene.push(node);
        }
    }
    scene.push(stage::point(datum, hue, x, y, RADIUS));
}
