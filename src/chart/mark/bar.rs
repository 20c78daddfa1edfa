//! Bars from zero, one under another; open ends point, approximate ends are soft.

use super::figure::Figure;
use super::row_context::{Need, RowContext};
use super::stage;
use crate::chart::geometry::Area;
use crate::chart::node::{Node, Role, Shape};
use crate::chart::paint::{Colour, Paint, Token};
use crate::chart::scene::Scene;
use crate::chart::spec::{Datum, Fill};

const POINT: f64 = 8.0;
const SOFT: f64 = 5.0;
const GAP: f64 = 7.0;
const BELOW: f64 = 19.0;

/// A bar's place in its row.
pub(crate) struct Strip<'a> {
    datum: &'a Datum,
    y: f64,
    thickness: f64,
    below: bool,
    /// Beside the bar one line, below it as many as the figure needs.
    lines: Vec<Figure>,
}

/// The bars of a row and their height.
pub(crate) struct BarRow<'a> {
    strips: Vec<Strip<'a>>,
    pub(crate) height: f64,
}

/// Which way a bar grows: to the right for zero and more.
const fn direction(datum: &Datum) -> f64 {
    if datum.extent.mid < 0.0 { -1.0 } else { 1.0 }
}

/// Whether the value may lie further out than the bar's end.
const fn opens_outwards(datum: &Datum) -> bool {
    let extent = datum.extent;
    if extent.mid < 0.0 { extent.open_low } else { extent.open_high }
}

/// Whether the value may lie nearer to zero than the bar's end.
const fn opens_inwards(datum: &Datum) -> bool {
    let extent = datum.extent;
    if extent.mid < 0.0 { extent.open_high } else { extent.open_low }
}

/// How far a bar's drawing reaches beyond its value.
const fn reach(datum: &Datum) -> f64 {
    if opens_outwards(datum) {
        POINT
    } else if datum.extent.soft {
        SOFT
    } else {
        0.0
    }
}

/// Room the label needs beyond the bar's value.
pub(crate) fn need(datum: &Datum, ctx: &RowContext) -> Need {
    let (low, high) = datum.extent.span();
    let label = ctx.figure(datum);
    let bare = reach(datum);
    let beside = if label.is_empty() { 0.0 } else { GAP + label.width() };
    Need {
        value: if direction(datum) < 0.0 { low } else { high },
        width: bare + beside,
        bare,
        leftwards: direction(datum) < 0.0,
    }
}

/// Plans the bars of one category.
pub(crate) fn plan<'a>(data: &[&'a Datum], ctx: &RowContext) -> BarRow<'a> {
    let (thickness, gap) = match data.len() {
        0 | 1 => (18.0, 0.0),
        _ => (14.0, 4.0),
    };
    let mut y = 0.0;
    let mut strips = Vec::with_capacity(data.len());
    for (index, &datum) in data.iter().enumerate() {
        if index > 0 {
            y += gap;
        }
        let top = y;
        let below = !ctx.fits(&need(datum, ctx));
        let label = ctx.figure(datum);
        let lines = if below { label.lines(ctx.right - ctx.left) } else { vec![label] };
        y += thickness + if below { BELOW * lines.len().max(1) as f64 } else { 0.0 };
        strips.push(Strip { datum, y: top, thickness, below, lines });
    }
    BarRow { strips, height: y.max(thickness) }
}

/// Draws the bars of one category into a row's body.
pub(crate) fn draw(scene: &mut Scene, row: &BarRow, body: Area, ctx: &RowContext) {
    for strip in &row.strips {
        let datum = strip.datum;
        let base = ctx.scale.base();
        let end = ctx.scale.scale(datum.extent.mid);
        let area = Area::between(base, body.y + strip.y, end, body.y + strip.y + strip.thickness);
        let hit = Area::new(ctx.left, area.y, ctx.right - ctx.left, area.height);
        scene.push(Node::new(Shape::Rect(hit), Paint::NONE, Role::Hit).of(datum.id));
        draw_bar(scene, datum, ctx.spec.hue(datum), area, end);
        whiskers(scene, datum, ctx, area);
        let dir = direction(datum);
        let need = need(datum, ctx);
        let far = ctx.scale.scale(need.value) + (reach(datum) + GAP) * dir;
        let middle = area.y + area.height / 2.0;
        for (at, label) in strip.lines.iter().enumerate() {
            if strip.below {
                let x = (ctx.left).max(base.min(ctx.right - label.width()));
                let y = BELOW.mul_add(at as f64 + 0.5, area.bottom());
                label.draw(scene, x, y, Some(datum.id));
            } else {
                let x = if dir < 0.0 { far - label.width() } else { far };
                label.draw(scene, x, middle, Some(datum.id));
            }
        }
    }
}

/// One bar over `area`, its value at the px `end`.
pub(super) fn draw_bar(scene: &mut Scene, datum: &Datum, hue: u8, area: Area, end: f64) {
    let dir = direction(datum);
    let base = if dir < 0.0 { area.right() } else { area.x };
    let (top, bottom, middle) = (area.y, area.bottom(), area.y + area.height / 2.0);
    let mark = |shape, paint| Node::new(shape, paint, Role::Mark).of(datum.id).telling(&datum.tip);
    let trim = |shape, paint| Node::new(shape, paint, Role::Trim).of(datum.id);
    if datum.fill == Fill::Tick {
        let stem = Area::between(base, middle - 1.0, end, middle + 1.0);
        scene.push(trim(Shape::Rect(stem), Paint::hue(hue).tint(5)));
        let tick = Area::new(end - 1.75, top, 3.5, area.height);
        scene.push(mark(Shape::Rect(tick), Paint::hue(hue)));
        if opens_outwards(datum) {
            scene.push(trim(pointer(end + 2.0 * dir, middle, dir), Paint::hue(hue)));
        }
        if opens_inwards(datum) && area.width > 9.0 {
            scene.push(trim(pointer(end - 2.0 * dir, middle, -dir), Paint::hue(hue)));
        }
        if datum.extent.soft {
            let inner = SOFT.min(area.width);
            let band = Area::between(end - inner * dir, top, end + SOFT * dir, bottom);
            scene.push(trim(Shape::Rect(band), Paint::hue(hue).tint(3)));
        }
        return;
    }
    let paint = stage::area_paint(datum.fill, hue);
    if opens_inwards(datum) {
        // At most: the body is faint, only its limit is firm.
        let body = if datum.fill == Fill::Solid { Paint::hue(hue).tint(3) } else { paint };
        scene.push(mark(Shape::Rect(drawn(area)), body));
        let cap = Area::between(end - 3.0 * dir, top, end, bottom);
        scene.push(trim(Shape::Rect(cap), Paint::hue(hue)));
        if area.width > 16.0 {
            scene.push(trim(pointer(end - 5.0 * dir, middle, -dir), Paint::hue(hue)));
        }
    } else if opens_outwards(datum) {
        let tip = end + POINT * dir;
        let outline = [(base, top), (end, top), (tip, middle), (end, bottom), (base, bottom)];
        scene.push(mark(stage::polygon(&outline), paint));
        // The value itself, before the point.
        let colour =
            if datum.fill == Fill::Solid { Colour::Token(Token::Paper) } else { Colour::Hue(hue) };
        let at = Paint::NONE.outlined(colour, 1.5);
        scene.push(trim(crate::chart::axis::line(end, top, end, bottom), at));
    } else if datum.extent.soft {
        let step = SOFT.min(area.width / 2.0);
        let firm = Area::between(base, top, end - step * dir, bottom);
        scene.push(mark(Shape::Rect(drawn(firm)), paint));
        for node in stage::soft_edge(datum.id, hue, area, end, dir, step) {
            scene.push(node);
        }
    } else {
        scene.push(mark(Shape::Rect(drawn(area)), paint));
    }
}

/// A bar of next to nothing is still seen.
const fn drawn(area: Area) -> Area {
    Area::new(area.x, area.y, area.width.max(1.0), area.height)
}

/// A small triangle that points to the right (`dir` 1) or left (−1) from `x`.
fn pointer(x: f64, y: f64, dir: f64) -> Shape {
    stage::polygon(&[(x, y - 4.0), (x + 6.0 * dir, y), (x, y + 4.0)])
}

/// The published interval, where there is one.
fn whiskers(scene: &mut Scene, datum: &Datum, ctx: &RowContext, area: Area) {
    if datum.extent.low.is_none() && datum.extent.high.is_none() {
        return;
    }
    let (low, high) = datum.extent.span();
    let ends = (ctx.scale.scale(low), ctx.scale.scale(high));
    whisker(scene, datum.id, ends, area.y + area.height / 2.0);
}

/// A line from one px to another, with an upright at each.
pub(super) fn whisker(scene: &mut Scene, datum: u32, (x1, x2): (f64, f64), y: f64) {
    for (a, b, c, d) in [(x1, y, x2, y), (x1, y - 3.0, x1, y + 3.0), (x2, y - 3.0, x2, y + 3.0)] {
        let whisker = crate::chart::axis::line(a, b, c, d);
        scene.push(Node::new(whisker, Paint::line(Token::Ink, 1.0), Role::Trim).of(datum));
    }
}
